"""Bytes into text: gunzip within bounds, UTF-8 first, a byte order mark, a declared charset, then detection."""

from __future__ import annotations

import codecs
import re
import zlib

from mtaudit.errors import InputError
from mtaudit.languages import LANGUAGES
from mtaudit.reading.interface import Source, clean

# Of one input, decompressed too: some 20,000 articles. A gzip bomb reaches a thousand times its size.
MAX_BYTES = 100_000_000
_LARGER = "split it, or give more with --max-bytes"
_GZIP = b"\x1f\x8b"
_BOMS = (  # UTF-32 before UTF-16: the mark of one begins with that of the other
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings in which the known languages' text occurs, tried in this order before statistics are asked: where a text is
# ASCII but for names and typographic marks, they have too little to tell cp1252 from its neighbours.
_LIKELY = tuple(dict.fromkeys(name for language in LANGUAGES.values() for name in language.encodings))
_DETECTED = ("utf_16_le", "utf_16_be", "utf_32_le", "utf_32_be", "cp1250", "cp1251", "cp1254", "cp1256", "gb18030",
             "big5", "shift_jis", "euc_jp", "euc_kr")  # fmt: skip
_XML = (re.compile(rb"\A[\xef\xbb\xbf\s]*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]*)[\"']"), 1024)
# Format -> how a file of it names its charset, and within how many bytes from its beginning
_DECLARATIONS = {
    "html": (re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z][\w.-]*)", re.IGNORECASE), 4096),
    "po": (re.compile(rb"^\"Content-Type:[^\n]*?charset=([A-Za-z][\w.-]*)", re.MULTILINE | re.IGNORECASE), 8192),
    **dict.fromkeys(("xml", "feed", "xliff", "tmx"), _XML),
}
_MISPLACED = re.compile("[a-z][À-Þ](?![À-Þ])|(?<!\\w)[À-Þ][A-Z][a-z]")  # Mac Roman marks read as cp1252: ÒKami siapÓ
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}


def gunzip(data: bytes, input: str, limit: int = MAX_BYTES) -> bytes:
    """`data` decompressed where it is gzip (several members too), else as it is; at most `limit` bytes.

    Raises InputError where the stream is broken, cut short or larger than `limit`.
    """
    if not data.startswith(_GZIP):
        return data
    parts: list[bytes] = []
    room = limit
    while data.startswith(_GZIP):
        inflate = zlib.decompressobj(wbits=31)
        try:
            part = inflate.decompress(data, room + 1)
        except zlib.error as error:
            raise InputError(input, f"broken gzip data ({error}): compress it again") from error
        room -= len(part)
        if room < 0:
            raise InputError(input, f"more than {limit / 1e6:g} MB when decompressed: {_LARGER}")
        if not inflate.eof:
            raise InputError(input, "gzip data ends too early: copy or download it again")
        parts.append(part)
        data = inflate.unused_data
    return b"".join(parts)


def bounded(data: bytes, input: str, limit: int) -> bytes:
    """`data`. Raises InputError where it is more than `limit` bytes."""
    if len(data) > limit:
        raise InputError(input, f"larger than {limit / 1e6:g} MB: {_LARGER}")
    return data


def decode(data: bytes, input: str, charset: str | None = None) -> str:
    """The text of `data`: byte order mark, then UTF-8, then `charset` (as declared), then detection.

    Line ends become `\\n`; nothing else is changed, Unicode normalisation included. Raises InputError where the bytes
    are no text.
    """
    return clean(_decoded(data, input, charset)[0])


def encoding(data: bytes, input: str, charset: str | None = None) -> str:
    """Python's name of the encoding in which `decode` reads `data`. Raises InputError as `decode` does."""
    return _decoded(data, input, charset)[1]


def exact(data: bytes, input: str, charset: str | None = None) -> tuple[bytes, str, str]:
    """The byte order mark of `data` (b"" without), its text with line ends as they are, and the name of its encoding.

    Raises InputError as `decode` does.
    """
    mark = next((mark for mark, _ in _BOMS if data.startswith(mark)), b"")
    return mark, *_decoded(data, input, charset)


def declared(source: Source, kind: str) -> str | None:
    """The charset that HTTP, or else a file of that kind itself, names."""
    if source.charset is not None or kind not in _DECLARATIONS:
        return source.charset
    pattern, within = _DECLARATIONS[kind]
    found = pattern.search(source.data[:within])
    return found.group(1).decode("ascii") if found else None


def _decoded(data: bytes, input: str, charset: str | None) -> tuple[str, str]:
    """The text, its line ends as they are, and the name of its encoding."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name), name
            except UnicodeDecodeError as error:
                raise InputError(
                    input, f"not {name} as its first bytes say ({_place(error)}): save it as UTF-8"
                ) from None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = _place(error)
    else:
        if not is_binary(data):
            return text, "utf-8"
        where = "control characters"
    if charset is not None:
        try:
            return data.decode(charset), codecs.lookup(charset).name
        except (LookupError, UnicodeError, ValueError):
            pass
    detected = _detect(data)
    if detected is None:
        raise InputError(input, f"not UTF-8 ({where}) and no other encoding fits: save it as UTF-8")
    return detected


def has_mark(data: bytes) -> bool:
    """Whether `data` begins with a byte order mark."""
    return any(data.startswith(mark) for mark, _ in _BOMS)


def is_binary(data: bytes) -> bool:
    """Whether `data` holds control characters that occur in no text (the first 64 KiB are looked at)."""
    return not _CONTROL.isdisjoint(data[:65536])


def _detect(data: bytes) -> tuple[str, str] | None:
    """`data` in the likeliest encoding other than UTF-8 and the name of that, or None."""
    if not is_binary(data):
        for name in _LIKELY:
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            if _plausible(text):
                return text, codecs.lookup(name).name
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_DETECTED), threshold=0.15).best()
    return None if best is None or is_binary(str(best).encode()) else (str(best), codecs.lookup(best.encoding).name)


def _plausible(text: str) -> bool:
    """Whether what is not ASCII is little, and letters where letters stand and marks where marks stand."""
    strange = sum(ord(c) > 127 for c in text)
    if _MISPLACED.search(text):
        return False
    odd = sum(ord(c) > 127 and not (c.isalpha() or c in "“”‘’„«»‹›–—…•·°€£©®™§ \u00a0½¼¾²³") for c in text)
    return strange <= 0.1 * len(text) and odd <= 0.1 * strange


def _place(error: UnicodeDecodeError) -> str:
    """`byte 0xff in line 3`."""
    return f"byte 0x{error.object[error.start]:02x} in line {error.object.count(10, 0, error.start) + 1}"
