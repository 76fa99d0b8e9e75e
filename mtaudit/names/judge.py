"""The verdicts on a document's names: held against the original where there is one, among themselves where not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from mtaudit.case import Case
from mtaudit.model import DAMAGED_NAME, EntityStatus, EntityType, EntityVerdict, Place
from mtaudit.names import find, gazetteer, match, roads
from mtaudit.names.decide import Outcome, decide
from mtaudit.names.mention import Mention
from mtaudit.names.window import Tables, Window, Word, tables, words

if TYPE_CHECKING:
    from mtaudit.names.cluster import NameIndex

# Where one name fares differently in several places, the worst of these decides.
WORST: tuple[EntityStatus, ...] = ("mangled", "mistranslated", "dropped", "untranslated", "localised", "preserved")
AGREE = 2  # names of a document that must point to one script before it is named


def judge(case: Case, index: NameIndex) -> tuple[EntityVerdict, ...]:
    """One verdict for each distinct name: of the original where `case.kind` is "full", else of the translation.

    Ordered by place in the original (in the translation, where there is none).
    """
    known = tables(case.source_language, case.target_language)
    if case.glossary:
        known = Tables(
            known.gazetteer.with_glossary(case.glossary), known.lexicon, known.casing, known.source, known.target
        )
    if case.kind == "full" and case.original is not None:
        return _against_original(case, known)
    from mtaudit.names.cluster import contested

    return contested(case, index, known)


def document_road(entities: Sequence[EntityVerdict]) -> str | None:
    """The script by way of which the text was probably translated, where at least two damaged names agree on it."""
    votes = Counter(road for e in entities if e.road and (road := e.road) in roads.SCRIPTS)
    if not votes:
        return None
    best, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
    return best if count >= AGREE and count > sum(votes.values()) / 2 else None


def _against_original(case: Case, known: Tables) -> tuple[EntityVerdict, ...]:
    assert case.original is not None
    mentions = _mentions(case.original.text, known)
    outcomes: dict[str, list[tuple[Mention, Outcome, Window]]] = {}
    for source, target in _windows(case, known):
        here = [m for m in mentions if source and source[0].start <= m.start < source[-1].end]
        if not here:
            continue
        window = Window(source, target, known, case.text)
        spans = [[i for i, w in enumerate(source) if m.start <= w.start < m.end] for m in here]
        names = [(i, source[i]) for span in spans for i in span if _nameable(source[i], known)]
        pairs = match.damaged(window, names)
        for mention, span in zip(here, spans, strict=True):
            if span:
                outcome = decide(mention.text, mention.type, span, window, pairs)
                outcomes.setdefault(gazetteer.key(mention.text), []).append((mention, outcome, window))
    whole: Window | None = None
    verdicts = []
    for found in outcomes.values():
        if any(o.status == "dropped" for _, o, _ in found) or all(o.span is None for _, o, _ in found):
            whole = whole or Window(words(case.original.text, known.source), words(case.text, known.target), known, case.text)
            found = [_elsewhere(row, whole, case) for row in found]
        verdicts.append((found[0][0].start, _verdict(found)))
    return tuple(v for _, v in sorted(verdicts, key=lambda item: item[0]))


def _mentions(text: str, known: Tables) -> list[Mention]:
    """The names of the original, and words at the beginning of a sentence that are no ordinary words."""
    found = list(find.find(text, known.source))
    taken = [(m.start, m.end) for m in found]
    for word in words(text, known.source):
        low = word.text.lower()
        names = known.source.names
        if (
            word.starts
            and word.capital
            and word.text[0].isalpha()
            and len(word.key) > 1
            and not known.ordinary(low)
            and low not in names.not_names
            and known.casing.cases(low).english_small <= known.casing.cases(low).english_capital
            and not any(start <= word.start < end for start, end in taken)
        ):
            entries = known.gazetteer.entries(word.text)
            kind = next((e.type for e in entries if e.type in {"PER", "ORG", "LOC", "MISC"}), "PER")
            found.append(Mention(word.start, word.end, word.text, cast(EntityType, kind), 0.5))
    return sorted(found, key=lambda m: m.start)


def _nameable(word: Word, known: Tables) -> bool:
    return word.capital and word.text.lower() not in known.source.function_words


def _windows(case: Case, known: Tables) -> list[tuple[list[Word], list[Word]]]:
    """Source and target words of each alignment bead; the whole texts where there are none."""
    assert case.original is not None
    source = words(case.original.text, known.source)
    target = words(case.text, known.target)
    if not case.links:
        return [(source, target)]

    def inside(run: list[Word], start: int, end: int) -> list[Word]:
        return [w for w in run if start <= w.start < end]

    windows = []
    for link in case.links:
        left = [w for i in link.source for s in [case.original_sentences[i]] for w in inside(source, s.start, s.end)]
        right = [w for i in link.target for s in [case.sentences[i]] for w in inside(target, s.start, s.end)]
        if left:
            windows.append((left, right))
    return windows


def _elsewhere(
    row: tuple[Mention, Outcome, Window], whole: Window, case: Case
) -> tuple[Mention, Outcome, Window]:
    """A name that its own sentence lacks, looked for in all of the translation before it is called dropped."""
    mention, outcome, _ = row
    if outcome.span is not None:
        return row
    for form in (mention.text, *whole.tables.gazetteer.forms(mention.text)):
        span = whole.find(form)
        if span and len(case.links) > 1:
            status: EntityStatus = "preserved" if form == mention.text else "localised"
            return mention, Outcome(status, span, 0.6), whole
    return row


def _verdict(found: Sequence[tuple[Mention, Outcome, Window]]) -> EntityVerdict:
    """All occurrences of one name as one verdict: the worst counts, every place of that form is listed."""
    mention, outcome, window = min(found, key=lambda row: (WORST.index(row[1].status), row[1].span is None))
    places = []
    spelled: list[str] = []
    for _, other, there in found:
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
    kinds: Counter[EntityType] = Counter(m.type for m, _, _ in found)
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
    )
