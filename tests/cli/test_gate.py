"""`mtaudit gate`: exit codes, thresholds, profiles, baselines."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import Run
from tests.originals.articles import BANK, ELEPHANT, FERRY, english, indonesian

CLEAN = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana.\n"
FAULTY = (
    "Menteri itu tiba di Jakarta pada hari Senin.\nMenteri itu tiba di Jakarta pada hari Senin.\n"
    "Ini satu -satunya jalan bagi negara -negara itu.\n"
)


@pytest.fixture
def clean(tmp_path: Path) -> str:
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return "clean.txt"


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    (tmp_path / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    return "faulty.txt"


GATE = ("gate", "--no-translation", "--quiet")


def test_a_clean_article_passes(mtaudit: Run, clean: str) -> None:
    """Exit 0 under every profile."""
    for profile in ("strict", "newsroom", "advisory"):
        assert mtaudit(*GATE, clean, "--profile", profile).returncode == 0


def test_the_severity_that_fails_can_be_set(mtaudit: Run, faulty: str) -> None:
    """Minor findings pass by default and fail with `--fail-on minor`; `advisory` lets them pass."""
    assert mtaudit(*GATE, faulty, "--profile", "advisory").returncode == 0
    assert mtaudit(*GATE, faulty, "--fail-on", "critical").returncode == 0
    assert mtaudit(*GATE, faulty, "--fail-on", "minor").returncode == 1


def test_scores_can_be_thresholds(mtaudit: Run, faulty: str) -> None:
    """`--min-score AREA=N` fails below N and not at it; unknown areas are usage errors."""
    assert mtaudit(*GATE, faulty, "--profile", "advisory", "--min-score", "surface=100").returncode == 1
    assert mtaudit(*GATE, faulty, "--profile", "advisory", "--min-score", "surface=0").returncode == 0
    for wrong in ("beauty=3", "surface=high", "surface"):
        assert mtaudit(*GATE, faulty, "--min-score", wrong).returncode == 2


def test_a_finished_report_is_judged_without_an_audit(mtaudit: Run, faulty: str, tmp_path: Path) -> None:
    """`gate report.json` says the same as `gate ARTICLE`."""
    mtaudit("audit", faulty, "--no-translation", "--quiet", "-o", "r.json")
    (tmp_path / faulty).unlink()
    assert mtaudit("gate", "r.json", "--quiet", "--fail-on", "minor").returncode == 1
    assert mtaudit("gate", "r.json", "--quiet", "--fail-on", "critical").returncode == 0


def test_a_baseline_accepts_by_content(mtaudit: Run, faulty: str, tmp_path: Path) -> None:
    """Accepted findings don't count; a fixed finding and a new one don't cancel out; prune drops what is gone."""
    strict = (*GATE, faulty, "--fail-on", "minor", "--baseline", "base.json")
    assert mtaudit("baseline", "write", faulty, "--no-translation", "--baseline", "base.json").returncode == 0
    assert mtaudit(*strict).returncode == 0
    path = tmp_path / faulty
    moved = "Kalimat pembuka yang baru tentang kunjungan itu.\n" + FAULTY
    path.write_text(moved, encoding="utf-8")
    assert mtaudit(*strict).returncode == 0, "findings that only moved are still accepted"
    path.write_text(
        FAULTY.replace("Ini satu -satunya jalan bagi negara -negara itu.", "Harga naik tajam.Pasar panik."),
        encoding="utf-8",
    )
    assert mtaudit(*strict).returncode == 1, "one finding fixed, another one new"
    before = len(json.loads((tmp_path / "base.json").read_text())["findings"])
    done = mtaudit("baseline", "prune", faulty, "--no-translation", "--baseline", "base.json")
    assert done.returncode == 0
    assert len(json.loads((tmp_path / "base.json").read_text())["findings"]) < before


def test_explain_says_why_in_one_paragraph(mtaudit: Run, faulty: str) -> None:
    """The document and the threshold that decided are named."""
    done = mtaudit(*GATE, faulty, "--fail-on", "minor", "--explain")
    assert done.returncode == 1
    paragraph = done.stdout.strip()
    assert "\n" not in paragraph
    assert "faulty.txt" in paragraph
    assert "not passed" in paragraph


def test_trouble_is_no_verdict(mtaudit: Run, clean: str) -> None:
    """An input that can't be read gives 2, whatever the verdict on the others; a broken report or baseline too."""
    assert mtaudit(*GATE, clean, "missing.txt").returncode == 2
    assert mtaudit(*GATE, clean, "--baseline", "missing.json").returncode == 2


def test_thresholds_come_from_the_config_by_source(mtaudit: Run, clean: str, faulty: str, tmp_path: Path) -> None:
    """A glob over inputs has thresholds of its own."""
    (tmp_path / "mtaudit.toml").write_text(
        "[gate]\nprofile = 'advisory'\n[gate.sources.'faulty*']\nmax-minor = 0\n", encoding="utf-8"
    )
    assert mtaudit(*GATE, clean).returncode == 0
    assert mtaudit(*GATE, faulty).returncode == 1


def test_calibrate_proposes_thresholds_that_the_articles_pass(
    mtaudit: Run, clean: str, faulty: str, tmp_path: Path
) -> None:
    """The proposed table is valid config, and the gate with it passes the articles it was made from."""
    done = mtaudit("calibrate", clean, faulty, "--no-translation", "--quiet")
    assert done.returncode == 0, done.stderr
    table = done.stdout[done.stdout.index("[gate]") :]
    (tmp_path / "mtaudit.toml").write_text(table, encoding="utf-8")
    assert mtaudit(*GATE, clean, faulty).returncode == 0


