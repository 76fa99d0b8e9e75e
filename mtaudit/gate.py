"""The gate: a finished report held against thresholds.

News items are short, so absolute counts of critical and major findings decide; scores only where a threshold for them
is set. Findings in the baseline don't count. Inputs that could not be read are no verdict on a translation: they don't
make the gate fail, the exit code tells of them.

Profiles: `strict` lets no critical and no major finding pass; `newsroom` lets no critical and at most two major ones
pass in an article; `advisory` lets everything pass that no threshold of the user's own forbids.
"""

from __future__ import annotations

import fnmatch
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import msgspec

from mtaudit.config import GateSettings, Profile
from mtaudit.errors import UsageError
from mtaudit.model import SEVERITIES, DocumentReport, Report, Severity
from mtaudit.rendering.interface import GateView
from mtaudit.scoring import AREAS


class Thresholds(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What one document may have. None: no limit."""

    max_critical: int | None = None
    max_major: int | None = None
    max_minor: int | None = None
    min_score: dict[str, float] = {}
    max_rule: dict[str, int] = {}


PROFILES: dict[Profile, Thresholds] = {
    "strict": Thresholds(max_critical=0, max_major=0),
    "newsroom": Thresholds(max_critical=0, max_major=2),
    "advisory": Thresholds(),
}


@dataclass(frozen=True)
class Verdict:
    """`reasons` maps the id of each failing document to why; `accepted` findings were in the baseline."""

    passed: bool
    reasons: Mapping[str, tuple[str, ...]]
    accepted: int
    stale: tuple[str, ...]  # fingerprints of the baseline that nothing matches any more
    explanation: str
    fail_on: Severity = "major"
    documents: int = 0
    skipped: int = 0
    thresholds: Thresholds = field(default_factory=Thresholds)

    def view(self) -> GateView:
        """What the output formats show of it."""
        return GateView(self.passed, self.reasons, self.fail_on)


def thresholds(settings: GateSettings, source: str | None = None) -> Thresholds:
    """The thresholds for a document whose input is `source`: profile, then the user's own, then those of its source.

    Raises UsageError for an unknown area or a wrong key in a source's table.
    """
    limits = PROFILES[settings.profile]
    if settings.fail_on is not None:
        zero = SEVERITIES[: SEVERITIES.index(settings.fail_on) + 1]
        limits = msgspec.structs.replace(limits, **{f"max_{s}": 0 if s in zero else None for s in SEVERITIES})
    given = {
        "max_critical": settings.max_critical,
        "max_major": settings.max_major,
        "min_score": settings.min_score or None,
        "max_rule": settings.max_rule or None,
    }
    limits = msgspec.structs.replace(limits, **{k: v for k, v in given.items() if v is not None})
    for pattern, table in settings.sources.items():
        if source is not None and fnmatch.fnmatch(source, pattern):
            try:
                own = msgspec.convert(table, Thresholds)
            except msgspec.ValidationError as error:
                raise UsageError(f"gate.sources.{pattern!r}: {error}") from error
            changed = {k.replace("-", "_"): getattr(own, k.replace("-", "_")) for k in table}
            limits = msgspec.structs.replace(limits, **changed)
    unknown = [area for area in limits.min_score if area not in ("overall", *AREAS)]
    if unknown:
        raise UsageError(f"min-score: no area {unknown[0]!r}; known: overall, {', '.join(AREAS)}")
    return limits


def judge(report: Report, settings: GateSettings, baseline: Collection[str] = ()) -> Verdict:
    """Hold a report against the thresholds; `baseline` holds fingerprints of accepted findings."""
    accepted = set(baseline)
    seen: set[str] = set()
    reasons: dict[str, tuple[str, ...]] = {}
    matched = 0
    for document in report.documents:
        seen.update(f.fingerprint for f in document.findings)
        matched += sum(f.fingerprint in accepted for f in document.findings)
        found = _reasons(document, thresholds(settings, document.input), accepted)
        if found:
            reasons[document.id] = found
    limits = thresholds(settings)
    stale = tuple(sorted(accepted - seen))
    text = _explain(report, settings, limits, reasons, matched, stale)
    fail_on = settings.fail_on or ("major" if limits.max_major == 0 else "critical")
    return Verdict(
        not reasons, reasons, matched, stale, text, fail_on, len(report.documents), len(report.skipped), limits
    )


def _reasons(document: DocumentReport, limits: Thresholds, accepted: Collection[str]) -> tuple[str, ...]:
    counted = [f for f in document.findings if f.fingerprint not in accepted]
    severities = Counter(f.severity for f in counted)
    rules = Counter(f.rule for f in counted)
    most = {"critical": limits.max_critical, "major": limits.max_major, "minor": limits.max_minor}
    found = [
        f"{severities[s]} {s} finding{'s' * (severities[s] != 1)}, at most {most[s]} allowed"
        for s in SEVERITIES
        if most[s] is not None and severities[s] > (most[s] or 0)
    ]
    found += [
        f"{rules[code]} finding{'s' * (rules[code] != 1)} of {code}, at most {n} allowed"
        for code, n in sorted(limits.max_rule.items())
        if rules[code] > n
    ]
    found += [
        f"{area} score {getattr(document.scores, area):g}, at least {least:g} wanted"
        for area, least in sorted(limits.min_score.items())
        if getattr(document.scores, area) < least
    ]
    return tuple(found)


def _explain(
    report: Report,
    settings: GateSettings,
    limits: Thresholds,
    reasons: Mapping[str, tuple[str, ...]],
    matched: int,
    stale: Collection[str],
) -> str:
    """One paragraph: the verdict, the rule it follows from, the documents that decided it."""
    rule = [f"at most {n} {s}" for s in SEVERITIES if (n := getattr(limits, f"max_{s}")) is not None]
    rule += [f"{area} score at least {least:g}" for area, least in sorted(limits.min_score.items())]
    rule += [f"at most {n} of {code}" for code, n in sorted(limits.max_rule.items())]
    total = len(report.documents)
    parts = [
        f"The gate {'is not passed' if reasons else 'is passed'}: {len(reasons)} of {total} "
        f"document{'s' * (total != 1)} {'fails' if len(reasons) == 1 else 'fail'} profile {settings.profile!r} "
        f"({', '.join(rule) or 'no limits'} per document)."
    ]
    worst = sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0]))
    parts += [f"{name}: {'; '.join(why)}." for name, why in worst[:5]]
    if len(worst) > 5:
        parts.append(f"{len(worst) - 5} more fail likewise.")
    if settings.sources:
        parts.append("Some sources have thresholds of their own.")
    if matched:
        parts.append(
            f"{matched} finding{'s' * (matched != 1)} in the baseline {'do' if matched != 1 else 'does'} not count."
        )
    if stale:
        parts.append(f"{len(stale)} baseline entries match nothing any more: `mtaudit baseline prune`.")
    if report.skipped:
        parts.append(f"{len(report.skipped)} input(s) could not be audited; that is no verdict on them.")
    return " ".join(parts)
