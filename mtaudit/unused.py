"""Rows of the user's glossary that nothing in a run has anything to do with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from mtaudit.case import GlossaryEntry
from mtaudit.model import DocumentReport
from mtaudit.rules.registry import normalised

_ENDING = 3  # letters that a form's last word may have more: English -s, -es, -'s, Indonesian -nya, -kan
_SHORTEST_STEM = 4  # shorter words take no ending: "Ka" is not in "Kapal"


def unused(glossary: Sequence[GlossaryEntry], documents: Iterable[DocumentReport]) -> tuple[GlossaryEntry, ...]:
    """Entries of which no form occurs: not in a translation, nor in its original, nor in its back-translation."""
    if not glossary:
        return ()
    forms: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)  # first word -> (words, entry)
    for number, entry in enumerate(glossary):
        for form in (entry.name, *entry.accepted, *entry.forbidden):
            words = tuple(normalised(form).split())
            if words:
                forms[words[0]].append((words, number))
    left = set(range(len(glossary)))
    for document in documents:
        for text in _texts(document):
            left -= _occurring(normalised(text).split(), forms)
    return tuple(glossary[number] for number in sorted(left))


def _texts(document: DocumentReport) -> Iterable[str]:
    yield document.text
    if document.original is not None:
        yield document.original.text
    yield " ".join(segment.back_translation or "" for segment in document.segments)


def _occurring(words: Sequence[str], forms: dict[str, list[tuple[tuple[str, ...], int]]]) -> set[int]:
    found: set[int] = set()
    for at, word in enumerate(words):
        for first in {word[: len(word) - cut] for cut in range(min(_ENDING, len(word) - 1) + 1)}:
            for form, number in forms.get(first, ()):
                here = words[at : at + len(form)]
                if len(here) == len(form) and _same(here, form):
                    found.add(number)
    return found


def _same(here: Sequence[str], form: Sequence[str]) -> bool:
    longer = len(here[-1]) - len(form[-1])
    allowed = _ENDING if len(form[-1]) >= _SHORTEST_STEM else 0
    return list(here[:-1]) == list(form[:-1]) and 0 <= longer <= allowed and here[-1].startswith(form[-1])
