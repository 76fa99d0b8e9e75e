"""Adequacy rules on single words that change what a sentence says: another day, the opposite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtaudit.case import Case
from mtaudit.model import Finding, Severity
from mtaudit.numbers.write import written
from mtaudit.polarity.judge import Kind, turned
from mtaudit.rules.adequacy_rule import AdequacyRule
from mtaudit.rules.findings import finding
from mtaudit.rules.numbers import compared
from mtaudit.rules.registry import Rule

TOLD: dict[Kind, str] = {
    "negation lost": "The negation is lost: “{0}” became “{1}”.",
    "negation added": "A negation was added: “{0}” became “{1}”.",
    "opposite": "This says the opposite: “{0}” became “{1}”{2}.",
    "quantity": "The quantity is turned round: “{0}” became “{1}”.",
    "comparison": "The comparison is turned round: “{0}” became “{1}”.",
    "roles": "Who does it to whom is turned round: “{0}” became “{1}”.",
}
CERTAIN = 0.97  # probability from which a statement turned round is critical


class WeekdayChanged(AdequacyRule):
    """Finds a day of the week that is another one than in the original."""

    code = "ADQ411"
    name = "weekday-changed"
    severity: ClassVar[Severity] = "minor"
    why = "The day is wrong, unless the newsroom has put it into its own time zone; then it is the day before or after."
    example = ("The court meets on Monday.", "Pengadilan bersidang pada Kamis.")

    def check(self, case: Case) -> Iterator[Finding]:
        for difference in compared(case):
            day, original = difference.translated, difference.original
            if difference.change == "weekday" and day is not None and original is not None:
                apart = int(day.value - original.value) % 7
                yield finding(
                    self,
                    case,
                    [(day.start, day.end)],
                    f"“{original.text}” became “{day.text}”.",
                    severity="minor" if apart in (1, 6) else "major",
                    original=original.text,
                    suggestion=written(original, case.target_language),
                    evidence="original",
                )


class Inverted(AdequacyRule):
    """Finds statements turned round outside quotations: a negation lost or added, few turned into some, an opposite."""

    code = "ADQ412"
    name = "statement-inverted"
    why = "The sentence reads well and says the opposite of what was reported."
    example = ("The court did not accept the appeal.", "Pengadilan menerima banding itu.")

    def check(self, case: Case) -> Iterator[Finding]:
        told = [
            (q.start, q.end) for q in case.quotes if q.content in ("major", "dropped") and q.start is not None and q.end
        ]
        for one in turned(case):
            assert case.original is not None
            start, end = one.target
            if not any(first < end and start < last for first, last in told):
                words, means = case.original.text[slice(*one.source)], f" ({one.meaning})" if one.meaning else ""
                yield finding(
                    self,
                    case,
                    [(start, end)],
                    TOLD[one.kind].format(words, case.text[start:end], means),
                    severity="critical" if one.probability >= CERTAIN else "major",
                    original=words,
                    confidence=round(one.probability, 2),
                    evidence="original",
                )


RULES: list[type[Rule]] = [WeekdayChanged, Inverted]
