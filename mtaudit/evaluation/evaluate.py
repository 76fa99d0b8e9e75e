"""A report held against labels: which figures, for which findings, on which documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mtaudit.compare.significance import RESAMPLES, SEED
from mtaudit.evaluation import bootstrap
from mtaudit.evaluation.bootstrap import Sample
from mtaudit.evaluation.join import Joined, join
from mtaudit.evaluation.labels import Labels
from mtaudit.evaluation.placed import Judged
from mtaudit.evaluation.reader import reader_figures
from mtaudit.evaluation.result import Evaluation, FaultRow, FindingRow, Group, Share
from mtaudit.evaluation.score import score_figures
from mtaudit.evaluation.tally import ALL, SERIOUS, TOLD_AS_SERIOUS, Sort, alarms, cells, tally
from mtaudit.model import SEVERITIES, DocumentReport, Finding, Report

_OWN_EVIDENCE = frozenset({"reader", "judge"})  # all other findings are those of the rules
_LEAST: tuple[Literal["minor", "major"], ...] = ("minor", "major")
_PER = 1000.0  # words


def evaluate(report: Report, labels: Labels) -> Evaluation:
    """Hold a report against labels. The same report and labels give the same figures, intervals included."""
    joined = join(report.documents, labels)
    graded = _graded(joined.read)
    return Evaluation(
        "1",
        report.run.signature,
        tuple(dict.fromkeys([line.file for line in labels.lines] + [file.file for file in labels.tag_files])),
        len(joined.read),
        len(joined.human),
        sum(not judged.faults for judged in joined.read),
        len(joined.unread),
        tuple(_groups(joined)),
        score_figures(joined.read if graded else (), joined.human),
        reader_figures(joined.read)[: None if graded else 1],
        joined.problems,
        RESAMPLES,
        SEED,
    )


def _graded(read: Sequence[Judged]) -> bool:
    """Whether the labels tell serious faults from others: word tags don't."""
    faults = [fault for judged in read for fault in judged.faults]
    return not faults or any(fault.severity for fault in faults)


def evidence_of(finding: Finding) -> str:
    """Whose finding it is: `rules`, or what the finding names as its evidence."""
    return finding.evidence if finding.evidence in _OWN_EVIDENCE else "rules"


def _groups(joined: Joined) -> list[Group]:
    """All; by evidence and by system where there are several."""
    groups = [_group("all", "all", joined.read, joined)]
    sources = sorted({evidence_of(x) for d in (*(j.document for j in joined.read), *joined.human) for x in d.findings})
    if len(sources) > 1:
        groups += [_group("evidence", source, joined.read, joined, source) for source in sources]
    systems = sorted({judged.document.system or "" for judged in joined.read})
    if len(systems) > 1:
        for system in systems:
            own = [judged for judged in joined.read if (judged.document.system or "") == system]
            groups.append(_group("system", system, own, None))
    return groups


def _group(
    by: Literal["all", "evidence", "system"],
    name: str,
    read: Sequence[Judged],
    joined: Joined | None,
    source: str | None = None,
) -> Group:
    """Figures of all findings or those of one `source`; `joined` has the human texts, None: they don't count."""

    def chosen(document: DocumentReport) -> list[Finding]:
        return [finding for finding in document.findings if source in (None, evidence_of(finding))]

    sample = Sample([tally(judged, chosen(judged.document)) for judged in read])
    human = Sample([alarms(document, chosen(document)) for document in (joined.human if joined else ())])
    sorts: list[Sort] = [ALL, *(("severity", s) for s in SEVERITIES), SERIOUS, TOLD_AS_SERIOUS]
    sorts += sorted(("kind", kind) for kind in {f.kind for j in read for f in j.faults if f.kind})
    rows = []
    for sort in sorts:
        recall = sample.share((sort, "found"), (sort, "faults"))
        if recall.of or sort == ALL:
            words = cells(sort)
            rows.append(
                FaultRow(*sort, recall, sample.figure(bootstrap.mcc, *words), sample.figure(bootstrap.f1, *words))
            )
    return Group(
        by, name, len(read), sample.count("words"), tuple(rows), tuple(_findings(sample, human, _graded(read)))
    )


def _findings(sample: Sample, human: Sample, graded: bool) -> list[FindingRow]:
    return [
        FindingRow(
            least,
            sample.share((least, "right"), (least, "findings")),
            sample.share((least, "serious"), (least, "findings")) if graded else Share(0, 0, None),
            human.figure(bootstrap.ratio, (least, "alarms"), "faultless words", factor=_PER),
            sample.figure(bootstrap.ratio, (least, "alarms"), "faultless words", factor=_PER),
        )
        for least in _LEAST
    ]
