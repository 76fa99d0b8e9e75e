"""Scores 0-100 per document and area, and how each point was lost.

MQM counts penalty points by severity (minor 1, major 5, critical 25) and relates them to the number of words: MQM 2.0's
overall quality score is 100 x (1 - penalty / words) (Lommel et al. 2024, "The Multi-Range Theory of Translation Quality
Measurement: MQM scoring models", sec. 3). A finding counts by its confidence, one of the reader's by half of it.
Slips of a habit (`HABITS`) cost together what one of them does, however often they stand in the text; a name that is
spelled wrong again costs nothing, one that is spelled wrong in another way is a further error (`SPELLED`).
Documents shorter than `LEAST_WORDS` are scored as if they had that many, because one slip in a headline is not a ruined
article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from mtaudit.model import Area, Category, DocumentReport, Finding, Penalty, Scores, Severity

POINTS: dict[Severity, float] = {"minor": 1.0, "major": 5.0, "critical": 25.0}
LEAST_WORDS = 50
READER = 0.5  # of a finding of the reader: half of what it tells as serious is (docs/reader.md)
HABITS = frozenset({"SUR501", "SUR509", "SUR511", "SUR512"})  # a machine has such a slip on every page, or not at all
SPELLED = (
    "ENT101"  # one finding a name, whatever its wrong spellings: each after the first costs what a major error does
)
AREA_OF: dict[Category, Area] = {
    "entity": "entity",
    "quote": "quote",
    "number": "number",
    "adequacy": "adequacy",
    "surface": "surface",
    "terminology": "adequacy",
}
AREAS: tuple[Area, ...] = ("entity", "quote", "number", "adequacy", "surface")


def penalties(findings: Sequence[Finding], words: int, text: str = "") -> tuple[Penalty, ...]:
    """Points lost per area, rule and severity, largest first; they add up to 100 minus the score before clipping.

    `text`: the article that the findings' places stand in.
    """
    sums: dict[tuple[Area, str, Severity], tuple[int, float]] = defaultdict(lambda: (0, 0.0))
    for f in findings:
        key = (AREA_OF[f.category], f.rule, f.severity)
        count, points = sums[key]
        own = POINTS[f.severity] * f.confidence * (READER if f.evidence == "reader" else 1.0)
        if f.rule == SPELLED:
            own += POINTS["major"] * f.confidence * _further_spellings(f, text)
        sums[key] = count + 1, max(points, own) if f.rule in HABITS else points + own
    scale = 100 / max(words, LEAST_WORDS)
    rows = [Penalty(area, rule, severity, n, round(p * scale, 2)) for (area, rule, severity), (n, p) in sums.items()]
    return tuple(sorted(rows, key=lambda row: (-row.points, row.area, row.rule, row.severity)))


def _further_spellings(name: Finding, text: str) -> int:
    """Wrong spellings of a name in the text besides the first; a part of the name, spelled alike, is no other one."""
    right = {word for form in (name.original, name.suggestion) if form for word in form.lower().split()}
    places = [] if name.start is None or name.end is None else [(name.start, name.end)]
    places += [(place.start, place.end) for place in name.places]
    wrong = {frozenset(text[start:end].lower().split()) - right for start, end in places} - {frozenset()}
    return max(0, sum(not any(form < other for other in wrong) for form in wrong) - 1)


def again(document: DocumentReport, findings: Sequence[Finding]) -> tuple[Penalty, ...]:
    """The penalties of a report that has only these findings left; what was estimated of its text stays."""
    return (
        *penalties(findings, document.words, document.text),
        *(p for p in document.penalties if p.area == "estimate"),
    )


def scores(lost: Sequence[Penalty], unjudged: Collection[Area] = ()) -> Scores:
    """Each area is 100 minus its penalties, the overall score 100 minus all of them and the estimate of the whole text
    (mtaudit.estimation); none falls below 0. Those of `unjudged` are None (mtaudit.judged)."""

    def left(area: Area, *areas: str) -> float | None:
        if area in unjudged:
            return None
        return round(max(0.0, 100.0 - sum(p.points for p in lost if p.area in (area, *areas))), 2)

    return Scores(overall=left("overall", *AREAS, "estimate"), **{area: left(area) for area in AREAS})


def mean(all_scores: Sequence[Scores]) -> Scores | None:
    """The mean of each score over the documents in which it was judged; None altogether where there is no document."""
    if not all_scores:
        return None
    areas: tuple[Area, ...] = ("overall", *AREAS)
    return Scores(**{area: _mean([getattr(s, area) for s in all_scores]) for area in areas})


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known), 2) if known else None
