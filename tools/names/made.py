"""Human sentence pairs with one name damaged by construction: training text where the labelled sets are thin.

A name that the Indonesian has letter for letter, or in a form of the tables, is given wrong letters, a passage through
Arabic or Cyrillic spelling (the steps of `names.roads`), a stray subword piece, a cut end, another known name in its
place, what one or all of its words mean, a word less, or nothing at all. Some people get a surname that is a word, in
both sentences, and its meaning in the Indonesian one. Beside these, a person's surname alone, which is no damage.
"""

from __future__ import annotations

import lzma
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mtaudit.languages import ENGLISH_INDONESIAN as PAIR
from mtaudit.languages.sentences import split
from mtaudit.names import lexical, mentions, roads
from mtaudit.names.mention import Mention
from mtaudit.names.tables import tables
from mtaudit.text import Reading

# Sentences of each kind of damage
WANTED = {
    "letters": 330, "another name": 330, "script": 260, "word for word": 240, "meaning": 200, "surname": 200,
    "last": 160, "cut": 150, "half": 100, "piece": 90, "gone": 70,
}  # fmt: skip
CALLED = 160  # sentences about people with a surname that is a word
SOUND = "surname"  # a kind that is no damage
NEWS = frozenset(
    {"globalvoices", "panl-int", "panl-eco", "panl-spo", "panl-sci", "tico19", "pud"}
)  # tags; none of class C
WORDS = range(7, 41)  # of a sentence
SURNAMES = frozenset("1357")  # digits of `lexical.lists` for words in the list of surnames
PIECES = ("en", "an", "in", "er", "on", "ten", "ner", "si", "ma", "ri", "tan")
CONSONANTS, VOWELS = "bdfghklmnprstvwyz", "aeiou"
MEANT = 0.1  # least probability of a word's translation


@dataclass(frozen=True, slots=True)
class Made:
    """A pair of sentences; `name` is the English name that was changed in `indonesian`."""

    indonesian: str
    english: str
    name: str
    kind: str


class Damage:
    """Ways to damage a name, drawn from one seeded source of chance."""

    def __init__(self, chance: random.Random, words: Sequence[str]) -> None:
        """`words`: Indonesian words whose meanings are put in the place of words in names."""
        self._chance = chance
        self._tables = tables(PAIR)
        known: dict[str, set[str]] = {}
        for entries in self._tables.gazetteer.by_name.values():
            for entry in entries:
                known.setdefault(entry.type, set()).add((entry.forms or (entry.name,))[0])
        self._known = {kind: sorted(forms) for kind, forms in sorted(known.items())}
        people = [form.split() for form in self._known["PER"] if " " in form]
        self._first = sorted({parts[0] for parts in people})
        self._surnames = sorted({parts[-1] for parts in people if parts[-1][0].isupper()})
        self._meaning: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            for english, p in self._tables.lexicon.translations(word).items():
                if p >= MEANT and english != word:
                    self._meaning.setdefault(english, []).append(word)
        ordinary = self._tables.casing.source_word
        self._words = sorted(w for w in self._meaning if lexical.lists(w) in SURNAMES and len(w) > 3 and ordinary(w))
        self._scripts = [road for road in roads.ROADS if road.name in ("Arabic script", "Cyrillic script")]

    def of(self, name: Mention, standing: str, kind: str) -> str | None:
        """What stands for the name, changed in this way; None where it can't be."""
        parts = standing.split()
        long = [i for i, w in enumerate(parts) if len(w) > 3 and w.isalpha() and w[0].isupper() and not self._head(w)]
        chance = self._chance
        if kind == "gone":
            return ""
        if kind == "half":
            if len(parts) < 2:
                return None
            del parts[-1 if name.type == "PER" else chance.randrange(len(parts))]
            return " ".join(parts)
        if kind == "surname":
            return parts[-1] if name.type == "PER" and len(parts) > 1 and len(parts[-1]) > 3 else None
        if kind == "another name":
            return self._other(name, parts)
        if kind in ("meaning", "word for word"):
            return self._meant(name.text.split(), kind == "word for word")
        if not long:
            return None
        changed = long if kind == "script" and chance.random() < 0.6 else [chance.choice(long)]
        for i in changed:
            parts[i] = getattr(self, f"_{kind}")(parts[i])
        return " ".join(parts)

    def _meant(self, parts: list[str], every: bool) -> str | None:
        """What one word of the name means in its place, or what all do, in either order."""
        chance = self._chance
        parts = [w for w in parts if w.lower() not in PAIR.source.function_words or w.isupper()]
        found = [(i, t) for i, w in enumerate(parts) if w.isalpha() and not self._head(w) for t in self._means(w)]
        if not found:
            return None
        i, word = chance.choice(found)
        capital = chance.random() < 0.8
        parts[i] = word.capitalize() if capital else word
        if every:
            for k, other in enumerate(parts):
                meanings = self._means(other) if k != i else []
                if meanings:
                    parts[k] = chance.choice(meanings).capitalize() if capital else chance.choice(meanings)
            if chance.random() < 0.6:
                parts.reverse()
        return " ".join(parts)

    def _head(self, word: str) -> bool:
        return self._tables.head(word)

    def _means(self, word: str) -> list[str]:
        return self._meaning.get(word.lower(), [])

    def _other(self, name: Mention, parts: list[str]) -> str:
        chance = self._chance
        if name.type == "PER":
            if len(parts) == 1:
                return chance.choice(self._surnames)
            i = chance.choice((0, -1))
            parts[i] = chance.choice(self._first if i == 0 else self._surnames)
            return " ".join(parts)
        same = [form for form in self._known[name.type] if form[0].isupper()]
        alike = [form for form in same if form[:2].lower() == name.text[:2].lower()]
        return chance.choice(alike if alike and chance.random() < 0.3 else same)

    def _letters(self, word: str) -> str:
        chance = self._chance
        for _ in range(chance.choice((1, 1, 2))):
            i, draw = chance.randrange(1, len(word)), chance.random()
            if draw < 0.35:
                word = word[:i] + word[i + 1 :]
            elif draw < 0.5:
                word = word[:i] + word[i - 1] + word[i:]
            elif draw < 0.65:
                word = word[:i] + word[i : i + 2][::-1] + word[i + 2 :]
            else:
                word = word[:i] + chance.choice(VOWELS if word[i] in VOWELS else CONSONANTS) + word[i + 1 :]
        return word

    def _script(self, word: str) -> str:
        chance, low = self._chance, word.lower()
        steps = [(a, b) for a, b, cost in chance.choice(self._scripts).steps if a and a != b and cost <= 0.3]
        for _ in range(chance.choice((1, 2, 3))):
            fitting = [(a, b) for a, b in steps if a in low[1:] or (b and low.startswith(a))]
            if fitting:
                a, b = chance.choice(fitting)
                i = chance.choice([k for k in range(len(low)) if low.startswith(a, k)])
                low = low[:i] + b + low[i + len(a) :]
        return low.capitalize()

    def called(self, name: Mention) -> tuple[str, str] | None:
        """The first name with a surname that is a word of the language, and with what that means."""
        first, *rest = name.text.split()
        if name.type != "PER" or len(rest) != 1 or not first.isalpha():
            return None
        surname = self._chance.choice(self._words)
        meaning = self._chance.choice(self._means(surname))
        return f"{first} {surname.capitalize()}", f"{first} {meaning.capitalize()}"

    def _last(self, word: str) -> str:
        """Without a plural's letter at its end, or one of two like letters."""
        doubled = [i for i in range(1, len(word)) if word[i] == word[i - 1]]
        if word.endswith("s"):
            return word[:-1]
        if not doubled:
            return word
        i = self._chance.choice(doubled)
        return word[:i] + word[i + 1 :]

    def _cut(self, word: str) -> str:
        return word[:-1] if self._chance.random() < 0.6 else word[: max(3, len(word) - self._chance.choice((2, 3)))]

    def _piece(self, word: str) -> str:
        i = self._chance.randrange(2, len(word))
        return word[:i] + self._chance.choice(PIECES) + word[i:]


