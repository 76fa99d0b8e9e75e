"""Junk of subtitles, and sentences in a third language."""

from __future__ import annotations

import pytest

from mtaudit.adequacy.junk import strayed_in, subtitle_junk
from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.text import Reading


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("Ia pergi. (tepuk tangan)", ["(tepuk tangan)"]),
        ("Ia pergi.\nSitemap\nIa pulang.", ["Sitemap"]),
        ("Terjemahan oleh Budi", ["Terjemahan oleh Budi"]),
        ("Penonton memberi tepuk tangan.", []),
        ("Musik adalah hidupnya.", []),
        ("Buku itu diterjemahkan oleh Budi pada 2018.", []),
    ],
)
def test_subtitle_junk(text: str, junk: list[str]) -> None:
    """Stage directions and credits are found; the same words in prose are not."""
    assert [text[a:b] for a, b in subtitle_junk(Reading(text, INDONESIAN, ENGLISH))] == junk


def test_third_language() -> None:
    """Spanish prose is neither; names are nothing at all."""
    spanish = "Ella se marchó muy temprano por la mañana sin decir nada."
    assert strayed_in(Reading(spanish, INDONESIAN, ENGLISH))
    name = "Universidad Nacional Autónoma de México"
    assert not strayed_in(Reading(name, INDONESIAN, ENGLISH))
