"""What is counted in one document, for given findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mtaudit.evaluation.bootstrap import Tally
from mtaudit.evaluation.placed import Fault, Judged
from mtaudit.evaluation.result import By
from mtaudit.model import DocumentReport, Finding
from mtaudit.text import cut

Sort = tuple[By, str]  # of faults
ALL: Sort = ("all", "all")
SERIOUS: Sort = ("severity", "serious")  # major or critical
TOLD_AS_SERIOUS: Sort = ("severity", "serious told as serious")
CLEAN = "in no fault"
LEAST = ("minor", "major")


def tally(judged: Judged, findings: Sequence[Finding]) -> Tally:
    """Faults, findings and words of a document that was read.

    Keys: (sort, "faults") and (sort, "found") for faults; (least, "findings"), (least, "right") and (least, "serious")
    for findings; "words", and "faultless words" and (least, "alarms") where there is no fault; see `cells` for words.
    """
    count: Tally = Counter({"words": judged.document.words})
    for fault in filter(judged.counted, judged.faults):
        told = [x for x in findings if fault.told_by(x)]
        for sort in sorts(fault):
            count[sort, "faults"] += 1
            count[sort, "found"] += bool(_serious(told) if sort == TOLD_AS_SERIOUS else told)
    for least in LEAST:
        for finding in findings if least == "minor" else _serious(findings):
            right = [fault for fault in judged.faults if fault.bears_out(finding)]
            count[least, "findings"] += 1
            count[least, "right"] += bool(right)
            count[least, "serious"] += any(fault.serious for fault in right)
    if not judged.faults:
        count.update(alarms(judged.document, findings))
    count.update(_words(judged, findings))
    return count


def alarms(document: DocumentReport, findings: Sequence[Finding]) -> Tally:
    """Findings in a text that has no fault."""
    count: Tally = Counter({"faultless words": document.words})
    count["minor", "alarms"] = len(findings)
    count["major", "alarms"] = len(_serious(findings))
    return count


def sorts(fault: Fault) -> list[Sort]:
    """All sorts that a fault belongs to."""
    found: list[Sort] = [ALL]
    if fault.severity:
        found.append(("severity", fault.severity))
    if fault.serious:
        found += [SERIOUS, TOLD_AS_SERIOUS]
    if fault.kind:
        found.append(("kind", fault.kind))
    return found


def cells(sort: Sort) -> tuple[tuple[Sort | str, str], ...]:
    """The keys of the words of a sort: true positives, false positives, false negatives, true negatives.

    Words of the sort stand against those in no fault; of TOLD_AS_SERIOUS, against all others, and only serious
    findings tell. A word in a fault that could not be seen without an original is in none of them.
    """
    others = sort if sort == TOLD_AS_SERIOUS else CLEAN
    return (sort, "tp"), (others, "fp"), (sort, "fn"), (others, "tn")


def _serious(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity != "minor"]


def _words(judged: Judged, findings: Sequence[Finding]) -> Tally:
    count: Tally = Counter()
    present = [fault for fault in judged.faults if not fault.missing]
    for word in cut(judged.document.text, "written"):
        if word.mark:
            continue
        start, end = word.start, word.end
        own = [fault for fault in present if fault.touches(start, end)]
        visible = [fault for fault in own if judged.counted(fault)]
        if own and not visible:
            continue
        told = [x for x in findings if x.start is not None and x.end is not None and x.start < end and start < x.end]
        for sort in {sort for fault in visible for sort in sorts(fault)} - {TOLD_AS_SERIOUS}:
            count[sort, "tp" if told else "fn"] += 1
        if not own:
            count[CLEAN, "fp" if told else "tn"] += 1
        positive, loud = any(fault.serious for fault in visible), bool(_serious(told))
        count[TOLD_AS_SERIOUS, ("tp" if loud else "fn") if positive else "fp" if loud else "tn"] += 1
    return count
