"""What is estimated of a whole text, in words: points that no finding cost, serious faults, what it reads like."""

from __future__ import annotations

from mtaudit.estimation import measure
from mtaudit.harmless import one_line
from mtaudit.model import DocumentReport
from mtaudit.reader import article

CAUSES = article.LABELS | measure.LABELS  # the `rule` of a penalty of the area "estimate" -> what it says of the text
_WORTH_SAYING = 0.5  # points for which a cause is named
_SEEN = 0.05  # points that show in a score
_MANY = 2  # serious faults expected of a text from which it is odd that none was found


def taken(document: DocumentReport) -> str | None:
    """What takes points of the overall score besides the findings, largest first; None where nothing does.

    Without it nobody sees why a text whose areas all have 100 has less.
    """
    lost = sorted((p for p in document.penalties if p.area == "estimate"), key=lambda p: (-p.points, p.rule))
    total = sum(p.points for p in lost)
    if document.scores.overall is None or total < _SEEN:
        return None
    named = [p for p in lost if p.points >= _WORTH_SAYING] or lost[:1]
    parts = [f"{CAUSES.get(p.rule, one_line(p.rule))} −{p.points:.1f}" for p in named]
    if (rest := total - sum(p.points for p in named)) >= _SEEN:
        parts.append(f"the rest −{rest:.1f}")
    return f"the text as a whole takes {total:.1f} points of the score: {', '.join(parts)}"


def serious(document: DocumentReport) -> str | None:
    """Serious faults per 100 words, as estimated and as found, for an editor; None where nothing estimates them.

    What was found counts: an estimate that says less gives way to it in words, and where much is estimated and nothing
    was found, that is said.
    """
    estimate = document.estimate
    if estimate is None:
        return None
    count = sum(finding.severity != "minor" for finding in document.findings)
    found = 100 * count / max(1, document.words)
    value = estimate.serious_per_100_words
    low = max(estimate.low, found) if found <= value else estimate.low
    told = f"serious faults per 100 words: {value:.1f} estimated ({low:.1f} to {estimate.high:.1f}), {found:.1f} found"
    if found > estimate.high:
        return f"{told}: more than the estimate allows for, go by the findings"
    if found > value:
        return f"{told}: more than estimated, go by the findings"
    if not count and value * document.words >= 100 * _MANY and value > article.SPARED:
        return f"{told}: the words are doubtful, but nothing says what is wrong with them"
    return told


def reads_like(document: DocumentReport) -> str | None:
    """How likely it reads like a machine's translation, for an editor; None where nothing tells."""
    if document.estimate is None or document.estimate.reads_like_machine is None:
        return None
    share = document.estimate.reads_like_machine
    return f"reads like machine translation: {100 * share:.0f} %; this says nothing of its quality"
