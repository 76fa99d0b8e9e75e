"""English texts of a report, recognised and shown in the language of the interface."""

from __future__ import annotations

import pytest

from mtaudit.interface import advice, number, phrase, using
from mtaudit.model import Report
from mtaudit.rules.registry import all_rules, run
from tests.interface.pseudo import escaped
from tests.rules.conftest import lay_out


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("“Siminov” is nowhere in the original.", "“Siminov” tidak ada dalam naskah asli."),
        (  # several sentences, a list of words in marks, a phrase in a hole
            "“A” is a damaged spelling of “B” (letters dropped). Also spelled “C”, “D”.",
            "“A” adalah ejaan rusak dari “B” (huruf hilang). Dieja pula “C”, “D”.",
        ),
        ("“think” is English.", "“think” berbahasa Inggris."),
        (  # what somebody said stays as it is, though it is a message, too
            "The quotation “no original to compare with” is missing.",
            "Kutipan “no original to compare with” tidak ada.",
        ),
        (
            "Nothing stands for “x”, with a name, a number and a negation.",
            "Tidak ada padanan “x”, beserta sebuah nama, sebuah angka dan sebuah ingkar.",
        ),
        (  # figures get the comma of the language, figures in quotations don't
            "3.4 findings in 100 words, at most 2.5 allowed",
            "3,4 temuan per 100 kata, paling banyak 2,5 diizinkan",
        ),
        ("“1.5” became “2.5”: the scale is wrong.", "“1.5” menjadi “2.5”: skalanya salah."),
        (  # a path in front of a message
            "a/b.txt: 1 critical finding, at most 0 allowed; entity score 61.5, at least 90 wanted",
            "a/b.txt: 1 temuan kritis, paling banyak 0 diizinkan; skor nama 61,5, diminta paling sedikit 90",
        ),
        (
            "left out as furniture of the page: bylines, dates, credits (3 lines), advertising (1 line)",
            "ditinggalkan sebagai bagian halaman: nama penulis, tanggal, kredit (3 baris), iklan (1 baris)",
        ),
        (
            "the language looks like Malay (ms), probability 0.93: only Indonesian translations and English originals "
            "are audited",
            "bahasanya tampak seperti Melayu (ms), peluang 0,93: hanya terjemahan Indonesia dan naskah asli Inggris "
            "yang diperiksa",
        ),
        ("Small letter behind a full stop, in 3 places.", "Huruf kecil setelah titik, di 3 tempat."),
        (  # two phrases, and not one with much between its marks
            "“a” is a word for “b” and “c” is a word for “d”",
            "“a” adalah kata untuk “b” dan “c” adalah kata untuk “d”",
        ),
        ("“A” is misspelt “B”.", "“A” is misspelt “B”."),  # `“{left}” is {language}.` is only for languages
        ("What nobody ever wrote.", "What nobody ever wrote."),
        ("", ""),
    ],
)  # fmt: skip
def test_a_text_is_known_by_the_message_it_was_made_from(english: str, indonesian: str) -> None:
    """Values are carried over; what is not recognised stays English."""
    assert phrase(english) == english
    with using("id"):
        assert phrase(english) == indonesian


def test_one_unknown_sentence_leaves_the_others(marked: None) -> None:
    """A rule of another package may add a sentence of its own."""
    assert phrase("The sentence runs in a circle. Bananas are yellow.") == (
        "⟪The sentence runs in a circle.⟫ Bananas are yellow."
    )


def test_a_long_list_takes_no_long_time(marked: None) -> None:
    """A note may list hundreds of things that nobody knows: it is given back as it is."""
    text = "; ".join(f"thing {n}, other and that: rest (x) of {n}" for n in range(400))
    assert phrase(text) == text


def test_only_words_of_advice_are_translated_among_suggestions() -> None:
    """What is to be written into the article is Indonesian already, and is never looked up word by word."""
    with using("id"):
        assert advice("leave it out") == "hilangkan"
        assert advice("original") == "original"


def test_figures_are_written_as_the_language_writes_them() -> None:
    """A decimal comma and points between thousands in Indonesian."""
    assert number(12345.678, ",.2f") == "12,345.68"
    with using("id"):
        assert number(12345.678, ",.2f") == "12.345,68"
        assert number(1234) == "1.234"
    assert number(1234) == "1,234"


def _said(report: Report) -> list[str]:
    """All that a report says in sentences."""
    texts = [read.reason for read in report.skipped]
    texts += [note for read in report.inputs for note in read.notes]
    for document in report.documents:
        texts += [*document.notes, *(item.reason for item in document.not_checked)]
        texts += [f.message for f in document.findings] + [a.message for f in document.findings for a in f.also]
        texts += [told for e in document.entities for told in e.evidence]
        texts += [q.note for q in document.quotes if q.note]
    return texts


def test_all_that_the_samples_report_says_is_recognised(marked: None, finished: Report) -> None:
    """Findings, notes, reasons, evidence: no English word is left but names and what stands in quotation marks."""
    said = set(_said(finished))
    assert len(said) > 20
    known = [read.input for read in finished.inputs] + [d.text for d in finished.documents]
    known += [q.original or "" for d in finished.documents for q in d.quotes]
    assert {text: words for text in said if (words := escaped(phrase(text), known))} == {}


def test_what_rules_say_of_their_own_examples_is_recognised(marked: None) -> None:
    """Every rule's message, as far as its example needs no judge or model to be found."""
    told: dict[str, str] = {}
    for code, rule in all_rules().items():
        english, indonesian = rule.example
        alike = english.count("\n") == indonesian.count("\n")
        for original in (english, None) if alike else (None,):
            for finding in run(lay_out(indonesian, original), [rule]):
                told[finding.message] = code
    assert len(set(told.values())) >= 25
    known = [text for rule in all_rules().values() for text in rule.example]
    assert {text: words for text in told if (words := escaped(phrase(text), known))} == {}
