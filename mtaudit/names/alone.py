"""The verdicts on a translation's names where no original tells: from the names' other spellings and their company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.case import Case
from mtaudit.model import EntityStatus, EntityType, EntityVerdict, Place
from mtaudit.names import find, forbidden, roads, scan
from mtaudit.names.cluster import Cluster, NameIndex
from mtaudit.names.mention import Mention, placed
from mtaudit.names.right import Authority
from mtaudit.names.scan import Written
from mtaudit.names.tables import Tables
from mtaudit.text import Reading

_TOLD: dict[Authority, str] = {
    "glossary": "Your glossary has “{}”",
    "original": "An original of this run has “{}”",
    "gazetteer": "A known name: “{}”",
    "frequency": "This run keeps to “{}” most",
}
PROVEN = 0.94  # confidence from which a spelling is called mangled without an original


# Words side by side that are spelled otherwise than the names they are spellings of
Suspect = list[tuple[Written, Cluster]]


def verdicts(case: Case, index: NameIndex, known: Tables) -> tuple[EntityVerdict, ...]:
    """One verdict for each distinct name of the translation, by place."""
    mentions = find.names(case.target, case.ner)
    found = forbidden.verdicts(case)
    suspects = [s for s in suspected(case.target, index) if not _taken(s[0][0].start, s[-1][0].end, found)]
    found += _contested(case.text, suspects, mentions, known)
    found += _plain(case.text, [m for m in mentions if not _taken(m.start, m.end, found)], index, known)
    return tuple(sorted(found, key=lambda v: (v.start or 0, v.end or 0)))


def _taken(start: int, end: int, told: Sequence[EntityVerdict]) -> bool:
    return any(p.start < end and start < p.end for v in told for p in v.places)


def suspected(reading: Reading, index: NameIndex) -> Iterator[Suspect]:
    """Stretches of words that are spelled otherwise than the name they are spellings of."""
    for run in scan.runs_of(reading):
        held: Suspect = []
        for word in run:
            cluster = index.of(word.text)
            if cluster is not None and cluster.wrong(word.text):
                if held and word.start - held[-1][0].end > 1:
                    yield held
                    held = []
                held.append((word, cluster))
        if held:
            yield held


def _contested(
    text: str, suspects: Sequence[Suspect], mentions: Sequence[Mention], known: Tables
) -> list[EntityVerdict]:
    """One verdict a name: suspects that end in a spelling of the same name are its places."""
    names: dict[str, list[Suspect]] = {}
    for suspect in suspects:
        names.setdefault(suspect[-1][1].preferred, []).append(suspect)
    found = []
    for places in names.values():
        first, *others = sorted(places, key=lambda s: (-len(s), s[0][0].start))
        cluster, last = first[-1][1], first[-1][0].text
        confidence = max(c.confidence for _, c in first)
        status: EntityStatus = "unverified"
        if cluster.authority != "frequency" and confidence >= PROVEN:
            status = "mangled"
        start, end = first[0][0].start, first[-1][0].end
        kinds: list[EntityType] = [m.type for m in mentions if m.start < end and start < m.end]
        spelled = dict.fromkeys(word.text for s in (first, *others) for word, _ in s if word.text != last)
        here = [w for w in spelled if w in cluster.forms]
        variants = (*here, *(f for f in cluster.forms if f != last and f not in spelled))
        verdict = placed(
            text,
            [Place(s[0][0].start, s[-1][0].end) for s in (first, *others)],
            kinds[0] if kinds else "PER",
            status,
            confidence,
            variants=variants,
            road=roads.road(cluster.preferred, *dict.fromkeys(s[-1][0].text for s in places)),
            suggestion=_usual(" ".join(c.preferred for _, c in first), known),
            evidence=_evidence(cluster, variants),
        )
        found.append(verdict)
    return found


def _usual(name: str, known: Tables) -> str:
    """A person's usual name where the tables know the given one as another of theirs (Vladimir Zelensky)."""
    if " " not in name:
        return name
    return next((e.name for e in known.gazetteer.entries(name) if e.type == "PER"), name)


def _plain(text: str, mentions: Sequence[Mention], index: NameIndex, known: Tables) -> list[EntityVerdict]:
    """Names of which nothing bad is known: unverified, with the other spellings of the run if there are any."""
    names: dict[str, list[Mention]] = {}
    for mention in mentions:
        names.setdefault(known.gazetteer.key(mention.text), []).append(mention)
    found = []
    for first, *others in names.values():
        last = first.text.split()[-1]
        cluster = index.of(last)
        variants = tuple(f for f in cluster.forms if f != last) if cluster else ()
        places = [Place(m.start, m.end) for m in (first, *others)]
        told = {"variants": variants, "evidence": _evidence(cluster, variants)}
        found.append(placed(text, places, first.type, "unverified", first.confidence, **told))
    return found


def _evidence(cluster: Cluster | None, others: Sequence[str]) -> tuple[str, ...]:
    """What the run and the tables say of a spelling; `others` are the other ones of its name."""
    if cluster is None:
        return ()
    known = () if cluster.authority == "frequency" else (cluster.preferred,)
    listed = ", ".join(f"“{spelling}”" for spelling in others if spelling not in known)
    also = (f"Elsewhere in this run: {listed}",) if listed else ()
    return (_TOLD[cluster.authority].format(cluster.preferred), *also)
