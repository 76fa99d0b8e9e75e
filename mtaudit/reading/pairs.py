"""`--pairs FILE`: which original belongs to which translation."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.faults import Fault
from mtaudit.model import Skipped
from mtaudit.reading import formats, identity, table
from mtaudit.reading.decode import MAX_BYTES
from mtaudit.reading.files import load_file, shown
from mtaudit.reading.interface import Pair, Remark


def files_named(path: str) -> Iterator[str]:
    """The files that the rows of a pairs file name; none where it can't be read."""
    with suppress(InputError):
        source = load_file(path)
        for row in table.csv_rows(source) if formats.is_csv(source) else table.json_rows(source):
            values = row.values if isinstance(row, table.Row) else {}
            for name in (values.get("translation_path"), values.get("original_path")):
                if isinstance(name, str) and name:
                    yield os.path.join(os.path.dirname(path), name)


def read_pairs(path: str, max_bytes: int = MAX_BYTES) -> Iterator[Pair | Skipped | Remark]:
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
        file = os.path.join(folder, name)
        documents = [d for d in formats.read(load_file(file, max_bytes=max_bytes), {}) if isinstance(d, Document)]
        if len(documents) != 1:
            raise InputError(shown(file), f"holds {len(documents)} articles: name a file with one")
        return documents[0]

    try:
        source = load_file(path, max_bytes=max_bytes)
        csv = formats.is_csv(source)
        rows = table.csv_rows(source) if csv else table.json_rows(source)
        items = (
            row if isinstance(row, Skipped) else table.row_item(shown(path), row, {"text": "translation"}, load)
            for row in rows
        )
        for item in formats.noted(items, source, "csv" if csv else "jsonl"):
            yield identity.unique(Pair(item) if isinstance(item, Document) else item, ids)
    except InputError as error:
        yield Skipped(error.input, error.reason)
    except Exception as error:
        yield Fault.of(error).skipped(shown(path))
