"""Fields that a program fills in, tags, keys and addresses: those of the original stand in the translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from mtaudit.case import Case, Link
from mtaudit.model import Category, Finding, Severity
from mtaudit.rules.findings import finding
from mtaudit.rules.registry import Rule
from mtaudit.surface.fields import Field, fields
from mtaudit.text import Reading


class FieldChanged(Rule):
    """Finds fields that a program fills in, tags and addresses that were lost, changed or put in."""

    code = "SUR523"
    name = "field-changed"
    category: ClassVar[Category] = "surface"
    severity: ClassVar[Severity] = "major"
    judges_fields = True
    why = "The program finds no value for such a field: readers see the field itself, or nothing, or the program fails."
    example = ("You have {count} new messages.", "Anda memiliki {jumlah} pesan baru.")

    def check(self, case: Case) -> Iterator[Finding]:
        if case.source is None:
            return
        everywhere = {field.text for field in fields(case.target)}
        for link in case.links:
            if not link.target or not link.source:
                continue  # a missing sentence is told as such
            here, there = _of(case.target, link.target), _of(case.source, link.source)
            new = _without(here, there)
            gone = [f for f in _without(there, here) if not (f.address and f.text in everywhere)]
            pairs = zip_longest([f for f in new if not f.address], [f for f in gone if not f.address])
            for found, was in pairs:
                yield _told(self, case, link, found, was)
            for found, was in zip([f for f in new if f.address], [f for f in gone if f.address], strict=False):
                yield _told(self, case, link, found, was, "minor")


def _of(reading: Reading, rows: Sequence[int]) -> list[Field]:
    """The fields of some sentences, with their places in the text."""
    found = []
    for row in rows:
        start = reading.sentences[row].start
        found += [Field(f.start + start, f.end + start, f.text, f.address) for f in fields(reading.parts[row])]
    return found


def _without(found: Sequence[Field], other: Sequence[Field]) -> list[Field]:
    """Those of one side that the other has not, or has less often."""
    left = Counter(field.text for field in other)
    kept = []
    for field in found:
        if left[field.text]:
            left[field.text] -= 1
        else:
            kept.append(field)
    return kept


def _told(
    rule: Rule, case: Case, link: Link, found: Field | None, was: Field | None, severity: Severity = "major"
) -> Finding:
    original = was.text if was else None
    if found is None:
        end = case.target.sentences[link.target[-1]].end
        message = f"The field “{original}” is gone."
        return finding(rule, case, [], message, original=original, suggestion=original, anchor=end, evidence="original")
    message = f"“{found.text}” stands for “{original}”." if was else f"The original has no field “{found.text}”."
    return finding(
        rule,
        case,
        [(found.start, found.end)],
        message,
        severity=severity,
        original=original,
        suggestion=original,
        evidence="original",
    )


RULES: list[type[Rule]] = [FieldChanged]
