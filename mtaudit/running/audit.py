"""One run: inputs and settings in, report out. The way of a single article is in `mtaudit.pipeline`."""

from __future__ import annotations

import contextlib
import datetime
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from mtaudit import glossary, scoring, suppressions
from mtaudit.case import Case, Document, GlossaryEntry
from mtaudit.config import Settings
from mtaudit.faults import Fault, together
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.metrics import comet, scores
from mtaudit.metrics.scores import Scored
from mtaudit.model import (
    SCHEMA_VERSION,
    DocumentReport,
    FindingCounts,
    ModelInfo,
    Report,
    RunInfo,
    Skipped,
    Summary,
    ToolInfo,
)
from mtaudit.names import plugins
from mtaudit.names.cluster import NameIndex
from mtaudit.pipeline import Context
from mtaudit.rules import registry
from mtaudit.running import inline
from mtaudit.running.engine import engine
from mtaudit.running.gather import Gathered, gather, told
from mtaudit.running.memory import Memory
from mtaudit.running.program import as_loaded
from mtaudit.running.progress import Progress, Silent
from mtaudit.running.unchanged import Before, Judged, basis, can_tell, judge
from mtaudit.running.verdicts import Verdicts
from mtaudit.running.way import Models, Way
from mtaudit.translation import models
from mtaudit.translation.cache import CachedModel
from mtaudit.translation.interface import TranslationModel
from mtaudit.unused import unused
from mtaudit.version import __version__

_log = logging.getLogger(__name__)

Finished = Callable[[DocumentReport], None]


def audit(
    inputs: Sequence[str] = (),
    *,
    originals: Sequence[str] = (),
    pairs: str | None = None,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    memory: Memory | None = None,
    finished: Finished | None = None,
    languages: LanguagePair = ENGLISH_INDONESIAN,
) -> Report:
    """Audit translations and say what was found.

    `inputs` and `originals` are paths, folders, globs, URLs or "-"; English texts among the inputs count as originals.
    `pairs` is a JSONL, CSV or TSV file with one document a row. `memory` says which of them are new; whoever gives one
    commits it when the report is out, without one the settings' state file is kept here. `finished` gets each document,
    in order, as soon as it is judged (none where suppressions change them at the end). `languages`: those of the
    originals and of the translations. Raises UsageError for unknown rules or unreadable tables, PackageError where no
    back-translation package fits; inputs that can't be read are in `report.skipped`.
    """
    settings = settings or Settings()
    inputs = settings.named(inputs, pairs)
    originals, pairs = originals or settings.originals, pairs or settings.pairs
    progress = progress or Silent()
    if memory is None:
        with Memory(settings) as own:
            report = audit(
                inputs, originals=originals, pairs=pairs, settings=settings, stdin=stdin, progress=progress,
                memory=own, finished=finished, languages=languages,
            )  # fmt: skip
            own.commit()
            return report
    started, clock = datetime.datetime.now(datetime.UTC), time.monotonic()
    registry.selected(settings.select, settings.ignore)  # a wrong code is told before anything is read
    suppressions.check(settings.suppress)
    entries = glossary.read(settings.names)
    if settings.ner:
        plugins.loaded(settings.ner)
    translator, seconds = _translator(settings, languages), _second_translators(settings, languages)
    if translator is not None and "comet" in settings.metrics:
        comet.check(settings.comet)
    models_used = Models(translator, seconds, _scorers(settings, languages, translator))
    gathered = gather(inputs, originals, pairs, settings, stdin, memory, languages)
    skipped, translations = gathered.skipped, gathered.translations

    def spoilt(document: Document, fault: Fault) -> None:
        skipped.append(fault.skipped(document.input, document.id))
        memory.forget(document)

    with contextlib.ExitStack() as stack:
        before = _before(settings, languages, entries, models_used, gathered, stack)
        run = stack.enter_context(engine(settings))
        way = Way(translations, gathered.english, models_used, entries, settings, languages, run, progress, spoilt)
        english, names = _to_the_judges(way, before)
        later = settings.suppress or settings.inline_suppressions  # what changes documents at the end
        done = _judge_all(way, before, english, names, None if later else finished)
    if before.on:
        unchanged = len(before.hits)
        _log.info(f"{unchanged} of {len(translations)} articles are unchanged and were not judged again")
    documents = [result.report for _, result in sorted(done.items())]
    scored = [result.scored for _, result in sorted(done.items())]
    report = Report(
        schema_version=SCHEMA_VERSION,
        tool=ToolInfo("mtaudit", __version__),
        run=RunInfo(
            started=started.isoformat(timespec="seconds").replace("+00:00", "Z"),
            seconds=round(time.monotonic() - clock, 3),
            signature=signature(settings, translator, seconds),
            back_translator=translator.info if translator else None,
            config=settings.shown(),
            metric_signatures=scores.signatures(scored, settings.metrics) | way.metric_signatures,
            second_translators=tuple(second.info for second in seconds),
            unused=tuple(f"glossary entry {entry.name!r}" for entry in unused(entries, documents)),
        ),
        summary=summary(documents, skipped, scored, settings),
        skipped=tuple(skipped),
        inputs=told(
            [t.document for number, t in enumerate(translations) if number not in way.early],
            english,
            gathered.none,
            languages,
            gathered.remarks,
        ),
        documents=tuple(documents),
    )
    report, marks = inline.heeded(report, settings) if settings.inline_suppressions else (report, [])
    return suppressions.apply(report, [*settings.suppress, *marks])


