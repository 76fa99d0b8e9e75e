"""What became of one name in one window: the evidence for each of its words, and the verdict that follows.

Damage needs evidence of its own (a near spelling that nothing excuses, another name in its place, its words turned
into common ones, the passage cut off). A name that merely can't be found is `localised` with little confidence:
translators write "he", "the party" and "the capital", too.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from mtaudit.model import DAMAGED_NAME, EntityType
from mtaudit.names import forbidden, lost, mend, regnal, replaced, roads
from mtaudit.names.checks import CHECKS
from mtaudit.names.gazetteer import Entry
from mtaudit.names.match import Pair
from mtaudit.names.outcome import Name, Outcome, Part, together
from mtaudit.names.spelling import fold
from mtaudit.names.window import Window

NOT_FOUND = 0.3  # confidence of a name that isn't there and for whose damage nothing speaks


def decide(
    name: str, kind: EntityType, at: Sequence[int], window: Window, pairs: dict[int, Pair], used: Container[int] = ()
) -> Outcome:
    """The verdict on the name `name`, whose words are those of `window.source` at the indices `at`.

    `used`: indices of target words that stand for names before this one; a name that occurs again wants a place of
    its own, where there is one.
    """
    entries = window.tables.gazetteer.entries(name)
    outcome = _judged(name, kind, at, window, pairs, used, entries)
    overruled = outcome.road == forbidden.ROAD  # the user's own word stands
    if outcome.status in DAMAGED_NAME and not overruled and (span := regnal.localised(kind, at, window)):
        outcome = Outcome("localised", span, 0.8)
    if (outcome.status == "dropped" or outcome.confidence == NOT_FOUND) and window.comes_back(name):
        outcome = Outcome("localised", window.strangers(), 0.7)  # by words that no table has
    elif outcome.road == "another name" and window.comes_back(name):
        outcome = Outcome("localised", outcome.span, 0.7)
    if outcome.status not in DAMAGED_NAME and outcome.status != "untranslated":
        return outcome
    return replace(outcome, suggestion=mend.suggestion(name, entries, at, outcome, window, pairs))


def _judged(
    name: str,
    kind: EntityType,
    at: Sequence[int],
    window: Window,
    pairs: dict[int, Pair],
    used: Container[int],
    entries: Sequence[Entry],
) -> Outcome:
    for entry in entries:
        for form in entry.forbidden:
            span = window.find(form)
            if span:
                return Outcome("mistranslated", span, 1.0, forbidden.ROAD)
    whole = _whole(name, kind, entries, window, used)
    hurts = [pairs[i].target for i in at if i in pairs]
    covered = whole and whole.span and all(whole.span[0] <= p <= whole.span[1] for p in hurts)
    if hurts and not covered:
        return _mangled(at, window, pairs)
    state = bool(entries) and all(window.tables.gazetteer.is_country(e) for e in entries)
    if whole and not state and (whole.status != "localised" or kind != "PER"):
        return whole
    parts = [_part(i, window, used) for i in at]
    content = [p for p in parts if not _small(p, window)] or parts
    evidence = Name(name, kind, tuple(parts), tuple(content), tuple(entries))
    if whole:
        span = replaced.namesake(evidence, window) or replaced.country(evidence, window)
        return Outcome("mistranslated", span, 0.7, "another name") if span else whole
    for check in CHECKS:
        hurt = check(evidence, window)
        if hurt:
            return hurt
    again = _whole(name, kind, entries, window, ())
    if again:
        return again
    found = sorted({i for p in content for i in p.places[:1]})
    telling = [p for p in content if len(p.word.key) > 3]
    lonely = telling and len(content) > len(telling) and all(p.kind == "lost" for p in telling)
    if lonely and lost.vanished([p.at for p in telling], window):
        return Outcome("dropped", None, 0.45, "left out")  # La Leona, of which another "Los" is no trace
    if found:
        missing = sum(p.kind == "lost" for p in content) / len(content)
        return Outcome("localised", together(found), 0.9 - 0.5 * missing)
    acronym = name.isupper() and len(name) < 5 and not entries
    if not acronym and lost.cut_off(at, window):
        return Outcome("dropped", None, 0.8, "cut off")
    if kind == "PER" and len(at) == 1 and lost.left_out(at[0], window):
        return Outcome("dropped", None, 0.5, "left out")
    if kind != "PER" and not acronym and lost.vanished(at, window):
        return Outcome("dropped", None, 0.45, "left out")
    return Outcome("localised", None, NOT_FOUND)


def _small(part: Part, window: Window) -> bool:
    """A function word, unless a capital makes it part of the name: New Hampshire."""
    names, low = window.tables.source.names, part.word.text.lower()
    if low not in window.tables.source.function_words:
        return False
    return not part.word.proper or low in names.articles or low in names.connectors


def _whole(
    name: str, kind: EntityType, entries: Sequence[Entry], window: Window, used: Container[int]
) -> Outcome | None:
    """The name as it is, an accepted form, or its initials."""
    bare = window.tables.gazetteer.without_article(name)
    forms = [f for e in entries for f in e.forms]
    span = window.find(bare, used)
    if span:
        if forms and not any(fold(bare) == fold(f) for e in entries for f in e.accepted if f != e.name):
            other = [f for f in forms if fold(bare) in fold(f)]
            if not other and kind in {"LOC", "ORG"} and len(bare) > 3 and not window.tables.ordinary(bare):
                return Outcome("untranslated", span, 0.7)
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


def _mangled(at: Sequence[int], window: Window, pairs: dict[int, Pair]) -> Outcome:
    hurt = [pairs[i] for i in at if i in pairs]
    places = sorted({p.target for p in hurt})
    near = [j for i in at for j in _part(i, window).places if any(abs(j - p) <= len(at) for p in places)]
    span = together(sorted({*places, *near}))
    if span is None or not any(span[0] <= p <= span[1] for p in places):
        span = places[0], places[0]
    first = hurt[0]
    word, found = window.source[first.source], window.target[first.target]
    confidence = min(0.99, 0.5 + first.likeness / 2)
    if window.tables.another(word.text, found.text):
        return Outcome("mistranslated", span, confidence, "another name")
    return Outcome("mangled", span, confidence, roads.road(word.text, found.text)[0])
