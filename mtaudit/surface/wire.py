"""What an agency writes around its copy: slug, byline and dateline before it, editors, codes and rights behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.surface.furniture import LONGEST_BYLINE, all_names, behind, dates, is_prose
from mtaudit.text import Line, Reading, Stretches, between, cut, lines

_SLUG = re.compile(r"(?=.{4,60}\Z)[A-Z0-9]+(?:[-/][A-Z0-9]+)+(?:\s*\([^()]{1,50}\))?|\([^()\n]{3,60}\)")
_CODE = re.compile(
    r"[(\[]?[A-Za-z]{2,6}(?:[/*][A-Za-z]{1,6})+[)\]]?|\([A-Z]{2,6}\)|\([\w.]+(?:/[\w. ]+)+\)|\[[^\[\]]{3,40}\]"
    r"|[-=]{1,3}\s?\d{0,3}\s?[-=]{0,3}"
)
_DATELINE = re.compile(
    r"\s*((?:[A-Z](?:[^\n.!?\"“”:;()–—]|\.(?=\w)|(?<=[A-Z])\.){1,50}?)(\s?\([^()\n]{2,50}\))?)"
    r"(?:\s*[–—]|\s-{1,2}(?=\s))\s*(?=[\w\"“‘'])"
)
_AGENCY = re.compile(r"\((?:[A-Z][\w.&-]*(?:[ /][\w.&-]+){0,4}|[a-z]{2,4}(?:/[a-z]{2,4})+)\)\W*\Z")
_SHOUTED = re.compile(r"(?=.*\w)[\W\dA-Z_]+")  # no small letter: URGENT, (T.S042/B) 03-11-2026
_BRACKETS = re.compile(r"\(+[^()\"“”]{3,160}\)+")
_KEYWORDS = 4  # of a slug in capitals above the headline
_RIGHTS = "©"


@dataclass(frozen=True, slots=True)
class Copy:
    """A stretch of wire copy that is no text of the article; `whole`: it is a line, else a part of one."""

    start: int
    end: int
    whole: bool


def may_be(text: str) -> bool:
    """Whether a text may be wire copy, by its first and last line alone: most texts need no closer look."""
    first, last = text.strip().partition("\n")[0].strip(), text.strip().rpartition("\n")[2].strip()
    slug = _SHOUTED.fullmatch(first) or _SLUG.fullmatch(first)
    return bool(slug) or last[-1:] not in tuple('.!?…"”’')


def around(reading: Reading) -> tuple[Copy, ...]:
    """Slugs, bylines and dates above the text, its dateline, and the agency's lines behind it."""
    return reading.once(_around)


def in_copy(reading: Reading, start: int | None, end: int | None) -> bool:
    """Whether a stretch lies in what an agency writes around its copy; False without a place."""
    return start is not None and end is not None and reading.once(_stretches).hold(start, end)


def _stretches(reading: Reading) -> Stretches:
    return Stretches((copy.start, copy.end) for copy in around(reading))


def _around(reading: Reading) -> tuple[Copy, ...]:
    own = lines(reading)
    prose = [i for i, line in enumerate(own) if is_prose(reading, _without_agency(line))]
    return tuple(_found(reading, prose[0], prose[-1])) if prose else ()


def _without_agency(line: Line) -> Line:
    agency = _AGENCY.search(line.text)
    text = line.text[: agency.start()].rstrip() if agency else ""
    return Line(line.start, line.start + len(text), text) if text else line


def _found(reading: Reading, first: int, last: int) -> Iterator[Copy]:
    own = lines(reading)
    above = [line for line in own[:first] if not _credits(reading, line.start, line.end)]
    written = {line.start for line in above}
    for line in own[:first]:
        bare = line.text.strip()
        keyword = _SHOUTED.fullmatch(bare) and len(cut(bare, "runs")) <= _KEYWORDS and line is not above[-1]
        if line.start not in written or _SLUG.fullmatch(bare) or keyword:
            yield Copy(line.start, line.end, True)
    opening = own[first]
    found = _DATELINE.match(opening.text)
    if found and _places(found[1], found[2]):
        yield Copy(opening.start, opening.start + found.end(), False)
    closing = own[last]
    agency = _AGENCY.search(closing.text)
    if agency and agency.start():
        yield Copy(closing.start + agency.start(), closing.end, False)
    for line in own[last + 1 :]:
        bare = line.text.strip()
        if (
            _CODE.fullmatch(bare)
            or _SHOUTED.fullmatch(bare)
            or _BRACKETS.fullmatch(bare)
            or _RIGHTS in bare
            or _credits(reading, line.start, line.end)
            or _rights(reading, bare)
        ):
            yield Copy(line.start, line.end, True)


def _places(said: str, agency: str | None) -> bool:
    """Whether the words before a dash are a place and an agency: capitals, or names alone."""
    names = [word.text for word in cut(said.removesuffix(agency or ""), "runs") if word.text[0].isalpha()]
    shouted = bool(names) and len(names[0]) > 2 and names[0].isupper()
    named = 0 < len(names) <= 5 and all(word[0].isupper() for word in names)
    return bool(agency and names and names[0][0].isupper()) or shouted or named


def _rights(reading: Reading, bare: str) -> bool:
    low = bare.lower()
    return any(low.startswith(p) for side in (reading.language, reading.other) for p in side.clutter.rights)


def _credits(reading: Reading, start: int, end: int) -> bool:
    """Whether a line names writers or editors, or says when: `Oleh Tim Liputan`, `Editor: A. Sari`."""
    languages = (reading.language, reading.other)
    small = frozenset().union(
        *(side.names.conjunctions | side.clutter.credits | side.names.particles for side in languages)
    )
    months = frozenset(month for side in languages for month in side.numbers.months)
    times = frozenset(word for side in languages for word in side.speech.time_words | side.names.not_names)
    found = between(reading, "runs", start, end)
    if not 1 < len(found) <= LONGEST_BYLINE or reading.text[start:end].rstrip()[-1] in "!?":
        return False
    bylines = [cut(p, "runs") for side in languages for p in sorted(side.clutter.bylines)]
    stamps = [cut(p, "runs") for side in languages for p in sorted(side.clutter.stamps)]
    return (
        any(all_names(behind(found, phrase), small) for phrase in bylines)
        or any(dates(behind(found, phrase), months | times) for phrase in stamps)
        or dates(found, months | times)
    )
