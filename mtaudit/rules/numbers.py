"""Number rules: every number of the original stands in the translation with the same value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import groupby
from typing import ClassVar

from mtaudit.case import Case
from mtaudit.model import Category, Finding, Severity
from mtaudit.numbers import NumberMention, around, mentioned
from mtaudit.numbers.compare import Change, Difference, differences, equal
from mtaudit.numbers.notation import foreign_notation
from mtaudit.numbers.values import Values
from mtaudit.numbers.write import written
from mtaudit.originals import lexicon
from mtaudit.rules.findings import finding
from mtaudit.rules.registry import Rule
from mtaudit.text import Reading, Stretches, words


class _NumberRule(Rule):
    category: ClassVar[Category] = "number"
    changes: ClassVar[tuple[Change, ...]]

    def check(self, case: Case) -> Iterator[Finding]:
        for difference in compared(case):
            if difference.change in self.changes:
                yield self.told(case, difference)

    def told(self, case: Case, difference: Difference) -> Finding:
        raise NotImplementedError  # a rule that tells several differences in one finding needs none


class NumberChanged(_NumberRule):
    """Finds a number whose value is another one than in the original."""

    code = "NUM301"
    name = "number-changed"
    severity: ClassVar[Severity] = "major"
    why = "A wrong figure is the error that readers quote."
    example = ("In 2019, 45 percent agreed.", "Pada 2018, 45 persen setuju.")
    changes = ("changed",)

    def told(self, case: Case, difference: Difference) -> Finding:
        return _replaced(self, case, difference, "“{0}” became “{1}”.")


class ScaleChanged(_NumberRule):
    """Finds a number that is right but for its scale: thousand for million, `1,5` for `1.500`."""

    code = "NUM302"
    name = "number-scale"
    severity: ClassVar[Severity] = "critical"
    why = "The figure is wrong by a factor of ten or more, and looks right at a glance."
    example = ("$5 billion", "5 juta dolar")
    changes = ("scale",)

    def told(self, case: Case, difference: Difference) -> Finding:
        return _replaced(self, case, difference, "“{0}” became “{1}”: the scale is wrong.")


class NumberLost(_NumberRule):
    """Finds numbers of an original sentence that its translation doesn't have."""

    code = "NUM303"
    name = "number-lost"
    severity: ClassVar[Severity] = "major"
    why = "A figure that is not there can't be checked, and often a clause is missing with it."
    example = ("It killed 45 people.", "Kejadian itu menewaskan banyak orang.")
    changes = ("lost",)

    def check(self, case: Case) -> Iterator[Finding]:
        for row, group in groupby((d for d in compared(case) if d.change == "lost"), key=lambda d: d.row):
            lost = sorted((d.original for d in group if d.original is not None), key=lambda m: m.start)
            names = ", ".join(f"“{m.text}”" for m in lost)
            yield finding(
                self,
                case,
                _row_span(case, row),
                f"{names} {'is' if len(lost) == 1 else 'are'} missing.",
                original=None if case.original is None else case.original.text[lost[0].start : lost[-1].end],
                suggestion=", ".join(written(m, case.target_language) for m in lost),
                evidence="original",
                severity="major" if any(m.digits for m in lost) else "minor",
            )


class NumberAdded(_NumberRule):
    """Finds a number that the original doesn't have."""

    code = "NUM304"
    name = "number-added"
    severity: ClassVar[Severity] = "minor"
    why = "A figure that nobody gave."
    example = ("Many people came.", "Sebanyak 300 orang datang.")
    changes = ("added",)

    def told(self, case: Case, difference: Difference) -> Finding:
        mention = difference.translated
        assert mention is not None
        span = [(mention.start, mention.end)]
        return finding(self, case, span, f"“{mention.text}” is not in the original.", evidence="original")


class Separators(_NumberRule):
    """Finds a number written with the separators of the source language, which say another value here."""

    code = "NUM305"
    name = "number-separators"
    severity: ClassVar[Severity] = "minor"
    why = "In Indonesian `1,500` is one and a half; readers can't tell which convention is meant."
    example = ("1,500 people", "1,500 orang")
    changes = ("separators",)

    def told(self, case: Case, difference: Difference) -> Finding:
        return _replaced(self, case, difference, "“{1}” is written by the source language's convention.")


