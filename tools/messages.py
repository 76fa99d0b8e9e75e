"""Collect the messages of the program into mtaudit/interface/catalogs/: mtaudit.pot, LANGUAGE.po, LANGUAGE.mo.

usage: python tools/messages.py [--check] (exit 1 where a file is out of date)

Messages are: what stands in `_()` and `ngettext()`; help texts and rules, by loading them; tables of words, below; and
sentences in the modules that make what a report says in English (findings, reasons, notes, errors). Of those, an
f-string becomes a message with named holes, and one for each form where a part of it has several.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import io
import itertools
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from mtaudit.cli import COMMANDS, cli
from mtaudit.interface.catalog import CATALOGS, LANGUAGES
from mtaudit.names.roads import ROADS
from mtaudit.rules.registry import all_rules

ROOT = Path(__file__).resolve().parent.parent / "mtaudit"
# Modules of which every sentence is a message
SENTENCES = (
    "baseline.py config.py faults.py fixing.py gate.py glossary.py judged.py model.py mends.py pipeline.py reports.py "
    "compare suppressions.py toml_edit.py tracking.py trust.py unused.py evaluation/join.py evaluation/labels.py "
    "evaluation/tags.py evidence/translations.py metrics names/alone.py names/forbidden.py names/judge.py "
    "names/plugins.py names/reasons.py originals/roles.py quotes/content.py quotes/judge.py reader/explain.py "
    "reading rules running/dask.py running/gather.py running/audit.py running/inline.py running/local.py "
    "running/memory.py running/way.py translation rendering/interface.py rendering/habits.py "
    "rendering/registry.py rendering/wmt_tags.py cli"
).split()
# Click's own words, which reach `cli/localised.py` in English
CLICK = (
    "Show this message and exit.",
    "Show the version and exit.",
    "No such option {name!r}.",
    "Did you mean {possibility}?",
    "(Did you mean one of: {possibilities}?)",
    "Missing command.",
    "No such command {name!r}.",
    "Missing argument {name!r}.",
    "Missing option {name!r}.",
    "Missing parameter: {name}",
    "Missing argument {name!r}. Choose from: {choices}",
    "Option {name!r} requires an argument.",
    "Option {name!r} requires {count} arguments.",
    "Option {name!r} does not take a value.",
    "Argument {name!r} takes {count} values.",
    "Got unexpected extra argument ({arguments})",
    "Got unexpected extra arguments ({arguments})",
    "Invalid value: {message}",
    "Invalid value for {parameter}: {message}",
    "{value!r} is not one of {choices}.",
    "{value!r} is not a valid {type}.",
    "{value} is not in the range {range}.",
    "integer",
    "float",
    "integer range",
    "float range",
    "default: {value}",
    "required",
    "Usage:",
    "Options",
    "Commands",
    "[OPTIONS]",
    "COMMAND",
    "[COMMAND]",
    "[ARGS]...",
)
# module:name of tables, all texts in which are messages
TABLES = (
    "mtaudit.cli:COMMANDS mtaudit.judged:CALLED mtaudit.rendering.first_screen:_HEADS "
    "mtaudit.rendering.first_screen:_SHORT mtaudit.rendering.blocks:BACK mtaudit.rendering.blocks:AGAIN "
    "mtaudit.model:SEVERITIES "
    "mtaudit.rendering.rulebook:MENDS mtaudit.rendering.causes:CAUSES "
    "mtaudit.rendering.html.words:AREAS mtaudit.rendering.html.words:CATEGORIES "
    "mtaudit.rendering.html.words:SEVERITY_WORDS mtaudit.rendering.html.words:EVIDENCE "
    "mtaudit.rendering.html.words:TYPES mtaudit.rendering.html.words:STATUS mtaudit.rendering.html.words:NOT_CHECKED "
    "mtaudit.rendering.html.words:MARKS mtaudit.rendering.html.words:CONTENT "
    "mtaudit.rendering.html.comparison:NAMES mtaudit.rendering.html.panels:_HEADS "
    "mtaudit.rendering.html.panels:NOBODY mtaudit.rendering.html.overview:ARTICLES "
    "mtaudit.rendering.html.overview:DENSITY"
).split()
# Phrases that stand alone in a report, and joints of lists
WORDS = (
    "and|or|English|Indonesian|entity|quote|number|adequacy|surface|terminology|overall|bundled|installed|"
    "critical findings|major findings|minor findings|another name|common words|half translated|forbidden form|junk|"
    "none|a name|a number|a negation|an attribution|sentence|passage|once|twice|inverted|lost|not translated|changed|"
    "all|serious|serious told as serious|with original|alone|findings|advertising|{count} translation|"
    "{count} translations|{count} original|{count} originals|"
    "The original given with it|back-translating|translating|judging|no original|original|the rest"
).split("|")
_PROSE = re.compile(r"[A-Za-z’']{2,}[,;:]? ([a-z“{‘]|\()|\}[”’)]? [a-z]{2,}|[a-z]{2,} \{")
_CODE = re.compile(r"(?i)^\s*(select|insert|delete|create|pragma|begin|update)\b|\\[bswdS(]|\(\?|</|^--?[a-z-]+$")
_NO_MESSAGE = re.compile(
    r"^(\*\.json.*|mtaudit: \{\w+\}|"
    r"mtaudit: \{file\}.*|mtaudit: \{document\}.*|mtaudit audit \{name\}|import importlib.*|"
    r"application/.*|object at 0x|original where whole|best=\{.*|--baseline \{baseline\}|pip install 'unbabel.*|"
    r"and no|no evidence|rules off|too short|negation (lost|added)|\{line\}\n.*|.*\{phrase\}.*|comet: \{.*|"
    r"critical major minor|index start .*|input format .*|mtaudit report|original (found|type) .*|rule category .*|"
    r"--track \{target\}: \{value\}|(\S+ )?\S+(\(|\)|\[|=)\S*)$",
    re.DOTALL,
)
_SKIPPED_CALLS = {"compile", "sub", "search", "match", "fullmatch", "split", "execute", "executescript", "write_text"}
_OF_RULES = {"why", "name", "code", "example"}
_FORMS = 24  # forms that a text may have


class Extractor(ast.NodeVisitor):
    """The messages of one module."""

    def __init__(self, path: Path, sentences: bool) -> None:
        self.where = path.relative_to(ROOT.parent).as_posix()
        self.sentences = sentences
        self.found: list[tuple[str, str | None]] = []  # singular, plural

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("_", "ngettext") and node.args:
                texts = [a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                if name == "ngettext" and len(texts) == 2:
                    self.found.append((texts[0], texts[1]))
                elif name == "_":
                    self.found += [(text, None) for text in _texts(node.args[0])]
                for argument in node.args[1 + (name == "ngettext") :] + [k.value for k in node.keywords]:
                    self.visit(argument)
                return
            if name == "count" and "rendering/html" in self.where and len(node.args) == 2:
                noun = ast.literal_eval(node.args[1])
                self.found.append((f"{{count}} {noun}", f"{{count}} {noun}s"))
                return
            if name in _SKIPPED_CALLS:
                return
            if (
                isinstance(node.func, ast.Attribute)
                and node.func.attr == "option"
                and "click" in ast.unparse(node.func)
            ):
                return  # help is read off the command itself
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal"):
            return
        if isinstance(node, ast.ClassDef):  # texts of rules are read off the rules themselves
            for part in node.body:
                if not _is_named(part):
                    self.visit(part)
            return
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return  # a docstring
        if isinstance(node, ast.JoinedStr | ast.Constant | ast.BinOp | ast.IfExp) and self.sentences:
            forms = _forms(node)
            if forms is not None:
                told = [text for form in forms if _is_prose(text := _message(form).strip())]
                self.found += [(text, None) for text in told]
                if told:
                    for inner in _holes(node):
                        self.visit(inner)
                    return
                if isinstance(node, ast.Constant):
                    return
        if isinstance(node, ast.JoinedStr):
            for inner in _holes(node):
                self.visit(inner)
            return
        super().generic_visit(node)


def _is_named(node: ast.stmt) -> bool:
    """Whether a statement of a class is one of the texts of a rule."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return any(isinstance(target, ast.Name) and target.id in _OF_RULES for target in targets)


