"""COMET behind two pipes: JSON lines in, JSON lines out. A script of its own that needs nothing but unbabel-comet.

It runs in a child process because unbabel-comet's pins are tight (numpy<2, protobuf<5, transformers<5) and because it
sets up logging for the whole process; so any interpreter that has it will do (Python 3.8 or newer).

    in   {"model": "Unbabel/wmt22-comet-da", "batch_size": 8, "offline": false}
    out  {"version": "2.2.7", "kind": "regression_metric", "references": "required", "limit": 510, "revision": "..."}
    in   {"rows": [{"src": "...", "mt": "...", "ref": "..."}, ...]}        all rows with "ref" or none of them
    out  {"scores": [0.8123, ...], "tokens": [37, ...]}
    ...  until the input ends; instead of any answer {"error": "one line", "what": "library" | "model" | "internal"}
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from typing import Any

HUB = "Unbabel/"  # names that begin so are those of COMET's makers on the hub, whatever stands in the working folder
_SPECIAL = 2  # tokens that open and close a segment


class TroubleError(Exception):
    """Something the user can mend. `what` is "library" or "model"."""

    def __init__(self, what: str, message: str) -> None:
        super().__init__(message)
        self.what = what


def serve(requests: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One answer for each request, the first of which names the model."""
    first = next(requests, None)
    if first is None:
        return
    quiet(bool(first["offline"]))
    version = library()
    checkpoint, revision = find(first["model"], bool(first["offline"]))
    model = load(checkpoint, bool(first["offline"]))
    yield {
        "version": version,
        "kind": model.hparams.get("class_identifier", type(model).__name__),
        "references": references(model),
        "limit": limit(model),
        "revision": revision,
    }
    for request in requests:
        rows = request["rows"]
        output = model.predict(rows, batch_size=int(first["batch_size"]), progress_bar=False, **device())
        yield {"scores": [float(score) for score in output["scores"]], "tokens": tokens(model, rows)}


def quiet(offline: bool) -> None:
    """No chatter, no telemetry; with `offline` no connection. To be called before the libraries are imported."""
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    os.environ["TRANSFORMERS_VERBOSITY"] = "error"
    if offline:
        for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_DATASETS_OFFLINE"):
            os.environ[name] = "1"
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)


def library() -> str:
    """Version of unbabel-comet. Raises TroubleError where it, or the pkg_resources it looks for, is missing."""
    try:
        import pkg_resources  # noqa: F401 - without it COMET skips a correction of its weights and says nothing
    except ImportError:
        raise TroubleError("library", "unbabel-comet needs pkg_resources: pip install 'setuptools<81'") from None
    try:
        import comet
    except ImportError as error:
        raise TroubleError("library", f"unbabel-comet can't be imported ({error})") from None
    if not hasattr(comet, "load_from_checkpoint"):
        raise TroubleError("library", "the module `comet` is not the one of unbabel-comet")
    return str(comet.__version__)


def find(model: str, offline: bool) -> tuple[str, str]:
    """Path of the checkpoint and what tells its contents: the commit on the hub, or a SHA-256 of the file.

    `model` is a checkpoint, a folder that has checkpoints/model.ckpt, or a model name on the Hugging Face hub
    (HUB's always are).
    """
    path = "" if model.startswith(HUB) else os.path.expanduser(model)  # no folder of the checkout passes for them
    if os.path.isdir(path) and model.count("/") == 1 and model[0] not in "./~":
        raise TroubleError("model", f"{model}: a model on the hub, or the folder here? write ./{model} for that")
    if os.path.isdir(path):
        path = os.path.join(path, "checkpoints", "model.ckpt")
    if os.path.isfile(path):
        return path, digest(path)
    if os.path.isabs(path) or model.endswith(".ckpt") or model.count("/") != 1:
        raise TroubleError("model", f"{model}: no such checkpoint")
    from huggingface_hub import snapshot_download

    try:
        # COMET's own download_model turns every failure into "not supported" and goes on line even when told not to
        folder = snapshot_download(repo_id=model, local_files_only=offline)
    except Exception as error:
        raise TroubleError("model", f"{model}: {reason(error, offline)}") from None
    return os.path.join(folder, "checkpoints", "model.ckpt"), os.path.basename(folder)


