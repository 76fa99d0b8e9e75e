"""Files that name their original, or whose place does: in a run that has both, the two are a pair.

By its front matter or, of a page, by `hreflang`; else by convention: `x.id.html` beside `x.en.html`, `id/x.html` beside
`en/x.html`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from mtaudit.case import Document
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.reading.interface import Item, Pair, Remark

_FRONT = "markdown"  # the format whose files have front matter
_FILES = ("text", "markdown", "html", "docx", "pdf")  # formats whose files are one article each


def linked(items: Iterable[Item], pair: LanguagePair = ENGLISH_INDONESIAN, *, by_place: bool = True) -> Iterator[Item]:
    """The items in their order, each document with its original, which is none of its own then.

    Without `by_place` only front matter counts. From the first file that may be an original on items are kept until all
    are there.
    """
    kept: list[Item] = []
    for item in items:
        if kept or (isinstance(item, Document) and item.format in _FILES):
            kept.append(item)
        else:
            yield item
    documents = [item for item in kept if isinstance(item, Document)]
    paths = {_path(document.input): document for document in documents}
    addresses = {document.url: document for document in documents if document.url}
    pairs: dict[int, Document] = {}
    why: dict[int, str] = {}
    for document in documents:
        front = document.format == _FRONT
        name = document.named_original if front or by_place else ""
        beside = _path(posixpath.join(posixpath.dirname(document.input.replace("\\", "/")), name))
        found = paths.get(beside) or paths.get(_path(name)) or addresses.get(name) if name else None
        why[id(document)] = "as its front matter says" if front else "as the page says (hreflang)"
        if found is None and by_place:
            there = (paths.get(path) for path in _counterparts(_path(document.input), pair))
            found = next((other for other in there if other is not None), None)
            why[id(document)] = "by the names of the files (--no-auto-pairs)"
        if found is not None and found is not document and id(found) not in pairs:
            pairs[id(document)] = found
    originals = {id(document) for document in pairs.values()}
    for item in kept:
        if id(item) in originals:
            continue
        if isinstance(item, Document) and id(item) in pairs:
            original = pairs[id(item)]
            yield Pair(item, original)
            yield Remark(item.input, f"its original is {original.input}, {why[id(item)]}")
        else:
            yield item
            if isinstance(item, Document) and item.named_original and item.format == _FRONT:
                yield Remark(item.input, f"its front matter names {item.named_original}, which is not among the inputs")


def _counterparts(path: str, pair: LanguagePair) -> Iterator[str]:
    """Where the original of a file at `path` stands by convention: one folder, or one part of its name, says the
    language of the translation, and there says that of the original."""
    parts = re.split(r"([/._-])", path)
    for at, part in enumerate(parts):
        if part.lower() == pair.target.code:
            other = pair.source.code.upper() if part.isupper() else pair.source.code
            yield "".join((*parts[:at], other, *parts[at + 1 :]))


def _path(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/"))
