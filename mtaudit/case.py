"""What the stages hand to one another: documents as read, and the case that every judge looks at."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from mtaudit.config import ReaderSettings
from mtaudit.languages.interface import Language
from mtaudit.languages.pair import LanguagePair
from mtaudit.languages.sentences import Sentence
from mtaudit.model import (
    EntityVerdict,
    Estimate,
    MissingWord,
    QuoteVerdict,
    Run,
    SecondTranslation,
    Segment,
    WordFault,
)
from mtaudit.text import Once, Reading, Readings
from mtaudit.translation.interface import ForcedScore, Hypothesis


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """`text[start:end]` of a document is a unit of a bilingual file; `id` as the file gives it, else ""."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. `input` is the place it came from (path, URL or `-`); `text` is what is audited.

    `source_map` says where in the input file each character of `text` stands (empty: the text is the file's own).
    `units`, where the file pairs up stretches of text itself: its original has as many, in the same order.
    """

    id: str
    input: str
    text: str
    title: str | None = None
    system: str | None = None
    url: str | None = None
    language: str = ""  # ISO 639-1, "" until identified
    language_confidence: float = 0.0
    source_map: tuple[Run, ...] = ()
    published: str | None = None  # ISO 8601, as the feed, page or row says
    format: str = ""  # name of the reader, and Python's of the encoding, of `input`
    encoding: str = ""
    units: tuple[UnitSpan, ...] = ()
    named_original: str = ""  # path or address, as the document itself has it
    teaser: bool = False  # whether the feed that it comes from gives its beginning alone, broken off anywhere

    @property
    def words(self) -> int:
        """Number of whitespace-separated words that contain a letter or digit."""
        return sum(any(c.isalnum() for c in word) for word in self.text.split())


@dataclass(frozen=True, slots=True)
class Link:
    """An alignment bead: which sentences of the translation stand for which of the original.

    1-1, 1-2, 2-1, 2-2, or 1-0 / 0-1 where one side is empty. `score` 0..1. `moved`: the original has it elsewhere.
    """

    target: tuple[int, ...]
    source: tuple[int, ...]
    score: float
    moved: bool = False


@dataclass(frozen=True, slots=True)
class SegmentScore:
    """A metric's score of one segment; `target` are its sentences of the translation, none for an omission."""

    target: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Passage:
    """How freely `text[start:end]` renders its original: content not found on the other side (0..1), English left."""

    start: int
    end: int
    free: float
    left: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """What is counted on a whole text: per token or word, and against the original.

    None where there is nothing to hold the text against.
    """

    rarity: float  # mean -log p(token): rare words say more
    fluency: float  # mean log p(token | the one before) - log p(token): words that belong together
    unknown: float  # share of words never seen
    hyphens: float  # hyphens that join nothing, and hyphenated words that are no reduplication, per word
    length: float | None = None  # log(characters / characters of the original)
    untranslated: float | None = None  # small-letter words of the original left as they were, per word of the original
    capitals: float | None = None  # capital letters more than in the original, per word of the original
    digits: float | None = None  # digits more or fewer, per word of the original


@dataclass(frozen=True, slots=True)
class Translator:
    """What is known of a translator from all its texts in the run.

    `shortfall`: chrF points that they fall short, beyond usual systems (0.0 where nothing is known). `passages`, `free`
    and `left`: number of their aligned passages, and the sums of `Passage.free` and `Passage.left` over these.
    """

    shortfall: float
    passages: int
    free: float
    left: int


@dataclass(frozen=True, slots=True)
class OriginalAgain:
    """The original translated once more by `translator`: a hypothesis for each of its sentences, with the next best."""

    translator: str
    hypotheses: tuple[Hypothesis, ...]


@dataclass(frozen=True, slots=True)
class ForcedScores:
    """What the two translators find of every token that stands there; each empty where nobody was asked.

    By link (None where one side is empty), both sides as `Case.linked` has them: `translation`, given the original;
    `original`, given the translation. By sentence of the translation: `alone`, given nothing; `given_back`, given its
    own back-translation (None without one), where there is no whole original, which says the same and more.
    """

    translation: tuple[ForcedScore | None, ...] = ()
    original: tuple[ForcedScore | None, ...] = ()
    alone: tuple[ForcedScore | None, ...] = ()
    given_back: tuple[ForcedScore | None, ...] = ()


@dataclass(frozen=True)
class Case(Once):
    """One translation, its original if it has one, the sentences of both side by side, the back-translations.

    `kind` is "full" where `original` is the whole original, "partial" where it only carries passages of it,
    None where there is none. `links` is empty unless `kind` is "full". `entities` and `quotes` are filled in by the
    judges, before the rules run. What stands in the texts is asked of `target`, `source` and `back`; what several
    judges and rules ask of the case as a whole, and what does not rest on the verdicts, is worked out by `once`.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    back_translations: tuple[str | None, ...]
    back_translation_scores: tuple[float | None, ...]
    pair: LanguagePair
    original: Document | None = None
    kind: Literal["full", "partial"] | None = None
    similarity: float = 0.0
    original_sentences: tuple[Sentence, ...] = ()
    links: tuple[Link, ...] = ()
    forced: ForcedScores = field(default=ForcedScores())
    word_faults: tuple[WordFault, ...] = ()  # of every word of the translation, once the reader has read it
    missing_words: tuple[MissingWord, ...] = ()  # of every word of the whole original, the same
    thresholds: ReaderSettings = field(default=ReaderSettings())  # from which on its stretches are told
    reads_like_machine: float | None = None  # 0..1; None where nothing tells
    estimate: Estimate | None = None  # of the whole text
    again: tuple[OriginalAgain, ...] = ()  # by each second translator that is evidence
    measures: Measures | None = None  # of the whole text, see `estimation`
    passages: tuple[Passage, ...] = ()  # how freely each aligned passage is translated
    translator: Translator | None = None  # filled in once all texts of the run have been measured
    entities: tuple[EntityVerdict, ...] = ()
    quotes: tuple[QuoteVerdict, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = field(default=())
    ner: str | None = None  # another tagger than our own, as `--ner` names it
    comet: tuple[SegmentScore, ...] = ()  # of each segment that COMET was to score
    notes: tuple[str, ...] = ()  # remarks for the report
    mismatch: str | None = None  # id of the text that was given as the original and does not look like it
    readings: Readings = field(default_factory=Readings, repr=False, compare=False)
    _found: dict[Hashable, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def source_language(self) -> Language:
        """Of the original."""
        return self.pair.source

    @property
    def target_language(self) -> Language:
        """Of the translation."""
        return self.pair.target

    @property
    def target(self) -> Reading:
        """The translation, read once."""
        return self.readings.reading("target", self.text, self.target_language, self.source_language, self.sentences)

    @property
    def source(self) -> Reading | None:
        """The original, read once; None without one."""
        if self.original is None:
            return None
        there, here = self.source_language, self.target_language
        return self.readings.reading("source", self.original.text, there, here, self.original_sentences)

    def back(self, index: int) -> Reading | None:
        """The back-translation of sentence `index`, read once; None where there is none."""
        text = self.back_translations[index]
        if text is None:
            return None
        return self.readings.reading(("back", index), text, self.source_language, self.target_language)

    def second(self, number: int, index: int) -> Reading | None:
        """What second translator `number` makes of sentence `index` of the original, read once; None for nothing."""
        text = self.again[number].hypotheses[index].text
        if not text:
            return None
        return self.readings.reading(("second", number, index), text, self.target_language, self.source_language)

    @cached_property
    def source_of(self) -> dict[int, tuple[int, ...]]:
        """Index of each translated sentence -> indices of the original sentences aligned to it."""
        return {t: link.source for link in self.links for t in link.target}

    def link_of(self, side: Literal["source", "target"], row: int) -> int | None:
        """Number of the link that sentence `row` of one side is in; None without one."""
        return self._links_of[side].get(row)

    @cached_property
    def _links_of(self) -> dict[str, dict[int, int]]:
        return {
            "source": {s: at for at, link in enumerate(self.links) for s in link.source},
            "target": {t: at for at, link in enumerate(self.links) for t in link.target},
        }

    def original_text_of(self, index: int) -> str | None:
        """The English aligned to sentence `index`, or None."""
        rows = self.source_of.get(index, ())
        return " ".join(self.original_sentences[i].text for i in rows) or None

    def original_at(self, index: int) -> Reading | None:
        """The English aligned to sentence `index`, read once; None without any."""
        text = self.original_text_of(index)
        if text is None:
            return None
        rows = self.source_of[index]
        if self.source is not None and len(rows) == 1:
            return self.source.parts[rows[0]]
        return self.readings.reading(("original", rows), text, self.source_language, self.target_language)

    def likelihood_of(self, index: int) -> float | None:
        """Mean log-probability per token of the English aligned to sentence `index`, given the sentence; or None."""
        at = self.link_of("target", index)
        score = self.forced.original[at] if at is not None and self.forced.original else None
        return score.mean if score else None

    def linked(self, at: int) -> tuple[str, str] | None:
        """The sentences of the translation and of the original in link number `at`; None where one side is empty."""
        link = self.links[at]
        if not link.target or not link.source:
            return None
        return (
            " ".join(self.sentences[i].text for i in link.target),
            " ".join(self.original_sentences[i].text for i in link.source),
        )

    def second_translations_of(self, index: int) -> tuple[SecondTranslation, ...]:
        """What the second translators make of the English aligned to sentence `index`."""
        rows = self.source_of.get(index, ())
        texts = [(again.translator, " ".join(again.hypotheses[i].text for i in rows)) for again in self.again]
        return tuple(SecondTranslation(translator, text) for translator, text in texts if text)

    def forget(self) -> None:
        """Let go of what was found in the case and its texts: nothing more will be asked."""
        self.readings.forget()
        self._found.clear()

    def segments(self) -> tuple[Segment, ...]:
        """The sentences as the report shows them."""
        comet = {t: segment.score for segment in self.comet for t in segment.target}
        return tuple(
            Segment(
                i,
                s.start,
                s.end,
                s.text,
                back,
                score,
                self.original_text_of(i),
                self.likelihood_of(i),
                comet.get(i),
                self.second_translations_of(i),
            )
            for i, (s, back, score) in enumerate(
                zip(self.sentences, self.back_translations, self.back_translation_scores, strict=True)
            )
        )

    def judged(self, entities: tuple[EntityVerdict, ...], quotes: tuple[QuoteVerdict, ...]) -> Case:
        """The same case with the judges' verdicts in it."""
        later = replace(self, entities=entities, quotes=quotes)
        later._found.update(self._found)
        return later


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A row of `--names`: it overrules all tables. `type` is PER, ORG, LOC, MISC or TERM."""

    name: str
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    type: str = "MISC"
