"""Cases made from two texts, line by line, for the judges of quotations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mtaudit.case import Case, Document, Link
from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN
from mtaudit.languages.sentences import split

MakeCase = Callable[..., Case]


def lay_out(translation: str, original: str | None = None, back_translations: tuple[str, ...] | None = None) -> Case:
    target = split(translation, INDONESIAN)
    source = split(original, ENGLISH) if original is not None else ()
    lines = sorted({s.paragraph for s in (*target, *source)})
    links = [
        Link(
            tuple(i for i, s in enumerate(target) if s.paragraph == k),
            tuple(i for i, s in enumerate(source) if s.paragraph == k),
            1.0,
        )
        for k in lines
    ]
    return Case(
        document=Document("t", "t", translation, language="id"),
        sentences=target,
        back_translations=back_translations or (None,) * len(target),
        back_translation_scores=(None,) * len(target),
        pair=ENGLISH_INDONESIAN,
        original=Document("o", "o", original, language="en") if original is not None else None,
        kind="full" if original is not None else None,
        original_sentences=source,
        links=tuple(links) if original is not None else (),
    )


@pytest.fixture
def case() -> MakeCase:
    return lay_out
