"""The examples of docs/inputs.md give what the page says."""

import re
from pathlib import Path

import pytest

from mtaudit.model import Skipped
from mtaudit.reading import Pair, Remark, formats, read_inputs, read_pairs

PAGE = (Path(__file__).parents[2] / "docs" / "inputs.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```\w+ (file|pairs)=(\S+)\n(.*?)```\n```text gives\n(.*?)```", re.DOTALL)


def test_every_example_gives_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """id, title, text and original of each document."""
    monkeypatch.chdir(tmp_path)
    examples = EXAMPLE.findall(PAGE)
    assert len(examples) >= 7
    for kind, name, content, expected in examples:
        Path(name).write_text(content, encoding="utf-8")
        lines = []
        for item in read_pairs(name) if kind == "pairs" else read_inputs([name]):
            assert not isinstance(item, Skipped), item
            if isinstance(item, Remark):
                continue
            document, original = (item.translation, item.original) if isinstance(item, Pair) else (item, None)
            parts = [document.id, str(document.title), repr(document.text)]
            lines.append(" | ".join(parts + ([repr(original.text)] if original else [])))
        assert lines == expected.splitlines(), name


def test_every_ending_is_on_the_page() -> None:
    """None is read that the page does not name."""
    assert [ending for ending in formats.ENDINGS if f"`{ending}`" not in PAGE] == []
