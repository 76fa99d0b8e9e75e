"""English texts of a report, recognised by the messages that they were made from, in the interface's language.

A report carries what it says in English, so that it is the same wherever it is read again. The message
`“{found}” is nowhere in the original.` recognises the text `“Siminoff” is nowhere in the original.`; what stands in its
holes is carried over, and is a phrase itself where it is recognised as one, but never between quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from string import Formatter
from weakref import WeakKeyDictionary

from mtaudit.interface.catalog import Catalog, current

_LEAST = 5  # letters of its own that a message needs to be recognised by, where it has holes
_DEEP = 5  # phrases in phrases
_FIGURE = r"[-+−]?\d[\d.,]*%?"
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z“(])")
_QUOTED = re.compile(r"“[^”]*”")
_JOINTS = re.compile(r", | and | or |; ")
_CODED = re.compile(r"(.+)( \(\w{2,3}\))")
_CLOSED = re.compile(r"(\s*[(\[—–:;,]?\s*)(.*?)(\s*[)\]:;,.]*\s*)", re.DOTALL)


def phrase(text: str) -> str:
    """`text` in the language of the interface; as it is where no message of the catalog is recognised in it."""
    catalog = current()
    if catalog is None or not text:
        return text
    known = _known.get(catalog)
    if known is None:
        known = _known[catalog] = Recogniser(catalog)
    return known.shown(text)


@dataclass(frozen=True, slots=True)
class _Hole:
    name: str
    figure: bool  # a number written by Python
    quoted: bool  # between quotation marks: somebody's words


@dataclass(frozen=True, slots=True)
class _Template:
    pattern: re.Pattern[str]
    holes: tuple[_Hole, ...]
    translation: str
    letters: int
    index: str  # a word of its own that any text made from it has


@dataclass
class Recogniser:
    """The templates of a catalog, looked up by their longest words."""

    catalog: Catalog
    _by_word: dict[str, list[_Template]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for message, translation in self.catalog.messages.items():
            template = _template(message, translation)
            if template is not None:
                self._by_word.setdefault(template.index, []).append(template)
        for templates in self._by_word.values():
            templates.sort(key=lambda template: -template.letters)
        self.shown = lru_cache(maxsize=20_000)(self._shown)

    def _shown(self, text: str) -> str:
        found = self._told(text, 0)
        return text if found is None else found

    def _told(self, text: str, depth: int) -> str | None:
        """A text in the language of the catalog; None where nothing is recognised in it."""
        bare = text.strip()
        if not bare or depth > _DEEP:
            return None
        exact = self.catalog.messages.get(bare)
        told = _filled(exact, {}) if exact is not None else self._by_template(bare, depth, several=False)
        for way in (self._sentences, self._listed, self._headed):
            told = way(bare, depth) if told is None else told
        if told is None:
            told = self._by_template(bare, depth, several=True)
        if told is None or bare == text:
            return told
        return text.replace(bare, told, 1)

    def _by_template(self, text: str, depth: int, several: bool) -> str | None:
        found = [t for word in set(_WORD.findall(text)) for t in self._by_word.get(word, ())]
        for template in sorted(found, key=lambda template: -template.letters):
            match = template.pattern.fullmatch(text)
            if match is None:
                continue
            values = dict(zip(template.holes, match.groups(), strict=True))
            if not several and any(_BREAK.search(v) for hole, v in values.items() if not hole.quoted):
                continue
            return _filled(template.translation, {h.name: self._value(h, v, depth) for h, v in values.items()})
        return None

    def _sentences(self, text: str, depth: int) -> str | None:
        """Sentence by sentence, where one of them at least is recognised; the others stay as they are."""
        hidden = _QUOTED.sub(lambda match: "“" + "x" * (len(match.group()) - 2) + "”", text)
        cuts = [match.span() for match in _BREAK.finditer(hidden)]
        if not cuts:
            return None
        parts, at = [], 0
        for start, end in cuts:
            parts += [text[at:start], text[start:end]]
            at = end
        parts.append(text[at:])
        told = [part if n % 2 else self._told(part, depth + 1) for n, part in enumerate(parts)]
        if all(told[n] is None for n in range(0, len(parts), 2)):
            return None
        return "".join(part if new is None else new for part, new in zip(parts, told, strict=True))

    def _value(self, hole: _Hole, value: str, depth: int) -> str:
        """What stands in a hole: a figure, a phrase, a list of them, or what is nobody's to translate."""
        if hole.quoted:
            return value
        if hole.figure:
            return self.catalog.figure(value)
        told = self._told(value, depth + 1)
        match = _CLOSED.fullmatch(value)
        if told is None and match is not None and match[2] and match[2] != value:
            inner = self._told(match[2], depth + 1)
            told = None if inner is None else f"{match[1]}{inner}{match[3]}"
        return value if told is None else told

    def _headed(self, text: str, depth: int) -> str | None:
        """`name: phrase`, and `phrase (code)`."""
        head, colon, rest = text.partition(": ")
        told = self._told(rest, depth + 1) if colon else None
        if told is not None:
            return f"{self.catalog.messages.get(head, head)}: {told}"
        coded = _CODED.fullmatch(text)
        name = self.catalog.messages.get(coded[1]) if coded else None
        return f"{name}{coded[2]}" if coded and name else None

    def _listed(self, value: str, depth: int) -> str | None:
        """A list of phrases or of quoted words, with its joints; None where something in it is neither."""
        hidden = _QUOTED.sub(lambda match: "“" + "x" * (len(match.group()) - 2) + "”", value)
        joints = list(_JOINTS.finditer(hidden))
        if not joints:
            return None
        parts, at = [], 0
        for joint in joints:
            parts.append(value[at : joint.start()])
            at = joint.end()
        parts.append(value[at:])
        found, first = "", 0
        while first < len(parts):
            for last in range(len(parts), first, -1):  # a phrase may hold a joint itself
                start = joints[first - 1].end() if first else 0
                part = value[start : joints[last - 1].start() if last < len(parts) else len(value)]
                if part == value:
                    continue
                told = part if _QUOTED.fullmatch(part) else self._told(part, depth + 1)
                if told is not None:
                    break
            else:
                return None
            found += told
            if last < len(parts):
                word = self.catalog.messages.get(joints[last - 1].group().strip())
                found += joints[last - 1].group() if word is None else f" {word} "
            first = last
        return found


