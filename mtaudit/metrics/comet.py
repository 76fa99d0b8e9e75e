"""COMET through unbabel-comet in an environment of its own, sentence by sentence, in single precision.

Reference-based models compare a back-translation with the English original; reference-free ones (CometKiwi) look at the
Indonesian and its back-translation alone and so do without an original. The library runs in a child process, with this
interpreter or the one that `comet.python` names: see `comet_worker`.

COMET hardly sees wrong names and numbers (Amrhein & Sennrich 2022, arXiv 2202.05148) and gives an untranslated copy of
the source 65.7 on average (issue 192 of COMET): it stands beside the findings and decides nothing.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from mtaudit.config import CometSettings
from mtaudit.errors import UsageError
from mtaudit.metrics import comet_worker
from mtaudit.model import Interval

LICENCES = {  # of weights on the Hugging Face hub, by their model cards; all but the Apache ones are gated there
    "Unbabel/wmt20-comet-da": "Apache-2.0",
    "Unbabel/wmt20-comet-qe-da": "Apache-2.0",
    "Unbabel/wmt22-comet-da": "Apache-2.0",
    "Unbabel/wmt22-cometkiwi-da": "CC-BY-NC-SA-4.0",
    "Unbabel/wmt23-cometkiwi-da-xl": "CC-BY-NC-SA-4.0",
    "Unbabel/wmt23-cometkiwi-da-xxl": "CC-BY-NC-SA-4.0",
    "Unbabel/XCOMET-XL": "CC-BY-NC-SA-4.0",
    "Unbabel/XCOMET-XXL": "CC-BY-NC-SA-4.0",
}
_BATCHES = 8  # batches a request holds: progress moves, and the library's overhead per call stays small
_RESAMPLES = 1000  # as sacrebleu's --confidence-n
_SEED = 12345  # as sacrebleu's SACREBLEU_SEED
_MEND = "pip install 'unbabel-comet<2.3' 'setuptools<81'"  # not beside mtaudit: it needs numpy below 2


@dataclass(frozen=True, slots=True)
class Row:
    """One segment to be scored. `ref` is None for a reference-free score."""

    src: str
    mt: str
    ref: str | None = None

    @property
    def whole(self) -> bool:
        """Whether no side is empty: an omission or addition is no translation that COMET could score."""
        return bool(self.src and self.mt and self.ref != "")


@dataclass(frozen=True, slots=True)
class Result:
    """Score of each row, about 0..1, and how many tokens it has."""

    scores: tuple[float, ...]
    tokens: tuple[int, ...]


def check(settings: CometSettings) -> None:
    """Raise UsageError where the library is missing, before anything slow is done."""
    if settings.python is None:
        try:
            importlib.metadata.version("unbabel-comet")
        except importlib.metadata.PackageNotFoundError:
            raise UsageError(
                f"the metric comet needs unbabel-comet in an environment of its own ({_MEND}): "
                "name the interpreter there as comet.python"
            ) from None
        return
    asked = "import importlib.metadata as m; m.version('unbabel-comet')"
    try:
        done = subprocess.run([_interpreter(settings), "-c", asked], capture_output=True, check=False)
    except OSError as error:
        raise UsageError(f"comet.python: {settings.python} can't be run ({error.strerror})") from error
    if done.returncode:
        raise UsageError(f"comet.python: {settings.python} has no unbabel-comet; in an environment of its own: {_MEND}")


class Comet:
    """A loaded COMET model in a child process; use as a context manager.

    `references` is "required", "optional" or "none"; `limit` the tokens after which the model cuts. Raises UsageError
    where the library or the model is missing or broken.
    """

    def __init__(self, settings: CometSettings, offline: bool = False) -> None:
        self._settings = settings
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the worker
        worker = str(Path(comet_worker.__file__))
        try:
            self._process = subprocess.Popen(
                [_interpreter(settings), worker],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            )
        except OSError as error:
            self._errors.close()
            raise UsageError(f"comet.python: {settings.python} can't be run ({error.strerror})") from error
        try:
            model = settings.model
            said = self._ask({"model": model, "batch_size": max(1, settings.batch_size), "offline": offline})
        except BaseException:
            self.close()
            raise
        self.references: Literal["required", "optional", "none"] = said["references"]
        self.limit: int = said["limit"]
        self._version: str = said["version"]
        self._revision: str = said["revision"]

    def __enter__(self) -> Comet:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:  # nobody waits for what it is at
            self._process.kill()
        self.close()

    @property
    def signature(self) -> str:
        """How to get the scores again, in the manner of sacrebleu."""
        refs = {"required": "original", "optional": "original where whole", "none": "none"}[self.references]
        licence = LICENCES.get(self._settings.model, "see its model card")
        return (
            f"model:{self._settings.name}|revision:{self._revision[:12]}|refs:{refs}|segments:sentences|"
            f"precision:fp32|licence:{licence}|version:{self._version}"
        )

    def score(self, rows: Sequence[Row], progress: Callable[[int], None] | None = None) -> Result:
        """Scores of the rows, in order. A row with an empty side counts 0 and is not shown to the model.

        `progress` is called with the number of rows done since the last call.
        """
        scores, tokens = [0.0] * len(rows), [0] * len(rows)
        order = sorted(
            (i for i, row in enumerate(rows) if row.whole), key=lambda i: (rows[i].ref is None, _size(rows[i]))
        )
        if progress and len(order) < len(rows):
            progress(len(rows) - len(order))
        for group in (False, True):
            own = [i for i in order if (rows[i].ref is None) is group]
            step = max(1, self._settings.batch_size) * _BATCHES
            for start in range(0, len(own), step):
                part = own[start : start + step]
                said = self._ask({"rows": [_fields(rows[i]) for i in part]})
                for i, score, count in zip(part, said["scores"], said["tokens"], strict=True):
                    scores[i], tokens[i] = round(score, 6), count
                if progress:
                    progress(len(part))
        return Result(tuple(scores), tuple(tokens))

    def close(self) -> None:
        """End the child process."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with contextlib.suppress(BrokenPipeError):  # what it said before it went is read below
            self._process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
            self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise UsageError(f"comet: the worker ended ({self._last_words()}); is there memory enough for the model?")
        said: dict[str, Any] = json.loads(line)
        if "error" in said:
            mend = f"; {_MEND}" if said["what"] == "library" else ""
            raise UsageError(f"comet: {said['error']}{mend}")
        return said

    def _last_words(self) -> str:
        code = self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1].strip() if lines else f"exit code {code}"


