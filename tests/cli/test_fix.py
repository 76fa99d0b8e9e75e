"""`mtaudit fix`: what is certain is written, and nothing else of a file."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

QUICK = ("--no-translation", "--jobs", "1")
FIRST = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana."
WRONG, RIGHT = "Langkah -langkah itu di karenakan hujan.", "Langkah-langkah itu dikarenakan hujan."


def html(text: str) -> str:
    return (
        f"<html lang=id><head><title>Uji</title></head><body><article><h1>Presiden tiba di Jakarta</h1>\r\n"
        f"<p>{FIRST} &ldquo;Baik&rdquo; &amp; sehat.</p>\r\n<p>{text} <b>Warga</b> senang sekali hari itu.</p>\r\n"
        "</article></body></html>"
    )


def po(text: str) -> str:
    return (
        'msgid ""\nmsgstr ""\n"Language: id\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n#: a.c:1\n'
        'msgid "The steps were because of the rain, the president said on Monday."\n'
        f'msgstr "{FIRST} "\n"{text}"\n'
    )


def xliff(text: str) -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="en" '
        'target-language="id" datatype="plaintext"><body><trans-unit id="1"><source>The steps were because of the '
        f"rain, the president said.</source><target>{FIRST} {text}</target></trans-unit></body></file></xliff>\n"
    )


FORMATS = {
    "a.txt": lambda text: f"\ufeff{FIRST}\r\n\r\n{text}\r\n",
    "a.md": lambda text: f"# Presiden tiba di Jakarta\n\n{FIRST}\n\n*{text}*\n",
    "a.html": html,
    "a.csv": lambda text: f'id,text\r\n1,"{FIRST} {text}"\r\n',
    "a.jsonl": lambda text: json.dumps({"id": "x", "text": f"“Baik,” katanya. {FIRST} {text}"}) + "\n",
    "a.po": po,
    "a.xlf": xliff,
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_else_of_a_file_changes(mtaudit: Run, tmp_path: Path, name: str) -> None:
    """Not a byte of markup, escapes, line ends and marks, in every plain format."""
    path = tmp_path / name
    path.write_bytes(FORMATS[name](WRONG).encode())
    done = mtaudit("fix", name, "--write", *QUICK)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == FORMATS[name](RIGHT).encode()
    assert done.stdout == ""
    assert "2 findings of" in done.stderr


def test_the_diff_can_be_applied(mtaudit: Run, tmp_path: Path) -> None:
    """Without --write nothing is written; what is printed, git makes the same change of."""
    names = ("a.txt", "a.html", "a.po", "b.txt")
    for name in names[:3]:
        (tmp_path / name).write_bytes(FORMATS[name](WRONG).encode())
    (tmp_path / "b.txt").write_bytes(f"{FIRST}\n{WRONG}".encode("cp1252"))  # no line feed at the end
    before = {path: path.read_bytes() for path in tmp_path.glob("?.*")}
    done = mtaudit("fix", *names, *QUICK)
    assert {path: path.read_bytes() for path in before} == before
    assert "--write writes them" in done.stderr
    command = [sys.executable, "-m", "mtaudit", "fix", *names, *QUICK]
    (tmp_path / "change.diff").write_bytes(subprocess.run(command, cwd=tmp_path, capture_output=True).stdout)
    subprocess.run(["git", "apply", "change.diff"], cwd=tmp_path, check=True)
    for name in names[:3]:
        assert (tmp_path / name).read_bytes() == FORMATS[name](RIGHT).encode()
    assert (tmp_path / "b.txt").read_bytes() == f"{FIRST}\n{RIGHT}".encode("cp1252")


ENGLISH = "The president arrived on Monday and met the ministers. “The steps are good,” Steve Witkoff told reporters."
DAMAGED = (
    "Presiden tiba pada hari Senin dan bertemu para menteri. “Langkah itu baik,” kata Steve Whitkov kepada wartawan."
)


def test_a_name_is_mended_where_the_original_has_it(mtaudit: Run, tmp_path: Path) -> None:
    """Alone the same spelling is left: nobody can be sure."""
    (tmp_path / "id.txt").write_text(DAMAGED, encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    alone = mtaudit("fix", "id.txt", *QUICK)
    assert "Witkoff" not in alone.stdout
    assert mtaudit("fix", "id.txt", "--original", "en.txt", "--write", *QUICK).returncode == 0
    assert (tmp_path / "id.txt").read_text(encoding="utf-8") == DAMAGED.replace("Whitkov", "Witkoff")


def test_the_newsrooms_list_proves_a_name(mtaudit: Run, tmp_path: Path) -> None:
    """What it forbids becomes what it has."""
    (tmp_path / "id.txt").write_text(f"{FIRST} Pasukan itu tiba di Kiev pada hari Selasa.", encoding="utf-8")
    (tmp_path / "names.csv").write_text("name,accepted,forbidden,type\nKyiv,Kyiv,Kiev,LOC\n", encoding="utf-8")
    mtaudit("fix", "id.txt", "--names", "names.csv", "--write", *QUICK)
    assert "tiba di Kyiv pada" in (tmp_path / "id.txt").read_text(encoding="utf-8")


def test_reversed_marks_get_their_blanks(mtaudit: Run, tmp_path: Path) -> None:
    """The marks of two quotations side by side are turned, and words don't run into them."""
    text = f"{FIRST} Ia menuduh Eropa” merusak “” kemajuan “yang dibuat di Alaska.\n"
    (tmp_path / "id.txt").write_text(text, encoding="utf-8")
    mtaudit("fix", "id.txt", "--write", *QUICK)
    fixed = (tmp_path / "id.txt").read_text(encoding="utf-8")
    assert fixed == f"{FIRST} Ia menuduh Eropa “merusak” “kemajuan” yang dibuat di Alaska.\n"


def test_what_an_editor_must_see_is_left(mtaudit: Run, tmp_path: Path) -> None:
    """Two words about a hyphen of which neither holds the other, a mark that stands alone."""
    text = f"{FIRST} Kesepakatan itu masih panjang -jangka panjang. Ini pertama kalinya kami mendengarnya. “\n"
    (tmp_path / "id.txt").write_text(text, encoding="utf-8")
    mtaudit("fix", "id.txt", "--write", *QUICK)
    assert (tmp_path / "id.txt").read_text(encoding="utf-8") == text


def test_what_cannot_be_written_is_told(mtaudit: Run, tmp_path: Path) -> None:
    """Standard input, compressed files and files that nobody may write; the others are done."""
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(f"{FIRST} {WRONG}".encode()))
    (tmp_path / "b.txt").write_text(f"{FIRST} {WRONG}", encoding="utf-8")
    done = mtaudit("fix", "-", "a.txt.gz", "b.txt", "--write", *QUICK, input=f"{FIRST} {WRONG}")
    assert done.returncode == 0
    assert "-: 2 certain mends left: no file that can be written" in done.stderr
    assert "a.txt.gz: 2 certain mends left: no plain text" in done.stderr
    assert RIGHT in (tmp_path / "b.txt").read_text(encoding="utf-8")


def test_a_mend_that_a_second_run_finds_nothing_of(mtaudit: Run, tmp_path: Path) -> None:
    """Nothing is mended twice."""
    (tmp_path / "a.html").write_text(html(WRONG), encoding="utf-8")
    mtaudit("fix", "a.html", "--write", *QUICK)
    again = mtaudit("fix", "a.html", *QUICK)
    assert again.stdout == ""
    assert "0 findings of" in again.stderr
