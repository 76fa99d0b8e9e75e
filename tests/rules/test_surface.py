"""Surface faults are found where they stand, and good Indonesian is left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mtaudit.case import Case
from mtaudit.model import Finding, QuoteVerdict
from mtaudit.rules.registry import run
from mtaudit.rules.surface import RULES

MakeCase = Callable[..., Case]


def audit(case: Case) -> tuple[Finding, ...]:
    return run(case, [rule() for rule in RULES])


def codes(case: Case) -> list[str]:
    return [f.rule for f in audit(case)]


@pytest.mark.parametrize(
    "text",
    [
        "Anak-anak itu berjalan bersama-sama, berjam-jam lamanya.",
        "Harga iPhone dan saham YouTube naik, kata McDonald kepada CowParade.",
        "Tulis ke redaksi@kantor.co.id atau lihat www.kantor.co.id/Berita dan #KamiBersama.",
        "Duran Duran tampil di Bora Bora.",
        "“Kami serius, kami serius,” katanya.",
        "Perundingan itu - yang berjalan alot - berakhir pada pukul 12.55.",
        "Film The Lord of the Rings diputar lagi.",
        "Ia bekerja di Kantor Berita Antara. Indonesia menang.",
        "Harga: Rp1.500,50; suhu −5 derajat... lalu turun.",
        "Dunia menunggu.",
    ],
)
def test_good_indonesian_is_not_flagged(case: MakeCase, text: str) -> None:
    """Reduplications, names in camel case, addresses, dashes, titles and emphasis pass."""
    assert codes(case(text)) == []


def test_gaps_at_hyphens_are_told_at_their_places(case: MakeCase) -> None:
    """Each gap is a finding that says how to write the word; the same word again is a further place of it."""
    found = audit(case("Tujuan satu -satunya.\nLangkah - langkah itu, terang -terangan, satu -satunya."))
    assert [(f.text, f.suggestion, len(f.places)) for f in found] == [
        ("satu -satunya", "satu-satunya", 1),
        ("Langkah - langkah", "Langkah-langkah", 0),
        ("terang -terangan", "terang-terangan", 0),
    ]


@pytest.mark.parametrize("word", ["sandungan", "terkucil"])
def test_a_rare_word_of_a_stem_that_was_seen_is_one(case: MakeCase, word: str) -> None:
    """`tersandung` and `mengucilkan` tell, though a common word is one letter away."""
    assert not audit(case(f"Ia menyebut hal itu {word} bagi warga."))


def test_how_the_original_writes_a_name_is_no_slip(case: MakeCase) -> None:
    """A band with a full stop in its name, an account of words written as one."""
    small, glued = "Lagu itu karya fun. feat Janelle.", "Akun itu bernama pelakunyamengakui dulu."
    assert "SUR511" in codes(case(small, "The song is by fun, with Janelle."))
    assert "SUR511" not in codes(case(small, "The song is by fun. feat Janelle."))
    assert "SUR514" in codes(case(glued, "The account had another name."))
    assert codes(case(glued, "The account was called pelakunyamengakui.")) == []


def test_a_slip_of_a_letter_is_told_with_the_word_that_was_meant(case: MakeCase) -> None:
    """A half-translated word has none to suggest; a word that the original has, or another place as a name, passes."""
    found = audit(case("Anggaran pembangnan jalan itu dan lapisan hidrosphere dibahas."))
    assert [(f.rule, f.text, f.suggestion) for f in found] == [
        ("SUR522", "pembangnan", "pembangunan"),
        ("SUR522", "hidrosphere", None),
    ]
    assert codes(case("Lapisan hidrosphere dibahas.", "The hidrosphere is discussed.")) == []
    assert codes(case("Majalah Hidrosphere laku keras, kata pendiri hidrosphere itu.")) == []


def test_dash_between_different_words_is_no_gap(case: MakeCase) -> None:
    """A dash that lost one blank doesn't count as long as there is no reduplication with a gap."""
    assert codes(case("Perang itu -yang panjang- selesai.")) == []
    assert codes(case("Ia mengirim e -mel kemarin.")) == []  # one letter is no half of a reduplication


