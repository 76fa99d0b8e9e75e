"""Files that name their original: in a run that has both, the two are a pair."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from mtaudit.case import Document
from mtaudit.reading.interface import Item, Pair, Remark

_FILES = ("text", "markdown", "html")  # formats whose files are one article each


def linked(items: Iterable[Item]) -> Iterator[Item]:
    """The items in their order, each document with the original that it names, which is none of its own then.

    From the first file that may be an original on items are kept until all are there.
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
    for document in documents:
        name = document.named_original
        beside = _path(posixpath.join(posixpath.dirname(document.input.replace("\\", "/")), name))
        found = paths.get(beside) or paths.get(_path(name)) or addresses.get(name) if name else None
        if found is not None and found is not document and id(found) not in pairs:
            pairs[id(document)] = found
    originals = {id(document) for document in pairs.values()}
    for item in kept:
        if id(item) in originals:
            continue
        if isinstance(item, Document) and id(item) in pairs:
            original = pairs[id(item)]
            yield Pair(item, original)
            yield Remark(item.input, f"its original is {original.input}, as its front matter says")
        else:
            yield item
            if isinstance(item, Document) and item.named_original:
                yield Remark(item.input, f"its front matter names {item.named_original}, which is not among the inputs")


def _path(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/"))
