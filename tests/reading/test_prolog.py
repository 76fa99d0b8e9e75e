"""What stands before the first element."""

import pytest

from mtaudit.reading.prolog import Prolog, read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<rss/>", Prolog("rss")),
        ('\ufeff <?xml version="1.0"?>\n<!-- <html> -->\n<atom:Feed xmlns:atom="x">'.lstrip("\ufeff"), Prolog("feed")),
        ("<!doctype HTML><html>", Prolog("html", "html")),
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>', Prolog("tmx", "tmx")),
        ('<!DOCTYPE x [<!ENTITY a "]">]><x>', Prolog(None, "x", True)),
        ("<!DOCTYPE x [ <!ENTITY a 'b'> ] ><x>", Prolog("x", "x", True)),
        ('<!DOCTYPE a><!DOCTYPE b [<!ENTITY c "d">]><x>', Prolog("x", "b", True)),
        ('<!DOCTYPE x SYSTEM "a>b" [<!ENTITY c "d">]><x>', Prolog("x", "x", True)),
        ("<!-- never closed <rss>", Prolog()),
        ("plain text", Prolog()),
        ("< 5 dan > 3", Prolog()),
    ],
)
def test_doctype_and_root_are_found(text: str, found: Prolog) -> None:
    """Comments and processing instructions are stepped over, declarations noticed."""
    assert read(text) == found
