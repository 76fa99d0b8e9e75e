"""What was left in the original's language, told with or without the original."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtaudit.adequacy.leftovers import own_word
from mtaudit.case import Case
from mtaudit.model import Category, Finding, Severity
from mtaudit.reader.stretches import stretches
from mtaudit.rules.findings import finding
from mtaudit.rules.registry import Rule
from mtaudit.surface.accepted import borrowed
from mtaudit.surface.left_in import LeftIn, in_compound, left_in
from mtaudit.text import Stretches


class LeftUntranslated(Rule):
    """Finds words, phrases and lines of the original's language that no Indonesian reader is used to."""

    code = "SUR520"
    mend = "likely"
    name = "left-untranslated"
    category: ClassVar[Category] = "surface"
    severity: ClassVar[Severity] = "minor"
    why = (
        "A word left in English was not translated; not every reader knows it. It is told by how often it stands in "
        "text of either language and by whether human translators keep it: loans, names, titles, quoted phrases pass. "
        "Major where translators always render it and Indonesian text hardly has it, where the reader takes it for a "
        "serious fault, and for whole lines."
    )
    example = ("They want better wages and shelter.", "Mereka menuntut wages yang lebih baik dan tempat tinggal.")

    def check(self, case: Case) -> Iterator[Finding]:
        quoted = Stretches((q.start, q.end) for q in case.quotes if q.start is not None and q.end is not None)
        serious = Stretches((s.start, s.end) for s in stretches(case) if s.serious)
        for left in left_in(case.target):
            if left.kind == "line" and quoted.touch(left.start, left.start + 1):
                continue
            loan = borrowed(left.text, *case.pair.languages[::-1])
            worse = (left.rendered and not loan) or serious.touch(left.start, left.end)
            single = left.kind == "word" and not in_compound(case.target, left)
            own = own_word(left.text.lower(), case.pair) if single else None
            yield finding(
                self,
                case,
                [(left.start, left.end)],
                _message(case, left, own),
                severity="major" if worse else "minor",
                suggestion=own,
                confidence=0.9 if left.rendered else 0.8,
            )


def _message(case: Case, left: LeftIn, own: str | None) -> str:
    language = case.source_language.name
    if left.kind == "line":
        return f"The line stands in {language}."
    has = f"; {case.target_language.name} has “{own}”" if own else ""
    return f"“{left.text}” is {language}{has}."


RULES: list[type[Rule]] = [LeftUntranslated]
