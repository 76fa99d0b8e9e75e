"""Packages of strangers: bounded, tried before they replace anything, and set aside where they are damaged."""

from __future__ import annotations

import http.server
import json
import shutil
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mtaudit.errors import PackageError
from mtaudit.translation import archive, index, models
from mtaudit.translation.argos import ArgosModel
from tests.conftest import Run, build_package
from tests.translation.test_index import Answer, serving
from tests.translation.test_index import index as index_of

NAME = "translate-id_en-tiny"
TEXT = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Argos Translate's folder, empty, for this test alone."""
    made = tmp_path / "argos" / "packages"
    made.mkdir(parents=True)
    monkeypatch.setattr(models, "packages_folder", lambda: made)
    return made


def changed(package: Path, into: Path, change: Callable[[str, bytes], bytes | None], name: str = NAME) -> Path:
    """The package again, each of its files changed (None: left out), under another name if need be."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = change(entry.filename, old.read(entry))
            if data is not None:
                new.writestr(entry.filename.replace(NAME, name), data)
    return into


def only(suffix: str, data: Callable[[bytes], bytes | None]) -> Callable[[str, bytes], bytes | None]:
    return lambda name, old: data(old) if name.endswith(suffix) else old


CHANGES: dict[str, Callable[[str, bytes], bytes | None]] = {
    "half a model": only("model.bin", lambda old: old[: len(old) // 2]),
    "no model": only("model.bin", lambda old: None),
    "a model of nothing": only("model.bin", lambda old: b""),
    "a model of zeros": only("model.bin", lambda old: bytes(len(old))),
    "no vocabulary": only("vocabulary.json", lambda old: None),
    "half a vocabulary": only("vocabulary.json", lambda old: b'["a"]'),
    "a broken tokenizer": only("sentencepiece.model", lambda old: old[: len(old) // 2]),
    "an empty tokenizer": only("sentencepiece.model", lambda old: b""),
    "no tokenizer": only("sentencepiece.model", lambda old: None),
    "metadata that is a list": only("metadata.json", lambda old: b"[]"),
    "metadata that is none": only("metadata.json", lambda old: b"{"),
    "metadata nested deep": only("metadata.json", lambda old: b"[" * 100_000),
    "languages that are numbers": only("metadata.json", lambda old: old.replace(b'"id"', b"7")),
    "a language that drives a terminal": only("metadata.json", lambda old: old.replace(b'"id"', b'"\\u001b[2J"')),
    "a gigabyte of zeros": only("model.bin", lambda old: bytes(1 << 26)),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_does_not_work_is_refused_and_replaces_nothing(
    folder: Path, tmp_path: Path, tiny_package: Path, what: str
) -> None:
    """The package that is there stays, and nothing is left beside it."""
    models.install_file(tiny_package)
    before = models.digest(folder / NAME)
    with pytest.raises(PackageError) as caught:
        models.install_file(changed(tiny_package, tmp_path / "x.argosmodel", CHANGES[what]))
    assert "x.argosmodel" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert [p.name for p in folder.parent.iterdir()] == ["packages"]
    assert [p.name for p in folder.iterdir()] == [NAME]
    assert models.digest(folder / NAME) == before


def zipped(path: Path, *entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as made:
        for name, data in entries:
            made.writestr(name, data)
    return path


def lying(path: Path) -> Path:
    """A file that says it is small and is not."""
    zipped(path, ("p/model.bin", bytes(1 << 22)))
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)
    path.write_bytes(data)
    return path


def linked(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        entry = zipfile.ZipInfo("p/metadata.json")
        entry.external_attr = 0o120777 << 16
        made.writestr(entry, "/etc/passwd")
    return path


BOMBS: dict[str, Callable[[Path], Path]] = {
    "grows": lambda path: zipped(path, ("p/model.bin", bytes(1 << 26))),
    "does not end|cut off|not a valid|grows": lying,
    "more than 1000 files": lambda path: zipped(path, *((f"p/{n}", b"") for n in range(1001))),
    "leads out": lambda path: zipped(path, ("p/../../x", b"")),
    "leads out ": lambda path: zipped(path, ("/etc/x", b"")),
    "leads out  ": lambda path: zipped(path, ("C:\\x", b"")),
    "a link": linked,
    "packed in a way": lambda path: zipped(path, ("p/metadata.json", b"{}" * 99), method=zipfile.ZIP_BZIP2),
    "no folder with": lambda path: zipped(path, ("a/metadata.json", b"{}"), ("b/metadata.json", b"{}")),
    "no name for a package": lambda path: zipped(path, ("\x1b[31mx\u202e/metadata.json", b"{}")),
}


@pytest.mark.parametrize("reason", BOMBS)
def test_a_file_is_looked_at_before_it_is_unpacked(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    """Too large, too many, odd, or written to lead elsewhere: refused, with nothing left."""
    with pytest.raises(PackageError, match=reason.strip()):
        models.install_file(BOMBS[reason](tmp_path / "x.argosmodel"))
    assert not list(folder.parent.rglob("*.bin"))
    assert [p.name for p in folder.parent.iterdir()] == ["packages"]


def test_size_unpacked_size_and_time_have_limits(
    folder: Path, tmp_path: Path, tiny_package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of them alone."""
    for name, value, reason in (
        ("LARGEST", 1000, "larger than"),
        ("_UNPACKED", 1000, "unpacks to more"),
        ("_ENTRIES", 3, "more than 3 files"),
        ("_TIME", -1.0, "does not end"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(archive, name, value)
            with pytest.raises(PackageError, match=reason):
                models.install_file(tiny_package)
    with (tmp_path / "zeros.argosmodel").open("wb") as zeros:
        zeros.truncate(1 << 30)  # not a zip file, and a sparse one
    with pytest.raises(PackageError, match="no zip file"):
        models.install_file(tmp_path / "zeros.argosmodel")
    assert not list(folder.iterdir())


def test_a_package_takes_no_other_pairs_name(folder: Path, tmp_path: Path, tiny_package: Path) -> None:
    """One that calls itself like an installed one of another pair does not replace it; a damaged one is replaced."""
    models.install_file(tiny_package)
    model = folder / NAME / "model"
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "file").touch()
    modes = [path.stat().st_mode for path in (tmp_path / "new", tmp_path / "new" / "file")]
    assert [path.stat().st_mode for path in (model, model / "model.bin")] == modes, "others may read it as ever"
    other = build_package(tmp_path / "other", NAME, "id", 2, "en")
    with pytest.raises(PackageError, match="is installed: remove that first"):
        models.install_file(other)
    assert models.installed(tmp_path)[0].from_code == "id"
    (folder / NAME / "metadata.json").write_text("{")
    assert models.install_file(other).from_code == "en"


@pytest.mark.parametrize(
    "damage",
    [
        lambda p: (p / "model/model.bin").write_bytes(b"half"),
        lambda p: (p / "sentencepiece.model").write_bytes(b"broken"),
        lambda p: (p / "sentencepiece.model").unlink(),
        lambda p: (p / "metadata.json").write_text("{"),
        lambda p: (p / "metadata.json").write_text('["\x1b[2J"]'),
        lambda p: shutil.rmtree(p / "model"),
        lambda p: ((p / "metadata.json").unlink(), (p / "metadata.json").symlink_to("metadata.json")),
    ],
)
def test_a_damaged_installed_package_is_set_aside_with_a_line(
    folder: Path, tmp_path: Path, tiny_package: Path, noticed: list[str], damage: Callable[[Path], object]
) -> None:
    """The audit takes the next best, says so once, and the package can be removed by its name."""
    models.install_file(tiny_package)
    damage(folder / NAME)
    chosen = models.translation_model(None, "id", "en", tmp_path)
    assert chosen.info.name == "translate-id_en-mtaudit"
    models.second_translators((), "id", "en", tmp_path)
    (message,) = noticed
    assert NAME in message
    assert "damaged and set aside" in message
    models.remove(NAME)
    assert not list(folder.iterdir())


def test_an_audit_goes_on_beside_a_damaged_package(
    mtaudit: Run, home: Path, tmp_path: Path, tiny_package: Path
) -> None:
    """One line on standard error, exit 0; `models list` says it too."""
    assert mtaudit("models", "install", tiny_package).returncode == 0
    (place,) = home.rglob(f"{NAME}/model/model.bin")
    place.write_bytes(b"half")
    (tmp_path / "a.txt").write_text(TEXT)
    done = mtaudit("audit", "a.txt", "--format", "json", "--no-second-translation")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["run"]["back_translator"]["name"] == "translate-id_en-mtaudit"
    (line,) = done.stderr.splitlines()
    assert NAME in line
    assert "set aside" in line
    done = mtaudit("models", "list")
    assert done.returncode == 0
    assert NAME not in done.stdout
    assert "set aside" in done.stderr


def test_a_package_that_was_damaged_in_the_cache_is_unpacked_anew(tmp_path: Path, tiny_package: Path) -> None:
    """Cut off, changed, added to, linked elsewhere, or gone: the archive is what counts."""
    place = models.unpack_bundled(tiny_package, tmp_path)
    good = models.digest(place)

    def again() -> str:
        models._unpacked.cache_clear()
        return models.digest(models.unpack_bundled(tiny_package, tmp_path))

    weights = place / "model" / "model.bin"
    weights.write_bytes(weights.read_bytes()[:-10])
    assert again() == good
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    assert again() == good
    (place / "target.sentencepiece.model").write_bytes(b"a stranger's")
    assert again() == good
    (place / "metadata.json").unlink()
    assert again() == good
    shutil.move(weights, tmp_path / "elsewhere")
    weights.symlink_to(tmp_path / "elsewhere")
    assert again() == good
    ArgosModel(place, "x").check()


def test_names_and_versions_of_packages_do_not_drive_the_terminal(mtaudit: Run, home: Path, tiny_package: Path) -> None:
    """`models list` shows them in one line, without escapes and bidi controls; a BLEU that is text is none."""
    assert mtaudit("models", "install", tiny_package).returncode == 0
    (metadata,) = home.rglob(f"{NAME}/metadata.json")
    known = json.loads(metadata.read_text())
    known |= {"package_version": "1\x1b[2J\n\u202e", "bleu_flores_dev": "\x9b1m"}
    metadata.write_text(json.dumps(known))
    metadata.parent.rename(metadata.parent.with_name("evil\x1b]0;x\x07\u202e"))
    done = mtaudit("models", "list")
    assert done.returncode == 0, done.stderr
    assert "evil" in done.stdout
    assert not any(c in done.stdout for c in "\x1b\x07\x9b\u202e")
    assert len(done.stdout.splitlines()) == 3


def endless(request: http.server.BaseHTTPRequestHandler, block: bytes, pause: float) -> None:
    request.send_response(200)
    request.end_headers()
    try:
        while True:
            request.wfile.write(block)
            time.sleep(pause)
    except OSError:
        return


SERVERS: dict[str, Answer] = {
    "no zip file": lambda request: endless(request, bytes(1 << 16), 0),
    "more than 100000 bytes": lambda request: endless(request, b"PK\x03\x04" * 4096, 0),
    "bytes came in": lambda request: endless(request, b"PK\x03\x04", 0.05),
    "announced": lambda request: (
        request.send_response(200), request.send_header("Content-Length", str(1 << 40)), request.end_headers()
    )[0],
}  # fmt: skip


@pytest.mark.parametrize("reason", SERVERS)
def test_a_server_that_never_ends_does(folder: Path, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    """Zeros without end, a package without end, one that trickles, one announced as a terabyte."""
    monkeypatch.setattr(index, "_WINDOW", 1.0)
    monkeypatch.setattr(index, "LARGEST", 100_000)
    answers: dict[str, Answer | bytes] = {"/p": SERVERS[reason]}
    with serving(answers) as address:
        monkeypatch.setattr(index, "available", lambda *_: index.Available("1", (f"{address}p",)))
        with pytest.raises(PackageError, match=reason):
            index.install_pair("id", "en")
    assert not list(folder.iterdir())


def test_the_whole_of_a_download_has_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast it comes."""
    monkeypatch.setattr(index, "_LONGEST", 0.5)
    with serving({"/p": lambda request: endless(request, b"PK\x03\x04" * 4096, 0.01)}) as address:
        monkeypatch.setattr(index, "available", lambda *_: index.Available("1", (f"{address}p",)))
        with pytest.raises(PackageError, match="not there after"):
            index.install_pair("id", "en")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{}", "damaged"),
        (b"[" * 100_000, "damaged"),
        (b"[1, null, [], {}]", "no package"),
        (index_of("x", "y").replace(b'"links"', b'"lnks"'), "names no web address"),
        (index_of("file:///etc/", "passwd"), "names no web address"),
        (index_of("x", "y").replace(b'"links": [', b'"links": [7, '), "names no web address"),
        (b" " * (9 << 20), "damaged"),
    ],
)
def test_an_index_may_say_anything(monkeypatch: pytest.MonkeyPatch, content: bytes, reason: str) -> None:
    """Other shapes, other schemes, endless: one line each."""
    with serving({"/index.json": content}) as address:
        monkeypatch.setattr("argostranslate.settings.remote_package_index", address + "index.json")
        with pytest.raises(PackageError, match=reason):
            index.install_pair("id", "en")


def test_versions_that_are_none_are_the_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest of those that can be told."""
    one = index_of("http://a/", "1")[1:-1]
    content = b"[" + one + b"," + one.replace(b'"1.0"', b'"2.0"') + b"," + one.replace(b'"1.0"', b'"\\u001b"') + b"]"
    with serving({"/index.json": content}) as address:
        monkeypatch.setattr("argostranslate.settings.remote_package_index", address + "index.json")
        assert index.available("id", "en").version == "2.0"


def test_names_are_packages_and_pairs_whatever_the_working_folder_holds(
    folder: Path, tmp_path: Path, tiny_package: Path, monkeypatch: pytest.MonkeyPatch, mtaudit: Run
) -> None:
    """A checkout's file `id-en` is not installed for the pair, nor does its folder pass for an installed package."""
    models.install_file(tiny_package)
    (tmp_path / "id-en").write_bytes(tiny_package.read_bytes())
    done = mtaudit("models", "install", "id-en", "--offline")
    assert (done.returncode, done.stdout) == (2, "")
    assert "not fetched" in done.stderr
    other = build_package(tmp_path / "other", NAME, "en", 7)
    monkeypatch.chdir(other.parent)
    assert Path(NAME, "metadata.json").is_file()
    installed = models.translation_model(NAME, "id", "en", tmp_path).info.sha256
    assert installed == models.digest(folder / NAME)
    assert models.translation_model(f"./{NAME}", "id", "en", tmp_path).info.sha256 != installed
