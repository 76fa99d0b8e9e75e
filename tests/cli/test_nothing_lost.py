"""One document never loses the run: what goes wrong inside it is told, and the others are done."""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import mtaudit
from mtaudit.reading.identity import Ids
from tests.conftest import Run

ARTICLE = (
    "Menteri tiba di Jakarta\n\nMenteri Luar Negeri Inggris tiba di Jakarta pada hari Senin untuk bertemu dengan "
    "Presiden. “Kami siap bekerja sama,” katanya kepada wartawan.\n"
)
ENGLISH = (
    "Minister arrives in Jakarta\n\nThe British foreign secretary arrived in Jakarta on Monday to meet the president. "
    '"We are ready to work together," he told reporters.\n'
)
FORMATS = (
    "r.json", "r.jsonl", "r.html", "r.md", "r.csv", "junit.xml", "r.sarif", "github:gh.out", "gitlab:gl.json",
)  # fmt: skip


def _report(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


# Where a fault is planted: functions that see one document, or all of them.
PLACES = {
    "language": "mtaudit.originals.roles.with_language",
    "sentences": "mtaudit.pipeline.begin",
    "back-translation": "mtaudit.running.way.back_translate",
    "original": "mtaudit.pipeline.with_original",
    "translator": "mtaudit.running.way.with_translators",
    "second translation": "mtaudit.running.way.with_second_translations",
    "weights": "mtaudit.running.way.with_forced_scores",
    "reader": "mtaudit.running.way.read",
    "estimate": "mtaudit.running.way.with_estimates",
    "names": "mtaudit.names.scan.gather",
    "verdicts": "mtaudit.pipeline.judge",
}
WORD = "Gajahmungkur"
SPOILT = f"{ARTICLE}Bupati {WORD} ikut hadir.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three articles and an original; a fault will be met in the second."""
    for name, text in (("satu", ARTICLE), ("dua", SPOILT), ("tiga", ARTICLE), ("en", ENGLISH)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module", autouse=True)
def _loaded(tmp_path_factory: pytest.TempPathFactory, tiny_package: Path, tiny_second: Path) -> None:
    """Every module has been loaded: one that is loaded later takes a planted fault for its own, and keeps it."""
    folder = tmp_path_factory.mktemp("loaded")
    (folder / "id.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "en.txt").write_text(ENGLISH, encoding="utf-8")
    mtaudit.audit(
        [folder], model=str(tiny_package), second_models=[str(tiny_second)], state=str(folder / "s.db"), new_only=True,
        cache=str(folder / "cache"),
    )  # fmt: skip


def broken(place: str) -> Callable[..., Any]:
    """The function of that name as it raises for a text with `WORD`, be it one of several."""
    owner, _, name = place.rpartition(".")
    sound = getattr(importlib.import_module(owner), name)

    def raising(first: object, *more: object, **others: object) -> object:
        if WORD in repr(first):
            raise RuntimeError("planted")
        return sound(first, *more, **others)

    return raising


@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
def test_a_fault_in_one_document_is_a_skipped_entry(
    articles: Path, home: Path, place: str, tiny_package: Path, tiny_second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever on its way an article meets it."""
    monkeypatch.setattr(place, broken(place))
    report = mtaudit.audit(
        [articles / f"{name}.txt" for name in ("satu", "dua", "tiga")],
        originals=articles / "en.txt", model=str(tiny_package), second_models=[str(tiny_second)],
    )  # fmt: skip
    assert [Path(d.id).name for d in report.documents] == ["satu.txt", "tiga.txt"]
    (skipped,) = report.skipped
    assert Path(skipped.input).name == "dua.txt"
    assert skipped.reason == "internal fault (RuntimeError: planted): run again with --verbose and report it"


def test_a_fault_of_the_run_as_a_whole_is_raised(articles: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No document is to blame then, and none is said to be."""

    def raising(cases: Sequence[object]) -> object:
        if len(cases) > 1:
            raise RuntimeError("planted")
        return cases

    monkeypatch.setattr("mtaudit.running.way.with_estimates", raising)
    with pytest.raises(RuntimeError, match="planted"):
        mtaudit.audit([articles], back_translation=False, second_translation=False)


PLANT = """
import mtaudit.pipeline as pipeline, os
judge = pipeline.judge
def broken(case, context):
    if "Gajahmungkur" in case.text:
        {what}
    return judge(case, context)
pipeline.judge = broken
"""


def plant(folder: Path, code: str) -> dict[str, str]:
    """The environment of a program that runs `code` at its start, its workers too."""
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    path = os.pathsep.join(part for part in (str(folder), os.environ.get("PYTHONPATH", "")) if part)
    return os.environ | {"PYTHONPATH": path}


def test_a_fault_is_one_line_and_a_traceback_only_on_request(mtaudit: Run, articles: Path) -> None:
    """The others are in the report, and the exit code is 2."""
    environment = plant(articles, PLANT.format(what="raise RuntimeError('planted')"))
    call = ("audit", ".", "--no-translation", "--format", "json")
    done = mtaudit(*call, env=environment)
    report = json.loads(done.stdout)
    assert [d["id"] for d in report["documents"]] == ["satu.txt", "tiga.txt"]
    assert done.returncode == 2
    assert done.stderr == f"mtaudit: skipped dua.txt: {report['skipped'][0]['reason']}\n"
    told = mtaudit(*call, "--verbose", "--jobs", "2", env=environment)
    assert "Traceback" in told.stderr
    assert "planted" in told.stderr
    assert json.loads(told.stdout)["documents"] == report["documents"]


def test_a_worker_that_dies_takes_no_other_document_along(mtaudit: Run, articles: Path) -> None:
    """Killed for its memory, say: the article is told, the others are judged in new processes."""
    environment = plant(articles, PLANT.format(what="os._exit(9)"))
    done = mtaudit("audit", ".", "--no-translation", "--jobs", "2", "--quiet", "-o", "o/r.json", env=environment)
    report = _report(articles / "o" / "r.json")
    assert [d["id"] for d in report["documents"]] == ["satu.txt", "tiga.txt"]
    (skipped,) = report["skipped"]
    assert (done.returncode, skipped["input"]) == (2, "dua.txt")
    assert "its process died" in skipped["reason"]


def test_what_was_skipped_is_audited_the_next_time(articles: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The state file does not note an article that a fault kept from the report."""
    paths = [articles / "satu.txt", articles / "dua.txt"]
    options = {"state": str(articles / "s.db"), "new_only": True, "back_translation": False}
    with monkeypatch.context() as planted:
        planted.setattr("mtaudit.pipeline.judge", broken("mtaudit.pipeline.judge"))
        assert len(mtaudit.audit(paths, **options).documents) == 1
    again = mtaudit.audit(paths, **options)
    assert ([Path(d.id).name for d in again.documents], again.skipped) == (["dua.txt"], ())


def test_a_fault_in_one_format_does_not_lose_the_others(mtaudit: Run, articles: Path) -> None:
    """The other files are written, and the report is printed; exit 2."""
    environment = plant(
        articles,
        "import mtaudit.rendering.html as h\ndef broken(*a, **k):\n    raise RuntimeError('planted')\n"
        "h.HtmlRenderer.chunks = h.HtmlRenderer.render = broken\n",
    )
    done = mtaudit("audit", "satu.txt", "--no-translation", "-o", "r.html", "-o", "r.json", env=environment)
    assert done.returncode == 2
    assert "Menteri tiba di Jakarta" in done.stdout
    assert done.stderr.startswith("mtaudit: -o r.html: internal fault (RuntimeError: planted)")
    assert not (articles / "r.html").exists()
    assert len(_report(articles / "r.json")["documents"]) == 1


def test_a_file_name_that_is_not_utf_8(mtaudit: Run, tmp_path: Path) -> None:
    """It is audited, and every format shows its bytes as `\\xff`."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    for name in (b"nama-\xff\xfe.txt", b"en-\xe9.txt"):
        text = ENGLISH if name.startswith(b"en") else ARTICLE
        (folder / os.fsdecode(name)).write_text(text, encoding="utf-8")
    (folder / os.fsdecode(b"kosong-\xfe.txt")).write_bytes(b"")
    options = [part for target in FORMATS for part in ("-o", target)]
    done = mtaudit("audit", "masuk", "--no-translation", "--quiet", *options)
    assert done.returncode == 2, "one is empty"
    report = _report(tmp_path / "r.json")
    assert [d["id"] for d in report["documents"]] == ["masuk/nama-\\xff\\xfe.txt"]
    assert report["documents"][0]["original"]["id"] == "masuk/en-\\xe9.txt"
    assert [s["input"] for s in report["skipped"]] == ["masuk/kosong-\\xfe.txt"]
    for target in FORMATS:
        assert (tmp_path / target.rpartition(":")[2]).stat().st_size
    assert "internal fault" not in mtaudit("gate", "r.json", "--max-minor", "0").stderr


def test_a_number_longer_than_python_converts(tmp_path: Path, home: Path) -> None:
    """On both sides, and in a field of a table; it is no number, and nothing else is lost."""
    for digits in (100, 4301, 100_000):
        (tmp_path / f"{digits}.txt").write_text(f"{ARTICLE}Jumlahnya {'7' * digits} orang.\n", encoding="utf-8")
    (tmp_path / "en.md").write_text(f"{ENGLISH}There were {'7' * 4301} people.\n", encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text(
        f'{{"id": {"7" * 4301}, "text": "Presiden tiba di Jakarta pada hari Senin."}}\n'
        '{"id": "ya", "text": "Presiden tiba di Jakarta pada hari Senin."}\n'
    )
    report = mtaudit.audit([tmp_path], back_translation=False, second_translation=False)
    assert [Path(d.id).name for d in report.documents] == ["100.txt", "100000.txt", "4301.txt", "ya"]
    assert all(document.original is not None for document in report.documents[:3])
    assert not any("internal fault" in skipped.reason for skipped in report.skipped)


def test_hundreds_of_spellings_of_one_name(tmp_path: Path, home: Path) -> None:
    """They are gathered and judged; with the originals, too."""
    vowels = "aeiou"
    names = [f"M{a}h{b}mm{c}d Al-Kh{d}tib" for a in vowels for b in vowels for c in vowels for d in vowels][:300]
    lines = [f"{name} mengatakan bahwa pertemuan itu berjalan dengan baik pada hari Senin." for name in names]
    originals = [f"{name} said that the meeting went well on Monday." for name in names]
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "en.txt").write_text("\n".join(originals), encoding="utf-8")
    for inputs in ([tmp_path / "a.txt"], [tmp_path]):
        report = mtaudit.audit(inputs, back_translation=False, second_translation=False)
        assert (len(report.documents), report.skipped) == (1, ())


def test_many_rows_of_one_id() -> None:
    """Each gets an id of its own."""
    ids = Ids()
    assert [ids.give(wanted) for wanted in ("a", "a", "a#3", "a", "a", "a#3")] == [
        "a", "a#2", "a#3", "a#4", "a#5", "a#3#2"
    ]  # fmt: skip
