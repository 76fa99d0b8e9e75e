"""What the reports say of a rule beyond its code."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtaudit.errors import MtauditError

if TYPE_CHECKING:
    from mtaudit.rules.registry import Rule


@cache
def _rules() -> dict[str, Rule]:
    from mtaudit.rules.registry import all_rules

    try:
        return all_rules()
    except (ImportError, AttributeError, MtauditError):  # a broken rule package must not cost the report
        return {}


def known(code: str) -> Rule | None:
    """The rule of that code; None where another version or package found it, or the rules can't be loaded."""
    return _rules().get(code)


def name_of(code: str) -> str:
    """`name-mangled`, or "" where the rule isn't known."""
    rule = known(code)
    return rule.name if rule is not None else ""
