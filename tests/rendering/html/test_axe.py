"""The page held against axe-core's rules of accessibility, in a real browser."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from .conftest import Open

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Any) -> list[tuple[str, str]]:
    """Rule and first element of each violation, of every level and best practice."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert found["passes"]  # it has looked at something
    return [(broken["id"], broken["nodes"][0]["html"][:200]) for broken in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(visit: Open, width: int, scheme: str) -> None:
    """On the overview and in articles of all kinds, on a phone and on a desk, by day and by night."""
    options: dict[str, Any] = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    for name, fragment in (("full", ""), ("many", ""), ("full", "#envoy"), ("full", "#alone"), ("full", "#clean")):
        assert violations(visit(name, fragment, **options)) == []
    page = visit("full", "#envoy", **options)
    page.get_by_role("button", name="Heat map").click()
    page.locator(".doc .f").first.focus()  # with the card of a finding
    assert violations(page) == []


def test_axe_finds_what_is_wrong(visit: Open) -> None:
    """A picture without words: the check can fail."""
    page = visit("full")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert "image-alt" in dict(violations(page))
