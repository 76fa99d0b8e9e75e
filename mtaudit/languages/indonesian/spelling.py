"""Indonesian: words that are often written otherwise than the spelling rules have it.

Source: Ejaan Bahasa Indonesia yang Disempurnakan, 5th edition (EYD V, Badan Bahasa 2022): prepositions are written
apart (II.G), compounds of two words as well (II.D) but for those that have become one (II.D.5), `pun` behind all but
its set phrases (II.H), bound forms are written on (II.B).
"""

from __future__ import annotations

from mtaudit.languages.interface import Spelling

_PLACES = "atas bawah dalam luar depan belakang samping antara mana sini sana situ kota desa rumah jalan kantor".split()
_COMPOUNDS = """kerja sama|tanggung jawab|terima kasih|rumah sakit|beri tahu|apa pun|siapa pun|mana pun|kapan pun
|di mana pun|ke mana pun""".replace("\n", "").split("|")
_ONE = """bea siswa|darma wisata|duka cita|kaca mata|kasat mata|kosa kata|olah raga|radio aktif|sapu tangan|sedia kala
|suka cita|suka rela|wira swasta""".replace("\n", "").split("|")

INDONESIAN_SPELLING = Spelling(
    standard={
        **{"di" + place: "di " + place for place in _PLACES},
        **{"ke" + place: "ke " + place for place in ("mana", "sini", "sana", "situ")},
        **{words.replace(" ", ""): words for words in _COMPOUNDS},
        **{words: words.replace(" ", "") for words in _ONE},
    },
    prefixes=frozenset({"di"}),
    never=(  # loans are respelled (EYD V, IV): f for ph, t for th, k for ck and c, -si for -tion; consonants stand once
        r"ph|th|ch|ck|q|x|cc|c(?![aeiouy]|$)|ou|ee|oo|(?<!n)gg|([dfjlprtvz])\1|[^aeiou]y(?![aeiou])"
        r"|(?:tion|ly|ic|ts|ngs|rs|ds|[^aeiouskn]h)$"
    ),
    courtesy=frozenset({"anda", "saya", "dia", "ia"}),
    bound=frozenset(
        """antar anti eks ekstra homo inter intra kontra maha mega mikro multi nano neo non pasca peri pra radio
        segi semi serba super tuna ultra""".split()
    ),
)
