"""A document is not judged again while all that its verdict rests on is what it was.

What is known before anything is read is the key of its row: the program, byte by byte, with Python and all packages
beside it; the models, the settings, the glossary; the document and the original given with it. What it used of the rest
of the run is noted while it is judged, and stands in the row with what came of it (`Uses`); a row counts only where a
later run would give the same answers:

the pool of originals      the same, or asked again with the same choice
its translator's texts     the same in the same order, with the same originals
spellings of names         each that was asked for gets the same answer of the index of the run
the pool's quotations      the same originals

So a feed with one article more has one article judged, and those that share a contested name with it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from importlib import metadata

import msgspec
from msgspec import Struct

from mtaudit import pipeline
from mtaudit.case import Case, Document, GlossaryEntry
from mtaudit.config import Settings
from mtaudit.languages import PAIRS, LanguagePair
from mtaudit.metrics import scores
from mtaudit.metrics.scores import Scored
from mtaudit.model import DocumentReport, ModelInfo
from mtaudit.names import cluster
from mtaudit.names.cluster import Cluster, NameIndex
from mtaudit.originals import choose
from mtaudit.pipeline import Context, Translation
from mtaudit.running.program import as_loaded, program
from mtaudit.running.verdicts import Verdicts

# Settings that no verdict on a document rests on, or that stand in its key by what they name. What is not listed here
# counts, so that a new setting can make nothing stale.
APART = frozenset(
    {
        "jobs", "engine", "dask-scheduler", "insecure-scheduler", "cache", "no-cache", "resume", "offline", "max-bytes",
        "feeds", "gate", "columns", "state", "new-only", "since", "track",  # where and how a run is done
        "suppress", "inline-suppressions", "word-faults", "rules-url", "ui-language",  # what is done with its report
        "inputs", "originals", "pairs", "auto-pairs", "language",  # what documents come of it
        "back-translation", "model", "second-translation", "second-models", "names",  # by the models, by the rows
    }
)  # fmt: skip
_NOTHING = b""  # for what was not used


class Uses(Struct, frozen=True, array_like=True):
    """What a verdict used of the rest of the run, as digests; empty for what it didn't."""

    matched: bytes  # its original, and what was noted of that
    pool: bytes  # the English texts its original was chosen from
    company: bytes  # the texts of its translator, itself among them
    quoted: bytes  # the English texts whose quotations it was held against
    spellings: tuple[str, ...]  # folded words that the index of names was asked for
    names: bytes  # its answers


class Judged(Struct, frozen=True, array_like=True):
    """What comes of judging one document: its report, what its scores add to those of the run, what was used."""

    report: DocumentReport
    scored: Scored
    quoted: bool = False
    answers: dict[str, Cluster | None] = {}


class Kept(Struct, frozen=True, array_like=True):
    """A row of the file."""

    uses: Uses
    report: DocumentReport
    scored: Scored


def judge(case: Case, shared: tuple[Context, bool]) -> Judged:
    """The case judged in the context of its run, and what was asked of that. `shared`: the context, and whether
    intervals of scores are wanted."""
    context, confidence = shared
    names, originals = cluster.Asked(context.names.clusters), choose.Asked(context.originals)
    scored = scores.scored(case, context.metrics, confidence)
    report = pipeline.judge(case, replace(context, names=names, originals=originals))
    return Judged(report, scored, originals.asked, names.answers)


