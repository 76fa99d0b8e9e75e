"""GitHub workflow commands: annotations on the files of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mtaudit.harmless import harmless, one_line
from mtaudit.model import SEVERITIES, DocumentReport, Finding, Report
from mtaudit.places import all_worst_first, anchor, region
from mtaudit.rendering.interface import GateView, Whole, counts_as_failure, reasons, set_aside, unused
from mtaudit.rendering.paths import relative
from mtaudit.rendering.scores import unchecked
from mtaudit.rendering.spoken import spoken

MAX_ANNOTATIONS = 10  # GitHub shows ten of a kind a step and drops the rest without a word


class GithubRenderer(Whole):
    """`::error file=…,line=…,col=…::message`, worst first, at most ten; the rest are counted in a last plain line."""

    name = "github"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return "".join(f"{line}\n" for line in _lines(report, gate))


def escape_data(text: str) -> str:
    """A message as the runner reads it back (actions/toolkit, `escapeData`)."""
    return harmless(text.replace("\r\n", "\n")).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The value of `file=` or `title=` (actions/toolkit, `escapeProperty`)."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _lines(report: Report, gate: GateView | None) -> Iterator[str]:
    room = MAX_ANNOTATIONS
    if report.skipped:
        reasons_of = "\n".join(f"{one_line(s.input)}: {one_line(s.reason)}" for s in report.skipped)
        count = f"{len(report.skipped)} input{'' if len(report.skipped) == 1 else 's'} could not be read"
        yield f"::error title={escape_property(f'mtaudit: {count}')}::{escape_data(reasons_of)}"
        room -= 1
    accepted = gate.accepted if gate is not None else {}
    ranked = [(d, f) for d, f in all_worst_first(report) if f.fingerprint not in accepted.get(d.id, ())]
    for document, finding in ranked[:room]:
        yield _command(document, finding, gate)
    aside = sum(len(set_aside(document, gate)) for document in report.documents)
    if not ranked:
        more = " that the baseline or a suppression does not cover" if aside else ""
        yield f"mtaudit: nothing found in {len(report.documents)} documents{more}"
    elif len(ranked) > room:
        left = Counter(finding.severity for _, finding in ranked[room:])
        parts = ", ".join(f"{left[s]} {s}" for s in SEVERITIES if left[s])
        yield f"mtaudit: {len(ranked) - room} more findings without an annotation of their own ({parts})"
    for told in unused(report, gate):
        yield f"mtaudit: {one_line(told)}"
    if missing := unchecked(report.documents):
        yield f"mtaudit: not checked: {one_line('; '.join(missing))}"


def _command(document: DocumentReport, finding: Finding, gate: GateView | None) -> str:
    (line, column), (last, last_column) = region(document, *anchor(document, finding))
    if counts_as_failure(finding, gate) and reasons(document, gate):
        level = "error"
    else:
        level = "notice" if finding.severity == "minor" else "warning"
    place = f"file={escape_property(relative(document.input))},line={line}"
    place += f",col={column},endColumn={last_column}" if last == line else f",endLine={last}"
    text = one_line(finding.message)
    if finding.text:
        text += f"\nhere: {one_line(finding.text)}"
    if finding.original:
        text += f"\n{spoken(document.language).source}: {one_line(finding.original)}"
    if finding.suggestion:
        text += f"\ntry: {one_line(finding.suggestion)}"
    return f"::{level} {place},title={escape_property(f'{finding.rule} {finding.severity}')}::{escape_data(text)}"
