"""NERGrit by itself: how well do the finder's features do on its own scheme, word by word, nothing else learned from?

usage: python nergrit_alone.py NERGRIT_FOLDER

Trains a CRF on whole sentences of the train part, prints F1 of exact spans and types on the test part. Figures in the
literature for the same split: CRF 68, IndoBERT-large 79.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).parent))

from labelled import LANGUAGES, nergrit

from mtaudit.names.features import features
from mtaudit.names.runs import proven
from mtaudit.names.tokens import tokens

TYPES = ("PER", "LOC", "ORG")


def sequences(path: Path) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of every sentence."""
    language = LANGUAGES["id"]
    for labelled, _, _ in nergrit(path):
        words = tokens(labelled.text, language)
        labels = ["O"] * len(words)
        for start, end, kind in labelled.names:
            inside = [i for i, t in enumerate(words) if t.start < end and start < t.end]
            for n, i in enumerate(inside):
                labels[i] = ("I-" if n else "B-") + kind
        if words:
            yield features(words, 0, len(words) - 1, proven(words, language), language), labels


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """First word, end and type of every name."""
    found, first = set(), None
    for i, label in enumerate([*labels, "O"]):
        if first is not None and not label.startswith("I-"):
            found.add((first, i, labels[first][2:]))
            first = None
        if label != "O" and first is None:
            first = i
    return found


def main() -> None:
    folder = Path(sys.argv[1])
    trainer = pycrfsuite.Trainer(verbose=False)
    for rows, labels in sequences(folder / "nergrit.train.txt"):
        trainer.append(rows, labels)
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": 80})
    tagger = pycrfsuite.Tagger()
    count: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as tmp:
        trainer.train(f"{tmp}/model")
        tagger.open(f"{tmp}/model")
        for rows, labels in sequences(folder / "nergrit.test.txt"):
            gold, found = spans(labels), spans(tagger.tag(rows))
            for what, names in (("gold", gold), ("found", found), ("hit", gold & found)):
                count.update((kind, what) for _, _, kind in names)
        tagger.close()
    for kinds in (*((t,) for t in TYPES), TYPES):
        hit, all_of = (sum(count[k, w] for k in kinds for w in ws) for ws in (("hit",), ("gold", "found")))
        print(f"{'+'.join(kinds):12} F1 {2 * hit / all_of:.3f}")


if __name__ == "__main__":
    main()
