"""The GitHub Action: its metadata, and its shell run as the runner runs it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT
from tests.integrations.conftest import FAULTY, INTEGRATIONS, Shell

SCRIPT = INTEGRATIONS / "github" / "run.sh"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def act(shell: Shell, folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str, dict[str, str]]:
    """Run the action's shell with inputs; what it printed, the job summary, the outputs."""
    names = {f"INPUT_{name.upper()}": "" for name in ACTION["inputs"] if name != "python-version"}
    names |= {f"INPUT_{name.upper()}": value for name, value in inputs.items()}
    summary, output = folder / "summary.md", folder / "output"
    summary.touch()
    output.touch()
    done = shell("bash", SCRIPT, GITHUB_STEP_SUMMARY=str(summary), GITHUB_OUTPUT=str(output), **names)
    outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
    return done, summary.read_text(encoding="utf-8"), outputs


def test_a_failing_article_is_annotated_summed_up_and_uploaded(shell: Shell, articles: Path, tmp_path: Path) -> None:
    """Exit 1 is kept; annotations on standard output, Markdown in the job summary, SARIF where it was asked for."""
    (articles / "our names.csv").write_text("name,accepted\nJakarta,Jakarta\n")
    options = "--no-translation --fail-on minor --names 'our names.csv'"
    done, summary, outputs = act(
        shell, tmp_path, paths="clean.txt\n faulty.txt\n", sarif="out/r.sarif", args=options, profile="strict"
    )
    assert done.returncode == 1, done.stderr
    commands = [line for line in done.stdout.splitlines() if line.lstrip().startswith("::")]
    assert commands
    assert all(re.match(r"::(error|warning|notice) file=faulty\.txt,line=\d", line) for line in commands)
    assert "The gate is not passed" in done.stderr
    assert "Gate not passed: 1 of 2 documents" in summary
    assert outputs == {"exit-code": "1", "sarif": "out/r.sarif"}
    assert json.loads((articles / "out/r.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]


def test_file_names_are_arguments_and_nothing_else(shell: Shell, articles: Path, tmp_path: Path) -> None:
    """Spaces, shell characters and leading dashes in names of a pull request; a passed gate is exit 0."""
    names = ["a b; touch hacked.txt", "$(touch hacked.txt).txt", "--fail-on"]
    (articles / "clean.txt").rename(articles / names[0])
    for name in names[1:]:
        (articles / name).write_bytes((articles / names[0]).read_bytes())
    done, summary, outputs = act(shell, tmp_path, paths="\n".join(names), args="--no-translation")
    assert done.returncode == 0, done.stderr
    assert "Gate passed" in summary
    assert "3 documents" in summary
    assert outputs == {"exit-code": "0"}
    assert not (articles / "hacked.txt").exists()


def test_pairs_and_baseline_go_through(shell: Shell, articles: Path, tmp_path: Path) -> None:
    """Without paths, the pairs alone; what the baseline accepts passes."""
    (articles / "pairs.jsonl").write_text(json.dumps({"id": "a", "translation": FAULTY}) + "\n")
    options = ("--pairs", "pairs.jsonl", "--no-translation", "--baseline", "base.json", "--quiet")
    assert shell("mtaudit", "baseline", "write", *options).returncode == 0
    strict = "--no-translation --fail-on minor"
    done, _, outputs = act(shell, tmp_path, pairs="pairs.jsonl", baseline="base.json", args=strict)
    assert done.returncode == 0, done.stderr
    assert outputs["exit-code"] == "0"


def test_wrong_use_is_exit_2(shell: Shell, articles: Path, tmp_path: Path) -> None:
    """Quotation marks that don't close, and options that there are not."""
    done, _, _ = act(shell, tmp_path, paths="clean.txt", args="--names 'x")
    assert done.returncode == 2
    assert done.stdout.startswith("::error title=mtaudit::")
    done, summary, outputs = act(shell, tmp_path, paths="clean.txt", args="--no-such-option", sarif="r.sarif")
    assert (done.returncode, outputs, summary) == (2, {"exit-code": "2"}, "")


def test_the_action_hands_every_input_to_the_script() -> None:
    """Each input arrives in the environment under its name, and by no other way; each output comes from the script."""
    run = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "gate")
    handed = {key.removeprefix("INPUT_").lower(): value for key, value in run["env"].items() if key.startswith("INPUT")}
    assert handed == {name: f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"] if name != "python-version"}
    script = SCRIPT.read_text(encoding="utf-8")
    assert {f"INPUT_{name.upper()}" for name in handed} == set(re.findall(r"INPUT_[A-Z]+", script))
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])
    assert all(f"{name}=" in script for name in ACTION["outputs"])
    assert run["run"].endswith('/integrations/github/run.sh"')


def test_every_action_is_pinned_and_nothing_runs_from_the_workspace() -> None:
    """Commits, not tags that can be moved; Python isolated, in steps and script; file names behind `--`."""
    steps = ACTION["runs"]["steps"]
    for used in [step["uses"] for step in steps if "uses" in step]:
        assert re.fullmatch(r"[\w-]+/[\w/-]+@([0-9a-f]{40}|v\d+\.\d+\.\d+)", used)
    scripts = [*(step["run"] for step in steps if "run" in step), SCRIPT.read_text(encoding="utf-8")]
    for line in "\n".join(scripts).splitlines():
        assert not re.match(r"[^#]*\bpython(?! -I )\b", line), line
        assert not re.match(r"\s*(mtaudit|pip)\b", line), line
    assert '-- "${inputs[@]' in scripts[-1]


def test_modules_in_the_workspace_are_not_run(shell: Shell, articles: Path, tmp_path: Path) -> None:
    """Files named like modules of Python, of mtaudit and of what it needs; and PYTHONPATH that leads there."""
    for name in ("shlex", "json", "click", "mtaudit", "msgspec", "sitecustomize", "usercustomize", "pip"):
        (articles / f"{name}.py").write_text("open('hacked.txt', 'w').close()\n")
    (articles / "conftest.pth").write_text("import os; open('hacked.txt', 'w').close()\n")
    done, _, outputs = act(shell, tmp_path, paths="clean.txt", args="--no-translation")
    assert (done.returncode, outputs) == (0, {"exit-code": "0"}), done.stderr
    assert not (articles / "hacked.txt").exists()


def test_the_action_is_composite_and_complete() -> None:
    """What GitHub asks of a composite action: a shell for every script, descriptions for every input and output."""
    assert ACTION["runs"]["using"] == "composite"
    for step in ACTION["runs"]["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert "run" not in step or step["shell"] == "bash"
    assert all(entry["description"] for entry in [*ACTION["inputs"].values(), *ACTION["outputs"].values()])
