"""Slips that a machine makes all over a text, told once to people: machine formats have each at its place."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mtaudit.model import Finding, Place
from mtaudit.scoring import HABITS


def told_once(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those of one habit folded into the first of them, which has the others' places and their number."""
    first: dict[tuple[str, str, str], int] = {}
    found: list[Finding] = []
    for finding in findings:
        key = finding.rule, finding.severity, finding.message
        if finding.rule not in HABITS or finding.start is None or finding.end is None:
            found.append(finding)
        elif key not in first:
            first[key] = len(found)
            found.append(finding)
        else:
            kept = found[first[key]]
            more = (*kept.places, Place(finding.start, finding.end), *finding.places)
            found[first[key]] = msgspec.structs.replace(kept, places=more)
    return [_counted(finding) if finding.rule in HABITS else finding for finding in found]


def _counted(finding: Finding) -> Finding:
    if not finding.places:
        return finding
    message = f"{finding.message.removesuffix('.')}, in {len(finding.places) + 1} places."
    return msgspec.structs.replace(finding, message=message)
