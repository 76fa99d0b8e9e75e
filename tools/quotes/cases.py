"""Cases from the labelled files, one sentence or one article each: what the fit and the report of figures read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtaudit.case import Case, Document, Link
from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN
from mtaudit.languages.sentences import split


def rows(path: Path) -> list[dict[str, Any]]:
    """A JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def case(identity: str, translation: str, original: str, system: str | None = None, lines: bool = False) -> Case:
    """A case with its original; `lines`: line k of one stands for line k of the other, else all stands for all."""
    target, source = split(translation, INDONESIAN), split(original, ENGLISH)
    if lines:
        groups = range(max(s.paragraph for s in (*target, *source)) + 1)
        links = tuple(
            Link(
                tuple(i for i, s in enumerate(target) if s.paragraph == k),
                tuple(i for i, s in enumerate(source) if s.paragraph == k),
                1.0,
            )
            for k in groups
        )
    else:
        links = (Link(tuple(range(len(target))), tuple(range(len(source))), 1.0),)
    none = (None,) * len(target)
    return Case(
        document=Document(identity, identity, translation, system=system, language=INDONESIAN.code),
        sentences=target,
        back_translations=none,
        back_translation_scores=none,
        pair=ENGLISH_INDONESIAN,
        original=Document(f"{identity}.en", identity, original, language=ENGLISH.code),
        kind="full",
        similarity=1.0,
        original_sentences=source,
        links=links,
    )


def labelled(gold: str, sentences: int = 1) -> Iterator[tuple[Case, list[dict[str, Any]]]]:
    """Cases of GOLD.jsonl with the labels of GOLD.quotes.jsonl that belong to each, `sentences` sentences a case."""
    texts = {row["sent"]: row for row in rows(Path(f"{gold}.jsonl"))}
    labels: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for row in rows(Path(f"{gold}.quotes.jsonl")):
        labels.setdefault((row["sent"] // sentences, row["system"]), []).append(row)
    for (block, system), found in sorted(labels.items()):
        here = [texts[k] for k in range(block * sentences, (block + 1) * sentences) if k in texts]
        translation, original = "\n".join(r["hyp"][system] for r in here), "\n".join(r["en"] for r in here)
        yield case(f"{block}/{system}", translation, original, system, lines=sentences > 1), found


def human(gold: str) -> Iterator[Case]:
    """Cases of human translations, GOLD.jsonl: one article each, line by line."""
    for row in rows(Path(f"{gold}.jsonl")):
        yield case(row["doc"], "\n".join(row["id"]), "\n".join(row["en"]), lines=True)
