"""Rules on people: titles without their bearer, words in the place of a name, the wrong sex in an address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtaudit.case import Case
from mtaudit.model import Category, Finding, Severity
from mtaudit.names.tables import tables
from mtaudit.persons import bearers, common
from mtaudit.rules.findings import finding
from mtaudit.rules.registry import Rule


class PeopleRule(Rule):
    category: ClassVar[Category] = "entity"
    severity: ClassVar[Severity] = "major"


class Bearerless(PeopleRule):
    """Finds titles behind which the name is missing: `Keputusan Mr. untuk mundur`."""

    code = "ENT121"
    name = "title-without-name"
    why = "The reader can't tell who is meant; the machine lost the name and kept its title."
    example = ("Mr. Rudd's decision to resign", "Keputusan Mr. untuk mundur")

    def check(self, case: Case) -> Iterator[Finding]:
        for place in bearers.bearerless(case.target):
            title = case.text[slice(*place)]
            yield finding(self, case, [place], f"Nobody's name stands behind “{title}”.", confidence=0.9)


class WordForName(PeopleRule):
    """Finds common words in the place of a person's name or title: `kata Semak` for what Bush said."""

    code = "ENT122"
    name = "word-for-name"
    why = "A name that was translated names nobody any more, and makes the sentence absurd."
    example = ("Bush said on Monday", "kata Semak pada hari Senin")
    yields_to = ("ENT102", "ENT106", "ENT108")

    def check(self, case: Case) -> Iterator[Finding]:
        if case.kind == "full":
            return  # the original tells what the name is
        for place in common.in_place_of_names(case.target, tables(case.pair)):
            word = case.text[slice(*place)]
            message = f"“{word}” is no person's name: probably a name that was translated."
            yield finding(self, case, [place], message, confidence=0.8)
        for start, end, title in common.misread_titles(case.target, tables(case.pair)):
            message = f"A title was taken for another word in “{case.text[start:end]}”: probably “{title}”."
            yield finding(self, case, [(start, end)], message, confidence=0.8)


class TwoSexes(PeopleRule):
    """Finds a person called by words of respect for a man and for a woman: `Bapak Karlsson`, then `Ibu Karlsson`."""

    code = "ENT123"
    mend = "likely"
    name = "address-changes"
    why = "The machine guessed the sex of a surname, and guessed differently from sentence to sentence."
    example = ("Ms Karlsson said … Ms Karlsson will", "kata Bapak Karlsson … Ibu Karlsson akan")

    def check(self, case: Case) -> Iterator[Finding]:
        wrong: dict[str, list[bearers.Misaddressed]] = {}
        for one in bearers.another_sex(case):
            wrong.setdefault(one.original, []).append(one)
        for original, ones in wrong.items():
            places = [(one.start, one.end) for one in ones]
            message = f"“{case.text[slice(*places[0])]}” is “{original}” in the original."
            yield finding(self, case, places, message, original=original, confidence=0.9, evidence="original")
        if wrong:
            return
        for person in bearers.two_sexes(case.target):
            here = case.text[slice(*person.places[0])]
            message = f"“{here}” is “{person.usual}” elsewhere: keep to one."
            yield finding(self, case, person.places, message, suggestion=person.usual, confidence=0.7)


RULES: tuple[type[Rule], ...] = (Bearerless, WordForName, TwoSexes)
