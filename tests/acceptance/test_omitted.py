"""What is missing is told once."""

from __future__ import annotations

from pathlib import Path

import mtaudit

ENGLISH = (
    "The minister arrived in Jakarta on Monday morning. "
    "“We will never accept this plan for the harbour,” Maria Lopez told reporters. "
    "The ship left the port on Tuesday. Two men were arrested in the city of Bandung."
)
INDONESIAN = (
    "Menteri itu tiba di Jakarta pada Senin pagi. Kapal itu meninggalkan pelabuhan pada hari Selasa. "
    "Dua orang ditangkap di kota Bandung."
)


def test_an_omitted_sentence_with_a_quotation_is_one_finding(tmp_path: Path) -> None:
    """The lost quotation says it; neither the sentence nor the speaker's name is told again."""
    original, translation = tmp_path / "o.txt", tmp_path / "t.txt"
    original.write_text(ENGLISH, encoding="utf-8")
    translation.write_text(INDONESIAN, encoding="utf-8")
    report = mtaudit.audit([str(translation)], originals=[str(original)], back_translation=False)
    assert [f.rule for f in report.documents[0].findings] == ["QUO213"]
    assert [q.content for q in report.documents[0].quotes] == ["dropped"]
