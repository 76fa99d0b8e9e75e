"""What became of a name: one decision, made by a fitted model from all that speaks for and against it.

data/names.<source>-<target>.json.xz (made by tools/names/fit.py) holds boosted trees over `signals.NAMES`, the
probability from which on a name is called damaged, and what each signal is like where a name is sound. Certain without
it are a name that stands there letter for letter or in a form of a table, another country in its place or around it,
and the meaning of words of a name that a table has as it is.
docs/names.md has the figures.
"""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from functools import cache

import msgspec

from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.languages.pair import LanguagePair
from mtaudit.model import EntityStatus, EntityType
from mtaudit.names import roads
from mtaudit.names.spelling import fold
from mtaudit.names.trace import Part, Span, Trace
from mtaudit.names.window import Window
from mtaudit.reader.trees import Trees

EXACT, LISTED, BY_WORDS = 1.0, 0.95, 0.9  # confidence: letter for letter; a form of a table; each word accounted for
OFTEN_LEFT = 0.7  # ... that a name which the tables have another form for should have had it
ANOTHER, WORDS, HALF, SHORT = "another name", "common words", "half translated", "cut short"  # roads


class NameModel(msgspec.Struct, frozen=True):
    """Trees from `signals.NAMES` to the probability that a name is damaged; told from `told` on."""

    trees: Trees
    told: float
    usual: tuple[float | None, ...]  # the median of each signal among sound names; None where it has none


@dataclass(frozen=True, slots=True)
class Outcome:
    """`span`: first and last index of the target words, None where nothing stands for the name."""

    status: EntityStatus
    span: Span | None
    confidence: float  # 0..1
    road: str | None = None
    suggestion: str | None = None


@cache
def load(pair: LanguagePair) -> NameModel:
    """The model of a pair of languages, read once a process.

    The signals say nothing of a language: a pair that has no model of its own is judged by that of English and
    Indonesian.
    """
    data = pair.read(f"names.{pair.source.code}-{pair.target.code}.json.xz")
    return load(ENGLISH_INDONESIAN) if data is None else msgspec.json.decode(lzma.decompress(data), type=NameModel)


def certain(kind: EntityType, trace: Trace, window: Window) -> Outcome | None:
    """What is so by definition; None where the model is to be asked."""
    if trace.another is not None:
        return Outcome("mistranslated", trace.another, LISTED, ANOTHER)
    if trace.whole == "form":
        return Outcome("localised", trace.span, LISTED)
    if _kept(trace, window):
        half = any(p.kind == "same" for p in trace.content)
        return Outcome("mistranslated", trace.span, LISTED, HALF if half else WORDS)
    if trace.whole is None and _another_country(trace, window):
        return Outcome("mistranslated", trace.span, LISTED, ANOTHER)
    if trace.whole is None and _country_as_word(trace, window):
        return Outcome("mistranslated", trace.span, LISTED, WORDS)
    if trace.whole == "same":
        left = _left(kind, trace, window)
        return Outcome("untranslated" if left else "preserved", trace.span, OFTEN_LEFT if left else EXACT)
    return None


def _kept(trace: Trace, window: Window) -> bool:
    """Whether words of a name that tables have in no other form were translated, and the others left: Batu Utara for
    Northern Rock, Waktu New York for The New York Times; but not by the word for what it is: Universitas Stanford."""
    tables, parts = window.tables, trace.content
    translated = [p for p in parts if p.kind == "translated"]
    return (
        len(parts) > 1
        and bool(translated and trace.entries)
        and all(tables.gazetteer.keeps(e) for e in trace.entries)
        and all(p.kind in ("same", "translated") for p in parts)
        and not all(_proper(p, window) for p in translated)
    )


def _proper(part: Part, window: Window) -> bool:
    """Whether a word may be translated in any name: the word for what it is (University), a place (America)."""
    tables, word, there = window.tables, part.word.text, window.target[part.places[0]].key
    forms = tables.gazetteer.word_forms(word) if word.lower() in tables.heads else tables.gazetteer.forms(word)
    return there in map(fold, forms)


