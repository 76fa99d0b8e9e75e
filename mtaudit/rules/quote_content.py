"""Rules on what a quotation says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtaudit.case import Case
from mtaudit.model import Finding, QuoteVerdict, Severity
from mtaudit.quotes import speech
from mtaudit.quotes.content import Kind, kind_of
from mtaudit.rules.findings import finding
from mtaudit.rules.quote_rule import BADLY, QuoteRule, cut, read, spans, weight


class _ContentRule(QuoteRule):
    """Quotations whose content is badly damaged in one way."""

    kinds: ClassVar[tuple[Kind, ...]]

    def check(self, case: Case) -> Iterator[Finding]:
        for verdict in case.quotes:
            kind, detail = kind_of(verdict.note)
            if verdict.content in BADLY and (kind or "changed") in self.kinds:
                told = self.tell(verdict, detail)
                if verdict.original_document:
                    told += f" (The words stand in {verdict.original_document}.)"
                yield finding(
                    self,
                    case,
                    spans(verdict),
                    told,
                    severity=self.weigh(verdict),
                    original=verdict.original,
                    confidence=0.85 if kind in ("inverted", "lost") else 0.7,
                    evidence="original",
                )

    def weigh(self, verdict: QuoteVerdict) -> Severity:
        return weight(verdict)

    def tell(self, verdict: QuoteVerdict, detail: str) -> str:
        raise NotImplementedError


class Inverted(_ContentRule):
    """Finds quotations that say the opposite: a negation gone, few turned into some, an opposite."""

    code = "QUO211"
    name = "quote-inverted"
    severity = "critical"
    why = "The speaker is made to say the opposite of what was said."
    example = ('"There are few places better equipped"', '"Ada beberapa tempat yang lebih siap"')
    kinds = ("inverted",)

    def weigh(self, verdict: QuoteVerdict) -> Severity:
        return "critical"

    def tell(self, verdict: QuoteVerdict, detail: str) -> str:
        return f"The quotation says the opposite of “{cut(verdict.original)}”: {detail}."


class Changed(_ContentRule):
    """Finds quotations whose words mean something else than the original's."""

    code = "QUO212"
    name = "quote-changed"
    why = "Words are put into the speaker's mouth."
    example = ('to "prevent piracy"', 'untuk "menemukan kebanggaan"')
    kinds = ("changed",)

    def tell(self, verdict: QuoteVerdict, detail: str) -> str:
        because = f": {detail}" if detail else ""
        return f"This seems not to be what was said (“{cut(verdict.original)}”){because}."


class PartLost(_ContentRule):
    """Finds quotations of which a sentence, or everything, is missing."""

    code = "QUO213"
    faults_break = True
    name = "quote-part-lost"
    why = "Half a quotation is another statement."
    example = ('"I am excited. I am here to win."', '"Saya senang."')
    kinds = ("lost",)

    def tell(self, verdict: QuoteVerdict, detail: str) -> str:
        if verdict.start is None:
            return f"The quotation “{cut(verdict.original)}” is missing."
        return f"Part of the quotation is missing: {detail}."


class LeftInEnglish(_ContentRule):
    """Finds quotations, or insertions in brackets inside them, that were left untranslated."""

    code = "QUO214"
    name = "quote-left-untranslated"
    why = "A quotation that is half in the other language can't be read, nor quoted on."
    example = ('"prominent landmarks"', '"bangunan prominent"')
    kinds = ("english",)

    def tell(self, verdict: QuoteVerdict, detail: str) -> str:
        return f"Left untranslated inside the quotation: {detail}."

    def check(self, case: Case) -> Iterator[Finding]:
        yield from super().check(case)
        for quotation in read(case).outer:
            place = speech.foreign_brackets(quotation, case.pair)
            if place:
                message = f"The editor's insertion {case.text[slice(*place)]} was left in {case.source_language.name}."
                yield finding(self, case, [place], message)
