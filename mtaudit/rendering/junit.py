"""JUnit XML: a test case a document; `failure` is a verdict, `error` is an input that could not be read, and `skipped`
a finding that the baseline accepts or a suppression took out."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from mtaudit.harmless import harmless, one_line, xml_legal
from mtaudit.model import DocumentReport, Finding, Report
from mtaudit.places import location, worst_first
from mtaudit.rendering.interface import (
    GateView,
    SetAside,
    Whole,
    counted,
    counts_as_failure,
    reasons,
    set_aside,
    unused,
)


class JunitRenderer(Whole):
    """The dialect of Jenkins and GitLab: testsuites, testsuite, testcase."""

    name = "junit"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        failed = {document.id: reasons(document, gate) for document in report.documents}
        aside = [(document, one) for document in report.documents for one in set_aside(document, gate)]
        counts = {
            "tests": str(len(report.documents) + len(report.skipped) + len(aside)),
            "failures": str(sum(map(bool, failed.values()))),
            "errors": str(len(report.skipped)),
            "skipped": str(len(aside)),
            "time": f"{report.run.seconds:.3f}",
        }
        root = ET.Element("testsuites", {"name": _clean(report.tool.name), **counts})
        about = {"name": _clean(report.tool.name), "timestamp": _clean(report.run.started)}
        suite = ET.SubElement(root, "testsuite", {**about, **counts})
        for document in report.documents:
            _case(suite, document, failed[document.id], gate)
        for document, one in aside:
            _aside(suite, document, one)
        for skipped in report.skipped:
            name = _clean(skipped.input)
            case = ET.SubElement(suite, "testcase", {"classname": "input", "name": name, "file": name, "time": "0"})
            ET.SubElement(case, "error", {"type": "unreadable", "message": _clean(skipped.reason)})
        if told := unused(report, gate):
            ET.SubElement(suite, "system-out").text = "\n".join(map(_clean, told))
        ET.indent(root)
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    return xml_legal(one_line(text))


def _line(document: DocumentReport, f: Finding) -> str:
    stretch = f" [{f.text}]" if f.text else ""
    return f"{document.input}:{location(document, f)}: {f.rule} {f.severity} {f.message}{stretch}"


def _aside(suite: ET.Element, document: DocumentReport, one: SetAside) -> None:
    """A finding that counts for nothing is a test that was skipped."""
    about = {"classname": document.system or "document", "file": document.input, "time": "0"}
    name = f"{document.id} {one.finding.rule} {location(document, one.finding)}"
    case = ET.SubElement(suite, "testcase", {key: _clean(value) for key, value in {"name": name, **about}.items()})
    message = f"{one.by}: {one.reason}"
    ET.SubElement(case, "skipped", {"message": _clean(message)}).text = _clean(_line(document, one.finding))


def _case(suite: ET.Element, document: DocumentReport, why: tuple[str, ...], gate: GateView | None) -> None:
    case = ET.SubElement(
        suite,
        "testcase",
        {
            "classname": _clean(document.system or "document"),
            "name": _clean(document.id),
            "file": _clean(document.input),
            "time": "0",
        },
    )
    findings = worst_first(counted(document, gate))
    lines = [_line(document, f) for f in findings]
    bad = [line for f, line in zip(findings, lines, strict=True) if counts_as_failure(f, gate)]
    if why:
        failure = ET.SubElement(case, "failure", {"type": "gate", "message": _clean("; ".join(why))})
        failure.text = xml_legal("\n".join(harmless(" ".join(line.split())) for line in bad))
    rest = [line for line in lines if not why or line not in bad]
    rest += [f"{document.input}: {item.area} not checked: {item.reason}" for item in document.not_checked]
    if rest:
        out = ET.SubElement(case, "system-out")
        out.text = xml_legal("\n".join(harmless(" ".join(line.split())) for line in rest))
