"""Parallel text -> binarised training passes for the id->en back-translator.

usage: python corpus.py TRAIN.tsv.xz WORKDIR [--passes 3] [--vocabulary 8000] [--reverse] [--synthetic FILE ...]

Reads `id <tab> en <tab> tag` lines, keeps the risk classes A and B of SOURCES.md, samples every
source by its domain weight, puts noise and foreign names on the Indonesian side and writes

    WORKDIR/sentencepiece.model     joint vocabulary, unigram with byte fall-back
    WORKDIR/pass-N.npz              src, tgt: uint16 tokens end to end; src_len, tgt_len: uint16

--reverse: for the en->id model that back-translates English text; machine-translated Indonesian stays out, and no
noise is put on the English. --synthetic: pairs that `synthesise.py` made (`id <tab> en`); where their Indonesian is
machine-made it gets a mark of its own, TAG, in front, so that the model can tell it from what people wrote.

Held-out text (FLORES, NTREX) is refused by exact match on letters and digits when --held-out
files are given.
"""

from __future__ import annotations

import argparse
import io
import json
import lzma
import random
import re
import shutil
from pathlib import Path

import numpy as np
import sentencepiece as spm

# Class C of shared/data/parallel/SOURCES.md: no licence, non-commercial or unclear rights. Never used.
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
TAG = "<synthetic>"
WEIGHTS[TAG] = 1.0  # of 130,000 sentences: nearly as many of their tokens in a pass as of people's
LONGEST = 120  # tokens a side; longer pairs are left out

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")


def read_synthetic(path: Path, held_out: set[str]) -> list[tuple[str, str, str]]:
    """Pairs with the tag TAG, or "distilled" where the file's name begins so: there the Indonesian is people's."""
    tag = "distilled" if path.name.startswith("distilled") else TAG
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        pairs = [(*line.rstrip("\n").split("\t")[:2], tag) for line in lines]
    return [p for p in pairs if p[0] and p[1] and not {letters(p[0]), letters(p[1])} & held_out]


def turned(pairs: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """English first; without machine-translated Indonesian, which is no target to learn from."""
    return [(target, source, tag) for source, target, tag in pairs if not tag.endswith("-mt")]


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
    """Letters-and-digits keys of every sentence in FLORES- or NTREX-shaped JSONL files."""
    keys = set()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for field in ("en", "ref", "id"):
                value = row.get(field, [])
                keys |= {letters(text) for text in ([value] if isinstance(value, str) else value)}
    return {key for key in keys if len(key) > 20}


def noise_source(text: str, rng: random.Random) -> str:
    """Faults of real machine-translated articles on the Indonesian side, so that they don't derail decoding."""
    if "-" in text and rng.random() < 0.25:
        text = re.sub(r"(?<=\w)-(?=\w)", " -", text)
    if '"' in text:
        kind = rng.random()
        if kind < 0.25:
            opening = iter("“”" * text.count('"'))
            text = re.sub('"', lambda _: next(opening), text)
        elif kind < 0.32:
            text = text.replace('"', "&quot;")
        elif kind < 0.38:
            text = text.replace('"', "“")
    roll = rng.random()
    if roll < 0.02:
        text = text.upper()
    elif roll < 0.05:
        text = text[:1].lower() + text[1:]
    elif roll < 0.08 and text[-1:] in ".!?":
        text = text[:-1]
    return text


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


def one_pass(
    pairs: list[tuple[str, str, str]], pool: list[str], rng: random.Random, names: float, noise: bool = True
) -> list[tuple[str, str]]:
    drawn = []
    for source, target, tag in pairs:
        weight = WEIGHTS.get(tag, 1.0)
        for _ in range(int(weight) + (rng.random() < weight % 1)):
            s, t = source, target
            if rng.random() < names:
                s, t = copy_names(s, t, pool, rng)
            s = noise_source(s, rng) if noise else s
            drawn.append((f"{TAG} {s}" if tag == TAG else s, t))
    rng.shuffle(drawn)
    return drawn


def train_vocabulary(pairs: list[tuple[str, str, str]], size: int, workdir: Path, rng: random.Random) -> None:
    sample = [s for s, _ in one_pass(pairs, ["Name"], rng, 0)]
    sample += [t for _, t in one_pass(pairs, ["Name"], rng, 0)]
    model = io.BytesIO()
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(sample), model_writer=model, vocab_size=size, model_type="unigram",
        character_coverage=0.9995, byte_fallback=True, split_digits=True, normalization_rule_name="nfkc",
        input_sentence_size=600_000, shuffle_input_sentence=True, num_threads=2, minloglevel=1,
        user_defined_symbols=[TAG], unk_id=0, bos_id=1, eos_id=2, pad_id=-1, seed_sentencepiece_size=300_000,
    )  # fmt: skip
    (workdir / "sentencepiece.model").write_bytes(model.getvalue())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--held-out", type=Path, nargs="*", default=[])
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--vocabulary", type=int, default=8000)
    parser.add_argument("--reverse", action="store_true")
    parser.add_argument("--synthetic", type=Path, nargs="*", default=[])
    parser.add_argument("--sentencepiece", type=Path, help="another run's vocabulary")
    parser.add_argument("--seed", type=int, default=20261121)
    options = parser.parse_args()
    options.workdir.mkdir(parents=True, exist_ok=True)
    rng = random.Random(options.seed)
    held_out = held_out_keys(options.held_out)
    pairs = read_pairs(options.train, held_out)
    for path in options.synthetic:
        pairs += read_synthetic(path, held_out)
    pool = sorted({name for _, target, tag in pairs if tag in NEWS for name in NAME.findall(target)})
    print(f"{len(pairs)} pairs of classes A and B, {len(pool)} names to swap in", flush=True)
    if options.sentencepiece:
        shutil.copy(options.sentencepiece, options.workdir / "sentencepiece.model")
    if options.reverse:
        pairs = turned(pairs)
    if not (options.workdir / "sentencepiece.model").exists():
        train_vocabulary(pairs, options.vocabulary, options.workdir, rng)
    pieces = spm.SentencePieceProcessor(model_file=str(options.workdir / "sentencepiece.model"))
    (options.workdir / "shape.json").write_text(json.dumps({"vocabulary": pieces.get_piece_size()}))
    for number in range(options.passes):
        drawn = one_pass(pairs, pool, rng, names=0.5, noise=not options.reverse)
        source = pieces.encode([s for s, _ in drawn], num_threads=2)
        target = pieces.encode([t for _, t in drawn], num_threads=2)
        kept = [(s, t) for s, t in zip(source, target, strict=True) if 0 < len(s) <= LONGEST and 0 < len(t) <= LONGEST]
        np.savez(
            options.workdir / f"pass-{number}.npz",
            src=np.concatenate([np.asarray(s, np.uint16) for s, _ in kept]),
            tgt=np.concatenate([np.asarray(t, np.uint16) for _, t in kept]),
            src_len=np.asarray([len(s) for s, _ in kept], np.uint16),
            tgt_len=np.asarray([len(t) for _, t in kept], np.uint16),
        )
        print(f"pass {number}: {len(kept)} pairs, {sum(len(t) for _, t in kept)} target tokens", flush=True)


if __name__ == "__main__":
    main()
