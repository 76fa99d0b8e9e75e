"""The spellings of names over a whole run: which of them mean one name, and which of them is likely right.

Words that only names can be are gathered from all translations, and those that share a sound skeleton (or miss one
consonant of it) are compared. Two spellings are one name where they are near, where nothing says that they are two
(both well known, two different first names), and where something ties them together: a first name, a document, or a
name that the originals, the gazetteer or the glossary know. Every word is compared only with words of its own
skeletons, so the work grows with the number of words, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from mtaudit.case import Case, Document, GlossaryEntry
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.languages.zipf import zipf
from mtaudit.names import right, scan, ties
from mtaudit.names.right import AUTHORITIES, Authority, Right
from mtaudit.names.scan import Spelled
from mtaudit.names.spelling import fold, nearness, romanisations, skeleton
from mtaudit.names.tables import Tables, tables

SHORTEST = 5  # letters of a spelling that may be a damaged one
AT_HOME = 3.0  # Zipf value from which a name that the source language lacks is one of the target language's own
FULLEST = 150  # words a skeleton: more of them are no sign of anything


@dataclass(frozen=True, slots=True)
class Cluster:
    """One name. `forms`: its spellings in the run, most frequent first; `preferred`: the likely right one."""

    forms: tuple[str, ...]
    preferred: str
    authority: Authority
    confidence: float

    def wrong(self, form: str) -> bool:
        """Whether `form` isn't the preferred spelling or another accepted romanisation of it."""
        return not romanisations(form, self.preferred)


@dataclass(frozen=True)
class NameIndex:
    """Contested spellings of the run: folded word -> the name it is a spelling of."""

    clusters: dict[str, Cluster] = field(default_factory=dict)

    @staticmethod
    def build(
        cases: Sequence[Case],
        originals: Sequence[Document],
        glossary: Iterable[GlossaryEntry],
        pair: LanguagePair = ENGLISH_INDONESIAN,
        done: Callable[[Case], None] | None = None,
    ) -> NameIndex:
        """From all translations of the run, its originals and the user's glossary; `done` gets each case when it has
        been looked at."""
        known = tables(pair)
        spelled: dict[str, Spelled] = {}
        small: set[str] = set()
        for number, case in enumerate(cases):
            scan.gather(case.target, number, known, spelled, small)
            if done is not None:
                done(case)
        for word in small & spelled.keys():
            del spelled[word]
        return NameIndex(_clusters(spelled, right.gather(originals, glossary, known), known))

    def of(self, word: str) -> Cluster | None:
        """The contested name of which `word` is a spelling."""
        return self.clusters.get(fold(word))


@dataclass(frozen=True)
class Asked(NameIndex):
    """An index that notes what it was asked: folded word -> the answer."""

    answers: dict[str, Cluster | None] = field(default_factory=dict)

    def of(self, word: str) -> Cluster | None:
        """As the index itself."""
        found = self.answers[fold(word)] = super().of(word)
        return found


def _keys(bones: str) -> Iterator[str]:
    """A skeleton and, where it is long enough, what is left of it without one sound."""
    yield bones
    if len(bones) >= 3:
        for i in range(len(bones)):
            yield bones[:i] + bones[i + 1 :]


def _by_bones(words: Iterable[str]) -> dict[str, list[str]]:
    """Skeletons, whole and without one sound -> the words that have them."""
    found: dict[str, list[str]] = {}
    for k in words:
        bones = skeleton(k)
        if len(bones) > 1:
            for part in dict.fromkeys(_keys(bones)):
                found.setdefault(part, []).append(k)
    return found


@cache
def _of_tables(known: Tables) -> dict[str, list[str]]:
    """The words of names that the tables have, by skeletons."""
    return _by_bones(right.of_tables(known))


def _clusters(spelled: dict[str, Spelled], known_words: dict[str, Right], known: Tables) -> dict[str, Cluster]:
    weak = {k: s for k, s in spelled.items() if _weak(k, s, known_words, known)}
    words = known_words | {
        k: Right(s.text, "frequency", s.firsts, s.followers, s.particles)
        for k, s in spelled.items()
        if k not in known_words and (s.count > 1 or k in weak)
    }
    listed, listed_by_bones = right.of_tables(known), _of_tables(known)
    by_bones = _by_bones(words.keys() - listed.keys())
    parents: dict[str, str] = {}

    def root(k: str) -> str:
        while parents.get(k, k) != k:
            k = parents[k]
        return k

    scores: dict[str, dict[str, float]] = {}  # weak spelling -> right name -> how sure
    for k in sorted(weak):
        one = weak[k]
        others: set[str] = set()
        for part in _keys(skeleton(k)):
            both = (*by_bones.get(part, ()), *listed_by_bones.get(part, ()))
            others.update(both if len(both) <= FULLEST else ())
        for other in sorted(others - {k}):
            there = spelled.get(other)
            together = there is not None and bool(one.documents & there.documents)
            if other not in weak and other not in known_words and not (together and there and there.count > one.count):
                continue
            score = ties.likeness(one, other, words[other], together, known)
            if score and other in weak:
                parents[root(other)] = root(k)
            elif score:
                scores.setdefault(k, {})[other] = score
    groups: dict[str, list[str]] = defaultdict(list)
    for k in sorted(weak):
        groups[root(k)].append(k)
    found: dict[str, Cluster] = {}
    for members in groups.values():
        cluster, vouched = _cluster(members, scores, weak, words)
        if cluster:
            found.update(dict.fromkeys(members, cluster))
            if vouched:
                found.setdefault(vouched, cluster)
    return found


def _weak(k: str, s: Spelled, right: Container[str], known: Tables) -> bool:
    """A spelling that nothing vouches for: no table, no corpus, no original knows it."""
    if len(k) < SHORTEST or k in right or s.text.isupper():
        return False
    if (zipf(s.text, known.target.code) or 0.0) >= AT_HOME and not zipf(s.text, known.source.code):
        return False
    if any(known.casing.name(b) or known.casing.target_word(b) or known.casing.source_word(b) for b in known.bare(k)):
        return False
    return not known.gazetteer.known(s.text) and not known.lexicon.knows(k)


def _cluster(
    members: list[str], scores: dict[str, dict[str, float]], weak: dict[str, Spelled], right: dict[str, Right]
) -> tuple[Cluster | None, str | None]:
    """The name of which some weak spellings are spellings, and the right word that vouches for it.

    The one right name that all members together point to; without one the spelling that most documents keep to.
    """
    unsteady = Counter(d for k in members for d in weak[k].documents)  # spellings of the name in one document
    weight = {k: sum(1 / unsteady[d] for d in weak[k].documents) for k in members}
    alike = {k: sum(nearness(k, other) for other in members) for k in members}  # of like weight the one in the middle
    members = sorted(members, key=lambda k: (-weight[k], -weak[k].count, -alike[k], k))
    forms = [weak[k].text for k in members]
    votes: dict[str, float] = defaultdict(float)
    for k in members:
        for other, score in scores.get(k, {}).items():
            votes[other] += score * weak[k].count
    if votes:
        best = min(votes, key=lambda o: (AUTHORITIES.index(right[o].authority), -votes[o], o))
        sure = max(scores[k][best] for k in members if best in scores.get(k, {}))
        preferred = right[best].text
        return Cluster((preferred, *forms), preferred, right[best].authority, sure), best
    if len(members) < 2:
        return None, None
    return Cluster(tuple(forms), forms[0], "frequency", 0.6), None
