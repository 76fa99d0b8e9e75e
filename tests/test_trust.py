"""A config that was only found upward is a stranger's: what it may not say, and that the caller may."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mtaudit.config import Settings, _fields, _Table, find, load
from mtaudit.errors import UsageError
from tests.conftest import Run

TEXT = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana.\n"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Writes a config into a checkout whose subfolder is the working folder; returns the config's path."""
    inner = tmp_path / "checkout" / "inner"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)

    def write(text: str) -> Path:
        path = inner.parent / "mtaudit.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("text", "key", "why"),
    [
        ("[comet]\npython = '/bin/sh'", "comet.python", "a program"),
        ("comet = { python = 'sh' }", "comet.python", "a program"),
        ("comet.python = ''", "comet.python", "a program"),
        ("[comet]\nmodel = 'models/x.ckpt'", "comet.model", "a checkpoint"),
        ("[comet]\nmodel = 'somebody/else'", "comet.model", "a checkpoint"),
        ("dask-scheduler = 'tcp://127.0.0.1:8786'", "dask-scheduler", "an address"),
        ("insecure-scheduler = true", "insecure-scheduler", "encryption"),
        ("cache = '/tmp/x'", "cache", "outside"),
        ("cache = '../x'", "cache", "outside"),  # in the config's folder, outside it when read from there
        ("cache = '../../x'", "cache", "outside"),
        ("cache = 'a/../../../x'", "cache", "outside"),
        ("cache = '~/x'", "cache", "outside"),
        ("cache = '$HOME/x'", "cache", "outside"),
        ("cache = '%TEMP%/x'", "cache", "outside"),
        ("cache = 'C:/x'", "cache", "outside"),
        ("cache = 'C:x'", "cache", "outside"),
        ("cache = '..\\x'", "cache", "outside"),
        ("cache = '\\\\host\\share'", "cache", "outside"),
        ("cache = 'file:///tmp/x'", "cache", "an address"),
        ('cache = "a\\u0000b"', "cache", "outside"),
        ("cache = '.git'", "cache", "outside"),
        ("state = '.GIT/hooks/x'", "state", "outside"),
        ("state = '/tmp/x'", "state", "outside"),
        ("model = '/tmp/x.argosmodel'", "model", "outside"),
        ("model = 'https://example.org/x.argosmodel'", "model", "an address"),
        ("second-models = ['translate-en_id', '../../x']", "second-models", "outside"),
        ("names = ['names.csv', '/etc/passwd']", "names", "outside"),
        ("[gate]\nbaseline = '../../b.json'", "gate.baseline", "outside"),
        ("ner = 'spacy:./model'", "ner", "a path"),
        ("ner = 'spacy:/tmp/model'", "ner", "a path"),
        ("inline-suppressions = true", "inline-suppressions", "lets the files that are judged"),
        ("rules-url = 'https://example.org/{code}'", "rules-url", "an address"),
        ("track = 'somebody/project'", "track", "an address"),
        ("track = 'offline:/tmp/x'", "track", "outside"),
    ],
)
def test_a_found_config_names_nothing_outside(checkout: Callable[[str], Path], text: str, key: str, why: str) -> None:
    """No program, no address, no path that leaves its folder; the same file named by the caller may."""
    path = checkout(text)
    with pytest.raises(UsageError, match="not trusted") as caught:
        load(environment={})
    message = str(caught.value)
    assert f"mtaudit.toml: {key} " in message
    assert why in message
    assert "\n" not in message
    assert load(str(path), environment={})
    assert load(environment={}, files=False)


@pytest.mark.parametrize(
    "text",
    [
        "cache = '.cache'\nstate = 'state/s.sqlite3'\nmodel = 'models/x.argosmodel'\nnames = ['n.csv']",
        "cache = 'a/../b'",
        "track = 'offline:runs'",
        "ner = 'spacy:xx_ent_wiki_sm'",
        "[comet]\nmodel = 'Unbabel/wmt20-comet-da'",
        "engine = 'dask'\n[gate]\nbaseline = 'b.json'\n[gate.sources.'https://example.org/*']\nprofile = 'strict'",
        "[[suppress]]\nrule = 'SUR'\nreason = 'see https://example.org/1'\ndocument = 'https://example.org/*'",
    ],
)
def test_what_stays_in_its_folder_is_taken(checkout: Callable[[str], Path], text: str) -> None:
    """Relative paths, names, thresholds, globs over addresses."""
    checkout(text)
    assert load(environment={})


def test_an_absolute_path_within_the_folder_is_within(checkout: Callable[[str], Path], tmp_path: Path) -> None:
    """And one that a link leads out of it is not, at any depth of a cache, nor is a loop of links."""
    inside = tmp_path / "checkout" / "inner" / "c"
    inside.mkdir()
    checkout(f"cache = '{inside}'")
    assert load(environment={}).cache == str(inside)
    (inside / "deep").mkdir()
    (inside / "deep" / "translations.sqlite3").symlink_to(tmp_path / "victim")
    with pytest.raises(UsageError, match="links that lead outside"):
        load(environment={})
    Path("out").symlink_to(tmp_path)
    checkout("state = 'out/s.sqlite3'")
    with pytest.raises(UsageError, match="outside"):
        load(environment={})
    Path("loop").symlink_to("loop")
    checkout("state = 'loop/s.sqlite3'")
    with pytest.raises(UsageError, match="outside"):
        load(environment={})


