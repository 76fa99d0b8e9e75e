"""Looks through the syntax tree of the package for words of a language that stand outside `languages/` and `data/`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from mtaudit.languages import ENGLISH, INDONESIAN
from mtaudit.languages.interface import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MATCHING = frozenset("compile search match sub fullmatch findall finditer split".split())  # functions of `re`
_LOOKING = frozenset(
    """startswith endswith removesuffix removeprefix replace partition rpartition find rfind index count split strip
    lstrip rstrip get intersection union issuperset isdisjoint difference""".split()
)  # methods of strings, sets and dicts
_TOLD = ("example", "__all__")  # assignments that no text is held against
_SENSES = frozenset("modals comparatives quantities indefinites".split())  # tables of a language by sense
_TAG = re.compile(r"<[^>]*>?")  # of markup
_SYNTAX = re.compile(r"\(\?P?<\w+>|\(\?[a-z]+[:)]|\\.|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}")  # of a regular expression


@dataclass(frozen=True, order=True)
class Leak:
    """A word of a language in a place where texts are looked at; `path` within the package."""

    path: str
    line: int
    word: str


def vocabulary(language: Language) -> frozenset[str]:
    """All words of two letters or more that a language's tables hold, multi-word entries taken apart."""
    return frozenset(w.lower() for text in _strings(language) for w in _WORD.findall(text) if len(w) > 1)


def senses(language: Language) -> frozenset[str]:
    """What the tables of a language call the senses of its words: must, rise, few, place."""
    tables = (getattr(language.senses, name) for name in _SENSES)
    return frozenset(sense for table in tables for sense in table)


def _strings(value: object, senses: bool = False) -> Iterator[str]:
    """All texts in a table, those of its fields and items included; not the keys of one of `_SENSES`."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            if part.name not in ("code", "name", "lookalikes", "encodings", "never"):  # no words
                yield from _strings(getattr(value, part.name), part.name in _SENSES)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from () if senses else _strings(key)
            yield from _strings(item)
    elif isinstance(value, frozenset | tuple):
        for item in value:
            yield from _strings(item)


def closed(language: Language) -> frozenset[str]:
    """Words of a language that a program's own names are hardly ever about."""
    speech, names = language.speech, language.names
    tables = (speech.pronouns, speech.determiners, speech.addressed, names.articles, names.conjunctions)
    return language.function_words.union(language.negation.negators, *tables)


def leaks(package: Path) -> list[Leak]:
    """Words of English or Indonesian in a container, a comparison, a key of a dict or a pattern, by place.

    Words of three letters or more that only Indonesian has count wherever they stand: no message has any. Never counted
    are docstrings, `example`s of rules and values of a `Literal` type; nor, of English, texts with a capital in them
    and words that the package uses as names (of functions, fields, arguments) unless they are function words.
    """
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(package.rglob("*.py"))}
    own, literal = _names(list(trees.values())), _literals(list(trees.values()))
    indonesian = vocabulary(INDONESIAN) - vocabulary(ENGLISH)
    always = closed(ENGLISH) | closed(INDONESIAN) | indonesian
    words = vocabulary(ENGLISH) | vocabulary(INDONESIAN)
    found = set()
    for path, tree in trees.items():
        inside = path.relative_to(package)
        if inside.parts[0] in ("languages", "data"):
            continue
        skipped = _skipped(tree)
        for line, text, pattern in _looked_for(tree, skipped):
            letters = (_SYNTAX if pattern else _TAG).sub(" ", text)
            if text not in literal and letters == letters.lower():
                for word in _WORD.findall(letters):
                    if word in words and (word in always or word not in own):
                        found.add(Leak(inside.as_posix(), line, word))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
                for word in () if node.value in literal else _WORD.findall(_TAG.sub(" ", node.value)):
                    if word in indonesian and len(word) > 2:
                        found.add(Leak(inside.as_posix(), node.lineno, word))
    return sorted(found)


def _names(trees: Iterable[ast.Module]) -> frozenset[str]:
    found: set[str] = set()
    for tree in trees:
        for node in ast.walk(tree):
            match node:
                case (
                    ast.Attribute(attr=name) | ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name)
                ):
                    found.add(name)
                case ast.AnnAssign(target=ast.Name(id=name)) | ast.keyword(arg=str(name)):
                    found.add(name)
                case ast.alias(name=name):
                    found.update(name.split("."))
    return frozenset(found)


def _literals(trees: Iterable[ast.Module]) -> frozenset[str]:
    found: set[str] = set()
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
                values = (part.value for part in ast.walk(node.slice) if isinstance(part, ast.Constant))
                found.update(value for value in values if isinstance(value, str))
    return frozenset(found)


def _skipped(tree: ast.Module) -> frozenset[int]:
    """The nodes of docstrings, of rules' examples and of lists of names."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            found.add(id(node.value))
        elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id in _TOLD for t in node.targets):
            found.update(id(part) for part in ast.walk(node))
    return frozenset(found)


def _looked_for(tree: ast.Module, skipped: frozenset[int]) -> Iterator[tuple[int, str, bool]]:
    """(line, text, whether it is a pattern) of what texts are held against."""
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        match node:
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                yield from _texts(parts)
            case ast.Dict(keys=keys):
                yield from _texts([key for key in keys if key is not None])
            case ast.Compare(left=left, comparators=others):
                yield from _texts([left, *others])
            case ast.MatchValue(value=value):
                yield from _texts([value])
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attribute), args=[pattern, *_]) if (
                attribute in _MATCHING
            ):
                yield from _texts([pattern], pattern=True)
            case ast.Call(func=ast.Attribute(value=value, attr=name), args=arguments) if name in _LOOKING:
                yield from _texts(arguments)
                if name == "split":
                    yield from _texts([value])


def _texts(nodes: list[ast.expr], pattern: bool = False) -> Iterator[tuple[int, str, bool]]:
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)):
                yield node.lineno, text, pattern
            case ast.JoinedStr(values=parts):
                yield from _texts(parts, pattern)
            case ast.BinOp(left=left, right=right):
                yield from _texts([left, right], pattern)
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                yield from _texts(parts, pattern)
