"""One run: inputs and settings in, report out. The way of a single article is in `mtaudit.pipeline`."""

from __future__ import annotations

import contextlib
import datetime
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from mtaudit import glossary, pipeline, scoring, suppressions
from mtaudit.case import Case, Document
from mtaudit.config import Settings
from mtaudit.estimation.translators import with_translators
from mtaudit.evidence.translations import back_translate, questions, with_forced_scores, with_second_translations
from mtaudit.faults import Fault, Guarded, together
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
from mtaudit.running.store import Store, depends_on, run_key
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
    gathered = gather(inputs, originals, pairs, settings, stdin, memory, languages)
    skipped = gathered.skipped

    held = _Held()

    def spoilt(document: Document, fault: Fault) -> None:
        skipped.append(fault.skipped(document.input, document.id))
        memory.forget(document)

    def spoilt_case(case: Case, fault: Fault) -> None:
        spoilt(case.document, fault)

    def sound(cases: Sequence[Case], results: Iterable[Case | Fault]) -> list[Case]:
        """The results that are no faults; the others are noted with the document they came from."""
        kept = []
        for case, result in zip(cases, results, strict=True):
            progress.advance()
            if isinstance(result, Fault):
                spoilt_case(case, result)
            else:
                held.weigh(result)
                kept.append(result)
        return kept

    english_index, english = together(lambda some: _indexed(some, languages), gathered.english, spoilt)

    progress.phase("reading sentences", len(gathered.translations))
    translations: list[Translation] = []
    cases: list[Case] = []
    for translation in gathered.translations:
        begun = _begun(translation, languages)
        progress.advance()
        if isinstance(begun, Fault):
            spoilt(translation.document, begun)
            continue
        translations.append(translation)
        cases.append(replace(begun, glossary=entries, ner=settings.ner, thresholds=settings.reader))
    if translator is not None:
        progress.phase("back-translating", sum(len(case.sentences) for case in cases))
        translated, kept = together(
            lambda rows: back_translate([case for case, _ in rows], translator, progress.advance),
            list(zip(cases, translations, strict=True)),
            lambda row, fault: spoilt_case(row[0], fault),
        )
        cases, translations = list(translated), [translation for _, translation in kept]

    jobs = local.jobs_for(settings.jobs, len(cases))
    metric_signatures: dict[MetricName, str] = {}
    with engine(settings) as run:
        progress.phase("choosing originals", len(cases))
        rows = list(zip(cases, translations, strict=True))
        matched = sound(cases, run(Guarded(_match), rows, english_index, jobs))
        english, english_index = _of_the_run(english, english_index, matched)
        matched, _ = together(with_translators, matched, spoilt_case)

        if seconds:
            waiting = sum(len(case.original_sentences) for case in matched if case.links)
            progress.phase("translating originals once more", waiting * len(seconds))
            again = partial(with_second_translations, translators=seconds, progress=progress.advance)
            matched, _ = together(again, matched, spoilt_case)
        scorers = _scorers(settings, languages, translator)
        progress.phase("weighing words", questions(matched, *scorers))
        matched, _ = together(lambda some: with_forced_scores(some, *scorers, progress.advance), matched, spoilt_case)
        progress.phase("reading word by word", len(matched))
        matched = sound(matched, run(Guarded(_read), matched, None, jobs))
        matched, _ = together(with_estimates, matched, spoilt_case)
        if translator is not None:
            matched, metric_signatures = _with_comet(matched, settings, progress)

        names, matched = together(
            lambda some: NameIndex.build(some, english, entries, languages, held.weigh), matched, spoilt_case
        )
        context = Context(english_index, names, settings.select, settings.ignore, settings.metrics)
        tell = None if settings.suppress else finished
        models_used = "+".join(repr(model.info) for model in (translator, *scorers, *seconds) if model is not None)
        results = _judge_all(matched, context, settings, jobs, progress, run, tell, models_used)
        documents = [result for result in results if not isinstance(result, Fault)]
        for case, result in zip(matched, results, strict=True):
            if isinstance(result, Fault):
                spoilt_case(case, result)
        matched = [case for case, result in zip(matched, results, strict=True) if not isinstance(result, Fault)]
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


class _Held:
    """Which articles keep what was found in them until they are judged: the first ones, up to `MOST` letters."""

    MOST = 1_500_000  # 300 to 400 bytes are found in a letter and its original's

    def __init__(self) -> None:
        self._letters: dict[str, int] = {}  # by document
        self._sum = 0

    def weigh(self, case: Case) -> None:
        """Let go of what was found in a case, unless it is one of those that are held."""
        key = case.document.id
        if key not in self._letters:
            letters = len(case.text) + (len(case.original.text) if case.original else 0)
            self._letters[key] = letters if not self._sum or self._sum + letters <= self.MOST else 0
            self._sum += self._letters[key]
        if not self._letters[key]:
            case.forget()


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


def _indexed(documents: Sequence[Document], languages: LanguagePair) -> OriginalIndex:
    index = OriginalIndex(documents, pair=languages)
    index.prepare()
    return index


def _begun(translation: Translation, languages: LanguagePair) -> Case | Fault:
    return Guarded(pipeline.begin)(translation, languages)


def _read(case: Case, shared: None) -> Case:
    return read(case)


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
    signature: str,
) -> list[DocumentReport | Fault]:
    """Every case judged, in order; with `resume`, those of an interrupted run with the same inputs are taken over."""
    progress.phase("judging", len(cases))
    done: dict[int, DocumentReport | Fault] = {}
    with contextlib.ExitStack() as stack:
        store = None
        if settings.resume:
            key = run_key(depends_on(cases, context, settings, signature))
            store = stack.enter_context(Store(cache_folder(settings), key))
            done.update((number, report) for number, report in store.load().items() if number < len(cases))
            progress.advance(len(done))
        waiting = [i for i in range(len(cases)) if i not in done]
        results = run(Guarded(pipeline.judge), [cases[i] for i in waiting], context, jobs)
        told = 0
        for i, report in zip(waiting, results, strict=True):
            done[i] = report
            if store is not None and not isinstance(report, Fault):
                store.save(i, report)
            progress.advance()
            told = _tell(done, told, finished)
        _tell(done, told, finished)
        if store is not None:
            store.finish()
    return [done[i] for i in range(len(cases))]


def _tell(done: Mapping[int, DocumentReport | Fault], told: int, finished: Finished | None) -> int:
    """Hand on the documents from number `told` on, as far as there is no gap; returns the next number."""
    while told in done:
        document = done[told]
        if finished is not None and not isinstance(document, Fault):
            finished(document)
        told += 1
    return told
