"""The spellings of names over a whole run: which of them mean one name, and which of them is likely right.

Words that only names can be are gathered from all translations, and those that share a sound skeleton (or miss one
consonant of it) are compared. Two spellings are one name where they are near, where nothing says that they are two
(both well known, two different first names), and where something ties them together: a first name, a document, or a
name that the originals, the gazetteer or the glossary know. Every word is compared only with words of its own
skeletons, so the work grows with the number of words, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import OSA

from mtaudit.case import Case, Document, GlossaryEntry
from mtaudit.languages import SOURCE, TARGET
from mtaudit.names import lexical, scan
from mtaudit.names.scan import Spelled
from mtaudit.names.spelling import fold, nearness, respelled, romanisations, skeleton
from mtaudit.names.window import Tables, tables

Authority = Literal["glossary", "original", "gazetteer", "frequency"]
AUTHORITIES: tuple[Authority, ...] = ("glossary", "original", "gazetteer", "frequency")  # the best first

SHORTEST = 4  # letters of a spelling that may be a damaged one
SHORTEST_INNER = 5  # letters of a name's middle word that people are known by: not the Suk of Yoon Suk Yeol
NEAR = 0.72  # least likeness of two spellings tied by a first name
NEAR_ALONE = 0.80  # ... tied by the document alone, or by a table where no first name tells
NEAR_COMMON = 0.85  # ... in different documents, tied by a first name that many have
LONG_COMMON = 6  # letters of such spellings
NEAR_THING = 0.93  # ... tied by a table of things and places alone
MOST_CHANGES = 3  # letters by which a damaged spelling without a first name may differ from a known name
FEW_CHANGES = 2  # ... where a title alone ties it to that
LONG_WORD = 7  # letters of a word that is the same word with one letter changed
NEAR_FIRST = 0.80  # least likeness of two first names that are taken for one
COMMON_FIRST = 7  # as `casing.Cases` counts: a first name met 64 times or more
LONG_SKELETON = 4  # consonants by which a spelling without a first name may be recognised
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


@dataclass
class _Known:
    """Right spellings that don't come from the translations: word -> authority and the first names it goes with."""

    authority: dict[str, Authority] = field(default_factory=dict)
    firsts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spelled: dict[str, str] = field(default_factory=dict)
    mononyms: set[str] = field(default_factory=set)  # known by this one word: Zelensky
    persons: set[str] = field(default_factory=set)  # words that name persons
    particles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # surname -> "von der"

    def add(self, name: Sequence[str], authority: Authority) -> None:
        for i, word in enumerate(name):
            k = fold(word)
            inner = 0 < i < len(name) - 1 and len(k) < SHORTEST_INNER
            if (
                len(k) < 3
                or inner
                or (k in self.authority and AUTHORITIES.index(self.authority[k]) < AUTHORITIES.index(authority))
            ):
                continue
            if self.authority.get(k) != authority:
                self.spelled[k] = word
            self.authority[k] = authority
            if i:
                self.firsts[k].add(fold(name[0]))
            elif len(name) == 1:
                self.mononyms.add(k)
        small = [word for word in name[1:-1] if word.islower()]
        if small and fold(name[-1]) in self.authority:
            self.particles[fold(name[-1])].add(" ".join(small))

    def also(self, alias: str, name: Sequence[str], alone: bool) -> None:
        """Another right spelling of the surname of `name`; `alone`: the person is known by it."""
        k, last = fold(alias), fold(name[-1])
        if last not in self.authority or len(k) < 3:
            return
        if k not in self.authority:
            self.authority[k] = self.authority[last]
            self.spelled[k] = self.spelled[last]
            self.firsts[k] |= self.firsts[last]
        if alone:
            self.mononyms.add(k)


@dataclass(frozen=True)
class NameIndex:
    """Contested spellings of the run: folded word -> the name it is a spelling of."""

    clusters: dict[str, Cluster] = field(default_factory=dict)

    @staticmethod
    def build(cases: Sequence[Case], english: Sequence[Document], glossary: Iterable[GlossaryEntry]) -> NameIndex:
        """From all translations of the run, its originals and the user's glossary."""
        known = tables(cases[0].source_language if cases else SOURCE, cases[0].target_language if cases else TARGET)
        spelled: dict[str, Spelled] = {}
        small: set[str] = set()
        for number, case in enumerate(cases):
            scan.gather(case.text, number, known, spelled, small)
        for word in small & spelled.keys():
            del spelled[word]
        right = _right(english, glossary, known)
        return NameIndex(_clusters(spelled, right, known))

    def of(self, word: str) -> Cluster | None:
        """The contested name of which `word` is a spelling."""
        return self.clusters.get(fold(word))


