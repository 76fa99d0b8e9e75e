"""Forced scores of a translator's pieces, brought back to the words of the text that was scored."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mtaudit.evidence.interface import Cut, WordScore
from mtaudit.translation.interface import ForcedScore

_BYTE = "<0x"  # a piece that is one byte of a character the vocabulary lacks: <0xE2>


def of_words(text: str, score: ForcedScore, words: Sequence[Cut], offset: int = 0) -> list[WordScore | None]:
    """The score of each of `words`, whose places count from character `offset` of the scored `text`.

    None for one that no piece covers (behind what was cut off, say).
    """
    owner: dict[int, int] = {}  # character -> number of its piece
    for number, at in _placed(text, score):
        owner.setdefault(at, number)
    found: list[WordScore | None] = []
    for word in words:
        pieces = {owner[at] for at in range(offset + word.start, offset + word.end) if at in owner}
        values = [score.log_probs[number] for number in pieces]
        found.append(WordScore(sum(values), min(values)) if values else None)
    return found


def _placed(text: str, score: ForcedScore) -> Iterator[tuple[int, int]]:
    """(number of a piece, a character of `text` that it spells), up to where text and pieces part."""
    letters = _letters(text)
    pending, first = b"", 0
    for number, token in enumerate(score.tokens):
        if token.startswith(_BYTE) and token.endswith(">"):
            first = number if not pending else first
            pending += bytes([int(token[3:-1], 16)])
            try:
                written = pending.decode()
            except UnicodeDecodeError:
                continue
            pending = b""
        else:
            written, first = token.replace("▁", ""), number
        for letter in written:
            at, own = next(letters, (-1, ""))
            if own != letter:
                return
            yield first, at


def _letters(text: str) -> Iterator[tuple[int, str]]:
    """Each character that is no blank, in compatibility form as SentencePiece has it (NFKC), with its place."""
    for at, character in enumerate(text):
        for letter in _spelled(character):
            yield at, letter


@lru_cache(maxsize=4096)
def _spelled(character: str) -> str:
    letters = unicodedata.normalize("NFKC", character)
    return "".join(c for c in letters if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))
