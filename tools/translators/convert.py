"""The trained network in CTranslate2's format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from ctranslate2.specs import common_spec, transformer_spec
from model import Shape, position_table


def array(tensor: torch.Tensor) -> np.ndarray:
    """A float32 copy: CTranslate2 quantises arrays in place."""
    return np.array(tensor.float().numpy(), dtype=np.float32, copy=True)


def to_ctranslate2(weights: dict[str, torch.Tensor], shape: Shape, vocabulary: list[str], folder: Path) -> None:
    """Write the model in CTranslate2's format, int8."""
    spec = transformer_spec.TransformerSpec.from_config(
        (shape.encoder_layers, shape.decoder_layers),
        shape.heads,
        pre_norm=True,
        activation=common_spec.Activation.RELU,
        rms_norm=True,
    )

    def attention(target: Any, prefix: str, own: bool) -> None:
        target.layer_norm.gamma = array(weights[f"{prefix}.norm.weight"])
        q, k, v, o = (weights[f"{prefix}.{part}.weight"] for part in ("query", "key", "value", "output"))
        if own:
            target.linear[0].weight = array(torch.cat([q, k, v]))
        else:
            target.linear[0].weight, target.linear[1].weight = array(q), array(torch.cat([k, v]))
        target.linear[-1].weight = array(o)

    def feed_forward(target: Any, prefix: str) -> None:
        target.layer_norm.gamma = array(weights[f"{prefix}.norm.weight"])
        target.linear_0.weight = array(weights[f"{prefix}.up.weight"])
        target.linear_1.weight = array(weights[f"{prefix}.down.weight"])

    positions = array(position_table(shape.width, 1024))
    spec.encoder.embeddings[0].weight = array(weights["embedding.weight"])
    spec.decoder.embeddings.weight = array(weights["embedding.weight"])
    spec.decoder.projection.weight = array(weights["embedding.weight"])
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = positions.copy()
    spec.encoder.layer_norm.gamma = array(weights["encoder_norm.weight"])
    spec.decoder.layer_norm.gamma = array(weights["decoder_norm.weight"])
    for i, layer in enumerate(spec.encoder.layer):
        attention(layer.self_attention, f"encoder.{i}.0", own=True)
        feed_forward(layer.ffn, f"encoder.{i}.1")
    for i, layer in enumerate(spec.decoder.layer):
        attention(layer.self_attention, f"decoder.{i}.0", own=True)
        attention(layer.attention, f"decoder.{i}.1", own=False)
        feed_forward(layer.ffn, f"decoder.{i}.2")
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_eos = True  # argostranslate's tokenizer adds none
    spec.config.layer_norm_epsilon = 1e-6
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))
