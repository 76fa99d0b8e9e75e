"""Blanks where none belong and none where one does: reduplications, joined sentences, marks, words by the rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.languages.casing import case as written_as
from mtaudit.languages.interface import Language
from mtaudit.languages.zipf import zipf


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch that is written wrong, and how it should be written."""

    start: int
    end: int
    mend: str


LEAST_KNOWN = 3.0  # Zipf value from which a word is surely one
SMALL = 5  # seen so often (about 2 to the power of 4) in small letters, it is no name
_WORD = r"[^\W\d_]+"
_GAP = re.compile(rf"(?<![\w-])({_WORD})( +-|- +| +- +)({_WORD})(?![\w])")
# Web and mail addresses, handles, hashtags, file names and code: never prose.
NOT_PROSE = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)\S+@\S+|[@#]\w+|\b[\w-]{1,99}(?:\.[\w-]{1,99}){0,9}\.(?:com|net|org|id|co|go|gov|edu)\b\S*",
    re.I,
)
_JOINED_WORDS = re.compile(r"(?<![\w.])([^\W\d_]*[a-z]{4})([A-Z][a-z]{3,})(?!\w)")
_JOINED_STOP = re.compile(r"(?<![\w.@/])([^\W\d_]*[a-z]{3})([.!?])([A-Z][a-z]+)(?![\w.])")
_JOINED_MARK = re.compile(r"([^\W_]{3}(?:[\"”’)][.!?]|[.!?][\"”’)]))([\"“]?(?:[A-Z][a-z]+|[A-Z]{2,}\d*))(?![\w.])")
_LOST_STOP = re.compile(r"(?<![\w’'\"“-])([a-z]{2,}) ([A-Z][a-z]+)(?= [a-z]{2,}(?![\w-]*[A-Z]))")  # tinggi Dia lalu
_APOSTROPHE = re.compile(r"(?<![\w'’])([a-z]{2,})(['’])([a-z]{5,})(?!\w)")  # dia'menyebut
_LOOSE_STOP = re.compile(r"(?<=\w)([ \u00a0]+)([,;:!?]|\.(?![.\w]))(?=\s|$|[\"”’)])")
_DOUBLED = re.compile(r"(?<=\w)(,,+|;;+|,\.)(?=\s|$)")
_BLANKS = re.compile(r"(?<=\S) {2,}(?=\S)")
_LATE_STOP = re.compile(r"(?<=[a-z]{2}) +\.(?=[A-Z][a-z]{3,}(?![\w.]))")  # kata .Presiden
_TIGHT_COMMA = re.compile(r"(?<![\w.,/@-])([a-z]{3,}),([a-z]{3,})(?![\w/@-])")  # dingin,kata
_BRACKETS = re.compile(r"(?<!\S)\([ \u00a0]+(?=\w[^()\n]*\w\))|(?<=[^\W\d_]{3})[ \u00a0]+\)(?=[\s.,;]|$)")
_SMALL_START = re.compile(r"(?<![\w.-])([^\W\d_]{3,})([.]) ([a-z]{2,})(?![\w@]|\.\w)")
_SLASH = re.compile(r"(?<=[a-z])(?: / ?|/ )(?=[a-z])")
_VOWEL = re.compile("[aeiouAEIOU]")


def shared_stem(first: str, second: str) -> bool:
    """Whether two words can be the halves of one reduplication: equal, or one inside the other but for affixes.

    `langkah-langkah`, `terang-terangan`, `bersama-sama`, `mudah-mudahan`, `sayur-mayur`, `berjam-jam`.
    """
    a, b = first.lower(), second.lower()
    if len(min(a, b, key=len)) < 2:
        return False
    if a == b or a in b or b in a:
        return True
    longest = max((n for i in range(len(b)) for n in range(len(b) - i, 2, -1) if b[i : i + n] in a), default=0)
    return longest >= 3 and longest >= 0.5 * min(len(a), len(b))


