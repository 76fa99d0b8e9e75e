"""Which language a text is in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtaudit.languages import ENGLISH, INDONESIAN, LANGUAGES
from mtaudit.languages.identify import headed, identify, is_foreign
from tests.conftest import SAMPLES, Run

KNOWN = list(LANGUAGES.values())
REGIONAL = [  # written for this test
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("regional.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_the_samples(path: object) -> None:
    """Each article is taken for what its name says, surely."""
    assert isinstance(path, Path)
    found = identify(path.read_text(encoding="utf-8"), KNOWN)
    assert found.code == path.stem[-2:]
    assert found.confidence > 0.8


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Harga minyak naik tajam pada hari Senin karena pasokan dari Laut Utara terganggu.", "id"),
        ("Oil prices rose sharply on Monday as supplies from the North Sea were disrupted.", "en"),
        ("Les prix du pétrole ont fortement augmenté lundi en raison de perturbations en mer du Nord.", "fr"),
        ("Die Ölpreise sind am Montag stark gestiegen, weil Lieferungen aus der Nordsee ausfielen.", "de"),
        ("ارتفعت أسعار النفط بشكل حاد يوم الاثنين بسبب تعطل الإمدادات من بحر الشمال", "ar"),
    ],
)
def test_other_languages_are_named(text: str, code: str) -> None:
    """Sentences of five languages."""
    assert identify(text, KNOWN).code == code


@pytest.mark.parametrize(
    ("text", "code", "confidence"),
    [("Roma di la in", "id", 0.3), ("Menteri Kesehatan", "id", 0.5), ("Bank", "", 0.0)],
)
def test_a_few_words_are_told_by_what_there_is(text: str, code: str, confidence: float) -> None:
    """By a word of grammar, else by their letters; in no language where those are like any other's."""
    found = identify(text, KNOWN)
    assert (found.code, found.confidence) == (code, confidence)


def test_nothing_is_said_of_nothing() -> None:
    """Empty texts, digits and punctuation have no language."""
    for text in ("", "  \n", "12.345 – 67 %", "???"):
        assert identify(text, KNOWN).code == ""


@pytest.mark.parametrize("line", ["Rašyti komentarą", "Visos teisės saugomos", "Читать далее на сайте"])
def test_furniture_of_a_third_language_is_foreign(line: str) -> None:
    """Short lines of a site in another language."""
    assert is_foreign(line, KNOWN)


@pytest.mark.parametrize(
    "line",
    ["Lea Smith, Reuters", "José Martínez", "World", "Baca juga:", "By Jürgen Müller in Köln", "São Paulo", "2025"],
)
def test_names_and_own_furniture_are_not(line: str) -> None:
    """Bylines, places, and lines in the languages at hand."""
    assert not is_foreign(line, KNOWN)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Perdana Menteri Menolak Usulan Pajak Baru", True),
        ("Banjir Merendam Ribuan Rumah Warga di Lembah", True),
        ("Harga beras naik menjelang akhir tahun", True),
        ("Pengadilan memerintahkan pembebasan wartawan Turki", True),
        ("Trump Mengancam Kenaikan Bea Masuk untuk Mobil", True),
        ("Joko Widodo Reshuffles Cabinet Ahead of Vote", False),
        ("Jakarta Floods Leave Thousands Homeless", False),
        ("Prabowo Subianto in Washington", False),
        ("Bank Indonesia Holds Rates", False),
        ("Banjir", False),
        ("", False),
    ],
)
def test_a_headline_tells_its_language(line: str, told: bool) -> None:
    """By its words, whatever names stand in it; a headline of names or of one word tells nothing."""
    text = f"\n{line}\n\nThe prime minister rejected the proposal on Wednesday.\n"
    assert headed(text, INDONESIAN, ENGLISH) is told


@pytest.mark.parametrize(("code", "text"), REGIONAL)
def test_regional_languages_are_told_apart(code: str, text: str) -> None:
    """Sundanese, Javanese, Tetum, Minangkabau news: none is Indonesian, none is another of them."""
    assert identify(text, KNOWN).code == code


def test_a_regional_language_is_skipped_by_name(mtaudit: Run, tmp_path: Path) -> None:
    """With its probability, whether it stands in UTF-8, UTF-16 or a page; what is Indonesian beside it is audited."""
    su, jv, tet, min_ = (
        next(text for code, text in REGIONAL if code == wanted) for wanted in ("su", "jv", "tet", "min")
    )
    (tmp_path / "su.txt").write_bytes(su.encode("utf-16"))
    (tmp_path / "jv.txt").write_text(jv)
    (tmp_path / "tet.html").write_text(f"<html><body><article><h1>Notísia</h1><p>{tet}</p></article></body></html>")
    (tmp_path / "min.md").write_text(f"# Harago bareh\n\n{min_}\n")
    (tmp_path / "id.txt").write_text(
        "Menteri itu tiba di Jakarta pada hari Senin dan bertemu dengan para petani. "
        f"“{jv.partition('. ')[0]},” katanya dalam bahasa Jawa. Ia mengatakan bahwa pemerintah akan membeli beras dari "
        "mereka pada pekan depan, dan tidak akan menaikkan pajak sampai akhir tahun.\n"
    )
    done = mtaudit("audit", ".", "--no-translation", "--format", "json")
    report = json.loads(done.stdout)
    assert [d["id"] for d in report["documents"]] == ["id.txt"]
    reasons = {s["input"]: s["reason"] for s in report["skipped"]}
    for name, language in (
        ("su.txt", "Sundanese"),
        ("jv.txt", "Javanese"),
        ("tet.html", "Tetum"),
        ("min.md", "Minang"),
    ):
        assert reasons[name].startswith(f"the language looks like {language}")
        assert ", probability 0." in reasons[name]
