"""Report objects made by hand, for all formats: every status, hostile text, nothing at all, skipped inputs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any, get_args

from mtaudit.model import (
    SCHEMA_VERSION,
    SEVERITIES,
    Content,
    DocumentReport,
    EntityStatus,
    EntityVerdict,
    Finding,
    FindingCounts,
    Input,
    Interval,
    Marks,
    MetricName,
    MissingWord,
    ModelInfo,
    NotChecked,
    Original,
    Penalty,
    Place,
    QuoteVerdict,
    Report,
    Run,
    RunInfo,
    Scores,
    Segment,
    Skipped,
    Summary,
    ToolInfo,
    WordFault,
)
from mtaudit.pipeline import BASIS
from mtaudit.scoring import mean

NO_ORIGINAL = "no original to compare with"

STATUSES: tuple[EntityStatus, ...] = get_args(EntityStatus)
MARKS: tuple[Marks, ...] = get_args(Marks)
CONTENTS: tuple[Content, ...] = get_args(Content)

HOSTILE = (
    "<script>alert('x')</script></script><!-- & &quot; ]]> \x1b[31mred\x1b[0m \u202eesrever\u202c "
    "``` | =1+1 ::error::%0A"
)


def place(text: str, stretch: str | None, nth: int = 0) -> tuple[int | None, int | None]:
    """Offsets of the nth occurrence of a stretch; (None, None) for None. Fails where it isn't there."""
    if stretch is None:
        return None, None
    at = -1
    for _ in range(nth + 1):
        at = text.index(stretch, at + 1)
    return at, at + len(stretch)


def finding(text: str, rule: str, severity: str, message: str, stretch: str | None, **more: Any) -> Finding:
    """A finding on a stretch of the text; category by the rule's letters, fingerprint by its content."""
    categories = {"ENT": "entity", "QUO": "quote", "NUM": "number", "ADE": "adequacy", "SUR": "surface"}
    start, end = place(text, stretch, more.pop("nth", 0))
    mark = hashlib.sha256(f"{rule}{stretch}{more.get('original')}{message}".encode()).hexdigest()[:16]
    category = categories.get(rule[:3], "terminology")
    return Finding(rule, category, severity, message, start, end, stretch, fingerprint=mark, **more)  # type: ignore[arg-type]


def entity(text: str, original: str | None, kind: str, status: str, found: str | None, **more: Any) -> EntityVerdict:
    start, end = place(text, found)
    return EntityVerdict(original, kind, status, found, start, end, **more)  # type: ignore[arg-type]


def quote(text: str, original: str | None, found: str | None, marks: str, content: str, **more: Any) -> QuoteVerdict:
    start, end = place(text, found)
    return QuoteVerdict(original, found, marks, content, start, end, **more)  # type: ignore[arg-type]


def segments(text: str, rows: Sequence[tuple[str, str | None, str | None]]) -> tuple[Segment, ...]:
    """Segments from (Indonesian, back-translation, original) rows that stand in the text in this order."""
    made: list[Segment] = []
    at = 0
    for index, (sentence, back, original) in enumerate(rows):
        at = text.index(sentence, at)
        made.append(Segment(index, at, at + len(sentence), sentence, back, None if back is None else -0.21, original))
        at += len(sentence)
    return tuple(made)


def word_faults(text: str) -> tuple[WordFault, ...]:
    """Every word with invented probabilities: p_fault goes through 0.05, 0.2, 0.4, 0.6, 0.8, p_serious is half of it,
    and of every tenth word nearly all of it.
    """
    words = enumerate(re.finditer(r"\w+(?:-\w+)*", text))
    rows = [(m.start(), m.end(), (0.05, 0.2, 0.4, 0.6, 0.8)[i % 5], i % 10 == 9) for i, m in words]
    return tuple(WordFault(start, end, p, round(p * (0.9 if serious else 0.5), 3)) for start, end, p, serious in rows)


def missing_words(text: str, missing: str) -> tuple[MissingWord, ...]:
    """Every word with 0.01, those of the stretch `missing` with 0.6."""
    at, end = place(text, missing)
    words = re.finditer(r"\w+(?:-\w+)*", text)
    return tuple(MissingWord(m.start(), m.end(), 0.6 if at <= m.start() < end else 0.01) for m in words)


