"""What the program knows of a language: one `Language` object a language, no logic elsewhere may name a language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text that `|` stands between, for the tables; lines may break anywhere between words."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


_WORDS = 1 << 16  # whose stems are kept: as many as news uses in a day


@dataclass(frozen=True)
class Namesake:
    """A currency's word that is written for another currency: rupiah for rupee. All lower-case."""

    word: str
    meant: str  # the other currency's word
    code: str  # of the former, ISO 4217
    places: frozenset[str] = frozenset()  # where the other currency is paid
    home: frozenset[str] = frozenset()  # what shows that the former may be meant


@dataclass(frozen=True)
class Numbers:
    """How numbers are written. `units` 0..19, `tens`, `scales` map lower-case words to values."""

    decimal: str = "."  # 2.4, 2,4
    group: str = ","  # 1,500, 1.500
    units: dict[str, int] = field(default_factory=dict)  # "seven" -> 7, "tujuh" -> 7
    tens: dict[str, int] = field(default_factory=dict)  # "twenty" -> 20
    scales: dict[str, int] = field(default_factory=dict)  # "million" -> 1,000,000, "puluh" -> 10
    ordinals: dict[str, int] = field(default_factory=dict)  # "third" -> 3, "ketiga" -> 3
    fractions: dict[str, float] = field(
        default_factory=dict
    )  # said alone, or of one: "half" -> 0.5, "sepertiga" -> 1/3
    parts: dict[str, int] = field(default_factory=dict)  # behind a number: two "thirds", dua "pertiga" -> 3
    part_before: frozenset[str] = frozenset()  # before a fraction that may be an ordinal: "by" a third
    part_after: frozenset[str] = frozenset()  # behind one: a third "of"
    parts_of: frozenset[str] = (
        frozenset()
    )  # between two numbers that make a fraction: one "in" ten, satu "dari" sepuluh
    collectives: dict[str, int] = field(default_factory=dict)  # "both" -> 2
    times: dict[str, tuple[float, ...]] = field(
        default_factory=dict
    )  # "twice" -> 2, "halved" -> 0.5; the likeliest first
    joiners: frozenset[str] = frozenset()  # words allowed inside a number: "and"
    percent: frozenset[str] = frozenset()  # "percent", "persen", "%"
    months: dict[str, int] = field(default_factory=dict)  # "march" -> 3, "mar" -> 3; the usual word first
    teens: frozenset[str] = frozenset()  # words that add ten to the unit before: "belas"
    clitics: tuple[str, ...] = ()  # written onto scale words: "jutanya"
    articles: frozenset[str] = frozenset()  # words that count one before a scale: "a" million
    ones: frozenset[str] = frozenset()  # words of `scales` that say "one" themselves: "sejuta"
    multiples: dict[str, int] = field(default_factory=dict)  # dozen: 12, decade: 10
    hyperboles: frozenset[str] = frozenset()  # words before which a round number may only mean many: a hundred "times"
    vague: dict[str, int] = field(default_factory=dict)  # thousands, "ribuan" -> 1000
    vague_of: dict[str, int] = field(default_factory=dict)  # the same before a word of `part_after` alone: "scores" of
    tens_of_years: dict[str, int] = field(default_factory=dict)  # "thirties" -> 30
    scale_signs: dict[str, int] = field(default_factory=dict)  # written onto figures: 5bn, 10k, 3jt
    ordinal_prefixes: tuple[str, ...] = ()  # "ke"-3
    ordinal_suffixes: tuple[str, ...] = ()  # 4"th"
    decade_suffixes: tuple[str, ...] = ()  # 1990s, 1990-an
    decade_written: str = ""  # the suffix that is written in suggestions: 1990-an
    years_before: frozenset[str] = frozenset()  # words before a decade: "tahun" 90-an
    decade_before: frozenset[str] = frozenset()  # words that make a year a decade: "dekade" 1970
    not_years: frozenset[str] = frozenset()  # words before tens that are no years: "temperatures" in the 90s, "his" 40s
    clock_before: frozenset[str] = frozenset()  # words before a time of day: "pukul"
    clock_after: dict[str, int] = field(default_factory=dict)  # words after one: "gmt" -> -1, the readers' zones -> -2
    clock_fillers: tuple[str, ...] = ()  # words that may stand between a time and what follows: 3 "o'clock" p.m.
    clock_mark: str = ":"  # between hours and minutes: 7:30, 07.30
    clock_24: bool = False  # whether "03.00" is the morning for sure
    day_parts: dict[str, tuple[int, int]] = field(default_factory=dict)  # "sore" -> (14, 19): hours, 24: next day
    clock_names: dict[str, int] = field(default_factory=dict)  # noon, "tengah malam" -> minutes since midnight
    clock_phrases: tuple[tuple[str, int], ...] = ()  # "half past {}" -> minutes to add to the hour in its place
    ranges: frozenset[str] = frozenset()  # words between two ends of a range: to, "hingga"
    before_first: frozenset[str] = frozenset()  # words before what was: "from" 5 percent
    before_last: frozenset[str] = frozenset()  # words before what came of it: "to" 4 percent, "menjadi"
    weekdays: dict[str, int] = field(default_factory=dict)  # "monday" -> 1 to 7; the usual word first
    unsure_days: frozenset[str] = frozenset()  # those of them that begin a sentence as another word: "minggu" (week)
    unsure_months: frozenset[str] = frozenset()  # months that are other words with a capital as well: may, march
    month_before: frozenset[str] = frozenset()  # words after which they are months: in, last
    age: tuple[str, ...] = ()  # the words after the number of a person's age: year, old
    currencies: dict[str, str] = field(default_factory=dict)  # signs and words -> ISO 4217: "dolar" -> USD
    namesakes: tuple[Namesake, ...] = ()  # currencies that are taken for another one of a like name
    degrees: frozenset[str] = frozenset()  # words and signs before a scale of heat: degrees, derajat, °
    heat: str = ""  # the scale of heat that readers know, where it is one: celsius
    heat_scales: dict[str, str] = field(default_factory=dict)  # "c" -> "celsius", "f" -> "fahrenheit"
    measures: dict[str, tuple[str, float]] = field(
        default_factory=dict
    )  # "km" -> ("length", 1000.0): dimension, SI units
    measured_ones: dict[str, tuple[str, float]] = field(default_factory=dict)  # one of a measure in a word: "sehari"
    squares: frozenset[str] = frozenset()  # words that make a length an area: square, "persegi"
    day_first: bool = False  # whether 3/4/2025 can only be the third of April
    known_by_date: tuple[tuple[int, int], ...] = ()  # (month, day) of events named by their date in figures: 9/11

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """All words that a number can begin with."""
        tables = (self.units, self.tens, self.scales, self.ordinals, self.fractions, self.multiples, self.vague)
        more = (self.vague_of, self.tens_of_years, self.collectives, self.times, self.measured_ones)
        return frozenset().union(*tables, *more, self.articles, self.ordinal_prefixes)

    @cached_property
    def written_on(self) -> tuple[str, ...]:
        """Number words that others are written onto, in alphabetical order: belas, puluh."""
        return tuple(sorted(self.teens | self.scales.keys()))


