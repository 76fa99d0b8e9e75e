"""Train a translator within a time budget; stop it and start it again as you like.

usage: python train.py WORKDIR [--minutes 120] [--device cpu|cuda] [--width 256 ...]

Learning rate: warm-up, plateau, then a linear way down over the last `--decay` share of the time. The state at
the end of the plateau is kept as WORKDIR/plateau.pt: a later run with more time goes on from there.
Hidden matrices are trained with Muon (Jordan 2024, momentum 0.95, five Newton-Schulz steps, scaled as in
Liu et al. 2025, arXiv 2502.16982), the rest with AdamW: on this data it needs about half the tokens of AdamW alone.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "20000")  # kernels for all shapes; read on import

import torch
from model import Shape, Translator
from torch import Tensor

BOS, EOS = 1, 2


def fitting(lengths: np.ndarray) -> np.ndarray:
    """Each length, rounded up to one of few: multiples of 4 up to 32, of 8 up to 64, of 16 beyond."""
    step = np.where(lengths <= 32, 4, np.where(lengths <= 64, 8, 16))
    return -(-lengths // step) * step


def batches(path: Path, tokens: int, seed: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Padded id arrays of about `tokens` tokens a side, -1 where there is none; in random order.

    All arrays have one of few shapes, the last one of each with empty rows: a kernel is made for every new shape, which
    on a CPU takes longer than to run it.
    """
    data = np.load(path)
    src, tgt, src_len, tgt_len = data["src"], data["tgt"], data["src_len"].astype(int), data["tgt_len"].astype(int)
    src_at, tgt_at = np.concatenate([[0], src_len.cumsum()]), np.concatenate([[0], tgt_len.cumsum()])
    rng = np.random.default_rng(seed)
    wide, high = fitting(src_len + 1), fitting(tgt_len + 1)
    shapes: dict[tuple[int, int], list[int]] = {}
    for row in rng.permutation(len(tgt_len)):
        shapes.setdefault((wide[row], high[row]), []).append(row)
    for shape in [s for s, rows in shapes.items() if len(rows) < 4 * tokens // max(s) and s[0] != s[1]]:
        square = max(shape)
        shapes.setdefault((square, square), []).extend(shapes.pop(shape))
    groups = []
    for (n, m), rows in shapes.items():
        size = max(1, tokens // max(n, m))
        groups += [(n, m, size, rows[k : k + size]) for k in range(0, len(rows), size)]
    for g in rng.permutation(len(groups)):
        n, m, size, rows = groups[g]
        s, t = np.full((size, n), -1, np.int64), np.full((size, m + 1), -1, np.int64)
        for k, row in enumerate(rows):
            s[k, : src_len[row] + 1] = [*src[src_at[row] : src_at[row] + src_len[row]], EOS]
            t[k, : tgt_len[row] + 2] = [BOS, *tgt[tgt_at[row] : tgt_at[row] + tgt_len[row]], EOS]
        yield s, t


def orthogonalise(updates: Tensor, steps: int = 5) -> Tensor:
    """Newton-Schulz iteration towards the nearest semi-orthogonal matrices; coefficients from Jordan 2024.

    updates: matrices x rows x columns, rows <= columns; bfloat16 in and out.
    """
    a, b, c = 3.4445, -4.7750, 2.0315
    x = updates / (updates.float().norm(dim=(1, 2), keepdim=True) + 1e-7).bfloat16()
    for _ in range(steps):
        gram = x @ x.transpose(1, 2)
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x


class Muon(torch.optim.Optimizer):
    """Matrices of one shape are orthogonalised together: on a CPU that takes half the time of one after the other."""

    def __init__(self, params: list[Tensor], lr: float, momentum: float = 0.95, decay: float = 0.02) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "decay": decay})
        shapes: dict[tuple[int, ...], list[Tensor]] = {}
        for p in params:
            shapes.setdefault(tuple(sorted(p.shape)), []).append(p)
        self.shapes = list(shapes.values())

    @torch.no_grad()
    def step(self, closure: None = None) -> None:
        lr, momentum, decay = (self.param_groups[0][k] for k in ("lr", "momentum", "decay"))
        for ps in self.shapes:
            buffers = [self.state[p].setdefault("buffer", torch.zeros_like(p)) for p in ps]
            grads = [p.grad for p in ps]
            torch._foreach_mul_(buffers, momentum)
            torch._foreach_add_(buffers, grads)
            updates = torch._foreach_add(grads, buffers, alpha=momentum)
            tall = [p.shape[0] > p.shape[1] for p in ps]
            flat = torch.stack([(u.T if t else u).bfloat16() for u, t in zip(updates, tall, strict=True)])
            turned = [(u.T if t else u).float() for u, t in zip(orthogonalise(flat), tall, strict=True)]
            torch._foreach_mul_(ps, 1 - lr * decay)
            torch._foreach_add_(ps, turned, alpha=-lr * 0.2 * max(ps[0].shape) ** 0.5)


