"""JUnit XML: a test case a document; `failure` is a verdict, `error` is an input that could not be read."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from mtaudit.harmless import harmless, one_line, xml_legal
from mtaudit.model import DocumentReport, Report
from mtaudit.places import location, worst_first
from mtaudit.rendering.interface import GateView, Whole, counts_as_failure, reasons


class JunitRenderer(Whole):
    """The dialect of Jenkins and GitLab: testsuites, testsuite, testcase."""

    name = "junit"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        failed = {document.id: reasons(document, gate) for document in report.documents}
        counts = {
            "tests": str(len(report.documents) + len(report.skipped)),
            "failures": str(sum(map(bool, failed.values()))),
            "errors": str(len(report.skipped)),
            "skipped": "0",
            "time": f"{report.run.seconds:.3f}",
        }
        root = ET.Element("testsuites", {"name": _clean(report.tool.name), **counts})
        about = {"name": _clean(report.tool.name), "timestamp": _clean(report.run.started)}
        suite = ET.SubElement(root, "testsuite", {**about, **counts})
        for document in report.documents:
            _case(suite, document, failed[document.id], gate)
        for skipped in report.skipped:
            name = _clean(skipped.input)
            case = ET.SubElement(suite, "testcase", {"classname": "input", "name": name, "file": name, "time": "0"})
            ET.SubElement(case, "error", {"type": "unreadable", "message": _clean(skipped.reason)})
        ET.indent(root)
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    return xml_legal(one_line(text))


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
    findings = worst_first(document.findings)
    lines = [
        f"{document.input}:{location(document, f)}: {f.rule} {f.severity} {f.message}"
        + (f" [{f.text}]" if f.text else "")
        for f in findings
    ]
    bad = [line for f, line in zip(findings, lines, strict=True) if counts_as_failure(f, gate)]
    if why:
        failure = ET.SubElement(case, "failure", {"type": "gate", "message": _clean("; ".join(why))})
        failure.text = xml_legal("\n".join(harmless(" ".join(line.split())) for line in bad))
    rest = [line for line in lines if not why or line not in bad]
    rest += [f"{document.input}: {item.area} not checked: {item.reason}" for item in document.not_checked]
    if rest:
        out = ET.SubElement(case, "system-out")
        out.text = xml_legal("\n".join(harmless(" ".join(line.split())) for line in rest))
