"""The data that goes through the program and into the report: frozen, typed, and the JSON report's schema.

Everything that ends in the report is a `msgspec.Struct` whose field order is the order in the JSON.
`start`/`end` count Unicode code points in the document's `text`; `text[start:end]` is exactly the stretch.
Both are None where nothing in the translation stands for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

SCHEMA_VERSION: Literal["2"] = "2"

Area = Literal["overall", "entity", "quote", "number", "adequacy", "surface"]
Category = Literal["entity", "quote", "number", "adequacy", "surface", "terminology"]
Severity = Literal["minor", "major", "critical"]
Evidence = Literal["translation", "original", "back-translation", "reader", "judge"]
Basis = Literal["alone", "original", "partial"]
Cause = Literal["absent", "no evidence", "mismatch", "rules off", "too short"]
EntityType = Literal["PER", "ORG", "LOC", "MISC"]
EntityStatus = Literal["preserved", "localised", "untranslated", "mangled", "mistranslated", "dropped", "unverified"]
Marks = Literal["ok", "escaped", "lost", "unbalanced", "moved"]
Content = Literal["faithful", "minor", "major", "dropped", "unverified"]
MetricName = Literal["bleu", "chrf", "ter", "comet"]
Profile = Literal["strict", "newsroom", "advisory"]

SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor")  # worst first
DAMAGED_NAME: frozenset[EntityStatus] = frozenset({"mangled", "mistranslated", "dropped"})


class Struct(msgspec.Struct, frozen=True):
    """Base of all report parts: immutable, compared by value."""


class Place(Struct, frozen=True):
    """One stretch of a document's text, in code points."""

    start: int
    end: int


class Run(Struct, frozen=True, array_like=True):
    """Where a stretch of a document's text stands in its input file, up to where the next run starts.

    The character at offset `start` of the text stands in the decoded file on `line` at `column` (1-based, code points),
    and each character takes up `width` there: 1 as a rule, 6 for a quotation mark written `&quot;`, 0 where no more is
    known of the whole stretch than this place.
    """

    start: int
    line: int
    column: int
    width: int


class SecondTranslation(Struct, frozen=True):
    """What another machine makes of the same English: evidence to look at, no reference."""

    translator: str  # name of the package, one of the run's second translators
    text: str


class Segment(Struct, frozen=True):
    """One sentence of the translation; `original` is the English aligned to it, where there is any."""

    index: int
    start: int
    end: int
    text: str
    back_translation: str | None = None
    back_translation_score: float | None = None  # mean log-probability per target token, <= 0
    original: str | None = None
    likelihood: float | None = None  # mean log-probability per token of `original` given `text`, <= 0
    comet: float | None = None  # COMET of the segment this sentence is in, about 0..1
    second_translations: tuple[SecondTranslation, ...] = ()  # of `original`, by each second translator that is evidence


class EntityVerdict(Struct, frozen=True):
    """What became of one name. `road` says by which way a mangled spelling most likely came about."""

    original: str | None
    type: EntityType
    status: EntityStatus
    found: str | None
    start: int | None
    end: int | None
    variants: tuple[str, ...] = ()
    confidence: float = 1.0  # 0..1
    places: tuple[Place, ...] = ()  # every place of `found`, the first included
    road: str | None = None
    suggestion: str | None = None
    evidence: tuple[str, ...] = ()  # what the status rests on, in words; () where nothing is known


class QuoteVerdict(Struct, frozen=True):
    """What became of one quotation, marks and content apart."""

    original: str | None
    found: str | None
    marks: Marks
    content: Content
    start: int | None
    end: int | None
    speaker: str | None = None
    original_speaker: str | None = None
    back_translation: str | None = None
    similarity: float | None = None  # 0..1, back-translation against original
    original_document: str | None = None  # id of the English text that carries it, where that is another report
    note: str | None = None  # what was inverted, lost, left in English ...


