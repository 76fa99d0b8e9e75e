"""Back-translations that broke on the way: what they show is the round trip's fault, never the translation's."""

from __future__ import annotations

from mtaudit.languages.interface import Language
from mtaudit.surface.repeats import circularity, loop

# Lengths in characters, back-translation to translation; human news lies between 0.57 and 1.3 (NTREX-128, en/id).
SHORTEST, LONGEST = 0.3, 2.5
FROM = 30  # characters from which a length can be judged
LEAST_LIKELY = -2.5  # mean log-probability a token: below, the back-translator itself doesn't believe what it says


def broken(
    text: str, back_translation: str | None, score: float | None = None, source: Language | None = None
) -> str | None:
    """Why a back-translation can't be used as evidence on `text`, or None where it can.

    "missing", "loops" (and the translation doesn't), "junk" of subtitles, "length", "unlikely".
    """
    if not back_translation or not back_translation.strip():
        return "missing"
    if loop(back_translation) and not loop(text):
        return "loops"
    if circularity(back_translation) > max(0.25, 2 * circularity(text)):
        return "loops"
    bare = back_translation.strip(" .!()[]♪").lower()
    if source is not None and bare in source.clutter.subtitles and len(text) > 2 * len(bare):
        return "junk"
    ratio = len(back_translation) / max(1, len(text))
    if len(text) >= FROM and not SHORTEST <= ratio <= LONGEST:
        return "length"
    if score is not None and score < LEAST_LIKELY:
        return "unlikely"
    return None
