"""The verdicts on a document's names: held against the original where there is one, among themselves where not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.case import Case
from mtaudit.evidence.back_translation import sound
from mtaudit.model import DAMAGED_NAME, EntityStatus, EntityType, EntityVerdict, Place
from mtaudit.names import alone, forbidden, match, mentions, roads
from mtaudit.names.cluster import NameIndex
from mtaudit.names.decide import decide
from mtaudit.names.mention import Mention
from mtaudit.names.outcome import Outcome
from mtaudit.names.tables import Tables, tables
from mtaudit.names.window import Window, Word, words_of

# Where one name fares differently in several places, the worst of these decides.
WORST: tuple[EntityStatus, ...] = ("mangled", "mistranslated", "dropped", "untranslated", "localised", "preserved")
LITERAL = frozenset({"common words", "half translated"})  # roads on which a name's words were translated
AGREE = 3  # names of a document that must point to one script before it is named


@dataclass(frozen=True, slots=True)
class Row:
    """One occurrence of a name in the original and what became of it."""

    mention: Mention
    outcome: Outcome
    window: Window


def judge(case: Case, index: NameIndex) -> tuple[EntityVerdict, ...]:
    """One verdict for each distinct name: of the original where `case.kind` is "full", else of the translation.

    Ordered by place in the original (in the translation, where there is none).
    """
    known = tables(case.pair)
    if case.glossary:
        known = Tables(known.gazetteer.with_glossary(case.glossary), known.lexicon, known.casing, known.pair)
    if case.kind == "full" and case.original is not None:
        judged = _against_original(case, known)
        return tuple(forbidden.settle(case, judged, known.gazetteer)) if case.glossary else judged
    return alone.verdicts(case, index, known)


def document_road(entities: Sequence[EntityVerdict]) -> str | None:
    """A remark on the script by way of which the text was probably translated, where damaged names agree on it."""
    votes: dict[str, list[str]] = {}
    for entity in entities:
        if entity.road in roads.SCRIPTS and entity.found:
            votes.setdefault(entity.road, []).append(entity.found)
    if not votes:
        return None
    best = min(votes, key=lambda road: (-len(votes[road]), road))
    if len(votes[best]) < AGREE or 2 * len(votes[best]) <= sum(map(len, votes.values())):
        return None
    return f"names look as if the text had passed through {best}: {', '.join(votes[best][:5])}"


def _against_original(case: Case, known: Tables) -> tuple[EntityVerdict, ...]:
    assert case.source is not None
    named = mentions.found(case.source, known, case.ner)
    shadows = mentions.stretches(case.source, named, known)
    outcomes: dict[str, list[Row]] = {}
    for source, target, back in _windows(case):
        window = Window(source, target, known, case.text, back)
        for row in _judged(window, named, shadows):
            outcomes.setdefault(known.gazetteer.key(row.mention.text), []).append(row)
    whole: Window | None = None
    verdicts = []
    for rows in outcomes.values():
        if any(r.outcome.status == "dropped" for r in rows) or all(r.outcome.span is None for r in rows):
            whole = whole or Window(words_of(case.source), words_of(case.target), known, case.text)
            rows = [_elsewhere(row, whole, case) for row in rows]
        if any(r.outcome.span is not None for r in rows):  # left out in one place, but not lost
            rows = [r for r in rows if r.outcome.status != "dropped"]
        verdicts.append((rows[0].mention.start, _verdict(rows)))
    return tuple(v for _, v in sorted(verdicts, key=lambda item: item[0]))


def _judged(window: Window, named: Sequence[Mention], shadows: Sequence[Mention]) -> list[Row]:
    """The outcomes of the names of one window; stretches only where they are damaged and nothing inside them is."""
    known = window.tables

    def here(those: Sequence[Mention]) -> list[tuple[Mention, list[int]]]:
        low, high = window.source[0].start, window.source[-1].end
        spans = [
            (m, [i for i, w in enumerate(window.source) if m.start <= w.start < m.end])
            for m in those
            if low <= m.start < high
        ]
        return [(m, span) for m, span in spans if span]

    regular, others = here(named), here(shadows)
    names = [[i for i in span if _nameable(window.source[i], known)] for _, span in (*regular, *others)]
    places = {i for m, span in regular if m.type == "LOC" for i in span}
    pairs = match.damaged(window, names, places)
    rows = []
    hurt: set[int] = set()
    used: dict[str, set[int]] = {}
    for mention, span in (*regular, *others):
        shadow = (mention, span) in others
        taken = used.setdefault(known.gazetteer.key(mention.text), set())
        outcome = decide(mention.text, mention.type, span, window, pairs, taken)
        damaged = outcome.status in DAMAGED_NAME
        if outcome.span is not None:
            taken.update(range(outcome.span[0], outcome.span[1] + 1))
        if shadow and (
            not damaged
            or hurt & set(span)
            or (outcome.road in LITERAL and not known.gazetteer.entries(mention.text) and _inside(window, span))
        ):
            continue
        if damaged:
            hurt.update(span)
        rows.append(Row(mention, outcome, window))
    return rows


def _inside(window: Window, span: Sequence[int]) -> bool:
    """Whether small words tie the stretch to another name: the Second Battle of Fallujah."""
    names = window.tables.source.names
    connectors = names.connectors - names.articles
    for one, two in ((span[0] - 1, span[0] - 2), (span[-1] + 1, span[-1] + 2)):
        within = min(one, two) >= 0 and max(one, two) < len(window.source)
        if within and window.source[one].text in connectors and window.source[two].proper:
            return True
    return False


def _nameable(word: Word, known: Tables) -> bool:
    if word.text.lower() in known.source.function_words:
        return False
    return word.capital or not known.casing.known(word.text)


def _start(word: Word) -> int:
    return word.start


def _windows(case: Case) -> list[tuple[Sequence[Word], Sequence[Word], str]]:
    """Source words, target words and their back-translation for each alignment bead."""
    assert case.source is not None
    source, target = words_of(case.source), words_of(case.target)

    def inside(run: Sequence[Word], start: int, end: int) -> Sequence[Word]:
        first = bisect_left(run, start, key=_start)
        return run[first : bisect_left(run, end, lo=first, key=_start)]

    windows: list[tuple[Sequence[Word], Sequence[Word], str]] = []
    for link in case.links:
        left = [w for i in link.source for s in [case.original_sentences[i]] for w in inside(source, s.start, s.end)]
        right = [w for i in link.target for s in [case.sentences[i]] for w in inside(target, s.start, s.end)]
        if left:
            windows.append((left, right, " ".join(_back_translation(case, i) for i in link.target)))
    return windows


def _back_translation(case: Case, i: int) -> str:
    """What sentence `i` of the translation gives in the original's language; empty where that broke on the way."""
    back = sound(case, i)
    return back.text if back else ""