class Also(Struct, frozen=True):
    """What another rule says of the same fault."""

    rule: str
    severity: Severity
    message: str


class Finding(Struct, frozen=True):
    """One thing an editor should look at, with place, evidence and mend."""

    rule: str
    category: Category
    severity: Severity
    message: str
    start: int | None
    end: int | None
    text: str | None
    original: str | None = None
    suggestion: str | None = None
    confidence: float = 1.0  # 0..1
    evidence: Evidence = "translation"
    fingerprint: str = ""  # filled in by the rule registry
    places: tuple[Place, ...] = ()  # further places of the same fault
    line: int | None = None  # 1-based, where `start`, or else `anchor`, stands in the input file
    column: int | None = None  # 1-based, code points
    p_fault: float | None = None  # 0..1: what the reader says of the likeliest faulty word in it
    anchor: int | None = None  # offset where something missing belongs; None where `start` says where, or nobody knows
    also: tuple[Also, ...] = ()  # what other rules say of the same fault
    unit: str | None = None  # id of the unit of a bilingual file in which it stands


class Scores(Struct, frozen=True):
    """0..100 per area: 100 = judged and nothing found, None = could not be judged."""

    overall: float | None
    entity: float | None
    quote: float | None
    number: float | None
    adequacy: float | None
    surface: float | None


class NotChecked(Struct, frozen=True):
    """An area whose score is None, and why, for an editor.

    `cause`: "absent" - the texts have nothing of the kind, so that nothing can be wrong; "no evidence" - nothing to
    hold the text against; "mismatch" - what was given as the original does not look like it; "rules off" - the settings
    left the area's rules out; "too short" - of the overall score.
    """

    area: Area
    reason: str
    cause: Cause


class Estimate(Struct, frozen=True):
    """What is estimated of a whole text: serious faults per 100 words with their interval.

    `reads_like_machine`: the probability that it reads like a machine's translation and not like a person's, which says
    nothing of its quality; None where it is too short to tell, or nothing is known of the pair of languages.
    """

    serious_per_100_words: float
    low: float
    high: float
    reads_like_machine: float | None  # 0..1


class WordFault(Struct, frozen=True):
    """How likely one word of the translation is a fault, and a serious one (0..1 each)."""

    start: int
    end: int
    p_fault: float
    p_serious: float


class MissingWord(Struct, frozen=True):
    """How likely nothing in the translation stands for the word at `original.text[start:end]` (0..1)."""

    start: int
    end: int
    p_missing: float


class DocumentGate(Struct, frozen=True, omit_defaults=True):
    """The gate's verdict on one document: why it fails, and how many findings did not count.

    `suppressed`: those of the baseline and those that the settings suppressed; `accepted`: fingerprints of the former.
    """

    passed: bool
    failed: tuple[str, ...]
    suppressed: int
    accepted: tuple[str, ...] = ()


class Thresholds(Struct, frozen=True, kw_only=True):
    """What one document may have. None: no limit. `max_rule` maps a rule's code, or its beginning, to a count.

    `max_density`: findings of any severity in 100 words, where there are more than five; neither the reader's doubts
    nor lines of the web site count.
    """

    max_critical: int | None = None
    max_major: int | None = None
    max_minor: int | None = None
    max_density: float | None = None
    min_score: Mapping[str, float] = {}
    max_rule: Mapping[str, int] = {}

    def shown(self) -> str:
        """The limits in words."""
        rule = [f"at most {n} {s}" for s in SEVERITIES if (n := getattr(self, f"max_{s}")) is not None]
        if self.max_density is not None:
            rule.append(f"at most {self.max_density:g} findings in 100 words")
        rule += [f"{area} score at least {least:g}" for area, least in sorted(self.min_score.items())]
        rule += [f"at most {n} of {code}" for code, n in sorted(self.max_rule.items())]
        return ", ".join(rule) or "no limits"


