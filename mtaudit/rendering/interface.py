"""What every format is: a name and a function from report to text; and what a gate tells the formats that need it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from mtaudit.model import SEVERITIES, DocumentReport, Finding, Report, Severity

_SHOWN = 5  # entries that a message names before it only counts


@dataclass(frozen=True)
class GateView:
    """What `mtaudit gate` decided, as far as a report shows it.

    `reasons_by_document` maps document ids to the reasons why they fail (ids that are absent pass); `fail_on` is the
    mildest severity that counts as a failure. `taken_out` says what kept findings from counting, a line a cause.
    `accepted` maps document ids to the fingerprints that the baseline accepts there; `baseline` is its file, None
    where there is none. `unused` are suppressions, baseline and glossary entries that had nothing to do, a line a kind.
    """

    passed: bool
    reasons_by_document: Mapping[str, tuple[str, ...]]
    fail_on: Severity = "major"
    taken_out: tuple[str, ...] = ()
    accepted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    baseline: str | None = None
    unused: tuple[str, ...] = ()


def gate_of(report: Report) -> GateView | None:
    """The verdict that a finished report carries; None where no gate wrote it."""
    told = report.gate
    if told is None:
        return None
    judged = {d.id: d.gate for d in report.documents if d.gate is not None}
    return GateView(
        told.passed is not False,
        {name: gate.failed for name, gate in judged.items() if gate.failed},
        told.fail_on,
        told.taken_out,
        {name: frozenset(gate.accepted) for name, gate in judged.items() if gate.accepted},
        told.baseline,
        told.unused,
    )


def unused(report: Report, gate: GateView | None) -> tuple[str, ...]:
    """What had nothing to do in a run, a line a kind: suppressions and glossary entries; with a gate, entries of its
    baseline, too."""
    if gate is not None:
        return gate.unused
    names = report.run.unused
    if not names or not report.documents:  # where nothing was audited nothing can have had anything to do
        return ()
    kinds = "suppression or glossary entry" if len(names) == 1 else "suppressions or glossary entries"
    told = f"{len(names)} {kinds} had nothing to do in this run: {some(names)}"
    return (told,)


def some(names: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    shown = "; ".join(" ".join(name.split()) for name in names[:_SHOWN])
    return f"{shown}; and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown


@dataclass(frozen=True)
class SetAside:
    """A finding that counts for nothing: the baseline accepts it, or a suppression of the settings took it out."""

    finding: Finding
    by: Literal["baseline", "suppression"]
    reason: str
    at: str = ""  # file:line of a suppression that stands in the file itself


class Renderer(Protocol):
    """One output format. `name` is what `--format` takes; `chunks` gives the text piece by piece, in order."""

    @property
    def name(self) -> str: ...

    def render(self, report: Report, gate: GateView | None = None) -> str:
        """The whole report as text, ending in a newline."""
        ...

    def chunks(self, report: Report, gate: GateView | None = None) -> Iterator[str]:
        """The same text in pieces small enough to be written one after another."""
        ...


class Whole:
    """Base of the formats that are made in one piece: `chunks` yields what `render` returns."""

    def render(self, report: Report, gate: GateView | None = None) -> str:
        raise NotImplementedError

    def chunks(self, report: Report, gate: GateView | None = None) -> Iterator[str]:
        yield self.render(report, gate)


def counted(document: DocumentReport, gate: GateView | None) -> list[Finding]:
    """The findings of a document that no baseline accepts."""
    accepted = gate.accepted.get(document.id, frozenset()) if gate is not None else frozenset()
    return [finding for finding in document.findings if finding.fingerprint not in accepted]


def set_aside(document: DocumentReport, gate: GateView | None) -> list[SetAside]:
    """The findings of a document that the baseline accepts, and those that suppressions took out."""
    found: list[SetAside] = []
    if gate is not None and (accepted := gate.accepted.get(document.id)):
        why = f"accepted in the baseline {gate.baseline}"
        found += [SetAside(f, "baseline", why) for f in document.findings if f.fingerprint in accepted]
    taken = [t for t in document.taken_out if t.finding is not None]
    return found + [SetAside(t.finding, "suppression", t.reason, t.at) for t in taken if t.finding is not None]


def reasons(document: DocumentReport, gate: GateView | None) -> tuple[str, ...]:
    """Why a document fails; () where it passes. Without a gate: because it has critical or major findings."""
    if gate is not None:
        return tuple(gate.reasons_by_document.get(document.id, ()))
    return tuple(
        f"{count} {severity} finding{'' if count == 1 else 's'}"
        for severity in ("critical", "major")
        if (count := sum(f.severity == severity for f in document.findings))
    )


def unjudged(report: Report) -> bool:
    """Whether a gate had nothing to judge, because no input could be read: then it has neither passed nor failed."""
    return not report.documents and bool(report.skipped)


def counts_as_failure(finding: Finding, gate: GateView | None) -> bool:
    """Whether a finding is as bad as the gate's `fail_on`, or worse (without a gate: major)."""
    fail_on: Severity = gate.fail_on if gate is not None else "major"
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)