def signature(settings: Settings, translator: TranslationModel | None, seconds: Sequence[TranslationModel] = ()) -> str:
    """All that a verdict depends on, in one line, in the manner of sacrebleu."""
    back = _short(translator.info) if translator else "none"
    second = "+".join(_short(model.info) for model in seconds) or "none"
    codes = [rule.code for rule in registry.selected(settings.select, settings.ignore)]
    rules = "all" if len(codes) == len(registry.all_rules()) else "+".join(codes)
    names = "yes" if settings.names else "no"
    rules += f"-{len(settings.suppress)}suppressed" if settings.suppress else ""
    rules += "-inline" if settings.inline_suppressions else ""
    models_used = f"back:{back}|second:{second}"
    return f"{models_used}|rules:{rules}|names:{names}|ner:{settings.ner or 'own'}|version:{__version__}"


def summary(
    documents: Sequence[DocumentReport], skipped: Sequence[Skipped], scored: Sequence[Scored], settings: Settings
) -> Summary:
    """Counts, mean scores, and metrics over the sentences of all documents with a whole original."""
    severities = [f.severity for d in documents for f in d.findings]
    metrics, intervals = scores.of_run(scored, settings.metrics, settings.confidence)
    return Summary(
        documents=len(documents),
        skipped=len(skipped),
        words=sum(d.words for d in documents),
        findings=FindingCounts(
            critical=severities.count("critical"), major=severities.count("major"), minor=severities.count("minor")
        ),
        scores=scoring.mean([d.scores for d in documents]),
        metrics=metrics,
        intervals=intervals,
    )


def cache_folder(settings: Settings) -> Path:
    """Where translations and unfinished runs are kept."""
    return Path(settings.cache) if settings.cache else models.cache_folder()


def _translator(settings: Settings, languages: LanguagePair) -> TranslationModel | None:
    if not settings.back_translation:
        return None
    folder = cache_folder(settings)
    found = models.translation_model(settings.model, languages.target.code, languages.source.code, folder)
    return found if settings.no_cache else CachedModel(found, folder)


def _second_translators(settings: Settings, languages: LanguagePair) -> list[TranslationModel]:
    if not settings.second_translation:
        return []
    folder = cache_folder(settings)
    found = models.second_translators(settings.second_models, languages.source.code, languages.target.code, folder)
    return [model if settings.no_cache else CachedModel(model, folder) for model in found]


def _scorers(
    settings: Settings, languages: LanguagePair, translator: TranslationModel | None
) -> tuple[TranslationModel | None, TranslationModel | None]:
    """What scores originals and translations: the bundled packages, which the reader was fitted with, whichever
    translate; where a pair has none, its back-translator for the originals. None for what the settings leave out."""
    folder = cache_folder(settings)
    found: list[TranslationModel | None] = []
    for wanted, (one, other) in (
        (translator is not None, (languages.target, languages.source)),
        (settings.second_translation, (languages.source, languages.target)),
    ):
        bundled = models.bundled(one.code, other.code, folder) if wanted else None
        found.append(bundled if bundled is None or settings.no_cache else CachedModel(bundled, folder))
    return found[0] or translator, found[1]


def _short(info: ModelInfo) -> str:
    return f"{info.name}-{info.version}-{info.sha256[:8]}"


