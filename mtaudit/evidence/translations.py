"""What translators say of the texts of a run: each is asked once, for all sentences of all cases in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mtaudit.case import Case, ForcedScores, OriginalAgain
from mtaudit.translation.independence import NEARLY_EQUAL, likeness
from mtaudit.translation.interface import ForcedScore, TranslationModel

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


def with_forced_scores(
    cases: Sequence[Case],
    back: TranslationModel | None,
    forward: TranslationModel | None,
    progress: Callable[[int], None] | None = None,
) -> list[Case]:
    """The cases with `Case.forced`: what `back` (into the source language) finds of the originals, `forward` of the
    translations. No round trip is needed for that: a forced score takes a third of a decode."""
    asked = [{name: ask(case) for name, ask in _ASKED.items()} for case in cases]
    answers: dict[str, Iterator[ForcedScore]] = {}
    for name in _ASKED:
        translator = back if name in _BACK else forward
        if translator is not None:
            pairs = [pair for questions in asked for pair in questions[name] if pair]
            answers[name] = iter(translator.score(pairs, progress))
    return [
        replace(
            case,
            forced=ForcedScores(
                **{name: tuple(next(answers[name]) if pair else None for pair in questions[name]) for name in answers}
            ),
        )
        for case, questions in zip(cases, asked, strict=True)
    ]


def questions(cases: Sequence[Case], back: TranslationModel | None, forward: TranslationModel | None) -> int:
    """How many forced scores `with_forced_scores` asks for."""
    asked = [ask for name, ask in _ASKED.items() if (back if name in _BACK else forward) is not None]
    return sum(pair is not None for case in cases for ask in asked for pair in ask(case))


_Asked = list[tuple[str, str] | None]  # what is given, what is scored; None where there is nothing to ask


def _linked(case: Case) -> list[tuple[str, str] | None]:
    return [case.linked(at) for at in range(len(case.links))]


def _translation(case: Case) -> _Asked:
    return [(pair[1], pair[0]) if pair else None for pair in _linked(case)]


def _alone(case: Case) -> _Asked:
    return [("", sentence.text) for sentence in case.sentences]


def _given_back(case: Case) -> _Asked:
    """Asked only where there is no whole original: beside one it moves no verdict (docs/reader.md)."""
    if case.links:
        return []
    rows = zip(case.back_translations, case.sentences, strict=True)
    return [(back, sentence.text) if back else None for back, sentence in rows]


_ASKED: dict[str, Callable[[Case], _Asked]] = {  # fields of ForcedScores
    "translation": _translation,
    "original": _linked,
    "alone": _alone,
    "given_back": _given_back,
}
_BACK = {"original"}
