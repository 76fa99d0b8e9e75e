"""Numbers: false alarms on human translations, and how many changed numbers are found in them.

usage: python benchmarks/changed_numbers.py GOLD [--seed 1] [--show N]
GOLD is a JSONL file of {"doc", "en": [...], "id": [...]}, sentence by sentence. Each figure of the translation is
changed once, in each of the ways below that it allows, and counts as found where a number finding (or one on a weekday)
covers its place. Weekdays and months become others; times whose English says a.m. or p.m. move by twelve hours.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator

from mtaudit.case import Case, Document, Link
from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN
from mtaudit.languages.sentences import Sentence
from mtaudit.numbers import numbers
from mtaudit.rules.meaning import WeekdayChanged
from mtaudit.rules.numbers import RULES
from mtaudit.rules.registry import run


def case(name: str, target: list[str], source: list[str]) -> Case:
    """The lines of both sides, a sentence each, laid side by side."""

    def sentences(lines: list[str]) -> tuple[Sentence, ...]:
        found, at = [], 0
        for i, line in enumerate(lines):
            found.append(Sentence(at, at + len(line), line, i))
            at += len(line) + 1
        return tuple(found)

    none = (None,) * len(target)
    links = tuple(Link((i,), (i,), 1.0) for i in range(len(target)))
    document = Document(name, name, "\n".join(target), language="id")
    original = Document(name + ".en", name, "\n".join(source), language="en")
    return Case(
        document, sentences(target), none, none, ENGLISH_INDONESIAN, original, "full", 1.0, sentences(source), links
    )


def named(sentence: str, original: str, rng: random.Random) -> Iterator[tuple[str, int, str]]:
    """(kind of change, place, changed sentence): another weekday, another month, the other half of the day."""
    table = INDONESIAN.numbers
    told = any(m.kind == "time" and m.half_day_known for m in numbers(original, ENGLISH))
    there = {(m.kind, m.value) for m in numbers(original, ENGLISH)}
    for m in numbers(sentence, INDONESIAN):
        before, after = sentence[: m.start], sentence[m.end :]
        if m.kind in ("weekday", "date") and (m.kind, m.value) in there:
            words = table.weekdays if m.kind == "weekday" else table.months
            others = [w for w, v in words.items() if v != m.value and len(w) > 3]
            kind = "weekday" if m.kind == "weekday" else "month"
            yield kind, m.start, before + rng.choice(others).capitalize() + after
        if m.kind == "time" and m.half_day_known and told and m.clock is not None:
            clock = (m.clock + 720) % 1440
            yield "half of the day", m.start, before + f"{clock // 60:02d}.{clock % 60:02d}" + after


def changes(sentence: str, rng: random.Random) -> Iterator[tuple[str, int, str]]:
    """(kind of change, place, changed sentence) for one sentence."""
    mentions = [m for m in numbers(sentence, INDONESIAN) if m.digits and m.sure and not m.code]
    for mention in mentions:
        places = [i for i in range(mention.start, mention.end) if sentence[i].isdigit()]
        at = rng.choice(places)
        figure = rng.choice([d for d in "123456789" if d != sentence[at]])
        kind = {"percent": "percent changed", "year": "year changed", "time": "time changed"}.get(
            mention.kind, "digit changed"
        )
        yield kind, mention.start, sentence[:at] + figure + sentence[at + 1 :]
        if broken := re.search(r"(?<=\d)\.(\d)\d\d(?!\d)", mention.text):
            a = mention.start + broken.start()
            yield "separator broken", mention.start, sentence[:a] + "," + broken[1] + sentence[a + 4 :]
        if len(places) == mention.end - mention.start >= 2 and mention.kind == "cardinal":
            yield "digit lost", mention.start, sentence[: mention.end - 1] + sentence[mention.end :]
    words = "ribu|juta|miliar|triliun"
    for match in re.finditer(rf"(?<=\d )({words})\b", sentence):
        for other in words.split("|"):
            if other != match[1]:
                yield "scale word", match.start(), sentence[: match.start()] + other + sentence[match.end() :]


def main() -> None:
    """Print rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    rules = [rule() for rule in (*RULES, WeekdayChanged)]
    bearing = flagged = days = shown = 0
    tried: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    critical: Counter[str] = Counter()
    with open(options.gold, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for row in rows:
        clean = case(row["doc"], row["id"], row["en"])
        alarms = run(clean, rules)
        flagged += len({f.start for f in alarms if f.category == "number"})
        days += sum(f.category != "number" for f in alarms)
        bearing += sum(
            any(m.sure for m in numbers(a, ENGLISH)) or any(m.sure for m in numbers(b, INDONESIAN))
            for a, b in zip(row["en"], row["id"], strict=True)
        )
        known = {(f.rule, f.text, f.original) for f in alarms}
        for i, sentence in enumerate(row["id"]):
            for kind, place, changed in [*changes(sentence, rng), *named(sentence, row["en"][i], rng)]:
                near = slice(max(0, i - 1), i + 2)
                lines = [*row["id"][:i], changed, *row["id"][i + 1 :]][near]
                mutated = case(row["doc"], lines, row["en"][near])
                begin = mutated.sentences[i - near.start].start + place
                new = [f for f in run(mutated, rules) if (f.rule, f.text, f.original) not in known]
                near_enough = [
                    f for f in new if f.start is not None and f.end is not None and f.start - 12 <= begin <= f.end + 12
                ]
                tried[kind] += 1
                hit[kind] += bool(near_enough)
                critical[kind] += any(f.severity == "critical" for f in near_enough)
                if not near_enough and shown < options.show:
                    shown += 1
                    print("missed:", kind, "|", changed, "|", row["en"][i])
    rate = 100 * flagged / max(1, bearing)
    print(f"{flagged} findings on {bearing} number-bearing human segments: {rate:.2f} %; {days} weekdays")
    for kind in sorted(tried):
        share = hit[kind] / tried[kind]
        print(f"{kind:17} {hit[kind]:4} of {tried[kind]:4} found ({share:.3f}), {critical[kind]} critical")
    found, all_changes = sum(hit.values()), sum(tried.values())
    print(f"{'all':17} {found:4} of {all_changes:4} found ({found / all_changes:.3f})")


if __name__ == "__main__":
    main()
