"""The gate on reports made by hand: thresholds of profiles, users and sources, what counts, what is explained."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from mtaudit import suppressions
from mtaudit.baseline import entries
from mtaudit.config import GateSettings, Settings, SuppressSettings, load
from mtaudit.errors import UsageError
from mtaudit.gate import check, judge, suppressed, thresholds, told
from mtaudit.model import Area, Cause, DocumentGate, DocumentReport, NotChecked, Report, Skipped
from mtaudit.rendering.interface import gate_of
from mtaudit.rendering.registry import by_name
from mtaudit.scoring import penalties, scores
from tests.conftest import ROOT
from tests.rendering.building import document, finding, report

TEXT = "Utusan tiba di Lima. Ia bertemu Menteri. Harga naik. Warga resah. Pasar tutup. " + "Kata lain lagi. " * 40


def article(id: str, *found: tuple[str, str, str]) -> DocumentReport:
    """A document with findings (rule, severity, stretch) and the scores that follow from them."""
    findings = tuple(finding(TEXT, rule, severity, f"{id} {rule}", stretch) for rule, severity, stretch in found)
    words = len(TEXT.split())
    lost = penalties(findings, words)
    return document(id, TEXT, words=words, findings=findings, penalties=lost, scores=scores(lost))


CLEAN = article("clean")
TWO_MAJOR = article("two", ("ENT101", "major", "Lima"), ("SUR501", "major", "Harga"))
THREE_MAJOR = article(
    "three", ("ENT101", "major", "Lima"), ("ENT102", "major", "Menteri"), ("SUR501", "major", "Harga")
)
CRITICAL = article("critical", ("QUO201", "critical", "Warga"))
MINOR = article("minor", ("SUR501", "minor", "Pasar"))
# Seven findings in some 130 words
STREWN_WORDS = "Utusan Lima Menteri Harga Warga Pasar Kata".split()
STREWN = article("strewn", *(("SUR501", "minor", word) for word in STREWN_WORDS))
ALL = report([CLEAN, TWO_MAJOR, THREE_MAJOR, CRITICAL, MINOR])


def failing(made: Report = ALL, accepted: Any = (), suppress: Any = (), **gate: Any) -> list[str]:
    """The ids of the documents that fail."""
    settings = Settings(gate=GateSettings(**gate), suppress=suppress)
    return sorted(judge(suppressed(made, settings), settings, accepted).reasons)


@pytest.mark.parametrize(
    ("gate", "expected"),
    [
        ({"profile": "strict"}, ["critical", "three", "two"]),
        ({}, ["critical", "three"]),
        ({"profile": "advisory"}, []),
        ({"fail_on": "minor"}, ["critical", "minor", "three", "two"]),
        ({"fail_on": "critical"}, ["critical"]),
        ({"max_critical": 1}, ["three"]),
        ({"max_major": 3}, ["critical"]),
        ({"profile": "advisory", "max_minor": 0}, ["minor"]),
        ({"profile": "advisory", "max_rule": {"ENT101": 0}}, ["three", "two"]),
        ({"profile": "advisory", "max_rule": {"ENT": 1}}, ["three"]),
        ({"profile": "advisory", "min_score": {"surface": 99.9}}, ["minor", "three", "two"]),
        ({"fail_on": "critical", "max_major": 2}, ["critical", "three"]),
    ],
)
def test_what_fails(gate: dict[str, Any], expected: list[str]) -> None:
    """Counts are held per document; the user's thresholds take the place of the profile's."""
    assert failing(**gate) == expected


def test_an_article_strewn_with_small_findings_fails() -> None:
    """More than five and more than two in 100 words; by the user's own limit, or none where severities decide."""
    strewn = report([CLEAN, MINOR, STREWN])
    assert failing(strewn) == failing(strewn, profile="strict") == ["strewn"]
    assert failing(strewn, profile="advisory") == failing(strewn, fail_on="major") == []
    assert failing(strewn, max_density=6.0) == []
    assert failing(strewn, profile="advisory", max_density=2.0) == ["strewn"]
    reasons = judge(strewn, Settings(gate=GateSettings())).reasons["strewn"]
    assert reasons == (f"{700 / STREWN.words:.1f} findings in 100 words, at most 2 allowed",)


