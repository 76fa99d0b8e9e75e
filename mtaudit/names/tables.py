"""Everything that is known of names and words, whatever text they stand in, for one pair of languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from mtaudit.languages import casing
from mtaudit.languages.casing import Casing
from mtaudit.languages.interface import Language
from mtaudit.languages.pair import LanguagePair
from mtaudit.names import gazetteer, spelling
from mtaudit.names.gazetteer import Entry, Gazetteer
from mtaudit.names.spelling import Loans, fold, nearness, romanisations
from mtaudit.originals import lexicon
from mtaudit.originals.lexicon import Lexicon

EXONYM = 0.7  # least likeness of a name and a word of the target language that the source language never has
REMEMBERED = 100_000  # answers of each kind that are kept
SHORTEST_ACRONYM = 3  # letters of one that is spelled by the words it stands for
SURE = 0.2  # probability of a translation whose first letter may stand in it
LIKELY = 0.04  # translations of the lexicon that are less probable than this don't count


@dataclass(eq=False)
class Tables:
    """All that is known of the world's names and of both languages' words; remembers what it has worked out."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    casing: Casing
    pair: LanguagePair

    def __post_init__(self) -> None:
        self.bare = lru_cache(maxsize=REMEMBERED)(self._bare)
        self.meanings = lru_cache(maxsize=REMEMBERED)(self._meanings)
        self.accepted = lru_cache(maxsize=REMEMBERED)(self._accepted)
        self.namelike = lru_cache(maxsize=REMEMBERED)(self._namelike)
        self._stems = lru_cache(maxsize=REMEMBERED)(self._stems_of)

    @property
    def source(self) -> Language:
        return self.pair.source

    @property
    def target(self) -> Language:
        return self.pair.target

    @cached_property
    def loans(self) -> Loans:
        """How the target language respells words of the source language."""
        return spelling.loans(self.pair)

    @cached_property
    def heads(self) -> frozenset[str]:
        """Common nouns that make a capitalised run an institution, a place or a thing, and so may be translated."""
        names = self.source.names
        return names.organisation_words | names.place_words | names.thing_words | names.titles | names.offices

    @cached_property
    def idle(self) -> frozenset[str]:
        """Words of the source language that no name begins with."""
        names = self.source.names
        return names.titles | names.offices | names.not_names | self.source.function_words

    @cached_property
    def never_last(self) -> frozenset[str]:
        """Words of the source language that no name ends in."""
        return self.source.names.particles | self.source.names.not_names

    @cached_property
    def target_idle(self) -> frozenset[str]:
        """Words of the target language that have a capital at times and are no names."""
        names = self.target.names
        return self.target.function_words | names.titles | names.not_names

    @cached_property
    def clitics(self) -> tuple[str, ...]:
        return tuple(fold(s) for s in self.target.names.suffixes)

    def _bare(self, k: str) -> tuple[str, ...]:
        """A target key, and without its clitic where that leaves four letters."""
        clitics = (c for c in self.clitics if k.endswith(c) and len(k) - len(c) >= 4)
        return (k, *(k[: -len(clitic)] for clitic in clitics))

    def _namelike(self, word: str) -> bool:
        """Whether a word of the target's text is no ordinary word, but may be a name or what is left of one."""
        low = word.lower()
        return low not in self.target_idle and not any(map(self.casing.target_word, self.bare(low)))

    def _meanings(self, word: str) -> frozenset[str]:
        """Lexicon keys of the source words that a target word (small letters) likely translates, clitic off or not."""
        likely = (e for k in self.bare(word) for e, p in self.lexicon.translations(k).items() if p >= LIKELY)
        return frozenset(map(self.lexicon.key, likely))

    def ordinary(self, word: str) -> bool:
        """An ordinary word of the source language (or one that makes a name an institution's), no name by itself."""
        low = word.lower()
        names = self.source.names
        return (
            low in self.heads
            or low in self.source.function_words
            or low in names.adjectives
            or self.casing.source_word(low)
        )

    def translates(self, target: str, source: str) -> bool:
        """Whether the lexicon or the word tables know `target` as a translation of the single word `source`."""
        if self.lexicon.key(source.lower()) in self.meanings(target.lower()):
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

    def head(self, word: str) -> bool:
        """Whether the word makes a name an institution's, a place's or a thing's."""
        low = word.lower()
        singular = self.source.inflection.singular(low)
        if self.direction(low):
            return False
        return low in self.heads or singular in self.heads or singular in self.gazetteer.heads

    @cached_property
    def _initials(self) -> dict[str, set[str]]:
        """Words of the source language -> first letters of their likely translations."""
        found: dict[str, set[str]] = {}
        for word, english in self.lexicon.pairs(SURE):
            found.setdefault(self.lexicon.key(english), set()).add(word[0])
        return found

    def spells(self, name: str, acronym: str) -> bool:
        """Whether each letter of an acronym begins a word of the name, or a translation of one (Ulema Council: MU)."""
        small = self.source.function_words
        words = [w.strip(",") for w in name.split() if w.lower() not in small]
        letters = fold(acronym)
        if len(letters) < SHORTEST_ACRONYM or len(letters) != len(words):
            return False
        initials = [
            {form[0] for form in (fold(w), self.loans.respelled(w), *map(fold, self.gazetteer.word_forms(w))) if form}
            | self._initials.get(self.lexicon.key(w.lower()), set())
            for w in words
        ]
        left = [frozenset(range(len(words)))]  # which words are left, for each way to give the letters so far a word
        for letter in letters:
            left = list({own - {i} for own in left for i in own if letter in initials[i]})
        return bool(left)

    def _accepted(self, source: str, target: str, place: bool = False) -> bool:
        """Whether `target` is an accepted other spelling of the word `source`, and not the name of something else.

        That is a plural, a romanisation, a loan, a derivation (Assyrians/Asiria), or a word near to it that only the
        target language has (Sanskrit/Sansekerta). `place`: names of places are respelled more freely.
        """
        s, t = fold(source), fold(target)
        if s == t or self.source.inflection.number_apart(s, t) or romanisations(s, t) or self._people_of(s, target):
            return True
        if self.another(source, target):
            return False
        if (place and self.loans.respelled(s) == self.loans.respelled(t) and not self._kept(source)) or self._derived(
            s, t, self.source.names.derivations
        ):
            return True
        cases = self.casing.cases(t)
        if cases.source_capital >= 3 and not self.ordinary(source) and t not in self.source.names.adjectives:
            return False  # a name of its own
        if self._derived(s, t, ("",)):
            return True
        attested = cases.target_small + cases.target_capital
        foreign = attested >= 2 and not cases.source_capital and not cases.source_small
        if foreign and not self.ordinary(source) and nearness(s, t) >= EXONYM:
            return True
        if attested >= 2 or self.ordinary(source):
            return self.loans.cognates(s, t) or self.loans.cognates(self.source.inflection.singular(s), t)
        if any(s[:i] == t[:i] and len(s) - i >= 5 and self.translates(t[i:], s[i:]) for i in (2, 3, 4, 5)):
            return True  # a prefix and a word whose translation is known: Subcommittee/Subkomite
        learned = s.endswith(self.source.names.learned) and bool(self.source.names.learned)
        return (learned or self._wordlike(s)) and self.loans.borrowed(t) in {
            self.loans.borrowed(s),
            self.loans.borrowed(self.source.inflection.singular(s)),
        }

    def _kept(self, place: str) -> bool:
        """Whether Indonesian is known to write a place as English does: Cambridge."""
        entries = self.gazetteer.entries(place)
        return bool(entries) and all(e.type == "LOC" and self.gazetteer.keeps(e) and not e.aliases for e in entries)

    def _people_of(self, people: str, place: str) -> bool:
        """Whether a plural names the people of a country: Kazakhs of Kazakhstan, but Nigerians not of Niger."""
        names = self.source.names
        countries = [e for e in self.gazetteer.known(place) if e.type == "LOC" and self.gazetteer.is_country(e)]
        if not countries or not people.endswith(names.plural_peoples):
            return False
        stem = people
        for ending in (*names.plural_peoples, *names.people_links):
            stem = stem.removesuffix(ending)
        nearest = self.gazetteer.countries_like(stem)
        return len(stem) > 3 and any(self.gazetteer.key(e.name) in nearest for e in countries)

    def _wordlike(self, word: str) -> bool:
        """A rare word of the source language that is no name: written small at times."""
        cases = self.casing.cases(word)
        return bool(cases.source_small) and cases.source_small >= cases.source_capital - 1

    def another(self, source: str, target: str) -> bool:
        """Whether the tables know `target`, and as something else than `source`: Niger/Nigeria."""
        here = self.gazetteer.entries(source)
        there = [e for e in self.gazetteer.known(target) if e.type != "LANG"]
        return bool(here and there) and not any(e in here for e in there)

    def _derived(self, source: str, target: str, suffixes: tuple[str, ...]) -> bool:
        for suffix, stem in self._stems(source, suffixes, 4):
            for ending, other in self._stems(target, ("", *self.target.names.derivations), 0):
                if stem == other and (ending or len(suffix) > 2 or (suffix and self.casing.known(target))):
                    return True
        return False

    def _stems_of(self, word: str, endings: tuple[str, ...], letters: int) -> tuple[tuple[str, str], ...]:
        """Each of `endings` that the word has with at least so many letters before it, and what that is, respelled."""
        return tuple(
            (ending, self.loans.respelled(word[: len(word) - len(ending)], freely=True))
            for ending in endings
            if word.endswith(ending) and len(word) - len(ending) >= letters
        )


@cache
def tables(pair: LanguagePair) -> Tables:
    """The tables that there are for a pair of languages."""
    counted = casing.load(pair.source.code, pair.target.code)
    return Tables(gazetteer.load(pair), lexicon.load(pair), counted, pair)
