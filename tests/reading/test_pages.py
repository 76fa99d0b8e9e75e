"""Of a web page the article is read, headline to last paragraph, and nothing of the site around it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mtaudit.case import Document
from mtaudit.reading import Remark, read_inputs
from mtaudit.source_map import spot
from tests.reading import layouts

Read = Callable[..., tuple[list[Document], list[Remark]]]

PROSE = (
    "Kapal bernama Elang Laut itu memuat 120 penumpang dan 18 sepeda motor dalam sekali jalan.",
    '"Dulu saya harus berangkat sebelum subuh," kata Ratih Pamungkas, guru sekolah dasar di pulau itu.',
    "Pemerintah kabupaten menanggung separuh harga tiket selama enam bulan pertama.",
)
SUBJECTS = (
    "Petani menanam jagung hibrida di lereng selatan pegunungan kapur sejak musim hujan berakhir minggu lalu.",
    "Perpustakaan keliling meminjamkan seribu novel kepada pelajar sekolah menengah di kecamatan terpencil.",
    "Nelayan memperbaiki jaring robek setelah gelombang tinggi menghantam dermaga kayu pelabuhan tua.",
    "Dokter hewan memeriksa puluhan kerbau sakit menjelang lomba karapan tahunan di lapangan desa.",
)


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Pages by name and markup, read in one run."""
    monkeypatch.chdir(tmp_path)

    def reading(**pages: str) -> tuple[list[Document], list[Remark]]:
        for name, html in pages.items():
            Path(f"{name}.html").write_text(html, encoding="utf-8")
        items = list(read_inputs([f"{name}.html" for name in pages]))
        return [i for i in items if isinstance(i, Document)], [i for i in items if isinstance(i, Remark)]

    return reading


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "page",
    [page for group in ("first", "second", "third") for page in layouts.pages(group)],
    ids=lambda page: page.name,
)
def test_the_layouts_of_news_sites_are_read(read: Read, page: layouts.Page) -> None:
    """Headline, lede and all paragraphs, no furniture; and that something was left out is said."""
    (document,), remarks = read(page=page.html)
    missing, got_in = layouts.measured(page, document.text)
    assert (missing, got_in) == ([], [])
    assert document.text.split("\n")[0] == page.parts[0]
    assert all(remark.text.startswith("left out as furniture") for remark in remarks)
    assert remarks or not page.furniture


@pytest.mark.parametrize(
    ("head", "spelled"),
    [
        ('<meta property="og:title" content="Feri &quot;Elang Laut&quot; Mulai Berlayar">', "Feri &quot;"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Feri \\"Elang Laut\\" Mulai'
            ' Berlayar"}</script>',
            'Feri \\"',
        ),
        ('<title>Feri "Elang Laut" Mulai Berlayar | Kabar Serai</title>', 'Feri "Elang'),
    ],
)
def test_a_headline_that_only_the_metadata_have_stands_above_the_text_and_at_its_place(
    read: Read, head: str, spelled: str
) -> None:
    """The most read line of an article is audited; a finding on it points into the metadata."""
    html = f"<html><head>\n{head}</head><body><div>{paragraphs(*PROSE)}</div></body></html>"
    (document,), _ = read(page=html)
    headline = 'Feri "Elang Laut" Mulai Berlayar'
    assert (document.title, document.text.split("\n")) == (headline, [headline, *PROSE])
    line, column = spot(document.text, document.source_map, 0)
    assert html.split("\n")[line - 1][column - 1 :].startswith(spelled)


def test_what_was_left_out_is_said_by_its_kind_with_the_number_of_lines(read: Read) -> None:
    """One remark a kind."""
    html = (
        f"<div class='cookie'><p>Kami menggunakan cookie.</p></div><article><h1>Feri Mulai Berlayar</h1>"
        f"<figure><img><figcaption>Feri di dermaga.</figcaption></figure>{paragraphs(*PROSE)}"
        "<div class='related'><a href='/1'>Satu berita lain</a><br><a href='/2'>Dua berita lain</a></div></article>"
    )
    (document,), remarks = read(page=html)
    assert document.text.split("\n") == ["Feri Mulai Berlayar", *PROSE]
    assert {remark.input for remark in remarks} == {"page.html"}
    assert [remark.text for remark in remarks] == [
        "left out as furniture of the page: consent and cookie text (1 line), links to other articles (2 lines), "
        "captions of pictures (1 line)"
    ]


