"""Findings that count for nothing: those that the baseline accepts, those that a suppression took out."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import jsonschema
import msgspec
import pytest

from mtaudit.config import SuppressSettings
from mtaudit.model import Report
from mtaudit.rendering.github import GithubRenderer
from mtaudit.rendering.gitlab import GitlabRenderer
from mtaudit.rendering.html import HtmlRenderer
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.junit import JunitRenderer
from mtaudit.rendering.markdown import MarkdownRenderer
from mtaudit.rendering.sarif import SarifRenderer
from mtaudit.suppressions import Inline, apply

from . import building
from .test_sarif import sarif_schema


@pytest.fixture
def judged() -> tuple[Report, GateView]:
    """An article of which one kind of finding is suppressed and one finding is in the baseline."""
    report = apply(building.report((building.envoy(),)), [SuppressSettings(rule="ENT103", reason="our own style")])
    (document,) = report.documents
    accepted = document.findings[0].fingerprint
    view = GateView(True, {}, accepted={document.id: frozenset({accepted})}, baseline="known.json")
    return report, view


def test_sarif_marks_them(judged: tuple[Report, GateView]) -> None:
    """Both are suppressed, with the reason; what the baseline knows is unchanged, and the rest new."""
    report, view = judged
    run = json.loads(SarifRenderer().render(report, view))["runs"][0]
    (document,) = report.documents
    assert len(run["results"]) == len(document.findings) + len(document.taken_out)
    marked = {r["ruleId"]: r for r in run["results"] if "suppressions" in r}
    assert {r["suppressions"][0]["justification"] for r in marked.values()} == {
        "our own style",
        "accepted in the baseline known.json",
    }
    assert [r["baselineState"] for r in run["results"]].count("unchanged") == 1
    assert "baselineState" not in json.loads(SarifRenderer().render(report))["runs"][0]["results"][0]


def test_sarif_has_help_and_mends(envoy: Report) -> None:
    """The rule's page, and what would have to be written, at the very stretch."""
    run = json.loads(SarifRenderer().render(envoy))["runs"][0]
    rules = [rule for rule in run["tool"]["driver"]["rules"] if "name" in rule]  # others are of another version
    assert rules[0]["help"]["markdown"].startswith("# name-mangled (ENT101)")
    assert all("help" in rule for rule in rules)
    (change,) = run["results"][0]["fixes"][0]["artifactChanges"]
    first = change["replacements"][0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert first["insertedContent"]["text"] == "Stefan Wittkopp"
    assert first["deletedRegion"] == {key: value for key, value in region.items() if key != "snippet"}


def test_junit_skips_them(judged: tuple[Report, GateView]) -> None:
    """A test each, with the reason; they are not in the output of their article's."""
    report, view = judged
    suite = ET.fromstring(JunitRenderer().render(report, view).encode()).find("testsuite")
    assert suite is not None
    skipped = suite.findall("testcase/skipped")
    assert int(suite.attrib["skipped"]) == len(skipped) == 1 + len(report.documents[0].taken_out)
    assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
    assert skipped[0].attrib["message"] == "baseline: accepted in the baseline known.json"
    assert skipped[-1].attrib["message"] == "suppression: our own style"
    assert (skipped[0].text or "") not in (suite.findtext("testcase/system-out") or "")


def test_gitlab_tells_them_as_information(judged: tuple[Report, GateView]) -> None:
    """With the same fingerprint, so that the merge request shows nothing new."""
    report, view = judged
    issues = json.loads(GitlabRenderer().render(report, view))
    marked = [issue for issue in issues if issue["severity"] == "info"]
    assert len(marked) == 1 + len(report.documents[0].taken_out)
    assert marked[0]["fingerprint"] == report.documents[0].findings[0].fingerprint
    assert marked[0]["description"].endswith("(baseline: accepted in the baseline known.json)")


def test_github_annotates_none_of_them(judged: tuple[Report, GateView]) -> None:
    """Nobody is bothered with what was accepted."""
    report, view = judged
    shown = GithubRenderer().render(report, view)
    first = report.documents[0].findings[0]
    assert first.message not in shown
    everything = frozenset(finding.fingerprint for finding in report.documents[0].findings)
    none = GithubRenderer().render(report, GateView(True, {}, accepted={report.documents[0].id: everything}))
    assert none == "mtaudit: nothing found in 1 documents that the baseline or a suppression does not cover\n"


def test_what_was_suppressed_stays_in_the_report(judged: tuple[Report, GateView]) -> None:
    """With the whole finding, through JSON and back."""
    report, _ = judged
    again = Report.from_json(report.to_json())
    assert [taken.finding for taken in again.documents[0].taken_out] == [
        taken.finding for taken in report.documents[0].taken_out
    ]
    assert msgspec.to_builtins(again.documents[0].taken_out[0].finding)["rule"].startswith("ENT103")


def test_what_had_nothing_to_do_is_told_in_a_line(judged: tuple[Report, GateView]) -> None:
    """In each format that has a place for it, with and without a gate."""
    report, view = judged
    idle = msgspec.structs.replace(
        report, run=msgspec.structs.replace(report.run, unused=("suppression of NUM in x*",))
    )
    told = "1 suppression or glossary entry had nothing to do in this run: suppression of NUM in x"
    run = json.loads(SarifRenderer().render(idle))["runs"][0]
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert told in [note["message"]["text"].rstrip("*") for note in notes if note["level"] == "note"]
    suite = ET.fromstring(JunitRenderer().render(idle).encode()).find("testsuite")
    assert suite is not None
    assert told in (suite.findtext("system-out") or "")
    for renderer in (GithubRenderer(), MarkdownRenderer(), HtmlRenderer()):
        assert told in renderer.render(idle)
        assert told not in renderer.render(report)
    gate = replace(view, unused=("baseline known.json: 1 entry matches nothing any more",))
    assert "1 entry matches nothing any more" in MarkdownRenderer().render(report, gate)


@pytest.fixture
def marked() -> Report:
    """A fault that stands in two lines, one of them covered by a mark in the file."""
    mark = Inline("samples/envoy.txt", 2, ("ENT101",), "his own spelling", (3, 1), (4, 1))
    return apply(building.report((building.envoy(),)), [mark])


def test_what_a_mark_leaves_of_a_fault_counts_in_every_format(marked: Report) -> None:
    """It has the same fingerprint as what the mark covers, and only that is marked, with where the mark stands."""
    (document,) = marked.documents
    (taken,) = document.taken_out
    assert taken.finding is not None
    (left,) = [finding for finding in document.findings if finding.fingerprint == taken.finding.fingerprint]
    assert (taken.finding.text, taken.finding.places, left.text, left.line) == ("Stefan Witkopf", (), "Witkaf", 4)
    run = json.loads(SarifRenderer().render(marked))["runs"][0]
    both = [r for r in run["results"] if r["partialFingerprints"]["mtaudit/v1"] == left.fingerprint]
    assert [r.get("suppressions", [{}])[0].get("kind") for r in both] == [None, "inSource"]
    place = both[1]["suppressions"][0]["location"]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("samples/envoy.txt", 2)
    issues = json.loads(GitlabRenderer().render(marked))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert [issue["severity"] for issue in issues if issue["fingerprint"].startswith(left.fingerprint)] == [
        left.severity,
        "info",
    ]
    assert left.message in GithubRenderer().render(marked)


def test_what_is_marked_keeps_to_the_official_schema(judged: tuple[Report, GateView], marked: Report) -> None:
    """SARIF with a baseline, suppressions of both kinds, mends and addresses of rules."""
    report, view = judged
    served = {"rules-url": "https://example.org/{code}"}
    for made, gate in ((report, view), (marked, None)):
        config = {**made.run.config, **served}
        made = msgspec.structs.replace(made, run=msgspec.structs.replace(made.run, config=config, unused=("x",)))
        log = json.loads(SarifRenderer().render(made, gate))
        jsonschema.Draft4Validator(sarif_schema()).validate(log)
        assert log["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"].startswith("https://example.org/")
