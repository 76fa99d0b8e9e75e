"""Settings: file, environment and command line, and what happens to a wrong key."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.config import Settings, find, load
from mtaudit.errors import UsageError


def test_the_later_source_wins(tmp_path: Path) -> None:
    """Command line over environment over file over default."""
    (tmp_path / "mtaudit.toml").write_text('jobs = 2\nselect = ["ENT"]\n[gate]\nprofile = "strict"\nmax-major = 3\n')
    settings = load(None, {"jobs": 4}, {"MTAUDIT_JOBS": "3", "MTAUDIT_GATE_MAX_MAJOR": "1"}, tmp_path)
    assert settings.jobs == 4
    assert settings.select == ("ENT",)
    assert (settings.gate.profile, settings.gate.max_major) == ("strict", 1)
    assert settings.metrics == Settings().metrics


def test_the_nearest_file_upward_is_found(tmp_path: Path) -> None:
    """mtaudit.toml or a pyproject.toml that has [tool.mtaudit]; a pyproject without it is passed over."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.mtaudit]\njobs = 7\n")
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert find(inner) == tmp_path / "pyproject.toml"
    assert load(folder=inner, environment={}).jobs == 7


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("job = 2\n", "jobs"),
        ("[gate]\nmax-criticals = 1\n", "gate.max-critical"),
        ("[feeds]\ntimeuot = 1\n", "feeds.timeout"),
    ],
)
def test_an_unknown_key_names_the_nearest(tmp_path: Path, text: str, near: str) -> None:
    """The message has the file, the key and the key that was probably meant."""
    path = tmp_path / "mtaudit.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as caught:
        load(str(path), environment={})
    assert near in str(caught.value)
    assert "mtaudit.toml" in str(caught.value)


@pytest.mark.parametrize("text", ["jobs = 'two'\n", "engine = 'cloud'\n", "[gate]\nprofile = 'lax'\n", "no toml"])
def test_a_wrong_value_is_told_with_the_file(tmp_path: Path, text: str) -> None:
    """Wrong types, unknown choices and broken TOML are usage errors, not tracebacks."""
    path = tmp_path / "mtaudit.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"mtaudit\.toml"):
        load(str(path), environment={})


def test_an_address_of_rules_has_a_place_for_the_code() -> None:
    """Anything else would make links that lead nowhere, or somewhere else."""
    served = "https://docs.example.org/{code}.html"
    assert load(None, {"rules-url": served}, {}, files=False).rules_url == served
    for wrong in ("https://docs.example.org/", "docs/{code}", "javascript:{code}"):
        with pytest.raises(UsageError, match="rules-url"):
            load(None, {"rules-url": wrong}, {}, files=False)


def test_the_environment_is_checked_too() -> None:
    """Unknown variables and wrong values are named."""
    with pytest.raises(UsageError, match="MTAUDIT_JOBS"):
        load(environment={"MTAUDIT_JOB": "1"}, files=False)
    with pytest.raises(UsageError, match="MTAUDIT_JOBS"):
        load(environment={"MTAUDIT_JOBS": "many"}, files=False)
    variables = {"MTAUDIT_GATE_MIN_SCORE": "entity=90,quote=80.5", "MTAUDIT_OFFLINE": "yes"}
    settings = load(environment=variables, files=False)
    assert settings.gate.min_score == {"entity": 90.0, "quote": 80.5}
    assert settings.offline


def test_a_profile_or_severity_given_later_means_what_it_says(tmp_path: Path) -> None:
    """Counts of the file give way to `--profile` and `--fail-on`; limits by rule and least scores stay."""
    (tmp_path / "mtaudit.toml").write_text(
        "[gate]\nfail-on = 'minor'\nmax-major = 9\n[gate.max-rule]\nQUO = 0\n[gate.min-score]\nentity = 90\n"
    )
    gate = load(None, {"gate": {"profile": "strict", "max-minor": 3}}, {}, tmp_path).gate
    assert (gate.profile, gate.fail_on, gate.max_major, gate.max_minor) == ("strict", None, None, 3)
    assert (gate.max_rule, gate.min_score) == ({"QUO": 0}, {"entity": 90.0})
    severity = load(None, {"gate": {"fail-on": "critical"}}, {}, tmp_path).gate
    assert (severity.fail_on, severity.max_major) == ("critical", None)
    assert load(None, {}, {}, tmp_path).gate.max_major == 9


def test_suppressions_are_tables_whose_keys_are_checked(tmp_path: Path) -> None:
    """A wrong key in the second table is named with its nearest; a rule and a reason must be there."""
    path = tmp_path / "mtaudit.toml"
    path.write_text("[[suppress]]\nrule = 'ENT'\nreason = 'x'\n[[suppress]]\nrule = 'SUR'\nreson = 'y'\n")
    with pytest.raises(UsageError, match=r"suppress\[2\]\.reason"):
        load(str(path), environment={})
    path.write_text("[[suppress]]\nrule = 'ENT'\n")
    with pytest.raises(UsageError, match="reason"):
        load(str(path), environment={})


def test_word_faults_are_asked_for_in_file_environment_and_on_the_command_line(tmp_path: Path) -> None:
    """Off by default; the report says whether they were, since its formats follow that."""
    assert load(environment={}, files=False).shown()["word-faults"] is False
    (tmp_path / "mtaudit.toml").write_text("word-faults = true\n")
    assert load(environment={}, folder=tmp_path).shown()["word-faults"] is True
    assert load(environment={"MTAUDIT_WORD_FAULTS": "no"}, folder=tmp_path).word_faults is False
    assert load(None, {"word-faults": True}, {"MTAUDIT_WORD_FAULTS": "no"}, tmp_path).word_faults is True
