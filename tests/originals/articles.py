"""Small articles written for the tests, English and Indonesian side by side."""

from __future__ import annotations

from mtaudit.case import Document
from mtaudit.languages import LANGUAGES
from mtaudit.languages.sentences import Sentence, split

FERRY = (
    (
        "A ferry carrying 214 passengers sank off the coast of Norway on Tuesday.",
        "Sebuah feri yang membawa 214 penumpang tenggelam di lepas pantai Norwegia pada hari Selasa.",
    ),
    (
        "Rescue teams pulled 190 people from the freezing water, the coast guard said.",
        "Tim penyelamat mengangkat 190 orang dari air yang sangat dingin, kata penjaga pantai.",
    ),
    (
        "Captain Lars Hovland told investigators that a fire had started in the engine room.",
        "Kapten Lars Hovland mengatakan kepada penyelidik bahwa api mulai berkobar di ruang mesin.",
    ),
    (
        "The Norwegian prime minister promised help for the families of the victims.",
        "Perdana menteri Norwegia menjanjikan bantuan bagi keluarga para korban.",
    ),
    (
        "Divers will continue the search for the missing on Wednesday morning.",
        "Para penyelam akan melanjutkan pencarian orang hilang pada Rabu pagi.",
    ),
    (
        "The shipping company has been fined twice since 2019 for ignoring safety rules.",
        "Perusahaan pelayaran itu telah didenda dua kali sejak 2019 karena mengabaikan aturan keselamatan.",
    ),
)
BANK = (
    (
        "The central bank of Chile raised its interest rate to 5.25 percent.",
        "Bank sentral Chili menaikkan suku bunganya menjadi 5,25 persen.",
    ),
    (
        "Inflation has reached its highest level in three decades, economists warned.",
        "Inflasi telah mencapai tingkat tertinggi dalam tiga dekade, para ekonom memperingatkan.",
    ),
    (
        "Food prices rose faster than wages for the fourth month in a row.",
        "Harga pangan naik lebih cepat daripada upah selama empat bulan berturut-turut.",
    ),
    (
        "Finance minister Ignacio Barrera rejected calls for new subsidies.",
        "Menteri keuangan Ignacio Barrera menolak seruan untuk subsidi baru.",
    ),
)
ELEPHANT = (
    (
        "Villagers in northern Kenya rescued an elephant calf from a dry well.",
        "Warga desa di Kenya utara menyelamatkan seekor anak gajah dari sumur kering.",
    ),
    (
        "The animal had been trapped there for two days without food.",
        "Hewan itu telah terjebak di sana selama dua hari tanpa makanan.",
    ),
    (
        "A veterinarian gave it milk and antibiotics before releasing it into the park.",
        "Seorang dokter hewan memberinya susu dan antibiotik sebelum melepaskannya ke taman.",
    ),
)


def english(article: tuple[tuple[str, str], ...]) -> list[str]:
    return [one for one, _ in article]


def indonesian(article: tuple[tuple[str, str], ...]) -> list[str]:
    return [two for _, two in article]


def document(name: str, sentences: list[str], language: str = "en") -> Document:
    return Document(name, f"{name}.txt", " ".join(sentences), language=language)


def cut(document: Document) -> tuple[Sentence, ...]:
    return split(document.text, LANGUAGES[document.language])


def sentences(texts: list[str]) -> list[Sentence]:
    """Sentences as the splitter gives them, one a text."""
    found, at = [], 0
    for text in texts:
        found.append(Sentence(at, at + len(text), text, 0))
        at += len(text) + 1
    return found
