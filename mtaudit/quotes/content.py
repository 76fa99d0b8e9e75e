"""Is the quotation still the same statement? The verdict on its content, with what speaks for it in words.

Three kinds of evidence, strongest first:
1. statements turned round (`mtaudit.polarity`): a negation gone, few become some, an opposite;
2. what is gone or left as it was (a sentence of the quotation without rendering, English words);
3. a logistic model over the signals of `signals.measure` and `floor.Floor`, fitted by tools/quotes/fit.py on labelled
   output of six systems and on human translations; its coefficients, thresholds and cross-validated figures are in
   data/quote_content.json.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Literal

from rapidfuzz.distance import Levenshtein

from mtaudit.evidence.affinity import Affinity
from mtaudit.languages.pair import PACKAGE, LanguagePair
from mtaudit.model import Content
from mtaudit.numbers import numbers
from mtaudit.numbers.compare import differences, equal
from mtaudit.quotes import signals
from mtaudit.quotes.signals import Texts
from mtaudit.quotes.words import Token, tokens

Kind = Literal["inverted", "lost", "english", "changed", ""]

WRONG = {
    "changed",
    "scale",
    "decade",
    "year",
    "currency",
    "measure",
    "moved",
}  # what may become of a number that changes a statement
SHORT = 3  # words of a quotation that must keep its letters where they have no translation
FOREIGN_NAME = 6  # letters from which a foreign name in quotation marks must keep them all
PART = 0.2  # share of a sentence's content that must be carried for it to count as rendered
PART_WORDS = 4  # words of the shortest sentence whose loss is looked for
RUN, RUN_WORDS, RUN_RATIO = 4, 10, 0.7  # content words in a row; words of the quotation; how much of them is left
CUT, CUT_WORDS, CUT_RATIO = 2, 6, 0.6  # the same at its ends: 1 of 325 human quotations is so short, none cut there
PART_RATIO = 0.95  # and the rendering must be at least that much shorter (in words)
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")


HEADS: dict[Kind, str] = {"inverted": "inverted", "lost": "lost", "english": "not translated", "changed": "changed"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """`probability` 0..1 that the content is badly damaged; `kind` and `detail` say what is wrong where it is known."""

    content: Content
    probability: float
    kind: Kind = ""
    detail: str | None = None

    @property
    def note(self) -> str | None:
        """Kind and detail as the report carries them: `inverted: “few” has become “some”`."""
        return f"{HEADS[self.kind]}: {self.detail}" if self.kind and self.detail else None


def kind_of(note: str | None) -> tuple[Kind, str]:
    """Kind and detail of a note as `Judgement.note` writes it; ("", "") where there is none."""
    for kind, head in HEADS.items():
        if note and note.startswith(head + ": "):
            return kind, note[len(head) + 2 :]
    return "", ""


@dataclass(frozen=True, slots=True)
class Model:
    """Coefficients per unit of each signal, and the probabilities from which content is `minor` and `major`."""

    intercept: float
    coefficients: dict[str, float]
    minor: float
    major: float

    def probability(self, measured: dict[str, float]) -> float:
        """The logistic of the weighted sum. Raises KeyError for a signal that has no coefficient."""
        total = self.intercept + sum(self.coefficients[name] * value for name, value in measured.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def model(pair: LanguagePair) -> Model:
    """The model fitted for a pair; for one without, English-Indonesian's: its signals are named after no language."""
    content = pair.read("quote_content.json") or (PACKAGE / "quote_content.json").read_bytes()
    data = json.loads(content)
    return Model(data["intercept"], data["coefficients"], data["thresholds"]["minor"], data["thresholds"]["major"])


def judge_content(
    texts: Texts,
    affinity: Affinity,
    whole: bool = True,
    noise: dict[str, float] | None = None,
    inverted: str | None = None,
) -> Judgement:
    """The verdict on one quotation and its rendering.

    `inverted`: what is known to be turned round in it, in words. `whole` is False where the rendering carries more than
    this quotation. `noise` is what `Floor.without` says of the rest of the article.
    """
    sure = certain(texts, affinity, inverted)
    if sure:
        return sure
    measured = signals.measure(texts, affinity, whole) | (noise or {})
    fitted = model(affinity.pair)
    probability = fitted.probability(measured)
    left = signals.leftovers(texts, affinity)
    english = ", ".join(dict.fromkeys(t.text for t in left))
    if probability >= fitted.major:
        if left:
            return Judgement("major", probability, "english", english)
        return Judgement("major", probability, "changed", _changed(texts, affinity))
    if probability >= fitted.minor:
        return Judgement("minor", probability, "english" if left else "", english or None)
    return Judgement("faithful", probability)


def certain(texts: Texts, affinity: Affinity, inverted: str | None = None) -> Judgement | None:
    """What needs no weighing: the meaning turned round, a whole sentence gone, another number, a garbled name."""
    if inverted:
        return Judgement("major", 1.0, "inverted", inverted)
    bound = _obligation(texts, affinity.pair)
    if bound:
        return Judgement("major", 1.0, "changed", bound)
    lost = lost_part(texts, affinity) or lost_run(texts, affinity)
    if lost:
        return Judgement("major", 1.0, "lost", f"nothing stands for {shown(lost)}")
    miscounted = wrong_number(texts, affinity.pair)
    if miscounted:
        return Judgement("major", 1.0, "changed", miscounted)
    broken = garbled(texts, affinity)
    return Judgement("major", 1.0, "changed", broken) if broken else None