@dataclass(frozen=True)
class Speech:
    """How speech is reported. All lower-case; verbs in every form that occurs in news."""

    verbs: frozenset[str] = frozenset()  # said, told, "mengatakan", "kata"
    after_quote: frozenset[str] = frozenset()  # verbs that follow a quotation and precede the speaker: "kata", "ujar"
    pronouns: frozenset[str] = frozenset()  # he, she, they, ia, dia, mereka
    according_to: frozenset[str] = frozenset()  # "according to", "menurut"
    that: frozenset[str] = frozenset()  # that, bahwa
    addressed: frozenset[str] = frozenset()  # words before whom something is told to: to, "kepada"
    passives: tuple[str, ...] = ()  # what verbs begin with whose subject is what is said: "di"katakan
    actives: tuple[str, ...] = ()  # what verbs begin with whose subject does what they say: "me"nyerang
    like: frozenset[str] = frozenset()  # words that begin a second attribution: as, "seperti"
    fused: dict[str, str] = field(default_factory=dict)  # katanya -> kata (verb with its pronoun inside)
    told: frozenset[str] = frozenset()  # verbs whose object is told something: told
    roles: frozenset[str] = frozenset()  # what speakers are, further to titles and offices: engineer, "insinyur"
    connectives: frozenset[str] = frozenset()  # words that begin a sentence and belong to no speaker: however, "namun"
    determiners: frozenset[str] = frozenset()  # words that end a description: "itu"
    time_words: frozenset[str] = frozenset()  # words that say when, apart from month and weekday: "kemarin", "lalu"
    leads: frozenset[str] = frozenset()  # what a time or an occasion begins with: in, "dalam", "setelah"
    agents: frozenset[str] = frozenset()  # words before who does something: by, "oleh"
    occasions: frozenset[str] = frozenset()  # at which something is said, with what belongs to them: "wawancara"
    equations: frozenset[str] = frozenset()  # words that make what stands before them a subject: is, "adalah"
    ambiguous: frozenset[str] = frozenset()  # those of `after_quote` that are other words as well: "jelas"
    speaking: frozenset[str] = frozenset()  # first person: I, "saya", "kami"
    addressing: frozenset[str] = frozenset()  # second person: you, "anda"