@pytest.mark.parametrize(
    ("text", "wrong", "mend"),
    [
        ("Surat kabar itu menulisMengutip seorang pejabat.", "menulisMengutip", "menulis. Mengutip"),
        ("Ia pergi.Mereka tinggal.", "pergi.Mereka", "pergi. Mereka"),
    ],
)
def test_joined_sentences(case: MakeCase, text: str, wrong: str, mend: str) -> None:
    """Two sentences without anything between are found whether or not the full stop is there."""
    (found,) = audit(case(text))
    assert (found.rule, found.text, found.suggestion) == ("SUR502", wrong, mend)


def test_joined_name_of_the_original_is_a_name(case: MakeCase) -> None:
    """What the original writes as one word is one."""
    assert codes(case("Perusahaan openSource itu besar.", "The company openSource is big.")) == []


def test_doubled_word(case: MakeCase) -> None:
    """A doubled word is found, with its place."""
    (found,) = audit(case("Hukuman tambahan tambahan dijatuhkan."))
    assert (found.rule, found.severity, found.text, found.suggestion) == (
        "SUR503",
        "minor",
        "tambahan tambahan",
        "tambahan",
    )


def test_doubled_word_of_the_original_is_kept(case: MakeCase) -> None:
    """Where the original says it twice, so may the translation."""
    assert codes(case("Itu sangat sangat jauh.", "It is very very far.")) == []


def test_loop_is_major(case: MakeCase) -> None:
    """A sentence in a circle is one major finding and not a heap of repeated words."""
    (found,) = audit(case("Ia pergi ke kota besar itu ke kota besar itu ke kota besar itu ke kota besar itu."))
    assert (found.rule, found.severity) == ("SUR504", "major")


def test_a_phrase_again_and_again_is_a_loop(case: MakeCase) -> None:
    """Four words three times in one sentence, other words between them."""
    text = "Ia pergi ke kota lalu ia pergi ke kota dan ia pergi ke kota."
    assert [(f.rule, f.text) for f in audit(case(text))] == [("SUR504", text[:-1])]


def test_a_loop_of_the_originals_own_is_kept(case: MakeCase) -> None:
    """Where the original runs in a circle, so may the translation."""
    text = "Mereka menari dan menari dan menari dan menari dan menari."
    assert codes(case(text, "They sang all night.")) == ["SUR504"]
    assert codes(case(text, "They danced and danced and danced and danced and danced.")) == []


def test_headline_that_stands_twice(case: MakeCase) -> None:
    """The second headline is marked, the first is a further place."""
    headline = "Perundingan damai dimulai lagi di Jenewa"
    text = f"{headline}\nSetelah jeda, para utusan kembali.\n{headline}"
    (found,) = audit(case(text))
    assert found.rule == "SUR505"
    assert found.start == text.rindex("Perundingan")
    assert [p.start for p in found.places] == [0]


def test_sentence_that_stands_twice_in_the_original_may_do_so(case: MakeCase) -> None:
    """A refrain is the author's."""
    text = "Kami tidak akan pernah menyerah.\nKami tidak akan pernah menyerah."
    assert codes(case(text, "We will never ever surrender.\nWe will never ever surrender.")) == []


def test_short_sentences_recur(case: MakeCase) -> None:
    """A sentence of four words may come again; a long one may not."""
    text = "Perundingan dimulai di Jenewa\n{0}\nHujan turun di kota itu semalam.\n{0}"
    assert codes(case(text.format("Mereka semua pulang cepat."))) == []
    assert codes(case(text.format("Mereka semua pulang ke rumah."))) == ["SUR505"]


