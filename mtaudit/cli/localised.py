"""Help and errors of the command line in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from mtaudit.interface import LANGUAGES, _, phrase


class _Formatter(click.HelpFormatter):
    """Writes help with every text looked up at the moment it is written."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, " ".join(_part(a) for a in args.split(" ")), f"{_('Usage:')} ")

    def write_text(self, text: str) -> None:
        super().write_text(_(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(first, _explained(second)) for first, second in rows], col_max, col_spacing)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_(name)):
            yield


class Context(click.Context):
    formatter_class = _Formatter


def prepared(command: click.Command) -> click.Command:
    """The command, with help in the language of the interface and the option that chooses it; its own commands too."""
    command.context_class = Context
    if not any(param.name == "ui_language" for param in command.params):
        command.params.append(language_option())
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        prepared(inner)
    return command


def language_option() -> click.Option:
    """`--ui-language`, which `interface.choose` has read before click does."""
    return click.Option(
        ["--ui-language"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help="Language of messages and of reports for people (the system's).",
    )


def told(error: click.ClickException) -> str:
    """What is wrong, in the language of the interface."""
    return phrase(error.format_message())


def _part(name: str) -> str:
    """A part of the usage line that is click's; `INPUT...` is spoken of in the help as it is."""
    return _(name) if name in ("[OPTIONS]", "COMMAND", "[COMMAND]", "[ARGS]...") else name


def _explained(text: str) -> str:
    """A help text, behind which click writes `[default: auto]`."""
    text, bracket, extra = text.partition("  [")
    if not bracket:
        return _(text)
    return f"{_(text)}  [{'; '.join(phrase(part) for part in extra.removesuffix(']').split('; '))}]"
