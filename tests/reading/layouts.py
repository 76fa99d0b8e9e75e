"""Small pages after the layouts of real news sites, their text invented; `python -m tests.reading.layouts` measures.

In a layout {h} is the headline, {l} the lede, {a} {b} {c} paragraphs, {z} the last one; what stands in [[...]] is the
site's and must not get into the article. The first half was there while the reader was made, the second was written
afterwards.
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
        '"Anak-anak sekarang hanya tahu kereta listrik. Di sini mereka bisa mencium bau batu bara," ujar kurator museum,'
        " Lidya Kartanegara.",
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
        "Tiga siswa SMK Wanasari menjuarai kejuaraan robot regional dengan mesin pemilah sampah yang mereka rakit sendiri.",
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
LEGAL = "Kami menggunakan cookie untuk meningkatkan pengalaman Anda. Dengan melanjutkan, Anda menyetujui kebijakan kami."

FIRST = {
    "detik": """<head><title>{h}</title><meta property="og:title" content="{h}"><meta property="og:site_name" content="KabarDetak"></head>
<body><div class="navbar"><a href="/">[[Beranda KabarDetak]]</a> <a href="/r">[[Terpopuler hari ini]]</a></div>
<article class="detail"><div class="detail__header"><div class="page__breadcrumb"><a>[[detakNews]]</a> <a>[[Berita Daerah]]</a></div>
<h1 class="detail__title">{h}</h1><div class="detail__author">[[Andika Prasetya - KabarDetak]]</div><div class="detail__date">[[Rabu, 04 Nov 2026 09:12 WIB]]</div></div>
<figure class="detail__media-image"><img src="a.jpg"><figcaption class="detail__media-caption">[[Foto: Suasana di lokasi (Dok. Istimewa/detakcom)]]</figcaption></figure>
<div class="detail__body-text"><strong>Jakarta</strong> - <p>{l}</p><p>{a}</p>
<div class="parallaxindetail"><div>[[ADVERTISEMENT]]</div><div>[[SCROLL TO CONTINUE WITH CONTENT]]</div></div>
<p>{b}</p><table class="linksisip"><tr><td>[[Baca juga:]] <a href="/x">[[Polisi Tutup Jalan Lingkar Barat Selama Tiga Hari]]</a></td></tr></table><p>{c}</p><p>{z}</p></div>
<div class="detail__body-tag"><a>[[gotong royong desa]]</a> <a>[[musim hujan 2026]]</a></div></article>
<div class="list-content"><h4>[[Berita Terkait]]</h4><article><h3><a href="/1">[[Bupati Resmikan Jembatan Gantung di Muara Enim Kecil]]</a></h3></article></div></body>""",
    "kompas": """<head><title>{h} Halaman all - Kompasiran.com</title><meta property="og:title" content="{h} Halaman all"></head><body>
<div class="header__wrap">[[Kompasiran.com Jernih Melihat Kampung]]</div><div class="container"><h1 class="read__title">{h}</h1>
<div class="read__time">[[Kompasiran.com, 04/11/2026, 08:00 WIB]]</div><div class="credit-title">[[Tim Redaksi]]</div>
<div class="photo"><img src=x><div class="photo__caption">[[Warga berkumpul di tepi sungai, Selasa malam.(KOMPASIRAN.com/RUDI)]]</div></div>
<div class="read__content"><div class="clearfix"><p><strong>JAKARTA, KOMPASIRAN.com -</strong> {l}</p><p>{a}</p><p><strong>[[Baca juga:]] <a href="/y">[[Mengapa Sungai Wareng Selalu Meluap pada November]]</a></strong></p><p>{b}</p><p>{c}</p><p>{z}</p>
<p>[[Dapatkan update berita pilihan dan breaking news setiap hari dari Kompasiran.com. Mari bergabung di Grup Telegram kami.]]</p></div></div>
<div class="read__tagging"><ul><li><a>[[tanggul jebol tahun ini]]</a></li></ul></div></div></body>""",
    "tempo": """<head><title>{h} | tempoan.co</title><meta name="twitter:title" content="{h}"></head><body><header><h1 class="logo"><a href="/">Tempoan</a></h1></header>
