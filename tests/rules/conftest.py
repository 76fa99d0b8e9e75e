"""Cases made from two texts, line by line, the way the pipeline lays them side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from mtaudit.case import Case, Document, GlossaryEntry, Link
from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.languages.sentences import Sentence, split

MakeCase = Callable[..., Case]


def _lines(sentences: tuple[Sentence, ...]) -> dict[int, tuple[int, ...]]:
    rows: dict[int, tuple[int, ...]] = {}
    for i, sentence in enumerate(sentences):
        rows[sentence.paragraph] = (*rows.get(sentence.paragraph, ()), i)
    return rows


def lay_out(
    translation: str,
    original: str | None = None,
    back_translations: Sequence[str | None] | None = None,
    glossary: tuple[GlossaryEntry, ...] = (),
) -> Case:
    """A case whose links join the lines of `translation` and `original` one to one; an empty line has none."""
    target = split(translation, INDONESIAN)
    source = split(original, ENGLISH) if original is not None else ()
    links: list[Link] = []
    if original is not None:
        # sentences.split numbers the lines that are not empty: count the empty ones in again.
        rows = []
        for text, lines in ((translation, _lines(target)), (original, _lines(source))):
            filled = iter(sorted(lines))
            rows.append([lines[next(filled)] if line.strip() else () for line in text.split("\n")])
        links = [Link(t, s, 0.9) for t, s in zip(*rows, strict=True) if t or s]
    return Case(
        document=Document("t", "t", translation, language="id"),
        sentences=target,
        back_translations=tuple(back_translations or (None,) * len(target)),
        back_translation_scores=(None,) * len(target),
        pair=ENGLISH_INDONESIAN,
        original=Document("o", "o", original, language="en") if original is not None else None,
        kind="full" if original is not None else None,
        original_sentences=source,
        links=tuple(links),
        glossary=glossary,
    )


@pytest.fixture
def case() -> MakeCase:
    return lay_out
