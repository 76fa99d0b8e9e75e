"""English sentences -> the same with names marked by spaCy's en_core_web_sm: the silver labels train.py learns from.

usage: python silver.py TRAIN.tsv.xz MONO.txt.xz OUT.jsonl [--model en_core_web_sm] [--mono 200000]

Reads the English side of the news sources of the parallel text (risk classes A and B of its SOURCES.md) and the first
`--mono` lines of the monolingual text. Writes a JSON object a line: `en`, `id` (the Indonesian, null for monolingual
text), `names` ([start, end, type], types PER ORG LOC MISC). Needs spaCy and the model (MIT, trained on OntoNotes 5).
"""

from __future__ import annotations

import argparse
import itertools
import json
import lzma
from pathlib import Path

SOURCES = frozenset(
    "globalvoices panl-int panl-eco panl-spo panl-sci pud tico19 sts-indo-mt gunnxx-general ausaid".split()
)
# OntoNotes types that a newsroom calls names (the labelling guide skips nationalities, languages, dates and numbers).
TYPES = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "EVENT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "PRODUCT": "MISC",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("mono", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", default="en_core_web_sm")
    parser.add_argument("--mono", dest="sentences", type=int, default=200_000)
    options = parser.parse_args()

    import spacy

    tagger = spacy.load(options.model, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    pairs: list[tuple[str, str | None]] = []
    with lzma.open(options.parallel, "rt", encoding="utf-8") as lines:
        for line in lines:
            indonesian, english, tag = line.rstrip("\n").split("\t")
            if tag in SOURCES:
                pairs.append((english, indonesian))
    with lzma.open(options.mono, "rt", encoding="utf-8") as lines:
        pairs += [(line.strip(), None) for line in itertools.islice(lines, options.sentences)]
    with options.out.open("w", encoding="utf-8") as out:
        for doc, indonesian in tagger.pipe(pairs, as_tuples=True, batch_size=256):
            names = [(e.start_char, e.end_char, TYPES[e.label_]) for e in doc.ents if e.label_ in TYPES]
            print(json.dumps({"en": doc.text, "id": indonesian, "names": names}, ensure_ascii=False), file=out)


if __name__ == "__main__":
    main()