<main><section><p class="kicker">[[Nasional hari ini]]</p><h2 class="judul">{h}</h2><p class="reporter">[[Reporter Salma Wulandari]]</p></section>
<section class="isi"><p><b>TEMPOAN.CO</b>, <b>Jakarta</b> - {l}</p><p>{a}</p><p>{b}</p><div class="iklan-tengah">[[Scroll ke bawah untuk melanjutkan membaca]]</div><p>{c}</p><p>{z}</p>
<p>[[Pilihan Editor:]] <a href="/z">[[Rencana Bendungan Baru Ditolak Petani Hulu]]</a></p></section></main><footer>[[Media Tempoan sejak 1999]]</footer></body>""",
    "antara": """<head><title>{h} - ANTARIKSA News</title></head><body><nav>[[Top News Antariksa]]</nav><div class="wrap__article-detail"><div class="wrap__article-detail-title"><h1>{h}</h1></div>
<ul class="list-inline"><li>[[Rabu, 4 November 2026 10:15 WIB]]</li><li>[[waktu baca 2 menit]]</li></ul>
<div class="wrap__article-detail-image"><picture></picture><p class="text-muted">[[Arsip foto - Petugas berjaga di lokasi. ANTARIKSA FOTO/Bayu/rwa.]]</p></div>
<div class="wrap__article-detail-content post-content">Jakarta (ANTARIKSA) - {l}<br><br>{a}<br><br>{b}<br><br><span class="baca-juga"><b>[[Baca juga:]] <a>[[Kementerian siapkan dana pemulihan sungai]]</a></b></span><br>{c}<br><br>{z}<p class="text-muted small">[[Pewarta: Rina Amelia<br>Editor: Teguh Santosa<br>Copyright © ANTARIKSA 2026]]</p></div></div></body>""",
    "cnn": """<head><meta property="og:title" content="{h}"><title>{h}</title></head><body><div><div class="gtm_nav">[[Home Nasional Ekonomi Olahraga Hiburan]]</div><h1 class="mb-2 text-[28px]">{h}</h1><div class="text-cnn_grey text-sm">[[CNKI Indonesia]]</div><div>[[Rabu, 04 Nov 2026 11:00 WIB]]</div>
<div><img><div class="text-sm">[[Ilustrasi. (iStockphoto/gorodenkoff)]]</div></div>
<div class="detail-text"><strong>Jakarta, CNKI Indonesia</strong> -- <p>{l}</p><p>{a}</p><div class="paradetail"><p>[[ADVERTISEMENT]]</p><p>[[SCROLL TO CONTINUE WITH CONTENT]]</p></div><p>{b}</p><p>{c}</p><p>{z}</p><p><strong>(rds/tsa)</strong></p><p>[[[Gambas:Video CNKI]]]</p></div></div></body>""",
    "bbc": """<head><title>{h} - BBX News Indonesia</title><meta property="og:title" content="{h} - BBX News Indonesia"></head><body><header role="banner"><div>[[BBX News, Indonesia]]</div><nav role="navigation"><ul><li>[[Terpopuler sekarang]]</li></ul></nav></header>
<main role="main"><div dir="ltr"><h1 id="content" tabindex="-1">{h}</h1></div><figure><div><img><p>[[Sumber gambar, Getty Images]]</p></div><figcaption><span>[[Keterangan gambar,]]</span> [[Warga menutup tanggul dengan karung pasir.]]</figcaption></figure>
<section role="region"><strong>[[Informasi artikel]]</strong><ul><li>[[Penulis, Heyder Affandi]]</li><li>[[Waktu membaca: 3 menit]]</li></ul></section>
<div dir="ltr"><p><b>{l}</b></p></div><div dir="ltr"><p>{a}</p></div><section aria-labelledby="podcast"><p>[[Akhir dari Paling banyak dibaca]]</p></section><div dir="ltr"><p>{b}</p></div><div dir="ltr"><p>{c}</p></div><div dir="ltr"><p>{z}</p></div>
<section><h2>[[Topik terkait]]</h2><ul><li><a>[[Bencana alam di Indonesia]]</a></li></ul></section></main><footer role="contentinfo">[[Mengapa Anda bisa percaya BBX]]</footer></body>""",
    "wordpress": """<head><title>{h} &#8211; Suara Lembah</title></head><body class="post-template single single-post has-sidebar"><div id="page" class="site"><header class="site-header"><p class="site-title"><a>[[Suara Lembah]]</a></p></header>
