"""`mtaudit backtranslate`: one line in, one line out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mtaudit.cli.options import output_options, settings_from
from mtaudit.cli.progress import Bars
from mtaudit.errors import UsageError
from mtaudit.languages import ENGLISH_INDONESIAN as PAIR
from mtaudit.translation import models
from mtaudit.translation.cache import CachedModel
from mtaudit.translation.interface import TranslationModel

_AT_ONCE = 4096  # lines read before they are translated and printed


@click.command(name="backtranslate")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("--model", metavar="NAME|PATH", help="Back-translation package: installed name, folder or .argosmodel.")
@click.option("--config", metavar="FILE", help="Config file instead of the nearest mtaudit.toml or pyproject.toml.")
@click.option("--cache", metavar="DIR", help="Folder for back-translations made before.")
@click.option("--no-cache", is_flag=True, default=None, help="Neither read nor write back-translations made before.")
@output_options
def command(
    file: str,
    model: str | None,
    config: str | None,
    cache: str | None,
    no_cache: bool | None,
    quiet: bool,
    verbose: bool,
    color: str,
) -> None:
    """Translate Indonesian lines into English: one line in, one line out, in order; a blank line stays blank."""
    settings = settings_from({"model": model, "config": config, "cache": cache, "no_cache": no_cache})
    folder = Path(settings.cache) if settings.cache else models.cache_folder()
    translator: TranslationModel = models.back_translator(settings.model, PAIR.target.code, PAIR.source.code, folder)
    if not settings.no_cache:
        translator = CachedModel(translator, folder)
    lines = _lines(file)
    with Bars(quiet=quiet) as bars:
        bars.phase("back-translating", len(lines))
        for start in range(0, len(lines), _AT_ONCE):
            for hypothesis in translator.translate(lines[start : start + _AT_ONCE], bars.advance):
                sys.stdout.write(" ".join(hypothesis.text.split()) + "\n")
            sys.stdout.flush()


def _lines(file: str) -> list[str]:
    """The lines of a UTF-8 file or of standard input. Only line feeds end a line: one in, one out."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{file}: can't be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 (byte {error.start}): convert it first") from error
    lines = text.split("\n")
    return lines[:-1] if lines and not lines[-1] else lines
