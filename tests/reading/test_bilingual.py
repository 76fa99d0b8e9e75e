"""Bilingual files: their units are the alignment, what is not audited is said, fields are no words."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtaudit
from mtaudit.model import Report

XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="{name}" source-language="en" target-language="{language}"><body>
{units}
</body></file>
</xliff>"""


def unit(id: str, source: str, target: str, more: str = "") -> str:
    return f'<trans-unit id="{id}"{more}><source>{source}</source>{target}</trans-unit>'


def audited(tmp_path: Path, name: str, text: str) -> Report:
    """The report on one file, judged without translators."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return mtaudit.audit([str(file)], back_translation=False, second_translation=False)


def notes(report: Report) -> str:
    return "\n".join(note for read in report.inputs for note in read.notes)


def test_a_unit_is_a_segment_whatever_stops_are_in_it(tmp_path: Path) -> None:
    """Neither parted at `Dr.` nor joined with its neighbour; a finding names its unit."""
    units = (
        unit("a", "Ask Dr. Wirya. He knows.", "<target>Tanya Dr. Wirya. Ia tahu.</target>"),
        unit("b", "Food stalls accept cash", "<target>Warung menerima tunai</target>"),
        unit("c", "and {count} cards", "<target>dan {jumlah} kartu</target>"),
    )
    (document,) = audited(tmp_path, "a.xlf", XLIFF.format(name="x", language="id", units="\n".join(units))).documents
    assert [(s.text, s.original) for s in document.segments] == [
        ("Tanya Dr. Wirya. Ia tahu.", "Ask Dr. Wirya. He knows."),
        ("Warung menerima tunai", "Food stalls accept cash"),
        ("dan {jumlah} kartu", "and {count} cards"),
    ]
    assert [(f.rule, f.text, f.suggestion, f.unit, f.line) for f in document.findings] == [
        ("SUR523", "{jumlah}", "{count}", "c", 5)
    ]


def test_units_that_are_not_audited_are_counted_by_reason(tmp_path: Path) -> None:
    """Not to be translated, alone or by their group; without a translation; in a state that says so."""
    units = (
        unit("a", "The gate is closed.", "<target>Gerbang itu ditutup.</target>"),
        unit("b", "KEY", "<target>KEY</target>", ' translate="no"'),
        f'<group translate="no">{unit("c", "KEY_2", "<target>KEY_2</target>")}</group>',
        unit("d", "The gate is open.", "<target/>"),
        unit("e", "The gate is old.", '<target state="needs-translation">The gate is old.</target>'),
    )
    report = audited(tmp_path, "a.xlf", XLIFF.format(name="x", language="id", units="\n".join(units)))
    assert report.documents[0].text == "Gerbang itu ditutup."
    assert (
        "x: 4 units left out: 2 marked translate=no, 1 without a translation, 1 in the state needs-translation"
        in notes(report)
    )


def test_other_target_languages_are_passed_over_by_name(tmp_path: Path) -> None:
    """Beside Indonesian they are a note; a file of nothing else is skipped."""
    one = unit("a", "The gate is closed.", "<target>{}</target>")
    vietnamese = XLIFF.format(name="v", language="vi-VN", units=one.format("Cổng đã đóng."))
    report = audited(tmp_path, "v.xlf", vietnamese)
    assert not report.documents
    assert [(s.input.rpartition("/")[2], s.reason) for s in report.skipped] == [
        ("v.xlf#v", "in Vietnamese (vi): only Indonesian is audited")
    ]
    both = vietnamese.replace(
        "</xliff>",
        '<file original="i" source-language="en" target-language="in"><body>'
        + one.format("Gerbang ditutup.")
        + "</body></file></xliff>",
    )
    report = audited(tmp_path, "b.xlf", both)
    assert [d.text for d in report.documents] == ["Gerbang ditutup."]
    assert not report.skipped
    assert "v: left out, in Vietnamese (vi): only Indonesian is audited" in notes(report)


def test_a_fuzzy_entry_is_audited_and_called_so(tmp_path: Path) -> None:
    """Obsolete and empty ones are counted."""
    po = (
        'msgid ""\nmsgstr ""\n"Language: id\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#, fuzzy\nmsgid "Edit the headline"\nmsgstr "Ubah judul"\n\nmsgid "Open"\nmsgstr ""\n\n'
        '#~ msgid "Old"\n#~ msgstr "Lama"\n'
    )
    report = audited(tmp_path, "a.po", po)
    assert report.documents[0].text == "Ubah judul"
    assert "2 units left out: 1 without a translation, 1 obsolete" in notes(report)
    assert "1 fuzzy unit audited like the others" in notes(report)


@pytest.mark.parametrize(
    ("source", "target", "read"),
    [
        (
            "You have {n, plural, one {# new note} other {# new notes}} today.",
            "Ada {n, plural, other {# catatan baru}} hari ini.",
            ("Ada # catatan baru hari ini.", "You have # new notes today."),
        ),
        (
            "{who, select, f {She} other {They {n, plural, other {# times}}}} came.",
            "{who, select, other {Mereka}} datang.",
            ("Mereka datang.", "They # times came."),
        ),
        ("An open {n, plural, other {# brace", "Kurung {n, plural, other {# buka", None),
    ],
)
def test_of_icu_choices_the_last_form_is_read(
    tmp_path: Path, source: str, target: str, read: tuple[str, str] | None
) -> None:
    """On both sides; a message whose braces don't match stays as it is."""
    text = XLIFF.format(name="x", language="id", units=unit("a", source, f"<target>{target}</target>"))
    (document,) = audited(tmp_path, "a.xlf", text).documents
    assert document.original is not None
    assert (document.text, document.original.text) == (read or (target, source))


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Deleted by %s on %s", "Dihapus oleh %s pada %s", []),
        ("Deleted by %(user)s", "Dihapus oleh %(pengguna)s", [("%(pengguna)s", "%(user)s")]),
        ("{{ name }} wrote {0}", "{{ name }} menulis", [(None, "{0}")]),
        ("Read <b>this</b>", "Baca <b>ini", [(None, "</b>")]),
        (
            "Write to info@kota.example now",
            "Tulis ke infa@kota.example sekarang",
            [("infa@kota.example", "info@kota.example")],
        ),
        ("Set MAX_SIZE to 5", "Atur MAX_UKURAN ke 5", [("MAX_UKURAN", "MAX_SIZE")]),
        ("You save 50% daily", "Anda hemat 50% dari harga", []),
        ("Hello", "Halo {nama}", [("{nama}", None)]),
    ],
)
def test_fields_that_were_lost_or_changed_are_told(
    tmp_path: Path, source: str, target: str, told: list[tuple[str | None, str | None]]
) -> None:
    """printf, Python, Mustache and positional fields, tags, addresses, keys; a percentage is none."""
    head = 'msgid ""\nmsgstr ""\n"Language: id\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po = f'{head}msgid "{source}"\nmsgstr "{target}"\n'
    (document,) = audited(tmp_path, "a.po", po).documents
    assert [(f.text, f.original) for f in document.findings if f.rule == "SUR523"] == told
    assert not [f for f in document.findings if f.text in ("s", "d", "name", "info", "kota", "example")]


def test_a_field_in_native_code_is_read_and_a_tag_is_not(tmp_path: Path) -> None:
    """What `equiv-text` or a placeholder element says is filled in stands in the text; bold type does not."""
    source = 'Rain in <x id="1" equiv-text="%1$s"/> until <ph id="2">{time}</ph><x id="3" equiv-text="&lt;br/&gt;"/>.'
    target = 'Hujan di <x id="1" equiv-text="%1$s"/> hingga <ph id="2">{time}</ph><x id="3" equiv-text="&lt;br/&gt;"/>.'
    text = XLIFF.format(name="x", language="id", units=unit("a", source, f"<target>{target}</target>"))
    (document,) = audited(tmp_path, "a.xlf", text).documents
    assert document.text == "Hujan di %1$s hingga {time}."
    assert not document.findings
