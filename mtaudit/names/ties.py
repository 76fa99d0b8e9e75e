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
NEAR_ALONE = 0.80  # ... tied by anything else
NEAR_COMMON = 0.85  # ... by a first name that many have
LONG_WORD = 7  # letters of a word that is the same word with one letter changed
LONG_HERE = 5  # ... where the other stands in the same text
COMMON_FIRST = 7  # as `casing.Cases` counts: a first name met 64 times or more
NEAR_FIRST = 0.80  # least likeness of two first names that are taken for one
LONG_SKELETON = 4  # consonants by which a spelling may be recognised that nothing else ties to a name


def likeness(one: Spelled, k: str, other: Right, together: bool, known: Tables) -> float:
    """How sure it is that a spelling which nothing vouches for means the folded word `k`; 0 where nothing says so.

    `together`: the translation has the other word, too.
    """
    a = fold(one.text)
    near, changes = nearness(a, k), OSA.distance(a, k)
    families = known.source.names.family_first | known.target.names.family_first
    if near < NEAR or _two_names(one.text.lower(), other.text.lower()):
        return 0.0
    if one.firsts and one.firsts | other.firsts <= families:
        return 0.0  # Wang Xiaoming and Wang Xiaomin
    sound = skeleton(a) == skeleton(k) or (changes == 1 and min(len(a), len(k)) >= (LONG_WORD, LONG_HERE)[together])
    agree = _firsts_agree(one.firsts - families, other.firsts - families, known)
    if agree is not None:
        sure = together or other.authority in ("glossary", "original") or not _common(one.firsts & other.firsts, known)
        like = sound and near >= NEAR_COMMON and not (a.startswith(k) or k.startswith(a))
        return 0.5 + near / 2 if agree and (sure or like) else 0.0
    particles = any(" " in words for words in one.particles & other.particles)  # von der Leyen
    vouched = other.authority != "frequency"
    followed = vouched and not {skeleton(w) for w in one.followers}.isdisjoint(skeleton(w) for w in other.followers)
    alone = other.alone and len(skeleton(k)) >= LONG_SKELETON and not one.firsts
    called = (one.titled and other.person) or alone
    if not (together or particles or followed or (called and not one.followers)):
        return 0.0
    apart = a[0] != k[0] or known.source.inflection.number_apart(a, k)
    few = near >= NEAR_ALONE and (followed or changes <= 1 + together)
    return near * 0.9 if few and not apart and (sound or particles) else 0.0


def _common(firsts: Iterable[str], known: Tables) -> bool:
    """Whether the first names are such as many people have, so that one in common says little."""
    return all(lexical.lists(f) != "0" or known.casing.cases(f).source_capital >= COMMON_FIRST for f in firsts)


def _two_names(a: str, b: str) -> bool:
    """Whether they differ as two names do: in the last vowel (Sutrisno, Sutrisna) or a syllable (Min-ji, Min-jae)."""
    if "-" in a and "-" in b:
        return not romanisations(a, b)
    return len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aiueo")


def _firsts_agree(one: Iterable[str], other: Iterable[str], known: Tables) -> bool | None:
    """Whether two sets of first names have one in common (near spellings count); None where one of them is empty.

    A first name that the corpora know is no damaged form of another: Joan is not Jean.
    """
    left, right = sorted(one), sorted(other)
    if not left or not right:
        return None

    def near(a: str, b: str) -> bool:
        if known.casing.name(a):
            return romanisations(a, b) or known.loans.respelled(a) == known.loans.respelled(b)
        return skeleton(a) == skeleton(b) and nearness(a, b) >= NEAR_FIRST

    return any(a == b or near(a, b) for a in left for b in right)
