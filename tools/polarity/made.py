"""Human sentence pairs in which one side is turned round by construction.

Opposites: a word of the English is replaced by its antonym in the same form, or its Indonesian counterpart by a word
for the antonym. Negations: `not` is put behind an auxiliary of an English sentence that denies nothing (so that the
Indonesian has lost it), or taken away (so that the Indonesian has added one). The other side stays as its writer left
it, so nothing but the one word is wrong.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mtaudit.languages import ENGLISH_INDONESIAN as PAIR  # noqa: E402
from mtaudit.languages.zipf import zipf  # noqa: E402
from mtaudit.originals.words import words  # noqa: E402
from mtaudit.polarity.relations import Relations, load  # noqa: E402

Kind = Literal["opposite", "negation lost", "negation added"]

WORDS = range(5, 41)  # of an English sentence
COMMON = 2.5  # Zipf value of a form in ordinary use
MEANS, MEANT = 0.1, 0.05  # p(English | Indonesian), p(Indonesian | English) from which two words are a pair
USUAL = 0.08, 0.3  # the same of a word for the antonym
A_SENTENCE = 2  # opposites made of one sentence at most

_AUX = "is are was were will would can could should has have had may must does did do"
_SET = re.compile(rf"\b({_AUX.replace(' ', '|')}) (?!not\b)(?=[a-z])")
_GONE = re.compile(
    rf"\b(?:({_AUX.replace(' ', '|')}) not|(is|are|was|were|would|could|should|has|have|had|does|did|do)n['’]t"
    r"|(ca)n(?:not|['’]t)|(never)|(no)(?= [a-z]))\b ?"
)
_DENIES = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|without|cannot|neither|nor|hardly|barely|unable|fail\w*|refus\w*|lack\w*"
    r"|den(?:y|ied|ies)|un\w+|in\w+ble|dis\w+)\b|n['’]t",
    re.IGNORECASE,
)
_MENYANGKAL = re.compile(
    r"\b(?:tidak|tak|bukan|belum|jangan|tanpa|enggan|nggak|gak|tiada|bukanlah|tidaklah|takkan)\b", re.IGNORECASE
)
_AFFIXES = (
    ("me", "kan"), ("me", "i"), ("di", "kan"), ("di", "i"), ("pe", "an"), ("ke", "an"),
    ("me", ""), ("di", ""), ("ber", ""), ("ter", ""), ("pe", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """`source`, `target`: the words turned round, where the kind is "opposite"; `pair`: number of the human pair."""

    kind: Kind
    indonesian: str
    english: str
    pair: int
    source: str = ""
    target: str = ""


def made(pairs: Sequence[tuple[str, str]], seed: int) -> Iterator[Made]:
    """From (Indonesian, English) pairs; in the order of the pairs."""
    antonyms = Antonyms()
    for number, (indonesian, english) in enumerate(pairs):
        chance = random.Random(f"{seed} {number}")
        if len(english.split()) in WORDS:
            yield from antonyms.made(number, indonesian, english, chance)
            yield from _negations(number, indonesian, english, chance)


def _negations(number: int, indonesian: str, english: str, chance: random.Random) -> Iterator[Made]:
    denied = _MENYANGKAL.search(indonesian)
    if denied and (gone := list(_GONE.finditer(english))):
        match = chance.choice(gone)
        stays = match[1] or match[2] or (match[3] and "can") or ("always" if match[4] else "some")
        yield Made("negation added", indonesian, f"{english[: match.start()]}{stays} {english[match.end() :]}", number)
    at = [] if denied or _DENIES.search(english) or "?" in english else list(_SET.finditer(english))
    if at:
        match = chance.choice(at)
        changed = f"{english[: match.end()]}not {english[match.end() :]}"
        yield Made("negation lost", indonesian, changed, number)


class Antonyms:
    """Pairs of the antonym table with their forms, and Indonesian words for them."""

    def __init__(self) -> None:
        relations = load(PAIR)
        assert relations is not None
        self._relations: Relations = relations
        self._irregular: dict[str, list[str]] = defaultdict(list)
        for form, base in PAIR.source.inflection.irregular.items():
            self._irregular[base].append(form)
        self._of: dict[str, set[str]] = defaultdict(set)  # form -> the antonyms' forms
        rows = (PAIR.read("antonyms.en.tsv") or b"").decode("utf-8").splitlines()
        for one, other in (row.split("\t") for row in rows if not row.startswith("#")):
            for a, b in zip(self._forms(one), self._forms(other), strict=True):
                if a and b and _common(a) and _common(b):
                    self._of[a].add(b)
                    self._of[b].add(a)
        table = relations.table
        self._written: dict[int, list[str]] = defaultdict(list)
        for form, row in table.target.forms():
            self._written[row].append(form)

    def made(self, number: int, indonesian: str, english: str, chance: random.Random) -> Iterator[Made]:
        here, there = words(indonesian), [self._relations.key(w) for w in words(english)]
        found = []
        for match in re.finditer(r"\b[a-z]{3,}\b", english):
            antonyms = sorted(self._of.get(match.group(), ()))
            key = self._relations.key(match.group())
            if not antonyms or there.count(key) > 1:
                continue
            stands = self._stands(here, key)
            place = re.search(rf"\b{re.escape(stands)}\b", indonesian, re.IGNORECASE) if stands else None
            if place and here.count(stands) == 1:
                found.append((match, place, chance.choice(antonyms)))
        chance.shuffle(found)
        for i, (match, place, antonym) in enumerate(found[:A_SENTENCE]):
            word = self._indonesian(antonym, place.group().lower()) if i % 2 else None
            if word is not None:
                word = word.capitalize() if place.group()[0].isupper() else word
                changed = indonesian[: place.start()] + word + indonesian[place.end() :]
                yield Made("opposite", changed, english, number, match.group(), word)
            else:
                changed = english[: match.start()] + antonym + english[match.end() :]
                yield Made("opposite", indonesian, changed, number, antonym, place.group())

    def _stands(self, here: Sequence[str], key: str) -> str | None:
        """The word of the translation that surely stands for a source key."""
        onward, back = self._relations.table.odds(here, [key])
        best = int((onward * back)[:, 0].argmax()) if here else 0
        sure = bool(here) and onward[best, 0] >= MEANS and back[best, 0] >= MEANT
        return here[best] if sure else None

    def _indonesian(self, english: str, like: str) -> str | None:
        """A usual Indonesian word for an English one, with the affixes of another."""
        table = self._relations.table
        found = [
            (back * onward, form)
            for row, onward, back in table.translations(self._relations.row(english))
            if back >= USUAL[0] and onward >= USUAL[1]
            for form in self._written[row]
            if form.isalpha() and _affixes(form) == _affixes(like)
        ]
        return max(found)[1] if found else None

    def _forms(self, word: str) -> list[str]:
        """The word itself, its -s, -ing and past forms, as verbs and nouns have them; "" where it has none."""
        y = word.endswith("y") and word[-2:-1] not in "aeiou"
        s = word[:-1] + "ies" if y else word + ("es" if re.search("(?:s|x|z|ch|sh|o)$", word) else "s")
        stem = word.removesuffix("e")
        ing = max((stem + "ing", word + word[-1] + "ing"), key=_frequency)
        regular = (stem + "ed", word[:-1] + "ied" if y else "", word + word[-1] + "ed")
        past = [f for f in self._irregular[word] if not f.endswith(("ing", "s"))]
        return [word, s, ing, past[0] if past else max(regular, key=_frequency)]


def _frequency(word: str) -> float:
    return (zipf(word, "en") or 0.0) if word else 0.0


def _common(word: str) -> bool:
    return word.isalpha() and _frequency(word) >= COMMON


def _affixes(word: str) -> tuple[str, str]:
    for prefix, suffix in _AFFIXES:
        if word.startswith(prefix) and word.endswith(suffix) and len(word) > len(prefix) + len(suffix) + 2:
            return prefix, suffix
    return "", ""
