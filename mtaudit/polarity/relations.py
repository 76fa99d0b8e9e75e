"""How words of the source language are related: opposites, and words that are used alike.

data/antonyms.<source>.tsv (made by tools/lexicon/antonyms.py from WordNet) holds pairs of opposites. A word is also
opposed, less surely, to the opposites of words that are translated like it (surge, like rise, to fall). How alike words
are used is the cosine of their vectors in `evidence.space`, in which opposites and sister terms (victim, suspect) are
near.
"""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from mtaudit.evidence.space import load as load_space
from mtaudit.evidence.translation_table import TranslationTable
from mtaudit.evidence.translation_table import load as load_table
from mtaudit.languages.pair import LanguagePair
from mtaudit.originals.lexicon import load as load_lexicon

PREFIXED = 0.9  # how surely a word is opposed to what is left of it without its negative prefix: unsafe, safe
SYNONYM = 0.3  # likeness of translations from which a word's opposites are taken for another's


class Relations:
    """Relations of the source words of a translation table, which are given by their rows."""

    def __init__(self, pair: LanguagePair, table: TranslationTable) -> None:
        self.table = table
        self.key = load_lexicon(pair).key
        self._vectors = load_space(pair).vectors(list(table.source.bases))
        self._listed: dict[int, set[int]] = {}
        self._shown: dict[int, str] = {}
        data = pair.read(f"antonyms.{pair.source.code}.tsv") or b""
        lines = [line.split("\t") for line in data.decode("utf-8").splitlines() if not line.startswith("#")]
        for one, other in [*lines, *pair.source.senses.opposites]:
            a, b = self.row(one), self.row(other)
            if a and b and a != b:
                self._listed.setdefault(a, set()).add(b)
                self._listed.setdefault(b, set()).add(a)
                self._shown |= {a: one, b: other}
        self.denying = frozenset(map(self.key, pair.source.negation.denying))  # keys
        self._prefixes = pair.source.negation.prefixes
        self._only_seemingly = pair.source.negation.only_seemingly
        self.opposites = lru_cache(maxsize=20_000)(self._opposites)

    def row(self, word: str) -> int:
        """The row of a source word in any form; 0 where the table does not know it."""
        return self.table.source.row(self.key(word)).number

    def shown(self, row: int) -> str:
        """The word of a row as it is written; the table itself has stems."""
        return self._shown.get(row, self.table.source.bases[row])

    def listed(self, one: int, other: int) -> bool:
        """Whether two words are opposites by the list itself."""
        return other in self._listed.get(one, ())

    def _opposites(self, row: int) -> dict[int, float]:
        """Row of each word opposed to a word -> 0..1: how surely."""
        found = dict.fromkeys(self._listed.get(row, ()), 1.0)
        for synonym, likeness in self.table.synonyms(row).items():
            if likeness >= SYNONYM:
                for other in self._listed.get(synonym, ()):
                    found[other] = max(found.get(other, 0.0), likeness)
        word = self.table.source.bases[row]
        for prefix in self._prefixes if row else ():
            rest = word.removeprefix(prefix)
            whole = self.table.source.row(prefix + word).number
            if rest != word and len(rest) > 3 and word not in self._only_seemingly:
                found.setdefault(self.table.source.row(rest).number, PREFIXED)
            if whole and len(word) > 3 and prefix + word not in self._only_seemingly:
                found.setdefault(whole, PREFIXED)
        found.pop(0, None)
        return found

    def alike(self, one: int, other: int) -> float:
        """-1..1: how alike two words are used; 0.0 where one of them is unknown."""
        return float(np.dot(self._vectors[one], self._vectors[other]))


@cache
def load(pair: LanguagePair) -> Relations | None:
    """The relations of a pair's source language, read once a process; None where the pair has no table of words."""
    table = load_table(pair)
    return None if table is None else Relations(pair, table)
