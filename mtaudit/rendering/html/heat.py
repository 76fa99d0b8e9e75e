"""The heat map: words shaded by how likely each is a fault. The page carries it as data; a switch shows it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mtaudit.model import DocumentReport, Segment
from mtaudit.rendering.harmless import harmless

GRADES = (0.1, 0.3, 0.5, 0.75)  # least p_fault of the grades 1 to 4; what is below has no shade
SERIOUS = 0.5  # p_serious from which on a word is more likely than not a serious fault
_LETTERS = " abcd"  # of the grades; a capital where a serious fault is likely


class Heat:
    """The shades of a document, sentence by sentence."""

    def __init__(self, document: DocumentReport) -> None:
        self._text = document.text
        self._words = sorted((w for w in document.word_faults if w.start < w.end), key=lambda w: w.start)
        self._starts = [w.start for w in self._words]

    def attribute(self, segment: Segment) -> str:
        """The shades of one sentence as an attribute for the script, with a blank before it; "" where there are none.

        A run is `12.8c`: 12 characters after the last run 8 characters of grade c (a to d; in capitals where a serious
        fault is likely). `12.` is left out where it is `1.`. Characters are UTF-16 code units of the text as the page
        shows it.
        """
        found: list[str] = []
        at = segment.start
        for start, end, letter in self._runs(segment):
            gap = self._units(at, start)
            found.append(("" if gap == 1 else f"{gap}.") + f"{self._units(start, end)}{letter}")
            at = end
        return f' data-heat="{"".join(found)}"' if found else ""

    def _runs(self, segment: Segment) -> list[tuple[int, int, str]]:
        """Start, end and letter of each shade; words of the same shade that only blanks part are one."""
        found: list[tuple[int, int, str]] = []
        first, last = (bisect_left(self._starts, at) for at in (segment.start, segment.end))
        at, before = segment.start, ""
        for word in self._words[first:last]:
            start, end = max(word.start, at), min(word.end, segment.end)
            if start >= end:
                continue
            letter = _LETTERS[bisect_right(GRADES, word.p_fault)].strip()
            letter = letter.upper() if word.p_serious >= SERIOUS else letter
            if letter and letter == before and not self._text[at:start].strip():
                found[-1] = (found[-1][0], end, letter)
            elif letter:
                found.append((start, end, letter))
            at, before = end, letter
        return found

    def _units(self, start: int, end: int) -> int:
        return len(harmless(self._text[start:end]).encode("utf-16-le")) // 2


def switch(documents: Sequence[DocumentReport]) -> str:
    """The button that shows and hides the map; "" where no document has probabilities."""
    if not _any(documents):
        return ""
    return ' <button type="button" id="heat" class="needs-js" aria-pressed="false">Heat map</button>'


def legend(documents: Sequence[DocumentReport]) -> str:
    """What the shades mean, to be seen while the map is on; "" where no document has probabilities.

    The script takes the words of each shade from here.
    """
    if not _any(documents):
        return ""
    shades = ", ".join(f"<span class=h{n}>{words}</span>" for n, words in enumerate(_ranges(), 1))
    return (
        f'<p id="heat-legend" class="remark">How likely a word is a fault: {shades}; below {GRADES[0]:.0%} no shade. '
        f'A line above it, too: <span class="h4 hs">more likely than not a serious one</span>. Estimated for each '
        "word: it says where to look and is no finding.</p>"
    )


def _ranges() -> Iterator[str]:
    for low, high in pairwise(GRADES):
        yield f"{100 * low:.0f} to {high:.0%}"
    yield f"{GRADES[-1]:.0%} or more"


def _any(documents: Sequence[DocumentReport]) -> bool:
    return any(document.word_faults for document in documents)
