"""A checkpoint -> CTranslate2 (int8) -> .argosmodel, with its BLEU and chrF measured and written into the metadata.

usage: python export.py WORKDIR/final.pt OUT.argosmodel [--reverse] --version 0.4 [--average MORE.pt ...]
       [--flores GOLD/flores-dev.jsonl] [--dev dev.tsv]

WORKDIR has sentencepiece.model and target.model. --reverse: an English-Indonesian package.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import ctranslate2
import sacrebleu
import sentencepiece as spm
import torch
from convert import to_ctranslate2
from model import Shape
from pieces import NOTHING

NAMES = {"id": "Indonesian", "en": "English"}


def translate(model: Path, pieces: spm.SentencePieceProcessor, lines: list[str]) -> tuple[list[str], float]:
    """Beam-4 translations and sentences a second on two threads."""
    translator = ctranslate2.Translator(str(model), inter_threads=2, intra_threads=1)
    started = time.monotonic()
    results = translator.translate_batch(
        pieces.encode(lines, out_type=str), beam_size=4, length_penalty=0.2, max_batch_size=512, batch_type="tokens"
    )
    return [pieces.decode_pieces(r.hypotheses[0]) for r in results], len(lines) / (time.monotonic() - started)


def averaged(paths: list[Path]) -> dict[str, Any]:
    """The first checkpoint with the mean of all checkpoints' weights; a path named twice counts twice."""
    saved: dict[str, Any] = torch.load(paths[0], map_location="cpu")
    others = [torch.load(path, map_location="cpu")["model"] for path in paths[1:]]
    for name, weight in saved["model"].items():
        saved["model"][name] = sum((other[name].float() for other in others), weight.float()) / len(paths)
    return saved


def measured(
    model: Path, pieces: spm.SentencePieceProcessor, pairs: list[tuple[str, str]], name: str
) -> dict[str, float]:
    """BLEU and chrF of (source, reference) pairs under metadata's names; prints the speed and some lines."""
    output, speed = translate(model, pieces, [source for source, _ in pairs])
    references = [[reference for _, reference in pairs]]
    print(f"{name}: {speed:.1f} sentences a second")
    for (_, reference), line in list(zip(pairs, output, strict=True))[:4]:
        print(" ref", reference, "\n  mt", line)
    return {
        f"bleu_{name}": round(sacrebleu.corpus_bleu(output, references).score, 1),
        f"chrf_{name}": round(sacrebleu.corpus_chrf(output, references).score, 1),
    }


def pack(folder: Path, output: Path) -> None:
    """The folder as a zip whose bytes depend on the content alone."""
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(entry, path.read_bytes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--reverse", action="store_true", help="English into Indonesian")
    parser.add_argument("--version", default="0.1")
    parser.add_argument("--flores", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--boundaries", type=Path, help="sentence splitter for Argos Translate, made by boundaries.py")
    parser.add_argument("--average", type=Path, nargs="+", default=[], help="checkpoints to average with")
    parser.add_argument("--card", type=Path, help="model card that becomes the package's README.md")
    options = parser.parse_args()
    source, target = ("en", "id") if options.reverse else ("id", "en")
    saved, work = averaged([options.checkpoint, *options.average]), options.checkpoint.parent
    pieces = spm.SentencePieceProcessor(model_file=str(work / "sentencepiece.model"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, f"translate-{source}_{target}-mtaudit")
        folder.mkdir()
        vocabulary = [pieces.id_to_piece(i) for i in range(len(pieces))]
        to_ctranslate2(saved["model"], Shape(**saved["shape"]), vocabulary, folder / "model")
        shutil.copy(work / "sentencepiece.model", folder / "sentencepiece.model")
        shutil.copy(work / "target.model", folder / "target.sentencepiece.model")
        metadata: dict[str, Any] = {
            "package_version": options.version, "argos_version": "1.9.0", "type": "translate",
            "from_code": source, "from_name": NAMES[source], "to_code": target, "to_name": NAMES[target],
            "licence": "CC BY-SA 4.0; training data classes A and B of tools/translators/README.md",
            "training": {"steps": saved["state"]["step"], "target_tokens": saved["state"]["tokens"],
                         "minutes": round(saved["state"]["seconds"] / 60, 1), "shape": saved["shape"]},
        }  # fmt: skip
        if options.reverse:
            metadata["source_dropped"] = NOTHING  # the piece with which the model scores a text on its own
        sets: dict[str, list[tuple[str, str]]] = {}  # name -> Indonesian, English
        if options.flores:
            rows = [json.loads(line) for line in options.flores.read_text(encoding="utf-8").splitlines()]
            sets["flores_dev"] = [(row["ref"], row["en"]) for row in rows]
        if options.dev:
            lines = options.dev.read_text(encoding="utf-8").splitlines()
            sets["dev"] = [(line.split("\t")[0], line.split("\t")[1]) for line in lines]
        for name, pairs in sets.items():
            turned = [(english, indonesian) for indonesian, english in pairs] if options.reverse else pairs
            metadata |= measured(folder / "model", pieces, turned, name)
        if options.boundaries:
            (folder / "minisbd").mkdir()
            shutil.copy(options.boundaries, folder / "minisbd" / f"{source}.onnx")
        (folder / "metadata.json").write_text(json.dumps(metadata, indent=1) + "\n")
        if options.card:
            shutil.copy(options.card, folder / "README.md")
        pack(folder, options.output)
    print(json.dumps(metadata, indent=1), options.output.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
