"""What each mechanism of names/ is worth: the table of docs/names.md, each mechanism taken out in turn.

usage: python tools/names/mechanisms.py benchmarks/gold WORKDIR --pairs TRAIN.id-en.tsv.xz --human DEV.id-en.tsv
                                        --ner NERGRIT_FOLDER [--only NAME ...] [--jobs 2]

Three measures, each with the 95 % interval of a paired bootstrap over its sentences or articles:
decision: the trees are fitted anew on rows without the mechanism, sentences left out (fit.py); F1 of damaged names on
    both labelled sets, and alarms in human news;
finder: F1 of names with the right ends and type, English (labelled sets) and Indonesian (NERGrit, test part);
alone: articles of human news in which one occurrence of a name that stands there several times was damaged (`Damage`):
    how many are told without an original, and how many alarms the same articles give undamaged.
"""

from __future__ import annotations

import argparse
import json
import lzma
import pickle
import random
import re
import sys
import types
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "ner")]

import numpy as np
from fit import Data, apart, held, rates
from labelled import nergrit
from made import NEWS, Damage
from numpy.typing import NDArray
from rows import LABELLED, PAIR, SETS, Rows, _rows, _set, cases, labels, lines, same

from mtaudit import pipeline
from mtaudit.case import Case, Document
from mtaudit.evidence.gather import _gather, evidence
from mtaudit.languages import LANGUAGES
from mtaudit.names import (
    alone, cluster, decision, find, judge, lexical, match, mentions, regnal, right, runs, scan, spans, spelling, tables,
    tagger, ties, tokens, trace, window,
)  # fmt: skip
from mtaudit.names.cluster import NameIndex
from mtaudit.names.gazetteer import Gazetteer
from mtaudit.names.tables import Tables

TOLD = 0.45
Count = NDArray[np.int_]
Patch = Callable[[], None]


def instead(of: object, with_: object) -> None:
    """Put `with_` wherever a module of names/ has `of`, a function or a class's method."""
    for name, module in list(sys.modules.items()):
        if not name.startswith("mtaudit.names"):
            continue
        for attribute, value in list(vars(module).items()):
            if value is of:
                setattr(module, attribute, with_)
            elif isinstance(value, type) and value.__module__ == name:
                for method, function in list(vars(value).items()):
                    if function is of:
                        setattr(value, method, with_)


def never(of: object) -> Patch:
    return lambda: instead(of, lambda *_, **__: False)


def nothing(of: object) -> Patch:
    return lambda: instead(of, lambda *_, **__: None)


def empty(of: object) -> Patch:
    return lambda: instead(of, lambda *_, **__: ())


def given(of: object, at: int) -> Patch:
    """The function gives back what it was given as its argument number `at`."""
    return lambda: instead(of, lambda *a, **__: a[at])


def constant(module: types.ModuleType, name: str, value: object) -> Patch:
    return lambda: setattr(module, name, value)


FINDER: dict[str, Patch] = {}
DECISION: dict[str, Patch] = {}
ALONE: dict[str, Patch] = {}
exec(Path("/root/h/nm/x/mech_defs.py").read_text())


# --- decision


def counted(loaded: dict, gold: Path, made_rows: dict[str, Rows]) -> tuple[Count, float]:
    sets = {}
    for name in SETS:
        if name in made_rows:
            sets[name] = made_rows[name]
        else:
            articles, told, found, own = loaded[name]
            for case, heard in zip(found, own, strict=True):
                case._found[_gather,] = heard
            sets[name] = _rows(zip(articles, found, strict=True), told)
    data = Data(sets)
    p = data.sentences_left_out(list(range(data.signals.shape[1])))
    alarms = sum(map(len, data.told(p, TOLD, "news").values()))
    both = np.concatenate([held(data, p, TOLD, name, labels(gold, name)) for name in LABELLED])
    return both, 1000 * alarms / data.words["news"]


# --- finder


