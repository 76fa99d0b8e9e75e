"""Texts with names marked, from three kinds of labels: silver English, the same carried over to Indonesian, NERGrit."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mtaudit.languages import ENGLISH_INDONESIAN, LANGUAGES  # noqa: E402
from mtaudit.languages.interface import Language  # noqa: E402
from mtaudit.names import gazetteer  # noqa: E402
from mtaudit.names.runs import bare  # noqa: E402

Name = tuple[int, int, str]  # start, end, type
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_CLOSES = frozenset(".,;:)!?%]}")
_TYPES = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG"}
_CLEAR = 0.85  # share of its readings that makes a name's type plain, whatever one sentence's label says
_OFTEN = 6
_MOSTLY = 0.6  # ... that makes one reading of a one-word name believable
_VOUCHED = 3


@dataclass
class Labelled:
    """A text and its names. `sure` is False where only the names marked are certain, not the absence of others.

    `doubtful` are the names whose type only this one reading vouches for.
    """

    text: str
    names: list[Name]
    sure: bool = True
    doubtful: frozenset[Name] = frozenset()


def tidy(text: str, name: Name, language: Language) -> Name | None:
    """The name without article, possessive, titles and quotation marks; None where nothing capitalised is left."""
    start, end, kind = name
    while True:
        piece = text[start:end]
        stripped = piece.lstrip(" \"'“”‘’([")
        article = _ARTICLE.match(stripped)
        lead = len(piece) - len(stripped) + (article.end() if article else 0)
        first = stripped.split(" ")[0].strip(".").lower()
        if not article and kind == "PER" and first in language.names.titles and " " in stripped:
            lead += stripped.index(" ") + 1
        if not lead:
            break
        start += lead
    end = start + len(bare(text[start:end].rstrip(" \"'“”‘’,)]"), language))
    piece = text[start:end]
    if not any(c.isupper() for c in piece):
        return None
    if " " not in piece and piece.lower() in language.names.adjectives | language.names.not_names:
        return None
    return start, end, kind


def silver(path: Path) -> list[tuple[Labelled, str | None]]:
    """Silver English with its Indonesian; a name's plain type, told from all its readings, overrules single labels."""
    language = LANGUAGES["en"]
    rows: list[tuple[Labelled, str | None]] = []
    readings: dict[str, Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            names = [n for n in (tidy(row["en"], (a, b, t), language) for a, b, t in row["names"]) if n]
            for a, b, t in names:
                readings[row["en"][a:b]][t] += 1
            rows.append((Labelled(row["en"], names), row["id"]))
    plain: dict[str, str] = {}
    mostly: dict[str, str] = {}
    for name, types in readings.items():
        kind, most = types.most_common(1)[0]
        total = sum(types.values())
        if total >= _OFTEN and most >= _CLEAR * total:
            plain[name] = kind
        if total >= _VOUCHED and most >= _MOSTLY * total:
            mostly[name] = kind
    for labelled, _ in rows:
        labelled.names = [(a, b, plain.get(labelled.text[a:b], t)) for a, b, t in labelled.names]
        labelled.doubtful = frozenset(
            (a, b, t)
            for a, b, t in labelled.names
            if mostly.get(labelled.text[a:b]) != t and " " not in labelled.text[a:b]
        )
    return rows


def projected(rows: list[tuple[Labelled, str | None]]) -> Iterator[Labelled]:
    """Indonesian sides with those names of the English that stand there as they are, or as the gazetteer has them."""
    tables = gazetteer.load(ENGLISH_INDONESIAN)
    for labelled, indonesian in rows:
        if not indonesian or not labelled.names:
            continue
        found: list[Name] = []
        for a, b, kind in labelled.names:
            name = labelled.text[a:b]
            for form in (name, *tables.forms(name)):
                for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", indonesian):
                    if not any(x < match.end() and match.start() < y for x, y, _ in found):
                        found.append((match.start(), match.end(), kind))
        if found:
            yield Labelled(indonesian, sorted(found), sure=False)


def nergrit(path: Path) -> Iterator[tuple[Labelled, list[tuple[int, int]], list[str]]]:
    """NERGrit sentences as running text, with the span of every token and its tag."""
    tokens: list[tuple[str, str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in [*lines, ""]:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 2 and cells[0].strip():
                tokens.append((cells[0].strip(), cells[1]))
            elif tokens:
                yield _joined(tokens)
                tokens = []


def _joined(
    tokens: list[tuple[str, str]],
) -> tuple[Labelled, list[tuple[int, int]], list[str]]:
    text, spans, inside = "", [], False
    for n, (token, _) in enumerate(tokens):
        before = tokens[n - 1][0] if n else ""
        after = tokens[n + 1][0] if n + 1 < len(tokens) else ""
        glue = not text or token in _CLOSES or before in {"(", "[", "{"}
        if token == '"':
            glue = glue or inside
            inside = not inside
        elif before == '"' and inside:
            glue = True
        if (token == "-" and before[-1:].isalnum() and after[:1].isalnum()) or (
            before == "-" and n > 1 and tokens[n - 2][0][-1:].isalnum() and token[:1].isalnum()
        ):
            glue = True
        if token == "'" or before == "'":
            glue = True
        text += "" if glue else " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    names: list[Name] = []
    for (a, b), (_, tag) in zip(spans, tokens, strict=True):
        if tag.startswith("B-") or (tag.startswith("I-") and not (names and names[-1][1] + 2 > a)):
            names.append((a, b, _TYPES[tag[2:]]))
        elif tag.startswith("I-"):
            names[-1] = (names[-1][0], b, names[-1][2])
    return Labelled(text, names), spans, [tag for _, tag in tokens]
