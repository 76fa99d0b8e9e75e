"""Settings: defaults, config file, environment, command line - the later wins.

The config is `mtaudit.toml`, or `[tool.mtaudit]` in `pyproject.toml`, nearest upward from the working folder; what it
says is a stranger's word (`mtaudit.trust`). A config that the caller names is the caller's. In the
environment the key `fail-on` of the table `gate` is `MTAUDIT_GATE_FAIL_ON`.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from mtaudit import trust
from mtaudit.config_file import find as find
from mtaudit.config_file import parsed
from mtaudit.errors import UsageError
from mtaudit.model import MetricName, Profile, Severity

PROFILE_MAJOR = 2  # major findings that the profile `newsroom` lets pass
PROFILE_DENSITY = 2.0  # findings in 100 words that it does
_LOWERING = ("model", "second-models", "names", "ner", "columns", "since", "cache", "language")
_LOWERING_SWITCHES = {"back-translation": False, "second-translation": False, "new-only": True, "resume": True}
RULES_URL = re.compile(r"https?://[^\s{}<>\"]*\{code\}[^\s{}<>\"]*")


class _Table(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    pass


class FeedSettings(_Table, frozen=True, kw_only=True):
    """How feeds and pages are fetched."""

    timeout: float = 20.0  # seconds
    max_bytes: int = 20_000_000
    max_redirects: int = 5
    allow_private: bool | Literal["named"] = False  # "named": of hosts that the caller names, not of redirects


class CometSettings(_Table, frozen=True, kw_only=True):
    """COMET: `model` is a model name or a checkpoint path; `python` another interpreter that has unbabel-comet."""

    model: str = "Unbabel/wmt22-comet-da"
    python: str | None = None
    batch_size: int = 8

    @property
    def name(self) -> str:
        """The model as the report shows it: of a path only the last part, which says nothing of the machine."""
        path = Path(self.model).expanduser()
        return path.name if path.is_absolute() or path.exists() or path.suffix == ".ckpt" else self.model


class GateSettings(_Table, frozen=True, kw_only=True):
    """Thresholds of `mtaudit gate`. Those left out (None) come from the profile."""

    profile: Profile = "newsroom"
    baseline: str | None = None
    fail_on: Severity | None = None
    max_critical: int | None = None
    max_major: int | None = None
    max_minor: int | None = None
    max_density: float | None = None  # findings of any severity in 100 words
    min_score: dict[str, float] = {}  # area -> least score
    max_rule: dict[str, int] = {}  # rule code, or its beginning -> most findings a document may have
    allow_mismatch: bool = False  # whether a document passes whose given original does not look like it
    sources: dict[str, dict[str, Any]] = {}  # glob over a document's input -> thresholds that differ there


class ReaderSettings(_Table, frozen=True, kw_only=True):
    """Probabilities from which on the reader tells a stretch; None: as measured (docs/reader.md), 1: never."""

    serious: float | None = None  # least p_serious at which a stretch is told as major
    fault: float | None = None  # least p_fault at which a stretch is told as minor
    missing: float | None = None  # least p_missing at which words of the original are told as missing


class SuppressSettings(_Table, frozen=True, kw_only=True):
    """Findings that are not reported: of a rule or family, in documents that a glob names, with a certain text."""

    rule: str  # code or its beginning
    reason: str
    document: str = "*"  # glob over a document's id or input
    text: str | None = None  # the stretch, or the English, that the finding quotes


class Settings(_Table, frozen=True, kw_only=True):
    """Everything that can be set. Keys in files are written-with-hyphens."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    back_translation: bool = True
    model: str | None = None  # back-translation package: name, folder or .argosmodel
    second_translation: bool = True
    second_models: tuple[str, ...] = ()  # English-Indonesian packages; (): the bundled one and all that are installed
    metrics: tuple[MetricName, ...] = ("bleu", "chrf", "ter")
    confidence: bool = False
    word_faults: bool = False  # JSON and JSONL carry the probabilities of every word
    names: tuple[str, ...] = ()
    ner: str | None = None
    jobs: int = 0  # 0: as many as there are processors, one for small runs
    engine: Literal["local", "dask"] = "local"
    dask_scheduler: str | None = None
    insecure_scheduler: bool = False  # a scheduler on another machine without TLS
    cache: str | None = None
    no_cache: bool = False
    resume: bool = False
    offline: bool = False
    inputs: tuple[str, ...] = ()  # what is audited where a call names neither an input nor a file of pairs
    originals: tuple[str, ...] = ()  # English originals, or folders of them, where a call names none
    pairs: str | None = None  # which original belongs to which translation, where a call names no such file
    auto_pairs: bool = True  # whether names of files (x.id.html, x.en.html) and hreflang make pairs
    language: str | None = None  # ISO 639-1 of all inputs, whatever they look like: that of the translations
    max_bytes: int = 100_000_000  # of standard input, a file or a response, before and after decompression
    columns: dict[str, str] = {}
    state: str | None = None  # file that remembers which articles were audited
    new_only: bool = False
    since: str | None = None  # ISO 8601
    feeds: FeedSettings = FeedSettings()
    comet: CometSettings = CometSettings()
    gate: GateSettings = GateSettings()
    reader: ReaderSettings = ReaderSettings()
    rules_url: str | None = None  # where the pages of the rules are served: an address with {code} in it
    track: str | None = None  # PROJECT, WORKSPACE/PROJECT or offline:DIR
    suppress: tuple[SuppressSettings, ...] = ()
    ui_language: Literal["en", "id"] | None = None  # read by `interface.choose`, before anything can go wrong
    inline_suppressions: bool = False  # whether marks in files of the working folder take findings out

    def named(self, inputs: Sequence[str], pairs: str | None) -> tuple[str, ...]:
        """The inputs of a call: those it names; else those of the settings, unless it names a file of pairs."""
        return tuple(inputs) or (() if pairs else self.inputs)

    def shown(self) -> dict[str, Any]:
        """What the report says of the settings: what changes verdicts or what is written, nothing of this machine."""
        hidden = {
            "inputs",
            "jobs",
            "engine",
            "dask-scheduler",
            "insecure-scheduler",
            "cache",
            "no-cache",
            "resume",
            "offline",
            "max-bytes",
            "feeds",
            "gate",
            "columns",
            "state",
            "new-only",
            "since",
            "track",
            "ui-language",
        }
        kept: dict[str, Any] = {k: v for k, v in msgspec.to_builtins(self).items() if k not in hidden}
        kept["names"] = [os.fsencode(Path(name).name).decode("utf-8", "backslashreplace") for name in self.names]
        kept["comet"] = {"model": self.comet.name} if "comet" in self.metrics else None
        shown: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(kept))  # as it stands in the report
        return shown


