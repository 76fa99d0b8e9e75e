"""Parallel sentences -> mtaudit/data/bodies.tsv: bodies with their Indonesian names and acronyms.

usage: python tools/names/build_bodies.py TRAIN.id-en.tsv.xz

Where both sentences of a pair have one name with an acronym in brackets behind it ("the Organization of the Islamic
Conference (OIC)", "Organisasi Konferensi Islam (OKI)"), the two name one body by construction. Kept are names whose
capital letters make the acronym in one language at least, and that begin with a word for a body in Indonesian; none of
texts on software, whose translators leave names as they are, and none of class C of the data's SOURCES.md.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mtaudit.languages.casing import Cases, load

OUT = Path(__file__).resolve().parents[2] / "mtaudit" / "data" / "bodies.tsv"
TEXTS = frozenset(
    "smeru ausaid panl-int panl-eco panl-spo panl-sci tico19 globalvoices pud gunnxx-general udhr".split()
)
BRACKETS = re.compile(r"\(\s*([A-Z][A-Za-z0-9&-]{1,11})\s*\)")
SMALL = frozenset("of the and for on in to at dan untuk di dari atas bagi pada".split())
OPENERS = frozenset("the a an after under based for former".split())
BODIES = frozenset(
    """angkatan asosiasi badan bank biro dana departemen dewan direktorat dinas federasi forum front gerakan ikatan
    institut jaringan kantor kejaksaan kementerian kepolisian kesatuan koalisi komisi komite konferensi konfederasi
    kongres konsorsium koperasi korps lembaga liga mahkamah majelis organisasi otoritas palang partai pasukan pengadilan
    perhimpunan persatuan perserikatan persekutuan perusahaan polisi pusat satuan serikat tentara uni universitas
    yayasan""".split()
)
LONGEST = 10  # words of a name
# Pairs that were read and are wrong: a slip of the translator, or two names run together
WRONG = frozenset({"Bank of Indonesia", "Government of Indonesia", "United Nations Relief and Works Agency"})


def named(text: str, at: int, acronym: str) -> tuple[str, bool] | None:
    """The capitalised words before the bracket at `at`, from the one on that the acronym begins with; and whether its
    letters are theirs."""
    run: list[str] = []
    for word in reversed(text[:at].split()):
        if not (word[0].isupper() or word in SMALL) or word[-1] in ",.;:()" or len(run) == LONGEST:
            break
        run.insert(0, word)
    for first in range(len(run) - 1, -1, -1):
        part = run[first:]
        if "".join(w[0] for w in part if w[0].isupper()).upper() == acronym.upper():
            return " ".join(part), True
    for first in range(len(run) - 1):
        part = run[first:]
        if part[0][0] == acronym[0] and _spells("".join(w for w in part if w not in SMALL), acronym):
            return " ".join(part), True
    while run and not run[0][0].isupper():
        run.pop(0)
    return (" ".join(run), False) if len(run) > 1 else None


def _spells(letters: str, acronym: str) -> bool:
    rest = iter(letters.upper())
    return all(letter in rest for letter in acronym.upper())


def main() -> None:
    known = load("en", "id")
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    acronyms: dict[str, str] = {}
    with lzma.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        for line in lines:
            indonesian, english, tag = line.rstrip("\n").split("\t")[:3]
            here, there = BRACKETS.findall(indonesian), BRACKETS.findall(english)
            if tag not in TEXTS or len(here) != 1 or len(there) != 1:
                continue
            own = named(indonesian, indonesian.index("(" if "( " in indonesian else f"({here[0]}"), here[0])
            other = named(english, english.index("(" if "( " in english else f"({there[0]}"), there[0])
            if own is None or other is None or not (own[1] or other[1]) or own[0] == other[0]:
                continue
            name = other[0].removesuffix("’s").removesuffix("'s")
            name = name.split(" ", 1)[1] if name.split()[0].lower() in OPENERS else name
            body = own[0].split()[0].lower() in BODIES and " " in name and not name.endswith("s’")
            body = body and not (name.isupper() or " the Corruption" in name or name.split()[0].isupper())
            long = len(own[0].split()) + 1 >= len(here[0])
            spelled = all(
                any(known.cases(part.lower()) != Cases() for part in (w, *w.split("-"))) for w in own[0].split()
            )
            if body and spelled and name not in WRONG and (own[1] or (here == there and long)):
                found[name][own[0], here[0]] += 1
                acronyms[name] = there[0]
    rows = []
    for name, forms in sorted(found.items()):
        best = [pair for pair, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0]))]
        written = dict.fromkeys([best[0][0], *(acronym for _, acronym in best)])
        rows.append(f"{name}\tORG\t{'|'.join(written)}\t{acronyms[name]}\n")
    OUT.write_text("name\ttype\tindonesian\taliases\n" + "".join(rows), encoding="utf-8")
    print(f"{OUT}: {len(rows)} bodies")


if __name__ == "__main__":
    main()