def test_foreign_words_inside_a_sentence(case: MakeCase) -> None:
    """A run of English is marked whole where the original has it."""
    english = "They want to meet at the end of the next week, he said in Geneva on Monday."
    found = audit(case("Mereka ingin bertemu at the end of the next week, katanya di Jenewa pada hari Senin.", english))
    assert [(f.rule, f.text) for f in found] == [("SUR506", "at the end of the next week")]


def test_a_stretch_of_the_original_ends_where_the_original_goes_on_otherwise(case: MakeCase) -> None:
    """Words beside the stretch that the original has not beside it are the translation's own."""
    laid = case("Mereka bertemu at the end of the week di Jenewa.", "They met at the end of the week in Geneva.")
    (found,) = audit(laid)
    assert (found.rule, found.text, found.original) == ("SUR506", "at the end of the week", "at the end of the week")


def test_quoted_english_is_left_to_the_quotations(case: MakeCase) -> None:
    """A motto in quotation marks is no leftover."""
    assert codes(case("Semboyannya adalah “of the people, by the people, for the people” sejak dahulu.")) == []


def test_english_in_a_long_quotation(case: MakeCase) -> None:
    """A piece of one is told like any other; a sentence that is English throughout is told as such."""
    said = (
        "Kami akan pulang ke desa kami, kata mereka, karena di sana ada sawah, ladang, sungai, dan rumah orang tua kami"
    )
    text = (
        f"“{said} at the end of the week, dan sesudah itu kami akan kembali lagi ke kota untuk bekerja seperti biasa.”"
    )
    assert codes(case(text)) == ["SUR506"]
    assert codes(case("He said that the talks would go on until the end of the year.")) == []


def test_an_utterance_that_was_left_in_english(case: MakeCase) -> None:
    """Told as a whole and major where somebody is said to have spoken it."""
    (found,) = audit(case('"We will never give up," kata menteri itu kepada wartawan di istana.'))
    assert (found.rule, found.severity, found.text) == ("SUR506", "major", "We will never give up,")
    assert codes(case('Baris kedua lagu itu berbunyi "We will never give up" sejak dahulu.')) == []


def test_source_name_cut_off(case: MakeCase) -> None:
    """A medium's name as a sentence of its own is found; where the original has it so, it is not."""
    text = "“Kami siap,” kata menteri itu pada hari Minggu. BBC.\nIa lalu pergi."
    (found,) = audit(case(text))
    assert (found.rule, found.text) == ("SUR507", "BBC.")
    assert codes(case(text, '"We are ready," the minister said on Sunday. BBC.\nThen he left.')) == []
    assert codes(case("“Kami siap,” kata Hartati. Palang Merah.")) == ["SUR507"]
    assert codes(case("Palang Merah datang. Wibowo Hartono.")) == []
    assert codes(case("“Kami siap,” kata Hartati. Di Jakarta.")) == []
    assert codes(case("“Kami siap,” kata Hartati. Hidup rakyat Indonesia.")) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Baca juga: Lima fakta tentang kota ini", "line of the site"),
        ("Bisnis", "section label"),
        ("Prediksi togel dan keluaran sgp", "Link spam"),
        ("Diposting oleh: admin", "line of the site"),
    ],
)
def test_site_furniture(case: MakeCase, line: str, message: str) -> None:
    """Labels, read-more lines, robots' bylines and spam are found on lines of their own."""
    (found,) = audit(case(f"Para menteri bertemu di Jenewa.\n{line}\nMereka pulang kemarin."))
    assert found.rule == "SUR508"
    assert message in found.message
    assert found.text == line


def test_furniture_of_the_original_is_its_own(case: MakeCase) -> None:
    """A line that stands in the original, too, was translated from it."""
    text = "Para menteri bertemu.\nBaca juga: Harga emas naik lagi"
    assert codes(case(text, "The ministers met.\nRead also: Gold rises")) == ["SUR508"]
    assert codes(case(text, "The ministers met.\nBaca juga: Harga emas naik lagi")) == []


