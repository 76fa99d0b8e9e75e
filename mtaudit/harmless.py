"""Article text that can neither drive a terminal nor turn the reading direction of what stands around it."""

from __future__ import annotations

import re

# Unicode 16, UAX #9 table 4: explicit directional formatting characters and implicit marks ("Trojan Source", 2021).
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff]")
_JSON = re.compile(rf"[\x7f-\x9f{_BIDI}\u2028\u2029\ufeff\ufff9-\ufffb]")  # JSON escapes the others itself
_XML_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # block Control Pictures: ␀ … ␟
    return "␡" if code == 0x7F else f"‹U+{code:04X}›"


def harmless(text: str) -> str:
    """`text` with control and bidi characters made visible (`␛`, `‹U+202E›`); line feeds and tabs stay."""
    return _CONTROL.sub(_picture, text)


def one_line(text: str) -> str:
    """`harmless`, with all white space folded to single spaces."""
    return harmless(re.sub(r"\s+", " ", text)).strip()


def json_harmless(text: str) -> str:
    """JSON with control and bidi characters as escapes: the same value, and none of them in the text."""
    return _JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def xml_legal(text: str) -> str:
    """`text` without the characters that XML 1.0 (section 2.2) does not allow; each becomes U+FFFD."""
    return _XML_ILLEGAL.sub("\ufffd", text)
