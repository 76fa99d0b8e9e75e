"""What bench.py times inside a process: each arm makes ready, then returns what is timed.

usage: python benchmarks/arms.py ARM COUNT (prints the processor seconds of all threads)

The process has done the same with one sentence before the clock starts, so that tables and models are loaded.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the program of this checkout

from files import articles, pairs_file, xliff
from units import Pair, units

import mtaudit

if TYPE_CHECKING:
    from mtaudit.case import Case
    from mtaudit.translation.interface import TranslationModel

ROOT = Path(__file__).resolve().parent.parent
FILES = 100
OLD_PACKAGE = "6e07033"  # the commit that brought package 0.3
NO_TRANSLATION = {"back_translation": False, "second_translation": False}

Run = Callable[[], None]
Arm = Callable[[Sequence[Pair], Path], Run]


def _bundled() -> Any:
    from mtaudit.translation import models

    return next(p for p in models.of_pair("id", "en") if p.origin == "bundled")


def _decoded(folder: Path, pairs: Sequence[Pair]) -> Run:
    from mtaudit.translation import argos

    translator = argos.ArgosModel(folder, folder.name)
    translator.translate(["Satu."])
    lines = [indonesian for _, indonesian in pairs]

    def run() -> None:
        translator.translate(lines)

    return run


def decode(pairs: Sequence[Pair], folder: Path) -> Run:
    """The bundled back-translator alone."""
    return _decoded(_bundled().folder, pairs)


def old(pairs: Sequence[Pair], folder: Path) -> Run:
    """Package 0.3 alone, from the repository's history."""
    shown = subprocess.run(
        ["git", "show", f"{OLD_PACKAGE}:mtaudit/data/id_en.argosmodel"], cwd=ROOT, stdout=subprocess.PIPE
    )
    if shown.returncode:
        sys.exit("bench: package 0.3 is not in this clone's history: git fetch --unshallow")
    with zipfile.ZipFile(io.BytesIO(shown.stdout)) as package:
        package.extractall(folder / "old")
    return _decoded(next((folder / "old").iterdir()), pairs)


def argos(pairs: Sequence[Pair], folder: Path) -> Run:
    """argostranslate with the same package, called for one sentence after the other, as its users do."""
    packages = folder / "packages"
    packages.mkdir(exist_ok=True)
    os.environ |= {"ARGOS_PACKAGES_DIR": str(packages), "ORT_DISABLE_TELEMETRY": "1"}  # before it is imported
    if not (packages / "id_en").exists():
        (packages / "id_en").symlink_to(_bundled().folder)
    from argostranslate.translate import translate

    def run() -> None:
        for _, indonesian in pairs:
            translate(indonesian, "id", "en")

    return run


def _audited(pairs: Sequence[Pair], folder: Path, size: int = 25, **settings: Any) -> Run:
    path = pairs_file(folder, pairs, size)

    def run() -> None:
        report = mtaudit.audit(pairs=path, no_cache=True, jobs=1, **settings)
        assert sum(len(d.segments) for d in report.documents) == len(pairs), "not every sentence was read"

    return run


def checks(pairs: Sequence[Pair], folder: Path) -> Run:
    """An audit without translations of articles with their originals."""
    return _audited(pairs, folder, **NO_TRANSLATION)


def short(pairs: Sequence[Pair], folder: Path) -> Run:
    """The same of articles of two sentences."""
    return _audited(pairs, folder, 2, **NO_TRANSLATION)


def once(pairs: Sequence[Pair], folder: Path) -> Run:
    """An audit with back-translations and without second translations."""
    return _audited(pairs, folder, second_translation=False)


def everything(pairs: Sequence[Pair], folder: Path) -> Run:
    """An audit with all that is on by default."""
    return _audited(pairs, folder)


