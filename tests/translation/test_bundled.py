"""The packages that the wheel carries are ordinary Argos Translate packages."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from mtaudit.translation.argos import ArgosModel
from mtaudit.translation.models import unpack_bundled

PROGRAM = """
import socket, sys
def refuse(*args, **kwargs):
    raise OSError("no network in this test")
socket.socket.connect = refuse
socket.getaddrinfo = refuse
from argostranslate import package, translate
package.install_from_path(sys.argv[1])
for line in sys.argv[4:]:
    print(translate.translate(line, sys.argv[2], sys.argv[3]))
"""
INDONESIAN = "Presiden mengatakan bahwa negara itu siap. Pasukan tiba di kota pada hari Senin."
ENGLISH = "The president said that the country is ready. Troops arrived in the city on Monday."


def bundled(name: str) -> Path:
    return Path(str(files("mtaudit") / "data" / name))


def with_argos(tmp_path: Path, package: Path, from_code: str, to_code: str, *lines: str) -> list[str]:
    """What argostranslate itself makes of the lines, installed into an empty home, without network."""
    home = {
        **os.environ,
        "HOME": str(tmp_path),
        **{f"XDG_{k}_HOME": str(tmp_path / k) for k in ("DATA", "CACHE", "CONFIG")},
    }
    command = [sys.executable, "-c", PROGRAM, str(package), from_code, to_code, *lines]
    run = subprocess.run(command, capture_output=True, text=True, env=home)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


@pytest.mark.parametrize(
    ("name", "pair", "line", "words"),
    [
        ("id_en.argosmodel", ("id", "en"), INDONESIAN, ("president", "monday")),
        ("en_id.argosmodel", ("en", "id"), ENGLISH, ("presiden", "senin")),
    ],
    ids=["id-en", "en-id"],
)
def test_argos_translate_installs_it_and_translates_without_network(
    tmp_path: Path, name: str, pair: tuple[str, str], line: str, words: tuple[str, str]
) -> None:
    """Sentences are split and translated, nothing is fetched; a quotation's marks are its own as they are ours."""
    quoted = f"“{line.split('. ')[0]}.”"
    both = with_argos(tmp_path, bundled(name), *pair, line, quoted)
    assert all(word in both[0].lower() for word in words)
    assert both[0].strip().count(".") == 2
    model = ArgosModel(unpack_bundled(bundled(name), tmp_path), name)
    assert [hypothesis.text for hypothesis in model.translate([quoted])] == [both[1].strip()]


@pytest.mark.parametrize("marks", ["“”", '""', "()"])
def test_the_word_behind_an_opening_mark_is_translated(tmp_path: Path, marks: str) -> None:
    """It is neither lost nor taken for another."""
    model = ArgosModel(unpack_bundled(bundled("id_en.argosmodel"), tmp_path), "id_en")
    for word, english in (("Saya", "i"), ("Kami", "we"), ("Tentara", "army"), ("Presiden", "president")):
        line = f"{word} tiba di kota pada hari Senin."
        (inside,) = (h.text.strip('“”"() ') for h in model.translate([f"{marks[0]}{line}{marks[1]}"]))
        assert english in inside.lower().split(), (word, inside)


def test_the_english_indonesian_model_also_scores_indonesian_on_its_own(tmp_path: Path) -> None:
    """Given nothing, Indonesian is likelier than the same words in another order."""
    model = ArgosModel(unpack_bundled(bundled("en_id.argosmodel"), tmp_path), "en_id")
    line = "Presiden mengatakan bahwa negara itu siap."
    turned = "Siap itu negara bahwa mengatakan presiden."
    sound, odd = model.score([("", line), ("", turned)])
    assert sound.mean > odd.mean + 0.5
    given, other = model.score([("The president said that the country is ready.", line), ("It rained.", line)])
    assert given.mean > other.mean + 0.5
