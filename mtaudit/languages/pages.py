"""What the elements of web pages are called that hold no text of an article: in `class`, `id` and tag names.

They belong to no single language: Indonesian sites name them in English and Indonesian. From the templates of
WordPress, Blogger, AMP and of news sites in both languages.
"""

from __future__ import annotations

MARKS: dict[str, frozenset[str]] = {
    "consent": frozenset("cookie cookies consent gdpr cmp onetrust kuki izin privacy privasi".split()),
    "advert": frozenset(
        """ad ads adv advert adverts advertisement advertising adsbox adbox adslot adsense dfp gpt iklan sponsor
        sponsored sponsors promo promotion promosi paywall taboola outbrain mgid""".split()
    ),
    "related": frozenset(
        """related terkait recommended recommendation recommendations rekomendasi popular populer terpopuler trending
        readmore linksisip bacajuga lihatjg lihatjuga terkini mostread pilihan""".split()
    ),
    "caption": frozenset("caption figcaption captions kutipanfoto".split()),
    "site": frozenset(
        """nav navbar navigation menu sidebar footer breadcrumb breadcrumbs share sharing sharedaddy sosmed
        newsletter signup subscribe subscription buletin langganan comments comment komentar copyright hakcipta
        imprint disclaimer tagging tags popup modal toolbar pagination paging author penulis
        byline catlinks bawah footnotes""".split()
    ),
}
PAIRS: dict[str, frozenset[tuple[str, str]]] = {  # two words that only together say it
    "related": frozenset({("baca", "juga"), ("read", "also"), ("most", "read"), ("lihat", "juga"), ("read", "more")}),
    "advert": frozenset({("slot", "iklan"), ("google", "auto")}),
}
ARTICLE_TYPES = frozenset(  # of schema.org, in the metadata of a page
    """article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle
    reviewnewsarticle blogposting liveblogposting report webpage""".split()
)
PICTURE_WORDS = frozenset(  # that open the captions of pictures, or stand in the brackets behind them
    """foto fotografer ilustrasi gambar dok dokumentasi istimewa antara photo photograph photographer image picture
    courtesy getty reuters afp epa ap""".split()
)
LABELS = frozenset(
    "tag tags tagar label labels topik kategori".split()
)  # before a colon, and what an item is filed under
# Keys of front matter, as sites and editors in both languages write them
ORIGINAL_KEYS = frozenset(
    """original original_file original_path original_url source_file source_path source_url source translated_from
    translation_of asli naskah_asli berkas_asli teks_asli artikel_asli sumber sumber_asli""".split()
)
ADDRESS_KEYS = frozenset("url permalink canonical canonical_url link tautan alamat".split())
