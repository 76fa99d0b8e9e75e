"""What is estimated of a whole text, in words: why points are lost that no finding cost."""

from __future__ import annotations

from mtaudit.estimation import measure
from mtaudit.reader import article

CAUSES = article.LABELS | measure.LABELS  # the `rule` of a penalty of the area "estimate" -> what it says of the text
