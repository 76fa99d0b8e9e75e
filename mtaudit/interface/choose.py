"""Which language a call of the command line is answered in: known before its options are read, for errors in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mtaudit import config_file
from mtaudit.interface.catalog import LANGUAGES

_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")  # POSIX: the first that is set counts


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`--ui-language`, MTAUDIT_UI_LANGUAGE, `ui-language` of the config file, else the system's; one of LANGUAGES.

    A value that is none of them is no choice here: whoever reads the options or the settings says what is wrong.
    """
    for told in (_option(arguments, "--ui-language"), environment.get("MTAUDIT_UI_LANGUAGE"), _configured(arguments)):
        if told in LANGUAGES:
            return str(told)
    return _system(environment)


def _option(arguments: Sequence[str], name: str) -> str | None:
    """The value of an option as the command line will read it: the last one given."""
    found = None
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == name and number + 1 < len(arguments):
            found = arguments[number + 1]
        elif argument.startswith(name + "="):
            found = argument.partition("=")[2]
    return found


def _configured(arguments: Sequence[str]) -> object:
    """What the config says, if it can be read; else the command will say why it can't."""
    named = _option(arguments, "--config")
    try:
        if named is None and "--isolated" in arguments:
            return None
        path = Path(named) if named else config_file.find(Path.cwd())
        if path is None:
            return None
        table = config_file.parsed(path)
        if path.name == "pyproject.toml":
            table = table["tool"]["mtaudit"]
        return table.get("ui-language")
    except (OSError, ValueError, RecursionError, TypeError, AttributeError, KeyError):
        return None


def _system(environment: Mapping[str, str]) -> str:
    """As GNU gettext reads the environment: LANGUAGE is a list, and counts where the locale is not C."""
    locale = next((value for name in _LOCALES if (value := environment.get(name))), "")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return LANGUAGES[0]
    for told in (*environment.get("LANGUAGE", "").split(":"), locale):
        code = told.replace("-", "_").partition(".")[0].partition("@")[0].partition("_")[0].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]
