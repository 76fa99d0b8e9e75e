"""`--ner spacy:MODEL` with the library itself: `make test-spacy`, which sets up an environment that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.languages import LANGUAGES
from mtaudit.names.plugins import tagger


@pytest.mark.filterwarnings("ignore")
def test_a_spacy_model_saved_on_disk_tags_text(tmp_path: Path) -> None:
    """Its types become the report's, types that are no names are left out, possessives too."""
    import spacy

    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    rows = [("PERSON", "Ngozi Okonjo-Iweala"), ("GPE", "Geneva's"), ("NORP", "Swiss"), ("EVENT", "Davos Forum")]
    ruler.add_patterns([{"label": label, "pattern": text} for label, text in rows])  # type: ignore[attr-defined]
    pipeline.to_disk(tmp_path / "model")

    text = "Ngozi Okonjo-Iweala left Geneva's Swiss offices for the Davos Forum."
    found = tagger(f"spacy:{tmp_path / 'model'}")(text, LANGUAGES["en"])
    assert [(m.text, m.type) for m in found] == [
        ("Ngozi Okonjo-Iweala", "PER"),
        ("Geneva", "LOC"),
        ("Davos Forum", "MISC"),
    ]
    assert all(text[m.start : m.end] == m.text for m in found)
