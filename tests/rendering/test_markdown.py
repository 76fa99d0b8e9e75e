"""Markdown for a job summary."""

from __future__ import annotations

from markdown_it import MarkdownIt

from mtaudit.model import Report
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.markdown import MAX_FINDINGS, MarkdownRenderer, escape

from . import building


def html(report: Report, gate: GateView | None = None) -> str:
    return MarkdownIt("gfm-like", {"linkify": False}).render(MarkdownRenderer().render(report, gate))


def test_it_is_a_table_and_a_list_of_findings(envoy: Report) -> None:
    """A Markdown reader sees the scores, the marked passage and the mend."""
    page = html(envoy)
    assert '<td style="text-align:right">48.2</td>' in page
    assert "Utusan Khusus <strong>⟦Stefan Witkopf⟧</strong> mengatakan" in page
    assert "try: Stefan Wittkopp" in page


def test_an_article_makes_no_markup_of_its_own(full: Report) -> None:
    """No element comes out of article text: no script, no heading, no link, no image, no code, no extra cell."""
    page = html(full)
    assert "<script" not in page
    assert "<a " not in page
    assert "<code" not in page
    assert "&lt;script&gt;alert('x')&lt;/script&gt;" in page
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert [row.count("<td") for row in table.split("</tr>")[:-1]] == [10] * 6


def test_escape_leaves_the_text_to_be_read() -> None:
    """A reader sees exactly what was there."""
    text = "*a* _b_ `c` [d](http://e) <f> &amp; #1 @g |h| ~~i~~ 1. j \\k $x$"
    shown = MarkdownIt("gfm-like", {"linkify": False}).render("x " + escape(text))
    assert shown == ("<p>x *a* _b_ `c` [d](http://e) &lt;f&gt; &amp;amp; #1 @g |h| ~~i~~ 1. j \\k $x$</p>\n")


def test_addresses_and_emoji_codes_stay_text() -> None:
    """A reader that turns bare addresses into links finds none, and nobody is mentioned."""
    shown = MarkdownIt("commonmark").render("x " + escape("http://a.b www.c.de :tada: Kata: dia 12:55"))
    assert escape("http://a.b www.c.de :tada:") == "http&#58;//a.b www&#46;c.de &#58;tada:"
    assert shown == "<p>x http://a.b www.c.de :tada: Kata: dia 12:55</p>\n"


def test_a_long_report_is_cut_and_says_so() -> None:
    """Short enough for a job summary (1 MiB), with the rest counted."""
    report = building.many(120)
    text = MarkdownRenderer().render(report)
    assert len(text.encode()) < 2**20
    assert text.count("\n- **") == MAX_FINDINGS
    assert f"{120 * 9 - MAX_FINDINGS} more findings are in the JSON report." in text


def test_gate_and_skipped_inputs_are_told(full: Report) -> None:
    """The verdict comes first, reasons stand with their document."""
    text = MarkdownRenderer().render(full, GateView(False, {"envoy": ("3 critical findings",)}))
    assert text.splitlines()[2] == "**Gate not passed: 1 of 5 documents.**"
    assert "- **fails:** 3 critical findings" in text
    assert "- berita/rusak.html: not UTF-8 and no encoding declared: save it as UTF-8" in text
