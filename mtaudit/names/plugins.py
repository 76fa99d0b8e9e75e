"""Larger taggers for those who have one: `--ner spacy:MODEL`, `stanza:LANGUAGE`, `gliner:MODEL`.

Nothing of them is installed with mtaudit, and nothing is downloaded: library and model have to be there. A tagger
takes the place of `find.find` for both languages; models that know only one are asked about the other all the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from mtaudit.errors import UsageError
from mtaudit.languages.interface import Language
from mtaudit.model import EntityType
from mtaudit.names.mention import Mention
from mtaudit.names.runs import bare

Tagger = Callable[[str, Language], tuple[Mention, ...]]
Found = Iterator[tuple[int, int, str, float]]  # start, end, the library's type, probability

# The types of CoNLL-2003, OntoNotes 5, WikiNER and NERGrit, as the report has them; others are left out: nationalities,
# languages, dates, amounts.
_TYPES: dict[str, EntityType] = {
    "PER": "PER", "PERSON": "PER",
    "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "COMPANY": "ORG",
    "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "PLACE": "LOC", "LOCATION": "LOC",
    "MISC": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "PRODUCT": "MISC",
}  # fmt: skip
_GLINER_LABELS = ("person", "organization", "location", "event", "law", "product", "work_of_art")


@cache
def loaded(spec: str) -> Tagger:
    """`tagger(spec)`, loaded once a process."""
    return tagger(spec)


def tagger(spec: str) -> Tagger:
    """The tagger that `spec` names, loaded; raises `UsageError` where it names none or library or model are missing."""
    library, _, model = spec.partition(":")
    if library not in _LOADERS or not model:
        raise UsageError(f"--ner {spec}: give spacy:MODEL, stanza:LANGUAGE or gliner:MODEL")
    if os.path.isdir(model) and not model.startswith((".", "/", "~")) and not os.path.isabs(model):
        raise UsageError(  # loading a tagger runs what is in it, and a checkout may have anything
            f"--ner {spec}: the working folder has a folder of that name; if you mean it, write {library}:./{model}"
        )
    run = _LOADERS[library](model)

    def tag(text: str, language: Language) -> tuple[Mention, ...]:
        return _mentions(text, run(text), language)

    return tag


def _mentions(text: str, found: Found, language: Language) -> tuple[Mention, ...]:
    """The library's names in order, without overlaps, possessives and the white space around them."""
    mentions: list[Mention] = []
    for start, end, label, certain in sorted(found, key=lambda f: (f[0], -f[1])):
        kind = _TYPES.get(label.upper().replace(" ", "_"))
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(bare(piece.strip(), language))
        if kind is None or start >= end or (mentions and start < mentions[-1].end):
            continue
        mentions.append(Mention(start, end, text[start:end], kind, round(certain, 3)))
    return tuple(mentions)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise UsageError(f"--ner {name}: the library is not installed; pip install {name}") from None


def _spacy(model: str) -> Callable[[str], Found]:
    spacy = _library("spacy")
    try:
        pipeline = spacy.load(model)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0][:120]
        raise UsageError(f"--ner spacy:{model}: no such model; install it or give its folder ({reason})") from None

    def run(text: str) -> Found:
        for entity in pipeline(text).ents:
            yield entity.start_char, entity.end_char, entity.label_, 1.0

    return run


def _stanza(code: str) -> Callable[[str], Found]:
    stanza = _library("stanza")
    try:
        pipeline = stanza.Pipeline(code, processors="tokenize,ner", download_method=None, verbose=False)
    except Exception as error:  # its errors for missing files have no common base
        reason = str(error).splitlines()[0][:120]
        raise UsageError(f"--ner stanza:{code}: no such model; stanza.download('{code}') ({reason})") from None

    def run(text: str) -> Found:
        for entity in pipeline(text).ents:
            yield entity.start_char, entity.end_char, entity.type, 1.0

    return run


def _gliner(model: str) -> Callable[[str], Found]:
    gliner = _library("gliner")
    try:
        loaded = gliner.GLiNER.from_pretrained(model, local_files_only=not os.path.isdir(model))
    except Exception as error:  # huggingface_hub's errors for missing files have no common base
        reason = str(error).splitlines()[0][:120]
        raise UsageError(
            f"--ner gliner:{model}: no such model; download it first or give its folder ({reason})"
        ) from None

    def run(text: str) -> Found:
        at = 0
        for line in text.splitlines(keepends=True):  # its window is short: a paragraph at a time
            for entity in loaded.predict_entities(line, list(_GLINER_LABELS)):
                yield at + entity["start"], at + entity["end"], entity["label"], float(entity["score"])
            at += len(line)

    return run


_LOADERS: dict[str, Callable[[str], Callable[[str], Found]]] = {"spacy": _spacy, "stanza": _stanza, "gliner": _gliner}
