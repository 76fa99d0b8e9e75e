"""Words as alignment sees them: lower-case, without accents, numbers without separators, inflection folded away.

Shared by the lexicon's builder (tools/lexicon/build.py) and its reader, so that both sides cut words the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# A number with its separators, or a word: letters, with apostrophes, hyphens and ampersands inside.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['&-]+[^\W\d_]+)*|[^\W_]+")
_SEPARATORS = re.compile(r"[.,:]")

Suffixes = Sequence[tuple[str, int]]  # (suffix, letters that must be left), tried in this order


def words(text: str) -> list[str]:
    """Lower-case words and numbers of `text` in order; accents off, `10,000` -> `10000`, `anak-anak` -> `anak`.

    Compounds with a hyphen (`well-known`) come as their parts; a clitic after a hyphen (`Trump-nya`) as its own word.
    """
    found: list[str] = []
    for word in _WORD.findall(plain(text)):
        if word[0].isdigit():
            found.append(_SEPARATORS.sub("", word))
        elif "-" in word:
            previous = ""
            for part in word.split("-"):
                if part and part != previous:
                    found.append(part)
                previous = part
        else:
            found.append(word)
    return found


def plain(text: str) -> str:
    """Lower case, straight apostrophes, no accents."""
    text = text.lower().replace("’", "'")
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def fold(word: str, suffixes: Suffixes) -> str:
    """`word` without the first of `suffixes` that leaves enough letters; the same key for all forms of a word.

    After a suffix with an apostrophe (`Germany's`) another one may go.
    """
    for suffix, left in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= left:
            word = word[: -len(suffix)]
            if "'" not in suffix:
                break
    return word