def test_an_original_that_does_not_belong_is_no_pass(mtaudit: Run, tmp_path: Path) -> None:
    """Exit 2 and a line that says so, from an audit and from its report; `--allow-mismatch`, or the settings, let it
    be."""
    (tmp_path / "feri.txt").write_text("\n".join(indonesian(FERRY)), encoding="utf-8")
    (tmp_path / "other.txt").write_text("\n".join([*english(BANK), *english(ELEPHANT)]), encoding="utf-8")
    audit = (*GATE, "feri.txt", "--original", "other.txt", "--profile", "strict", "-o", "r.json")
    done = mtaudit(*audit, "--explain")
    assert done.returncode == 2
    assert "feri.txt: other.txt does not look like its original" in done.stderr
    assert "not passed" in done.stdout
    again = ("gate", "r.json", "--quiet", "--profile", "strict", "--explain")
    assert mtaudit(*again).returncode == 2
    allowed = mtaudit(*again, "--allow-mismatch")
    assert (allowed.returncode, allowed.stderr) == (0, "")
    assert "an original that does not look like its own, which the settings allow" in allowed.stdout
    (tmp_path / "mtaudit.toml").write_text("[gate]\nallow-mismatch = true\n")
    assert mtaudit(*again).returncode == 0
    assert mtaudit(*again, "--min-score", "number=90").returncode == 1, "what is wanted was not checked"


def test_the_json_report_carries_the_verdict_of_the_run(mtaudit: Run, faulty: str, clean: str, tmp_path: Path) -> None:
    """Thresholds that were held, what failed and why; `report` shows it again; `audit` comes to none."""
    done = mtaudit(*GATE, clean, faulty, "--max-minor", "0", "--min-score", "surface=1", "-o", "r.json")
    assert done.returncode == 1
    gate = json.loads((tmp_path / "r.json").read_text())["gate"]
    assert (gate["passed"], gate["profile"], gate["documents"]) == (False, "newsroom", 2)
    limits = {"max_critical": 0, "max_major": 2, "max_minor": 0, "max_density": 2.0}
    assert gate["thresholds"] == {**limits, "min_score": {"surface": 1.0}, "max_rule": {}}
    schema = json.loads(mtaudit("schema").stdout)
    jsonschema.Draft202012Validator(schema).validate(json.loads((tmp_path / "r.json").read_text()))
    (failed,) = gate["failed"]
    assert failed["document"] == failed["input"] == faulty
    assert any("minor" in reason for reason in failed["reasons"])
    assert "gate not passed (1 document)" in mtaudit("report", "r.json").stdout
    again = mtaudit("gate", "r.json", "--profile", "advisory", "--format", "json")
    assert again.returncode == 0
    assert json.loads(again.stdout)["gate"]["passed"] is True
    plain = mtaudit("audit", faulty, "--no-translation", "--format", "json")
    assert json.loads(plain.stdout)["gate"] is None


def test_another_language_is_no_fault_beside_what_was_audited(mtaudit: Run, clean: str, tmp_path: Path) -> None:
    """It is told, and exit 2 where there is nothing else; a few words that tell no language stay a fault."""
    (tmp_path / "de.md").write_text(
        "Der Minister sagte am Montag in Berlin, dass die Regierung die Steuern nicht erhöhen werde.\n"
    )
    (tmp_path / "unclear.md").write_text("xqz 17 krr\n")
    for command in (GATE, ("audit", "--no-translation", "--quiet")):
        done = mtaudit(*command, clean, "de.md")
        assert done.returncode == 0, done.stderr
        assert "skipped de.md: the language looks like German" in done.stderr
        assert mtaudit(*command, "de.md").returncode == 2
        assert mtaudit(*command, clean, "de.md", "unclear.md").returncode == 2
        assert mtaudit(*command, clean, "de.md", "gone.txt").returncode == 2
    assert mtaudit(*GATE, "--pass-without-translations", "unclear.md").returncode == 0


def test_a_hook_may_pass_without_translations(mtaudit: Run, clean: str, faulty: str, tmp_path: Path) -> None:
    """English, another language, a table of something else; without the option, or where a file can't be read, 2."""
    (tmp_path / "en.md").write_text("The minister arrived in Jakarta on Monday and met the president there.\n")
    (tmp_path / "de.md").write_text(
        "Der Minister sagte am Montag in Berlin, dass die Regierung die Steuern nicht erhöhen werde.\n"
    )
    (tmp_path / "table.csv").write_text("year,ships\n2025,3\n")
    option = "--pass-without-translations"
    for others in (("en.md",), ("de.md",), ("table.csv",), ("en.md", "de.md", "table.csv")):
        assert mtaudit(*GATE, *others).returncode == 2
        done = mtaudit(*GATE, option, *others)
        assert done.returncode == 0
        assert "no Indonesian translation among the inputs" in done.stderr
    done = mtaudit(*GATE, option, "de.md", clean)
    assert done.returncode == 0
    assert "passed over de.md: the language looks like German" in done.stderr
    assert mtaudit(*GATE, option, "de.md", faulty, "--fail-on", "minor").returncode == 1
    assert mtaudit(*GATE, option, "gone.txt").returncode == 2
    (tmp_path / "mtaudit.toml").write_text("[gate]\npass-without-translations = true\n")
    assert mtaudit(*GATE, clean).returncode == 2  # no config can say so
