"""Terminology rules: the user's glossary, and one term under several names in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mtaudit.case import Case, GlossaryEntry
from mtaudit.languages.interface import Language
from mtaudit.model import Category, Finding, Severity
from mtaudit.rules.findings import Span, finding
from mtaudit.rules.registry import Rule
from mtaudit.terms import renderings


class _TermRule(Rule):
    category: ClassVar[Category] = "terminology"
    severity: ClassVar[Severity] = "minor"


class ForbiddenTerm(_TermRule):
    """Finds a form that the glossary forbids for a term."""

    code = "TRM601"
    mend = "safe"
    name = "forbidden-term"
    severity: ClassVar[Severity] = "major"
    why = "The newsroom has decided against this form."
    example = ("ceasefire (glossary: not “berhenti api”)", "Mereka menyepakati berhenti api.")

    def check(self, case: Case) -> Iterator[Finding]:
        for entry in _terms(case):
            spans = [s for form in entry.forbidden for s in _places(case.text, form, case.target_language)]
            there = _pattern(entry.name, case.source_language).search(_original(case))
            if spans and (case.kind != "full" or there):
                message = f"The glossary forbids “{case.text[spans[0][0] : spans[0][1]]}” for “{entry.name}”."
                original = there.group() if there else None
                yield finding(self, case, sorted(spans), message, original=original, suggestion=_first(entry))


class MissingTerm(_TermRule):
    """Finds a sentence whose original has a glossary term, and that has none of its accepted forms."""

    code = "TRM602"
    name = "missing-term"
    why = "The term was rendered by another word than the newsroom's, or not at all."
    example = ("ceasefire (glossary: “gencatan senjata”)", "Mereka menyepakati penghentian perang.")

    def check(self, case: Case) -> Iterator[Finding]:
        if case.kind != "full":
            return
        for entry in _terms(case):
            if not entry.accepted:
                continue
            wanted = _pattern(entry.name, case.source_language)
            spans: list[Span] = []
            original = None
            for link in case.links:
                found = wanted.search(" ".join(case.original_sentences[i].text for i in link.source))
                if not link.target or not found:
                    continue
                start, end = case.sentences[link.target[0]].start, case.sentences[link.target[-1]].end
                here = case.text[start:end]
                forms = (*entry.accepted, *entry.forbidden)  # a forbidden form is the other rule's
                if not any(_places(here, form, case.target_language) for form in forms):
                    spans.append((start, end))
                    original = original or found.group()
            if spans:
                message = f"“{entry.name}” is not rendered as the glossary says."
                yield finding(
                    self, case, spans, message, original=original, suggestion=_first(entry), evidence="original"
                )


class InconsistentTerm(_TermRule):
    """Finds a term of two or more words that one article renders by different words."""

    code = "TRM603"
    name = "inconsistent-term"
    why = "Readers take two words for two things."
    example = ("peace agreement ... peace agreement", "perjanjian damai ... kesepakatan damai")

    def check(self, case: Case) -> Iterator[Finding]:
        for term in renderings.inconsistent(case):
            names = " and ".join(f"“{r.text}”" for r in term.renderings)
            yield finding(
                self,
                case,
                [span for r in reversed(term.renderings) for span in r.places],
                f"“{term.original}” is rendered in {len(term.renderings)} ways: {names}.",
                original=term.original,
                suggestion=term.renderings[0].text,
                confidence=0.6,
                evidence="original",
            )


def _terms(case: Case) -> Iterator[GlossaryEntry]:
    return (entry for entry in case.glossary if entry.type == "TERM")


def _first(entry: GlossaryEntry) -> str | None:
    return entry.accepted[0] if entry.accepted else None


def _original(case: Case) -> str:
    return case.original.text if case.original else ""


def _pattern(form: str, language: Language) -> re.Pattern[str]:
    """A form as whole words, in either case, any blank or hyphen between; with clitics of the language after it."""
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", form.strip()))
    clitics = "|".join(re.escape(s) for s in sorted(language.names.suffixes, key=len, reverse=True))
    plurals = "|".join(language.inflection.plurals)
    return re.compile(rf"(?<!\w){words}(?:{clitics}|{plurals})?(?!\w)", re.IGNORECASE)


def _places(text: str, form: str, language: Language) -> list[Span]:
    return [match.span() for match in _pattern(form, language).finditer(text)] if form.strip() else []


RULES: list[type[Rule]] = [ForbiddenTerm, MissingTerm, InconsistentTerm]