def _before(
    settings: Settings,
    languages: LanguagePair,
    entries: Sequence[GlossaryEntry],
    used: Models,
    gathered: Gathered,
    stack: contextlib.ExitStack,
) -> Before:
    """What is known of the documents from runs before."""
    if not can_tell(settings, languages):
        return Before(None, b"", gathered.translations, gathered.english)
    file = stack.enter_context(Verdicts(cache_folder(settings), models.cache_folder(), settings.resume, as_loaded))
    asked = (used.translator, *used.scorers, *used.seconds)
    infos = [None if model is None else model.info for model in asked]
    return Before(file, basis(settings, languages, entries, infos), gathered.translations, gathered.english)


def _to_the_judges(way: Way, before: Before) -> tuple[list[Document], NameIndex]:
    """Take along all that has to be judged, alone or again, to the judges. Returns the English texts that something is
    held against, and the index of names; `before.hits` are then those documents that are not judged again."""
    new = [number for number in range(len(way.translations)) if number not in before.hits]
    doubtful = before.doubtful()
    if new or doubtful or not before.sound():
        if len(way.originals.documents) == len(way.given):
            before.keep_sound()
        else:  # a fault in one of them; it may be another the next time
            before.stop()
            new = list(range(len(way.translations)))
    new += doubtful
    while True:
        while new:
            way.match(new)
            way.drop(before.matched(way.cases))
            new = [n for n in range(len(way.translations)) if n not in before.hits and n not in way.matched]
        english = _of_the_run(way, before)
        new = before.still(english, None)
        if not new:
            names = _names(way, before, english)
            new = before.still(english, names)
        if not new and not way.read():
            return english, names


def _of_the_run(way: Way, before: Before) -> list[Document]:
    """The English texts without those that were given as an original, do not look like it and belong to nothing else:
    no name or quotation is held against them."""
    known = [hit.report for hit in before.hits.values()]
    used = {original for original, _ in way.chosen.values()} | {r.original.id for r in known if r.original is not None}
    spoiled = {mismatch for _, mismatch in way.chosen.values()} | {report.mismatch for report in known}
    every = way.originals.documents if way.begun else way.given
    return [document for document in every if document.id not in spoiled - used]


def _names(way: Way, before: Before, english: Sequence[Document]) -> NameIndex:
    """The spellings of names over all documents of the run."""
    if not way.cases and not before.ask_names:
        return NameIndex()
    here = sorted({*before.hits, *way.cases})
    key, known = before.names(here, english)
    if known is not None:
        return known

    def lost(row: tuple[int, Case], fault: Fault) -> None:
        before.hits.pop(row[0], None)
        way.lose(row[0], fault)

    names, kept = together(
        lambda rows: NameIndex.build([case for _, case in rows], english, way.glossary, way.languages, way.held.weigh),
        [(number, way.cases.get(number) or way.bare(number)) for number in here],
        lost,
    )
    if len(kept) == len(here):
        before.keep_names(key, names)
    return names


def _judge_all(
    way: Way, before: Before, english: Sequence[Document], names: NameIndex, finished: Finished | None
) -> dict[int, Judged]:
    """Number of a document -> what comes of judging it; without those in which something goes wrong."""
    settings = way.settings
    numbers = sorted({*before.hits, *way.cases})
    way.progress.phase("judging", len(numbers))
    done: dict[int, Judged | None] = {n: Judged(before.report(n), hit.scored) for n, hit in before.hits.items()}
    way.progress.advance(len(done))
    waiting = sorted(way.cases)
    told = _tell(done, numbers, 0, finished)
    if waiting:
        originals = way.originals
        if len(english) < len(originals.documents):
            originals = originals.only(english)
        context = Context(originals, names, settings.select, settings.ignore, settings.metrics)
        companies, quoted = before.companies(way.cases), before.quoted(english)
        results = way.each(judge, [way.cases[n] for n in waiting], (context, settings.confidence))
        for number, result in zip(waiting, results, strict=True):
            if isinstance(result, Fault):
                way.lose(number, result)
                done[number] = None
            else:
                done[number] = result
                if number in companies:
                    before.keep(number, result, number in way.asked, companies[number], quoted)
            way.progress.advance()
            told = _tell(done, numbers, told, finished)
    return {number: judged for number, judged in done.items() if judged is not None}


def _tell(done: Mapping[int, Judged | None], numbers: Sequence[int], told: int, finished: Finished | None) -> int:
    """Hand on the documents from the `told`-th of `numbers` on, as far as there is no gap; returns how many were."""
    while told < len(numbers) and numbers[told] in done:
        judged = done[numbers[told]]
        if finished is not None and judged is not None:
            finished(judged.report)
        told += 1
    return told
