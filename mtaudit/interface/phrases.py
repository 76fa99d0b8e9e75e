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

_LEAST = 4  # letters and marks of its own that a message needs to be recognised by, where it has holes
_WEAK = 5  # letters and marks up to which all that stands in its holes must be known, too
_HEADS = 8  # names that may stand before a phrase, a colon behind each
_LONGEST = 16  # parts of a list that are looked at as one
_FIGURE = r"[-+−]?\d[\d.,]*%?"
_WORD = re.compile(r"[^\W\d_]+")
_STATEMENTS = re.compile(r"[.!?]\s+(?=[A-Z“(])|[;:](\s|$)")
_STOP = re.compile(r"(?<=[.!?])\s+")
_QUOTED = re.compile(r"“[^”]*”")
_BETWEEN = re.compile(r"”[^“”]*“")  # quoted words that go on behind a mark: two of them
_JOINTS = re.compile(r", | and | or |; ")
_SHAPES = {
    "severity": "critical|major|minor",
    "area": "[a-z]+",
    "code": r"[\w-]+",
}  # what can stand in a hole of that name
_COUNT = re.compile(r"count\d*|probability|similarity|share")
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
        self._told = lru_cache(maxsize=50_000)(self._tell)

    def shown(self, text: str) -> str:
        """The text in the language of the catalog, as it is where nothing is recognised in it."""
        found = self._told(text) or self._by_template(text.strip(), several=True)
        if found is None:  # sentence by sentence, as far as they are known
            parts = _parts(text)
            found = "".join(part if n % 2 else self._told(part) or part for n, part in enumerate(parts))
        return found

    def _tell(self, text: str, listed: bool = True) -> str | None:
        """A text in the language of the catalog; None where nothing is recognised in it. `listed`: it may be a list."""
        bare = text.strip()
        if not bare:
            return None
        exact = self.catalog.messages.get(bare)
        told = _filled(exact, {}) if exact is not None else self._by_template(bare, several=False)
        for way in (self._sentences, self._stopped, self._listed, self._headed):
            told = way(bare) if told is None and (listed or way != self._listed) else told
        if told is None or bare == text:
            return told
        return text.replace(bare, told, 1)

    def _by_template(self, text: str, several: bool) -> str | None:
        found = [t for word in set(_WORD.findall(text)) for t in self._by_word.get(word, ())]
        for template in sorted(found, key=_worth):
            match = template.pattern.fullmatch(text)
            if match is None:
                continue
            values = dict(zip(template.holes, match.groups(), strict=True))
            free = [v for hole, v in values.items() if not (hole.quoted or hole.figure)]
            words = [v for hole, v in values.items() if hole.quoted]
            if not several and (any(self._overrun(v) for v in free) or any(_BETWEEN.search(v) for v in words)):
                continue
            if template.letters <= _WEAK and any(v and self._told(v) is None for v in free):
                continue
            return _filled(template.translation, {h.name: self._value(h, v) for h, v in values.items()})
        return None

    def _overrun(self, value: str) -> bool:
        """Whether a hole seems to hold more than is meant by it: several statements that are no phrase together."""
        return bool(_STATEMENTS.search(_hidden(value))) and self._told(value) is None

    def _sentences(self, text: str) -> str | None:
        """Sentence by sentence; None where one of them is not recognised."""
        parts = _parts(text)
        if len(parts) < 2:
            return None
        told = [part if n % 2 else self._told(part) for n, part in enumerate(parts)]
        return None if None in told else "".join(map(str, told))

    def _stopped(self, text: str) -> str | None:
        """A phrase with a full stop behind it."""
        told = self._told(text[:-1]) if text.endswith(".") else None
        return None if told is None else f"{told}."

    def _value(self, hole: _Hole, value: str) -> str:
        """What stands in a hole: a figure, a phrase, a list of them, or what is nobody's to translate."""
        if hole.quoted:
            return value
        if hole.figure:
            return self.catalog.figure(value)
        told = self._told(value)
        if told is None and (whole := self._told(f"{value}.")) is not None:
            told = whole.removesuffix(".")
        match = _CLOSED.fullmatch(value)
        if told is None and match is not None:
            before, bare, behind = match.groups()
            inner = self._told(bare) if bare != value else None
            told = None if inner is None else f"{before}{inner}{behind}"
        return value if told is None else told

    def _headed(self, text: str) -> str | None:
        """`name: phrase`, `phrase: name`, and `phrase (code)`."""
        head, colon, rest = text.partition(": ")
        told = self._told(rest) if colon and rest.count(": ") < _HEADS else None
        known = self.catalog.messages.get(head) if colon else None
        if told is not None or known is not None:
            return f"{known or head}: {told or rest}"
        coded = _CODED.fullmatch(text)
        name = self.catalog.messages.get(coded[1]) if coded is not None else None
        return None if coded is None or name is None else f"{name}{coded[2]}"

    def _listed(self, value: str) -> str | None:
        """A list of phrases or of quoted words, with its joints; None where something in it is neither."""
        hidden = _hidden(value)
        joints = list(_JOINTS.finditer(hidden))
        if not 0 < len(joints) < _LONGEST:
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
                told = part if _QUOTED.fullmatch(part) else self._told(part, False)
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


def _worth(template: _Template) -> tuple[int, int, str]:
    """Order in which templates are tried: the most literal first, then those that know more of their holes."""
    return -template.letters, -sum(hole.figure or hole.quoted for hole in template.holes), template.pattern.pattern


def _parts(text: str) -> list[str]:
    """The sentences of a text, and the blanks between them."""
    parts, at = [], 0
    for match in _STOP.finditer(_hidden(text)):
        parts += [text[at : match.start()], text[match.start() : match.end()]]
        at = match.end()
    return [*parts, text[at:]]


def _hidden(text: str) -> str:
    """The text with letters in the place of what stands between quotation marks."""
    return _QUOTED.sub(lambda match: "“" + "x" * (len(match.group()) - 2) + "”", text)


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
    for at, (literal, name, spec, how) in enumerate(parts):
        following = parts[at + 1][0] if at + 1 < len(parts) else ""
        pattern += re.escape(literal)
        before = at > 0 and parts[at - 1][1] is not None
        for word in _WORD.finditer(literal):
            glued = (word.start() == 0 and before) or (word.end() == len(literal) and name is not None)
            words.append((not glued, len(word.group()), word.group()))
        if name is None:
            continue
        figure = ((spec or "").endswith(("g", "f", "d", "%", ","))) or bool(_COUNT.fullmatch(name))
        quoted = (literal.endswith("“") and following.startswith("”")) or how == "r"
        if any(hole.name == name for hole in found):
            pattern += f"(?P={name})"
        else:
            shape = _FIGURE if figure else _SHAPES.get(name, ".*?") if not how else ".*?"
            pattern += f"(?P<{name}>{shape})"
            found.append(_Hole(name, figure, quoted))
    letters = sum(len(re.sub(r"\s", "", literal)) for literal, *_ in parts)
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
