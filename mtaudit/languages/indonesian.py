"""Indonesian: all that the program knows of it."""

from __future__ import annotations

from mtaudit.languages.indonesian_numbers import INDONESIAN_NUMBERS
from mtaudit.languages.interface import Clutter, Language, NameConventions, Speech

INDONESIAN = Language(
    code="id",
    name="Indonesian",
    function_words=frozenset(
        """yang dan di ke dari untuk dengan pada dalam ini itu adalah tidak akan juga oleh sebagai
            telah mereka ia dia kami kita saya anda karena bahwa ada atau sudah lebih bisa dapat
            para antara seorang sebuah tersebut hanya satu dua saat setelah sebelum seperti lain
            namun tetapi tapi jika maka agar hingga sampai secara harus masih belum bukan jangan
            tanpa lagi pun pula menjadi merupakan banyak semua setiap kepada terhadap tentang
            melalui bagi sangat serta ketika sementara selama sejak bagaimana apa siapa mengapa
            kapan mana begitu sekarang kemudian mengatakan kata ujar menurut orang tahun hari negara
            sedang mungkin pernah sekitar beberapa berbagai atas bawah mulai baru besar nya suatu
            terjadi membuat melakukan memiliki berada yaitu yakni sehingga meski meskipun walaupun
            lalu""".split()
    ),
    negators=frozenset(
        """tidak tak bukan belum jangan tanpa tiada bukanlah tidaklah bukannya nggak gak enggak
            ndak mustahil nihil takkan""".split()
    ),
    abbreviations=frozenset(
        """dr drs dra ir prof h hj tn ny sdr sdri jl jln no tbk hlm hal dll dkk dsb dst a.n u.p s.d
            d.a kol letjen mayjen brigjen jend letkol kapt serma sertu kompol akbp kombes irjen
            komjen r.a k.h kh ust gus rp kab kec kel bpk yth alm almh s.h s.e s.t s.pd m.si m.h m.m
            ph.d s.ip s.kom s.sos m.hum sp cv pt tgl gd rt rw a.s inc ltd co corp mr mrs ms jan feb
            mar apr agt ags sept sep okt nov des vs""".split()
    ),
    numbered=frozenset({"no", "hal", "hlm", "vol", "fig", "pp"}),
    lookalikes=frozenset({"ms"}),  # Malay: news in the two differs too little for letter statistics
    numbers=INDONESIAN_NUMBERS,
    speech=Speech(
        verbs=frozenset(
            """mengatakan katakan berkata dikatakan kata ujar ujarnya tutur jelas ungkap sebut tegas
            imbuh tambah tandas papar terang lanjut ucap cetus kilah pungkas menyatakan dinyatakan
            menyebut menyebutkan disebutkan menjelaskan dijelaskan menegaskan menambahkan
            mengungkapkan diungkapkan menuturkan memaparkan menerangkan mengklaim mengumumkan
            diumumkan memperingatkan bersikeras berpendapat menilai mencatat menulis ditulis
            menjawab bertanya menanyakan membantah mengakui mengaku mengomentari berkomentar
            melaporkan dilaporkan menekankan berjanji menyimpulkan mengeluh melanjutkan memprediksi
            bersaksi mendesak menggambarkan menyarankan mengonfirmasi mengkonfirmasi menuduh
            menuding berargumen menuntut berseru meminta membenarkan mengungkap menceritakan
            bercerita mengenang menyampaikan disampaikan membeberkan""".split()
        ),
        after_quote=frozenset(
            """kata ujar tutur jelas ungkap sebut tegas imbuh tambah tandas papar terang lanjut ucap
            cetus kilah pungkas tulis sambung jawab tanya klaim""".split()
        ),
        pronouns=frozenset(["ia", "dia", "beliau", "mereka", "kami", "saya"]),
        according_to=frozenset({"menurut", "berdasarkan", "mengutip", "dikutip dari"}),
        that=frozenset({"bahwa", "jika"}),
        addressed=frozenset({"kepada"}),
        passives=("di",),
        roles=frozenset(
            """insinyur ekonom ilmuwan ahli pakar biolog fisikawan sejarawan penulis novelis aktor aktris penyanyi
            arsitek perawat guru petani nelayan sopir pilot pemain penyerang kiper bek gelandang pemerhati pengamat
            aktivis pegiat politisi politikus pengusaha warga saksi penyintas mahasiswa pensiunan jurnalis penyiar
            penyelidik penyidik inspektur spesialis konsultan kritikus sutradara produser anggota""".split()
        ),
        connectives=frozenset(
            """namun tetapi tapi akan sementara meskipun walaupun meski demikian begitu selain karena oleh sebab
            kemudian lalu selanjutnya sebelumnya sebaliknya bahkan akhirnya hanya dan serta""".split()
        ),
        determiners=frozenset({"itu", "ini", "tersebut"}),
        like=frozenset({"seperti", "sebagaimana"}),
        fused={
            w + "nya": w
            for w in """kata ujar tutur jelas ungkap sebut tegas imbuh tambah tandas papar terang lanjut ucap
            cetus kilah pungkas tulis sambung jawab klaim""".split()
        },
    ),
    names=NameConventions(
        home=frozenset({"indonesia"}),
        titles=frozenset(
            """presiden wakil perdana menteri wapres menlu menhan mendagri menkeu pm raja ratu pangeran
            putri paus sir tuan nyonya bapak ibu pak bu dr prof profesor dokter senator gubernur
            wali walikota bupati camat jenderal kolonel letnan kapten mayor sersan komandan
            laksamana marsekal hakim jaksa kanselir sekretaris duta besar dubes ketua direktur
            pendeta romo pastor santo santa uskup kardinal ayatollah imam syekh sheikh pelatih
            manajer pengacara petugas detektif sheriff deputi mantan utusan khusus juru bicara jubir
            kaisar sultan emir putra mahkota haji hajah hj h kiai kyai ustaz ustad gus drs dra ir
            letjen mayjen brigjen kombes irjen kompol letkol jenderal""".split()
        ),
        particles=frozenset(
            """van von der den de del della di da do dos das du la le el al bin ibn binti bint ben ter
            ten y e af zu""".split()
        ),
        suffixes=("-nya", "nya", "-lah", "lah", "-pun", "pun", "-kah", "-ku", "-mu"),
        connectors=frozenset("""untuk dan dari di atas bagi pada of the and for""".split()),
        possessives=("'s", "’s"),  # names from English keep theirs: Moody's
        not_names=frozenset(
            """senin selasa rabu kamis jumat jum'at sabtu minggu ahad januari februari maret april mei
            juni juli agustus september oktober november desember saya anda wib wita wit tuhan allah internet
            bumi utc gmt""".split()
        ),
        adjectives=frozenset(
            """islam kristen katolik protestan hindu buddha budha yahudi muslim melayu inggris belanda arab sunni syiah
            khonghucu konghucu jawa sunda batak minang betawi bugis tionghoa ortodoks""".split()
        ),
        offices=frozenset(
            """ceo cfo presiden menteri ketua direktur kepala juru bicara jubir sekretaris pemimpin kapten pelatih
            manajer analis profesor peneliti wartawan koresponden komisaris senator gubernur bupati walikota duta
            pengacara pejabat""".split()
        ),
        organisation_words=frozenset(
            """pt cv tbk persero universitas institut sekolah fakultas akademi partai kementerian departemen dinas badan
            lembaga komisi dewan majelis mahkamah pengadilan kejaksaan kepolisian polda polres polsek polri bank dana
            persatuan perserikatan serikat asosiasi himpunan ikatan federasi liga klub yayasan organisasi perusahaan
            grup kantor rumah sakit gereja rsud kodam korem kodim tentara angkatan pasukan front gerakan kongres senat
            parlemen kabinet pemerintah direktorat biro pusat koperasi bursa media koran majalah harian stasiun radio
            televisi pers university party bank group inc corp ltd company union council court club times post news
            press association institute college school society department ministry agency foundation""".split()
        ),
        place_words=frozenset(
            """jalan jl kota kabupaten kecamatan kelurahan desa dusun provinsi pulau kepulauan laut samudra samudera
            selat teluk sungai gunung danau pantai bandara bandar pelabuhan lapangan stadion gedung jembatan taman
            istana masjid candi pasar hotel terminal tol semenanjung gurun benua tanjung distrik wilayah negara republik
            kerajaan utara selatan timur barat tengah tenggara street park square island river bay lake road
            city""".split()
        ),
        thing_words=frozenset(
            """piala kejuaraan turnamen olimpiade paralimpiade festival hari perang undang-undang uu perjanjian
            konvensi protokol kesepakatan deklarasi revolusi pemilu operasi badai topan proyek program penghargaan
            hadiah resolusi konferensi konstitusi pekan tahun grand prix cup championship games open award prize act
            treaty show""".split()
        ),
        derivations=tuple("isme is ika ik ia a i e us an".split()),
        divisions=frozenset("""provinsi kabupaten distrik kota kecamatan kanton prefektur wilayah""".split()),
        directions=frozenset("""utara selatan timur barat tengah laut daya tenggara""".split()),
        conjunctions=frozenset({"dan", "and"}),
        articles=frozenset({"the", "sang", "si"}),
        portfolios=frozenset(
            """pertahanan luar negeri dalam keuangan kesehatan pendidikan kebudayaan perdagangan perindustrian hukum
            kehakiman pertanian energi tenaga kerja ketenagakerjaan lingkungan hidup perhubungan transportasi keamanan
            pariwisata olahraga agama sosial komunikasi informatika informasi ekonomi perekonomian investasi negara
            umum jenderal eksekutif utama imigrasi iklim kehutanan perikanan kelautan desa pemuda koordinator kabinet
            pekerjaan perumahan riset teknologi politik parlemen kepolisian polisi kejaksaan""".split()
        ),
        before_place=frozenset("""di ke dari asal""".split()),
    ),
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
    furniture=frozenset(
        {
            "baca juga",
            "baca lebih lanjut",
            "baca selengkapnya",
            "bagikan",
            "berlangganan",
            "ikuti kami",
            "klik di sini",
            "posted by",
            "diposting oleh",
            "iklan",
            "advertisement",
            "artikel terkait",
            "berita terkait",
            "komentar",
            "tinggalkan komentar",
            "hak cipta",
            "selengkapnya",
            "lihat juga",
            "scroll ke bawah",
            "sumber artikel",
        }
    ),
    cannot_end=frozenset(
        """yang dan di ke dari untuk dengan pada dalam oleh sebagai karena bahwa atau agar serta terhadap
            tentang adalah para sebuah seorang suatu akan telah antara bagi kepada jika ketika tetapi""".split()
    ),
    clutter=Clutter(
        sections=frozenset(
            """dunia politik bisnis olahraga berita teknologi hiburan opini kesehatan sains budaya
            nasional internasional daerah ekonomi otomotif gaya-hidup video foto terkini beranda""".split()
        ),
        spam=frozenset(
            """togel|toto|slot gacor|slot online|judi online|judi bola|situs judi|agen judi|bandar|poker online
            |taruhan|kasino|casino|nomor hk|data hk|keluaran hk|pengeluaran hk|nomor sgp|data sgp|keluaran sgp
            |pengeluaran sgp|keluaran sdy|data sdy|hongkong pools|singapore pools|jackpot|maxwin|rtp live
            |deposit pulsa|jual backlink""".replace("\n            ", "").split("|")
        ),
        subtitles=frozenset(
            """tepuk tangan|tertawa|suara tawa|musik|musik mengalun|sorak sorai|menghela napas|terjemahan oleh
            |diterjemahkan oleh|alih bahasa|subtitle by|subtitle oleh|penerjemah|login|masuk log|peta situs|sitemap
            |terima kasih telah menonton|sunting|butuh rujukan|buka di jendela baru""".replace(
                "\n            ", ""
            ).split("|")
        ),
        credits=frozenset({"oleh", "by"}),
        media=frozenset("""kantor berita koran harian majalah televisi radio tv surat kabar news press""".split()),
    ),
    affixes=(
        ("me", ""),
        ("mem", ""),
        ("men", ""),
        ("meng", ""),
        ("meny", ""),
        ("di", ""),
        ("ber", ""),
        ("ter", ""),
        ("pe", ""),
        ("pem", ""),
        ("pen", ""),
        ("peng", ""),
        ("ke", "an"),
        ("se", ""),
        ("", "nya"),
        ("", "kan"),
        ("", "an"),
        ("", "i"),
        ("", "lah"),
        ("", "pun"),
        ("", "kah"),
    ),
    restored=(
        ("meny", "s"),
        ("mem", "p"),
        ("men", "t"),
        ("meng", "k"),
        ("peny", "s"),
        ("pem", "p"),
        ("pen", "t"),
        ("peng", "k"),
    ),
    weak_negators=frozenset(
        """gagal menolak hanya cuma baru kecuali selain jarang sulit sukar susah kurang mustahil hindari menghindari
        terhindar mencegah dilarang melarang melanggar berhenti batal luput tanpa hampir sedikit nyaris kehilangan
        hilang mana lagi ilegal non anti kecil tiada belumlah takkan""".split()
    ),
    time_words=frozenset(
        """hari kemarin lalu ini itu kemudian besok lusa tadi pagi siang sore malam dini sebelumnya setelahnya setempat
        minggu pekan bulan tahun tanggal waktu akhir awal depan saat sesudahnya selanjutnya pada di dalam""".split()
    ),
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
    denials=frozenset(
        """ketidak ketiadaan kekurangan kegagalan bebas lepas berbeda beda bertentangan menentang meniadakan
        membatalkan batalnya menghentikan dihentikan terhenti abai mengabaikan lupa melupakan dilupakan kosong
        absen alih alihnya belumnya tidaknya ketidakpastian ketidakmampuan tanpanya menyangkal membantah
        dibantah menampik menepis enggan ogah kurangnya minim langka mencegah pencegahan menahan ditahan""".split()
    ),
    no_denials=(
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
    indefinites={
        "place": frozenset("""mana manapun""".split()),
        "thing": frozenset("""apa sesuatu segalanya apapun""".split()),
        "person": frozenset("""siapa seseorang siapapun""".split()),
    },
)
