"""How frequent words are in ordinary text: subtitles, encyclopaedias, news, the web.

data/zipf.tsv.xz (made by tools/reader/frequencies.py from wordfreq's lists) says in its first line of which languages
(`#`, then ISO 639-1 codes); then a word a line with its Zipf value times ten in each, 0 where the list has it not.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files


@cache
def _table() -> tuple[tuple[str, ...], dict[str, str]]:
    path = files("mtaudit") / "data" / "zipf.tsv.xz"
    head, *lines = lzma.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return tuple(head.removeprefix("#").split()), dict(line.split("\t", 1) for line in lines)


@lru_cache(maxsize=1 << 16)
def zipf(word: str, language: str) -> float | None:
    """log10 of how often a word stands in 10**9 words of a language (ISO 639-1): 7 the commonest, 2 hardly ever.

    0.0 where the language's list lacks it, None where there is no list.
    """
    codes, rows = _table()
    if language not in codes:
        return None
    values = rows.get(word.lower().replace("’", "'"))
    return 0.0 if values is None else int(values.split("\t")[codes.index(language)]) / 10


def seen(language: str) -> Iterator[str]:
    """The words of letters that the language's list has, in its order; none where there is no list."""
    codes, rows = _table()
    if language in codes:
        column = codes.index(language)
        yield from (word for word, values in rows.items() if word.isalpha() and values.split("\t")[column] != "0")
