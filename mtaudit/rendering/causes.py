"""What is estimated of a whole text, in words: points that no finding cost, serious faults, what it reads like."""

from __future__ import annotations

from mtaudit.estimation import measure
from mtaudit.harmless import one_line
from mtaudit.interface import _, number
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
    parts = [f"{cause(p.rule)} −{number(p.points, '.1f')}" for p in named]
    if (rest := total - sum(p.points for p in named)) >= _SEEN:
        parts.append(f"{_('the rest')} −{number(rest, '.1f')}")
    told = _("the text as a whole takes {points} points of the score: {causes}")
    return told.format(points=number(total, ".1f"), causes=", ".join(parts))


def cause(rule: str) -> str:
    """What the `rule` of a penalty of the area "estimate" says of the text."""
    return _(CAUSES[rule]) if rule in CAUSES else one_line(rule)


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
    told = _("serious faults per 100 words: {estimated} estimated ({low} to {high}), {found} found").format(
        estimated=number(value, ".1f"), low=number(low, ".1f"), high=number(estimate.high, ".1f"),
        found=number(found, ".1f"),
    )  # fmt: skip
    if found > estimate.high:
        return f"{told}: {_('more than the estimate allows for, go by the findings')}"
    if found > value:
        return f"{told}: {_('more than estimated, go by the findings')}"
    if not count and value * document.words >= 100 * _MANY and value > article.SPARED:
        return f"{told}: {_('the words are doubtful, but nothing says what is wrong with them')}"
    return told


def reads_like(document: DocumentReport) -> str | None:
    """How likely it reads like a machine's translation, for an editor; None where nothing tells."""
    if document.estimate is None or document.estimate.reads_like_machine is None:
        return None
    share = document.estimate.reads_like_machine
    told = _("reads like machine translation: {share} %; this says nothing of its quality")
    return told.format(share=number(100 * share, ".0f"))