def test_a_quotation_is_not_left_out_for_what_its_element_is_called(read: Read) -> None:
    """Designers call pull quotes and letters what they like."""
    said = "“Kami tidak akan mundur selangkah pun dari rencana itu,” kata bupati di depan warga desa."
    html = (
        f"<article><h1>Feri Mulai Berlayar</h1>{paragraphs(*PROSE)}<div class='promo'><p>{said}</p></div>"
        f"{paragraphs(*SUBJECTS)}</article>"
    )
    (document,), _ = read(page=html)
    assert said in document.text.split("\n")


def test_a_body_in_the_metadata_is_read_where_the_page_itself_has_no_text(read: Read) -> None:
    """A page that scripts build has its text in JSON-LD."""
    body = " ".join(PROSE).replace('"', '\\"')
    html = (
        '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Feri Mulai Berlayar",'
        f' "articleBody": "{body}"}}</script></head><body><div id="root"></div></body></html>'
    )
    (document,), _ = read(page=html)
    assert document.text == "Feri Mulai Berlayar\n" + " ".join(PROSE)


NOTE = "Simak berita pesisir lainnya setiap pagi hanya di kanal warga kami."


def site(number: int, *more: str, note: str = NOTE, address: bool = True) -> str:
    """A page of one site, of three different articles."""
    where = f"<link rel='canonical' href='https://pesisir.example/{number}'>" if address else ""
    text = (SUBJECTS[number], *more, note, f"Kabar nomor {number} selesai ditulis pada tengah malam.")
    return (
        f"<html><head>{where}</head><body><article><h1>Judul {number}</h1>{paragraphs(*text)}</article></body></html>"
    )


@pytest.mark.parametrize("address", [True, False])
def test_what_three_pages_of_a_host_have_in_the_same_place_goes_out_and_that_is_said(read: Read, address: bool) -> None:
    """Pages without an address are of one host where they lie in one folder; places in the file stay right."""
    pages = {f"p{n}": site(n, address=address) for n in range(3)}
    documents, remarks = read(**pages)
    for number, document in enumerate(documents):
        last = f"Kabar nomor {number} selesai ditulis pada tengah malam."
        assert document.text.split("\n") == [f"Judul {number}", SUBJECTS[number], last]
        at = spot(document.text, document.source_map, document.text.index("Kabar nomor"))[1]
        assert pages[f"p{number}"][at - 1 :].startswith("Kabar nomor")
    said = [remark for remark in remarks if "boilerplate" in remark.text]
    assert [(remark.input, "(1 line)" in remark.text) for remark in said] == [(f"p{n}.html", True) for n in range(3)]


def test_two_pages_a_quotation_and_another_place_make_no_boilerplate(read: Read) -> None:
    """What may be the article's own stays."""
    for pages in (
        {f"a{n}": site(n) for n in range(2)},
        {f"b{n}": site(n, note=f"“{NOTE}”") for n in range(3)},
        {f"c{n}": site(n, *PROSE[:n], *(f"Paragraf {n} nomor {k} berbeda." for k in range(n))) for n in range(2)},
        {"d0": site(0), "d1": site(1).replace("pesisir.example", "hulu.example"), "d2": site(2)},
    ):
        documents, remarks = read(**pages)
        assert all("Simak berita" in document.text for document in documents)
        assert not [remark for remark in remarks if "boilerplate" in remark.text]


def test_three_translations_of_one_article_have_no_boilerplate(read: Read) -> None:
    """They share lines because they say the same."""
    tails = ("kemarin", "kemarin pagi", "pada hari kemarin")
    pages = {
        f"p{n}": "<h1>Feri Berlayar</h1>"
        + paragraphs(SUBJECTS[0], PROSE[0], f"Bupati meresmikan pelayaran perdana kapal listrik itu {tail}.", PROSE[2])
        for n, tail in enumerate(tails)
    }
    documents, _ = read(**pages)
    assert all(PROSE[2] in document.text for document in documents)


def test_an_address_that_is_none_tells_no_host(read: Read) -> None:
    """Pages that call themselves `http://[` are read like pages that name no address."""
    documents, _ = read(**{f"p{n}": site(n).replace("https://pesisir.example", "http://[") for n in range(3)})
    assert len(documents) == 3
    assert all(document.url and document.url.startswith("http://[") for document in documents)
