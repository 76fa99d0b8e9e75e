"""What an editor sees in an Indonesian article alone, case by case (alone.tsv)."""

from __future__ import annotations

import pytest

from mtaudit.rules import registry
from tests.names.cases import run
from tests.rules.conftest import lay_out
from tests.surface.alone import Case, cases

RULES = [rule for code, rule in registry.all_rules().items() if code.startswith(("SUR", "NUM", "QUO225"))]


@pytest.mark.parametrize("case", [c for c in cases() if c.kind != "name"], ids=lambda case: case.text[:40])
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


@pytest.mark.parametrize("case", [c for c in cases() if c.kind == "name"], ids=lambda case: case.text[:40])
def test_name(case: Case) -> None:
    """Names that Indonesians bear are not taken for others that they resemble; a damaged spelling is."""
    wrong = [v for v in run(case.text)[0].values() if v.suggestion]
    if case.stretch is None:
        assert [(v.found, v.suggestion) for v in wrong] == []
    else:
        assert any(case.stretch in (v.found or "") for v in wrong)
