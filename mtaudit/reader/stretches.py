"""Neighbouring doubtful words as one stretch: what a finding is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.case import Case
from mtaudit.model import WordFault
from mtaudit.reader.features import Written, written
from mtaudit.reader.models import OFF, Thresholds, load
from mtaudit.reader.read import beside_original
from mtaudit.surface.accepted import accepted, borrowed
from mtaudit.surface.nonwords import learned


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words of one sentence, `first` to `last` by their numbers in `written(case)`, both included.

    `p_fault` and `p_serious` are those of its likeliest word.
    """

    start: int
    end: int
    first: int
    last: int
    row: int
    serious: bool
    p_fault: float
    p_serious: float


def stretches(case: Case) -> tuple[Stretch, ...]:
    """The stretches that are worth telling, in order: serious ones, and faults that touch none of these."""
    return case.once(_stretches)


def _stretches(case: Case) -> tuple[Stretch, ...]:
    reader = load(case.pair)
    if reader is None or not case.word_faults:
        return ()
    words, faults = written(case), case.word_faults
    limits = {beside: _limits(case, reader.of(beside).thresholds) for beside in (True, False)}
    grades = [
        min(_grade(fault, *limits[beside]), _most(case, i, beside))
        for i, (fault, beside) in enumerate(zip(faults, beside_original(case).tolist(), strict=True))
    ]
    return tuple(
        Stretch(
            words[first].start,
            words[last].end,
            first,
            last,
            words[first].row,
            grades[first] == 2,
            max(fault.p_fault for fault in faults[first : last + 1]),
            max(fault.p_serious for fault in faults[first : last + 1]),
        )
        for first, last in _runs(case, grades)
    )


def _most(case: Case, number: int, beside: bool) -> int:
    """The grade a word can have at most: figures are judged as numbers, and of names the reader knows too little alone.

    Of what stands in another language by right (`surface/accepted.py`) nothing is told.

    In articles left out, without an original: of 65 capitalised stretches inside sentences 58 % were right, of all
    others 68 %; of ten small words of the source language inside a name (`Sea to Sky`) three, and none of those told in
    human news (NTREX-128). Of 23 words never seen that look like Indonesian ones, from p_serious .28 on, two were a
    serious fault. Words that Indonesian text has borrowed are told as doubts: on faults-more, seen, that costs 7 of 63
    serious faults, and of 1.31 serious findings per 1,000 words of the references 0.22.
    """
    words = written(case)
    word = words[number]
    if not any(map(str.isalpha, word.text)) or accepted(case.target, word.start, word.end):
        return 0
    if beside:
        return 2
    before, after = (_neighbour(words, number, by) for by in (-1, 1))
    if len(word.text) == 1 and word.text.isupper() and after[:1].isupper():
        return 0  # an initial, or a part of a name: I Made Sukerta
    if word.text in case.source_language.function_words and before and after:
        return 0 if before[0].isupper() and after[0].isupper() else 2
    if any(known(word.text, case.target_language, case.source_language) for known in (learned, borrowed)):
        return 1
    return 1 if before and word.text[0].isupper() else 2


def _neighbour(words: Sequence[Written], number: int, by: int) -> str:
    """The word before or behind in the same sentence; empty at its edge."""
    at = number + by
    return words[at].text if 0 <= at < len(words) and words[at].row == words[number].row else ""


def _limits(case: Case, measured: Thresholds) -> tuple[float, float, float]:
    """The settings' thresholds, else those that came with the models, OFF where nothing is to be told; and what p_fault
    a major finding needs, which goes with the measured threshold alone."""
    given = (case.thresholds.serious, case.thresholds.fault)
    own = (measured.serious, measured.fault)
    serious, fault = (b if a is None else a for a, b in zip(given, own, strict=True))
    surely = measured.surely if case.thresholds.serious is None else 0.0
    return OFF if serious is None else serious, OFF if fault is None else fault, surely


def _grade(fault: WordFault, serious: float, least: float, surely: float) -> int:
    """2 serious, 1 a fault, 0 nothing to tell."""
    if serious < OFF and fault.p_serious >= serious and fault.p_fault >= surely:
        return 2
    return int(least < OFF and fault.p_fault >= least)


def _runs(case: Case, grades: list[int]) -> Iterator[tuple[int, int]]:
    """First and last number of neighbouring words of one grade, with nothing but blanks between them.

    Words that are merely doubtful beside serious ones belong to the serious stretch: it is one thing to look at.
    """
    words = written(case)
    at = 0
    while at < len(grades):
        last = at
        while (
            last + 1 < len(grades)
            and grades[last + 1]
            and grades[at]
            and words[last + 1].row == words[at].row
            and not case.text[words[last].end : words[last + 1].start].strip()
        ):
            last += 1
        if grades[at]:
            yield from _parted(grades, at, last)
        at = last + 1


def _parted(grades: list[int], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A run as it is if it has one grade, else only what is serious in it."""
    own = grades[first : last + 1]
    if 2 not in own:
        yield first, last
        return
    start = None
    for number in range(first, last + 2):
        if number <= last and grades[number] == 2:
            start = number if start is None else start
        elif start is not None:
            yield start, number - 1
            start = None
