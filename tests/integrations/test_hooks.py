"""pre-commit, GitLab, cron and systemd: what is in their files, run as far as it goes here."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.integrations.conftest import INTEGRATIONS, Shell

CONFIG = "back-translation = false\n[gate]\nfail-on = 'minor'\n"


def test_the_hook_holds_the_files_of_a_commit_against_the_config(shell: Shell, articles: Path) -> None:
    """Called as pre-commit does: entry, the user's args, then files. Clean ones pass; findings are printed."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["language"], hook["require_serial"]) == ("python", True)
    (articles / "mtaudit.toml").write_text(CONFIG)
    entry = shlex.split(hook["entry"])
    assert shell(*entry, "--profile", "strict", "--", "clean.txt").returncode == 0
    entry += hook["args"]
    for name in ("--config=evil.toml", "-o=evil.md", "--isolated", "--help"):
        (articles / name).write_bytes((articles / "clean.txt").read_bytes())
        assert shell(*entry, name).returncode == 0
        assert not (articles / "evil.md").exists()
    done = shell(*entry, "clean.txt", "faulty.txt", "--isolated", "--help")
    assert done.returncode == 1
    assert re.search(r"^faulty\.txt:1:\d+: SUR", done.stdout, re.MULTILINE)


def test_the_gitlab_job_leaves_its_artifacts_whatever_the_verdict(shell: Shell, articles: Path) -> None:
    """Script lines run in a shell with the job's variables: code quality, JUnit and page are where it says."""
    text = (INTEGRATIONS / "gitlab" / "mtaudit.gitlab-ci.yml").read_text(encoding="utf-8")
    template = yaml.safe_load(text)
    job = template["mtaudit"]
    variables = template["variables"] | {"AUDIT_INPUTS": "clean.txt faulty.txt"}
    (articles / "mtaudit.toml").write_text(CONFIG)
    done = shell("bash", "-eo", "pipefail", "-c", "\n".join(job["script"]), **variables)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    issues = json.loads((articles / reports["codequality"]).read_text(encoding="utf-8"))
    assert {issue["location"]["path"] for issue in issues} == {"faulty.txt"}
    assert "<failure" in (articles / reports["junit"]).read_text(encoding="utf-8")
    assert (articles / job["artifacts"]["paths"][0] / "index.html").is_file()
    assert job["artifacts"]["when"] == "always"


def test_the_gitlab_job_installs_what_its_variable_names(shell: Shell, articles: Path, tmp_path: Path) -> None:
    """The package may have spaces in it, as `mtaudit @ git+https://...` does."""
    template = yaml.safe_load((INTEGRATIONS / "gitlab" / "mtaudit.gitlab-ci.yml").read_text(encoding="utf-8"))
    (line,) = template["mtaudit"]["before_script"]
    words = f'python() {{ printf "%s\\n" "$@"; }}\n{line}'
    done = shell("bash", "-c", words, AUDIT_PACKAGE="mtaudit @ git+https://example.org/mtaudit.git")
    assert done.stdout.splitlines()[-1] == "mtaudit @ git+https://example.org/mtaudit.git"
    assert done.stdout.splitlines()[:3] == ["-I", "-m", "pip"]


def test_the_cron_line_prints_what_fails_and_nothing_else(shell: Shell, articles: Path) -> None:
    """Run by sh with the table's own variables: a clean feed is silent, a new faulty item is told once."""
    if not shutil.which("flock"):
        pytest.skip("no flock here")
    lines = (INTEGRATIONS / "cron" / "mtaudit.cron").read_text(encoding="utf-8").splitlines()
    (entry,) = [line for line in lines if line.startswith("*")]
    command = entry.split(None, 5)[5]
    assert "%" not in command, "cron takes a per cent sign for a line end"
    given = {line.split("=", 1)[0] for line in lines if re.match(r"[A-Z]+=", line)}
    assert given == {"MAILTO", "FEED", "STATE"}
    (articles / "mtaudit.toml").write_text(CONFIG)

    def cron(*names: str) -> subprocess.CompletedProcess[str]:
        items = [{"id": n, "content_text": (articles / f"{n}.txt").read_text(encoding="utf-8")} for n in names]
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Kabar", "items": items}
        (articles / "feed.json").write_text(json.dumps(feed))
        return shell("/bin/sh", "-c", command, FEED="feed.json", STATE=str(articles))

    first, second, third = cron("clean"), cron("clean", "faulty"), cron("clean", "faulty")
    assert [d.stdout for d in (first, third)] == ["", ""], first.stderr + third.stderr
    assert "faulty: " in second.stdout
    assert (articles / "last.html").is_file()


def test_systemd_accepts_service_and_timer(tmp_path: Path, shell: Shell) -> None:
    """`systemd-analyze verify` has nothing to say, once the program stands where the service expects it."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd here")
    for name in ("mtaudit.service", "mtaudit.timer"):
        text = (INTEGRATIONS / "cron" / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("/usr/local/bin/mtaudit", "/bin/true"))
    done = shell("systemd-analyze", "verify", tmp_path / "mtaudit.service", tmp_path / "mtaudit.timer")
    assert not re.findall(r"mtaudit\.\w+:.*", done.stderr), done.stderr


def test_the_service_calls_the_gate_as_it_is(shell: Shell, articles: Path) -> None:
    """Its command line, with its paths moved here, audits the feeds of its environment file."""
    text = (INTEGRATIONS / "cron" / "mtaudit.service").read_text(encoding="utf-8")
    (line,) = re.findall(r"^ExecStart=(.*)$", text, re.MULTILINE)
    (articles / "mtaudit.toml").write_text(CONFIG)
    for there in ("/etc/mtaudit", "/var/lib/mtaudit", "/var/cache/mtaudit"):
        line = line.replace(there, str(articles))
    words = shlex.split(line.replace("/usr/local/bin/", ""))
    assert words.pop() == "$FEEDS"
    done = shell(*words, "faulty.txt")
    assert done.returncode == 1, done.stderr
    assert (articles / "last.json").is_file()
    assert (articles / "state.sqlite3").is_file()
