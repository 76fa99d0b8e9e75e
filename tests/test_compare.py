"""Two reports held side by side."""

from __future__ import annotations

import msgspec
import pytest

from mtaudit.compare import Comparison, compare, match_documents
from mtaudit.model import DocumentReport, Original, Report, Scores
from tests.rendering import building


def changed(document: DocumentReport, **fields: object) -> DocumentReport:
    return msgspec.structs.replace(document, **fields)


def scored(number: int, overall: float, **fields: object) -> DocumentReport:
    return building.document(
        f"d{number}", f"Judul {number}\n\nSatu.", scores=Scores(overall, 100.0, 100.0, 100.0, 100.0, 100.0), **fields
    )


def series(*scores: float) -> Report:
    return building.report([scored(i, s) for i, s in enumerate(scores)])


def test_a_report_compared_with_itself_has_no_difference(full: Report) -> None:
    """Nothing is gone, nothing new, nothing significant."""
    comparison = compare(full, full)
    assert (comparison.findings.gone, comparison.findings.new, comparison.findings.still) == (0, 0, 12)
    assert all(c.change == 0 and not c.significant for c in comparison.changes)
    assert len(comparison.documents) == len(full.documents)


def test_what_one_side_could_not_judge_has_no_change() -> None:
    """Such documents stand last and have no part in the mean; `documents` counts the others."""
    one, other = series(50.0, 60.0, 70.0), series(50.0, 50.0, 90.0)
    blind = msgspec.structs.replace(other.documents[0].scores, overall=None)
    after = building.report((changed(other.documents[0], scores=blind), *other.documents[1:]))
    comparison = compare(one, after)
    overall = comparison.changes[0]
    assert (overall.name, overall.before, overall.after, overall.documents) == ("overall", 65.0, 70.0, 2)
    assert [d.change.overall for d in comparison.documents] == [-10.0, 20.0, None]
    assert comparison.changes[1].documents == 3


def test_findings_are_gone_new_or_still_there() -> None:
    """The same fault in another wrong spelling is still there; fingerprints tell the rest."""
    before = building.envoy()
    text = before.text.replace("Stefan Witkopf", "Stefan Wittkof")
    other = building.finding(
        text, "ENT101", "critical", "misspelt", "Stefan Wittkof", original="Stefan Wittkopp", evidence="original"
    )
    extra = building.finding(text, "SUR402", "minor", "odd spacing", "Lima")
    after = changed(before, text=text, findings=(other, extra, *before.findings[2:]))
    (document,) = compare(building.report((before,)), building.report((after,))).documents
    assert [s.finding.rule for s in document.gone] == ["QUO201"]
    assert [s.finding.rule for s in document.new] == ["SUR402"]
    assert len(document.still) == 8
    assert (document.still[0].before.finding.text, document.still[0].after.finding.text) == (
        "Stefan Witkopf",
        "Stefan Wittkof",
    )


def test_the_sentence_is_told_with_a_finding() -> None:
    """What is gone can be read without the old report."""
    before = building.envoy()
    after = changed(before, findings=())
    (document,) = compare(building.report((before,)), building.report((after,))).documents
    assert document.gone[0].sentence == before.segments[1].text
    assert document.gone[0].english == before.segments[1].original


def test_documents_belong_together_by_id_then_file_name_then_original() -> None:
    """Two systems' outputs lie in two folders or share only their original."""
    original = Original("en/c.txt", "full", 0.9, "c")
    a = [
        building.document("x", "Satu.", input="nllb/x.txt"),
        building.document("nllb/b.txt", "Dua.", input="nllb/b.txt"),
        building.document("nllb/c1.txt", "Tiga.", input="nllb/c1.txt", original=original),
        building.document("nllb/only.txt", "Empat.", input="nllb/only.txt"),
    ]
    b = [
        building.document("opus/c2.txt", "Tiga.", input="opus/c2.txt", original=original),
        building.document("opus/b.txt", "Dua.", input="opus/b.txt"),
        building.document("x", "Satu.", input="elsewhere/y.txt"),
        building.document("opus/new.txt", "Lima.", input="opus/new.txt"),
    ]
    pairs, only_before, only_after = match_documents(a, b)
    assert [(x.id, y.id) for x, y in pairs] == [
        ("nllb/c1.txt", "opus/c2.txt"),
        ("nllb/b.txt", "opus/b.txt"),
        ("x", "x"),
    ]
    assert (only_before, only_after) == (("nllb/only.txt",), ("opus/new.txt",))


def test_a_file_name_that_occurs_twice_is_no_evidence() -> None:
    """`index.html` in two folders says nothing."""
    a = [building.document(f"a/{i}/index.html", "Satu.", input=f"a/{i}/index.html") for i in range(2)]
    b = [building.document("b/index.html", "Satu.", input="b/index.html")]
    assert match_documents(a, b)[0] == []


def test_a_clear_difference_is_significant_and_a_wavering_one_is_not() -> None:
    """Paired bootstrap: the same mean difference, once in every document, once from a single outlier."""
    clear = compare(series(*[50.0] * 20), series(*[54.0 + i % 3 for i in range(20)])).changes[0]
    wavering = compare(series(*[50.0] * 20), series(*[50.0] * 19, 100.0)).changes[0]
    assert clear.name == "overall"
    assert clear.significant
    assert clear.wins == 1.0
    assert clear.low is not None
    assert clear.low > 0
    assert not wavering.significant
    assert wavering.low == 0.0


def test_fewer_findings_win() -> None:
    """For findings, and for TER, less is better."""
    before = building.report([building.envoy(), building.clean()])
    after = building.report([changed(building.envoy(), findings=()), building.clean()])
    change = next(c for c in compare(before, after).changes if c.name == "findings")
    assert (change.before, change.after) == (3.5, 0.0)
    assert change.wins is not None
    assert change.wins > 0.5


def test_one_document_is_too_few_to_tell() -> None:
    """Then there is a difference, but no interval."""
    change = compare(series(50.0), series(60.0)).changes[0]
    assert (change.change, change.low, change.p_value, change.significant) == (10.0, None, None, False)


def test_nothing_in_common_is_no_error(nothing: Report, full: Report) -> None:
    """Every document is only in one of the reports."""
    comparison = compare(nothing, full)
    assert comparison.changes == ()
    assert comparison.documents == ()
    assert comparison.only_after == tuple(d.id for d in full.documents)


def test_the_same_reports_give_the_same_bytes() -> None:
    """The resampling has a fixed seed, and the JSON reads back."""
    a, b = series(50, 60, 70, 80, 90), series(52, 61, 69, 85, 91)
    assert compare(a, b).to_json() == compare(a, b).to_json()
    assert msgspec.json.decode(compare(a, b).to_json(), type=Comparison) == compare(a, b)


def test_documents_come_worst_change_first() -> None:
    """What got worse is what one looks for."""
    comparison = compare(series(50, 60, 70), series(55, 50, 70))
    assert [d.change.overall for d in comparison.documents] == [-10.0, 0.0, 5.0]


@pytest.fixture
def full() -> Report:
    return building.full_report()


@pytest.fixture
def nothing() -> Report:
    return building.report(())
