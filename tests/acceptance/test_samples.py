"""What a reader of the five sample articles would say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import mtaudit
from mtaudit.config import GateSettings, Profile, Settings
from mtaudit.gate import judge
from mtaudit.model import DocumentReport, Report
from tests.conftest import SAMPLES

Articles = dict[str, DocumentReport]


def test_translations_and_originals_are_told_apart(samples: Report, articles: Articles) -> None:
    """Three Indonesian articles are audited; the two English ones serve as originals; nothing is skipped."""
    assert set(articles) == {"ap", "cnbc", "sky"}
    assert all(d.language == "id" for d in samples.documents)
    assert samples.skipped == ()


def test_every_sentence_is_translated_back_by_a_real_model(samples: Report) -> None:
    """Each segment has English words and a score; the report says which package gave them."""
    assert samples.run.back_translator is not None
    assert re.fullmatch(r"[0-9a-f]{64}", samples.run.back_translator.sha256)
    common = {"the", "of", "and", "to", "in", "a", "is", "that", "said"}
    for document in samples.documents:
        words = [w for s in document.segments for w in (s.back_translation or "").lower().split()]
        assert sum(w in common for w in words) > 0.15 * len(words)
        assert all(s.back_translation_score is not None and s.back_translation_score <= 0 for s in document.segments)


def test_the_bad_articles_fail_without_their_originals(tmp_path: Path) -> None:
    """The one garbled through Arabic and the one strewn with broken marks fail both profiles; AP passes the milder."""
    alone = mtaudit.audit([str(p) for p in sorted(SAMPLES.glob("*.id.txt"))], cache=str(tmp_path))
    failing: dict[Profile, set[str]] = {"newsroom": {"cnbc", "sky"}, "strict": {"ap", "cnbc", "sky"}}
    for profile, expected in failing.items():
        verdict = judge(alone, Settings(gate=GateSettings(profile=profile)))
        assert {name.rpartition("/")[2].partition("-")[0] for name in verdict.reasons} == expected


def test_the_order_of_scores_is_a_readers(articles: Articles) -> None:
    """Four Witkoffs are worst in names; the AP article is best overall, and nothing tells of its names."""
    names = {name: article.scores.entity for name, article in articles.items()}
    assert names.pop("ap") is None
    assert names["cnbc"] < names["sky"] < 100
    assert max(articles.values(), key=lambda d: d.scores.overall) is articles["ap"]


def test_one_finding_unites_the_spellings_of_one_man(articles: Articles) -> None:
    """Four wrong spellings of the envoy are one finding with all its places, and the right one is proposed."""
    found = [
        f for f in articles["cnbc"].findings if f.category == "entity" and f.suggestion and "Witkoff" in f.suggestion
    ]
    assert len(found) == 1
    text = articles["cnbc"].text
    places = [(found[0].start or 0, found[0].end or 0), *((p.start, p.end) for p in found[0].places)]
    spelled = {text[a:b].split()[-1] for a, b in places}
    assert spelled == {"Wittouf", "Whitkov", "Witkov", "Witkev"}


def test_the_president_of_ukraine_is_one_man(articles: Articles) -> None:
    """Zellinski and Zelinski are found to be Zelensky, by his own first name and not by Putin's."""
    (found,) = [f for f in articles["cnbc"].findings if f.suggestion and "Zelensky" in f.suggestion]
    assert found.suggestion == "Volodymyr Zelensky"
    assert found.severity in ("major", "critical")


def test_right_names_are_left_alone(articles: Articles) -> None:
    """No finding calls a rightly spelled name damaged."""
    damaged = {f.text for d in articles.values() for f in d.findings if f.rule in ("ENT101", "ENT102", "ENT103")}
    right = {
        "Putin",
        "Trump",
        "Rubio",
        "Lavrov",
        "Sergei Lavrov",
        "Vladimir Putin",
        "Donald Trump",
        "Kremlin",
        "Zelenskyy",
    }
    assert not damaged & right


def test_a_quotation_is_held_against_another_report(articles: Articles) -> None:
    """The foreign minister's words are found in the Wall Street Journal's text."""
    (quote,) = [q for q in articles["sky"].quotes if q.found and q.found.startswith("jalan menuju")]
    assert quote.original is not None
    assert "a path to nowhere" in quote.original
    assert quote.original_document is not None
    assert "wsj" in quote.original_document


def test_turned_marks_are_found(articles: Articles) -> None:
    """The opening marks that should close, and the closing ones that should open, of the Sky News article."""
    text = articles["sky"].text
    broken = [f for f in articles["sky"].findings if f.category == "quote" and f.start is not None]
    at = text.index("jangka panjang, “kata Lavrov")
    assert any((f.start or 0) < at + 30 and (f.end or 0) > at - 120 for f in broken)


def test_importing_loads_no_model_and_opens_no_connection() -> None:
    """`import mtaudit` is quick and quiet."""
    program = (
        "import sys, socket\n"
        "def refuse(*a, **k): raise SystemExit('a connection was opened')\n"
        "socket.socket.connect = refuse\n"
        "import mtaudit\n"
        "heavy = {'ctranslate2', 'argostranslate', 'onnxruntime', 'sacrebleu', 'numpy', 'rich'} & set(sys.modules)\n"
        "raise SystemExit(str(sorted(heavy)) if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_what_is_public_is_what_is_listed() -> None:
    """The names in `__all__` are there, and nothing else that isn't a module or private."""
    import types

    shown = {n for n, v in vars(mtaudit).items() if not n.startswith("_") and not isinstance(v, types.ModuleType)}
    listed = {name for name in mtaudit.__all__ if getattr(mtaudit, name) is not None}  # some are loaded when asked for
    assert shown - {"annotations", "Any", "Sequence", "PathLike", "TYPE_CHECKING"} <= listed
    assert listed == set(mtaudit.__all__)


def test_the_library_gives_what_the_command_gives(samples: Report) -> None:
    """Typed, frozen objects; `to_json` is the JSON report."""
    assert 0 <= samples.documents[0].scores.surface <= 100
    assert mtaudit.Report.from_json(samples.to_json(word_faults=True)).documents == samples.documents
