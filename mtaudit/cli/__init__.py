"""The command line: one file a command, each thin: parse, call, print."""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import os
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence

import click

import mtaudit
from mtaudit.cli import signals, streams
from mtaudit.errors import MtauditError
from mtaudit.notices import LOGGER
from mtaudit.rendering.harmless import harmless, one_line

COMMANDS = {  # name -> module; the command is the module's `command`
    "audit": "audit",
    "gate": "gate",
    "compare": "compare",
    "evaluate": "evaluate",
    "backtranslate": "backtranslate",
    "translate": "translate",
    "models": "models",
    "rules": "rules",
    "baseline": "baseline",
    "calibrate": "calibrate",
    "report": "report",
    "schema": "schema",
}


class _Lazy(click.Group):
    """Loads a command's module when the command is called or listed: `mtaudit --version` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"mtaudit.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(mtaudit.__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Say what a machine did to articles on their way from English into Indonesian."""


class _Said(logging.Handler):
    """Notices as lines on standard error."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)

    def emit(self, record: logging.LogRecord) -> None:
        _say(record.getMessage())


def _say(message: str) -> None:
    """A line on standard error; names in it may be a stranger's, so that nothing in it drives a terminal."""
    click.echo(f"mtaudit: {one_line(message)}", err=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 fine, 1 gate not passed, 2 anything wrong (one line), 130 for
    Ctrl-C and 143 for SIGTERM."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no Unicode still gets its report
    if not any(isinstance(handler, _Said) for handler in LOGGER.handlers):
        LOGGER.addHandler(_Said())
        LOGGER.propagate = False
    verbose = "--verbose" in given or "-v" in given
    with _log(verbose):
        return _called(given, verbose)


def _called(given: list[str], verbose: bool) -> int:
    try:
        code = cli.main(given, prog_name="mtaudit", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (signals.Interrupted, click.Abort) as stop:
        signals.tell()
        return stop.code if isinstance(stop, signals.Interrupted) else 128 + signal.SIGINT
    except click.ClickException as error:
        _say(error.format_message())
        return 2
    except MtauditError as error:
        if verbose:
            click.echo(harmless(traceback.format_exc()), err=True, nl=False)
        _say(str(error))
        return 2
    except BrokenPipeError:  # `mtaudit ... | head`: nobody reads on, which is no fault
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if verbose:
            click.echo(harmless(traceback.format_exc()), err=True, nl=False)
        where = type(error).__name__
        _say(f"internal fault ({where}: {error}); run again with --verbose and report it")
        return 2


@contextlib.contextmanager
def _log(verbose: bool) -> Iterator[None]:
    """With --verbose, what the program notes of faults that it survives goes to standard error."""
    if not verbose:
        yield
        return
    log, handler = logging.getLogger("mtaudit"), logging.StreamHandler()
    level = log.level
    handler.addFilter(lambda record: record.levelno < logging.INFO)  # the others are notices
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


def run() -> None:
    """The console script."""
    with streams.kept():
        try:
            with signals.heeded():
                code = main()
                trouble = streams.lost()
        except signals.Interrupted as stop:  # on the way in or out
            code, trouble = stop.code, ""
        if trouble:
            click.echo(f"mtaudit: {trouble}", err=True)
            code = 2
    sys.exit(code)
