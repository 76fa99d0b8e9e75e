"""Formats by name, and files that are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mtaudit.errors import ReportError, UsageError
from mtaudit.model import Report
from mtaudit.rendering import by_name, for_path, names, parse_target, write, write_file

EXPECTED = {
    "a.json": "json",
    "out/a.JSONL": "jsonl",
    "a.html": "html",
    "summary.md": "markdown",
    "a.csv": "csv",
    "junit.xml": "junit",
    "ci/news.junit.xml": "junit",
    "a.sarif": "sarif",
    "system-a.tags": "wmt-tags",
    "github:": "github",
    "gitlab:gl-code-quality-report.json": "gitlab",
    "markdown:/tmp/step-summary": "markdown",
}


@pytest.mark.parametrize(("target", "name"), EXPECTED.items())
def test_the_name_of_a_file_tells_its_format(target: str, name: str) -> None:
    """As the contract lists them."""
    assert for_path(target).name == name


@pytest.mark.parametrize("target", ["a.txt", "report", "a.xml", "C:\\out\\a.doc", "gitlab:", "html:"])
def test_other_names_are_wrong_usage(target: str) -> None:
    """The message says which formats there are, or what is missing."""
    with pytest.raises(UsageError, match=r"known: \*\.json.*gitlab:FILE|name a file"):
        for_path(target)


@pytest.mark.parametrize("name", names())
def test_every_format_can_be_asked_for_by_its_name(name: str, any_report: Report) -> None:
    """Each renders every kind of report, ends its text with a line feed and gives the same text in pieces."""
    renderer = by_name(name)
    text = renderer.render(any_report)
    assert renderer.name == name
    assert text == "" or text.endswith("\n")
    assert "".join(renderer.chunks(any_report)) == text
    assert renderer.render(any_report) == text


def test_an_unknown_format_is_wrong_usage() -> None:
    """The message names the known ones."""
    with pytest.raises(UsageError, match=r"'yaml'.*json"):
        by_name("yaml")


def test_where_a_target_goes() -> None:
    """`github:` and `NAME:-` are standard output, all others are files."""
    assert [parse_target(t)[1] for t in ("github:", "json:-", "gitlab:q.json")] == [None, None, Path("q.json")]


def test_write_makes_the_folders_and_leaves_nothing_else(tmp_path: Path, envoy: Report) -> None:
    """Only the files asked for are there afterwards."""
    targets = [tmp_path / "deep" / "er" / "a.json", tmp_path / "deep" / "b.jsonl"]
    write(envoy, [str(t) for t in targets])
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == sorted(targets)
    assert Report.from_json(targets[0].read_bytes()) == envoy


def test_a_wrong_name_writes_nothing_at_all(tmp_path: Path, envoy: Report) -> None:
    """Names are looked at before the first file is made."""
    with pytest.raises(UsageError):
        write(envoy, [str(tmp_path / "a.json"), str(tmp_path / "a.what")])
    assert list(tmp_path.iterdir()) == []


def test_a_failure_half_way_keeps_the_old_file(tmp_path: Path) -> None:
    """The file is the old one or the new one, never half of it, and no temporary file stays."""
    path = tmp_path / "a.json"
    path.write_text("old")

    def broken():
        yield "new"
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        write_file(path, broken())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_format_that_lacks_its_matter_keeps_no_other_from_being_written(tmp_path: Path, envoy: Report) -> None:
    """The trouble is told when the rest is on disk."""
    bare = Report.from_json(envoy.to_json(word_faults=False))
    with pytest.raises(ReportError, match="no word tags"):
        write(bare, [str(tmp_path / "a.tags"), str(tmp_path / "a.csv")])
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file it names is replaced."""
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_text("old")
    link.symlink_to(target)
    write_file(link, ["new"])
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path, envoy: Report) -> None:
    """A file stands where a folder should be."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="can't write"):
        write(envoy, [str(tmp_path / "file" / "a.json")])


def test_files_are_as_readable_as_others_of_the_user(tmp_path: Path) -> None:
    """The temporary file's narrow permissions don't stay."""
    old = os.umask(0o022)
    try:
        write_file(tmp_path / "a.json", ["x"])
    finally:
        os.umask(old)
    assert (tmp_path / "a.json").stat().st_mode & 0o777 == 0o644


def test_github_commands_go_to_standard_output(envoy: Report, capsys: pytest.CaptureFixture[str]) -> None:
    """That is where the runner reads them."""
    write(envoy, ["github:"])
    assert capsys.readouterr().out.startswith("::error ")
