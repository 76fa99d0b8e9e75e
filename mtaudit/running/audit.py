"""One run: inputs and settings in, report out. The way of a single article is in `mtaudit.pipeline`."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from mtaudit import glossary, pipeline, scoring, suppressions
from mtaudit.case import Case, Document
from mtaudit.config import Settings
from mtaudit.estimation.translators import with_translators
from mtaudit.evidence.translations import back_translate, questions, with_forced_scores, with_second_translations
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.metrics import comet, scores
from mtaudit.model import (
    SCHEMA_VERSION,
    DocumentReport,
    FindingCounts,
    MetricName,
    ModelInfo,
    Report,
    RunInfo,
    Skipped,
    Summary,
    ToolInfo,
)
from mtaudit.names import plugins
from mtaudit.names.cluster import NameIndex
from mtaudit.originals.choose import OriginalIndex
from mtaudit.pipeline import Context, Translation
from mtaudit.reader.article import with_estimates
from mtaudit.reader.read import read
from mtaudit.rules import registry
from mtaudit.running import local
from mtaudit.running.engine import Run, engine
from mtaudit.running.gather import gather, told
from mtaudit.running.memory import Memory
from mtaudit.running.progress import Progress, Silent
from mtaudit.running.store import Store, run_key
from mtaudit.translation import models
from mtaudit.translation.cache import CachedModel
from mtaudit.translation.interface import TranslationModel
from mtaudit.unused import unused
from mtaudit.version import __version__

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
    gathered = gather(inputs, originals, pairs, settings, stdin, memory, languages)
    translations, english, skipped = gathered.translations, gathered.english, gathered.skipped
    english_index = OriginalIndex(english, pair=languages)

    progress.phase("reading sentences", len(translations))
    cases = []
    for translation in translations:
        begun = pipeline.begin(translation, languages)
        cases.append(replace(begun, glossary=entries, ner=settings.ner, thresholds=settings.reader))
        progress.advance()
    if translator is not None:
        progress.phase("back-translating", sum(len(case.sentences) for case in cases))
        cases = back_translate(cases, translator, progress.advance)

    jobs = local.jobs_for(settings.jobs, len(cases))
    metric_signatures: dict[MetricName, str] = {}
    with engine(settings) as run:
        progress.phase("choosing originals", len(cases))
        matched: list[Case] = []
        for case in run(_match, list(zip(cases, translations, strict=True)), english_index, jobs):
            matched.append(case)
            progress.advance()
        english, english_index = _of_the_run(english, english_index, matched)
        matched = with_translators(matched)

        if seconds:
            waiting = sum(len(case.original_sentences) for case in matched if case.links)
            progress.phase("translating originals once more", waiting * len(seconds))
            matched = with_second_translations(matched, seconds, progress.advance)
        scorers = _scorers(settings, languages, translator)
        progress.phase("weighing words", questions(matched, *scorers))
        matched = with_forced_scores(matched, *scorers, progress.advance)
        progress.phase("reading word by word", len(matched))
        matched = with_estimates([_told(case, progress) for case in run(_read, matched, None, jobs)])
        if translator is not None:
            matched, metric_signatures = _with_comet(matched, settings, progress)

        names = NameIndex.build(matched, english, entries, languages)
        context = Context(english_index, names, settings.select, settings.ignore, settings.metrics)
        tell = None if settings.suppress else finished
        documents = _judge_all(matched, context, settings, jobs, progress, run, tell)
    report = Report(
        schema_version=SCHEMA_VERSION,
        tool=ToolInfo("mtaudit", __version__),
        run=RunInfo(
            started=started.isoformat(timespec="seconds").replace("+00:00", "Z"),
            seconds=round(time.monotonic() - clock, 3),
            signature=signature(settings, translator, seconds),
            back_translator=translator.info if translator else None,
            config=settings.shown(),
            metric_signatures=scores.signatures(matched, settings.metrics) | metric_signatures,
            second_translators=tuple(second.info for second in seconds),
            unused=tuple(f"glossary entry {entry.name!r}" for entry in unused(entries, documents)),
        ),
        summary=summary(documents, skipped, matched, settings),
        skipped=tuple(skipped),
        inputs=told([t.document for t in translations], english, gathered.none, languages, gathered.remarks),
        documents=tuple(documents),
    )
    return suppressions.apply(report, settings.suppress)


def signature(settings: Settings, translator: TranslationModel | None, seconds: Sequence[TranslationModel] = ()) -> str:
    """All that a verdict depends on, in one line, in the manner of sacrebleu."""
    back = _short(translator.info) if translator else "none"
    second = "+".join(_short(model.info) for model in seconds) or "none"
    codes = [rule.code for rule in registry.selected(settings.select, settings.ignore)]
    rules = "all" if len(codes) == len(registry.all_rules()) else "+".join(codes)
    names = "yes" if settings.names else "no"
    rules += f"-{len(settings.suppress)}suppressed" if settings.suppress else ""
    models_used = f"back:{back}|second:{second}"
    return f"{models_used}|rules:{rules}|names:{names}|ner:{settings.ner or 'own'}|version:{__version__}"


def summary(
    documents: Sequence[DocumentReport], skipped: Sequence[Skipped], cases: Sequence[Case], settings: Settings
) -> Summary:
    """Counts, mean scores, and metrics over the sentences of all documents with a whole original."""
    severities = [f.severity for d in documents for f in d.findings]
    metrics, intervals = scores.of_run(cases, settings.metrics, settings.confidence)
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


def _read(case: Case, shared: None) -> Case:
    return read(case)


def _told(case: Case, progress: Progress) -> Case:
    progress.advance()
    return case


def _short(info: ModelInfo) -> str:
    return f"{info.name}-{info.version}-{info.sha256[:8]}"


def _of_the_run(
    english: list[Document], index: OriginalIndex, cases: Sequence[Case]
) -> tuple[list[Document], OriginalIndex]:
    """The English texts without those that were given as an original, do not look like it and belong to nothing else:
    no name or quotation is held against them."""
    used = {case.original.id for case in cases if case.original is not None}
    spoiled = {case.mismatch for case in cases} - used
    kept = [document for document in english if document.id not in spoiled]
    return (english, index) if len(kept) == len(english) else (kept, index.only(kept))


def _match(item: tuple[Case, Translation], index: OriginalIndex) -> Case:
    return pipeline.measured(pipeline.with_original(*item, index))


def _with_comet(cases: list[Case], settings: Settings, progress: Progress) -> tuple[list[Case], dict[MetricName, str]]:
    """The cases with COMET's scores, if they are wanted, and how to get them again."""
    if "comet" not in settings.metrics or not any(any(case.back_translations) for case in cases):
        return cases, {}

    def begin(name: str, total: int) -> Callable[[int], None]:
        progress.phase(name, total)
        return progress.advance

    begin("loading COMET", 0)
    with comet.Comet(settings.comet, settings.offline) as scorer:
        done = scores.with_comet(cases, scorer, begin)
        return done, {"comet": scorer.signature} if any(case.comet for case in done) else {}