def load(
    explicit: str | None = None,
    overrides: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    files: bool = True,
) -> Settings:
    """Settings from file, environment and `overrides` (keys as in the file; None means not given).

    `files=False` looks for no config file and heeds no marks in files (`--isolated`).
    Raises UsageError that names file or variable, the key, and the nearest known key, and where a config that was only
    found says what it may not.
    """
    merged: dict[str, Any] = {}
    if explicit and not files:
        raise UsageError(f"--isolated ignores config files, and --config {explicit} names one: leave one of them out")
    path = chosen(explicit, folder, files)
    if path is not None:
        table = _read(path)
        _check(table, str(path))
        _convert(table, str(path))
        if not explicit:
            trust.check(table, path)
            table = trust.tamed(table)
        _merge(merged, table)
    for layer in (
        _from_environment(os.environ if environment is None else environment),
        {k: v for k, v in (overrides or {}).items() if v is not None},
    ):
        _make_way(merged, layer)
        _merge(merged, layer)
    _check(merged, "command line")
    if not files:
        merged["inline-suppressions"] = False
    settings = _convert(merged, "settings")
    if settings.rules_url is not None and not RULES_URL.fullmatch(settings.rules_url):
        raise UsageError(
            f"rules-url: {settings.rules_url!r} is no http(s) address with {{code}} in it, "
            "for example https://docs.example.org/mtaudit/{code}"
        )
    return settings


def chosen(explicit: str | None = None, folder: Path | None = None, files: bool = True) -> Path | None:
    """The config file that counts: the one named, else the nearest one upward, else None."""
    return Path(explicit) if explicit else find(folder or Path.cwd()) if files else None


def lowering(path: Path) -> tuple[str, ...]:
    """The keys of a config file that can make a verdict milder without taking a finding out of it, sorted."""
    table = _read(path)
    gate = table.get("gate", {})
    found = [key for key in _LOWERING if table.get(key)]
    found += [key for key, milder in _LOWERING_SWITCHES.items() if table.get(key) is milder]
    found += [f"reader.{key}" for key in table.get("reader", {})]
    found += [f"gate.{key}" for key in ("allow-mismatch", "sources") if gate.get(key)]
    mild = (
        ("profile", gate.get("profile", "newsroom") == "advisory"),
        ("fail-on", gate.get("fail-on", "major") == "critical"),
        ("max-critical", gate.get("max-critical", 0) > 0),
        ("max-major", gate.get("max-major", 0) > PROFILE_MAJOR),
        ("max-density", gate.get("max-density", 0) > PROFILE_DENSITY),
    )
    found += [f"gate.{key}" for key, is_mild in mild if is_mild]
    return tuple(sorted(found))


