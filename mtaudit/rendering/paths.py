"""Names of inputs as CI services want them: relative to the working folder, with forward slashes."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def relative(input: str) -> str:
    """A path below the working folder as relative to it; other paths and URLs as they are; `-` as `stdin`."""
    if input == "-":
        return "stdin"
    if _SCHEME.match(input):
        return input
    path = Path(input)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def uri(input: str) -> str:
    """The same as a URI reference (RFC 3986): percent-encoded, absolute paths as `file:`."""
    name = relative(input)
    if _SCHEME.match(name):
        return quote(name, safe="%/:=&?~#+!$,;'@()*[]")
    if Path(name).is_absolute():
        return Path(name).as_uri()
    return quote(name, safe="/~!$&'()*+,;=@")
