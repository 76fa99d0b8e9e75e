"""The Transformer that is trained: pre-norm, RMSNorm, tied embeddings, no biases — all of it known to CTranslate2."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn


@dataclass(frozen=True)
class Shape:
    vocabulary: int
    width: int = 256
    feed_forward: int = 1024
    heads: int = 4
    encoder_layers: int = 6
    decoder_layers: int = 2


def position_table(width: int, positions: int = 512) -> Tensor:
    """Sinusoids, sines in the first half of the columns and cosines in the second. Shape: positions x width."""
    rate = torch.exp(torch.arange(width // 2) * (-math.log(10_000.0) / (width // 2)))
    angle = torch.arange(positions).unsqueeze(1) * rate
    return torch.cat([angle.sin(), angle.cos()], dim=1)


# In one piece: eager, the norms and the attention weights take a third of a step on a CPU.
normalise = torch.compile(F.rms_norm, dynamic=True)


@torch.compile(dynamic=True)
def attention_weights(scores: Tensor, mask: Tensor) -> Tensor:
    """Softmax of the scores where mask is True, both batch x heads x length x memory length."""
    return scores.masked_fill(~mask, -1e4).softmax(-1, dtype=torch.float32).to(scores.dtype)


class Norm(nn.RMSNorm):
    def forward(self, x: Tensor) -> Tensor:
        return normalise(x, self.normalized_shape, self.weight, self.eps)


class Attention(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm = Norm(shape.width, eps=1e-6)
        self.query, self.key, self.value, self.output = (
            nn.Linear(shape.width, shape.width, bias=False) for _ in range(4)
        )

    def forward(self, x: Tensor, memory: Tensor | None, mask: Tensor | None, causal: bool = False) -> Tensor:
        """x: batch x length x width; mask: batch x 1 x 1 x memory length, True where attended to."""
        y = self.norm(x)
        kv = y if memory is None else memory
        b, n, w = y.shape
        q = self.query(y).view(b, n, self.heads, -1).transpose(1, 2)
        k = self.key(kv).view(b, kv.shape[1], self.heads, -1).transpose(1, 2)
        v = self.value(kv).view(b, kv.shape[1], self.heads, -1).transpose(1, 2)
        # Written out: on sentences of thirty tokens the fused kernel's backward pass costs ten times as much on a CPU.
        scores = (q * (w // self.heads) ** -0.5) @ k.transpose(2, 3)
        if causal:
            mask = torch.ones(1, 1, n, n, dtype=torch.bool, device=x.device).tril()
        out = attention_weights(scores, mask) @ v
        return x + self.output(out.transpose(1, 2).reshape(b, n, w))


class FeedForward(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.norm = Norm(shape.width, eps=1e-6)
        self.up = nn.Linear(shape.width, shape.feed_forward, bias=False)
        self.down = nn.Linear(shape.feed_forward, shape.width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.down(F.relu(self.up(self.norm(x)), inplace=True))


class Translator(nn.Module):
    """Source and target ids in, logits over the next target id out."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        self.register_buffer("positions", position_table(shape.width), persistent=False)
        self.encoder = nn.ModuleList(
            nn.ModuleList([Attention(shape), FeedForward(shape)]) for _ in range(shape.encoder_layers)
        )
        self.encoder_norm = Norm(shape.width, eps=1e-6)
        self.decoder = nn.ModuleList(
            nn.ModuleList([Attention(shape), Attention(shape), FeedForward(shape)]) for _ in range(shape.decoder_layers)
        )
        self.decoder_norm = Norm(shape.width, eps=1e-6)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        for name, weight in self.named_parameters():
            if weight.ndim == 2 and name != "embedding.weight":
                nn.init.xavier_uniform_(weight)
                if name.endswith(("output.weight", "down.weight")):
                    weight.data.mul_(0.5)

    def embed(self, ids: Tensor) -> Tensor:
        x = self.embedding(ids) * math.sqrt(self.shape.width) + self.positions[: ids.shape[1]]
        return F.dropout(x, self.dropout, self.training)

    def encode(self, source: Tensor, source_mask: Tensor) -> Tensor:
        """source: batch x n; source_mask: batch x n, True on tokens -> batch x n x width."""
        mask = source_mask[:, None, None, :]
        x = self.embed(source)
        for attention, feed in self.encoder:
            x = F.dropout(feed(attention(x, None, mask)), self.dropout, self.training)
        return self.encoder_norm(x)

    def decode(self, memory: Tensor, source_mask: Tensor, target: Tensor) -> Tensor:
        """memory: batch x n x width; target: batch x m -> batch x m x width."""
        mask = source_mask[:, None, None, :]
        y = self.embed(target)
        for own, cross, feed in self.decoder:
            y = own(y, None, None, causal=True)
            y = F.dropout(feed(cross(y, memory, mask)), self.dropout, self.training)
        return self.decoder_norm(y)

    def forward(self, source: Tensor, source_mask: Tensor, target: Tensor) -> Tensor:
        """source: batch x n; source_mask: batch x n; target: batch x m -> batch x m x width."""
        return self.decode(self.encode(source, source_mask), source_mask, target)
