"""Files that measurements read: pairs of sentences as JSON lines, XLIFF and PO."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from units import Pair

ARTICLE = 25  # sentences


def articles(pairs: Sequence[Pair], size: int = ARTICLE) -> list[list[Pair]]:
    """The pairs in articles of `size` sentences."""
    return [list(pairs[at : at + size]) for at in range(0, len(pairs), size)]


def pairs_file(folder: Path, pairs: Sequence[Pair], size: int = ARTICLE) -> Path:
    """A JSON lines file of articles with their originals; a sentence a line."""
    path = folder / f"{len(pairs)}.jsonl"
    rows = [
        {"id": str(i), "translation": "\n".join(b for _, b in own), "original": "\n".join(e for e, _ in own)}
        for i, own in enumerate(articles(pairs, size))
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def feed(folder: Path, pairs: Sequence[Pair], size: int = ARTICLE) -> Path:
    """A JSON lines file of the articles alone."""
    path = folder / f"feed{len(pairs)}.jsonl"
    rows = [{"id": str(i), "text": "\n".join(b for _, b in own)} for i, own in enumerate(articles(pairs, size))]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def xliff(pairs: Sequence[Pair]) -> str:
    """An XLIFF 1.2 file."""
    rows = "".join(
        f'<trans-unit id="{i}"><source>{escape(english)}</source><target>{escape(indonesian)}</target></trans-unit>\n'
        for i, (english, indonesian) in enumerate(pairs)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file original="x" source-language="en" target-language="id" datatype="plaintext"><body>\n{rows}'
        "</body></file></xliff>\n"
    )


def po(pairs: Sequence[Pair]) -> str:
    """A gettext PO file into Indonesian."""
    head = 'msgid ""\nmsgstr ""\n"Language: id\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return head + "".join(
        f"\nmsgctxt {json.dumps(str(i))}\nmsgid {json.dumps(english, ensure_ascii=False)}\n"
        f"msgstr {json.dumps(indonesian, ensure_ascii=False)}\n"
        for i, (english, indonesian) in enumerate(pairs)
    )