def reason(error: Exception, offline: bool) -> str:
    """Why a model can't be had from the hub, and the mend."""
    name = type(error).__name__
    if offline:
        return "not in the Hugging Face cache, and --offline forbids fetching it; give a checkpoint's path instead"
    if name == "GatedRepoError":
        return "gated: accept its licence on huggingface.co, then log in with `hf auth login`"
    if name == "RepositoryNotFoundError":
        return "no such model on huggingface.co, or a private one"
    return f"can't be fetched ({name}: {first_line(error)})"


def load(checkpoint: str, offline: bool) -> Any:
    """The model in single precision. Raises TroubleError for a checkpoint that can't be loaded."""
    import comet

    try:
        return comet.load_from_checkpoint(checkpoint, local_files_only=offline).float().eval()
    except Exception as error:
        mend = ""
        if offline and isinstance(error, OSError):
            mend = "; its encoder's tokenizer must be in the Hugging Face cache"
        raise TroubleError("model", f"{checkpoint}: {first_line(error)}{mend}") from None


def references(model: Any) -> str:
    """Whether the model takes references: "required", "optional" (UniTE, xCOMET) or "none"."""
    if model.requires_references():
        return "required"
    return "optional" if "ref" in (model.hparams.get("input_segments") or ()) else "none"


def joined(model: Any) -> bool:
    """Whether the segments of a row go through the encoder as one sequence (UniTE, CometKiwi, xCOMET)."""
    return bool(model.hparams.get("input_segments"))


def limit(model: Any) -> int:
    """Tokens after which the encoder cuts: of each segment, or of all together where they are joined."""
    positions = int(model.encoder.max_positions)
    return positions if joined(model) else positions - _SPECIAL


def tokens(model: Any, rows: list[dict[str, str]]) -> list[int]:
    """Number of tokens of each row, to be held against `limit`: of its longest segment, or of all of them joined."""
    columns = [
        [len(ids) for ids in model.encoder.tokenizer([row[key] for row in rows])["input_ids"]] for key in rows[0]
    ]
    gap = int(getattr(model.encoder, "size_separator", 0)) - _SPECIAL  # each segment brings its own two
    return [sum(row) + gap * (len(row) - 1) if joined(model) else max(row) for row in zip(*columns)]  # noqa: B905 - Python 3.8


def device() -> dict[str, Any]:
    """The GPU where there is one; no processes for reading data beside this one."""
    import torch

    if torch.cuda.is_available():
        return {"gpus": 1, "num_workers": 0}
    return {"gpus": 0, "num_workers": 1 if torch.backends.mps.is_available() else 0}


def digest(path: str) -> str:
    """SHA-256 of a file, in hexadecimal."""
    total = hashlib.sha256()
    with open(path, "rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            total.update(block)
    return total.hexdigest()


def first_line(error: BaseException) -> str:
    """What an error says, on one line."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def end_with_parent() -> None:
    """End this process, at whatever work, when the one that started it is gone."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=watch, daemon=True).start()


def main() -> None:
    """Serve standard input; whatever a library prints goes to standard error."""
    end_with_parent()
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [p for p in sys.path if os.path.abspath(p) != here]  # else `import comet` finds our own comet.py
    answers = os.fdopen(os.dup(1), "w", encoding="ascii", buffering=1)
    os.dup2(2, 1)
    requests = (json.loads(line) for line in sys.stdin.buffer if line.strip())
    try:
        for answer in serve(requests):
            answers.write(json.dumps(answer) + "\n")
    except TroubleError as trouble:
        answers.write(json.dumps({"error": str(trouble), "what": trouble.what}) + "\n")
    except Exception as error:
        message = f"{type(error).__name__}: {first_line(error)}"
        answers.write(json.dumps({"error": message, "what": "internal"}) + "\n")
        raise


if __name__ == "__main__":
    main()
