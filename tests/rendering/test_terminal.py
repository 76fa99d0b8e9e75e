"""The terminal report, as somebody reads it in a window, in a file and in a log."""

from __future__ import annotations

import re
import unicodedata

import msgspec
import pytest
from rich.cells import cell_len

from mtaudit.model import Also, NotChecked, Place, Report, Scores
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.terminal import render_terminal

from . import building


def plain(report: Report, **options: object) -> str:
    return render_terminal(report, color="never", **{"width": 80, **options})  # type: ignore[arg-type]


def blocks(text: str) -> list[list[str]]:
    """The findings of a report, each as its lines."""
    parts = (part.splitlines() for part in text.split("\n\n"))
    return [part for part in parts if part and re.search(r" (CRITICAL|MAJOR|MINOR) \w+|\.txt:\d+:\d+$", part[0])]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("whole", [False, True])
def test_the_report_keeps_to_the_width(full: Report, width: int, whole: bool) -> None:
    """No line is wider than the window, but for skipped inputs, which are one line each to be searched for."""
    lines = [line for line in plain(full, width=width, whole=whole).splitlines() if ": skipped: " not in line]
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_place_is_never_broken_and_of_a_long_one_the_end_is_kept(envoy: Report, width: int) -> None:
    """`file:line:column` stands on one line, whatever the file is called."""
    (article,) = envoy.documents
    assert "samples/envoy.txt:3:15 " in plain(envoy, width=width)
    for path in ("redaksi luar negeri/terjemahan baru/hari ini.txt", "x/" * 80 + "hari ini.txt", "b" * 150 + ".txt"):
        text = plain(building.report((msgspec.structs.replace(article, input=path),)), width=width)
        first = blocks(text)[0][0]
        shown = re.match(r"(.*):3:15( |$)", first)
        assert shown is not None
        assert path.endswith(shown[1].removeprefix("…"))
        assert len(shown[1]) > 20


def test_the_wrong_stretch_is_marked_without_colour(envoy: Report) -> None:
    """In its sentence, and what it renders in the English below it."""
    text = plain(envoy)
    assert "  Utusan Khusus ⟦Stefan Witkopf⟧ mengatakan" in text
    assert "apa-apa⟧,” kata Witkaf, menurut laporan Batu Utara.\n  English: “⟦We are not doing nothing⟧,” said" in text


def test_findings_come_worst_first_with_place_and_mend(envoy: Report) -> None:
    """File, line and column, severity, rule, what to write and further places are all there."""
    text = plain(envoy)
    heads = re.findall(r"^(?:near )?samples/envoy\.txt:(\d+:\d+) (CRITICAL|MAJOR|MINOR) (\w+)", text, re.M)
    assert [h[1] for h in heads] == ["CRITICAL"] * 3 + ["MAJOR"] * 4 + ["MINOR"] * 2
    assert heads[0] == ("3:15", "CRITICAL", "ENT101")
    assert "  try: Stefan Wittkopp · also at 4:38" in text
    assert "near samples/envoy.txt:5:1 MAJOR ENT104" in text


