"""Which spellings mean one name, and which is right, where no original tells."""

from __future__ import annotations

import pytest

from tests.names.cases import run, verdicts

ENVOY = (
    "Utusan khusus Marek Simenov tiba di Moskow pada hari Senin. Menurut Symenof, pembicaraan berjalan baik. "
    "Komentar Symenov datang setelah Marek Simanof bertemu menteri."
)


def test_spellings_of_one_surname_are_one_name() -> None:
    """One verdict with every place, tied by the first name, the skeleton and the document."""
    told = run(ENVOY, "Marek Siminoff berbicara kepada wartawan. Siminoff menolak berkomentar.")
    wrong = [v for v in told[0].values() if v.suggestion == "Siminoff"]
    assert len(wrong) == 1
    assert {ENVOY[p.start : p.end] for p in wrong[0].places} == {"Simenov", "Symenof", "Symenov", "Simanof"}
    assert not [v for v in told[1].values() if v.suggestion]


def test_an_original_of_the_run_says_which_spelling_is_right() -> None:
    """English articles vouch for names even where they are nobody's original."""
    told = run("Marek Simenov tiba. Simenov pergi.", english=["Envoy Marek Siminoff arrived in Moscow."])
    assert {v.suggestion for v in told[0].values() if v.suggestion} == {"Siminoff"}


def test_an_original_of_the_run_chooses_among_the_spellings_of_a_known_person() -> None:
    """What one original writes stands for the other spellings; where both are written, each is right."""
    one, other = "President Lukashenko spoke.", "Mr Lukashenka left Minsk."
    told = [run("Presiden Lukashenkka tiba.", english=texts)[0] for texts in ([one], [other], [one, other])]
    suggestions = [document["Lukashenkka"].suggestion for document in told]
    assert suggestions == ["Lukashenko", "Lukashenka", "Lukashenka"]


def test_a_known_persons_damaged_name_is_mended_from_the_gazetteer() -> None:
    """First name and surname both point to one person: that is proof."""
    told = verdicts("Presiden Ukraina Voludimir Zellinski berbicara. Zellinski menolak.")
    wrong = told["Voludimir Zellinski"]
    assert (wrong.status, wrong.suggestion) == ("mangled", "Volodymyr Zelensky")


def test_names_of_the_same_family_in_front_tie_nobody_together() -> None:
    """Wang Xiaoming and Wang Xiaomin share what a million people share."""
    told = run("Wang Xiaoming datang. Kemudian Wang Xiaomin pergi.")
    assert {name: v.suggestion for name, v in told[0].items()} == {"Wang Xiaoming": None, "Wang Xiaomin": None}


def test_two_people_of_like_names_stay_two() -> None:
    """Different first names, and names that are both well known, keep people apart."""
    told = run(
        "Agus Setyadarma berbicara. Budi Setiadharma menjawab.",
        "Presiden Vladimir Putin menelepon Hilary Patton. Marco Rubio dan Mario Rubio tiba.",
    )
    assert not [v for document in told for v in document.values() if v.suggestion]


def test_right_names_are_listed_unverified_and_without_complaint() -> None:
    """Trump, Rubio, Lavrov, Putin: known, and nothing to say of them."""
    text = "Donald Trump bertemu Marco Rubio. Sergei Lavrov menelepon Vladimir Putin. Trump dan Putin sepakat."
    told = verdicts(text)
    assert {"Donald Trump", "Marco Rubio", "Sergei Lavrov", "Vladimir Putin"} <= set(told)
    assert {v.status for v in told.values()} == {"unverified"}
    assert not [v for v in told.values() if v.variants or v.suggestion or v.road]


def test_a_word_that_is_also_written_small_is_no_spelling_of_a_name() -> None:
    """Headlines capitalise common words."""
    told = run("Perundingan Marek Siminoff Dimulai. Marek Semenof", "perundingan itu semenof dan siminoff.")
    assert not [v for v in told[0].values() if v.suggestion]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Presiden Tramp tiba di Beijing pada hari Senin.", "Trump"),
        ("Presiden Rusia Putine menolak usul itu.", "Putin"),
        ("Emmanuel Macron berbicara di Paris. Kemudian Makron pulang.", "Macron"),
        ("Presiden Volodymyr Zelensky berbicara. Zelenksy lalu pulang.", "Zelensky"),
        ("Presiden Komisi Eropa von der Layen setuju.", "Leyen"),
        ("Presiden Komisi Eropa Ursula von der Layen setuju.", "Leyen"),
        ("Gubernur Pamela Baricuatro hadir. Kata Baricuartro, air surut. Baricuatro pulang.", "Baricuatro"),
        ("Emmanuel Makron berbicara. Kemudian Macron pulang.", "Macron"),
        ("Menurut Zelenksy, usul itu buruk.", "Zelensky"),
    ],
)
def test_a_title_a_particle_or_the_right_spelling_nearby_ties_a_spelling_to_a_person(text: str, right: str) -> None:
    """Where no first name does, or one that many have; who is known by the surname alone needs nothing else."""
    assert [v.suggestion for v in verdicts(text).values() if v.suggestion] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Politikus senior Kim Jong-in mengatakan kesepakatan itu terlambat.",
        "Kim Min-jun dan Kim Min-jae bermain. Min-jun mencetak gol.",
        "Pengamat Sri Mulyati berbicara tentang harga beras. Mulyati mengajar di Bandung.",
        "Ahmad Muzadi dan Mahmoud Abbasi membuka toko.",
        "Sutrisno melapor ke polisi. Sutrisna menjadi saksi. Kata Sutrisno, uangnya hilang.",
        "Joan Puig merekam unjuk rasa itu.",
        "Tuan Costello mendukung nuklir. Peter Costello adalah bendahara.",
        "Misi Chandrayaan berhasil. Para Triceratops punah; seekor Triceratop ditemukan.",
        "Negara bagian Baden-Wuerttemberg memilih parlemen baru.",
        "Gubernur Mangku Pastika datang.",
        "Gubernur Sya'roni berbicara.",
    ],
)
def test_a_likeness_to_somebody_known_is_no_proof(text: str) -> None:
    """Known first names differ, plurals, umlauts, numbered missions, a feast (Minggu Paskah), an Arabic name that only
    sounds like Sharon: nothing to say."""
    assert not [v for v in verdicts(text).values() if v.suggestion]
