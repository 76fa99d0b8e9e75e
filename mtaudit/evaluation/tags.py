"""WMT word-level quality estimation tags, `OK` or `BAD` for every word of a segment.

WMT 2017 has a tag a token; from 2018 on a line has 2 n + 1 tags for n tokens: every second one, the first and the last
included, is about the gap before, between and behind the tokens, BAD where words are missing (statmt.org/wmt18).
Tokens are what blanks part, or words with each mark a token of its own, as WMT's tokenised translations have them.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.evaluation.labels import TAGS
from mtaudit.evaluation.placed import Fault
from mtaudit.model import Segment, WordFault
from mtaudit.text import Kind, cut

_TOKENS: tuple[Kind, Kind] = ("chunks", "written")


def tagged_faults(segment: Segment, tags: str) -> list[Fault]:
    """The faults that a line of tags tells of a segment; neighbouring BAD tokens are one, each BAD gap is one.

    Raises ValueError, with a line to show, where the tags don't fit the segment.
    """
    found = tags.split()
    for tag in found:
        if tag not in TAGS:
            raise ValueError(f"the tag {tag!r} is neither OK nor BAD")
    counts = []
    for kind in _TOKENS:
        tokens = [(segment.start + word.start, segment.start + word.end) for word in cut(segment.text, kind)]
        counts.append(len(tokens))
        if len(found) == len(tokens):
            return _joined(tokens, found)
        if len(found) == 2 * len(tokens) + 1:
            gaps = [Fault(segment.start, segment.end, True, "omission", None)] * found[::2].count("BAD")
            return [*_joined(tokens, found[1::2]), *gaps]
    raise ValueError(f"{len(found)} tags for a segment of {counts[0]} tokens ({counts[1]} with marks apart)")


def _joined(tokens: list[tuple[int, int]], tags: list[str]) -> list[Fault]:
    faults: list[Fault] = []
    before = "OK"
    for (start, end), tag in zip(tokens, tags, strict=True):
        if tag == "BAD":
            first = faults.pop().start if before == "BAD" else start
            faults.append(Fault(first, end, False, None, None))
        before = tag
    return faults


def tag_line(segment: Segment, words: Sequence[WordFault], least: float) -> str:
    """The line of a segment, a tag for each token that blanks part, as `tagged_faults` reads it; no gaps.

    A token is BAD where a word that it shares a character with has a `p_fault` of `least` or more.
    """
    bad = [w for w in words if w.p_fault >= least and w.start < segment.end and segment.start < w.end]
    tokens = ((segment.start + w.start, segment.start + w.end) for w in cut(segment.text, "chunks"))
    return " ".join("BAD" if any(w.start < end and start < w.end for w in bad) else "OK" for start, end in tokens)
