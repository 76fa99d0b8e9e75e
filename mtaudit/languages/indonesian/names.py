"""Indonesian: how names are introduced and inflected, and what words in them say."""

from __future__ import annotations

from mtaudit.languages.countries import one_word
from mtaudit.languages.interface import NameConventions

INDONESIAN_NAMES = NameConventions(
    countries=one_word(),
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
    addresses=frozenset("tn ny nn mr mrs ms".split()),
    ranks=frozenset(
        """dr prof sir letjen mayjen brigjen irjen komjen kombes kompol akbp letkol letda lettu serma sertu bripka
        aipda aiptu iptu ipda gen rep gov sgt""".split()
    ),
    respects={
        **dict.fromkeys("bapak pak tuan tn mr".split(), "m"),
        **dict.fromkeys("ibu bu nyonya ny nona nn mrs ms".split(), "f"),
    },
    kin=frozenset(
        """istri istrinya suami suaminya pasangan pasangannya menikah nikah pernikahan keluarga anak anaknya putra
        putranya putri putrinya janda duda almarhum almarhumah kakak adik kembar""".split()
    ),
    misread={"umum": "Jenderal", "tuhan": "Lord"},
    hallowed=frozenset(
        "yesus jesus kristus allah yehuwa yahweh yahwe krishna kresna wisnu siwa brahma ganesha".split()
    ),
    given=frozenset(
        """agung alam aman amanah anggun arif arum asri awan bagus bahagia bakti bangun berkah bestari bibit bima
        bintang budi bunga buyung cahaya cahya cakra candra cantik cempaka cinta citra dahlia damai darma dermawan didik
        elok embun fajar gadis gagah galih garuda gema gemilang gendis gigih gilang guntur harapan hasanah hijrah hikmah
        hujan ikhlas indah insan intan irama iman jati jaya jelita jujur juwita kasih kartika kenanga kembang ksatria
        kurnia langit laras lestari lintang mahkota mawar megah mekar melati mentari merdeka merpati mulia murni nasib
        niscaya nur nyala pandu panji pelangi perdana permata pertiwi perwira prabu pribadi purnama putih raga rahmat
        rajawali rejeki restu rezeki rimba rindu rizki sabar sakti samudra sandi sari satria segara sejati semesta
        senja seruni setia setiawan sidik sigap sinar slamet subur sukma suci surga tabah teguh temu teratai tegar
        tirta topan tri tulus udara untung utama wangi wibawa wijaya yakin""".split()
    ),
    parties=frozenset(
        """otoritas terdakwa penggugat tergugat pemohon termohon pelapor terlapor tersangka korban manajemen direksi
        penyelenggara pengurus pengelola panitia bendahara kakak adik nenek kakek paman bibi tante om abang bunda ayah
        papa mama kakanda redaktur redaksi penerbit produsen pabrikan perseroan emiten regulator wasit koalisi oposisi
        konsulat pemda pemprov pemkot armada divisi penjaga maskapai kampus klinik restoran toko faksi fraksi istana
        penyidik penuntut majelis satgas tim pihak suster bruder biksu tuan rumah penonton pembaca pendengar pembeli
        penjual pelanggan nasabah pengguna penumpang pasien siswa murid santri jemaah umat rakyat situs
        laman""".split()
    ),
    ranked=frozenset(
        """terpilih petahana baru lama sementara pengganti pertama kedua agung tunggal pengawas muda madya tinggi
        tertinggi pelaksana pejabat lurah kades carik penasihat kehormatan fisik kebugaran lapangan junior""".split()
    ),
    personal=frozenset(
        """senator tuan nyonya nona bapak ibu pak bu dr prof profesor sir paus presiden gubernur hakim kanselir
        pelatih kolonel letnan sersan uskup""".split()
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
    family_first=frozenset("""teuku cut raden wayan putu gede made kadek nyoman komang ketut andi daeng""".split()),
)
