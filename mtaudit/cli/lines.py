"""What `translate` and `backtranslate` share: lines in, lines out, through a translation model."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from mtaudit.cli.options import config_option, isolated_option, max_bytes_option, settings_from
from mtaudit.cli.progress import Bars
from mtaudit.cli.streams import delivered
from mtaudit.errors import UsageError
from mtaudit.harmless import harmless
from mtaudit.languages.interface import Language
from mtaudit.reading.decode import bounded
from mtaudit.translation import models
from mtaudit.translation.cache import CachedModel
from mtaudit.translation.interface import TranslationModel

_AT_ONCE = 4096  # lines read before they are translated and printed
_Command = TypeVar("_Command", bound=Callable[..., Any])


def translation_options(command: _Command) -> _Command:
    """The file and the options of both commands."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = [
    click.argument("file", default="-", metavar="[FILE|-]"),
    click.option("--model", metavar="NAME|PATH", help="Translation package: installed name, folder or .argosmodel."),
    config_option,
    isolated_option,
    click.option("--cache", metavar="DIR", help="Folder for translations made before."),
    click.option("--no-cache", is_flag=True, default=None, help="Neither read nor write translations made before."),
    max_bytes_option,
]


def translate_lines(
    phase: str,
    setting: str,
    source: Language,
    target: Language,
    *,
    file: str,
    model: str | None,
    config: str | None,
    isolated: bool,
    cache: str | None,
    no_cache: bool | None,
    max_bytes: int | None,
    quiet: bool,
    verbose: bool,
    color: str,
) -> None:
    """Translate `file` line by line onto standard output. `setting`: where the settings name the model."""
    settings = settings_from(
        {"config": config, "isolated": isolated, "cache": cache, "no_cache": no_cache, "max_bytes": max_bytes}
    )
    configured = settings.model if setting == "model" else next(iter(settings.second_models), None)
    folder = Path(settings.cache) if settings.cache else models.cache_folder()
    translator: TranslationModel = models.translation_model(model or configured, source.code, target.code, folder)
    if not settings.no_cache:
        translator = CachedModel(translator, folder)
    lines, terminal = _lines(file, settings.max_bytes), sys.stdout.isatty()
    with Bars(quiet=quiet, color=color) as bars:
        bars.phase(phase, len(lines))
        for start in range(0, len(lines), _AT_ONCE):
            for hypothesis in translator.translate(lines[start : start + _AT_ONCE], bars.advance):
                text = " ".join(hypothesis.text.split())
                sys.stdout.write((harmless(text) if terminal else text) + "\n")
            if not delivered():  # nobody reads on
                return


def _lines(file: str, max_bytes: int) -> list[str]:
    """The lines of a UTF-8 file or of standard input. Only line feeds end a line: one in, one out."""
    try:
        with contextlib.nullcontext(sys.stdin.buffer) if file == "-" else open(file, "rb") as stream:
            text = bounded(stream.read(max_bytes + 1), file, max_bytes).decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{file}: can't be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 (byte {error.start}): convert it first") from error
    lines = text.split("\n")
    return lines[:-1] if lines and not lines[-1] else lines
