"""`--pairs FILE`: which original belongs to which translation."""

from __future__ import annotations

import os
from collections.abc import Iterator

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.model import Skipped
from mtaudit.reading import formats, identity, table
from mtaudit.reading.files import load_file
from mtaudit.reading.interface import Pair, Remark


def read_pairs(path: str) -> Iterator[Pair | Skipped | Remark]:
    """Pairs of a JSONL, CSV or TSV file (gzip too), in order; one row is one document.

    Fields: `id`, `translation` or `translation_path`, and optionally `original` or `original_path`, `system`,
    `title`, `url`. Paths are relative to the folder of the file. A row that cannot be read is a Skipped that names
    file and line; a file that cannot be read is one Skipped.
    """
    ids = identity.Ids()
    folder = os.path.dirname(path)

    def load(row: table.Row, field: str) -> Document | None:
        name = table.cell(row, f"{field}_path")
        if name is None:
            return None
        shown = os.path.normpath(os.path.join(folder, name)).replace(os.sep, "/")
        documents = [d for d in formats.read(load_file(shown), {}) if isinstance(d, Document)]
        if len(documents) != 1:
            raise InputError(shown, f"holds {len(documents)} articles: name a file with one")
        return documents[0]

    try:
        source = load_file(path)
        csv = formats.is_csv(source)
        rows = table.csv_rows(source) if csv else table.json_rows(source)
        items = (
            row if isinstance(row, Skipped) else table.row_item(path, row, {"text": "translation"}, load)
            for row in rows
        )
        for item in formats.noted(items, source, "csv" if csv else "jsonl"):
            yield identity.unique(Pair(item) if isinstance(item, Document) else item, ids)
    except InputError as error:
        yield Skipped(error.input, error.reason)
