"""The hand-made reference tables hold what they promise: right form, no doubles, and what a news desk looks for."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from importlib.resources import files

import pytest

TYPES = {"PER", "ORG", "LOC", "MISC"}
COLUMNS = {
    "gazetteer.tsv": ["name", "type", "indonesian", "aliases"],
    "name_words.tsv": ["english", "indonesian", "type"],
    "titles.tsv": ["english", "indonesian"],
    "regnal_names.tsv": ["english", "indonesian"],
}


def text(file: str) -> str:
    return (files("mtaudit") / "data" / file).read_text(encoding="utf-8")


def rows(file: str) -> list[dict[str, str]]:
    head, *lines = text(file).splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


def cell(value: str) -> list[str]:
    return value.split("|") if value else []


GAZETTEER = rows("gazetteer.tsv")
WORDS = rows("name_words.tsv")
TITLES = rows("titles.tsv")


def indonesian(name: str, kind: str) -> list[str]:
    """Accepted Indonesian forms of a name or alias; the name itself where Indonesian keeps it."""
    for row in GAZETTEER:
        if row["type"] == kind and name in (row["name"], *cell(row["aliases"])):
            return cell(row["indonesian"]) or [row["name"], *cell(row["aliases"])]
    raise AssertionError(f"{name} ({kind}) is not in the gazetteer")


@pytest.mark.parametrize("file", COLUMNS)
def test_every_line_has_the_columns_of_the_header(file: str) -> None:
    lines = text(file).splitlines()
    assert lines[0].split("\t") == COLUMNS[file]
    wrong = [line for line in lines if line.count("\t") != len(COLUMNS[file]) - 1]
    assert not wrong


@pytest.mark.parametrize("file", COLUMNS)
def test_text_is_composed_unicode_without_stray_space(file: str) -> None:
    content = text(file)
    assert content == unicodedata.normalize("NFC", content)
    assert content.endswith("\n")
    for line in content.splitlines():
        for part in line.split("\t"):
            for form in part.split("|"):
                assert form == " ".join(form.split()), line


@pytest.mark.parametrize("file", COLUMNS)
def test_no_alternative_is_empty_or_given_twice(file: str) -> None:
    for row in rows(file):
        for column in ("indonesian", "aliases"):
            forms = cell(row.get(column, ""))
            assert "" not in forms, row
            assert len(forms) == len(set(forms)), row


def test_types_are_those_of_the_entities() -> None:
    assert {row["type"] for row in GAZETTEER} == TYPES
    assert {row["type"] for row in WORDS} <= TYPES


def test_gazetteer_has_at_least_1500_rows_and_every_type_in_strength() -> None:
    counts = Counter(row["type"] for row in GAZETTEER)
    assert sum(counts.values()) >= 1500
    assert min(counts.values()) >= 300


def test_word_and_title_tables_have_their_size() -> None:
    assert len(WORDS) >= 500
    assert len(TITLES) >= 150


def test_no_name_stands_twice_with_one_type() -> None:
    doubles = [k for k, n in Counter((r["name"], r["type"]) for r in GAZETTEER).items() if n > 1]
    assert not doubles
    assert len({(r["english"], r["type"]) for r in WORDS}) == len(WORDS)
    assert len({r["english"] for r in TITLES}) == len(TITLES)


def test_an_alias_points_to_one_name_of_its_type() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in GAZETTEER:
        for form in (row["name"], *cell(row["aliases"])):
            owners[row["type"], form.casefold()].add(row["name"])
    assert not {k: v for k, v in owners.items() if len(v) > 1}


def test_english_words_and_titles_are_lower_case_and_have_a_rendering() -> None:
    for row in WORDS + TITLES:
        assert row["english"] == row["english"].lower()
        assert row["indonesian"], row


def test_rows_are_sorted_so_that_changes_show() -> None:
    for table in (WORDS, TITLES):
        assert [r["english"] for r in table] == sorted(r["english"] for r in table)
    assert [r["type"] for r in GAZETTEER] == sorted(
        (r["type"] for r in GAZETTEER), key=["PER", "ORG", "LOC", "MISC"].index
    )


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [
        ("UN", "ORG", "PBB"),
        ("WHO", "ORG", "Organisasi Kesehatan Dunia"),
        ("European Union", "ORG", "Uni Eropa"),
        ("NATO", "ORG", "Pakta Pertahanan Atlantik Utara"),
        ("Supreme Court", "ORG", "Mahkamah Agung"),
        ("Red Cross", "ORG", "Palang Merah"),
        ("House of Representatives", "ORG", "DPR"),
        ("White House", "ORG", "Gedung Putih"),
        ("Doctors Without Borders", "ORG", "Dokter Lintas Batas"),
        ("Corruption Eradication Commission", "ORG", "KPK"),
        ("Premier League", "ORG", "Liga Inggris"),
        ("US", "LOC", "AS"),
        ("Cairo", "LOC", "Kairo"),
        ("Athens", "LOC", "Athena"),
        ("Damascus", "LOC", "Damaskus"),
        ("West Bank", "LOC", "Tepi Barat"),
        ("Crimea", "LOC", "Krimea"),
        ("Korean Peninsula", "LOC", "Semenanjung Korea"),
        ("Atlantic Ocean", "LOC", "Samudra Atlantik"),
        ("Nile", "LOC", "Sungai Nil"),
        ("Great Wall of China", "LOC", "Tembok Besar Tiongkok"),
        ("Milky Way", "LOC", "Bima Sakti"),
        ("Ivory Coast", "LOC", "Pantai Gading"),
        ("Pope Francis", "PER", "Paus Fransiskus"),
        ("Alexander the Great", "PER", "Aleksander Agung"),
        ("Aristotle", "PER", "Aristoteles"),
        ("World War II", "MISC", "Perang Dunia II"),
        ("Cold War", "MISC", "Perang Dingin"),
        ("Olympics", "MISC", "Olimpiade"),
        ("Champions League", "MISC", "Liga Champions"),
        ("Nobel Peace Prize", "MISC", "Hadiah Nobel Perdamaian"),
        ("Eid al-Fitr", "MISC", "Idulfitri"),
        ("Good Friday", "MISC", "Jumat Agung"),
        ("COVID-19", "MISC", "Covid-19"),
    ],
)
def test_a_name_is_called_what_indonesian_newspapers_call_it(name: str, kind: str, form: str) -> None:
    assert form in indonesian(name, kind)


@pytest.mark.parametrize(
    ("name", "spelling", "kind"),
    [
        ("Volodymyr Zelensky", "Zelenskyy", "PER"),
        ("Kyiv", "Kiev", "LOC"),
        ("Muammar Gaddafi", "Moammar Gadhafi", "PER"),
        ("Recep Tayyip Erdoğan", "Erdogan", "PER"),
        ("Odesa", "Odessa", "LOC"),
        ("Hezbollah", "Hizbullah", "ORG"),
    ],
)
def test_other_spellings_of_a_name_lead_to_its_row(name: str, spelling: str, kind: str) -> None:
    assert indonesian(spelling, kind) == indonesian(name, kind)


@pytest.mark.parametrize(
    "near",
    [("Iran", "Iraq"), ("Niger", "Nigeria"), ("Austria", "Australia"), ("Slovakia", "Slovenia"), ("Mali", "Malawi")],
)
def test_names_easily_taken_for_each_other_are_both_known(near: tuple[str, str]) -> None:
    one, other = (set(indonesian(name, "LOC")) for name in near)
    assert not one & other


@pytest.mark.parametrize(
    ("english", "form"),
    [
        ("university", "universitas"),
        ("river", "sungai"),
        ("strait", "selat"),
        ("treaty", "traktat"),
        ("cup", "piala"),
        ("airport", "bandara"),
        ("navy", "angkatan laut"),
        ("first", "pertama"),
    ],
)
def test_words_inside_names_have_their_indonesian_rendering(english: str, form: str) -> None:
    assert any(form in cell(row["indonesian"]) for row in WORDS if row["english"] == english)


@pytest.mark.parametrize(
    ("english", "form"),
    [
        ("president", "presiden"),
        ("foreign minister", "menlu"),
        ("secretary of state", "menteri luar negeri"),
        ("general", "jenderal"),
        ("dr.", "dr."),
        ("special envoy", "utusan khusus"),
        ("archbishop", "uskup agung"),
    ],
)
def test_titles_have_their_indonesian_rendering(english: str, form: str) -> None:
    assert any(form in cell(row["indonesian"]) for row in TITLES if row["english"] == english)