@dataclass(frozen=True)
class NameConventions:
    """How names are introduced and inflected."""

    titles: frozenset[str] = frozenset()  # lower-case words before a person: president, presiden, dr.
    addresses: frozenset[str] = frozenset()  # titles that need a name behind wherever they stand: mr, "tn"
    ranks: frozenset[str] = frozenset()  # titles in short that, as a speaker, need one: "dr", "letjen"
    respects: dict[str, str] = field(default_factory=dict)  # words of respect before a name: "ibu" -> f, "bapak" -> m
    kin: frozenset[str] = frozenset()  # words that tell of a spouse, parent or child: wife, "istri"
    misread: dict[str, str] = field(default_factory=dict)  # words that titles were taken for: "umum" -> "Jenderal"
    hallowed: frozenset[str] = frozenset()  # names before which such a word stands rightly: Jesus
    given: frozenset[str] = frozenset()  # first names that are common words as well: grace, "bintang"
    parties: frozenset[str] = frozenset()  # who speaks without a name, capitalised at times: "terdakwa", "nenek"
    ranked: frozenset[str] = frozenset()  # words behind a title that say which: elect, "terpilih", "agung"
    personal: frozenset[str] = frozenset()  # titles that stand before a person's name and nothing else: "senator"
    particles: frozenset[str] = frozenset()  # lower-case words inside names: van, bin, de
    suffixes: tuple[str, ...] = ()  # clitics written onto names: -nya, 's
    connectors: frozenset[str] = frozenset()  # words inside organisations' names: of, the, and, untuk
    family_first: frozenset[str] = frozenset()  # names of a family or by birth before the given name: Kim, "Wayan"
    heads_last: bool = False  # whether what says what a name is stands last (Justice "Ministry"), else at either end
    small_inside: frozenset[str] = frozenset()  # small words in the names of bodies and media: "of", "the"
    possessives: tuple[str, ...] = ()  # what names in the genitive end in, so that no name goes on behind: 's
    not_names: frozenset[str] = frozenset()  # capitalised words that are none: weekdays, months, I
    adjectives: frozenset[str] = frozenset()  # of nationality, faith, language, no names themselves: french
    offices: frozenset[str] = frozenset()  # job titles written after a body's name: "Apple CEO", "Reuters editor"
    organisation_words: frozenset[str] = frozenset()  # words that make a name an organisation's: ministry, "bank"
    place_words: frozenset[str] = frozenset()  # ... a place's: river, "sungai"
    thing_words: frozenset[str] = frozenset()  # ... an event's, a law's, a work's, a product's: cup, treaty
    derivations: tuple[str, ...] = ()  # endings of words derived from names: "ian", "isme"
    plural_peoples: tuple[str, ...] = ()  # endings of a country's people: Kazakh-s, Chin-ese
    people_links: tuple[str, ...] = ()  # what may stand before such an ending: Iraq-i-s
    learned: tuple[str, ...] = ()  # endings of learned words, which languages respell: -logy
    divisions: frozenset[str] = frozenset()  # parts of a country: province, district
    directions: frozenset[str] = frozenset()  # points of the compass, as words inside names: "utara"
    conjunctions: frozenset[str] = frozenset()  # those of the connectors that stand between two names as well: and
    articles: frozenset[str] = frozenset()  # words that, with a capital, belong to the name after them: The Hague
    portfolios: frozenset[str] = frozenset()  # what a minister or head is of, between title and name: pertahanan
    before_place: frozenset[str] = frozenset()  # prepositions that a place's name follows: in, "di"
    bearers: frozenset[str] = frozenset()  # common nouns beside which a capitalised word is a name: magazine, singer
    regnal: frozenset[str] = frozenset()  # titles of those whose first names are translated: pope, saint, king
    saints: frozenset[str] = frozenset()  # those of them that stand in the names of places, too
    epithets: frozenset[tuple[str, ...]] = frozenset()  # two words after such a name: the Great
    countries: frozenset[str] = frozenset()  # names of one word, between title and name: Menteri "Kanada" Anna Hartley

    @property
    def genitive(self) -> tuple[str, ...]:
        """What `possessives` have behind the apostrophe; a word that ends in it may have the apostrophe alone: s."""
        return tuple(dict.fromkeys(ending.lstrip("'’") for ending in self.possessives))


