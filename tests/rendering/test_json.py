"""JSON and JSONL carry the whole report."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from mtaudit.model import DocumentGate, DocumentReport, Estimate, MissingWord, Report, WordFault, json_schema
from mtaudit.rendering.html import HtmlRenderer
from mtaudit.rendering.json import JsonlRenderer, JsonRenderer
from mtaudit.rendering.live import LiveLines

from . import building

SCHEMA = jsonschema.Draft202012Validator(json_schema())  # `jsonschema.validate` would look at the schema each time


def test_json_reads_back_as_the_same_report(any_report: Report) -> None:
    """Nothing is lost on the way through a file."""
    assert Report.from_json(JsonRenderer().render(any_report)) == any_report


def test_json_keeps_to_its_published_schema(any_report: Report) -> None:
    """What is written is what `mtaudit schema` promises."""
    SCHEMA.validate(json.loads(JsonRenderer().render(any_report)))


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("segments", "index start end text back_translation back_translation_score original"),
        ("entities", "original type status found start end variants confidence evidence"),
        ("quotes", "original found marks content start end speaker original_speaker back_translation similarity"),
        ("findings", "rule category severity message start end text original suggestion"),
        ("findings", "confidence evidence fingerprint anchor"),
    ],
)
def test_the_schema_demands_what_the_report_always_carries(full: Report, part: str, names: str) -> None:
    """A report without one of these fields is none."""
    report = json.loads(JsonRenderer().render(full))
    document = next(d for d in report["documents"] if d[part])
    report["documents"], row = [document], document[part][0]
    for name in names.split():
        value = row.pop(name)
        with pytest.raises(jsonschema.ValidationError, match=f"'{name}' is a required property"):
            SCHEMA.validate(report)
        row[name] = value


LEFT_OUT = {"word_faults", "missing_words", "mismatch", "taken_out"}


@pytest.mark.parametrize("name", sorted({*DocumentReport.__struct_fields__} - LEFT_OUT))
def test_a_document_carries_all_fields_but_the_probabilities_of_words(envoy: Report, name: str) -> None:
    """These are left out where nobody asked for them, `mismatch` and `taken_out` where there is none."""
    report = json.loads(envoy.to_json(word_faults=False))
    assert not LEFT_OUT & report["documents"][0].keys()
    SCHEMA.validate(report)
    del report["documents"][0][name]
    with pytest.raises(jsonschema.ValidationError, match=f"'{name}' is a required property"):
        SCHEMA.validate(report)


def test_what_does_not_belong_is_written_by_its_id(envoy: Report) -> None:
    """It reads back, too."""
    document = msgspec.structs.replace(envoy.documents[0], mismatch="other.txt")
    report = msgspec.structs.replace(envoy, documents=(document,))
    written = json.loads(report.to_json())
    assert written["documents"][0]["mismatch"] == "other.txt"
    SCHEMA.validate(written)
    assert Report.from_json(report.to_json()).documents[0].mismatch == "other.txt"


def test_word_faults_estimate_and_gate_are_written_where_there_are_any(envoy: Report) -> None:
    """JSON and JSONL carry them, in the shape of the schema, and read back."""
    document = msgspec.structs.replace(
        envoy.documents[0],
        word_faults=(WordFault(0, 6, 0.5, 0.25),),
        missing_words=(MissingWord(0, 7, 0.125),),
        estimate=Estimate(1.5, 0.5, 2.5, None),
        gate=DocumentGate(False, ("2 critical findings, at most 0 allowed",), 1),
    )
    report = building.report([document])
    written = json.loads(JsonRenderer().render(report))
    SCHEMA.validate(written)
    assert written["documents"][0]["word_faults"] == [{"start": 0, "end": 6, "p_fault": 0.5, "p_serious": 0.25}]
    assert written["documents"][0]["missing_words"] == [{"start": 0, "end": 7, "p_missing": 0.125}]
    assert json.loads(JsonlRenderer().render(report)) == written["documents"][0]
    assert Report.from_json(json.dumps(written)) == report


def test_word_faults_stay_in_memory_where_nobody_asked_for_them(envoy: Report) -> None:
    """JSON and JSONL follow the run's setting; the page shows them all the same."""
    for config in ({"word-faults": False}, {}):
        report = msgspec.structs.replace(envoy, run=msgspec.structs.replace(envoy.run, config=config))
        assert "word_faults" not in report.to_json()
        assert "word_faults" not in JsonRenderer().render(report)
        assert "word_faults" not in JsonlRenderer().render(report)
        assert 'id="heat"' in HtmlRenderer().render(report)
        assert report.documents[0].word_faults


@pytest.mark.parametrize("asked", [True, False])
def test_lines_that_grow_meanwhile_follow_the_setting(envoy: Report, tmp_path: Path, asked: bool) -> None:
    """What stands there while a run goes on is what stands there at its end."""
    part = tmp_path / "live.jsonl.part"
    with LiveLines([str(tmp_path / "live.jsonl")], asked) as lines:
        lines.write(envoy.documents[0])
        found = part.read_text(encoding="utf-8")
    assert found == JsonlRenderer().render(Report.from_json(envoy.to_json(word_faults=asked)))
    assert ("word_faults" in found) is asked
    assert not part.exists()


def test_to_json_can_be_told(envoy: Report) -> None:
    """The text is that of a run with this setting, so that what reads it carries on alike."""
    without = Report.from_json(envoy.to_json(word_faults=False))
    assert not without.documents[0].word_faults
    assert not without.word_faults_asked
    plain = msgspec.structs.replace(envoy, run=without.run)
    assert plain.to_json() == envoy.to_json(word_faults=False)
    assert plain.to_json(word_faults=True) == envoy.to_json()
    assert JsonlRenderer().render(Report.from_json(plain.to_json(word_faults=True))) == JsonlRenderer().render(envoy)


def test_json_is_the_same_bytes_every_time(full: Report) -> None:
    """Rendering twice gives the same text."""
    assert JsonRenderer().render(full) == JsonRenderer().render(full)


def test_jsonl_has_a_line_a_document(any_report: Report) -> None:
    """Each line alone is one document, in order."""
    lines = JsonlRenderer().render(any_report).splitlines()
    assert tuple(msgspec.json.decode(line, type=DocumentReport) for line in lines) == any_report.documents


def test_jsonl_hands_out_each_line_before_it_asks_for_the_next_document(full: Report) -> None:
    """A run that is cut off keeps the lines written so far."""
    taken: list[str] = []

    def documents():
        for document in full.documents:
            taken.append(document.id)
            yield document

    stream = JsonlRenderer.stream(documents())
    next(stream)
    assert taken == [full.documents[0].id]
