"""Lines, columns and passages of findings."""

from __future__ import annotations

from mtaudit.places import (
    anchor,
    line_and_column,
    location,
    mark_in,
    occurrences,
    passage,
    segment_of,
    worst_first,
)
from tests.rendering import building


def test_lines_and_columns_count_from_one() -> None:
    """The first character of the text is 1:1."""
    document = building.document("x", "ab\r\ncd\ne")
    assert [line_and_column(document, i) for i in (0, 1, 4, 5, 7)] == [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1)]


def test_the_source_map_gives_the_lines_of_the_input() -> None:
    """Text that was taken out of a larger file is pointed at in that file."""
    alone = building.without_original()
    assert location(alone, alone.findings[0]) == "9:9"


def test_what_is_missing_is_pointed_at_where_it_should_stand() -> None:
    """A dropped name leads to the sentence whose English has it; without one, to the beginning."""
    envoy = building.envoy()
    dropped = next(f for f in envoy.findings if f.start is None)
    assert anchor(envoy, dropped) == (envoy.segments[3].start, envoy.segments[3].end)
    alone = building.without_original()
    assert anchor(alone, dropped) == (0, 0)


def test_a_passage_stays_in_its_line_and_is_cut_at_words() -> None:
    """What stands in other paragraphs isn't shown; no word is cut in two."""
    text = "satu\ndua tiga empat lima enam tujuh delapan\nsembilan"
    at = text.index("lima")
    found = passage(text, at, at + 4, around=12)
    assert (found.before, found.marked, found.after) == ("…tiga empat ", "lima", " enam tujuh…")
    whole = passage(text, at, at + 4)
    assert whole.before + whole.marked + whole.after == text.split("\n")[1]


def test_a_stretch_that_is_not_in_the_sentence_leaves_it_unmarked() -> None:
    """The English sentence is still shown."""
    assert mark_in("the sentence", "absent").before == "the sentence"
    assert mark_in("the sentence", "sent").marked == "sent"


def test_every_finding_with_a_place_is_in_a_sentence() -> None:
    """The sentence found contains the stretch."""
    envoy = building.envoy()
    for finding in envoy.findings:
        if finding.text is not None:
            segment = segment_of(envoy, finding)
            assert segment is not None
            assert finding.text in segment.text


def test_worst_first_puts_placeless_findings_after_the_others_of_their_severity() -> None:
    """Severity, then place."""
    ordered = worst_first(reversed(building.envoy().findings))
    assert [f.severity for f in ordered] == ["critical"] * 3 + ["major"] * 4 + ["minor"] * 2
    assert ordered[6].start is None


def test_names_are_found_as_whole_words() -> None:
    """Lima is not in Limasan, but it is in Lima-nya and between marks."""
    assert occurrences("Lima, Limasan “Lima” Lima-nya aLima", "Lima") == [0, 15, 21]
    assert occurrences("x", "") == []
