"""The verdicts on a document's names: held against the original where there is one, among themselves where not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from mtaudit.case import Case
from mtaudit.model import DAMAGED_NAME, EntityStatus, EntityType, EntityVerdict, Place
from mtaudit.names import alone, decision, forbidden, match, mend, mentions, reasons, roads
from mtaudit.names.cluster import NameIndex
from mtaudit.names.decision import Outcome
from mtaudit.names.gazetteer import Entry
from mtaudit.names.match import Pair
from mtaudit.names.mention import Mention, placed
from mtaudit.names.signals import NAMES, signals
from mtaudit.names.spelling import fold
from mtaudit.names.tables import Tables, tables
from mtaudit.names.trace import Trace, trace
from mtaudit.names.window import Window, Word, words_of

# Where one name fares differently in several places, the worst of these decides.
WORST: tuple[EntityStatus, ...] = (
    "mangled", "mistranslated", "dropped", "untranslated", "localised", "preserved", "unverified",
)  # fmt: skip
ELSEWHERE = 0.6  # confidence in a name that stands in another sentence
AGREE = 3  # names of a document that must point to one script before it is named


@dataclass(frozen=True, slots=True)
class Asked:
    """One occurrence of a name in the original, and what stands for it. `stretch`: the finder has not found it."""

    mention: Mention
    stretch: bool
    at: tuple[int, ...]  # indices of its words in `window.source`
    trace: Trace
    window: Window
    pairs: dict[int, Pair]


@dataclass(frozen=True, slots=True)
class Row:
    """One occurrence of a name in the original and what became of it."""

    mention: Mention
    outcome: Outcome
    window: Window
    evidence: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        first, last = self.outcome.span or (0, 0)
        return Place(self.window.target[first].start, self.window.target[last].end)


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
    outcomes: dict[str, list[Row]] = {}
    for row in _judged(list(asked(case, known)), case):
        outcomes.setdefault(known.gazetteer.key(row.mention.text), []).append(row)
    whole: Window | None = None
    verdicts = []
    for rows in outcomes.values():
        if any(r.outcome.status == "dropped" for r in rows) or all(r.outcome.span is None for r in rows):
            whole = whole or Window(words_of(case.source), words_of(case.target), known, case)
            rows = [_elsewhere(row, whole, case) for row in rows]
        if any(r.outcome.span is not None for r in rows):  # left out in one place, but not lost
            rows = [r for r in rows if r.outcome.status != "dropped"]
        verdicts.append((rows[0].mention.start, _verdict(rows)))
    return tuple(v for _, v in sorted(verdicts, key=lambda item: item[0]))


def asked(case: Case, known: Tables) -> Iterator[Asked]:
    """Every name of the original, sentence by sentence, then the stretches that the finder may have cut wrongly."""
    assert case.source is not None
    named = mentions.found(case.source, known, case.ner)
    stretches = mentions.stretches(case.source, named, known)
    bearers = _by_surname(e for m in named for e in known.gazetteer.entries(m.text) if e.type == "PER")
    for window in _windows(case, known):
        regular, others = _here(named, window), _here(stretches, window)
        names = [[i for i in at if _nameable(window.source[i], known)] for _, at in (*regular, *others)]
        places = {i for m, at in regular if m.type == "LOC" for i in at}
        pairs = match.damaged(window, names, places)
        used: dict[str, set[int]] = {}
        for number, (mention, at) in enumerate((*regular, *others)):
            taken = used.setdefault(known.gazetteer.key(mention.text), set())
            found = trace(mention.text, mention.type, at, window, pairs, taken, bearers.get(fold(mention.text), ()))
            if found.span is not None:
                taken.update(range(found.span[0], found.span[1] + 1))
            yield Asked(mention, number >= len(regular), tuple(at), found, window, pairs)


def _by_surname(persons: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Persons by all that their names end on: Silva, da Silva."""
    found: dict[str, list[Entry]] = {}
    for person in dict.fromkeys(persons):
        for ending in person.endings():
            found.setdefault(fold(ending), []).append(person)
    return found


def _here(those: Sequence[Mention], window: Window) -> list[tuple[Mention, list[int]]]:
    """The names of a window and the indices of their words."""
    first = bisect_left(those, window.source[0].start, key=_start)
    found = []
    for m in those[first : bisect_left(those, window.source[-1].end, lo=first, key=_start)]:
        low = bisect_left(window.source, m.start, key=_start)
        high = bisect_left(window.source, m.end, lo=low, key=_start)
        if low < high:
            found.append((m, list(range(low, high))))
    return found