def document(id: str, text: str, **more: Any) -> DocumentReport:
    """A document with sensible defaults."""
    fields: dict[str, Any] = {
        "input": f"samples/{id}.txt",
        "title": text.split("\n", 1)[0],
        "system": None,
        "language": "id",
        "language_confidence": 0.99,
        "words": len(text.split()),
        "original": None,
        "scores": Scores(100.0, 100.0, 100.0, 100.0, 100.0, 100.0),
        "metrics": {},
        "segments": segments(text, [(line, None, None) for line in text.split("\n") if line.strip()]),
        "entities": (),
        "quotes": (),
        "findings": (),
        "estimate": None,
        "notes": (),
        "gate": None,
        "not_checked": (),
        "penalties": (),
        "suppressed": 0,
        "source_map": (),
        **more,
    }
    original = fields["original"]
    fields.setdefault("basis", "alone" if original is None else BASIS[original.kind])
    return DocumentReport(id=id, text=text, **fields)


def report(documents: Sequence[DocumentReport], skipped: Sequence[Skipped] = (), **config: Any) -> Report:
    """A report whose summary follows from its documents, as of a run with --word-faults where they have any."""
    if any(d.word_faults for d in documents):
        config = {"word-faults": True, **config}
    found = [f for d in documents for f in d.findings]
    counts = FindingCounts(**{s: sum(f.severity == s for f in found) for s in SEVERITIES})
    metrics: dict[MetricName, float] = {"bleu": 31.2, "chrf": 58.9} if any(d.metrics for d in documents) else {}
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=ToolInfo("mtaudit", "0.1.0"),
        run=RunInfo(
            "2026-11-21T21:00:00Z",
            12.5,
            "mtaudit|v:0.1.0|rules:all|bt:argos-id-en-1.9",
            ModelInfo("argos id-en", "1.9", "ab" * 32),
            {"select": [], "ignore": [], **config},
            {"bleu": "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0"} if metrics else {},
        ),
        summary=Summary(
            len(documents),
            len(skipped),
            sum(d.words for d in documents),
            counts,
            mean([d.scores for d in documents]),
            metrics,
            {"bleu": Interval(29.0, 33.5)} if metrics else {},
        ),
        skipped=tuple(skipped),
        inputs=tuple(Input(d.input, "text", "utf-8", d.language) for d in documents),
        documents=tuple(documents),
    )


ENVOY = (
    "Utusan Khusus berbicara di Lima\n\n"
    "Utusan Khusus Stefan Witkopf mengatakan pada hari Minggu bahwa Jerman akan memberikan “perlindungan” kepada "
    "Ukraina.\n"
    "“Kami tidak melakukan apa-apa,” kata Witkaf, menurut laporan Batu Utara.\n"
    "Menteri Germany menolak berkomentar &quot;untuk saat ini&quot; pada 12.55.\n"
    "Pembicaraan itu, yang “berbuah, berlangsung tiga belas jam.\n"
    "Marco Rubio mengatakan 1,5 juta orang akan kembali -kembali."
)
ENVOY_ROWS: tuple[tuple[str, str | None, str | None], ...] = (
    ("Utusan Khusus berbicara di Lima", "Special envoy speaks in Lima", "Special envoy speaks in Lima"),
    (
        ENVOY.split("\n")[2],
        "Special Envoy Stefan Witkopf said on Sunday that Germany would give “protection” to Ukraine.",
        "Special Envoy Stefan Wittkopp said on Sunday that Germany would give “protection” to Ukraine.",
    ),
    (
        ENVOY.split("\n")[3],
        "“We did not do anything,” said Witkaf, according to a report by North Stone.",
        "“We are not doing nothing,” said Wittkopp, according to a report by Northern Rock.",
    ),
    (
        ENVOY.split("\n")[4],
        "The Germany Minister declined to comment “for now” at 12.55.",
        "The German minister declined to comment “for now” at 12:55, the Interior Ministry said.",
    ),
    (
        ENVOY.split("\n")[5],
        "The talks, which “bore fruit, lasted thirteen hours.",
        "The talks, which were “fruitful”, lasted thirty hours.",
    ),
    (ENVOY.split("\n")[6], "Marco Rubio said 1.5 million people would return -back.", None),
)