def mean(scores: Sequence[float]) -> float:
    """Mean over segments, times 100: the score of a document or of a run."""
    return round(100 * sum(scores) / len(scores), 2)


def interval(scores: Sequence[float]) -> Interval:
    """95 % bootstrap interval of `mean` over segments (Koehn 2004), 1,000 resamples, fixed seed."""
    rng = random.Random(_SEED)
    drawn = sorted(mean(rng.choices(scores, k=len(scores))) for _ in range(_RESAMPLES))
    tail = int(_RESAMPLES * 0.025)
    return Interval(drawn[tail], drawn[-tail - 1])


def cut_note(tokens: Sequence[int], limit: int) -> str | None:
    """A remark where segments are longer than the model reads; it cuts them without a word (issue 209 of COMET)."""
    longer = [count for count in tokens if count > limit]
    if not longer:
        return None
    what = "1 sentence is" if len(longer) == 1 else f"{len(longer)} sentences are"
    return f"COMET reads {limit} tokens of a sentence: {what} longer (up to {max(longer)}) and scored by the beginning"


def _interpreter(settings: CometSettings) -> str:
    return os.path.expanduser(settings.python) if settings.python else sys.executable


def _size(row: Row) -> int:
    return len(row.src) + len(row.mt) + len(row.ref or "")


def _fields(row: Row) -> dict[str, str]:
    fields = {"src": row.src, "mt": row.mt}
    return fields if row.ref is None else {**fields, "ref": row.ref}
