"""pre-commit, GitLab, cron and systemd: what is in their files, run as far as it goes here."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
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


@pytest.fixture
def repository(shell: Shell, articles: Path, tmp_path: Path) -> Path:
    """A repository whose commits go through our hook, as `pre-commit` itself takes it from the manifest; the program is
    the installed one (`language: system`), for an environment of its own would take minutes and a network."""
    (manifest,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / ".pre-commit-hooks.yaml").write_text(json.dumps([{**manifest, "language": "system"}]))
    name = ("-c", "user.name=editor", "-c", "user.email=editor@example.org")
    for command in (("init", "-q"), ("add", "."), (*name, "commit", "-qm", "hook")):
        assert shell("git", "-C", tmp_path / "hook", *command).returncode == 0
    rev = shell("git", "-C", tmp_path / "hook", "rev-parse", "HEAD").stdout.strip()
    hook = {"id": "mtaudit", "args": ["--fail-on", "minor", "--no-translation", "--"]}
    (articles / ".pre-commit-config.yaml").write_text(
        json.dumps({"repos": [{"repo": str(tmp_path / "hook"), "rev": rev, "hooks": [hook]}]})
    )
    for key, value in (("user.name", "editor"), ("user.email", "editor@example.org")):
        assert shell("git", "init", "-q").returncode == 0
        assert shell("git", "config", key, value).returncode == 0
    done = shell(sys.executable, "-m", "pre_commit", "install")
    assert done.returncode == 0, done.stdout + done.stderr
    return articles


def test_pre_commit_takes_the_manifest(shell: Shell) -> None:
    """As `pre-commit` checks that of any repository."""
    done = shell(sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout


def test_pre_commit_holds_a_faulty_article_back(shell: Shell, repository: Path) -> None:
    """A commit with a fault does not come about; one without, or with nothing to audit, does; names are no options."""

    def commit(*names: str) -> subprocess.CompletedProcess[str]:
        assert shell("git", "add", "--", *names).returncode == 0
        return shell("git", "commit", "-m", "articles")

    held = commit("faulty.txt", "clean.txt")
    assert held.returncode == 1, held.stdout + held.stderr
    assert re.search(r"^faulty\.txt:1:\d+: SUR", held.stdout + held.stderr, re.MULTILINE)
    assert shell("git", "rev-parse", "-q", "--verify", "HEAD").returncode != 0
    assert shell("git", "rm", "-q", "--cached", "faulty.txt").returncode == 0
    done = commit("clean.txt")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"mtaudit\.+Passed", done.stdout + done.stderr)
    (repository / "--isolated.txt").write_bytes((repository / "faulty.txt").read_bytes())
    held = commit("--isolated.txt")
    assert held.returncode == 1
    assert "--isolated.txt:1:" in held.stdout + held.stderr


def test_pre_commit_lets_a_commit_without_translations_pass(shell: Shell, repository: Path) -> None:
    """English, German, a table of something else, a picture: nothing is held back, and nothing looked for in vain."""
    files = {
        "en.md": "The minister arrived in Jakarta on Monday and met the president at the palace.\n",
        "de.md": "Der Minister sagte am Montag in Berlin, dass die Regierung die Steuern nicht erhöhen werde.\n",
        "table.csv": "year,ships\n2025,3\n",
    }
    for name, text in files.items():
        (repository / name).write_text(text, encoding="utf-8")
    (repository / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert shell("git", "add", *files, "picture.png").returncode == 0
    done = shell("git", "commit", "-v", "-m", "others")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"mtaudit\.+Passed", done.stdout + done.stderr)
