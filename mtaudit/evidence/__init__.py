"""What speaks for or against each word of a translation and of its original, gathered once and asked by all judges.

A new kind of evidence is one small file with a `Provider` (interface.py), a field of `Word` and a line in gather.py.
"""
