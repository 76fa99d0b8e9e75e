"""A stretch of the original and the stretch of the translation that stands for it, word by word.

`Window` says for each word of the translation whether the original explains it: the same letters, a translation that
the tables or the lexicon know, or nothing. Words that nothing explains are where damaged names are looked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mtaudit.estimation import counts
from mtaudit.estimation.counts import Counts
from mtaudit.languages.interface import Language
from mtaudit.names import casing, gazetteer
from mtaudit.names.casing import Casing
from mtaudit.names.gazetteer import Entry, Gazetteer
from mtaudit.names.spelling import borrowed, cognates, fold, nearness, respelled, romanisations
from mtaudit.names.tokens import tokens
from mtaudit.originals import lexicon
from mtaudit.originals.lexicon import Lexicon

_ESCAPE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-z]+);")  # &quot; and its like, where a reader left them in
EXONYM = 0.7  # least likeness of a name and a word of the target language that the source language never has
LIKELY = 0.04  # translations of the lexicon that are less probable than this don't count


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place in the document's text; `key` is its letters, possessives and clitics off."""

    text: str
    start: int
    end: int
    key: str
    capital: bool  # written with a capital (or with capitals and digits inside)
    starts: bool  # stands where a capital proves nothing

    @property
    def proper(self) -> bool:
        """A capital that a name or a heading must have put there."""
        return self.capital and not self.starts


def words(text: str, language: Language, offset: int = 0) -> list[Word]:
    """The words of `text`; `offset` is where it begins in its document."""
    found = []
    text = _ESCAPE.sub(lambda m: " " * len(m.group()), text)
    for token in tokens(text, language):
        bare = token.text
        for suffix in ("'s", "’s", *language.names.suffixes):  # machines leave English possessives in
            if not suffix[0].isalpha() and bare.endswith(suffix) and len(bare) > len(suffix):
                bare = bare[: -len(suffix)]
                break
        k = fold(bare)
        if k:
            start = offset + token.start
            found.append(
                Word(bare, start, start + len(bare), k, token.capital or token.mixed, token.starts or token.headline)
            )
    return found


