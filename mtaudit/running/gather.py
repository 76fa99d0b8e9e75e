"""Everything that was named on the command line, read and told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import BinaryIO

from mtaudit.case import Document
from mtaudit.config import Settings
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.model import Input, Skipped
from mtaudit.originals.roles import by_role, with_language
from mtaudit.pipeline import Translation
from mtaudit.reading import FetchOptions, Pair, read_inputs, read_pairs
from mtaudit.running.memory import Memory


def gather(
    inputs: Sequence[str],
    originals: Sequence[str],
    pairs: str | None,
    settings: Settings,
    stdin: BinaryIO | None = None,
    memory: Memory | None = None,
    languages: LanguagePair = ENGLISH_INDONESIAN,
) -> tuple[list[Translation], list[Document], list[Skipped]]:
    """Everything that was named, read and told apart: translations, English documents, what can't be audited.

    Translations that `memory` doesn't want are left out; English documents are kept, whatever it says.
    """
    fetch = FetchOptions(
        timeout=settings.feeds.timeout,
        max_bytes=settings.feeds.max_bytes,
        max_redirects=settings.feeds.max_redirects,
        allow_private=settings.feeds.allow_private,
        store=memory.store if memory is not None else None,
    )
    found: list[Document] = []
    known: list[Translation] = []
    skipped: list[Skipped] = []
    english: list[Document] = []

    def pair(item: Pair) -> None:
        if memory is not None and not memory.wants(item):
            return
        translation = with_language(item.translation, languages, languages.target)
        original = item.original and replace(item.original, language=languages.source.code, language_confidence=1.0)
        if original is not None:
            english.append(original)
        known.append(Translation(translation, original, paired=original is not None))

    for item in read_inputs(inputs, columns=settings.columns, stdin=stdin, fetch=fetch, offline=settings.offline):
        if isinstance(item, Skipped):
            skipped.append(item)
        elif isinstance(item, Pair):
            pair(item)
        else:
            found.append(item)
    for row in read_pairs(pairs) if pairs else ():
        if isinstance(row, Skipped):
            skipped.append(row)
        else:
            pair(row)
    translations, english_inputs, unknown = by_role(found, languages)
    if memory is not None:
        translations = [document for document in translations if memory.wants(document)]
    english.extend(english_inputs)
    skipped.extend(unknown)
    for item in read_inputs(originals, columns=settings.columns, fetch=fetch, offline=settings.offline):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            document = item if isinstance(item, Document) else item.original or item.translation
            english.append(replace(document, language=languages.source.code, language_confidence=1.0))
    return [*known, *(Translation(document) for document in translations)], english, skipped


def told(translations: Sequence[Document], english: Sequence[Document]) -> tuple[Input, ...]:
    """What was read, once each: inputs that translations came from, then those that only hold originals."""
    read: dict[str, tuple[list[Document], list[Document]]] = {}
    for number, documents in enumerate((translations, english)):
        for document in documents:
            read.setdefault(document.input, ([], []))[number].append(document)
    return tuple(_input(name, *held) for name, held in read.items())


def _input(name: str, translations: Sequence[Document], originals: Sequence[Document]) -> Input:
    first = next(iter((*translations, *originals)))
    counts = {"translation": len(translations), "original": len(originals)}
    notes = [f"not UTF-8: read as {first.encoding}"] if not first.encoding.startswith("utf-") else []
    if sum(counts.values()) > 1:
        notes.append(", ".join(f"{n} {what}{'s' * (n != 1)}" for what, n in counts.items() if n))
    return Input(name, first.format, first.encoding, first.language, tuple(notes))