def found_names(gold: Path, ner: Path) -> dict[str, Count]:
    """Right, false and missed names, a row a sentence: spans and types as labelled."""
    counts: dict[str, list[tuple[int, int, int]]] = {"en": [], "id": []}
    for name in LABELLED:
        english: dict[int, dict[str, str]] = defaultdict(dict)
        for row in lines(gold / f"{name}.entities.jsonl"):
            english[row["sent"]][row["entity"]] = row["type"]
        for row in lines(gold / f"{name}.jsonl"):
            if row["sent"] in english:
                wanted = set(english[row["sent"]].items())
                got = {(m.text, m.type) for m in find.find(row["en"], LANGUAGES["en"])}
                counts["en"].append((len(wanted & got), len(got - wanted), len(wanted - got)))
    for labelled, pieces, _ in nergrit(ner / "nergrit.test.txt"):
        wanted = set(labelled.names)
        got = set()
        for m in find.find(labelled.text, LANGUAGES["id"]):
            inside = [piece for piece in pieces if piece[0] < m.end and m.start < piece[1]]
            if inside and m.type != "MISC":
                got.add((inside[0][0], inside[-1][1], m.type))
        counts["id"].append((len(wanted & got), len(got - wanted), len(wanted - got)))
    return {code: np.array(rows) for code, rows in counts.items()}


# --- alone


def broken(news: list[str], seed: int = 5) -> list[tuple[str, int, int]]:
    """Articles with one occurrence of a name's word damaged, and where that stands."""
    chance = random.Random(seed)
    damage = Damage(chance, [])
    found = []
    for text in news:
        words = Counter(m for m in re.findall(r"(?<![.!?\n] )(?<!^)\b[A-Z][a-z]{4,}\b", text))
        casing = tables.tables(PAIR).casing
        for word in sorted(w for w, n in words.items() if n > 1 and not re.search(rf"\b{w.lower()}\b", text)):
            if casing.target_word(word.lower()) or casing.source_word(word.lower()):
                continue
            kind = chance.choice(("letters", "script", "piece", "last", "cut"))
            wrong = getattr(damage, f"_{kind}")(word)
            if wrong == word:
                continue
            places = [m.start() for m in re.finditer(rf"\b{word}\b", text)]
            at = chance.choice(places[1:])
            found.append((text[:at] + wrong + text[at + len(word) :], at, at + len(wrong)))
    return found


def begun(number: int, text: str) -> Case:
    return pipeline.begin(pipeline.Translation(Document(str(number), "", text, language="id"), None, False), PAIR)


def suspects(run: Sequence[Case]) -> list[list[tuple[int, int, str]]]:
    """Where each text of a run has a name in another spelling than its own."""
    index = NameIndex.build(run, [], ())
    return [[(s[0][0].start, s[-1][0].end, s[-1][1].preferred) for s in alone.suspected(case.target, index)] for case in run]


def on_alone(news: list[str], damaged: list[tuple[str, int, int]], show: bool = False) -> Count:
    """Right, false and missed: a row for each damaged article, then one for each undamaged one of a run of them all."""
    rows = []
    for number, (text, start, end) in enumerate(damaged):
        (places,) = suspects([begun(number, text)])
        hit = any(a < end and start < b for a, b, *_ in places)
        if show and not hit:
            print("missed", text[max(0, start - 30) : end + 20].replace("\n", " "))
        rows.append((int(hit), 0, int(not hit)))
    for text, places in zip(news, suspects([begun(number, text) for number, text in enumerate(news)]), strict=True):
        rows.append((0, len(places), 0))
        if show and places:
            print("false", [(text[a - 15 : b + 5], to) for a, b, to in places])
    return np.array(rows)


# ---


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--human", type=Path, required=True)
    parser.add_argument("--ner", type=Path, required=True)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--kinds", nargs="*", default=["decision", "finder", "alone"])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    news = [json.loads(line) for line in (options.gold / "ntrex-human.jsonl").read_text().splitlines()]
    run(options, ["\n".join(row["id"]) for row in news], texts(options.pairs))


