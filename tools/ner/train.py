"""Labelled text -> the taggers mtaudit/data/ner.{en,id}.crfsuite.xz and the word table mtaudit/data/ner.words.tsv.xz.

usage: python train.py SILVER.jsonl NERGRIT_FOLDER OUT_FOLDER [--languages en,id] [--sentences 150000] ...

SILVER.jsonl is what silver.py writes. English learns from silver labels; Indonesian from NERGrit (people, places,
organisations) and from the names of the silver English that stand in its Indonesian translation. The word table says
how often a word stands in names of each type; to the tagger it is shown as it will see it later, made without the
fold that is being learned from. Same input, same bytes out.
"""

from __future__ import annotations

import argparse
import lzma
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).parent))

import lists
from labelled import LANGUAGES, Labelled, nergrit, projected, silver

from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.languages.interface import Language
from mtaudit.names import features as feature_module
from mtaudit.names import gazetteer, lexical
from mtaudit.names.features import features
from mtaudit.names.runs import bare, candidate, hopeless, proven, runs
from mtaudit.names.spans import explained
from mtaudit.names.tokens import Token, tokens

FOLDS = 4
RARE = 2  # words met less often in names are left out of the word table
HEADLINES = 0.08  # share of sentences that are shown once more in title case
SHOUTED = 0.02  # ... in capital letters
LISTED = 4  # what a row of the gazetteer is worth in the word table
DOUBTFUL = 0.15  # share of the stretches with a name of doubtful type that are learned from
UNKNOWN = 0.5  # share of the stretches with names seldom met that look as if never met before
FEW = 6  # ... the share falls for names met more often than this
NERGRIT_WEIGHT = 3  # how often a NERGrit sentence is shown for once a projected one

Sequence = tuple[list[list[str]], list[str]]


def word_table(rows: Iterable[Labelled], language: Language) -> Counter[tuple[str, str]]:
    """(word, type) -> how often the word stands in names of the type."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for start, end, kind in row.names:
            for token in tokens(row.text[start:end], language):
                if candidate(token):
                    counts[bare(token.text, language).lower(), kind] += 1
    return counts


def listed_words() -> Counter[tuple[str, str]]:
    """The same of the gazetteer's names and their Indonesian forms, each as if met `LISTED` times."""
    counts: Counter[tuple[str, str]] = Counter()
    for entries in gazetteer.load(ENGLISH_INDONESIAN).by_form.values():
        for entry in entries:
            for form in entry.accepted:
                for token in tokens(form, LANGUAGES["en"]):
                    if candidate(token) and entry.type in lexical.TYPES:
                        counts[token.text.lower(), entry.type] = max(counts[token.text.lower(), entry.type], LISTED)
    return counts


def digits(counts: Counter[tuple[str, str]], listed: dict[str, int]) -> dict[str, str]:
    """word -> four digits, n for about 2**(n-1) times, in the order of `lexical.TYPES`, and the sum of its lists."""
    totals: Counter[str] = Counter()
    for (word, _), n in counts.items():
        totals[word] += n
    return {
        word: "".join("0123456789abcdefghijklmnop"[counts[word, t].bit_length()] for t in lexical.TYPES)
        + str(listed.get(word, 0))
        for word in sorted({w for w, n in totals.items() if n >= RARE} | listed.keys())
    }


def use(table: dict[str, str]) -> None:
    """Let the features see this word table."""
    lexical._types = lambda: table  # type: ignore[assignment]
    feature_module._own.cache_clear()
    feature_module._brief.cache_clear()


def sequences(row: Labelled, language: Language, rng: random.Random, often: Counter[str]) -> list[Sequence]:
    """Features and labels of every stretch of the text that may be a name and that the labels are certain of."""
    words = tokens(row.text, language)
    seen = proven(words, language)
    labels = ["O"] * len(words)
    for start, end, kind in row.names:
        inside = [k for k, t in enumerate(words) if t.start < end and start < t.end]
        for n, k in enumerate(inside):
            labels[k] = ("I-" if n else "B-") + kind
    doubtful = {k for k, t in enumerate(words) for a, b, _ in row.doubtful if t.start < b and a < t.end}
    names = language.names
    heads = names.organisation_words | names.thing_words
    found = []
    for i, j in runs(words, language):
        if hopeless(words, i, j, seen, language):
            continue
        part = labels[i : j + 1]
        if not row.sure:
            missing = [words[k].text.lower() for k in range(i, j + 1) if labels[k] == "O"]
            if any(word in heads for word in missing):
                continue
            if all(label == "O" for label in part) and not (
                i == j and words[i].starts and _ordinary(words[i].text, language)
            ):
                continue
        overlooked = row.sure and any(label == "O" and _telling(words[k], language) for k, label in enumerate(part, i))
        if (overlooked or any(i <= k <= j for k in doubtful)) and rng.random() > DOUBTFUL:
            continue
        most = max(
            (often[row.text[a:b]] for a, b, _ in row.names if words[i].start < b and a < words[j].end),
            default=0,
        )
        unknown = rng.random() < UNKNOWN * min(1.0, FEW / max(1, most))
        found.append((features(words, i, j, seen, language, unknown), part))
    return found


