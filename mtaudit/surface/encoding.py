"""Letters that went through the wrong decoder, and markup that was never decoded."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from mtaudit.surface.spacing import Slip

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5}) ?;")
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|img|td|tr|blockquote|script)(?:\s[^<>]*)?/?>", re.I
)
# UTF-8 read as Windows-1252: a lead byte of two- or three-byte sequences followed by what a continuation byte becomes.
_MOJIBAKE = re.compile(
    "(?:[ÂÃÄÅ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|â(?:€.?|[\u0080-\u009f].?))+|\ufffd+"
)
_QUOTE_ENTITIES = frozenset("&quot; &#34; &#x22; &apos; &#39; &#x27; &ldquo; &rdquo; &lsquo; &rsquo;".split())


def entities(text: str) -> Iterator[tuple[Slip, bool]]:
    """HTML entities and tags left in the text; the flag says that it stands for a quotation mark."""
    for match in _ENTITY.finditer(text):
        entity = match.group().replace(" ", "")
        if (plain := html.unescape(entity)) != entity:
            yield Slip(match.start(), match.end(), plain), entity.lower() in _QUOTE_ENTITIES
    for match in _TAG.finditer(text):
        yield Slip(match.start(), match.end(), ""), False


def mojibake(text: str) -> Iterator[Slip]:
    """Stretches that come from reading UTF-8 as something else, with what they were, where that can be told."""
    for match in _MOJIBAKE.finditer(text):
        try:
            plain = match.group().encode("cp1252").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            plain = ""
        if plain or "\ufffd" in match.group() or "â€" in match.group() or match.group()[0] == "Ã":
            yield Slip(match.start(), match.end(), plain)
