"""GitLab code quality."""

from __future__ import annotations

import json

from mtaudit.model import Report
from mtaudit.rendering.gitlab import GitlabRenderer


def test_every_finding_is_an_issue_with_the_required_fields(any_report: Report) -> None:
    """description, check_name, fingerprint, severity, location.path and location.lines.begin; no byte order mark."""
    issues = json.loads(GitlabRenderer().render(any_report))
    assert len(issues) == sum(len(d.findings) for d in any_report.documents) + len(any_report.skipped)
    for issue in issues:
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not issue["location"]["path"].startswith(("./", "/"))
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_a_finding_stands_at_its_line(envoy: Report) -> None:
    """Worst first, with line and mend."""
    issue = json.loads(GitlabRenderer().render(envoy))[0]
    assert issue["location"] == {"path": "samples/envoy.txt", "lines": {"begin": 3, "end": 3}}
    assert issue["description"].endswith("(try: Stefan Wittkopp)")
