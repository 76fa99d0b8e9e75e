"""Some of a run's articles on their way to the judges, all of them together where a step looks at several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from mtaudit import pipeline
from mtaudit.case import Case, Document, GlossaryEntry
from mtaudit.config import Settings
from mtaudit.estimation.translators import with_translators
from mtaudit.evidence.translations import back_translate, questions, with_forced_scores, with_second_translations
from mtaudit.faults import Fault, Guarded, together
from mtaudit.languages import LanguagePair
from mtaudit.metrics import comet, scores
from mtaudit.model import MetricName
from mtaudit.originals import choose
from mtaudit.originals.choose import OriginalIndex
from mtaudit.pipeline import Translation
from mtaudit.reader.article import with_estimates
from mtaudit.reader.read import read
from mtaudit.running import local
from mtaudit.running.engine import Run
from mtaudit.running.progress import Progress
from mtaudit.translation.interface import TranslationModel

Row = tuple[int, Case]
Spoilt = Callable[[Document, Fault], None]


@dataclass(frozen=True)
class Models:
    """What translates and scores in a run: the back-translator, the second translators, the two that score."""

    translator: TranslationModel | None
    seconds: Sequence[TranslationModel]
    scorers: tuple[TranslationModel | None, TranslationModel | None]


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


@dataclass
class Way:
    """The articles of a run, known by their numbers, and the cases of those that are on their way.

    `lost`: those in which something went wrong. `early`: those of them that were lost before an original was chosen.
    """

    translations: Sequence[Translation]
    given: Sequence[Document]  # English texts
    models: Models
    glossary: tuple[GlossaryEntry, ...]
    settings: Settings
    languages: LanguagePair
    run: Run
    progress: Progress
    spoilt: Spoilt
    cases: dict[int, Case] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)  # those for whose original the pool was asked
    chosen: dict[int, tuple[str | None, str | None]] = field(
        default_factory=dict
    )  # ids: original, what looks like none
    matched: set[int] = field(default_factory=set)  # those for which originals were looked for
    lost: set[int] = field(default_factory=set)
    early: set[int] = field(default_factory=set)
    held: _Held = field(default_factory=_Held)
    finished: set[int] = field(default_factory=set)  # those that are ready for the judges
    metric_signatures: dict[MetricName, str] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether the pool of originals has been read."""
        return "originals" in self.__dict__

    @cached_property
    def originals(self) -> OriginalIndex:
        """The pool: the English texts in which nothing goes wrong."""
        index, _ = together(lambda some: _indexed(some, self.languages), self.given, self.spoilt)
        return index

    def match(self, numbers: Iterable[int]) -> None:
        """Take articles from the beginning to where each has its original, and is measured beside it."""
        own = sorted(set(numbers) - self.matched)
        if not own:
            return
        self.matched.update(own)
        index = self.originals
        self.progress.phase("reading sentences", len(own))
        for number in own:
            begun = _begun(self.translations[number], self.languages)
            self.progress.advance()
            if isinstance(begun, Fault):
                self.lose(number, begun, early=True)
            else:
                self.cases[number] = replace(
                    begun, glossary=self.glossary, ner=self.settings.ner, thresholds=self.settings.reader
                )
        translator = self.models.translator
        if translator is not None:
            self.progress.phase("back-translating", sum(len(case.sentences) for _, case in self._rows(own)))
            self._all(own, lambda some: back_translate(some, translator, self.progress.advance), early=True)
        rows = self._rows(own)
        self.progress.phase("choosing originals", len(rows))
        items = [(case, self.translations[number]) for number, case in rows]
        for (number, _), result in zip(rows, self.each(_match, items, index), strict=True):
            self.progress.advance()
            if isinstance(result, Fault):
                self.lose(number, result)
            else:
                case, asked = result
                self.held.weigh(case)
                self.cases[number] = case
                self.chosen[number] = case.original.id if case.original is not None else None, case.mismatch
                if asked:
                    self.asked.add(number)

    def read(self) -> bool:
        """Take all that have their original to the judges; returns whether one was lost, so that the run is another."""
        own, lost = sorted(self.cases.keys() - self.finished), len(self.lost)
        if not own:
            return False
        progress, models = self.progress, self.models
        self._all(own, with_translators)
        if models.seconds:
            waiting = sum(len(case.original_sentences) for _, case in self._rows(own) if case.links)
            progress.phase("translating originals once more", waiting * len(models.seconds))
            self._all(own, partial(with_second_translations, translators=models.seconds, progress=progress.advance))
        progress.phase("weighing words", questions([case for _, case in self._rows(own)], *models.scorers))
        self._all(own, lambda some: with_forced_scores(some, *models.scorers, progress.advance))
        rows = self._rows(own)
        progress.phase("reading word by word", len(rows))
        results = self.each(_read, [case for _, case in rows], None)
        for (number, _), result in zip(rows, results, strict=True):
            progress.advance()
            if isinstance(result, Fault):
                self.lose(number, result)
            else:
                self.held.weigh(result)
                self.cases[number] = result
        self._all(own, with_estimates)
        if models.translator is not None:
            self._with_comet(own)
        self.finished.update(number for number, _ in self._rows(own))
        return len(self.lost) > lost

    def drop(self, numbers: Iterable[int]) -> None:
        """Articles that need not go on, unless they are asked for once more."""
        for number in numbers:
            self.cases.pop(number, None)
            self.matched.discard(number)
            self.asked.discard(number)

    def bare(self, number: int) -> Case:
        """An article as it is before its way begins."""
        return Case(self.translations[number].document, (), (), (), self.languages)

    def _rows(self, numbers: Iterable[int]) -> list[Row]:
        return [(number, self.cases[number]) for number in numbers if number in self.cases]

    def each(self, function: Callable[[Any, Any], Any], items: Sequence[Any], shared: object) -> Iterator[Any]:
        """`function(item, shared)` of each item, or the fault in it, in order, over the processes of the run."""
        if items:
            yield from self.run(Guarded(function), items, shared, local.jobs_for(self.settings.jobs, len(items)))

    def _all(self, numbers: Iterable[int], step: Callable[[Sequence[Case]], list[Case]], early: bool = False) -> None:
        """A step that looks at several articles at once."""
        done, kept = together(
            lambda rows: step([case for _, case in rows]),
            self._rows(numbers),
            lambda row, fault: self.lose(row[0], fault, early),
        )
        self.cases.update(zip((number for number, _ in kept), done, strict=True))

    def lose(self, number: int, fault: Fault, early: bool = False) -> None:
        self.cases.pop(number, None)
        self.lost.add(number)
        if early:
            self.early.add(number)
        self.spoilt(self.translations[number].document, fault)

    def _with_comet(self, numbers: Sequence[int]) -> None:
        """COMET's scores, if they are wanted, and how to get them again."""
        rows = self._rows(numbers)
        if "comet" not in self.settings.metrics or not any(any(case.back_translations) for _, case in rows):
            return

        def begin(name: str, total: int) -> Callable[[int], None]:
            self.progress.phase(name, total)
            return self.progress.advance

        begin("loading COMET", 0)
        with comet.Comet(self.settings.comet, self.settings.offline) as scorer:
            done = scores.with_comet([case for _, case in rows], scorer, begin)
            self.cases.update(zip((number for number, _ in rows), done, strict=True))
            if any(case.comet for case in done):
                self.metric_signatures["comet"] = scorer.signature


def _indexed(documents: Sequence[Document], languages: LanguagePair) -> OriginalIndex:
    index = OriginalIndex(documents, pair=languages)
    index.prepare()
    return index


def _begun(translation: Translation, languages: LanguagePair) -> Case | Fault:
    return Guarded(pipeline.begin)(translation, languages)


def _match(item: tuple[Case, Translation], index: OriginalIndex) -> tuple[Case, bool]:
    """The measured case, and whether the pool was asked."""
    watched = choose.Asked(index)
    case = pipeline.measured(pipeline.with_original(*item, watched))
    return case, watched.asked


def _read(case: Case, shared: None) -> Case:
    return read(case)
