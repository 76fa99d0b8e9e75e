"""What the names of the world are called in the target language: gazetteer, exonyms, words inside names, titles.

The tables lie in the pair's folder (for English and Indonesian data/, their sources in data/SOURCES.md), tab-separated,
`|` between several forms, `#` before remarks, with or without a header line. Forms are those of the target language:
gazetteer.tsv, bodies.tsv: name, type, forms, aliases; exonyms.tsv: name, forms, type; countries.tsv: name, form;
name_words.tsv: source word, forms, type; titles.tsv: source word, forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz.distance import Prefix

from mtaudit.case import GlossaryEntry
from mtaudit.languages.pair import LanguagePair
from mtaudit.names.spelling import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the world. `forms`: what the target language calls it; `aliases`: other right names and spellings."""

    name: str
    type: str
    forms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every right form, those of the target language first."""
        return tuple(dict.fromkeys((*self.forms, self.name, *self.aliases)))

    def endings(self) -> list[str]:
        """What a person may be called by after the first mention: the name without its first words."""
        parts = self.name.split()
        return [" ".join(parts[first:]) for first in range(1, len(parts))]


@dataclass
class Gazetteer:
    """All name tables. `by_name`: names and aliases in the source language; `by_form`: accepted forms -> entries."""

    by_name: dict[str, list[Entry]] = field(default_factory=dict)
    by_form: dict[str, list[Entry]] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)  # lower-case source word in names -> target forms
    titles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    surnames: dict[str, list[Entry]] = field(default_factory=dict)  # last word of a person's name -> entries
    first_names: dict[str, list[Entry]] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()  # words that end the names of organisations and places
    countries: frozenset[str] = frozenset()  # keys of their names in the source language
    given: tuple[Entry, ...] = ()  # from the user's glossary
    articles: frozenset[str] = frozenset()  # of the source language: names are looked up without one before them

    def key(self, name: str) -> str:
        """Letters and digits of a name without its article: what names are looked up by."""
        return _key(name, self.articles)

    def without_article(self, name: str) -> str:
        """The name without an article of the source language before it."""
        return _without_article(name, self.articles)

    def keeps(self, entry: Entry) -> bool:
        """Whether the target language writes the name as the source language does."""
        return not entry.forms or self.key(entry.name) in {self.key(f) for f in entry.forms}

    def add(self, entry: Entry) -> None:
        for form in (entry.name, *entry.aliases):
            _append(self.by_name, self.key(form), entry)
        for form in entry.accepted:
            _append(self.by_form, self.key(form), entry)
            parts = form.split()
            if entry.type == "PER" and len(parts) > 1:
                _append(self.surnames, fold(parts[-1]), entry)
                _append(self.first_names, fold(parts[0]), entry)

    def entries(self, name: str) -> list[Entry]:
        """Entries that a name of the source language may mean, the user's own first."""
        return self.by_name.get(self.key(name), [])

    def known(self, form: str) -> list[Entry]:
        """Entries of which `form` is a right form in either language."""
        return self.by_form.get(self.key(form), [])

    def forms(self, name: str) -> tuple[str, ...]:
        """Accepted forms and aliases of a name of the source language; empty where it is unknown."""
        return tuple(dict.fromkeys(f for e in self.entries(name) for f in e.accepted))

    def is_country(self, entry: Entry) -> bool:
        """Whether the entry is a country of CLDR's, by whichever of its names."""
        return self.key(entry.name) in self.countries

    def countries_like(self, stem: str) -> frozenset[str]:
        """Keys of the countries whose names begin most like `stem`, by at least four letters."""
        shared = {c: Prefix.similarity(c, stem) for c in self.countries}
        most = max(shared.values(), default=0)
        return frozenset(c for c, n in shared.items() if n == most) if most > 3 else frozenset()

    def word_forms(self, word: str) -> tuple[str, ...]:
        """What the target language calls a word inside names ("University" -> "Universitas"), or a title."""
        low = word.lower()
        return self.words.get(low, ()) + self.titles.get(low, ())

    def with_glossary(self, glossary: Iterable[GlossaryEntry]) -> Gazetteer:
        """The same tables, overruled by the user's."""
        rows = [g for g in glossary if g.type != "TERM"]
        if not rows:
            return self
        mine = Gazetteer(
            words=self.words,
            titles=self.titles,
            countries=self.countries,
            heads=self.heads,
            articles=self.articles,
        )
        mine.given = tuple(Entry(g.name, g.type, g.accepted or (g.name,)) for g in rows)
        for entry in mine.given:
            mine.add(entry)
        for own, other in (
            (mine.by_name, self.by_name),
            (mine.by_form, self.by_form),
            (mine.surnames, self.surnames),
            (mine.first_names, self.first_names),
        ):
            for k, entries in other.items():
                own.setdefault(k, entries)
        return mine


def _without_article(name: str, articles: frozenset[str]) -> str:
    first, space, rest = name.partition(" ")
    return rest if space and first.casefold() in articles else name


@lru_cache(maxsize=100_000)
def _key(name: str, articles: frozenset[str]) -> str:
    return fold(_without_article(name, articles))


def _append(table: dict[str, list[Entry]], k: str, entry: Entry) -> None:
    if k and entry not in table.setdefault(k, []):
        table[k].append(entry)


def rows(pair: LanguagePair, file: str) -> Iterator[list[str]]:
    """Rows of a table of the pair, without remarks and header; nothing where it has no such file."""
    content = pair.read(file)
    for number, line in enumerate((content or b"").decode("utf-8").splitlines()):
        cells = [c.strip() for c in line.split("\t")]
        if line.startswith("#") or not cells[0] or (number == 0 and cells[0].lower() in {"name", "english"}):
            continue
        yield cells + [""] * (4 - len(cells))


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(f.strip() for f in cell.split("|") if f.strip())


@cache
def load(pair: LanguagePair) -> Gazetteer:
    """The tables of a pair, read once a process; those that are missing are empty."""
    found = Gazetteer(articles=pair.source.names.articles)
    for name, kind, forms, aliases in (r[:4] for file in ("gazetteer.tsv", "bodies.tsv") for r in rows(pair, file)):
        found.add(Entry(name, kind or "MISC", _forms(forms), _forms(aliases)))
    for name, forms, kind in (r[:3] for r in rows(pair, "exonyms.tsv")):
        known = found.entries(name)
        new = tuple(f for f in _forms(forms) if not any(f in e.accepted for e in known))
        if new:
            found.add(Entry(name, kind or "LOC", new))
    for name, form in (r[:2] for r in rows(pair, "countries.tsv")):
        if not found.entries(name):
            found.add(Entry(name, "LOC", (form,)))
        own = (e.name for e in found.entries(name) if e.type == "LOC")  # Turkey for Türkiye
        found.countries |= {found.key(name), *map(found.key, own)}
    for file, table in (("name_words.tsv", found.words), ("titles.tsv", found.titles)):
        for word, forms in (r[:2] for r in rows(pair, file)):
            low = word.lower()
            table[low] = tuple(dict.fromkeys(table.get(low, ()) + _forms(forms)))
    found.heads = frozenset(r[0].lower() for r in rows(pair, "name_words.tsv") if r[2] in {"ORG", "LOC"})
    return found