class UnitChanged(_NumberRule):
    """Finds a figure that kept its value but counts something else: metres for feet, years for degrees."""

    code = "NUM306"
    name = "unit-changed"
    severity: ClassVar[Severity] = "major"
    why = "The figure looks right and says something else."
    example = ("waves as high as 20 feet", "ombak setinggi 20 meter")
    changes = ("currency", "measure", "decade", "year")

    def told(self, case: Case, difference: Difference) -> Finding:
        mention, original = difference.translated, difference.original
        assert mention is not None
        assert original is not None
        message = _TOLD[difference.change].format(mention.text, original.text)
        return finding(self, case, [(mention.start, mention.end)], message, original=original.text, evidence="original")


class NumberMoved(_NumberRule):
    """Finds two numbers that changed places: each is in the original and counts something else there."""

    code = "NUM308"
    name = "number-moved"
    severity: ClassVar[Severity] = "major"
    why = "Every figure is right and the statement is wrong: the dead are the injured."
    example = ("The fire killed 3 people and injured 18.", "Kebakaran itu menewaskan 18 orang dan melukai 3 orang.")
    changes = ("moved",)

    def told(self, case: Case, difference: Difference) -> Finding:
        return _replaced(self, case, difference, "“{1}” stands where the original has “{0}”.")


_TOLD: dict[Change, str] = {
    "currency": "“{0}” has another currency than in the original.",
    "measure": "“{0}” has another unit of measure than in the original.",
    "decade": "“{0}” counts years here, and something else in the original.",
    "year": "“{0}” is one year, “{1}” in the original ten.",
}


class ForeignNotation(_NumberRule):
    """Finds numbers that only the source language writes so, as the article alone shows: `1,234.5`, `5 bn`, `9/11`."""

    code = "NUM307"
    mend = "likely"
    name = "number-notation"
    severity: ClassVar[Severity] = "minor"
    why = "Readers can't tell which convention is meant elsewhere in the text; `1480s` means nothing to many."
    example = ("Work began in the 1480s.", "Pembangunan dimulai pada 1480s.")
    changes = ()
    yields_to = ("NUM305",)

    def check(self, case: Case) -> Iterator[Finding]:
        for slip in foreign_notation(case.target):
            message = f"Written as in {case.source_language.name}."
            yield finding(self, case, [(slip.start, slip.end)], message, suggestion=slip.mend)


class CurrencyNamesake(_NumberRule):
    """Finds an amount in the wrong currency, as the article alone shows: `rupiah` in India, `dolar` for pounds."""

    code = "NUM309"
    name = "currency-namesake"
    severity: ClassVar[Severity] = "major"
    why = "The sum is wrong by a factor of two hundred, and reads as if the reader's own money were meant."
    example = ("Rice costs 40 rupees a kilogram in Mumbai.", "Harga beras 40 rupiah per kilogram di Mumbai.")
    changes = ()

    def check(self, case: Case) -> Iterator[Finding]:
        if case.kind == "full":
            return  # the original tells the currency
        yield from self._one_sum(case)
        yield from self._namesakes(case)

    def _one_sum(self, case: Case) -> Iterator[Finding]:
        """One sum in two currencies: no rate of exchange makes the same figures of both."""
        sums: dict[Fraction, list[NumberMention]] = {}
        for mention in _mentions(case.target, range(len(case.sentences))):
            if mention.currency and not _round(mention.value):
                sums.setdefault(mention.value, []).append(mention)
        for first, *others in sums.values():
            changed = [m for m in others if m.currency != first.currency]
            if changed:
                message = f"The same sum in {changed[0].currency} here, in {first.currency} where it stands first."
                yield finding(self, case, [(m.start, m.end) for m in changed], message, confidence=0.6)

    def _namesakes(self, case: Case) -> Iterator[Finding]:
        """A currency whose namesake is paid where the article plays."""
        table = case.target_language.numbers
        low = {word.low for word in words(case.target, "letters")}
        for namesake in table.namesakes:
            behind = re.compile(rf"\s({namesake.word})(?!\w)")
            if not low & namesake.places or low & (namesake.home | {namesake.meant}):
                continue
            places = [
                (sentence.start + match.start(1), sentence.start + match.end(1))
                for sentence, part in zip(case.sentences, case.target.parts, strict=True)
                if {m.currency for m in mentioned(part)} <= {None, namesake.code}  # no sum led over from another one
                for mention in mentioned(part)
                if mention.currency == namesake.code
                if (match := behind.match(part.text, mention.end))
            ]
            if places:
                message = f"“{namesake.word}” where {namesake.meant} is paid."
                yield finding(self, case, places, message, suggestion=namesake.meant, confidence=0.7)


