"""The gate: a finished report held against thresholds.

News items are short, so absolute counts of critical and major findings decide; scores only where a threshold for them
is set. Findings in the baseline don't count, neither in counts nor in scores. Inputs that could not be read are no
verdict on a translation: they don't make the gate fail, the exit code tells of them.

Profiles: `strict` lets no critical and no major finding pass; `newsroom` lets no critical and at most two major ones
pass in an article; neither an article strewn with findings of any severity (`max_density`); `advisory` lets everything
pass that no threshold of the user's own forbids.
"""

from __future__ import annotations

import difflib
import fnmatch
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from mtaudit import baseline as baselines
from mtaudit import scoring, suppressions
from mtaudit.baseline import Entry
from mtaudit.config import PROFILE_DENSITY, PROFILE_MAJOR, GateSettings, Settings
from mtaudit.errors import UsageError
from mtaudit.model import (
    SEVERITIES,
    DocumentGate,
    DocumentReport,
    FailedDocument,
    Profile,
    Report,
    ReportGate,
    Severity,
    Thresholds,
)
from mtaudit.places import location
from mtaudit.rendering.interface import GateView, some, unjudged, unused
from mtaudit.rules.registry import all_rules
from mtaudit.scoring import AREAS

# Findings of any severity that make an article one to do again, though each is small (docs/gate.md has the measure):
# so many in 100 words, and more than so many in all.
_DENSE, _FEW = PROFILE_DENSITY, 5
_LISTED = 20  # places that are listed of each cause that takes findings out; the JSON report has them all
_SHOWN = 5  # documents that a message names before it only counts


PROFILES: dict[Profile, Thresholds] = {
    "strict": Thresholds(max_critical=0, max_major=0, max_density=_DENSE),
    "newsroom": Thresholds(max_critical=0, max_major=PROFILE_MAJOR, max_density=_DENSE),
    "advisory": Thresholds(),
}


class SourceSettings(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A table `[gate.sources."GLOB"]`: what differs there. With a profile of its own it starts afresh from that."""

    profile: Profile | None = None
    fail_on: Severity | None = None
    max_critical: int | None = None
    max_major: int | None = None
    max_minor: int | None = None
    max_density: float | None = None
    min_score: dict[str, float] = {}
    max_rule: dict[str, int] = {}


@dataclass(frozen=True)
class Verdict:
    """`reasons` maps the id of each failing document to why; `accepted` findings were in the baseline.

    `remarks` are things to mend in baseline, suppressions and glossary; they change no verdict.
    """

    passed: bool
    reasons: Mapping[str, tuple[str, ...]]
    accepted: int
    stale: tuple[Entry, ...]  # baseline entries of audited documents that nothing matches any more
    explanation: str
    remarks: tuple[str, ...] = ()
    mismatches: tuple[str, ...] = ()  # a line for each document whose given original does not look like it
    fail_on: Severity = "major"
    taken_out: tuple[str, ...] = ()  # a line for each cause that keeps findings from counting: how many, and where
    matched: Mapping[str, frozenset[str]] = field(default_factory=dict)  # document -> fingerprints in the baseline
    baseline: str | None = None

    def view(self) -> GateView:
        """What the output formats show of it."""
        return GateView(
            self.passed, self.reasons, self.fail_on, self.taken_out, self.matched, self.baseline, self.remarks
        )


def thresholds(settings: GateSettings, *names: str) -> Thresholds:
    """The thresholds for a document of that id and input: profile, then the user's own, then those of its source.

    Raises UsageError for an unknown area or rule, or a wrong key in a source's table.
    """
    limits = _changed(PROFILES[settings.profile], settings)
    for pattern, table in settings.sources.items():
        if any(fnmatch.fnmatchcase(name, pattern) for name in names):
            limits = _changed_by(pattern, table, limits)
    return limits


def _changed_by(pattern: str, table: Mapping[str, object], limits: Thresholds) -> Thresholds:
    own = _source(pattern, table)
    return _changed(PROFILES[own.profile] if own.profile else limits, own)


def check(settings: GateSettings) -> None:
    """Raise UsageError for an unknown area or rule, or a wrong key in a source's table, before anything is audited."""
    _known(settings)
    for pattern, table in settings.sources.items():
        _known(_source(pattern, table), f"gate.sources.{pattern!r}: ")


def _source(pattern: str, table: Mapping[str, object]) -> SourceSettings:
    known = [field.encode_name for field in msgspec.structs.fields(SourceSettings)]
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1, 0.0)[0]
            raise UsageError(f"gate.sources.{pattern!r}: unknown key {key!r}; did you mean {near!r}?")
    try:
        return msgspec.convert(table, SourceSettings)
    except msgspec.ValidationError as error:
        raise UsageError(f"gate.sources.{pattern!r}: {error}") from error


