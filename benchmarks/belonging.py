"""Whether the whole original is told from another article, and from another report of the same event.

usage: python benchmarks/belonging.py GOLD.jsonl [--dev PAIRS.tsv] [--back-translate] [--show 3]

GOLD.jsonl: lines {"doc", "en": [...], "id": [...]}, or {"en", "ref", "hyp": {system: ...}} a sentence in the order of
its articles, five of which make one here (the FLORES files). With --dev (lines `id <tab> en <tab> tag`) articles are
made up: sentences of one source that share rare words, halved, so that each half is another report of the same
subject. `WHOLE` was chosen on these.

Each translation is set beside its original as it is, without some of its own sentences (`shortened`: 25 to 60 % are
left; `lead`: the first 20 to 45 %), with a fifth of foreign ones (`additions`); beside every other article (`other`);
and beside one into which 10 to 40 % of its sentences were carried over word for word (`quoting`). Printed are the
number of pairs of 50 words or more, the share told wrongly, and the extremes of the measure. --show prints the nearest.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mtaudit.languages import ENGLISH, INDONESIAN
from mtaudit.languages.sentences import split
from mtaudit.originals.belonging import LEAST_WORDS, WHOLE, belonging, words_of
from mtaudit.originals.lexicon import load
from mtaudit.translation.models import translation_model

Lines = list[str]
Article = tuple[str, Lines, Lines, Lines]  # name, translation, original, original of another report ([] for none)
RARE = 4.0  # weight of the words by which sentences of one subject are found


def gold(path: Path) -> Iterator[Article]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if "doc" in rows[0]:
        yield from ((row["doc"], row["id"], row["en"], []) for row in rows)
        return
    for number in range(len(rows) // 5):
        block = rows[5 * number : 5 * number + 5]
        english = [row["en"] for row in block]
        yield f"{number} human", [row["ref"] for row in block], english, []
        for system in block[0]["hyp"]:
            yield f"{number} {system}", [row["hyp"][system] for row in block], english, []


def made_up(path: Path, rng: random.Random) -> Iterator[Article]:
    by_tag: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        indonesian, english, tag = line.split("\t")
        by_tag[tag].append((indonesian, english))
    for tag, pairs in by_tag.items():
        if len(pairs) < 100:
            continue
        for number, subject in enumerate(subjects(pairs, rng)):
            rng.shuffle(subject)
            half = len(subject) // 2
            one, other = subject[:half], subject[half:]
            yield f"{tag}-{number}", [a for a, _ in one], [b for _, b in one], [b for _, b in other]


def subjects(pairs: list[tuple[str, str]], rng: random.Random) -> Iterator[list[tuple[str, str]]]:
    """Groups of 12 to 40 pairs that share rare words."""
    terms = [load().source_terms(english) for _, english in pairs]
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, words in enumerate(terms):
        for word, weight in words.items():
            if weight > RARE:
                rows[word].append(row)
    order = list(range(len(pairs)))
    free = set(order)
    rng.shuffle(order)
    for seed in order:
        if seed not in free:
            continue
        taken, known, wanted = [seed], Counter(terms[seed]), 2 * rng.randint(6, 20)
        free.discard(seed)
        while len(taken) < wanted:
            near: Counter[int] = Counter()
            for word, weight in known.most_common(40):
                for row in rows.get(word, ())[:200]:
                    if row in free:
                        near[row] += min(weight, terms[row].get(word, 0)) / (20 + sum(terms[row].values()))
            if not near:
                break
            row = near.most_common(1)[0][0]
            taken.append(row)
            free.discard(row)
            known.update(terms[row])
        if len(taken) >= 12:
            yield [pairs[row] for row in taken]


def versions(article: Article, articles: list[Article], rng: random.Random) -> Iterator[tuple[str, bool, Lines, Lines]]:
    """(kind, whether it is the whole original, translation, English)."""
    name, own, english, rival = article
    others = [other for other in articles if other[2] is not english and other[0] != name]
    stray = rng.choice(others)
    yield "as it is", True, own, english
    left = sorted(rng.sample(range(len(own)), max(2, round(len(own) * rng.uniform(0.25, 0.6)))))
    yield "shortened", True, [own[i] for i in left], english
    yield "lead", True, own[: max(2, round(len(own) * rng.uniform(0.2, 0.45)))], english
    longer = list(own)
    for line in stray[1][: max(1, len(own) // 5)]:
        longer.insert(rng.randrange(len(longer) + 1), line)
    yield "additions", True, longer, english
    for other in others if not rival and len(articles) < 100 else [stray]:
        yield "other", False, own, other[2]
    if rival:
        yield "same subject", False, own, rival
    host = list(rival or stray[2])
    for i in rng.sample(range(len(own)), max(1, round(len(own) * rng.uniform(0.1, 0.4)))):
        host.insert(rng.randrange(len(host) + 1), english[i])
    yield "quoting", False, own, host


def main() -> None:
    """Print rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--dev", action="store_true", help="make articles of pairs")
    parser.add_argument("--back-translate", action="store_true", help="with the installed package")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    articles = list(made_up(options.gold, rng) if options.dev else gold(options.gold))
    engine = translation_model(None, INDONESIAN.code, ENGLISH.code) if options.back_translate else None

    @cache
    def back(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(found.text for found in engine.translate(list(texts))) if engine else ()

    found: defaultdict[tuple[str, bool], list[tuple[float, str]]] = defaultdict(list)
    for article in articles:
        for kind, whole, own, english in versions(article, articles, rng):
            here, there = split(" ".join(own), INDONESIAN), split(" ".join(english), ENGLISH)
            if min(words_of(here), words_of(there)) >= LEAST_WORDS:
                value = belonging(here, there, back(tuple(s.text for s in here)))
                found[kind, whole].append((value, article[0]))
    for (kind, whole), rows in found.items():
        rows.sort(reverse=not whole)
        wrong = sum((value >= WHOLE) != whole for value, _ in rows)
        print(f"{kind:13} {len(rows):5} pairs, wrong {wrong / len(rows):.4f}, {rows[0][0]:.2f} to {rows[-1][0]:.2f}")
        for value, name in rows[: options.show]:
            print(f"    {value:.2f} {name}")


if __name__ == "__main__":
    main()
