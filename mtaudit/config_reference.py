"""What each key of a config file is for: docs/configuration.md, the JSON Schema and `mtaudit init` are made of this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

import msgspec

from mtaudit.config import Settings

# key -> what it says, and an example as it stands in TOML
EXPLAINED: dict[str, tuple[str, str]] = {
    "inputs": ("What is audited where a call names nothing: files, folders, globs.", '["berita/**/*.id.md"]'),
    "originals": ("English originals, or folders of them, where a call names none.", '["originals"]'),
    "pairs": ("A JSONL, CSV or TSV file that says which original belongs to which translation.", '"pairs.jsonl"'),
    "auto-pairs": ("Pair files by their names (`x.id.html`, `x.en.html`; `id/`, `en/`) and by `hreflang`.", "false"),
    "language": ("Take every input for a translation into this language, whatever it looks like.", '"id"'),
    "columns": ("Columns of CSV, TSV and JSONL that hold our fields.", '{ text = "isi", original = "sumber" }'),
    "names": ("Glossaries: name, accepted, forbidden, type.", '["names.csv"]'),
    "select": ("Rules that run, by code or its beginning; empty: all.", '["ENT", "QUO"]'),
    "ignore": ("Rules that don't run, by code or its beginning.", '["SUR508"]'),
    "back-translation": ("Translate back into English, as evidence for meaning.", "false"),
    "model": ("Back-translation package: name, folder or .argosmodel.", '"translate-id_en-1_9"'),
    "second-translation": ("Translate whole originals once more, as evidence beside the back-translation.", "false"),
    "second-models": ("Packages for it; empty: the bundled one and all that are installed.", '["translate-en_id-1_9"]'),
    "metrics": ("Metrics of the back-translation against the original: bleu, chrf, ter, comet.", '["chrf"]'),
    "confidence": ("Bootstrap intervals for the metrics.", "true"),
    "word-faults": ("JSON and JSONL say of every word how likely it is a fault.", "true"),
    "rules-url": (
        "Where you serve the rules' pages, with `{code}` for the rule's: SARIF's `helpUri`.",
        '"https://docs.example.org/mtaudit/{code}"',
    ),
    "ner": ("What finds names: spacy:MODEL, stanza:LANG or gliner:MODEL; own tagger if left out.", '"stanza:en"'),
    "jobs": ("Processes; 0 is as many as there are cores, one for small runs.", "2"),
    "engine": ("Where articles are judged.", '"dask"'),
    "dask-scheduler": ("Scheduler for the engine dask.", '"tls://scheduler:8786"'),
    "insecure-scheduler": ("Let it be one on another machine without TLS.", "true"),
    "cache": ("Folder for translations, verdicts and unfinished runs.", '"/var/cache/mtaudit"'),
    "no-cache": ("Use nothing that was made before, and keep nothing.", "true"),
    "resume": ("Go on where an interrupted run stopped.", "true"),
    "offline": ("Open no network connection.", "true"),
    "max-bytes": ("Largest input that is read, in bytes, decompressed too.", "20000000"),
    "state": ("File that remembers which articles were audited, and what servers sent.", '"state.json"'),
    "new-only": ("Leave out what `state` knows and has not changed.", "true"),
    "since": ("Leave out articles dated before this day (ISO 8601).", '"2026-11-21"'),
    "track": ("Log settings, scores and the HTML report to Comet, or to an archive for it.", '"offline:runs"'),
    "ui-language": ("Language of messages and of reports for people; left out: the system's.", '"id"'),
    "suppress": ("Findings that are not reported, each with a reason.", '[{ rule = "SUR512", reason = "our style" }]'),
    "suppress.rule": ("Code of a rule, or its beginning.", '"SUR512"'),
    "suppress.reason": ("Why; it stands in the reports.", '"our own style"'),
    "suppress.document": ("Glob over a document's id or input.", '"opini/*"'),
    "suppress.text": ("The stretch, or the English, that the finding quotes; left out: any.", '"Kerjasama"'),
    "inline-suppressions": (
        "Heed marks `mtaudit-ignore CODE: reason` in files of the working folder; no config that was found can say so.",
        "true",
    ),
    "feeds.timeout": ("Seconds that a server may take.", "10.0"),
    "feeds.max-bytes": ("Largest response.", "5000000"),
    "feeds.max-redirects": ("Redirects that are followed.", "2"),
    "feeds.allow-private": ('Whether private addresses may be fetched; "named": those a caller names.', '"named"'),
    "comet.model": ("COMET's model: its name, or the path of a checkpoint.", '"Unbabel/wmt22-comet-da"'),
    "comet.python": ("Another interpreter that has unbabel-comet.", '"/opt/comet/bin/python"'),
    "comet.batch-size": ("Segments that are scored at once.", "16"),
    "gate.profile": ("Named thresholds.", '"strict"'),
    "gate.baseline": ("File of findings that were accepted before; they don't count.", '"baseline.json"'),
    "gate.fail-on": ("Mildest severity of which one finding fails a document.", '"critical"'),
    "gate.max-critical": ("Critical findings a document may have; left out: the profile's.", "0"),
    "gate.max-major": ("Major findings a document may have; left out: the profile's.", "3"),
    "gate.max-minor": ("Minor findings a document may have; left out: any number.", "20"),
    "gate.max-density": ("Findings of any severity in 100 words, where there are more than five.", "3.0"),
    "gate.min-score": ("Least score of an area.", "{ entity = 90.0 }"),
    "gate.max-rule": ("Findings of a rule, or of all whose code begins so, a document may have.", "{ ENT101 = 0 }"),
    "gate.allow-mismatch": ("Judge a document alone whose given original does not look like it.", "true"),
    "gate.sources": ("Thresholds that differ where a glob fits the input.", '{ "opini/*" = { max-major = 5 } }'),
    "reader.serious": ("Probability from which the reader tells a stretch as major; left out: as measured.", "0.5"),
    "reader.fault": ("Probability from which it tells one as minor.", "0.6"),
    "reader.missing": ("Probability from which words of the original are told as missing.", "0.7"),
}  # fmt: skip
IN_INIT = (  # what a new config file shows, in this order
    "inputs", "originals", "pairs", "names", "ignore", "back-translation", "second-translation", "cache", "state",
    "gate.profile", "gate.baseline", "gate.max-major", "gate.min-score", "suppress",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the config: `feeds.timeout`. `type`, `default` and `example` as they stand in the docs and in TOML."""

    name: str
    type: str
    default: str
    text: str
    example: str


