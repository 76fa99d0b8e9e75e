"""Make the pictures of README from a finished report: `python tools/pictures.py [REPORT.json]`.

docs/images/terminal.svg is the first rows of the terminal report, docs/images/article.png the article that is the worst
in the page, as the Chromium on the path shows it.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from mtaudit.model import Report
from mtaudit.rendering.html import HtmlRenderer
from mtaudit.rendering.html.anchors import anchor
from mtaudit.rendering.scores import worst_articles_first
from mtaudit.rendering.terminal import print_terminal
from mtaudit.reports import load

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
COLUMNS, ROWS = 80, 48
_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)  # from a server of others


def terminal(report: Report) -> str:
    """The first rows of the report in a window, as SVG."""
    whole = io.StringIO()
    print_terminal(report, Console(file=whole, width=COLUMNS, force_terminal=True, color_system="standard"))
    first = Console(file=io.StringIO(), width=COLUMNS, record=True, force_terminal=True)
    for line in whole.getvalue().split("\n")[:ROWS]:
        first.print(Text.from_ansi(line), soft_wrap=True)
    return _FONTS.sub("", first.export_svg(title="mtaudit audit samples"))


def article(report: Report, path: Path) -> None:
    """The worst article of the page as a PNG of 1280 by 1100 pixels."""
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    (worst, *_) = worst_articles_first(report.documents)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page = Path(folder) / "report.html"
        page.write_text(HtmlRenderer().render(report), encoding="utf-8")
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1280, "height": 1100}, color_scheme="light")
        window.goto(f"{page.as_uri()}#{anchor(worst.id)}")
        window.locator("article.doc.open").wait_for()
        window.screenshot(path=path)
        browser.close()


def main() -> None:
    report = load(sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "reports" / "samples.json"))
    (IMAGES / "terminal.svg").write_text(terminal(report), encoding="utf-8")
    article(report, IMAGES / "article.png")


if __name__ == "__main__":
    main()
