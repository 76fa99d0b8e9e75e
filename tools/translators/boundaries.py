"""A sentence splitter in MiniSBD's format, so that the package works in Argos Translate without fetching one.

usage: python boundaries.py TRAIN.id-en.tsv.xz OUT.onnx [--language id] [--steps 1500] [--minutes 4]

Argos Translate 1.10 and later split text with MiniSBD, which fetches a model per language unless the package has one
in minisbd/. This one is two convolutions over characters (31 characters wide), trained on sentences of NEWS put end to
end: class 2 where a sentence ends, 0 elsewhere (stanza's classes; words are not split).
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from corpus import CLASS_C, NEWS
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

PAD, UNKNOWN = "<PAD>", "<UNK>"
FEATURES = ["space_before", "capitalized", "end_of_para"]
WIDTH, SPAN, CLASSES = 24, 11, 5
CHARACTERS = 150  # the most frequent ones have a vector of their own


class Splitter(nn.Module):
    """Characters and features in, five classes a character out."""

    def __init__(self, characters: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(characters, WIDTH)
        self.first = nn.Conv1d(WIDTH + len(FEATURES), 2 * WIDTH, SPAN, padding=SPAN // 2)
        self.second = nn.Conv1d(2 * WIDTH, CLASSES, SPAN, padding=SPAN - 1, dilation=2)

    def forward(self, units: Tensor, features: Tensor) -> Tensor:
        """units: batch x n; features: batch x n x FEATURES -> batch x n x CLASSES."""
        x = torch.cat([self.embedding(units), features], -1).transpose(1, 2)
        found: Tensor = self.second(F.relu(self.first(x)))
        return found.transpose(1, 2)


def sentences(path: Path, language: str) -> list[str]:
    """News sentences of classes A and B in one of the two languages that end as sentences do."""
    found = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            indonesian, english, tag = line.rstrip("\n").split("\t")
            text = english if language == "en" else indonesian
            whole = text.rstrip("\"'”’)")[-1:] in (".", "!", "?", "…") and text[:1].strip() and not text[0].islower()
            if tag in NEWS - CLASS_C and whole and 15 < len(text) < 400:
                found.append(" ".join(text.split()))
    return found


def paragraph(pool: list[str], rng: random.Random) -> tuple[str, list[int]]:
    """Up to five sentences put end to end, and the places of their last characters. Now and then one isn't finished."""
    chosen = [rng.choice(pool) for _ in range(rng.choice((1, 2, 2, 3, 3, 4, 5)))]
    text, ends = "", []
    for sentence in chosen:
        if rng.random() < 0.15 and not set(sentence) & set('"“”'):
            sentence = rng.choice(("“{}”", '"{}"')).format(sentence)  # the closing mark belongs to its sentence
        text += (" " if text else "") + sentence
        ends.append(len(text) - 1)
    return text, ends


def features(text: str) -> list[list[float]]:
    last = len(text) - 1
    return [[float(c == " "), float(c.isupper()), float(i == last)] for i, c in enumerate(text)]


def write(model: Splitter, ids: dict[str, int], language: str, path: Path) -> None:
    """The network as ONNX, with what MiniSBD wants to know in the metadata."""
    weights = {
        name.replace(".", "_"): numpy_helper.from_array(
            value.detach().numpy().astype(np.float32), name.replace(".", "_")
        )
        for name, value in model.state_dict().items()
    }
    nodes = [
        helper.make_node("Gather", ["embedding_weight", "units"], ["vectors"]),
        helper.make_node("Concat", ["vectors", "features"], ["both"], axis=2),
        helper.make_node("Transpose", ["both"], ["columns"], perm=[0, 2, 1]),
        helper.make_node("Conv", ["columns", "first_weight", "first_bias"], ["a"], pads=[SPAN // 2] * 2),
        helper.make_node("Relu", ["a"], ["b"]),
        helper.make_node("Conv", ["b", "second_weight", "second_bias"], ["c"], pads=[SPAN - 1] * 2, dilations=[2]),
        helper.make_node("Transpose", ["c"], ["classes"], perm=[0, 2, 1]),
    ]
    graph = helper.make_graph(
        nodes,
        "sentence boundaries",
        [
            helper.make_tensor_value_info("units", TensorProto.INT64, ["batch", "n"]),
            helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", "n", len(FEATURES)]),
        ],
        [helper.make_tensor_value_info("classes", TensorProto.FLOAT, ["batch", "n", CLASSES])],
        list(weights.values()),
    )
    built = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    by_id = sorted(ids, key=lambda c: ids[c])
    config = {"skip_newline": False, "max_seqlen": 1000, "batch_size": 16, "feat_funcs": FEATURES, "no_ssplit": False}
    vocabulary = {"lang": language, "idx": 0, "cutoff": 0, "lower": False, "_unit2id": ids, "_id2unit": by_id}
    for key, value in {"lang_code": language, "config": json.dumps(config), "vocab": json.dumps(vocabulary)}.items():
        entry = built.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.checker.check_model(built)
    path.write_bytes(built.SerializeToString())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--language", choices=["id", "en"], default="id")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--minutes", type=float, default=4)
    options = parser.parse_args()
    rng = random.Random(1)
    torch.manual_seed(1)
    pool = sentences(options.train, options.language)
    rng.shuffle(pool)
    held, pool = pool[:2000], pool[2000:]
    often = [c for c, _ in Counter("".join(pool)).most_common(CHARACTERS)]
    ids = {c: i for i, c in enumerate([PAD, UNKNOWN, *often])}
    model = Splitter(len(ids))
    optimizer = torch.optim.Adam(model.parameters(), 3e-3)

    def batch(source: list[str], size: int) -> tuple[Tensor, Tensor, Tensor]:
        made = [paragraph(source, rng) for _ in range(size)]
        longest = max(len(text) for text, _ in made)
        units = torch.zeros(size, longest, dtype=torch.long)
        feats = torch.zeros(size, longest, len(FEATURES))
        gold = torch.full((size, longest), -1)
        for row, (text, ends) in enumerate(made):
            units[row, : len(text)] = torch.tensor([ids.get(c, 1) for c in text])
            feats[row, : len(text)] = torch.tensor(features(text))
            gold[row, : len(text)] = 0
            gold[row, ends] = 2
        return units, feats, gold

    started = time.monotonic()
    for step in range(options.steps):
        left = 1 - max(step / options.steps, (time.monotonic() - started) / 60 / options.minutes)
        if left <= 0:
            break
        optimizer.param_groups[0]["lr"] = 3e-3 * min(1.0, 2 * left)
        units, feats, gold = batch(pool, 24)
        loss = F.cross_entropy(model(units, feats).reshape(-1, CLASSES), gold.reshape(-1), ignore_index=-1)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        units, feats, gold = batch(held, 400)
        found = model(units, feats).argmax(-1)
        hits = int(((found == 2) & (gold == 2)).sum())
        claimed, wanted = int(((found == 2) & (gold >= 0)).sum()), int((gold == 2).sum())
    write(model, ids, options.language, options.output)
    size = options.output.stat().st_size
    print(f"boundaries: precision {hits / max(1, claimed):.3f}, recall {hits / wanted:.3f}, {size} bytes")


if __name__ == "__main__":
    main()
