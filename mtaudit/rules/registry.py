"""Rules: what they are, where they come from, which of them run.

A rule is a class with a code, a name, texts for its page and `check(case) -> Iterator[Finding]`. It knows no
renderer. Rules of other packages come in through the entry point group `mtaudit.rules`.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.metadata
import re
import unicodedata
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import ClassVar, Literal

import msgspec

from mtaudit.adequacy.missing import gathered
from mtaudit.case import Case
from mtaudit.errors import UsageError
from mtaudit.model import SEVERITIES, Category, Finding, Place, Severity
from mtaudit.places import occurrences
from mtaudit.rules.merging import merged
from mtaudit.rules.near import Near
from mtaudit.surface.fields import in_fields
from mtaudit.surface.furniture import on_site
from mtaudit.surface.wire import in_copy
from mtaudit.text import cut

FAMILIES = ("names", "persons", "quotes", "numbers", "adequacy", "surface", "fields", "terminology", "reader")


class Rule(ABC):
    """One kind of finding. The class docstring's first line says what the rule does."""

    code: ClassVar[str]  # ENT101
    name: ClassVar[str]  # name-mangled
    category: ClassVar[Category]
    severity: ClassVar[Severity]  # the usual one; a finding may be milder or worse
    why: ClassVar[str]  # why it matters to a reader
    example: ClassVar[tuple[str, str]]  # (English, faulty Indonesian)
    # Whether its suggestion can stand in the place of the stretch: "safe" without a doubt (but see `doubtful`),
    # "proven" where the original has it, "likely" if an editor agrees; None: advice, or none. `mtaudit fix` writes
    # what is safe or proven.
    mend: ClassVar[Literal["safe", "proven", "likely"] | None] = None
    yields_to: ClassVar[tuple[str, ...]] = ()  # rules that say more of the same stretch: then this one is silent
    judges_site: ClassVar[bool] = False  # whether it looks at the lines of the site, which are no part of the article
    judges_fields: ClassVar[bool] = False  # whether it looks at `{name}`, `%s` and addresses, which are no words
    yields_to_all: ClassVar[bool] = False  # silent where any other rule covers half of the stretch or more
    faults_break: ClassVar[bool] = False  # whether it tells that something ends too early, or is missing
    gathers_missing: ClassVar[bool] = False  # tells once what is missing: others don't tell it of the same sentences

    @abstractmethod
    def check(self, case: Case) -> Iterator[Finding]:
        """Yield findings; `fingerprint` is filled in by `run`."""

    def doubtful(self, finding: Finding) -> bool:
        """Whether an editor must look at a mend of this rule that is safe as a rule."""
        return False

    @classmethod
    def does(cls) -> str:
        """What the rule does, in one sentence."""
        return (cls.__doc__ or "").strip().split("\n")[0]


def normalised(text: str) -> str:
    """Letters and digits, lower-cased, spaces folded: what a fingerprint sees of a text."""
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def fingerprint(finding: Finding, document_id: str) -> str:
    """Sixteen hex digits from rule, normalised text and document id; position and order don't count."""
    seen = "\x1f".join((finding.rule, normalised(finding.text or ""), normalised(finding.original or ""), document_id))
    return hashlib.sha256(seen.encode()).hexdigest()[:16]


@cache
def all_rules() -> dict[str, Rule]:
    """Code -> rule, built-in families first, then those of other packages; ordered by code."""
    found: dict[str, Rule] = {}
    for family in FAMILIES:
        module = importlib.import_module(f"mtaudit.rules.{family}")
        for rule in module.RULES:
            found[rule.code] = rule()
    for entry in importlib.metadata.entry_points(group="mtaudit.rules"):
        rule = entry.load()()
        if rule.code in found:
            raise UsageError(f"rule {rule.code} of {entry.value} is there already: give it a code of its own")
        found[rule.code] = rule
    return dict(sorted(found.items()))


def selected(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Rule]:
    """Rules whose code starts with one of `select` (all, where empty) and with none of `ignore`.

    Raises UsageError where a prefix matches no rule.
    """
    rules = all_rules()
    for prefix in (*select, *ignore):
        if not any(code.startswith(prefix) for code in rules):
            raise UsageError(f"no rule starts with {prefix!r}: `mtaudit rules` lists them")
    return [
        rule
        for code, rule in rules.items()
        if (not select or code.startswith(tuple(select))) and not (ignore and code.startswith(tuple(ignore)))
    ]


