"""Back-translations that broke on the way: what they show is the round trip's fault, never the translation's."""

from __future__ import annotations

from mtaudit.surface.repeats import circularity, loop
from mtaudit.text import Reading

# Lengths in characters, back-translation to translation; human news lies between 0.57 and 1.3 (NTREX-128, en/id).
SHORTEST, LONGEST = 0.3, 2.5
FROM = 30  # characters from which a length can be judged
LEAST_LIKELY = -2.5  # mean log-probability a token: below, the back-translator itself doesn't believe what it says


def broken(sentence: Reading, back: Reading | None, score: float | None = None) -> str | None:
    """Why a back-translation can't be used as evidence on a sentence, or None where it can.

    "missing", "loops" (and the translation doesn't), "junk" of subtitles, "length", "unlikely".
    """
    if back is None or not back.text.strip():
        return "missing"
    if loop(back) and not loop(sentence):
        return "loops"
    if circularity(back) > max(0.25, 2 * circularity(sentence)):
        return "loops"
    bare, length = back.text.strip(" .!()[]♪").lower(), len(sentence.text)
    if bare in back.language.clutter.subtitles and length > 2 * len(bare):
        return "junk"
    ratio = len(back.text) / max(1, length)
    if length >= FROM and not SHORTEST <= ratio <= LONGEST:
        return "length"
    if score is not None and score < LEAST_LIKELY:
        return "unlikely"
    return None
