"""Word alignment of parallel sentences: IBM Model 1, then a hidden Markov model, each in both directions.

After Vogel et al. (1996: where a word's partner stands depends on its neighbour's), Och and Ney (2003: words that stand
for nothing) and Liang et al. (2006: while they learn, the two directions have to agree). All in numpy: sentence pairs
of the same two lengths go through forward and backward recursion together. Same input, same result.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

FARTHEST = 10  # places: jumps that are longer are as likely as this one
NOTHING = np.float32(0.1)  # how often a word stands for nothing, before anything is known of it
TENSION = 4.0  # of the diagonal prior in Model 1 (Dyer et al. 2013)
ROUNDS = (4, 4)  # of Model 1, of the hidden Markov model
MOST = 1 << 21  # cells of one step


@dataclass(frozen=True)
class Block:
    """Sentence pairs of `n` words left and `m` right: `rows` of them, whose cells begin at `first` in flat arrays."""

    rows: int
    n: int
    m: int
    first: int

    @property
    def cells(self) -> slice:
        return slice(self.first, self.first + self.rows * self.n * self.m)


class Corpus:
    """Numbered sentence pairs in the order of their lengths; 0 stands for all words that are too rare."""

    def __init__(self, pairs: list[tuple[list[int], list[int]]], weights: list[float]) -> None:
        order = sorted(range(len(pairs)), key=lambda i: (len(pairs[i][0]), len(pairs[i][1])))
        self.order = order
        self.weights = np.array([weights[i] for i in order], np.float32)
        self.left = np.array([w for i in order for w in pairs[i][0]], np.int32)
        self.right = np.array([w for i in order for w in pairs[i][1]], np.int32)
        self.shape = np.array([(len(pairs[i][0]), len(pairs[i][1])) for i in order])
        self.firsts = np.cumsum([0, *(n * m for n, m in self.shape.tolist())])
        self.left_firsts, self.right_firsts = (np.cumsum([0, *self.shape[:, side].tolist()]) for side in (0, 1))
        codes = np.empty(self.firsts[-1], np.int64)
        for at, block in self.blocks():
            left, right = self.words(at, block)
            codes[block.cells] = ((left[:, :, None].astype(np.int64) << 32) | right[:, None, :]).ravel()
        self.pairs, code = np.unique(codes, return_inverse=True)
        self.code = code.astype(np.int32)
        self.one, self.two = self.pairs >> 32, self.pairs & 0xFFFFFFFF

    def blocks(self) -> Iterator[tuple[int, Block]]:
        """Each block with the number of its first sentence."""
        at = 0
        shapes, counts = np.unique(self.shape, axis=0, return_counts=True)
        for (n, m), count in zip(shapes.tolist(), counts.tolist(), strict=True):
            step = max(1, MOST // (n * m))
            for begin in range(0, count, step):
                rows = min(step, count - begin)
                yield at, Block(rows, n, m, int(self.firsts[at]))
                at += rows

    def counted(self, cells: Floats) -> NDArray[np.float64]:
        """The sum of all cells of each word pair, by the weight of their sentences."""
        weighed = cells * np.repeat(self.weights, np.diff(self.firsts))
        return np.bincount(self.code, weighed, len(self.pairs))

    def words(self, at: int, block: Block) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """(rows, n) and (rows, m): the words of a block whose first sentence is `at`."""
        left = self.left[self.left_firsts[at] :][: block.rows * block.n].reshape(block.rows, block.n)
        right = self.right[self.right_firsts[at] :][: block.rows * block.m].reshape(block.rows, block.m)
        return left, right


class Direction:
    """What is known of one direction: p(observed word | the word it stands for), of jumps and of standing for nothing.

    `turned`: the left words are observed, given the right ones; else the right ones, given the left.
    """

    def __init__(self, corpus: Corpus, turned: bool) -> None:
        self.turned = turned
        self.given, self.observed = (corpus.two, corpus.one) if turned else (corpus.one, corpus.two)
        words = corpus.left if turned else corpus.right
        counts = np.bincount(words).astype(np.float64)
        self.nothing: Floats = (counts / counts.sum()).astype(np.float32)
        self.table: Floats = np.full(len(corpus.pairs), 1 / len(counts), np.float32)
        self.jumps = np.exp(-0.5 * np.abs(np.arange(-FARTHEST, FARTHEST + 1) - 1.0))

    def learn(self, counts: NDArray[np.float64], jumps: NDArray[np.float64], nothing: NDArray[np.float64]) -> None:
        """Takes expected counts as the new probabilities."""
        total = np.bincount(self.given, counts)
        self.table = (counts / np.maximum(total, 1e-9)[self.given]).astype(np.float32)
        if jumps.any():
            self.jumps = jumps + 1e-6 * jumps.sum()
        self.nothing = ((nothing + 1e-9) / (nothing + 1e-9).sum()).astype(np.float32)

    def transitions(self, n: int) -> Floats:
        """(n + 1, n + 1): from place to place, each row summing to 1; place 0 is before the sentence."""
        places = np.arange(n + 1)
        apart = np.clip(places[None, :] - places[:, None], -FARTHEST, FARTHEST)
        raw = self.jumps[apart + FARTHEST]
        raw[:, 0] = 0
        return (raw / raw.sum(1, keepdims=True)).astype(np.float32)

    def diagonal(self, emissions: Floats, nothing: Floats) -> Floats:
        """(rows, observed, given): p(link) by Model 1 with a diagonal prior."""
        _, m, n = emissions.shape
        apart = np.abs((np.arange(m)[:, None] + 0.5) / m - (np.arange(n)[None, :] + 0.5) / n)
        prior = np.exp(-TENSION * apart).astype(np.float32)
        linked = emissions * (prior / prior.sum(1, keepdims=True)) * (1 - NOTHING)
        found: Floats = linked / np.maximum(linked.sum(2) + NOTHING * nothing, 1e-30)[:, :, None]
        return found

    def markov(self, emissions: Floats, nothing: Floats) -> tuple[Floats, NDArray[np.float64]]:
        """p(link) as `diagonal` has it, by forward and backward recursion, and the expected jumps.

        A state is the place of the last word that stood for anything.
        """
        rows, m, n = emissions.shape
        move = self.transitions(n) * (1 - NOTHING)
        emitted = np.zeros((m, rows, n + 1), np.float32)
        emitted[:, :, 1:] = emissions.transpose(1, 0, 2)
        stay = (NOTHING * nothing).T[:, :, None]
        ahead = np.zeros((m + 1, rows, n + 1), np.float32)
        ahead[0, :, 0] = 1
        arrived = np.empty((m, rows, n + 1), np.float32)
        scale = np.empty((m, rows, 1), np.float32)
        for t in range(m):
            arrived[t] = (ahead[t] @ move) * emitted[t]
            now = arrived[t] + ahead[t] * stay[t]
            scale[t] = np.maximum(now.sum(1, keepdims=True), 1e-30)
            ahead[t + 1] = now / scale[t]
        behind = np.ones((rows, n + 1), np.float32)
        links = np.empty((m, rows, n), np.float32)
        expected = np.zeros((n + 1, n + 1))
        for t in range(m - 1, -1, -1):
            behind = behind / scale[t]
            links[t] = (arrived[t] * behind)[:, 1:]
            onward = emitted[t] * behind
            expected += ahead[t].T @ onward
            behind = onward @ move.T + stay[t] * behind
        expected *= move
        apart = np.clip(np.arange(n + 1)[None, :] - np.arange(n + 1)[:, None], -FARTHEST, FARTHEST) + FARTHEST
        return links.transpose(1, 0, 2), np.bincount(apart.ravel(), expected.ravel(), 2 * FARTHEST + 1)


def align(corpus: Corpus) -> Floats:
    """p(link) of all cells, flat: the geometric mean of what the two directions say."""
    directions = Direction(corpus, False), Direction(corpus, True)
    cells = [np.empty(len(corpus.code), np.float32) for _ in directions]
    for number in range(sum(ROUNDS) + 1):
        markov = number >= ROUNDS[0]
        jumps = [np.zeros(2 * FARTHEST + 1) for _ in directions]
        nothing = [np.zeros(len(d.nothing)) for d in directions]
        for at, block in corpus.blocks():
            code = corpus.code[block.cells].reshape(block.rows, block.n, block.m)
            weights = corpus.weights[at : at + block.rows, None]
            sides = corpus.words(at, block)
            for k, d in enumerate(directions):
                observed = sides[0] if d.turned else sides[1]
                emissions = d.table[code if d.turned else code.transpose(0, 2, 1)]
                if markov:
                    links, moved = d.markov(emissions, d.nothing[observed])
                    jumps[k] += moved
                else:
                    links = d.diagonal(emissions, d.nothing[observed])
                left_out = (1 - links.sum(2)).clip(0) * weights
                nothing[k] += np.bincount(observed.ravel(), left_out.ravel(), len(d.nothing))
                cells[k][block.cells] = (links if d.turned else links.transpose(0, 2, 1)).ravel()
        if markov:  # agreement: only links that both believe in count
            cells[0] *= cells[1]
            cells[1] = cells[0]
        print(f"round {number + 1}: {len(corpus.code)} cells, {len(corpus.pairs)} word pairs", flush=True)
        if number == sum(ROUNDS):
            break
        for k, d in enumerate(directions):
            counts = corpus.counted(cells[k])
            counts[(corpus.one == 0) | (corpus.two == 0)] *= 0.01
            d.learn(counts, jumps[k], nothing[k])
        if markov:
            cells[1] = np.empty_like(cells[0])
    return np.sqrt(cells[0])