def _obligation(texts: Texts, pair: LanguagePair) -> str | None:
    """What must be has become what may be, or the other way round; nothing is said where either side denies."""
    source, target = pair.languages
    there, here = texts.there, texts.here
    if signals.negated(there, source) or signals.negated(here, target):
        return None
    wanted, given = signals.senses(texts.there, source.senses.modals), signals.senses(texts.here, target.senses.modals)
    if {"must", "should"} & wanted.keys() & given.keys() or "may" in wanted.keys() & given.keys():
        return None
    for one, other in (("must", "may"), ("may", "must")):
        free = not {"must", "should"} & (wanted if one == "may" else given).keys()
        if free and one in wanted and other in given and other not in wanted and one not in given:
            return f"{shown(wanted[one])} has become {shown(given[other])}"
    return None


def garbled(texts: Texts, affinity: Affinity) -> str | None:
    """A short quotation whose letters or name are not the same any more, or a word that comes twice in a row."""
    there, here = texts.there, texts.here
    pairs = {(a.key, b.key) for a, b in pairwise(there)}
    for a, b in pairwise(here):
        if a.key == b.key and texts.target[a.end : b.start] == " " and a.key.isalpha() and (a.key, b.key) not in pairs:
            return f"{shown(a.text)} comes twice"
    if not there or len(there) > SHORT:
        return None
    if all(len(t.key) == 1 for t in there) and _bare(texts.source) != _bare(texts.target):  # “Õ/õ”
        return f"{shown(texts.source)} has become {shown(texts.target)}"
    own = {t.text for t in there}
    if own & {t.text for t in here} or not all(t.text[:1].isupper() for t in there):
        return None
    for token in there:
        if len(token.text) < FOREIGN_NAME or affinity.translatable(token.key) > 0.1:
            continue
        for other in here:
            distance = Levenshtein.distance(token.key, other.key)
            if other.text[:1].isupper() and 0 < distance <= 2 and not affinity.knows(other.key):
                return f"{shown(token.text)} is spelt {shown(other.text)}"
    return None


def wrong_number(texts: Texts, pair: LanguagePair) -> str | None:
    """A number of the quotation that has another value or counts something else (degrees have become years)."""
    source, target = pair.languages
    rows = [(numbers(texts.source, source), numbers(texts.target, target))]
    for difference in differences(rows):
        there, here = difference.original, difference.translated
        if there and here and difference.change in WRONG:
            return f"{shown(there.text)} has become {shown(here.text)}"
        if (
            there
            and difference.change == "lost"
            and not any(equal(there, m) for m in numbers(texts.target_around, target))
        ):
            return f"{shown(there.text)} is missing"
    return None


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text).lower() if c.isalnum())


def lost_part(texts: Texts, affinity: Affinity) -> str | None:
    """A whole sentence of the quotation that nothing in a clearly shorter rendering stands for."""
    parts = [m.group().strip() for m in _SENTENCE.finditer(texts.source)]
    there, here = texts.there, texts.here
    if len(parts) < 2 or len(here) > PART_RATIO * len(there):
        return None
    for part in parts:
        if len(tokens(part)) < PART_WORDS - 1:
            continue
        everything = f"{texts.target} {texts.target_around}"  # a part that stands outside the marks is not lost
        lost, _ = signals.uncovered(Texts(part, everything), affinity)
        weights = {w: affinity.lexicon.source_weight(w) for w in lost}
        total = sum(weights.values())
        if total and 1 - sum(lost.values()) / total <= PART:
            return part
    return None


def lost_run(texts: Texts, affinity: Affinity) -> str | None:
    """Content words in a row that nothing in a much shorter rendering, or beside it, stands for: half a sentence.

    Fewer of them are enough at the beginning or the end of a quotation that has lost its half.
    """
    there, here = texts.there, texts.here
    half = len(there) >= CUT_WORDS and len(here) <= CUT_RATIO * len(there)
    if not half and (len(there) < RUN_WORDS or len(here) > RUN_RATIO * len(there)):
        return None
    everything = f"{texts.target} {texts.target_around}"
    odds = signals.stood(Texts(texts.source, everything, words=(there, tokens(everything))), affinity).lost
    told = iter(odds)
    content: list[tuple[Token, bool]] = []  # and whether it is lost
    following = next(told, None)
    for token in there:
        if following is not None and token.text == following[0]:
            content.append((token, following[1] > 0))
            following = next(told, None)
    runs = [[t for t, _ in group] for lost, group in groupby(content, key=lambda pair: pair[1]) if lost]
    ends = {content[0][0], content[-1][0]} if content else set()
    long = [run for run in runs if len(run) >= RUN or (half and len(run) >= CUT and ends & {run[0], run[-1]})]
    best = max(long, key=len, default=None)
    return texts.source[best[0].start : best[-1].end] if best else None


def _changed(texts: Texts, affinity: Affinity) -> str | None:
    """The weightiest words that the other side does not carry."""
    lost, new = signals.uncovered(texts, affinity)
    gone = [w for w, v in sorted(lost.items(), key=lambda p: (-p[1], p[0])) if v >= 3][:2]
    come = [w for w, v in sorted(new.items(), key=lambda p: (-p[1], p[0])) if v >= 3][:2]
    if gone and come:
        return f"{', '.join(map(shown, gone))} seems to have become {', '.join(map(shown, come))}"
    if gone:
        return f"nothing seems to stand for {', '.join(map(shown, gone))}"
    return f"{', '.join(map(shown, come))} is not in the original" if come else None


def shown(text: str) -> str:
    """Words of a text as messages quote them."""
    return f"“{text}”"
