"""Parts that many tests share: a real, tiny Argos package, the installed command, a home of its own."""

from __future__ import annotations

import importlib.util
import io
import json
import logging
import os
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from mtaudit import notices
from tests.program import Server

os.environ["LANGUAGE"] = "en"  # tests read English, whatever the language of the machine they run on
os.environ.pop("MTAUDIT_UI_LANGUAGE", None)

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
LINES = [
    "Presiden mengatakan bahwa negara itu siap.",
    "Pasukan tiba di kota pada hari Senin.",
    "Tidak ada yang tahu apa yang terjadi.",
    "The president said that the country is ready.",
    "Troops arrived in the city on Monday.",
    "Nobody knows what happened.",
]


@cache
def tool(name: str) -> ModuleType:
    """tools/NAME.py as a module."""
    spec = importlib.util.spec_from_file_location(f"tools_{name}", ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build_package(
    folder: Path, name: str = "translate-id_en-tiny", to_code: str = "en", seed: int = 1, from_code: str = "id"
) -> Path:
    """An .argosmodel with a real SentencePiece model and a real (untrained) CTranslate2 Transformer in it."""
    import sentencepiece
    from ctranslate2.specs import common_spec, transformer_spec

    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(LINES * 20), model_writer=written, vocab_size=320, byte_fallback=True,
        hard_vocab_limit=False, pad_id=-1, minloglevel=2,
    )  # fmt: skip
    pieces = sentencepiece.SentencePieceProcessor(model_proto=written.getvalue())
    vocabulary = [pieces.id_to_piece(i) for i in range(len(pieces))]
    random = np.random.default_rng(seed)
    width = 16

    def weights(*shape: int) -> Any:
        return random.normal(0, 0.3, shape).astype(np.float32)

    spec = transformer_spec.TransformerSpec.from_config(
        (1, 1), 2, pre_norm=True, activation=common_spec.Activation.RELU, rms_norm=True
    )
    embedding = weights(len(vocabulary), width)
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding.copy()
    spec.decoder.projection.weight = embedding.copy()
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = weights(512, width)
        side.layer_norm.gamma = np.ones(width, np.float32)
        layer = side.layer[0]
        for attention in (layer.self_attention, *([layer.attention] if hasattr(layer, "attention") else [])):
            attention.layer_norm.gamma = np.ones(width, np.float32)
            own = attention is layer.self_attention
            attention.linear[0].weight = weights(3 * width if own else width, width)
            if not own:
                attention.linear[1].weight = weights(2 * width, width)
            attention.linear[-1].weight = weights(width, width)
        layer.ffn.layer_norm.gamma = np.ones(width, np.float32)
        layer.ffn.linear_0.weight, layer.ffn.linear_1.weight = weights(32, width), weights(width, 32)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_eos = True
    spec.validate()
    model = folder / name / "model"
    model.mkdir(parents=True)
    spec.save(str(model))
    metadata = {
        "package_version": "1.0", "argos_version": "1.9.0", "from_code": from_code, "from_name": from_code,
        "to_code": to_code, "to_name": to_code,
    }  # fmt: skip
    (folder / name / "metadata.json").write_text(json.dumps(metadata))
    (folder / name / "sentencepiece.model").write_bytes(written.getvalue())
    archive = folder / f"{name}.argosmodel"
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in sorted(p for p in (folder / name).rglob("*") if p.is_file()):
            zipped.write(path, path.relative_to(folder))
    return archive


@pytest.fixture(scope="session")
def tiny_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of a tiny .argosmodel, made on the spot."""
    return build_package(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="session")
def tiny_second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same from English into Indonesian."""
    return build_package(tmp_path_factory.mktemp("package"), "translate-en_id-tiny", "id", 2, "en")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home: no packages, no cache, no config of the one who runs the tests."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def noticed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The notices that are told during the test, one after the other; whatever was told before counts as untold."""
    messages: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    monkeypatch.setattr(notices, "_told", set())
    handler = Kept()
    notices.LOGGER.addHandler(handler)
    yield messages
    notices.LOGGER.removeHandler(handler)


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def installed() -> Iterator[Server]:
    """The installed command, loaded once."""
    started = Server()
    yield started
    started.close()


@pytest.fixture
def mtaudit(installed: Server, home: Path, tmp_path: Path) -> Run:
    """Runs the installed command in an empty folder: `mtaudit("audit", "x.txt", input="...")`."""

    def run(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        return installed.run([str(a) for a in arguments], **{"cwd": tmp_path, **options})

    return run
