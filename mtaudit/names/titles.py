"""Titles inside a run of capitalised words: where the body ends and its holder's name begins.

"Florida Gov. Ron DeSantis" is a place, a title and a person; "Senate President" before a name is a body and a title.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.languages.interface import Language
from mtaudit.names import lexical
from mtaudit.names.runs import bare, candidate
from mtaudit.names.tokens import Token


def inner(text: str, words: Sequence[Token], first: int, last: int, language: Language) -> int | None:
    """The last word of `first` .. `last` that is a title between a body's name and its holder's; None without one.

    An abbreviated title tells by its full stop, a full word by the known name before it.
    """
    names = language.names
    for k in range(last - 1, first, -1):
        low = words[k].text.lower()
        if low in names.titles and words[k + 1].gap.startswith(".") and len(low) > 2:
            return k
        if low in names.titles | names.offices and candidate(words[k + 1]):
            end = words[k - 1].start + len(bare(words[k - 1].text, language))
            if lexical.gazetteer_type(text[words[first].start : end]) in {"LOC", "ORG"}:
                return k
    return None


def trailing(words: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether the last word is a title of the person whose name follows."""
    if last == first or last + 1 >= len(words):
        return False
    low, after = words[last].text.lower(), words[last + 1]
    if low not in language.names.titles or not candidate(after) or after.starts:
        return False
    return after.gap == " " or (after.gap == ". " and len(low) > 2)
