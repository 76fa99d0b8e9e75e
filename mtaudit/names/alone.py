"""The verdicts on a translation's names where no original tells: from the names' other spellings and their company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.case import Case
from mtaudit.model import EntityStatus, EntityType, EntityVerdict, Place
from mtaudit.names import find, forbidden, roads, scan, variants
from mtaudit.names.cluster import Cluster, NameIndex
from mtaudit.names.mention import Mention
from mtaudit.names.right import Authority
from mtaudit.names.tables import Tables
from mtaudit.text import Reading

_TOLD: dict[Authority, str] = {
    "glossary": "Your glossary has “{}”",
    "original": "An original of this run has “{}”",
    "gazetteer": "A known name: “{}”",
    "frequency": "This run keeps to “{}” most",
}
PROVEN = 0.94  # confidence from which a spelling is called mangled without an original


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A stretch whose spelling is likely wrong; `clusters`: one for each of its words."""

    start: int
    end: int
    words: tuple[str, ...]
    clusters: tuple[Cluster, ...]

    @property
    def suggestion(self) -> str:
        return " ".join(c.preferred for c in self.clusters)


def verdicts(case: Case, index: NameIndex, known: Tables) -> tuple[EntityVerdict, ...]:
    """One verdict for each distinct name of the translation, by place."""
    mentions = find.names(case.target, case.ner)
    found = forbidden.verdicts(case)
    taken = [(p.start, p.end) for v in found for p in v.places]
    suspects = [s for s in _suspects(case.target, index) if not _overlaps(s.start, s.end, taken)]
    found += _contested(case.text, suspects, mentions)
    taken = [(p.start, p.end) for v in found for p in v.places]
    strange = [v for v in variants.verdicts(case, known) if not _overlaps(v.start or 0, v.end or 0, taken)]
    taken += [(p.start, p.end) for v in strange for p in v.places]
    plain = _plain([m for m in mentions if not _overlaps(m.start, m.end, taken)], index, known)
    return tuple(sorted([*found, *strange, *plain], key=lambda v: (v.start or 0, v.end or 0)))


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in taken)


def _suspects(reading: Reading, index: NameIndex) -> Iterator[_Suspect]:
    """Stretches of words that are spelled otherwise than the name they are spellings of."""
    if not index.clusters:
        return
    for run in scan.runs_of(reading):
        held: list[tuple[scan.Written, Cluster]] = []
        for word in run.words:
            cluster = index.of(word.text)
            if cluster is not None and cluster.wrong(word.text):
                if held and word.start - held[-1][0].end > 1:
                    yield _suspect(held)
                    held = []
                held.append((word, cluster))
        if held:
            yield _suspect(held)


def _suspect(held: list[tuple[scan.Written, Cluster]]) -> _Suspect:
    return _Suspect(
        held[0][0].start, held[-1][0].end, tuple(w.text for w, _ in held), tuple(cluster for _, cluster in held)
    )


def _contested(text: str, suspects: Sequence[_Suspect], mentions: Sequence[Mention]) -> list[EntityVerdict]:
    """One verdict a name: suspects that end in a spelling of the same name are its places."""
    names: dict[str, list[_Suspect]] = {}
    for suspect in suspects:
        names.setdefault(suspect.clusters[-1].preferred, []).append(suspect)
    found = []
    for places in names.values():
        first = max(places, key=lambda s: (len(s.words), -s.start))
        cluster = first.clusters[-1]
        confidence = max(c.confidence for c in first.clusters)
        status: EntityStatus = "unverified"
        if cluster.authority != "frequency" and confidence >= PROVEN:
            status = "mangled"
        kinds: list[EntityType] = [m.type for m in mentions if m.start < first.end and first.start < m.end]
        spelled = dict.fromkeys(w for s in places for w in s.words if w != first.words[-1])
        others = [f for f in cluster.forms if f != first.words[-1] and f not in spelled]
        same_name = [w for w in spelled if w in cluster.forms]
        found.append(
            EntityVerdict(
                original=None,
                type=kinds[0] if kinds else "PER",
                status=status,
                found=text[first.start : first.end],
                start=first.start,
                end=first.end,
                variants=(*same_name, *others),
                confidence=round(confidence, 3),
                places=tuple(Place(s.start, s.end) for s in (first, *(s for s in places if s is not first))),
                road=roads.road(cluster.preferred, *dict.fromkeys(s.words[-1] for s in places)),
                suggestion=first.suggestion,
                evidence=_evidence(cluster, (*same_name, *others)),
            )
        )
    return found


def _plain(mentions: Sequence[Mention], index: NameIndex, known: Tables) -> list[EntityVerdict]:
    """Names of which nothing bad is known: unverified, with the other spellings of the run if there are any."""
    names: dict[str, list[Mention]] = {}
    for mention in mentions:
        names.setdefault(known.gazetteer.key(mention.text), []).append(mention)
    found = []
    for places in names.values():
        first = places[0]
        last = first.text.split()[-1]
        cluster = index.of(last)
        others = tuple(f for f in cluster.forms if f != last) if cluster else ()
        found.append(
            EntityVerdict(
                original=None,
                type=first.type,
                status="unverified",
                found=first.text,
                start=first.start,
                end=first.end,
                variants=others,
                confidence=round(first.confidence, 3),
                places=tuple(Place(m.start, m.end) for m in places),
                evidence=_evidence(cluster, others),
            )
        )
    return found


def _evidence(cluster: Cluster | None, others: Sequence[str]) -> tuple[str, ...]:
    """What the run and the tables say of a spelling; `others` are the other ones of its name."""
    if cluster is None:
        return ()
    known = () if cluster.authority == "frequency" else (cluster.preferred,)
    listed = ", ".join(f"“{spelling}”" for spelling in others if spelling not in known)
    also = (f"Elsewhere in this run: {listed}",) if listed else ()
    return (_TOLD[cluster.authority].format(cluster.preferred), *also)
