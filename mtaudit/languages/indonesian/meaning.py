"""Indonesian: what denies, and words by the senses that must not be turned round."""

from __future__ import annotations

from mtaudit.languages.interface import Negation, Senses, phrases

INDONESIAN_NEGATION = Negation(
    negators=frozenset(
        """tidak tak bukan belum jangan tanpa tiada bukanlah tidaklah bukannya nggak gak enggak
        ndak mustahil nihil takkan bukankah tidakkah belumkah""".split()
    ),
    weak=frozenset(
        """gagal menolak hanya cuma baru kecuali selain jarang sulit sukar susah kurang mustahil hindari menghindari
        terhindar mencegah dilarang melarang melanggar berhenti batal luput tanpa hampir sedikit nyaris kehilangan
        hilang mana lagi ilegal non anti kecil tiada belumlah takkan""".split()
    ),
    denials=frozenset(
        """ketidak ketiadaan kekurangan kegagalan bebas lepas berbeda beda bertentangan menentang meniadakan
        membatalkan batalnya menghentikan dihentikan terhenti abai mengabaikan lupa melupakan dilupakan kosong
        absen alih alihnya belumnya tidaknya ketidakpastian ketidakmampuan tanpanya menyangkal membantah
        dibantah menampik menepis enggan ogah kurangnya minim langka mencegah pencegahan menahan ditahan""".split()
    ),
    exceptions=(
        *(
            "tidak hanya",
            "tak hanya",
            "bukan hanya",
            "tidak cuma",
            "bukan cuma",
            "bukan saja",
            "tidak saja",
            "atau tidak",
        ),
        *("tidak lama", "tak lama", "tidak lain", "tak lain", "tidak jauh", "tak jauh", "tidak kurang", "tidak lebih"),
        *("mau tidak mau", "tidak sedikit", "tak sedikit", "tidak peduli", "tak peduli", "tidak semua", "tidak ada"),
        *("tidak seperti", "tak seperti", "jika tidak", "kalau tidak", "bila tidak", "tidak selalu", "tidak terlalu"),
        *("tidak harus", "tidak perlu", "belum lama", "tak berawak", "tak terduga", "tidak terduga"),
    ),
)

INDONESIAN_SENSES = Senses(
    modals={
        "must": frozenset({"harus", "wajib", "perlu", "mesti"}),
        "should": frozenset({"harus", "seharusnya", "sebaiknya", "semestinya"}),
        "may": frozenset({"mungkin", "bisa", "dapat", "barangkali", "boleh", "berpotensi", "kemungkinan"}),
        "will": frozenset({"akan", "bakal", "hendak", "mau"}),
        "can": frozenset({"bisa", "dapat", "mampu", "sanggup"}),
    },
    comparatives={
        "more": frozenset({"lebih"}),
        "less": frozenset({"kurang", "lebih sedikit", "lebih rendah", "lebih kecil"}),
    },
    quantities={
        "few": frozenset({"sedikit", "jarang"}),
        "slightly": frozenset({"sedikit lebih", "sedikit demi sedikit", "paling sedikit", "sedikit banyak"}),
        "some": frozenset({"beberapa", "sejumlah", "sebagian"}),
        "many": frozenset({"banyak", "berbagai", "tidak sedikit", "tak sedikit"}),
        "all": frozenset({"semua", "seluruh", "setiap", "segala", "mana-mana"}),
        "none": frozenset({"tidak ada", "tak ada", "tiada", "tak seorang", "tidak seorang"}),
        "least": phrases("setidaknya|sedikitnya|paling sedikit|paling tidak|minimal|minimum|tidak kurang dari"),
        "most": phrases("paling banyak|maksimal|maksimum|tidak lebih dari|tak lebih dari"),
        "above": phrases("lebih dari|di atas|melebihi|melampaui"),
        "below": phrases("kurang dari|di bawah"),
        "almost": phrases("hampir|nyaris|mendekati"),
    },
    indefinites={
        "place": frozenset("""mana manapun""".split()),
        "thing": frozenset("""apa sesuatu segalanya apapun""".split()),
        "person": frozenset("""siapa seseorang siapapun""".split()),
    },
)
