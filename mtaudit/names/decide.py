"""What became of one name in one window: the evidence for each of its words, and the verdict that follows.

Damage needs evidence of its own (a near spelling that nothing excuses, another name in its place, its words turned
into common ones, the passage cut off). A name that merely can't be found is `localised` with little confidence:
translators write "he", "the party" and "the capital", too.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal

from mtaudit.model import EntityStatus, EntityType
from mtaudit.names import literal, lost, replaced, roads
from mtaudit.names.gazetteer import Entry
from mtaudit.names.match import Pair
from mtaudit.names.spelling import fold
from mtaudit.names.window import Window, Word

Kind = Literal["same", "damaged", "accepted", "translated", "lost"]


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name and the target words (indices) that stand for it."""

    at: int  # index in window.source
    word: Word
    kind: Kind
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """`span`: first and last index of the target words, None where nothing stands for the name."""

    status: EntityStatus
    span: tuple[int, int] | None
    confidence: float
    road: str | None = None
    suggestion: str | None = None


def decide(
    name: str, kind: EntityType, at: Sequence[int], window: Window, pairs: dict[int, Pair], used: Container[int] = ()
) -> Outcome:
    """The verdict on the name `name`, whose words are those of `window.source` at the indices `at`.

    `used`: indices of target words that stand for names before this one; a name that occurs again wants a place of
    its own, where there is one.
    """
    entries = window.tables.gazetteer.entries(name)
    suggestion = _suggestion(name, entries)
    for entry in entries:
        for form in entry.forbidden:
            span = window.find(form)
            if span:
                return Outcome("mistranslated", span, 1.0, "forbidden form", suggestion)
    if any(i in pairs for i in at):
        hurt = _mangled(name, at, window, pairs, suggestion)
        if hurt:
            return hurt
    whole = _whole(name, kind, entries, window, used)
    if whole:
        return whole
    parts = [_part(i, window, used) for i in at]
    content = [p for p in parts if p.word.text.lower() not in window.tables.source.function_words] or parts
    standing = [p for p in content if p.kind != "lost"]
    if entries and 0 < len(standing) < len(content):
        other = replaced.other_name([i for p in standing for i in p.places], entries, window)
        if other:
            return Outcome("mistranslated", other, 0.9, "another name", suggestion)
    for check in (_turned, _particle, _first_name, _common_words, _junk, _common_word):
        hurt = check(kind, content, parts, entries, window, suggestion)
        if hurt:
            return hurt
    again = _whole(name, kind, entries, window, ())
    if again:
        return again
    found = sorted({i for p in content for i in p.places[:1]})
    if found:
        missing = sum(p.kind == "lost" for p in content) / len(content)
        return Outcome("localised", _together(found), 0.9 - 0.5 * missing)
    acronym = name.isupper() and len(name) < 5 and not entries
    if not acronym and lost.cut_off(at, window):
        return Outcome("dropped", None, 0.8, "cut off", suggestion)
    if kind == "PER" and len(at) == 1 and lost.left_out(at[0], window):
        return Outcome("dropped", None, 0.5, "left out", suggestion)
    return Outcome("localised", None, 0.3)


def _suggestion(name: str, entries: Sequence[Entry]) -> str:
    return next((f for e in entries for f in e.forms), name)


def _whole(
    name: str, kind: EntityType, entries: Sequence[Entry], window: Window, used: Container[int]
) -> Outcome | None:
    """The name as it is, an accepted form, or its initials."""
    bare = name.removeprefix("The ").removeprefix("the ")
    forms = [f for e in entries for f in e.forms]
    span = window.find(bare, used)
    if span:
        if forms and not any(fold(bare) == fold(f) for e in entries for f in e.accepted if f != e.name):
            other = [f for f in forms if fold(bare) in fold(f)]
            if not other and kind in {"LOC", "ORG"} and len(bare) > 3 and not window.tables.ordinary(bare):
                return Outcome("untranslated", span, 0.7, None, forms[0])
        return Outcome("preserved", span, 1.0)
    for form in sorted({f for e in entries for f in e.accepted}, key=lambda f: (-len(f), f)):
        span = window.find(form, used)
        if span:
            return Outcome("localised", span, 0.95)
    return None


def _part(i: int, window: Window, used: Container[int] = ()) -> Part:
    word = window.source[i]
    tables = window.tables
    left = [(j, t) for j, t in enumerate(window.target) if j not in used]
    same = [j for j, t in left if word.key in tables.bare(t.key)]
    if same:
        return Part(i, word, "same", tuple(same))
    accepted = [j for j, t in left if tables.accepted(word.text, t.text)]
    if accepted:
        return Part(i, word, "accepted", tuple(accepted))
    translated = [j for j, t in left if tables.translates(t.text, word.text)]
    if translated:
        return Part(i, word, "translated", tuple(translated))
    return Part(i, word, "lost")


def _mangled(name: str, at: Sequence[int], window: Window, pairs: dict[int, Pair], suggestion: str) -> Outcome | None:
    hurt = [pairs[i] for i in at if i in pairs]
    places = sorted({p.target for p in hurt})
    near = [j for i in at for j in _part(i, window).places if any(abs(j - p) <= len(at) for p in places)]
    span = _together(sorted({*places, *near}))
    if span is None or not any(span[0] <= p <= span[1] for p in places):
        span = places[0], places[0]
    first = hurt[0]
    word, found = window.source[first.source], window.target[first.target]
    confidence = min(0.99, 0.5 + first.likeness / 2)
    if window.tables.another(word.text, found.text):
        return Outcome("mistranslated", span, confidence, "another name", suggestion)
    return Outcome("mangled", span, confidence, roads.road(word.text, found.text)[0], suggestion)