def _elsewhere(row: Row, whole: Window, case: Case) -> Row:
    """A name that its own sentence lacks, looked for in all of the translation before it is called dropped."""
    mention, outcome = row.mention, row.outcome
    if outcome.span is not None:
        return row
    for form in (mention.text, *whole.tables.gazetteer.forms(mention.text)):
        span = whole.find(form)
        if span and len(case.links) > 1:
            status: EntityStatus = "preserved" if form == mention.text else "localised"
            return Row(mention, Outcome(status, span, 0.6), whole)
    return row


def _verdict(found: Sequence[Row]) -> EntityVerdict:
    """All occurrences of one name as one verdict: the worst counts, every place of that form is listed."""
    worst = min(found, key=lambda row: (WORST.index(row.outcome.status), row.outcome.span is None))
    mention, outcome, window = worst.mention, worst.outcome, worst.window
    places = []
    spelled: list[str] = []
    for row in found:
        other, there = row.outcome, row.window
        if other.span is not None:
            start, end = there.target[other.span[0]].start, there.target[other.span[1]].end
            text = there.text(other.span)
            if other.status == outcome.status:
                places.append((Place(start, end), text))
            if text not in spelled:
                spelled.append(text)
    first = (
        None
        if outcome.span is None
        else Place(window.target[outcome.span[0]].start, window.target[outcome.span[1]].end)
    )
    text_found = None if outcome.span is None else window.text(outcome.span)
    kinds: Counter[EntityType] = Counter(row.mention.type for row in found)
    damaged = outcome.status in DAMAGED_NAME or outcome.status == "untranslated"
    return EntityVerdict(
        original=mention.text,
        type=min(kinds, key=lambda k: (-kinds[k], k)),
        status=outcome.status,
        found=text_found,
        start=first.start if first else None,
        end=first.end if first else None,
        variants=tuple(t for t in spelled if t != text_found),
        confidence=round(outcome.confidence, 3),
        places=tuple(dict.fromkeys(p for p, _ in places)),
        road=outcome.road,
        suggestion=outcome.suggestion if damaged else None,
        evidence=_evidence(mention.text, text_found),
    )


def _evidence(original: str, found: str | None) -> tuple[str, ...]:
    told = f"The original has “{original}”"
    return (told,) if found is not None else (told, "Nothing in the translation stands for it")
