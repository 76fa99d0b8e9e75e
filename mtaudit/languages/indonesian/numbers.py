"""Indonesian: numbers, dates, times of day, currencies and measures."""

from __future__ import annotations

from mtaudit.languages.interface import Namesake, Numbers

_MINUTES = (("lima|5", 5), ("sepuluh|10", 10), ("dua puluh|20", 20), ("dua puluh lima|25", 25))

INDONESIAN_NUMBERS = Numbers(
    decimal=",",
    group=".",
    units={
        **{
            w: i
            for i, w in enumerate(
                """nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas""".split()
            )
        },
        "kosong": 0,
    },
    tens={},
    scales={
        "belas": 10,
        "puluh": 10,
        "ratus": 100,
        "ribu": 1000,
        "juta": 10**6,
        "miliar": 10**9,
        "milyar": 10**9,
        "triliun": 10**12,
        "trilyun": 10**12,
        "seratus": 100,
        "seribu": 1000,
        "sejuta": 10**6,
        "semiliar": 10**9,
        "setriliun": 10**12,
    },
    ordinals={
        "pertama": 1,
        **{
            "ke" + w: i
            for i, w in enumerate(
                """nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas""".split()
            )
            if i
        },
    },
    fractions={
        **{"setengah": 0.5, "separuh": 0.5, "separo": 0.5, "seperdua": 0.5},
        **{"seper" + w: 1 / n for n, w in enumerate("tiga empat lima enam tujuh delapan sembilan sepuluh".split(), 3)},
        **{"seperseratus": 1 / 100, "seperseribu": 1 / 1000},
    },
    parts={
        **{"per" + w: n for n, w in enumerate("tiga empat lima enam tujuh delapan sembilan sepuluh".split(), 3)},
        **{"perseratus": 100},
    },
    parts_of=frozenset({"per", "dari", "dari setiap", "dari tiap", "dari antara", "di antara", "dalam setiap"}),
    times={
        **dict.fromkeys("ganda dobel menggandakan digandakan".split(), (2,)),
        **dict.fromkeys("melipatgandakan dilipatgandakan berlipat".split(), (2, 3, 4, 5, 10)),  # how often is not said
    },
    joiners=frozenset(),
    percent=frozenset({"persen", "%", "prosen", "poin persentase", "poin persen"}),
    months={
        **{
            w: i + 1
            for i, w in enumerate(
                """januari februari maret april mei juni juli agustus september oktober november
                desember""".split()
            )
        },
        **{w: i + 1 for i, w in enumerate("jan feb mar apr - jun jul agu sep okt nov des".split()) if w != "-"},
        **{"pebruari": 2, "agt": 8, "agust": 8, "ags": 8, "sept": 9, "nopember": 11},
    },
    teens=frozenset({"belas"}),
    clitics=("nya",),
    ones=frozenset({"seratus", "seribu", "sejuta", "semiliar", "setriliun"}),
    multiples={"lusin": 12, "selusin": 12, "dekade": 10, "dasawarsa": 10, "abad": 100},
    hyperboles=frozenset({"kali"}),
    vague={"puluhan": 10, "belasan": 10, "ratusan": 100, "ribuan": 1000, "jutaan": 10**6, "miliaran": 10**9},
    scale_signs={"rb": 1000, "jt": 10**6, "m": 10**9, "t": 10**12, "k": 1000},
    ordinal_prefixes=("ke",),
    decade_before=frozenset({"dekade", "dasawarsa", "era"}),
    years_before=frozenset({"tahun", "era", "dekade", "dasawarsa"}),
    not_years=frozenset("usia usianya umur umurnya berusia berumur suhu derajat".split()),
    decade_suffixes=("an", "-an", " an", " - an", "- an"),
    decade_written="-an",
    clock_before=frozenset({"pukul", "jam", "pkl"}),
    clock_after={"wib": -2, "wita": -2, "wit": -2, "gmt": -1, "utc": -1},
    clock_fillers=("o'clock", "o’clock"),  # left standing by translators
    clock_mark=".",
    clock_24=True,
    day_parts={
        **dict.fromkeys(("am", "a.m", "a.m."), (0, 11)),
        **dict.fromkeys(("pm", "p.m", "p.m."), (12, 23)),
        "pagi": (0, 11),
        "dini hari": (0, 5),
        "siang": (10, 15),
        "sore": (14, 19),
        "petang": (15, 19),
        "malam": (18, 27),
    },
    clock_names={"tengah hari": 720, "tengah malam": 0},
    clock_phrases=(
        ("(?:pukul|jam) setengah {}", -30),
        ("(?:pukul|jam) {} (?:lewat )?seperempat", 15),
        ("(?:pukul|jam) {} kurang seperempat", -15),
        *((rf"(?:pukul|jam) {{}} lewat (?:{said})(?: menit)?", minutes) for said, minutes in _MINUTES),
        *((rf"(?:pukul|jam) {{}} kurang (?:{said})(?: menit)?", -minutes) for said, minutes in _MINUTES),
    ),
    ranges=frozenset("dan atau hingga sampai ke".split()),
    before_first=frozenset({"dari", "semula"}),
    before_last=frozenset("menjadi jadi ke hingga sampai".split()),
    weekdays={
        **{w: i + 1 for i, w in enumerate("senin selasa rabu kamis jumat sabtu minggu".split())},
        **{"jum'at": 5, "jum’at": 5, "ahad": 7},
    },
    unsure_days=frozenset({"minggu"}),
    currencies={
        "$": "USD",
        "us$": "USD",
        "usd": "USD",
        "dolar": "USD",
        "dollar": "USD",
        "£": "GBP",
        "gbp": "GBP",
        "pound": "GBP",
        "pounds": "GBP",
        "poundsterling": "GBP",
        "pound sterling": "GBP",
        "€": "EUR",
        "euro": "EUR",
        "¥": "JPY",
        "yen": "JPY",
        "yuan": "CNY",
        "rupee": "INR",
        "₹": "INR",
        "rubel": "RUB",
        "rupiah": "IDR",
        "rp": "IDR",
        "baht": "THB",
        "won": "KRW",
        "ringgit": "MYR",
        "peso": "PHP",
    },
    degrees=frozenset({"derajat", "°"}),
    namesakes=(
        Namesake(
            word="rupiah",
            meant="rupee",
            code="IDR",
            places=frozenset(
                """india mumbai delhi kolkata chennai bengaluru pakistan karachi lahore islamabad nepal kathmandu lanka
                kolombo""".split()
            ),
            home=frozenset("indonesia indonesianya jakarta jawa surabaya bandung medan bali rp wib ojk kurs".split()),
        ),
    ),
    heat="celsius",
    heat_scales={
        **dict.fromkeys(("c", "celsius", "celcius", "centigrade"), "celsius"),
        **dict.fromkeys(("f", "fahrenheit"), "fahrenheit"),
    },
    measures={
        **dict.fromkeys(("mil", "mi"), ("length", 1609.344)),
        **dict.fromkeys(("kilometer", "km"), ("length", 1000.0)),
        **dict.fromkeys(("meter", "m"), ("length", 1.0)),
        **dict.fromkeys(("sentimeter", "centimeter", "cm"), ("length", 0.01)),
        **dict.fromkeys(("kaki", "ft"), ("length", 0.3048)),
        **dict.fromkeys(("inci", "inchi"), ("length", 0.0254)),
        **dict.fromkeys(("yard", "ela"), ("length", 0.9144)),
        **dict.fromkeys(("pon", "pound", "lbs"), ("mass", 0.45359237)),
        **dict.fromkeys(("kilogram", "kg", "kilo"), ("mass", 1.0)),
        **dict.fromkeys(("ton",), ("mass", 1000.0)),
        **dict.fromkeys(("acre", "ekar"), ("area", 4046.856)),
        **dict.fromkeys(("hektar", "hektare", "ha"), ("area", 10000.0)),
        **dict.fromkeys(("mph",), ("length", 1609.344)),
        **dict.fromkeys(("kph", "kmh"), ("length", 1000.0)),  # per hour
        **dict.fromkeys(("galon",), ("volume", 3.785412)),
        **dict.fromkeys(("liter",), ("volume", 1.0)),
        **dict.fromkeys(("detik",), ("time", 1.0)),
        **dict.fromkeys(("menit",), ("time", 60.0)),
        **dict.fromkeys(("jam",), ("time", 3600.0)),
        **dict.fromkeys(("hari",), ("time", 86400.0)),
        **dict.fromkeys(("minggu", "pekan"), ("time", 604800.0)),
        **dict.fromkeys(("bulan",), ("time", 2629800.0)),  # a twelfth of a year
        **dict.fromkeys(("tahun", "thn"), ("time", 31557600.0)),  # 365.25 days
        **dict.fromkeys(("dekade", "dasawarsa"), ("time", 315576000.0)),
        **dict.fromkeys(("abad",), ("time", 3155760000.0)),
    },
    measured_ones={
        **{"sedetik": ("time", 1.0), "semenit": ("time", 60.0), "sejam": ("time", 3600.0), "sehari": ("time", 86400.0)},
        **dict.fromkeys(("seminggu", "sepekan"), ("time", 604800.0)),
        **{"sebulan": ("time", 2629800.0), "setahun": ("time", 31557600.0)},
        **dict.fromkeys(("sedekade", "sedasawarsa"), ("time", 315576000.0)),
        "seabad": ("time", 3155760000.0),
        **{"semil": ("length", 1609.344), "semeter": ("length", 1.0), "sekilo": ("mass", 1.0)},
    },
    squares=frozenset({"persegi"}),
    day_first=True,
)
