"""A document is judged again only where something that its verdict rests on has changed, and then always."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import msgspec
import pytest

import mtaudit
from mtaudit import pipeline
from mtaudit.case import Case
from mtaudit.config import Settings
from mtaudit.model import DocumentReport, Report
from mtaudit.pipeline import Context
from mtaudit.running import program, unchanged, verdicts
from mtaudit.running.verdicts import Verdicts
from tests.conftest import Run

FLOOD = (
    "Banjir besar melanda kota itu pada hari Senin. Warga mengungsi ke sekolah yang terletak di tempat lebih tinggi. "
    "Petugas membagikan makanan dan selimut kepada para pengungsi. Hujan deras turun selama tiga hari tanpa henti.\n"
)
FLOOD_EN = (
    "A great flood hit the city on Monday. Residents fled to a school that stands on higher ground. "
    "Officers handed out food and blankets to the refugees. Heavy rain fell for three days without a pause.\n"
)
BANK = (
    "Bank sentral menaikkan suku bunga sebesar 25 basis poin. Inflasi tahunan mencapai 4 persen pada bulan Maret. "
    "Para ekonom memperkirakan kenaikan berikutnya terjadi pada musim panas. Pasar saham turun tipis setelah itu.\n"
)
BANK_EN = (
    "The central bank raised interest rates by 25 basis points. Annual inflation reached 4 percent in March. "
    "Economists expect the next increase to come in summer. The stock market fell slightly after that.\n"
)
GAME = (
    "Tim tuan rumah menang dengan skor tiga lawan satu. Penonton bersorak ketika gol ketiga tercipta. "
    "Pelatih memuji para pemain muda yang tampil tanpa rasa takut. Pertandingan berikutnya digelar pekan depan.\n"
)
ENVOY = "Utusan Marek {} tiba di gedung itu pada pagi hari. {} tidak memberi keterangan kepada para wartawan.\n"
QUOTED = (
    "Direktur pabrik itu menjelaskan rencananya. “Kami akan membangun tiga pabrik baru di kota pelabuhan tahun depan,” "
    "kata direktur itu kepada para wartawan. Penduduk desa sekitar menanam padi dan jagung sejak puluhan tahun lalu. "
    "Anak-anak berjalan kaki ke sekolah melewati jembatan kayu yang sudah tua. Pada musim kemarau sungai itu kering, "
    "sehingga perempuan mengambil air dari sumur di balik bukit.\n"
)
QUOTED_EN = (
    "The mayor spoke at the fair. The director said on Friday: “We will build three new factories in the port city "
    "next year,” and the visitors applauded for minutes.\n"
)
ROWS: list[dict[str, str]] = [
    {"id": "alone", "translation": GAME},
    {"id": "beside", "translation": FLOOD, "original": FLOOD_EN},
    {"id": "name", "translation": ENVOY.format("Siminoff", "Siminoff") * 2},
    {"id": "same name", "translation": ENVOY.format("Simenov", "Simenov")},
    {"id": "quote", "translation": QUOTED},
    {"id": "one of two", "translation": BANK, "original": BANK_EN, "system": "x"},
    {"id": "two of two", "translation": FLOOD, "original": FLOOD_EN, "system": "x"},
]
EVERY = [row["id"] for row in ROWS]
Audit = Callable[..., Report]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the documents that are judged, as they are."""
    ids: list[str] = []
    sound = pipeline.judge

    def noting(case: Case, context: Context) -> DocumentReport:
        ids.append(case.document.id.rpartition("#")[2])
        return sound(case, context)

    monkeypatch.setattr("mtaudit.pipeline.judge", noting)
    return ids


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def audit(home: Path, tmp_path: Path) -> Audit:
    """An audit of rows, without translators."""

    def run(rows: list[dict[str, str]] = ROWS, **options: Any) -> Report:
        options = {"back_translation": False, "second_translation": False, "jobs": 1} | options
        return mtaudit.audit(pairs=write(tmp_path / "rows.jsonl", rows), **options)

    return run


