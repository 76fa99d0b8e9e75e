"""The verdicts on all quotations of a case: marks, content, speakers, and where the English stands."""

from __future__ import annotations

import msgspec

from mtaudit.case import Case
from mtaudit.evidence.affinity import Affinity
from mtaudit.evidence.affinity import load as affinity
from mtaudit.model import Marks, QuoteVerdict
from mtaudit.originals.choose import OriginalIndex
from mtaudit.polarity.judge import Turned, turned, turned_texts
from mtaudit.quotes import compare, enclosed, retrieve
from mtaudit.quotes.attribute import speakers
from mtaudit.quotes.content import Judgement, judge_content, shown
from mtaudit.quotes.find import quotations
from mtaudit.quotes.floor import Floor, floor
from mtaudit.quotes.quotation import Quotation
from mtaudit.quotes.sides import Sides
from mtaudit.quotes.signals import Texts
from mtaudit.quotes.words import tokens
from mtaudit.text import touched


def judge(case: Case, originals: OriginalIndex | None = None) -> tuple[QuoteVerdict, ...]:
    """One verdict for each quotation of the original and each of the translation that renders none of those.

    Ordered by place in the translation, those that nothing stands for last. Without a full original the quotations of
    the translation are held against those of `originals`, where one of them is surely the same; else their content is
    `unverified`. Never raises, whatever the text.
    """
    whole = case.original is not None and case.kind == "full"
    verdicts = _against_original(case) if whole else _alone(case, originals)
    if case.document.teaser:
        verdicts = [_in_teaser(case, verdict) for verdict in verdicts if verdict.start is not None]
    return tuple(sorted(verdicts, key=lambda v: (v.start is None, v.start or 0, v.end or 0, v.original or "")))


def _in_teaser(case: Case, verdict: QuoteVerdict) -> QuoteVerdict:
    """The verdict without what the feed broke off: the end of a quotation that the text ends in."""
    if verdict.marks != "unbalanced" or any(c.isalnum() for c in case.text[verdict.end :]):
        return verdict
    return msgspec.structs.replace(verdict, marks="ok")


def _against_original(case: Case) -> list[QuoteVerdict]:
    assert case.source is not None
    roads = affinity(case.pair)
    sides = Sides(case, roads.lexicon)
    here = dict(zip(sides.targets.outer, speakers(case.target), strict=True))
    there = dict(zip(sides.sources.outer, speakers(case.source), strict=True))
    pairs = compare.pair(sides)
    noise = floor(case)
    found = []
    for pair in pairs:
        speaker = here.get(pair.targets[0]) if pair.targets else None
        if pair.source is None:
            found.append(_seen(case, pair.targets[0], speaker.name if speaker else None))
            continue
        source_speaker = there.get(pair.source)
        back = _back_translation(case, pair.start, pair.end)
        judged = _content(sides, pair, roads, noise)
        found.append(
            QuoteVerdict(
                original=pair.source.text,
                found=case.text[pair.start : pair.end] if pair.start is not None else None,
                marks=enclosed.marks(sides, pair),
                content=judged.content,
                start=pair.start,
                end=pair.end,
                speaker=speaker.name if speaker else None,
                original_speaker=source_speaker.name if source_speaker else None,
                back_translation=back,
                similarity=_similarity(pair.source.text, back) if back else None,
                note=judged.note,
            )
        )
    return found


def _content(sides: Sides, pair: compare.Pair, roads: Affinity, noise: Floor) -> Judgement:
    assert pair.source is not None
    if pair.start is None or pair.end is None:
        return Judgement("dropped", 1.0, "lost", "nothing in the translation stands for it")
    return judge_content(
        _meant(sides, pair) or texts_of(sides, pair),
        roads,
        whole=not pair.merged,
        noise=noise.without(pair.start, pair.end),
        inverted=_inverted(sides.case, pair),
    )


def _inverted(case: Case, pair: compare.Pair) -> str | None:
    """What of a quotation's original the rendering turns round, in words."""
    assert case.original is not None
    assert pair.source is not None
    for one in turned(case):
        (start, end), (first, last) = one.source, one.target
        if start < pair.source.end and pair.source.start < end and first < (pair.end or 0) and (pair.start or 0) < last:
            return f"{shown(case.original.text[start:end])} has become {shown(case.text[first:last])}"
    return None