def test_slips_on_lines_of_the_site_are_nobodys(case: MakeCase) -> None:
    """Such a line goes as a whole."""
    assert codes(case("Para menteri bertemu.\nBaca juga: Harga emas emas naik lagi")) == ["SUR508"]


def test_an_english_line_inside_a_quotation_is_left_to_the_quotations(case: MakeCase) -> None:
    text = "“Kami pulang.\nseveral hundred angry villagers stormed offices yesterday.\nKami pergi,” katanya."
    quote = QuoteVerdict("yes", text, "ok", "faithful", 1, text.index("”"))
    assert "SUR520" in codes(case(text.replace("“", "").replace("”", "")))
    assert "SUR520" not in codes(replace(case(text), quotes=(quote,)))


def test_lines_of_marks_are_no_furniture(case: MakeCase) -> None:
    """Rules between parts of an article; a label that is the whole line is told."""
    assert [f.text for f in audit(case("Ia pergi.\n* * *\nBaca juga\nIa pulang."))] == ["Baca juga"]


def test_headlines_below_a_read_more_line(case: MakeCase) -> None:
    """The list that follows "read more:" goes with it, up to the next sentence."""
    text = "Mereka bertemu.\nBaca selengkapnya di sini:\nHarga beras naik lagi\nMereka pulang kemarin."
    assert [f.text for f in audit(case(text))] == ["Baca selengkapnya di sini:", "Harga beras naik lagi"]


def test_spam_words_in_prose_are_news(case: MakeCase) -> None:
    """An article about gambling is an article."""
    assert (
        codes(case("Polisi menutup situs judi dan kasino di kota itu, kata juru bicara kepolisian pada hari Senin."))
        == []
    )


def test_loose_marks_are_told_with_the_word_beside_them(case: MakeCase) -> None:
    """A blank alone shows nobody where it stands."""
    found = audit(case("Ia datang , lalu pergi.\nKemudian  mereka tidur,, katanya .\nIa minum ( teh) lagi."))
    assert [(f.text, f.suggestion) for f in found if f.rule == "SUR509"] == [
        ("datang ,", "datang,"),
        ("Kemudian  mereka", "Kemudian mereka"),
        ("tidur,,", "tidur,"),
        ("katanya .", "katanya."),
        ("( teh)", "(teh)"),
    ]


@pytest.mark.parametrize(
    ("text", "wrong", "mend"),
    [
        ("Ia berkata, “Kami pulang hari ini. ” Lalu ia pergi.", "ini. ”", "ini.”"),
        ("Kecepatannya mencapai 90 km / jam.", "km / jam.", "km/jam."),
    ],
)
def test_blanks_before_a_closing_mark_and_around_a_slash(case: MakeCase, text: str, wrong: str, mend: str) -> None:
    (found,) = audit(case(text))
    assert (found.rule, found.text, found.suggestion) == ("SUR509", wrong, mend)


def test_an_apostrophe_inside_one_word_parts_no_two(case: MakeCase) -> None:
    """`ma'afkan` is one word in an old spelling; `dia'menyebut` are two with a mark between."""
    (found,) = audit(case("Lalu dia'menyebut nama itu."))
    assert (found.rule, found.suggestion) == ("SUR509", "dia 'menyebut")
    assert codes(case("Mereka ma'afkan dia.")) == []


def test_a_text_without_a_sentence_has_no_finding(case: MakeCase) -> None:
    assert codes(case("")) == []


def test_shouted_words_follow_no_spelling_rule(case: MakeCase) -> None:
    """In capitals `dimana` may be a name; in running text it is the slip."""
    assert codes(case("Ia tinggal dimana saja.")) == ["SUR512"]
    assert codes(case("Grup DIMANA tampil di Jakarta.")) == []


def test_blanks_beside_a_clitics_hyphen_are_told_with_a_reduplications(case: MakeCase) -> None:
    """`Rumah -nya` is as sure a slip as `langkah -langkah`; without one it may be a dash."""
    found = audit(case("Rumah -nya besar dan langkah -langkah itu jelas."))
    assert [(f.rule, f.text) for f in found] == [("SUR501", "Rumah -nya"), ("SUR501", "langkah -langkah")]


