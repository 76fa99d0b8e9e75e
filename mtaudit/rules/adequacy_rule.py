"""What the adequacy rules have in common."""

from __future__ import annotations

from typing import ClassVar

from mtaudit.model import Category, Severity
from mtaudit.rules.registry import Rule


class AdequacyRule(Rule):
    category: ClassVar[Category] = "adequacy"
    severity: ClassVar[Severity] = "major"
