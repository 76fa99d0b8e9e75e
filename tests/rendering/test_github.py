"""GitHub workflow commands."""

from __future__ import annotations

import re

from mtaudit.model import Report
from mtaudit.rendering.github import MAX_ANNOTATIONS, GithubRenderer
from mtaudit.rendering.interface import GateView

from . import building

COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)")


def split(report: Report, gate: GateView | None = None) -> tuple[list[re.Match[str]], list[str]]:
    lines = GithubRenderer().render(report, gate).splitlines()
    return [m for m in map(COMMAND.fullmatch, lines) if m], [x for x in lines if not x.startswith("::")]


def test_worst_first_with_file_line_and_columns(envoy: Report) -> None:
    """The first annotation is the worst finding, where it stands."""
    commands, plain = split(envoy)
    assert commands[0][1] == "error"
    assert commands[0][2] == "file=samples/envoy.txt,line=3,col=15,endColumn=29,title=ENT101 critical"
    assert commands[0][3].endswith("%0Ahere: Stefan Witkopf%0AEnglish: Stefan Wittkopp%0Atry: Stefan Wittkopp")
    assert [m[1] for m in commands] == ["error"] * 7 + ["notice"] * 2
    assert plain == []


def test_at_most_ten_and_the_rest_counted(full: Report) -> None:
    """Inputs that could not be read count as one; the closing line is no annotation."""
    commands, plain = split(full)
    assert len(commands) == MAX_ANNOTATIONS
    assert "2 inputs could not be read" in commands[0][2]
    assert plain[0] == "mtaudit: 3 more findings without an annotation of their own (1 major, 2 minor)"
    assert plain[1].startswith("mtaudit: not checked: adequacy (2 of 5 documents): no original to compare with; ")
    assert len(plain) == 2


def test_an_article_cannot_issue_commands(full: Report) -> None:
    """Every line is a command of ours or the closing line; names can't add properties."""
    for line in GithubRenderer().render(full).splitlines():
        assert COMMAND.fullmatch(line) or line.startswith("mtaudit: ")
    hostile = next(m for m in split(full)[0] if "jahat" in m[2] and "line=" in m[2])
    assert hostile[2].startswith("file=berita/<b>%2Cjahat%0A%250A.txt,line=1,")


def test_without_findings_it_says_so(nothing: Report) -> None:
    """One plain line."""
    assert split(nothing) == ([], ["mtaudit: nothing found in 0 documents"])


def test_documents_that_pass_the_gate_have_no_errors() -> None:
    """A gate that is passed leaves warnings and notices."""
    commands, _ = split(building.report((building.envoy(),)), GateView(True, {}))
    assert {m[1] for m in commands} == {"warning", "notice"}
