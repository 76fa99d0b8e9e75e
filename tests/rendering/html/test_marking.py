"""Stretches that lie inside and across one another."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from mtaudit.rendering.html.marking import Mark, marked


def mark(start: int, end: int, name: str, rank: int = 0) -> Mark:
    return Mark(start, end, f"<{name}>", f"</{name}>", after_cut=f"</{name}>", before_again=f"<{name}>", rank=rank)


def test_a_stretch_inside_another_is_nested() -> None:
    """The longer one outside."""
    assert marked("abcdef", 0, 6, [mark(2, 4, "n"), mark(1, 5, "q")]) == "a<q>b<n>cd</n>e</q>f"


def test_the_rank_decides_for_the_same_stretch() -> None:
    """Quotation outside, name inside."""
    assert marked("abc", 0, 3, [mark(0, 3, "n", 1), mark(0, 3, "q", 0)]) == "<q><n>abc</n></q>"


def test_a_stretch_across_another_is_closed_and_opened_again() -> None:
    """Elements never cross."""
    assert marked("abcdef", 0, 6, [mark(0, 4, "q"), mark(2, 6, "f")]) == "<q>ab<f>cd</f></q><f>ef</f>"


def test_only_the_part_inside_the_sentence_is_marked() -> None:
    """A quotation runs over sentences."""
    assert marked("abcdef", 2, 4, [mark(0, 6, "q"), mark(4, 5, "n")]) == "<q>cd</q>"


@given(
    st.text("ab<&\n", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 2)), max_size=12),
)
def test_any_marks_keep_the_text_and_nest(text: str, spans: list[tuple[int, int, int]]) -> None:
    """Whatever the stretches are, the text is the same and every element closes in its turn."""
    marks = [mark(min(a, b), max(a, b), f"m{i}", r) for i, (a, b, r) in enumerate(spans)]
    html = marked(text, 0, len(text), marks)
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)(m\d+)>", html):
        if closing:
            assert stack.pop() == name
        else:
            stack.append(name)
    assert stack == []
    plain = re.sub(r"</?m\d+>", "", html).replace("&lt;", "<").replace("&amp;", "&")
    assert plain == text
