"""The heat map: words shaded by how likely each is a fault, or missing. The page carries it as data."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mtaudit.harmless import harmless
from mtaudit.interface import _, number
from mtaudit.model import DocumentReport, Segment

GRADES = (0.1, 0.3, 0.5, 0.75)  # least p_fault of the grades 1 to 4; what is below has no shade
SERIOUS = 0.5  # p_serious from which on a word is more likely than not a serious fault
_LETTERS = " abcd"  # of the grades; a capital where a serious fault is likely


@dataclass(frozen=True, slots=True)
class _Shade:
    """A word at `text[start:end]` and the letter of its grade, "" for none."""

    start: int
    end: int
    letter: str


class Heat:
    """The shades of a document, sentence by sentence: of the translation, and of what the report shows beside it."""

    def __init__(self, document: DocumentReport) -> None:
        self._text = document.text
        self._here = [_Shade(w.start, w.end, _letter(w.p_fault, w.p_serious)) for w in document.word_faults]
        self._here = sorted((w for w in self._here if w.start < w.end), key=lambda w: w.start)
        self._starts = [w.start for w in self._here]
        self._original = document.original.text if document.original else ""
        self._there = [_Shade(w.start, w.end, _letter(w.p_missing)) for w in document.missing_words]
        self._there = sorted((w for w in self._there if w.start < w.end and w.letter), key=lambda w: w.start)
        self._read_to = 0

    def attribute(self, segment: Segment) -> str:
        """The shades of one sentence as an attribute for the script, with a blank before it; "" where there are none.

        A run is `12.8c`: 12 characters after the last run 8 characters of grade c (a to d; in capitals where a serious
        fault is likely). `12.` is left out where it is `1.`. Characters are UTF-16 code units of the text as the page
        shows it.
        """
        first, last = (bisect_left(self._starts, at) for at in (segment.start, segment.end))
        own = [_Shade(w.start - segment.start, w.end - segment.start, w.letter) for w in self._here[first:last]]
        return _attribute(self._text[segment.start : segment.end], own)

    def original_attribute(self, segment: Segment) -> str:
        """The same of the words of the original beside a sentence: how likely each is missing.

        Sentences are to be asked for in order: what was found is where the search for the next begins.
        """
        if not self._there or not segment.original:
            return ""
        words = [re.escape(word) for word in segment.original.split()]
        pattern = re.compile(r"\s+".join(words))
        found = pattern.search(self._original, self._read_to) or pattern.search(self._original)
        if found is None:
            return ""
        self._read_to = found.end()
        own: list[_Shade] = []
        pairs = zip(re.finditer(r"\S+", found.group()), re.finditer(r"\S+", segment.original), strict=True)
        places = [(there.start() + found.start(), here.start()) for there, here in pairs]
        starts = [there for there, _ in places]
        for shade in self._there[bisect_left(self._there, found.start(), key=lambda w: w.start) :]:
            if shade.end > found.end():
                break
            there, here = places[bisect_right(starts, shade.start) - 1]
            own.append(_Shade(shade.start - there + here, shade.end - there + here, shade.letter))
        return _attribute(segment.original, own)


def _letter(p: float, p_serious: float = 0.0) -> str:
    letter = _LETTERS[bisect_right(GRADES, p)].strip()
    return letter.upper() if p_serious >= SERIOUS else letter


def _attribute(text: str, words: Sequence[_Shade]) -> str:
    found: list[str] = []
    at = 0
    for run in _runs(text, words):
        gap = _units(text[at : run.start])
        found.append(("" if gap == 1 else f"{gap}.") + f"{_units(text[run.start : run.end])}{run.letter}")
        at = run.end
    return f' data-heat="{"".join(found)}"' if found else ""


def _runs(text: str, words: Sequence[_Shade]) -> list[_Shade]:
    """The shades that lie in `text`; words of the same shade that only blanks part are one."""
    found: list[_Shade] = []
    at, before = 0, ""
    for word in words:
        start, end = max(word.start, at), min(word.end, len(text))
        if start >= end:
            continue
        if word.letter and word.letter == before and not text[at:start].strip():
            found[-1] = _Shade(found[-1].start, end, word.letter)
        elif word.letter:
            found.append(_Shade(start, end, word.letter))
        at, before = end, word.letter
    return found


def _units(text: str) -> int:
    return len(harmless(text).encode("utf-16-le")) // 2


def switch(documents: Sequence[DocumentReport]) -> str:
    """The button that shows and hides the map; "" where no document has probabilities."""
    if not _any(documents):
        return ""
    return f' <button type="button" id="heat" class="needs-js" aria-pressed="false">{_("Heat map")}</button>'


def legend(documents: Sequence[DocumentReport]) -> str:
    """What the shades mean, to be seen while the map is on; "" where no document has probabilities.

    The script takes the words of each shade from here.
    """
    if not _any(documents):
        return ""
    shades = ", ".join(f"<span class=h{n}>{words}</span>" for n, words in enumerate(_ranges(), 1))
    told = _(
        "How likely a word is a fault: {shades}; below {least} no shade. A line above it, too: {serious}. In the "
        "original: how likely nothing stands for a word. Estimated for each word: it says where to look and is no "
        "finding."
    ).format(
        shades=shades,
        least=number(GRADES[0], ".0%"),
        serious=f'<span class="h4 hs">{_("more likely than not a serious one")}</span>',
    )
    return f'<p id="heat-legend" class="remark">{told}</p>'


def _ranges() -> Iterator[str]:
    for low, high in pairwise(GRADES):
        yield _("{low} to {high}").format(low=number(100 * low, ".0f"), high=number(high, ".0%"))
    yield _("{share} or more").format(share=number(GRADES[-1], ".0%"))


def _any(documents: Sequence[DocumentReport]) -> bool:
    return any(document.word_faults for document in documents)
