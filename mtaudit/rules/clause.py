"""What a stretch of the original holds that nobody may leave out: names, numbers, negations, attributions."""

from __future__ import annotations

from mtaudit.case import Case
from mtaudit.names.find import names
from mtaudit.numbers import mentioned
from mtaudit.text import Reading, Stretches, between, touched


def weighty(case: Case, start: int, end: int) -> tuple[str, ...]:
    """What of `case.original.text[start:end]` weighs: "a name", "a number", "a negation", "an attribution"."""
    source = case.source
    assert source is not None
    low = [word.low for word in between(source, "letters", start, end)]
    parts = [(source.sentences[row].start, source.parts[row]) for row in touched(source.sentences, start, end)]
    held = {
        "a name": any(start <= a and b <= end for a, b in source.once(_named).near(start, end)),
        "a number": any(
            start <= at + number.start and at + number.end <= end for at, part in parts for number in mentioned(part)
        ),
        "a negation": any(word in case.source_language.negation.negators for word in low),
        "an attribution": any(word in case.source_language.speech.verbs for word in low),
    }
    return tuple(what for what, there in held.items() if there)


def _named(reading: Reading) -> Stretches:
    return Stretches((name.start, name.end) for name in names(reading))