def _another_country(trace: Trace, window: Window) -> bool:
    """Whether the nearest spelling of a country's name is another country's: Nigeria for Niger."""
    part, tables = trace.content[0] if len(trace.content) == 1 else None, window.tables
    if part is None or part.kind != "near" or not any(map(tables.gazetteer.is_country, trace.entries)):
        return False
    return any(map(tables.gazetteer.is_country, tables.gazetteer.known(window.target[part.places[0]].text)))


def _country_as_word(trace: Trace, window: Window) -> bool:
    """Whether a country's name was read as an ordinary word and stands there with a small letter: kalkun for Turkey."""
    part = trace.content[0] if len(trace.content) == 1 else None
    if part is None or part.kind != "translated" or not any(map(window.tables.gazetteer.is_country, trace.entries)):
        return False
    return window.target[part.places[0]].text.islower()


def _left(kind: EntityType, trace: Trace, window: Window) -> bool:
    """Whether a name was left as it is although the tables know nothing but other forms for it: New Zealand."""
    bare = window.tables.gazetteer.without_article(trace.text)
    forms = [fold(f) for e in trace.entries for f in e.forms]
    if not forms or any(fold(bare) == fold(f) for e in trace.entries for f in e.accepted if f != e.name):
        return False
    inside = any(fold(bare) in form for form in forms)
    return not inside and kind in {"LOC", "ORG"} and len(bare) > 3 and not window.tables.ordinary(bare)


def decide(kind: EntityType, trace: Trace, window: Window, probability: float, told: float) -> Outcome:
    """The status of a name that is damaged with this probability. A person's surname stands for the person."""
    if probability >= told:
        return _damaged(trace, window, probability)
    standing = sum(p.kind != "lost" for p in trace.content) / len(trace.content)
    surname = kind == "PER" and trace.content[-1].kind == "same"
    if trace.span is not None and (standing > 0.5 or surname):
        return Outcome("localised", trace.span, round(BY_WORDS * (1 - probability), 3))
    return Outcome("unverified", trace.span, round(1 - probability, 3))


def _damaged(trace: Trace, window: Window, p: float) -> Outcome:
    """By which road it was damaged: the nearest word first, then words beside what is left, then what is missing."""
    kinds = {part.kind for part in trace.content}
    near = [part for part in trace.content if part.kind == "near"]
    if near:
        return _near(near[0], trace, window, p)
    if trace.span is None:
        run = instead(trace, window)
        return Outcome("mistranslated", run, p, ANOTHER) if run else Outcome("dropped", None, p, "left out")
    if "lost" in kinds:
        beside = _beside(trace.span, window)
        if beside is not None:
            return Outcome("mistranslated", beside, p, ANOTHER)
        return Outcome("mangled", trace.span, p, HALF if "translated" in kinds else SHORT)
    if "translated" in kinds:
        return Outcome("mistranslated", trace.span, p, HALF if "same" in kinds else WORDS)
    return Outcome("mangled", trace.span, p, "letters changed")


def _near(part: Part, trace: Trace, window: Window, p: float) -> Outcome:
    word, found = part.word, window.target[part.places[0]]
    place = part.places[0]
    span = trace.span if trace.span and trace.span[0] <= place <= trace.span[1] else (place, place)
    if window.tables.another(word.text, found.text):
        return Outcome("mistranslated", span, p, ANOTHER)
    return Outcome("mangled", span, p, roads.road(word.text, found.text))


def instead(trace: Trace, window: Window) -> Span | None:
    """The run of capitalised words that nothing explains nearest to where the name should stand."""
    place = trace.content[0].at / max(1, len(window.source)) * len(window.target)
    return min(window.strange_runs, key=lambda run: (abs(run[0] - place), run), default=None)


def _beside(span: Span, window: Window) -> Span | None:
    """What is left of the name, with the capitalised word that nothing explains right before or behind it."""
    for run in window.strange_runs:
        if run[1] == span[0] - 1 and window.joined(run[1]):
            return run[0], span[1]
        if run[0] == span[1] + 1 and window.joined(span[1]):
            return span[0], run[1]
    return None
