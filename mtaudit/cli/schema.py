"""`mtaudit schema`: the JSON Schema of the JSON report, or of a config file."""

from __future__ import annotations

import json

import click

from mtaudit import config_reference
from mtaudit.model import json_schema


@click.command(name="schema")
@click.option("--config", is_flag=True, help="Print that of a config file instead.")
def command(config: bool) -> None:
    """Print the JSON Schema of the JSON report."""
    click.echo(json.dumps(config_reference.json_schema() if config else json_schema(), indent=2))
