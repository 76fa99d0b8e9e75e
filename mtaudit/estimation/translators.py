"""What each translator of a run is like, told from all its texts together.

A single sentence says little of who translated it; two hundred of one system say much. Texts with the same `system`
are one translator's; a text that names none stands for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from mtaudit.case import Case, Translator
from mtaudit.estimation.estimate import believed, shortfalls
from mtaudit.estimation.measure import pooled

USUAL = 6.0  # chrF points by which six systems fall short on average (FLORES dev, 4,700 words each: 0.4 to 12.1)


def with_translators(cases: Sequence[Case]) -> list[Case]:
    """The measured cases, each with what is known of its translator; order kept."""
    groups: defaultdict[tuple[str, int], list[Case]] = defaultdict(list)
    for i, case in enumerate(cases):
        groups[_key(case, i)].append(case)
    known = {key: translator(group) for key, group in groups.items()}
    return [replace(case, translator=known[_key(case, i)]) for i, case in enumerate(cases)]


def translator(cases: Sequence[Case]) -> Translator:
    """What the measured texts of one translator say of it."""
    passages = [passage for case in cases for passage in case.passages]
    return Translator(
        shortfall=_shortfall(cases),
        passages=len(passages),
        free=sum(passage.free for passage in passages),
        left=sum(passage.left for passage in passages),
    )


def _shortfall(cases: Sequence[Case]) -> float:
    """chrF points beyond `USUAL`; better than human counts as human, and a few words say next to nothing."""
    rows = [(case.measures, case.document.words) for case in cases if case.measures]
    words = sum(weight for _, weight in rows)
    if not words:
        return 0.0
    return believed(words) * (max(0.0, sum(shortfalls(pooled(rows), cases[0].pair).values())) - USUAL)


def _key(case: Case, index: int) -> tuple[str, int]:
    system = case.document.system
    return (system, -1) if system else ("", index)