def test_a_folder_named_like_a_model_is_no_model(checkout: Callable[[str], Path]) -> None:
    """Checkpoints and taggers run what is in them: a name that the checkout has a folder for is refused."""
    Path("Unbabel/wmt22-comet-da/checkpoints").mkdir(parents=True)
    checkout("[comet]\nmodel = 'Unbabel/wmt22-comet-da'")
    with pytest.raises(UsageError, match=r"comet\.model"):
        load(environment={})
    Path("xx_ent").mkdir()
    checkout("ner = 'spacy:xx_ent'")
    with pytest.raises(UsageError, match="ner"):
        load(environment={})


def test_pyproject_is_held_to_the_same(checkout: Callable[[str], Path]) -> None:
    """[tool.mtaudit] of a pyproject.toml, in the working folder or above."""
    Path("pyproject.toml").write_text("[tool.mtaudit]\ncache = '/tmp/x'\n")
    with pytest.raises(UsageError, match=r"pyproject\.toml: cache"):
        load(environment={})


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "jobs = " + "9" * 5000, "# " + "x" * 2_000_000])
def test_a_found_config_that_is_a_bomb_is_one_line(checkout: Callable[[str], Path], text: str) -> None:
    """Nested, endless digits, large: told, not a fault of ours; somebody else's pyproject.toml is passed over."""
    path = checkout(text)
    with pytest.raises(UsageError, match="not readable as TOML"):
        load(environment={})
    path.rename(path.with_name("pyproject.toml"))
    assert find(Path.cwd()) != path.with_name("pyproject.toml")


def test_environment_and_command_line_may(checkout: Callable[[str], Path]) -> None:
    """What the caller says is the caller's."""
    checkout("jobs = 1")
    settings = load(
        None, {"cache": "/tmp/x"}, {"MTAUDIT_DASK_SCHEDULER": "tls://h:1", "MTAUDIT_COMET_PYTHON": "/bin/sh"}
    )
    assert (settings.cache, settings.dask_scheduler, settings.comet.python) == ("/tmp/x", "tls://h:1", "/bin/sh")


def test_private_addresses_are_allowed_to_what_is_named_alone(checkout: Callable[[str], Path]) -> None:
    """A stranger's `allow-private` opens no road for redirects; the caller's does."""
    path = checkout("[feeds]\nallow-private = true\n")
    assert load(environment={}).feeds.allow_private == "named"
    assert load(str(path), environment={}).feeds.allow_private is True
    assert load(environment={"MTAUDIT_FEEDS_ALLOW_PRIVATE": "yes"}).feeds.allow_private is True
    assert load(environment={"MTAUDIT_FEEDS_ALLOW_PRIVATE": "named"}, files=False).feeds.allow_private == "named"


def test_the_refusal_is_one_line_and_isolated_ignores_all_config(mtaudit: Run, tmp_path: Path) -> None:
    """Exit 2 before anything is written; with --isolated neither file counts; --config with it is a contradiction."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "mtaudit.toml").write_text("cache = '../elsewhere'\nunknown = 1\n")
    for command in (["audit", "a.txt"], ["gate", "a.txt"], ["backtranslate", "a.txt"]):
        (tmp_path / "mtaudit.toml").write_text("cache = '../elsewhere'\n")
        done = mtaudit(*command)
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
        (tmp_path / "mtaudit.toml").write_text("no toml")
        if command[0] != "backtranslate":
            assert mtaudit(*command, "--isolated", "--no-translation").returncode == 0
    done = mtaudit("audit", "--isolated", "--config", "mtaudit.toml", "a.txt")
    assert done.returncode == 2
    assert "--isolated" in done.stderr
    assert not (tmp_path.parent / "elsewhere").exists()


def test_every_setting_that_is_text_was_thought_of() -> None:
    """Whoever adds one says here whether it can name a program, an address or a path (then `trust` looks at it)."""
    looked_at = {
        "cache", "comet.model", "comet.python", "dask-scheduler", "gate.baseline", "inputs", "model", "names", "ner",
        "originals", "pairs", "rules-url", "second-models", "state", "track",
    }  # fmt: skip
    harmless = {
        "language",
        "select",
        "ignore",
        "since",
        "columns",
        "gate.min-score",
        "gate.max-rule",
        "gate.sources",
        "suppress",
    }
    found = set()
    for key, kind in _fields(Settings).items():
        inner = isinstance(kind, type) and issubclass(kind, _Table)
        for name, type_ in _fields(kind).items() if inner else [("", kind)]:
            if re.search(r"\bstr\b|dict|Settings", str(type_)):
                found.add(f"{key}.{name}" if name else key)
    assert found == looked_at | harmless