<div id="primary" class="content-area"><main id="main"><article id="post-11" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{h}</h1><div class="entry-meta"><span class="posted-on">[[4 November 2026]]</span> <span class="byline">[[oleh redaksi lembah]]</span></div></header>
<div class="entry-content"><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p><div class="sharedaddy sd-sharing"><h3>[[Bagikan ini:]]</h3><ul><li><a>[[Klik untuk berbagi pada Twitter(Membuka di jendela yang baru)]]</a></li></ul></div></div>
<footer class="entry-footer"><span class="cat-links">[[Ditulis dalam Kabar Desa]]</span></footer></article>
<nav class="post-navigation"><a>[[Navigasi tulisan]]</a></nav><div id="comments"><h2>[[Tinggalkan Balasan]]</h2><p>[[Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *]]</p></div></main></div><aside id="secondary">[[Pos-pos Terbaru minggu ini]]</aside></div></body>""",
    "blogger": """<head><title>Warta Pinggir: {h}</title></head><body><div class="header-inner"><h1 class="title"><a>Warta Pinggir</a></h1><p class="description">[[Catatan dari tepi kota untuk siapa saja]]</p></div>
<div class="date-outer"><h2 class="date-header">[[Rabu, 04 November 2026]]</h2><div class="post hentry"><h3 class="post-title entry-title">{h}</h3><div class="post-body entry-content">{l}<br /><br />{a}<br /><br />{b}<br /><br />{c}<br /><br />{z}</div>
<div class="post-footer"><span>[[Diposting oleh Warta Pinggir di 09.00]]</span></div></div></div><div class="comments"><h4>[[Tidak ada komentar:]]</h4></div><div class="sidebar">[[Arsip Blog 2026]]</div></body>""",
    "amp": """<head><meta charset=utf-8><script type="application/ld+json">{json}</script><title>Kabar AMP</title></head><body><amp-sidebar id=s><ul><li>[[Rubrik Olahraga Lokal]]</li></ul></amp-sidebar><div class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{h}</h1></header>