def _known(given: GateSettings | SourceSettings, where: str = "") -> None:
    for area, least in given.min_score.items():
        if area not in ("overall", *AREAS):
            raise UsageError(f"{where}min-score: no area {area!r}; known: overall, {', '.join(AREAS)}")
        if not 0 <= least <= 100:
            raise UsageError(f"{where}min-score: {area} = {least:g} is no score; scores go from 0 to 100")
    counts = {f"max-{s}": getattr(given, f"max_{s}") for s in SEVERITIES}
    for name, most in (*counts.items(), ("max-density", given.max_density), *given.max_rule.items()):
        if most is not None and most < 0:
            raise UsageError(f"{where}{name}: {most} findings can't be; write 0 or more")
    for code in given.max_rule:
        if not any(known.startswith(code) for known in all_rules()):
            raise UsageError(f"{where}max-rule: no rule starts with {code!r}: `mtaudit rules` lists them")


def _changed(limits: Thresholds, given: GateSettings | SourceSettings) -> Thresholds:
    """`limits` with what the user sets in their place; `fail_on` replaces all counts, other counts replace those."""
    if given.fail_on is not None:
        zero = SEVERITIES[: SEVERITIES.index(given.fail_on) + 1]
        limits = msgspec.structs.replace(
            limits, max_density=None, **{f"max_{s}": 0 if s in zero else None for s in SEVERITIES}
        )
    counts = {key: n for s in SEVERITIES if (n := getattr(given, key := f"max_{s}")) is not None}
    return msgspec.structs.replace(
        limits,
        **counts,
        max_density=limits.max_density if given.max_density is None else given.max_density,
        min_score={**limits.min_score, **given.min_score},
        max_rule={**limits.max_rule, **given.max_rule},
    )


def judge(
    report: Report,
    settings: Settings,
    accepted: Sequence[Entry] = (),
    *,
    left_out: int = 0,
    where: Mapping[str, str] | None = None,
    lowering: Sequence[str] = (),
) -> Verdict:
    """Hold a report against the thresholds; `accepted` is the baseline.

    `left_out` is how many articles `--new-only` and `--since` kept out of the report; it goes into the explanation.
    `where` says where settings stand that take findings out (`ignore`, `select`, `suppress`), and what the config file
    is called (`config`); `lowering` are its keys that can make a verdict milder. They are told.
    """
    fingerprints = _Accepted(accepted, report)
    reasons: dict[str, tuple[str, ...]] = {}
    mismatched = [d for d in report.documents if d.mismatch is not None and not settings.gate.allow_mismatch]
    for document in report.documents:
        names = suppressions.called(document, fingerprints.formats)
        found = _reasons(document, thresholds(settings.gate, *names), fingerprints.of(document))
        if document.mismatch is not None and not settings.gate.allow_mismatch:
            found = (f"{document.mismatch} does not look like its original", *found)
        if found:
            reasons[document.id] = found
    taken = _taken_out(report, fingerprints, settings.gate.baseline, where or {})
    if where and lowering:
        taken = (*taken, f"{where['config']} sets what can make a verdict milder: {', '.join(lowering)}")
    accepted_of = {
        d.id: frozenset(f.fingerprint for f in d.findings) & frozenset(fingerprints.of(d)) for d in report.documents
    }
    matched = sum(f.fingerprint in accepted_of[d.id] for d in report.documents for f in d.findings)
    stale = tuple(baselines.stale(accepted, report))
    limits = thresholds(settings.gate)
    return Verdict(
        passed=not reasons,
        reasons=reasons,
        accepted=matched,
        stale=stale,
        explanation=_explain(report, settings.gate, limits, reasons, matched, left_out, stale, taken),
        remarks=_remarks(report, settings.gate, stale),
        mismatches=tuple(
            f"{d.id}: {d.mismatch} does not look like its original; mend the pair, or judge the translation alone "
            "with --allow-mismatch"
            for d in mismatched
        ),
        taken_out=taken,
        fail_on=settings.gate.fail_on or ("major" if limits.max_major == 0 else "critical"),
        matched={name: found for name, found in accepted_of.items() if found},
        baseline=settings.gate.baseline,
    )


