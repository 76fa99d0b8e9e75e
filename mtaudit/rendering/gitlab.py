"""GitLab's code quality report: the subset of the Code Climate format that merge requests show."""

from __future__ import annotations

import json
from typing import Any

from mtaudit.harmless import json_harmless, one_line
from mtaudit.model import DocumentReport, Finding, Report
from mtaudit.places import anchor, region, worst_first
from mtaudit.rendering.interface import GateView, Whole
from mtaudit.rendering.paths import relative


class GitlabRenderer(Whole):
    """A JSON array of issues with description, check_name, fingerprint, severity and location."""

    name = "gitlab"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        issues = [_issue(d, f) for d in report.documents for f in worst_first(d.findings)]
        issues += [
            {
                "description": one_line(f"could not be read: {skipped.reason}"),
                "check_name": "skipped",
                "fingerprint": f"skipped-{number}-{one_line(skipped.input)}",
                "severity": "blocker",
                "location": {"path": relative(skipped.input), "lines": {"begin": 1}},
            }
            for number, skipped in enumerate(report.skipped)
        ]
        return json_harmless(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n"


def _issue(document: DocumentReport, finding: Finding) -> dict[str, Any]:
    (first, _), (last, _) = region(document, *anchor(document, finding))
    lines = {"begin": first, "end": last}
    mend = f" (try: {one_line(finding.suggestion)})" if finding.suggestion else ""
    return {
        "description": f"{finding.rule}: {one_line(finding.message)}{mend}",
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": finding.severity,  # the same three words mean the same there
        "location": {"path": relative(document.input), "lines": lines},
    }
