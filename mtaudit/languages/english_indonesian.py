"""English originals, Indonesian translations: what the program knows of the two together."""

from __future__ import annotations

from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.languages.pair import LanguagePair

ENGLISH_INDONESIAN = LanguagePair(
    ENGLISH,
    INDONESIAN,
    length=1.1,
    # How Indonesian spells borrowed English words (Pedoman Umum Ejaan Bahasa Indonesia, chapter on loan words): both
    # sides rewritten to one form, endings first.
    loans=(
        (r"(?:isation|ization|isasi)$", "isasi"),
        (r"(?:ological|ologis|ologi|ology)$", "olog"),
        (r"(?:tion|sion|si|ssion|cion)$", "si"),
        (r"(?:ty|tas|te|tet|t)$", "t"),
        (r"(?:isms?|isme)$", "ism"),
        (r"(?:ists?|is)$", "is"),
        (r"(?:ical|ics|ic|ik|ika|ikal|is)$", "ik"),
        (r"(?:ogy|ogi|ogue|og)$", "og"),
        (r"(?:aries|ary|aris|er|ar|ir|ier|air)$", "er"),
        (r"(?:ance|ence|ency|ancy|ensi|ansi|ens|ans|ent|ant|en|an|ents|ants)$", "en"),
        (r"(?:phy|fi|phi)$", "fi"),
        (r"(?:ous|us|um)$", "us"),
        (r"(?:ians|ian|ia|ien|y|i|ie|ies|ya)$", "i"),
        (r"(?:ure|ur|uur)$", "ur"),
        (r"(?:ure|or|eur|ur)$", "or"),
        (r"s$", ""),
        (r"[aeo]$", ""),
        (r"ph", "f"),
        (r"sch|sh|sy", "s"),
        (r"th", "t"),
        (r"(?:ch|kh)(?=[rlaou])|kh(?=[ei])", "k"),
        (r"ch", "c"),
        (r"cc(?=[ei])|xc|x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"ck|qu|cqu|q|cc|c", "k"),
        (r"kw|ku(?=[aei])", "k"),
        (r"ae|oe|ea|ee", "e"),
        (r"oo|ou|u", "u"),
        (r"y", "i"),
        (r"v|w", "f"),
        (r"z", "s"),
        (r"j", "y"),
    ),
    respellings=(
        (r"ph", "f"),
        (r"ch(?=[raou])|ck|q|c(?![eiyh])", "k"),
        (r"c(?=[eiy])", "s"),
        (r"x", "ks"),
        (r"th", "t"),
    ),
    letters=(
        *(("ph", "f"), ("x", "ks"), ("qu", "ku"), ("ck", "k"), ("ch", "k"), ("c", "k")),
        *(("y", "i"), ("v", "f"), ("ss", "s")),
    ),
    first_letters=frozenset({"k"}),
)
