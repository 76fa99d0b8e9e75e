"""What a resumed run may take over, and two runs with one folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from mtaudit import pipeline
from mtaudit.case import Case, Document, GlossaryEntry, OriginalAgain
from mtaudit.config import ReaderSettings, Settings
from mtaudit.names.cluster import Cluster, NameIndex
from mtaudit.originals.choose import OriginalIndex
from mtaudit.pipeline import Context, Translation
from mtaudit.running.store import Store, depends_on, run_key
from mtaudit.translation.interface import Hypothesis
from tests.rendering.building import full_report

TEXT = "Presiden tiba di Jakarta pada hari Senin.\nDia bertemu dengan para menteri.\n"
REPORT = full_report().documents[0]
ENGLISH = Document("en", "en.txt", "The president arrived in Jakarta on Monday.")


def key(case: Case, context: Context | None = None, settings: Settings | None = None, models: str = "m") -> str:
    context = context or Context(OriginalIndex([ENGLISH]), NameIndex())
    return run_key(depends_on([case], context, settings or Settings(), models))


def test_the_key_holds_all_that_a_report_depends_on() -> None:
    """Every change gives another key, and the same run the same one."""
    document = Document("a", "a.txt", TEXT, "Judul", "satu", source_map=())
    case = pipeline.begin(Translation(document))
    context = Context(OriginalIndex([ENGLISH]), NameIndex())
    keys = [
        key(case),
        *(key(replace(case, document=replace(document, **{name: "x"}))) for name in ("id", "input", "text", "title")),
        key(replace(case, document=replace(document, system="dua"))),
        key(replace(case, original=ENGLISH, kind="full")),
        key(replace(case, original=replace(ENGLISH, id="other"), kind="full")),
        key(replace(case, original=ENGLISH, kind="partial")),
        key(replace(case, back_translations=("a", None))),
        key(replace(case, back_translation_scores=(-0.5, None))),
        key(replace(case, again=(OriginalAgain("t", (Hypothesis("Presiden", 0.0),)),))),
        key(replace(case, thresholds=ReaderSettings(serious=0.9))),
        key(replace(case, ner="spacy:x")),
        key(replace(case, notes=("x",))),
        key(replace(case, glossary=(GlossaryEntry("Geneva", ("Jenewa",)),))),
        key(case, replace(context, originals=OriginalIndex([replace(ENGLISH, title="x")]))),
        key(case, replace(context, names=NameIndex({"a": Cluster(("a", "b"), "a", "usage", 0.5)}))),
        key(case, replace(context, ignore=("SUR",))),
        key(case, replace(context, metrics=("bleu",))),
        key(case, settings=Settings(names=("x.csv",))),
        key(case, models="n"),
    ]  # fmt: skip
    assert len(set(keys)) == len(keys)
    assert key(pipeline.begin(Translation(document))) == keys[0]


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    """After a block that ended in the middle; a finished run leaves nothing behind."""
    with Store(tmp_path, "k") as store:
        store.save(3, REPORT)
    with Store(tmp_path, "k") as store:
        assert store.load() == {3: REPORT}
        store.finish()
    assert list(tmp_path.iterdir()) == []


def test_two_runs_do_not_collide(tmp_path: Path) -> None:
    """The second of the same key keeps nothing; what the first keeps, and its end, are its own."""
    with Store(tmp_path, "k") as one, Store(tmp_path, "k") as other, Store(tmp_path, "l") as third:
        one.save(0, REPORT)
        third.save(1, REPORT)
        other.save(0, changed(REPORT, id="x"))
        assert other.load() == {}
        other.finish()
        one.save(1, REPORT)
        assert one.load() == {0: REPORT, 1: REPORT}
        assert third.load() == {1: REPORT}


@pytest.mark.parametrize("content", [b"no database at all, but text", b"SQLite format 3\0" + b"\xff" * 5000, b""])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "run-k.sqlite3").write_bytes(content)
    with Store(tmp_path, "k") as store:
        assert store.load() == {}
        store.save(0, REPORT)
        assert store.load() == {0: REPORT}


def test_a_folder_that_cannot_be_written_is_gone_without(tmp_path: Path) -> None:
    """What can be resumed is a help and no condition."""
    (tmp_path / "file").write_text("")
    with Store(tmp_path / "file" / "c", "k") as store:
        store.save(0, REPORT)
        assert store.load() == {}
        store.finish()


class Killed(BaseException):
    """In the place of a signal that nobody can hold up."""


@pytest.mark.parametrize("moment", ["first file", "second file", "close"])
def test_a_run_that_is_killed_as_it_finishes_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """No journal of a file that is gone: it would be taken for that of the next one, or lie there for ever."""
    unlink, seen = Path.unlink, []

    def dying(store: Store) -> None:
        raise Killed

    def going(path: Path, missing_ok: bool = False) -> None:
        seen.append(path)
        if len(seen) == (1 if moment == "first file" else 2):
            raise Killed
        unlink(path, missing_ok)

    store = Store(tmp_path, "k")
    store.save(0, REPORT)
    assert (tmp_path / "run-k.sqlite3-journal").exists()
    with monkeypatch.context() as planted:
        if moment == "close":
            planted.setattr(Store, "_close", dying)
        else:
            planted.setattr(Path, "unlink", going)
        with pytest.raises(Killed):
            store.finish()
    there = {path.name for path in tmp_path.iterdir()}
    assert there != {"run-k.sqlite3-journal"}
    store._close()
    with Store(tmp_path, "k") as again:
        assert again.load() == ({0: REPORT} if "run-k.sqlite3" in there else {})
        again.finish()
    assert not list(tmp_path.iterdir())
