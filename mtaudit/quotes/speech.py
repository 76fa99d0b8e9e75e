"""Faults of reported speech that show in the translation itself: no speaker, two attributions, a medium left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mtaudit.languages.interface import Language
from mtaudit.languages.pair import LanguagePair
from mtaudit.quotes.affinity import Affinity
from mtaudit.quotes.attribute import Attribution, beside
from mtaudit.quotes.find import quotations
from mtaudit.quotes.person import same_speaker
from mtaudit.quotes.quotation import Quotation
from mtaudit.quotes.words import cut, tokens
from mtaudit.text import Reading

Span = tuple[int, int]

_LONGEST_MEDIUM = 4  # words
_LONGEST_ADDRESSEE = 8  # words of whom something is told to, the preposition included
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_BRACKETED = re.compile(r"\[([^\[\]]{3,80})\]")


def _says(language: Language) -> frozenset[str]:
    """Speech verbs that need their subject before them; not those written in one word with a pronoun."""
    return language.speech.verbs - language.speech.after_quote - set(language.speech.fused)


def without_speaker(reading: Reading) -> Iterator[Span]:
    """Sentences that say when something was said, and that it was said, but not by whom.

    `Kemarin mengatakan bahwa ...`: before the verb stands nothing but words of time, and `that` follows.
    """
    language = reading.language
    allowed = language.speech.time_words | language.names.not_names | frozenset(language.numbers.months)
    for sentence in reading.sentences:
        pieces = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(sentence.text)]
        verb = next((k for k, (word, _, _) in enumerate(pieces[:9]) if word in _says(language)), None)
        that = _that(pieces, verb + 1, language) if verb else 0
        if not verb or not that:
            continue
        before = [word for word, _, _ in pieces[:verb]]
        passive = pieces[verb][0].startswith(language.speech.passives)
        if not passive and all(word in allowed or word.isdigit() or word in ",()/" for word in before):
            yield sentence.start, sentence.start + pieces[that][2]


def _that(pieces: list[tuple[str, int, int]], at: int, language: Language) -> int:
    """Where `that` stands behind a verb, whom it is told to perhaps between them (`kepada penyiar NRK bahwa`); or 0."""
    reach = at + 1 + (_LONGEST_ADDRESSEE if at < len(pieces) and pieces[at][0] in language.speech.addressed else 0)
    clause = [word for word, _, _ in pieces[at:reach]]
    k = next((k for k, word in enumerate(clause) if word in language.speech.that), None)
    return at + k if k is not None and all(word.isalnum() for word in clause[:k]) else 0


def unattributed(reading: Reading) -> Iterator[Span]:
    """The verb behind a quotation that only words of time or an addressee follow: `” kata pada hari Senin.`

    A verb that needs its subject before it (`” mengatakan kepada wartawan.`) is one where the quotation, a whole
    clause, begins its sentence.
    """
    text, language = reading.text, reading.language
    speech = language.speech
    allowed = language.speech.time_words | language.names.not_names | frozenset(language.numbers.months)
    for quotation, (_, right, ahead, _) in zip(quotations(reading).outer, beside(reading), strict=True):
        pieces = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, quotation.outer_end, right)]
        pieces = pieces[1:] if pieces and pieces[0][0] in ",–—-" else pieces
        if not pieces or pieces[0][0] not in speech.after_quote | _says(language):
            continue
        active = pieces[0][0] not in speech.after_quote
        if active and (pieces[0][0].startswith(language.speech.passives) or not _whole_clause(text, quotation)):
            continue
        if len(pieces) > 1 and pieces[1][0] in speech.addressed:
            if ahead is None:
                yield pieces[0][1], pieces[1][2]
            continue
        rest = []
        for word, _, end in pieces[1:10]:
            if word in ".!?,;":
                break
            rest.append((word.lower(), end))
        if not rest and len(pieces) > 1 and pieces[1][0] not in ".,":
            continue
        if rest and not all(word in allowed or word.isdigit() or word in "()/" for word, _ in rest):
            continue
        if ahead is None:
            yield pieces[0][1], rest[-1][1] if rest else pieces[0][2]


def _whole_clause(text: str, quotation: Quotation) -> bool:
    """Whether a quotation begins its sentence and ends in a mark, so that it is nobody's name and no one's object."""
    left = text.rfind("\n", 0, quotation.outer_start) + 1
    before = text[left : quotation.outer_start].rstrip().rstrip('”"»’')
    return quotation.text[-1:] in tuple(",.!?…") and (not before or before[-1] in ".!?…")


def dangling_media(reading: Reading, lexicon: Affinity) -> Iterator[Span]:
    """Sentences that are only the name of a medium, left over behind an attribution: `... kata Budi. CNN.`"""
    language = reading.language
    verbs = language.speech.verbs | frozenset(language.speech.fused)
    for row, (before, here) in enumerate(pairwise(reading.sentences)):
        words = here.text.rstrip(".").split()
        if len(words) > 1 and words[0].lower() in language.speech.addressed:  # Kepada Reuters.
            words = words[1:]
        named = all(w[:1].isupper() or w.lower() in language.names.particles for w in words)
        if before.paragraph != here.paragraph or not 0 < len(words) <= _LONGEST_MEDIUM or not named:
            continue
        if not here.text.endswith(".") or any(w.lower() in language.function_words for w in words):
            continue
        if len(words) == 1 and not words[0].strip(".").isupper() and lexicon.knows(words[0].strip(".").lower()):
            continue  # Begitulah.
        if not all(c.isalnum() or c in " .&-" for c in here.text) or before.text[-1:] in '"”»':
            continue
        if any(t.text.lower() in verbs for t in cut(reading.parts[row])):
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
    text, language = reading.text, reading.language
    speech = language.speech
    for _, _, _, behind in beside(reading):
        if not behind or behind.start is None or behind.end is None:
            continue
        rest = [
            (m.group(), behind.end + m.start(), behind.end + m.end()) for m in _WORD.finditer(text[behind.end :][:90])
        ]
        rest = rest[1:] if rest and rest[0][0] == "," else rest
        again = _verb_again(rest, behind, language)
        if again:
            yield (behind.start, behind.end), (rest[0][1], again)
            continue
        if not rest or rest[0][0].lower() not in speech.according_to | speech.like:
            continue
        for word, _, end in rest[1:6]:
            low = word.lower()
            if word in ".,;" or word[:1].isupper():
                break
            stem = next((low.removesuffix(s) for s in language.names.suffixes if s.isalpha() and low.endswith(s)), low)
            if low in speech.pronouns or stem in speech.verbs or low in speech.fused:
                yield (behind.start, behind.end), (rest[0][1], end)
                break


def _verb_again(rest: list[tuple[str, int, int]], behind: Attribution, language: Language) -> int | None:
    """Where a second `kata X` ends that names the one named before, or names whom a pronoun left open; None if none."""
    speech = language.speech
    if len(rest) < 1 or rest[0][0].lower() not in speech.after_quote | frozenset(speech.fused):
        return None
    if rest[0][0].lower() in speech.fused:
        return rest[0][2]
    if len(rest) > 1 and rest[1][0].lower() in speech.pronouns:
        return rest[1][2]
    named = [word for word, _, _ in rest[1:6] if word[:1].isupper()]
    same = behind.pronoun or (behind.name and same_speaker(behind.name, " ".join(named)))
    if named and rest[1][0][:1].isupper() and same:
        return next(end for word, _, end in reversed(rest[1:6]) if word == named[-1])
    return None


def swallowed(quotation: Quotation, language: Language) -> Span | None:
    """The attribution that stands inside a quotation: `“... dari Donggala, kata Nugroho.` (offsets in the document)."""
    verbs = "|".join(sorted(language.speech.after_quote | frozenset(language.speech.fused)))
    if not verbs:
        return None
    match = re.search(rf"[,.!?]\s(?:{verbs})\b(?:\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)?", quotation.text)
    if not match or (
        not match.group().split()[-1][:1].isupper() and match.group().split()[-1] not in language.speech.fused
    ):
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
