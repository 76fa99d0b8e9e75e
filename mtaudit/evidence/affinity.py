"""How surely a word of the translation may stand for a word of the original, beyond what the word list says outright.

The list knows the likeliest translations only. A free translation uses others, so five roads are tried: the list;
the stem of the word; the base of an irregular form (taught, teach); cognates (stimulasi, stimulated); and words that
the list treats alike (narapidana is listed for prisoner, and prisoner and convict share translations): the cosine of
two source words over their listed translations.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from mtaudit.evidence.space import load as load_space
from mtaudit.languages.pair import LanguagePair
from mtaudit.originals.lexicon import Lexicon
from mtaudit.originals.lexicon import load as load_lexicon

INDEFINITE = 0.6  # trust in nowhere, anywhere, everywhere standing for one and the same word
STEM = 0.8  # trust in what is found through the stem of a listed word
ALIKE = 0.75  # trust in what is found through a source word with the same translations
ALIGNED = 1.7  # what the square root of an alignment's strength is multiplied by to be as sure as the word list
COGNATE = 0.86  # Jaro-Winkler similarity of folded spellings from which words are cognates
SHORTEST = 4
BEGINNING = 3  # letters, respelled, that cognates begin with
WELL_KNOWN = 0.25  # share of a listed translation from which a source word has one of its own
LOAN = 1.6  # nats of idf by which a loan may be rarer in the target language than in the source language
UNSEEN = 8.9  # weight from which a word was never seen


class Affinity:
    """The word list with all roads; one object a run, it remembers what it has worked out."""

    def __init__(self, lexicon: Lexicon, pair: LanguagePair) -> None:
        source, target = pair.languages
        self.lexicon = lexicon
        self.pair = pair
        self.space = load_space(pair)
        self._letters, self._first_letters = pair.letters, pair.first_letters
        self._stems = target.inflection.stems
        self._irregular = source.inflection.irregular
        self._indefinites: dict[str, set[str]] = {}
        for sense, indefinite in source.senses.indefinites.items():
            for here in target.senses.indefinites.get(sense, ()):
                self._indefinites.setdefault(here, set()).update(map(self.base, indefinite))
        vectors: dict[str, dict[str, float]] = {}
        self._translations = {w: {lexicon.key(other) for other, _ in ps} for w, ps in lexicon.entries()}
        for word, translations in lexicon.entries():
            for other, p in translations:
                vectors.setdefault(lexicon.key(other), {})[word] = math.sqrt(p)
        self._vectors = {
            key: {w: v / norm for w, v in vector.items()}
            for key, vector in vectors.items()
            for norm in [math.sqrt(sum(v * v for v in vector.values()))]
        }
        self.of = lru_cache(maxsize=100_000)(self._of)
        self._cosine = lru_cache(maxsize=200_000)(self._cosine_of)
        self._near = lru_cache(maxsize=5_000)(self._near_of)
        self._neighbours = lru_cache(maxsize=50_000)(self._neighbours_of)
        self._folded = lru_cache(maxsize=100_000)(self._folded_of)
        self._cognate = lru_cache(maxsize=100_000)(self._cognate_of)
        self._listed = lru_cache(maxsize=50_000)(self._listed_for)
        self.stems = lru_cache(maxsize=50_000)(self._stems_of)
        self.partners = lru_cache(maxsize=50_000)(self._partners_of)

    def base(self, word: str) -> str:
        """The key under which a source word is looked up: inflection folded, irregular forms led back."""
        return self.lexicon.key(self._irregular.get(word, word))

    def knows(self, word: str) -> bool:
        """Whether target word `word`, or its stem, is in the list."""
        return self.lexicon.knows(word) or len(self._listed(word)) > 1

    def translatable(self, word: str) -> float:
        """0..1: how surely some other word of the target language is a translation of source word `word`."""
        return max((v for w, v in self._vectors.get(self.base(word), {}).items() if w != word), default=0.0)

    def loan(self, word: str) -> bool:
        """Whether the target language uses `word` as it stands: about as often as the source language, or by the list.

        Judged by the frequencies of both sides of the parallel text behind the word list.
        """
        if self.base(word) in {self.base(w) for w, p in self.lexicon.translations(word).items() if p >= 0.1}:
            return True
        there = self.lexicon.source_weight(word)
        here = self.lexicon.target_weight(word)
        return here < UNSEEN and here - there < LOAN

    def _listed_for(self, word: str) -> dict[str, float]:
        """Source keys that the list gives for `word` and, less trusted, for its stems."""
        found = {self.base(k): s for k, s in self.lexicon.strengths(word).items()}
        for stem in self.stems(word):
            for key, strength in self.lexicon.strengths(stem).items():
                key = self.base(key)
                found[key] = max(found.get(key, 0.0), STEM * strength if self.lexicon.knows(stem) else 0.0)
        return found

    def _stems_of(self, word: str) -> tuple[str, ...]:
        """What may be left of a target word without its affixes, in alphabetical order."""
        return tuple(stem for stem in sorted(self._stems(word)) if len(stem) >= SHORTEST)

    def _partners_of(self, word: str) -> dict[str, float]:
        """Source keys that `word`, or less surely its stems, was aligned to in the parallel text -> 0..1."""
        found = self.space.partners(word)
        for stem in self.stems(word):
            for key, strength in self.space.partners(stem).items():
                found[key] = max(found.get(key, 0.0), STEM * strength)
        return {key: min(1.0, ALIGNED * strength) for key, strength in found.items()}

    def _of(self, word: str, key: str) -> float:
        """0..1: how surely target word `word` stands for source key `key` (as `base` gives it)."""
        listed = self._listed(word)
        best = max(listed.get(key, 0.0), INDEFINITE * (key in self._indefinites.get(word, ())))
        cognate = self._cognate(word, key)
        if cognate > best and not self._strangers(word, key):
            best = cognate
        if best < ALIKE and key in self._vectors:
            for other in self._neighbours(key) & listed.keys():
                if ALIKE * listed[other] > best:
                    best = max(best, ALIKE * listed[other] * min(1.0, 2 * self._cosine(*sorted((key, other)))))
        return best

    def best(self, words: Iterable[str], keys: Iterable[str]) -> tuple[dict[str, float], dict[str, float]]:
        """The strength of the surest of `words` for each source key, and of the surest of `keys` for each word.

        The strengths are those of `of`; what nothing stands for is left out.
        """
        present = frozenset(keys)
        beginnings: dict[str, list[str]] = {}
        for key in present:
            beginnings.setdefault(self._folded(key)[:BEGINNING], []).append(key)
        of_keys: dict[str, float] = {}
        of_words: dict[str, float] = {}
        for word in words:
            possible = {*(self._near(word) & present), *beginnings.get(self._folded(word)[:BEGINNING], ())}
            for key in possible:
                strength = self.of(word, key)
                of_keys[key] = max(of_keys.get(key, 0.0), strength)
                of_words[word] = max(of_words.get(word, 0.0), strength)
        return of_keys, of_words

    def _near_of(self, word: str) -> frozenset[str]:
        """All source keys that `word` may stand for, cognates aside."""
        listed = self._listed(word)
        alike = (self._neighbours(key) for key in listed if key in self._vectors)
        return frozenset(listed).union(self._indefinites.get(word, ()), *alike)

    def _neighbours_of(self, key: str) -> frozenset[str]:
        """Source keys with a listed translation in common with `key`: all others have nothing alike."""
        return frozenset(other for word in self._vectors[key] for other in self._translations[word])

    def _strangers(self, word: str, key: str) -> bool:
        """Whether both are well known and never met: `tipis` is no cognate of `typical`."""
        listed = self._listed(word)
        known = self.lexicon.knows(word) and max(self._vectors.get(key, {}).values(), default=0.0) >= WELL_KNOWN
        kin = any(other[:SHORTEST] == key[:SHORTEST] for other in listed if other != word)  # stimulation, stimulated
        return known and not kin and not self.space.partners(word).get(key)

    def _cosine_of(self, one: str, other: str) -> float:
        """Likeness of two source keys by their listed translations, 0..1."""
        small, large = sorted((self._vectors[one], self._vectors[other]), key=len)
        return sum(v * large[w] for w, v in small.items() if w in large)

    def _folded_of(self, word: str) -> str:
        for old, new in self._letters:
            word = word.replace(old, new)
        return word

    def _cognate_of(self, word: str, key: str) -> float:
        """Likeness 0..1 of a target word and a source key that begin alike, letters respelled; 0 where too little."""
        if len(word) < 5 or len(key) < 4:
            return 0.0
        a, b = self._folded(word), self._folded(key)
        if a[:BEGINNING] != b[:BEGINNING] or not (word[0] in (key[0], b[0]) or word[0] in self._first_letters):
            return 0.0
        similarity = JaroWinkler.similarity(a[: len(b) + 2], b)
        return float(similarity) if similarity >= COGNATE else 0.0


@cache
def load(pair: LanguagePair) -> Affinity:
    """The word list of a language pair with all roads, made once a process."""
    return Affinity(load_lexicon(pair), pair)
