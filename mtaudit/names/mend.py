"""What should stand in the translation in the place of a damaged name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from mtaudit.names.decision import Outcome
from mtaudit.names.gazetteer import Entry
from mtaudit.names.match import Pair
from mtaudit.names.spelling import fold, nearness
from mtaudit.names.window import Window

SAME_NAME = 0.7  # least likeness of a first name and the word before the place, for them to be one
FITS = 0.6  # a known form that is less like the damaged name than this is no better than the usual one


def suggestion(
    name: str, entries: Sequence[Entry], at: Sequence[int], outcome: Outcome, window: Window, pairs: Mapping[int, Pair]
) -> str:
    """The Indonesian form of a known name that fits the place; else what stands there with the right words put in.

    `at`: indices of the name's words in `window.source`. Falls back on a translated head ("Mananga River" -> "Sungai
    Mananga") and on the English form.
    """
    found = window.text(outcome.span) if outcome.span else ""
    forms = [
        f for e in entries for f in (*e.forms, *((e.name, *e.aliases) if window.tables.gazetteer.keeps(e) else ()))
    ]
    if any(fold(found) == fold(form) for form in forms):
        return name  # a right form of somebody else's name
    if forms:
        if all(window.tables.gazetteer.keeps(e) for e in entries) and any(fold(name) == fold(form) for form in forms):
            return _beside(name, outcome, window)  # as this original spells it
        likeness = {f: Indel.normalized_similarity(fold(f), fold(found)) for f in forms}
        longest = [f for f in forms if len(f.split()) >= len(name.split())] or forms
        if outcome.status == "untranslated" or max(likeness[f] for f in longest) < FITS:
            best = longest[0]
        else:
            best = max(longest, key=lambda f: likeness[f])
        return _beside(best, outcome, window)
    if outcome.status == "mangled" and outcome.span and any(i in pairs for i in at):
        return _repaired(at, outcome.span, window, pairs) or _headed(name, window) or name
    return _headed(name, window) or name


def _beside(form: str, outcome: Outcome, window: Window) -> str:
    """Without a first word that stands, rightly or nearly, before the place already: Kaya [Callas] -> Kallas."""
    if outcome.span is None or not outcome.span[0] or " " not in form:
        return form
    first, rest = form.split(" ", 1)
    before, here = (window.target[i] for i in (outcome.span[0] - 1, outcome.span[0]))
    there = window.joined(outcome.span[0] - 1) and before.capital and nearness(fold(first), before.key) >= SAME_NAME
    return rest if there and nearness(fold(first), here.key) < SAME_NAME else form


def _repaired(at: Sequence[int], span: tuple[int, int], window: Window, pairs: Mapping[int, Pair]) -> str | None:
    """The stretch with every damaged word spelled right; None where another word of the name is missing in it."""
    wrong = {pairs[i].target: window.source[i].text for i in at if i in pairs}
    small = window.tables.source.function_words
    inside = range(span[0], span[1] + 1)
    for i in at:
        word = window.source[i]
        if i in pairs or word.text.lower() in small:
            continue
        if not any(j in inside for j in window.stands_for(word)):
            return None
    if any(j not in inside for j in wrong):
        return None
    text = window.text(span)
    start = window.target[span[0]].start
    for j in sorted(wrong, reverse=True):
        word = window.target[j]
        text = text[: word.start - start] + wrong[j] + text[word.end - start :]
    return text


def _headed(name: str, window: Window) -> str | None:
    """A place's name with its last word translated and put first, where nothing else in it has a meaning."""
    tables = window.tables
    *own, head = tables.gazetteer.without_article(name).split()
    if not own or head.lower() not in tables.source.names.place_words or tables.direction(head):
        return None
    if any(tables.ordinary(word) or not word[:1].isupper() for word in own):
        return None
    forms = tables.gazetteer.words.get(head.lower(), ())
    return f"{forms[0].capitalize()} {' '.join(own)}" if forms and " " not in forms[0] else None
