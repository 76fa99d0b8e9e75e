"""Parallel text -> binarised training passes for one direction.

usage: python corpus.py TRAIN.tsv.xz WORKDIR [--passes 2] [--reverse] [--synthetic FILE ...]

Reads `id <tab> en <tab> tag` lines, keeps the risk classes A and B of SOURCES.md, samples every source by its domain
weight, puts noise and foreign names in, and writes

    WORKDIR/pass-N.npz      src, tgt: uint16 tokens end to end; src_len, tgt_len: uint16

The source is encoded with WORKDIR/sentencepiece.model (pieces.py), the target with WORKDIR/target.model.

--reverse: English into Indonesian. There a tenth of the pairs whose Indonesian people wrote lose their source (NOTHING
stands for it): the same model is a language model of Indonesian then, one that does not find a machine's Indonesian
normal. --synthetic: pairs that `synthesise.py` made (`id <tab> en`); where their Indonesian is machine-made it gets a
mark of its own, SYNTHETIC, in front, so that the model can tell it from what people wrote.

Held-out text (FLORES, NTREX) is refused by exact match on letters and digits when --held-out files are given.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from pathlib import Path

import numpy as np
import sentencepiece as spm
from pieces import NOTHING, SYNTHETIC

# Class C of the collection: no licence, non-commercial or unclear rights. Never used.
CLASS_C = frozenset({"gunnxx-news", "bbc", "odb", "quran", "progit"})

# How often a pair of each source is drawn in one pass. Sources not named: 1.0.
NEWS = {"globalvoices", "panl-int", "panl-eco", "panl-spo", "panl-sci", "pud", "tico19", "sts-indo-mt"}
PROSE = {"smeru", "ausaid", "gunnxx-general", "nextstrain", "opendatahandbook", "udhr", "nusax", "tatoeba",
         "tatoeba-opus", "talpco", "opensource-guide", "mozilla-www"}  # fmt: skip
WEIGHTS = {
    **dict.fromkeys(NEWS, 2.0),
    **dict.fromkeys(PROSE, 1.0),
    "django-docs": 0.25, "msdocs-ht": 0.4, "msdocs-mt": 0.3, "libreoffice-help": 0.25, "libreoffice-ui": 0.1,
    "deb-catalogs": 0.12, "mediawiki": 0.15, "wordpress": 0.15, "pkp-ojs": 0.2, "tldr": 0.1, "firefox": 0.2,
    "chromium": 0.25, "scratch": 0.3, "gnome-help": 0.35, "mate-guide": 0.35, "debian-install-guide": 0.3,
    "debian-reference": 0.2, "debian-handbook": 0.2, "inasafe": 0.3, "osm-website": 0.3, "python-docs": 0.3,
    "react-docs": 0.4, "ruby-lang": 0.4, "owasp": 0.6, "wesnoth": 0.5, "iso-codes": 0.5, "freedict": 0.25,
    "ms-beginners-mt": 0.5, "bitcoin-org": 0.6,
}  # fmt: skip
QUOTED = 0.06  # of the pairs without marks
DROPPED = 0.1  # of the pairs into Indonesian that people wrote: without their source
LONGEST = 120  # tokens a side; longer pairs are left out

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")


def read_synthetic(path: Path, held_out: set[str]) -> list[tuple[str, str, str]]:
    """Pairs tagged SYNTHETIC, or "distilled" where the file's name begins so: there the Indonesian is people's."""
    tag = "distilled" if path.name.startswith("distilled") else SYNTHETIC
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        pairs = [(*line.rstrip("\n").split("\t")[:2], tag) for line in lines]
    return [p for p in pairs if p[0] and p[1] and not {letters(p[0]), letters(p[1])} & held_out]


def letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def read_pairs(path: Path, held_out: set[str]) -> list[tuple[str, str, str]]:
    """Pairs of classes A and B; raises SystemExit when a held-out sentence is among them."""
    pairs = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            source, target, tag = line.rstrip("\n").split("\t")
            if tag in CLASS_C:
                continue
            if letters(source) in held_out or letters(target) in held_out:
                raise SystemExit(f"{path}: a held-out sentence is in the training data: {target[:60]}")
            pairs.append((source, target, tag))
    return pairs


def held_out_keys(paths: list[Path]) -> set[str]:
    """Letters-and-digits keys of every sentence in FLORES- or NTREX-shaped JSONL files, and of every line of a .txt."""
    keys = set()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = {"en": re.split(r"(?<=[.!?]) ", line)} if path.suffix == ".txt" else json.loads(line)
            for field in ("en", "ref", "id"):
                value = row.get(field, [])
                keys |= {letters(text) for text in ([value] if isinstance(value, str) else value)}
    return {key for key in keys if len(key) > 20}


def noise_source(text: str, rng: random.Random) -> str:
    """Faults of real machine-translated articles, so that they don't derail decoding."""
    if "-" in text and rng.random() < 0.25:
        text = re.sub(r"(?<=\w)-(?=\w)", " -", text)
    return dressed(text, rng)


def dressed(text: str, rng: random.Random) -> str:
    """Marks and capitals as feeds have them: curly or escaped marks, headlines in capitals, no full stop."""
    if '"' in text:
        kind = rng.random()
        if kind < 0.3:
            opening = iter("“”" * text.count('"'))
            text = re.sub('"', lambda _: next(opening), text)
        elif kind < 0.34:
            text = text.replace('"', "&quot;")
        elif kind < 0.38:
            text = text.replace('"', "“")
    roll = rng.random()
    if roll < 0.02:
        text = text.upper()
    elif roll < 0.04:
        text = " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
    elif roll < 0.06:
        text = text[:1].lower() + text[1:]
    elif roll < 0.09 and text[-1:] in ".!?":
        text = text[:-1]
    return text


