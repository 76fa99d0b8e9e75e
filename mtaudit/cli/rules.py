"""`mtaudit rules`: every rule, or one of them in full."""

from __future__ import annotations

import click

from mtaudit.errors import UsageError
from mtaudit.interface import _
from mtaudit.rendering.rulebook import page
from mtaudit.rules.registry import all_rules


@click.command(name="rules")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """List all rules, or explain the one with CODE: what it does, why it matters, an example."""
    rules = all_rules()
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {_(rule.severity):<8}  {rule.name:<28}  {_(rule.does())}")
        return
    wanted = rules.get(code.upper())
    if wanted is None:
        raise UsageError(f"no rule {code!r}: `mtaudit rules` lists them")
    click.echo(page(wanted))
