"""Six systems' versions of the same sentences: does the better one score higher?

By system, the order of mean scores is held against the order that COMET gives; by document, a score against chrF to the
human reference, which the audit never sees.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import sacrebleu
from gold import audit, beside, rows

# COMET (wmt22-comet-da) of these outputs on FLORES dev, as mozilla/firefox-translations-models publishes it with them
COMET = {
    "google": 0.9238, "microsoft": 0.9161, "bergamot-tiny": 0.9023, "nllb": 0.8972, "opusmt": 0.8764, "argos": 0.8303,
}  # fmt: skip
SENTENCES = slice(300, 800)
DOCUMENT = 10  # sentences
APART = 3.0  # chrF by which two versions must differ for one to be the better

Scores = Mapping[str, Mapping[int, float]]  # system -> document -> score


@dataclass(frozen=True)
class Ranking:
    """Kendall's tau of the systems' order, the share of pairs in which the better version scores higher, the pairs."""

    tau: float
    accuracy: float
    pairs: int


def ranking(prefix: Path, **settings: Any) -> Ranking:
    """Audit each system's documents in a run of their own, with their originals."""
    sentences = rows(beside(prefix, "jsonl"))[SENTENCES]
    blocks = [sentences[at : at + DOCUMENT] for at in range(0, len(sentences), DOCUMENT)]
    overall: dict[str, dict[int, float]] = {}
    chrf: dict[str, dict[int, float]] = {}
    for system in COMET:
        pairs = [
            {
                "id": f"{system}/{number}", "system": system,
                "translation": "\n".join(row["hyp"][system] for row in block),
                "original": "\n".join(row["en"] for row in block),
            }
            for number, block in enumerate(blocks)
        ]  # fmt: skip
        documents = audit(pairs, **settings).documents
        overall[system] = {int(d.id.rpartition("/")[2]): d.scores.overall for d in documents}
        chrf[system] = {
            number: sacrebleu.corpus_chrf([r["hyp"][system] for r in block], [[r["ref"] for r in block]]).score
            for number, block in enumerate(blocks)
        }
    return compare(overall, chrf, COMET)


def compare(overall: Scores, chrf: Scores, comet: Mapping[str, float]) -> Ranking:
    """Scores beside chrF and COMET; of two versions with the same score half a pair is right."""
    mean = {system: statistics.mean(overall[system].values()) for system in comet}
    ordered = list(combinations(sorted(comet, key=comet.__getitem__), 2))
    tau = sum(1 if mean[better] > mean[worse] else -1 for worse, better in ordered) / len(ordered)
    right = []
    for one, other in combinations(comet, 2):
        for number in chrf[one]:
            apart = chrf[one][number] - chrf[other][number]
            if abs(apart) >= APART:
                difference = overall[one][number] - overall[other][number]
                right.append(0.5 if difference == 0 else float((difference > 0) == (apart > 0)))
    return Ranking(tau, statistics.mean(right), len(right))
