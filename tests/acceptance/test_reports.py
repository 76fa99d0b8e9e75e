"""The reports in the repository are what the program makes of the samples today."""

from __future__ import annotations

from mtaudit.model import Report
from mtaudit.rendering import registry
from mtaudit.reports import load
from tests.conftest import ROOT

COMMITTED = ROOT / "reports" / "samples.json"


def test_the_committed_findings_are_todays(samples: Report) -> None:
    """Same articles, findings, verdicts and scores (`make reports` brings them up to date).

    Back-translations are left out: their last digits depend on the processor's instructions.
    """
    committed = load(COMMITTED)

    def verdicts(report: Report) -> list[object]:
        return [
            (d.id.rpartition("/")[2], d.scores, d.entities, [(f.fingerprint, f.severity, f.places) for f in d.findings])
            for d in report.documents
        ]

    assert verdicts(committed) == verdicts_with_same_ids(samples, committed)


def verdicts_with_same_ids(samples: Report, committed: Report) -> list[object]:
    """Verdicts of today's report; fingerprints hold the document id, which depends on the folder it was named by."""
    from mtaudit.rules.registry import fingerprint

    ids = {d.id.rpartition("/")[2]: d.id for d in committed.documents}
    return [
        (
            d.id.rpartition("/")[2],
            d.scores,
            d.entities,
            [(fingerprint(f, ids[d.id.rpartition("/")[2]]), f.severity, f.places) for f in d.findings],
        )
        for d in samples.documents
    ]


def test_the_committed_page_shows_the_committed_report() -> None:
    """reports/samples.html and .md are rendered from reports/samples.json."""
    committed = load(COMMITTED)
    for name in ("samples.html", "samples.md"):
        path = COMMITTED.with_name(name)
        assert path.read_text(encoding="utf-8") == registry.for_path(name).render(committed)
