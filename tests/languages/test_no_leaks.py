"""All that is particular to a language stands in `languages/` and `data/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.languages import ENGLISH, INDONESIAN
from tests.conftest import ROOT
from tests.languages.leaks import Leak, leaks, senses

SENSES = " ".join(senses(ENGLISH) | senses(INDONESIAN))
# Where words of a language may stand outside: rooms or files, the words, and why.
ALLOWED = (
    ("cli", "allow no fail on new only since terminal", "names of options and formats"),
    ("config.py", "allow fail new no on only since", "keys and values of the config file"),
    ("evidence/gather.py", "other", "the name of a field"),
    ("evaluation/tally.py", "as told", "the name of a row of figures"),
    ("config_reference.py",
     "all allow and below berita bin fail has in isi new no of on only opini our own since sumber the this",
     "keys of the config file and what is said of them"),
    ("running/unchanged.py", "new no only since", "keys of the config file"),
    ("gate.py", "can does its like make not of per what", "messages"),
    ("interface", "and or", "joints of lists in messages"),
    ("metrics", "its see what", "a message, a field of the worker's protocol"),
    ("names/decision.py", "another cut half", "names of roads, as the rules tell them"),
    ("names/reasons.py", "there", "names of signals"),
    ("names/signals.py", "like over there", "names of signals"),
    ("reading/article.py", "related site", "names of kinds of furniture"),
    ("reading/feed.py", "cut", "a message"),
    ("reading/bilingual.py", "br", "an HTML element"),
    ("reading/formats.py", "office", "the name of a module"),
    ("reading/markup.py", "br hr", "HTML elements"),
    ("reading/marks.py", "br col hr", "HTML elements"),
    ("reading/table.py", "of", "a message of Python's"),
    ("reading/xliff.py", "without", "a message"),
    ("surface/encoding.py", "br", "an HTML element"),
    ("translation", "cut from to", "a message, keys of a package's description"),
    ("trust.py", "allow an and are in is it lead of off out sent that the to what with",
     "keys of the config file, messages"),
    ("surface/fields.py", "ll time", "fields of printf and ICU"),
    ("rules/adequacy.py", "cut", "a message"),
    ("rules/clause.py", "an", "messages by what a clause holds"),
    ("rules/names.py", "another half", "names of roads, as the rules tell them"),
    ("names/features.py", "at not office says", "names of the tagger's features"),
    ("names/plugins.py", "law of organization", "labels of other taggers"),
    ("names/tokens.py", "co", "domains of the web"),
    ("names/roads.py", "cut er fu hu kh of off or ph shi si th ye yu", "letters that scripts confuse, a road"),
    ("names/spelling.py", "kh ph th yi", "letters that sound alike in any language"),
    ("numbers/notation.py", "celsius fahrenheit", "names of units, as the languages' tables give them"),
    ("numbers/measures.py", "celsius fahrenheit", "names of units, as the languages' tables give them"),
    ("quotes/content.py", SENSES, "names of senses, as the languages' tables give them"),
    ("polarity/negations.py", "first has here surplus there", "names of signals"),
    ("polarity/opposites.py", "has nothing", "names of signals"),
    ("polarity/prefixes.py", SENSES, "the name of a sense, as the languages' tables give it"),
    ("polarity/quantities.py", SENSES, "names of senses, as the languages' tables give them"),
    ("quotes/signals.py", "over", "names of signals"),
    ("evidence/space.py", "first", "the name of an array in the file"),
    ("reading", "at be center comment it lb le li needs new no ph special th time twitter updated video",
     "tags, types and attributes of file formats, names of encodings"),
    ("reader/features.py", "after any before first here over than there worse", "names of features"),
    ("rendering", "driver fails new not para worse",
     "messages, tags and classes of pages, fields of formats"),
    ("rules/surface.py", "cut pen", "a message with a word that is doubled"),
    ("schema_1.py", "not", "a field of the report"),
    ("surface/spacing.py", "co go gov", "domains of the web"),
    ("surface/encoding.py", "li", "tags of HTML"),
    ("tracking.py", "co display network project", "fields of the tracking libraries"),
    ("translation/models.py", "from to", "fields of the package index"),
)  # fmt: skip


@pytest.fixture(scope="module")
def found() -> list[Leak]:
    return leaks(ROOT / "mtaudit")


def allowed(path: str, word: str) -> bool:
    return any((path == where or path.startswith(where + "/")) and word in words.split() for where, words, _ in ALLOWED)


def test_no_word_of_a_language_stands_outside_its_room(found: list[Leak]) -> None:
    """Words in sets, comparisons, keys and patterns come from the `Language` objects."""
    left = [f"{leak.path}:{leak.line} {leak.word}" for leak in found if not allowed(leak.path, leak.word)]
    assert not left, "move these into languages/"


def test_nothing_is_allowed_that_is_not_there(found: list[Leak]) -> None:
    """An exception that nobody needs any more goes; names of senses are allowed together."""
    for where, words, _ in ALLOWED:
        here = {leak.word for leak in found if leak.path == where or leak.path.startswith(where + "/")}
        idle = set() if words == SENSES else set(words.split()) - here
        assert not idle, f"{where}: {sorted(idle)}"
        assert here, where


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('named = credit.endswith((" by", " oleh"))', {"by", "oleh"}),
        ('connectors = names - {"the"}', {"the"}),
        ('passive = word.startswith("di")', {"di"}),
        ('_NAME = re.compile(r"[A-Z][\\w.-]*|of|and|&")', {"of", "and"}),
        ('said = "kata ujar tutur".split()', {"kata", "ujar", "tutur"}),
        ('if word == "without" or word in ("tanpa", "tidak"): pass', {"without", "tanpa", "tidak"}),
        ('mend = f"kepada {name}"', {"kepada"}),
        ('message = "Say whom it was told to, or leave it out."', set()),
        ('kind = {"lost": 1}["lost"]; part = Literal["lost"]', set()),
    ],
)
def test_a_leak_is_seen(tmp_path: Path, line: str, words: set[str]) -> None:
    """The look through the syntax tree finds what it is for, and lets messages and names of kinds alone."""
    (tmp_path / "judge.py").write_text(line + "\n", encoding="utf-8")
    assert {leak.word for leak in leaks(tmp_path)} == words