def test_few_findings_are_never_strewn_and_doubts_and_lines_of_the_site_do_not_count() -> None:
    """Five findings in a short text, and seven of which two are the reader's or the site's, pass."""
    five = msgspec.structs.replace(STREWN, findings=STREWN.findings[:5], words=20)
    doubts = tuple(msgspec.structs.replace(f, rule="RDR502", evidence="reader") for f in STREWN.findings[:2])
    site = tuple(msgspec.structs.replace(f, rule="SUR508") for f in STREWN.findings[:2])
    for more in (doubts, site):
        assert failing(report([msgspec.structs.replace(STREWN, findings=(*STREWN.findings[2:], *more))])) == []
    assert failing(report([five])) == []


def test_accepted_findings_do_not_strew_an_article() -> None:
    """What stands in the baseline does not count."""
    strewn = report([STREWN])
    assert failing(strewn, accepted=entries(strewn)[:2]) == []


def test_a_source_has_thresholds_of_its_own() -> None:
    """By a glob over id or input; what it doesn't say stays general, with a profile it starts afresh from that."""
    assert failing(sources={"samples/three*": {"max-major": 3}}) == ["critical"]
    assert failing(sources={"critical": {"profile": "advisory"}}) == ["three"]
    assert failing(max_rule={"SUR": 0}, sources={"*two*": {"profile": "advisory"}}) == ["critical", "minor", "three"]
    assert failing(sources={"*": {"fail-on": "minor"}, "*minor*": {"max-minor": 5}}) == ["critical", "three", "two"]


def unchecked(area: Area, cause: Cause) -> Report:
    """One clean document in which `area` was not judged."""
    missing = NotChecked(area, "the reason", cause)
    return report([msgspec.structs.replace(CLEAN, scores=scores((), [missing.area]), not_checked=(missing,))])


@pytest.mark.parametrize("cause", ["no evidence", "rules off", "too short"])
def test_a_least_score_that_could_not_be_checked_is_not_passed(cause: Cause) -> None:
    """It fails and says why; other areas and the profiles, which ask for no score, pass."""
    made = unchecked("number", cause)
    verdict = judge(made, Settings(gate=GateSettings(min_score={"number": 0.0})))
    assert verdict.reasons == {"clean": ("number not checked (the reason), at least 0 wanted",)}
    assert "number not checked (the reason)" in verdict.explanation
    assert failing(made, profile="strict") == []
    assert failing(made, min_score={"surface": 100.0}) == []


def test_where_there_is_nothing_to_judge_nothing_is_wrong() -> None:
    """A text without quotations passes every least score of quotations."""
    assert failing(unchecked("quote", "absent"), min_score={"quote": 100.0}) == []


def test_the_report_carries_the_verdict_on_each_document() -> None:
    """Why it fails, and how many findings baseline and suppressions took out."""
    settings = Settings(suppress=(SuppressSettings(rule="ENT102", reason="ours"),), gate=GateSettings(max_major=0))
    accepted = entries(report([TWO_MAJOR]))[:1]
    made = suppressed(report([CLEAN, TWO_MAJOR, THREE_MAJOR]), settings)
    carried = told(made, judge(made, settings, accepted), settings.gate)
    mark = (accepted[0].fingerprint,)
    assert [d.gate for d in carried.documents] == [
        DocumentGate(True, (), 0),
        DocumentGate(False, ("1 major finding, at most 0 allowed",), 1, mark),
        DocumentGate(False, ("2 major findings, at most 0 allowed",), 1),
    ]


def test_the_report_carries_the_verdict_on_the_run() -> None:
    """Whether it passed, what it was held against, what failed and why; without anything read there is no verdict."""
    gate = GateSettings(max_minor=7, min_score={"entity": 50.0}, sources={"x*": {"profile": "advisory"}})
    settings = Settings(gate=gate)
    made = report([CLEAN, THREE_MAJOR])
    run = told(made, judge(made, settings), gate).gate
    assert run is not None
    assert (run.passed, run.profile, run.documents, run.fail_on) == (False, "newsroom", 2, "critical")
    limits = run.thresholds
    assert (limits.max_critical, limits.max_major, limits.max_minor, limits.min_score) == (0, 2, 7, {"entity": 50.0})
    assert run.sources["x*"].max_major is None
    assert [(f.document, f.reasons) for f in run.failed] == [("three", ("3 major findings, at most 2 allowed",))]
    unread = report([], [Skipped("gone.txt", "no such file")])
    assert (told(unread, judge(unread, settings), gate).gate or run).passed is None


