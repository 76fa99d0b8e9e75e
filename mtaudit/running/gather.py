"""Everything that was named on the command line, read and told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from mtaudit.case import Document
from mtaudit.config import Settings
from mtaudit.errors import UsageError
from mtaudit.faults import Fault, or_skipped, together
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.languages.identify import named
from mtaudit.model import Input, Skipped
from mtaudit.originals.belonging import LEAST_WORDS
from mtaudit.originals.roles import by_role, folded, no_original, with_language
from mtaudit.pipeline import Translation
from mtaudit.reading import FetchOptions, Item, Pair, Remark, read_inputs, read_pairs
from mtaudit.running.memory import Memory


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was named: translations, English documents, what can't be audited.

    `none`: texts that were named as originals and are none, but for those that are audited themselves. `remarks`:
    what the readers say of each input.
    """

    translations: list[Translation]
    english: list[Document]
    skipped: list[Skipped]
    none: list[Document]
    remarks: dict[str, list[str]]


def gather(
    inputs: Sequence[str],
    originals: Sequence[str],
    pairs: str | None,
    settings: Settings,
    stdin: BinaryIO | None = None,
    memory: Memory | None = None,
    languages: LanguagePair = ENGLISH_INDONESIAN,
) -> Gathered:
    """Everything that was named, read and told apart.

    Translations that `memory` doesn't want are left out; English documents are kept, whatever it says. Each English
    text is there once, however often it was named.
    """
    if settings.language not in (None, languages.target.code):
        raise UsageError(
            f"language {settings.language!r}: only translations into {languages.target.name} are audited "
            f"({languages.target.code}); leave it out and the language of each text is told by its words"
        )
    fetch = FetchOptions(
        timeout=settings.feeds.timeout,
        max_bytes=min(settings.feeds.max_bytes, settings.max_bytes),
        max_redirects=settings.feeds.max_redirects,
        allow_private=settings.feeds.allow_private,
        store=memory.store if memory is not None else None,
    )
    limit = settings.max_bytes
    found: list[Document] = []
    known: list[Translation] = []
    skipped: list[Skipped] = []
    english: list[Document] = []
    remarks: dict[str, list[str]] = {}
    passed: list[tuple[Document, str]] = []

    def pair(item: Pair) -> Skipped | None:
        if memory is not None and not memory.wants(item):
            return None
        if (other := item.translation.language) and other != languages.target.code:
            why = f"in {named(other)}: only {languages.target.name} is audited"
            passed.append((item.translation, why))
            return None
        translation = with_language(item.translation, languages, languages.target)
        original = item.original and replace(item.original, language=languages.source.code, language_confidence=1.0)
        if original is None:
            known.append(Translation(translation))
            return None
        own = folded(translation.text)
        why = no_original(original, {own}, languages)
        if translation.language != languages.target.code and translation.words < LEAST_WORDS:
            why = ""  # a few words left as they were, and rightly so, perhaps
        if not why:
            english.append(original)
        known.append(Translation(translation, original, paired=True, refused=why))
        return None

    def take(item: Item) -> None:
        if isinstance(item, Pair):
            document = item.translation
            lost = or_skipped(document.input, partial(pair, item), document.id)
            if lost is not None:
                skipped.append(lost)
                if memory is not None:
                    memory.forget(document)
        elif isinstance(item, Remark):
            remarks.setdefault(item.input, []).append(item.text)
        elif isinstance(item, Document):
            found.append(item if settings.language is None else replace(item, language=languages.target.code))
        else:
            skipped.append(item)

    for item in read_inputs(
        inputs,
        columns=settings.columns,
        stdin=stdin,
        fetch=fetch,
        offline=settings.offline,
        max_bytes=limit,
        auto_pairs=settings.auto_pairs and settings.language is None,
    ):
        take(item)
    for row in read_pairs(pairs, limit) if pairs else ():
        take(row)

    for document, reason in passed:
        where = document.id.removeprefix(document.input).removeprefix("#")
        if any(one.document.input == document.input for one in known):
            remarks.setdefault(document.input, []).append(f"{where + ': ' if where else ''}left out, {reason}")
        else:
            skipped.append(Skipped(document.id, reason, "language"))

    def spoilt(document: Document, fault: Fault) -> None:
        skipped.append(fault.skipped(document.input, document.id))

    (translations, english_inputs, unknown), _ = together(lambda some: by_role(some, languages), found, spoilt)
    only = len(translations) + len(known) == 1
    own = {folded(document.text) for document in translations}
    if memory is not None:
        translations = [document for document in translations if memory.wants(document)]
    english.extend(english_inputs)
    skipped.extend(unknown)
    before, given, none = len(english), 0, []
    texts = {folded(document.text) for document in english}
    sole: tuple[Document, str] | None = None
    for item in read_inputs(
        originals, columns=settings.columns, fetch=fetch, offline=settings.offline, max_bytes=limit
    ):
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        if isinstance(item, Remark):
            remarks.setdefault(item.input, []).append(item.text)
            continue
        document = item if isinstance(item, Document) else item.original or item.translation
        why = or_skipped(document.input, partial(no_original, document, own, languages), document.id)
        if isinstance(why, Skipped):
            skipped.append(why)
            continue
        if why and folded(document.text) in own and document.input in {d.input for d in translations}:
            continue  # the same folder was named for both
        document = replace(document, language=languages.source.code, language_confidence=1.0)
        given += 1
        sole = document, why
        if why:
            none.append(replace(document, language=languages.target.code))
        elif (text := folded(document.text)) not in texts:
            texts.add(text)
            english.append(document)
    made = [*known, *(Translation(document) for document in translations)]
    if only and made and sole is not None and given == 1 and not before:
        made = [replace(made[0], original=sole[0], refused=sole[1])]
    return Gathered(made, english, skipped, none, remarks)


def told(
    translations: Sequence[Document],
    english: Sequence[Document],
    none: Sequence[Document] = (),
    languages: LanguagePair = ENGLISH_INDONESIAN,
    remarks: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Input, ...]:
    """What was read, once each: inputs that translations came from, then those that only hold originals, then those
    of texts that were named as originals and are none. `remarks`: what the readers say of each."""
    read: dict[str, tuple[list[Document], list[Document], list[Document]]] = {}
    for number, documents in enumerate((translations, english, none)):
        for document in documents:
            read.setdefault(document.input, ([], [], []))[number].append(document)
    said = remarks or {}
    return tuple(_input(name, *held, languages, said.get(name, ())) for name, held in read.items())


def _input(
    name: str,
    translations: Sequence[Document],
    originals: Sequence[Document],
    none: Sequence[Document],
    languages: LanguagePair,
    remarks: Sequence[str],
) -> Input:
    first = next(iter((*translations, *originals, *none)))
    counts = {"translation": len(translations), "original": len(originals)}
    notes = [f"not UTF-8: read as {first.encoding}"] if first.encoding and not first.encoding.startswith("utf-") else []
    if sum(counts.values()) > 1:
        notes.append(", ".join(f"{n} {what}{'s' * (n != 1)}" for what, n in counts.items() if n))
    if none:
        notes.append(f"{len(none)} text{'s' * (len(none) != 1)} in {languages.target.name}, so no original")
    return Input(name, first.format, first.encoding, first.language, tuple(dict.fromkeys((*notes, *remarks))))
