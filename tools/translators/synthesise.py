"""Translate one side of a text with a trained model: back-translation of English news, distillation of a teacher.

usage: python synthesise.py WORKDIR INPUT.xz OUT.tsv.xz [--column N] [--input-first] [--sample K] [--device cuda]

WORKDIR is a finished run of train.py (final.pt, sentencepiece.model). INPUT has a sentence a line, or tab-separated
columns of which --column is taken (from 0; the last names the source, and class C is left out). OUT gets
`hypothesis <tab> input`, or `input <tab> hypothesis` with --input-first: in both uses the Indonesian comes first, as in
the parallel data. --sample K draws every piece among the K likeliest (Edunov et al. 2018: sampled back-translations
teach more than the best ones); without it the likeliest is taken. Sentences that don't end within twice their length
are left out. On a CPU CTranslate2 decodes, in int8, elsewhere torch does.
"""

from __future__ import annotations

import argparse
import lzma
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import sentencepiece as spm
import torch
from corpus import CLASS_C
from model import Shape, Translator
from train import BOS, EOS

LONGEST = 100  # pieces of the input
MARGIN = 12  # pieces that a hypothesis may have over twice its input


def groups(lengths: np.ndarray, tokens: int) -> Iterator[np.ndarray]:
    """Row numbers of inputs of like length, about `tokens` pieces a group; the longest first."""
    order, start = np.argsort(-lengths, kind="stable"), 0
    while start < len(order):
        size = max(1, tokens // int(lengths[order[start]] + 1))
        yield order[start : start + size]
        start += size


@torch.no_grad()
def decode(model: Translator, sources: list[list[int]], sample: int, device: str) -> list[list[int] | None]:
    """Hypotheses as pieces, None where one doesn't end. The whole prefix is decoded again at each step: decoders of two
    layers are cheaper so than with a cache that has to be kept."""
    longest = max(map(len, sources)) + 1
    source = torch.full((len(sources), longest), -1, device=device)
    for row, pieces in enumerate(sources):
        source[row, : len(pieces) + 1] = torch.tensor([*pieces, EOS], device=device)
    mask = source >= 0
    written = torch.full((len(sources), 1), BOS, device=device)
    open_ = torch.ones(len(sources), dtype=torch.bool, device=device)
    with torch.autocast(device, torch.bfloat16):
        memory = model.encode(source.clamp(min=0), mask)
        for _ in range(2 * longest + MARGIN):
            logits = model.decode(memory, mask, written)[:, -1] @ model.embedding.weight.T
            if sample:
                best, at = logits.float().topk(sample)
                chosen = at.gather(1, torch.multinomial(best.softmax(-1), 1))[:, 0]
            else:
                chosen = logits.argmax(-1)
            written = torch.cat([written, torch.where(open_, chosen, EOS)[:, None]], 1)
            open_ &= chosen != EOS
            if not open_.any():
                break
    done = (~open_).tolist()
    rows = written[:, 1:].tolist()
    return [row[: row.index(EOS)] if ended else None for row, ended in zip(rows, done, strict=True)]


Decode = Callable[[list[list[int]]], list[list[int] | None]]


def decoder(saved: dict, pieces: spm.SentencePieceProcessor, sample: int, device: str, folder: Path) -> Decode:
    """A function from inputs as pieces to hypotheses as pieces, None where one doesn't end; folder: for its files."""
    shape = Shape(**saved["shape"])
    if device != "cpu":
        model = Translator(shape).to(device).eval()
        model.load_state_dict(saved["model"])
        return lambda sources: decode(model, sources, sample, device)

    import ctranslate2
    from convert import to_ctranslate2

    vocabulary = [pieces.id_to_piece(i) for i in range(len(pieces))]
    to_ctranslate2(saved["model"], shape, vocabulary, folder / "model")
    translator = ctranslate2.Translator(str(folder / "model"), inter_threads=2, intra_threads=1)

    def translated(sources: list[list[int]]) -> list[list[int] | None]:
        results = translator.translate_batch(
            [[vocabulary[i] for i in ids] for ids in sources],
            beam_size=1,
            sampling_topk=sample or 1,
            max_decoding_length=2 * max(map(len, sources)) + MARGIN,
            max_batch_size=1024,
            batch_type="tokens",
        )
        found = [[pieces.piece_to_id(p) for p in r.hypotheses[0]] for r in results]
        return [
            ids if len(ids) < 2 * len(source) + MARGIN else None for ids, source in zip(found, sources, strict=True)
        ]

    return translated


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workdir", type=Path)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--column", type=int)
    parser.add_argument("--input-first", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--tokens", type=int, default=16384, help="pieces decoded together")
    parser.add_argument("--first", type=int, help="only so many lines")
    parser.add_argument("--skip", type=int, default=0, help="lines to leave out before them")
    options = parser.parse_args()
    torch.manual_seed(1)
    saved = torch.load(options.workdir / "final.pt", map_location=options.device)
    pieces = spm.SentencePieceProcessor(model_file=str(options.workdir / "sentencepiece.model"))
    with lzma.open(options.input, "rt", encoding="utf-8") as opened:
        lines = [line.rstrip("\n") for line in opened][options.skip :][: options.first]
    if options.column is not None:
        table = [line.split("\t") for line in lines]
        lines = [row[options.column] for row in table if row[-1] not in CLASS_C]
    lines = list(dict.fromkeys(lines))
    encoded = pieces.encode(lines)
    kept = [i for i, ids in enumerate(encoded) if 0 < len(ids) <= LONGEST]
    lengths = np.array([len(encoded[i]) for i in kept])
    hypotheses: dict[int, str] = {}
    started = shown = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        decoded = decoder(saved, pieces, options.sample, options.device, Path(folder))
        for group in groups(lengths, options.tokens):
            rows = [kept[k] for k in group]
            for row, ids in zip(rows, decoded([encoded[i] for i in rows]), strict=True):
                if ids:
                    hypotheses[row] = pieces.decode(ids)
            if time.monotonic() - shown > 20:
                shown = time.monotonic()
                speed = len(hypotheses) / (shown - started)
                print(f"{len(hypotheses)} of {len(kept)}, {speed:.0f} a second", flush=True)
    with lzma.open(options.output, "wt", encoding="utf-8", preset=3) as out:
        for i in kept:
            if i in hypotheses:
                pair = (lines[i], hypotheses[i]) if options.input_first else (hypotheses[i], lines[i])
                out.write("\t".join(pair) + "\n")
    print(f"{len(hypotheses)} pairs from {len(lines)} lines", flush=True)


if __name__ == "__main__":
    main()
