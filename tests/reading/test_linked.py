"""A file that names its original in its front matter is held against that."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.case import Document
from mtaudit.reading import Pair, Remark, read_inputs

ENGLISH = "Talks resume\n\nThe minister arrived on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "id").mkdir()
    (tmp_path / "en").mkdir()
    return tmp_path


def write(path: Path, front: str, mark: str = "---") -> None:
    path.write_text(f"{mark}\n{front}\n{mark}\n\n# Perundingan berlanjut\n\nMenteri tiba.\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("mark", "front"),
    [
        ("---", "original: ../en/talks.txt"),
        ("---", "title: 'Perundingan'\nsumber: en/talks.txt\ntags: [a, b]"),
        ("+++", 'source_file = "../en/talks.txt"'),
    ],
)
@pytest.mark.parametrize("order", [("id/a.md", "en/talks.txt"), ("en/talks.txt", "id/a.md")])
def test_the_original_that_front_matter_names_is_the_original(
    folder: Path, mark: str, front: str, order: tuple[str, str]
) -> None:
    """Beside the file or from the working folder, whichever of the two is read first; and it is said."""
    write(folder / "id" / "a.md", front, mark)
    (folder / "en" / "talks.txt").write_text(ENGLISH, encoding="utf-8")
    (pair,) = (item for item in read_inputs(order) if not isinstance(item, Remark))
    assert isinstance(pair, Pair)
    assert pair.original is not None
    assert (pair.translation.input, pair.original.input, pair.original.text) == ("id/a.md", "en/talks.txt", ENGLISH)
    assert "talks.txt" not in pair.translation.text
    said = [item.text for item in read_inputs(order) if isinstance(item, Remark)]
    assert said == ["its original is en/talks.txt, as its front matter says"]


def test_an_original_by_its_address(folder: Path) -> None:
    """A page is known by the address that it gives itself."""
    write(folder / "a.md", "source: https://news.example/talks\nurl: https://kabar.example/1")
    page = '<link rel="canonical" href="https://news.example/talks"><h1>Talks resume</h1><p>The minister arrived.</p>'
    (folder / "b.html").write_text(page, encoding="utf-8")
    (pair,) = (item for item in read_inputs(["a.md", "b.html"]) if not isinstance(item, Remark))
    assert isinstance(pair, Pair)
    assert pair.translation.url == "https://kabar.example/1"


def test_an_original_that_is_not_there_is_said(folder: Path) -> None:
    """The file is audited all the same; the name of an agency names no file."""
    write(folder / "a.md", "original: en/gone.txt")
    document, remark = read_inputs(["a.md"])
    assert isinstance(document, Document)
    assert remark == Remark("a.md", "its front matter names en/gone.txt, which is not among the inputs")
    write(folder / "a.md", "source: Reuters")
    assert [type(item) for item in read_inputs(["a.md"])] == [Document]


def test_a_headline_that_only_front_matter_has_stands_above_the_text(folder: Path) -> None:
    """Sites made of such files show it there."""
    (folder / "a.md").write_text('---\ntitle: "Perundingan berlanjut"\n---\nMenteri tiba.\n', encoding="utf-8")
    (document,) = read_inputs(["a.md"])
    assert isinstance(document, Document)
    assert document.text == "Perundingan berlanjut\nMenteri tiba."
    assert [(run.start, run.line, run.column) for run in document.source_map] == [(0, 2, 9), (22, 4, 1)]


ARTICLE = "Perundingan berlanjut\n\nMenteri tiba pada hari Senin.\n"


@pytest.mark.parametrize(
    ("translation", "original"),
    [
        ("talks.id.txt", "talks.en.txt"),
        ("talks_id.txt", "talks_en.txt"),
        ("ID/talks.txt", "EN/talks.txt"),
        ("id/talks.txt", "en/talks.txt"),
        ("talks-id.md", "talks-en.md"),
    ],
)
def test_files_are_paired_by_where_they_stand(folder: Path, translation: str, original: str) -> None:
    """The language in the name or in the folder; it is said, and can be switched off."""
    for name, text in ((translation, ARTICLE), (original, ENGLISH), ("other.en.txt", ENGLISH)):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    items = list(read_inputs([translation, original, "other.en.txt"]))
    (pair,) = [item for item in items if isinstance(item, Pair)]
    assert pair.original is not None
    assert (pair.translation.input, pair.original.input) == (translation, original)
    said = [item.text for item in items if isinstance(item, Remark)]
    assert said == [f"its original is {original}, by the names of the files (--no-auto-pairs)"]
    apart = read_inputs([translation, original, "other.en.txt"], auto_pairs=False)
    assert not [item for item in apart if isinstance(item, Pair)]


def test_a_page_names_its_original_by_hreflang(folder: Path) -> None:
    """By address, or by a link to the file beside it."""
    body = "<article><h1>{}</h1><p>{}</p></article>"
    head = "<html><head><link rel='alternate' hreflang='en' href='{}'><link rel='canonical' href='{}'></head><body>"
    first, second = "https://kabar.example/en/talks", "https://kabar.example/id/bincang"
    Path("a.html").write_text(head.format(first, second) + body.format("Perundingan", ARTICLE), encoding="utf-8")
    Path("b.html").write_text(head.format(first, first) + body.format("Talks", ENGLISH), encoding="utf-8")
    items = list(read_inputs(["a.html", "b.html"]))
    (pair,) = [item for item in items if isinstance(item, Pair)]
    assert pair.original is not None
    assert (pair.translation.input, pair.original.input) == ("a.html", "b.html")
    assert "its original is b.html, as the page says (hreflang)" in [i.text for i in items if isinstance(i, Remark)]
