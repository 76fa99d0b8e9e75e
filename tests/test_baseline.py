"""Baselines: what is kept in the file, and what pruning takes out."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from mtaudit.baseline import entries, pruned, read, stale, write
from mtaudit.config import SuppressSettings
from mtaudit.errors import UsageError
from mtaudit.model import Skipped
from mtaudit.suppressions import apply
from tests.rendering.building import clean, envoy, report


def test_a_file_holds_what_was_accepted_in_stable_order(tmp_path: Path) -> None:
    """Written, read back, written again: the same bytes, whatever the order of the entries."""
    accepted = entries(report([envoy()]))
    assert write(tmp_path / "a.json", accepted) == len({e.fingerprint for e in accepted})
    write(tmp_path / "b.json", reversed(read(tmp_path / "a.json")))
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}', "\xff"]
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    """Empty, another shape, another version: one line that names the file."""
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(UsageError, match=r"b\.json"):
        read(tmp_path / "b.json")


def test_files_of_the_first_version_without_inputs_can_be_read(tmp_path: Path) -> None:
    """`input` is an addition."""
    (tmp_path / "b.json").write_text(
        '{"version":1,"findings":[{"fingerprint":"f","rule":"ENT101","document":"d","text":null,"message":"m"}]}'
    )
    assert read(tmp_path / "b.json")[0].input == ""


def test_pruning_takes_out_what_is_fixed_or_gone() -> None:
    """One finding fixed, one document gone."""
    document = envoy()
    known = entries(report([document]))
    fixed = msgspec.structs.replace(document, findings=document.findings[1:])
    kept, gone = pruned(known, report([fixed]))
    assert [e.fingerprint for e in gone] == [document.findings[0].fingerprint]
    assert len(kept) == len(known) - 1
    assert pruned(known, report([clean()])) == ([], known)


def test_pruning_keeps_what_could_not_be_looked_at() -> None:
    """An input that could not be read this time, rules that were left out."""
    document = envoy()
    known = entries(report([document]))
    unread = report([], [Skipped(document.input, "the server is down")])
    assert pruned(known, unread) == (known, [])
    families = {e.rule[:3] for e in known}
    kept, gone = pruned(known, report([clean()], ignore=["ENT"]))
    assert {e.rule[:3] for e in kept} == {"ENT"}
    assert {e.rule[:3] for e in gone} == families - {"ENT"}


def test_what_a_suppression_took_out_is_no_entry_without_a_finding() -> None:
    """It is there, and would count again without the suppression: neither stale nor pruned."""
    known = entries(report([envoy()]))
    suppressed = apply(report([envoy()]), [SuppressSettings(rule="ENT", reason="ours")])
    assert len(suppressed.documents[0].findings) < len(known)
    assert stale(known, suppressed) == []
    assert pruned(known, suppressed) == (known, [])
