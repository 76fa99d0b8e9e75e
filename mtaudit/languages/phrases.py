"""Tables of phrases, written in the languages' files as one text."""

from __future__ import annotations


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text that `|` stands between; lines may break anywhere between words."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))
