"""A stretch of the original and the stretch of the translation that stands for it, word by word.

`Window` says for each word of the translation whether the original explains it: the same letters, a translation that
the tables or the lexicon know, or nothing. Words that nothing explains are where damaged names are looked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from mtaudit.case import Case, Link
from mtaudit.languages.interface import Language
from mtaudit.names.spelling import fold
from mtaudit.names.tables import Tables
from mtaudit.names.tokens import Token, tokens, without_suffix, words
from mtaudit.text import Reading

_ESCAPE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-z]+);")  # &quot; and its like, where a reader left them in


class Word(NamedTuple):
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


def _keys(readings: Sequence[Reading | None]) -> frozenset[str] | None:
    there = [reading for reading in readings if reading is not None]
    return frozenset(word.key for reading in there for word in words_of(reading)) if there else None


def words_of(reading: Reading) -> tuple[Word, ...]:
    """The words of a text, cut once."""
    return reading.once(_words)


def _words(reading: Reading) -> tuple[Word, ...]:
    if not _ESCAPE.search(reading.text):
        return _bare(words(reading), reading.language)
    text = _ESCAPE.sub(lambda m: " " * len(m.group()), reading.text)
    return _bare(tokens(text, reading.language), reading.language)


def _bare(run: Sequence[Token], language: Language) -> tuple[Word, ...]:
    found = []
    for token in run:
        bare = token.text if token.text.isalnum() else without_suffix(token.text, language)
        k = fold(bare)
        if k:
            end = token.start + len(bare)
            found.append(Word(bare, token.start, end, k, token.capital or token.mixed, token.starts or token.headline))
    return tuple(found)


@dataclass
class Window:
    """`source` and `target` words of aligned stretches."""

    source: Sequence[Word]
    target: Sequence[Word]
    tables: Tables
    case: Case  # the words' offsets count in its texts
    link: Link | None = None  # None where the words are those of the whole texts
    source_keys: Counter[str] = field(init=False)
    target_keys: Counter[str] = field(init=False)
    _explained: dict[int, bool] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.source_keys = Counter(w.key for w in self.source)
        self.target_keys = Counter(w.key for w in self.target)

    @cached_property
    def second(self) -> frozenset[str] | None:
        """Keys of the words of all second translations; None without any."""
        case = self.case
        readings = [
            case.second(number, i) for number in range(len(case.again)) for i in (self.link.source if self.link else ())
        ]
        return _keys(readings)

    @cached_property
    def _source_lexical(self) -> frozenset[str]:
        return frozenset(self.tables.lexicon.key(w.key) for w in self.source)

    @cached_property
    def joined_source(self) -> str:
        """All keys of the source in a row."""
        return "".join(w.key for w in self.source)

    @cached_property
    def _compounds(self) -> frozenset[str]:
        """Two or three words of the source written as one."""
        keys = [w.key for w in self.source]
        return frozenset("".join(keys[i : i + n]) for n in (2, 3) for i in range(len(keys) - n + 1))

    @cached_property
    def same(self) -> list[bool]:
        """For each target word: the same letters stand in the source (clitic off; parts of a compound count)."""
        found = [
            any(
                k in self.source_keys or (k + self.tables.source.inflection.plural) in self.source_keys
                for k in self.tables.bare(w.key)
            )
            or w.key in self._compounds
            for w in self.target
        ]
        for i in range(len(found) - 1):
            if self.target[i].key + self.target[i + 1].key in self.source_keys:
                found[i] = found[i + 1] = True
        return found

    def explained(self, i: int) -> bool:
        """Whether the target word has the same letters as some word of the source, or translates one."""
        found = self._explained.get(i)
        if found is None:
            found = self._explained[i] = self.same[i] or self._translates_any(self.target[i])
        return found

    def _translates_any(self, word: Word) -> bool:
        if not self._source_lexical.isdisjoint(self.tables.meanings(word.key)):
            return True
        return any(
            len(name) > 2
            and (name in self.source_keys or name + self.tables.source.inflection.plural in self.source_keys)
            for entry in self.tables.gazetteer.known(word.text)
            for name in map(self.tables.gazetteer.key, (entry.name, *entry.aliases))
        )

    @cached_property
    def free(self) -> list[bool]:
        """For each target word: it looks like a name, and nothing in the source explains it."""
        return [
            len(word.key) > 1 and word.text[0].isalpha() and self.tables.namelike(word.text) and not self.explained(i)
            for i, word in enumerate(self.target)
        ]

    def text(self, span: tuple[int, int]) -> str:
        """The stretch of the translation from the first to the last word of `span`."""
        return self.case.text[self.target[span[0]].start : self.target[span[1]].end]

    def find(self, name: str, used: Container[int] = ()) -> tuple[int, int] | None:
        """First and last index of the target words that spell `name`, spaces and hyphens aside; None if they don't.

        A stretch that begins at one of the indices `used` is passed over.
        """
        wanted = fold(name)
        if not wanted:
            return None
        for i in self._beginning.get(wanted[0], ()):
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

    @cached_property
    def _beginning(self) -> dict[str, list[int]]:
        """First letter of a key -> indices of the target words."""
        found: dict[str, list[int]] = {}
        for i, word in enumerate(self.target):
            found.setdefault(word.key[0], []).append(i)
        return found

    def joined(self, i: int) -> bool:
        """Whether there is a target word after the one at `i`, and only a space between them."""
        return i + 1 < len(self.target) and self.target[i + 1].start - self.target[i].end == 1

    def hyphened(self, i: int) -> bool:
        """Whether there is a target word after the one at `i`, and only a hyphen between them."""
        return i + 1 < len(self.target) and self.case.text[self.target[i].end : self.target[i + 1].start] == "-"

    @cached_property
    def strange(self) -> tuple[int, ...]:
        """Indices of capitalised target words, inside a sentence, that nothing of the source explains."""
        idle = self.tables.target_idle
        return tuple(
            i
            for i, word in enumerate(self.target)
            if word.proper and len(word.key) > 1 and word.text.lower() not in idle and not self.explained(i)
        )

    @cached_property
    def strange_runs(self) -> tuple[tuple[int, int], ...]:
        """First and last of strange words that stand side by side."""
        runs: list[tuple[int, int]] = []
        for i in self.strange:
            if runs and runs[-1][1] == i - 1 and self.joined(i - 1):
                runs[-1] = runs[-1][0], i
            else:
                runs.append((i, i))
        return tuple(runs)

    def stands_for(self, word: Word) -> list[int]:
        """Indices of target words that have the letters of a source word or are known to translate it."""
        same = [i for i, t in enumerate(self.target) if word.key in self.tables.bare(t.key)]
        return same or [i for i, t in enumerate(self.target) if self.tables.translates(t.text, word.text)]