def told(report: Report) -> str:
    """The report as JSON, without times."""
    run = msgspec.structs.replace(report.run, started="", seconds=0.0)
    return msgspec.structs.replace(report, run=run).to_json(word_faults=True)


def changed(id: str, **fields: str) -> list[dict[str, str]]:
    return [row | fields if row["id"] == id else row for row in ROWS]


def test_the_same_bytes_with_and_without_a_cache(
    tmp_path: Path, home: Path, tiny_package: Path, tiny_second: Path, judged: list[str]
) -> None:
    """With all translators, metrics and their intervals; nothing is judged the second time."""
    pairs = write(tmp_path / "rows.jsonl", ROWS)
    models = {"model": str(tiny_package), "second_models": [str(tiny_second)], "jobs": 1, "confidence": True}
    plain = told(mtaudit.audit(pairs=pairs, no_cache=True, **models))
    cold = told(mtaudit.audit(pairs=pairs, **models))
    assert judged == EVERY * 2
    assert told(mtaudit.audit(pairs=pairs, **models)) == cold == plain
    assert judged == EVERY * 2


CHANGES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "nothing": ({}, []),
    "a text": ({"rows": changed("alone", translation=GAME + "Hujan turun.\n")}, ["alone"]),
    "its original": (
        {"rows": changed("beside", original=FLOOD_EN.replace("three", "four"))},
        ["beside", "quote"],
    ),  # which is looked for in all
    "its title": ({"rows": changed("alone", title="Judul")}, ["alone"]),
    "its system": ({"rows": changed("alone", system="y")}, ["alone"]),
    "a text of its translator": (
        {"rows": changed("one of two", translation=BANK.replace("4", "5"))},
        ["one of two", "two of two"],
    ),
    "one text less of its translator": (
        {"rows": [r for r in ROWS if r["id"] != "one of two"]},
        ["quote", "two of two"],
    ),
    "another spelling of its name": (
        {"rows": changed("same name", translation=ENVOY.format("Symenof", "Symenof"))},
        ["name", "same name"],
    ),
    "its name nowhere else": ({"rows": [r for r in ROWS if r["id"] != "same name"]}, ["name"]),
    "one article more": ({"rows": [{"id": "new", "translation": GAME * 2}, *ROWS]}, ["new"]),
    "rules left out": ({"ignore": ("SUR",)}, EVERY),
    "rules chosen": ({"select": ("ENT",)}, EVERY),
    "metrics": ({"metrics": ("bleu",)}, EVERY),
    "a threshold": ({"reader": {"serious": 0.9}}, EVERY),
    "what the gate asks for": ({"gate": {"fail-on": "minor"}}, []),
    "a suppression": ({"suppress": [{"rule": "SUR", "reason": "known"}]}, []),
    "what is written of words": ({"word_faults": True}, []),
    "number of processes": ({"jobs": 2}, []),
}


@pytest.mark.parametrize(("options", "again"), CHANGES.values(), ids=list(CHANGES))
def test_what_depends_on_a_change_is_judged_again_and_nothing_else(
    audit: Audit, judged: list[str], options: dict[str, Any], again: list[str]
) -> None:
    """And the report is the one that a run without a cache gives."""
    audit()
    assert judged == EVERY
    judged.clear()
    report = audit(**options)
    assert judged == again
    assert told(report) == told(audit(**options, no_cache=True))


def test_a_glossary_counts_by_what_is_in_it(audit: Audit, judged: list[str], tmp_path: Path) -> None:
    glossary = tmp_path / "names.csv"
    for number, form in enumerate(("Siminoff", "Siminov", "Siminov")):
        glossary.write_text(f"name,accepted\nSiminow,{form}\n", encoding="utf-8")
        judged.clear()
        report = audit(names=[str(glossary)])
        assert judged == (EVERY if number < 2 else [])
        assert told(report) == told(audit(names=[str(glossary)], no_cache=True))


