"""Speech that nobody speaks, as the translation itself shows it: a verb without its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from mtaudit.languages.interface import Language
from mtaudit.quotes.attribute import beside
from mtaudit.quotes.find import quotations
from mtaudit.quotes.quotation import Quotation
from mtaudit.text import Reading, Stretches, Word, between, words

Span = tuple[int, int]

REACH = 16  # pieces in which the verb must come
LONGEST_ADDRESSEE = 8  # words of whom something is told to, the preposition included
LONGEST_REST = 10  # pieces behind a verb that are looked at


def _says(language: Language) -> frozenset[str]:
    """Active speech verbs that need their subject before them; not those written in one word with a pronoun."""
    speech = language.speech
    verbs = speech.verbs - speech.after_quote - set(speech.fused)
    return frozenset(verb for verb in verbs if not verb.startswith(speech.passives or ("\0",)))


def _times(language: Language) -> frozenset[str]:
    speech = language.speech
    return (speech.time_words | language.names.not_names | frozenset(language.numbers.months)) - (
        speech.pronouns | speech.addressing
    )


def without_speaker(reading: Reading) -> Iterator[Span]:
    """Sentences that say when or where something was said, and that it was said, but not by whom.

    `Kemarin mengatakan gencatan senjata ...`, `Dalam sebuah pernyataan mengatakan bahwa ...`: before the verb stands
    nothing but a time or an occasion. Where nothing at all stands there, or only an occasion, `that` must follow.
    """
    language = reading.language
    says, speech = _says(language), language.speech
    for row, (sentence, part) in enumerate(zip(reading.sentences, reading.parts, strict=True)):
        pieces = words(part, "pieces")
        verb = next((k for k, piece in enumerate(pieces[:REACH]) if piece.low in says), None)
        if verb is None:
            continue
        that = _that(pieces, verb + 1, language)
        first = 0
        while first < verb and (pieces[first].low in speech.connectives or (first and pieces[first].text == ",")):
            first += 1
        end = pieces[that].end if that else pieces[verb].end
        told = sentence.start, sentence.start + end
        before = pieces[first:verb]
        if not before:
            equated = any(p.text == "," or p.low in speech.equations for p in pieces[verb:])
            if that and row and not first and not equated:
                yield told
        elif _when(before, language):
            if that or before[-1].low not in speech.leads:
                yield told
        elif that and before[-1].low not in speech.leads and _adverbial(before, 0, language) == len(before):
            yield told


def _when(pieces: Sequence[Word], language: Language) -> bool:
    """Whether pieces say when something was, and nothing else."""
    allowed = _times(language)
    return all(piece.low in allowed or piece.text.isdigit() or piece.text in ",()/" for piece in pieces)


def _adverbial(pieces: Sequence[Word], at: int, language: Language) -> int:
    """Where a time or an occasion ends that begins at `at`: `dalam sebuah wawancara dengan CNN`; `at` where none does.

    A capitalised word in it must be a medium or stand behind the preposition of a place.
    """
    speech = language.speech
    if at >= len(pieces) or pieces[at].low not in speech.leads:
        return at
    allowed = _times(language) | speech.leads | speech.occasions | speech.determiners
    k, named = at + 1, False
    while k < len(pieces):
        piece, before = pieces[k], pieces[k - 1]
        if piece.low in allowed or piece.text.isdigit() or piece.text in "()/":
            named = named or piece.low not in speech.leads | speech.determiners
        elif not (piece.text[0].isupper() and (before.low in language.names.before_place or _medium(piece, language))):
            break
        k += 1
    return k if named else at


def _medium(piece: Word, language: Language) -> bool:
    return (len(piece.text) > 1 and piece.text.isupper()) or piece.low in language.clutter.media


def _that(pieces: Sequence[Word], at: int, language: Language) -> int:
    """Where `that` stands behind a verb, whom it is told to perhaps between them (`kepada penyiar NRK bahwa`); or 0."""
    reach = at + 1 + (LONGEST_ADDRESSEE if at < len(pieces) and pieces[at].low in language.speech.addressed else 0)
    clause = [piece.low for piece in pieces[at:reach]]
    k = next((k for k, word in enumerate(clause) if word in language.speech.that), None)
    return at + k if k is not None and all(word.isalnum() for word in clause[:k]) else 0


def unattributed(reading: Reading) -> Iterator[Span]:
    """The verb behind a quotation that only a time, an occasion or an addressee follow: `” kata pada hari Senin.`

    A verb that needs its subject before it (`” mengatakan kepada wartawan.`) is one where the quotation, a whole
    clause, begins its sentence.
    """
    text, language = reading.text, reading.language
    speech = language.speech
    for quotation, (_, right, ahead, _) in zip(quotations(reading).outer, beside(reading), strict=True):
        pieces = between(reading, "pieces", quotation.outer_end, right)
        pieces = pieces[1:] if pieces and pieces[0].text in ",–—-" else pieces
        if ahead is not None or not pieces or pieces[0].text not in speech.after_quote | _says(language):
            continue
        verb = pieces[0]
        if verb.text not in speech.after_quote and not _whole_clause(text, quotation):
            continue
        end = _alone(pieces, language)
        ends = quotation.text[-1:] in tuple(",.!?…") or text[quotation.outer_end : verb.start].strip() == ","
        if end is None and ends and verb.text in speech.after_quote:
            clause = tuple(takewhile(lambda piece: piece.text not in ".!?,;", pieces[: LONGEST_REST * 2]))
            end = clause[-1].end if 1 < len(clause) == _adverbial(clause, 1, language) else None
        if end is not None:
            yield verb.start, end


def unattributed_plain(reading: Reading) -> Iterator[Span]:
    """The same where no marks stand: `Pasukan itu mundur, kata pada hari Minggu.`"""
    language = reading.language
    speech = language.speech
    quoted = Stretches((q.outer_start, q.outer_end) for q in quotations(reading).outer)
    for sentence, part in zip(reading.sentences, reading.parts, strict=True):
        if quoted.touch(sentence.start, sentence.end):
            continue
        pieces = words(part, "pieces")
        for k in range(3, len(pieces)):
            verb = pieces[k]
            if verb.text not in speech.after_quote - speech.ambiguous or pieces[k - 1].text != ",":
                continue
            end = _alone(pieces[k:], language)
            if end is not None:
                yield sentence.start + verb.start, sentence.start + end


def _alone(pieces: Sequence[Word], language: Language) -> int | None:
    """Where the verb `pieces[0]` ends with the time or the addressee behind it, if no speaker follows; None if one may.

    Behind an addressee a speaker may still come (`kata kepada wartawan Menteri Rini`), but no paper writes so.
    """
    if len(pieces) > 1 and pieces[1].text in language.speech.addressed:
        return pieces[1].end
    rest = tuple(takewhile(lambda piece: piece.text not in ".!?,;", pieces[1:LONGEST_REST]))
    if not rest and len(pieces) > 1 and pieces[1].text not in ".,":
        return None
    if not _when(rest, language):
        return None
    return rest[-1].end if rest else pieces[0].end


def _whole_clause(text: str, quotation: Quotation) -> bool:
    """Whether a quotation begins its sentence and ends in a mark, so that it is nobody's name and no one's object."""
    left = text.rfind("\n", 0, quotation.outer_start) + 1
    before = text[left : quotation.outer_start].rstrip().rstrip('”"»’')
    return quotation.text[-1:] in tuple(",.!?…") and (not before or before[-1] in ".!?…")
