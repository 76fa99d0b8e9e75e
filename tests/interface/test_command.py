"""The command in the language of whoever calls it, and the same bytes for machines."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mtaudit.interface.choose import chosen
from tests.conftest import ROOT, Run

SAMPLES = str(ROOT / "reports" / "samples.json")
TEXT = "Presiden mengatakan bahwa negara itu siap. Pasukan tiba di kota pada hari Senin . Rapat di tunda.\n" * 3
ENGLISH, INDONESIAN = "List all rules, or explain one.", "Daftar semua aturan, atau jelaskan satu aturan."


def _environment(**variables: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")}
    return kept | variables


def test_the_language_of_the_system(mtaudit: Run) -> None:
    """LANG, as on an Indonesian editor's machine, and back by the option."""
    there = _environment(LANG="id_ID.UTF-8")
    assert INDONESIAN in mtaudit("--help", env=there).stdout
    assert ENGLISH in mtaudit("--help", "--ui-language", "en", env=there).stdout
    assert mtaudit("audit", "nix.txt", env=there).stderr == (
        "mtaudit: melewati nix.txt: tidak ada berkas itu: periksa jalurnya\n"
    )


def test_option_before_environment_before_config(mtaudit: Run, tmp_path: Path) -> None:
    """The option wins over MTAUDIT_UI_LANGUAGE, that over the config, that over the system."""
    (tmp_path / "mtaudit.toml").write_text('ui-language = "id"\n')
    assert INDONESIAN in mtaudit("--help").stdout
    told = "tidak ada aturan 'ABC': `mtaudit rules` memuat daftarnya"
    assert told in mtaudit("rules", "ABC").stderr
    (tmp_path / "other.toml").write_text('ui-language = "en"\n')
    assert "skipped" in mtaudit("audit", "--config", "other.toml", "nix.txt").stderr
    assert "skipped" in mtaudit("audit", "--isolated", "nix.txt").stderr
    english = {**os.environ, "MTAUDIT_UI_LANGUAGE": "en"}
    assert ENGLISH in mtaudit("--help", env=english).stdout
    assert INDONESIAN in mtaudit("--ui-language=id", "--help", env=english).stdout
    assert told in mtaudit("rules", "--ui-language", "id", "ABC", env=english).stderr


@pytest.mark.parametrize("where", ["option", "environment", "config"])
def test_an_unknown_language_is_told(mtaudit: Run, tmp_path: Path, where: str) -> None:
    """In one line, exit 2."""
    env = {**os.environ, "MTAUDIT_UI_LANGUAGE": "xx"} if where == "environment" else None
    if where == "config":
        (tmp_path / "mtaudit.toml").write_text('ui-language = "xx"\n')
    option = ["--ui-language", "xx"] if where == "option" else []
    done = mtaudit("audit", *option, "nix.txt", env=env)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "xx" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "id_ID.UTF-8"}, "id"),
        ([], {"LANG": "id"}, "id"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "id_ID.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "id_ID", "LANG": "en_GB.UTF-8"}, "id"),
        ([], {"LANGUAGE": "de:id:en", "LANG": "en_GB.UTF-8"}, "id"),
        ([], {"LANGUAGE": "id", "LANG": "C"}, "en"),  # as GNU gettext has it
        (["--ui-language", "id"], {"LANG": "en_GB.UTF-8"}, "id"),
        (["audit", "--ui-language=en", "x"], {"LANG": "id_ID.UTF-8"}, "en"),
        (["audit", "--", "--ui-language", "en"], {"LANG": "id_ID.UTF-8"}, "id"),
        (["--ui-language"], {"MTAUDIT_UI_LANGUAGE": "id"}, "id"),
    ],
)
def test_which_language_is_chosen(
    arguments: list[str], environment: dict[str, str], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By option, environment, and the variables of the system, in the order that other programs have."""
    monkeypatch.chdir(tmp_path)
    assert chosen(arguments, environment) == language


def test_a_broken_config_is_told_by_who_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To find the language it is passed over."""
    (tmp_path / "mtaudit.toml").write_text("ui-language = [")
    monkeypatch.chdir(tmp_path)
    assert chosen([], {}) == "en"


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "junit", "sarif", "gitlab", "github"])
def test_machines_get_the_same_bytes(mtaudit: Run, format: str) -> None:
    """A report rendered for a program is the same in every language; so is the gate's."""
    for command in ("report", "gate"):
        english, indonesian = (mtaudit(command, SAMPLES, "--format", format, "--ui-language", c) for c in ("en", "id"))
        assert english.stdout == indonesian.stdout
        assert english.returncode == indonesian.returncode


def test_an_audit_in_indonesian_writes_english_json(mtaudit: Run, tmp_path: Path) -> None:
    """Nothing of a report that is kept depends on the language in which it was first shown."""
    (tmp_path / "a.txt").write_text(TEXT)
    found = {}
    for language in ("en", "id"):
        setting = {**os.environ, "MTAUDIT_UI_LANGUAGE": language}
        done = mtaudit("audit", "a.txt", "nix.txt", "--no-translation", "-o", "r.json", env=setting)
        assert ("dilewati" in done.stdout + done.stderr or "melewati" in done.stderr) is (language == "id")
        assert done.returncode == 2
        found[language] = json.loads((tmp_path / "r.json").read_text())
        found[language]["run"] |= {"started": "", "seconds": 0}
    assert found["en"] == found["id"]
    assert found["en"]["documents"][0]["findings"]


def test_help_in_another_language_loads_nothing_heavy() -> None:
    """A catalog is read by the standard library: Babel is for whoever writes one."""
    program = (
        "import sys\n"
        "from mtaudit.cli import main\n"
        "main(['--ui-language', 'id', '--help'])\n"
        "heavy = {'babel', 'numpy', 'msgspec', 'rich', 'lxml', 'mtaudit.cli.audit'} & sys.modules.keys()\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert INDONESIAN in done.stdout


def test_a_report_in_indonesian(mtaudit: Run, tmp_path: Path) -> None:
    """Markdown with Indonesian words and figures; the article and what is quoted of it are as they were."""
    assert mtaudit("report", SAMPLES, "--ui-language", "id", "-o", "r.md").returncode == 0
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "“think” berbahasa Inggris." in text
    assert re.search(r"tidak diperiksa \(–\): angka\b.* \(semua 3 dokumen\): tidak ada naskah asli", text)
    overall = [d["scores"]["overall"] for d in json.loads(Path(SAMPLES).read_text(encoding="utf-8"))["documents"]]
    assert all(f"{score:.1f}".replace(".", ",") in text for score in overall)
    assert "Maksim Samorukov, seorang rekan di **⟦think⟧** tank" in text
