"""The SentencePiece model that a package cuts its source with: a trained one under another normalisation.

usage: python pieces.py TRAINED.model OUT.model

NFKC, and a blank behind opening marks and around dashes, so that the word behind a mark is the word that the network
knows: `“Saya` -> `▁“ ▁Saya`. SentencePiece's own normaliser does it, inside the package, so plain Argos Translate has
it too. The target side of training is encoded with TRAINED.model, without the rule: decoded text keeps its spacing.
"""

from __future__ import annotations

import io
import sys
import tempfile
import unicodedata
from pathlib import Path

import sentencepiece as spm
from sentencepiece import sentencepiece_model_pb2 as proto

# A blank behind opening marks and around dashes; those that the vocabulary lacks become those that it has.
MARKS = {
    '"': '" ', "“": "“ ", "„": "“ ", "«": "“ ", "»": "”", "‘": "' ", "(": "( ", "[": "( ", "]": ")", "—": " - ",
    "–": " - ",
}  # fmt: skip
SYNTHETIC = "<0x01>"  # in front of machine-made Indonesian; this piece and the next are bytes that no text has
NOTHING = "<0x00>"  # instead of a dropped source


def rules() -> str:
    """NFKC and the blanks as SentencePiece's tab-separated rules: code points, what they become, in hexadecimal."""
    table: dict[tuple[int, ...], tuple[int, ...]] = {}
    for point in (*range(0x20, 0xD800), *range(0xE000, 0x1F000)):
        char = chr(point)
        composed = unicodedata.normalize("NFKC", char)
        if composed != char:
            table[(point,)] = tuple(map(ord, composed))
        parts = tuple(map(ord, unicodedata.normalize("NFD", char)))
        if 1 < len(parts) < 4 and point < 0x2000 and composed == char:
            table[parts] = (point,)
    table |= {(ord(mark),): tuple(map(ord, to)) for mark, to in MARKS.items()}
    return "".join(
        " ".join(f"{p:X}" for p in points) + "\t" + " ".join(f"{p:X}" for p in to) + "\n"
        for points, to in sorted(table.items())
    )


def compiled() -> bytes:
    """The rules as a trained model carries them; SentencePiece compiles them only while it trains."""
    model = io.BytesIO()
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as tsv:
        tsv.write(rules())
        tsv.flush()
        spm.SentencePieceTrainer.train(
            sentence_iterator=iter(["a b c d e f g h"] * 9), model_writer=model, vocab_size=20, model_type="char",
            normalization_rule_tsv=tsv.name, minloglevel=2,
        )  # fmt: skip
    made = proto.ModelProto()
    made.ParseFromString(model.getvalue())
    charsmap: bytes = made.normalizer_spec.precompiled_charsmap
    return charsmap


def main() -> None:
    trained, out = map(Path, sys.argv[1:3])
    model = proto.ModelProto()
    model.ParseFromString(trained.read_bytes())
    model.normalizer_spec.name = "nfkc_marks"
    model.normalizer_spec.precompiled_charsmap = compiled()
    out.write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
