"""Rules on names. Nearly all restate the verdicts of `names.judge` as an editor would; a few look at the text again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtaudit.case import Case
from mtaudit.model import Category, EntityVerdict, Finding, Severity
from mtaudit.names import company, roads
from mtaudit.names.judge import document_road
from mtaudit.persons import introduced
from mtaudit.rules.findings import Span, finding
from mtaudit.rules.registry import Rule

CRITICAL_FROM = 0.7  # confidence from which another person, place or body in a name's place is critical
CERTAIN = 0.5  # confidence below which a name that is gone from a sentence is a minor finding: translators shorten
SEVERAL_PEOPLE = 3  # wrong spellings of one person in an article that a reader takes for different people


class NameRule(Rule):
    category: ClassVar[Category] = "entity"
    severity: ClassVar[Severity] = "major"

    def note(self, case: Case, entity: EntityVerdict, message: str, severity: Severity | None = None) -> Finding:
        """The finding on one name: all places of the verdict, its suggestion and confidence."""
        spans: list[Span] = [] if entity.start is None or entity.end is None else [(entity.start, entity.end)]
        spans += [(p.start, p.end) for p in entity.places if (p.start, p.end) not in spans]
        return finding(
            self,
            case,
            spans,
            message,
            severity=severity,
            original=entity.original,
            suggestion=entity.suggestion,
            confidence=entity.confidence,
            evidence="original" if entity.original else "translation",
        )


def _with(case: Case, status: str) -> Iterator[EntityVerdict]:
    return (e for e in case.entities if e.status == status)


def _others(entity: EntityVerdict) -> list[str]:
    """Further wrong spellings of the name: neither the one found nor the right one or a word of it."""
    right = {entity.original, entity.suggestion, *(entity.suggestion or "").split()}
    return [v for v in entity.variants if v != entity.found and v not in right]


def _way(case: Case, entity: EntityVerdict) -> str:
    """How the spelling came about, as a clause; empty where nothing in particular fits.

    One slip of the pen fits a script by chance: a script is named only where several names of the document agree.
    """
    if entity.road in roads.SCRIPTS:
        agreed = document_road(case.entities)
        return f"; the spelling fits a passage through {entity.road}" if agreed and entity.road in agreed else ""
    return f" ({entity.road})" if entity.road and entity.road != "none" else ""


class Mangled(NameRule):
    """Finds names whose spelling was damaged on the way: `Siminoff` written `Simeninoff`."""

    code = "ENT101"
    mend = "proven"
    name = "name-mangled"
    why = "A reader can't look up a person whose name is wrong, and the person is wronged by it."
    example = ("Evangelos Kalousis denied it", "Evangelos Kaluusis membantahnya")

    def check(self, case: Case) -> Iterator[Finding]:
        for entity in _with(case, "mangled"):
            right = entity.original or entity.suggestion
            message = f"“{entity.found}” is a damaged spelling of “{right}”{_way(case, entity)}."
            others = _others(entity)
            if others:
                message += f" Also spelled {', '.join(f'“{v}”' for v in others[:4])}."
            here = [v for v in others if v in case.text]
            worse = entity.type == "PER" and 1 + len(here) >= SEVERAL_PEOPLE
            yield self.note(case, entity, message, "critical" if worse else None)


class Mistranslated(NameRule):
    """Finds names that were turned into common words or junk: `Northern Rock` written `Batu Utara`."""

    code = "ENT102"
    mend = "likely"
    name = "name-mistranslated"
    why = "A name made of common words stops naming anything once the words are translated."
    example = ("shares of Northern Rock", "saham Batu Utara")

    def check(self, case: Case) -> Iterator[Finding]:
        for entity in _with(case, "mistranslated"):
            if entity.road not in {"another name", "half translated", "forbidden form"}:
                name = entity.original or entity.suggestion
                message = f"“{entity.found}” {'is left of' if entity.road == 'junk' else 'no longer names'} “{name}”."
                yield self.note(case, entity, message)


class Dropped(NameRule):
    """Finds names of the original that the translation lost together with what was said of them."""

    code = "ENT103"
    name = "name-dropped"
    why = "With the name goes who did it, and often the sentence."
    example = ("Kahne and Truex are fifth and sixth.", "(nothing)")
    yields_to = ("ADQ401",)

    def check(self, case: Case) -> Iterator[Finding]:
        for entity in _with(case, "dropped"):
            severity: Severity | None = "minor" if entity.confidence < CERTAIN else None
            yield self.note(case, entity, f"“{entity.original}” is nowhere in the translation.", severity)


class Untranslated(NameRule):
    """Finds names left in English although Indonesian has its own: `New Zealand` for `Selandia Baru`."""

    code = "ENT104"
    mend = "likely"
    name = "name-untranslated"
    severity = "minor"
    why = "Readers know the country under its Indonesian name; the English one reads as unfinished."
    example = ("in New Zealand", "di New Zealand")

    def check(self, case: Case) -> Iterator[Finding]:
        for entity in _with(case, "untranslated"):
            yield self.note(case, entity, f"“{entity.found}” is “{entity.suggestion}” in {case.target_language.name}.")


class Spellings(NameRule):
    """Finds one name in several spellings, in the article or across the run: `Gorbachov`, `Gorbacev`, `Korbatsyov`."""

    code = "ENT105"
    mend = "likely"
    name = "name-spellings"
    why = "Several spellings make one person look like several, and all but one of them are wrong."
    example = ("Gorbachev said … Gorbachev’s remarks", "kata Gorbachov … komentar Korbatsyov")

    def check(self, case: Case) -> Iterator[Finding]:
        for entity in _with(case, "unverified"):
            if entity.suggestion is None:
                continue
            others = _others(entity)
            also = f", also {', '.join(f'“{v}”' for v in others[:4])}," if others else ""
            message = (
                f"“{entity.found}”{also} is likely “{entity.suggestion}”{_way(case, entity)}: keep to one spelling."
            )
            yield self.note(case, entity, message, "major" if len(others) > 1 else "minor")


class AnotherName(NameRule):
    """Finds another known name in the place of the right one: `Iran` for `Iraq`, `John` for `Giovanni`."""

    code = "ENT106"
    mend = "likely"
    name = "name-replaced"
    severity = "critical"
    why = "The sentence reads well and says it of somebody else."
    example = ("troops left Iraq", "pasukan meninggalkan Iran")

    def check(self, case: Case) -> Iterator[Finding]:
        for entity in case.entities:
            if entity.road != "another name":
                continue
            sure = entity.confidence >= CRITICAL_FROM and entity.type != "MISC"
            message = f"“{entity.found}” stands where the original says “{entity.original}”."
            yield self.note(case, entity, message, "critical" if sure else "major")


class CaseCorruption(NameRule):
    """Finds a name shouted in the middle of running text that is written normally elsewhere: `KYIV` beside `Kyiv`."""

    code = "ENT107"
    mend = "likely"
    name = "name-case"
    severity = "minor"
    why = "It reads as an acronym, and search and archives treat it as another name."
    example = ("talks with Kyiv", "pembicaraan dengan KYIV")

    def check(self, case: Case) -> Iterator[Finding]:
        for usual, spans in company.shouted(case).items():
            found = case.text[spans[0][0] : spans[0][1]]
            yield finding(
                self, case, spans, f"“{found}” is written “{usual}” elsewhere.", suggestion=usual, confidence=0.9
            )


class HalfTranslated(NameRule):
    """Finds names of which one part was translated and the rest left: `Northern Rock` written `Rock Utara`."""

    code = "ENT108"
    name = "name-half-translated"
    severity = "minor"
    why = "Neither the English nor an Indonesian name: nobody can look it up."
    example = ("host of Reading Rainbow", "pembawa acara Membaca Rainbow")

    def check(self, case: Case) -> Iterator[Finding]:
        for entity in _with(case, "mistranslated"):
            if entity.road == "half translated":
                severity: Severity | None = "major" if entity.type in {"PER", "ORG"} else None
                yield self.note(case, entity, f"“{entity.found}” is “{entity.original}” half translated.", severity)


class Added(NameRule):
    """Finds persons in the translation who are nowhere in the original."""

    code = "ENT109"
    name = "name-added"
    why = "The machine has put somebody into the story."
    example = ("the minister said", "kata Menteri John Smith")

    def check(self, case: Case) -> Iterator[Finding]:
        for spans in company.added(case):
            found = case.text[spans[0][0] : spans[0][1]]
            message = f"“{found}” is nowhere in the original."
            yield finding(self, case, spans, message, confidence=0.8, evidence="original")


class FirstMention(NameRule):
    """Finds persons whose first name was lost where the original introduces them."""

    code = "ENT110"
    mend = "likely"
    name = "first-name-lost"
    severity = "minor"
    why = "A person who isn't introduced is unknown to the reader."
    example = ("Secretary of State Marco Rubio said", "kata Rubio")

    def check(self, case: Case) -> Iterator[Finding]:
        for entity, span in introduced.first_names_lost(case):
            found, name = case.text[span[0] : span[1]], entity.original
            message = f"“{name}” is introduced as “{found}” alone."
            yield finding(
                self, case, [span], message, original=name, suggestion=name, confidence=0.8, evidence="original"
            )


class Forbidden(NameRule):
    """Finds forms of names and terms that the newsroom's own glossary forbids."""

    code = "ENT111"
    mend = "safe"
    name = "name-forbidden"
    category = "terminology"
    why = "The glossary is the newsroom's own decision."
    example = ("Kyiv (glossary: never Kiev)", "di Kiev")

    def check(self, case: Case) -> Iterator[Finding]:
        for entity in _with(case, "mistranslated"):
            if entity.road == "forbidden form":
                forms = [v for v in dict.fromkeys((entity.found, *entity.variants)) if v]
                message = f"The glossary forbids {' and '.join(f'“{v}”' for v in forms)}: it is “{entity.suggestion}”."
                yield self.note(case, entity, message)


RULES: tuple[type[Rule], ...] = (
    Mangled,
    Mistranslated,
    Dropped,
    Untranslated,
    Spellings,
    AnotherName,
    CaseCorruption,
    HalfTranslated,
    Added,
    FirstMention,
    Forbidden,
)