def _told(one: Turned, texts: Texts) -> str:
    return f"{shown(texts.source[slice(*one.source)])} has become {shown(texts.target[slice(*one.target)])}"


def _meant(sides: Sides, pair: compare.Pair) -> Texts | None:
    """What stands before marks that were set around the attribution (`…, “kata Budi”`): that is what was said."""
    assert pair.source is not None
    assert pair.start is not None
    speech, text = sides.case.target_language.speech, sides.case.text
    first = next((t.text.lower() for t in tokens(text[pair.start : pair.end])), "")
    start, _ = sides.window(pair.source.start, pair.source.end)
    before = text[start : pair.start].strip(' ,“”"')
    if first not in speech.after_quote | set(speech.fused) or " " not in before:
        return None
    return Texts(pair.source.text, before, sides.around(pair.source), "")


def texts_of(sides: Sides, pair: compare.Pair) -> Texts:
    """A quotation and its rendering (which it must have), with the sentences around them."""
    assert pair.source is not None
    assert pair.start is not None
    assert pair.end is not None
    text = sides.case.text
    start, end = sides.window(pair.source.start, pair.source.end)
    around = text[min(start, pair.start) : pair.start] + " " + text[pair.end : max(end, pair.end)]
    return Texts(pair.source.text, text[pair.start : pair.end], sides.around(pair.source), around)


def visible_marks(quotation: Quotation) -> Marks:
    """What can be said of a quotation's marks without an original."""
    if quotation.escaped:
        return "escaped"
    if {"reversed", "doubled"} & set(quotation.faults):
        return "unbalanced"
    half = quotation.opening is None or (quotation.closing is None and not quotation.reopened)
    return "unbalanced" if half else "ok"


def _seen(case: Case, quotation: Quotation, speaker: str | None) -> QuoteVerdict:
    """The verdict on a quotation that no original tells of."""
    return QuoteVerdict(
        original=None,
        found=quotation.text,
        marks=visible_marks(quotation),
        content="unverified",
        start=quotation.start,
        end=quotation.end,
        speaker=speaker,
        back_translation=_back_translation(case, quotation.start, quotation.end),
    )


def _alone(case: Case, originals: OriginalIndex | None) -> list[QuoteVerdict]:
    """Without a full original: what the Indonesian shows, and the reports that carry the same words."""
    told = list(zip(quotations(case.target).outer, speakers(case.target), strict=True))
    reports = retrieve.reports(originals.documents, case.pair) if told and originals else ()
    roads = affinity(case.pair)
    found = []
    for quotation, speaker in told:
        verdict = _seen(case, quotation, speaker.name if speaker else None)
        hit = retrieve.best(quotation.text, verdict.speaker, reports, roads) if reports else None
        if hit:
            texts = Texts(hit.text, quotation.text)
            inverted = next((_told(one, texts) for one in turned_texts(hit.text, quotation.text, case.pair)), None)
            judged = judge_content(texts, roads, inverted=inverted)
            verdict = QuoteVerdict(
                original=hit.text,
                found=verdict.found,
                marks=verdict.marks,
                content=judged.content,
                start=verdict.start,
                end=verdict.end,
                speaker=verdict.speaker,
                original_speaker=hit.speaker,
                back_translation=verdict.back_translation,
                similarity=_similarity(hit.text, verdict.back_translation) if verdict.back_translation else None,
                original_document=hit.document,
                note=judged.note,
            )
        found.append(verdict)
    return found


def _back_translation(case: Case, start: int | None, end: int | None) -> str | None:
    """The back-translation of the sentences that `text[start:end]` touches, None where one of them has none."""
    if start is None or end is None:
        return None
    backs = [case.back_translations[i] for i in touched(case.sentences, start, end)]
    told = [back for back in backs if back is not None]
    return " ".join(told) if told and len(told) == len(backs) else None


def _similarity(original: str, back: str) -> float:
    """Share of the words of the original that the back-translation has, 0..1."""
    wanted = [t.key for t in tokens(original)]
    given = {t.key for t in tokens(back)}
    return round(sum(w in given for w in wanted) / max(1, len(wanted)), 4)
