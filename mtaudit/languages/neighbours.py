"""Languages that look alike to letter statistics, told apart by words that are far more frequent in one of them.

data/neighbours.tsv (made by tools/lexicon/neighbour.py from wordfreq's lists): a language, its neighbour, a word, ten
times the decimal logarithm of how much more frequent the word is in the neighbour.
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 1.5  # of a word's lead: a name of the other country alone decides nothing
_SURE = 8.0  # nats: 2,000 lines and 41 articles of human Indonesian have 3.9 at most, a Malay report of 133 words 84


@cache
def _leads(language: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    text = (files("mtaudit") / "data" / "neighbours.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        own, other, word, lead = line.split("\t")
        if own == language:
            found.setdefault(other, {})[word] = max(-_MOST, min(_MOST, int(lead) / 10))
    return found


def neighbour(text: str, language: str) -> tuple[str, float] | None:
    """ISO 639-1 of the language that a text is in rather than in `language`, and its probability 0..1; else None.

    By naive Bayes over the words that tell the two apart, both being as likely beforehand.
    """
    words = [word for word in _WORD.findall(text) if word.islower()]  # names tell of whom it speaks
    for other, leads in _leads(language).items():
        nats = math.log(10) * sum(leads.get(word, 0.0) for word in words)
        if nats > _SURE:
            return other, round(1 / (1 + math.exp(-nats)), 4)
    return None
