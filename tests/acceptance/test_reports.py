"""The reports in the repository are what the program makes of the samples today."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mtaudit.model import Report
from mtaudit.rendering import registry
from mtaudit.reports import load
from mtaudit.rules.registry import fingerprint
from tests.conftest import ROOT

COMMITTED = ROOT / "reports" / "samples.json"


def test_the_committed_findings_are_todays(samples: Report) -> None:
    """Same articles, findings, verdicts and scores (`make reports` brings them up to date).

    What rests on a translator's scores, the reader's findings and the two scores that follow them, is left out, as
    back-translations are: their last digits depend on the processor's instructions.
    """
    committed = load(COMMITTED)
    ids = {d.id.rpartition("/")[2]: d.id for d in committed.documents}
    assert _verdicts(committed, ids) == _verdicts(samples, ids)


def _verdicts(report: Report, ids: Mapping[str, str]) -> list[object]:
    """Verdicts by name of the file; fingerprints hold the document's id, which depends on how the folder was named."""
    names = [d.id.rpartition("/")[2] for d in report.documents]
    return [
        (
            name,
            msgspec.structs.replace(d.scores, overall=None, adequacy=None),
            d.entities,
            [(fingerprint(f, ids[name]), f.severity, f.places) for f in d.findings if f.evidence != "reader"],
        )
        for name, d in zip(names, report.documents, strict=True)
    ]


def test_the_committed_page_shows_the_committed_report() -> None:
    """reports/samples.html and .md are rendered from reports/samples.json."""
    committed = load(COMMITTED)
    for name in ("samples.html", "samples.md"):
        path = COMMITTED.with_name(name)
        assert path.read_text(encoding="utf-8") == registry.for_path(name).render(committed)