def test_mojibake_is_major_and_mended(case: MakeCase) -> None:
    """Broken letters are major; the suggestion is what they were."""
    (found,) = audit(case("Sebuah kafÃ© di SÃ£o Paulo."))
    assert (found.rule, found.severity, found.text, found.suggestion) == ("SUR510", "major", "Ã©", "é")
    assert codes(case("Ångström, São Paulo, ÄÖÜ, Âge, “kutipan” – selesai.")) == []


def test_broken_letters_that_nobody_can_tell(case: MakeCase) -> None:
    """Found without a mend where it is plain that something broke; a letter that languages have is left alone."""
    (found,) = audit(case("Ia pergi ke kafâ€x itu."))
    assert (found.rule, found.text, found.suggestion) == ("SUR510", "â€x", None)
    assert codes(case("Âde Â» menulis surat.")) == ["SUR510"]
    assert codes(case("Kata Ä― itu ditulisnya.")) == []


def test_tags_are_told(case: MakeCase) -> None:
    """Markup that a scraper left is found; what only looks like an entity is not."""
    (found,) = audit(case("Ia <strong>pergi</strong> kemarin &foo; pagi."))
    assert (found.rule, found.text, len(found.places)) == ("SUR510", "<strong>", 1)


def test_entities_are_told_once(case: MakeCase) -> None:
    """HTML is found; marks that the quotations' judge has reported already are not reported again."""
    laid = case("Katanya &quot;ya&quot; &amp; pergi.")
    (found,) = audit(laid)
    assert (found.rule, found.text, len(found.places)) == ("SUR510", "&quot;", 2)
    quote = QuoteVerdict("yes", "ya", "escaped", "faithful", 8, 22)
    (found,) = audit(replace(laid, quotes=(quote,)))
    assert (found.text, found.suggestion) == ("&amp;", "&")


def test_every_rule_finds_its_own_example(case: MakeCase) -> None:
    """The example on a rule's page is one."""
    for rule in RULES:
        text = rule.example[1]
        assert rule.code in codes(case(text)), rule.code


def test_word_left_in_english_with_its_mend(case: MakeCase) -> None:
    """What Indonesian has is said where it is sure; major only where no reader would know the word."""
    (found,) = audit(case("Daerah flood itu ditutup untuk umum."))
    assert (found.rule, found.severity, found.text, found.suggestion) == ("SUR520", "major", "flood", "banjir")
    assert found.message == "“flood” is English; Indonesian has “banjir”."
    (found,) = audit(case("Sekolah itu mengajarkan trading saham."))
    assert (found.rule, found.severity, found.suggestion) == ("SUR520", "minor", "perdagangan")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Lembaga think tank itu menerbitkan laporan.", "think"),
        ("Petugas memeriksa fire alarm di gedung.", "fire"),
        ("Ia bekerja di video editing setiap hari.", "editing"),
    ],
)
def test_half_of_an_english_term_has_no_mend(case: MakeCase, text: str, word: str) -> None:
    """Beside a word that both languages spell alike, a word for the one half would mend nothing."""
    (found,) = (f for f in audit(case(text)) if f.rule == "SUR520")
    assert (found.text, found.suggestion) == (word, None)


def test_english_headline_over_indonesian_text(case: MakeCase) -> None:
    """The headline is one major finding, whatever its capitals."""
    (found,) = audit(case("Villagers Flee Homes After River Floods\nWarga meninggalkan rumah mereka."))
    assert (found.rule, found.severity, found.start) == ("SUR520", "major", 0)
    assert found.message == "The line stands in English."


def test_words_left_in_english_are_told_once(case: MakeCase) -> None:
    """Neither beside the line that they stand in, nor word by word by the reader."""
    text = "Warga menyambut rencana itu. The government will announce the plan next week. Semua senang."
    assert codes(case(text)) == ["SUR520"]
