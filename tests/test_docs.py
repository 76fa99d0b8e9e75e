"""The documentation says what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from mtaudit.cli import COMMANDS, cli
from mtaudit.rules.registry import all_rules
from tests.conftest import ROOT, Run, tool


def test_the_generated_pages_are_up_to_date() -> None:
    """docs/cli.md and docs/rules/ are what tools/docs.py makes of the code."""
    stale = [
        path.name
        for path, text in tool("docs").pages().items()  # type: ignore[attr-defined]
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    """Nothing that can be typed is undocumented, and every option has a help text."""
    reference = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    parts = list(command.commands.values()) if isinstance(command, click.Group) else [command]
    for part in parts:
        assert part.help
        for option in part.params:
            if isinstance(option, click.Option):
                assert option.help
                assert all(flag in reference for flag in option.opts)


def test_every_rule_explains_itself() -> None:
    """Code, name, a sentence, a reason and an example pair for each; codes and names are unique."""
    rules = all_rules()
    assert len({rule.name for rule in rules.values()}) == len(rules)
    for code, rule in rules.items():
        assert re.fullmatch(r"[A-Z]{3}\d{3}", code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert rule.does().endswith(".")
        assert len(rule.why) > 20
        assert all(rule.example)


@pytest.mark.parametrize("page", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"], ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Relative links in the documentation point to files that are there."""
    for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_page_on_languages_shows_what_the_tests_run() -> None:
    """Every piece of a language in docs/languages.md stands so in the toy that the pipeline is run with."""
    page = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    toy = (ROOT / "tests" / "languages" / "esperanto.py").read_text(encoding="utf-8")
    pieces = [block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "mtaudit.audit(" not in block]
    assert len(pieces) > 3
    assert [piece for piece in pieces if piece not in toy] == []


def test_the_walls_are_drawn_as_they_stand() -> None:
    """The rooms in docs/architecture.md are those of the contract that `make lint` holds, and none is left out."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (c for c in settings["tool"]["importlinter"]["contracts"] if c["id"] == "rooms")
    layers = [layer.split(" | ") for layer in contract["layers"]]
    picture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## Walls")[2].split("```")[1]
    drawn = [re.split(r" {3}(?=\S)", re.split(r" {4,}", line)[0]) for line in picture.strip().splitlines()]
    assert [["__main__"], *drawn] == layers
    here = {
        path.stem for path in (ROOT / "mtaudit").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert here - {"__init__"} == {room for layer in layers for room in layer}


def test_help_says_what_each_command_is_for(mtaudit: Run) -> None:
    """In words that are not cut off."""
    shown = mtaudit("--help").stdout
    for name, what in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(what)}$", shown, re.MULTILINE)
