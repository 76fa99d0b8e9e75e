"""The page in a real browser: headless Chromium, driven by playwright. Skipped where either is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright import sync_api as playwright

from mtaudit.compare import compare
from mtaudit.harmless import harmless
from mtaudit.model import DocumentReport, Report
from mtaudit.rendering.comparison import render_comparison
from mtaudit.rendering.html import HtmlRenderer
from mtaudit.rendering.html.anchors import anchor

from .. import building

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

# What a page measures counts when its fonts are there and two frames have been drawn.
LAID_OUT = (
    "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"
)

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages as files: all kinds of documents, the same without probabilities, 80 articles, a comparison."""
    folder = tmp_path_factory.mktemp("pages")
    full = building.full_report()
    texts = {
        "full": HtmlRenderer().render(full),
        "many": HtmlRenderer().render(building.many(80)),
        "cold": HtmlRenderer().render(Report.from_json(full.to_json(word_faults=False))),
        "diff": render_comparison(compare(building.many(3), building.many(3)), "html"),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in texts}


@pytest.fixture
def visit(chromium: Any, pages: dict[str, Path]) -> Iterator[Open]:
    """Opens a page; fails afterwards if it wrote to the console, threw, or asked for anything but itself."""
    troubles: list[str] = []
    contexts: list[Any] = []

    def open_page(name: str, fragment: str = "", **options: Any) -> Any:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda message: troubles.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        address = pages[name].as_uri()

        def asked(request: Any) -> None:
            if request.url.split("#")[0] != address and not request.url.startswith("data:"):
                troubles.append(f"request: {request.url}")

        page.on("request", asked)
        page.goto(address + fragment)
        width = page.viewport_size["width"]
        if options.get("java_script_enabled", True):  # without scripts no promise is ever kept
            page.wait_for_function("width => innerWidth === width", arg=width)  # it is resized on its own time
            page.evaluate(LAID_OUT)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def titles(page: Any) -> list[str]:
    found: list[str] = page.locator("#articles tbody tr:visible th a").all_inner_texts()
    return found


def test_the_overview_comes_first(visit: Open) -> None:
    """Articles are behind their links; hostile titles are text."""
    page = visit("full")
    assert page.locator("#overview").is_visible()
    assert page.locator("article.doc:visible").count() == 0
    assert any("<script>alert('x')</script>" in title for title in titles(page))
    assert page.locator("svg.chart").count() == 2


def test_the_table_sorts_by_click_and_by_keyboard(visit: Open) -> None:
    """A heading sorts up, then down, and says so; what was not checked stands last both ways."""
    page = visit("full")
    heading = page.locator("#articles thead th").filter(has_text="Names")
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    names = page.locator("#articles tbody tr td:nth-child(4)")
    assert names.all_inner_texts() == ["10.0", "31.0", "70.0", "100.0", "–"]
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    assert names.all_inner_texts() == ["100.0", "70.0", "31.0", "10.0", "–"]


def test_the_table_filters(visit: Open) -> None:
    """By text, by system, by severity; the number of articles shown is announced."""
    page = visit("full")
    page.get_by_role("searchbox", name="Find").fill("LIMA")
    assert titles(page) == ["Utusan Khusus berbicara di Lima"]
    assert page.locator("#f-count").inner_text() == "1 of 5 articles"
    page.get_by_role("searchbox", name="Find").fill("")
    page.get_by_role("combobox", name="System").select_option("nllb")
    assert sorted(titles(page)) == ["Hujan turun", "Utusan Khusus berbicara di Lima"]
    page.get_by_label("With findings").select_option("critical")
    assert titles(page) == ["Utusan Khusus berbicara di Lima"]


def test_the_arrow_keys_go_through_the_articles_and_enter_opens_one(visit: Open) -> None:
    """Without a mouse from the table into an article."""
    page = visit("full")
    page.locator("#articles tbody a").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("article.doc:visible h2").inner_text() == "Utusan Khusus berbicara di Lima"
    assert not page.locator("#overview").is_visible()
    assert page.title() == "Utusan Khusus berbicara di Lima"


