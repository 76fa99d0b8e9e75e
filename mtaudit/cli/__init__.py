"""The command line: one file a command, each thin: parse, call, print."""

from __future__ import annotations

import contextlib
import difflib
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
from mtaudit.cli import localised, signals, streams
from mtaudit.errors import MtauditError
from mtaudit.harmless import harmless, one_line
from mtaudit.interface import _, phrase, using
from mtaudit.interface.choose import chosen
from mtaudit.notices import LOGGER

COMMANDS = {  # name, and of the module whose `command` it is -> what `mtaudit --help` says of it
    "audit": "Say what is wrong with translated articles.",
    "gate": "Audit, and fail where articles are not good enough.",
    "init": "Write a config file with comments.",
    "fix": "Mend what is certain, in place or as a diff.",
    "compare": "Set reports side by side: two, or several systems.",
    "evaluate": "Hold a report against labels of an editor.",
    "backtranslate": "Translate Indonesian lines into English.",
    "translate": "Translate English lines into Indonesian.",
    "models": "List, install and remove translation packages.",
    "rules": "List all rules, or explain one.",
    "baseline": "Accept the findings of today, and tidy up.",
    "calibrate": "Find thresholds from accepted articles or labels.",
    "report": "Render a JSON report in other formats.",
    "schema": "Print the JSON Schema of the JSON report.",
}


class _Lazy(click.Group):
    """Loads a command's module when the command is called: `mtaudit --version` and `--help` stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"mtaudit.cli.{cmd_name}")
        command: click.Command = module.command
        return localised.prepared(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            near = difflib.get_close_matches(name, COMMANDS, 1)
            mend = _("did you mean {name!r}?").format(name=near[0]) if near else _("`mtaudit --help` lists them")
            if "://" in name or os.path.lexists(name):
                mend = _("did you mean `{command}`?").format(command=f"mtaudit audit {name}")
            raise click.UsageError(_("there is no command {name!r}; {mend}").format(name=name, mend=mend), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))  # written in the language of the interface


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=True,
)
@click.version_option(mtaudit.__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Say what a machine did to articles on their way from English into Indonesian."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


localised.prepared(cli)


class _Said(logging.Handler):
    """Notices as lines on standard error."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)

    def emit(self, record: logging.LogRecord) -> None:
        _say(record.getMessage())


def _say(message: str) -> None:
    """A line on standard error; names in it may be a stranger's, so that nothing in it drives a terminal."""
    click.echo(f"mtaudit: {one_line(phrase(message))}", err=True)


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
    with _log(verbose), using(chosen(given, os.environ)):
        signals.word(_("interrupted; with --resume the next run goes on from here"))
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
        _say(localised.told(error))
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
        what = f"{type(error).__name__}: {error}"
        _say(_("internal fault ({what}); run again with --verbose and report it").format(what=what))
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
    with streams.kept(), using(chosen(sys.argv[1:], os.environ)):
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
