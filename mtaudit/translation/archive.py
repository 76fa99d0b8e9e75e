"""A package's zip file, which may be anybody's: looked at before it is unpacked, unpacked within bounds."""

from __future__ import annotations

import os
import stat
import struct
import time
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from mtaudit import private
from mtaudit.errors import PackageError

LARGEST = 1 << 30  # bytes of the file: Argos' own have 50 to 300 MB
_UNPACKED = 2 << 30  # bytes of what is in it
_ENTRIES = 1000  # files and folders in it: Argos' own have up to some fifty
_RATIO = (
    50  # times that a file in it may grow: weights hardly do, vocabularies fourfold, a gigabyte of zeros a thousand
)
_SMALL = 1 << 20  # bytes up to which a file may grow as it likes
_TIME = 600.0  # seconds to unpack
_DIRECTORY = 1 << 20  # bytes of the table of contents
_BLOCK = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def extract(archive: Path, folder: Path) -> None:
    """Unpack an .argosmodel into a new folder, files 0600 and on disk when this returns.

    Raises PackageError for what is no such file, is too large in any way, or would write elsewhere.
    """
    deadline = time.monotonic() + _TIME
    try:
        _look(archive)
        with zipfile.ZipFile(archive) as zipped:
            entries = _checked(archive, zipped)
            folder.mkdir(mode=0o700)
            folders = {folder}
            for entry in entries:
                target = folder.joinpath(*_parts(entry))
                if entry.is_dir():
                    folders.add(private.folder(target))
                    continue
                folders.add(private.folder(target.parent))
                _unpack(archive, zipped, entry, target, deadline)
            for made in folders:
                private.synced(made)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise PackageError(f"{archive}: not a valid .argosmodel file ({error}): fetch it again") from error


def is_whole(archive: Path, folder: Path) -> bool:
    """Whether a folder holds what the archive has, byte for byte by its checksums, and nothing else."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    with zipfile.ZipFile(archive) as zipped:
        wanted = {PurePosixPath(*_parts(e)).as_posix(): e for e in zipped.infolist() if not e.is_dir()}
    for at, folders, names in os.walk(folder):
        if any(Path(at, name).is_symlink() for name in (*folders, *names)):
            return False
        for name in names:
            path = Path(at, name)
            entry = wanted.pop(path.relative_to(folder).as_posix(), None)
            if entry is None or path.stat().st_size != entry.file_size or _checksum(path) != entry.CRC:
                return False
    return not wanted


def _look(archive: Path) -> None:
    """Raise PackageError for a file whose size, or whose table of contents, nobody should read into memory."""
    size = archive.stat().st_size
    if size > LARGEST:
        raise PackageError(f"{archive}: larger than {LARGEST >> 30} GB: not an Argos Translate package")
    with archive.open("rb") as stream:
        if stream.read(4) != b"PK\x03\x04":
            raise PackageError(f"{archive}: not a valid .argosmodel file (no zip file): fetch it again")
        stream.seek(max(0, size - 65_557 - 20))  # the end record, the longest comment, the locator of a large zip
        tail = stream.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 22:
        raise PackageError(f"{archive}: not a valid .argosmodel file (cut off): fetch it again")
    count, length = struct.unpack("<HI", tail[end + 10 : end + 16])
    if count > _ENTRIES or length > _DIRECTORY or tail[max(0, end - 20) : end].startswith(b"PK\x06\x07"):
        raise PackageError(f"{archive}: holds more than {_ENTRIES} files: not an Argos Translate package")


def _checked(archive: Path, zipped: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The entries. Raises PackageError where there are too many, or they are too large, odd, or lead elsewhere."""
    entries = zipped.infolist()
    if len(entries) > _ENTRIES:
        raise PackageError(f"{archive}: holds more than {_ENTRIES} files: not an Argos Translate package")
    if sum(entry.file_size for entry in entries) > _UNPACKED:
        raise PackageError(f"{archive}: unpacks to more than {_UNPACKED >> 30} GB: not an Argos Translate package")
    seen: set[tuple[str, ...]] = set()
    for entry in entries:
        parts = _parts(entry)
        if ".." in parts or not parts or entry.filename.startswith("/") or any(c in entry.filename for c in "\\:\0"):
            raise PackageError(f"{archive}: holds a path that leads out of it ({entry.filename})")
        if parts in seen or (entry.external_attr >> 16 and stat.S_ISLNK(entry.external_attr >> 16)):
            raise PackageError(f"{archive}: holds a link, or a file twice ({entry.filename})")
        seen.add(parts)
        if entry.compress_type not in _METHODS or entry.flag_bits & 0x1:
            raise PackageError(f"{archive}: packed in a way that no Argos Translate package is ({entry.filename})")
        if entry.file_size > max(_SMALL, _RATIO * entry.compress_size):
            raise PackageError(
                f"{archive}: {entry.filename} grows more than {_RATIO}-fold when unpacked: no model does"
            )
    return entries


def _parts(entry: zipfile.ZipInfo) -> tuple[str, ...]:
    return PurePosixPath(entry.filename).parts


def _unpack(archive: Path, zipped: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, deadline: float) -> None:
    left = entry.file_size
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with zipped.open(entry) as stream, os.fdopen(handle, "wb") as out:
        while block := stream.read(_BLOCK):
            left -= len(block)
            if left < 0 or time.monotonic() > deadline:
                raise PackageError(f"{archive}: {entry.filename} does not end: not an Argos Translate package")
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
    if left:
        raise PackageError(f"{archive}: {entry.filename} is cut off: fetch it again")


def _checksum(path: Path) -> int:
    total = 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            total = zlib.crc32(block, total)
    return total
