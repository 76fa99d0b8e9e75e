"""Charts as inline SVG, coloured by the page's style sheet, with a title and a description for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, quantiles

from mtaudit.interface import _
from mtaudit.interface import number as figure
from mtaudit.rendering.html.words import esc

BINS = 20
_DOTS = 14  # stacks up to this height are drawn as one dot an article


@dataclass(frozen=True)
class Point:
    """One article in the distribution: its score (0..100), name, link and worst severity ("" where it has none)."""

    score: float
    name: str
    link: str
    worst: str


def score_bar(score: float | None, kind: str = "bar") -> str:
    """A bar as long as the score (0..100), none for no score; the track behind it comes from the style sheet."""
    if score is None:
        return ""
    width = max(0.0, min(100.0, score))
    path = f'<path d="M0 1H{width:.0f}"/>' if width >= 0.5 else ""
    return f'<svg class="{kind}" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">{path}</svg>'


def points_bar(points: float, most: float) -> str:
    """A bar for lost points, the largest loss being the whole width."""
    return score_bar(100 * points / most if most > 0 else 0, "bar lost")


def distribution(points: Sequence[Point]) -> str:
    """How the overall scores are spread: a mark an article (each a link) where they are few, else bars."""
    stacks: list[list[Point]] = [[] for _ in range(BINS)]
    for point in sorted(points, key=lambda p: (p.score, p.name)):
        stacks[min(BINS - 1, max(0, int(point.score * BINS / 100)))].append(point)
    highest = max(map(len, stacks), default=0)
    few = highest <= _DOTS
    step, base = 30, (max(50, 24 * highest + 8) if highest <= 7 else 190)
    marks = []
    for number, stack in enumerate(stacks):
        x = 20 + number * step
        if few:
            gap = min(24, 176 / max(1, highest))
            for level, point in enumerate(stack):
                y = base - 14 - level * gap
                marks.append(
                    f'<a href="#{point.link}" tabindex="-1">{_shape(point.worst, x + step / 2, y, min(8, gap / 2.2))}'
                    f"<title>{esc(point.name)}: {figure(point.score, '.1f')}</title></a>"
                )
        elif stack:
            height = 170 * len(stack) / highest
            span = _("{low} to {high}").format(low=number * 5, high=number * 5 + 5)
            marks.append(
                f'<rect class="column" x="{x + 2}" y="{base - height:.1f}" width="{step - 4}" height="{height:.1f}">'
                f"<title>{span}: {figure(len(stack))}</title></rect>"
                f'<text class="tx" x="{x + step / 2}" y="{base - height - 4:.1f}">{len(stack)}</text>'
            )
    ticks = "".join(
        f'<line class="tick" x1="{20 + t * 6}" x2="{20 + t * 6}" y1="{base}" y2="{base + 5}"/>'
        f'<text class="tx" x="{20 + t * 6}" y="{base + 20}">{t}</text>'
        for t in range(0, 101, 20)
    )
    scores = [p.score for p in points]
    told = (
        _("{count} articles; lowest {low}, mean {mean}, highest {high}").format(
            count=figure(len(points)),
            low=figure(min(scores), ".1f"),
            mean=figure(mean(scores), ".1f"),
            high=figure(max(scores), ".1f"),
        )
        if scores
        else _("no article")
    )
    return (
        f'<svg class="chart" viewBox="0 0 640 {base + 28}" role="group" aria-labelledby="d-t d-d">'
        f'<title id="d-t">{_("Distribution of overall scores")}</title><desc id="d-d">{told}</desc>'
        f'<line class="axis" x1="20" x2="620" y1="{base}" y2="{base}"/>{ticks}{"".join(marks)}</svg>'
    )


def _shape(worst: str, x: float, y: float, r: float) -> str:
    """The same shapes as in the margin: a disc for critical, a square for major, a ring for what is milder."""
    if worst == "critical":
        return f'<circle class="p-critical" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"/>'
    if worst == "major":
        return f'<rect class="p-major" x="{x - r:.1f}" y="{y - r:.1f}" width="{2 * r:.1f}" height="{2 * r:.1f}"/>'
    return f'<circle class="p-none" cx="{x:.1f}" cy="{y:.1f}" r="{max(1.0, r - 1):.1f}"/>'


def spreads(rows: Sequence[tuple[str, Sequence[float]]]) -> str:
    """A line a row: the range thin, the middle half thick, the mean as a tick with its figure."""
    parts = []
    told = []
    for number, (name, values) in enumerate(rows):
        y = 22 + number * 33
        if not values:
            told.append(f"{name}: {_('not checked')}")
            parts.append(
                f'<text class="label" x="0" y="{y + 5}">{esc(name)}</text>'
                f'<text class="tx" x="350" y="{y + 5}">{_("not checked")}</text>'
            )
            continue
        low, high, middle = min(values), max(values), mean(values)
        q1, __, q3 = quantiles(values, n=4, method="inclusive") if len(values) > 1 else (low, low, high)
        span = _("{area}: mean {mean}, from {low} to {high}")
        told.append(
            span.format(area=name, mean=figure(middle, ".1f"), low=figure(low, ".1f"), high=figure(high, ".1f"))
        )
        at = [140 + 4.2 * v for v in (low, q1, middle, q3, high)]
        parts.append(
            f'<text class="label" x="0" y="{y + 5}">{esc(name)}</text>'
            f'<line class="track" x1="140" x2="560" y1="{y}" y2="{y}"/>'
            f'<line class="range" x1="{at[0]:.1f}" x2="{at[4]:.1f}" y1="{y}" y2="{y}"/>'
            f'<line class="half" x1="{at[1]:.1f}" x2="{at[3]:.1f}" y1="{y}" y2="{y}"/>'
            f'<line class="mean" x1="{at[2]:.1f}" x2="{at[2]:.1f}" y1="{y - 9}" y2="{y + 9}"/>'
            f'<text class="figure" x="640" y="{y + 6}">{figure(middle, ".1f")}</text>'
        )
    return (
        '<svg class="chart" viewBox="0 0 640 218" role="img" aria-labelledby="s-t s-d">'
        f'<title id="s-t">{_("Scores by area")}</title><desc id="s-d">{esc("; ".join(told))}</desc>'
        f"{''.join(parts)}</svg>"
    )


def differences(rows: Sequence[tuple[str, float, float | None, float | None]]) -> str:
    """A line a row around zero: the difference as a tick, its interval (low, high) as a bar."""
    reach = max([1.0, *(abs(v) for _, *values in rows for v in values if v is not None)])
    parts = [f'<line class="axis" x1="350" x2="350" y1="4" y2="{8 + 33 * len(rows)}"/>']
    told = []
    for number, (name, change, low, high) in enumerate(rows):
        y = 22 + number * 33
        x = 350 + 200 * change / reach
        told.append(f"{name}: {figure(change, '+.2f')}")
        if low is not None and high is not None:
            a, b = 350 + 200 * low / reach, 350 + 200 * high / reach
            parts.append(f'<line class="half" x1="{a:.1f}" x2="{b:.1f}" y1="{y}" y2="{y}"/>')
        parts.append(
            f'<text class="label" x="0" y="{y + 5}">{esc(name)}</text>'
            f'<line class="mean" x1="{x:.1f}" x2="{x:.1f}" y1="{y - 9}" y2="{y + 9}"/>'
            f'<text class="figure" x="640" y="{y + 6}">{figure(change, "+.2f")}</text>'
        )
    return (
        f'<svg class="chart" viewBox="0 0 640 {20 + 33 * len(rows)}" role="img" aria-labelledby="c-t c-d">'
        f'<title id="c-t">{_("Differences")}</title><desc id="c-d">{esc("; ".join(told))}</desc>{"".join(parts)}</svg>'
    )