@dataclass(frozen=True)
class Clutter:
    """What gets into a scraped or machine-translated article without belonging to it. Lower-case phrases."""

    furniture: frozenset[str] = frozenset()  # phrases of a site's furniture: "read more", "baca juga"
    sections: frozenset[str] = frozenset()  # lines that only name a section of a site: "world", "olahraga"
    spam: frozenset[str] = frozenset()  # words of gambling and link spam: "jackpot", "togel"
    subtitles: frozenset[str] = frozenset()  # junk that translators learn from subtitles and pages: "(applause)"
    credits: frozenset[str] = frozenset()  # words that end one of them and stand before a name: subtitles "by"
    notices: frozenset[str] = frozenset()  # words that only a site's notices have together: "kami menggunakan cookie"
    counted: frozenset[str] = frozenset()  # what stands beside a number on a line of its own: "min read", "komentar"
    networks: frozenset[str] = frozenset()  # buttons under which an article is shared: "facebook", "whatsapp"
    bylines: frozenset[str] = frozenset()  # what begins a line before its writers: "by", "ditulis oleh"
    rights: frozenset[str] = frozenset()  # what begins a line that says whose the text is: "copyright", "hak cipta"
    stamps: frozenset[str] = frozenset()  # what begins a line before a date: "updated", "diperbarui"
    media: frozenset[str] = frozenset()  # words in the names of media: news, press, "harian"
    brands: frozenset[str] = frozenset()  # media that write their sections onto the name: "detik"News


@dataclass(frozen=True)
class Spelling:
    """What a language's spelling rules say of words that are often written otherwise. All lower-case."""

    standard: dict[str, str] = field(default_factory=dict)  # "dimana" -> "di mana", "kosa kata" -> "kosakata"
    prefixes: frozenset[str] = frozenset()  # prefixes that are words of their own, too: "di"tunda, "di" rumah
    courtesy: frozenset[str] = frozenset()  # pronouns that many write with a capital, to or of whom they honour
    never: str = ""  # letters (a regular expression) that no word has together, borrowed ones included: ph, -tion
    bound: frozenset[str] = frozenset()  # forms that are written onto words and look like words: "antar"kota


@dataclass(frozen=True)
class Stops:
    """What a full stop means, and where a sentence can't end."""

    abbreviations: frozenset[str] = frozenset()  # with their final full stop left out: "dr", "jl"
    numbered: frozenset[str] = frozenset()  # those of them that are words where no figure follows: "no", "hal"
    cannot_end: frozenset[str] = frozenset()  # words that can't end a sentence: "of", "yang"
    adverbs: frozenset[str] = frozenset()  # those of them that, as adverbs, at times do: "dalam", (ikut) "serta"


