"""What each mechanism of names/ is worth: the table of docs/names.md, each mechanism taken out in turn.

usage: python tools/names/mechanisms.py benchmarks/gold WORKDIR --pairs TRAIN.id-en.tsv.xz --human DEV.id-en.tsv
                                        --ner NERGRIT_FOLDER [--kinds decision finder alone] [--only NAME ...]

Needs lightgbm. Three measures, each difference with its 95 % interval by a paired bootstrap over sentences or articles:
decision: rows are made and the trees fitted anew without the mechanism, sentences left out (fit.py); F1 of damaged
    names on both labelled sets, and alarms in human news;
finder: F1 of names with the right ends and type, English (labelled sets) and Indonesian (NERGrit, test part);
alone: human articles in which one of several occurrences of a name was damaged (`made.Damage`), told or not without an
    original; and what is told of the same articles undamaged, and of 400 further pieces of human news, in one run.
"""

from __future__ import annotations

import argparse
import lzma
import os
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "ner")]

import numpy as np  # noqa: E402
from fit import Data, apart, held, rates  # noqa: E402
from labelled import nergrit  # noqa: E402
from made import NEWS, Damage  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from rows import LABELLED, PAIR, SETS, Article, Told, cases, labels, lines, rows_from, set_of  # noqa: E402

from mtaudit import pipeline  # noqa: E402
from mtaudit.case import Case, Document  # noqa: E402
from mtaudit.evidence.gather import evidence  # noqa: E402
from mtaudit.languages import LANGUAGES  # noqa: E402
from mtaudit.names import (  # noqa: E402
    alone,
    cluster,
    decision,
    find,
    lexical,
    match,
    mentions,
    regnal,
    right,
    runs,
    scan,
    spans,
    spelling,
    tables,
    tagger,
    ties,
    tokens,
    trace,
)  # fmt: skip
from mtaudit.names.cluster import NameIndex  # noqa: E402
from mtaudit.names.tables import Tables  # noqa: E402

TOLD = 0.45
PIECE, PIECES = 20, 400  # sentences of a piece of human news; pieces
Count = NDArray[np.int_]
Patch = Callable[[], None]


def instead(of: object, other: object) -> None:
    """Put `other` wherever a module of names/ has `of`, a function or a class's method, and forget what was kept."""
    modules = [(name, module) for name, module in list(sys.modules.items()) if name.startswith("mtaudit.names")]
    for name, module in modules:
        for attribute, value in list(vars(module).items()):
            if value is of:
                setattr(module, attribute, other)
            elif isinstance(value, type) and value.__module__ == name:
                for method in [key for key, function in vars(value).items() if function is of]:
                    setattr(value, method, other)
    for _, module in modules:
        for value in list(vars(module).values()):
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def gives(of: object, value: object) -> Patch:
    """The function gives always the same."""
    return lambda: instead(of, lambda *_, **__: value)


def as_given(of: object, at: int) -> Patch:
    """The function gives back its argument number `at`."""
    return lambda: instead(of, lambda *given, **_: given[at])


def set_to(module: object, name: str, value: object) -> Patch:
    return lambda: setattr(module, name, value)


MECHANISMS: dict[str, dict[str, Patch]] = {
    "finder": {
        "tagger and features: capitals alone": gives(tagger.load, None),
        "small words inside names (runs)": gives(runs._bridge, None),
        "sentence openers that are no names (runs)": gives(runs.hopeless, False),
        "amounts of money (runs)": gives(runs.amount, False),
        "seen with a capital elsewhere (runs)": gives(runs.proven, Counter()),
        "words with a capital of their own (spans)": gives(spans.explained, False),
        "tables and lists for the type (spans)": lambda: instead(
            spans._weights, lambda *given: {t: sum(tag.types[i] for tag in given[5]) for i, t in enumerate(spans.TYPES)}
        ),
        "stretches that the gazetteer has (spans)": set_to(spans, "_LONGEST", 0),
        "lists of first names and surnames": gives(lexical.lists, "0"),
        "syllables behind a hyphen (find)": as_given(find._syllable, 2),
        "one type for one name (find)": lambda: instead(find._agreed, tuple),
        "headlines (tokens)": gives(tokens._mark_headlines, None),
    },
    "decision": {
        "stretches beside the finder's names (mentions)": gives(mentions.stretches, ()),
        "openers and titles off them (mentions)": as_given(mentions._trimmed, 0),
        "matching of near spellings (match)": gives(match.damaged, {}),
        "accepted spellings (tables)": lambda: instead(
            Tables._accepted, lambda _, s, t, place=False: spelling.fold(s) == spelling.fold(t)
        ),
        "acronyms spelled by a name's words (tables)": gives(Tables.spells, False),
        "another country around it (trace)": gives(trace._another, None),
        "popes, saints, rulers (regnal)": gives(regnal.localised, None),
        "all words translated (decision)": gives(decision._kept, False),
        "a piece put in (spelling)": gives(spelling.inserted_piece, ""),
    },
    "alone": {
        "tables of names (right)": gives(right.of_tables, {}),
        "first names (ties)": gives(ties._firsts_agree, None),
        "first names that many have (ties)": gives(ties._common, False),
        "no first name needed (ties)": set_to(ties, "NEAR_ALONE", 2.0),
        "shorter words in one text (ties)": set_to(ties, "LONG_HERE", ties.LONG_WORD),
        "two names, not two spellings (ties)": gives(ties._two_names, False),
        "skeletons without one sound (cluster)": lambda: instead(cluster._keys, lambda bones: iter((bones,))),
        "the language's own names (cluster)": set_to(cluster, "AT_HOME", 99.0),
        "particles (scan)": lambda: instead(scan._small_before, lambda _: re.compile(r"(?!)")),
        "bodies and places before a name (scan)": gives(scan._place, False),
    },
}