@dataclass(frozen=True)
class Tables:
    """All that is known of the world's names and of both languages' words."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    casing: Casing
    source: Language
    target: Language

    @cached_property
    def heads(self) -> frozenset[str]:
        """Common nouns that make a capitalised run an institution, a place or a thing, and so may be translated."""
        names = self.source.names
        return names.organisation_words | names.place_words | names.thing_words | names.titles | names.offices

    @cached_property
    def usage(self) -> Counts | None:
        """Which words stand side by side in well-written text of the target language."""
        return counts.load(self.target.code)

    @cached_property
    def clitics(self) -> tuple[str, ...]:
        return tuple(fold(s) for s in self.target.names.suffixes)

    def bare(self, k: str) -> Iterator[str]:
        """A target key, and without its clitic where that leaves four letters."""
        yield k
        for clitic in self.clitics:
            if k.endswith(clitic) and len(k) - len(clitic) >= 4:
                yield k[: -len(clitic)]

    def ordinary(self, word: str) -> bool:
        """An ordinary word of the source language (or one that makes a name an institution's), no name by itself."""
        low = word.lower()
        names = self.source.names
        return (
            low in self.heads
            or low in self.source.function_words
            or low in names.adjectives
            or self.casing.english_word(low)
        )

    def translates(self, target: str, source: str) -> bool:
        """Whether the lexicon or the word tables know `target` as a translation of the single word `source`."""
        wanted = self.lexicon.key(source.lower())
        for k in self.bare(target.lower()):
            if any(p >= LIKELY and self.lexicon.key(e) == wanted for e, p in self.lexicon.translations(k).items()):
                return True
        folded = fold(target)
        forms = (*self.gazetteer.word_forms(source), *self.gazetteer.forms(source))
        return any(folded == fold(part) for form in forms for part in form.split() if len(part) > 2)

    def direction(self, word: str) -> bool:
        """Northern, South ...: translated in any name, and no head of one."""
        return word.lower() in self.source.names.directions

    def direction_apart(self, phrase: str, entries: Iterable[Entry]) -> bool:
        """Whether the name in `phrase` is told from `entries` by another direction: Korea Utara, South Korea."""
        theirs = {w for e in self.gazetteer.known(phrase) for w in e.name.lower().split() if self.direction(w)}
        ours = {w for e in entries for w in e.name.lower().split() if self.direction(w)}
        return bool(theirs and ours and not theirs & ours)

    def head(self, word: str, last: bool = True) -> bool:
        """Whether the word makes a name an institution's, a place's or a thing's; `last`: as the word that ends it."""
        low = word.lower()
        singular = low.removesuffix("s")
        if self.direction(low):
            return False
        return low in self.heads or singular in self.heads or (last and singular in self.gazetteer.heads)

    def accepted(self, source: str, target: str, place: bool = False) -> bool:
        """Whether `target` is an accepted other spelling of the word `source`, and not the name of something else.

        That is a plural, a romanisation, a loan, a derivation (Assyrians/Asiria), or a word near to it that only the
        target language has (Sanskrit/Sansekerta). `place`: names of places are respelled more freely.
        """
        s, t = fold(source), fold(target)
        if s == t or s + "s" == t or t + "s" == s or romanisations(s, t) or self._people_of(s, target):
            return True
        if self.another(source, target):
            return False
        if (place and respelled(s) == respelled(t)) or self._derived(s, t, self.source.names.derivations):
            return True
        cases = self.casing.cases(t)
        if cases.english_capital >= 3 and not self.ordinary(source) and t not in self.source.names.adjectives:
            return False  # a name of its own
        if self._derived(s, t, ("",)):
            return True
        attested = cases.indonesian_small + cases.indonesian_capital
        foreign = attested >= 2 and not cases.english_capital and not cases.english_small
        if foreign and not self.ordinary(source) and nearness(s, t) >= EXONYM:
            return True
        if attested >= 2 or self.ordinary(source):
            return cognates(s, t) or cognates(s.removesuffix("s"), t)
        if any(s[:i] == t[:i] and len(s) - i >= 5 and self.translates(t[i:], s[i:]) for i in (2, 3, 4, 5)):
            return True  # a prefix and a word whose translation is known: Subcommittee/Subkomite
        learned = s.endswith(self.source.names.learned) and bool(self.source.names.learned)
        return (learned or self._wordlike(s)) and borrowed(t) in {borrowed(s), borrowed(s.removesuffix("s"))}

    def _people_of(self, people: str, place: str) -> bool:
        """Whether a plural names the people of a country: Kazakhs of Kazakhstan, but Nigerians not of Niger."""
        countries = [e for e in self.gazetteer.known(place) if e.type == "LOC" and self.gazetteer.is_country(e)]
        if not countries or not people.endswith(("s", "ese")):
            return False
        stem = people.removesuffix("s").removesuffix("ese").removesuffix("i")
        nearest = self.gazetteer.countries_like(stem)
        return len(stem) > 3 and any(gazetteer.key(e.name) in nearest for e in countries)

    def _wordlike(self, word: str) -> bool:
        """A rare word of the source language that is no name: written small at times."""
        cases = self.casing.cases(word)
        return bool(cases.english_small) and cases.english_small >= cases.english_capital - 1

    def another(self, source: str, target: str) -> bool:
        """Whether the tables know `target`, and as something else than `source`: Niger/Nigeria."""
        here = self.gazetteer.entries(source)
        there = [e for e in self.gazetteer.known(target) if e.type != "LANG"]
        return bool(here and there) and not any(e in here for e in there)

    def _derived(self, source: str, target: str, suffixes: Iterable[str]) -> bool:
        for suffix in suffixes:
            stem = source[: len(source) - len(suffix)]
            if not source.endswith(suffix) or len(stem) < 4:
                continue
            for ending in ("", *self.target.names.derivations):
                clear = ending or len(suffix) > 2 or (suffix and self.casing.known(target))
                if clear and target.endswith(ending):
                    other = target[: len(target) - len(ending)]
                    if respelled(stem, freely=True) == respelled(other, freely=True):
                        return True
        return False


def tables(source: Language, target: Language) -> Tables:
    """The tables that the package carries for a pair of languages."""
    return Tables(gazetteer.load(), lexicon.load(target, source), casing.load(), source, target)


@dataclass
class Window:
    """`source` and `target` words of aligned stretches, and the back-translation of the target ones."""

    source: Sequence[Word]
    target: Sequence[Word]
    tables: Tables
    document: str = ""  # the whole translation, which the words' offsets count in
    back: str = ""
    source_keys: Counter[str] = field(init=False)
    target_keys: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self.source_keys = Counter(w.key for w in self.source)
        self.target_keys = Counter(w.key for w in self.target)

    @cached_property
    def _source_lexical(self) -> frozenset[str]:
        return frozenset(self.tables.lexicon.key(w.key) for w in self.source)

    @cached_property
    def _compounds(self) -> frozenset[str]:
        """Two or three words of the source written as one."""
        keys = [w.key for w in self.source]
        return frozenset("".join(keys[i : i + n]) for n in (2, 3) for i in range(len(keys) - n + 1))

    @cached_property
    def same(self) -> list[bool]:
        """For each target word: the same letters stand in the source (clitic off; parts of a compound count)."""
        found = [
            any(k in self.source_keys or (k + "s") in self.source_keys for k in self.tables.bare(w.key))
            or w.key in self._compounds
            for w in self.target
        ]
        for i in range(len(found) - 1):
            if self.target[i].key + self.target[i + 1].key in self.source_keys:
                found[i] = found[i + 1] = True
        return found

    @cached_property
    def explained(self) -> list[bool]:
        """For each target word: same letters, or a translation of some word of the source."""
        return [same or self._translates_any(w) for same, w in zip(self.same, self.target, strict=True)]

    def _translates_any(self, word: Word) -> bool:
        lexicon = self.tables.lexicon
        for k in self.tables.bare(word.key):
            if any(p >= LIKELY and lexicon.key(e) in self._source_lexical for e, p in lexicon.translations(k).items()):
                return True
        return any(
            len(name) > 2 and (name in self.source_keys or name + "s" in self.source_keys)
            for entry in self.tables.gazetteer.known(word.text)
            for name in map(gazetteer.key, (entry.name, *entry.aliases))
        )

    @cached_property
    def free(self) -> list[bool]:
        """For each target word: it looks like a name, and nothing in the source explains it."""
        known = self.tables.casing
        names = self.tables.target.names
        found = []
        for word, explained in zip(self.target, self.explained, strict=True):
            low = word.text.lower()
            plain = any(known.indonesian_word(k) for k in self.tables.bare(low))
            common = low in self.tables.target.function_words or low in names.titles or low in names.not_names
            found.append(not explained and not common and not plain and len(word.key) > 1 and word.text[0].isalpha())
        return found

    def text(self, span: tuple[int, int]) -> str:
        """The stretch of the translation from the first to the last word of `span`."""
        return self.document[self.target[span[0]].start : self.target[span[1]].end]

    def find(self, name: str, used: Container[int] = ()) -> tuple[int, int] | None:
        """First and last index of the target words that spell `name`, spaces and hyphens aside; None if they don't.

        A stretch that begins at one of the indices `used` is passed over.
        """
        wanted = fold(name)
        if not wanted:
            return None
        for i in range(len(self.target)):
            if i in used:
                continue
            run = ""
            for j in range(i, len(self.target)):
                run += self.target[j].key
                if run == wanted or (run.startswith(wanted) and run[len(wanted) :] in self.tables.clitics):
                    return i, j
                if len(run) >= len(wanted) + 4 or not wanted.startswith(run[: len(wanted)]):
                    break
        return None

    def comes_back(self, name: str) -> bool:
        """Whether the back-translation has the name, with its capitals: Mahkamah Agung gives Supreme Court."""
        return bool(self.back) and bool(re.search(rf"\b{re.escape(gazetteer.without_article(name))}\b", self.back))

    def strangers(self) -> tuple[int, int] | None:
        """First and last of the capitalised target words that nothing of the source explains, if they are one run."""
        runs: list[list[int]] = []
        for i, word in enumerate(self.target):
            if word.capital and not word.starts and not self.explained[i]:
                if runs and runs[-1][-1] == i - 1:
                    runs[-1].append(i)
                else:
                    runs.append([i])
        return (runs[0][0], runs[0][-1]) if len(runs) == 1 else None

    def stands_for(self, word: Word) -> list[int]:
        """Indices of target words that have the letters of a source word or are known to translate it."""
        same = [i for i, t in enumerate(self.target) if word.key in self.tables.bare(t.key)]
        return same or [i for i, t in enumerate(self.target) if self.tables.translates(t.text, word.text)]
