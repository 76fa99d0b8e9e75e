"""The whole way of an article in a language that the package doesn't know."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.config import Settings
from mtaudit.languages import ENGLISH, INDONESIAN
from mtaudit.model import DocumentReport
from mtaudit.numbers.notation import foreign_notation
from mtaudit.running.audit import audit
from mtaudit.text import Reading
from tests.languages.esperanto import ESPERANTO, pair

ORIGINAL = """The minister visited Harborton on Monday.
“We will rebuild the bridge this year,” said Olena Marchenko, the mayor of the city.
The bridge cost 45 million euros.
Police said that 300 people lost their houses after the flood.
Marchenko thanked the workers of the port.
"""
GOOD = """La ministro vizitis Harborton lunde.
“Ni rekonstruos la ponton ĉi tiun jaron,” diris Olena Marchenko, la urbestro de la urbo.
La ponto kostis 45 milionojn da eŭroj.
La polico diris, ke 300 homoj perdis siajn domojn post la inundo.
Marchenko dankis la laboristojn de la haveno.
"""


def audited(translation: str, folder: Path, original: str | None = ORIGINAL) -> DocumentReport:
    """The report on a translation, as the command line makes it, with the toy pair."""
    article, source, data = folder / "artikolo.txt", folder / "article.txt", folder / "data"
    article.write_text(translation, encoding="utf-8")
    data.mkdir(exist_ok=True)
    originals = []
    if original is not None:
        source.write_text(original, encoding="utf-8")
        originals = [str(source)]
    settings = Settings(back_translation=False, second_translation=False, cache=str(folder))
    report = audit([str(article)], originals=originals, settings=settings, languages=pair(data))
    (document,) = report.documents
    assert document.language == "eo"
    return document


def test_a_right_translation_has_no_finding(tmp_path: Path) -> None:
    """Nothing is said of a sound article, and its original is found."""
    document = audited(GOOD, tmp_path)
    assert document.original is not None
    assert document.original.kind == "full"
    assert document.findings == ()


@pytest.mark.parametrize(
    ("right", "wrong", "category", "rule", "text"),
    [
        ("jaron,” diris", "jaron, diris", "quote", "QUO203", "“"),
        ("ke 300 homoj", "ke 200 homoj", "number", "NUM301", "200"),
        ("Marchenko dankis", "Markenjo dankis", "entity", "ENT101", "Markenjo"),
    ],
    ids=["lost mark", "changed number", "damaged name"],
)
def test_a_fault_is_found(tmp_path: Path, right: str, wrong: str, category: str, rule: str, text: str) -> None:
    """A lost quotation mark, a changed number and a damaged name are seen in any language with these tables."""
    assert right in GOOD
    found = audited(GOOD.replace(right, wrong), tmp_path).findings
    assert {f.category for f in found} == {category}
    assert text in {(f.text or "")[: len(text)] for f in found if f.rule == rule}


def test_without_an_original_the_translation_is_judged_by_itself(tmp_path: Path) -> None:
    """A mark that is lost shows in the translation alone; a sound article stays without a finding."""
    assert audited(GOOD, tmp_path, None).findings == ()
    assert "QUO203" in {f.rule for f in audited(GOOD.replace("jaron,”", "jaron,"), tmp_path, None).findings}


def test_a_language_that_writes_numbers_like_the_other_has_none_of_foreign_notation() -> None:
    """What is right in both is no slip in either."""
    assert foreign_notation(Reading("La ponto kostis 45.310.000 eŭrojn.", ESPERANTO, INDONESIAN)) == ()


def test_a_scale_that_a_language_has_no_word_for_is_left_as_it_is() -> None:
    """Nothing could be suggested for it."""
    assert foreign_notation(Reading("La ponto kostis 5 bn eŭrojn.", ESPERANTO, ENGLISH)) == ()
    (slip,) = foreign_notation(Reading("La ponto kostis 5 mn eŭrojn.", ESPERANTO, ENGLISH))
    assert slip.mend.startswith("5 milion")