def _round(value: Fraction) -> bool:
    """Whether all digits but one are zeros: such a sum stands twice in an article by chance."""
    return value.denominator == 1 and len(str(value.numerator).rstrip("0")) < 2


def compared(case: Case) -> tuple[Difference, ...]:
    """Differences of all aligned sentences of a case; none without a whole original. Offsets are the documents'."""
    return case.once(_compared)


def _compared(case: Case) -> tuple[Difference, ...]:
    links = case.links
    if case.kind != "full" or not links or case.source is None:
        return ()
    rows = [(_mentions(case.source, link.source), _mentions(case.target, link.target)) for link in links]
    return tuple(
        d
        for d in differences(rows, partial(_counted, case))
        if (d.change != "lost" or links[d.row].target) and (d.change != "added" or links[d.row].source)
    )


def kept(case: Case) -> Stretches:
    """Stretches of the original that are numbers, with their measures, which the translation has by value."""
    return case.once(_kept)


def _kept(case: Case) -> Stretches:
    assert case.source is not None
    found: list[tuple[int, int]] = []
    for link in case.links:
        here = Values(_mentions(case.target, link.target))
        there = [m for m in _mentions(case.source, link.source) if here.have(m, equal)]
        found += [(m.start, around.reach(case.source.text, m)) for m in there]
    return Stretches(found)


def _mentions(reading: Reading, rows: Sequence[int]) -> list[NumberMention]:
    """The numbers of some sentences, with their places in the text."""
    return [m.moved(reading.sentences[row].start) for row in rows for m in mentioned(reading.parts[row])]


def _counted(case: Case, row: int, original: NumberMention, translated: NumberMention) -> tuple[float, float]:
    """How much of the words before and behind a number of the original stands by one of the translation, 0..1."""
    assert case.source is not None
    link = case.links[row]
    there = _around(case.source, link.source, original)
    here = _around(case.target, link.target, translated)
    known = lexicon.load(case.pair)
    return known.similarity(here[0], there[0]), known.similarity(here[1], there[1])


def _around(reading: Reading, rows: Sequence[int], mention: NumberMention) -> tuple[str, str]:
    """The words before and behind a number, up to the next number or mark on either side."""
    row = next(r for r in rows if reading.sentences[r].start <= mention.start < reading.sentences[r].end)
    by = reading.sentences[row].start
    return around.words(reading.sentences[row].text, mention.moved(-by), mentioned(reading.parts[row]))


def _row_span(case: Case, row: int) -> list[tuple[int, int]]:
    """The sentences of a row: where the number should have stood."""
    rows = case.links[row].target
    return [(case.sentences[rows[0]].start, case.sentences[rows[-1]].end)] if rows else []


def _replaced(rule: Rule, case: Case, difference: Difference, message: str) -> Finding:
    original, translated = difference.original, difference.translated
    assert original is not None
    assert translated is not None
    return finding(
        rule,
        case,
        [(translated.start, translated.end)],
        message.format(original.text, translated.text),
        original=original.text,
        suggestion=written(original, case.target_language),
        evidence="original",
    )


RULES: list[type[Rule]] = [
    NumberChanged,
    ScaleChanged,
    NumberLost,
    NumberAdded,
    Separators,
    UnitChanged,
    NumberMoved,
    ForeignNotation,
    CurrencyNamesake,
]
