"""The HTML page as text: self-contained, escaped, of bearable size."""

from __future__ import annotations

import base64
import hashlib
import random
import re
import zlib
from html.parser import HTMLParser

import msgspec
import pytest

from mtaudit.model import DocumentReport, Report
from mtaudit.rendering.html import HtmlRenderer, packing
from mtaudit.rendering.interface import GateView

from .. import building


class Elements(HTMLParser):
    """All elements and ids of a page, and whether every element that is opened is closed."""

    VOID = frozenset({"meta", "link", "br", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def news(number: int, words: int = 450) -> DocumentReport:
    """A made-up article as long and as faulty as a bad real one: 450 words, 12 findings, 20 names, 8 quotations.

    Four in five words are shaded, neighbours never alike.
    """
    draw = random.Random(number)
    syllables = "ba da ka la ma na pa ra sa ta bi di ki li mi ni pi ri si ti bu du ku lu mu nu pu ru su tu".split()

    def word() -> str:
        return "".join(draw.choices(syllables, k=draw.randint(1, 4)))

    sentences = [" ".join(word() for _ in range(18)).capitalize() + "." for _ in range(words // 18)]
    text = "\n".join(sentences)
    rows = [(s, " ".join(word() for _ in range(18)), " ".join(word() for _ in range(18))) for s in sentences]
    found = [s.split()[3] + " " + s.split()[4] for s in sentences]
    names = [building.entity(text, f"Name {i}", "PER", "preserved", found[i]) for i in range(14)]
    names += [
        building.entity(
            text, f"Name {i}", "PER", "mangled", found[i], variants=(found[i], found[i - 1]), road="letters lost"
        )
        for i in range(14, 20)
    ]
    quotes = [
        building.quote(text, rows[i][2][:60], sentences[i][10:70], "ok", "minor", similarity=0.8) for i in range(8)
    ]
    findings = [
        building.finding(
            text,
            "ENT101",
            ("critical", "major", "minor")[i % 3],
            f"“Name {i}” is misspelt “{found[i]}” in this article",
            found[i],
            original=f"Name {i}",
            suggestion=f"Name {i}",
        )
        for i in range(12)
    ]
    return building.document(
        f"news/{number}.txt",
        text,
        input=f"news/{number}.txt",
        segments=building.segments(text, rows),
        entities=tuple(names),
        quotes=tuple(quotes),
        findings=tuple(findings),
        original=building.envoy().original,
        penalties=building.envoy().penalties,
        system=("argos", "nllb")[number % 2],
        word_faults=building.word_faults(text),
    )


def test_the_policy_allows_this_style_and_script_and_nothing_else(any_report: Report) -> None:
    """The hashes are those of the three inline elements; no inline style or handler, no address outside."""
    page = HtmlRenderer().render(any_report)
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)
    assert style is not None
    sums = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in (style[1], *scripts)]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1] == (
        f"default-src 'none'; style-src 'sha256-{sums[0]}'; script-src 'sha256-{sums[1]}' 'sha256-{sums[2]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    for tag, attributes in Elements(page).seen:
        assert not [a for a in attributes if a == "style" or a.startswith("on")], tag
        for name in ("href", "src", "action"):
            assert (attributes.get(name) or "#").startswith(("#", "data:,")), tag
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_elements_are_closed_and_ids_are_there_once(any_report: Report) -> None:
    """Well-formed, with every internal link leading somewhere."""
    found = Elements(HtmlRenderer().render(any_report))
    assert found.stack == []
    ids = [a["id"] for _, a in found.seen if a.get("id")]
    assert len(ids) == len(set(ids))
    links = {str(a["href"])[1:] for t, a in found.seen if t == "a" and str(a.get("href", "")).startswith("#")}
    described = {str(a["aria-describedby"]) for _, a in found.seen if "aria-describedby" in a}
    labelled = {i for _, a in found.seen for i in str(a.get("aria-labelledby") or "").split()}
    assert (links | described | labelled) - set(ids) == set()


def test_article_text_makes_no_element(full: Report) -> None:
    """Everything hostile is escaped, and direction overrides are visible."""
    page = HtmlRenderer().render(full)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page
    assert "\u202e" not in page
    assert "‹U+202E›" in page


def test_the_marked_text_reads_as_the_translation(full: Report) -> None:
    """Without its tags and numbers, a sentence is exactly the sentence: marking adds and loses nothing."""
    page = HtmlRenderer().render(building.report([building.envoy()]))
    cells = re.findall(r'<p class="id" lang="id"[^>]*>(.*?)</p>', page, re.S)
    plain = [re.sub(r"<sup.*?</sup>|<span role=.*?</span>|<[^>]*>", "", cell) for cell in cells]
    assert [p.replace("&amp;", "&") for p in plain] == [s.text for s in building.envoy().segments]


def test_permalinks_do_not_follow_the_order(full: Report) -> None:
    """The same report with its documents turned round has the same ids of articles and findings."""
    turned = msgspec.structs.replace(full, documents=full.documents[::-1])
    ids = []
    for report in (full, turned):
        found = Elements(HtmlRenderer().render(report)).seen
        ids.append({a["id"] for t, a in found if t == "article" or str(a.get("class")).startswith("note s-")})
    assert ids[0] == ids[1]
    envoy = full.documents[0]
    assert {f"envoy/{f.fingerprint}" for f in envoy.findings} < ids[0]


def test_ten_articles_stay_below_300_kilobytes_and_are_visible_without_script() -> None:
    """Ten bad articles of 450 words, with back-translation and original, and the heat map over them."""
    page = HtmlRenderer().render(building.report([news(i) for i in range(10)]))
    assert len(page.encode()) < 300_000
    assert page.count('<article class="doc"') >= 8


def test_two_thousand_articles_would_stay_below_20_megabytes() -> None:
    """Reckoned from 160: what one more article costs, packed and in the table, times 2,000; each one is there."""
    report = building.report([msgspec.structs.replace(news(i), id=f"n{i}", title=f"T {i}") for i in range(160)])
    page = HtmlRenderer().render(report)
    blocks = re.findall(r'<script type="text/plain" class="block" id="block-\d+">([^<]*)</script>', page)
    packed = "".join(zlib.decompress(base64.b64decode(b), -15).decode() for b in blocks)
    ids = re.findall(r'<article class="doc" id="([^"]*)"', page + packed)
    assert sorted(ids) == sorted(f"n{i}" for i in range(160))
    rows = page[page.index("<tbody>", page.index('id="articles"')) : page.index("What was found most")]
    each = sum(map(len, blocks)) / packed.count("<article") + len(rows) / 160
    assert len(page.encode()) + (2000 - 160) * each < 20_000_000


def test_no_page_grows_beyond_bounds_whatever_the_articles_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles with the best scores are left out first, and the page says so."""
    monkeypatch.setattr(packing, "MAX_PACKED_BYTES", 30_000)
    monkeypatch.setattr(packing, "STATIC_ARTICLES", 4)
    report = building.many(60)
    page = HtmlRenderer().render(report)
    left = re.search(r'id="left-out">(\d+) articles with the best scores', page)
    assert left is not None
    blocks = re.findall(r'<script type="text/plain" class="block" id="block-\d+">([^<]*)</script>', page)
    assert 0 < sum(map(len, blocks)) <= 30_000
    packed = "".join(zlib.decompress(base64.b64decode(b), -15).decode() for b in blocks)
    assert (page + packed).count('<article class="doc"') + int(left[1]) == 60
    assert 'id="doc-0000"' in page + packed
    assert 'id="doc-0049"' not in page + packed
    assert page.count('href="#left-out"') == int(left[1])


def test_the_gate_is_told(full: Report) -> None:
    """Verdict on the overview, reasons at the article."""
    page = HtmlRenderer().render(full, GateView(False, {"envoy": ("3 critical findings, at most 0 allowed",)}))
    assert "Gate not passed: 1 of 5 articles." in page
    assert "Gate: 3 critical findings, at most 0 allowed" in page
    assert page.count("<b class=fails>fails</b>") == 1
