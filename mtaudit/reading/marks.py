"""Marks in a file that say which findings are not to count there: what each covers, and why.

`mtaudit-ignore CODES: reason` covers what follows it, `mtaudit-ignore-file CODES: reason` the whole file. In Markdown
and HTML they stand in a comment, in XLIFF and TMX in a comment or in a unit's note, in PO in a translator's comment.
JSON, JSON Lines and CSV have a field `mtaudit-ignore` with `CODES: reason`, which covers its row.

Whether a mark counts is not decided here: see `mtaudit.running.inline`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from mtaudit.reading import markdown, table
from mtaudit.reading.decode import declared, decode
from mtaudit.reading.interface import Source
from mtaudit.source_map import Spot, spot

NAME = "mtaudit-ignore"
_MARK = re.compile(rf"\s*{NAME}(-file)?(?![\w-])(.*)", re.DOTALL)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_PO_COMMENT = re.compile(r"#[ \t]([^\n]*)")
_BEGIN: Spot = (1, 1)
_END: Spot = (1 << 60, 1)
_EMPTY = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)  # HTML's void elements
# Elements that end where another of them begins (HTML leaves their end tags out)
_NO_END = frozenset("p li dt dd td th tr option".split())
_ENDS_P = frozenset(  # elements that end a paragraph where they begin
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr main nav ol pre section table ul".split()
)
_UNITS = frozenset(("trans-unit", "unit", "tu"))  # of XLIFF 1.2, XLIFF 2 and TMX


@dataclass(frozen=True, slots=True)
class Mark:
    """`codes` (of rules, or their beginnings) are not to count from `first` up to before `last`: 1-based line and
    column in the decoded file. `line` is the mark's own."""

    codes: tuple[str, ...]
    reason: str
    line: int
    first: Spot
    last: Spot


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mark that counts for nothing, and why."""

    line: int
    reason: str


def find(source: Source, kind: str) -> list[Mark | Flaw]:
    """The marks of a file of that format, in order; none in formats that have no place for them.

    Raises InputError where the file can't be read.
    """
    if kind not in _FINDERS or NAME.encode() not in source.data.replace(b"\0", b""):
        return []
    return sorted(_FINDERS[kind](source, kind), key=lambda mark: mark.line)


@dataclass(slots=True)
class _Told:
    """What a mark says, before it is known what it covers."""

    whole: bool
    codes: tuple[str, ...]
    reason: str
    line: int

    def covering(self, first: Spot | None, last: Spot | None) -> Mark | Flaw:
        if self.whole:
            return Mark(self.codes, self.reason, self.line, _BEGIN, _END)
        if first is None or last is None:
            return Flaw(self.line, f"{NAME} has nothing behind it that it could cover")
        return Mark(self.codes, self.reason, self.line, first, last)


def _said(text: str, line: int) -> _Told | Flaw | None:
    """The mark that a comment is; None where it is none."""
    match = _MARK.fullmatch(text)
    return None if match is None else _of(match[2], line, whole=match[1] is not None)


def _of(text: str, line: int, *, whole: bool = False) -> _Told | Flaw:
    """`CODES: reason` as a mark."""
    codes, _, reason = text.partition(":")
    named = tuple(code for code in re.split(r"[\s,]+", codes) if code)
    reason = " ".join(reason.split())
    if not named:
        return Flaw(line, f"{NAME} names no rule: write {NAME} CODE: reason")
    if not reason:
        return Flaw(line, f"{NAME} {', '.join(named)} gives no reason: write {NAME} CODE: reason")
    return _Told(whole, named, reason, line)


def _markdown(source: Source, _: str) -> Iterator[Mark | Flaw]:
    """Comments: one by itself covers the next paragraph, heading, item or row, one within a paragraph that."""
    raw = decode(source.data, source.input, source.charset)
    front = markdown.FRONT_MATTER.match(raw)
    above = raw.count("\n", 0, front.end()) if front else 0
    tokens = markdown.parsed(raw[front.end() :] if front else raw, source.input)
    blocks = sorted({(first, end) for first, end, _ in markdown.blocks(tokens)})
    for token in tokens:
        if token.map is None:
            continue
        if token.type == "html_block":
            for comment in _COMMENT.finditer(token.content):
                line = token.map[0] + token.content.count("\n", 0, comment.start())
                after = token.map[0] + token.content.count("\n", 0, comment.end())
                if (told := _said(comment[1], above + line + 1)) is not None:
                    if token.content[comment.end() :].partition("\n")[0].strip():  # Markdown takes that for HTML, too
                        yield Flaw(told.line, f"{NAME} is not alone on its line: Markdown has no text behind it there")
                        continue
                    following = next((block for block in blocks if block[0] > after), None)
                    yield told if isinstance(told, Flaw) else told.covering(*_lines(following, above))
        elif token.type == "inline":
            line = token.map[0]
            for child in token.children or ():
                comment_ = _COMMENT.fullmatch(child.content) if child.type == "html_inline" else None
                if comment_ is not None and (told := _said(comment_[1], above + line + 1)) is not None:
                    own = (token.map[0], token.map[1])
                    yield told if isinstance(told, Flaw) else told.covering(*_lines(own, above))
                line += child.type in ("softbreak", "hardbreak") or child.content.count("\n")


def _lines(block: tuple[int, int] | None, above: int) -> tuple[Spot | None, Spot | None]:
    return (None, None) if block is None else ((block[0] + above + 1, 1), (block[1] + above + 1, 1))


def _markup(source: Source, kind: str) -> Iterator[Mark | Flaw]:
    parser = _Elements(kind)
    parser.feed(decode(source.data, source.input, declared(source, kind)))
    parser.close()
    return iter(parser.finish())


@dataclass(slots=True)
class _Open:
    """An element that is open, the marks that cover it, and the text of a note."""

    tag: str
    at: Spot
    marks: list[_Told] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Elements(HTMLParser):
    """Marks of a page or of a file of units: a comment covers the element that follows it, or, before text, the one
    that it stands in; a note covers its unit."""

    def __init__(self, kind: str) -> None:
        super().__init__(convert_charrefs=True)
        self._html = kind == "html"
        self._open: list[_Open] = []
        self._waiting: list[_Told] = []
        self._found: list[Mark | Flaw] = []

    def _here(self) -> Spot:
        line, column = self.getpos()
        return line, column + 1

    def handle_comment(self, data: str) -> None:
        told = _said(data, self.getpos()[0])
        if isinstance(told, Flaw):
            self._found.append(told)
        elif told is not None:
            self._waiting.append(told)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        tag = tag if self._html else tag.rpartition(":")[2]
        last = self._open[-1].tag if self._html and self._open else ""
        if (tag in _NO_END and last == tag) or (tag in _ENDS_P and last == "p"):
            self._close(self._open.pop())
        if self._html and tag in _EMPTY:
            return
        self._open.append(_Open(tag, self._here(), self._waiting))
        self._waiting = []

    def handle_endtag(self, tag: str) -> None:
        tag = tag if self._html else tag.rpartition(":")[2]
        if not any(element.tag == tag for element in self._open):
            return
        self._drop()
        while self._open:
            element = self._open.pop()
            self._close(element)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].tag == "note" and not self._html:
            self._open[-1].text.append(data)
        if data.strip() and self._waiting and self._open:
            self._open[-1].marks += self._waiting
            self._waiting = []

    def _close(self, element: _Open) -> None:
        if element.text:
            told = _said("".join(element.text), element.at[0])
            unit = next((one for one in reversed(self._open) if one.tag in _UNITS), None)
            if isinstance(told, Flaw):
                self._found.append(told)
            elif told is not None and unit is not None:
                unit.marks.append(told)
            elif told is not None:
                self._found.append(told.covering(None, None))
        self._found += [told.covering(element.at, self._here()) for told in element.marks]

    def _drop(self) -> None:
        self._found += [told.covering(None, None) for told in self._waiting]
        self._waiting = []

    def finish(self) -> list[Mark | Flaw]:
        """What was found, when the file is read to its end."""
        self._drop()
        for element in self._open:
            self._found += [told.covering(element.at, _END) for told in element.marks]
        return self._found


def _rows(source: Source, kind: str) -> Iterator[Mark | Flaw]:
    """The field of each row; it holds one mark, or a list of them (in a table: a line each)."""
    rows = [row for row in (table.csv_rows if kind == "csv" else table.json_rows)(source) if isinstance(row, table.Row)]
    for row, following in pairwise([*rows, None]):
        if row is None or not (value := row.values.get(NAME)):
            continue
        begin = spot(row.file.text, (), row.start)
        end = _END if following is None else spot(following.file.text, (), following.start)
        values = value if isinstance(value, list) else value.split("\n") if isinstance(value, str) else [value]
        for one in values:
            told = _of(one, begin[0]) if isinstance(one, str) else Flaw(begin[0], f"`{NAME}` is no text: CODE: reason")
            yield told if isinstance(told, Flaw) else told.covering(begin, end)


def _po(source: Source, kind: str) -> Iterator[Mark | Flaw]:
    """Comments of a translator; each covers its entry."""
    lines = decode(source.data, source.input, declared(source, kind)).split("\n")
    waiting: list[_Told] = []
    for number, line in enumerate(lines, 1):
        comment = _PO_COMMENT.fullmatch(line.rstrip())
        told = _said(comment[1], number) if comment else None
        if isinstance(told, Flaw):
            yield told
        elif told is not None:
            waiting.append(told)
        elif line.startswith("msgstr"):
            last = number
            while last < len(lines) and lines[last].startswith(('"', "msgstr")):
                last += 1
            yield from (told.covering((told.line, 1), (last + 1, 1)) for told in waiting)
            waiting = []
    yield from (told.covering(None, None) for told in waiting)


_FINDERS: Mapping[str, Callable[[Source, str], Iterator[Mark | Flaw]]] = {
    "markdown": _markdown,
    "html": _markup,
    "xliff": _markup,
    "tmx": _markup,
    "jsonl": _rows,
    "csv": _rows,
    "po": _po,
}
FORMATS = frozenset(_FINDERS)  # those that have a place for marks
