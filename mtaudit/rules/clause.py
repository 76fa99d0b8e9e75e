"""What a stretch of the original holds that nobody may leave out: names, numbers, negations, attributions."""

from __future__ import annotations

from mtaudit.case import Case
from mtaudit.names.find import names
from mtaudit.numbers import mentioned
from mtaudit.text import between


def weighty(case: Case, start: int, end: int) -> tuple[str, ...]:
    """What of `case.original.text[start:end]` weighs: "a name", "a number", "a negation", "an attribution"."""
    source = case.source
    assert source is not None
    low = [word.low for word in between(source, "letters", start, end)]
    parts = [
        (s.start, part)
        for s, part in zip(source.sentences, source.parts, strict=True)
        if s.start < end and s.end > start
    ]
    held = {
        "a name": any(start <= name.start and name.end <= end for name in names(source)),
        "a number": any(
            start <= at + number.start and at + number.end <= end for at, part in parts for number in mentioned(part)
        ),
        "a negation": any(word in case.source_language.negation.negators for word in low),
        "an attribution": any(word in case.source_language.speech.verbs for word in low),
    }
    return tuple(what for what, there in held.items() if there)
