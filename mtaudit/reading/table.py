"""Rows of JSONL, JSON, CSV and TSV, and what a row becomes: one document, or a pair where an original stands in it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import Any

from mtaudit.case import Document
from mtaudit.errors import InputError, UsageError
from mtaudit.faults import or_skipped
from mtaudit.model import Run, Skipped
from mtaudit.reading import escapes, spans, traced
from mtaudit.reading.decode import decode
from mtaudit.reading.identity import original_id
from mtaudit.reading.interface import Columns, Item, Pair, Remark, Source, UnrecognisedError, clean, headline
from mtaudit.reading.traced import SourceText, Traced, joined

FIELDS = ("id", "text", "translation", "original", "title", "system", "url", "published")
TEXT_NAMES = ("translation", "text")  # what the text may be called without a mapping
_CUT_OFF = "the file ends in the middle of this row"
_DELIMITERS = (",", "\t", ";")
_SEPARATOR = re.compile(r"\s*\"?sep=([,;\t|])\"?[ \t]*(?=\n|\Z)", re.IGNORECASE)  # what Excel says to itself
_ORIGINAL_WORDS = 3  # at least, in half of the fields of a column that is taken for the original by a likely name


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its 1-based line (its number, in a JSON array), its fields by name, and where it stands in its file.

    `place(name)` gives what a field's text is spelled by; several texts where it is a list, none where it can't tell.
    """

    line: int
    values: Mapping[str, Any]
    file: SourceText
    start: int  # offset in the file
    place: Callable[[str], list[Traced]]


def read_jsonl(source: Source, columns: Columns) -> Iterator[Item]:
    """Documents and pairs of a JSONL file, or of a JSON array or object of the same fields."""
    return _items(source, columns, list(json_rows(source)))


def read_csv(source: Source, columns: Columns) -> Iterator[Item]:
    """Documents and pairs of a CSV or TSV file with a header line."""
    return _items(source, columns, list(csv_rows(source)))


def json_rows(source: Source) -> Iterator[Row | Skipped]:
    """Rows of JSONL (one object a line); a file that is one JSON value is taken as its row or array of rows.

    Raises InputError where the file is no text.
    """
    file = SourceText(decode(source.data, source.input, source.charset))
    lines = file.text.split("\n")
    first = next((line for line in lines if line.strip()), "").strip()
    if first in ("[", "{") or first.startswith("["):
        value = parse_json(file.text)
        rows = value if isinstance(value, list) else [value]
        if isinstance(value, ValueError) and isinstance(parse_json(first), ValueError):
            raise InputError(source.input, f"not JSON ({value}): write one array, or one {{...}} a line")
        if all(isinstance(row, dict) for row in rows):
            starts = [start for start, _ in spans.elements(file.text)] if isinstance(value, list) else [0]
            starts = starts if len(starts) == len(rows) else [0] * len(rows)
            for number, (row, start) in enumerate(zip(rows, starts, strict=True), 1):
                yield Row(number, row, file, start, partial(_json_place, file, start))
            return
    start = 0
    for number, line in enumerate(lines, 1):
        begin, start = start, start + len(line) + 1
        if not line.strip():
            continue
        value = parse_json(line)
        if isinstance(value, dict):
            yield Row(number, value, file, begin, partial(_json_place, file, begin))
        else:
            what = "not JSON" if isinstance(value, ValueError) else "no JSON object"
            detail = f" ({value})" if isinstance(value, ValueError) else ""
            yield Skipped(f"{source.input}:{number}", f"{what}{detail}: write one {{...}} a line")


def _json_place(file: SourceText, start: int, name: str) -> list[Traced]:
    """What the string, or the strings of the list, under the key `name` spell in the object that begins at `start`."""
    begin, end = spans.members(file.text, start).get(name, (0, 0))
    literals = spans.elements(file.text, begin) if file.text.startswith("[", begin) else [(begin, end)]
    return [escapes.json_string(file.cut(*one)) for one in literals if file.text.startswith('"', one[0])]


def parse_json(text: str) -> Any:
    """The value of `text`, or the ValueError that says why it is none."""
    try:
        return json.loads(text)
    except RecursionError:
        return ValueError("too deeply nested")
    except ValueError as error:
        return error


