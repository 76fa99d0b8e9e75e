"""Names of one word that became the word it is besides: Turkey -> kalkun, WHO -> siapa, Time magazine -> Waktu."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.names.literal import ALIKE, means
from mtaudit.names.outcome import Name
from mtaudit.names.spelling import fold, nearness
from mtaudit.names.window import Window, Word


def wrong_sense(name: Name, window: Window) -> tuple[int, int] | None:
    """A name of one word, rendered by what the word means: Turkey -> kalkun, Shell -> Cangkang, Chicken -> ayam.

    The word must be a name that the tables know under no such form, or one that a known place follows ("Chicken,
    Alaska").
    """
    tables = window.tables
    thing = bool(name.entries) and all(
        e.type == "ORG" and tables.gazetteer.keeps(e) for e in name.entries
    )  # Apple is no Apel
    if len(name.content) != 1 or name.content[0].kind not in {"translated", "accepted" if thing else ""}:
        return None
    (part,) = name.content
    low = part.word.text.lower()
    names = tables.source.names
    if not part.word.proper or tables.head(low) or low in names.titles | names.offices | names.adjectives:
        return None
    if any(w.key == part.word.key and not w.capital for w in window.source):
        return None
    if not name.entries and not (tables.ordinary(low) and _before_place(part.at, window)):
        return None
    if part.word.text.isupper() or not means(part.word, window):
        return None
    right = {fold(word) for e in name.entries for form in e.forms for word in form.split()}
    for i in part.places:
        word = window.target[i]
        if (
            word.key in right
            or not tables.casing.target_word(word.text)
            or (nearness(part.word.key, word.key) > ALIKE and not thing)
        ):
            return None
    return part.places[0], part.places[0]


def _before_place(at: int, window: Window) -> bool:
    """Whether a comma and the name of a known place follow."""
    after = at + 1
    if after >= len(window.source) or window.source[after].start - window.source[at].end != 2:
        return False
    return any(e.type == "LOC" for e in window.tables.gazetteer.entries(window.source[after].text))


def acronym(name: Name, window: Window) -> tuple[int, int] | None:
    """Letters read as the word they spell: the US -> kami, WHO -> siapa."""
    if len(name.parts) != 1 or name.parts[0].kind != "translated" or not name.entries:
        return None
    (part,) = name.parts
    tables, low = window.tables, part.word.text.lower()
    if not part.word.text.isupper() or not tables.ordinary(low):
        return None
    if any(w.text.lower() == low and w is not part.word for w in window.source):
        return None
    right = {fold(word) for e in name.entries for form in e.accepted for word in form.split()}
    for i in part.places:
        word = window.target[i]
        plain = word.text.lower() in tables.target.function_words or tables.casing.target_word(word.text)
        if plain and word.key not in right:
            return i, i
    return None


def borne(name: Name, window: Window) -> tuple[int, int] | None:
    """First and last target word of a bearer and the meaning of the name it bears: Time magazine -> majalah Waktu."""
    if len(name.parts) != 1 or name.parts[0].kind != "translated" or not name.parts[0].word.proper:
        return None
    (part,) = name.parts
    for bearer in _beside(part.at, window.source):
        if window.source[bearer].text not in window.tables.source.names.bearers:
            continue
        for i in part.places:
            word = window.target[i]
            alike = nearness(part.word.key, word.key) > ALIKE
            if not word.capital or alike or not window.tables.casing.target_word(word.text):
                continue
            for j in _beside(i, window.target):
                if window.tables.translates(window.target[j].text, window.source[bearer].text):
                    return min(i, j), max(i, j)
    return None


def _beside(i: int, words: Sequence[Word]) -> list[int]:
    """Indices of the words that only a space parts from the one at `i`."""
    found = [i - 1] if i and words[i].start - words[i - 1].end == 1 else []
    return [*found, i + 1] if i + 1 < len(words) and words[i + 1].start - words[i].end == 1 else found
