"""GitLab's code quality report: the subset of the Code Climate format that merge requests show."""

from __future__ import annotations

import json
from typing import Any

from mtaudit.harmless import json_harmless, one_line
from mtaudit.model import DocumentReport, Finding, Report
from mtaudit.places import anchor, region, worst_first
from mtaudit.rendering.interface import GateView, SetAside, Whole, counted, set_aside
from mtaudit.rendering.paths import relative


class GitlabRenderer(Whole):
    """A JSON array of issues with description, check_name, fingerprint, severity and location."""

    name = "gitlab"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        issues = [_issue(d, f) for d in report.documents for f in worst_first(counted(d, gate))]
        aside = [_issue(d, one.finding, one) for d in report.documents for one in set_aside(d, gate)]
        known = {issue["fingerprint"] for issue in issues}
        for number, issue in enumerate(aside, 1):
            if issue["fingerprint"] in known:  # the same fault elsewhere counts, or is covered by another mark
                issue["fingerprint"] = f"{issue['fingerprint']}-{number}"
            known.add(issue["fingerprint"])
        issues += aside
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


def _issue(document: DocumentReport, finding: Finding, aside: SetAside | None = None) -> dict[str, Any]:
    """An issue; one that counts for nothing says so, and is of the mildest severity that there is."""
    (first, _), (last, _) = region(document, *anchor(document, finding))
    lines = {"begin": first, "end": last}
    mend = f" (try: {one_line(finding.suggestion)})" if finding.suggestion else ""
    why = f" ({aside.by}: {one_line(aside.reason)})" if aside is not None else ""
    return {
        "description": f"{finding.rule}: {one_line(finding.message)}{mend}{why}",
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": finding.severity if aside is None else "info",  # the same three words mean the same there
        "location": {"path": relative(document.input), "lines": lines},
    }