def keys() -> list[Key]:
    """Every key, tables behind what stands in none. Raises KeyError for one that nothing is said of."""
    return sorted(_keys(Settings, ""), key=lambda key: "." in key.name)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a config file, for editors that complete and check TOML."""
    schema = msgspec.json.schema(Settings)
    for name, definition in schema["$defs"].items():
        table = {"Settings": "", "SuppressSettings": "suppress."}.get(name, f"{name.removesuffix('Settings').lower()}.")
        for key, value in definition["properties"].items():
            if f"{table}{key}" in EXPLAINED:
                value["description"] = EXPLAINED[f"{table}{key}"][0]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "mtaudit config", **schema}


def page() -> str:
    """docs/configuration.md."""
    rows = "\n".join(
        f"| `{key.name}` | {key.type} | {f'`{key.default}`' if key.default else ''} | {key.text} | `{key.example}` |"
        for key in keys()
    ).replace('" | "', '" \\| "')
    return f"""# Configuration

Generated by `tools/docs.py`. `mtaudit init` writes a config with comments; `mtaudit schema --config` prints the JSON
Schema for editors.

`mtaudit.toml`, or the table `[tool.mtaudit]` of `pyproject.toml`, nearest upward from the working folder; `--config
FILE` names another, `--isolated` ignores all. The environment says the same as `MTAUDIT_` and the key in capitals,
tables first (`MTAUDIT_GATE_MAX_MAJOR=3`, lists with commas), and the command line has the last word. A config that was
found and not named may not say everything ([security](security.md)). Paths count from the working folder.

| key | type | default | what it says | example |
| --- | --- | --- | --- | --- |
{rows}

A dot parts a table from its key: `gate.max-major` is `max-major` in `[gate]`; `suppress` is a list of tables
(`[[suppress]]`).
"""


def starter() -> str:
    """A config file with every line commented out: what `mtaudit init` writes."""
    found = {key.name: key for key in keys()}
    lines = [
        "# mtaudit.toml: settings of the articles in this folder and below. docs/configuration.md has all keys.",
        "# Take the `#` off a line to set it; what stands there is an example.",
    ]
    table = ""
    for name in IN_INIT:
        key = found[name]
        where, _, last = name.rpartition(".")
        if name == "suppress":
            lines += ["", f"# {key.text}", "# [[suppress]]"]
            lines += [f"# {part} = {found[f'suppress.{part}'].example}" for part in ("rule", "document", "reason")]
            continue
        if where != table:
            lines += ["", f"[{where}]"]
            table = where
        default = f" (default: {key.default})" if key.default else ""
        lines += ["", f"# {key.text}{default}", f"# {last} = {key.example}"]
    return "\n".join(lines) + "\n"


def _keys(kind: type[msgspec.Struct], table: str) -> Iterator[Key]:
    for field in msgspec.structs.fields(kind):
        name = table + field.encode_name
        inner = field.type if isinstance(field.type, type) else None
        if inner is not None and issubclass(inner, msgspec.Struct):
            yield from _keys(inner, f"{field.encode_name}.")
            continue
        default = "" if field.default in (msgspec.NODEFAULT, None) else _toml(field.default)
        if field.default_factory is not msgspec.NODEFAULT:
            default = _toml(field.default_factory())
        text, example = EXPLAINED[name]
        yield Key(name, _type(field.type), default, text, example)
        row = get_args(field.type)[:1]
        if row and isinstance(row[0], type) and issubclass(row[0], msgspec.Struct):
            yield from _keys(row[0], f"{name}.")


def _toml(value: object) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, str):
        return f'"{value}"'
    return str(value).lower()


def _type(kind: Any) -> str:
    """A type in a reader's words."""
    origin, args = getattr(kind, "__origin__", None), get_args(kind)
    if origin is tuple:
        tables = isinstance(args[0], type) and issubclass(args[0], msgspec.Struct)
        return "list of tables" if tables else f"list of {_type(args[0])}"
    if origin is dict:
        return f"table of {_type(args[1])}"
    if args and all(isinstance(arg, str) for arg in args):
        return " or ".join(f'`"{arg}"`' for arg in args)
    if args:
        return " or ".join(_type(arg) for arg in args if arg is not type(None))
    return {str: "text", int: "whole number", float: "number", bool: "true or false"}.get(kind, "value")
