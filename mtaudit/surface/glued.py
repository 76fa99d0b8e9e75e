"""Words written as one without the blank between them: `pelakunyamengaku`, `Bremstedmengenakan`, `orangorang`.

A form that was never seen, and that no affix makes of one that was, is taken apart where all its parts are common words
that stand side by side elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from mtaudit.languages.casing import case as written_as
from mtaudit.languages.interface import Language
from mtaudit.languages.zipf import zipf
from mtaudit.surface.accepted import accepted
from mtaudit.surface.spacing import Slip
from mtaudit.text import Reading, words

Together = Callable[[str, str], bool]  # whether the one word has been seen right before the other

SHORTEST = 8  # letters of what can be two words
PART = 4  # ... of a part
LONG = 7  # ... of two words that need not have been seen together, and of one that no name ends in
COMMON = 4.0  # Zipf value of a part
STEM = 3.0  # ... and of what its affixes stand on, behind a name
SMALL = 5  # how often such a word is written small at least (about 2 to the power of 4)
MOST = 4  # parts
_BESIDE = frozenset("@#/'’-_")  # marks beside which letters are no word of their own


def glued_words(reading: Reading, together: Together) -> Iterator[Slip]:
    """Words that are two or more; `mend` has blanks between, a hyphen where one word is said twice."""
    language, other = reading.language, reading.other
    for word in words(reading, "written"):
        text, beside = word.text, {*reading.text[max(0, word.start - 1) : word.start], *reading.text[word.end :][:1]}
        if len(text) < SHORTEST or not text.isalpha() or text.isupper() or beside & _BESIDE:
            continue
        if possible(word.low, language, other):
            continue
        parts = _apart(text, language, together) or _behind_name(text, language, together)
        if parts and not accepted(reading, word.start, word.end):
            twice = language.inflection.reduplicates and len(set(parts)) == 1
            yield Slip(word.start, word.end, ("-" if twice else " ").join(parts))


@cache
def possible(word: str, language: Language, other: Language) -> bool:
    """Whether a word (lower case) was seen in either language, or affixes can make it of one that was."""
    stems = language.inflection.stems
    once = stems(word)
    forms = {word, *once, *(stem for form in once for stem in stems(form))}
    return any(_seen(form, code) for form in forms if len(form) > 2 for code in (language.code, other.code))


def _seen(word: str, code: str) -> bool:
    return bool(zipf(word, code)) or any(written_as(word, code))


def _common(word: str, language: Language) -> bool:
    return (zipf(word, language.code) or 0.0) >= COMMON


def _apart(word: str, language: Language, together: Together, parts: int = MOST) -> tuple[str, ...]:
    """The common words that a word in small letters is made of, as few as can be; () where it is not."""
    if not word.islower():
        return ()
    found: list[tuple[str, ...]] = []
    for cut in range(PART if parts == MOST else PART - 1, len(word) - PART + 1):
        first, rest = word[:cut], word[cut:]
        short = cut < PART and first not in language.function_words
        if short or first in language.spelling.bound or not _common(first, language):
            continue
        behind = ((rest,),) if _common(rest, language) else (_apart(rest, language, together, parts - 1),)
        for more in behind if parts > 2 or _common(rest, language) else ():
            if more and _beside(first, more[0], together):
                found.append((first, *more))
    return min(found, key=len, default=())


def _beside(first: str, second: str, together: Together) -> bool:
    return first == second or together(first, second) or min(len(first), len(second)) >= LONG


def _behind_name(word: str, language: Language, together: Together) -> tuple[str, ...]:
    """A name and the inflected word that runs on from it; () where there is none."""
    for cut in range(3, len(word) - LONG + 1) if word[0].isupper() else ():
        name, rest = word[:cut], word[cut:]
        if not rest.islower() or name.lower().startswith(tuple(language.spelling.bound)):
            continue
        parts = (rest,) if _common(rest, language) else _apart(rest, language, together, MOST - 1)
        verb = parts[0] if parts else ""
        if len(verb) < LONG or written_as(verb, language.code).small < SMALL:
            continue
        if any((zipf(stem, language.code) or 0.0) >= STEM for stem in language.inflection.stems(verb)):
            return name, *parts
    return ()
