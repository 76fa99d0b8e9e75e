"""What the program knows of two languages together: one `LanguagePair` object a direction of translation."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from mtaudit.languages.interface import Language

Spelling = tuple[tuple[str, str], ...]  # regular expression -> what it is rewritten to, in this order

PACKAGE = files("mtaudit") / "data"


@dataclass(frozen=True, eq=False)
class LanguagePair:
    """Originals in `source`, translations in `target`, and everything particular to the two together.

    `data` is the folder of the pair's tables and models; what it lacks isn't known, and what rests on it is not
    judged or judged by less (docs/languages.md lists them). What belongs to one language alone (its tagger, its
    frequencies) lies in the package's own folder, under the language's code.
    """

    source: Language
    target: Language
    data: Traversable = PACKAGE
    length: float = 1.0  # letters of a usual translation for one letter of its original
    loans: Spelling = ()  # both spellings of a borrowed word made one: -tion, -si -> si
    respellings: Spelling = ()  # how the target respells places of the source: Bucharest, Bukarest: ch -> k
    letters: tuple[tuple[str, str], ...] = ()  # plain replacements that show cognates: ph -> f
    first_letters: frozenset[str] = frozenset()  # letters that cognates may begin with on either side: k (chemistry)

    @property
    def languages(self) -> tuple[Language, Language]:
        """Both, the source first."""
        return self.source, self.target

    @property
    def name(self) -> str:
        """The two codes: `en-id`."""
        return f"{self.source.code}-{self.target.code}"

    @property
    def back(self) -> str:
        """The two codes in the direction of a back-translation, as files are named that lead back: `id-en`."""
        return f"{self.target.code}-{self.source.code}"

    def read(self, name: str) -> bytes | None:
        """The content of one of the pair's files; None where it has none of that name."""
        path = self.data / name
        return path.read_bytes() if path.is_file() else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LanguagePair) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, str, str]:
        return self.source.code, self.target.code, str(self.data)
