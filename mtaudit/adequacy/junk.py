"""Text that a translator learnt from subtitles and web pages, and sentences left in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.text import Reading, between, lines, third_language, words

_BRACKETED = re.compile(r"[(\[♪]\s*([^()\[\]♪]{2,40}?)\s*[)\]♪]")
_FEWEST = 4  # words from which a sentence can be said to be in a language


def subtitle_junk(reading: Reading) -> Iterator[tuple[int, int]]:
    """Stage directions in brackets, and lines that are nothing but such a phrase or begin with one and a name."""
    language, other = reading.language, reading.other
    phrases = language.clutter.subtitles | other.clutter.subtitles
    credited = tuple(f" {word}" for word in sorted(language.clutter.credits | other.clutter.credits))
    for match in _BRACKETED.finditer(reading.text):
        if match.group(1).lower() in phrases:
            yield match.start(), match.end()
    for own in lines(reading):
        line = own.text.strip()
        found = between(reading, "spelled", own.start, own.end)
        plain = " ".join(word.low for word in found)
        credit = next((p for p in sorted(phrases) if plain.startswith(p + " ")), "")
        named = credit.endswith(credited) and len(found) <= credit.count(" ") + 5
        if (plain in phrases or named) and not line.endswith((".", "”", '"')) and not _BRACKETED.fullmatch(line):
            yield own.start, own.end


def strayed_in(sentence: Reading) -> bool:
    """Whether a sentence of five words or more is in neither language; names alone are in none at all."""
    found = words(sentence, "spelled")
    capitals = sum(word.text[0].isupper() for word in found)
    return len(found) > _FEWEST and capitals <= 0.4 * len(found) and third_language(sentence)
