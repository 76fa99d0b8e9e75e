"""Rules of the reader: stretches that are likely faulty, of which no named rule can say what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtaudit.adequacy.by_name import stands_by_name
from mtaudit.case import Case
from mtaudit.evidence.gather import evidence
from mtaudit.model import Category, Finding, Severity
from mtaudit.reader.explain import Reason, reason
from mtaudit.reader.features import Written, written
from mtaudit.reader.missing import lost
from mtaudit.reader.stretches import Stretch, stretches
from mtaudit.rules.findings import finding
from mtaudit.rules.numbers import kept
from mtaudit.rules.registry import Rule

COMMON = 4  # a word seen so often (about 2 to the power of 3) is known in its language


class LikelyFault(Rule):
    """Finds words that are very likely wrong, by what two translators and the frequencies of words say of them."""

    code = "RDR501"
    name = "likely-fault"
    category: ClassVar[Category] = "adequacy"
    severity: ClassVar[Severity] = "major"
    why = (
        "Wrong senses read fluently: they are seen only by who knows what another translator would have written. It is "
        "an estimate: in articles that it had not seen, 71 of 100 such stretches of weak systems lay in a fault and 48 "
        "of good systems beside an original, 80 and 67 without one (docs/reader.md)."
    )
    example = ("They are running out of food.", "Mereka kelaparan makanan.")
    yields_to_all: ClassVar[bool] = True
    serious: ClassVar[bool] = True

    def check(self, case: Case) -> Iterator[Finding]:
        for stretch in stretches(case):
            if stretch.serious == self.serious:
                why = reason(case, stretch)
                yield finding(
                    self,
                    case,
                    [(stretch.start, stretch.end)],
                    message(case, stretch, why),
                    original=why.original or case.original_text_of(stretch.row),
                    suggestion=why.mend if self.serious else None,
                    confidence=stretch.p_fault,
                    evidence="reader",
                )


class LookHere(LikelyFault):
    """Finds words at which an editor should look: about every second such place is a fault."""

    code = "RDR502"
    name = "look-here"
    severity: ClassVar[Severity] = "minor"
    why = (
        "What is told here is a doubt, not a verdict: it says where reading pays most. In articles that it had not "
        "seen, 64 of 100 such stretches of weak systems lay in a fault and 33 of good systems beside an original, 67 "
        "and 44 without one (docs/reader.md)."
    )
    example = ("The verdict surprised many.", "Vonisnya mengherankan banyak.")
    serious: ClassVar[bool] = False


def message(case: Case, stretch: Stretch, why: Reason) -> str:
    """Why an editor should look at a stretch: what others have, what the original says, what is odd about it."""
    said: list[str] = []
    if why.others:
        texts = list(dict.fromkeys(other.text for other in why.others))
        quoted = " or ".join(f"“{text}”" for text in texts)
        said.append(f"{'another translation has' if len(why.others) == 1 else 'other translations have'} {quoted}")
    if why.original:
        said.append(f"the {case.source_language.name} says “{why.original}”")
    odd = _odd(case, written(case)[stretch.first : stretch.last + 1])
    if odd and not why.others:
        said.append(odd)
    told = "; ".join(said) or "a translator would hardly write this here"
    return f"{'Likely wrong' if stretch.serious else 'Doubtful'}: {told}."


def _odd(case: Case, words: tuple[Written, ...]) -> str:
    """What is odd about the least known of some words; empty where they are all well known."""
    parts = [part for word in words for part in word.parts if part.commonness and part.text.isalpha()]
    if not parts:
        return ""
    least = min(parts, key=lambda part: part.commonness.here if part.commonness else 0)
    assert least.commonness is not None
    target, source = case.target_language.name, case.source_language.name
    if least.commonness.here == 0 and least.commonness.there >= COMMON:
        return f"“{least.text}” is {source}"
    if least.commonness.here == 0 and least.text.islower():
        return f"“{least.text}” was never seen in {target} text"
    return "words that hardly go together" if _strange(case, words) else ""


def _strange(case: Case, words: tuple[Written, ...]) -> bool:
    """Whether the words are far less likely where they stand than the rest of their sentence."""
    row = evidence(case).target[words[0].row]
    alone = [part.alone.total for part in row if part.alone]
    own = [part.alone.total for word in words for part in word.parts if part.alone]
    return bool(own) and sum(own) / len(own) < 2 * sum(alone) / len(alone)


class LikelyMissing(Rule):
    """Finds words inside a sentence of the original that nothing in its translation seems to stand for."""

    code = "RDR503"
    faults_break = True
    name = "likely-missing"
    category: ClassVar[Category] = "adequacy"
    severity: ClassVar[Severity] = "minor"
    why = (
        "A word that was left out leaves no trace in a sentence that reads well. It is an estimate, from what the "
        "words of the original usually become and from how surely a translator finds them in the translation: of 27 "
        "such places in articles that it had not seen 14 were an omission and 5 another fault (docs/reader.md)."
    )
    example = ("The French president was outraged by the ruling.", "Presiden marah atas putusan itu.")
    yields_to = ("ADQ402", "ADQ407", "ADQ408", "QUO213")
    yields_to_all: ClassVar[bool] = True

    def check(self, case: Case) -> Iterator[Finding]:
        for words in lost(case):
            if kept(case).hold(words.start, words.end):
                continue  # 90 minutes: satu setengah jam
            if stands_by_name(case, words.start, words.end):
                continue
            stretch = case.original.text[words.start : words.end] if case.original else ""
            yield finding(
                self,
                case,
                [],
                f"Nothing seems to stand for “{stretch}”.",
                original=stretch,
                confidence=words.p_missing,
                evidence="reader",
                anchor=words.anchor,
            )


RULES: list[type[Rule]] = [LikelyFault, LookHere, LikelyMissing]
