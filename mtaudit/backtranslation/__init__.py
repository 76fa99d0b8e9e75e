"""backtranslation"""