class SmoothedLoss(torch.autograd.Function):
    """Cross-entropy with label smoothing over tied embeddings, a few hundred tokens at a time: the logits of a whole
    batch are larger than any cache."""

    @staticmethod
    def forward(ctx: Any, hidden: Tensor, embedding: Tensor, gold: Tensor, smoothing: float, chunk: int) -> Tensor:
        """hidden: tokens x width, embedding: vocabulary x width, gold: tokens, -1 where nothing is to be learnt
        -> sum of the negative log-likelihoods, without the smoothing."""
        total, gradient = torch.zeros((), device=hidden.device), torch.empty_like(hidden)
        weights = torch.zeros_like(embedding, dtype=torch.float32)
        for start in range(0, len(gold), chunk):
            x, wanted = hidden[start : start + chunk], gold[start : start + chunk]
            learnt, rows = wanted >= 0, torch.arange(len(wanted), device=wanted.device)
            wanted = wanted.clamp(min=0)
            likely = (x @ embedding.T).softmax(-1)
            total -= (likely[rows, wanted].float().clamp(min=1e-9).log() * learnt).sum()
            likely.sub_(smoothing / len(embedding))
            likely[rows, wanted] -= 1 - smoothing
            likely *= learnt[:, None]
            gradient[start : start + chunk] = likely @ embedding
            weights += likely.T @ x
        ctx.save_for_backward(gradient, weights.to(embedding.dtype))
        return total

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        hidden, embedding = ctx.saved_tensors
        scale = grads[0].to(hidden.dtype)
        return hidden * scale, embedding * scale, None, None, None


