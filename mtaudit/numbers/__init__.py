"""Numbers as values: read out of either language, compared by value, written in the target language."""

from mtaudit.numbers.mention import Kind, NumberMention
from mtaudit.numbers.parse import mentioned, numbers

__all__ = ["Kind", "NumberMention", "mentioned", "numbers"]
