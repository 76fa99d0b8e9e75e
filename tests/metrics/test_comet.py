"""COMET: the worker's protocol with a stand-in for the library, and the library itself where there is one."""

from __future__ import annotations

import importlib.metadata
import json
import sys
from pathlib import Path

import msgspec
import pytest

from mtaudit.config import CometSettings, Settings
from mtaudit.errors import UsageError
from mtaudit.metrics.comet import Comet, Row, check, cut_note, interval, mean
from mtaudit.running.audit import audit

HERE = Path(__file__).parent
ROWS = [
    Row(
        "Presiden itu tiba di kota pada hari Senin.", "The president arrived in the city.", "The president has arrived."
    ),
    Row("", "", "Nobody knows what happened."),
    Row("Tidak ada.", "Nobody knows.", "Nobody knows."),
    Row("Tambahan.", "An addition.", ""),
    Row("Pasukan tiba.", "Troops came.", "Troops arrived there."),
]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for checkpoints; this interpreter, started anew, finds the stand-in for unbabel-comet."""
    monkeypatch.setenv("PYTHONPATH", str(HERE / "fake"))
    return tmp_path


def checkpoint(folder: Path, kind: str = "regression_metric", **more: object) -> CometSettings:
    path = folder / "checkpoints" / "model.ckpt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"class_identifier": kind, **more}), encoding="utf-8")
    return CometSettings(model=str(path), python=sys.executable, batch_size=1)


def test_scores_come_in_the_order_of_the_rows(fake: Path) -> None:
    """Whatever is scored first; a segment without one of its sides counts 0 and is never shown to the model."""
    counted: list[int] = []
    with Comet(checkpoint(fake)) as scorer:
        assert scorer.references == "required"
        result = scorer.score(ROWS, counted.append)
        again = scorer.score(ROWS * 20)
    assert result.scores == (0.285714, 0.0, 1.0, 0.0, 0.25)
    assert sum(counted) == len(ROWS)
    assert again.scores == result.scores * 20


def test_the_signature_says_how_to_get_the_scores_again(fake: Path) -> None:
    """Model without its folder, contents, references, precision, library."""
    with Comet(checkpoint(fake)) as scorer:
        signature = scorer.signature
    assert signature.startswith("model:model.ckpt|revision:")
    assert "|refs:original|" in signature
    assert "|precision:fp32|" in signature
    assert signature.endswith("|version:2.2.7")
    assert str(fake) not in signature


def test_a_reference_free_model_sees_no_reference(fake: Path) -> None:
    """Source and back-translation alone."""
    settings = checkpoint(fake, "referenceless_regression_metric")
    with Comet(settings) as scorer:
        assert scorer.references == "none"
        assert scorer.score([Row("a b", "a b")]).scores == (1.0,)


@pytest.mark.parametrize(("kind", "more", "limit"), [
    ("regression_metric", {}, 10),
    ("unified_metric", {"input_segments": ["mt", "src", "ref"]}, 12),
])  # fmt: skip
def test_cut_sentences_are_told(fake: Path, kind: str, more: dict[str, object], limit: int) -> None:
    """The longest side counts where sides are encoded apart, their sum where they are joined."""
    with Comet(checkpoint(fake, kind, **more)) as scorer:
        assert scorer.limit == limit
        result = scorer.score([Row("a b c", "d e", "f"), Row("a " * 9, "b", "c")])
        note = cut_note(result.tokens, scorer.limit)
    assert note is not None
    assert f"COMET reads {limit} tokens" in note
    assert "1 sentence is longer" in note
    assert cut_note(result.tokens[:1], scorer.limit) is None


def test_offline_fetches_nothing(fake: Path) -> None:
    """A model that is not on this machine is named, with the mend; a checkpoint is loaded from local files alone."""
    named = CometSettings(model="Unbabel/XCOMET-XL", python=sys.executable)
    with pytest.raises(UsageError, match=r"not in the Hugging Face cache, and --offline forbids"):
        Comet(named, offline=True)
    with pytest.raises(UsageError, match="accept its licence"):
        Comet(named)
    with Comet(checkpoint(fake), offline=True) as scorer:
        assert scorer.score(ROWS[2:3]).scores == (1.0,)


def test_trouble_is_one_line(fake: Path) -> None:
    """No checkpoint, no interpreter, a library that dies: a UsageError each, none of them with a traceback."""
    missing = str(fake / "none.ckpt")
    for settings, said in (
        (CometSettings(model=missing, python=sys.executable), "no such checkpoint"),
        (CometSettings(model=missing, python=str(fake / "python")), "can't be run"),
    ):
        with pytest.raises(UsageError, match=said) as caught:
            Comet(settings)
        assert "\n" not in str(caught.value)
    with Comet(checkpoint(fake, dies=True)) as scorer, pytest.raises(UsageError, match="the worker ended"):
        scorer.score(ROWS)


def test_a_missing_library_is_told_before_the_run() -> None:
    """The message says what to install; an interpreter that has the library passes."""
    try:
        importlib.metadata.version("unbabel-comet")
    except importlib.metadata.PackageNotFoundError:
        for settings in (CometSettings(), CometSettings(python=sys.executable)):
            with pytest.raises(UsageError, match=r"pip install 'unbabel-comet<2.3'"):
                check(settings)
    else:
        check(CometSettings())


def test_another_interpreter_with_the_library_passes(fake: Path) -> None:
    """`comet.python` is asked, not this process."""
    check(checkpoint(fake))


def test_the_interval_holds_the_mean() -> None:
    """Bootstrap over segments: around the mean, narrower with more segments, the same each time."""
    scores = [0.5, 0.7, 0.9, 0.6, 0.8]
    few, many = interval(scores), interval(scores * 40)
    assert few.low < mean(scores) < few.high
    assert many.high - many.low < few.high - few.low
    assert interval(scores) == few


def test_the_report_has_documents_segments_and_the_run(fake: Path, tiny_package: Path) -> None:
    """With an original: mean over segments times 100, per-sentence scores, a signature; without one: nothing."""
    english = "The president said that the country is ready. Troops arrived in the city on Monday."
    translation = "Presiden mengatakan bahwa negara itu siap. Pasukan tiba di kota pada hari Senin."
    other = "Cuaca di Surabaya cerah sepanjang hari ini. Warga berbelanja di pasar tanpa payung."
    rows = [{"id": "a", "translation": translation, "original": english}, {"id": "b", "translation": other}]
    pairs = fake / "pairs.jsonl"
    pairs.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    settings = Settings(
        model=str(tiny_package), metrics=("comet",), confidence=True, cache=str(fake / "c"), comet=checkpoint(fake)
    )
    report = audit(pairs=str(pairs), settings=settings)
    paired, alone = report.documents
    assert paired.metrics.keys() == {"comet"}
    assert alone.metrics == {}
    assert all(segment.comet is not None for segment in paired.segments)
    assert all(segment.comet is None for segment in alone.segments)
    assert report.summary.metrics == paired.metrics
    assert report.summary.intervals.keys() == {"comet"}
    assert report.run.metric_signatures["comet"].startswith("model:model.ckpt|")
    assert report.run.config["comet"] == {"model": "model.ckpt"}

    free = checkpoint(fake, "referenceless_regression_metric")
    report = audit(pairs=str(pairs), settings=msgspec.structs.replace(settings, comet=free))
    assert [d.metrics.keys() for d in report.documents] == [{"comet"}] * 2


def test_a_folder_does_not_pass_for_a_model_on_the_hub(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkpoint runs what is in it: one where the default model's name leads in a checkout is not loaded."""
    monkeypatch.chdir(fake)
    place = fake / "Unbabel" / "wmt22-comet-da" / "checkpoints"
    place.mkdir(parents=True)
    (place / "model.ckpt").write_text(json.dumps({"evil": True}), encoding="utf-8")
    with pytest.raises(UsageError, match="not in the Hugging Face cache"):
        Comet(CometSettings(), offline=True)
