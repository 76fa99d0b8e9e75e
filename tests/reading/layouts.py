"""Small pages after the layouts of real news sites, their text invented; `python -m tests.reading.layouts` measures.

layouts.txt has the layouts: those of the first group were there while the reader was made, those of the second were
written afterwards, those of the third after what the second showed had been mended.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ARTICLES = (
    (
        "Warga Tirtasari Gotong Royong Perbaiki Tanggul Jebol",
        "Ratusan warga Desa Tirtasari bergotong royong menutup tanggul Sungai Wareng yang jebol sepanjang 40 meter"
        " pada Selasa malam.",
        '"Kalau kami menunggu alat berat, sawah kami keburu tenggelam," kata Kepala Desa Tirtasari, Sunarto Wibisono.',
        "Sedikitnya 1.200 karung pasir dipasang sebelum air pasang tiba. Tidak ada rumah yang terendam.",
        "Dinas pekerjaan umum kabupaten berjanji mengirim dua ekskavator pada akhir pekan untuk memperkuat tanggul.",
        "Petugas masih berjaga di tiga titik rawan sampai musim hujan berakhir.",
    ),
    (
        "Museum Kereta Pulau Embun Dibuka untuk Umum",
        "Museum kereta uap pertama di Pulau Embun dibuka untuk umum pada Sabtu setelah dipugar selama empat tahun.",
        "Museum itu menyimpan sebelas lokomotif, yang tertua buatan tahun 1887, dan satu gerbong makan kayu jati.",
        '"Anak-anak sekarang hanya tahu kereta listrik. Di sini mereka bisa mencium bau batu bara," ujar kurator'
        " museum, Lidya Kartanegara.",
        "Tiket masuk dijual seharga 15.000 rupiah untuk orang dewasa. Anak di bawah enam tahun tidak membayar.",
        "Pengelola menargetkan 60.000 pengunjung pada tahun pertama.",
    ),
    (
        "Harga Garam Naik, Petambak Sembrani Tersenyum",
        "Harga garam rakyat di Kecamatan Sembrani naik dua kali lipat menjadi 1.800 rupiah per kilogram bulan ini.",
        "Kenaikan itu dipicu oleh panen yang mundur karena hujan turun sampai Juli, menurut koperasi petambak.",
        "“Baru kali ini kami bisa menabung,” kata Munawir, petambak yang menggarap dua hektare lahan.",
        "Pabrik pengolahan ikan di pesisir mengeluh karena biaya produksinya ikut naik. Mereka meminta impor dibuka.",
        "Pemerintah daerah akan memutuskan hal itu setelah rapat dengan petambak pada hari Jumat.",
    ),
    (
        "Tim Robotika SMK Wanasari Menang di Kejuaraan Regional",
        "Tiga siswa SMK Wanasari menjuarai kejuaraan robot regional dengan mesin pemilah sampah yang mereka"
        " rakit sendiri.",
        "Robot itu mengenali botol, kaleng, dan kertas dengan kamera ponsel bekas lalu memilahnya dalam dua detik.",
        'Guru pembimbing mereka, Dewi Anggraeni, mengatakan bahwa seluruh biayanya kurang dari 900.000 rupiah. "Semua'
        ' komponennya dari pasar loak," katanya.',
        "Juri memuji ketelitian mesin itu, yang hanya keliru pada tiga dari seratus benda.",
        "Ketiga siswa akan mewakili provinsi pada kejuaraan nasional di bulan Februari.",
    ),
    (
        "Rumah Sakit Terapung Kembali Layani Kepulauan Sagara",
        "Rumah sakit terapung Nusa Husada kembali berlayar ke Kepulauan Sagara pada Rabu setelah mesinnya diganti.",
        "Kapal itu membawa 14 dokter dan 22 perawat, dan akan singgah di sembilan pulau selama enam minggu.",
        "“Ada pasien katarak yang menunggu dua tahun,” kata kepala tim medis, dokter Yohana Tupamahu. “Kami mulai"
        " dari mereka.”",
        "Operasi, obat, dan perawatan tidak dipungut biaya. Pelayaran sebelumnya melayani 3.400 pasien.",
        "Jadwal singgah diumumkan melalui radio komunitas dan pengeras suara masjid serta gereja.",
    ),
)
LEGAL = (
    "Kami menggunakan cookie untuk meningkatkan pengalaman Anda. Dengan melanjutkan, Anda menyetujui kebijakan kami."
)

TEMPLATES = Path(__file__).with_name("layouts.txt")


@dataclass(frozen=True)
class Page:
    """A page and what of it is the article (`parts`: headline, lede, paragraphs, last) and what is not."""

    name: str
    html: str
    parts: tuple[str, ...]
    furniture: tuple[str, ...]


def pages(group: str) -> list[Page]:
    """Each layout of a group with one of the articles."""
    found = []
    named = re.findall(r"^=== (\S+) (\S+)\n(.*?)(?=^===|\Z)", TEMPLATES.read_text(encoding="utf-8"), re.M | re.S)
    for number, (name, layout) in enumerate((name, layout) for own, name, layout in named if own == group):
        parts = dict(zip("hlabcz", ARTICLES[number % len(ARTICLES)], strict=True))
        about = {"@type": "NewsArticle", "headline": parts["h"], "articleBody": " ".join([*parts.values()][1:])}
        filled = {**parts, "legal": LEGAL, "json": json.dumps(about, ensure_ascii=name == "amp")}
        html = layout
        for key, text in filled.items():
            html = html.replace("{" + key + "}", text)
        furniture = [line for text in re.findall(r"\[\[(.*?)\]\]", html, re.S) for line in text.split("<br>")]
        shown = re.sub(r"\[\[|\]\]", "", html)
        found.append(
            Page(
                name,
                f"<!DOCTYPE html>\n<html lang=id>{shown}</html>",
                tuple(text for key, text in parts.items() if "{" + key + "}" in layout),
                tuple(re.sub(r"<[^>]*>", " ", line).strip() for line in furniture),
            )
        )
    return found


def folded(text: str) -> str:
    return " ".join(text.split())


def measured(page: Page, text: str) -> tuple[list[str], list[str]]:
    """What of the article is missing in `text`, and what of the site stands in it."""
    here = folded(text)
    return [p for p in page.parts if folded(p) not in here], [f for f in page.furniture if folded(f) in here]


def main() -> None:
    """Print recall of headline, lede, all paragraphs, last paragraph, and how much furniture got in."""
    import tempfile

    from mtaudit.case import Document
    from mtaudit.reading import read_inputs

    for name in ("first", "second", "third"):
        counts = dict.fromkeys(("headline", "lede", "last", "parts", "of"), 0)
        leaked = furniture = 0
        made = pages(name)
        for page in made:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, "page.html")
                path.write_text(page.html, encoding="utf-8")
                texts = [d.text for d in read_inputs([str(path)]) if isinstance(d, Document)]
            missing, got_in = measured(page, "\n".join(texts))
            counts["headline"] += page.parts[0] not in missing
            counts["lede"] += page.parts[1] not in missing
            counts["last"] += page.parts[-1] not in missing
            counts["parts"] += len(page.parts) - len(missing)
            counts["of"] += len(page.parts)
            leaked, furniture = leaked + len(got_in), furniture + len(page.furniture)
            if (missing or got_in) and "-v" in sys.argv:
                print(f"{page.name}: missing {missing}; let in {got_in}")
        print(name, f"pages {len(made)}", counts, f"furniture let in {leaked} of {furniture}")


if __name__ == "__main__":
    main()