def test_a_judged_report_reads_back_and_shows_the_same_verdict() -> None:
    """Through JSON; what a format shows of the gate is what the gate showed it."""
    accepted = entries(report([TWO_MAJOR]))[:1]
    settings = Settings(gate=GateSettings(max_major=0, baseline="known.json"))
    made = report([CLEAN, TWO_MAJOR, THREE_MAJOR])
    verdict = judge(made, settings, [*accepted, entries(report([CRITICAL]))[0]])
    carried = told(made, verdict, settings.gate)
    again = Report.from_json(carried.to_json())
    assert again == carried
    assert gate_of(again) == verdict.view()
    assert gate_of(made) is None


@pytest.mark.parametrize(
    ("gate", "word"),
    [
        ({"min_score": {"beauty": 3.0}}, "beauty"),
        ({"min_score": {"entity": 101.0}}, "0 to 100"),
        ({"min_score": {"entity": float("nan")}}, "0 to 100"),
        ({"max_rule": {"NOPE": 1}}, "NOPE"),
        ({"max_rule": {"ENT": -1}}, "0 or more"),
        ({"max_major": -1}, "max-major"),
        ({"sources": {"a*": {"max-mayor": 1}}}, "max-major"),
        ({"sources": {"a*": {"max-major": "few"}}}, "int"),
        ({"sources": {"a*": {"min-score": {"beauty": 3}}}}, "beauty"),
    ],
)
def test_a_wrong_threshold_is_told_before_anything_is_audited(gate: dict[str, Any], word: str) -> None:
    """Unknown areas, rules and keys, counts and scores that can't be; sources' tables too, matched or not."""
    with pytest.raises(UsageError, match=word):
        check(GateSettings(**gate))


def test_accepted_findings_count_neither_in_numbers_nor_in_scores() -> None:
    """A baseline of everything lets everything pass, whatever the threshold; a new finding still fails."""
    everything = entries(ALL)
    assert failing(accepted=everything, fail_on="minor", min_score={"overall": 100.0}) == []
    worse = article("two", ("ENT101", "major", "Lima"), ("SUR501", "major", "Harga"), ("ENT101", "major", "Menteri"))
    made = report([worse])
    assert failing(made, everything, fail_on="major") == ["two"]
    assert failing(made, everything, profile="advisory", min_score={"overall": 100.0}) == ["two"]


def test_a_fixed_finding_and_a_new_one_do_not_cancel_out() -> None:
    """The same number of findings, another one: it fails, and the entry that is fixed is named as stale."""
    settings = Settings(gate=GateSettings(fail_on="major", baseline="base.json"))
    accepted = entries(report([TWO_MAJOR]))
    changed = report([article("two", ("ENT101", "major", "Lima"), ("SUR501", "major", "Pasar"))])
    verdict = judge(changed, settings, accepted)
    assert not verdict.passed
    assert [(e.rule, e.text) for e in verdict.stale] == [("SUR501", "Harga")]
    (remark,) = verdict.remarks
    assert "base.json" in remark
    assert "Harga" in remark
    assert remark in verdict.explanation


def test_of_what_was_not_looked_at_no_entry_is_stale() -> None:
    """Documents that are not in the run, rules that did not run."""
    settings = Settings(gate=GateSettings(baseline="base.json"))
    assert judge(report([CLEAN]), settings, entries(report([TWO_MAJOR]))).stale == ()
    unlooked = report([article("two", ("ENT101", "major", "Lima"))], ignore=["SUR"])
    assert judge(unlooked, settings, entries(report([TWO_MAJOR]))).stale == ()


def test_suppressed_findings_leave_report_counts_and_scores() -> None:
    """By rule, document and text; a note and the summary tell."""
    entry = SuppressSettings(rule="ENT", document="*three*", text="LIMA!", reason="a street, not the city")
    made = suppressed(ALL, Settings(suppress=(entry,)))
    three = next(d for d in made.documents if d.id == "three")
    assert [f.rule for f in three.findings] == ["ENT102", "SUR501"]
    assert three.scores.entity > THREE_MAJOR.scores.entity
    assert three.notes == ("1 finding of ENT suppressed: a street, not the city",)
    assert (made.summary.suppressed, made.summary.findings.major) == (1, ALL.summary.findings.major - 1)
    assert next(d for d in made.documents if d.id == "two") == TWO_MAJOR
    assert failing(suppress=(entry,)) == ["critical"]


