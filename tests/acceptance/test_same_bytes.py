"""Rebuilding changes no report: its JSON has the bytes that it had before.

Where a change of verdicts is meant, or a new back-translation package lands, the hashes are made anew and committed
with what changed them: `python -m tests.acceptance.test_same_bytes`.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from pathlib import Path

import pytest

import mtaudit
from mtaudit.model import Report
from tests.acceptance.invented import Invented, articles
from tests.conftest import ROOT, SAMPLES

BUNDLED = ROOT / "mtaudit" / "data" / "id_en.argosmodel"
HASHES = Path(__file__).with_name("same_bytes.json")
PAIRS = 100
PAIRS_WITH_BACK_TRANSLATION = 24


def canonical(report: Report) -> str:
    """The report's JSON without what depends on the clock, the folder, the version, the package and the processor.

    The last digits of a back-translation's scores depend on the processor's instructions; its verdicts don't.
    """
    data = json.loads(report.to_json())
    data["tool"] = None
    data["run"] = {"metric_signatures": None, "unused": data["run"]["unused"]}
    for document in data["documents"]:
        for segment in document["segments"]:
            segment["back_translation_score"] = segment["likelihood"] = None
            del segment["second_translations"]  # evidence to look at, by another package
        for finding in document["findings"]:
            finding["fingerprint"] = None  # of a sample it depends on where the checkout lies
    return json.dumps(data, ensure_ascii=False, indent=1)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def audited(folder: Path, invented: list[Invented], *, back_translation: bool, jobs: int = 1) -> Report:
    """The report on invented pairs, as rows of one file, run in `folder`."""
    rows = [
        {"id": a.id, "system": a.system, "translation": a.translation}
        | ({"original": a.original} if a.original else {})
        for a in invented
    ]
    path = folder / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    report = mtaudit.audit(
        pairs=path, back_translation=back_translation, model=str(BUNDLED), no_cache=True, cache=str(folder), jobs=jobs
    )
    return Report.from_json(report.to_json().replace(json.dumps(str(path))[1:-1], "pairs.jsonl"))


def of_samples(folder: Path, *, back_translation: bool) -> Report:
    """The report on samples/; `folder` is where the package may be unpacked."""
    report = mtaudit.audit(
        SAMPLES, back_translation=back_translation, model=str(BUNDLED), no_cache=True, cache=str(folder)
    )
    return Report.from_json(report.to_json().replace(json.dumps(str(ROOT) + "/")[1:-1], ""))


def texts(folder: Path, *, back_translation: bool) -> dict[str, str]:
    """Name of a set -> canonical JSON of its report."""
    count = PAIRS_WITH_BACK_TRANSLATION if back_translation else PAIRS
    name = "with the bundled package" if back_translation else "without back-translation"
    return {
        f"samples {name}": canonical(of_samples(folder, back_translation=back_translation)),
        f"pairs {name}": canonical(audited(folder, articles(count), back_translation=back_translation)),
    }


@pytest.mark.parametrize("back_translation", [False, True], ids=["alone", "bundled package"])
def test_the_reports_are_what_they_were(tmp_path: Path, home: Path, back_translation: bool) -> None:
    """Samples and invented pairs, without back-translation and with the bundled package."""
    committed = json.loads(HASHES.read_text(encoding="utf-8"))
    for name, text in texts(tmp_path, back_translation=back_translation).items():
        assert digest(text) == committed[name], name


def test_two_processes_say_the_same_as_one(tmp_path: Path, home: Path) -> None:
    """What is kept with a text does not change on its way to another process."""
    some = articles(8)
    one, two = (canonical(audited(tmp_path, some, back_translation=False, jobs=jobs)) for jobs in (1, 2))
    assert one == two


def write(folder: Path | None = None) -> None:
    """Make the hashes anew; with a folder, leave the reports there as well, to see what changed."""
    made: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as pairs:
        for back_translation in (False, True):
            made |= texts(Path(pairs), back_translation=back_translation)
    HASHES.write_text(json.dumps({name: digest(text) for name, text in made.items()}, indent=2) + "\n", "utf-8")
    for name, text in made.items() if folder else ():
        assert folder is not None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{re.sub(' ', '-', name)}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    import sys

    write(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
