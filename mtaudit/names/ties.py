"""What makes two spellings one name, and what ties a spelling to a name that is known."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from mtaudit.names import lexical
from mtaudit.names.right import Right
from mtaudit.names.scan import Spelled
from mtaudit.names.spelling import fold, nearness, romanisations, skeleton
from mtaudit.names.tables import Tables

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


def _firsts_agree(one: Iterable[str], other: Iterable[str], known: Tables, corpora: bool = False) -> bool | None:
    """Whether two sets of first names have one in common (near spellings count); None where one of them is empty.

    A family name in front (Kim, Zhang) is no first name: millions share it. With `corpora`, a first name that the
    corpora know is no damaged form of another: Joan is not Jean.
    """
    families = known.source.names.family_first | known.target.names.family_first
    left, right = sorted(set(one) - families), sorted(set(other) - families)
    if not left or not right:
        return None

    def near(a: str, b: str) -> bool:
        if corpora and known.casing.name(a):
            return romanisations(a, b) or known.loans.respelled(a) == known.loans.respelled(b)
        return skeleton(a) == skeleton(b) and nearness(a, b) >= NEAR_FIRST

    return any(a == b or near(a, b) for a in left for b in right)


def _common_first(firsts: Iterable[str], known: Tables) -> bool:
    """Whether the first names are such as many people have, so that one in common says little."""
    return all(lexical.lists(f) != "0" or known.casing.cases(f).source_capital >= COMMON_FIRST for f in firsts)


def _inside(text: str) -> str:
    """A name without what is written onto it behind an apostrophe, which is made straight."""
    return text.replace("’", "'").removesuffix("'s").strip("'")


def _two_names(a: str, b: str) -> bool:
    """Whether they differ as two names do: in the last vowel (Sutrisno, Sutrisna) or a syllable (Min-ji, Min-jae)."""
    if "-" in a and "-" in b:
        return not romanisations(a, b)
    return len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aiueo")


def one_name(one: Spelled, other: Spelled, known: Tables) -> bool:
    """Whether two spellings that nothing vouches for are one name."""
    a, b = fold(one.text), fold(other.text)
    if _two_names(one.text.lower(), other.text.lower()):
        return False
    likeness = nearness(a, b)
    families = known.source.names.family_first | known.target.names.family_first
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
        not known.source.inflection.number_apart(a, b)
        and _sounds_alike(a, b)
        and len(skeleton(a)) > 2
        and likeness >= NEAR_ALONE
        and a[0] == b[0]
    )


def _sounds_alike(one: str, other: str) -> bool:
    """The same consonants, or a long word with one letter more, less or in another place."""
    return skeleton(one) == skeleton(other) or (
        min(len(one), len(other)) >= LONG_WORD and OSA.distance(one, other, score_cutoff=1) <= 1
    )


def _roles(one: Spelled) -> bool:
    """Whether it is only ever a first name: something follows it, nothing comes before."""
    return bool(one.followers) and not one.firsts


def recognised(one: Spelled, other: str, right: Right, there: Spelled | None, known: Tables) -> float:
    """How sure it is that a spelling means the right name `other`; 0 where nothing ties them together.

    `there`: where the run's translations have the right spelling itself, if they do.
    """
    a = fold(one.text)
    if one.text[0].lower() != other[0] and not (one.firsts and right.firsts.get(other)):
        return 0.0
    likeness = nearness(a, other)
    if likeness < NEAR:
        return 0.0
    if _two_names(one.text.lower(), right.spelled[other].lower()):
        return 0.0
    agree = _firsts_agree(one.firsts, right.firsts.get(other, ()), known, corpora=True)
    thing = right.authority[other] == "gazetteer" and other not in right.persons
    if agree and thing and not one.firsts & right.firsts[other]:
        return 0.0  # Mangku Pastika is no Minggu Paskah
    if agree:
        return 0.5 + likeness / 2
    if one.text[0].lower() != other[0]:
        return 0.0
    if agree is None and any(" " in p for p in one.particles & right.particles.get(other, set())):
        return 0.5 + likeness / 2  # von der Leyen
    changes = OSA.distance(a, other)
    if (
        not _sounds_alike(a, other)
        or likeness < NEAR_ALONE
        or changes > MOST_CHANGES
        or known.source.inflection.number_apart(a, other)
    ):
        return 0.0
    if any(c.isdigit() for c in other) or a.replace("ue", "u").replace("oe", "o").replace("ae", "a") == other:
        return 0.0  # Chandrayaan of Chandrayaan-1; Wuerttemberg is Württemberg
    if "'" in _inside(one.text) and "'" not in _inside(right.spelled[other]):
        return 0.0  # Sya'roni is an Arabic name
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
    return likeness * 0.8 if one.before(right.surnames(other)) else 0.0


def faint(one: Spelled, other: str, right: Right, there: Spelled | None, known: Tables) -> bool:
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