def test_a_model_counts_by_what_is_in_it(
    audit: Audit, judged: list[str], tmp_path: Path, tiny_package: Path, tiny_second: Path
) -> None:
    """Another package under the same name; and whether there is one at all."""
    from tests.conftest import build_package

    one, other = tmp_path / "one.argosmodel", build_package(tmp_path / "other", seed=3)
    rows = ROWS[:2]
    for package in (tiny_package, other):
        shutil.copy(package, one)
        judged.clear()
        for _ in range(2):
            audit(rows, back_translation=True, model=str(one))
        assert judged == ["alone", "beside"]
    judged.clear()
    audit(rows, second_translation=True, second_models=[str(tiny_second)])
    audit(rows)
    assert judged == ["alone", "beside"] * 2


def pool(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / "pool").mkdir(exist_ok=True)
        (folder / "pool" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder / "pool"


def test_an_original_that_joins_the_pool_is_chosen_by_whose_it_is(
    audit: Audit, judged: list[str], tmp_path: Path
) -> None:
    """Of texts without an original of their own, by that alone; the others keep theirs, and their verdicts."""
    rows = [{"id": "flood", "translation": FLOOD}, {"id": "bank", "translation": BANK}, ROWS[1]]
    english = pool(tmp_path, flood=FLOOD_EN)
    assert [d.basis for d in audit(rows, originals=english).documents] == ["original", "alone", "original"]
    for texts, again in (({"game": "The home team won by three goals.\n"}, []), ({"bank": BANK_EN}, ["bank"])):
        pool(tmp_path, **texts)
        judged.clear()
        report = audit(rows, originals=english)
        assert judged == again
        assert told(report) == told(audit(rows, originals=english, no_cache=True))
        judged.clear()
        audit(rows, originals=english)
        assert not judged


def test_a_quotation_is_looked_for_in_a_new_report(audit: Audit, judged: list[str], tmp_path: Path) -> None:
    """A text with quotations and without an original is held against all English texts."""
    rows = [row for row in ROWS if row["id"] in ("alone", "quote")]
    audit(rows, originals=pool(tmp_path, game="The home team won by three goals.\n"))
    english = pool(tmp_path, fair=QUOTED_EN)
    judged.clear()
    report = audit(rows, originals=english)
    assert judged == ["quote"]
    assert report.documents[1].quotes[0].original_document
    assert told(report) == told(audit(rows, originals=english, no_cache=True))


def test_places_are_those_of_the_file_as_it_is(audit: Audit, judged: list[str], tmp_path: Path) -> None:
    """Rows that have moved down keep their verdicts; lines and columns of findings are the new ones. What was left out
    by the settings is told with its place, so it is looked for again."""
    rows = [{"id": "hyphen", "translation": GAME + "Ini satu -satunya jalan bagi negara -negara itu.\n"}]
    (before,) = audit(rows).documents
    judged.clear()
    report = audit([ROWS[0], *rows])
    assert judged == ["alone"]
    after = report.documents[1]
    assert before.findings
    assert [f.line for f in after.findings] == [f.line + 1 for f in before.findings if f.line]
    assert after.source_map != before.source_map
    audit(rows, ignore=("SUR",))
    judged.clear()
    report = audit([ROWS[0], *rows], ignore=("SUR",))
    assert judged == ["alone", "hyphen"]
    assert told(report) == told(audit([ROWS[0], *rows], ignore=("SUR",), no_cache=True))


def file_of(home: Path) -> Path:
    (found,) = home.rglob("verdicts.sqlite3")
    return found


def test_a_row_of_somebody_elses_and_a_damaged_one_are_no_rows(audit: Audit, judged: list[str], home: Path) -> None:
    """They are judged again without a word; a row put under another document's key is no better."""
    first = told(audit())
    db = sqlite3.connect(file_of(home))
    rows = db.execute("SELECT key, row FROM verdicts ORDER BY length(row) DESC LIMIT 7").fetchall()
    forged = zlib.compress(zlib.decompress(rows[0][1][32:]).replace(b"critical", b"trifling"))
    damages = [rows[0][1][:32] + forged, rows[3][1], b"", rows[3][1][:-1], None, "text", rows[6][1][:40]]
    with db:
        for (key, _), damaged in zip(rows, damages, strict=True):
            db.execute("UPDATE verdicts SET row = ? WHERE key = ?", (damaged, key))
    judged.clear()
    assert told(audit()) == first
    assert sorted(judged) == sorted(EVERY)


def test_a_file_made_with_another_secret_is_not_believed(
    audit: Audit, judged: list[str], tmp_path: Path, home: Path
) -> None:
    """A cache that lies in a stranger's checkout says nothing; the secret lies in the user's own folder alone."""
    audit(cache=str(tmp_path / "checkout"))
    assert [p.name for p in (tmp_path / "checkout").iterdir() if "verdicts" in p.name] == ["verdicts.sqlite3"]
    (secret,) = home.rglob("verdicts.key")
    secret.unlink()
    judged.clear()
    audit(cache=str(tmp_path / "checkout"))
    assert judged == EVERY


@pytest.mark.parametrize("content", [b"no database at all, but text", b"SQLite format 3\0" + b"\xff" * 5000, b""])
def test_a_damaged_file_is_made_anew(audit: Audit, judged: list[str], home: Path, content: bytes) -> None:
    audit()
    file_of(home).write_bytes(content)
    judged.clear()
    audit()
    audit()
    assert judged == EVERY


def test_what_cannot_be_told_is_judged_again(audit: Audit, judged: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules and taggers of other packages may change without a word of ours; `--no-cache` asks for it."""
    for _ in range(2):
        audit(ROWS[:1], no_cache=True)
    assert judged == ["alone"] * 2
    assert not unchanged.can_tell(Settings(ner="spacy:x"), mtaudit_pair())
    assert not unchanged.can_tell(Settings(metrics=("comet",), resume=True), mtaudit_pair())
    assert unchanged.can_tell(Settings(), mtaudit_pair())
    monkeypatch.setattr(
        unchanged.metadata, "entry_points", lambda group: [metadata.EntryPoint("x", "package:RULES", group)]
    )
    assert not unchanged.can_tell(Settings(), mtaudit_pair())


def mtaudit_pair() -> Any:
    from mtaudit.languages import ENGLISH_INDONESIAN

    return ENGLISH_INDONESIAN


def test_a_line_edited_in_the_code_makes_all_of_it_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By content, though size and time are the same; so does a table, so does another version of a package."""
    code, beside = tmp_path / "mtaudit", tmp_path / "site"
    (code / "data").mkdir(parents=True)
    (beside / "numpy-2.0.dist-info").mkdir(parents=True)
    (code / "rules.py").write_text("LEAST = 3\n", encoding="utf-8")
    (code / "data" / "words.tsv").write_text("a\tb\n", encoding="utf-8")
    monkeypatch.setattr(program, "files", lambda package: code)
    monkeypatch.setattr(sys, "path", [str(beside)])
    seen = [program.program.__wrapped__()]
    for path, text in ((code / "rules.py", "LEAST = 4\n"), (code / "data" / "words.tsv", "a\tc\n")):
        known = path.stat()
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
        seen.append(program.program.__wrapped__())
    (beside / "numpy-2.0.dist-info").rename(beside / "numpy-2.1.dist-info")
    seen.append(program.program.__wrapped__())
    assert len(set(seen)) == 4
    assert program.program.__wrapped__() == seen[-1]


def test_code_that_is_edited_while_it_runs_keeps_nothing(
    audit: Audit, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what was judged before nor what is judged after; the next process begins anew."""
    sound = pipeline.judge

    def editing(case: Case, context: Context) -> DocumentReport:
        monkeypatch.setattr(program, "_LOADED", ("another file",))
        return sound(case, context)

    loaded = program._LOADED
    with monkeypatch.context() as edited:
        edited.setattr("mtaudit.pipeline.judge", editing)
        audit(ROWS[:2])
        audit(ROWS[:2])
    monkeypatch.setattr(program, "_LOADED", loaded)
    audit(ROWS[:2])
    assert judged == ["alone", "beside"] * 3


def test_a_new_setting_counts_until_somebody_says_that_it_does_not() -> None:
    """What stands apart is named; every name is one of a setting."""
    names = {field.encode_name for field in msgspec.structs.fields(Settings)}
    assert names > unchanged.APART


DYING = """
import os, sys
import mtaudit.pipeline as pipeline
judge, seen = pipeline.judge, []
def dying(case, context):
    if len(seen) == 3: os._exit(9)
    seen.append(case)
    return judge(case, context)
pipeline.judge = dying
from mtaudit.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_run_that_was_killed_has_judged_nothing_in_vain(mtaudit: Run, tmp_path: Path) -> None:
    """With `--resume` what is judged is on disk at once; the next run says how much it took over, and gives the report
    that an unbroken run gives."""
    write(tmp_path / "rows.jsonl", ROWS)
    call = ["audit", "rows.jsonl", "--no-translation", "--jobs", "1", "--quiet", "--resume", "-o", "r.json"]
    killed = subprocess.run([sys.executable, "-c", DYING, *call], cwd=tmp_path, capture_output=True, timeout=300)
    assert killed.returncode == 9
    done = mtaudit(*call, "-v")
    lines = [line for line in done.stderr.splitlines() if "unchanged" in line]
    # the two of one translator would be judged again if one of them were missing
    assert lines == ["mtaudit: 3 of 7 articles are unchanged and were not judged again"]
    resumed = (tmp_path / "r.json").read_text(encoding="utf-8")
    assert "7 of 7" in mtaudit(*call, "-v").stderr
    mtaudit(*[part for part in call if part != "--resume"], "--no-cache")
    whole = (tmp_path / "r.json").read_text(encoding="utf-8")
    assert without_times(resumed) == without_times(whole)


def without_times(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    for name in ("started", "seconds"):
        del found["run"][name]
    return found


def test_two_runs_at_once_share_the_file(home: Path, tmp_path: Path) -> None:
    """Both give the whole report, and leave a file in which all is found."""
    write(tmp_path / "rows.jsonl", ROWS)
    command = [str(Path(sys.executable).with_name("mtaudit")), "audit", "rows.jsonl", "--no-translation", "--quiet"]
    running = [subprocess.Popen([*command, "-o", f"{n}.json"], cwd=tmp_path) for n in range(2)]
    assert [process.wait(timeout=300) for process in running] == [0, 0]
    one, two = ((tmp_path / f"{n}.json").read_text(encoding="utf-8") for n in range(2))
    assert without_times(one) == without_times(two)
    third = subprocess.run([*command, "-v"], cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert "7 of 7" in third.stderr


def test_what_was_not_asked_for_the_longest_time_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is bounded; what was asked for lately stays."""
    monkeypatch.setattr(verdicts, "MOST", 200_000)
    day = 86400.0
    for today in range(1, 5):
        monkeypatch.setattr("mtaudit.running.verdicts.time.time", lambda today=today: today * day)
        with Verdicts(tmp_path, tmp_path) as file:
            assert (file.get(b"first") is None) == (today == 1)
            file.put(b"first", b"kept")
            for number in range(20):
                file.put(f"{today} {number}".encode(), os.urandom(4000))
    with Verdicts(tmp_path, tmp_path) as file:
        assert file.get(b"first") == b"kept"
        assert file.get(b"4 19") is not None
        assert file.get(b"1 0") is None


def test_the_file_is_nobody_elses(audit: Audit, home: Path) -> None:
    audit(ROWS[:1])
    for name in ("verdicts.sqlite3", "verdicts.key"):
        (path,) = home.rglob(name)
        assert path.stat().st_mode & 0o777 == 0o600
    (secret,) = home.rglob("verdicts.key")
    secret.chmod(0o644)
    audit(ROWS[:1])
    assert secret.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_gone_without(audit: Audit, judged: list[str], tmp_path: Path) -> None:
    """What is kept is a help and no condition."""
    (tmp_path / "file").write_text("")
    for _ in range(2):
        assert len(audit(ROWS[:1], cache=str(tmp_path / "file" / "c")).documents) == 1
    assert judged == ["alone"] * 2
