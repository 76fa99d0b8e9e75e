"""Statements turned into their opposite: a word in whose place its opposite stands, a negation lost or added."""
