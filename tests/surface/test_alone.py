"""What an editor sees in an Indonesian article alone, case by case (alone.tsv)."""

from __future__ import annotations

import pytest

from mtaudit.rules import registry
from tests.rules.conftest import lay_out
from tests.surface.alone import Case, cases

RULES = [rule for code, rule in registry.all_rules().items() if code.startswith(("SUR", "NUM", "QUO225"))]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text[:40])
def test_case(case: Case) -> None:
    """The fault is told at its place, and in a right sentence nothing."""
    found = registry.run(lay_out(case.text), RULES)
    if case.stretch is None:
        assert [(f.rule, f.text) for f in found] == []
        return
    start = case.text.rindex(case.stretch)
    end = start + len(case.stretch)
    spans = [span for f in found for span in ((f.start, f.end), *((p.start, p.end) for p in f.places))]
    assert any(a is not None and b is not None and a < end and start < b for a, b in spans)