def told(report: Report, verdict: Verdict, settings: GateSettings) -> Report:
    """The report with the verdict on the run and on each document in it."""

    def on(document: DocumentReport) -> DocumentGate:
        failed = verdict.reasons.get(document.id, ())
        accepted = verdict.matched.get(document.id, frozenset())
        left_out = sum(f.fingerprint in accepted for f in document.findings)
        return DocumentGate(not failed, failed, document.suppressed + left_out, tuple(sorted(accepted)))

    documents = tuple(msgspec.structs.replace(document, gate=on(document)) for document in report.documents)
    run = ReportGate(
        passed=None if unjudged(report) else verdict.passed,
        profile=settings.profile,
        thresholds=thresholds(settings),
        sources={glob: _changed_by(glob, table, thresholds(settings)) for glob, table in settings.sources.items()},
        allow_mismatch=settings.allow_mismatch,
        fail_on=verdict.fail_on,
        documents=len(documents),
        failed=tuple(
            FailedDocument(document.id, document.input, document.gate.failed)
            for document in documents
            if document.gate is not None and document.gate.failed
        ),
        baseline=verdict.baseline,
        accepted=verdict.accepted,
        suppressed=report.summary.suppressed,
        taken_out=verdict.taken_out,
        unused=verdict.remarks,
    )
    return msgspec.structs.replace(report, documents=documents, gate=run)


def suppressed(report: Report, settings: Settings) -> Report:
    """A finished report with those of the settings' suppressions applied that it was not made with.

    Raises UsageError for a wrong suppression.
    """
    suppressions.check(settings.suppress)
    done = report.run.config.get("suppress", [])
    return suppressions.apply(report, [entry for entry in settings.suppress if msgspec.to_builtins(entry) not in done])


class _Accepted:
    """The baseline by document: what comes from outside names itself, so its findings are accepted only under the
    input that they were accepted in."""

    def __init__(self, entries: Sequence[Entry], report: Report) -> None:
        self.formats = suppressions.formats_of(report)
        self._all = {entry.fingerprint for entry in entries}
        self._by_input: dict[str, set[str]] = {}
        for entry in entries:
            self._by_input.setdefault(entry.input, set()).add(entry.fingerprint)

    def of(self, document: DocumentReport) -> Collection[str]:
        """The fingerprints that are accepted in a document."""
        if document.id in suppressions.called(document, self.formats):
            return self._all
        return self._by_input.get(document.input, set()) | self._by_input.get("", set())


def _taken_out(report: Report, accepted: _Accepted, baseline: str | None, where: Mapping[str, str]) -> tuple[str, ...]:
    """A line for each cause: how many findings it keeps from counting, where the cause stands, and where they do."""
    causes: dict[str, list[str]] = {}
    for document in report.documents:
        for taken in document.taken_out:
            by = f"rules left out by {taken.by}" if taken.by in ("select", "ignore") else taken.by
            by += f" at {taken.at}" if taken.at else ""
            cause = f"{by} ({taken.reason})" if taken.reason else by
            stands = where.get(taken.by if taken.by in ("select", "ignore") else "suppress")
            if stands and not taken.at:
                cause += f", {stands}"
            causes.setdefault(cause, []).append(f"{document.input}:{taken.place} {taken.rule}")
    for document in report.documents:
        known = accepted.of(document)
        for finding in document.findings:
            if finding.fingerprint in known:
                place = f"{document.input}:{location(document, finding)} {finding.rule}"
                causes.setdefault(f"accepted in the baseline {baseline or ''}".rstrip(), []).append(place)
    return tuple(
        f"{_count(len(places), 'finding')} {'does' if len(places) == 1 else 'do'} not count: {cause}: "
        f"{', '.join(places[:_LISTED])}{f' and {len(places) - _LISTED} more' if len(places) > _LISTED else ''}"
        for cause, places in causes.items()
    )


