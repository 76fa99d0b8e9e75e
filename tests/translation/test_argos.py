"""Translation with a real CTranslate2 model inside a real Argos package."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.errors import PackageError
from mtaudit.translation.argos import ArgosModel, open_package
from mtaudit.translation.cache import CachedModel
from mtaudit.translation.models import unpack_bundled
from tests.conftest import LINES


@pytest.fixture(scope="module")
def folder(tiny_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack_bundled(tiny_package, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def translator(folder: Path) -> ArgosModel:
    return ArgosModel(folder, "tiny")


def test_one_line_in_one_line_out_in_order(translator: ArgosModel) -> None:
    """Every line gets its own hypothesis, blank lines stay blank, repeated lines are alike."""
    lines = [LINES[0], "", LINES[1], LINES[0], "   "]
    out = translator.translate(lines)
    assert len(out) == 5
    assert [h.text for h in (out[1], out[4])] == ["", ""]
    assert out[0] == out[3]
    assert out[0] != out[2]


def test_a_batch_gives_the_strings_that_single_lines_give(translator: ArgosModel) -> None:
    """What a sentence becomes does not depend on its neighbours."""
    together = [h.text for h in translator.translate(LINES)]
    alone = [translator.translate([line])[0].text for line in LINES]
    assert together == alone


def test_the_strings_are_argostranslates_own(translator: ArgosModel, folder: Path) -> None:
    """Our batches and argostranslate's decoding settings agree, token for token."""
    import ctranslate2

    package = open_package(folder)
    decoder = ctranslate2.Translator(str(folder / "model"))
    for line in LINES[:3]:
        result = decoder.translate_batch(
            [package.tokenizer.encode(line)], beam_size=4, length_penalty=0.2, replace_unknowns=True
        )
        expected = package.tokenizer.decode(result[0].hypotheses[0]).strip()
        assert translator.translate([line])[0].text == expected


def test_very_long_lines_are_translated_in_pieces(translator: ArgosModel) -> None:
    """A line of a thousand words, with or without punctuation or blanks, neither fails nor comes back empty."""
    for line in (" ".join(LINES[0].split() * 170), "kata, " * 600, "x" * 5000):
        (hypothesis,) = translator.translate([line])
        assert hypothesis.text


def test_scores_are_mean_log_probabilities(translator: ArgosModel) -> None:
    """Scores are at most 0, and a forced score is given for each pair."""
    assert all(h.score <= 0 for h in translator.translate(LINES))
    scores = translator.score([(LINES[0], LINES[3]), (LINES[0], LINES[5])])
    assert len(scores) == 2
    assert all(score.mean < 0 and len(score.tokens) == len(score.log_probs) for score in scores)
    assert scores[0] != scores[1]
    assert "".join(scores[0].tokens[:-1]).replace("▁", " ").strip() == LINES[3]


def test_the_best_hypotheses_of_the_beam_come_with_the_first(translator: ArgosModel) -> None:
    """Asked for four, the first is the one that is given alone, and three others follow."""
    (alone,) = translator.translate(LINES[:1])
    (four,) = translator.translate(LINES[:1], best=4)
    assert (four.text, four.score) == (alone.text, alone.score)
    assert alone.others == ()
    assert len(four.others) == 3
    with pytest.raises(ValueError, match="beam"):
        translator.translate(LINES, best=5)


def test_a_text_on_its_own_is_scored_only_by_models_that_learnt_it(translator: ArgosModel) -> None:
    """The tiny package says nothing of dropped sources: asked without a source it says so by name."""
    with pytest.raises(PackageError, match="tiny: the model was not trained"):
        translator.score([("", LINES[0])])


def test_progress_counts_every_line_once(translator: ArgosModel) -> None:
    """The counts that the progress bar gets add up to the number of lines that are not blank."""
    seen: list[int] = []
    translator.translate([*LINES, LINES[0], ""], seen.append)
    assert sum(seen) == len(LINES) + 1


def test_a_cache_gives_the_same_and_asks_only_once(translator: ArgosModel, tmp_path: Path) -> None:
    """The second time nothing is decoded; the result is the same; a damaged cache file is made anew."""

    class Counting:
        info = translator.info
        asked = 0

        def translate(self, lines, progress=None, best=1):  # type: ignore[no-untyped-def]
            self.asked += len(lines)
            return translator.translate(lines, progress, best)

        def score(self, pairs, progress=None):  # type: ignore[no-untyped-def]
            self.asked += len(pairs)
            return translator.score(pairs, progress)

    inner = Counting()
    cached = CachedModel(inner, tmp_path)
    first = cached.translate([*LINES, ""])
    assert first == translator.translate([*LINES, ""])
    assert cached.translate(list(reversed(LINES))) == list(reversed(first[:-1]))
    assert inner.asked == len(LINES)
    pairs = [(LINES[0], LINES[3]), (LINES[1], LINES[4]), (LINES[0], LINES[3])]
    assert cached.score(pairs) == cached.score(pairs) == translator.score(pairs)
    assert inner.asked == len(LINES) + 2
    assert (
        cached.translate(LINES[:1], best=4)
        == cached.translate(LINES[:1], best=4)
        == translator.translate(LINES[:1], best=4)
    )
    assert inner.asked == len(LINES) + 3
    (file,) = tmp_path.glob("*.sqlite3")
    file.write_bytes(b"this is no database" * 100)
    assert cached.translate(LINES) == first[:-1]


def test_a_folder_that_is_no_package_is_told_by_name(tmp_path: Path) -> None:
    """The error names the folder."""
    with pytest.raises(PackageError, match="nothing-here"):
        open_package(tmp_path / "nothing-here")
