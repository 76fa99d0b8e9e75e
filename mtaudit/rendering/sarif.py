"""SARIF 2.1.0 for code scanning services."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from mtaudit.harmless import json_harmless, one_line
from mtaudit.mends import Edit, edits
from mtaudit.model import DocumentReport, Finding, Report, Severity
from mtaudit.places import all_worst_first, anchor, region
from mtaudit.rendering.interface import GateView, SetAside, Whole, set_aside, unused
from mtaudit.rendering.paths import uri
from mtaudit.rendering.rulebook import address_of, known, page
from mtaudit.rendering.scores import unchecked

MAX_RESULTS = 25_000  # GitHub code scanning takes no more a run
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_Row = tuple[DocumentReport, Finding, SetAside | None]  # what is set aside stands last, and is told to be
_LEVELS: dict[Severity, str] = {"critical": "error", "major": "warning", "minor": "note"}


class SarifRenderer(Whole):
    """One run; results worst first, at most 25,000, and a notification says how many were left out."""

    name = "sarif"

    def __init__(self, max_results: int = MAX_RESULTS) -> None:
        self.max_results = max_results

    def render(self, report: Report, gate: GateView | None = None) -> str:
        rows: list[_Row] = [(document, finding, None) for document, finding in all_worst_first(report)]
        accepted = [(d, one) for d in report.documents for one in set_aside(d, gate) if one.by == "baseline"]
        aside = {(d.id, one.finding.fingerprint): one for d, one in accepted}
        rows = [(d, f, aside.get((d.id, f.fingerprint))) for d, f, _ in rows]
        rows += [(d, one.finding, one) for d in report.documents for one in set_aside(d, None)]
        shown = rows[: self.max_results]
        codes = sorted({finding.rule for _, finding, _ in shown})
        baseline = gate.baseline if gate is not None else None
        notifications = [_unread(s.input, s.reason) for s in report.skipped]
        notifications += [_note("note", f"not checked: {told}") for told in unchecked(report.documents)]
        notifications += [_note("note", one_line(told)) for told in unused(report, gate)]
        if len(rows) > len(shown):
            left = f"{len(rows) - len(shown)} of {len(rows)} findings are left out, the mildest ones: SARIF services"
            notifications.append(
                _note("warning", f"{left} take {self.max_results} a run. The JSON report has them all.")
            )
        run: dict[str, Any] = {
            "tool": {
                "driver": {
                    "name": report.tool.name,
                    "version": report.tool.version,
                    "rules": [_rule(code, report.run.config.get("rules-url")) for code in codes],
                }
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notifications}],
            "results": [_result(d, f, codes.index(f.rule), one, baseline is not None) for d, f, one in shown],
            "properties": {"findings": len(rows), "findingsLeftOut": len(rows) - len(shown)},
        }
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
        return json_harmless(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(code: str, served: object) -> dict[str, Any]:
    """What is known of a rule; a rule of another version or package may be known by its code alone. `served`: the
    address of its page, where somebody has one."""
    address = address_of(code, served)
    about = {"id": code} if address is None else {"id": code, "helpUri": address}
    rule = known(code)
    if rule is None:
        return about
    return {
        **about,
        "name": rule.name,
        "shortDescription": {"text": rule.does() or rule.name},
        "fullDescription": {"text": rule.why or rule.name},
        "help": {"text": one_line(page(rule)), "markdown": page(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"category": rule.category},
    }


def _note(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}}


def _unread(input: str, reason: str) -> dict[str, Any]:
    note = _note("error", one_line(f"{input}: {reason}"))
    return {**note, "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(input)}}}]}


def _region(document: DocumentReport, start: int, end: int) -> dict[str, Any]:
    (line, column), (last, last_column) = region(document, start, end)
    return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": last_column}


def _location(document: DocumentReport, start: int, end: int) -> dict[str, Any]:
    """Lines and columns from 1, `endColumn` behind the last code point."""
    place = _region(document, start, end)
    if document.text[start:end]:
        place["snippet"] = {"text": document.text[start:end]}
    return {"physicalLocation": {"artifactLocation": {"uri": uri(document.input)}, "region": place}}


def _fix(document: DocumentReport, changes: Sequence[Edit]) -> dict[str, Any]:
    """What would have to be written; an editor decides."""
    replacements = [
        {"deletedRegion": _region(document, edit.start, edit.end), "insertedContent": {"text": edit.new}}
        for edit in changes
    ]
    change = {"artifactLocation": {"uri": uri(document.input)}, "replacements": replacements}
    return {"description": {"text": f"write {one_line(changes[0].new)}"}, "artifactChanges": [change]}


def _result(
    document: DocumentReport, finding: Finding, index: int, aside: SetAside | None, baseline: bool
) -> dict[str, Any]:
    text = one_line(finding.message)
    if finding.suggestion:
        text += f" (try: {one_line(finding.suggestion)})"
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(document, *anchor(document, finding))],
        "partialFingerprints": {"mtaudit/v1": finding.fingerprint},
        "rank": round(100 * finding.confidence, 1),
        "properties": {
            "document": document.id,
            "category": finding.category,
            "severity": finding.severity,
            "evidence": finding.evidence,
            "original": finding.original,
        },
    }
    if baseline:
        result["baselineState"] = "unchanged" if aside is not None and aside.by == "baseline" else "new"
    if aside is not None:
        kind = "inSource" if aside.at else "external"
        suppression: dict[str, Any] = {"kind": kind, "status": "accepted", "justification": one_line(aside.reason)}
        line = int(aside.at.rpartition(":")[2]) if aside.at.rpartition(":")[2].isdecimal() else 0
        if line > 0:
            place = {"artifactLocation": {"uri": uri(document.input)}, "region": {"startLine": line}}
            suppression |= {"location": {"physicalLocation": place}}
        result["suppressions"] = [suppression]
    if changes := edits(document, finding, known(finding.rule)):
        result["fixes"] = [_fix(document, changes)]
    if finding.places:
        result["relatedLocations"] = [
            {"id": i, "message": {"text": "here too"}, **_location(document, p.start, p.end)}
            for i, p in enumerate(finding.places)
        ]
    return result
