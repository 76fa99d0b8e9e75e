"""Taggers of other libraries in place of the bundled one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.errors import UsageError
from mtaudit.names.plugins import tagger


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