def step_loss(
    model: Translator, s: np.ndarray, t: np.ndarray, device: str, smoothing: float, chunk: int
) -> tuple[Tensor, int]:
    """Mean negative log-likelihood of a target token, and how many there were."""
    source, target = torch.from_numpy(s).to(device), torch.from_numpy(t).to(device)
    hidden = model(source.clamp(min=0), source >= 0, target[:, :-1].clamp(min=0)).flatten(0, 1)
    gold = target[:, 1:].flatten()
    count = int((gold >= 0).sum())
    return SmoothedLoss.apply(hidden, model.embedding.weight, gold, smoothing, chunk) / count, count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--start", type=Path, help="weights of another run to begin with, of the other direction, too")
    parser.add_argument("--decay", type=float, default=0.3)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--tokens", type=int, default=4096)
    parser.add_argument("--chunk", type=int, default=512, help="tokens whose logits are held at a time")
    parser.add_argument("--muon", type=float, default=4e-3)
    parser.add_argument("--adam", type=float, default=2e-3)
    parser.add_argument("--warmup", type=int, default=150)
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--smoothing", type=float, default=0.1)
    for field in dataclasses.fields(Shape)[1:]:
        parser.add_argument("--" + field.name.replace("_", "-"), type=int, default=field.default)
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    work = options.workdir
    vocabulary = int(json.loads((work / "shape.json").read_text())["vocabulary"])
    shape = Shape(vocabulary, **{f.name: getattr(options, f.name) for f in dataclasses.fields(Shape)[1:]})
    (work / "shape.json").write_text(json.dumps(dataclasses.asdict(shape)))
    model = Translator(shape, options.dropout).to(options.device)
    resume = work / "latest.pt"
    saved = torch.load(resume, map_location=options.device) if resume.exists() else {}
    if saved or options.start:
        model.load_state_dict((saved or torch.load(options.start, map_location=options.device))["model"])
    # The network computes in bfloat16; what is optimised are float32 copies of its weights.
    weights = {n: p.detach().clone().requires_grad_() for n, p in model.named_parameters()}
    model.bfloat16()
    hidden = [p for n, p in weights.items() if p.ndim == 2 and n != "embedding.weight"]
    others = [p for n, p in weights.items() if p.ndim != 2 or n == "embedding.weight"]
    rounded = list(model.parameters())
    optimizers = [
        Muon(hidden, options.muon),
        torch.optim.AdamW(others, options.adam, (0.9, 0.98), weight_decay=0.0, fused=True),
    ]
    peaks = [options.muon, options.adam]
    state = {"step": 0, "seconds": 0.0, "tokens": 0, "epoch": 0, "skip": 0, "plateau": False}
    if saved:
        for optimizer, was in zip(optimizers, saved["optimizers"], strict=True):
            optimizer.load_state_dict(was)
        state = saved["state"]
        print("resumed", state, flush=True)

    def save(name: str, resumable: bool = True) -> None:
        partial = work / (name + ".partial")
        kept = {"optimizers": [o.state_dict() for o in optimizers]} if resumable else {}
        torch.save(
            {
                "model": {n: w.detach() for n, w in weights.items()},
                "state": state,
                "shape": dataclasses.asdict(shape),
                **kept,
            },
            partial,
        )
        partial.replace(work / name)

    print(f"{sum(p.numel() for p in model.parameters()) / 1e6:.1f} M parameters", flush=True)
    budget, started, before = options.minutes * 60, time.monotonic(), state["seconds"]
    shown, shown_tokens, losses = time.monotonic(), state["tokens"], []
    saved_at, average, averaged = time.monotonic(), None, 0
    while state["seconds"] < budget:
        passes = sorted(work.glob("pass-*.npz"), key=lambda p: int(p.stem.split("-")[1]))  # new ones are taken up
        path = passes[state["epoch"] % len(passes)]
        for number, (s, t) in enumerate(batches(path, options.tokens, state["epoch"])):
            if number < state["skip"]:
                continue
            state["seconds"] = before + time.monotonic() - started
            if state["seconds"] >= budget:
                break
            left = (1 - state["seconds"] / budget) / options.decay
            if left >= 1:
                state["plateau"] = False  # gone on from an earlier run's plateau
            elif not state["plateau"]:
                state["plateau"] = True
                save("plateau.pt")
            factor = min(1.0, (state["step"] + 1) / options.warmup, max(left, 0.02))
            for optimizer, peak in zip(optimizers, peaks, strict=True):
                optimizer.param_groups[0]["lr"] = peak * factor
            loss, count = step_loss(model, s, t, options.device, options.smoothing, options.chunk)
            loss.backward()
            for p, exact in zip(rounded, weights.values(), strict=True):
                exact.grad, p.grad = p.grad.float(), None
            torch.nn.utils.clip_grad_norm_(others, 1.0)
            for optimizer in optimizers:
                optimizer.step()
            with torch.no_grad():
                torch._foreach_copy_(rounded, list(weights.values()))
            losses.append(loss.item())
            state["step"] += 1
            state["tokens"] += count
            state["skip"] = number + 1
            if left < 0.15:
                averaged += 1
                if average is None:
                    average = {k: v.detach().clone() for k, v in weights.items()}
                else:
                    for k, v in weights.items():
                        average[k] += (v - average[k]) / averaged
            now = time.monotonic()
            if now - shown > 30:
                speed = (state["tokens"] - shown_tokens) / (now - shown)
                print(f"step {state['step']} epoch {state['epoch']} tokens {state['tokens'] / 1e6:.2f}M "
                      f"{speed:.0f} tok/s loss {np.mean(losses):.3f} lr x{factor:.2f} "
                      f"{state['seconds'] / 60:.1f} min", flush=True)  # fmt: skip
                shown, shown_tokens, losses = now, state["tokens"], []
            if now - saved_at > 300:
                save("latest.pt")
                saved_at = now
        else:
            state["epoch"] += 1
            state["skip"] = 0
    if average is not None:
        weights.update(average)
    save("final.pt", resumable=False)
    print(f"done: {state['step']} steps, {state['tokens'] / 1e6:.1f} M target tokens", flush=True)


if __name__ == "__main__":
    main()
