"""Invented pairs of articles: sentences of `invented.tsv` put together, the translations with faults of every kind.

All choices hang on a checksum of their own name, so that the same number gives the same articles everywhere.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")

_BANK = Path(__file__).with_name("invented.tsv")
_NAME = re.compile(r"(?<![.“] )(?<!^)(?<![“‘])\b[A-Z][a-zé]{4,}\b")
_PHONETIC = str.maketrans({"p": "b", "v": "f", "e": "i", "o": "u"})  # what a passage through Arabic script does
_FURNITURE = ("Baca juga: Harga emas naik lagi", "ADVERTISEMENT", "Editor: Redaksi", "Share this article", "Olahraga")


@dataclass(frozen=True, slots=True)
class Invented:
    """A translation and the original it is paired with; None where the original is to be looked for."""

    id: str
    system: str
    translation: str
    original: str | None


_KEPT = 38  # rows of the bank that the originals are made of


def _pick(name: str, items: list[Item]) -> Item:
    return items[zlib.crc32(name.encode()) % len(items)]


def _damaged_name(key: str, text: str) -> str:
    names = _NAME.findall(text)
    if not names:
        return text
    name = _pick(key + "which", names)
    bad = _pick(
        key + "how",
        [name[0] + name[1:].translate(_PHONETIC), name[:2] + name[3:], name[:3] + name[4] + name[3] + name[5:], "dia"],
    )
    return text.replace(name, bad, 1)


def _changed_number(key: str, text: str) -> str:
    return re.sub(r"\d", lambda m: str((int(m.group()) + 3) % 9 + 1), text, count=1)


def _turned(key: str, text: str) -> str:
    without = re.sub(r" (?:tidak|bukanlah) ", " ", text, count=1)
    return without if without != text else text.replace(" akan ", " tidak akan ", 1).replace(" naik ", " turun ", 1)


def _marks(key: str, text: str) -> str:
    return _pick(
        key,
        [
            text.replace("“", '"').replace("”", '"'),
            text.replace("”", "", 1),
            text.replace("“", "", 1),
            text.replace("“", "” ", 1).replace("”", " “", 1),
            text.replace("“", "“ ").replace("”", " ”"),
            text.replace("“", "&quot;").replace("”", "&quot;"),
            text.replace(",”", ", “"),
        ],
    )


def _half_english(key: str, text: str) -> str:
    words = text.split()
    words[len(words) // 2 :] = ["according", "to", "the", "people", "who", "were", "there", "on", "that", "day."]
    return " ".join(words)


def _typing(key: str, text: str) -> str:
    return _pick(
        key,
        [text.replace(", ", " , "), text.replace(" ", "  ", 2), text.replace(" yang ", " yang yang "), text.lower(),
         text.replace(" itu", " -itu"), text + " " + text.split()[0] * 3],
    )  # fmt: skip


def _another_speaker(key: str, text: str) -> str:
    return re.sub(r"(kata|jawab|kenang) [A-Z]\w+(?: [A-Z]\w+)?", r"\1 Budi Hartono", text, count=1)


_FAULTS: list[Callable[[str, str], str]] = [
    _damaged_name, _changed_number, _turned, _marks, _half_english, _typing, _another_speaker,
]  # fmt: skip


def articles(count: int) -> list[Invented]:
    """`count` articles of three to eight sentences; every fourth translation is without a fault."""
    bank = [tuple(line.split("\t")) for line in _BANK.read_text(encoding="utf-8").splitlines()]
    return [_article(f"article {number}", number, bank) for number in range(count)]


def _article(key: str, number: int, bank: list[tuple[str, ...]]) -> Invented:
    size = _pick(key, list(range(3, 9)))
    alone = number % 10 == 9  # its sentences stand in no original, so that none is found
    rows = range(_KEPT, len(bank)) if alone else range(_KEPT)
    order = sorted(rows, key=lambda row: zlib.crc32(f"{key} {row}".encode()))[:size]
    english = [bank[row][0] for row in order]
    own = [bank[row][1] for row in order]
    if number % 4:
        for place in range(len(own)):
            if zlib.crc32(f"{key} fault {place}".encode()) % 2:
                own[place] = _pick(f"{key} kind {place}", _FAULTS)(f"{key} {place}", own[place])
        _whole_text(key, english, own, bank)
    glue = "\n" if number % 3 else " "
    return Invented(
        f"a{number:03}",
        f"system-{number % 3}",
        glue.join(own),
        None if number % 5 == 4 else glue.join(english),
    )


def _whole_text(key: str, english: list[str], own: list[str], bank: list[tuple[str, ...]]) -> None:
    """A fault of the text as a whole: a sentence lost, added, twice, moved, left in English; furniture between them."""
    place = zlib.crc32(f"{key} place".encode()) % len(own)
    kind = zlib.crc32(f"{key} whole".encode()) % 8
    if kind == 0:
        del own[place]
    elif kind == 1:
        own.insert(place, _pick(key, bank)[1])
    elif kind == 2:
        own.insert(place, own[place])
    elif kind == 3:
        own.append(own.pop(place))
    elif kind == 4:
        own[place] = english[place]
    elif kind == 5:
        own.insert(place, _pick(key, list(_FURNITURE)))
