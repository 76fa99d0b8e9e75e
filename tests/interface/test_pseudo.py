"""Nothing that people read goes past the catalogs: no English word stands outside the marks of the pseudo-language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import lxml.html
import msgspec
import pytest

from mtaudit.cli import COMMANDS, main
from mtaudit.compare import compare, compare_systems
from mtaudit.model import DocumentReport, MetricName, Report, WordFault
from mtaudit.rendering.comparison import render_comparison
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.registry import KNOWN, by_name, names
from mtaudit.rendering.terminal import render_terminal
from mtaudit.rules.registry import all_rules
from tests.conftest import ROOT
from tests.interface.pseudo import escaped

pytestmark = pytest.mark.usefixtures("marked")
_INNER = {"baseline": ("write", "prune"), "models": ("list", "install", "remove")}
_CALLS = [[name] for name in COMMANDS] + [[name, inner] for name, inners in _INNER.items() for inner in inners]


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A terminal so wide that nothing is cut, and a folder without a config."""
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.chdir(tmp_path)


def _flags(text: str) -> list[str]:
    """What the program is made to say that is no language: values of options, names of commands."""
    return [*COMMANDS, "local dask auto always never terminal json strict newsroom advisory minor major critical", text]


@pytest.mark.parametrize("call", [[], *_CALLS], ids=" ".join)
def test_help(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every line of it, click's own words too."""
    assert main([*call, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("⟪") > 3
    assert escaped(shown, _flags("write prune list install remove")) == []


@pytest.mark.parametrize("code", all_rules())
def test_rule_pages(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """All but the examples, which are articles."""
    assert main(["rules", code]) == 0
    rule = all_rules()[code]
    assert escaped(capsys.readouterr().out, [*rule.example, rule.name.replace("-", " ")]) == []


def test_the_list_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert escaped(capsys.readouterr().out, [rule.name for rule in all_rules().values()]) == []


@pytest.mark.parametrize(
    "call",
    [
        ["audti"],
        ["audit", "--foo"],
        ["audit", "--jobs", "x"],
        ["audit", "--color", "blue"],
        ["audit", "--max-bytes", "0", "a.txt"],
        ["audit"],
        ["audit", "nix.txt", "--select", "XXX"],
        ["audit", "nix.txt", "-o", "report.xyz"],
        ["audit", "nix.txt", "--format", "xyz"],
        ["audit", "nix.txt", "--names", "nix.csv"],
        ["audit", "nix.txt", "--metrics", "xyz"],
        ["audit", "nix.txt", "--config", "nix.toml"],
        ["audit", "nix.txt", "--config", "nix.toml", "--isolated"],
        ["audit", "nix.txt", "--since", "yesterday"],
        ["audit", "nix.txt", "--new-only"],
        ["audit", "nix.txt", "--model", "nix"],
        ["audit", "nix.txt", "--offline", "--engine", "dask", "--dask-scheduler", "tls://example.org:1"],
        ["audit", "empty.txt"],
        ["audit", "binary.bin"],
        ["audit", "broken.json"],
        ["audit", "english.txt"],
        ["gate", "nix.json", "--min-score", "entity"],
        ["gate", "nix.json", "--min-score", "beauty=3"],
        ["gate", "nix.txt", "--baseline", "nix.json"],
        ["report", "nix.json"],
        ["report"],
        ["compare", "nix.json", "nix.json", "-o", "x.pdf"],
        ["evaluate", "nix.json", "--labels", "nix.jsonl"],
        ["rules", "ABC123"],
        ["init", "nowhere"],
        ["models", "install", "nix.argosmodel"],
        ["models", "remove", "nix"],
        ["translate", "nix.txt"],
    ],
    ids=" ".join,
)
def test_errors(call: list[str], capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    """What is said on standard error, whether click, a command, a reader or the settings say it."""
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)))
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "english.txt").write_text("The minister said on Monday that the talks would go on for a week.\n")
    code = main(call)
    said = capsys.readouterr().err
    assert code == 2 or call[1:] == ["english.txt"]
    assert "⟪" in said
    system = "No such file or directory Is a Expecting property name enclosed in double quotes line column char"
    assert (
        escaped(
            said,
            [
                *_flags(system),
                *call,
                *names(),
                KNOWN,
                *get_args(MetricName),
                "models list install audit baseline write report rules help",
            ],
        )
        == []
    )


def _known(report: Report) -> list[str]:
    """Article text, names, paths."""
    known = [read.input for read in report.inputs] + [read.format for read in report.inputs]
    for document in report.documents:
        known += [document.id, document.input, document.text, document.title or "", document.system or ""]
        known += [document.original.text if document.original else ""]
        for s in document.segments:
            known += [s.text, s.back_translation or "", s.original or "", *(t.text for t in s.second_translations)]
            known += [t.translator for t in s.second_translations]
        for q in document.quotes:
            known += [q.speaker or "", q.original_speaker or "", q.original or "", q.original_document or ""]
        for e in document.entities:
            known += [e.original or "", e.found or "", *e.variants, e.suggestion or ""]
        known += [rule.name for rule in all_rules().values()]
    return [*known, report.run.signature, *report.run.metric_signatures.values()]


@pytest.mark.parametrize("gated", [False, True])
@pytest.mark.parametrize("format", ["terminal", "concise", "markdown"])
def test_reports(format: str, gated: bool, finished: Report) -> None:
    """The whole report of the samples, in a window so wide that nothing is cut."""
    style = "concise" if format == "concise" else "full"
    view = _gated(finished) if gated else None
    if format == "markdown":
        shown = by_name(format).render(finished, view)
    else:
        shown = render_terminal(finished, width=1000, style=style, gate=view, whole=True)
    assert shown.count("⟪") > 30
    assert escaped(shown, _known(finished)) == []


@pytest.mark.parametrize("gated", [False, True])
def test_the_page(gated: bool, finished: Report) -> None:
    """Text, titles and labels, what the style sheet writes, what the script says."""
    words = tuple(WordFault(m.start(), m.end(), 0.9, 0.8) for m in re.finditer(r"\w+", finished.documents[0].text))
    first = msgspec.structs.replace(finished.documents[0], word_faults=words, system="sysone")
    report = msgspec.structs.replace(finished, documents=(first, *finished.documents[1:]))
    shown = by_name("html").render(report, _gated(report) if gated else None)
    assert escaped(_visible(shown), _known(report)) == []


def _gated(report: Report) -> GateView:
    """A gate that the first document doesn't pass, and that left a finding out."""
    failed = {report.documents[0].id: ("1 critical finding, at most 0 allowed",)}
    return GateView(False, failed, taken_out=("The settings suppress 2 findings.",))


def _visible(page: str) -> str:
    """What people see or hear of a page."""
    tree = lxml.html.document_fromstring(page)
    parts = re.findall(r'content:"([^"]*)"', "".join(tree.xpath("//style/text()")))
    parts += tree.xpath("//text()[not(parent::style or parent::script or parent::noscript)]")
    parts += tree.xpath("//@aria-label | //@title | //@data-h")
    parts += re.sub(r"\{\w+\}", "", tree.get("data-words")).split("|")
    return " ".join(parts)


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_comparisons(format: str, finished: Report) -> None:
    """Two reports side by side, one with fewer findings."""
    fewer = [_without(document) for document in finished.documents]
    other = msgspec.structs.replace(finished, documents=tuple(fewer))
    shown = render_comparison(compare(finished, other, names=("x", "y")), format, width=400)
    assert escaped(_visible(shown) if format == "html" else shown, [*_known(finished), "bleu chrf ter"]) == []


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_several_systems(format: str, finished: Report) -> None:
    """Three reports, the second of which misses a document."""
    fewer = msgspec.structs.replace(finished, documents=tuple(map(_without, finished.documents[:2])))
    found = compare_systems([finished, fewer, finished], ["sysone", "systwo", "systhree"])
    shown = render_comparison(found, format, width=400)
    assert shown.count("⟪") > 10
    known = [*_known(finished), "bleu chrf ter sysone systwo systhree"]
    assert escaped(_visible(shown) if format == "html" else shown, known) == []


def _without(document: DocumentReport) -> DocumentReport:
    better = msgspec.structs.replace(document.scores, overall=(document.scores.overall or 0) + 2)
    return msgspec.structs.replace(document, findings=document.findings[1:], scores=better)


def test_the_gate_explains_itself(capsys: pytest.CaptureFixture[str], finished: Report) -> None:
    main(["gate", str(ROOT / "reports" / "samples.json"), "--explain", "--quiet"])
    said = "".join(capsys.readouterr())
    assert escaped(said, [*_known(finished), "newsroom"]) == []


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "junit", "sarif", "gitlab", "github"])
def test_what_machines_read_stays_english(format: str, finished: Report) -> None:
    """No mark is in it."""
    assert "⟪" not in by_name(format).render(finished)