def _telling(token: Token, language: Language) -> bool:
    """A capital that only a name explains; without a label it was probably overlooked."""
    low = bare(token.text, language).lower()
    small, capital = lexical.case(low, language)
    return (
        candidate(token) and not (token.starts or token.headline) and capital >= small and not explained(low, language)
    )


def _ordinary(word: str, language: Language) -> bool:
    small, capital = lexical.case(word.lower(), language)
    return small >= capital + 2


def disguised(rows: list[Labelled], rng: random.Random) -> list[Labelled]:
    """Some of the texts again as headlines: in title case or in capital letters, names where they were."""
    out = []
    for row in rows:
        draw = rng.random()
        if draw < HEADLINES:
            text = "".join(
                c.upper() if (i == 0 or row.text[i - 1] == " ") and len(c.upper()) == 1 else c
                for i, c in enumerate(row.text)
            )
        elif draw < HEADLINES + SHOUTED:
            text = "".join(c.upper() if len(c.upper()) == 1 else c for c in row.text)
        else:
            continue
        out.append(Labelled(text, row.names, row.sure))
    return out


def train(rows: list[Labelled], language: Language, path: Path, options: argparse.Namespace) -> None:
    """Train one tagger."""
    rng = random.Random(1)
    rng.shuffle(rows)
    folds = [rows[i::FOLDS] for i in range(FOLDS)]
    tables = [word_table(fold, language) for fold in folds]
    everything: Counter[tuple[str, str]] = sum((t for t in tables), Counter())
    for extra in options.extra_tables:
        everything.update(extra)
    often = Counter(row.text[a:b] for row in rows for a, b, _ in row.names)
    trainer = pycrfsuite.Trainer(verbose=False)
    n = 0
    for fold, table in zip(folds, tables, strict=True):
        use(digits(everything - table, options.listed))
        for row in [*fold, *disguised(fold, rng)]:
            for x, y in sequences(row, language, rng, often):
                trainer.append(x, y)
                n += len(y)
    trainer.set_params(
        {
            "c1": options.c1,
            "c2": options.c2,
            "max_iterations": options.iterations,
            "feature.minfreq": options.rare,
        }
    )
    started = time.time()
    trainer.train(str(path))
    size = path.stat().st_size
    packed = lzma.compress(path.read_bytes(), preset=9 | lzma.PRESET_EXTREME)
    path.with_name(path.name + ".xz").write_bytes(packed)
    path.unlink()
    print(
        f"{language.code}: {len(rows)} texts, {n} words, {time.time() - started:.0f} s, "
        f"{size} bytes, {len(packed)} packed"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("silver", type=Path)
    parser.add_argument("nergrit", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--languages", default="en,id")
    parser.add_argument("--sentences", type=int, default=150_000)
    parser.add_argument("--iterations", type=int, default=80)
    parser.add_argument("--c1", type=float, default=0.3)
    parser.add_argument("--c2", type=float, default=0.02)
    parser.add_argument("--rare", type=int, default=4)
    options = parser.parse_args()
    options.extra_tables = []
    options.listed = lists.flags()
    options.out.mkdir(parents=True, exist_ok=True)

    rows = silver(options.silver)
    gold = [labelled for labelled, _, _ in nergrit(options.nergrit / "nergrit.train.txt")]
    carried = list(projected(rows))
    english = random.Random(2).sample([labelled for labelled, _ in rows], min(options.sentences, len(rows)))
    # The word table serves both languages: a name is the same word in either.
    indonesian_table = word_table([*carried, *gold], LANGUAGES["id"])
    english_table = word_table(english, LANGUAGES["en"])
    listed = listed_words()
    table = digits(english_table + indonesian_table + listed, options.listed)
    for code in options.languages.split(","):
        if code == "en":
            options.extra_tables = [indonesian_table, listed]
            train(english, LANGUAGES["en"], options.out / "ner.en.crfsuite", options)
        else:
            options.extra_tables = [english_table, listed]
            train(
                carried + gold * NERGRIT_WEIGHT,
                LANGUAGES["id"],
                options.out / "ner.id.crfsuite",
                options,
            )
    text = "".join(f"{w}\t{d}\n" for w, d in table.items())
    packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)
    (options.out / "ner.words.tsv.xz").write_bytes(packed)
    print(f"word table: {len(table)} words, {len(packed)} bytes")


if __name__ == "__main__":
    main()
