"""Rules on quotations: marks, content, speakers. They restate the verdicts of `quotes.judge` as an editor would.

Severity is what a newsroom minds: words put into a mouth, then a wrong speaker, then a part lost, then marks; a
quotation of one to three words weighs less.
"""

from __future__ import annotations

from mtaudit.rules.quote_content import Changed, Inverted, LeftInEnglish, PartLost
from mtaudit.rules.quote_marks import (
    ClauseTorn,
    MarksEscaped,
    MarksLost,
    MarksMoved,
    MarksReversed,
    MarksUnbalanced,
    SpeechInvented,
    SpeechUnmarked,
)
from mtaudit.rules.quote_speakers import (
    AttributionSwallowed,
    MediumDangling,
    SpeakerChanged,
    SpeakerDoubled,
    SpeakerLost,
)
from mtaudit.rules.registry import Rule

RULES: tuple[type[Rule], ...] = (
    MarksLost,
    MarksEscaped,
    MarksUnbalanced,
    MarksReversed,
    MarksMoved,
    SpeechUnmarked,
    ClauseTorn,
    SpeechInvented,
    Inverted,
    Changed,
    PartLost,
    LeftInEnglish,
    SpeakerLost,
    SpeakerChanged,
    SpeakerDoubled,
    AttributionSwallowed,
    MediumDangling,
)
