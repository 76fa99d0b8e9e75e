"""Translation packages of either direction: the bundled ones, installed ones, those in Argos' index."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from mtaudit.errors import PackageError, UsageError
from mtaudit.translation.argos import ArgosModel, digest, open_package

_ARGOS_BLEU = 29.5  # of Argos' official id-en package on FLORES dev; packages that state none are taken for it
_LARGEST = 2 << 30  # bytes an unpacked package may have: Argos' own are 50 to 300 MB


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """One package that can be used now. `origin` is "bundled", "installed" or "file"."""

    name: str
    from_code: str
    to_code: str
    version: str
    origin: str
    folder: Path
    bleu: float | None  # on FLORES-200 dev, where its metadata says so


def cache_folder() -> Path:
    """Where unpacked packages and back-translations are kept (`MTAUDIT_CACHE` overrules)."""
    given = os.environ.get("MTAUDIT_CACHE")
    return Path(given) if given else user_cache_path("mtaudit", appauthor=False)


def bundled_archives() -> list[Path]:
    """The .argosmodel files that the wheel carries, by name."""
    return sorted(Path(str(resources.files("mtaudit") / "data")).glob("*.argosmodel"))


def packages_folder() -> Path:
    """Argos Translate's own folder, so that packages installed there are found and ours work there."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    from argostranslate import settings

    return Path(settings.package_data_dir)


def installed(cache: Path | None = None) -> list[InstalledPackage]:
    """All packages that can be used, the bundled ones last."""
    found = []
    folder = packages_folder()
    for path in sorted(p for p in folder.iterdir() if (p / "metadata.json").is_file()):
        found.append(_describe(path, "installed"))
    found += [_describe(unpack_bundled(path, cache or cache_folder()), "bundled") for path in bundled_archives()]
    return found


def unpack_bundled(archive: Path, cache: Path) -> Path:
    """A bundled package unpacked under `cache`, once per content; safe against a kill and a second process."""
    content = file_digest(archive)[:16]
    final = cache / "packages" / content
    if not final.is_dir():
        final.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=".partial-", dir=final.parent))
        try:
            _extract(archive, partial)
            try:
                partial.rename(final)
            except OSError:
                if not final.is_dir():  # anything but another process having been faster
                    raise
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    return next(path.parent for path in final.glob("*/metadata.json"))


def install_file(path: Path) -> InstalledPackage:
    """Install an .argosmodel file into Argos Translate's folder.

    Raises PackageError where the file is no package; nothing half-installed is left behind.
    """
    if not path.is_file():
        raise PackageError(f"{path}: no such file")
    target = packages_folder()
    partial = Path(tempfile.mkdtemp(prefix="mtaudit-partial-", dir=target.parent))
    try:
        _extract(path, partial)
        folders = [p.parent for p in partial.glob("*/metadata.json")]
        if len(folders) != 1:
            raise PackageError(f"{path}: not an Argos Translate package (no folder with metadata.json)")
        open_package(folders[0])
        final = target / folders[0].name
        old = partial / ".old"
        if final.exists():
            final.rename(old)
        folders[0].rename(final)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return _describe(final, "installed")


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hex; raises PackageError where it can't be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise PackageError(f"{path}: can't be read ({error.strerror})") from error


def remove(name: str) -> Path:
    """Remove an installed package by name or language pair ("id-en"); raises PackageError where there is none."""
    matches = [p for p in installed() if p.origin == "installed" and name in (p.name, f"{p.from_code}-{p.to_code}")]
    if not matches:
        raise PackageError(f"{name}: no such package is installed (the bundled one stays); see `mtaudit models list`")
    for package in matches:
        shutil.rmtree(package.folder)
    return matches[0].folder


