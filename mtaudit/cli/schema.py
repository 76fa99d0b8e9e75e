"""`mtaudit schema`: the JSON Schema of the JSON report."""

from __future__ import annotations

import json

import click

from mtaudit.model import json_schema


@click.command(name="schema")
def command() -> None:
    """Print the JSON Schema of the JSON report."""
    click.echo(json.dumps(json_schema(), indent=2))
