"""Indonesian: all that the program knows of it."""

from __future__ import annotations

from mtaudit.languages.indonesian.meaning import INDONESIAN_NEGATION, INDONESIAN_SENSES
from mtaudit.languages.indonesian.names import INDONESIAN_NAMES
from mtaudit.languages.indonesian.numbers import INDONESIAN_NUMBERS
from mtaudit.languages.indonesian.speech import INDONESIAN_SPEECH
from mtaudit.languages.indonesian.spelling import INDONESIAN_SPELLING
from mtaudit.languages.interface import Clutter, Inflection, Language, Stops, phrases

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
    lookalikes=frozenset({"ms"}),  # Malay: news in the two differs too little for letter statistics
    stops=Stops(
        abbreviations=frozenset(
            """dr drs dra ir prof h hj tn ny sdr sdri jl jln no tbk hlm hal dll dkk dsb dst a.n u.p s.d
            d.a kol letjen mayjen brigjen jend letkol kapt serma sertu kompol akbp kombes irjen
            komjen r.a k.h kh ust gus rp kab kec kel bpk yth alm almh s.h s.e s.t s.pd m.si m.h m.m
            ph.d s.ip s.kom s.sos m.hum sp cv pt tgl gd rt rw a.s inc ltd co corp mr mrs ms jan feb
            mar apr agt ags sept sep okt nov des vs pol pdt mgr rm br sr pst ki moh muh drg kav mis pk lettu letda
            aiptu aipda bripka briptu bripda ipda iptu akp uptd kajari kajati kasat kadis waka purn""".split()
        ),
        numbered=frozenset({"no", "hal", "hlm", "vol", "fig", "pp"}),
        cannot_end=frozenset(
            """yang dan di ke dari untuk dengan pada dalam oleh sebagai karena bahwa atau agar serta terhadap
            tentang adalah para sebuah seorang suatu akan telah antara bagi kepada jika ketika tetapi""".split()
        ),
        adverbs=frozenset({"dalam", "serta", "akan", "antara", "telah"}),
    ),
    spelling=INDONESIAN_SPELLING,
    inflection=Inflection(
        reduplicates=True,
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
    ),
    numbers=INDONESIAN_NUMBERS,
    speech=INDONESIAN_SPEECH,
    names=INDONESIAN_NAMES,
    negation=INDONESIAN_NEGATION,
    senses=INDONESIAN_SENSES,
    clutter=Clutter(
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
                "membaca",
                "memuat",
                "artikel berlanjut setelah iklan ini",
                "bagikan di",
                "bagikan ke",
                "daftar untuk buletin",
                "berlangganan buletin",
                "diterjemahkan oleh",
                "translated by",
                "kredit gambar",
                "kredit foto",
                "foto",
                "daftar isi",
                *phrases(
                    """dalam artikel ini|isi artikel|lompat ke konten|lompati ke konten|langsung ke konten
                    |langsung ke isi|lewati ke konten|tampilkan daftar isi|kembali ke atas|gambar getty
                    |getty images|sumber gambar|sumber foto|keterangan gambar|keterangan foto|foto oleh
                    |foto milik|gambar milik|foto arsip|ap photo|gambar|bagikan artikel ini
                    |bagikan cerita ini|salin tautan|kirim lewat email|kirim melalui email|cetak artikel
                    |simpan artikel|dengarkan artikel|lewati iklan|tutup iklan|cerita terkait|topik terkait
                    |artikel lainnya|berita lainnya|baca cerita|baca artikel|lihat lebih banyak
                    |lanjutkan membaca|scroll untuk membaca|scroll untuk melanjutkan|gulir ke bawah|topik
                    |gulir untuk lanjut|gulir untuk melanjutkan|akhir dari paling banyak dibaca
                    |paling banyak dibaca|arsip foto|foto ilustrasi|pilihan editor|direkomendasikan untuk anda
                    |rekomendasi untuk anda|terpopuler
                    |lebih lanjut tentang ini|tonton"""
                ),
            }
        ),
        sections=frozenset(
            """dunia politik bisnis olahraga berita teknologi hiburan opini kesehatan sains budaya
            nasional internasional daerah ekonomi otomotif gaya-hidup video foto terkini beranda""".split()
        ),
        spam=phrases(
            """togel|toto|slot gacor|slot online|judi online|judi bola|situs judi|agen judi|bandar|poker online
            |taruhan|kasino|casino|nomor hk|data hk|keluaran hk|pengeluaran hk|nomor sgp|data sgp|keluaran sgp
            |pengeluaran sgp|keluaran sdy|data sdy|hongkong pools|singapore pools|jackpot|maxwin|rtp live
            |deposit pulsa|jual backlink"""
        ),
        subtitles=phrases(
            """tepuk tangan|tertawa|suara tawa|musik|musik mengalun|sorak sorai|menghela napas|terjemahan oleh
            |diterjemahkan oleh|alih bahasa|subtitle by|subtitle oleh|penerjemah|login|masuk log|peta situs|sitemap
            |terima kasih telah menonton|sunting|butuh rujukan|buka di jendela baru"""
        ),
        notices=phrases(
            """kami menggunakan cookie|kami menggunakan kuki|situs menggunakan kuki|ikuti saluran kami
            |grup telegram kami|grup whatsapp kami|berita google news saluran|berita google news channel
            |situs menggunakan cookie|buletin kami daftar|buletin kami berlangganan
            |buletin kami menerima|newsletter kami|kotak masuk anda|alamat email anda mendaftar
            |mendaftar anda menyetujui|pembaruan email anda|saluran whatsapp kami|saluran telegram kami
            |unduh aplikasi kami|daftar ringkasan setiap|klik di sini membaca"""
        ),
        counted=phrases("menit membaca|menit baca|menit waktu baca|komentar"),
        networks=frozenset(
            """facebook twitter x whatsapp telegram email surel instagram linkedin pinterest reddit tiktok
            threads salin cetak tautan bagikan tweet""".split()
        ),
        bylines=phrases(
            """oleh|ditulis oleh|dilaporkan oleh|laporan oleh|pelaporan oleh
            |foto oleh|foto milik|gambar oleh|gambar milik|penulis|editor|reporter|pewarta"""
        ),
        rights=phrases("hak cipta|copyright|dilarang mengambil|dilarang mengutip"),
        stamps=phrases("diperbarui|terakhir diperbarui|diterbitkan|dipublikasikan|diposting"),
        credits=frozenset({"oleh", "by"}),
        brands=frozenset("antara bisnis detik kompas kumparan liputan okezone radar republika tempo tribun".split()),
        media=frozenset("""kantor berita koran harian majalah televisi radio tv surat kabar news press""".split()),
    ),
)
