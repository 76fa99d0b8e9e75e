"""The palette: WCAG 2.2 AA, in light, in dark and on paper."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

import pytest

CSS = (files("mtaudit.rendering.html") / "report.css").read_text(encoding="utf-8")
PALETTES = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in re.findall(r"\{([^{}]*)\}", CSS)]
PALETTES = [p for p in PALETTES if "paper" in p]
TEXT = ("ink", "soft", "critical", "major", "minor", "good")
WASHES = ("tint-critical", "tint-major", "tint-minor", "heat-1", "heat-2", "heat-3", "heat-4")


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_there_are_four_palettes() -> None:
    """Light, dark by the system, dark by the button, print; both dark ones are the same."""
    assert len(PALETTES) == 4
    assert PALETTES[1] == PALETTES[2]


@pytest.mark.parametrize("palette", PALETTES)
def test_text_has_a_contrast_of_four_and_a_half(palette: dict[str, str]) -> None:
    """All text colours on paper and on cards, ink on every wash, a critical number in its disc."""
    for name in TEXT:
        assert contrast(palette[name], palette["paper"]) >= 4.5, name
        assert contrast(palette[name], palette["card"]) >= 4.5, name
    for wash in WASHES:
        assert contrast(palette["ink"], palette[wash]) >= 4.5, wash
    for severity in ("critical", "major", "minor"):
        assert contrast(palette[severity], palette[f"tint-{severity}"]) >= 4.5, severity


@pytest.mark.parametrize("palette", PALETTES)
def test_lines_that_mean_something_have_a_contrast_of_three(palette: dict[str, str]) -> None:
    """Underlines, brackets and bars are graphical objects."""
    for name in ("critical", "major", "minor", "good", "strong", "quote"):
        assert contrast(palette[name], palette["paper"]) >= 3, name


@pytest.mark.parametrize("palette", PALETTES)
def test_the_heat_map_is_told_from_paper_step_by_step(palette: dict[str, str]) -> None:
    """The likelier the fault, the farther the shade from the paper; its lines stand out from shade and paper."""
    steps = [contrast(palette[f"heat-{n}"], palette["paper"]) for n in (1, 2, 3, 4)]
    assert steps == sorted(steps)
    assert all(later / earlier >= 1.1 for earlier, later in pairwise([1.0, *steps]))
    for ground in ("paper", "heat-2", "heat-3", "heat-4"):
        assert contrast(palette["heat"], palette[ground]) >= 3, ground
