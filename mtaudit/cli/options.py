"""Options that several commands share, and the settings made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_args

import click

from mtaudit import notices
from mtaudit.config import Settings, load
from mtaudit.errors import UsageError
from mtaudit.model import MetricName

Command = TypeVar("Command", bound=Callable[..., Any])
_CODES = "Comma-separated rule codes or their beginnings (ENT, QUO2)."


def audit_options(command: Command) -> Command:
    """What `audit`, `gate`, `baseline` and `calibrate` take alike."""
    for option in reversed(_AUDIT):
        command = option(command)
    return command


def settings_from(options: Mapping[str, Any]) -> Settings:
    """Settings of a command line: defaults, config file, environment, then the options that were given."""
    overrides: dict[str, Any] = {}
    for name, value in options.items():
        key = name.replace("_", "-")
        if value is None or value == () or name in _NOT_SETTINGS:
            continue
        if name in _LISTS:
            overrides[key] = [part.strip() for part in value.split(",") if part.strip()]
            if name == "metrics":
                _known_metrics(overrides[key])
        elif name == "no_translation":
            overrides["back-translation"] = overrides["second-translation"] = False
        elif name == "column":
            overrides["columns"] = dict(part.partition("=")[::2] for part in value)
        elif name == "min_score":
            overrides.setdefault("gate", {})[key] = dict(
                _number("--min-score", "AREA=N, for example entity=90", float, part) for part in value
            )
        elif name == "max_rule":
            overrides.setdefault("gate", {})[key] = dict(
                _number("--max-rule", "CODE=N, for example ENT101=0", int, part) for part in value
            )
        elif name in _GATE:
            overrides.setdefault("gate", {})[key] = value
        else:
            overrides[key] = list(value) if isinstance(value, tuple) else value
    if options.get("isolated") and options.get("inline_suppressions"):
        notices.tell("--isolated heeds no marks in files either: --inline-suppressions does nothing beside it")
    return load(options.get("config"), overrides, files=not options.get("isolated"))


_NOT_SETTINGS = frozenset({"config", "isolated", "originals", "pairs", "quiet", "verbose", "color", "path"})
_LISTS = frozenset({"select", "ignore", "metrics"})
_GATE = frozenset(
    {"profile", "baseline", "fail_on", "max_critical", "max_major", "max_minor", "max_density", "allow_mismatch"}
)


def _known_metrics(names: list[str]) -> None:
    known = get_args(MetricName)
    for name in names:
        if name not in known:
            raise UsageError(f"--metrics {name}: there is no such metric; known: {', '.join(known)}")


def _number(option: str, form: str, kind: Callable[[str], float], text: str) -> tuple[str, float]:
    key, _, number = text.partition("=")
    try:
        return key.strip(), kind(number)
    except ValueError:
        raise UsageError(f"{option} {text}: write it as {form}") from None


config_option = click.option(
    "--config", metavar="FILE", help="Config file instead of the nearest mtaudit.toml or pyproject.toml."
)
isolated_option = click.option("--isolated", is_flag=True, help="Ignore all config files.")
max_bytes_option = click.option(
    "--max-bytes", type=click.IntRange(min=1), metavar="N",
    help="Largest input that is read, in bytes, decompressed too (100000000).",
)  # fmt: skip

_AUDIT = [
    click.option(
        "--original", "originals", multiple=True, metavar="PATH",
        help="English original, or a folder of them of which only some belong to anything. Repeatable.",
    ),
    click.option("--pairs", metavar="FILE", help="JSONL, CSV or TSV: which original belongs to which translation."),
    config_option,
    isolated_option,
    click.option("--select", metavar="CODES", help=f"Run only these rules. {_CODES}"),
    click.option("--ignore", metavar="CODES", help=f"Leave these rules out. {_CODES}"),
    click.option(
        "--back-translation/--no-back-translation", default=None,
        help="Translate back into English as evidence for meaning (on by default).",
    ),
    click.option("--model", metavar="NAME|PATH", help="Back-translation package: name, folder or .argosmodel."),
    click.option(
        "--second-translation/--no-second-translation", default=None,
        help="Translate whole originals once more, as evidence beside the back-translation (on by default).",
    ),
    click.option(
        "--second-model", "second_models", multiple=True, metavar="NAME|PATH",
        help="English-Indonesian package for it, instead of all there are. Repeatable.",
    ),
    click.option(
        "--inline-suppressions", is_flag=True, default=None,
        help="Heed marks `mtaudit-ignore CODE: reason` in files of the working folder.",
    ),
    click.option("--no-translation", is_flag=True, default=None, help="Neither of the two."),
    click.option("--metrics", metavar="LIST", help="bleu,chrf,ter,comet of the back-translation against the original."),
    click.option("--confidence", is_flag=True, default=None, help="Bootstrap intervals for the metrics."),
    click.option("--names", multiple=True, metavar="FILE", help="Glossary: name, accepted, forbidden, type."),
    click.option("--ner", metavar="KIND:MODEL", help="Find names with spacy:MODEL, stanza:LANG or gliner:MODEL."),
    click.option("--column", multiple=True, metavar="FIELD=NAME", help="Column of CSV/JSONL input that holds a field."),
    click.option("--auto-pairs/--no-auto-pairs", default=None,
                 help="Pair files by their names (x.id.html, x.en.html; id/, en/) and by hreflang (on by default)."),
    click.option("--language", metavar="CODE", help="Take every input for a translation into this language (id)."),
    click.option("--state", metavar="FILE", help="Remember in FILE which articles were audited and what servers sent."),
    click.option("--new-only", is_flag=True, default=None, help="Leave out what --state knows and has not changed."),
    click.option("--since", metavar="DATE", help="Leave out articles dated before DATE (2026-11-21, ISO 8601)."),
    click.option("--jobs", type=click.IntRange(min=0), metavar="N", help="Processes; 0 is as many as there are cores."),
    click.option("--engine", type=click.Choice(["local", "dask"]), help="Where articles are judged."),
    click.option("--dask-scheduler", metavar="ADDRESS", help="Dask scheduler for --engine dask: tls://HOST:PORT."),
    click.option(
        "--insecure-scheduler", is_flag=True, default=None, help="Let it be one on another machine without TLS."
    ),
    click.option("--cache", metavar="DIR", help="Folder for translations and verdicts."),
    click.option("--no-cache", is_flag=True, default=None, help="Translate and judge anew what is unchanged."),
    click.option("--resume", is_flag=True, default=None, help="Go on where an interrupted run stopped."),
    max_bytes_option,
    click.option("--offline", is_flag=True, default=None, help="Open no network connection."),
]  # fmt: skip


word_faults_option = click.option(
    "--word-faults", is_flag=True, default=None,
    help="JSON and JSONL say of every word how likely it is a fault.",
)  # fmt: skip

track_option = click.option(
    "--track", metavar="PROJECT|offline:DIR",
    help="Log settings, scores and the HTML report to Comet, or to an archive for it.",
)  # fmt: skip


def output_options(command: Command) -> Command:
    """How much is said, and in what colours."""
    for option in reversed(_OUTPUT):
        command = option(command)
    return command


_OUTPUT = [
    click.option("-q", "--quiet", is_flag=True, help="No terminal report, no progress; files are written."),
    click.option("-v", "--verbose", is_flag=True,
                 help="All evidence of each finding; how each input was read; a traceback where something fails."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
                 help="Colours on the terminal."),
]  # fmt: skip


def report_options(command: Command) -> Command:
    """Where the report goes and in which format."""
    for option in reversed(_REPORT):
        command = option(command)
    return command


_REPORT = [
    click.option("-o", "--output", "targets", multiple=True, metavar="FILE",
                 help="Write a report; its name tells the format. Repeatable."),
    click.option("--format", "format_", metavar="NAME", help="Print this format instead of the terminal report."),
]  # fmt: skip