def envoy() -> DocumentReport:
    """An article with its whole original: every entity status with an original, every kind of marks and content."""
    t = ENVOY
    at, end = place(t, "Witkaf")
    return document(
        "envoy",
        t,
        system="nllb",
        word_faults=word_faults(t),
        missing_words=missing_words("\n".join(o for _, _, o in ENVOY_ROWS if o is not None), "Interior Ministry"),
        original=Original("originals/envoy.txt", "full", 0.93, "\n".join(o for _, _, o in ENVOY_ROWS if o is not None)),
        scores=Scores(48.25, 31.0, 40.5, 80.0, 75.0, 96.4),
        metrics={"bleu": 31.2, "chrf": 58.9},
        segments=segments(t, ENVOY_ROWS),
        entities=(
            entity(t, "Lima", "LOC", "preserved", "Lima"),
            entity(
                t,
                "Stefan Wittkopp",
                "PER",
                "mangled",
                "Stefan Witkopf",
                evidence=("The original has “Stefan Wittkopp”", "“Witkaf” is nearly “Wittkopp”"),
                variants=("Stefan Witkopf", "Witkaf"),
                places=(Place(*place(t, "Stefan Witkopf")), Place(at, end)),  # type: ignore[arg-type]
                road="letters swapped or lost",
                suggestion="Stefan Wittkopp",
                confidence=0.97,
            ),
            entity(t, "Germany", "LOC", "localised", "Jerman"),
            entity(t, "Northern Rock", "ORG", "mistranslated", "Batu Utara", road="translated word by word"),
            entity(t, "German", "LOC", "untranslated", "Germany", suggestion="Jerman"),
            entity(t, "Interior Ministry", "ORG", "dropped", None),
            entity(t, None, "PER", "unverified", "Marco Rubio", variants=("Mario Rubio",), confidence=0.4),
        ),
        quotes=(
            quote(t, "protection", "perlindungan", "ok", "faithful", similarity=0.98, back_translation="protection"),
            quote(
                t,
                "We are not doing nothing",
                "Kami tidak melakukan apa-apa",
                "moved",
                "major",
                speaker="Witkaf",
                original_speaker="Wittkopp",
                back_translation="We did not do anything",
                similarity=0.61,
                note="a negation was lost",
            ),
            quote(t, "for now", "untuk saat ini", "escaped", "minor", back_translation="for now", similarity=1.0),
            quote(t, "fruitful", "berbuah", "unbalanced", "unverified"),
            quote(t, "the Interior Ministry said", None, "lost", "dropped", original_document="other.txt"),
        ),
        findings=(
            finding(
                t,
                "ENT101",
                "critical",
                "“Stefan Wittkopp” is misspelt “Stefan Witkopf”, and “Witkaf” further on",
                "Stefan Witkopf",
                original="Stefan Wittkopp",
                suggestion="Stefan Wittkopp",
                evidence="original",
                confidence=0.97,
                places=(Place(at, end),),  # type: ignore[arg-type]
            ),
            finding(
                t,
                "QUO201",
                "critical",
                "the quotation says the opposite: a negation was lost",
                "Kami tidak melakukan apa-apa",
                original="We are not doing nothing",
                evidence="original",
            ),
            finding(
                t,
                "ENT102",
                "critical",
                "“Northern Rock” was translated word by word",
                "Batu Utara",
                original="Northern Rock",
                suggestion="Northern Rock",
                evidence="original",
            ),
            finding(
                t,
                "QUO101",
                "major",
                "quotation marks arrived as HTML entities",
                "&quot;untuk saat ini&quot;",
                suggestion="“untuk saat ini”",
            ),
            finding(
                t,
                "ENT104",
                "major",
                "“Interior Ministry” is not in the translation",
                None,
                original="Interior Ministry",
                evidence="original",
            ),
            finding(
                t,
                "ADE301",
                "major",
                "the back-translation says “thirteen”, the original “thirty” (seen in the back-translation alone)",
                "tiga belas jam",
                original="thirty hours",
                evidence="back-translation",
                confidence=0.66,
            ),
            finding(t, "QUO102", "major", "the quotation opens and is never closed", "“berbuah"),
            finding(t, "ENT103", "minor", "left in English: Indonesian has “Jerman”", "Germany", suggestion="Jerman"),
            finding(t, "SUR401", "minor", "space before a hyphen", "kembali -kembali", suggestion="kembali-kembali"),
        ),
        penalties=(
            Penalty("entity", "ENT101", "critical", 1, 40.0),
            Penalty("entity", "ENT102", "critical", 1, 20.0),
            Penalty("entity", "ENT103", "minor", 1, 9.0),
            Penalty("quote", "QUO201", "critical", 1, 45.0),
            Penalty("quote", "QUO101", "major", 1, 14.5),
            Penalty("surface", "SUR401", "minor", 1, 3.6),
        ),
        notes=("likely translated by way of another language: names keep their consonants and lose their vowels",),
    )