def csv_rows(source: Source) -> Iterator[Row | Skipped]:
    """Rows of CSV (comma, semicolon or tab, by the header line) or TSV. Raises InputError where there is none."""
    file = SourceText(decode(source.data, source.input, source.charset))
    text = file.text
    told = _SEPARATOR.match(text)
    text = " " * told.end() + text[told.end() :] if told else text  # places stay what they are
    head = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = "\t" if source.name.lower().endswith((".tsv", ".tab")) else max(_DELIMITERS, key=head.count)
    delimiter = told[1] if told else delimiter
    raw = delimiter == "\t" and not _quoted(text)
    if raw:
        unclosed, lines = 0, enumerate(text.split("\n"), 1)
        table = [(number, number, line.split("\t")) for number, line in lines if line.strip()]
    else:
        table = list(_parse_csv(text, delimiter, source.input))
        unclosed = _unclosed(text, delimiter, table)
    if not table:
        raise InputError(source.input, "empty: nothing to audit")
    header, ends = [name.strip() for name in table[0][2]], table[-1][1]
    for number, last, cells in table[1:]:
        torn = last == ends and not text.endswith("\n") and len(cells) < len(header)
        if unclosed == number or torn:
            yield Skipped(f"{source.input}:{number}", f"{_CUT_OFF}: copy or download it again")
        elif len(cells) > len(header):
            reason = f"{len(cells)} fields where the header has {len(header)}: quote fields that hold the delimiter"
            yield Skipped(f"{source.input}:{number}", reason)
        else:
            record = file.lines(number, last)
            values = dict(zip(header, cells, strict=False))
            place = partial(_cell_place, record, header, "" if raw else delimiter)
            yield Row(number, values, file, file.line_start(number), place)


def looks_like_csv(first: str, columns: Columns) -> bool:
    """Whether the first line of a text is the header of a table with a column for the translation, or Excel's word."""
    if _SEPARATOR.fullmatch(first):
        return True
    names = {name.lower() for name in text_names(columns)}
    if not columns:
        names |= {name for name, field in _likely().items() if field == TEXT_NAMES[0]}
    lines = ([cell.strip().strip('"').lower() for cell in first.split(delimiter)] for delimiter in _DELIMITERS)
    return any(len(cells) > 1 and not names.isdisjoint(cells) for cells in lines)


