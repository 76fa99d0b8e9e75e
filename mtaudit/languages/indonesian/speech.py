"""Indonesian: how speech is reported."""

from __future__ import annotations

from mtaudit.languages.interface import Speech

INDONESIAN_SPEECH = Speech(
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
    actives=("me",),
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
    time_words=frozenset(
        """hari kemarin lalu ini itu kemudian besok lusa tadi pagi siang sore malam dini sebelumnya setelahnya setempat
        minggu pekan bulan tahun tanggal waktu akhir awal depan saat sesudahnya selanjutnya pada di dalam""".split()
    ),
    leads=frozenset("dalam pada di dari saat setelah seusai usai sebelum selama melalui lewat dengan kepada".split()),
    agents=frozenset({"oleh"}),
    occasions=frozenset(
        """sebuah suatu wawancara konferensi pers jumpa pidato pidatonya pernyataan pernyataannya pertemuan rapat
        sidang acara siaran laporan keterangan keterangannya tertulis resmi terpisah bersama khusus eksklusif
        unggahan unggahannya cuitan cuitannya artikel kesempatan komentar media sosial sambungan telepon""".split()
    ),
    equations=frozenset(
        "adalah ialah merupakan bukan bukanlah tidaklah itu sama berarti sangat tidak hanya juga".split()
    ),
    ambiguous=frozenset("jelas terang tegas sebut tambah papar lanjut klaim tanya jawab tulis sambung".split()),
    speaking=frozenset({"saya", "kami", "aku"}),
    addressing=frozenset("anda kamu kau engkau kalian".split()),
)
