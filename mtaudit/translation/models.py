"""Translation packages of either direction: the bundled ones, installed ones, those in Argos' index."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from mtaudit import notices, private
from mtaudit.errors import PackageError, UsageError
from mtaudit.translation import archive as archives
from mtaudit.translation.argos import ArgosModel, digest, verified_apart

_ARGOS_BLEU = 29.5  # of Argos' official id-en package on FLORES dev; packages that state none are taken for it
_NAME = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}"
)  # of a package's folder: nothing that leads out or drives a terminal
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")


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
    """All packages that are there, the bundled ones last. One that can't be read is set aside, with a line."""
    found = []
    folder = packages_folder()
    for path in sorted(
        p for p in folder.iterdir() if os.path.lexists(p / "metadata.json") or os.path.isdir(p / "model")
    ):
        try:
            found.append(_describe(path, "installed"))
        except PackageError as error:
            _set_aside(path.name, error)
    found += [_describe(unpack_bundled(path, cache or cache_folder()), "bundled") for path in bundled_archives()]
    return found


def usable(packages: Sequence[InstalledPackage]) -> list[InstalledPackage]:
    """Those of the packages whose model and tokenizer load; an installed one that doesn't is set aside, with a line."""
    return [package for package in packages if _model(package) is not None]


def _model(package: InstalledPackage) -> ArgosModel | None:
    """The model of a package; None, with a line, where it is an installed one that is damaged."""
    model = ArgosModel(package.folder, package.name)
    if package.origin == "installed":
        try:
            model.check()
        except PackageError as error:
            _set_aside(package.name, error)
            return None
    return model


def _set_aside(name: str, error: PackageError) -> None:
    notices.tell(
        f"the installed package {name} is damaged and set aside ({error}); "
        f"install it again, or take it away: mtaudit models remove {name}"
    )


def unpack_bundled(archive: Path, cache: Path) -> Path:
    """A bundled package unpacked under `cache`, once per content; safe against a kill and a second process. One that
    was damaged there since, or changed, is unpacked anew."""
    if not archive.is_file():
        raise PackageError(f"{archive}: no such file")
    known = archive.stat()
    return _unpacked(archive, cache.absolute(), known.st_mtime_ns, known.st_size)


@lru_cache(maxsize=64)
def _unpacked(archive: Path, cache: Path, changed: int, size: int) -> Path:
    content = file_digest(archive)[:16]
    final = cache / "packages" / content
    try:
        if not archives.is_whole(archive, final):
            private.folder(final.parent)
            partial = Path(tempfile.mkdtemp(prefix=".partial-", dir=final.parent))
            try:
                archives.extract(archive, partial / "new")
                if final.is_symlink() or final.exists():
                    final.rename(partial / "old")
                try:
                    (partial / "new").rename(final)
                except OSError:
                    if not final.is_dir():  # anything but another process having been faster
                        raise
                private.synced(final.parent)
            finally:
                shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PackageError(
            f"{archive.name} can't be unpacked in {cache} ({reason}): name another folder with --cache"
        ) from error
    found = [path.parent for path in final.glob("*/metadata.json")]
    if len(found) != 1:
        raise PackageError(f"{archive}: not an Argos Translate package (no folder with metadata.json)")
    return found[0]


