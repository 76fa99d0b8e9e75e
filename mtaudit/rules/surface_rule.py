"""What the surface rules have in common."""

from __future__ import annotations

from typing import ClassVar

from mtaudit.case import Case
from mtaudit.model import Category, Severity
from mtaudit.rules.registry import Rule


class SurfaceRule(Rule):
    category: ClassVar[Category] = "surface"
    severity: ClassVar[Severity] = "minor"


def in_original(case: Case, text: str) -> bool:
    return case.original is not None and text.lower() in case.original.text.lower()
