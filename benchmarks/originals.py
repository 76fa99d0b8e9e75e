"""How well originals are found and sentences aligned.

usage: python benchmarks/originals.py GOLD.jsonl MONO.en.txt.xz [--dev PAIRS.tsv] [--distractors 500] [--back-translate]

GOLD.jsonl: lines {"doc", "en": [...], "id": [...]}, sentence k of one standing for sentence k of the other (the human
news translations of NTREX-128). MONO: English sentences, one a line; every 15 of them make a distractor article.
With --dev (lines `id <tab> en <tab> tag`) the articles are made up instead: 6 to 30 pairs of one source each, some
merged, some lost on one side. Thresholds in mtaudit/originals were chosen on --dev.

Alignment. The sentences of each article are joined by blanks and split again by the program. A split sentence belongs
to every gold sentence of which it holds 30 % or of which it is 50 %. Precision: of all (target, source) sentence pairs
in links, the share with a gold sentence in common. Recall: of all (split sentence, gold sentence) pairs of both sides,
the share whose sentence is linked to one of the same gold sentence. F1 is taken over all articles together.

Choice. Every translation against all originals and the distractors; then against the same pool without its own.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mtaudit.case import Document, Link
from mtaudit.languages import ENGLISH, INDONESIAN
from mtaudit.languages.sentences import Sentence, split
from mtaudit.originals.align import align
from mtaudit.originals.choose import OriginalIndex
from mtaudit.translation.models import translation_model

Translate = Callable[[tuple[Sentence, ...]], tuple[str, ...]]
Article = tuple[str, list[str], list[str]]  # name, English, Indonesian; the k-th stands for the k-th, "" for nothing


def read_gold(path: Path) -> list[Article]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(row["doc"], row["en"], row["id"]) for row in rows]


def make_articles(path: Path, seed: int = 7) -> list[Article]:
    """Articles of 6 to 30 pairs of one source, in file order; 5 % lost, 6 % run into the next on either side."""
    by_tag: dict[str, list[tuple[str, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        indonesian, english, tag = line.split("\t")
        by_tag.setdefault(tag, []).append((indonesian, english))
    rng = random.Random(seed)
    articles = []
    for tag, pairs in sorted(by_tag.items()):
        while len(pairs) >= 6:
            taken, pairs = pairs[: (size := rng.randint(6, 30))], pairs[size:]
            english, indonesian = [], []
            for one, two in taken:
                lost = rng.random()
                english.append("" if lost < 0.05 else run_on(two, rng))
                indonesian.append("" if 0.05 <= lost < 0.1 else run_on(one, rng))
            articles.append((f"{tag}-{len(articles)}", english, indonesian))
    return articles


def run_on(text: str, rng: random.Random) -> str:
    """`text`, now and then without its full stop, so that the next sentence is split off no more."""
    return text.rstrip(".") + ";" if rng.random() < 0.06 and text.endswith(".") else text


def joined(pieces: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """One text, and where each piece lies in it."""
    text, spans = "", []
    for piece in pieces:
        text += " " if text and piece else ""
        spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, spans


def belongs(sentence: Sentence, spans: list[tuple[int, int]]) -> set[int]:
    found = set()
    for k, (start, end) in enumerate(spans):
        shared = min(end, sentence.end) - max(start, sentence.start)
        if shared > 0 and (shared >= 0.3 * (end - start) or shared >= 0.5 * (sentence.end - sentence.start)):
            found.add(k)
    return found


def count(links: Sequence[Link], target: list[set[int]], source: list[set[int]]) -> tuple[int, int, int, int]:
    """Right pairs, all pairs, (sentence, gold) pairs found, all of these."""
    right = pairs = 0
    linked_t: list[set[int]] = [set() for _ in target]
    linked_s: list[set[int]] = [set() for _ in source]
    for link in links:
        for t in link.target:
            for s in link.source:
                pairs += 1
                right += bool(target[t] & source[s])
                linked_t[t] |= source[s]
                linked_s[s] |= target[t]
    both = set().union(*target) & set().union(*source)
    found = sum(len(gold & linked & both) for gold, linked in zip(target + source, linked_t + linked_s, strict=True))
    return right, pairs, found, sum(len(gold & both) for gold in target + source)


def untranslated(sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
    return ()


def back_translations() -> Translate:
    """A function from sentences to their back-translations by the installed package."""
    engine = translation_model(None, INDONESIAN.code, ENGLISH.code)
    return lambda sentences: tuple(found.text for found in engine.translate([s.text for s in sentences]))


def alignment(articles: list[Article], translate: Translate, verbose: bool) -> None:
    totals = [0, 0, 0, 0]
    seconds = 0.0
    for name, english, indonesian in articles:
        source_text, source_spans = joined(english)
        target_text, target_spans = joined(indonesian)
        source, target = split(source_text, ENGLISH), split(target_text, INDONESIAN)
        backs = translate(target)
        began = time.perf_counter()
        links = align(target, source, backs)
        seconds += time.perf_counter() - began
        counts = count(links, [belongs(s, target_spans) for s in target], [belongs(s, source_spans) for s in source])
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
        if verbose and counts[0] < counts[1]:
            print(f"  {name}: precision {counts[0] / counts[1]:.3f} recall {counts[2] / counts[3]:.3f}")
            for link in links:
                golds = [belongs(target[t], target_spans) for t in link.target]
                other = [belongs(source[s], source_spans) for s in link.source]
                if link.target and link.source and any(not a & b for a in golds for b in other):
                    print(
                        "     ",
                        link.score,
                        [target[t].text for t in link.target],
                        [source[s].text for s in link.source],
                    )
    precision, recall = totals[0] / totals[1], totals[2] / totals[3]
    f1 = 2 * precision * recall / (precision + recall)
    print(f"alignment: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")
    print(f"{len(articles)} articles aligned in {seconds:.1f} s")


def distractors(path: Path, number: int, size: int = 15) -> list[Document]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        text = [line.strip() for line in islice(lines, number * size)]
    return [
        Document(f"distractor-{i}", "mono", " ".join(text[i * size : (i + 1) * size]), language="en")
        for i in range(number)
    ]


def choice(articles: list[Article], others: list[Document], translate: Translate, verbose: bool) -> None:
    originals = [Document(name, "gold", joined(english)[0], language="en") for name, english, _ in articles]
    began = time.perf_counter()
    index = OriginalIndex([*originals, *others])
    index.prepare()
    built = time.perf_counter() - began
    right = full = none = 0
    seconds = 0.0
    for name, _, indonesian in articles:
        document = Document(name, "gold", joined(indonesian)[0], language="id")
        sentences = split(document.text, INDONESIAN)
        backs = translate(sentences)
        began = time.perf_counter()
        found = index.choose(sentences, backs)
        right += found.document is not None and found.document.id == name
        full += found.kind == "full"
        without = index.choose(sentences, backs, leave_out={name})
        seconds += time.perf_counter() - began
        none += without.document is None
        if verbose and (found.document is None or found.document.id != name or found.kind != "full"):
            print(f"  {name}: {found.document and found.document.id} {found.kind} {found.similarity:.2f}")
        if verbose and without.document is not None:
            print(f"  {name} without its own: {without.document.id} {without.kind} {without.similarity:.2f}")
    each = seconds / len(articles) / 2
    n = len(articles)
    print(f"choice: right {right / n:.4f} (as full {full / n:.4f}), none without its own {none / n:.4f}")
    print(f"pool of {len(index.documents)}: built in {built:.1f} s, {each * 1000:.0f} ms a question")


def partial(articles: list[Article], others: list[Document], translate: Translate, verbose: bool) -> None:
    """Articles of six sentences and more, of whose original only three stand in the middle of a distractor."""
    asked = [article for article in articles if len(article[1]) >= 6]
    pool = []
    for (name, english, _), other in zip(asked, others, strict=False):
        lines, middle = other.text.split(". "), len(english) // 2
        text = ". ".join(lines[:5]) + ". " + joined(english[middle - 1 : middle + 2])[0] + " " + ". ".join(lines[5:])
        pool.append(Document(name, "gold", text, language="en"))
    index = OriginalIndex([*pool, *others[len(asked) :]])
    right = found_as_partial = 0
    for name, _, indonesian in asked:
        document = Document(name, "gold", joined(indonesian)[0], language="id")
        sentences = split(document.text, INDONESIAN)
        found = index.choose(sentences, translate(sentences))
        right += found.document is not None and found.document.id == name
        found_as_partial += found.document is not None and found.document.id == name and found.kind == "partial"
        if verbose and (found.document is None or found.document.id != name or found.kind != "partial"):
            print(f"  partial {name}: {found.document and found.document.id} {found.kind} {found.similarity:.2f}")
    n = len(asked)
    print(f"three sentences in another text: right {right / n:.4f} (as partial {found_as_partial / n:.4f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("mono", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--distractors", type=int, default=500)
    parser.add_argument("--back-translate", action="store_true", help="with the installed back-translation package")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    articles = make_articles(options.dev) if options.dev else read_gold(options.gold)
    translate = cache(back_translations()) if options.back_translate else untranslated
    alignment(articles, translate, options.verbose)
    others = distractors(options.mono, options.distractors)
    choice(articles, others, translate, options.verbose)
    partial(articles, others, translate, options.verbose)


if __name__ == "__main__":
    main()
