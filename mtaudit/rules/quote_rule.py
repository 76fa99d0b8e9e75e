"""What all rules on quotations share."""

from __future__ import annotations

from typing import ClassVar

from mtaudit import text as stretch
from mtaudit.case import Case
from mtaudit.model import Category, QuoteVerdict, Severity
from mtaudit.quotes.find import Quotations, quotations
from mtaudit.rules.registry import Rule

SHORT = 3  # words of a quotation that weighs less
BADLY = ("major", "dropped")


class QuoteRule(Rule):
    category: ClassVar[Category] = "quote"
    severity: ClassVar[Severity] = "major"


def read(case: Case) -> Quotations:
    return quotations(case.target)


def is_short(text: str | None) -> bool:
    return count(text) <= SHORT


def count(text: str | None) -> int:
    """Number of words, as an editor counts them."""
    return len(stretch.cut(text or "", "chunks"))


def weight(verdict: QuoteVerdict) -> Severity:
    """A word or two in marks weigh less than what somebody said; `“We won,”` is short and all that was said."""
    words = verdict.original or verdict.found or ""
    return "minor" if is_short(words) and not _statement(words) else "major"


def _statement(words: str) -> bool:
    """Whether a quotation of two words or more begins and ends as a sentence does."""
    told = words.strip()
    return count(told) > 1 and told[:1].isupper() and told[-1:] in ",.!?…"


def spans(verdict: QuoteVerdict) -> list[tuple[int, int]]:
    return [] if verdict.start is None or verdict.end is None else [(verdict.start, verdict.end)]


def cut(text: str | None, words: int = 12) -> str:
    found = [word.text for word in stretch.cut(text or "", "chunks")]
    return " ".join(found[:words]) + (" …" if len(found) > words else "")