<amp-consent id=c><div>[[{legal}]]</div></amp-consent><div class="amp-wp-article-content"><p>{l}</p><amp-ad><div>[[Iklan sabun cuci termurah]]</div></amp-ad><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div></div></body>""",
    "jsonld-divs": """<head><script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"Jendela"}},{json}]}}</script><title>Jendela</title></head><body><div class="x1"><div>[[Jendela Timur, portal warga]]</div></div><div class="x2">{h}</div><div class="x3"><div class="y">{l}</div><div class="y">{a}</div><div class="q"><span>[[IKLAN]]</span><span>[[Mobil bekas berkualitas dengan bunga nol persen sampai akhir tahun.]]</span></div><div class="y">{b}</div><div class="y">{c}</div><div class="y">{z}</div></div><div class="x4">[[Unduh aplikasi kami dan baca berita tanpa kuota setiap hari.]]</div></body>""",
    "og-only": """<head><title>Beranda</title><meta property="og:title" content="{h}"></head><body><div id="menu"><a>[[Menu utama situs]]</a></div><div id="isi"><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div></body>""",
    "section-h1": """<head><title>{h} | Pijar</title></head><body><div class="cookie-bar"><p>[[{legal}]]</p><button>OK</button></div><section class="hero"><header><span class="label">[[Liputan Khusus]]</span><h1>{h}</h1><time>[[4 November 2026, 07.00]]</time></header></section><section class="body"><div class="lead">{l}</div><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></section><section class="related"><h2>[[Artikel terkait]]</h2><ul><li><a>[[Petani hulu menolak rencana bendungan baru]]</a></li><li><a>[[Sekolah darurat berdiri di balai desa]]</a></li></ul></section><div class="copyright">[[Hak cipta Pijar Media 2026. Tentang kami. Redaksi. Karier.]]</div></body>""",
    "lede-h2": """<head><meta property="og:title" content="{h}"><title>x</title></head><body><main><h1>{h}</h1><h2 class="standfirst">{l}</h2><div class="meta"><span>[[Foto: Bima Sakti]]</span></div><div class="article-body"><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div></main><div class="most-read"><h3>[[Paling banyak dibaca]]</h3><ol><li><a>[[Jalan lingkar ditutup selama perbaikan jembatan]]</a></li></ol></div></body>""",
    "lede-before": """<head><title>{h}</title><meta name="description" content="{l}"></head><body><div class="top"><h1>{h}</h1><p class="summary">{l}</p></div><div class="ad">[[Pasang iklan di sini]]</div><article><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></article></body>""",
    "bare-text": """<head><title>{h}</title></head><body><h1>{h}</h1><div class="konten">{l}<p>{a}</p>{b}<p>{c}</p>{z}</div><div class="footer">[[Copyright 2026 Radar Pantai. All rights reserved.]]</div></body>""",
    "two-h1": """<head><title>{h} - Portal Kita</title></head><body><h1>Portal Kita</h1><div class="menu">[[Pilih kota Anda]]</div><article><h1>{h}</h1><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></article><article class="other"><h1>[[Cuaca Besok Cerah Berawan di Pesisir]]</h1><p><a>[[Baca selengkapnya]]</a></p></article></body>""",
    "wikinews": """<head><title>{h} - Wikiwarta</title></head><body><div id="siteNotice">[[Bantu kami menulis]]</div><h1 id="firstHeading">{h}</h1><div id="bodyContent"><div id="siteSub">[[Dari Wikiwarta, sumber berita bebas]]</div><p><b>Rabu, 4 November 2026</b></p><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p><div id="catlinks">[[Kategori: Bencana dan Alam]]</div></div></body>""",
    "table-old": """<html><head><title>{h}</title></head><body><table width=100%><tr><td colspan=2>[[Koran Lama Online]]</td></tr><tr><td width=20%><a>[[Depan]]</a><br><a>[[Olahraga Daerah]]</a></td><td><font size=5><b>{h}</b></font><p>{l}<p>{a}<p>{b}<p>{c}<p>{z}</td></tr></table></body></html>""",
    "related-inline": """<head><title>{h}</title></head><body><article><h1>{h}</h1><div class="body"><p>{l}</p><p>{a}</p><div class="lihatjg"><span>[[Lihat Juga :]]</span> <a href="/k">[[Dua Kampung Terisolasi Usai Longsor]]</a></div><p>{b}</p><ul class="inline-related"><li><a href="/1">[[Gubernur janji bangun jembatan darurat pekan depan]]</a></li></ul><p>{c}</p><p>{z}</p></div></article></body>""",
    "caption-div": """<head><title>{h}</title></head><body><h1>{h}</h1><div class="wp-caption alignnone"><img><p class="wp-caption-text">[[Suasana pagi di tepi sungai setelah hujan reda. Foto: Arsip Warga]]</p></div><div class="post"><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div></body>""",
    "newsletter": """<head><title>{h}</title></head><body><article><h1>{h}</h1><p>{l}</p><p>{a}</p><div class="newsletter-signup"><h3>[[Dapatkan buletin kami]]</h3><p>[[Daftarkan alamat email Anda untuk menerima ringkasan berita setiap pagi.]]</p></div><p>{b}</p><p>{c}</p><p>{z}</p></article></body>""",
    "english": """<head><title>{h}</title></head><body><div id="onetrust-consent-sdk"><p>[[We use cookies and similar technologies to improve your experience. Read our privacy policy.]]</p></div><main><h1>{h}</h1><div class="byline">[[By Maria Lawson]]</div><p>{l}</p><p>{a}</p><div class="promo"><p>[[Sign up for our morning newsletter]]</p></div><p>{b}</p><p>{c}</p><p>{z}</p></main></body>""",
    "noscript-gdpr": """<head><title>{h}</title></head><body><div role="dialog" aria-modal="true"><h2>[[Privasi Anda penting bagi kami]]</h2><p>[[Kami dan mitra kami menyimpan informasi pada perangkat untuk iklan yang dipersonalisasi.]]</p></div><div class="w"><h1>{h}</h1><div class="c"><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div></div></body>""",
    "microdata": """<head><title>Harian Anyar</title></head><body><div itemscope itemtype="http://schema.org/NewsArticle"><div itemprop="headline">{h}</div><div itemprop="author">[[Tim Harian Anyar]]</div><div itemprop="articleBody"><div>{l}</div><div>{a}</div><div>{b}</div><div>{c}</div><div>{z}</div></div></div><div class="populer">[[Terpopuler]]<div><a>[[Jadwal kapal feri pekan ini berubah lagi]]</a></div></div></body>""",
    "short": """<head><title>{h} - Kilas</title></head><body><header><a>[[Kilas Harian]]</a></header><section><h1>{h}</h1><p>{l}</p><p>{z}</p></section><footer><p>[[Kilas Harian, Jalan Melati 5, Bandar Jaya. Telepon 021-5550100.]]</p></footer></body>""",
    "blockquote": """<head><title>{h}</title></head><body><article><header><h1>{h}</h1></header><p>{l}</p><blockquote><p>{a}</p></blockquote><p>{b}</p><aside class="pullquote-none"><p>[[Langganan koran digital hanya seribu rupiah sehari]]</p></aside><p>{c}</p><p>{z}</p></article></body>""",
    "ads-many": """<head><title>{h}</title></head><body><div class="article"><h1>{h}</h1><div class="adsbox">[[Advertisement]]</div><p>{l}</p><div class="ads-incontent"><span>[[Iklan]]</span><p>[[Pinjaman kilat tanpa agunan, cair hari ini juga dengan bunga ringan.]]</p></div><p>{a}</p><p>{b}</p><div class="ads-incontent"><span>[[Iklan]]</span><p>[[Beli dua gratis satu untuk semua sepatu lari hanya minggu ini.]]</p></div><p>{c}</p><p>{z}</p></div></body>""",
    "tailwind": """<head><title>{h}</title><meta property="og:title" content="{h}"></head><body><div id="__next"><div class="flex"><a>[[Masuk atau daftar]]</a></div><div class="mx-auto max-w-3xl"><div class="text-3xl font-bold">{h}</div><div class="text-gray-500">[[4 Nov 2026]]</div><div class="prose"><div>{l}</div><div>{a}</div><div>{b}</div><div>{c}</div><div>{z}</div></div></div></div></body>""",
    "entry-list": """<head><title>{h}</title></head><body><div class="single"><h1>{h}</h1><div class="txt"><p>{l}</p><p>{a}</p><h2>Apa selanjutnya</h2><p>{b}</p><ul><li>{c}</li></ul><p>{z}</p></div><h3>[[Rekomendasi untuk Anda]]</h3><div><a>[[Lima cara menyimpan garam agar tidak menggumpal]]</a></div></div></body>""",
    "last-div": """<head><title>{h}</title></head><body><article><h1>{h}</h1><div><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p></div><div class="closing">{z}</div></article><div class="imprint"><p>[[Diterbitkan oleh PT Kabar Nusa. Pedoman Media Siber. Tentang Kami.]]</p></div></body>""",
}
SECOND = {
    "liputan": """<head><title>{h} - News Liputania.com</title><meta property="og:title" content="{h}"></head><body><div class="navbar--menu"><ul><li><a>[[Cek Fakta hari ini]]</a></li></ul></div><article><header class="read-page--header"><h1 class="read-page--header--title entry-title">{h}</h1><div class="read-page--header--author"><span>[[Fachri Nugraha]]</span><p class="read-page--header--author__datetime-wrapper"><time>[[04 Nov 2026, 10:00 WIB]]</time></p></div></header>