def _judge_all(
    cases: Sequence[Case],
    context: Context,
    settings: Settings,
    jobs: int,
    progress: Progress,
    run: Run,
    finished: Finished | None,
) -> list[DocumentReport]:
    """Every case judged, in order; with `resume`, those of an interrupted run with the same inputs are taken over."""
    progress.phase("judging", len(cases))
    store = None
    done: dict[int, DocumentReport] = {}
    if settings.resume:
        texts = (
            part
            for case in cases
            for part in (
                case.document.id,
                case.text,
                repr(case.document.source_map),
                *map(str, (*case.back_translations, *case.again, *case.comet)),
            )
        )
        english = (document.text for document in context.originals.documents)
        entries = (repr(entry) for case in cases[:1] for entry in case.glossary)
        store = Store(
            cache_folder(settings),
            run_key([__version__, SCHEMA_VERSION, repr(settings.shown()), *texts, *english, *entries]),
        )
        done = store.load()
        progress.advance(len(done))
    waiting = [i for i in range(len(cases)) if i not in done]
    results = run(pipeline.judge, [cases[i] for i in waiting], context, jobs)
    told = 0
    for i, report in zip(waiting, results, strict=True):
        done[i] = report
        if store is not None:
            store.save(i, report)
        progress.advance()
        told = _tell(done, told, finished)
    _tell(done, told, finished)
    if store is not None:
        store.finish()
    return [done[i] for i in range(len(cases))]


def _tell(done: Mapping[int, DocumentReport], told: int, finished: Finished | None) -> int:
    """Hand on the documents from number `told` on, as far as there is no gap; returns the next number."""
    while told in done:
        if finished is not None:
            finished(done[told])
        told += 1
    return told