def test_a_deep_link_leads_to_the_finding(visit: Open) -> None:
    """The article opens, the note is marked and in sight, its stretch has the focus."""
    finding = building.envoy().findings[5]
    page = visit("full", f"#envoy/{finding.fingerprint}")
    note = page.locator(".note.here")
    assert "thirteen" in note.inner_text()
    assert note.evaluate("n => { const r = n.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }")
    assert page.locator("article.doc :focus").inner_text(timeout=20_000).startswith("tiga belas jam")


def test_a_hostile_document_has_a_permalink_too(visit: Open) -> None:
    """Its id is encoded in the address."""
    page = visit("full")
    page.locator("#articles tbody a").first.click()
    page.locator("article.doc:visible").wait_for()
    assert "<script>alert('x')</script>" in page.locator("article.doc:visible h2").inner_text()
    assert "‹U+202E›" in page.locator("article.doc:visible .row").first.inner_text()


def test_hover_and_focus_show_what_is_wrong(visit: Open) -> None:
    """Finding, wording of the original, suggestion and evidence; Escape puts the card away."""
    page = visit("full", "#envoy")
    mark = page.locator(".f[aria-describedby]").filter(has_text="Stefan Witkopf").last
    mark.hover()
    card = page.locator("#tip")
    for words in ("misspelt", "Stefan Wittkopp", "held against the English", "97% sure"):
        assert words in card.inner_text()
    page.keyboard.press("Escape")
    assert not card.is_visible()
    page.mouse.move(0, 0)
    page.locator(".doc .f.gap").focus()
    assert "Interior Ministry" in card.inner_text()


def test_the_name_panel_leads_to_the_sentence(visit: Open) -> None:
    """A spelling's place is a link; the article stays open."""
    page = visit("full", "#envoy")
    row = page.locator("article.doc:visible .names tr", has_text="Stefan Witkopf")
    row.get_by_role("link", name="3", exact=True).click()
    assert "kata Witkaf" in page.locator(".row.here .id").inner_text()
    assert page.locator("article.doc:visible").count() == 1


def test_the_name_panel_says_why(visit: Open) -> None:
    """Beside the verdict stands what it rests on."""
    row = visit("full", "#envoy").locator("article.doc:visible .names tr", has_text="Stefan Witkopf")
    assert "why: The original has “Stefan Wittkopp”; “Witkaf” is nearly “Wittkopp”" in row.inner_text()


def test_packed_articles_open_when_asked_for(visit: Open) -> None:
    """An article that does not stand in the page is unpacked, also by a deep link, and only once."""
    last = "doc-0049"
    finding = building.envoy().findings[0]
    page = visit("many", f"#{last}/{finding.fingerprint}")
    page.locator(".note.here").wait_for()
    assert page.locator("article.doc:visible h2").inner_text().startswith("Artikel 49")
    before = page.locator("article.doc").count()
    page.get_by_role("link", name="Overview").click()
    page.locator("#articles").wait_for()
    page.locator(f'#articles a[href="#{last}"]').click()
    page.locator("article.doc:visible").wait_for()
    assert page.locator("article.doc").count() == before


def test_next_and_previous_follow_the_table(visit: Open) -> None:
    """In the order that the reader chose, over what the filter leaves."""
    page = visit("many")
    page.get_by_role("combobox", name="System").select_option("nllb")
    first, second = titles(page)[:2]
    page.locator("#articles tbody tr:visible a").first.click()
    assert page.locator("article.doc:visible h2").inner_text() == first
    page.get_by_role("link", name="Next").click()
    page.locator("article.doc:visible h2", has_text=second).wait_for()


def test_a_long_table_shows_its_first_rows_until_asked(chromium: Any, tmp_path: Path) -> None:
    """Sorting and filtering see all rows; the rest is a click away."""
    rows = [building.document(f"n{i:03}", f"Judul {i}\n\nSatu.") for i in range(320)]
    path = tmp_path / "long.html"
    path.write_text(HtmlRenderer().render(building.report(rows)), encoding="utf-8")
    page = chromium.new_page()
    page.goto(path.as_uri())
    assert page.locator("#articles tbody tr:visible").count() == 300
    page.get_by_role("searchbox", name="Find").fill("judul 31")
    assert len(titles(page)) == 13  # 31, 131, 231, 310 to 319
    page.get_by_role("searchbox", name="Find").fill("")
    page.get_by_role("button", name="Show all").click()
    assert page.locator("#articles tbody tr:visible").count() == 320
    assert not page.get_by_role("button", name="Show all").is_visible()
    page.close()


