"""English: all that the program knows of it."""

from __future__ import annotations

from mtaudit.languages.english.irregular import IRREGULAR
from mtaudit.languages.english.meaning import ENGLISH_NEGATION, ENGLISH_SENSES
from mtaudit.languages.english.names import ENGLISH_NAMES
from mtaudit.languages.english.numbers import ENGLISH_NUMBERS
from mtaudit.languages.english.speech import ENGLISH_SPEECH
from mtaudit.languages.interface import Clutter, Inflection, Language, Stops, phrases

ENGLISH = Language(
    code="en",
    name="English",
    function_words=frozenset(
        """the of and to in a is that for on with as was it by at from be are this have has had not
        but they his her an which or were their its will would who been more than about after
        into when he she we you i if there out up also one all what can said no over other some
        could only time do so new most these two may then first any people like such before
        between through during where those being both under while against our your them how
        because did does should must much many just now even still made make own since another
        around until without within among upon very here him us me my told says per""".split()
    ),
    stops=Stops(
        abbreviations=frozenset(
            """mr mrs ms dr prof sen rep gov gen col lt capt sgt maj cmdr adm rev hon st jr sr u.s u.k
            u.n e.g i.e etc vs inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec no
            vol fig mt ft ave blvd rd p.m a.m d.c ph.d m.d b.a m.a approx dept est""".split()
        ),
        numbered=frozenset({"no", "vol", "fig", "pp"}),
        cannot_end=frozenset("the of and a an with by from because or is are was were their his its".split()),
    ),
    inflection=Inflection(
        plurals=("s", "es"),
        affixes=tuple(
            (prefix, suffix)
            for prefix, _, suffix in (
                affix.partition("_")
                for affix in """_s _es _d _ed _ing _ings _ly _er _ers _ness _able _less
                un_ un_ed re_ non_ over_""".split()
            )
        ),
        irregular=IRREGULAR,
        endings=tuple("ness ility ivity tion tions ously ively ship".split()),
    ),
    numbers=ENGLISH_NUMBERS,
    speech=ENGLISH_SPEECH,
    names=ENGLISH_NAMES,
    negation=ENGLISH_NEGATION,
    senses=ENGLISH_SENSES,
    clutter=Clutter(
        furniture=phrases(
            """read more|sign up|subscribe|share this|advertisement|related articles|follow us|click here|all rights
            reserved|posted by|comments|leave a comment|newsletter|log in|login|sitemap|cookie|scroll to continue
            |story continues below|skip advertisement|editor's picks|recommended for you|most read|you may also like"""
        ),
        sections=frozenset(
            """world politics business sports sport news technology tech entertainment opinion health
            science lifestyle culture travel national international local video photos trending""".split()
        ),
        spam=frozenset({"casino", "slot", "slots", "jackpot", "betting", "poker", "lottery", "buy backlinks"}),
        subtitles=phrases(
            """applause|laughter|laughs|music|music playing|cheering|sighs|subtitle by|subtitles by|translated by
            |translation by|captions by|login|log in|sitemap|site map|sign in|thanks for watching|edit|citation needed
            |opens in new window"""
        ),
        notices=phrases(
            """we use cookies|use cookies privacy|download our app|sign up newsletter our|site uses cookies
            |our newsletter sign|our newsletter subscribe"""
        ),
        counted=phrases("min read|minute read|minutes read|comments"),
        networks=frozenset(
            "facebook twitter x whatsapp telegram email instagram linkedin pinterest reddit print".split()
        ),
        bylines=phrases("by|written by|reported by|reporting by|author|editor|reporter"),
        rights=phrases("copyright|all rights reserved"),
        stamps=phrases("updated|last updated|published|posted on"),
        credits=frozenset({"by"}),
        media=frozenset(
            """news press times post journal tribune herald gazette chronicle guardian telegraph today
            daily reuters agency broadcasting television radio tv magazine""".split()
        ),
    ),
)