class Measures:
    """What is measured, loaded once, before any mechanism is taken out."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._gold, self._ner = options.gold, options.ner
        self._sets: dict[str, tuple[list[Article], Told, list[Case]]] = {}
        for name in SETS if "decision" in options.kinds else ():
            articles, told = set_of(name, options.gold, options.pairs, options.human)
            (options.workdir / f"cache-{name}").mkdir(parents=True, exist_ok=True)
            found = cases(articles, options.workdir / f"cache-{name}")
            for case in found:
                evidence(case)
            self._sets[name] = articles, told, found
        if "alone" in options.kinds:
            news = ["\n".join(row["id"]) for row in lines(options.gold / "ntrex-human.jsonl")]
            self._damaged, self._human = broken(news), [*news, *pieces(options.pairs)]

    def decision(self) -> tuple[Count, float]:
        """Right, false and missed damaged names, a row a sentence; alarms in 1,000 words of human news."""
        data = Data({name: rows_from(*loaded) for name, loaded in self._sets.items()})
        p = data.sentences_left_out(list(range(data.signals.shape[1])))
        alarms = sum(map(len, data.told(p, TOLD, "news").values()))
        both = [held(data, p, TOLD, name, labels(self._gold, name)) for name in LABELLED]
        return np.concatenate(both), 1000 * alarms / data.words["news"]

    def finder(self) -> dict[str, Count]:
        """Right, false and missed names with their ends and types, a row a sentence, by language."""
        counts: dict[str, list[tuple[int, int, int]]] = {"en": [], "id": []}
        for name in LABELLED:
            english: dict[int, set[tuple[str, str]]] = defaultdict(set)
            for row in lines(self._gold / f"{name}.entities.jsonl"):
                english[row["sent"]].add((row["entity"], row["type"]))
            for row in (row for row in lines(self._gold / f"{name}.jsonl") if row["sent"] in english):
                wanted, got = english[row["sent"]], {(m.text, m.type) for m in find.find(row["en"], LANGUAGES["en"])}
                counts["en"].append((len(wanted & got), len(got - wanted), len(wanted - got)))
        for labelled, tokens_, _ in nergrit(self._ner / "nergrit.test.txt"):
            got_here = set()
            for m in find.find(labelled.text, LANGUAGES["id"]):
                inside = [token for token in tokens_ if token[0] < m.end and m.start < token[1]]
                if inside and m.type != "MISC":
                    got_here.add((inside[0][0], inside[-1][1], m.type))
            there = set(labelled.names)
            counts["id"].append((len(there & got_here), len(got_here - there), len(there - got_here)))
        return {code: np.array(rows) for code, rows in counts.items()}

    def alone(self) -> Count:
        """Right, false and missed: a row for each damaged article, then one for each human one of a run of them all."""
        rows = []
        for number, (text, start, end) in enumerate(self._damaged):
            hit = any(a < end and start < b for a, b in suspects([begun(number, text)])[0])
            rows.append((int(hit), 0, int(not hit)))
        run = [begun(number, text) for number, text in enumerate(self._human)]
        return np.array(rows + [(0, len(places), 0) for places in suspects(run)])


def broken(news: Sequence[str], seed: int = 5) -> list[tuple[str, int, int]]:
    """Articles with one occurrence of a name's word damaged, and where that stands."""
    chance = random.Random(seed)
    damage, casing, found = Damage(chance, []), tables.tables(PAIR).casing, []
    for text in news:
        words = Counter(re.findall(r"(?<![.!?\n] )(?<!^)\b[A-Z][a-z]{4,}\b", text))
        for word in sorted(w for w, n in words.items() if n > 1 and not re.search(rf"\b{w.lower()}\b", text)):
            if casing.target_word(word.lower()) or casing.source_word(word.lower()):
                continue
            wrong = getattr(damage, f"_{chance.choice(('letters', 'script', 'piece', 'last', 'cut'))}")(word)
            if wrong != word:
                at = chance.choice([m.start() for m in re.finditer(rf"\b{word}\b", text)][1:])
                found.append((text[:at] + wrong + text[at + len(word) :], at, at + len(wrong)))
    return found