def test_a_report_is_not_suppressed_twice() -> None:
    """Suppressions that a finished report was made with are done, and not called unused."""
    entry = SuppressSettings(rule="ENT", reason="known")
    done = report([CLEAN], suppress=[msgspec.to_builtins(entry)])
    assert suppressed(done, Settings(suppress=(entry,))) == done


def test_what_has_nothing_to_do_is_told() -> None:
    """A suppression that covers nothing is in the remarks and in the explanation, and changes no verdict."""
    settings = Settings(suppress=(SuppressSettings(rule="NUM", document="x*", text="5", reason="old"),))
    verdict = judge(suppressed(report([CLEAN]), settings), settings)
    assert verdict.passed
    (remark,) = verdict.remarks
    assert "NUM '5' in x*" in remark
    assert remark in verdict.explanation
    assert judge(suppressed(report([]), settings), settings).remarks == ()


@pytest.mark.parametrize(("rule", "reason"), [("NOPE", "known"), ("ENT", " ")])
def test_a_wrong_suppression_is_a_usage_error(rule: str, reason: str) -> None:
    """No such rule, or no reason."""
    with pytest.raises(UsageError, match="suppress"):
        suppressed(ALL, Settings(suppress=(SuppressSettings(rule=rule, reason=reason),)))


def test_the_explanation_is_one_paragraph_that_says_why() -> None:
    """Verdict, limits, the documents that decided, what did not count."""
    made = report([THREE_MAJOR, CRITICAL, CLEAN], [Skipped("gone.txt", "no such file")])
    verdict = judge(made, Settings(), entries(report([CRITICAL])), left_out=3)
    text = verdict.explanation
    assert "\n" not in text
    for part in (
        "not passed: 1 of 3 documents fails profile 'newsroom' (at most 0 critical, at most 2 major, at most 2 "
        "findings in 100 words per document)",
        "three: 3 major findings, at most 2 allowed",
        "1 finding in the baseline does not count",
        "3 articles were left out",
        "1 input could not be audited; that is no verdict",
    ):
        assert part in text
    assert "critical: " not in text


def test_thresholds_of_a_profile_are_its_stated_meaning() -> None:
    """What the module and docs/gate.md say."""
    strict, newsroom, advisory = (thresholds(GateSettings(profile=p)) for p in ("strict", "newsroom", "advisory"))
    assert (strict.max_critical, strict.max_major, strict.max_minor) == (0, 0, None)
    assert (newsroom.max_critical, newsroom.max_major, newsroom.max_minor) == (0, 2, None)
    assert strict.max_density == newsroom.max_density == 2.0
    assert advisory.shown() == "no limits"


PAGE = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("block", re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL))
def test_the_settings_in_the_documentation_are_settings(block: str, tmp_path: Path) -> None:
    """Every TOML example of docs/gate.md is a config that the gate takes."""
    (tmp_path / "mtaudit.toml").write_text(block, encoding="utf-8")
    settings = load(str(tmp_path / "mtaudit.toml"), environment={})
    check(settings.gate)
    suppressions.check(settings.suppress)
    assert settings != Settings()


@pytest.mark.parametrize("block", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_the_workflows_in_the_documentation_name_what_there_is(block: str) -> None:
    """Inputs of the action, the id of the hook, variables of the template."""
    example = yaml.safe_load(block)
    if "jobs" in example:
        known = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
        assert set(example["jobs"]["translations"]["steps"][1]["with"]) <= set(known)
    elif "repos" in example:
        (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        assert example["repos"][0]["hooks"][0]["id"] == hook["id"]
    else:
        template = ROOT / example["include"][0]["file"]
        known = yaml.safe_load(template.read_text(encoding="utf-8"))["variables"]
        assert {name for name in example["variables"] if name.startswith("AUDIT_")} <= set(known)


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_where_nothing_could_be_read_there_is_no_verdict(name: str) -> None:
    """An unreachable feed neither passes nor fails: the explanation and the reports say so."""
    made = report([], [Skipped("https://example.org/feed.xml", "the server says 503")])
    verdict = judge(made, Settings())
    assert verdict.explanation.startswith("The gate comes to no verdict: 1 input could not be audited")
    text = by_name(name).render(made, verdict.view()).lower()
    assert "no verdict: nothing could be read" in text
    assert "gate passed" not in text