Part = str | tuple[str, ast.expr]  # literal, or spelling of the hole and what fills it


def _forms(node: ast.AST) -> list[list[Part]] | None:
    """All forms of a text; None where it is no text."""
    if isinstance(node, ast.Constant):
        return [[node.value]] if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        pieces = [_forms(v) or [[]] for v in node.values]
        return [[*itertools.chain(*choice)] for choice in itertools.islice(itertools.product(*pieces), _FORMS)]
    if isinstance(node, ast.FormattedValue):
        inner = None if isinstance(node.value, ast.Constant) else _forms(node.value)
        if inner is not None:
            return inner
        spec = (
            "".join(getattr(v, "value", "") for v in node.format_spec.values)
            if isinstance(node.format_spec, ast.JoinedStr)
            else ""
        )
        how = f"!{chr(node.conversion)}" if node.conversion > 0 else ""
        return [[(f"{how}{f':{spec}' if spec else ''}", node.value)]]
    if isinstance(node, ast.IfExp):
        both = _forms(node.body), _forms(node.orelse)
        return None if None in both else [*(both[0] or []), *(both[1] or [])]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and isinstance(node.left, ast.Constant):
        return [[], [node.left.value]] if isinstance(node.left.value, str) else None
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_count" and len(node.args) == 2:
        noun = _forms(node.args[1])
        if noun is not None and noun[0]:
            return [[("", ast.Name("count")), f" {noun[0][0]}{s}"] for s in ("", "s")]
    return None