def digest(*parts: object) -> bytes:
    """A digest of what `repr` says of things that say all of themselves."""
    total = hashlib.blake2b(digest_size=24)
    for part in parts:
        total.update(part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass"))
        total.update(b"\0\xff")
    return total.digest()


def can_tell(settings: Settings, languages: LanguagePair) -> bool:
    """Whether a row says for sure that nothing has changed: not of what other packages or checkpoints say of a text.

    `resume` is the user's word that nothing has.
    """
    if "comet" in settings.metrics or all(languages is not pair for pair in PAIRS):
        return False
    if not as_loaded():
        return False
    if settings.resume:
        return True
    return not (settings.no_cache or settings.ner or _other_rules())


def _other_rules() -> list[str]:
    """The rules of other packages, with their versions."""
    found = metadata.entry_points(group="mtaudit.rules")
    return sorted(f"{entry.value} {entry.dist.version if entry.dist else ''}" for entry in found)


def basis(
    settings: Settings,
    languages: LanguagePair,
    glossary: Sequence[GlossaryEntry],
    models: Sequence[ModelInfo | None],
) -> bytes:
    """A digest of all that the verdicts of a run rest on beside its texts."""
    own = {key: value for key, value in msgspec.to_builtins(settings).items() if key not in APART}
    rules = sorted(
        f"{e.value} {e.dist.version if e.dist else ''}" for e in metadata.entry_points(group="mtaudit.rules")
    )
    return digest(program(), languages.name, sorted(own.items()), list(glossary), list(models), rules)


class Before:
    """What is known of a run's documents, which have their numbers, from runs before; `file` None: nothing.

    `hits`: the rows that still count.
    """

    def __init__(
        self, file: Verdicts | None, basis: bytes, translations: Sequence[Translation], english: Sequence[Document]
    ) -> None:
        self._file = file if file is not None and file.usable else None
        self._basis = basis
        self._translations = translations
        self._english = english
        self.hits: dict[int, Kept] = {}
        self._keys: list[bytes] = []
        self._systems: dict[str, list[int]] = defaultdict(list)
        self._doubtful: dict[int, Kept] = {}
        self._matched: dict[int, bytes] = {}
        if self._file is None:
            return
        self._pool = _pool(english)
        for number, translation in enumerate(translations):
            self._keys.append(_key(basis, translation))
            row = self._row(self._keys[number])
            if row is not None and _placeable(row.report, translation.document):
                self.hits[number] = row
            if translation.document.system:
                self._systems[translation.document.system].append(number)
        self._together()

    @property
    def on(self) -> bool:
        """Whether anything is kept."""
        return self._file is not None

    def stop(self) -> None:
        """Count nothing and keep nothing in this run."""
        self.hits.clear()
        self._systems.clear()
        self._file = None

    def sound(self) -> bool:
        """Whether an earlier run found nothing wrong in the English texts."""
        return not self._english or (self._file is not None and self._file.get(digest("sound", self._pool)) is not None)

    def doubtful(self) -> list[int]:
        """Documents whose original has to be chosen again, from another pool than before."""
        self._doubtful = {n: row for n, row in self.hits.items() if row.uses.pool not in (_NOTHING, self._pool)}
        return list(self._doubtful)

    def matched(self, cases: Mapping[int, Case]) -> list[int]:
        """Note the originals of cases that have just got theirs. Returns the numbers of the doubtful that have the one
        that they had before: their cases are not needed."""
        if self._file is None:
            return []
        for number, case in cases.items():
            if number not in self._matched:
                self._matched[number] = _matched(case)
        same = []
        for number, row in self._doubtful.items():
            if number in cases and self._matched[number] == row.uses.matched:
                self.hits[number] = msgspec.structs.replace(
                    row, uses=msgspec.structs.replace(row.uses, pool=self._pool)
                )
                self._put(self._keys[number], self.hits[number])
                same.append(number)
            else:
                self.hits.pop(number, None)
        self._doubtful = {}
        self._together()
        return [number for number in same if number in self.hits]

    def _together(self) -> None:
        """Of one translator's texts all count or none: each is judged by what is known of all."""
        for numbers in self._systems.values():
            if any(number not in self.hits for number in numbers):
                for number in numbers:
                    self.hits.pop(number, None)

    def still(self, english: Sequence[Document], names: NameIndex | None) -> list[int]:
        """Take out what doesn't count any more, for the company, the pool's quotations or the names; their numbers."""
        before = list(self.hits)
        quoted = _pool(english) if self._file is not None else _NOTHING
        for numbers in self._systems.values():
            if all(number in self.hits for number in numbers):
                company = self._company(numbers, {n: self.hits[n].uses.matched for n in numbers})
                for number in numbers:
                    if self.hits[number].uses.company != company:
                        del self.hits[number]
        for number, row in list(self.hits.items()):
            if row.uses.quoted not in (_NOTHING, quoted) or (
                names is not None
                and row.uses.spellings
                and _answers({word: names.clusters.get(word) for word in row.uses.spellings}) != row.uses.names
            ):
                del self.hits[number]
        self._together()
        return [number for number in before if number not in self.hits]

    @property
    def ask_names(self) -> bool:
        """Whether any row rests on the index of names."""
        return any(row.uses.spellings for row in self.hits.values())

    def names(self, numbers: Sequence[int], english: Sequence[Document]) -> tuple[bytes, NameIndex | None]:
        """The key of the index of names of these documents and originals, and the index, if it was made before."""
        if self._file is None:
            return _NOTHING, None
        texts = [self._translations[number].document.text for number in numbers]
        key = digest("names", self._basis, texts, [document.text for document in english])
        found = self._file.get(key)
        try:
            clusters = None if found is None else msgspec.msgpack.decode(found, type=dict[str, Cluster])
        except msgspec.DecodeError:
            clusters = None
        return key, None if clusters is None else NameIndex(clusters)

    def keep_names(self, key: bytes, names: NameIndex) -> None:
        """Keep an index of names."""
        if self._file is not None:
            self._put(key, names.clusters)

    def keep_sound(self) -> None:
        """Keep that nothing is wrong in the English texts."""
        if self._file is not None and self._english:
            self._put(digest("sound", self._pool), True)

    def report(self, number: int) -> DocumentReport:
        """The report on a document that is not judged again, its places where they are now."""
        report, document = self.hits[number].report, self._translations[number].document
        if report.source_map == document.source_map:
            return report
        findings = tuple(pipeline.located(finding, document) for finding in report.findings)
        return msgspec.structs.replace(report, findings=findings, source_map=document.source_map)

    def companies(self, cases: Container[int]) -> dict[int, bytes]:
        """What each document that is to be judged has to do with the texts of its translator; those of which one was
        lost are left out, and so kept by nobody."""
        if self._file is None:
            return {}
        everyone = range(len(self._translations))
        found = {n: _NOTHING for n in everyone if n in cases and not self._translations[n].document.system}
        for numbers in self._systems.values():
            if all(number in cases for number in numbers):
                company = self._company(numbers, self._matched)
                found.update(dict.fromkeys(numbers, company))
        return found

    def keep(self, number: int, judged: Judged, asked: bool, company: bytes, quoted: bytes) -> None:
        """Keep what came of a document. `asked`: whether the pool was, for its original; `quoted`: digest of the
        English texts of the run."""
        if self._file is None:
            return
        uses = Uses(
            matched=self._matched[number],
            pool=self._pool if asked else _NOTHING,
            company=company,
            quoted=quoted if judged.quoted else _NOTHING,
            spellings=tuple(judged.answers),
            names=_answers(judged.answers),
        )
        self._put(self._keys[number], Kept(uses, judged.report, judged.scored))

    def quoted(self, english: Sequence[Document]) -> bytes:
        """The digest of English texts that `keep` takes."""
        return _pool(english) if self._file is not None else _NOTHING

    def _company(self, numbers: Sequence[int], matched: Mapping[int, bytes]) -> bytes:
        return digest("company", *((self._keys[number] + matched[number]) for number in numbers))

    def _row(self, key: bytes) -> Kept | None:
        found = self._file.get(key) if self._file is not None else None
        try:
            return None if found is None else msgspec.msgpack.decode(found, type=Kept)
        except msgspec.DecodeError:
            return None

    def _put(self, key: bytes, content: object) -> None:
        if self._file is None:
            return
        try:
            packed = msgspec.msgpack.encode(content)
            if isinstance(content, Kept) and _written(msgspec.msgpack.decode(packed, type=Kept)) != _written(content):
                return  # a figure that reads otherwise: 1 for 1.0
        except (UnicodeEncodeError, msgspec.DecodeError):  # half a surrogate pair can't be written, nor its report
            return
        self._file.put(key, packed)


def _written(kept: Kept) -> bytes:
    """The report of a row as a report is written."""
    return msgspec.json.encode(kept.report)


def _own(document: Document | None) -> object:
    """What a verdict rests on in a document: all but where it stands in its file."""
    return None if document is None else replace(document, source_map=())


def _key(basis: bytes, translation: Translation) -> bytes:
    own = _own(translation.document), _own(translation.original), translation.paired, translation.refused
    return digest("document", basis, *own)


def _pool(english: Sequence[Document]) -> bytes:
    return digest("pool", *map(_own, english))


def _matched(case: Case) -> bytes:
    return digest("original", _own(case.original), case.kind, case.similarity, case.mismatch, case.notes)


def _answers(answers: Mapping[str, Cluster | None]) -> bytes:
    told = sorted((word, repr(answer)) for word, answer in answers.items() if answer is not None)
    return digest("names", told)


def _placeable(report: DocumentReport, document: Document) -> bool:
    """Whether the places in a report can be told anew, should the document stand elsewhere in its file."""
    return not report.taken_out or report.source_map == document.source_map
