"""What can be counted on a translation as a whole, alone and beside its original."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from mtaudit.case import Measures
from mtaudit.estimation.counts import Counts
from mtaudit.text import Reading, words

LEAST_LETTERS = 4  # letters of a source word that hardly stands in the translation by chance
_DOUBLED = re.compile(r"(\w{3,})-\1\w*", re.IGNORECASE)  # rumah-rumah, buku-bukunya


LABELS = {  # what it says of a text to fall short
    "rarity": "fewer rare words than people use",
    "fluency": "words that rarely stand side by side",
    "unknown": "words never seen elsewhere",
    "hyphens": "hyphens that join nothing",
    "length": "shorter than people translate it",
    "untranslated": "words left as in the original",
    "capitals": "capitals of the original gone",
    "digits": "digits gone or added",
}


def measure(target: Reading, original: Reading | None, counts: Counts) -> Measures | None:
    """The measures of a text, beside its whole original if it has one; None for a text without words."""
    sentences, rows = ([s.text for s in reading.sentences] if reading else [] for reading in (target, original))
    text, source = "\n".join(sentences), "\n".join(rows)
    usage = counts.usage(sentences)
    found, given = (_found(reading) if reading else () for reading in (target, original))
    if not found or not usage.words:
        return None
    hyphened = [word for word in found if "-" in word]
    loose = text.count("-") - sum(word.count("-") for word in hyphened)  # the hyphen of `satu -satunya` stands alone
    hyphens = loose + sum(not _DOUBLED.fullmatch(word) for word in hyphened)
    alone = Measures(
        rarity=-usage.commonness / usage.tokens,
        fluency=usage.fit / usage.tokens,
        unknown=usage.unknown / usage.words,
        hyphens=hyphens / len(found),
    )
    if not given:
        return alone
    small = {word for word in given if word.islower() and len(word) >= LEAST_LETTERS}
    return Measures(
        alone.rarity,
        alone.fluency,
        alone.unknown,
        alone.hyphens,
        length=math.log(_characters(sentences) / _characters(rows)),
        untranslated=sum(word in small for word in found) / len(given),
        capitals=(sum(map(str.isupper, text)) - sum(map(str.isupper, source))) / len(given),
        digits=abs(sum(map(str.isdigit, text)) - sum(map(str.isdigit, source))) / len(given),
    )


def _found(reading: Reading) -> tuple[str, ...]:
    return tuple(word.text for part in reading.parts for word in words(part, "hyphened"))


def pooled(rows: Sequence[tuple[Measures, int]]) -> Measures:
    """The measures of several texts (one at least) as those of one, each weighted by its number of words (>= 1)."""
    found: dict[str, Any] = {}  # float, or None where no text has the measure
    for field in fields(Measures):
        told = [(value, words) for own, words in rows if (value := getattr(own, field.name)) is not None]
        whole = sum(words for _, words in told)
        found[field.name] = sum(value * words for value, words in told) / whole if whole else None
    return replace(rows[0][0], **found)


def _characters(sentences: Sequence[str]) -> int:
    return sum(map(len, sentences))
