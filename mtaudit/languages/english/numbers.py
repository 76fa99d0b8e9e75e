"""English: numbers, dates, times of day, currencies and measures."""

from __future__ import annotations

from mtaudit.languages.interface import Numbers

_MINUTES = (("five", 5), ("ten", 10), ("twenty", 20), ("twenty[- ]five", 25))

ENGLISH_NUMBERS = Numbers(
    decimal=".",
    group=",",
    units={
        w: i
        for i, w in enumerate(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
            fifteen sixteen seventeen eighteen nineteen""".split()
        )
    },
    tens={w: 10 * (i + 2) for i, w in enumerate("""twenty thirty forty fifty sixty seventy eighty ninety""".split())},
    scales={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
    },
    ordinals={
        w: i + 1
        for i, w in enumerate(
            """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
            thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
        )
    },
    fractions={
        "half": 0.5,
        "quarter": 0.25,
        **{w: 1 / n for n, w in enumerate("third fourth fifth sixth seventh eighth ninth tenth".split(), 3)},
        **{"twentieth": 1 / 20, "hundredth": 1 / 100, "thousandth": 1 / 1000},
    },
    parts={
        **{"halves": 2, "quarters": 4},
        **{w: n for n, w in enumerate("thirds fourths fifths sixths sevenths eighths ninths tenths".split(), 3)},
        **{"twentieths": 20, "hundredths": 100},
    },
    part_before=frozenset({"by"}),
    part_after=frozenset({"of"}),
    parts_of=frozenset({"per", "in", "in every", "out of", "out of every", "of every"}),
    collectives={"both": 2},
    times={
        **dict.fromkeys("twice double doubles doubled doubling twofold".split(), (2,)),
        **dict.fromkeys("thrice triple triples tripled tripling treble trebled threefold".split(), (3,)),
        **dict.fromkeys("quadruple quadruples quadrupled quadrupling fourfold".split(), (4,)),
        **dict.fromkeys("quintuple quintupled fivefold".split(), (5,)),
        **{"sixfold": (6,), "sevenfold": (7,), "eightfold": (8,), "tenfold": (10,), "hundredfold": (100,)},
        **dict.fromkeys("halve halves halved halving".split(), (0.5,)),
    },
    joiners=frozenset({"and", "of"}),
    percent=frozenset({"percent", "per cent", "%", "percentage point", "percentage points"}),
    months={
        **{
            w: i + 1
            for i, w in enumerate(
                """january february march april may june july august september october november december""".split()
            )
        },
        **{w: i + 1 for i, w in enumerate("jan feb mar apr - jun jul aug sep oct nov dec".split()) if w != "-"},
        "sept": 9,
    },
    articles=frozenset({"a", "an"}),
    multiples={"dozen": 12, "decade": 10, "decades": 10, "century": 100, "centuries": 100},
    hyperboles=frozenset({"times", "fold"}),
    vague={
        "dozens": 10,
        "tens": 10,
        "hundreds": 100,
        "thousands": 1000,
        "millions": 10**6,
        "billions": 10**9,
    },
    vague_of={"scores": 10},
    tens_of_years={
        w: 10 * (i + 2)
        for i, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split())
    },
    scale_signs={"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12},
    ordinal_suffixes=("st", "nd", "rd", "th"),
    not_years=frozenset("his her their my your temperature temperatures degrees highs lows aged age ages".split()),
    decade_suffixes=("s", "'s", "’s"),
    decade_written="s",
    clock_before=frozenset(),
    clock_fillers=("o'clock", "o’clock"),
    clock_after=dict.fromkeys(("o'clock", "o’clock", "gmt", "utc", "est", "edt", "bst", "et"), -1),
    day_parts={
        **dict.fromkeys(("am", "a.m", "a.m.", "in the morning", "this morning"), (0, 11)),
        **dict.fromkeys(("pm", "p.m", "p.m."), (12, 23)),
        **dict.fromkeys(("in the afternoon", "this afternoon"), (12, 18)),
        **dict.fromkeys(("in the evening", "this evening"), (16, 23)),
        **dict.fromkeys(("at night", "tonight"), (18, 27)),
        **dict.fromkeys(("noon", "midday"), (12, 12)),
        "midnight": (0, 0),
    },
    clock_names={"noon": 720, "midday": 720, "midnight": 0},
    clock_phrases=(
        *(("half past {}", 30), ("quarter past {}", 15), ("quarter to {}", -15)),
        *((rf"{said}(?: minutes)? past {{}}", minutes) for said, minutes in _MINUTES),
        *((rf"(?<=at ){said}(?: minutes)? to {{}}", -minutes) for said, minutes in _MINUTES),  # five to ten people
    ),
    ranges=frozenset("and or to till until through".split()),
    before_first=frozenset({"from"}),
    before_last=frozenset({"to"}),
    weekdays={w: i + 1 for i, w in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())},
    unsure_months=frozenset({"may", "march"}),
    known_by_date=((9, 11),),
    month_before=frozenset(
        """in of last next this since until late early mid by and to from between through during before
        after""".split()
    ),
    age=("year", "old"),
    currencies={
        "$": "USD",
        "us$": "USD",
        "usd": "USD",
        "dollar": "USD",
        "dollars": "USD",
        "£": "GBP",
        "gbp": "GBP",
        "pound": "GBP",
        "pounds": "GBP",
        "€": "EUR",
        "eur": "EUR",
        "euro": "EUR",
        "euros": "EUR",
        "¥": "JPY",
        "yen": "JPY",
        "yuan": "CNY",
        "rupee": "INR",
        "rupees": "INR",
        "₹": "INR",
        "ruble": "RUB",
        "rubles": "RUB",
        "rupiah": "IDR",
        "rp": "IDR",
        "baht": "THB",
        "won": "KRW",
        "ringgit": "MYR",
        "peso": "PHP",
        "pesos": "PHP",
    },
    degrees=frozenset({"degree", "degrees", "deg", "°"}),
    heat_scales={
        **dict.fromkeys(("c", "celsius", "celcius", "centigrade"), "celsius"),
        **dict.fromkeys(("f", "fahrenheit"), "fahrenheit"),
    },
    measures={
        **dict.fromkeys(("mile", "miles", "mi"), ("length", 1609.344)),
        **dict.fromkeys(("kilometer", "kilometers", "kilometre", "kilometres", "km", "kms"), ("length", 1000.0)),
        **dict.fromkeys(("meter", "meters", "metre", "metres", "m"), ("length", 1.0)),
        **dict.fromkeys(("centimeter", "centimeters", "centimetre", "centimetres", "cm"), ("length", 0.01)),
        **dict.fromkeys(("foot", "feet", "ft"), ("length", 0.3048)),
        **dict.fromkeys(("inch", "inches"), ("length", 0.0254)),
        **dict.fromkeys(("yard", "yards", "yd"), ("length", 0.9144)),
        **dict.fromkeys(("pound", "pounds", "lb", "lbs"), ("mass", 0.45359237)),
        **dict.fromkeys(("ounce", "ounces", "oz"), ("mass", 0.028349523)),
        **dict.fromkeys(("kilogram", "kilograms", "kg"), ("mass", 1.0)),
        **dict.fromkeys(("ton", "tons", "tonne", "tonnes"), ("mass", 1000.0)),
        **dict.fromkeys(("acre", "acres"), ("area", 4046.856)),
        **dict.fromkeys(("hectare", "hectares", "ha"), ("area", 10000.0)),
        **dict.fromkeys(("mph",), ("length", 1609.344)),
        **dict.fromkeys(("kph", "kmh"), ("length", 1000.0)),  # per hour
        **dict.fromkeys(("gallon", "gallons"), ("volume", 3.785412)),
        **dict.fromkeys(("liter", "liters", "litre", "litres"), ("volume", 1.0)),
        **dict.fromkeys(("second", "seconds", "sec", "secs"), ("time", 1.0)),
        **dict.fromkeys(("minute", "minutes", "min", "mins"), ("time", 60.0)),
        **dict.fromkeys(("hour", "hours", "hr", "hrs"), ("time", 3600.0)),
        **dict.fromkeys(("day", "days"), ("time", 86400.0)),
        **dict.fromkeys(("week", "weeks"), ("time", 604800.0)),
        **dict.fromkeys(("fortnight", "fortnights"), ("time", 1209600.0)),
        **dict.fromkeys(("month", "months"), ("time", 2629800.0)),  # a twelfth of a year
        **dict.fromkeys(("year", "years", "yr", "yrs"), ("time", 31557600.0)),  # 365.25 days
        **dict.fromkeys(("decade", "decades"), ("time", 315576000.0)),
        **dict.fromkeys(("century", "centuries"), ("time", 3155760000.0)),
    },
    measured_ones={"fortnight": ("time", 1209600.0)},
    squares=frozenset({"square", "sq", "sq."}),
)