class FailedDocument(Struct, frozen=True):
    """A document that a gate does not let pass, and why."""

    document: str  # its id
    input: str
    reasons: tuple[str, ...]


class ReportGate(Struct, frozen=True, kw_only=True):
    """The gate's verdict on a whole run.

    `passed` is None where nothing could be read: no verdict. `thresholds` hold for each document; `sources` maps
    a glob over inputs to those that documents there are held against instead (where several fit, the last that does
    goes on from the ones before). `fail_on`: the mildest severity that counts as a failure.
    """

    passed: bool | None
    profile: Profile
    thresholds: Thresholds
    sources: Mapping[str, Thresholds] = {}
    allow_mismatch: bool
    fail_on: Severity
    documents: int
    failed: tuple[FailedDocument, ...]
    baseline: str | None
    accepted: int  # findings that the baseline accepts
    suppressed: int  # findings that suppressions took out
    taken_out: tuple[str, ...]  # what kept findings from counting and where they stand, a line a cause
    unused: tuple[str, ...]  # suppressions, baseline and glossary entries that had nothing to do, a line a kind


class Interval(Struct, frozen=True):
    """95 % bootstrap interval of a metric."""

    low: float
    high: float


class Penalty(Struct, frozen=True):
    """How points of a score were lost: `count` findings of `rule` cost `points` in `area`.

    Area "estimate": the text as a whole falls short in the measure `rule` (`count` 0); only the overall score has it.
    """

    area: Area | Literal["estimate"]
    rule: str
    severity: Severity
    count: int
    points: float


class Original(Struct, frozen=True):
    """The English text that belongs to a translation: the whole original, or a report that carries passages of it."""

    id: str
    kind: Literal["full", "partial"]
    similarity: float  # 0..1
    text: str


class TakenOut(Struct, frozen=True):
    """A finding that is not in the report because the settings leave it out."""

    rule: str
    severity: Severity
    place: str  # line:column
    by: str  # "select", "ignore", or the suppression in words
    reason: str = ""  # the suppression's
    finding: Finding | None = None  # what a suppression took out
    at: str = ""  # file:line of the suppression, where it stands in the file itself