def _right(english: Sequence[Document], glossary: Iterable[GlossaryEntry], known: Tables) -> _Known:
    right = _Known()
    for entry in glossary:
        for form in entry.accepted or (entry.name,):
            right.add(form.split(), "glossary")
    for document in english:
        for run in scan.runs(document.text, known.source):
            names = [w.text for w in run.words if not known.ordinary(w.text)]
            if names:
                right.add(names, "original")
    for entries in known.gazetteer.by_form.values():
        for person in entries:
            if person.type == "PER" or " " not in person.name:
                for form in dict.fromkeys((*person.forms, person.name)):
                    if not form.isupper():
                        right.add(form.split(), "gazetteer")
                        if person.type == "PER":
                            right.persons.add(fold(form.split()[-1]))
    for entries in known.gazetteer.by_form.values():
        for person in entries:
            if person.type == "PER":
                for alias in person.aliases:
                    right.also(alias.split()[-1], (person.forms or (person.name,))[0].split(), " " not in alias)
                    right.persons.add(fold(alias.split()[-1]))
    return right


def _keys(bones: str) -> Iterator[str]:
    """A skeleton and, where it is long enough, what is left of it without one sound."""
    yield bones
    if len(bones) >= 3:
        for i in range(len(bones)):
            yield bones[:i] + bones[i + 1 :]


def _clusters(spelled: dict[str, Spelled], right: _Known, known: Tables) -> dict[str, Cluster]:
    weak = {k: s for k, s in spelled.items() if _weak(k, s, right, known)}
    by_bones: dict[str, list[str]] = defaultdict(list)
    for k in sorted({*weak, *right.authority}):
        bones = skeleton(k)
        if len(bones) > 1:
            for part in dict.fromkeys(_keys(bones)):
                by_bones[part].append(k)
    parents: dict[str, str] = {}

    def root(k: str) -> str:
        while parents.get(k, k) != k:
            k = parents[k]
        return k

    scores: dict[str, dict[str, float]] = {}  # weak spelling -> right name -> how sure
    faint: set[tuple[str, str]] = set()  # such pairs that only a common first name ties together
    for k in sorted(weak):
        others = {o for part in _keys(skeleton(k)) for o in by_bones.get(part, ()) if len(by_bones[part]) <= FULLEST}
        for other in sorted(others - {k}):
            if other not in weak:
                score = _recognised(weak[k], other, right, spelled.get(other), known)
                if score:
                    scores.setdefault(k, {})[other] = score
                    if _faint(weak[k], other, right, spelled.get(other), known):
                        faint.add((k, other))
            elif other > k and _one_name(weak[k], weak[other], known):
                parents[root(other)] = root(k)
    groups: dict[str, list[str]] = defaultdict(list)
    for k in sorted(weak):
        groups[root(k)].append(k)
    found: dict[str, Cluster] = {}
    for members in groups.values():
        if not _unsteady(members, weak):  # one spelling throughout: it may well be somebody else's name
            own = {k: {o: v for o, v in scores.get(k, {}).items() if (k, o) not in faint} for k in members}
        else:
            own = {k: scores.get(k, {}) for k in members}
        cluster, vouched = _cluster(members, own, weak, right)
        if cluster:
            found.update(dict.fromkeys(members, cluster))
            if vouched:
                found.setdefault(vouched, cluster)
    return found


def _weak(k: str, s: Spelled, right: _Known, known: Tables) -> bool:
    """A spelling that nothing vouches for: no table, no corpus, no original knows it."""
    if len(k) < SHORTEST or k in right.authority or s.text.isupper():
        return False
    if any(
        known.casing.name(b) or known.casing.indonesian_word(b) or known.casing.english_word(b) for b in known.bare(k)
    ):
        return False
    return not known.gazetteer.known(s.text) and not known.lexicon.knows(k)


def _firsts_agree(one: Iterable[str], other: Iterable[str], known: Tables, corpora: bool = False) -> bool | None:
    """Whether two sets of first names have one in common (near spellings count); None where one of them is empty.

    A family name in front (Kim, Zhang) is no first name: millions share it. With `corpora`, a first name that the
    corpora know is no damaged form of another: Joan is not Jean.
    """
    families = known.source.names.family_first
    left, right = sorted(set(one) - families), sorted(set(other) - families)
    if not left or not right:
        return None

    def near(a: str, b: str) -> bool:
        if corpora and known.casing.name(a):
            return romanisations(a, b) or respelled(a) == respelled(b)
        return skeleton(a) == skeleton(b) and nearness(a, b) >= NEAR_FIRST

    return any(a == b or near(a, b) for a in left for b in right)


def _common_first(firsts: Iterable[str], known: Tables) -> bool:
    """Whether the first names are such as many people have, so that one in common says little."""
    return all(lexical.lists(f) != "0" or known.casing.cases(f).english_capital >= COMMON_FIRST for f in firsts)


def _two_names(a: str, b: str) -> bool:
    """Whether they differ as two names do: in the last vowel (Sutrisno, Sutrisna) or a syllable (Min-ji, Min-jae)."""
    if "-" in a and "-" in b:
        return not romanisations(a, b)
    return len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aiueo")


