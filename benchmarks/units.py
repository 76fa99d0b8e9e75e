"""English sentences with their Indonesian, any number of them, no two alike: text to measure time on, of no other use.

Sentences of BANK with changing people, places and figures. They look like news to the program: names, quotations,
numbers and dates in every third, and now and then a fault.
"""

from __future__ import annotations

from itertools import product

Pair = tuple[str, str]

FIRST = "Alena Bruno Clara Dario Edith Felix Greta Hugo Irene Jonas Karla Leon Maria Nadia Oskar Paula Sonia Tomas Vera"
LAST = "Abram Belov Castel Dorner Engel Farago Gruber Hollis Ivers Jensen Kolar Lopez Marten Novak Olsen Petrak Rosner"
TOWN = "Aarhus Bergen Cadiz Dresden Exeter Fresno Galway Halifax Izmir Jena Krakow Leeds Malmo Nantes Odense Porto Riga"

BANK = (
    ("“We have waited {n} months for this bridge,” {p} told reporters in {t}.",
     "“Kami sudah menunggu {n} bulan untuk jembatan ini,” kata {p} kepada wartawan di {t}."),
    ("The mayor of {t}, {p}, said that the harbour would be closed for {n} days.",
     "Wali Kota {t} {p} mengatakan bahwa pelabuhan akan ditutup selama {n} hari."),
    ("Police in {t} arrested {n} people after a fire at a paper mill.",
     "Polisi di {t} menangkap {n} orang setelah kebakaran di sebuah pabrik kertas."),
    ("{p} will not appear in court before the end of the year, a lawyer in {t} said.",
     "{p} tidak akan hadir di pengadilan sebelum akhir tahun, kata seorang pengacara di {t}."),
    ("Prices rose by {n} percent in {t}, while the number of buyers fell.",
     "Harga naik {n} persen di {t}, sementara jumlah pembeli turun."),
    ("The train from {t} was two hours late, and {p} missed the opening of the fair.",
     "Kereta dari {t} terlambat dua jam, dan {p} melewatkan pembukaan pameran."),
    ("“Nobody asked the teachers,” said {p}, who heads a school with {n} pupils.",
     "Tidak ada yang bertanya kepada para guru, kata {p}, yang memimpin sekolah dengan {n} murid."),
    ("Doctors at the hospital in {t} have treated {n} patients since Monday.",
     "Dokter di rumah sakit {t} telah merawat {n} pasien sejak Senin."),
)  # fmt: skip


def units(count: int) -> list[Pair]:
    """`count` pairs (English, Indonesian), always the same; beyond 7,000 some come again."""
    people = [f"{first} {last}" for last, first in product(LAST.split(), FIRST.split())]
    towns = TOWN.split()
    found = []
    for i in range(count):
        k, row = divmod(i, len(BANK))
        english, indonesian = BANK[row]
        at = k + 41 * row  # another person, town and figure in each sentence of a block
        of = {
            "p": people[at % len(people)],
            "t": towns[(at + k // len(people)) % len(towns)],
            "n": str(2 + at * 37 % 877),
        }
        found.append((english.format(**of), indonesian.format(**of)))
    return found