def hyphen_gaps(text: str, language: Language) -> tuple[Slip, ...]:
    """Blanks beside the hyphen of a reduplication or a clitic (`satu -satunya`), in order.

    Ordinals and decades written with a hyphen count like them (`ke - 15`, `1480 - an`), blanks on both sides too where
    one half is the other with an affix (`sehari - hari`). None in a language without reduplications. Two different
    words with a blank on one side of the hyphen only count where the text has true reduplications with a gap too: alone
    they may be a dash that lost a blank.
    """
    if not language.inflection.reduplicates:
        return ()
    clitics = {suffix.lstrip("-") for suffix in language.names.suffixes}
    sure: list[Slip] = []
    likely: list[Slip] = []
    at = 0
    while match := _GAP.search(text, at):
        first, hyphen, second = match.groups()
        slip = Slip(match.start(), match.end(), f"{first}-{second}")
        at = match.start(3)
        tight = hyphen.endswith("-")  # a dash has a blank on both sides: only the same lower-case word counts there
        if shared_stem(first, second) if tight else _halves(first, second, language):
            sure.append(slip)
            at = match.end()
        elif tight and second in clitics:
            sure.append(slip)
        elif tight and second[0].islower():
            likely.append(slip)
    sure += _numbered(text, language)
    return tuple(sorted(sure + likely, key=lambda s: s.start)) if sure else ()


def _halves(first: str, second: str, language: Language) -> bool:
    """Whether two words are one said twice, an affix on one of them at most; with two capitals, no name."""
    if not second.islower() or not first[1:].islower():
        return first == second and written_as(first.lower(), language.code).small >= SMALL
    low = first.lower()
    stems = language.inflection.stems
    return low == second or (first.islower() and len(second) > 2 and (low in stems(second) or second in stems(low)))


def _numbered(text: str, language: Language) -> list[Slip]:
    """Blanks beside the hyphen of an ordinal or a decade: `ke - 15`, `1480 - an`."""
    table = language.numbers
    gap = r"(?: +- *|- +)"
    found: list[re.Match[str]] = []
    for before in table.ordinal_prefixes:
        found += re.finditer(rf"(?<!\w)({re.escape(before)}){gap}(\d+)(?!\w)", text, re.I)
    for behind in sorted({s.strip(" -") for s in table.decade_suffixes} - {""}):
        found += re.finditer(rf"(?<!\w)(\d{{2}}|\d{{4}}){gap}({re.escape(behind)})(?!\w)", text)
    return [Slip(m.start(), m.end(), f"{m.group(1)}-{m.group(2)}") for m in found]


def joined_sentences(text: str, language: Language) -> Iterator[Slip]:
    """Words of two sentences written as one: `tadi.Lalu`, `menyebutkanMenurut`. Names and addresses don't count.

    Nor do brands, a word twice in the text, or a medium with its section (`detikNews`) and no word of grammar.
    """
    prose = NOT_PROSE.sub(lambda m: " " * len(m.group()), text)
    joined = list(_JOINED_WORDS.finditer(prose))
    times = Counter(match.group() for match in joined)
    for match in joined:
        section = match.group(1) in language.clutter.brands and match.group(2).lower() not in language.function_words
        if match.group(1)[0].islower() and times[match.group()] == 1 and not section:
            yield Slip(match.start(), match.end(), f"{match.group(1)}. {match.group(2)}")
    for match in _JOINED_STOP.finditer(prose):
        yield Slip(match.start(), match.end(), f"{match.group(1)}{match.group(2)} {match.group(3)}")
    for match in _JOINED_MARK.finditer(prose):
        yield Slip(match.start(), match.end(), f"{match.group(1)} {match.group(2)}")
    speech = language.speech
    begins = speech.pronouns | speech.connectives | language.stops.cannot_end
    begins = (begins & language.function_words) - language.spelling.courtesy - language.clutter.brands
    for match in _LOST_STOP.finditer(prose):
        if match.group(1) not in language.stops.cannot_end and match.group(2).lower() in begins:
            yield Slip(match.start(), match.end(), f"{match.group(1)}. {match.group(2)}")