_known: WeakKeyDictionary[Catalog, Recogniser] = WeakKeyDictionary()


def holes(message: str) -> list[str]:
    """The holes of a message as it spells them, `{score:g}` as `score:g`, in order."""
    return [f"{name}{f'!{how}' if how else ''}{f':{spec}' if spec else ''}" for _, name, spec, how in _parsed(message)]


def _parsed(message: str) -> list[tuple[str, str, str, str]]:
    """Literal before, name, format and conversion of each hole. Raises ValueError where braces don't match."""
    return [
        (literal, name, spec or "", how or "")
        for literal, name, spec, how in Formatter().parse(message)
        if name is not None
    ]


def _template(message: str, translation: str) -> _Template | None:
    """None for a message without holes, or with too few words of its own to know it by."""
    try:
        parts = [*Formatter().parse(message)]
    except ValueError:
        return None
    found: list[_Hole] = []
    pattern, words = "", []
    for number, (literal, name, spec, how) in enumerate(parts):
        following = parts[number + 1][0] if number + 1 < len(parts) else ""
        pattern += re.escape(literal)
        before = bool(number and parts[number - 1][1] is not None)
        for word in _WORD.finditer(literal):
            glued = (word.start() == 0 and before) or (word.end() == len(literal) and name is not None)
            words.append((not glued, len(word.group()), word.group()))
        if name is None:
            continue
        figure = bool(spec) and spec[-1] in "gfd%,"
        quoted = (literal.endswith("“") and following.startswith("”")) or how == "r"
        if any(hole.name == name for hole in found):
            pattern += f"(?P={name})"
        else:
            pattern += f"(?P<{name}>{_FIGURE})" if figure else f"(?P<{name}>.*?)"
            found.append(_Hole(name, figure, quoted))
    letters = sum(length for _, length, _ in words)
    whole = [word for word in words if word[0]]
    if not found or letters < _LEAST or not whole:
        return None
    return _Template(re.compile(pattern, re.DOTALL), tuple(found), translation, letters, max(whole)[2])


def _filled(translation: str, values: dict[str, str]) -> str:
    """A translation with the texts of its holes, as they were recognised."""
    found = ""
    for literal, name, _, _ in Formatter().parse(translation):
        found += literal + ("" if name is None else values.get(name, f"{{{name}}}"))
    return found