def quoted(source: str, target: str, rng: random.Random) -> tuple[str, str]:
    """A sentence as somebody's words, whole or between marks that stand beside its last clause."""
    if '"' in source or '"' in target or rng.random() >= QUOTED:
        return source, target
    left, right = source.rsplit(", ", 1), target.rsplit(", ", 1)
    if len(left) == len(right) == 2 and abs(len(left[1]) - len(right[1])) < 20 and rng.random() < 0.5:
        end = [side[1][-1:] if side[1][-1:] in ".!?" else "" for side in (left, right)]
        tail = [side[1].removesuffix(e) for side, e in zip((left, right), end, strict=True)]
        return f'{left[0]}, "{tail[0]}"{end[0]}', f'{right[0]}, "{tail[1]}"{end[1]}'
    return f'"{source}"', f'"{target}"'


def made_up(name: str, rng: random.Random) -> str:
    """A name nobody has seen: one or two letters changed, dropped or doubled."""
    letters_ = list(name.lower())
    for _ in range(rng.choice((1, 1, 2))):
        i = rng.randrange(len(letters_))
        letters_[i : i + 1] = rng.choice(
            ([], [letters_[i]] * 2, [rng.choice("aeioubdfgklmnprstvwyz")], [letters_[i], rng.choice("aeionrl")])
        )
    return "".join(letters_).capitalize() or name


def copy_names(source: str, target: str, pool: list[str], rng: random.Random) -> tuple[str, str]:
    """Swap names that stand on both sides for other or invented ones: names are to be copied letter by letter."""
    for name in set(NAME.findall(target)):
        if rng.random() < 0.3 and source.count(name) == 1 and target.count(name) == 1:
            other = rng.choice(pool)
            if rng.random() < 0.5:
                other = made_up(other, rng)
            source, target = source.replace(name, other), target.replace(name, other)
    return source, target


Row = tuple[str, str, str | None]  # source, target, the piece in front of the source; NOTHING: instead of it


def one_pass(pairs: list[tuple[str, str, str]], pool: list[str], rng: random.Random, reverse: bool) -> list[Row]:
    """Pairs (Indonesian, English, tag), each as often as its weight says, as rows in random order."""
    drawn: list[Row] = []
    for source, target, tag in pairs:
        weight = WEIGHTS.get(tag, 1.0)
        for _ in range(int(weight) + (rng.random() < weight % 1)):
            s, t = copy_names(source, target, pool, rng) if rng.random() < 0.5 else (source, target)
            s, t = quoted(s, t, rng)
            if not reverse:
                drawn.append((noise_source(s, rng), t, SYNTHETIC if tag == SYNTHETIC else None))
            else:
                human = not tag.endswith("-mt") and tag != SYNTHETIC
                drawn.append((dressed(t, rng), s, NOTHING if human and rng.random() < DROPPED else None))
    rng.shuffle(drawn)
    return drawn


def encode(
    rows: list[Row], source: spm.SentencePieceProcessor, target: spm.SentencePieceProcessor
) -> dict[str, np.ndarray]:
    """The arrays of a pass; pairs longer than LONGEST a side are left out."""
    left = source.encode([s for s, _, _ in rows], num_threads=2)
    right = target.encode([t for _, t, _ in rows], num_threads=2)
    for ids, (_, _, mark) in zip(left, rows, strict=True):
        if mark == NOTHING:
            ids[:] = [source.piece_to_id(NOTHING)]
        elif mark is not None:
            ids.insert(0, source.piece_to_id(mark))
    kept = [(s, t) for s, t in zip(left, right, strict=True) if 0 < len(s) <= LONGEST and 0 < len(t) <= LONGEST]
    return {
        "src": np.concatenate([np.asarray(s, np.uint16) for s, _ in kept]),
        "tgt": np.concatenate([np.asarray(t, np.uint16) for _, t in kept]),
        "src_len": np.asarray([len(s) for s, _ in kept], np.uint16),
        "tgt_len": np.asarray([len(t) for _, t in kept], np.uint16),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--held-out", type=Path, nargs="*", default=[])
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--from-pass", type=int, default=0, help="number of the first one")
    parser.add_argument("--reverse", action="store_true")
    parser.add_argument("--synthetic", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    held_out = held_out_keys(options.held_out)
    pairs = read_pairs(options.train, held_out)
    for path in options.synthetic:
        pairs += read_synthetic(path, held_out)
    pool = sorted({name for _, target, tag in pairs if tag in NEWS for name in NAME.findall(target)})
    print(f"{len(pairs)} pairs, {len(pool)} names to swap in", flush=True)
    source = spm.SentencePieceProcessor(model_file=str(options.workdir / "sentencepiece.model"))
    target = spm.SentencePieceProcessor(model_file=str(options.workdir / "target.model"))
    (options.workdir / "shape.json").write_text(json.dumps({"vocabulary": target.get_piece_size()}))
    for number in range(options.from_pass, options.from_pass + options.passes):
        arrays = encode(one_pass(pairs, pool, random.Random(20261129 + number), options.reverse), source, target)
        np.savez(options.workdir / f"pass-{number}.npz", **arrays)
        print(f"pass {number}: {len(arrays['tgt_len'])} pairs, {len(arrays['tgt'])} target tokens", flush=True)


if __name__ == "__main__":
    main()
