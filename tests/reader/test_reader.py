"""The reader in a real audit: what it thinks of words, what it tells, what it leaves to others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mtaudit.model import DocumentReport, Report
from mtaudit.reader.article import together
from mtaudit.reader.read import read
from tests.conftest import Run
from tests.rules.conftest import lay_out

ENGLISH = (
    "The company is running out of money after sales fell last year.\n"
    "Farmers said the rains came late this season.\n"
    "The government will send food to the towns damaged by the flood.\n"
    "The mayor asked residents to stay at home."
)
RIGHT = (
    "Perusahaan itu kehabisan uang setelah penjualan menurun tahun lalu.\n"
    "Para petani mengatakan hujan terlambat datang musim ini.\n"
    "Pemerintah akan mengirim makanan ke kota-kota yang rusak akibat banjir.\n"
    "Wali kota meminta warga untuk tetap di rumah."
)
WRONG = RIGHT.replace("uang", "kucing").replace("makanan", "mentega")
LEFT = RIGHT.replace("mengatakan", "think").replace("musim ini", "musim ini whatever")


def audited(mtaudit: Run, tmp_path: Path, rows: list[dict[str, str]], *options: str) -> Report:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = mtaudit("audit", "--pairs", pairs, "--format", "json", "--word-faults", *options)
    assert done.returncode == 0, done.stderr
    return Report.from_json(done.stdout)


def probability(document: DocumentReport, word: str) -> float:
    at = document.text.index(word)
    return next(w.p_fault for w in document.word_faults if w.start == at)


def row(id_: str, translation: str, original: str | None = None, system: str | None = None) -> dict[str, Any]:
    given = {"original": original, "system": system}
    return {"id": id_, "translation": translation, **{key: value for key, value in given.items() if value}}


def told(document: DocumentReport) -> dict[str, str]:
    """Text -> severity of what the reader tells."""
    return {f.text or "": f.severity for f in document.findings if f.evidence == "reader"}


def test_a_wrong_word_is_likelier_a_fault_than_the_right_one_in_its_place(mtaudit: Run, tmp_path: Path) -> None:
    """Beside the original every word has its probabilities, in order, and none is serious that is no fault."""
    rows = [row("wrong", WRONG, ENGLISH), row("right", RIGHT, ENGLISH)]
    wrong, right = audited(mtaudit, tmp_path, rows).documents
    for bad, good in (("kucing", "uang"), ("mentega", "makanan")):
        assert probability(wrong, bad) > 1.5 * probability(right, good)
    words = [wrong.text[w.start : w.end] for w in wrong.word_faults]
    assert words == WRONG.replace(".", "").split()
    assert all(0 <= w.p_serious <= w.p_fault <= 1 for w in wrong.word_faults)


def test_english_left_in_is_told_without_an_original(mtaudit: Run, tmp_path: Path) -> None:
    """As major findings of the rule that says why, as likely as the reader finds them; the score follows."""
    left, right = audited(mtaudit, tmp_path, [row("left", LEFT), row("right", RIGHT)]).documents
    assert "major" not in told(right).values()
    first, second = [f for f in left.findings if f.severity == "major"]
    assert {first.text, second.text} == {"think", "whatever"}
    assert first.rule == second.rule == "SUR520"  # the named rule stands for the reader
    assert {f.text: f.p_fault for f in (first, second)} == {w: probability(left, w) for w in ("think", "whatever")}
    assert probability(left, "think") > 0.5
    assert (left.scores.overall or 100) < (right.scores.overall or 0)
    assert left.estimate is not None
    assert left.estimate.low <= left.estimate.serious_per_100_words <= left.estimate.high


def test_what_is_no_indonesian_by_right_is_not_told(mtaudit: Run, tmp_path: Path) -> None:
    """Brands, handles, loans, quoted phrases and a proverb in a third language are nothing to the reader."""
    rows = [
        row("form", "Warga mengunggah foto lewat WhatsApp dan kumparanNEWS kepada bnpb_indonesia."),
        row("loan", "Perusahaan fintech itu memberi cashback melalui e-wallet."),
        row("quoted", "Hakim mengutip “vox populi, vox Dei” kepada wartawan.\nVox populi, vox Dei."),
    ]
    for document in audited(mtaudit, tmp_path, rows).documents:
        assert not {"WhatsApp", "kumparanNEWS", "fintech", "cashback", "e-wallet"} & told(document).keys()
        assert not [text for text in told(document) if "ox " in text]


def test_names_are_not_told_as_likely_wrong_without_an_original(mtaudit: Run, tmp_path: Path) -> None:
    """Small words inside them aren't told at all, the same words outside are; nothing is said of figures."""
    text = (
        "Perusahaan itu kehabisan uang setelah penjualan menurun tahun lalu.\n"
        "Para petani dari Sky and Sea mengatakan hujan terlambat datang and musim ini.\n"
        "Buku Just the Funny Parts dan the makanan akan dikirim ke kota-kota yang rusak.\n"
        "Wali kota meminta warga in Barcelona untuk tetap di rumah House of Fire 4711."
    )
    (document,) = audited(mtaudit, tmp_path, [row("names", text)]).documents
    small = [f.start for f in document.findings if f.evidence == "reader" and (f.text or "").islower()]
    assert small == [text.index(stretch) for stretch in ("and musim", "the makanan", "in Barcelona")]
    assert "major" not in {severity for stretch, severity in told(document).items() if stretch[0].isupper()}
    assert not any(stretch.isdigit() for stretch in told(document))