def _reasons(document: DocumentReport, limits: Thresholds, accepted: Collection[str]) -> tuple[str, ...]:
    counted = [f for f in document.findings if f.fingerprint not in accepted]
    severities = Counter(f.severity for f in counted)
    most = {"critical": limits.max_critical, "major": limits.max_major, "minor": limits.max_minor}
    found = [
        f"{severities[s]} {s} finding{'s' * (severities[s] != 1)}, at most {allowed} allowed"
        for s in SEVERITIES
        if (allowed := most[s]) is not None and severities[s] > allowed
    ]
    if limits.max_density is not None:
        of_site = {code for code, rule in all_rules().items() if rule.judges_site}
        strewn = sum(f.evidence != "reader" and f.rule not in of_site for f in counted)
        if strewn > _FEW and 100 * strewn > limits.max_density * document.words:
            density = 100 * strewn / document.words
            found.append(f"{density:.1f} findings in 100 words, at most {limits.max_density:g} allowed")
    for code, allowed in sorted(limits.max_rule.items()):
        count = sum(f.rule.startswith(code) for f in counted)
        if count > allowed:
            found.append(f"{count} finding{'s' * (count != 1)} of {code}, at most {allowed} allowed")
    scores = document.scores
    if len(counted) < len(document.findings):
        scores = scoring.scores(scoring.again(document, counted), [item.area for item in document.not_checked])
    unjudged = {str(item.area): item for item in document.not_checked}
    for area, least in sorted(limits.min_score.items()):
        score = getattr(scores, area)
        if score is not None and score < least:
            found.append(f"{area} score {score:g}, at least {least:g} wanted")
        elif score is None and unjudged[area].cause != "absent":
            found.append(f"{area} not checked ({unjudged[area].reason}), at least {least:g} wanted")
    return tuple(found)


def _explain(
    report: Report,
    settings: GateSettings,
    limits: Thresholds,
    reasons: Mapping[str, tuple[str, ...]],
    matched: int,
    left_out: int,
    stale: Sequence[Entry],
    taken: Sequence[str],
) -> str:
    """One paragraph: the verdict, the rule it follows from, the documents that decided it, what did not count."""
    total = len(report.documents)
    if not report.documents and report.skipped:
        unread = _count(len(report.skipped), "input")
        return f"The gate comes to no verdict: {unread} could not be audited, and there is nothing else."
    parts = [
        f"The gate {'is not passed' if reasons else 'is passed'}: {len(reasons)} of {_count(total, 'document')} "
        f"{'fails' if len(reasons) == 1 else 'fail'} profile {settings.profile!r} ({limits.shown()} per document)."
    ]
    worst = sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0]))
    parts += [f"{name}: {'; '.join(why)}." for name, why in worst[:_SHOWN]]
    if len(worst) > _SHOWN:
        parts.append(f"{len(worst) - _SHOWN} more fail likewise.")
    if settings.allow_mismatch and (alone := sum(d.mismatch is not None for d in report.documents)):
        given = (
            "an original that does not look like its own" if alone == 1 else "originals that do not look like theirs"
        )
        parts.append(f"{_count(alone, 'document')} came with {given}, which the settings allow.")
    if settings.sources:
        parts.append("Some sources have thresholds of their own.")
    if matched:
        parts.append(f"{_count(matched, 'finding')} in the baseline {'do' if matched != 1 else 'does'} not count.")
    if report.summary.suppressed:
        parts.append(f"The settings suppress {_count(report.summary.suppressed, 'finding')}.")
    if left_out:
        was = "was" if left_out == 1 else "were"
        parts.append(f"{_count(left_out, 'article')} {was} left out: audited before, or dated too early.")
    if report.skipped:
        parts.append(f"{_count(len(report.skipped), 'input')} could not be audited; that is no verdict on them.")
    parts += [f"{line}." for line in taken]
    parts += [f"{remark}." for remark in _remarks(report, settings, stale)]
    return " ".join(" ".join(parts).split())


def _remarks(report: Report, settings: GateSettings, stale: Sequence[Entry]) -> tuple[str, ...]:
    """What there is to tidy up; nothing where nothing was audited, because then nothing can match."""
    if not report.documents:
        return ()
    found = []
    if stale:
        named = [f"{e.rule} {e.text!r} in {e.document}" if e.text else f"{e.rule} in {e.document}" for e in stale]
        one = len(stale) == 1
        found.append(
            f"baseline {settings.baseline}: {len(stale)} {'entry matches' if one else 'entries match'} nothing any more"
            f" (`mtaudit baseline prune` takes {'it' if one else 'them'} out): {some(named)}"
        )
    found += unused(report, None)
    return tuple(found)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