def hostile() -> DocumentReport:
    """An article that tries to break out of every format."""
    t = f'Judul {HOSTILE}\n\n={HOSTILE} Kalimat pertama.\nWitkoff {HOSTILE} kedua, "tiga".'
    return document(
        f"hostile {HOSTILE}",
        t,
        word_faults=word_faults(t),
        input="berita/<b>,jahat\n%0A.txt",
        system=f"=cmd|'/c calc'!A1 {HOSTILE}",
        original=Original(f"=o{HOSTILE}", "partial", 0.5, HOSTILE),
        segments=segments(
            t, [(line, f"@back {HOSTILE}", f"-orig {HOSTILE}") for line in t.split("\n") if line.strip()]
        ),
        entities=(
            EntityVerdict(
                HOSTILE, "PER", "mangled", HOSTILE, *place(t, HOSTILE), variants=(HOSTILE, "+x"), road=HOSTILE
            ),
        ),
        quotes=(
            QuoteVerdict(HOSTILE, HOSTILE, "escaped", "major", *place(t, HOSTILE, 1), HOSTILE, HOSTILE, HOSTILE, 0.1),
        ),
        findings=(
            finding(t, "ENT101", "critical", f"+{HOSTILE}", HOSTILE, original=HOSTILE, suggestion=f"@{HOSTILE}"),
            finding(t, "QUO101", "major", f"-{HOSTILE}\nsecond line", HOSTILE, nth=1, original=f"\t={HOSTILE}"),
        ),
        scores=Scores(12.0, 10.0, 5.0, 100.0, 100.0, 100.0),
        notes=(HOSTILE,),
    )


def without_original() -> DocumentReport:
    """An article that nothing but its own text and the back-translation tells of; every entity and quote unverified."""
    t = "Rapat ditunda\n\nMenteri Himin Peru berkata “rapat ditunda” kemarin.\nHimen Peru pulang."
    return document(
        "alone",
        t,
        system="argos",
        word_faults=word_faults(t),
        segments=segments(
            t,
            (
                ("Rapat ditunda", "Meeting adjourned", None),
                (t.split("\n")[2], "Minister Himin Peru said the “meeting was adjourned” yesterday.", None),
                (t.split("\n")[3], "Himen Peru went home.", None),
            ),
        ),
        entities=(
            EntityVerdict(
                None,
                "PER",
                "unverified",
                "Himin Peru",
                *place(t, "Himin Peru"),
                variants=("Himen Peru",),
                places=(Place(*place(t, "Himin Peru")),),  # type: ignore[arg-type]
            ),
        ),
        quotes=(quote(t, None, "rapat ditunda", "ok", "unverified", speaker="Himin Peru"),),
        findings=(finding(t, "ENT105", "major", "one name, two spellings: “Himin Peru”, “Himen Peru”", "Himin Peru"),),
        scores=Scores(88.0, 70.0, 100.0, None, None, 100.0),
        not_checked=(
            NotChecked("number", NO_ORIGINAL, "no evidence"),
            NotChecked("adequacy", NO_ORIGINAL, "no evidence"),
        ),
        source_map=tuple(
            Run(row.start(), line, 1, 1) for row, line in zip(re.finditer("^", t, re.M), (7, 8, 9, 12), strict=True)
        ),
    )


def clean() -> DocumentReport:
    """An article with nothing to say about it, too short for an overall score."""
    t = "Hujan turun\n\nHujan turun di Jakarta pada hari Senin."
    return document(
        "clean",
        t,
        system="nllb",
        word_faults=word_faults(t),
        scores=Scores(None, None, None, None, None, 100.0),
        not_checked=(
            NotChecked("overall", "fewer than 30 words and no original", "too short"),
            NotChecked("entity", "no whole original and no other spelling to compare with", "no evidence"),
            NotChecked("quote", "no quotation in the text", "absent"),
            NotChecked("number", "no number in the text", "absent"),
            NotChecked("adequacy", NO_ORIGINAL, "no evidence"),
        ),
    )


def empty_text() -> DocumentReport:
    """An article of no words."""
    return document("empty", "", title=None, segments=())


def full_report() -> Report:
    """All of the above, with two inputs that could not be read."""
    skipped = (
        Skipped("berita/rusak.html", "not UTF-8 and no encoding declared: save it as UTF-8"),
        Skipped(f"jahat {HOSTILE}.txt", f"the file is empty {HOSTILE}"),
    )
    return report((envoy(), without_original(), hostile(), clean(), empty_text()), skipped)


def many(count: int) -> Report:
    """`count` documents, alike but for id, system and score."""
    first = envoy()
    made = []
    for i in range(count):
        fields = {name: getattr(first, name) for name in first.__struct_fields__}
        shift = i % 50
        fields |= {
            "id": f"doc-{i:04}",
            "title": f"Artikel {i}: {first.title}",
            "input": f"news/{i:04}.txt",
            "system": ("argos", "nllb", "opusmt")[i % 3],
            "scores": Scores(50.0 + shift, 40.0 + shift, 45.0 + shift, 80.0, 75.0, 96.4),
        }
        made.append(DocumentReport(**fields))
    return report(made)