def loose_punctuation(text: str, language: Language) -> Iterator[Slip]:
    """Blanks before a mark, doubled marks, runs of blanks inside a line."""
    for match in _LOOSE_STOP.finditer(text):
        yield Slip(match.start(), match.end(2), match.group(2))
    for match in _DOUBLED.finditer(text):
        yield Slip(match.start(), match.end(), "." if "." in match.group() else match.group()[0])
    for match in _BLANKS.finditer(text):
        yield Slip(match.start(), match.end(), " ")
    for match in _LATE_STOP.finditer(text):
        yield Slip(match.start(), match.end(), ". ")
    for match in _SLASH.finditer(text):
        yield Slip(match.start(), match.end(), "/")
    for match in _BRACKETS.finditer(text):
        yield Slip(match.start(), match.end(), match.group().strip())
    prose = NOT_PROSE.sub(lambda m: " " * len(m.group()), text)
    for match in _TIGHT_COMMA.finditer(prose):
        yield Slip(match.start(), match.end(), f"{match.group(1)}, {match.group(2)}")
    for match in _APOSTROPHE.finditer(prose):
        if all((zipf(match.group(n), language.code) or 0.0) >= LEAST_KNOWN for n in (1, 3)):
            yield Slip(match.start(), match.end(), f"{match.group(1)} {match.group(2)}{match.group(3)}")


def with_words(text: str, slip: Slip) -> Slip:
    """A slip between words with what stands right beside it, so that it can be seen; one with a letter as it is."""
    if any(c.isalnum() for c in text[slip.start : slip.end]):
        return slip
    start, end = slip.start, slip.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Slip(start, end, text[start : slip.start] + slip.mend + text[slip.end : end])


def small_starts(text: str, language: Language) -> Iterator[Slip]:
    """Small letters behind a full stop, or at the start of a line that ends in one, behind a line that does too.

    None behind abbreviations: the language's own, short words with a capital (`Tbk. mencatat`), words without a vowel.
    """
    for match in _SMALL_START.finditer(NOT_PROSE.sub(lambda m: " " * len(m.group()), text)):
        word, after = match.group(1), match.group(3)
        short = word[0].isupper() and len(word) <= 4
        if short or not _VOWEL.search(word) or word.lower() in language.stops.abbreviations:
            continue
        yield Slip(match.start(2), match.end(), f". {after.capitalize()}")
    rows = [row for row in re.finditer(r"[^\s][^\r\n\u2028\u2029]*", text) if row.group().rstrip()[-1] in '.!?"”']
    begun = [re.match(r"([a-z]{2,})(?![\w-])(?= \S+ \S+ \S)", row.group()) for row in rows]
    small = [(row.start(), match.group(1)) for row, match in zip(rows, begun, strict=True) if match]
    if 3 * len(small) <= len(rows):  # else the lines are a list
        for start, word in small:
            yield Slip(start, start + len(word), word.capitalize())


def unruly(text: str, language: Language) -> Iterator[Slip]:
    """What the rules write apart (`dimana`), as one (`kosa kata`, `di tunda`), or with a hyphen (`1970an`)."""
    table = language.spelling
    for wrong, right in table.standard.items():
        for match in re.finditer(rf"(?<![\w-]){wrong}(?![\w-])", text, re.I):
            if match.group()[1:].islower():
                yield Slip(match.start(), match.end(), right.capitalize() if match.group()[0].isupper() else right)
    for prefix in sorted(table.prefixes):
        for match in re.finditer(rf"(?<![\w-])({prefix}) ([a-z]{{4,}})(?![\w-])", text, re.I):
            together, apart = (zipf(word, language.code) or 0.0 for word in (prefix + match.group(2), match.group(2)))
            place = any((prefix + match.group(2)).startswith(wrong) for wrong in table.standard)  # di antaranya
            if together >= max(apart, LEAST_KNOWN) and not place:
                yield Slip(match.start(), match.end(), match.group().replace(" ", "", 1))
    suffix = language.numbers.decade_written
    if suffix.startswith("-"):
        for match in re.finditer(rf"(?<![\w.,-])((?:1\d|20)?\d0){re.escape(suffix[1:])}(?!\w)", text):
            yield Slip(match.start(), match.end(), match.group(1) + suffix)
