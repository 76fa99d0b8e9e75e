"""The bilingual word list: what a translated word may stand for, and how much of one text another carries.

data/lexicon.<target>-<source>.tsv.xz (made by tools/lexicon/build.py) holds three parts, words lower-case:
`#suffixes`: inflection of the source language as `suffix:letters left`;
`#source`: a word and its idf times ten, one a line; `#target`: a word, its idf times ten, and up to six
`number of the source word:percent`. idf is the natural logarithm of (sentences / sentences with the word).
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.originals.words import fold, plain, words

# Weights of words in natural-log units of idf. COMMON is taken off, so that words in more than an eighth of all
# sentences (yang, the) weigh nothing; words and numbers that the list has never seen weigh as much as its rarest.
COMMON = 2.0
NEVER_SEEN = 11.0
NUMBER_WEIGHTS = (0.0, 3.0, 5.0, 7.0, 9.0)  # by digits; a one-digit number is often written out
STEMMED = 0.7  # how far a translation found through a stem is trusted
SAME_LETTERS = 0.5  # a word with translations that also stands in the source as it is: air, dating
LOOKS_LIKE = 0.5  # an unknown word and a source word that begin alike or have the same consonants
SHORTEST_STEM = 4

_CLASSES = str.maketrans("cqgvfbzxjyd", "kkkpppssiit")
_SILENT = frozenset("aeiouhw")  # vowels, and consonants that come and go with them

Terms = dict[str, float]  # word -> weight


@dataclass(frozen=True, slots=True)
class Looks:
    """Keys by which unknown words find each other across spellings: beginning and consonants; None if too short."""

    beginning: str | None
    consonants: str | None


@cache
def looks(word: str) -> Looks:
    """`denuklirisasi` and `denuclearization` look alike: `denu`."""
    if len(word) < 5 or not word.isalpha():
        return Looks(None, None)
    kept: list[str] = []
    for letter in word.translate(_CLASSES):
        if not kept or (letter not in _SILENT and letter != kept[-1]):
            kept.append(letter)
    return Looks(word[:4], "".join(kept[:5]) if len(kept) >= 4 else None)


def by_looks(keys: Iterable[str]) -> dict[str, list[str]]:
    """Beginning or consonants -> the keys that have them, in alphabetical order."""
    found: dict[str, list[str]] = {}
    for key in sorted(keys):
        look = looks(key)
        for part in (look.beginning, look.consonants):
            if part:
                found.setdefault(part, []).append(key)
    return found


class Lexicon:
    """Word translations from the target language (of the translations) into the source language (of the originals)."""

    def __init__(
        self,
        entries: dict[str, tuple[tuple[str, float], ...]],
        target_idf: dict[str, float],
        source_idf: dict[str, float],
        suffixes: Iterable[tuple[str, int]] = (),
        affixes: Iterable[tuple[str, str]] = (),
    ) -> None:
        """`entries`: word -> (source word, probability); `source_idf` keys may be any form of a word."""
        self._entries = entries
        self._target_idf = target_idf
        self._suffixes = tuple(suffixes)
        self._affixes = tuple(affixes)
        self._keys: dict[str, str] = {}
        self._source_idf = {self.key(word): value for word, value in source_idf.items()}
        self._found: dict[str, dict[str, float]] = {}
        self._strengths: dict[str, dict[str, float]] = {}

    def key(self, word: str) -> str:
        """The form under which all inflections of a source word meet."""
        found = self._keys.get(word)
        if found is None:
            found = self._keys[word] = fold(word, self._suffixes)
        return found

    def translations(self, word: str) -> dict[str, float]:
        """Source words that `word` may stand for, with probability 0..1, likeliest first; empty where unknown.

        A word that is not listed is tried without its affixes; what is found so counts for less.
        """
        return dict(self._translations(word))

    def _translations(self, word: str) -> dict[str, float]:
        found = self._found.get(word)
        if found is None:
            bare = plain(word)
            if bare not in self._found:
                self._found[bare] = self._look_up(bare)
            found = self._found[word] = self._found[bare]
        return found

    def _look_up(self, word: str) -> dict[str, float]:
        if word in self._entries:
            return dict(self._entries[word])
        stems = set()
        for prefix, suffix in self._affixes:
            if word.startswith(prefix) and word.endswith(suffix):
                rest = word[len(prefix) : len(word) - len(suffix)]
                stems.add(rest)
                if not suffix:  # a prefix and a suffix of two pairs: di-...-kan
                    stems |= {rest[: -len(s)] for p, s in self._affixes if s and not p and rest.endswith(s)}
        for stem in sorted(stems, key=lambda s: (-len(s), s)):
            if len(stem) >= SHORTEST_STEM and stem in self._entries:
                return {source: p * STEMMED for source, p in self._entries[stem]}
        return {}

    def pairs(self, least: float) -> Iterator[tuple[str, str]]:
        """All words and what they stand for with at least this probability."""
        return ((word, source) for word, found in self._entries.items() for source, p in found if p >= least)

    def strengths(self, word: str) -> dict[str, float]:
        """Source keys that may stand for `word` (as `words` gives it) -> 0..1, the likeliest translation near 1."""
        found = self._strengths.get(word)
        if found is None:
            found = {}
            translations = self.translations(word)
            best = max(translations.values(), default=1.0)
            trust = 1.0 if word in self._entries else STEMMED
            for source, p in translations.items():
                key = self.key(source)
                found[key] = max(found.get(key, 0.0), trust * (p / best) ** 0.5)
            same = self.key(word)
            found[same] = max(found.get(same, 0.0), SAME_LETTERS if translations else 1.0)
            self._strengths[word] = found
        return found

    def entries(self) -> Iterator[tuple[str, tuple[tuple[str, float], ...]]]:
        """Every listed word with its translations and their probabilities, in the order of the list."""
        yield from self._entries.items()

    def knows(self, word: str) -> bool:
        """Whether `word` has a translation of its own."""
        return bool(self._translations(word))

    def target_terms(self, text: str) -> Terms:
        """Content words and numbers of a translated text -> weight."""
        return dict(_target_terms(self, text))

    def source_terms(self, text: str) -> Terms:
        """Keys of the content words and numbers of a text in the source language -> weight."""
        return dict(_source_terms(self, text))

    def target_weight(self, word: str) -> float:
        """The weight of one word of the translation, as `words` gives it; 0 where it carries no content."""
        return self._weight(word, self._target_idf)

    def source_weight(self, word: str) -> float:
        """The weight of one word in the source language, in any form, as `words` gives it; 0 without content."""
        return self._weight(self.key(word), self._source_idf)

    @staticmethod
    def _weight(word: str, idf: dict[str, float]) -> float:
        if word[0].isdigit():
            return NUMBER_WEIGHTS[min(len(word), 4)]
        return max(0.0, idf.get(word, NEVER_SEEN) - COMMON) if len(word) > 1 else 0.0

    def similarity(self, target_text: str, source_text: str) -> float:
        """How much of the content words of both texts the other one carries, 0..1 (0 where either has none)."""
        target, source = self.target_terms(target_text), self.source_terms(source_text)
        total = sum(target.values()) + sum(source.values())
        if not target or not source:
            return 0.0
        covered: dict[str, float] = {}
        carried: dict[str, float] = {}
        for word, other, strength in self.matches(target, source):
            carried[word] = max(carried.get(word, 0.0), strength)
            covered[other] = max(covered.get(other, 0.0), strength)
        both = sum(target[w] * s for w, s in carried.items()) + sum(source[w] * s for w, s in covered.items())
        return min(1.0, both / total)

    def matches(self, target: Iterable[str], source: Iterable[str]) -> list[tuple[str, str, float]]:
        """Pairs of target words and source keys that may stand for each other, with strength 0..1."""
        present = set(source)
        alike: dict[str, list[str]] | None = None
        found = []
        for word in target:
            strengths = self.strengths(word)
            hits = {key: strength for key, strength in strengths.items() if key in present}
            if not hits and not self.knows(word):
                alike = by_looks(present) if alike is None else alike
                look = looks(word)
                for part in (look.beginning, look.consonants):
                    hits |= dict.fromkeys(alike.get(part or "", ()), LOOKS_LIKE)
            found += [(word, key, strength) for key, strength in hits.items()]
        return found


@lru_cache(maxsize=4096)  # choosing, aligning and judging ask for the same sentences and quotations
def _target_terms(lexicon: Lexicon, text: str) -> Terms:
    weights = ((word, lexicon.target_weight(word)) for word in words(text))
    return {word: weight for word, weight in weights if weight > 0}


@lru_cache(maxsize=4096)
def _source_terms(lexicon: Lexicon, text: str) -> Terms:
    weights = ((lexicon.key(word), lexicon.source_weight(word)) for word in words(text))
    return {key: weight for key, weight in weights if weight > 0}


@cache
def load(pair: LanguagePair = ENGLISH_INDONESIAN) -> Lexicon:
    """The word list from the target language of a pair into its source language, read once a process.

    One without entries where the pair has none: names, numbers and look-alikes still count then.
    """
    data = pair.read(f"lexicon.{pair.back}.tsv.xz")
    return (
        read(data, pair.target.inflection.affixes)
        if data is not None
        else Lexicon({}, {}, {}, (), pair.target.inflection.affixes)
    )


def read(data: bytes, affixes: Iterable[tuple[str, str]]) -> Lexicon:
    """A word list from the bytes of its file. Raises `ValueError` where they are none."""
    part = ""
    suffixes: list[tuple[str, int]] = []
    source: list[str] = []
    source_idf: dict[str, float] = {}
    target_idf: dict[str, float] = {}
    entries: dict[str, tuple[tuple[str, float], ...]] = {}
    try:
        lines = lzma.decompress(data).decode("utf-8").splitlines()
    except lzma.LZMAError as error:
        raise ValueError(f"not a word list: {error}") from error
    for line in lines:
        head, *rest = line.split("\t")
        if head.startswith("#"):
            part = head
            if part == "#suffixes":
                suffixes = [(s, int(n)) for s, _, n in (pair.rpartition(":") for pair in rest[0].split())]
        elif part == "#source":
            source.append(head)
            source_idf[head] = int(rest[0]) / 10
        elif part == "#target":
            target_idf[head] = int(rest[0]) / 10
            if rest[1]:
                told = (pair.partition(":") for pair in rest[1].split(" "))
                entries[head] = tuple((source[int(number)], int(percent) / 100) for number, _, percent in told)
        else:
            raise ValueError(f"not a word list: {line[:40]!r}")
    return Lexicon(entries, target_idf, source_idf, suffixes, affixes)
