"""`mtaudit evaluate`: a finished report held against labels."""

from __future__ import annotations

import sys
from typing import cast

import click

from mtaudit.cli.options import output_options
from mtaudit.cli.printing import say_problems
from mtaudit.errors import UsageError
from mtaudit.evaluation.evaluate import evaluate
from mtaudit.evaluation.labels import read_labels
from mtaudit.harmless import json_harmless
from mtaudit.rendering.colour import Color
from mtaudit.rendering.evaluation import render_evaluation
from mtaudit.reports import load


@click.command(name="evaluate")
@click.argument("report", metavar="REPORT.json")
@click.option(
    "--labels",
    "files",
    multiple=True,
    required=True,
    metavar="FILE",
    help="Labelled faults as JSON Lines, or WMT word tags. Repeatable.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="What is printed.",
)
@output_options
def command(report: str, files: tuple[str, ...], format_: str, quiet: bool, verbose: bool, color: str) -> int:
    """Hold a finished report against labels: how many faults it finds, and how often it is right.

    Exit codes: 0 fine, 2 a label could not be used (the others were) or something was called wrongly.
    """
    result = evaluate(load(report), read_labels(files))
    code = say_problems(result.problems)
    if not result.documents and not result.human:
        raise UsageError(f"no label names a document of {report}: nothing to hold it against")
    if format_ == "json":
        sys.stdout.write(json_harmless(result.to_json()))
    elif not quiet:
        sys.stdout.write(render_evaluation(result, color=cast(Color, color)))
    return code