def _judged(names: Sequence[Asked], case: Case) -> list[Row]:
    """What became of each; of stretches only those that are damaged while nothing inside them is."""
    model = decision.load(case.pair)
    sure = [decision.certain(a.mention.type, a.trace, a.window) for a in names]
    open_ = [a for a, outcome in zip(names, sure, strict=True) if outcome is None]
    rows = np.array([signals(a.mention, a.trace, a.window, case) for a in open_])
    likely = model.trees.probability(NAMES, rows).tolist() if open_ else []
    why = reasons.reasons(rows, [(a.trace, a.window) for a in open_], model)
    weighed = iter(zip(likely, why, strict=True))
    found: list[tuple[Asked, Outcome, tuple[str, ...]]] = []
    for a, outcome in zip(names, sure, strict=True):
        evidence: tuple[str, ...] = ()
        if outcome is None:
            probability, evidence = next(weighed)
            outcome = decision.decide(a.mention.type, a.trace, a.window, probability, model.told)
        found.append((a, outcome, evidence))
    judged = []
    hurt: set[int] = set()
    for a, outcome, evidence in sorted(found, key=lambda item: (item[0].stretch, -item[1].confidence)):
        damaged = outcome.status in DAMAGED_NAME
        inside = set(range(a.mention.start, a.mention.end))
        if a.stretch and (not damaged or hurt & inside):
            continue
        if damaged:
            hurt |= inside
        if damaged or outcome.status == "untranslated":
            right = mend.suggestion(a.mention.text, a.trace.entries, a.at, outcome, a.window, a.pairs)
            outcome = replace(outcome, suggestion=right)
        judged.append(Row(a.mention, outcome, a.window, evidence))
    return sorted(judged, key=lambda row: (row.mention.start, row.mention.end))


def _nameable(word: Word, known: Tables) -> bool:
    if word.text.lower() in known.source.function_words:
        return False
    return word.capital or not known.casing.known(word.text)


def _start(there: Word | Mention) -> int:
    return there.start


def _windows(case: Case, known: Tables) -> Iterator[Window]:
    """One for each alignment bead that has words of the original."""
    assert case.source is not None
    source, target = words_of(case.source), words_of(case.target)

    def inside(run: Sequence[Word], start: int, end: int) -> Sequence[Word]:
        first = bisect_left(run, start, key=_start)
        return run[first : bisect_left(run, end, lo=first, key=_start)]

    for link in case.links:
        left = [w for i in link.source for s in [case.original_sentences[i]] for w in inside(source, s.start, s.end)]
        right = [w for i in link.target for s in [case.sentences[i]] for w in inside(target, s.start, s.end)]
        if left:
            yield Window(left, right, known, case, link)


def _elsewhere(row: Row, whole: Window, case: Case) -> Row:
    """A name that its own sentence lacks, looked for in all of the translation before it is called dropped."""
    mention, outcome = row.mention, row.outcome
    if outcome.span is not None:
        return row
    for form in (mention.text, *whole.tables.gazetteer.forms(mention.text)):
        span = whole.find(form)
        if span and len(case.links) > 1:
            status: EntityStatus = "preserved" if form == mention.text else "localised"
            return Row(mention, Outcome(status, span, ELSEWHERE), whole, row.evidence)
    return row


def _verdict(found: Sequence[Row]) -> EntityVerdict:
    """All occurrences of one name as one verdict: the worst counts, every place of that form is listed."""
    worst = min(found, key=lambda row: (WORST.index(row.outcome.status), row.outcome.span is None))
    mention, outcome = worst.mention, worst.outcome
    standing = [row for row in (worst, *found) if row.outcome.span is not None]
    spelled = dict.fromkeys(row.window.text(row.outcome.span) for row in standing if row.outcome.span)
    places = [row.place for row in standing if row.outcome.status == outcome.status] if outcome.span else []
    kinds: Counter[EntityType] = Counter(row.mention.type for row in found)
    text = worst.window.case.text
    there = worst.window.text(outcome.span) if outcome.span else None
    damaged = outcome.status in DAMAGED_NAME or outcome.status == "untranslated"
    told = [f"The original has “{mention.text}”", *worst.evidence]
    if len(told) == 1 and there is None:
        told.append("Nothing in the translation stands for it")
    return placed(
        text,
        places,
        min(kinds, key=lambda k: (-kinds[k], k)),
        outcome.status,
        outcome.confidence,
        original=mention.text,
        variants=tuple(form for form in spelled if form != there),
        road=outcome.road,
        suggestion=outcome.suggestion if damaged else None,
        evidence=tuple(told),
    )