def _together(places: Sequence[int]) -> tuple[int, int] | None:
    """First and last of the longest run of indices without a gap of more than two words."""
    best: list[int] = []
    run: list[int] = []
    for i in places:
        if run and i - run[-1] > 3:
            run = []
        run.append(i)
        if len(run) > len(best):
            best = list(run)
    return (best[0], best[-1]) if best else None


def _turned(
    kind: EntityType, content: list[Part], parts: list[Part], entries: Sequence[Entry], window: Window, wish: str
) -> Outcome | None:
    """A person's two names the wrong way round."""
    if kind != "PER" or len(parts) != 2 or any(p.kind != "same" or len(p.places) > 1 for p in parts):
        return None
    one, two = parts
    if one.places[0] != two.places[0] + 1 or any(window.tables.ordinary(p.word.text) for p in parts):
        return None
    if not all(window.target[p.places[0]].capital for p in parts):
        return None
    return Outcome("mangled", (two.places[0], one.places[0]), 0.7, "word order", wish)


def _particle(
    kind: EntityType, content: list[Part], parts: list[Part], entries: Sequence[Entry], window: Window, wish: str
) -> Outcome | None:
    """A small word of a foreign name taken for a word of the language: do -> melakukan."""
    particles = window.tables.source.names.particles - window.tables.source.names.titles
    for before, small, after in zip(parts, parts[1:], parts[2:], strict=False):
        if small.word.text not in particles or small.kind != "translated":
            continue
        if before.kind != "same" or after.kind != "same":
            continue
        for i in before.places:
            if i + 1 in small.places and i + 2 in after.places:
                return Outcome("mangled", (i, i + 2), 0.8, "common words", wish)
    return None


def _first_name(
    kind: EntityType, content: list[Part], parts: list[Part], entries: Sequence[Entry], window: Window, wish: str
) -> Outcome | None:
    """Another first name before the surname."""
    if kind != "PER" or len(parts) < 2 or parts[-1].kind != "same" or parts[0].kind not in {"lost", "translated"}:
        return None
    tables = window.tables
    if tables.ordinary(parts[-1].word.text) or len(parts[0].word.key) < 3:
        return None
    for i in parts[-1].places:
        if i == 0:
            continue
        before = window.target[i - 1]
        low = before.text.lower()
        joined = window.target[i].start - before.end == 1
        if not joined or not before.capital or window.same[i - 1] or low in tables.target.names.titles:
            continue
        if (
            before.text.isupper()
            or low in tables.target.names.not_names
            or tables.accepted(parts[0].word.text, before.text)
        ):
            continue
        if len(before.key) < 3 or tables.casing.indonesian_word(low) or low in tables.target.function_words:
            continue
        explained = window.explained[i - 1]
        if not explained or (tables.translates(before.text, parts[0].word.text) and tables.casing.name(low)):
            return Outcome("mistranslated", (i - 1, i), 0.75, "another name", wish)
    return None


def _common_words(
    kind: EntityType, content: list[Part], parts: list[Part], entries: Sequence[Entry], window: Window, wish: str
) -> Outcome | None:
    found = literal.common_words(
        kind, [(p.word, p.kind, p.places) for p in content], len(parts) > len(content), entries, window
    )
    if not found:
        return None
    span = _together(found.places)
    return Outcome("mistranslated", span, found.confidence, found.road, wish)


def _junk(
    kind: EntityType, content: list[Part], parts: list[Part], entries: Sequence[Entry], window: Window, wish: str
) -> Outcome | None:
    """A word that has nothing to do with the sentence where the first word of the name should be."""
    first = content[0]
    if first.kind != "lost":
        return None
    following = first.at + 1
    while following < len(window.source) and following <= first.at + 2:
        word = window.source[following]
        places = [j for j, t in enumerate(window.target) if word.key == t.key and word.capital]
        for j in places:
            if j and literal.junk(window, j - 1):
                return Outcome("mistranslated", (j - 1, j - 1), 0.6, "junk", wish)
        following += 1
    return None


def _common_word(
    kind: EntityType, content: list[Part], parts: list[Part], entries: Sequence[Entry], window: Window, wish: str
) -> Outcome | None:
    """A small word that has nothing to do with the sentence, right beside the half of the name that came through."""
    tables = window.tables
    if kind != "ORG" or len(parts) != 2 or {p.kind for p in parts} != {"same", "lost"}:
        return None
    kept, gone = sorted(parts, key=lambda p: p.kind == "lost")
    if tables.head(gone.word.text) or tables.ordinary(kept.word.text) or len(kept.places) != 1:
        return None
    i = kept.places[0]
    for j in (i - 1, i + 1):
        if 0 <= j < len(window.target):
            word = window.target[j]
            low = word.text.lower()
            apart = abs(window.target[max(i, j)].start - window.target[min(i, j)].end)
            odd = not window.explained[j] and low.isalpha() and len(low) > 3
            if apart == 1 and odd and not word.capital and low not in tables.target.function_words:
                return Outcome("mistranslated", (min(i, j), max(i, j)), 0.5, "common words", wish)
    return None