def made(pairs: Path, seed: int = 7) -> Iterator[Made]:
    """From `train.id-en.tsv.xz` (`id <tab> en <tab> tag`): as many of each kind as `WANTED` says, if there are."""
    chance = random.Random(seed)
    with lzma.open(pairs, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    rows = [r for r in rows if r[2] in NEWS and len(r[0].split()) in WORDS and len(r[1].split()) in WORDS]
    chance.shuffle(rows)
    damage = Damage(chance, [w for row in rows[:20_000] for w in re.findall(r"[a-z]{3,}", row[0])])
    left = Counter(WANTED)
    called = CALLED
    for indonesian, english, _ in rows:
        reading = Reading(english, PAIR.source, PAIR.target, split(english, PAIR.source))
        names = [m for m in mentions.found(reading, tables(PAIR)) if m.confidence > 0.7 and english.count(m.text) == 1]
        standing = [(m, form) for m in names if (form := _standing(m, indonesian)) is not None]
        kinds = sorted(left)
        if not standing or not kinds:
            continue
        name, form = chance.choice(standing)
        if called and form == name.text and (both := damage.called(name)) is not None:
            whole = _whole(form)
            there = whole.sub(lambda _, both=both: both[0], english)
            yield Made(whole.sub(lambda _, both=both: both[1], indonesian), there, both[0], "called")
            called -= 1
            continue
        chance.shuffle(kinds)
        kinds.sort(key=lambda kind: kind not in ("meaning", "word for word", "surname", "last"))  # of few names
        for kind in kinds:
            wrong = damage.of(name, form, kind)
            if wrong is not None and wrong.lower() not in (name.text.lower(), form.lower()):
                text = _whole(form).sub(lambda _, wrong=wrong: wrong, indonesian)
                yield Made(re.sub(r" ([,.])", r"\1", re.sub(r" {2,}", " ", text)).strip(), english, name.text, kind)
                left[kind] -= 1
                left = +left
                break


def _standing(name: Mention, indonesian: str) -> str | None:
    """The form in which the name stands there: its own, or one that the tables know."""
    forms = [form for form in (name.text, *tables(PAIR).gazetteer.forms(name.text)) if len(form) > 1]
    return next((form for form in forms if _whole(form).search(indonesian)), None)


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
