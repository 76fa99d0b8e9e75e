"""Argos Translate packages, decoded in large CTranslate2 batches.

argostranslate opens packages and tokenizes; its own `translate()` decodes sentence by sentence, and one batch with
`inter_threads=2, intra_threads=1` gives the same strings at about ten times the speed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import multiprocessing
import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from mtaudit.errors import PackageError
from mtaudit.model import ModelInfo
from mtaudit.translation.interface import ForcedScore, Hypothesis, Progress

BEAM = 4  # Argos Translate's default
SLAB = 512  # lines decoded between two progress reports
BATCH_TOKENS = 512  # per CTranslate2 batch: small ones stay in the cache, and keep both workers busy
LONGEST = 110  # source tokens in one piece; longer lines are cut at punctuation, since models are trained on sentences
TARGET_PIECES = "target.sentencepiece.model"  # in packages of ours, whose target has other pieces than their source
_MEMORY = 16 << 30  # bytes of address space for it
_TRIAL = 120.0  # seconds that a package's first word may take
_LENGTH_PENALTY = 0.2  # as in argostranslate.translate.apply_packaged_translation


def open_package(folder: Path) -> Any:
    """An `argostranslate.package.Package`; raises PackageError where the folder holds none."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # argostranslate imports onnxruntime
    from argostranslate.package import Package

    try:
        package = Package(folder)
    except Exception as error:  # whatever a stranger's metadata makes it do
        raise PackageError(f"{folder}: not an Argos Translate package ({error})") from error
    if not hasattr(package, "tokenizer") or not (folder / "model" / "model.bin").is_file():
        raise PackageError(f"{folder}: the package has no model or no tokenizer: install it again")
    return package


def digest(folder: Path) -> str:
    """SHA-256 over the package's files in name order: each file's relative name and content."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(path.read_bytes())
    return total.hexdigest()


def verified_apart(folder: Path) -> None:
    """`ArgosModel.check` in a process of its own: a model that takes it down, or never ends, takes down nothing else.

    Raises PackageError as that does, and where it takes longer than a minute or two.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_verify, args=(folder, there), daemon=True)
    child.start()
    there.close()
    try:
        told = here.recv() if here.poll(_TRIAL) else f"its model did not answer within {_TRIAL:g} s"
    except EOFError:
        told = "its model takes the process down that loads it"
    finally:
        child.kill()
        child.join()
        here.close()
    if told:
        raise PackageError(told)


def _verify(folder: Path, answer: Connection) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):  # where there are such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    try:
        ArgosModel(folder, folder.name, threads=1).check()
    except PackageError as error:
        answer.send(str(error).replace(f"{folder}: ", ""))
    else:
        answer.send("")


