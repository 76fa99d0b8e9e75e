"""A finding as a few lines of a terminal: where and what, the stretch in its sentence, the evidence, the mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from mtaudit.harmless import one_line
from mtaudit.interface import _, advice, number, phrase
from mtaudit.model import DocumentReport, Finding, Segment, Severity
from mtaudit.places import line_and_column, location, segment_of
from mtaudit.rendering.fitting import around, at_most, clipped, pinched, place_in, wrapped
from mtaudit.rendering.quotation import came_back_as
from mtaudit.rendering.spoken import spoken

OPEN, CLOSE = "⟦", "⟧"  # around the wrong stretch, with colour and without
GAP = "…"  # between them where something is missing
BACK = "back-translation"
AGAIN = "another machine, no reference"
INDENT = "  "
MOST_LINES = 4  # of a finding
COLOURS: dict[Severity, str] = {"critical": "bold red", "major": "yellow", "minor": "cyan"}
_OF_MEANING = frozenset({"adequacy", "quote"})  # categories where another translation of the English helps
_PLACES_SHOWN = 6
_LEAST_MESSAGE = 10  # cells that a message needs on the line of its place, else it begins on the next
_ROOM_FOR_A_MEND = 12


def linked(text: str, document: DocumentReport, links: bool) -> Text:
    """A place; a link to the file where it is one and the terminal can show links."""
    if links and "://" not in document.input and Path(document.input).is_file():
        return Text(text, style=Style(link=Path(document.input).resolve().as_uri()))
    return Text(text)


def block(document: DocumentReport, finding: Finding, width: int, *, links: bool, whole: bool) -> list[Text]:
    """The lines of a finding, none wider than `width`: at most four, as many as it takes for the `whole` of it.

    What doesn't fit is left out in this order: what else speaks for it, the English, the end of the message. Place,
    code, the marked stretch and the mend are always there.
    """
    inner = width - len(INDENT)
    head, message, first = _head(document, finding, width, links)
    segment = segment_of(document, finding)
    stretch = _stretch(document, finding, segment, inner)
    mend = _mend(finding, document, inner, 2)
    evidence = _evidence(document, finding, segment, whole)
    if whole:
        mend = _mend(finding, document, inner)
        proof = [line for label, text in evidence for line in _labelled(label, text, inner)]
        return [*_first_lines(head, message), *_indented([*stretch, *proof, *map(Text, mend)])]
    room = MOST_LINES - len(stretch) - head.plain.count("\n")
    least = 1 if message[0] else 2  # lines of the message, the one of its place counted
    needed = bool(evidence) and finding.category in _OF_MEANING and finding.evidence != "translation"
    if needed and room > least + min(1, len(mend)):
        room -= 1  # what is wrong with a meaning, the other wording says
    else:
        needed = False
    if len(message) + len(mend) > room:
        for_mend = max(min(1, len(mend)), min(len(mend), room - len(message)))
        message = at_most(message, max(least, room - for_mend), first, inner)
        mend = _mend(finding, document, inner, for_mend)
    left = room + needed - len(message) - len(mend)
    proof = [_one_line(label, text, inner) for label, text in evidence[: max(0, left)]]
    return [*_first_lines(head, message), *_indented([*stretch, *proof, *(Text(m, "green") for m in mend)])]


def _head(document: DocumentReport, finding: Finding, width: int, links: bool) -> tuple[Text, list[str], int]:
    """Place, severity and code, and the message in lines; the first of them goes behind the head, where it has so many
    cells, and may be "".
    """
    placed = finding.start is not None or finding.anchor is not None
    near, behind = ("", "") if placed else _("near {place}").split("{place}")
    place = place_in(one_line(document.input), location(document, finding), width - len(near + behind))
    head = Text(near).append_text(linked(place, document, links)).append(behind)
    kind = Text.assemble(
        (_(finding.severity).upper(), COLOURS[finding.severity]), " ", (one_line(finding.rule), "bold")
    )
    inner = width - len(INDENT)
    if head.cell_len + 1 + kind.cell_len > width:
        first = inner - kind.cell_len - 1
        head.append("\n").append(INDENT)
    else:
        head.append(" ")
        first = width - head.cell_len - kind.cell_len - 1
    head.append_text(kind)
    message = wrapped(one_line(phrase(finding.message)), first if first >= _LEAST_MESSAGE else 0, inner)
    return head, message, first


def _first_lines(head: Text, message: list[str]) -> list[Text]:
    """The head with the message behind it, and the rest of the message below."""
    lines = list(head.split("\n"))
    if message[0]:
        lines[-1].append(f" {message[0]}")
    return [*lines, *(Text(INDENT + line) for line in message[1:])]


def _indented(lines: list[Text]) -> Iterator[Text]:
    for line in lines:
        yield Text(INDENT).append_text(line)


def _stretch(document: DocumentReport, finding: Finding, segment: Segment | None, room: int) -> list[Text]:
    """The wrong stretch, or the gap, in its sentence, on one line; nothing where no place is known."""
    start, end = finding.start, finding.end
    if start is None or end is None:
        if finding.anchor is None:
            return []
        start = end = finding.anchor
    first, last = _line_around(document.text, start, end)
    if segment is not None and start < end <= segment.end:
        first, last = max(first, segment.start), min(last, segment.end)
    marked = document.text[start:end] or GAP
    return [_marked(document.text[first:start], marked, document.text[end:last], COLOURS[finding.severity], room)]


def _line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the line or lines begin and end that hold a stretch."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    breaks = [at for at in (text.find("\n", end), text.find("\r", end)) if at >= 0]
    return first, min(breaks, default=len(text))


def _marked(before: str, marked: str, after: str, style: str, room: int) -> Text:
    """A stretch between ⟦ and ⟧ with what stands around it."""
    before, inside, after = around(_inline(before), one_line(marked), _inline(after), room - len(OPEN + CLOSE))
    return Text.assemble(before, (f"{OPEN}{inside}{CLOSE}", style), after)


def _inline(text: str) -> str:
    """`one_line` that keeps the spaces at the ends, which part the marked stretch from its neighbours."""
    inner = one_line(text)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def _evidence(
    document: DocumentReport, finding: Finding, segment: Segment | None, whole: bool
) -> list[tuple[str, str | tuple[str, str]]]:
    """Label and text (of the English where it is marked: sentence and stretch), what helps most first."""
    found: list[tuple[str, str | tuple[str, str]]] = []
    source = spoken(document.language).source
    english = segment.original if segment else None
    lost = finding.original
    if lost and english and lost in english:
        found.append((source, (english, lost)))
    elif lost and (whole or lost not in finding.message):
        found.append((source, (lost, lost)))
    elif english:
        found.append((source, english))
    if segment is None or (finding.anchor is not None and lost and lost not in (english or "")):
        segment = None  # what is missing is not in this sentence, but behind it
    meaning = finding.category in _OF_MEANING and finding.evidence != "translation"
    if segment and segment.back_translation:
        alone = not segment.original and (meaning or whole)
        if finding.evidence == "back-translation" or alone:
            quoted = came_back_as(document, finding)
            there = quoted is not None and quoted in segment.back_translation
            text = segment.back_translation
            found.append((_(BACK), (text, quoted) if there and quoted else text))
    if segment and segment.original and meaning:
        found += [(_(AGAIN), second.text) for second in segment.second_translations]
    return found + [(_too(other.rule), phrase(other.message)) for other in finding.also if whole]


def _one_line(label: str, text: str | tuple[str, str], room: int) -> Text:
    label = f"{one_line(label)}: "
    if isinstance(text, str):
        return Text(clipped(label + one_line(text), room), style="dim")
    sentence, stretch = text
    before, _, after = sentence.partition(stretch)
    return Text(label, style="dim").append_text(_marked(before, stretch, after, "green", room - cell_len(label)))


def _labelled(label: str, text: str | tuple[str, str], room: int) -> list[Text]:
    """The whole text, in as many lines as it takes."""
    if not isinstance(text, str):
        sentence, stretch = text
        text = sentence.replace(stretch, f"{OPEN}{stretch}{CLOSE}", 1)
    return [Text(line) for line in wrapped(f"{one_line(label)}: {one_line(text)}", room, room)]


def _mend(finding: Finding, document: DocumentReport, room: int, most: int | None = None) -> list[str]:
    """What to write instead, and where else; in at most so many lines."""
    suggestion = one_line(advice(finding.suggestion or ""))
    for shown in range(_PLACES_SHOWN, 0, -1):
        lines = _mend_lines(suggestion, _also(finding, document, shown), room)
        if most is None or len(lines) <= most or not finding.places:
            break
    if most is not None and len(lines) > most:
        also = _also(finding, document, 1)
        suggestion = pinched(suggestion, max(_ROOM_FOR_A_MEND, most * room - cell_len(f"{_('try:')}  · {also}")))
        lines = at_most(_mend_lines(suggestion, also, room), most, room, room)
    return lines


def _mend_lines(suggestion: str, also: str, room: int) -> list[str]:
    text = " · ".join(part for part in (suggestion and f"{_('try:')} {suggestion}", also) if part)
    return wrapped(text, room, room) if text else []


def _also(finding: Finding, document: DocumentReport, shown: int) -> str:
    """`also at 3:21, 5:21 and 4 more · QUO222, too`."""
    spots = [line_and_column(document, p.start) for p in finding.places]
    named = ", ".join(f"{line}:{column}" for line, column in spots[:shown])
    more = _("also at {places} and {count} more") if len(spots) > shown else _("also at {places}")
    places = more.format(places=named, count=number(max(0, len(spots) - shown)))
    rules = ", ".join(dict.fromkeys(one_line(other.rule) for other in finding.also))
    return " · ".join(part for part in (spots and places, _too(rules)) if part)


def _too(rules: str) -> str:
    """What other rules say of the same fault has this before it."""
    return _("{rule}, too").format(rule=rules) if rules else ""
