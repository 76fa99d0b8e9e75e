"""The way of one article through the program, top to bottom; `running.audit` takes all articles of a run along it.

begin                        its language, its sentences
  back_translate             all sentences of the run in one go (evidence/translations.py)
with_original                which original, which sentence to which
measured                     the text as a whole, each aligned passage
  with_translators           what is known of its translator from all texts of the run (estimation/translators.py)
  with_second_translations   the originals of the run once more (evidence/translations.py)
  with_forced_scores         how likely both translators find every word that stands there (evidence/translations.py)
  read                       word by word, how likely a fault (reader/)
  with_estimates             of each whole text, what follows from its words and its translator's (reader/article.py)
  with_comet                 where it is asked for (metrics/scores.py)
judge                        names, quotations, rules, scores: the report

What is indented looks at the run as a whole, as do the indices of originals and of name spellings. All else sees one
article and can be spread over processes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace

import msgspec

from mtaudit import judged, scoring
from mtaudit.case import Case, Document, Link
from mtaudit.estimation.estimate import estimate, measures_of
from mtaudit.evidence.affinity import load as affinity
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.languages.sentences import Sentence, split
from mtaudit.metrics import scores
from mtaudit.model import Basis, DocumentReport, EntityVerdict, Finding, MetricName, Original, QuoteVerdict, TakenOut
from mtaudit.names.cluster import NameIndex
from mtaudit.names.judge import document_road
from mtaudit.names.judge import judge as judge_names
from mtaudit.numbers import mentioned
from mtaudit.originals.align import align, unit_by_unit
from mtaudit.originals.belonging import LEAST_WORDS
from mtaudit.originals.choose import Choice, OriginalIndex
from mtaudit.originals.roles import left_undone, own_sentences, with_language
from mtaudit.places import location
from mtaudit.quotes.floor import passages
from mtaudit.quotes.judge import judge as judge_quotes
from mtaudit.reader.article import unfound
from mtaudit.rules import registry
from mtaudit.source_map import spot
from mtaudit.surface.fields import in_fields
from mtaudit.surface.furniture import on_site
from mtaudit.text import Reading

_TELLING = 100  # units of a bilingual file that tell whether its two sides belong together
BASIS: dict[str | None, Basis] = {None: "alone", "full": "original", "partial": "partial"}


@dataclass(frozen=True, slots=True)
class Translation:
    """A document to be audited, and the original that the caller gives it, if any.

    `paired`: it stands in the same row or unit; otherwise it was the only one named beside the only translation.
    `refused` says why it can be none, "" where it may be one.
    """

    document: Document
    original: Document | None = None
    paired: bool = False
    refused: str = ""


@dataclass(frozen=True)
class Context:
    """What judging one article needs of the run as a whole."""

    originals: OriginalIndex
    names: NameIndex
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    metrics: tuple[MetricName, ...] = ()


def begin(translation: Translation, pair: LanguagePair = ENGLISH_INDONESIAN) -> Case:
    """The case of one translation as far as the article alone tells."""
    document = with_language(translation.document, pair, pair.target)
    sentences = of_units(document) or split(document.text, pair.target)
    nothing: tuple[None, ...] = (None,) * len(sentences)
    case = Case(document, sentences, nothing, nothing, pair)
    if not left_undone(document, pair):
        return case
    note = (
        f"{pair.source.name} text with a headline or a part in {pair.target.name}: audited as a translation left undone"
    )
    return replace(case, notes=(note,))


def of_units(document: Document) -> tuple[Sentence, ...]:
    """The units of a bilingual file as its sentences: each is one, whatever stops are in it; none without units."""
    text = document.text
    return tuple(Sentence(u.start, u.end, text[u.start : u.end], number) for number, u in enumerate(document.units))


def with_original(case: Case, translation: Translation, originals: OriginalIndex) -> Case:
    """The case with its original, if it has one, and the sentences of both aligned.

    Where an original was given that does not belong to it, the case says so (`mismatch`), and has none or, in a report
    that carries passages of it, a partial one.
    """
    choice, given = _chosen(case, translation, originals), translation.original
    if given is not None and choice.kind != "full":
        long = min(case.document.words, given.words) >= LEAST_WORDS
        if translation.refused or long:
            note = _mismatch(case, translation, choice, originals)
            case = replace(case, mismatch=given.id, notes=(*case.notes, note))
    if choice.document is None:
        return case
    document, links = choice.document, tuple[Link, ...]()
    if given is not None and choice.kind == "full" and given.id == document.id and given.units:
        document, source = given, of_units(given)
        links = unit_by_unit(case.sentences, source, case.back_translations, pair=case.pair)
    else:
        source = own_sentences(Reading(document.text, case.pair.source, case.pair.target, choice.sentences))
        if choice.kind == "full":
            links = align(case.sentences, source, case.back_translations, pair=case.pair)
    return replace(
        case,
        original=document,
        kind=choice.kind,
        similarity=choice.similarity,
        original_sentences=source,
        links=links,
    )


def _chosen(case: Case, translation: Translation, originals: OriginalIndex) -> Choice:
    """What of the pool, or the given original, is to the translation; nothing where it was refused."""
    given = translation.original
    if translation.refused:
        return Choice(None, None, 0.0)
    if given is None or (not translation.paired and min(case.document.words, given.words) < LEAST_WORDS):
        return originals.choose(case.sentences, case.back_translations)
    sentences, backs = case.sentences, case.back_translations
    if given.units:  # as many on both sides: the first tell whether they belong together
        given = replace(given, text=given.text[: given.units[:_TELLING][-1].end])
        sentences, backs = sentences[:_TELLING], backs[:_TELLING]
    return OriginalIndex((given,), pair=case.pair).given(0, sentences, backs)


def _mismatch(case: Case, translation: Translation, choice: Choice, originals: OriginalIndex) -> str:
    """The note on an original that does not belong to its translation."""
    given = translation.original
    assert given is not None
    name = "The original given with it" if translation.paired and given.id.endswith("#original") else given.id
    if translation.refused:
        return f"{name} does not look like the original of this: {translation.refused}"
    alike = choice.similarity
    better = originals.choose(case.sentences, case.back_translations, leave_out={given.id})
    if better.document is not None and better.kind == "full":
        return f"{name} does not look like the original of this (similarity {alike:.2f}); {better.document.id} does"
    if choice.kind == "partial":
        return (
            f"{name} does not look like the original of this (similarity {alike:.2f}), but like another report: only "
            "passages that both have are held against it"
        )
    return f"{name} does not look like the original of this (similarity {alike:.2f}): nothing is held against it"


def measured(case: Case) -> Case:
    """The case with what is measured of its whole text and of each aligned passage, before anything is judged."""
    roads = affinity(case.pair)
    return replace(case, measures=measures_of(case), passages=passages(case, roads))


def judge(case: Case, context: Context) -> DocumentReport:
    """Names, quotations, rules, metrics and scores of one case."""
    names = tuple(v for v in judge_names(case, context.names) if not _on_site(case, v))
    quotes = tuple(v for v in judge_quotes(case, context.originals) if not _on_site(case, v))
    begun, case = case, case.judged(names, quotes)
    rules = registry.selected(context.select, context.ignore)
    findings = registry.run(case, rules)
    left_out = _left_out(case, context, {rule.code for rule in rules})
    found = scoring.penalties(findings, case.document.words, case.text)
    lost = (*found, *estimate(case), *unfound(case.estimate, found, case.document.words, bool(case.links)))
    basis = BASIS[case.kind]
    unjudged = judged.not_checked(
        words=case.document.words,
        basis=basis,
        entities=names,
        quotes=quotes,
        numbers=_numbers(case),
        aligned=bool(case.links),
        mismatch=case.mismatch is not None,
        findings=findings,
        ran={scoring.AREA_OF[rule.category] for rule in rules},
    )
    road = document_road(names)
    begun.forget()  # a long run must not keep all words of all articles
    document = case.document
    report = DocumentReport(
        id=document.id,
        input=document.input,
        title=document.title,
        system=document.system,
        language=document.language,
        language_confidence=document.language_confidence,
        words=document.words,
        text=document.text,
        original=_original(case),
        scores=scoring.scores(lost, [item.area for item in unjudged]),
        estimate=case.estimate,
        notes=(*case.notes, road) if road else case.notes,
        gate=None,
        not_checked=unjudged,
        basis=basis,
        mismatch=case.mismatch,
        metrics=scores.of_document(case, context.metrics),
        segments=case.segments(),
        entities=names,
        quotes=quotes,
        findings=tuple(located(finding, document) for finding in findings),
        penalties=lost,
        suppressed=0,
        word_faults=case.word_faults,
        missing_words=case.missing_words,
        source_map=document.source_map,
    )
    if left_out:
        taken = (
            TakenOut(
                f.rule, f.severity, location(report, f), "ignore" if f.rule.startswith(context.ignore) else "select"
            )
            for f in left_out
        )
        report = msgspec.structs.replace(report, taken_out=tuple(taken))
    return report


def _left_out(case: Case, context: Context, ran: Collection[str]) -> tuple[Finding, ...]:
    """What the rules that were not selected would have found."""
    if not (context.select or context.ignore):
        return ()
    return tuple(f for f in registry.run(case, registry.selected((), ())) if f.rule not in ran)


def _on_site(case: Case, verdict: EntityVerdict | QuoteVerdict) -> bool:
    """Whether what is judged stands on lines of the site, or in what a program fills in: no part of the article."""
    places = verdict.places if isinstance(verdict, EntityVerdict) else ()
    spans = [(verdict.start, verdict.end), *((place.start, place.end) for place in places)]
    return all(on_site(case.target, *span) or in_fields(case.target, *span) for span in spans)


def _numbers(case: Case) -> bool:
    """Whether the translation, or its whole original, has a number."""
    readings = [case.target, case.source if case.kind == "full" else None]
    return any(mentioned(part) for reading in readings if reading is not None for part in reading.parts)


def located(finding: Finding, document: Document) -> Finding:
    """The finding with the line and column of its place, or of what is missing, in the document's input file, and the
    id of its unit; as it is where it has no place."""
    place = finding.anchor if finding.start is None else finding.start
    if place is None:
        return finding
    line, column = spot(document.text, document.source_map, place)
    at = bisect_right(document.units, place, key=lambda unit: unit.start) - 1
    unit = document.units[at].id if at >= 0 else ""
    return msgspec.structs.replace(finding, line=line, column=column, unit=unit or None)


def _original(case: Case) -> Original | None:
    if case.original is None or case.kind is None:
        return None
    return Original(case.original.id, case.kind, case.similarity, case.original.text)
