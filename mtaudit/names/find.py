"""Where a text names somebody or something: runs of capitalised words, cut and typed by the language's conventions."""

from __future__ import annotations

from collections import Counter

from mtaudit.languages.interface import Language
from mtaudit.model import EntityType
from mtaudit.names.mention import Mention
from mtaudit.names.tokens import Token, tokens

_JOINS = frozenset({" ", "-", ". ", ".", " & ", " ’", " '"})


def find(text: str, language: Language) -> tuple[Mention, ...]:
    """The names in `text` (a document or a sentence), in order, not overlapping.

    Titles, possessives and clitics are left out of the mention; nationality adjectives, weekdays, months, languages
    and bare job titles are no names unless they are part of a larger one.
    """
    words = tokens(text, language)
    proven = _proven(words, language)
    found: list[Mention] = []
    i = 0
    while i < len(words):
        if not _may_begin(words, i, proven, language):
            i += 1
            continue
        j = _run_end(words, i, proven, language)
        for first, last in _trimmed(words, i, j, language):
            mention = _mention(text, words, first, last, proven, language)
            if mention is not None:
                found.append(mention)
        i = j + 1
    return tuple(found)


def _bare(word: str, language: Language) -> str:
    """The word without possessive or clitic: Trump's -> Trump."""
    for suffix in language.names.suffixes:
        if not suffix[0].isalpha() and suffix[0] != "-" and word.endswith(suffix) and len(word) > len(suffix):
            return word[: -len(suffix)]
    return word


def _proven(words: list[Token], language: Language) -> Counter[str]:
    """How often each word has a capital where only names have one, less how often it is written small."""
    seen: Counter[str] = Counter()
    for token in words:
        if token.headline or token.starts:
            continue
        if token.capital or token.mixed:
            seen[_bare(token.text, language).lower()] += 1
        else:
            seen[token.text.lower()] -= 1
    return seen


def _ordinary(word: str, language: Language) -> bool:
    """Words that are no names by themselves, whatever their capitals."""
    low = word.lower()
    names = language.names
    return (
        low in language.function_words
        or low in names.not_names
        or low in names.adjectives
        or low in names.titles
        or low in names.offices
    )


def _may_begin(words: list[Token], i: int, proven: Counter[str], language: Language) -> bool:
    token = words[i]
    if not (token.capital or token.mixed) or token.text.isdigit():
        return False
    low = _bare(token.text, language).lower()
    if low in language.function_words and not (token.text.isupper() and len(token.text) > 1 and not token.shouting):
        return False
    if token.headline:
        return proven[low] > 0
    if token.mixed:
        return True
    if token.starts:
        if proven[low] > 0:
            return True
        follows = words[i + 1] if i + 1 < len(words) else None
        return (
            follows is not None
            and follows.gap in _JOINS
            and follows.capital
            and not follows.starts
            and low not in language.names.not_names
        )
    return low not in language.names.not_names


def _run_end(words: list[Token], i: int, proven: Counter[str], language: Language) -> int:
    """Index of the last word of the run that begins at `i`."""
    names = language.names
    j = i
    while j + 1 < len(words):
        before, after = words[j], words[j + 1]
        if before.text.endswith(("'s", "’s")) and not words[j + 1].headline:
            break
        if (
            after.gap not in _JOINS
            or after.starts
            or (after.gap in (". ", ".") and len(before.text) > 2 and before.text.lower() not in language.abbreviations)
        ):
            break
        low = after.text.lower()
        bare = _bare(low, language)
        if (after.capital or after.mixed) and (not after.headline or proven[bare] > 0):
            if bare in names.not_names:
                break
            j += 1
            continue
        if after.text.isdigit() and len(after.text) < 4 and (after.gap == "-" or before.mixed):
            j += 1
            continue
        k = _bridge(words, j, proven, language)
        if k is None:
            break
        j = k
    return j


def _bridge(words: list[Token], j: int, proven: Counter[str], language: Language) -> int | None:
    """Index of the capitalised word after small words that may stand inside a name, or None."""
    names = language.names
    k = j + 1
    small: list[str] = []
    while k < len(words) and len(small) < 3 and words[k].gap in (" ", "-") and not words[k].starts:
        low = words[k].text.lower()
        if words[k].capital and low not in names.not_names and low not in names.adjectives:
            break
        if low not in names.particles and low not in names.connectors:
            return None
        small.append(low)
        k += 1
    else:
        return None
    if not small or k >= len(words):
        return None
    if all(s in names.particles for s in small):
        return k
    left = words[j].text.lower()
    if small in (["of"], ["of", "the"], ["for"], ["of", "the", "and"]) and left not in names.titles:
        return (
            k if left in names.organisation_words | names.thing_words | names.place_words or small[0] == "of" else None
        )
    return None


def _trimmed(words: list[Token], i: int, j: int, language: Language) -> list[tuple[int, int]]:
    """The run cut where a title or an office stands, and where two initials-only names meet."""
    names = language.names
    heads = names.organisation_words | names.place_words | names.thing_words
    pieces: list[tuple[int, int]] = []
    first = i
    for k in range(i, j + 1):
        low = words[k].text.lower()
        if low in names.offices and k > first and not (k < j and words[k + 1].text.lower() in heads):
            pieces.append((first, k - 1))
            first = k + 1
    if first <= j:
        pieces.append((first, j))
    kept = []
    for a, b in pieces:
        while a < b and words[a].text.lower() in names.titles and _bare(words[b].text.lower(), language) not in heads:
            a += 1
        if a < b and words[a].text.lower() in names.adjectives and _ordinary(words[a + 1].text, language):
            a += 1
            while a < b and words[a].text.lower() in names.titles:
                a += 1
        while a <= b and (words[b].text.lower() in names.titles and a == b):
            b -= 1
        if a <= b:
            kept.append((a, b))
    return kept


def _mention(text: str, words: list[Token], i: int, j: int, proven: Counter[str], language: Language) -> Mention | None:
    first, last = words[i], words[j]
    if i == j and _ordinary(_bare(first.text, language), language) and not first.mixed:
        return None
    if i == j and len(first.text) == 1:
        return None
    end = last.start + len(_bare(last.text, language))
    confidence = 0.9
    if first.starts and i == j:
        confidence = 0.7
    return Mention(first.start, end, text[first.start : end], _type(words, i, j, language), confidence)


def _type(words: list[Token], i: int, j: int, language: Language) -> EntityType:
    names = language.names
    lows = [_bare(words[k].text, language).lower() for k in range(i, j + 1)]
    before = words[i - 1].text.lower() if i and words[i].gap == " " else ""
    ends = lows[-1:] if language.code == "en" else lows[:1]
    for low in (*ends, *reversed(lows)):
        if low in names.organisation_words:
            return "ORG"
        if low in names.place_words:
            return "LOC"
        if low in names.thing_words:
            return "MISC"
    if before in names.titles:
        return "PER"
    if i == j and words[i].text.isupper() and len(words[i].text) > 1:
        return "ORG"
    if any(any(c.isdigit() for c in low) for low in lows):
        return "MISC"
    if before in names.before_place:
        return "LOC"
    return "PER"
