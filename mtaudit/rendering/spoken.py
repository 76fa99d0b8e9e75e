"""What the languages of a report are called, told from the code that each of its documents carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mtaudit.interface import _, language
from mtaudit.languages import PAIRS
from mtaudit.model import DocumentReport, Report

_CODE = re.compile(r"[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")  # BCP 47, roughly


@dataclass(frozen=True, slots=True)
class Spoken:
    """Names of the languages of originals and translations as messages say them, and their ISO 639-1 codes."""

    source: str
    target: str
    source_code: str
    target_code: str


def spoken(target: str) -> Spoken:
    """By the code of the translation's language; by the first pair where that is empty.

    Where the package knows no pair with that target they are "Source" and "Target".
    """
    return _spoken(target, language())


@cache
def _spoken(target: str, interface: str) -> Spoken:
    pair = next((pair for pair in PAIRS if target in ("", pair.target.code)), None)
    if pair is None:
        return Spoken(
            _("Source"), _("Target"), "", target if _CODE.fullmatch(target) else ""
        )  # a report may say anything
    return Spoken(_(pair.source.name), _(pair.target.name), pair.source.code, pair.target.code)


def judged_by(document: DocumentReport) -> str:
    """What a document without an original was judged by, in words."""
    own = spoken(document.language).target
    translated = any(segment.back_translation for segment in document.segments)
    if translated:
        return _("judged by the {language} and its back-translation").format(language=own)
    return _("judged by the {language} alone").format(language=own)


def spoken_in(report: Report) -> Spoken:
    """By the first document of a report that tells its language."""
    return spoken(next((document.language for document in report.documents if document.language), ""))