def names(pairs: Sequence[Pair], folder: Path) -> Run:
    """The verdicts on names of articles that are read and aligned already, and their words weighed for the reader."""
    from mtaudit import pipeline
    from mtaudit.case import Document
    from mtaudit.evidence.gather import evidence
    from mtaudit.names.cluster import NameIndex
    from mtaudit.names.judge import judge
    from mtaudit.originals.choose import OriginalIndex

    cases = []
    for i, article in enumerate(articles(pairs)):
        english = Document(f"{i}.en", f"{i}.en", "\n".join(e for e, _ in article), language="en")
        document = Document(str(i), str(i), "\n".join(b for _, b in article), language="id")
        translation = pipeline.Translation(document, english, True)
        cases.append(pipeline.with_original(pipeline.begin(translation), translation, OriginalIndex([english])))
        evidence(cases[-1])

    def run() -> None:
        index = NameIndex.build(cases, [], ())
        for case in cases:
            judge(case, index)

    return run


def _translated(pairs: Sequence[Pair]) -> tuple[list[Case], TranslationModel, TranslationModel]:
    """Articles with back-translations and second translations, and the two bundled translators."""
    from mtaudit import pipeline
    from mtaudit.case import Document
    from mtaudit.evidence.translations import back_translate, with_second_translations
    from mtaudit.originals.choose import OriginalIndex
    from mtaudit.translation import models

    back, forward = models.bundled("id", "en"), models.bundled("en", "id")
    assert back is not None
    assert forward is not None
    given = [
        pipeline.Translation(
            Document(str(i), str(i), "\n".join(b for _, b in own), language="id"),
            Document(f"{i}.en", f"{i}.en", "\n".join(e for e, _ in own), language="en"),
            True,
        )
        for i, own in enumerate(articles(pairs))
    ]
    begun = back_translate([pipeline.begin(one) for one in given], back)
    index = OriginalIndex([])
    matched = [pipeline.with_original(case, one, index) for case, one in zip(begun, given, strict=True)]
    return with_second_translations(matched, [forward]), back, forward


def scores(pairs: Sequence[Pair], folder: Path) -> Run:
    """The forced scores of articles that are translated already."""
    from mtaudit.evidence.translations import with_forced_scores

    cases, back, forward = _translated(pairs)

    def run() -> None:
        with_forced_scores(cases, back, forward)

    return run


def reader(pairs: Sequence[Pair], folder: Path) -> Run:
    """The evidence, features and probabilities of articles whose words are weighed already."""
    from mtaudit.evidence.translations import with_forced_scores
    from mtaudit.reader.read import read

    cases, back, forward = _translated(pairs)
    cases = with_forced_scores(cases, back, forward)

    def run() -> None:
        for case in cases:
            assert read(case).word_faults, "an article was not read"

    return run


def _files(pairs: Sequence[Pair], folder: Path, count: int) -> Run:
    size = -(-len(pairs) // count)
    own = Path(tempfile.mkdtemp(dir=folder))
    for i, part in enumerate(articles(pairs, size)):
        (own / f"{i}.xlf").write_text(xliff(part), encoding="utf-8")

    def run() -> None:
        report = mtaudit.audit(own, no_cache=True, jobs=1, **NO_TRANSLATION)
        assert sum(len(d.segments) for d in report.documents) == len(pairs), "not every unit was read"

    return run


def one_file(pairs: Sequence[Pair], folder: Path) -> Run:
    """An audit without translations of one XLIFF file."""
    return _files(pairs, folder, 1)


def many_files(pairs: Sequence[Pair], folder: Path) -> Run:
    """The same units in a hundred files."""
    return _files(pairs, folder, FILES)


ARMS: dict[str, Arm] = {
    arm.__name__: arm
    for arm in (
        decode, old, argos, checks, short, once, everything, names, scores, reader, one_file, many_files,
    )
}  # fmt: skip


def measure(arm: str, count: int) -> float:
    """Processor seconds that `arm` takes for `count` units; to be called in a fresh process."""
    pairs = units(count + 1)
    with tempfile.TemporaryDirectory() as folder:
        ARMS[arm](pairs[count:], Path(folder))()
        run = ARMS[arm](pairs[:count], Path(folder))
        before = time.process_time()
        run()
        return time.process_time() - before


if __name__ == "__main__":
    print(measure(sys.argv[1], int(sys.argv[2])))
