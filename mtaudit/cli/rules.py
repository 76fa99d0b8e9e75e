"""`mtaudit rules`: every rule, or one of them in full."""

from __future__ import annotations

import click

from mtaudit.errors import UsageError
from mtaudit.rules.registry import Rule, all_rules


@click.command(name="rules")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """List all rules, or explain the one with CODE: what it does, why it matters, an example."""
    rules = all_rules()
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {rule.severity:<8}  {rule.name:<28}  {rule.does()}")
        return
    wanted = rules.get(code.upper())
    if wanted is None:
        raise UsageError(f"no rule {code!r}: `mtaudit rules` lists them")
    click.echo(page(wanted))


def page(rule: Rule) -> str:
    """The rule's page as Markdown, as it stands in docs/rules/."""
    english, indonesian = rule.example
    return (
        f"# {rule.name} ({rule.code})\n\n"
        f"Category: {rule.category}. Usual severity: {rule.severity}.\n\n"
        f"## What it does\n\n{rule.does()}\n\n"
        f"## Why it matters\n\n{rule.why}\n\n"
        f"## Example\n\nEnglish: {english}\n\nIndonesian: {indonesian}\n"
    )