class ArgosModel:
    """A translation model over one unpacked Argos package, of either direction."""

    def __init__(self, folder: Path, name: str, threads: int = 2) -> None:
        self._folder = folder
        self._name = name
        self._threads = threads

    @cached_property
    def _package(self) -> Any:
        return open_package(self._folder)

    @cached_property
    def _translator(self) -> Any:
        import ctranslate2

        try:
            return ctranslate2.Translator(
                str(self._folder / "model"), device="cpu", inter_threads=self._threads, intra_threads=1
            )
        except Exception as error:  # a damaged model raises whatever it comes upon: RuntimeError, IndexError ...
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise PackageError(f"{self._folder}: the model can't be loaded ({reason}): install it again") from error

    @cached_property
    def _metadata(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self._folder / "metadata.json").read_text(encoding="utf-8"))
        return found

    @cached_property
    def info(self) -> ModelInfo:
        """Name, version and SHA-256 of the package."""
        return ModelInfo(self._name, str(self._package.package_version), digest(self._folder))

    def check(self) -> None:
        """Raise PackageError where the tokenizer or the model can't be loaded or fail at a word."""
        try:
            pieces = self._package.tokenizer.encode("a b.")
            prefix = [[self._package.target_prefix]] if self._package.target_prefix else None
            results = self._translator.translate_batch([pieces], prefix, max_decoding_length=4, beam_size=1)
            self._package.tokenizer.decode(results[0].hypotheses[0])
            self._target("a b.")
        except PackageError:
            raise
        except Exception as error:  # as above
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise PackageError(f"{self._folder}: tokenizer and model do not work ({reason})") from error

    def translate(self, lines: Sequence[str], progress: Progress | None = None, best: int = 1) -> list[Hypothesis]:
        """One hypothesis a line, in order, with `best` - 1 others; a blank line gives a blank one with score 0.

        Raises ValueError where `best` is larger than the beam.
        """
        if not 1 <= best <= BEAM:
            raise ValueError(f"best={best}: the beam holds {BEAM} hypotheses")
        unique = sorted({line for line in lines if line.strip()}, key=lambda line: (len(line), line))
        done: dict[str, Hypothesis] = {}
        counts = Counter(lines)
        for start in range(0, len(unique), SLAB):
            slab = unique[start : start + SLAB]
            done.update(zip(slab, self._decode(slab, best), strict=True))
            if progress:
                progress(sum(counts[line] for line in slab))
        blank = Hypothesis("", 0.0)
        return [done.get(line, blank) for line in lines]

    def _decode(self, lines: Sequence[str], best: int) -> list[Hypothesis]:
        tokenizer = self._package.tokenizer
        pieces: list[list[str]] = []
        owner: list[int] = []
        for i, line in enumerate(lines):
            for piece in _pieces(line, tokenizer):
                pieces.append(piece)
                owner.append(i)
        prefix = self._package.target_prefix
        results = self._translator.translate_batch(
            pieces,
            target_prefix=[[prefix]] * len(pieces) if prefix else None,
            beam_size=BEAM,
            num_hypotheses=best,
            length_penalty=_LENGTH_PENALTY,
            replace_unknowns=True,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            return_scores=True,
        )
        texts: list[list[list[str]]] = [[] for _ in lines]  # line, piece, hypothesis
        scores: list[list[float]] = [[] for _ in lines]
        for i, result in zip(owner, results, strict=True):
            found = [tokens[1:] if prefix and tokens[:1] == [prefix] else tokens for tokens in result.hypotheses]
            texts[i].append([tokenizer.decode(tokens).strip() for tokens in found])
            # CTranslate2 divides the sum of log-probabilities by length ** length_penalty.
            scores[i].append(result.scores[0] / max(1, len(found[0])) ** (1 - _LENGTH_PENALTY))
        joined = [[" ".join(parts) for parts in zip(*text, strict=True)] or [""] for text in texts]
        return [
            Hypothesis(first, round(sum(score) / max(1, len(score)), 4), tuple(others))
            for (first, *others), score in zip(joined, scores, strict=True)
        ]

    def score(self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None) -> list[ForcedScore]:
        """The forced score of each (source, target) pair, both cut after 220 tokens.

        An empty source asks how likely the target is on its own; raises PackageError where the package does not say
        (`source_dropped` in its metadata) which piece stands for a source that is not there.
        """
        unique = sorted(set(pairs), key=lambda pair: (len(pair[1]), pair))
        done: dict[tuple[str, str], ForcedScore] = {}
        prefix = [self._package.target_prefix] if self._package.target_prefix else []
        for start in range(0, len(unique), SLAB):
            slab = unique[start : start + SLAB]
            results = self._translator.score_batch(
                [self._source(source) for source, _ in slab],
                [prefix + self._target(target) for _, target in slab],
                max_batch_size=BATCH_TOKENS,
                batch_type="tokens",
            )
            for pair, result in zip(slab, results, strict=True):
                tokens, scores = result.tokens[len(prefix) :], result.log_probs[len(prefix) :]
                done[pair] = ForcedScore(tuple(tokens), tuple(round(score, 4) for score in scores))
            if progress:
                progress(len(slab))
        return [done[pair] for pair in pairs]

    def _source(self, text: str) -> list[str]:
        if text.strip():
            tokens: list[str] = self._package.tokenizer.encode(text)
            return tokens[: 2 * LONGEST]
        if "source_dropped" not in self._metadata:
            raise PackageError(f"{self._name}: the model was not trained to score a text on its own")
        return [str(self._metadata["source_dropped"])]

    @cached_property
    def _target(self) -> Callable[[str], list[str]]:
        """Cuts a target into the pieces that the decoder knows."""
        encode: Callable[..., list[str]] = self._package.tokenizer.encode
        if (self._folder / TARGET_PIECES).is_file():
            import sentencepiece

            pieces = sentencepiece.SentencePieceProcessor(model_file=str(self._folder / TARGET_PIECES))
            encode = partial(pieces.encode, out_type=str)
        return lambda text: encode(text)[: 2 * LONGEST]


def _pieces(line: str, tokenizer: Any) -> list[list[str]]:
    """Token lists of at most LONGEST tokens where the line has punctuation or blanks to cut at."""
    tokens = tokenizer.encode(line)
    if len(tokens) <= LONGEST:
        return [tokens]
    parts = re.split(r"(?<=[;:,.!?–—])\s+", line)
    if len(parts) == 1:
        words = line.split()
        if len(words) == 1:  # one endless "word": nothing to cut at
            return [tokens[:LONGEST]]
        half = len(words) // 2
        parts = [" ".join(words[:half]), " ".join(words[half:])]
    else:
        parts = _regroup(parts, tokenizer)
    return [piece for part in parts for piece in _pieces(part, tokenizer)]


def _regroup(parts: Sequence[str], tokenizer: Any) -> list[str]:
    """Join neighbouring clauses again as long as they stay within LONGEST tokens."""
    grouped: list[str] = []
    size = 0
    for part in parts:
        length = len(tokenizer.encode(part))
        if grouped and size + length <= LONGEST:
            grouped[-1] += " " + part
            size += length
        else:
            grouped.append(part)
            size = length
    return grouped
