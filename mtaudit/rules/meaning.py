"""Adequacy rules on single words that change what a sentence says: another day, the opposite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtaudit.adequacy import evidence
from mtaudit.case import Case
from mtaudit.model import Finding, Severity
from mtaudit.numbers.write import written
from mtaudit.quotes.contradiction import inversions
from mtaudit.quotes.judge import affinity
from mtaudit.quotes.signals import Texts
from mtaudit.quotes.statement import Inversion, Kind
from mtaudit.quotes.words import of_sentences
from mtaudit.rules.adequacy_rule import AdequacyRule
from mtaudit.rules.findings import finding
from mtaudit.rules.numbers import compared
from mtaudit.rules.registry import Rule

TOLD: dict[Kind, str] = {
    "negation lost": "The negation is lost: “{0}” became “{1}”.",
    "negation added": "A negation was added: “{0}” became “{1}”.",
    "opposite": "This says the opposite: “{0}” became “{1}”.",
    "quantity": "The quantity is turned round: “{0}” became “{1}”.",
    "comparison": "The comparison is turned round: “{0}” became “{1}”.",
}


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
        knows = affinity(case.pair)
        for _, link, (a, b), (c, d), _ in evidence.pairs(case):
            assert case.original is not None
            assert case.source is not None
            source, target = case.original.text[c:d], case.text[a:b]
            own = of_sentences(case.source, link.source, source), of_sentences(case.target, link.target, target)
            texts = Texts(source, target, words=own)
            for found in inversions(texts, knows):
                start, end = a + found.target[0], a + found.target[1]
                backed = _backed(found, evidence.denies(case, link))
                if backed is not None and not any(first < end and start < last for first, last in told):
                    words = source[slice(*found.source)]
                    yield finding(
                        self,
                        case,
                        [(start, end)],
                        TOLD[found.kind].format(words, case.text[start:end]),
                        severity="critical" if backed else "major",
                        original=words,
                        confidence=0.9 if backed else 0.7,
                        evidence="original",
                    )


def _backed(found: Inversion, denied: bool | None) -> bool | None:
    """Whether the back-translation says the same (`denied`: it has a negation); None where it clears the sentence."""
    if found.kind == "negation lost" and denied is not None:
        return None if denied else True
    return found.kind == "negation added" and denied is True


RULES: list[type[Rule]] = [WeekdayChanged, Inverted]
