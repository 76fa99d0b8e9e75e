"""What a finding would have written in the place of its stretches, and whether that is certain."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mtaudit.model import DocumentReport, Finding
from mtaudit.places import worst_first
from mtaudit.rules.registry import Rule

_OPENING, _CLOSING, _BRACKETS = "“„«", "”»", "([{‘'“—–-/"


@dataclass(frozen=True, slots=True)
class Edit:
    """`document.text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def edits(document: DocumentReport, finding: Finding, rule: Rule | None) -> tuple[Edit, ...]:
    """One edit for each place of a finding whose suggestion can stand there; () where it is advice, or there is none.

    A further place may hold another spelling (of a name): it gets the suggestion where it has as many words.
    """
    if rule is None or rule.mend is None or not finding.suggestion or finding.start is None or finding.end is None:
        return ()
    places = [(finding.start, finding.end), *((place.start, place.end) for place in finding.places)]
    return tuple(
        Edit(start, end, _spaced(document.text, start, end, finding.suggestion))
        for start, end in places
        if document.text[start:end] != finding.suggestion and _stands_for(document.text[start:end], finding)
    )


def certain(document: DocumentReport, finding: Finding, rule: Rule | None) -> bool:
    """Whether nobody need look at the edits of a finding: its rule's are safe, or the original has the mend."""
    if rule is None or not finding.suggestion:
        return False
    if rule.mend == "proven":
        there = document.original is not None and finding.suggestion in document.original.text
        return there and finding.original is not None
    return rule.mend == "safe" and not rule.doubtful(finding)


def certain_edits(document: DocumentReport, rules: Mapping[str, Rule]) -> list[tuple[Finding, tuple[Edit, ...]]]:
    """The findings whose edits are certain, the worst first, with those of their edits that touch none before."""
    taken: list[tuple[int, int]] = []  # in order
    found: list[tuple[Finding, tuple[Edit, ...]]] = []
    for finding in worst_first(document.findings):
        rule = rules.get(finding.rule)
        if not certain(document, finding, rule):
            continue
        own = tuple(edit for edit in edits(document, finding, rule) if _apart(edit, taken))
        for edit in own:
            insort(taken, (edit.start, edit.end))
        if own:
            found.append((finding, own))
    closing = {edit.end for _, own in found for edit in own if edit.new[-1:] in _CLOSING}
    return [(finding, tuple(_behind(edit, closing) for edit in own)) for finding, own in found]


def _behind(edit: Edit, closing: Collection[int]) -> Edit:
    """An edit with a blank before its opening mark where another one closes right there."""
    blank = " " if edit.start in closing and edit.new[:1] in _OPENING else ""
    return Edit(edit.start, edit.end, blank + edit.new)


def _spaced(text: str, start: int, end: int, new: str) -> str:
    """`new` with the blanks that its quotation marks need beside the words around it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    left = " " if new[:1] in _OPENING and before and not before.isspace() and before not in _BRACKETS else ""
    right = " " if new[-1:] in _CLOSING and len(new) > 1 and after.isalnum() else ""
    return left + new + right


def _apart(edit: Edit, taken: list[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (edit.start, edit.start))
    before = at == 0 or taken[at - 1][1] <= edit.start
    return before and (at == len(taken) or edit.end <= taken[at][0])


def _stands_for(text: str, finding: Finding) -> bool:
    if text == finding.text:
        return True
    return finding.category == "entity" and len(text.split()) == len((finding.suggestion or "").split())