def test_terms_of_a_trade_and_initials_are_no_serious_fault_alone(mtaudit: Run, tmp_path: Path) -> None:
    """A word never seen that looks Indonesian is minor at most; of initials and of a site's trail nothing is said."""
    config = tmp_path / "mtaudit.toml"
    config.write_text("[reader]\nserious = 0.001\nfault = 0.001\n", encoding="utf-8")
    text = (
        "Home > News > Nasional > Pemilu\n"
        "Brigjen Pol. (Purn.) I Made Sukerta menjalani ekokardiografi di rumah sakit itu.\n"
        "Warga menjaga subak yang terancam hilang karena hotel baru."
    )
    (document,) = audited(mtaudit, tmp_path, [row("a", text)], "--config", str(config)).documents
    serious = {word for stretch, grade in told(document).items() if grade == "major" for word in stretch.split()}
    assert {"menjalani", "menjaga"} <= serious
    assert not {"ekokardiografi", "subak"} & serious
    assert not {"I", "Home", "News"} & {word for stretch in told(document) for word in stretch.split()}


def test_a_line_says_less_of_itself_than_an_article() -> None:
    """Ten doubtful words in 100: of an article they are believed, of a line of fifteen words hardly."""
    line, part, article = (together(10.0, words, 10.0, words, 1.0) for words in (15, 60, 80))
    assert 1.0 < line < 2.0 < part < article
    assert article > 3.5


@pytest.mark.parametrize("options", [["--no-second-translation"], ["--no-back-translation"], ["--no-translation"]])
def test_it_reads_on_with_less_evidence(mtaudit: Run, tmp_path: Path, options: list[str]) -> None:
    """Whatever is switched off, every word has its probabilities, and they are others."""
    whole = audited(mtaudit, tmp_path, [row("a", WRONG, ENGLISH)]).documents[0]
    less = audited(mtaudit, tmp_path, [row("a", WRONG, ENGLISH)], *options).documents[0]
    assert [(w.start, w.end) for w in less.word_faults] == [(w.start, w.end) for w in whole.word_faults]
    assert less.word_faults != whole.word_faults


def test_the_settings_say_from_which_probability_on_it_tells(mtaudit: Run, tmp_path: Path) -> None:
    """1 tells nothing; a low one tells words, with what another translation has instead."""
    config = tmp_path / "mtaudit.toml"
    config.write_text("[reader]\nserious = 1\nfault = 1\n", encoding="utf-8")
    assert told(audited(mtaudit, tmp_path, [row("a", LEFT)], "--config", str(config)).documents[0]) == {}
    config.write_text("[reader]\nserious = 1\nfault = 0.25\n", encoding="utf-8")
    document = audited(mtaudit, tmp_path, [row("a", WRONG, ENGLISH)], "--config", str(config)).documents[0]
    assert told(document)["kucing"] == "minor"
    (finding,) = [f for f in document.findings if f.text == "kucing"]
    assert re.search("another translation has “.*uang”; the English says “.*money”", finding.message)
    assert finding.original is not None
    assert finding.original in ENGLISH


def test_a_named_finding_stands_for_the_readers(mtaudit: Run, tmp_path: Path) -> None:
    """One finding a place: the one that says what is wrong, with the reader's probability beside it."""
    translation = RIGHT.replace("Para petani mengatakan hujan", "Farmers said the rains came late this season. Hujan")
    document = audited(mtaudit, tmp_path, [row("a", translation)]).documents[0]
    (named,) = [f for f in document.findings if f.rule == "ADQ404"]
    assert (named.p_fault or 0) > 0.5
    place = range(named.start or 0, named.end or 0)
    assert place
    assert not [f for f in document.findings if f.evidence == "reader" and f.start in place]


def test_a_text_is_judged_in_the_company_of_its_systems_others(mtaudit: Run, tmp_path: Path) -> None:
    """The same text is estimated worse, and its words are doubted more, where its system's other texts are bad."""
    bad = "\n".join([LEFT] * 8).replace("rumah", "home").replace("warga", "residents")
    good = "\n".join([RIGHT] * 8)
    rows = [row("one", LEFT, system="x"), row("bad", bad, system="x"), row("two", LEFT, system="y"),
            row("good", good, system="y")]  # fmt: skip
    one, _, two, _ = audited(mtaudit, tmp_path, rows).documents
    assert one.estimate is not None
    assert two.estimate is not None
    assert one.estimate.serious_per_100_words > two.estimate.serious_per_100_words
    assert probability(one, "think") > probability(two, "think")