@pytest.mark.parametrize("folder", ["samples", "samples/of/a/folder/with/a/long/name/deep/down"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_finding_has_four_lines_at_most(full: Report, width: int, folder: str) -> None:
    """However much there is to say of it: place, code, marked stretch and mend stay, the middle of long ones goes."""
    long = "kata " * 60
    text = f"Judul\n\nSebelum {long}sesudah."
    much = building.finding(
        text, "ENT101", "critical", f"This {long}is wrong", long.strip(),
        original=f"word {long}", suggestion=f"awal {long}akhir",
        places=tuple(Place(i, i + 1) for i in range(40)), also=(Also("QUO222", "minor", "A mark."),),
    )  # fmt: skip
    report = building.report((
        *(msgspec.structs.replace(d, input=f"{folder}/{d.id}.txt") for d in full.documents),
        building.document("long", text, findings=(much,), input=f"{folder}/long.txt"),
    ))  # fmt: skip
    found = blocks(plain(report, width=width))
    assert len(found) == sum(len(d.findings) for d in report.documents)
    assert max(map(len, found)) <= 4
    assert max(len(line) for part in found for line in part) <= width
    (told,) = [part for part in found if "long.txt" in part[0]]
    assert re.match(r"\S*long\.txt:3:9 CRITICAL ENT101 This", " ".join(line.strip() for line in told[:-2]))
    assert re.fullmatch(r"  .*⟦kata.*…kata.*⟧.*", told[-2])
    assert re.fullmatch(r"  try: awal.*….*akhir · also at 1:1 and 39 more · QUO222, too", told[-1])


def test_scores_of_areas_stand_once(full: Report) -> None:
    """In the table where the window has room for them, with the article where not, or where the table leaves it out."""
    many = building.report(tuple(msgspec.structs.replace(full.documents[1], id=f"d{n}") for n in range(60)))
    lines = [
        len(re.findall(r"^  \w+ [\d.]+ · .*surface [\d.]+$", plain(report, width=width), re.M))
        for report, width in ((full, 80), (full, 120), (many, 120))
    ]
    assert lines[0] >= 2
    assert lines[1] == 0
    assert 30 < lines[2] < 60


def test_all_that_speaks_for_a_finding_is_there_when_asked_for(envoy: Report) -> None:
    """English and mend of every finding, in as many lines as it takes."""
    assert "English: Special Envoy" not in plain(envoy)
    text = plain(envoy, whole=True)
    assert "  English: Special Envoy ⟦Stefan Wittkopp⟧ said on Sunday that Germany would\n  give “protection”" in text
    assert "back-translation: The talks, which “bore fruit, lasted thirteen hours." in text


def test_of_a_quotation_the_back_translation_is_shown_where_it_says_it() -> None:
    """Not the beginning of its sentence; no word of one in findings that it says nothing about."""
    text = "Judul\n\nMenteri itu berkata di depan para wartawan asing bahwa “jalan buntu” menanti mereka  semua."
    sentence = text.split("\n")[2]
    back = "The minister said in front of the foreign journalists that “a dead road” is waiting for all of them."
    meant = building.finding(text, "QUO211", "critical", "It says something else.", "jalan buntu", evidence="original")
    typing = building.finding(text, "SUR509", "minor", "Loose spacing.", "mereka  semua")
    verdict = building.quote(text, None, "jalan buntu", "ok", "major", back_translation="a dead road")
    rows = building.segments(text, [("Judul", "Title", None), (sentence, back, None)])
    article = building.document("a", text, findings=(meant, typing), quotes=(verdict,), segments=rows)
    first, second = blocks(plain(building.report((article,))))
    assert re.fullmatch(r"  back-translation: …[^⟦]*“⟦a dead road⟧” is.*", first[-1])
    assert not [line for line in second if "back" in line]


def test_the_first_screen_says_which_documents_are_bad_and_why(full: Report) -> None:
    """Worst first, each with its scores and its worst finding; those without findings too, with what is not known."""
    table = plain(full, width=120).split("\n\n")[0].splitlines()
    for document in full.documents:
        if document.scores.overall is not None:
            assert [row for row in table if re.match(rf" *{document.scores.overall:.1f} ", row)]
    at = {title: i for i, row in enumerate(table) for title in ("Judul", "Utusan", "Rapat", "Hujan") if title in row}
    assert at["Judul"] < at["Utusan"] < at["Rapat"] < at["Hujan"]
    assert "3:15 “Stefan Wittkopp” is misspelt “Stefan Witkopf”" in table[at["Utusan"] + 1]
    assert table[at["Hujan"]].split()[:6] == [*["–"] * 5, "100.0"]
    assert [row.split()[0] for row in table if row.endswith(" mean")] == ["62.1"]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("count", [3, 12, 500])
def test_the_first_screen_fits_a_window_of_24_rows(count: int, width: int) -> None:
    """However many documents there are: the worst are listed, the others counted, with the way to see them."""
    documents = list(building.many(count).documents)
    documents[-1] = msgspec.structs.replace(
        documents[-1], title="Judul terburuk", scores=Scores(3.0, 2.0, 1.0, 0.0, 0.0, 0.0),
        not_checked=tuple(NotChecked("overall", f"reason {i} " * 9, "no evidence") for i in range(30)),
    )  # fmt: skip
    screen = plain(building.report(documents), width=width).split("\n\n")[0].splitlines()
    assert len(screen) <= 24
    assert "Judul terburuk" in screen[1]
    listed = sum(bool(re.search(r"Artikel \d+:|Judul", row)) for row in screen)
    (left,) = [row for row in screen if row.startswith("and ")] or [f"and {count - listed} more"]
    assert left.startswith(f"and {count - listed:,} more")
    assert listed == count or "(-o report.html" in left
    assert any(row.startswith("not checked (–): ") and row.endswith("more reasons (-o report.html)") for row in screen)


def test_short_texts_with_serious_findings_come_first() -> None:
    """A text that is too short for a score is not the best one for that."""
    alone = msgspec.structs.replace(
        building.without_original(), scores=Scores(None, None, None, None, None, None), title="Pendek"
    )
    screen = plain(building.report((building.envoy(), alone, building.clean()))).splitlines()
    order = [next(i for i, row in enumerate(screen) if title in row) for title in ("Pendek", "Utusan", "Hujan")]
    assert order == sorted(order)


def test_documents_that_fail_the_gate_come_first() -> None:
    """Whatever their scores: they are what has to be looked at."""
    report = building.report((building.envoy(), building.without_original()))
    screen = plain(report, gate=GateView(False, {"alone": ("a major finding",)})).splitlines()
    assert "Rapat ditunda" in screen[1]


def test_what_was_not_checked_is_said_with_the_reason(full: Report) -> None:
    """On the first screen, with the number of documents; nothing where all was judged."""
    text = plain(full, width=120)
    assert re.search(r"^not checked \(–\): adequacy \(2 of 5 documents\): no original to compare with$", text, re.M)
    assert re.search(r"^not checked \(–\): overall \(1 of 5 documents\): fewer than 30 words and no", text, re.M)
    assert "not checked" not in plain(building.report((building.envoy(),)))


def test_metrics_stand_below_the_table_with_interval_and_signature(full: Report) -> None:
    """What `--confidence` asked for is seen, and how to get the figure again."""
    (told,) = [line for line in plain(full, width=160).splitlines() if line.startswith("bleu ")]
    assert f"bleu {full.summary.metrics['bleu']:.1f} (95 %: 29.0 to 33.5)" in told
    assert full.run.metric_signatures["bleu"] in told


@pytest.mark.parametrize("style", ["full", "concise"])
def test_nothing_in_an_article_reaches_the_terminal_as_control(full: Report, style: str) -> None:
    """Escape sequences and direction overrides are shown, not obeyed."""
    text = plain(full, style=style)
    bad = {c for c in text if unicodedata.category(c) in {"Cc", "Cf"}} - {"\n"}
    assert not bad
    assert "␛[31m" in text
    assert "‹U+202E›" in text


def test_concise_is_one_line_a_finding(envoy: Report) -> None:
    """`input:line:col: CODE severity message`, with a place to go to even where a name is missing."""
    lines = plain(envoy, style="concise").splitlines()
    pattern = re.compile(r"samples/envoy\.txt:\d+:\d+: [A-Z]+\d+ (critical|major|minor) \S.*")
    findings = envoy.documents[0].findings
    assert [bool(pattern.fullmatch(line)) for line in lines] == [True] * len(findings) + [False]
    assert lines[0].startswith("samples/envoy.txt:3:15: ENT101 critical “Stefan Wittkopp”")


def test_skipped_inputs_are_named_with_their_reason(full: Report) -> None:
    """In both styles."""
    for style in ("full", "concise"):
        assert "berita/rusak.html: skipped: not UTF-8" in plain(full, style=style)


def test_an_empty_report_says_so(nothing: Report) -> None:
    """One line, no table."""
    assert plain(nothing) == "0 documents · 0 words · 0 critical, 0 major, 0 minor\n"


def test_colour_is_there_when_asked_for_and_only_then(envoy: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """`never` and a pipe have none; `always` has; the words are the same."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = render_terminal(envoy, width=80, color="always")
    assert "\x1b[1;31mCRITICAL\x1b[0m" in coloured
    assert "\x1b]8;" not in coloured  # no links where nobody can follow them
    bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain(envoy).splitlines()
    assert "\x1b" not in render_terminal(envoy, width=80, color="auto")


def test_the_gate_is_told_at_the_document_and_at_the_end() -> None:
    """Reasons stand with the document; the last line gives the verdict."""
    report = building.report((building.envoy(), building.clean()))
    gate = GateView(False, {"envoy": ("3 critical findings, at most 0 allowed",)})
    text = plain(report, gate=gate)
    assert "gate: 3 critical findings, at most 0 allowed" in text
    assert text.rstrip().endswith("gate not passed (1 document)")
    assert plain(report, gate=GateView(True, {})).rstrip().endswith("gate passed")
