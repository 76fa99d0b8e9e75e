"""Quotation marks -> quotations: a state machine over the whole document that survives whatever the marks do.

Straight marks are told by their neighbours, curly ones by glyph and neighbours together. A quotation may run over
lines; a paragraph may re-open one that was never closed (the style of newspapers); a mark may point the wrong way
(`selama diperlukan, “kata Hartati`, `” perlu “`), be doubled, or stand alone. Nothing here raises, whatever the text.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mtaudit.languages.interface import Language
from mtaudit.quotes.marks import LINE_BREAKS, Mark, scan
from mtaudit.quotes.quotation import Fault, Quotation, stripped
from mtaudit.quotes.singles import closed_by_single, single_pairs
from mtaudit.text import Reading, Stretches, word_at

LONGEST_RUN = 12  # lines that one quotation may run over
LONGEST_TEXT = 3000  # code points of a quotation that runs over lines
_SENTENCE_END = re.compile(r"[.!?…][\"”»'’)\]]*\s+(?![a-z])")
_LABEL = re.compile(r"\s*[A-Z][^\s:]*(?: [A-Z][^\s:]*){0,3}:\s+")  # who speaks, in a transcript


@dataclass(frozen=True, slots=True)
class Quotations:
    """What the marks of a text say: quotations in order (not those inside others), those inside, marks of neither."""

    outer: tuple[Quotation, ...]
    inner: tuple[Quotation, ...]
    stray: tuple[Mark, ...]


@dataclass(slots=True)
class _Open:
    mark: Mark
    faults: list[Fault] = field(default_factory=list)
    text_start: int = 0  # behind the mark, and behind its double where it was typed twice


def find(text: str, language: Language) -> Quotations:
    """All quotations of `text`; `language` tells speech verbs (`“kata`) from quoted words. Never raises."""
    marks = scan(text)
    doubles = [mark for mark in marks if not mark.single]
    machine = _Machine(text, language, doubles)
    outer = machine.run()
    singles, unpaired = single_pairs(text, [mark for mark in marks if mark.single], language.names.genitive)
    lasts = {mark.end: mark for mark in unpaired if mark.last}
    outer = [closed_by_single(text, q, lasts) for q in outer]
    within = Stretches((o.start, o.end) for o in outer)
    apart = [q for q in singles if not within.touch(q.start, q.start + 1)]
    inside = [q for q in singles if within.touch(q.start, q.start + 1)] + machine.nested
    order = sorted(outer + apart, key=lambda q: (q.outer_start, q.end))
    return Quotations(tuple(order), tuple(sorted(inside, key=lambda q: (q.start, q.end))), tuple(machine.stray))


def quotations(reading: Reading) -> Quotations:
    """The quotations of a text, found once."""
    return reading.once(_found)


def first_of_text(reading: Reading) -> Mapping[str, Quotation]:
    """What stands between marks -> the first quotation that says it."""
    return {q.text: q for q in reversed(quotations(reading).outer)}


def _found(reading: Reading) -> Quotations:
    return find(reading.text, reading.language)


class _Machine:
    """One pass over the double marks; the state is the quotation that is open, if any."""

    def __init__(self, text: str, language: Language, marks: list[Mark]) -> None:
        self.text = text
        speech = language.speech
        self.said = speech.after_quote | speech.verbs | set(speech.fused)
        self.marks = marks
        self.open: _Open | None = None
        self.found: list[Quotation] = []
        self.nested: list[Quotation] = []
        self.stray: list[Mark] = []
        self.ended = 0  # up to here the text is spoken for
        self._inner: list[Mark] = []
        self._inner_ended = -1
        self._sentence_end: tuple[int, re.Match[str] | None] = len(text) + 1, None  # looked for from, and found
        self._without_letters = -1, 0  # a stretch that has been gone through
        self.lines = [0] + [i + 1 for i, c in enumerate(text) if c in LINE_BREAKS]

    def run(self) -> list[Quotation]:
        for i, mark in enumerate(self.marks):
            if self.open and mark.line > self.open.mark.line and not self._runs_on(i):
                self._leave_open(reopened=mark.first and self._points_right(mark))
            if i and self._doubles(self.marks[i - 1], mark) and not (self.nested and self._inner_ended == mark.start):
                self._doubled(mark)
            elif self.open:
                self._while_open(i, mark)
            else:
                self._while_closed(i, mark)
        if self.open:
            self._leave_open(reopened=False)
        return self.found

    # what a mark means

    def _points_right(self, mark: Mark) -> bool:
        return mark.shape == "open" or (mark.shape != "close" and mark.glyph == "open")

    def _verb_follows(self, mark: Mark) -> bool:
        return word_at(self.text, mark.end).lower() in self.said and self._before(mark.start) in tuple(",.!?…")

    def _before(self, at: int) -> str:
        """The last character before `at` that is no white space, "" where there is none."""
        while at and self.text[at - 1].isspace():
            at -= 1
        return self.text[at - 1 : at]

    def _rest_of_line(self, i: int) -> list[Mark]:
        """Up to two more marks of the line that mark `i` stands on."""
        return [m for m in self.marks[i + 1 : i + 3] if m.line == self.marks[i].line]

    def _doubles(self, first: Mark, second: Mark) -> bool:
        """The same mark typed twice: `""Kami` or `pergi””`."""
        if first.end != second.start or first.shape != second.shape or first.shape in ("free", "tight"):
            return False
        return first.glyph == second.glyph or first.shape == "open"

    def _doubled(self, mark: Mark) -> None:
        if self.open:
            self.open.faults.append("doubled")
            self.open.text_start = mark.end
        elif self.found and self.found[-1].closing:
            last = self.found[-1]
            self.found[-1] = Quotation(
                last.start, last.end, last.text, last.opening, last.closing, last.reopened, (*last.faults, "doubled")
            )
            self.ended = mark.end

    def _while_open(self, i: int, mark: Mark) -> None:
        assert self.open is not None
        rest = self._rest_of_line(i)
        if "reversed" in self.open.faults or mark.shape == "close":
            if mark.shape == "close" and self._inner:
                self._close_inner(mark)
            else:
                self._close(mark)
        elif self._verb_follows(mark):
            self._close(mark)
        elif mark.shape in ("free", "tight"):
            if mark.glyph == "open" and not (mark.last or self.open.mark.text == "„") and rest:
                self._inner.append(mark)
            else:
                self._close(mark)
        elif len(rest) >= 2 and rest[0].shape == "close" and rest[1].shape == "close":
            self._inner.append(mark)  # “Dia bilang “tidak” kepada saya,”
        elif mark.glyph == "close" and mark.text != self.open.mark.text:
            self._close(mark)  # `kata ”yang`: closing glyph, white space on the wrong side
        else:
            self._leave_open(reopened=False, before=mark)
            self.open = _Open(mark)

    def _while_closed(self, i: int, mark: Mark) -> None:
        rest = self._rest_of_line(i)
        alone = not (self.found and self.found[-1].end > self._line_start(mark.start))
        if mark.shape == "open":
            if self._verb_follows(mark) and not (rest and rest[0].shape == "close"):
                self._orphan_close(mark, alone)
            else:
                fault: list[Fault] = ["glyph"] if mark.glyph == "close" else []
                self.open = _Open(mark, fault if not (rest and rest[0].glyph == "close") else [])
        elif mark.shape == "close":
            if rest and rest[0].shape in ("open", "free") and not self._ends_something(mark):
                self.open = _Open(mark, ["reversed"])  # kota” perlu “
            else:
                self._orphan_close(mark, alone)
        elif mark.last:
            self._orphan_close(mark, alone)
        elif mark.first or mark.glyph == "open" or rest or self._runs_on_from(i):
            wrong: list[Fault] = ["glyph" if mark.shape == "tight" else "reversed"]
            self.open = _Open(mark, wrong if mark.glyph == "close" else [])
        elif mark.glyph == "close" or self._before(mark.start) in tuple(".!?…"):
            self._orphan_close(mark, alone)
        else:
            self.open = _Open(mark)

    def _ends_something(self, mark: Mark) -> bool:
        """Whether a closing mark may stand here: after a sentence or clause, or before its end or a speech verb."""
        before, next_ = self._before(mark.start), _behind_blanks(self.text, mark.end)
        after = self.text[next_ : next_ + 1]
        verb = word_at(self.text, next_).lower() in self.said
        return before in tuple(",.!?…") or mark.last or after in tuple(".,;:!?…)") or verb

    # how far a quotation runs

    def _runs_on(self, i: int) -> bool:
        """Whether the open quotation goes on into the line of mark `i`, its next mark, and ends there."""
        assert self.open is not None
        mark = self.marks[i]
        if mark.line - self.open.mark.line > LONGEST_RUN or mark.start - self.open.mark.end > LONGEST_TEXT:
            return False
        if mark.shape == "close" or (mark.shape != "open" and mark.glyph != "open"):
            return self._ends_something(mark) or self.open.mark.line == mark.line
        return self._verb_follows(mark)

    def _runs_on_from(self, i: int) -> bool:
        if i + 1 == len(self.marks):
            return False
        here, after = self.marks[i], self.marks[i + 1]
        near = after.line - here.line <= LONGEST_RUN and after.start - here.end <= LONGEST_TEXT
        return near and after.shape == "close" and not after.first

    def _line_start(self, at: int) -> int:
        return self.lines[bisect.bisect_right(self.lines, at) - 1]

    def _line_end(self, at: int) -> int:
        line = bisect.bisect_right(self.lines, at)
        return self.lines[line] - 1 if line < len(self.lines) else len(self.text)

    # making quotations

    def _close(self, mark: Mark) -> None:
        assert self.open is not None
        faults = list(self.open.faults)
        wrong = mark.glyph == "open" and not (self.open.mark.text in ("„", "‚", "»", ",,") or mark.text in ("«",))
        if mark.shape == "open" or wrong:
            faults.append("glyph" if mark.shape == "close" else "reversed")
        if self.open.mark.shape == "free" or (mark.shape == "free" and "reversed" not in faults):
            faults.append("spaced")
        self._add(max(self.open.mark.end, self.open.text_start), mark.start, self.open.mark, mark, faults)
        self.open, self._inner, self.ended = None, [], mark.end

    def _close_inner(self, mark: Mark) -> None:
        opening = self._inner.pop()
        self._inner_ended = mark.end
        start, end = stripped(self.text, opening.end, mark.start)
        self.nested.append(Quotation(start, end, self.text[start:end], opening, mark))

    def _leave_open(self, reopened: bool, before: Mark | None = None) -> None:
        """The open quotation was never closed: it ends with its line, or with the sentence before mark `before`."""
        assert self.open is not None
        start = max(self.open.mark.end, self.open.text_start)
        end = min(self._line_end(start), before.start if before else len(self.text))
        if before:
            ends = [m.end() for m in _SENTENCE_END.finditer(self.text, start, end)]
            end = ends[-1] if ends else end
        self._add(start, end, self.open.mark, None, self.open.faults, reopened)
        self.open, self._inner, self.ended = None, [], end

    def _orphan_close(self, mark: Mark, alone: bool) -> None:
        """A closing mark without an opening one: the quotation began outside, or its opening mark was lost."""
        if not self._ends_something(mark) and mark.shape != "open":
            self.stray.append(mark)
            return
        start = max(self._line_start(mark.start), self.ended)
        if not alone:
            end = self._first_end(start)
            start = end if end is not None and end < mark.start else start
        label = _LABEL.match(self.text, start, mark.start)
        start = label.end() if label else start
        wrong: list[Fault] = []
        if mark.shape == "open" or mark.glyph == "open":
            wrong.append("glyph" if mark.shape == "close" else "reversed")
        if self._bare(start, mark.start):
            self.stray.append(mark)
            return
        self._add(start, mark.start, None, mark, wrong)
        self.ended = mark.end

    def _first_end(self, start: int) -> int | None:
        """Where the first sentence ends that ends behind `start`; asked for places from left to right."""
        known, found = self._sentence_end
        if not (known <= start and (found is None or start <= found.start())):
            found = _SENTENCE_END.search(self.text, start)
            self._sentence_end = start, found
        return found.end() if found else None

    def _bare(self, start: int, end: int) -> bool:
        """Whether there is no letter or figure from `start` to `end`; marks in a row ask for the same start."""
        known, upto = self._without_letters
        bare = not any(c.isalnum() for c in self.text[upto if known == start and upto <= end else start : end])
        if bare:
            self._without_letters = start, end
        return bare

    def _add(
        self,
        start: int,
        end: int,
        opening: Mark | None,
        closing: Mark | None,
        faults: list[Fault],
        reopened: bool = False,
    ) -> None:
        start, end = stripped(self.text, start, end)
        if any(c.isalnum() for c in self.text[start:end]):
            unique = tuple(dict.fromkeys(faults))
            self.found.append(Quotation(start, end, self.text[start:end], opening, closing, reopened, unique))
        else:
            self.stray += [mark for mark in (opening, closing) if mark]


def _behind_blanks(text: str, at: int) -> int:
    """The first place from `at` on where no blank stands."""
    while text[at : at + 1] == " ":
        at += 1
    return at
