"""What is estimated of a whole text, in words: why points are lost that no finding cost, and what it reads like."""

from __future__ import annotations

from mtaudit.estimation import measure
from mtaudit.model import DocumentReport
from mtaudit.reader import article

CAUSES = article.LABELS | measure.LABELS  # the `rule` of a penalty of the area "estimate" -> what it says of the text


def reads_like(document: DocumentReport) -> str | None:
    """How likely it reads like a machine's translation, for an editor; None where nothing tells."""
    if document.estimate is None or document.estimate.reads_like_machine is None:
        return None
    share = document.estimate.reads_like_machine
    return f"reads like machine translation: {100 * share:.0f} %; this says nothing of its quality"
