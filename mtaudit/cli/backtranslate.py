"""`mtaudit backtranslate`: one Indonesian line in, one English line out."""

from __future__ import annotations

from typing import Any

import click

from mtaudit.cli.lines import translate_lines, translation_options
from mtaudit.cli.options import output_options
from mtaudit.languages import ENGLISH_INDONESIAN as PAIR


@click.command(name="backtranslate")
@translation_options
@output_options
def command(**options: Any) -> None:
    """Translate Indonesian lines into English: one line in, one line out, in order; a blank line stays blank."""
    translate_lines("back-translating", "model", PAIR.target, PAIR.source, **options)
