"""What the reports say of a rule beyond its code."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from mtaudit.config import RULES_URL
from mtaudit.errors import MtauditError
from mtaudit.interface import _

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


def address_of(code: str, served: object) -> str | None:
    """The address of a rule's page by the setting `rules-url`; None where that is none (a report may be anybody's)."""
    if not isinstance(served, str) or not RULES_URL.fullmatch(served):
        return None
    return served.replace("{code}", quote(code, safe=""))


MENDS = {
    "safe": "Certain: `mtaudit fix` writes it.",
    "proven": "Certain where the original has it, and only there does `mtaudit fix` write it.",
    "likely": "A suggestion; an editor decides.",
    None: "None that could be written without an editor.",
}


def page(rule: Rule) -> str:
    """The rule's page as Markdown; in English as it stands in docs/rules/."""
    english, indonesian = rule.example
    kind = _("Category: {category}. Usual severity: {severity}.").format(
        category=_(rule.category), severity=_(rule.severity)
    )
    return (
        f"# {rule.name} ({rule.code})\n\n{kind}\n\n"
        f"## {_('What it does')}\n\n{_(rule.does())}\n\n"
        f"## {_('Why it matters')}\n\n{_(rule.why)}\n\n"
        f"## {_('Mend')}\n\n{_(MENDS[rule.mend])}\n\n"
        f"## {_('Example')}\n\n{_('English')}: {english}\n\n{_('Indonesian')}: {indonesian}\n"
    )
