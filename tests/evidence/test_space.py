"""Words near in meaning are near in the space, and what the parallel text aligned is remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mtaudit.evidence.space import USUAL_SHARE, Space, load
from mtaudit.languages import ENGLISH_INDONESIAN

SPACE = load(ENGLISH_INDONESIAN)


def near(one: str, other: str) -> float:
    a, b = SPACE.vectors([one, other])
    return float(a @ b)


def test_meaning() -> None:
    """`police` is nearer to `arrest` than to `soup`; a word that nobody knows is near to nothing."""
    assert near("polic", "arrest") > near("polic", "soup") + 0.2
    assert near("polic", "xqzzy") == 0.0


def test_alignments() -> None:
    """Translations were aligned to each other, strangers were not, and unknown words to nothing."""
    strong, none = SPACE.aligned("rumah", ["hous", "piracy"])
    assert strong > 0.3
    assert none == 0.0
    assert not SPACE.aligned("xqzzy", ["hous"]).any()


def test_light_verbs_have_fewer_partners() -> None:
    """`put` is aligned less often than `affect`; what is unknown has the usual share."""
    assert SPACE.source_share("put") < SPACE.source_share("affect") - 0.1
    assert SPACE.source_share("xqzzy") == USUAL_SHARE


def test_a_pair_without_tables(tmp_path: Path) -> None:
    """Where a pair has no space, nothing is near and nothing was aligned, and nothing fails."""
    empty = load(replace(ENGLISH_INDONESIAN, data=tmp_path))
    assert not Space().aligned("rumah", ["hous"]).any()
    assert not empty.vectors(["hous"]).any()
    assert empty.target_share("rumah") == USUAL_SHARE