<div class="read-page--photo-gallery--item__caption"><p>[[Suasana di lokasi pada Rabu pagi. (Liputania.com/Herman)]]</p></div><div class="article-content-body"><div class="article-content-body__item-content"><p><b>Liputania.com, Jakarta</b> - {l}</p><p>{a}</p><div class="advertisement-placeholder"><div class="advertisement-text">[[Advertisement]]</div></div><p>{b}</p><div class="baca-juga-collections"><h5>[[BACA JUGA:]]</h5><ul><li><a>[[Cara Menghemat Air Saat Kemarau Panjang]]</a></li></ul></div><p>{c}</p><p>{z}</p></div></div></article></body>""",
    "republika": """<head><title>{h} | Republikana Online</title></head><body><div class="max-card__title"><h1>{h}</h1></div><div class="date date-item__headline">[[Rabu 04 Nov 2026 08:30 WIB]]</div><div class="by">[[Rep: Antara/ Red: Fuji]]</div><div class="article-content"><article><p><strong>REPUBLIKANA.CO.ID, JAKARTA</strong> -- {l}</p><p>{a}</p><p>{b}</p><div class="scroll-text">[[Scroll untuk membaca]]</div><p>{c}</p><p>{z}</p></article></div><div class="taiching"><a>[[Ikuti Whatsapp Channel Republikana]]</a></div></body>""",
    "tribun": """<head><title>{h} - Tribunan.com</title><meta property="og:title" content="{h} - Tribunan.com"><meta property="og:site_name" content="Tribunan.com"></head><body><div id="header"><h4>[[Tribunan.com Lokal Menjadi Nasional]]</h4></div><div id="article"><h1 id="arttitle">{h}</h1><div id="penulis">[[Penulis: Hanif Mustofa]]</div><div class="txt-article"><p><strong>TRIBUNAN.COM</strong> - {l}</p><p>{a}</p><p class="baca">[[Baca juga: Lima Kampung Dapat Listrik Surya]]</p><p>{b}</p><p>{c}</p><p>{z}</p><p>[[(Tribunan.com/Hanif)]]</p></div></div><div id="newsterpopuler">[[Berita Populer Pekan Ini]]</div></body>""",
    "kumparan": """<head><title>{h} | kumparin.com</title><meta property="og:title" content="{h}"><meta name="description" content="{l}"></head><body><div class="Viewweb__StyledView"><span class="Textweb__StyledText">[[Konten dari Pengguna]]</span><div data-qa-id="story-title"><h1 class="Textweb">{h}</h1></div><span>[[4 November 2026 9:00 WIB]]</span><span>[[waktu baca 2 menit]]</span></div><div class="StoryRenderer"><div class="LayoutBox"><span class="CustomText">{l}</span></div><div class="LayoutBox"><span class="CustomText">{a}</span></div><div class="LayoutBox"><span>[[ADVERTISEMENT]]</span></div><div class="LayoutBox"><span class="CustomText">{b}</span></div><div class="LayoutBox"><span class="CustomText">{c}</span></div><div class="LayoutBox"><span class="CustomText">{z}</span></div></div><div><span>[[Laporkan tulisan]]</span></div></body>""",
    "guardian": """<head><title>{h} | World news | The Sentinel</title></head><body><a href="#main">[[Skip to main content]]</a><header><div>[[The Sentinel print subscriptions]]</div></header><main><div data-gu-name="headline"><h1>{h}</h1></div><div data-gu-name="standfirst"><p>{l}</p></div><div data-gu-name="media"><figure><img><figcaption>[[Villagers by the river. Photograph: Sam Lee/EPA]]</figcaption></figure></div><div data-gu-name="meta"><address>[[Sam Lee in Jakarta]]</address><details><summary>[[Wed 4 Nov 2026 05.00 GMT]]</summary></details></div><div data-gu-name="body"><div class="article-body-viewer-selector"><p>{a}</p><p>{b}</p><gu-island><div class="signup">[[Sign up to Morning Mail]]</div></gu-island><p>{c}</p><p>{z}</p></div></div></main><footer>[[All rights reserved (modern)]]</footer></body>""",
    "elementor": """<head><title>{h} - Kabar Sumbu</title></head><body class="elementor-default single"><div data-elementor-type="header"><div class="elementor-widget-nav-menu"><ul><li>[[Kontak kami disini]]</li></ul></div></div><div data-elementor-type="single-post"><section class="elementor-section"><div class="elementor-widget-theme-post-title"><h1 class="elementor-heading-title">{h}</h1></div><div class="elementor-widget-post-info"><ul><li>[[November 4, 2026]]</li><li>[[No Comments]]</li></ul></div></section><section class="elementor-section"><div class="elementor-widget-theme-post-content"><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div></section><section class="elementor-section"><div class="elementor-widget-share-buttons">[[Share on facebook]]</div><div class="elementor-widget-posts"><article><h3><a>[[Panen Raya di Lereng Selatan Dimulai]]</a></h3><div class="elementor-post__excerpt"><p>[[Petani di lereng selatan memanen jagung lebih awal daripada tahun lalu karena kemarau.]]</p></div></article></div></section></div></body>""",
    "cookie-bottom": """<head><title>{h}</title></head><body><div class="page"><h1>{h}</h1><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div><div class="bottom-notice"><p>[[{legal}]]</p><button>Setuju</button></div></body>""",
    "jsonld-type-list": """<head><meta property="og:site_name" content="Koran Utara"><script type='application/ld+json'>[{{"@context":"https://schema.org","@type":["NewsArticle"],"headline":"{h}","description":"{l}"}}]</script><title>Koran Utara</title></head><body><div class=a><b>[[Koran Utara edisi daring]]</b></div><div class=b><p>{l}</p></div><div class=c><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div></body>""",
    "title-only": """<head><title>{h} | Kabar Selat</title></head><body><div class="konten"><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div><p class="kaki">[[Kabar Selat, Jalan Pelabuhan 9]]</p></body>""",
    "logo-h1": """<head><title>{h} - Warta Bukit Hijau</title><meta property="og:title" content="{h}"></head><body><header><h1><a href="/">Warta Bukit Hijau</a></h1></header><div class="post"><h2 class="title">{h}</h2><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div></body>""",
    "split-columns": """<head><title>{h}</title></head><body><h1>{h}</h1><div class="part one"><p>{l}</p><p>{a}</p></div><div class="gambar"><img><p>[[Foto: Dokumentasi warga setempat]]</p></div><div class="part two"><p>{b}</p><p>{c}</p></div><div class="part three"><p>{z}</p></div><ul class="menu-bawah"><li><a>[[Indeks berita kemarin]]</a></li></ul></body>""",
    "linked-lede": """<head><title>{h}</title></head><body><article><h1>{h}</h1><p>{l} <a href="/x">Selengkapnya di sini</a></p><p><a href="/dosir">{a}</a></p><p>{b}</p><p>{c}</p><p>{z}</p></article><section class="widget"><h3>[[Kolom Redaksi]]</h3><p>[[Redaksi menerima tulisan dari pembaca setiap hari Senin dan Kamis.]]</p></section></body>""",
    "strong-related": """<head><title>{h}</title></head><body><article><h1>{h}</h1><p>{l}</p><p>{a}</p><p><strong>[[BACA JUGA : Nelayan Pulau Seberang Keluhkan Harga Solar]]</strong></p><p>{b}</p><p>{c}</p><p>{z}</p><p>[[Cek Berita dan Artikel yang lain di Google News dan WA Channel]]</p><p>[[Tags: sungai, tanggul, banjir]]</p></article></body>""",
    "live-h1-label": """<head><title>{h}</title><meta property="og:title" content="{h}"></head><body><h1 class="channel">Daerah</h1><div class="wrap"><div class="judul">{h}</div><div class="sub">[[Editor: Ratna Sari]]</div><p>{l}</p><p>{a}</p><p>{b}</p><p>{c}</p><p>{z}</p></div></body>""",
}


@dataclass(frozen=True)
class Page:
    """A page and what of it is the article (`parts`: headline, lede, paragraphs, last) and what is not."""

    name: str
    html: str
    parts: tuple[str, ...]
    furniture: tuple[str, ...]


def pages(layouts: dict[str, str]) -> list[Page]:
    """Each layout with one of the articles."""
    found = []
    for number, (name, layout) in enumerate(layouts.items()):
        h, l, a, b, c, z = ARTICLES[number % len(ARTICLES)]
        about = {"@type": "NewsArticle", "headline": h, "articleBody": " ".join((l, a, b, c, z))}
        html = layout.format(h=h, l=l, a=a, b=b, c=c, z=z, legal=LEGAL, json=json.dumps(about, ensure_ascii=name == "amp"))
        furniture = tuple(
            re.sub(r"<[^>]*>", " ", part).strip() for text in re.findall(r"\[\[(.*?)\]\]", html, re.S) for part in text.split("<br>")
        )
        parts = tuple(part for key, part in zip("hlabcz", (h, l, a, b, c, z), strict=True) if "{" + key + "}" in layout)
        shown = re.sub(r"\[\[|\]\]", "", html)
        found.append(Page(name, f"<!DOCTYPE html>\n<html lang=id>{shown}</html>", parts, furniture))
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

    for name, layouts in (("first", FIRST), ("second", SECOND)):
        counts = dict.fromkeys(("headline", "lede", "last", "parts", "of"), 0)
        leaked = furniture = 0
        made = pages(layouts)
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
