"""Taggers of other libraries in place of the bundled one."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from mtaudit.errors import UsageError
from mtaudit.languages import LANGUAGES
from mtaudit.names.plugins import tagger

NEEDS_SPACY = pytest.mark.skipif(importlib.util.find_spec("spacy") is None, reason="spaCy is not installed")


@pytest.mark.parametrize("spec", ["", "spacy", "spacy:", "flair:ner-english", "en_core_web_sm"])
def test_a_spec_that_is_none_is_refused(spec: str) -> None:
    """In one line, which says what would be right."""
    with pytest.raises(UsageError, match="give spacy:MODEL, stanza:LANGUAGE or gliner:MODEL") as caught:
        tagger(spec)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("library", ["spacy", "stanza", "gliner"])
def test_a_missing_library_or_model_is_a_usage_error(library: str, tmp_path: Path) -> None:
    """One line that says how to get it, whether the library is missing or only the model."""
    with pytest.raises(UsageError, match=rf"pip install {library}|no such model") as caught:
        tagger(f"{library}:{tmp_path / 'nothing'}")
    assert "\n" not in str(caught.value)


@NEEDS_SPACY
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


@pytest.mark.parametrize("spec", ["spacy:xx_ent", "gliner:someone/model", "stanza:id"])
def test_a_folder_of_the_checkout_does_not_pass_for_a_model(
    spec: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loading a tagger runs what is in it: a folder is loaded where it is written as a path."""
    monkeypatch.chdir(tmp_path)
    library, _, model = spec.partition(":")
    Path(model).mkdir(parents=True)
    with pytest.raises(UsageError, match="if you mean it"):
        tagger(spec)
    with pytest.raises(UsageError, match=r"not installed|no such model"):
        tagger(f"{library}:./{model}")
