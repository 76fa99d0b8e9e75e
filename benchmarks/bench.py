"""What the program costs, as ratios of processor time: writes a table into benchmarks/README.md and prints it.

usage: python benchmarks/bench.py [--rounds 5] [--units 300] [--large 5000] [--only decode|size]

Every measurement runs in a process of its own, which has done the same with one sentence before the clock starts, so
that tables and models are loaded. The two sides of a ratio follow each other, and change places from round to round.
Only processor time counts (of all threads), so another busy process does little harm.

decode   All checks, and those of names alone, on articles of 25 sentences with their originals and without a
         translation, against decoding the same sentences with the bundled back-translator and nothing else; and so the
         reader's two steps, forced scores of both translators (five a sentence) and the features with their trees.
size     All checks of one file of `--large` units against the same units in a hundred files.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the program of this checkout

from table import publish, table
from units import units

import mtaudit

if TYPE_CHECKING:
    from mtaudit.case import Case
    from mtaudit.translation.interface import TranslationModel

ARTICLE = 25  # sentences
FILES = 100
LARGE_ROUNDS = 3

Pair = tuple[str, str]


def articles(pairs: Sequence[Pair], size: int = ARTICLE) -> list[list[Pair]]:
    """The pairs in articles of `size` sentences."""
    return [list(pairs[at : at + size]) for at in range(0, len(pairs), size)]


def xliff(pairs: Sequence[Pair]) -> str:
    """An XLIFF 1.2 file."""
    rows = "".join(
        f'<trans-unit id="{i}"><source>{escape(english)}</source><target>{escape(indonesian)}</target></trans-unit>\n'
        for i, (english, indonesian) in enumerate(pairs)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file original="x" source-language="en" target-language="id" datatype="plaintext"><body>\n{rows}'
        "</body></file></xliff>\n"
    )


def decode(pairs: Sequence[Pair], folder: Path) -> Callable[[], None]:
    """The bundled back-translator alone, loaded already."""
    from mtaudit.translation import argos, models

    package = next(p for p in models.of_pair("id", "en") if p.origin == "bundled")
    translator = argos.ArgosModel(package.folder, package.name)
    translator.translate(["Satu."])
    lines = [indonesian for _, indonesian in pairs]

    def run() -> None:
        translator.translate(lines)

    return run


def checks(pairs: Sequence[Pair], folder: Path) -> Callable[[], None]:
    """An audit without back-translation of articles with their originals."""
    rows = [
        {"id": str(i), "translation": "\n".join(b for _, b in own), "original": "\n".join(e for e, _ in own)}
        for i, own in enumerate(articles(pairs))
    ]
    path = folder / f"{len(pairs)}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    def run() -> None:
        report = mtaudit.audit(pairs=path, back_translation=False, second_translation=False, no_cache=True, jobs=1)
        assert len(report.documents) == len(rows), "not every article was read"

    return run


def names(pairs: Sequence[Pair], folder: Path) -> Callable[[], None]:
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


def translated(pairs: Sequence[Pair]) -> tuple[list[Case], TranslationModel, TranslationModel]:
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


def scores(pairs: Sequence[Pair], folder: Path) -> Callable[[], None]:
    """The forced scores of articles that are translated already."""
    from mtaudit.evidence.translations import with_forced_scores

    cases, back, forward = translated(pairs)

    def run() -> None:
        with_forced_scores(cases, back, forward)

    return run


def reader(pairs: Sequence[Pair], folder: Path) -> Callable[[], None]:
    """The evidence, features and probabilities of articles whose words are weighed already."""
    from mtaudit.evidence.translations import with_forced_scores
    from mtaudit.reader.read import read

    cases, back, forward = translated(pairs)
    cases = with_forced_scores(cases, back, forward)

    def run() -> None:
        for case in cases:
            assert read(case).word_faults, "an article was not read"

    return run


def files(pairs: Sequence[Pair], folder: Path, count: int) -> Callable[[], None]:
    """An audit without back-translation of `count` XLIFF files."""
    size = -(-len(pairs) // count)
    own = Path(tempfile.mkdtemp(dir=folder))
    for i, part in enumerate(articles(pairs, size)):
        (own / f"{i}.xlf").write_text(xliff(part), encoding="utf-8")

    def run() -> None:
        report = mtaudit.audit(own, back_translation=False, second_translation=False, no_cache=True, jobs=1)
        assert sum(len(d.segments) for d in report.documents) == len(pairs), "not every unit was read"

    return run


ARMS: dict[str, Callable[[Sequence[Pair], Path], Callable[[], None]]] = {
    "decode": decode,
    "checks": checks,
    "names": names,
    "scores": scores,
    "reader": reader,
    "one": lambda pairs, folder: files(pairs, folder, 1),
    "many": lambda pairs, folder: files(pairs, folder, FILES),
}


def measure(arm: str, count: int) -> float:
    """Processor seconds that `arm` takes for `count` units; to be called in a fresh process."""
    pairs = units(count + 1)
    with tempfile.TemporaryDirectory() as folder:
        ARMS[arm](pairs[count:], Path(folder))()
        run = ARMS[arm](pairs[:count], Path(folder))
        before = time.process_time()
        run()
        return time.process_time() - before


def fresh(arm: str, count: int) -> float:
    """`measure` in a process of its own."""
    command = [sys.executable, __file__, "--arm", arm, "--units", str(count)]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment)
    if done.returncode:
        sys.exit(f"bench: {arm} could not be measured, see above")
    return float(done.stdout.split()[-1])


def rounds(arms: Sequence[str], count: int, times: int) -> list[dict[str, float]]:
    """Seconds of each arm, round by round, in turning order."""
    found = []
    for number in range(times):
        order = arms if number % 2 == 0 else list(reversed(arms))
        found.append({arm: fresh(arm, count) for arm in order})
        print(f"round {number + 1} of {times}: {', '.join(arms)}", file=sys.stderr, flush=True)
    return found


def row(what: str, against: str, one: str, other: str, found: Sequence[dict[str, float]]) -> list[str]:
    """A line of the table."""
    ratios = sorted(each[one] / each[other] for each in found)
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
    return [what, against, f"{statistics.median(ratios):.2f}", spread, str(len(ratios))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--units", type=int, default=300)
    parser.add_argument("--large", type=int, default=5000)
    parser.add_argument("--only", choices=["decode", "size"])
    parser.add_argument("--arm", choices=list(ARMS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.arm:
        print(measure(options.arm, options.units))
        return
    lines = []
    if options.only != "size":
        found = rounds(["decode", "checks", "names", "scores", "reader"], options.units, options.rounds)
        sentences = f"{options.units:,} sentences"
        lines.append(row(f"all checks, {sentences}", "bare decode of the same", "checks", "decode", found))
        lines.append(row(f"names alone, {sentences}", "bare decode of the same", "names", "decode", found))
        what = f"the reader's five forced scores a sentence, {sentences}"
        lines.append(row(what, "bare decode of the same", "scores", "decode", found))
        what = f"the reader's features and trees, {sentences}"
        lines.append(row(what, "bare decode of the same", "reader", "decode", found))
    if options.only != "decode":
        found = rounds(["one", "many"], options.large, min(LARGE_ROUNDS, options.rounds))
        size = f"all checks, one file of {options.large:,} units"
        lines.append(row(size, f"the same units in {FILES} files", "one", "many", found))
    publish("bench", table(["what", "against", "ratio", "spread", "rounds"], lines))


if __name__ == "__main__":
    main()
