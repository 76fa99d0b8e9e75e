"""How long a package takes to decode, against another on the same sentences: ratios of runs in turn.

usage: python benchmarks/decoding.py LINES.txt OTHER.argosmodel PACKAGE.argosmodel ... [--runs 5]

Each PACKAGE is timed in turn with OTHER (A B A B ...), at beam 4, for the best hypothesis and for four. LINES are
Indonesian for id-en packages. For an en-id package give English lines in `LINES.txt:ENGLISH.txt`. The median ratio and
the lowest and highest are printed; models are loaded before the first run.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from mtaudit.translation.argos import ArgosModel
from mtaudit.translation.models import unpack_bundled


def seconds(model: ArgosModel, lines: Sequence[str], best: int) -> float:
    started = time.perf_counter()
    model.translate(lines, best=best)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lines")
    parser.add_argument("other", type=Path)
    parser.add_argument("packages", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    texts = [Path(name).read_text(encoding="utf-8").splitlines() for name in options.lines.split(":")]
    print(f"| package, against {options.other.name} | best | 4 best |\n| --- | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        base = ArgosModel(unpack_bundled(options.other, Path(folder)), options.other.name)
        base.translate(texts[0][:20])
        for path in options.packages:
            unpacked = unpack_bundled(path, Path(folder))
            model = ArgosModel(unpacked, path.name)
            lines = texts[-1] if unpacked.name.startswith("translate-en") else texts[0]
            model.translate(lines[:20])
            cells = []
            for best in (1, 4):
                ratios = [seconds(model, lines, best) / seconds(base, texts[0], 1) for _ in range(options.runs)]
                cells.append(f"{statistics.median(ratios):.2f} × ({min(ratios):.2f}-{max(ratios):.2f})")
            print(f"| {path.name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
