"""`--ner` takes the place of our own tagger."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tests.conftest import Run

SPACY = """
class Span:
    start_char, end_char, label_ = 0, 4, "PERSON"

class Doc:
    ents = [Span()]

def load(name):
    if name != "one_name":
        raise OSError(f"no model {name}")
    return lambda text: Doc()
"""


def test_the_names_are_the_other_taggers(mtaudit: Run, tmp_path: Path) -> None:
    """With a library of that name on the path, its names are judged; a missing model is one line and exit 2."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "spacy.py").write_text(SPACY)
    (tmp_path / "a.txt").write_text("Bima tiba di Jakarta pada hari Senin bersama Presiden Joko Widodo.\n")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "lib")}

    def names(*options: str) -> list[str]:
        done = mtaudit("audit", "a.txt", "--no-translation", "--format", "json", *options, env=environment)
        assert done.returncode == 0, done.stderr
        return [e["found"] for e in json.loads(done.stdout)["documents"][0]["entities"]]

    assert len(names()) > 1
    assert names("--ner", "spacy:one_name") == ["Bima"]
    done = mtaudit("audit", "a.txt", "--ner", "spacy:other", env=environment)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