def test_words_of_the_original_that_nothing_stands_for_are_told(mtaudit: Run, tmp_path: Path) -> None:
    """With the place where they belong; each word of the original has its probability, and only beside one."""
    rows = [row("less", RIGHT.replace(" yang rusak akibat banjir", ""), ENGLISH), row("right", RIGHT, ENGLISH)]
    less, right = audited(mtaudit, tmp_path, rows).documents
    assert [ENGLISH[w.start : w.end] for w in less.missing_words] == ENGLISH.replace(".", "").split()
    assert not audited(mtaudit, tmp_path, [row("alone", RIGHT)]).documents[0].missing_words
    at = ENGLISH.index("damaged")
    missing, there = (next(w.p_missing for w in document.missing_words if w.start == at) for document in (less, right))
    assert missing > 2 * there
    config = tmp_path / "mtaudit.toml"
    config.write_text(f"[reader]\nmissing = {missing}\n", encoding="utf-8")
    less, right = audited(mtaudit, tmp_path, rows, "--config", str(config)).documents
    (finding,) = [f for f in less.findings if f.rule == "RDR503" and "damaged" in (f.original or "")]
    assert finding.original is not None
    assert finding.original in finding.message
    assert (finding.start, finding.severity, finding.evidence) == (None, "minor", "reader")
    assert less.text[: finding.anchor].endswith("kota-kota")
    assert not [f for f in right.findings if f.rule == "RDR503"]


def test_a_number_that_stands_in_other_words_is_not_missing(mtaudit: Run, tmp_path: Path) -> None:
    """90 minutes and one and a half hours are the same, however unlikely the words; two hours are not."""
    config = tmp_path / "mtaudit.toml"
    config.write_text("[reader]\nmissing = 0.1\n", encoding="utf-8")
    english = "The ban on the use of open fires lasts 90 minutes, the ministry said."
    kept = "Larangan penggunaan api terbuka berlaku satu setengah jam, kata kementerian itu."
    rows = [row("kept", kept, english), row("other", kept.replace("satu setengah", "dua"), english)]
    same, other = audited(mtaudit, tmp_path, rows, "--config", str(config), "--select", "RDR").documents
    told = [any("90" in (f.original or "") for f in d.findings if f.rule == "RDR503") for d in (same, other)]
    assert told == [False, True]


def test_what_a_named_rule_tells_as_missing_is_told_once(mtaudit: Run, tmp_path: Path) -> None:
    """A whole sentence that is missing is no word that is missing."""
    config = tmp_path / "mtaudit.toml"
    config.write_text("[reader]\nmissing = 0.1\n", encoding="utf-8")
    short = RIGHT.rsplit("\n", 1)[0]
    (document,) = audited(mtaudit, tmp_path, [row("a", short, ENGLISH)], "--config", str(config)).documents
    assert [f.rule for f in document.findings if "mayor" in (f.original or "") and f.start is None] == ["ADQ401"]


def test_lines_of_the_site_count_for_no_estimate(mtaudit: Run, tmp_path: Path) -> None:
    """Whatever they say, the article is as good as without them."""
    spam = "Posted By : nomor hk hari ini\n"
    plain, around = audited(mtaudit, tmp_path, [row("plain", LEFT), row("around", spam + LEFT)]).documents
    assert [f.text for f in around.findings if f.rule == "SUR508"] == [spam.strip()]
    assert plain.estimate is not None
    assert around.estimate is not None
    assert around.estimate.serious_per_100_words == plain.estimate.serious_per_100_words


def test_english_left_in_is_as_serious_as_the_reader_takes_it(mtaudit: Run, tmp_path: Path) -> None:
    """The named finding takes the reader's severity where it stands in its place."""
    text = LEFT.replace("whatever", "plumbing")
    found = {}
    for least in (0.001, 1):
        config = tmp_path / "mtaudit.toml"
        config.write_text(f"[reader]\nserious = {least}\n", encoding="utf-8")
        (document,) = audited(mtaudit, tmp_path, [row("a", text)], "--config", str(config)).documents
        found[least] = {f.text: f.severity for f in document.findings if f.rule == "SUR520"}
    assert found == {0.001: {"think": "major", "plumbing": "major"}, 1: {"think": "major", "plumbing": "minor"}}


def test_a_sentence_of_which_the_word_list_knows_nothing_is_read_all_the_same() -> None:
    """Each of its words has a probability."""
    found = read(lay_out("Ini itu.", "Zantrux blorvik.")).word_faults
    assert [(w.start, 0 < w.p_fault < 1) for w in found] == [(0, True), (4, True)]
