"""The page in a real browser (conftest.py): what an editor sees of it and can do with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtaudit.harmless import harmless
from mtaudit.interface import using
from mtaudit.model import DocumentReport
from mtaudit.rendering.html import HtmlRenderer
from mtaudit.rendering.html.anchors import anchor

from .. import building
from .conftest import Open


def titles(page: Any) -> list[str]:
    found: list[str] = page.locator("#articles tbody tr:visible th > a:first-child").all_inner_texts()
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
    page.get_by_role("button", name="Show all 80").click()
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
    """Sorting and filtering see all rows; the rest is a click away, and printed."""
    rows = [building.document(f"n{i:03}", f"Judul {i}\n\nSatu.") for i in range(60)]
    path = tmp_path / "long.html"
    path.write_text(HtmlRenderer().render(building.report(rows)), encoding="utf-8")
    page = chromium.new_page()
    page.goto(path.as_uri())
    assert page.locator("#articles tbody tr:visible").count() == 20
    page.get_by_role("searchbox", name="Find").fill("judul 5 ")
    assert len(titles(page)) == 15  # with a 5
    page.get_by_role("searchbox", name="Find").fill("")
    page.emulate_media(media="print")
    assert page.locator("#articles tbody tr:visible").count() == 60
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Show all 60").click()
    assert page.locator("#articles tbody tr:visible").count() == 60
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
    assert overview.get_by_role("link", name="2 inputs").get_attribute("href") == "#skipped-h"
    assert overview.get_by_role("group", name="Distribution of overall scores").count() == 1
    assert overview.get_by_role("img", name="Scores by area").count() == 1
    assert overview.get_by_role("search").count() == 1


@pytest.mark.parametrize("width", [360, 390, 800, 1100, 1280, 1920])
def test_nothing_is_cut_off_sideways(visit: Open, width: int) -> None:
    """Neither the page nor a table in it is wider than its room: no column has to be scrolled to."""
    cut = """[...document.querySelectorAll("body *")].filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 1
        && !["visible", "clip"].includes(getComputedStyle(e).overflowX) && getComputedStyle(e).display !== "inline"
        && !e.matches(".vh")).map(e => e.textContent.slice(0, 40))"""
    for name, fragment in (("full", ""), ("many", ""), ("full", "#envoy"), ("full", "#alone")):
        page = visit(name, fragment, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(cut) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_where_there_is_no_room_for_columns_each_figure_has_its_name(visit: Open, width: int) -> None:
    """All of them are still there."""
    row = visit("full", viewport={"width": width, "height": 800}).locator("#articles tbody tr", has_text="Lima")
    cells = row.locator("td:visible").evaluate_all(
        "all => all.map(c => [getComputedStyle(c, '::before').content, c.innerText.trim()])"
    )
    assert [text for _, text in cells] == ["nllb", "48.2", "31.0", "40.5", "80.0", "75.0", "96.4", "3", "4", "2"]
    named = 'attr(data-h) " "' if any("attr(" in name for name, _ in cells) else '"Overall "'
    assert [name for name, _ in cells][1] == (named if width < 1000 else "none")


def in_sight(page: Any, selector: str) -> list[str]:
    """The texts of elements that stand in the window as it is, whole."""
    found: list[str] = page.locator(selector).evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().height && e.getBoundingClientRect().bottom <= innerHeight)"
        ".map(e => e.textContent)"
    )
    return found


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 800, 3), (1920, 1080, 4), (390, 844, 1)])
@pytest.mark.parametrize("name", ["full", "many"])
def test_the_first_screen_says_which_articles_are_bad_and_why(
    visit: Open, name: str, width: int, height: int, least: int
) -> None:
    """The worst first, each with its worst finding, before anybody scrolls."""
    page = visit(name, viewport={"width": width, "height": height})
    whys = in_sight(page, "#articles .worst")
    assert len(whys) >= min(least, 3)  # the fourth and fifth article of "full" have no faults
    if width > 1000:
        rows = in_sight(page, "#articles tbody tr")
        assert len(rows) >= least
        assert all(why in row for why, row in zip(whys, rows, strict=False))
    if name == "many":
        assert "“Stefan Wittkopp” is misspelt “Stefan Witkopf”, and “Witkaf” further on" in whys
        assert titles(page)[:3] == [f"Artikel {n}: Utusan Khusus berbicara di Lima" for n in (0, 50, 1)]


def test_the_reason_leads_to_the_finding(visit: Open) -> None:
    """With the keyboard, from the list to the note."""
    page = visit("full")
    page.get_by_role("link", name="“Stefan Wittkopp” is misspelt").focus()
    page.keyboard.press("Enter")
    page.locator(".note.here", has_text="Stefan Wittkopp").wait_for()
    assert page.locator("article.doc :focus").inner_text().startswith("Stefan Witkopf")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080), (390, 844), (800, 600)])
def test_no_chart_is_higher_than_a_third_of_the_screen(visit: Open, width: int, height: int) -> None:
    """With its caption, however many articles there are."""
    for name in ("full", "many"):
        page = visit(name, viewport={"width": width, "height": height})
        heights = page.locator(".charts figure").evaluate_all("all => all.map(f => f.getBoundingClientRect().height)")
        assert len(heights) == 2
        assert max(heights) <= height / 3


def test_all_of_it_is_reached_with_the_tab_key(visit: Open) -> None:
    """Whatever can be pressed, opened, chosen or read as a card, on the overview and in an article."""
    for fragment in ("", "#envoy"):
        page = visit("full", fragment)
        wanted = page.evaluate(
            """() => { const all = document.querySelectorAll(
                'a[href], button, input, select, summary, .f[aria-describedby], .scroll');
              let n = 0;
              for (const e of all) if (e.getClientRects().length && e.getAttribute('tabindex') !== '-1'
                && getComputedStyle(e).visibility === 'visible') e.dataset.n = n++;
              return n; }"""
        )
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        reached = set()
        for _ in range(wanted + 3):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.dataset.n"))
        assert {n for n in reached if n is not None} == {str(n) for n in range(wanted)}


def test_skipping_to_the_report_does_not_leave_the_article(visit: Open) -> None:
    """The next Tab goes on inside it."""
    page = visit("full", "#envoy")
    page.get_by_role("link", name="Skip to the report").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("article.doc:visible h2").inner_text() == "Utusan Khusus berbicara di Lima"
    assert page.evaluate("Boolean(document.activeElement.closest('article.doc.open'))")


def test_quotations_stand_with_both_speakers_and_what_is_said_of_them(visit: Open) -> None:
    """Indonesian, back-translation and English, who speaks in each, the verdict and how much it weighs."""
    panel = visit("full", "#envoy").locator("article.doc:visible .quote", has_text="Kami tidak melakukan apa-apa")
    told = " ".join(panel.inner_text().split())
    assert "Kami tidak melakukan apa-apa — Witkaf" in told
    assert "We did not do anything" in told
    assert "We are not doing nothing — Wittkopp" in told
    assert "says something else; severity: Critical; marks stand around other words; a negation was lost" in told
    alone = visit("full", "#alone").locator("article.doc:visible .quote")
    assert alone.locator("cite").all_inner_texts() == ["— Himin Peru"]


def test_a_speaker_whom_only_one_text_names_is_missed_in_the_other(chromium: Any, tmp_path: Path) -> None:
    """An editor sees that somebody was lost on the way."""
    text = "Judul\n\n“Kami siap,” begitu katanya."
    lost = building.quote(text, "We are ready", "Kami siap", "ok", "faithful", original_speaker="Alice Barton")
    path = tmp_path / "lost.html"
    article = building.document("a", text, quotes=(lost,))
    path.write_text(HtmlRenderer().render(building.report((article,))), encoding="utf-8")
    page = chromium.new_page()
    page.goto(f"{path.as_uri()}#a")
    assert page.locator(".quote cite").all_inner_texts() == ["— nobody is named", "— Alice Barton"]
    page.close()


def test_systems_and_sources_stand_side_by_side(visit: Open) -> None:
    """Each a row with its scores; a source is a folder or a site."""
    page = visit("full")
    systems = page.get_by_role("region", name="Systems side by side")
    assert "nllb" in systems.locator("tbody").inner_text()
    sources = page.get_by_role("region", name="Sources side by side")
    rows = [" ".join(row.split()) for row in sources.locator("tbody tr").all_inner_texts()]
    assert rows == ["samples 4 78.8 67.0 80.2 90.0 87.5 99.1 103.9", "berita 1 12.0 10.0 5.0 100.0 100.0 100.0 55.6"]


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
    page.get_by_role("searchbox", name="Find").fill("artikel 49:")
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


def test_the_page_in_indonesian_is_sorted_and_filtered(chromium: Any, tmp_path: Path) -> None:
    """Figures with a decimal comma are sorted as figures, a severity is found under its Indonesian name, and what the
    script says is Indonesian."""
    with using("id"):
        (tmp_path / "id.html").write_text(HtmlRenderer().render(building.many(30)), encoding="utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "id.html").as_uri())
    assert page.evaluate("document.documentElement.lang") == "id"
    assert page.inner_text("#theme") in ("Gelap", "Terang")
    heads = page.locator("#articles thead th")
    column = [text.strip() for text in heads.all_inner_texts()].index("Keseluruhan")
    heads.nth(column).locator("button").click()
    cells = page.locator(f"#articles tbody tr td:nth-child({column + 1})").all_text_contents()
    scores = [float(cell.replace(",", ".")) for cell in cells if cell.strip() != "–"]
    assert len(set(scores)) > 5
    assert scores == sorted(scores)
    column = [text.strip() for text in heads.all_inner_texts()].index("Ringan")
    cells = page.locator(f"#articles tbody tr td:nth-child({column + 1})").all_text_contents()
    page.select_option("#f-severity", label="ringan")
    assert page.inner_text("#f-count") == f"{sum(cell != '0' for cell in cells)} dari 30 artikel"
    page.close()
