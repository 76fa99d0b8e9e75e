"""Which document is what: a translation to be audited, an original, or neither; and what of an original is its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from mtaudit.case import Document
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.languages.identify import headed, identify, named
from mtaudit.languages.interface import Language
from mtaudit.languages.sentences import Sentence, split
from mtaudit.model import Skipped
from mtaudit.text import Reading, third_language


def by_role(
    documents: Iterable[Document], pair: LanguagePair = ENGLISH_INDONESIAN
) -> tuple[list[Document], list[Document], list[Skipped]]:
    """Translations, originals, and what is in neither language; each with its language filled in.

    Where a few words don't tell (a headline, a list of names) they are in the language of most others of their input.
    """
    translations, originals, skipped = [], [], []
    told = [with_language(document, pair) for document in documents]
    of_input: dict[str, Counter[str]] = {}
    for known in told:
        if known.language:
            of_input.setdefault(known.input, Counter())[known.language] += 1
    for known in told:
        document = known
        if not known.language and known.input in of_input:
            known = replace(known, language=of_input[known.input].most_common(1)[0][0])
        if known.language == pair.target.code:
            translations.append(known)
        elif known.language == pair.source.code:
            originals.append(known)
        else:
            what = "can't be told"
            if known.language:
                what = f"looks like {named(known.language)}, probability {known.language_confidence:.2f}"
            only = f"only {pair.target.name} translations and {pair.source.name} originals are audited"
            reason = f"the language {what}: {only}"
            skipped.append(Skipped(document.input, reason, "language" if known.language else "unclear"))
    return translations, originals, skipped


def with_language(document: Document, pair: LanguagePair, expected: Language | None = None) -> Document:
    """The document with its language; `expected` wins over an unsure guess (a headline, a list of names).

    Text in the source's language under a headline in the target's, or with a good part in it, is a translation that was
    left undone.
    """
    if document.language:
        return document
    guess = identify(document.text, pair.languages)
    if _undone(document.text, guess.code, pair):
        return replace(document, language=pair.target.code, language_confidence=guess.confidence)
    if expected is not None and (not guess.code or guess.confidence < 0.5):
        return replace(document, language=expected.code, language_confidence=guess.confidence if guess.code else 0.0)
    return replace(document, language=guess.code, language_confidence=guess.confidence)


def no_original(document: Document, translations: Collection[str], pair: LanguagePair = ENGLISH_INDONESIAN) -> str:
    """Why a text that was named as an original can be none, "" where it may be one.

    A translation is never its own original, nor that of another: `translations` are their texts, `folded`. Where the
    language of a few words can't be told they pass.
    """
    if folded(document.text) in translations:
        return "it is the same text"
    guess = identify(document.text, pair.languages)
    sure = guess.confidence > _UNSURE or document.words >= _ENOUGH
    return f"it is in {pair.target.name}" if guess.code == pair.target.code and sure else ""


_UNSURE, _ENOUGH = 0.5, 20  # confidence that letters alone give, and words of a text from which it counts


def folded(text: str) -> str:
    """The text with its white space folded: by this two files hold the same."""
    return " ".join(text.split())


def left_undone(document: Document, pair: LanguagePair = ENGLISH_INDONESIAN) -> bool:
    """Whether a translation is mostly in the source language, with a headline or a good part in the target's."""
    guess = identify(document.text, pair.languages)
    return document.language == pair.target.code and _undone(document.text, guess.code, pair)


def _undone(text: str, language: str, pair: LanguagePair) -> bool:
    if language != pair.source.code:
        return False
    return headed(text, pair.target, pair.source) or _in_part(text, pair)


_SHARE, _FEWEST = 0.15, 2  # of the words, and sentences, in the target's language that no original has
_TELLING = 5  # words of a sentence whose language can be told


def _in_part(text: str, pair: LanguagePair) -> bool:
    """Whether a good part of a text in the source's language is sentences in the target's."""
    sentences = [s.text for s in split(text, pair.source)]
    long = [s for s in sentences if len(s.split()) >= _TELLING]
    own = [
        s for s in long if (guess := identify(s, pair.languages)).code == pair.target.code and guess.confidence > 0.5
    ]
    return len(own) >= _FEWEST and sum(len(s.split()) for s in own) >= _SHARE * len(text.split())


def own_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of an original without those in a third language: they are furniture of the site."""
    return tuple(s for s, part in zip(reading.sentences, reading.parts, strict=True) if not third_language(part))
