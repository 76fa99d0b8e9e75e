"""What the metrics compare: the back-translation against the original, bead by bead or sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mtaudit.case import Case, Link
from mtaudit.metrics import comet


def metric_rows(
    links: Sequence[Link], back: Sequence[str | None], source: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Back-translations and originals bead by bead: what the metrics compare. Omissions and additions count."""
    hypotheses = [" ".join(back[i] or "" for i in link.target) for link in links]
    references = [" ".join(source[i] for i in link.source) for link in links]
    return hypotheses, references


def case_rows(case: Case) -> tuple[list[str], list[str]]:
    """`metric_rows` of a case; empty where it has no whole original or no back-translation."""
    if case.kind != "full" or not any(case.back_translations):
        return [], []
    return metric_rows(case.links, case.back_translations, [s.text for s in case.original_sentences])


def comet_rows(
    case: Case, references: Literal["required", "optional", "none"]
) -> list[tuple[tuple[int, ...], comet.Row]]:
    """What COMET compares: per segment its sentences and source, back-translation, reference.

    Beads as in `metric_rows` where the model takes references and there is a whole original; sentence by sentence
    without reference where it can do without; empty where it can't, or where nothing was back-translated.
    """
    own, back = [s.text for s in case.sentences], case.back_translations
    hypotheses, originals = case_rows(case)
    if references != "none" and hypotheses:
        sources = [" ".join(own[i] for i in link.target) for link in case.links]
        rows = map(comet.Row, sources, hypotheses, originals)
        return [(link.target, row) for link, row in zip(case.links, rows, strict=True)]
    if references == "required":
        return []
    return [((i,), comet.Row(own[i], text)) for i, text in enumerate(back) if text]