def _read(path: Path) -> dict[str, Any]:
    try:
        table = parsed(path)
    except FileNotFoundError:
        raise UsageError(f"{path}: no such config file") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not readable as TOML ({error})") from error
    except RecursionError as error:
        raise UsageError(f"{path}: not readable as TOML (nested too deep)") from error
    if path.name == "pyproject.toml":
        tool = table.get("tool", {})
        table = tool.get("mtaudit", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise UsageError(f"{path}: [tool.mtaudit] must be a table")
    return table


def _fields(kind: type[_Table]) -> dict[str, Any]:
    return {field.encode_name: field.type for field in msgspec.structs.fields(kind)}


def _check(table: Mapping[str, Any], where: str, kind: type[_Table] = Settings, prefix: str = "") -> None:
    """Raise UsageError for an unknown key, naming the nearest known one."""
    known = _fields(kind)
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1, 0.0)[0]
            raise UsageError(f"{where}: unknown key {prefix + key!r}; did you mean {prefix + near!r}?")
        inner = known[key]
        if isinstance(value, Mapping) and isinstance(inner, type) and issubclass(inner, _Table):
            _check(value, where, inner, f"{prefix}{key}.")
        row = get_args(inner)[0] if getattr(inner, "__origin__", None) is tuple else None
        if isinstance(value, list) and isinstance(row, type) and issubclass(row, _Table):
            for number, part in enumerate(value, 1):
                if isinstance(part, Mapping):
                    _check(part, where, row, f"{prefix}{key}[{number}].")


def _convert(table: Mapping[str, Any], where: str) -> Settings:
    try:
        return msgspec.convert(dict(table), Settings, strict=True)
    except msgspec.ValidationError as error:
        raise UsageError(f"{where}: {error}") from error


def _make_way(base: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Take the counts out of `base` that a profile or a severity to fail on in a later layer stands in place of."""
    gate, later = base.get("gate", {}), more.get("gate", {})
    if "profile" in later:
        gate.pop("fail-on", None)
    if "profile" in later or "fail-on" in later:
        for key in ("max-critical", "max-major", "max-minor", "max-density"):
            gate.pop(key, None)


def _merge(base: dict[str, Any], more: Mapping[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, Mapping) and isinstance(base.get(key), dict):
            _merge(base[key], value)
        else:
            base[key] = dict(value) if isinstance(value, Mapping) else value


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    """`MTAUDIT_*` variables as a table; lists are comma-separated, `AREA=N` pairs too."""
    tables = {
        key: kind for key, kind in _fields(Settings).items() if isinstance(kind, type) and issubclass(kind, _Table)
    }
    found: dict[str, Any] = {}
    for name, text in sorted(environment.items()):
        if not name.startswith("MTAUDIT_"):
            continue
        key = name.removeprefix("MTAUDIT_").lower().replace("_", "-")
        target, known = found, _fields(Settings)
        for table, kind in tables.items():
            if key.startswith(table + "-"):
                target, known, key = found.setdefault(table, {}), _fields(kind), key.removeprefix(table + "-")
        if key not in known:
            every = [k for k in _fields(Settings) if k not in tables]
            every += [f"{table}-{k}" for table, kind in tables.items() for k in _fields(kind)]
            wrong = name.removeprefix("MTAUDIT_").lower().replace("_", "-")
            near = difflib.get_close_matches(wrong, every, 1, 0.0)[0].upper().replace("-", "_")
            raise UsageError(f"environment: unknown setting {name}; did you mean MTAUDIT_{near}?")
        target[key] = _value(text, known[key], name)
    return found


def _value(text: str, kind: Any, name: str) -> Any:
    plain = [k for k in (get_args(kind) or (kind,)) if k is not type(None)]
    if bool in plain and text not in [choice for part in plain for choice in get_args(part)]:
        if text.lower() not in ("0", "1", "true", "false", "yes", "no"):
            raise UsageError(f"environment: {name} must be true or false, not {text!r}")
        return text.lower() in ("1", "true", "yes")
    if getattr(kind, "__origin__", None) is tuple:
        return [part.strip() for part in text.split(",") if part.strip()]
    if getattr(kind, "__origin__", None) is dict:
        pairs = [part.partition("=") for part in text.split(",") if part.strip()]
        number = get_args(kind)[1]
        return {k.strip(): _value(v.strip(), number, name) for k, _, v in pairs}
    for number_type in (int, float):
        if number_type in plain:
            try:
                return number_type(text)
            except ValueError:
                raise UsageError(f"environment: {name} must be a number, not {text!r}") from None
    return text