def _message(form: list[Part]) -> str:
    """A form as a message: braces of its own doubled, holes named by what fills them."""
    text, names = "", {}
    for part in form:
        if isinstance(part, str):
            if re.search(r"\{\d*\}", part):  # a table's template for str.format
                text += re.sub(r"\{(\d*)\}", lambda match: f"{{{_ORDINALS[int(match[1] or 0)]}}}", part)
            else:
                text += part.replace("{", "{{").replace("}", "}}")
        else:
            spelt, value = part
            key = ast.unparse(value)
            name = names.get(key)
            if name is None:
                base = _name(value)
                name, number = base, 2
                while name in names.values():
                    name, number = f"{base}{number}", number + 1
                names[key] = name
            text += f"{{{name}{spelt}}}"
    return text


_LONGER = {
    "d": "document",
    "s": "severity",
    "e": "entry",
    "n": "count",
    "a": "word",
    "severities": "count",
    "total": "count",
}
_ORDINALS = ("first", "second", "third", "fourth")


def _name(node: ast.AST) -> str:
    """A readable name for what an expression says."""
    if isinstance(node, ast.Name):
        return _LONGER.get(node.id, node.id.strip("_").lower())
    if isinstance(node, ast.Attribute):
        if node.attr in ("name", "text", "id", "value") and isinstance(node.value, ast.Name | ast.Attribute):
            return _name(node.value)
        return node.attr.strip("_").lower()
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called == "len" and node.args:
            return "count"
        if called == "join":
            return "list"
        if node.args and called in ("shown", "cut", "one_line", "str", "sorted", "_quoted", "_shown", "_original"):
            return _name(node.args[-1]) if called == "_original" else _name(node.args[0])
        return called.strip("_").lower() or "value"
    if isinstance(node, ast.Subscript):
        if isinstance(node.value, ast.Attribute) and node.value.attr == "text":
            return "text"
        return _name(node.value) if not isinstance(node.value, ast.Call) else "value"
    if isinstance(node, ast.BoolOp):
        return _name(node.values[0])
    if isinstance(node, ast.BinOp):
        return _name(node.left) if not isinstance(node.left, ast.Constant) else _name(node.right)
    return "value"


