"""Faults of reported speech that show in the translation itself: two attributions, a medium left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mtaudit.evidence.affinity import Affinity
from mtaudit.languages.interface import Language
from mtaudit.languages.pair import LanguagePair
from mtaudit.quotes.attribute import Attribution, beside
from mtaudit.quotes.find import quotations
from mtaudit.quotes.person import same_speaker
from mtaudit.quotes.quotation import Quotation
from mtaudit.quotes.words import cut, tokens
from mtaudit.text import Reading, Word, between

Span = tuple[int, int]

_LONGEST_MEDIUM = 4  # words
_NEAR = 90  # code points behind an attribution in which another may follow
_BRACKETED = re.compile(r"\[([^\[\]]{3,80})\]")


def dangling_media(reading: Reading, lexicon: Affinity) -> Iterator[Span]:
    """Sentences that are only the name of a medium, left over behind an attribution: `... kata Budi. CNN.`"""
    language = reading.language
    verbs = language.speech.verbs | frozenset(language.speech.fused)
    for row, (before, here) in enumerate(pairwise(reading.sentences)):
        found = [w.text for w in between(reading.parts[row + 1], "chunks", 0, len(here.text.rstrip(".")))]
        told_to = len(found) > 1 and found[0].lower() in language.speech.addressed  # Kepada Reuters.
        found = found[1:] if told_to else found
        named = all(w[:1].isupper() or w.lower() in language.names.particles for w in found)
        if before.paragraph != here.paragraph or not 0 < len(found) <= _LONGEST_MEDIUM or not named:
            continue
        if not here.text.endswith(".") or any(w.lower() in language.function_words for w in found):
            continue
        if len(found) == 1 and not found[0].strip(".").isupper() and lexicon.knows(found[0].strip(".").lower()):
            continue  # Begitulah.
        if not all(c.isalnum() or c in " .&-" for c in here.text) or before.text[-1:] in '"”»':
            continue
        if told_to or any(t.text.lower() in verbs for t in cut(reading.parts[row])):
            yield here.start, here.end


def twice_attributed(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Quotations attributed right before and right behind to the same speaker: `X mengatakan, “...,” kata X`."""
    for quotation, (_, _, before, behind) in zip(quotations(reading).outer, beside(reading), strict=True):
        if not before or not behind or None in (before.end, behind.start, before.start, behind.end):
            continue
        assert before.end is not None
        assert before.start is not None
        assert behind.start is not None
        assert behind.end is not None
        between = reading.text[before.end : quotation.outer_start].strip(" ,:").lower()
        if between in {"", *reading.language.speech.that}:
            same = before.name and behind.name and same_speaker(before.name, behind.name)
            if same or behind.pronoun:
                yield (before.start, before.end), (behind.start, behind.end)
    yield from _said_again(reading)


def _said_again(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """`ujarnya, menurut dia`: an attribution followed by one that names nobody else."""
    language, speech = reading.language, reading.language.speech
    for _, _, _, behind in beside(reading):
        if not behind or behind.start is None or behind.end is None:
            continue
        rest = between(reading, "pieces", behind.end, behind.end + _NEAR)
        rest = rest[1:] if rest and rest[0].text == "," else rest
        again = _verb_again(rest, behind, language)
        if again:
            yield (behind.start, behind.end), (rest[0].start, again)
            continue
        if not rest or rest[0].low not in speech.according_to | speech.like:
            continue
        for word in rest[1:6]:
            low = word.low
            if word.text in ".,;" or word.text[:1].isupper():
                break
            stem = next((low.removesuffix(s) for s in language.names.suffixes if s.isalpha() and low.endswith(s)), low)
            if low in speech.pronouns or stem in speech.verbs or low in speech.fused:
                yield (behind.start, behind.end), (rest[0].start, word.end)
                break


def _verb_again(rest: Sequence[Word], behind: Attribution, language: Language) -> int | None:
    """Where a second `kata X` ends that names the one named before, or names whom a pronoun left open; None if none."""
    speech = language.speech
    if len(rest) < 1 or rest[0].low not in speech.after_quote | frozenset(speech.fused):
        return None
    if rest[0].low in speech.fused:
        return rest[0].end
    if len(rest) > 1 and rest[1].low in speech.pronouns:
        return rest[1].end
    named = [word for word in rest[1:6] if word.text[:1].isupper()]
    same = behind.pronoun or (behind.name and same_speaker(behind.name, " ".join(word.text for word in named)))
    if named and rest[1].text[:1].isupper() and same:
        return named[-1].end
    return None


def swallowed(quotation: Quotation, language: Language) -> Span | None:
    """The attribution that stands inside a quotation: `“... dari Donggala, kata Nugroho.` (offsets in the document)."""
    verbs = "|".join(sorted(language.speech.after_quote | frozenset(language.speech.fused)))
    match = re.search(rf"[,.!?]\s({verbs})\b(\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)?", quotation.text)
    if not match or (not match[2] and match[1] not in language.speech.fused):
        return None
    return quotation.start + match.start() + 2, quotation.start + match.end()


def foreign_brackets(quotation: Quotation, pair: LanguagePair) -> Span | None:
    """An editor's insertion in brackets that stayed in the source language: `“[The bank is] tidak akan menunggu`."""
    source, target = pair.languages
    for match in _BRACKETED.finditer(quotation.text):
        found = {t.text.lower() for t in tokens(match.group(1))}
        if found & (source.function_words - target.function_words) and not found & target.function_words:
            return quotation.start + match.start(), quotation.start + match.end()
    return None
