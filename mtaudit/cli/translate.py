"""`mtaudit translate`: one English line in, one Indonesian line out."""

from __future__ import annotations

from typing import Any

import click

from mtaudit.cli.lines import translate_lines, translation_options
from mtaudit.cli.options import output_options
from mtaudit.languages import ENGLISH_INDONESIAN as PAIR


@click.command(name="translate")
@translation_options
@output_options
def command(**options: Any) -> None:
    """Translate English lines into Indonesian: one line in, one line out, in order; a blank line stays blank.

    What the audit makes of an original as its second translation: a machine's, fit for evidence, not for publishing.
    """
    translate_lines("translating", "second_models", PAIR.source, PAIR.target, **options)
