"""JUnit XML for CI servers."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from mtaudit.model import Report
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.junit import JunitRenderer

from . import building


def suite(report: Report, gate: GateView | None = None) -> ET.Element:
    root = ET.fromstring(JunitRenderer().render(report, gate).encode())
    assert root.tag == "testsuites"
    found = root.find("testsuite")
    assert found is not None
    return found


def test_counts_agree_with_the_cases(any_report: Report) -> None:
    """`failure` is a verdict, `error` an input that could not be read."""
    found = suite(any_report)
    assert int(found.attrib["tests"]) == len(found.findall("testcase"))
    assert int(found.attrib["failures"]) == len(found.findall("testcase/failure"))
    assert int(found.attrib["errors"]) == len(found.findall("testcase/error")) == len(any_report.skipped)


def test_a_failure_says_why_and_where(envoy: Report) -> None:
    """The message gives the reasons, the text the findings worst first; milder ones are output."""
    failure = suite(envoy).find("testcase/failure")
    output = suite(envoy).findtext("testcase/system-out")
    assert failure is not None
    assert failure.text is not None
    assert output is not None
    assert failure.attrib["message"] == "3 critical findings; 4 major findings"
    assert failure.text.splitlines()[0].startswith("samples/envoy.txt:3:15: ENT101 critical “Stefan Wittkopp”")
    assert len(failure.text.splitlines()) == 7
    assert "ENT103 minor" in output


def test_the_gate_decides() -> None:
    """With a gate its reasons count, not the findings."""
    report = building.report((building.envoy(), building.clean()))
    gate = GateView(False, {"clean": ("score 100 below 101",)})
    cases = suite(report, gate).findall("testcase")
    assert [case.find("failure") is not None for case in cases] == [False, True]
    assert cases[1].find("failure").attrib["message"] == "score 100 below 101"  # type: ignore[union-attr]
    passed = suite(report, GateView(True, {}))
    assert passed.attrib["failures"] == "0"


def test_hostile_text_is_text(full: Report) -> None:
    """The file parses, and no element comes out of an article."""
    names = {element.tag for element in suite(full).iter()}
    assert names == {"testsuite", "testcase", "failure", "error", "system-out"}
