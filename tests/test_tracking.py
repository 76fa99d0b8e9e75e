"""`--track`: what an experiment holds, and what it must not."""

from __future__ import annotations

import getpass
import importlib.util
import json
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest

from mtaudit import tracking
from mtaudit.errors import UsageError
from mtaudit.model import Report
from tests.conftest import ROOT
from tests.rendering.building import full_report

ALONE = """
import socket, sys
def refuse(*_, **__):
    print("a connection was tried")
    raise OSError
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
from mtaudit import tracking
from mtaudit.model import Report
print(tracking.log(Report.from_json(open(sys.argv[1], "rb").read()), sys.argv[2], sys.argv[3] == "offline"))
"""


def local_report(folder: Path) -> Report:
    """A report whose documents were read from absolute paths."""
    report = full_report()
    documents = tuple(
        msgspec.structs.replace(d, id=str(folder / f"{i}.txt"), input=str(folder / f"{i}.txt"))
        for i, d in enumerate(report.documents)
    )
    return msgspec.structs.replace(report, documents=documents)


def archive(folder: Path, target: str, mode: str = "online") -> zipfile.ZipFile:
    """What a process of its own writes; it may open no connection."""
    (folder / "report.json").write_text(local_report(folder).to_json(), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", ALONE, "report.json", target, mode],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    (path,) = done.stdout.splitlines()
    return zipfile.ZipFile(folder / path)


def test_the_archive_has_scores_and_report_and_nothing_of_the_machine(tmp_path: Path) -> None:
    """Parameters, scores of run and documents, the table, the HTML; no host, user, path, package or command line."""
    report = local_report(tmp_path)
    with archive(tmp_path, "offline:runs") as opened:
        files = {name: opened.read(name).decode("utf-8") for name in opened.namelist()}
    messages = [json.loads(line) for line in files["messages.json"].splitlines()]
    metrics = {
        (m["payload"]["metric"]["metricName"], m["payload"]["metric"]["step"]): m["payload"]["metric"]["metricValue"]
        for m in messages
        if m["type"] == "metric_msg"
    }
    assert report.summary.scores is not None
    assert metrics["score.overall", None] == report.summary.scores.overall
    for step, document in enumerate(report.documents):
        assert metrics.get(("document.score.entity", step)) == document.scores.entity, "null is no score"
    parameters = {m["payload"]["param"]["paramName"] for m in messages if m["type"] == "parameter_msg"}
    assert {"signature", "mtaudit"} <= parameters
    assert any(text.startswith("id,system,words,document.score.overall") for text in files.values())
    assert any("<html" in text[:300] for text in files.values())
    assert {m["type"] for m in messages} <= {"metric_msg", "parameter_msg", "file_upload", "log_other"}
    everything = "\n".join(files.values())
    assert str(tmp_path) not in everything
    assert sys.prefix not in everything
    plain = "\n".join(text for name, text in files.items() if "<html" not in text[:300])
    for word in (socket.gethostname(), getpass.getuser()):
        assert f'"{word}"' not in plain


def test_offline_keeps_an_archive_of_a_named_project(tmp_path: Path) -> None:
    """With --offline nothing is sent: project and workspace are noted for `comet upload`."""
    with archive(tmp_path, "desk/audits", "offline") as opened:
        experiment = json.loads(opened.read("experiment.json"))
    assert (experiment["workspace"], experiment["project_name"]) == ("desk", "audits")


@pytest.mark.parametrize("target", ["", "offline:", "a/b/c", "/"])
def test_a_wrong_target_is_told(target: str) -> None:
    """The message says what can be written."""
    with pytest.raises(UsageError, match="write PROJECT, WORKSPACE/PROJECT or offline:DIR"):
        tracking.check(target)


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that says what to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install 'mtaudit\[tracking\]'"):
        tracking.check("audits")


def test_paths_become_names(tmp_path: Path) -> None:
    """Absolute and upward paths lose their folders; relative ones and addresses stay."""
    report = local_report(tmp_path)
    first = report.documents[0]
    inputs = ["../x/a.txt", "C:\\x\\a.txt", "news/a.txt", "https://example.org/a"]
    given = tuple(msgspec.structs.replace(first, input=place) for place in inputs)
    shown = tracking.portable(msgspec.structs.replace(report, documents=given)).documents
    assert [d.input for d in shown] == ["a.txt", "a.txt", "news/a.txt", "https://example.org/a"]
    assert all(d.id == "0.txt" for d in shown)


def test_tracking_docs_name_the_module() -> None:
    """comet-ml is not unbabel-comet: the page says which is which."""
    page = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    assert "unbabel-comet" in page
    assert "comet-ml" in page


def test_a_strangers_server_gets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """comet-ml takes `.comet.config` of the working folder, server and all: refused unless it is named; an archive goes
    nowhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMET_CONFIG", raising=False)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    (tmp_path / ".comet.config").write_text("[comet]\nurl_override = https://example.org/\n")
    with pytest.raises(UsageError, match=r"\.comet\.config"):
        tracking.check("project")
    tracking.check("offline:runs")
