"""A real browser for the tests of the page: headless Chromium, driven by playwright; skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright import sync_api as playwright

from mtaudit.compare import compare
from mtaudit.model import Report
from mtaudit.rendering.comparison import render_comparison
from mtaudit.rendering.html import HtmlRenderer

from .. import building

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
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
    if CHROMIUM is None:
        pytest.skip("no Chromium on the path")
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
