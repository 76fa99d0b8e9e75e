"""Indonesian: what denies, and words by the senses that must not be turned round."""

from __future__ import annotations

from mtaudit.languages.interface import Negation, Senses

INDONESIAN_NEGATION = Negation(
    negators=frozenset(
        """tidak tak bukan belum jangan tanpa tiada bukanlah tidaklah bukannya nggak gak enggak
        ndak mustahil nihil takkan""".split()
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
    },
    polarity={
        "rise": frozenset(
            """naik menaikkan dinaikkan kenaikan meningkat meningkatkan ditingkatkan peningkatan bertambah menambah
            ditambah pertambahan melonjak lonjakan menanjak melesat tumbuh pertumbuhan membesar melambung menguat
            bangkit terangkat memperbesar tertinggi""".split()
        ),
        "fall": frozenset(
            """turun menurun menurunkan diturunkan penurunan berkurang mengurangi dikurangi pengurangan merosot anjlok
            menyusut menurunnya jatuh terpangkas memangkas dipangkas pemangkasan melemah susut terjun memotong dipotong
            pemotongan tenggelam mengecil memperkecil terendah rendah""".split()
        ),
        "win": frozenset("menang memenangkan memenangi kemenangan pemenang dimenangkan juara unggul".split()),
        "lose": frozenset("kalah kekalahan dikalahkan kehilangan hilang merugi tewas tersingkir".split()),
        "accept": frozenset(
            """menerima diterima menyetujui disetujui setuju persetujuan mendukung didukung dukungan menyambut disambut
            mengesahkan disahkan sepakat menyepakati""".split()
        ),
        "reject": frozenset("menolak ditolak penolakan menentang ditentang menampik menepis".split()),
        "buy": frozenset("membeli dibeli pembelian beli mengakuisisi diakuisisi".split()),
        "sell": frozenset("menjual dijual penjualan jual terjual".split()),
        "open": frozenset("membuka dibuka buka terbuka pembukaan".split()),
        "close": frozenset("menutup ditutup tutup tertutup penutupan".split()),
        "begin": frozenset("mulai memulai dimulai dimulainya meluncurkan diluncurkan awal permulaan".split()),
        "end": frozenset(
            """berakhir mengakhiri diakhiri akhir akhirnya berhenti menghentikan dihentikan penghentian selesai
            usai""".split()
        ),
        "allow": frozenset("mengizinkan diizinkan izin membolehkan diperbolehkan memperbolehkan membiarkan".split()),
        "ban": frozenset("melarang dilarang larangan pelarangan terlarang".split()),
        "confirm": frozenset(
            "membenarkan mengakui mengonfirmasi mengkonfirmasi dikonfirmasi memastikan dipastikan menegaskan".split()
        ),
        "deny": frozenset("membantah dibantah menyangkal disangkal bantahan penyangkalan menampik menepis".split()),
        "strengthen": frozenset("memperkuat diperkuat menguat menguatkan penguatan".split()),
        "weaken": frozenset("memperlemah melemah melemahkan dilemahkan pelemahan".split()),
        "improve": frozenset("membaik memperbaiki perbaikan meningkat meningkatkan peningkatan lebih".split()),
        "worsen": frozenset("memburuk memperburuk diperburuk pemburukan buruk parah memperparah".split()),
        "arrest": frozenset("menangkap ditangkap penangkapan menahan ditahan dipenjara memenjarakan penahanan".split()),
        "free": frozenset("membebaskan dibebaskan bebas pembebasan melepaskan dilepaskan".split()),
        "guilty": frozenset("bersalah terpidana dihukum divonis".split()),
        "innocent": frozenset("dibebaskan membebaskan bebas".split()),
        "join": frozenset("bergabung masuk memasuki gabung ikut".split()),
        "quit": frozenset("keluar meninggalkan mundur hengkang pergi berhenti".split()),
        "survive": frozenset("selamat hidup bertahan terselamatkan".split()),
        "die": frozenset("mati meninggal tewas wafat gugur terbunuh membunuh menewaskan dibunuh".split()),
        "ally": frozenset("sekutu kawan teman sahabat".split()),
        "enemy": frozenset("musuh lawan seteru".split()),
        "majority": frozenset("mayoritas".split()),
        "minority": frozenset("minoritas".split()),
    },
    indefinites={
        "place": frozenset("""mana manapun""".split()),
        "thing": frozenset("""apa sesuatu segalanya apapun""".split()),
        "person": frozenset("""siapa seseorang siapapun""".split()),
    },
)