def _unclosed(text: str, delimiter: str, table: list[tuple[int, int, list[str]]]) -> int:
    """The first line of the last record, if that ends inside a quoted field; else 0."""
    if not table:
        return 0
    first = table[-1][0]
    record = "\n".join(text.split("\n")[first - 1 :])
    try:
        for _ in csv.reader(_keep_lines(record), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return first if "unexpected end of data" in str(error) else 0
    return 0


def _cell_place(record: Traced, header: list[str], delimiter: str, name: str) -> list[Traced]:
    """What the field `name` of a record spells; `delimiter` is empty for plain TSV."""
    fields = escapes.csv_fields(record, delimiter) if delimiter else record.split("\t")
    return [field for field, own in zip(fields, header, strict=False) if own == name][-1:]


def _parse_csv(text: str, delimiter: str, input: str) -> Iterator[tuple[int, int, list[str]]]:
    """First line, last line and fields of each record."""
    before = csv.field_size_limit(max(len(text), 131072))  # the default cuts long articles off with an error
    try:
        reader = csv.reader(_keep_lines(text), delimiter=delimiter)
        end = 0
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise InputError(input, f"broken CSV in line {reader.line_num} ({error}): mend that line") from error
            if any(cell.strip() for cell in cells):
                yield end + 1, reader.line_num, cells
            end = reader.line_num
    finally:
        csv.field_size_limit(before)


def _keep_lines(text: str) -> Iterator[str]:
    """Lines with their ends; only `\\n` ends a line (U+2028 and the like stand inside articles)."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _quoted(text: str) -> bool:
    """Whether quotation marks in tab-separated `text` are CSV's, not the article's own.

    A spreadsheet quotes each field that holds a mark and doubles the mark; plain TSV does neither. Where lines differ
    in their number of tabs, only CSV quoting can explain it.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    cells = [cell for line in lines for cell in line.split("\t")]
    marked = [cell for cell in cells if '"' in cell]
    if not marked:
        return False
    if len({line.count("\t") for line in lines}) > 1:
        return any(cell.startswith('"') for cell in marked)
    proper = all(len(c) > 1 and c[0] == c[-1] == '"' and '"' not in c[1:-1].replace('""', "") for c in marked)
    return proper and (len(marked) == len(cells) or any('""' in cell[1:-1] for cell in marked))


def _items(source: Source, columns: Columns, rows: list[Row | Skipped]) -> Iterator[Item]:
    """Each row's document or pair. Raises UnrecognisedError where no row has a text field at all."""
    known = [row for row in rows if isinstance(row, Row)]
    present = {name for row in known for name in row.values}
    columns, remark = _by_name(source.input, columns, known, present)
    names = text_names(columns)
    if known and present.isdisjoint(names):
        wanted = " or ".join(f"`{name}`" for name in names)
        raise UnrecognisedError(source.input, f"no field {wanted} ({_seen(known)}): name the one that holds the text")
    missing = next((name for name in columns.values() if name not in present), None)
    if known and missing is not None:
        raise InputError(source.input, f"no field `{missing}` ({_seen(known)}): correct the column mapping")
    if not known and not rows:
        raise UnrecognisedError(source.input, "no rows: nothing to audit")
    if remark is not None:
        yield remark
    for row in rows:
        yield row if isinstance(row, Skipped) else row_item(source.input, row, columns)


def _by_name(
    input: str, columns: Columns, rows: Sequence[Row], present: Collection[str]
) -> tuple[Columns, Remark | None]:
    """The mapping with the columns that either language has likely names for (`terjemahan`), and what is said of it.

    A field that is mapped, or has a column of its own name, keeps that.
    """
    found: dict[str, str] = {}
    taken = {*columns, *(name for name in FIELDS if name in present)}
    if taken & set(TEXT_NAMES):
        taken |= set(TEXT_NAMES)
    for name in sorted(present, key=str):
        field = _likely().get(str(name).strip().lower().replace("_", " "))
        if field is None or field in taken or (field == "original" and not _texts(rows, name)):
            continue
        found[field] = name
        taken |= {field, *(TEXT_NAMES if field in TEXT_NAMES else ())}
    if not found:
        return columns, None
    read = ", ".join(f"{field} from `{name}`" for field, name in found.items())
    return {**columns, **found}, Remark(input, f"columns by their names: {read} (--column names others)")


@cache
def _likely() -> Mapping[str, str]:
    """Names that columns have in either language -> our field."""
    text = (files("mtaudit") / "data" / "columns.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: field for _, name, field in rows}


def _texts(rows: Sequence[Row], name: str) -> bool:
    """Whether a column holds texts and no labels (`source`: Reuters)."""
    values = [value for row in rows if isinstance(value := row.values.get(name), (str, list)) and value]
    long = sum(len(str(value).split()) >= _ORIGINAL_WORDS for value in values)
    return 2 * long >= len(values) > 0


def _seen(rows: list[Row]) -> str:
    return "there are: " + (", ".join(str(name) for name in list(rows[0].values)[:8]) or "none")


def checked(columns: Mapping[str, str] | None) -> Columns:
    """A column mapping whose fields all exist. Raises UsageError that names those there are."""
    mapping = dict(columns or {})
    unknown = next((field for field in mapping if field not in FIELDS), None)
    if unknown is not None:
        raise UsageError(f"column mapping: there is no field {unknown!r}, only {', '.join(FIELDS)}")
    return mapping


def text_names(columns: Columns) -> tuple[str, ...]:
    """Names under which the translation may stand."""
    mapped = columns.get("text") or columns.get("translation")
    return (mapped,) if mapped else TEXT_NAMES


def row_item(
    input: str,
    row: Row,
    columns: Columns,
    load: Callable[[Row, str], Document | None] | None = None,
) -> Document | Pair | Skipped:
    """The document of a row, or its pair where it has an original.

    `load(row, field)` fetches what a row names by path (`translation` or `original`); without it only texts count.
    """
    place = f"{input}:{row.line}"
    try:
        return or_skipped(place, lambda: _row_item(input, row, columns, load))
    except InputError as error:
        return Skipped(place, str(error))


def _row_item(
    input: str, row: Row, columns: Columns, load: Callable[[Row, str], Document | None] | None
) -> Document | Pair | Skipped:
    place = f"{input}:{row.line}"

    def value(field: str) -> str | None:
        return cell(row, columns.get(field, field))

    name, text = next(((n, t) for n in text_names(columns) if (t := cell(row, n)) is not None), ("", None))
    loaded = load(row, "translation") if load is not None and text is None else None
    if loaded is None and (text is None or not text.strip()):
        return Skipped(place, "no translation in this row: fill it in or take the row out")
    original = value("original")
    loaded_original = load(row, "original") if load is not None and original is None else None
    body = loaded.text if loaded else text or ""
    document = Document(
        id=(value("id") or "").strip() or place,
        input=loaded.input if loaded else input,
        text=body,
        title=value("title") or (loaded.title if loaded else None) or headline(body),
        system=value("system"),
        url=value("url"),
        published=value("published"),
        source_map=loaded.source_map if loaded else _source_map(row, name, body),
        format=loaded.format if loaded else "",
        encoding=loaded.encoding if loaded else "",
    )
    if loaded_original is not None:
        return Pair(document, loaded_original)
    if original is None or not original.strip():
        return document
    return Pair(document, Document(original_id(document.id), input, original, title=headline(original)))


def _source_map(row: Row, name: str, text: str) -> tuple[Run, ...]:
    """Where the text of the field `name` stands; at the beginning of the row where the file spells it otherwise."""
    found = traced.clean(joined("\n", row.place(name)))
    return row.file.runs(found if found.text == text else Traced.at(text, row.start))


def cell(row: Row, name: str) -> str | None:
    """The field `name` as text: a list of strings is one line each, a number its digits; None where it is not there.

    Raises InputError where it holds anything else.
    """
    value = row.values.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return clean("\n".join(value)) or None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise InputError(f"`{name}`", "neither text nor a list of texts: write it as a string")
