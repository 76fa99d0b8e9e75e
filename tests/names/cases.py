"""Cases for the tests of names: a translation, with or without its English."""

from __future__ import annotations

from collections.abc import Iterable

from mtaudit.case import Case, Document, GlossaryEntry
from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN
from mtaudit.languages.sentences import split
from mtaudit.model import EntityVerdict
from mtaudit.names.cluster import NameIndex
from mtaudit.names.judge import judge
from mtaudit.originals.align import align


def case(
    indonesian: str,
    english: str | None = None,
    name: str = "one",
    glossary: Iterable[GlossaryEntry] = (),
    back: str = "",
) -> Case:
    """A case as the pipeline hands it to the judge; `back`: the back-translation of every sentence."""
    right = split(indonesian, INDONESIAN)
    nothing: tuple[None, ...] = (None,) * len(right)
    backs = (back or None,) * len(right)
    plain = Case(Document(name, name, indonesian), right, backs, nothing, ENGLISH_INDONESIAN, glossary=tuple(glossary))
    if english is None:
        return plain
    left = split(english, ENGLISH)
    return Case(
        plain.document, right, backs, nothing, ENGLISH_INDONESIAN, Document(name + ".en", name, english), "full", 1.0,
        left, align(right, left, nothing), glossary=tuple(glossary),
    )  # fmt: skip


def verdicts(
    indonesian: str, english: str | None = None, glossary: Iterable[GlossaryEntry] = (), back: str = ""
) -> dict[str, EntityVerdict]:
    """The verdicts on one document by the English name (by what was found, where there is no original)."""
    rows = tuple(glossary)
    one = case(indonesian, english, glossary=rows, back=back)
    index = NameIndex.build([one], [], rows)
    return {(v.original or v.found or ""): v for v in judge(one, index)}


def run(*texts: str, english: Iterable[str] = ()) -> list[dict[str, EntityVerdict]]:
    """The verdicts on several translations of one run, by what was found."""
    cases = [case(text, name=str(i)) for i, text in enumerate(texts)]
    originals = [Document(f"en{i}", f"en{i}", text) for i, text in enumerate(english)]
    index = NameIndex.build(cases, originals, ())
    return [{(v.found or ""): v for v in judge(c, index)} for c in cases]