def texts(pairs: Path) -> list[str]:
    """Human news in pieces of 20 sentences as the data have them."""
    with lzma.open(pairs, "rt", encoding="utf-8") as file:
        rows = [row for line in file if (row := line.rstrip("\n").split("\t"))[2] in NEWS]
    by_source: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_source[row[2]].append(row[0])
    pieces = ["\n".join(own[i : i + 20]) for own in by_source.values() for i in range(0, len(own), 20)]
    return pieces[:: max(1, len(pieces) // 400)]


def run(options: argparse.Namespace, news: list[str], human: list[str]) -> None:
    loaded = pickled(options) if "decision" in options.kinds else {}
    damaged = broken(news)

    def measure(kind: str, patch: Patch | None) -> object:
        if patch:
            patch()
            for name in [name for name in sys.modules if name.startswith("mtaudit.names")]:
                for value in list(vars(sys.modules[name]).values()):
                    if hasattr(value, "cache_clear"):
                        value.cache_clear()
        if kind == "decision":
            return counted(loaded, options.gold, {})
        if kind == "finder":
            return found_names(options.gold, options.ner)
        return on_alone([*news, *human], damaged, options.show)

    wanted = [("decision", "", None), ("finder", "", None), ("alone", "", None)]
    for group, kinds in ((FINDER, ("finder", "decision")), (DECISION, ("decision",)), (ALONE, ("alone",))):
        wanted += [(kind, name, patch) for name, patch in group.items() for kind in kinds]
    wanted = [w for w in wanted if w[0] in options.kinds]
    if options.only:
        wanted = [w for w in wanted if not w[1] or w[1] in options.only]
    base: dict[str, object] = {}
    context = get_context("fork")
    import os
    from multiprocessing.connection import Connection

    def child(send: Connection, kind: str, patch: Patch | None) -> None:
        send.send(measure(kind, patch))
        send.close()
        os._exit(0)

    running: list[tuple] = []
    results: dict[tuple[str, str], object] = {}

    def collect() -> None:
        kind, name, process, receive = running.pop(0)
        try:
            results[kind, name] = receive.recv()
        except EOFError:
            results[kind, name] = None
        process.join()
        if not name:
            base[kind] = results[kind, name]
        show(kind, name, results[kind, name], base.get(kind))

    for kind, name, patch in wanted:
        receive, send = context.Pipe(duplex=False)
        process = context.Process(target=child, args=(send, kind, patch))
        process.start()
        send.close()
        running.append((kind, name, process, receive))
        if len(running) >= options.jobs:
            collect()
    while running:
        collect()


def cell(whole: Count, other: Count, which: int) -> str:
    seen, low, high = apart(whole, other)[which]
    mark = "" if low <= 0 <= high else " *"
    return f"{seen:+.3f} ({low:+.3f} to {high:+.3f}){mark}"


def show(kind: str, name: str, found: object, base: object) -> None:
    if found is None:
        print(f"{kind:9} {name}: failed", flush=True)
    elif kind == "decision":
        counts, alarms = found
        if not name:
            print("decision  all", counts.sum(axis=0), rates(counts.sum(axis=0)).round(3), f"{alarms:.2f}", flush=True)
        else:
            d = counts.sum(axis=0) - base[0].sum(axis=0)
            print(
                f"decision  {name:28} F1 {cell(base[0], counts, 2)} right {d[0]:+d} false {d[1]:+d}; alarms {alarms:.2f}",
                flush=True,
            )
    elif kind == "finder":
        for code in ("en", "id"):
            if not name:
                print("finder    all", code, rates(found[code].sum(axis=0)).round(3), flush=True)
            else:
                print(f"finder    {name:28} {code} F1 {cell(base[code], found[code], 2)}", flush=True)
    elif not name:
        print("alone     all", found.sum(axis=0), rates(found.sum(axis=0)).round(3), flush=True)
    else:
        d = found.sum(axis=0) - base.sum(axis=0)
        print(f"alone     {name:28} F1 {cell(base, found, 2)} right {d[0]:+d} false {d[1]:+d}", flush=True)


def pickled(options: argparse.Namespace) -> dict:
    import os

    folder = Path("/root/h/nm/x")
    return {name: pickle.loads((folder / f"{name}.pkl").read_bytes()) for name in SETS}


if __name__ == "__main__":
    main()