def _holes(node: ast.AST) -> Iterator[ast.AST]:
    """Expressions inside a text that may hold texts of their own."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FormattedValue):
            if _forms(child.value) is None:
                yield child.value
            else:
                yield from _holes(child.value)
        elif isinstance(child, ast.JoinedStr):
            yield from _holes(child)
        elif isinstance(child, ast.IfExp):
            yield child.test
            yield from _holes(child)


def _texts(node: ast.AST) -> list[str]:
    """What `_()` looks up: a text as it stands, or each of two."""
    return [text for form in _forms(node) or [] if (text := "".join(p for p in form if isinstance(p, str)))]


def _is_prose(text: str) -> bool:
    return bool(_PROSE.search(text)) and not _CODE.search(text) and not _NO_MESSAGE.match(text)


def in_code() -> Iterator[tuple[str, str, str | None]]:
    """Where, message and plural of everything that stands in the modules."""
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(("data/", "interface/")):
            continue
        listed = any(name == part or name.startswith(part.rstrip("/") + "/") for part in SENTENCES)
        sentences = listed and name not in ("cli/localised.py", "cli/signals.py")
        extractor = Extractor(path, sentences)
        extractor.visit(ast.parse(path.read_text(encoding="utf-8")))
        for text, plural in extractor.found:
            yield extractor.where, text, plural


def in_help() -> Iterator[tuple[str, str]]:
    """Help of every command and option, as click asks for it."""
    root = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(root, name)
        assert command is not None
        yield from _help(command, f"mtaudit/cli/{name}.py")
    yield from _help(cli, "mtaudit/cli/__init__.py")


def _help(command: click.Command, where: str) -> Iterator[tuple[str, str]]:
    yield where, inspect.cleandoc(command.help or "").partition("\f")[0]
    if command.short_help:
        yield where, command.short_help
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            yield where, option.help
    for inner in command.commands.values() if isinstance(command, click.Group) and command is not cli else ():
        yield from _help(inner, where)


def in_tables() -> Iterator[tuple[str, str]]:
    for table in TABLES:
        module, _, name = table.partition(":")
        for text in _all(getattr(importlib.import_module(module), name)):
            yield module.replace(".", "/") + ".py", text
    for text in CLICK:
        yield "mtaudit/cli/localised.py", text
    for road in ROADS:
        yield "mtaudit/names/roads.py", road.name
    for word in WORDS:
        yield "tools/messages.py", word


def _all(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, Mapping):
        for value in table.values():
            yield from _all(value)
    elif table is not None:
        for value in table:
            yield from _all(value)


def template() -> Catalog:
    """All messages, in the order of the files they stand in."""
    catalog = _empty(None)
    places: dict[tuple[str, str | None], set[str]] = {}
    for where, text, plural in in_code():
        places.setdefault((text, plural), set()).add(where)
    for where, text in (*in_help(), *in_tables()):
        places.setdefault((text, None), set()).add(where)
    for rule in all_rules().values():
        if type(rule).__module__.startswith("mtaudit."):
            where = type(rule).__module__.replace(".", "/") + ".py"
            for text in (rule.does(), rule.why):
                places.setdefault((text, None), set()).add(where)
    plurals = {singular for singular, plural in places if plural}
    for (text, plural), files in sorted(places.items(), key=lambda item: (min(item[1]), item[0][0])):
        if not text or (plural is None and text in plurals):
            continue
        catalog.add((text, plural) if plural else text, locations=[(file, 1) for file in sorted(files)])
    for code, name in sorted(_languages(Locale("en")).items()):
        if name not in catalog:
            catalog.add(name, auto_comments=[f"language {code}"])
    return catalog


def _languages(locale: Locale) -> dict[str, str]:
    """Languages by ISO 639-1, as far as CLDR names them."""
    return {code: name for code, name in locale.languages.items() if len(code) == 2}


def _empty(locale: str | None) -> Catalog:
    return Catalog(locale, project="mtaudit", copyright_holder="", fuzzy=False)


def catalog(language: str, messages: Catalog) -> Catalog:
    """The catalog of a language with the messages of today; those that are gone are taken out."""
    path = CATALOGS / f"{language}.po"
    old = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else _empty(language)
    own = {name: _languages(Locale(language))[code] for code, name in _languages(Locale("en")).items()
           if code in _languages(Locale(language))}  # fmt: skip
    new = _empty(language)
    new.header_comment = old.header_comment
    for message in messages:
        if not message.id:
            continue
        before = old.get(message.id)
        text = before.string if before is not None else ""
        if isinstance(message.id, tuple) and isinstance(text, str):  # it had no plural before
            text = (text,) * new.num_plurals if text else ""
        elif isinstance(message.id, str) and not isinstance(text, str):
            text = text[0]
        if not text and isinstance(message.id, str):
            text = own.get(message.id, "")
        new.add(message.id, text or None, locations=message.locations, auto_comments=message.auto_comments)
    return new


def written(catalog: Catalog) -> bytes:
    """A catalog as text, without what changes from day to day."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, sort_output=False, include_lineno=False, omit_header=False)
    text = re.sub(r'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By|Report-Msgid'
                  r'-Bugs-To): .*\\n"\n', "", out.getvalue().decode(), flags=re.MULTILINE)  # fmt: skip
    return text.encode()


def compiled(catalog: Catalog) -> bytes:
    """A catalog as gettext reads it."""
    out = io.BytesIO()
    bare = _Bare(str(catalog.locale), fuzzy=False)
    for message in catalog:
        if message.id and message.string:
            bare.add(message.id, message.string)
    write_mo(out, bare)
    return out.getvalue()


class _Bare(Catalog):
    """A catalog whose header says nothing of the day and of Babel's version."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:  # type: ignore[override]
        plural = f"nplurals={self.num_plurals}; plural={self.plural_expr};"
        return [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", plural)]


def made() -> dict[Path, bytes]:
    """Every file: path -> what should be in it."""
    messages = template()
    found = {CATALOGS / "mtaudit.pot": written(messages)}
    for language in LANGUAGES[1:]:
        own = catalog(language, messages)
        found[CATALOGS / f"{language}.po"] = written(own)
        found[CATALOGS / f"{language}.mo"] = compiled(own)
    return found


def main() -> int:
    stale = 0
    for path, data in made().items():
        if "--check" in sys.argv:
            if not path.exists() or path.read_bytes() != data:
                print(f"{path.relative_to(ROOT.parent)} is out of date: python tools/messages.py")
                stale = 1
        else:
            path.write_bytes(data)
    return stale


if __name__ == "__main__":
    sys.exit(main())
