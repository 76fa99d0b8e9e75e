"""Bytes from anywhere into documents: what `mtaudit audit INPUT...` and `--pairs FILE` read."""

from mtaudit.reading.inputs import read_inputs
from mtaudit.reading.interface import Item, Pair, Remark
from mtaudit.reading.pairs import read_pairs
from mtaudit.reading.responses import FetchOptions

__all__ = ["FetchOptions", "Item", "Pair", "Remark", "read_inputs", "read_pairs"]
