"""Labels laid on the documents of a report."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.evaluation.labels import Label, Labels, Problem, TagFile
from mtaudit.evaluation.placed import Fault, Judged, has_original
from mtaudit.evaluation.tags import tagged_faults
from mtaudit.model import DocumentReport, Segment


@dataclass(frozen=True)
class Joined:
    """The documents of a report by what is known of them, each in the order of the report."""

    read: tuple[Judged, ...]  # somebody looked for faults in them
    human: tuple[DocumentReport, ...]  # human translations
    unread: tuple[DocumentReport, ...]  # no label names them
    problems: tuple[Problem, ...]  # of reading and of joining


def join(documents: Sequence[DocumentReport], labels: Labels) -> Joined:
    """Lay labels on documents: by id, then by offsets or by the first place of the stretch.

    A document that one usable line names counts as read from beginning to end. Something missing is left out where the
    audit had no original.
    """
    by_id = {document.id: document for document in documents}
    faults: dict[str, list[Fault]] = {}
    human: set[str] = set()
    problems = list(labels.problems)
    for line in labels.lines:
        label = line.label
        try:
            document = _document(label, by_id)
            found = _faults(label, document)
        except ValueError as error:
            problems.append(Problem(line.file, line.number, str(error)))
            continue
        if label.human:
            human.add(document.id)
        else:
            faults.setdefault(document.id, []).extend(found)
    for file in labels.tag_files:
        problems += _lay_tags(file, documents, faults)
    read = tuple(
        Judged(d, tuple(f for f in faults[d.id] if has_original(d) or not f.missing))
        for d in documents
        if d.id in faults and d.id not in human
    )
    return Joined(
        read,
        tuple(d for d in documents if d.id in human),
        tuple(d for d in documents if d.id not in human and d.id not in faults),
        tuple(sorted(problems, key=lambda p: (p.file, p.line))),
    )


def _document(label: Label, by_id: dict[str, DocumentReport]) -> DocumentReport:
    if label.document in by_id:
        return by_id[label.document]
    near = difflib.get_close_matches(label.document, by_id, 1, 0.6)
    mend = f"; did you mean {near[0]!r}?" if near else ""
    raise ValueError(f"the report has no document {label.document!r}{mend}")


def _faults(label: Label, document: DocumentReport) -> list[Fault]:
    """The faults of one line; none of a line that says there is none. Raises ValueError for a line that doesn't fit."""
    if label.tags:
        if len(label.tags) != len(document.segments):
            raise ValueError(f"tags of {len(label.tags)} segments; {document.id!r} has {len(document.segments)}")
        return [f for s, tags in zip(document.segments, label.tags, strict=True) for f in tagged_faults(s, tags)]
    start, end = _place(label, document.text)
    if label.none or label.human:
        return []
    if start is None and label.stretch is None:
        raise ValueError('neither a stretch nor a place; for a document without a fault write "none": true')
    missing = label.stretch == "" or (label.stretch is None and start == end)
    return [Fault(start, end, missing, label.kind, label.severity, label.visible)]


def _place(label: Label, text: str) -> tuple[int | None, int | None]:
    """Where the label stands in the text; (None, None) for something missing without a place."""
    stretch = label.stretch
    if label.start is None and label.end is None:
        if not stretch:
            return None, None
        at = text.find(stretch)
        if at < 0:
            raise ValueError(f"{stretch!r} isn't in the text of {label.document!r}")
        return at, at + len(stretch)
    if label.start is None or label.end is None:
        raise ValueError("start and end belong together")
    if not 0 <= label.start <= label.end <= len(text):
        raise ValueError(f"{label.start} to {label.end} is no place in a text of {len(text)} characters")
    if stretch and text[label.start : label.end] != stretch:
        raise ValueError(f"{label.start} to {label.end} is {text[label.start : label.end]!r}, not {stretch!r}")
    return label.start, label.end


def _lay_tags(file: TagFile, documents: Sequence[DocumentReport], faults: dict[str, list[Fault]]) -> list[Problem]:
    """Add what a file of tags says of every segment of the report; its troubles."""
    segments: list[tuple[DocumentReport, Segment]] = [(d, s) for d in documents for s in d.segments]
    if len(file.rows) != len(segments):
        return [Problem(file.file, len(file.rows), f"{len(file.rows)} lines; the report has {len(segments)} segments")]
    problems = []
    for number, (row, (document, segment)) in enumerate(zip(file.rows, segments, strict=True), 1):
        try:
            found = tagged_faults(segment, row)
        except ValueError as error:
            problems.append(Problem(file.file, number, str(error)))
            continue
        faults.setdefault(document.id, []).extend(found)
    return problems
