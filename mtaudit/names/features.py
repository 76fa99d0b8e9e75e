"""What the tagger sees of each word of a stretch that may be a name; training and tagging share it.

Features are strings: facts about the word itself (letters, shape, what tables say of it), the same of its neighbours
in brief, and its place in the stretch and the sentence. A capital that proves nothing (a sentence's first word, a
headline) is marked as such unless the document capitalises the word elsewhere too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from mtaudit.languages.interface import Language
from mtaudit.names import lexical
from mtaudit.names.runs import bare
from mtaudit.names.tokens import Token

_NONE = ("w=<>",)


def features(
    words: Sequence[Token],
    first: int,
    last: int,
    proven: Mapping[str, int],
    language: Language,
    unknown: bool = False,
) -> list[list[str]]:
    """One list of features for each of the words `first` .. `last`.

    With `unknown`, words that no table of the language's conventions has look as if never met before: so training
    learns from well-known names what surrounds a name, and not the names alone.
    """
    length = min(last - first, 4)
    own = [_own(words[k].text, language, words[k].shouting, unknown) for k in range(first, last + 1)]
    brief = [_brief(words[k].text, language, unknown) for k in range(first, last + 1)]
    left = [
        _outside(words, first - 1, first, language),
        _outside(words, first - 2, first - 1, language),
    ]
    right = [
        _outside(words, last + 1, last + 1, language),
        _outside(words, last + 2, last + 2, language),
    ]
    around = [*reversed(left), *brief, *right]
    head, tail = brief[0][-1], brief[-1][-1]
    gap_left, gap_right = (
        _gap(words[first].gap),
        _gap(words[last + 1].gap) if last + 1 < len(words) else "$",
    )
    rows = []
    for n, k in enumerate(range(first, last + 1)):
        token = words[k]
        place = f"{min(n, 3)}{min(last - k, 3)}"
        row = [
            "1",
            "at=" + place,
            f"len={length}",
            "head=" + head,
            "tail=" + tail,
            "gl=" + gap_left,
            "gr=" + gap_right,
        ]
        row += own[n]
        proof = proven.get(bare(token.text, language).lower(), 0)
        if token.shouting or token.headline:
            row.append("headline" if proof <= 0 else "seen")
            row.append(("H" if proof <= 0 else "S") + own[n][0])
        elif token.starts:
            row.append("starts" if proof <= 0 else "seen")
            row.append(("^" if proof <= 0 else "S") + own[n][0])
            row.append("^" + place)
        elif proof > 0:
            row.append("seen")
        if n and token.gap != " ":
            row.append("gap=" + token.gap)
        for offset, sign in ((1, "-2:"), (2, "-1:"), (4, "+1:"), (5, "+2:")):
            at = n + offset - 1
            row += [sign + f for f in around[at]]
        if n == 0:
            row.append(f"{own[n][0]}|{around[1][-1]}")
        rows.append(row)
    return rows


def _outside(words: Sequence[Token], at: int, boundary: int, language: Language) -> tuple[str, ...]:
    """The brief of a word next to the stretch; nothing where a sentence or a text ends in between."""
    if at < 0 or at >= len(words) or boundary >= len(words) or words[boundary].starts:
        return _NONE
    return _brief(words[at].text, language)


def _gap(gap: str) -> str:
    stripped = gap.strip()
    return stripped[:2] if stripped else (" " if gap else "")


@lru_cache(maxsize=60_000)
def _own(word: str, language: Language, shouting: bool, unknown: bool = False) -> tuple[str, ...]:
    """Facts about the word itself; the first one tells how it is usually written."""
    stem = bare(word, language)
    low = stem.lower()
    kinds = _kinds(low, language)
    hidden = unknown and not kinds and word[0].isupper()
    small, capital = (0, 0) if hidden else lexical.case(low, language)
    usual = f"c={max(-4, min(4, capital - small))}" if small or capital else "c=?"
    digits = (None if hidden else lexical.name_digits(low)) or "????"
    row = [
        usual,
        f"cap={min(capital, 6)}",
        f"small={min(small, 8)}",
        "s3=" + low[-3:],
        "s2=" + low[-2:],
    ]
    leaning, listed = _leaning(digits), "" if kinds else lexical.lists(low)
    row += [
        "p3=" + low[:3],
        "n=" + digits,
        "t=" + leaning,
        "l=" + listed,
        f"tl={leaning}{listed}",
    ]
    if not hidden:
        row.append("w=" + low)
    row.append("shape=" + ("Xx" if shouting else _shape(stem)))
    if stem is not word:
        row.append("possessive")
    row += ["k=" + kind for kind in kinds]
    if len(stem) == 1:
        row.append("initial")
    return tuple(row)


@lru_cache(maxsize=60_000)
def _brief(word: str, language: Language, unknown: bool = False) -> tuple[str, ...]:
    """A neighbour in brief; the last feature sums up what sort of word it is."""
    low = bare(word, language).lower()
    kinds = _kinds(low, language)
    kind = kinds[0] if kinds else "-"
    upper = "X" if word[0].isupper() else "x"
    hidden = unknown and not kinds and word[0].isupper()
    digits = None if hidden else lexical.name_digits(low)
    about = (_leaning(digits) if digits else "") + lexical.lists(low) if upper == "X" and kind == "-" else ""
    return ("w=" + ("?" if hidden else low), f"k={upper}{kind}{about}")


def _leaning(digits: str) -> str:
    """Which type a word's names mostly have, and how clearly: "LOC+", "PER", "?"."""
    if digits == "????":
        return "?"
    counts = [int(d, 36) for d in digits]
    best = max(range(len(counts)), key=lambda i: (counts[i], -i))
    rest = max(c for i, c in enumerate(counts) if i != best)
    return lexical.TYPES[best] + ("+" if counts[best] >= rest + 2 else "" if counts[best] > rest else "~")


def _shape(word: str) -> str:
    kinds = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word[:12])
    short = kinds[:1]
    for c in kinds[1:]:
        if c != short[-1]:
            short += c
        elif len(short) == 1 and c == "X":
            short += "X"
    return short[:6]


@lru_cache(maxsize=60_000)
def _kinds(low: str, language: Language) -> tuple[str, ...]:
    names = language.names
    tables = (
        ("not", names.not_names), ("adj", names.adjectives), ("title", names.titles), ("office", names.offices),
        ("org", names.organisation_words), ("place", names.place_words), ("thing", names.thing_words),
        ("part", names.particles), ("conn", names.connectors), ("at", names.before_place),
        ("says", language.speech.verbs), ("fn", language.function_words),
    )  # fmt: skip
    return tuple(kind for kind, table in tables if low in table)