def test_without_script_everything_can_be_read(visit: Open) -> None:
    """Overview and articles stand one below the other, controls that do nothing are not there."""
    page = visit("full", java_script_enabled=False)
    assert page.locator("#overview").is_visible()
    assert page.locator("article.doc").count() == 5
    assert page.locator("article.doc").first.is_visible()
    assert not page.locator("form.filter").is_visible()
    assert page.locator("text=held against the English").first.is_hidden()
    page.locator(".row .f-critical").first.hover()
    assert page.locator(".row:hover .more").first.is_visible()


def test_landmarks_and_labels(visit: Open) -> None:
    """A screen reader finds banner, navigation, main, search and footer, headings, and a name for each chart."""
    page = visit("full", "#envoy")
    for role in ("banner", "navigation", "main", "contentinfo", "article"):
        assert page.get_by_role(role).count() >= 1, role
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("article", name="Utusan Khusus berbicara di Lima").is_visible()
    overview = visit("full")
    assert overview.get_by_role("img", name="Distribution of overall scores").count() == 1
    assert overview.get_by_role("search").count() == 1


@pytest.mark.parametrize("width", [360, 800, 1280, 1920])
def test_no_page_is_wider_than_the_window(visit: Open, width: int) -> None:
    """Tables scroll inside themselves."""
    for fragment in ("", "#envoy"):
        page = visit("full", fragment, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_and_light_by_system_and_by_button(visit: Open) -> None:
    """The button overrules the system."""
    page = visit("full", color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.get_by_role("button", name="Light").click()
    light = page.evaluate(background)
    assert dark != light
    assert visit("full", color_scheme="light").evaluate(background) == light


def test_print_shows_everything_on_white(visit: Open) -> None:
    """The overview prints with all its articles and without controls."""
    page = visit("full", color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("article.doc").nth(1).is_visible()
    assert not page.locator("form.filter").is_visible()


def shaded(page: Any, document: DocumentReport) -> list[tuple[str, str]]:
    """The shades of a translation, in order: class and text; a word that another mark cuts has one for each piece."""
    shades = page.locator(f'article.doc[id="{anchor(document.id)}"] .id .shade')
    pieces: list[list[str]] = shades.evaluate_all("all => all.map(s => [s.className, s.textContent])")
    return [(name, text) for name, text in pieces]


def test_the_heat_map_is_switched_on_and_off_with_the_keyboard(visit: Open) -> None:
    """Off there is no trace of it; on every likely word is shaded, the findings keep their numbers and notes."""
    page = visit("full", "#envoy")
    before = page.locator("#proofs").inner_html()
    switch = page.get_by_role("button", name="Heat map")
    assert switch.get_attribute("aria-pressed") == "false"
    assert not page.locator("#heat-legend").is_visible()
    switch.focus()
    page.keyboard.press("Enter")
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.locator("#heat-legend").is_visible()
    shades = page.locator(".shade").count()
    assert "10 to 30%, 30 to 50%, 50 to 75%, 75% or more" in page.locator("#heat-legend").inner_text()
    page.locator(".doc .f").filter(has_text="tiga belas jam").focus()
    assert "thirteen" in page.locator("#tip").inner_text()
    switch.focus()
    page.keyboard.press("Space")
    assert page.locator("#proofs").inner_html() == before
    assert not page.locator("#heat-legend").is_visible()
    page.keyboard.press("Space")
    assert page.locator(".shade").count() == shades


@pytest.mark.parametrize("which", [building.envoy, building.without_original, building.hostile])
def test_the_words_that_are_shaded_are_the_likely_ones(visit: Open, which: Callable[[], DocumentReport]) -> None:
    """Each with its grade, inside and across names, quotations and findings; hostile text moves no shade."""
    document = which()
    page = visit("full", f"#{anchor(document.id)}")
    page.get_by_role("button", name="Heat map").click()
    expected = [
        (f"shade h{(w.p_fault >= 0.1) + (w.p_fault >= 0.3) + (w.p_fault >= 0.5) + (w.p_fault >= 0.75)}"
         + (" hs" if w.p_serious >= 0.5 else ""), harmless(document.text[w.start : w.end]))
        for w in document.word_faults
        if w.p_fault >= 0.1 and any(s.start <= w.start < s.end for s in document.segments)
    ]  # fmt: skip
    pieces = shaded(page, document)
    at = 0
    for name, text in expected:
        got = ""
        while got != text:
            assert pieces[at][0] == name
            got += pieces[at][1]
            at += 1
            assert text.startswith(got)
    assert at == len(pieces)


def test_the_heat_map_can_be_heard_and_seen_without_colour(visit: Open) -> None:
    """A line behind each sentence tells its doubtful words; from 30 % on each shade has a line of its own weight."""
    page = visit("full", "#alone")
    page.get_by_role("button", name="Heat map").click()
    heard = page.locator("article.doc:visible .doubtful")
    assert heard.all_text_contents() == [
        "Doubtful: Menteri 30 to 50%; Himin 50 to 75%; Peru 75% or more; ditunda 30 to 50%; kemarin 50 to 75%.",
        "Doubtful: Himen 75% or more, serious more likely than not.",
    ]
    page = visit("full", "#envoy")
    page.get_by_role("button", name="Heat map").click()
    original = page.locator("article.doc:visible .orig .shade")
    assert original.all_text_contents() == ["Interior Ministry"]
    assert original.get_attribute("title") == "Missing: 50 to 75%"
    heard = page.locator("article.doc:visible .orig + .doubtful")
    assert heard.all_text_contents() == ["Perhaps missing: Interior Ministry 50 to 75%."]
    page = visit("full", "#alone")
    page.get_by_role("button", name="Heat map").click()
    style = (
        "s => { const c = getComputedStyle(s); return [c.borderBottomStyle, c.borderBottomWidth, c.borderTopWidth] }"
    )
    lines = [page.locator(f"#heat-legend .{name}").first.evaluate(style) for name in ("h1", "h2", "h3", "h4", "hs")]
    assert lines == [
        ["solid", "0px", "0px"],
        ["dotted", "1px", "0px"],
        ["solid", "1px", "0px"],
        ["solid", "3px", "0px"],
        ["solid", "3px", "2px"],
    ]
    page.emulate_media(media="print")
    assert page.locator("#heat-legend").is_visible()
    assert page.locator(".shade.h4:visible").first.evaluate("s => getComputedStyle(s).printColorAdjust") == "exact"


def test_the_heat_map_stays_on_from_article_to_article_and_is_forgotten_with_the_page(visit: Open) -> None:
    """An article unpacked later is shaded too; a reload begins without. The overview has nothing to shade."""
    page = visit("many", "#doc-0000")
    page.get_by_role("button", name="Heat map").click()
    page.get_by_role("link", name="Overview").click()
    page.locator("#articles").wait_for()
    assert not page.locator("#heat").is_visible()
    page.locator('#articles a[href="#doc-0049"]').click()
    page.locator('article.doc[id="doc-0049"] .shade').first.wait_for()
    page.reload()
    page.locator("article.doc:visible").wait_for()
    assert page.locator(".shade").count() == 0
    assert page.locator("#heat").get_attribute("aria-pressed") == "false"


def test_where_nothing_is_estimated_there_is_no_map(visit: Open) -> None:
    """No switch on a page without probabilities; an article without any says so while the map is on."""
    assert visit("cold", "#envoy").locator("#heat").count() == 0
    page = visit("full", "#empty")
    page.get_by_role("button", name="Heat map").click()
    after = "h => getComputedStyle(h, '::after').content"
    assert "no estimates" in page.locator("article.doc:visible > header").evaluate(after)
    page = visit("full", "#envoy")
    page.get_by_role("button", name="Heat map").click()
    assert page.locator("article.doc:visible > header").evaluate(after) == "none"


def test_a_comparison_works_like_a_report(visit: Open) -> None:
    """Table, articles and links."""
    page = visit("diff")
    page.get_by_role("searchbox", name="Find").fill("artikel 2")
    assert len(titles(page)) == 1
    page.locator("#articles tbody tr:visible a").click()
    assert page.locator("article.doc:visible h3").inner_text() == "Still there"
