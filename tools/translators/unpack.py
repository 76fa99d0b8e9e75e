"""A package of ours -> a checkpoint that train.py can --start from: nothing begins at nought, checkpoints may be lost.

usage: python unpack.py PACKAGE.argosmodel WORKDIR

Writes WORKDIR/start.pt (int8 rows widened by their scale), WORKDIR/sentencepiece.model (the source's) and
WORKDIR/target.model (the target's pieces: the package's own where it has none for the target).
"""

from __future__ import annotations

import io
import json
import struct
import sys
import zipfile
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from model import Shape, Translator

_TYPES = {0: "f4", 1: "i1", 2: "i2", 3: "i4", 4: "f2"}  # of CTranslate2's model.bin, version 6


def arrays_of(data: bytes) -> dict[str, np.ndarray]:
    """Name -> array of a model.bin, as float32: int8 rows divided by their scale, aliases resolved."""
    stream = io.BytesIO(data)

    def take(form: str) -> int:
        (value,) = struct.unpack("<" + form, stream.read(struct.calcsize("<" + form)))
        return int(value)

    def text() -> str:
        return stream.read(take("H"))[:-1].decode()

    take("I"), text(), take("I")
    raw = {}
    for _ in range(take("I")):
        name = text()
        shape = [take("I") for _ in range(take("B"))]
        dtype = np.dtype(_TYPES[take("B")])
        raw[name] = np.frombuffer(stream.read(take("I")), dtype).reshape(shape)
    found = {}
    for name, values in raw.items():
        if values.dtype == np.int8 and name + "_scale" in raw:
            found[name] = values.astype("f4") / raw[name + "_scale"].reshape(-1, *[1] * (values.ndim - 1))
        elif values.dtype.kind == "f":
            found[name] = values.astype("f4")
    for _ in range(take("I")):
        alias = text()
        target = text()
        if target in found:
            found[alias] = found[target]
    return found


def weights_of(arrays: dict[str, np.ndarray], shape: Shape) -> dict[str, torch.Tensor]:
    """What convert.py wrote, in the network's names."""
    found: dict[str, np.ndarray] = {
        "embedding.weight": arrays["encoder/embeddings_0/weight"],
        "encoder_norm.weight": arrays["encoder/layer_norm/gamma"],
        "decoder_norm.weight": arrays["decoder/layer_norm/gamma"],
    }

    def attention(theirs: str, ours: str, own: bool) -> None:
        first, second = arrays[f"{theirs}/linear_0/weight"], arrays[f"{theirs}/linear_1/weight"]
        matrices = [*np.split(first, 3), second] if own else [first, *np.split(second, 2)]
        if not own:
            matrices.append(arrays[f"{theirs}/linear_2/weight"])
        for name, matrix in zip(("query", "key", "value", "output"), matrices, strict=True):
            found[f"{ours}.{name}.weight"] = matrix
        found[f"{ours}.norm.weight"] = arrays[f"{theirs}/layer_norm/gamma"]

    def feed_forward(theirs: str, ours: str) -> None:
        for name, part in (("norm", "layer_norm/gamma"), ("up", "linear_0/weight"), ("down", "linear_1/weight")):
            found[f"{ours}.{name}.weight"] = arrays[f"{theirs}/{part}"]

    for i in range(shape.encoder_layers):
        attention(f"encoder/layer_{i}/self_attention", f"encoder.{i}.0", own=True)
        feed_forward(f"encoder/layer_{i}/ffn", f"encoder.{i}.1")
    for i in range(shape.decoder_layers):
        attention(f"decoder/layer_{i}/self_attention", f"decoder.{i}.0", own=True)
        attention(f"decoder/layer_{i}/attention", f"decoder.{i}.1", own=False)
        feed_forward(f"decoder/layer_{i}/ffn", f"decoder.{i}.2")
    return {name: torch.from_numpy(np.array(values)) for name, values in found.items()}


def main() -> None:
    package, work = map(Path, sys.argv[1:3])
    work.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(package) as zipped:
        names = {name.split("/", 1)[1]: name for name in zipped.namelist()}
        shape = Shape(**json.loads(zipped.read(names["metadata.json"]))["training"]["shape"])
        weights = weights_of(arrays_of(zipped.read(names["model/model.bin"])), shape)
        pieces = zipped.read(names["sentencepiece.model"])
        target = zipped.read(names.get("target.sentencepiece.model", names["sentencepiece.model"]))
    Translator(shape).load_state_dict(weights)  # raises where a name or a shape is wrong
    torch.save({"model": weights, "shape": asdict(shape)}, work / "start.pt")
    (work / "sentencepiece.model").write_bytes(pieces)
    (work / "target.model").write_bytes(target)


if __name__ == "__main__":
    main()
