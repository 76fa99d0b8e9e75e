"""Whether what stands inside quotation marks is translated as well as without them: chrF of both, side by side.

usage: python benchmarks/quotation_marks.py PAIRS.tsv[.xz] PACKAGE.argosmodel ... [--tags TAG,...] [--count 200]

PAIRS has `Indonesian <tab> English <tab> tag` lines; --tags takes some of them. Of the first `count` pairs with one
quotation of two words or more on either side are translated: the quotation alone, bare and in straight and in curly
marks; and the whole sentence without its marks and with them, straight and curly. Marks are taken out of hypothesis and
reference before they are compared.
"""

from __future__ import annotations

import argparse
import lzma
import re
import tempfile
from pathlib import Path

import sacrebleu

from mtaudit.translation.argos import ArgosModel
from mtaudit.translation.models import unpack_bundled

QUOTATION = re.compile(r"[\"“]([^\"“”]+)[\"”]")
MARKS = re.compile(r"[\"“”]")


def quotations(path: Path, tags: frozenset[str], count: int) -> list[tuple[str, str, str, str]]:
    """Indonesian sentence and quotation, English sentence and quotation."""
    found = []
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    for line in text.splitlines():
        *sides, tag = line.split("\t")
        if tags and tag not in tags:
            continue
        inside = [QUOTATION.findall(side) for side in sides]
        marks = [len(MARKS.findall(side)) for side in sides]
        if marks == [2, 2] and all(len(i) == 1 and len(i[0].split()) >= 2 for i in inside):
            found.append((sides[0], inside[0][0], sides[1], inside[1][0]))
    return found[:count]


def curly(text: str) -> str:
    return QUOTATION.sub(lambda m: f"“{m[1]}”", text)


def straight(text: str) -> str:
    return QUOTATION.sub(lambda m: f'"{m[1]}"', text)


def bare(text: str) -> str:
    return " ".join(MARKS.sub(" ", text.replace("&quot;", '"')).split())


def chrf(model: ArgosModel, lines: list[str], references: list[str]) -> float:
    hypotheses = [bare(h.text) for h in model.translate(lines)]
    return float(sacrebleu.corpus_chrf(hypotheses, [[bare(r) for r in references]]).score)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("packages", type=Path, nargs="+")
    parser.add_argument("--tags", default="", help="sources, with commas between them")
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    rows = quotations(options.pairs, frozenset(filter(None, options.tags.split(","))), options.count)
    print(f"chrF over {len(rows)} quotations")
    print('| package | alone, bare | in “” | in "" | sentence, bare | with “” | with "" |')
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for path in options.packages:
        with tempfile.TemporaryDirectory() as folder:
            model = ArgosModel(unpack_bundled(path, Path(folder)), path.name)
            back = model.info.name
            figures = [
                chrf(model, [form(inside) for _, inside, _, _ in rows], [english for *_, english in rows])
                for form in (str, lambda text: f"“{text}”", lambda text: f'"{text}"')
            ] + [
                chrf(model, [form(sentence) for sentence, *_ in rows], [english for _, _, english, _ in rows])
                for form in (bare, curly, straight)
            ]
        print(f"| {back} | " + " | ".join(f"{figure:.1f}" for figure in figures) + " |", flush=True)


if __name__ == "__main__":
    main()
