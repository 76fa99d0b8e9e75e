"""The ways in which a name is damaged although every word of it can be accounted for, and what gives each away."""

from __future__ import annotations

from mtaudit.names import beside, halves, literal, people, replaced, single
from mtaudit.names.outcome import Check, Name, Outcome, together
from mtaudit.names.spelling import fold
from mtaudit.names.window import Window


def _other_name(name: Name, window: Window) -> Outcome | None:
    """Another known name that shares a word with it."""
    standing = [p for p in name.content if p.kind != "lost"]
    if not name.entries or not 0 < len(standing) < len(name.content):
        return None
    span = replaced.other_name([i for p in standing for i in p.places], name.entries, window)
    return Outcome("mistranslated", span, 0.9, "another name") if span else None


def _turned(name: Name, window: Window) -> Outcome | None:
    """A person's two names the wrong way round."""
    parts = name.parts
    if name.kind != "PER" or len(parts) != 2 or any(p.kind != "same" or len(p.places) > 1 for p in parts):
        return None
    one, two = parts
    if one.places[0] != two.places[0] + 1 or any(window.tables.ordinary(p.word.text) for p in parts):
        return None
    if not all(window.target[p.places[0]].capital for p in parts):
        return None
    return Outcome("mangled", (two.places[0], one.places[0]), 0.7, "word order")


def _parted(name: Name, window: Window) -> Outcome | None:
    """A word of the sentence got in between a person's two names: General James Ewing -> James Umum Ewing."""
    if name.kind != "PER":
        return None
    target = window.target
    for one, two in zip(name.parts, name.parts[1:], strict=False):
        if one.kind != "same" or two.kind != "same" or len(one.places) > 1 or len(two.places) > 1:
            continue
        first, last = one.places[0], two.places[0]
        if last != first + 2 or two.at != one.at + 1:
            continue
        between = target[first + 1]
        joined = between.start - target[first].end == 1 == target[last].start - between.end
        if joined and len(between.key) > 3 and between.capital and window.tables.casing.target_word(between.text):
            return Outcome("mangled", (first, last), 0.7, "word order")
    return None


def _clipped(name: Name, window: Window) -> Outcome | None:
    """The last letter of a person's name taken for a plural's: Haris -> Hari."""
    if name.kind != "PER" or len(name.content) < 2:
        return None
    for part in name.content:
        cut = [
            i
            for i in part.places
            if fold(window.target[i].text) + window.tables.source.inflection.plural == part.word.key
        ]
        if part.kind != "accepted" or not cut or window.tables.ordinary(part.word.text):
            continue
        after = name.content[-1]
        for i in cut:
            if part is not after and after.kind == "same" and window.target[i].capital and i + 1 in after.places:
                return Outcome("mangled", (i, i + 1), 0.8, "end cut off")
    return None


def _particle(name: Name, window: Window) -> Outcome | None:
    """A small word of a foreign name taken for a word of the language: do -> melakukan."""
    particles = window.tables.source.names.particles - window.tables.source.names.titles
    for before, small, after in zip(name.parts, name.parts[1:], name.parts[2:], strict=False):
        if small.word.text not in particles or small.kind != "translated":
            continue
        for i in before.places:
            if i + 1 in small.places and i + 2 in after.places:
                return Outcome("mangled", (i, i + 2), 0.8, "common words")
    return None


def _first_name(name: Name, window: Window) -> Outcome | None:
    """Another first name before the surname."""
    parts, tables = name.parts, window.tables
    names = tables.source.names
    if name.kind != "PER" or len(parts) < 2 or parts[-1].kind != "same" or parts[0].kind == "same":
        return None
    if tables.ordinary(parts[-1].word.text) or len(parts[0].word.key) < 3 or parts[0].word.text in names.particles:
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
            or parts[0].word.key.startswith(before.key)  # Kabupaten Belu/Kab. Belu
            or low in tables.target.names.not_names
            or (parts[0].kind == "accepted" and not people.another_form(parts[0].word.key, before.key))
        ):
            continue
        if len(before.key) < 3 or tables.casing.target_word(low) or low in tables.target.function_words:
            continue
        surely = parts[0].kind == "accepted" or not window.explained[i - 1]
        if surely or (tables.translates(before.text, parts[0].word.text) and tables.casing.name(low)):
            return Outcome("mistranslated", (i - 1, i), 0.75, "another name")
    return None


def _meant(name: Name, window: Window) -> Outcome | None:
    """A person's name taken for the word that it is."""
    for look in (people.surname, people.first_name):
        span = look(name, window)
        if span:
            return Outcome("mistranslated", span, 0.7, "half translated")
    return None


def _worn(name: Name, window: Window) -> Outcome | None:
    """A word of a name worn down to an ordinary word that it looks like: Helmand -> Helm, Boko Haram -> Buku Haram."""
    span = beside.worn(name, window)
    return Outcome("mangled", span, 0.6, "letters changed") if span else None


def _replaced(name: Name, window: Window) -> Outcome | None:
    """Another surname, or another name altogether."""
    for look in (
        replaced.namesake,
        replaced.country,
        beside.surname,
        beside.after_title,
        beside.neighbour,
        beside.place,
        replaced.stranger,
    ):
        span = look(name, window)
        if span:
            return Outcome("mistranslated", span, 0.7, "another name")
    return None


def _common_words(name: Name, window: Window) -> Outcome | None:
    parts = [(p.word, p.kind, p.places) for p in name.content]
    found = literal.common_words(name.kind, parts, len(name.parts) > len(name.content), name.entries, window)
    if not found:
        return None
    return Outcome("mistranslated", together(found.places), found.confidence, found.road)


def _wrong_words(name: Name, window: Window) -> Outcome | None:
    """A known name of which a word became another: Southern Hemisphere -> Belahan Datar Selatan."""
    for look in (
        literal.wrong_word,
        single.wrong_sense,
        single.acronym,
        single.borne,
        literal.wrong_rendering,
        halves.known,
        halves.word_for_word,
        literal.wrong_class,
        literal.wrong_head,
    ):
        span = look(name, window)
        if span:
            return Outcome("mistranslated", span, 0.7, "common words")
    return None


def _junk(name: Name, window: Window) -> Outcome | None:
    """A word that has nothing to do with the sentence where the first word of the name should be."""
    first = name.content[0]
    if first.kind != "lost":
        return None
    kept = [i for p in name.content[1:] for i in p.places]
    for at in (first.at + 1, first.at + 2):
        if at < len(window.source) and window.source[at].capital:
            kept += [j for j, t in enumerate(window.target) if window.source[at].key == t.key]
    for j in kept:
        if j and literal.junk(window, j - 1):
            return Outcome("mistranslated", (j - 1, j - 1), 0.6, "junk")
    return None


def _common_word(name: Name, window: Window) -> Outcome | None:
    """A small word that has nothing to do with the sentence, right beside the half of the name that came through."""
    tables, parts = window.tables, name.parts
    if name.kind != "ORG" or len(parts) != 2 or {p.kind for p in parts} != {"same", "lost"}:
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
                return Outcome("mistranslated", (min(i, j), max(i, j)), 0.5, "common words")
    return None


def _cut_short(name: Name, window: Window) -> Outcome | None:
    """Too little left of it to say what is meant."""
    span = halves.cut_short(name, window)
    return Outcome("mangled", span, 0.6, "cut short") if span else None


CHECKS: tuple[Check, ...] = (
    _other_name,
    _turned,
    _parted,
    _clipped,
    _particle,
    _meant,
    _first_name,
    _common_words,
    _junk,
    _replaced,
    _wrong_words,
    _worn,
    _common_word,
    _cut_short,
)
