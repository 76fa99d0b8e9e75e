"""Markdown as a reader of the page sees it, with the file's lines."""

import re

from mtaudit.case import Document
from mtaudit.reading import markdown
from mtaudit.reading.interface import Source
from mtaudit.source_map import spot

PAGE = b"""---
title: "Judul dari kepala"
tags: [a]
---

# Judul besar

Paragraf *pertama* dengan [tautan](https://example.org/x "t") dan
baris kedua. Kata `kode` tetap.

```python
kode = "dibuang"
```

> "Kutipan," kata dia.

- satu
- dua <b>tebal</b>

| a | b |
| - | - |
| nama | kota |

![gambar](x.png)
<div>HTML</div>
"""


def read(data: bytes) -> Document:
    (item,) = markdown.read(Source("a.md", data, "a.md"), {})
    assert isinstance(item, Document)
    return item


def test_only_the_text_of_the_page_is_kept() -> None:
    """Front matter, code blocks, HTML, images and link targets go; soft line breaks become spaces."""
    document = read(PAGE)
    assert document.title == "Judul dari kepala"
    assert document.text.split("\n") == [
        "Judul besar",
        "",
        "Paragraf pertama dengan tautan dan baris kedua. Kata kode tetap.",
        "",
        '"Kutipan," kata dia.',
        "",
        "satu",
        "dua tebal",
        "",
        "a b",
        "nama kota",
    ]


def test_lines_are_mapped_to_the_file() -> None:
    """Each line of text knows the line of the file that it begins on."""
    document = read(PAGE)
    lines = PAGE.decode().split("\n")
    for match in re.finditer(r"[^\n]+", document.text):
        number = spot(document.text, document.source_map, match.start())[0]
        assert match.group().split()[0] in lines[number - 1]


def test_the_first_heading_is_the_title_where_the_front_matter_has_none() -> None:
    """Of level 1."""
    assert read(b"## Kecil\n\n# Besar & *indah*\n\nTeks.").title == "Besar & indah"