def pieces(pairs: Path) -> list[str]:
    """Human news in the order of the data, some sentences a piece."""
    by_source: dict[str, list[str]] = defaultdict(list)
    with lzma.open(pairs, "rt", encoding="utf-8") as file:
        for row in (line.rstrip("\n").split("\t") for line in file):
            if row[2] in NEWS:
                by_source[row[2]].append(row[0])
    found = ["\n".join(own[i : i + PIECE]) for own in by_source.values() for i in range(0, len(own), PIECE)]
    return found[:: max(1, len(found) // PIECES)]


def begun(number: int, text: str) -> Case:
    return pipeline.begin(pipeline.Translation(Document(str(number), "", text, language="id"), None, False), PAIR)


def suspects(run: Sequence[Case]) -> list[list[tuple[int, int]]]:
    """Where each text of a run has a name in another spelling than its own."""
    index = NameIndex.build(run, [], ())
    return [[(s[0][0].start, s[-1][0].end) for s in alone.suspected(case.target, index)] for case in run]


def apart_by(kind: str, whole: Any, other: Any) -> str:
    """The difference in F1 with its interval, and what else there is to say of it."""

    def cell(one: Count, two: Count) -> str:
        seen, low, high = apart(one, two)[2]
        return f"{seen:+.3f} ({low:+.3f} to {high:+.3f})"

    def counts(one: Count, two: Count) -> str:
        right_, false, _ = (two.sum(axis=0) - one.sum(axis=0)).tolist()
        return f"right {right_:+d}, false {false:+d}"

    if kind == "finder":
        return " | ".join(f"{code} {cell(whole[code], other[code])}" for code in whole)
    if kind == "decision":
        return f"{cell(whole[0], other[0])} | {counts(whole[0], other[0])}, news {other[1]:.2f}"
    return f"{cell(whole, other)} | {counts(whole, other)}"


def whole_of(kind: str, found: Any) -> str:
    if kind == "finder":
        return ", ".join(f"{code} F1 {rates(count.sum(axis=0))[2]:.3f}" for code, count in found.items())
    count = found[0] if kind == "decision" else found
    more = f", news {found[1]:.2f}" if kind == "decision" else ""
    precision, recall, f1 = rates(count.sum(axis=0))
    return f"F1 {f1:.3f}, precision {precision:.2f}, recall {recall:.2f}{more}"


def in_a_process(measure: Callable[[], Any], patch: Patch | None) -> Any:
    """What is measured without a mechanism, which only that process lacks."""
    context = get_context("fork")
    receive, send = context.Pipe(duplex=False)

    def child() -> None:
        if patch is not None:
            patch()
        send.send(measure())
        os._exit(0)

    process = context.Process(target=child)
    process.start()
    send.close()
    found = receive.recv()
    process.join()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--human", type=Path, required=True)
    parser.add_argument("--ner", type=Path, required=True)
    parser.add_argument("--kinds", nargs="*", default=list(MECHANISMS), choices=list(MECHANISMS))
    parser.add_argument("--only", nargs="*")
    options = parser.parse_args()
    measures = Measures(options)
    for kind in options.kinds:
        measure = getattr(measures, kind)
        whole = in_a_process(measure, None)
        print(f"\n{kind}: {whole_of(kind, whole)}\n\n| without | F1 | |\n| --- | --- | --- |", flush=True)
        for name, patch in MECHANISMS[kind].items():
            if not options.only or name in options.only:
                print(f"| {name} | {apart_by(kind, whole, in_a_process(measure, patch))} |", flush=True)


if __name__ == "__main__":
    main()
