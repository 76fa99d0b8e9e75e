"""What is said of the settings: the page, the schema, the file to begin from."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from mtaudit.config import load
from mtaudit.config_reference import EXPLAINED, keys, starter
from tests.conftest import Run


def test_every_key_is_explained_and_nothing_else() -> None:
    """Whoever adds a setting says what it is for."""
    assert {key.name for key in keys()} == set(EXPLAINED)


@pytest.mark.parametrize("key", keys(), ids=lambda key: key.name)
def test_an_example_can_be_set(tmp_path: Path, key) -> None:  # type: ignore[no-untyped-def]
    """As it stands in the page, and the schema for editors takes it, too."""
    table, _, last = key.name.rpartition(".")
    text = f"[{table}]\n{last} = {key.example}\n" if table else f"{last} = {key.example}\n"
    if table == "suppress":
        others = {"rule": '"SUR5"', "reason": '"ours"'} | {last: key.example}
        text = "[[suppress]]\n" + "".join(f"{name} = {value}\n" for name, value in others.items())
    path = tmp_path / "mtaudit.toml"
    path.write_text(text, encoding="utf-8")
    load(str(path), environment={})


def test_the_schema_takes_what_the_program_takes(mtaudit: Run) -> None:
    """And refuses a key that isn't there."""
    schema = json.loads(mtaudit("schema", "--config").stdout)
    check = jsonschema.Draft202012Validator(schema)
    examples = {key.name: tomllib.loads(f"x = {key.example}")["x"] for key in keys() if "." not in key.name}
    check.validate(examples)
    assert not check.is_valid({"ignroe": ["SUR"]})
    assert schema["$defs"]["Settings"]["properties"]["ignore"]["description"] == EXPLAINED["ignore"][0]


def test_the_file_to_begin_from(mtaudit: Run, tmp_path: Path) -> None:
    """Sets nothing as it is; with its lines set it is a config; one that is there is not written over."""
    assert mtaudit("init").returncode == 0
    path = tmp_path / "mtaudit.toml"
    assert path.read_text(encoding="utf-8") == starter()
    assert load(str(path), environment={}) == load(environment={}, files=False)
    lines = starter().splitlines()
    set_ = [line.removeprefix("# ") if " = " in line or "[[" in line else line for line in lines]
    path.write_text("\n".join(set_), encoding="utf-8")
    settings = load(str(path), environment={})
    assert settings.inputs
    assert settings.suppress[0].reason
    again = mtaudit("init")
    assert (again.returncode, "--force" in again.stderr) == (2, True)
    assert mtaudit("init", "--force").returncode == 0


def test_inputs_of_the_config_are_audited(mtaudit: Run, tmp_path: Path) -> None:
    """Where a call names none; what it names comes in their place."""
    text = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana."
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "mtaudit.toml").write_text('inputs = ["a.txt"]\n', encoding="utf-8")
    for arguments, audited in (((), ["a.txt"]), (("b.txt",), ["b.txt"])):
        done = mtaudit("audit", *arguments, "--no-translation", "--format", "json")
        assert [document["id"] for document in json.loads(done.stdout)["documents"]] == audited
    assert "a.txt" in mtaudit("gate", "--no-translation").stdout


def test_inputs_of_a_config_that_was_found_stay_in_its_folder(mtaudit: Run, tmp_path: Path) -> None:
    """A stranger's config makes nobody read elsewhere."""
    (tmp_path / "mtaudit.toml").write_text('inputs = ["/etc"]\n', encoding="utf-8")
    done = mtaudit("audit", "--no-translation")
    assert (done.returncode, "inputs" in done.stderr) == (2, True)