def translation_model(named: str | None, from_code: str, to_code: str, cache: Path | None = None) -> ArgosModel:
    """The model that `named` names (package name, folder or .argosmodel file), else the best for the pair.

    An installed package is preferred to the bundled one unless both say their BLEU and the bundled one's is higher.
    Raises PackageError where there is none for the pair or the named one is for another, UsageError where `named` names
    nothing.
    """
    if named:
        package = _named(named, cache)
        if (package.from_code, package.to_code) != (from_code, to_code):
            raise PackageError(
                f"{named}: translates {package.from_code}-{package.to_code}, and {from_code}-{to_code} is needed"
            )
        return ArgosModel(package.folder, package.name)
    best = preferred(of_pair(from_code, to_code, cache))
    if best is None:
        raise PackageError(
            f"no translation package {from_code}-{to_code}: `mtaudit models install {from_code}-{to_code}`, "
            "or audit with --no-translation"
        )
    return ArgosModel(best.folder, best.name)


def second_translators(
    named: Sequence[str], from_code: str, to_code: str, cache: Path | None = None
) -> list[ArgosModel]:
    """The models that translate an original once more: the named ones, else all there are for the pair, best first.

    Raises PackageError and UsageError as `translation_model` does; an empty list where nothing is named or there.
    """
    if named:
        return [translation_model(name, from_code, to_code, cache) for name in dict.fromkeys(named)]
    found = sorted(of_pair(from_code, to_code, cache), key=_rank, reverse=True)
    return [ArgosModel(package.folder, package.name) for package in found]


def bundled(from_code: str, to_code: str, cache: Path | None = None) -> ArgosModel | None:
    """The package of a language pair that the wheel carries, even where a better one is installed; None without one."""
    found = [package for package in of_pair(from_code, to_code, cache) if package.origin == "bundled"]
    return ArgosModel(found[0].folder, found[0].name) if found else None


def of_pair(from_code: str, to_code: str, cache: Path | None = None) -> list[InstalledPackage]:
    """The packages that can be used for a language pair."""
    return [p for p in installed(cache) if (p.from_code, p.to_code) == (from_code, to_code)]


def _named(name: str, cache: Path | None) -> InstalledPackage:
    path = Path(name)
    if path.is_file():
        return _describe(unpack_bundled(path, cache or cache_folder()), "file")
    if (path / "metadata.json").is_file():
        return _describe(path, "file")
    for package in installed(cache):
        if name == package.name:
            return package
    raise UsageError(f"{name}: neither a package file, a package folder nor an installed package")


def _rank(package: InstalledPackage) -> tuple[float, bool]:
    return package.bleu if package.bleu is not None else _ARGOS_BLEU, package.origin == "installed"


def preferred(packages: Sequence[InstalledPackage]) -> InstalledPackage | None:
    """The best of several packages by the BLEU they state; an installed one wins a tie."""
    return max(packages, key=_rank, default=None)


def _describe(folder: Path, origin: str) -> InstalledPackage:
    metadata: dict[str, Any] = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    return InstalledPackage(
        folder.name,
        str(metadata.get("from_code", "")),
        str(metadata.get("to_code", "")),
        str(metadata.get("package_version", "")),
        origin,
        folder,
        metadata.get("bleu_flores_dev"),
    )


def _extract(archive: Path, folder: Path) -> None:
    """Unpack a zip; raises PackageError for broken ones, ones too large, and ones that would write elsewhere."""
    try:
        with zipfile.ZipFile(archive) as zipped:
            if sum(entry.file_size for entry in zipped.infolist()) > _LARGEST:
                raise PackageError(f"{archive}: unpacks to more than 2 GB: not an Argos Translate package")
            for entry in zipped.infolist():
                if not (folder / entry.filename).resolve().is_relative_to(folder.resolve()):
                    raise PackageError(f"{archive}: holds a path that leads out of it ({entry.filename})")
            zipped.extractall(folder)
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise PackageError(f"{archive}: not a valid .argosmodel file ({error}): fetch it again") from error


__all__ = [
    "InstalledPackage", "bundled", "bundled_archives", "cache_folder", "digest", "install_file", "installed", "of_pair",
    "packages_folder", "preferred", "remove", "second_translators", "translation_model", "unpack_bundled",
]  # fmt: skip