class DocumentReport(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that the audit says of one translation. What has a default is left out where it is empty."""

    id: str
    input: str
    title: str | None
    system: str | None
    language: str
    language_confidence: float
    words: int
    text: str
    original: Original | None
    scores: Scores
    estimate: Estimate | None
    notes: tuple[str, ...]  # per-document remarks: translated by way of another language, cut text ...
    gate: DocumentGate | None  # filled in by the gate
    word_faults: tuple[WordFault, ...] = ()  # each word of `text`, in order; () where nothing estimates them
    missing_words: tuple[MissingWord, ...] = ()  # each word of the whole original, in order; () without one
    not_checked: tuple[NotChecked, ...]  # one for each score that is None
    basis: Basis
    mismatch: str | None = None  # id of the text that was given as the original and does not look like it
    metrics: Mapping[MetricName, float]
    segments: tuple[Segment, ...]
    entities: tuple[EntityVerdict, ...]
    quotes: tuple[QuoteVerdict, ...]
    findings: tuple[Finding, ...]
    penalties: tuple[Penalty, ...]
    suppressed: int  # findings that the settings took out
    taken_out: tuple[TakenOut, ...] = ()  # those, and the findings of rules that were not selected
    source_map: tuple[Run, ...]  # where `text` stands in the input; () where it is the input's own text

    def written(self, word_faults: bool) -> DocumentReport:
        """What machine formats write of the document: all of it, probabilities of words only where they were asked
        for."""
        return self if word_faults else msgspec.structs.replace(self, word_faults=(), missing_words=())


class Input(Struct, frozen=True):
    """A file, address or stream that was read.

    `format` is the reader's name, `encoding` Python's; `language`: of the translations in it, else of its originals.
    """

    input: str
    format: str
    encoding: str
    language: str
    notes: tuple[str, ...] = ()


class Skipped(Struct, frozen=True, omit_defaults=True):
    """An input that could not be audited, and why.

    `cause`: "unreadable" - it should have been, and could not; "language" - it is in another language than those that
    are audited; "unclear" - its language can't be told; "format" - it is sound and holds no article.
    """

    input: str
    reason: str
    cause: Literal["unreadable", "language", "unclear", "format"] = "unreadable"


class FindingCounts(Struct, frozen=True):
    critical: int = 0
    major: int = 0
    minor: int = 0


class Summary(Struct, frozen=True):
    documents: int
    skipped: int
    words: int
    findings: FindingCounts
    scores: Scores | None  # means over the documents in which the area was judged, None where there is no document
    metrics: Mapping[MetricName, float]  # over all documents with a whole original
    intervals: Mapping[MetricName, Interval] = {}  # with `--confidence`
    suppressed: int = 0  # findings that the settings took out of the report


class ToolInfo(Struct, frozen=True):
    name: str
    version: str


class ModelInfo(Struct, frozen=True):
    """A translation package."""

    name: str
    version: str
    sha256: str


class RunInfo(Struct, frozen=True):
    started: str  # ISO 8601, UTC
    seconds: float
    signature: str
    back_translator: ModelInfo | None
    config: Mapping[str, Any]
    metric_signatures: Mapping[MetricName, str] = {}  # how to get each metric again
    second_translators: tuple[ModelInfo, ...] = ()  # what translated the originals once more
    unused: tuple[str, ...] = ()  # suppressions and glossary entries that had nothing to do


class Report(Struct, frozen=True, kw_only=True):
    """The whole report: what `mtaudit.audit` returns and what every renderer takes. `gate`: filled in by the gate."""

    schema_version: Literal["2"]
    tool: ToolInfo
    run: RunInfo
    gate: ReportGate | None = None
    summary: Summary
    skipped: tuple[Skipped, ...]
    inputs: tuple[Input, ...]
    documents: tuple[DocumentReport, ...]

    @property
    def word_faults_asked(self) -> bool:
        """Whether the run was asked to write `word_faults` (setting `word-faults`); in memory they stand anyway."""
        return self.run.config.get("word-faults") is True

    def to_json(self, word_faults: bool | None = None) -> str:
        """The report as JSON text, indented by two, ending in a newline.

        `word_faults` says whether the documents' are written, in the place of the run's setting `word-faults`; the text
        is then that of a run with this setting.
        """
        report = self
        if word_faults is not None:
            config = {**self.run.config, "word-faults": word_faults}
            report = msgspec.structs.replace(self, run=msgspec.structs.replace(self.run, config=config))
        documents = tuple(document.written(report.word_faults_asked) for document in self.documents)
        report = msgspec.structs.replace(report, documents=documents)
        return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"

    @staticmethod
    def from_json(data: bytes | str) -> Report:
        """Read a JSON report back; raises `msgspec.ValidationError` where the data is none, or of an older schema.

        `mtaudit.reports.load` reads those of schema "1" as well.
        """
        return msgspec.json.decode(data, type=Report)


# What a report always carries (the contract's fields), though the types have defaults for most of it
_ALWAYS: dict[type[Struct], str] = {
    Segment: "index start end text back_translation back_translation_score original",
    EntityVerdict: "original type status found start end variants confidence evidence",
    QuoteVerdict: "original found marks content start end speaker original_speaker back_translation similarity",
    Finding: "rule category severity message start end text original suggestion confidence evidence fingerprint anchor",
    Input: "input format encoding language notes",
    FindingCounts: "critical major minor",
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the JSON report."""
    schema = msgspec.json.schema(Report)
    for type_, names in _ALWAYS.items():
        schema["$defs"][type_.__name__]["required"] = names.split()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "mtaudit report", **schema}
