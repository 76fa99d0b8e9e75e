"""`mtaudit audit` through the installed command: what goes where, and which exit code comes of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import SAMPLES, Run

ARTICLE = (
    "Menteri tiba di Jakarta\n\nMenteri Luar Negeri Inggris tiba di Jakarta pada hari Senin untuk bertemu dengan "
    "Presiden. “Kami siap bekerja sama,” katanya kepada wartawan.\n"
)
ENGLISH = (
    "Minister arrives in Jakarta\n\nThe British foreign secretary arrived in Jakarta on Monday to meet the president. "
    '"We are ready to work together," he told reporters.\n'
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "artikel.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_the_report_goes_to_stdout_and_nothing_else_does(mtaudit: Run, article: Path) -> None:
    """Exit 0 whatever is found; standard error stays empty when nobody watches."""
    done = mtaudit("audit", article, "--no-back-translation")
    assert done.returncode == 0
    assert "Menteri tiba di Jakarta" in done.stdout
    assert done.stderr == ""


def test_word_faults_are_noted_in_the_report(mtaudit: Run, article: Path) -> None:
    """By `audit` and by `gate`, on the command line and in the environment."""
    for command in ("audit", "gate"):
        done = mtaudit(command, article, "--no-back-translation", "--word-faults", "--format", "json")
        assert json.loads(done.stdout)["run"]["config"]["word-faults"] is True
        assert (
            json.loads(mtaudit(command, article, "--no-back-translation", "--format", "json").stdout)["run"]["config"][
                "word-faults"
            ]
            is False
        )


def test_quiet_says_nothing_and_writes_the_files(mtaudit: Run, article: Path, tmp_path: Path) -> None:
    """`--quiet` with `-o`: files, no output."""
    done = mtaudit("audit", article, "--no-translation", "--quiet", "-o", "out/r.json", "-o", "out/r.jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    report = json.loads((tmp_path / "out/r.json").read_text(encoding="utf-8"))
    lines = (tmp_path / "out/r.jsonl").read_text(encoding="utf-8").splitlines()
    assert [d["id"] for d in report["documents"]] == [json.loads(line)["id"] for line in lines]


@pytest.fixture
def beginnings(tmp_path: Path) -> Path:
    """A folder with the beginnings of the samples: what a tiny translator makes of a line is long."""
    folder = tmp_path / "in"
    folder.mkdir()
    for path in SAMPLES.glob("*.txt"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)[:8]
        (folder / path.name).write_text("".join(lines), encoding="utf-8")
    return folder


def test_the_json_report_keeps_the_contract(
    mtaudit: Run, tmp_path: Path, beginnings: Path, tiny_package: Path, tiny_second: Path
) -> None:
    """A report validates against `mtaudit schema`; every offset gives exactly the quoted stretch."""
    models = ("--model", tiny_package, "--second-model", tiny_second)
    done = mtaudit("audit", beginnings, *models, "--quiet", "-o", "r.json")
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    schema = json.loads(mtaudit("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(report)
    assert report["summary"]["documents"] == 3
    assert report["run"]["back_translator"]["sha256"]
    for document in report["documents"]:
        text = document["text"]
        for segment in document["segments"]:
            assert text[segment["start"] : segment["end"]] == segment["text"]
            assert segment["back_translation"] is not None
        for finding in document["findings"]:
            assert len(finding["fingerprint"]) == 16
            if finding["start"] is not None:
                assert text[finding["start"] : finding["end"]] == finding["text"]
        for verdict in [*document["entities"], *document["quotes"]]:
            if verdict["start"] is not None:
                assert text[verdict["start"] : verdict["end"]] == verdict["found"]
        original = document["original"]
        for verdict in [*document["entities"], *document["quotes"]]:
            if verdict["original"] and original and original["kind"] == "full":
                assert verdict["original"] in original["text"]


def test_the_same_input_gives_the_same_bytes_whatever_the_jobs(
    mtaudit: Run, tmp_path: Path, beginnings: Path, tiny_package: Path, tiny_second: Path
) -> None:
    """One process or two, a cache or none: only the time of the run differs."""
    texts = []
    for number, options in enumerate((["--jobs", "1"], ["--jobs", "2"], ["--no-cache"])):
        models = ("--model", tiny_package, "--second-model", tiny_second)
        done = mtaudit("audit", beginnings, *models, "--quiet", "-o", f"{number}.json", *options)
        assert done.returncode == 0, done.stderr
        report = json.loads((tmp_path / f"{number}.json").read_text(encoding="utf-8"))
        report["run"].update(started="", seconds=0)
        texts.append(json.dumps(report))
    assert texts[0] == texts[1] == texts[2]


def test_an_original_is_found_and_pairs_are_believed(mtaudit: Run, article: Path, tmp_path: Path) -> None:
    """English among the inputs, `--original`, and `--pairs` all lead to the whole original."""
    (tmp_path / "article.txt").write_text(ENGLISH, encoding="utf-8")
    row = {"id": "a1", "translation_path": "artikel.txt", "original_path": "article.txt", "system": "x"}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    for arguments in (
        ["artikel.txt", "article.txt"],
        ["artikel.txt", "--original", "article.txt"],
        ["--pairs", "pairs.jsonl"],
    ):
        done = mtaudit("audit", *arguments, "--no-back-translation", "--quiet", "-o", "r.json")
        assert done.returncode == 0, done.stderr
        (document,) = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["documents"]
        assert document["original"]["kind"] == "full"
        assert document["original"]["text"] == ENGLISH
    assert (document["id"], document["system"]) == ("a1", "x")


def test_what_cannot_be_read_is_skipped_and_the_rest_goes_on(mtaudit: Run, article: Path, tmp_path: Path) -> None:
    """A missing file, an empty one, one in another language: exit 2, each named, the article audited all the same."""
    (tmp_path / "kosong.txt").write_text("", encoding="utf-8")
    (tmp_path / "deutsch.txt").write_text(
        "Die Ölpreise sind am Montag stark gestiegen, weil Lieferungen aus der Nordsee ausfielen.", encoding="utf-8"
    )
    done = mtaudit(
        "audit", article, "kosong.txt", "fehlt.txt", "deutsch.txt", "--no-translation", "--quiet", "-o", "r.json"
    )
    assert done.returncode == 2
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["summary"]["documents"] == 1
    assert {Path(s["input"]).name for s in report["skipped"]} == {"kosong.txt", "fehlt.txt", "deutsch.txt"}
    for name in ("kosong.txt", "fehlt.txt", "deutsch.txt"):
        assert name in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x.txt", "--select", "NOPE"],
        ["x.txt", "-o", "report.docx"],
        ["x.txt", "--format", "docx"],
        ["x.txt", "--metrics", "rouge"],
        ["x.txt", "--no-such-option"],
        ["x.txt", "--config", "missing.toml"],
        ["x.txt", "--names", "missing.csv"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(mtaudit: Run, arguments: list[str]) -> None:
    """Nothing on standard output, no traceback."""
    done = mtaudit("audit", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_standard_input_is_an_input(mtaudit: Run) -> None:
    """`-` reads an article from standard input."""
    done = mtaudit("audit", "-", "--no-translation", "--format", "json", input=ARTICLE)
    assert done.returncode == 0, done.stderr
    (document,) = json.loads(done.stdout)["documents"]
    assert document["text"].strip() == ARTICLE.strip()


def test_rules_can_be_selected_and_left_out(mtaudit: Run, tmp_path: Path) -> None:
    """Only the rules asked for report."""
    (tmp_path / "a.txt").write_text(
        "Ini satu -satunya jalan bagi negara -negara itu untuk maju bersama.\n" * 2, encoding="utf-8"
    )

    def rules(*options: str) -> set[str]:
        done = mtaudit("audit", "a.txt", "--no-translation", "--format", "json", *options)
        return {f["rule"] for f in json.loads(done.stdout)["documents"][0]["findings"]}

    every = rules()
    assert any(code.startswith("SUR") for code in every)
    assert not any(code.startswith("SUR") for code in rules("--ignore", "SUR"))
    one = sorted(every)[0]
    assert rules("--select", one) == {one}


def test_an_interrupted_run_goes_on(mtaudit: Run, tmp_path: Path, article: Path) -> None:
    """`--resume` gives the report that a whole run gives, and leaves no unfinished run behind."""
    for options in ([], ["--resume"]):
        done = mtaudit("audit", article, "--no-translation", "--quiet", "--cache", "c", "-o", "r.json", *options)
        assert done.returncode == 0, done.stderr
    assert not list((tmp_path / "c").glob("run-*"))


def test_json_lines_are_on_disk_while_the_run_goes_on(mtaudit: Run, tmp_path: Path) -> None:
    """A run that is killed in the middle leaves the lines of the articles it has judged, each whole."""
    program = (
        "import os, sys\n"
        "import mtaudit.pipeline as pipeline\n"
        "judge, seen = pipeline.judge, []\n"
        "def dying(case, context):\n"
        "    if len(seen) == 2: os._exit(9)\n"
        "    seen.append(case)\n"
        "    return judge(case, context)\n"
        "pipeline.judge = dying\n"
        "from mtaudit.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    rows = [{"id": f"n{i}", "translation": ARTICLE, "original": ENGLISH} for i in range(4)]
    (tmp_path / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    arguments = ["audit", "--pairs", "pairs.jsonl", "--no-translation", "--quiet", "--jobs", "1", "-o", "r.jsonl"]
    killed = subprocess.run([sys.executable, "-c", program, *arguments], cwd=tmp_path, capture_output=True, timeout=120)
    assert killed.returncode == 9
    assert not (tmp_path / "r.jsonl").exists()
    lines = (tmp_path / "r.jsonl.part").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["n0", "n1"]
    assert mtaudit(*arguments).returncode == 0
    whole = (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    assert whole[:2] == lines
    assert len(whole) == 4


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_needs_no_article_loads_nothing_heavy(option: str) -> None:
    """Neither numpy nor the report's types nor any command: nobody waits for a version or a list of commands."""
    program = (
        "import sys\n"
        "from mtaudit.cli import main\n"
        "main(sys.argv[1:])\n"
        "heavy = {'numpy', 'msgspec', 'rich', 'lxml', 'mtaudit.cli.audit'} & sys.modules.keys()\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, option], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_bare_it_shows_its_help(mtaudit: Run) -> None:
    """Exit 0: nothing went wrong."""
    bare = mtaudit()
    assert (bare.returncode, bare.stderr) == (0, "")
    assert bare.stdout == mtaudit("--help").stdout


@pytest.mark.parametrize(
    ("given", "meant"),
    [("audti", "'audit'"), ("artikel.txt", "`mtaudit audit artikel.txt`"), ("baselin", "'baseline'")],
)
def test_a_command_that_is_not_there(mtaudit: Run, tmp_path: Path, given: str, meant: str) -> None:
    """One line with what was probably meant; a file is to be audited."""
    (tmp_path / "artikel.txt").write_text("Presiden tiba.", encoding="utf-8")
    done = mtaudit(given)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"mtaudit: there is no command {given!r}; did you mean {meant}?\n"
