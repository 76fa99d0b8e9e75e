"""Packages: installed, listed, removed, and never half there."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.conftest import Run, build_package


def packages(home: Path) -> list[str]:
    folder = home / ".local/share/argos-translate/packages"
    return sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []


def test_install_list_remove(mtaudit: Run, home: Path, tiny_package: Path) -> None:
    """A package that is installed is listed, is where Argos Translate looks for it, and goes when removed."""
    done = mtaudit("models", "install", tiny_package)
    assert done.returncode == 0, done.stderr
    assert packages(home) == ["translate-id_en-tiny"]
    assert "translate-id_en-tiny" in mtaudit("models", "list").stdout
    assert mtaudit("models", "remove", "id-en").returncode == 0
    assert packages(home) == []


def test_installing_again_replaces(mtaudit: Run, home: Path, tiny_package: Path) -> None:
    """A second installation leaves one package and no leftovers beside it."""
    for _ in range(2):
        assert mtaudit("models", "install", tiny_package).returncode == 0
    assert packages(home) == ["translate-id_en-tiny"]
    assert sorted(p.name for p in (home / ".local/share/argos-translate").iterdir()) == ["packages"]


def test_what_is_no_package_is_refused_and_leaves_nothing(mtaudit: Run, home: Path, tmp_path: Path) -> None:
    """Broken zips, zips without a model, zips that write elsewhere, missing files: exit 2, one line, nothing there."""
    broken, empty, evil = tmp_path / "broken.argosmodel", tmp_path / "empty.argosmodel", tmp_path / "evil.argosmodel"
    broken.write_bytes(b"PK not really")
    with zipfile.ZipFile(empty, "w") as zipped:
        zipped.writestr("readme.txt", "nothing")
    with zipfile.ZipFile(evil, "w") as zipped:
        zipped.writestr("../../escaped.txt", "out")
    for path in (broken, empty, evil, tmp_path / "missing.argosmodel"):
        done = mtaudit("models", "install", path)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
        assert path.name in done.stderr
    assert packages(home) == []
    assert not list(tmp_path.rglob("escaped.txt"))


def test_backtranslate_with_a_package_file(mtaudit: Run, tiny_package: Path) -> None:
    """`mtaudit backtranslate --model FILE` gives a line a line, blank for blank, in order."""
    done = mtaudit("backtranslate", "--model", tiny_package, input="Presiden siap.\n\nPasukan tiba.\n")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.split("\n")
    assert len(lines) == 4
    assert lines[0]
    assert lines[1] == ""
    assert lines[2]


def test_a_pair_without_a_package_is_told_with_the_mend(mtaudit: Run, tmp_path: Path) -> None:
    """`--model` that names nothing is one line and exit 2."""
    done = mtaudit("backtranslate", "--model", "no-such-package", input="Halo.\n")
    assert done.returncode == 2
    assert "no-such-package" in done.stderr
    assert done.stdout == ""


def test_a_better_installed_package_is_preferred(mtaudit: Run, home: Path, tmp_path: Path) -> None:
    """Packages whose BLEU isn't stated are taken for Argos' own and win against a weaker bundled one."""
    mtaudit("models", "install", build_package(tmp_path / "own", "translate-id_en-1_9"))
    mtaudit("models", "install", build_package(tmp_path / "second", "translate-en_id-1_9", "id", 2, "en"))
    chosen = [line for line in mtaudit("models", "list").stdout.splitlines() if line.startswith("*")]
    (back,) = (line for line in chosen if " id-en " in line)
    assert "translate-id_en-1_9" in back
    assert len([line for line in chosen if " en-id " in line]) == 2  # each installed one is a second translator