def run(case: Case, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """All findings of a case, worst first, then by place; one per fingerprint (further places are folded in).

    On lines of the site, and on fields that a program fills in, only rules that look for them say anything; of what an
    agency writes around its copy only those that judge names and numbers; and nobody faults the translator for what a
    feed broke off.
    """
    found: dict[str, Finding] = {}
    more: dict[str, dict[Place, None]] = {}  # further places of a finding
    for rule in rules:
        for finding in rule.check(case):
            if not rule.judges_site and on_site(case.target, finding.start, finding.end):
                continue
            if not rule.judges_fields and in_fields(case.target, finding.start, finding.end):
                continue
            if finding.category not in _OF_COPY and in_copy(case.target, finding.start, finding.end):
                continue
            if rule.faults_break and _cut_by_feed(case, finding, rule.gathers_missing):
                continue
            mark = fingerprint(finding, case.document.id)
            if mark in found:
                again = () if finding.start is None or finding.end is None else (Place(finding.start, finding.end),)
                places = more.setdefault(mark, dict.fromkeys(found[mark].places))
                places.update(dict.fromkeys((*again, *finding.places)))
            else:
                found[mark] = msgspec.structs.replace(finding, fingerprint=mark)

    for mark, places in more.items():
        found[mark] = msgspec.structs.replace(found[mark], places=tuple(places))
    general = {rule.code: rule.yields_to for rule in rules if rule.yields_to}

    def said(f: Finding, other: Finding) -> bool:
        """Whether `other` says more of the same stretch (of the English, where the translation has nothing)."""
        if other.rule not in general[f.rule]:
            return False
        if f.start is None:
            mine, theirs = f.original, other.original
            if other.start is not None and other.end is not None:
                return f.anchor is not None and other.start <= f.anchor <= other.end
            return bool(mine and theirs and (mine in theirs or theirs in mine))
        return (f.start, f.end) == (other.start, other.end)

    def loses(other: Finding, f: Finding) -> bool:
        """Whether `other` tells that something is missing where `f` tells it: by its words, or by its place."""
        if f.start is not None or f.original is None:
            return False
        if other.start is None:
            more = other.rule in general.get(f.rule, ()) and f.original in (other.original or "")
            return more or bool(other.original and occurrences(f.original, other.original))
        inside = f.anchor is not None and other.end is not None and other.start <= f.anchor <= other.end
        return inside and other.rule in general.get(f.rule, ())

    def order(f: Finding) -> tuple[int, bool, int, str]:
        return SEVERITIES.index(f.severity), f.start is None, f.start or 0, f.rule

    of_rule: dict[str, list[Finding]] = {}
    for f in found.values():
        of_rule.setdefault(f.rule, []).append(f)
    kept = [
        f
        for f in found.values()
        if not any(said(f, other) for rule in general.get(f.rule, ()) for other in of_rule.get(rule, ()))
    ]
    gathering = {rule.code for rule in rules if rule.gathers_missing}
    if any(f.rule in gathering for f in kept):
        kept = [f for f in kept if f.rule in gathering or not gathered(case, f)]
    last = {rule.code for rule in rules if rule.yields_to_all}
    named = [f for f in kept if f.rule not in last]
    near: Near[int] = Near()
    for number, other in enumerate(named):
        for start, end in _spans(other):
            near.add(start, end, number)
    missing = [number for number, other in enumerate(named) if other.start is None]

    def beside(f: Finding) -> Iterator[Finding]:
        """Of `named`, what can cover `f` or tell that it is missing."""
        place = f.anchor if f.start is None else f.start
        there = set() if place is None else near.near(place, place if f.end is None else f.end)
        return (named[number] for number in sorted(there.union(missing if f.start is None else ())))

    kept = [f for f in kept if f.rule not in last or not any(_covers(o, f) or loses(o, f) for o in beside(f))]
    starts = [word.start for word in case.word_faults]
    return tuple(sorted((_weighed(f, case, starts) for f in merged(kept)), key=order))


_OF_COPY = ("entity", "number")  # what is judged of a dateline or byline, too


def _cut_by_feed(case: Case, finding: Finding, all: bool) -> bool:
    """Whether the feed broke off what a finding tells to be broken off or missing; `all`: it tells all at once."""
    if not case.document.teaser or not case.sentences:
        return False
    last = case.sentences[-1].start
    if finding.start is None or finding.end is None:
        return all or finding.anchor is None or finding.anchor >= last
    return finding.start >= last or finding.end > last


def _covers(other: Finding, f: Finding) -> bool:
    """Whether a place of `other` covers half of `f` or more, by letters or by words."""
    spans = _spans(other)
    if f.start is None or f.end is None or not spans:
        return False
    if any(2 * (min(end, f.end) - max(start, f.start)) >= f.end - f.start for start, end in spans):
        return True
    words = [(f.start + word.start, f.start + word.end) for word in cut(f.text or "", "hyphened")]
    return any(2 * sum(start <= a and b <= end for a, b in words) >= max(1, len(words)) for start, end in spans)


def _spans(f: Finding) -> list[tuple[int, int]]:
    """All places of a finding; none where something is missing."""
    if f.start is None or f.end is None:
        return []
    return [(f.start, f.end), *((place.start, place.end) for place in f.places)]


def _weighed(f: Finding, case: Case, starts: Sequence[int]) -> Finding:
    """The finding with what the reader says of its words, where it has read them; `starts`: of these, in order."""
    if f.start is None or f.end is None:
        return f
    near = case.word_faults[max(0, bisect_left(starts, f.start) - 1) : bisect_left(starts, f.end)]
    own = [word.p_fault for word in near if f.start < word.end]
    return msgspec.structs.replace(f, p_fault=max(own)) if own else f
