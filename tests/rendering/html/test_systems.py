"""The page of several systems in a real chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mtaudit.compare import compare_systems
from mtaudit.rendering.comparison import render_comparison

from .. import building


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Seven systems over 80 articles, so that some articles are packed and the table is wide."""
    reports = [building.many(80) for _ in range(7)]
    text = render_comparison(compare_systems(reports, [f"system number {n}" for n in range(7)]), "html")
    path: Path = tmp_path_factory.mktemp("systems") / "systems.html"
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


def test_the_page_sorts_and_shows_what_each_system_made(chromium: Any, address: str) -> None:
    """Filter, a packed article, a panel for each system; nothing is asked of anybody, no error."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: troubles.append(request.url) if request.url.split("#")[0] != address else None)
    page.goto(address)
    assert page.locator("#articles tbody tr").count() == 80
    page.get_by_role("button", name="Spread").click()
    page.get_by_role("searchbox", name="Find").fill("artikel 79")
    page.locator("#articles tbody tr:visible a").first.click()
    page.locator("article.doc:visible h3").first.wait_for()
    assert page.locator("article.doc:visible h3").all_inner_texts() == [f"system number {n}" for n in range(7)]
    assert troubles == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_no_wider_than_the_window(chromium: Any, address: str, width: int) -> None:
    """Wide tables scroll by themselves."""
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
