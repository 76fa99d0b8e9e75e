"""A small sound file of each format."""

from tests.reading.conftest import FEED

XLIFF_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="berita/1.html" source-language="en" target-language="id" datatype="html"><body>
<trans-unit id="1"><source>Talks <g id="1">resume</g></source><target>Perundingan <g id="1">berlanjut</g></target>
<alt-trans><source>Talks resume</source><target>SALAH</target></alt-trans></trans-unit>
<group><trans-unit id="2"><source>“Peace,” <bpt id="2">&lt;b&gt;</bpt>he said<ept id="2">&lt;/b&gt;</ept>.</source>
<target state="translated">“Damai,”
<bpt id="2">&lt;b&gt;</bpt>kata dia<ept id="2">&lt;/b&gt;</ept>.</target></trans-unit>
<trans-unit id="3"><source>Open</source></trans-unit>
<trans-unit id="4"><source>New</source><target state="new">New</target></trans-unit>
<trans-unit id="5" translate="no"><source>Reuters</source><target>Reuters</target></trans-unit></group>
</body></file></xliff>
""".encode()

XLIFF_2 = b"""<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="id">
<file id="f1"><notes><note>A note</note></notes>
<unit id="1"><segment><source>Hello <pc id="1">world</pc>.</source>
<target>Halo <pc id="1">dunia</pc>.</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>Two<ph id="2"/>.</source><target>Dua<ph id="2"/>.</target></segment></unit>
</file></xliff>
"""

TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en-US"/><body>
<tu><tuv xml:lang="id"><seg>Halo <hi>dunia</hi></seg></tuv>
<tuv xml:lang="en"><seg>Hello <ph>x</ph>world</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>“Yes.”</seg></tuv><tuv xml:lang="id"><seg>“Ya.”</seg></tuv></tu>
</body></tmx>
""".encode()

PO = b"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Hello \\"world\\""
msgstr "Halo \\"dunia\\""

#, fuzzy
msgid "Long "
"text"
msgstr "Teks "
"panjang"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d berkas"

msgid "open"
msgstr ""

#~ msgid "old"
#~ msgstr "lama"
"""

ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title>
<entry><id>tag:1</id><title type="html">A &amp;amp; B</title><link href="http://x.test/1"/>
<updated>2025-08-20T01:00:00Z</updated>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Satu &lt; dua</p><p>“Tiga”</p></div></content></entry>
<entry><id>tag:2</id><title>Judul</title><summary type="text">Teks &lt;b&gt; polos</summary></entry>
</feed>
""".encode()

JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Kabar", "items": [
{"id": 1, "title": "Judul", "content_html": "<p>Satu &quot;dua&quot;</p><p>Tiga</p>", "url": "https://x.test/1",
 "date_published": "2025-08-20T00:00:00Z"},
{"id": "b", "content_text": "Hanya teks"}, 3, {"id": "c"}]}
"""

PAGE = """<!DOCTYPE html>
<html lang="id"><head><title>Perundingan berlanjut - Kabar</title>
<meta property="article:published_time" content="2025-08-20T10:00:00+07:00">
<link rel="canonical" href="https://x.test/artikel"><script>var a = "<p>skrip</p>";</script></head>
<body><nav><a href="/">Beranda</a> <a href="/politik">Politik</a></nav>
<article><h1>Perundingan <em>berlanjut</em></h1>
<p>Menteri Luar Negeri mengatakan pada hari Senin bahwa perundingan akan dilanjutkan di Jenewa pekan depan, kata juru
bicaranya dalam jumpa pers.</p>
<p>&quot;Kami siap,&quot; kata dia kepada para wartawan. &amp;quot;Sangat siap.&amp;quot;<br>Utusan khusus itu
tiba sore hari dengan pesawat dari Wina.</p>
<blockquote>“Jalan masih panjang,” ujar seorang diplomat yang tidak mau disebut namanya.</blockquote>
</article><footer>Hak cipta 2025</footer></body></html>
""".encode()

MARKDOWN = b"""---
title: "Judul dari kepala"
---

# Judul besar

Paragraf *pertama* dengan [tautan](https://x.test "t").

```
kode
```

| a | b |
| - | - |
| c | d |
"""

TABLE = b'id,text,original\n1,"Halo, ""dunia""","Hello, ""world"""\n2,Ya,\n'

ROWS = b'{"id": "1", "text": "Halo", "original": ["Hello", "world"]}\n{"id": 2, "text": "Ya"}\n'

SAMPLES = {
    "rss": FEED,
    "atom": ATOM,
    "jsonfeed": JSON_FEED,
    "html": PAGE,
    "markdown": MARKDOWN,
    "xliff1": XLIFF_1,
    "xliff2": XLIFF_2,
    "tmx": TMX,
    "po": PO,
    "csv": TABLE,
    "jsonl": ROWS,
}
