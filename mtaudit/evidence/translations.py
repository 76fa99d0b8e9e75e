"""What translators say of the texts of a run: each is asked once, for all sentences of all cases in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mtaudit.case import Case, OriginalAgain
from mtaudit.translation.independence import NEARLY_EQUAL, likeness
from mtaudit.translation.interface import TranslationModel

SECOND_BEST = 4  # hypotheses of the beam that are kept of a second translation: more would need a wider beam


def back_translate(
    cases: Sequence[Case], translator: TranslationModel, progress: Callable[[int], None] | None = None
) -> list[Case]:
    """All sentences of all cases in one go; sentences that are not in the target language are not translated."""
    lines = [s.text for case in cases for s in case.sentences]
    hypotheses = iter(translator.translate(lines, progress))
    done = []
    for case in cases:
        own = [next(hypotheses) for _ in case.sentences]
        done.append(
            replace(
                case,
                back_translations=tuple(h.text for h in own),
                back_translation_scores=tuple(h.score for h in own),
            )
        )
    return done


def with_second_translations(
    cases: Sequence[Case], translators: Sequence[TranslationModel], progress: Callable[[int], None] | None = None
) -> list[Case]:
    """Every aligned original translated once more, by each translator; one that nearly repeats an audited text is no
    independent witness there and is left out, with a note."""
    done = list(cases)
    for translator in translators:
        lines = [s.text for case in cases if case.links for s in case.original_sentences]
        hypotheses = iter(translator.translate(lines, progress, SECOND_BEST))
        for number, case in enumerate(done):
            if case.links:
                again = OriginalAgain(translator.info.name, tuple(next(hypotheses) for _ in case.original_sentences))
                done[number] = _witnessed(case, again)
    return done


def _witnessed(case: Case, again: OriginalAgain) -> Case:
    alike = likeness(
        (
            " ".join(case.sentences[i].text for i in link.target),
            " ".join(again.hypotheses[i].text for i in link.source),
        )
        for link in case.links
        if link.target and link.source
    )
    if alike < NEARLY_EQUAL:
        return replace(case, again=(*case.again, again))
    note = (
        f"the second translation by {again.translator} nearly equals this text ({100 * alike:.0f} % of its words): "
        "no independent evidence, left out"
    )
    return replace(case, notes=(*case.notes, note))


def with_likelihoods(
    cases: Sequence[Case], translator: TranslationModel, progress: Callable[[int], None] | None = None
) -> list[Case]:
    """How likely the back-translator finds each aligned English sentence given the Indonesian: no round trip needed."""
    pairs = [
        (
            " ".join(case.sentences[i].text for i in link.target),
            " ".join(case.original_sentences[i].text for i in link.source),
        )
        for case in cases
        for link in case.links
        if link.target and link.source
    ]
    scores = iter(score.mean for score in translator.score(pairs, progress))
    return [
        replace(case, likelihoods=tuple(next(scores) if link.target and link.source else None for link in case.links))
        for case in cases
    ]