@dataclass(frozen=True, eq=False)
class Inflection:
    """How words change: what leads a form back to its base."""

    plurals: tuple[str, ...] = ()  # endings that make a noun a plural, the usual one first: "s", "es"
    affixes: tuple[tuple[str, str], ...] = ()  # (prefix, suffix) that a stemmer may strip: ("", "ing"), ("ke", "an")
    irregular: dict[str, str] = field(default_factory=dict)  # form -> base: "taught" -> "teach"
    restored: tuple[tuple[str, str], ...] = ()  # prefix that swallows a letter, and the letter: ("meny", "s")
    endings: tuple[str, ...] = ()  # of words that only this language can have: "ness", "ility"
    reduplicates: bool = False  # whether words are said twice with a hyphen between: "anak-anak"

    @property
    def plural(self) -> str:
        """The usual ending of a plural ("s"); empty where nouns have none."""
        return self.plurals[0] if self.plurals else ""

    def singular(self, word: str) -> str:
        """`word` without the usual ending of a plural."""
        return word.removesuffix(self.plural)

    def number_apart(self, one: str, other: str) -> bool:
        """Whether one of two different words is the other's plural."""
        return bool(self.plural) and (one + self.plural == other or other + self.plural == one)

    @lru_cache(maxsize=_WORDS)  # noqa: B019 - languages are few, and stay
    def stems(self, word: str) -> frozenset[str]:
        """What may be left of `word` without a prefix and suffixes; letters that a prefix swallowed come back."""
        found = set()
        rests = [(word, prefix, suffix) for prefix, suffix in self.affixes]
        for prefix, letter in self.restored:
            if word.startswith(prefix):
                whole = letter + word[len(prefix) :]
                found.add(whole)
                rests += [(whole, p, suffix) for p, suffix in self.affixes if not p]
        for form, prefix, suffix in rests:
            if form.startswith(prefix) and form.endswith(suffix):
                rest = form[len(prefix) : len(form) - len(suffix)]
                found.add(rest)
                found |= {rest[: -len(s)] for p, s in self.affixes if s and not p and rest.endswith(s)}
        return frozenset(found - {word})


@dataclass(frozen=True)
class Negation:
    """How something is denied."""

    negators: frozenset[str] = frozenset()  # words that deny: not, nobody, "tidak"
    weak: frozenset[str] = frozenset()  # that deny in part, or that may render a negation: only, hardly, "gagal"
    denials: frozenset[str] = frozenset()  # further words with a denial in them: fail, avoid, against, "selain"
    exceptions: tuple[str, ...] = ()  # phrases in which a negator denies nothing: "not only", "tidak hanya"
    prefixes: tuple[str, ...] = ()  # that turn a word into its opposite: un-, in-
    suffixes: tuple[str, ...] = ()  # what has one is denied: -less
    only_seemingly: frozenset[str] = frozenset()  # words that begin with such a prefix and deny nothing: invaluable

    @cached_property
    def denying(self) -> frozenset[str]:
        """Words that deny something, if only in part."""
        return self.negators | self.weak | self.denials


@dataclass(frozen=True)
class Senses:
    """Words by what they mean where it matters which: names of senses are the same in all languages."""

    modals: dict[str, frozenset[str]] = field(default_factory=dict)  # must, should, may, will, can: "must" -> harus
    comparatives: dict[str, frozenset[str]] = field(default_factory=dict)  # more, less: "less" -> fewer, kurang
    # few, slightly, some, many, all, none; least, most, above, below, almost -> phrases
    quantities: dict[str, frozenset[str]] = field(default_factory=dict)
    indefinites: dict[str, frozenset[str]] = field(default_factory=dict)  # place, thing, person: "place" -> nowhere
    opposites: tuple[tuple[str, str], ...] = ()  # pairs of words that contradict each other: (win, lose)

    @cached_property
    def counting(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """First word -> the phrases of `quantities` that begin with it, word by word, with their sense."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for sense, phrases in self.quantities.items():
            for phrase in phrases:
                words = tuple(phrase.split())
                found.setdefault(words[0], []).append((words, sense))
        return found


@dataclass(frozen=True, eq=False)
class Language:
    """Everything particular to one language. All word tables are lower-case. Two with one code are the same.

    Only code, name and function words are needed; what is left out isn't known, and what asks for it says nothing.
    """

    code: str  # ISO 639-1: "en"
    name: str  # in English, as reports say it: "Indonesian"
    function_words: frozenset[str]  # the most frequent words (the, yang): tell languages apart, and words from names
    encodings: tuple[str, ...] = ("cp1252", "mac_roman")  # 8-bit ones that its news comes in, the likeliest first
    lookalikes: frozenset[str] = frozenset()  # ISO 639-1 of languages that letter statistics take for it: "ms"
    stops: Stops = Stops()
    spelling: Spelling = Spelling()
    inflection: Inflection = Inflection()
    numbers: Numbers = Numbers()
    speech: Speech = Speech()
    names: NameConventions = NameConventions()
    negation: Negation = Negation()
    senses: Senses = Senses()
    clutter: Clutter = Clutter()

    @cached_property
    def light(self) -> frozenset[str]:
        """Words that say nothing of their own: function words, negators, modals."""
        return self.function_words | self.negation.negators | frozenset().union(*self.senses.modals.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and self.code == other.code

    def __hash__(self) -> int:
        return hash(self.code)