def install_file(path: Path) -> InstalledPackage:
    """Install an .argosmodel file into Argos Translate's folder.

    It is unpacked elsewhere first, and its model and tokenizer are tried in a process of its own. Raises PackageError
    where the file is no package that works; nothing half-installed is left behind, and what was there stays.
    """
    if not path.is_file():
        raise PackageError(f"{path}: no such file")
    target = packages_folder()
    partial = Path(tempfile.mkdtemp(prefix="mtaudit-partial-", dir=target.parent))
    try:
        archives.extract(path, partial / "new")
        folders = [p.parent for p in (partial / "new").glob("*/metadata.json")]
        if len(folders) != 1:
            raise PackageError(f"{path}: not an Argos Translate package (no folder with metadata.json)")
        name = folders[0].name
        if not _NAME.fullmatch(name):
            raise PackageError(f"{path}: calls itself {name[:100]!r}, which is no name for a package")
        new = _named_by(path, folders[0], "installed")
        final = target / name
        if final.is_symlink() or final.exists():
            _same_pair(path, new, final)
        try:
            verified_apart(folders[0])
        except PackageError as error:
            raise PackageError(f"{path}: {error}; nothing was installed") from error
        private.given_back(folders[0])  # Argos' folder is not ours alone: whoever may read there may read this
        old = partial / "old"
        if final.is_symlink() or final.exists():
            final.rename(old)
        try:
            folders[0].rename(final)
        except OSError:
            if old.is_symlink() or old.exists():
                old.rename(final)
            raise
        private.synced(target)
    except OSError as error:
        raise PackageError(f"{path} can't be installed in {target}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return _describe(final, "installed")


def _same_pair(path: Path, new: InstalledPackage, final: Path) -> None:
    """Raise PackageError where `final`, which `new` would replace, is a package of another pair."""
    try:
        old = _describe(final, "installed")
    except PackageError:  # damaged: time that it is replaced
        return
    if (old.from_code, old.to_code) != (new.from_code, new.to_code):
        raise PackageError(
            f"{path}: calls itself {new.name}, and a package {old.from_code}-{old.to_code} of that name is installed: "
            "remove that first"
        )


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hex; raises PackageError where it can't be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise PackageError(f"{path}: can't be read ({error.strerror})") from error


def remove(name: str) -> Path:
    """Remove an installed package by name or language pair ("id-en"); raises PackageError where there is none."""
    folder = packages_folder()
    matches = [
        p.folder for p in installed() if p.origin == "installed" and name in (p.name, f"{p.from_code}-{p.to_code}")
    ]
    if not matches:  # a damaged one goes by its name
        matches = [p for p in folder.iterdir() if p.name == name and (p.is_dir() or p.is_symlink())]
    if not matches:
        raise PackageError(f"{name}: no such package is installed (the bundled one stays); see `mtaudit models list`")
    for found in matches:
        if found.is_symlink():
            found.unlink()
        else:
            shutil.rmtree(found)
    return matches[0]


def translation_model(named: str | None, from_code: str, to_code: str, cache: Path | None = None) -> ArgosModel:
    """The model that `named` names (package name, folder or .argosmodel file), else the best for the pair.

    An installed package is preferred to the bundled one unless both say their BLEU and the bundled one's is higher, or
    it is damaged.
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
    found = sorted(of_pair(from_code, to_code, cache), key=_rank, reverse=True)
    best = next((model for package in found if (model := _model(package)) is not None), None)
    if best is None:
        raise PackageError(
            f"no translation package {from_code}-{to_code}: `mtaudit models install {from_code}-{to_code}`, "
            "or audit with --no-translation"
        )
    return best


def second_translators(
    named: Sequence[str], from_code: str, to_code: str, cache: Path | None = None
) -> list[ArgosModel]:
    """The models that translate an original once more: the named ones, else all there are for the pair, best first.

    Raises PackageError and UsageError as `translation_model` does; an empty list where nothing is named or there.
    """
    if named:
        return [translation_model(name, from_code, to_code, cache) for name in dict.fromkeys(named)]
    found = sorted(of_pair(from_code, to_code, cache), key=_rank, reverse=True)
    return [model for package in found if (model := _model(package)) is not None]


def bundled(from_code: str, to_code: str, cache: Path | None = None) -> ArgosModel | None:
    """The package of a language pair that the wheel carries, even where a better one is installed; None without one."""
    found = [package for package in of_pair(from_code, to_code, cache) if package.origin == "bundled"]
    return ArgosModel(found[0].folder, found[0].name) if found else None


def of_pair(from_code: str, to_code: str, cache: Path | None = None) -> list[InstalledPackage]:
    """The packages that can be used for a language pair."""
    return [p for p in installed(cache) if (p.from_code, p.to_code) == (from_code, to_code)]


def _named(name: str, cache: Path | None) -> InstalledPackage:
    path = Path(name)
    if path.name == name:  # a name is a package's, whatever the working folder holds; ./NAME is a path
        for package in installed(cache):
            if name == package.name:
                return package
    if path.is_file():
        return _named_by(path, unpack_bundled(path, cache or cache_folder()), "file")
    if (path / "metadata.json").is_file():
        return _named_by(path, path, "file")
    raise UsageError(f"{name}: neither a package file, a package folder nor an installed package")


def _rank(package: InstalledPackage) -> tuple[float, bool]:
    return package.bleu if package.bleu is not None else _ARGOS_BLEU, package.origin == "installed"


def preferred(packages: Sequence[InstalledPackage]) -> InstalledPackage | None:
    """The best of several packages by the BLEU they state; an installed one wins a tie."""
    return max(packages, key=_rank, default=None)


def _named_by(path: Path, folder: Path, origin: str) -> InstalledPackage:
    """As `_describe`; its error names `path`."""
    try:
        return _describe(folder, origin)
    except PackageError as error:
        raise PackageError(f"{path}: {error}") from error


def _describe(folder: Path, origin: str) -> InstalledPackage:
    """What a package's metadata says. Raises PackageError where it says nothing that can be understood."""
    if not (folder / "metadata.json").is_file():
        raise PackageError("it has no metadata.json")
    try:
        metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise PackageError(f"its metadata.json can't be read: {error}") from error
    if not isinstance(metadata, dict):
        raise PackageError("its metadata.json is no table")
    codes = [metadata.get(key) for key in ("from_code", "to_code")]
    if not all(isinstance(code, str) and _LANGUAGE.fullmatch(code) for code in codes):
        raise PackageError("its metadata.json names no languages")
    bleu: Any = metadata.get("bleu_flores_dev")
    known = isinstance(bleu, int | float) and not isinstance(bleu, bool) and 0 <= bleu <= 100
    return InstalledPackage(
        folder.name,
        str(codes[0]),
        str(codes[1]),
        str(metadata.get("package_version", ""))[:40],
        origin,
        folder,
        bleu if known else None,
    )


__all__ = [
    "InstalledPackage", "bundled", "bundled_archives", "cache_folder", "digest", "install_file", "installed", "of_pair",
    "packages_folder", "preferred", "remove", "second_translators", "translation_model", "unpack_bundled",
    "usable",
]  # fmt: skip
