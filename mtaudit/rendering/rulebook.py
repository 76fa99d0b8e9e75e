"""What the reports say of a rule beyond its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtaudit.errors import MtauditError

if TYPE_CHECKING:
    from mtaudit.rules.registry import Rule


def known(code: str) -> Rule | None:
    """The rule of that code; None where another version or package found it, or the rules can't be loaded."""
    from mtaudit.rules.registry import all_rules

    try:
        return all_rules().get(code)
    except (ImportError, AttributeError, MtauditError):  # a broken rule package must not cost the report
        return None


def name_of(code: str) -> str:
    """`name-mangled`, or "" where the rule isn't known."""
    rule = known(code)
    return rule.name if rule is not None else ""
