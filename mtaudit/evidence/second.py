"""Second translations: whether another translator chooses a word of the translation, too."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.case import Case
from mtaudit.evidence.interface import Chosen, Cut, Side
from mtaudit.languages.interface import Language
from mtaudit.originals.words import words as words_of

SHORTEST_STEM = 4


def forms(word: str, language: Language) -> frozenset[str]:
    """The word (lower case) and what may be left of it without prefixes and suffixes.

    Two words are forms of one another where these meet: `membantu`, `dibantu`, `bantuan`.
    """
    return frozenset({word, *(stem for stem in language.inflection.stems(word) if len(stem) >= SHORTEST_STEM)})


class SecondTranslations:
    """Share of second translators, and of their next best translations, that have the word in any form."""

    label = "what other translations of the original say"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Sequence[Chosen] | None:
        sources = case.source_of.get(row, ()) if side == "target" else ()
        if not sources or not case.again:
            return None
        language = case.target_language
        heard: list[list[frozenset[str]]] = []  # translator, hypothesis: the forms of all its words
        for again in case.again:
            best = [[h.text, *h.others] for h in (again.hypotheses[i] for i in sources)]
            number = max(map(len, best))
            texts = [" ".join(own[min(k, len(own) - 1)] for own in best) for k in range(number)]
            heard.append([frozenset().union(*(forms(w, language) for w in words_of(text))) for text in texts])
        found = []
        for word in words:
            stems = forms(word.key, language)
            hits = [[not stems.isdisjoint(forms_) for forms_ in texts] for texts in heard]
            found.append(
                Chosen(sum(own[0] for own in hits) / len(hits), sum(sum(own) / len(own) for own in hits) / len(hits))
            )
        return found
