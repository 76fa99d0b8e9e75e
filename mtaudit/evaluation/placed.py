"""A labelled fault at its place, and what it means that a finding tells it."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.evaluation.labels import Visible
from mtaudit.model import DocumentReport, Finding, Severity, WordFault


@dataclass(frozen=True)
class Fault:
    """A fault in code points of the document's text.

    Of something `missing` the place is the sentence it is missing from; `start` and `end` are None where not even that
    is known.
    """

    start: int | None
    end: int | None
    missing: bool
    kind: str | None
    severity: Severity | None
    visible: Visible = "alone"

    @property
    def serious(self) -> bool:
        return self.severity in ("major", "critical")

    def touches(self, start: int | None, end: int | None) -> bool:
        """Whether the fault and the stretch have a character in common; a stretch without a place touches nothing."""
        if self.start is None or self.end is None or start is None or end is None:
            return False
        return start < self.end and self.start < end

    def told_by(self, finding: Finding) -> bool:
        """Whether a finding tells this fault: it overlaps it, or says without a place that content is missing."""
        lost = self.missing and finding.category == "adequacy" and finding.start is None
        return lost or self.touches(finding.start, finding.end)

    def bears_out(self, finding: Finding) -> bool:
        """Whether this fault makes a finding right: one without a place is right where something is missing."""
        return self.kind == "omission" if finding.start is None else self.touches(finding.start, finding.end)


@dataclass(frozen=True)
class Judged:
    """A document that somebody read, with the faults that were marked in it."""

    document: DocumentReport
    faults: tuple[Fault, ...]

    @property
    def with_original(self) -> bool:
        """Whether the audit had the whole original."""
        return has_original(self.document)

    @property
    def probabilities(self) -> tuple[WordFault, ...]:
        """What the reader says of each word; () where the report carries nothing of it."""
        return self.document.word_faults

    def counted(self, fault: Fault) -> bool:
        """Whether the fault could be seen at all with what the audit had."""
        return self.with_original or fault.visible == "alone"


def has_original(document: DocumentReport) -> bool:
    return document.original is not None and document.original.kind == "full"
