"""Taggers of other libraries in place of the bundled one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mtaudit.errors import UsageError
from mtaudit.languages import LANGUAGES
from mtaudit.names.plugins import tagger

TEXT = "Ngozi Okonjo-Iweala left.\nGeneva's Swiss offices are in Geneva's Old Town."
# Each library's own way to say it: a module with the names it uses, in which `MODEL` is the only model at hand.
LIBRARIES = {
    "spacy": """
class Span:
    def __init__(self, start, end, label):
        self.start_char, self.end_char, self.label_ = start, end, label

class Doc:
    def __init__(self, text):
        self.ents = [Span(*row) for row in rows(text)]

def load(name):
    if name != "MODEL":
        raise OSError("[E050] Can't find model")
    return Doc
""",
    "stanza": """
class Span:
    def __init__(self, start, end, label):
        self.start_char, self.end_char, self.type = start, end, label

class Document:
    def __init__(self, text):
        self.ents = [Span(*row) for row in rows(text)]

class Pipeline:
    def __init__(self, lang, processors, download_method, verbose):
        if lang != "MODEL" or processors != "tokenize,ner" or download_method is not None or verbose:
            raise FileNotFoundError("Resources file not found")

    def __call__(self, text):
        return Document(text)
""",
    "gliner": """
class GLiNER:
    @classmethod
    def from_pretrained(cls, name, local_files_only):
        if name != "MODEL" or not local_files_only:
            raise FileNotFoundError("No config file found")
        return cls()

    def predict_entities(self, text, labels):
        names = [(start, end, {"GPE": "location", "PERSON": "person"}.get(label)) for start, end, label in rows(text)]
        return [{"start": a, "end": b, "label": name, "score": 0.75} for a, b, name in names if name in labels]
""",
}
ROWS = """
def rows(text):
    named = [("GPE", "Old Town"), ("PERSON", "Ngozi Okonjo-Iweala"), ("NORP", "Swiss"), ("GPE", "Geneva's")]
    named += [("GPE", "Geneva's Old Town")]
    return [(text.index(words), text.index(words) + len(words), kind) for kind, words in named if words in text]
"""


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


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_with_its_model_tags_text(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Places count in the whole text; possessives, types that are no names and names inside names are left out."""
    (tmp_path / f"{library}.py").write_text(ROWS + LIBRARIES[library])
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, library, raising=False)
    try:
        found = tagger(f"{library}:MODEL")(TEXT, LANGUAGES["en"])
        with pytest.raises(UsageError, match="no such model") as caught:
            tagger(f"{library}:other")
    finally:
        sys.modules.pop(library, None)
    assert [(m.text, m.type) for m in found] == [
        ("Ngozi Okonjo-Iweala", "PER"),
        ("Geneva", "LOC"),
        ("Geneva's Old Town", "LOC"),
    ]
    assert all(TEXT[m.start : m.end] == m.text for m in found)
    assert "\n" not in str(caught.value)


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