def _one_name(one: Spelled, other: Spelled, known: Tables) -> bool:
    """Whether two spellings that nothing vouches for are one name."""
    a, b = fold(one.text), fold(other.text)
    if _two_names(one.text.lower(), other.text.lower()):
        return False
    likeness = nearness(a, b)
    families = known.source.names.family_first
    if one.firsts and other.firsts and one.firsts | other.firsts <= families:
        return False  # Wang Xiaoming and Wang Xiaomin
    agree = _firsts_agree(one.firsts, other.firsts, known)
    together = bool(one.documents & other.documents)
    if agree and (together or not _common_first(one.firsts & other.firsts, known)):
        return likeness >= NEAR
    if agree:
        return likeness >= NEAR_COMMON and _sounds_alike(a, b) and min(len(a), len(b)) >= LONG_COMMON
    if agree is False or not together or _roles(one) != _roles(other):
        return False
    return (
        not _plural(a, b) and _sounds_alike(a, b) and len(skeleton(a)) > 2 and likeness >= NEAR_ALONE and a[0] == b[0]
    )


def _plural(one: str, other: str) -> bool:
    return one + "s" == other or other + "s" == one


def _sounds_alike(one: str, other: str) -> bool:
    """The same consonants, or a long word with one letter more, less or in another place."""
    return skeleton(one) == skeleton(other) or (
        min(len(one), len(other)) >= LONG_WORD and OSA.distance(one, other, score_cutoff=1) <= 1
    )


def _roles(one: Spelled) -> bool:
    """Whether it is only ever a first name: something follows it, nothing comes before."""
    return bool(one.followers) and not one.firsts


def _recognised(one: Spelled, other: str, right: _Known, there: Spelled | None, known: Tables) -> float:
    """How sure it is that a spelling means the right name `other`; 0 where nothing ties them together.

    `there`: where the run's translations have the right spelling itself, if they do.
    """
    a = fold(one.text)
    likeness = nearness(a, other)
    if _two_names(one.text.lower(), right.spelled[other].lower()):
        return 0.0
    agree = _firsts_agree(one.firsts, right.firsts.get(other, ()), known, corpora=True)
    if agree:
        return 0.5 + likeness / 2 if likeness >= NEAR else 0.0
    if one.text[0].lower() != other[0]:
        return 0.0
    if agree is None and likeness >= NEAR and any(" " in p for p in one.particles & right.particles.get(other, set())):
        return 0.5 + likeness / 2  # von der Leyen
    changes = OSA.distance(a, other)
    if not _sounds_alike(a, other) or likeness < NEAR_ALONE or changes > MOST_CHANGES or _plural(a, other):
        return 0.0
    if any(c.isdigit() for c in other) or a.replace("ue", "u").replace("oe", "o").replace("ae", "a") == other:
        return 0.0  # Chandrayaan of Chandrayaan-1; Wuerttemberg is Württemberg
    person = other in right.persons
    if agree is None and not one.followers:
        if there is not None and one.documents & there.documents and (person or right.authority[other] != "gazetteer"):
            return likeness * 0.9  # right in one place, broken in another
        if person and one.titled and len(skeleton(other)) >= LONG_SKELETON - 1 and changes <= FEW_CHANGES:
            return likeness * 0.9
    bones = skeleton(other)
    vouched = right.authority[other] in ("glossary", "original") or other in right.mononyms
    if vouched and not person and right.authority[other] == "gazetteer" and likeness < NEAR_THING:
        return 0.0
    if agree is None and vouched and len(bones) >= LONG_SKELETON and not one.firsts and not one.followers:
        return likeness * 0.9
    return likeness * 0.8 if one.before_surname(other, right.firsts) else 0.0


def _faint(one: Spelled, other: str, right: _Known, there: Spelled | None, known: Tables) -> bool:
    """Whether nothing but a first name that many have ties a spelling to a name of the tables.

    Nothing: not the run's originals, not the right spelling in the same document, not particles (von der Leyen), not a
    title and the same sounds.
    """
    if right.authority[other] != "gazetteer" or not one.firsts or not _common_first(one.firsts, known):
        return False
    if there is not None and one.documents & there.documents:
        return False
    if any(" " in p for p in one.particles & right.particles.get(other, set())):
        return False  # von der Leyen
    a = fold(one.text)
    near = one.titled and nearness(a, other) >= NEAR_ALONE and _sounds_alike(a, other)
    return not near or a.startswith(other) or other.startswith(a)


def _unsteady(members: Sequence[str], weak: dict[str, Spelled]) -> bool:
    """Whether a document has two spellings of the name."""
    return any(n > 1 for n in Counter(d for k in members for d in weak[k].documents).values())


def _cluster(
    members: list[str], scores: dict[str, dict[str, float]], weak: dict[str, Spelled], right: _Known
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
        best = min(votes, key=lambda o: (-votes[o], AUTHORITIES.index(right.authority[o]), o))
        sure = max(scores[k][best] for k in members if best in scores.get(k, {}))
        preferred = right.spelled[best]
        return Cluster((preferred, *forms), preferred, right.authority[best], sure), best
    if len(members) < 2:
        return None, None
    return Cluster(tuple(forms), forms[0], "frequency", 0.6), None
