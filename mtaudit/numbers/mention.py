"""One number in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

Kind = Literal[
    "cardinal",
    "ordinal",
    "fraction",
    "times",
    "percent",
    "currency",
    "time",
    "date",
    "weekday",
    "year",
    "decade",
    "vague",
    "roman",
]

Place = Literal["start", "end"]
_TOLD_BY_ANOTHER = {"time", "date", "weekday", "decade", "fraction", "times", "ordinal", "percent"}


@dataclass(frozen=True, slots=True)
class NumberMention:
    """`text == document_text[start:end]`, scale word and percent sign included, unit and currency not.

    `value` is the number itself; of a time of day, the hours since midnight; of a month's name, 1 to 12; of a day of
    the week, 1 (Monday) to 7; of a decade, its first year where the century is written; of a multiple ("twice",
    "halved"), what it multiplies by. `readings` are other values
    that it may fairly have (12.55 as a time, "5" of "5 to 10 million"). `sure` is False where the words may be no
    number at all ("one", "third", "dua pihak"): such a mention can stand for a number of the other side, and is never
    reported itself.
    """

    start: int
    end: int
    text: str
    value: Fraction
    kind: Kind
    sure: bool = True
    readings: tuple[Fraction, ...] = ()
    clock: int | None = None  # minutes since midnight, where this can be a time of day
    half_day_known: bool = False  # whether `clock` tells morning from evening
    local: bool = False  # a time in the readers' own zone, to which newsrooms convert
    unit: tuple[str, float] | None = None  # dimension and size, where a measure follows
    currency: str | None = None  # ISO 4217
    scale: int = 1  # of the scale word or sign: 10**6 in "2,4 juta"
    digits: bool = False  # written in figures
    years: bool | None = None  # of a decade: whether years are meant (tahun 90-an) or ages, degrees (his 40s)
    implied: bool = False  # one of a measure that no number says: a day, sehari
    parts: tuple[NumberMention, ...] = ()  # the two numbers of a part of a whole: one in ten
    place: Place | None = None  # in a change: what was ("from" 5), or what came of it ("to" 4)
    whole: bool = False  # of how many something is a part: the ten of one in ten
    compound: bool = False  # a measure in two parts: 6 feet 4 inches
    loose: bool = False  # may be left out or said otherwise: a hundred times, half a dozen
    code: bool = False  # part of a code: F-16, H1N1, COVID-19
    otherwise: Fraction | None = None  # the value by the other convention of separators: 1500 for "1,500" in Indonesian

    @property
    def weak(self) -> bool:
        """Whether it tells only where another stands in its place: three to twelve in words, weekdays, loose ones."""
        small = self.kind == "cardinal" and 3 <= self.value <= 12 and self.value.denominator == 1
        return self.sure or self.loose or small or self.kind in _TOLD_BY_ANOTHER

    @property
    def values(self) -> tuple[Fraction, ...]:
        """All values that it may have, the likeliest first."""
        return (self.value, *self.readings)

    def moved(self, by: int) -> NumberMention:
        """The same mention, `by` code points further on: from a sentence into its document."""
        return replace(self, start=self.start + by, end=self.end + by)
