"""One document never loses the run: what goes wrong inside it becomes a `Fault`, and the others are done.

What is raised on purpose (`MtauditError`) concerns the run as a whole and goes on its way.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from mtaudit.errors import InputError, MtauditError
from mtaudit.model import Skipped

Item = TypeVar("Item")
Result = TypeVar("Result")

_LONGEST = 200  # characters of an exception's message that are shown
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong inside a document: the exception in a few words, and its traceback."""

    what: str
    trace: str = ""

    @staticmethod
    def of(error: BaseException) -> Fault:
        """The fault that an exception is. Long messages are shortened."""
        what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return Fault(_shown(what), "".join(traceback.format_exception(error)))

    def told(self, document: str = "") -> str:
        """The fault in a line, with the id of the document that it was in."""
        if document:
            return f"internal fault in {document} ({self.what}): run again with --verbose and report it"
        return f"internal fault ({self.what}): run again with --verbose and report it"

    def note(self) -> None:
        """Log the traceback, as debugging information."""
        if self.trace:
            _log.debug(self.trace.rstrip("\n"))

    def skipped(self, input: str, document: str = "") -> Skipped:
        """The entry for a document (its id) of an input; the traceback is logged."""
        self.note()
        return Skipped(input, self.told(document if document != input else ""))


def or_skipped(input: str, make: Callable[[], Result], document: str = "") -> Result | Skipped:
    """What `make` makes, or the entry that says what went wrong inside it. `InputError` goes on its way."""
    try:
        return make()
    except InputError:
        raise
    except Exception as error:
        return Fault.of(error).skipped(input, document)


class Guarded(Generic[Item, Result]):
    """A function of an item that gives a `Fault` where it would raise; goes to other processes."""

    def __init__(self, function: Callable[[Item, Any], Result]) -> None:
        self._function = function

    def __call__(self, item: Item, shared: Any) -> Result | Fault:
        try:
            return self._function(item, shared)
        except MtauditError:
            raise
        except Exception as error:
            return Fault.of(error)


def together(
    step: Callable[[Sequence[Item]], Result], items: Sequence[Item], spoilt: Callable[[Item, Fault], None]
) -> tuple[Result, list[Item]]:
    """`step` over all items, and the items it was done for.

    Where it raises, each is tried alone; those that raise then are handed to `spoilt`, and the step is done over the
    rest. It raises where no single one is to blame.
    """
    try:
        return step(items), list(items)
    except MtauditError:
        raise
    except Exception:
        if not items:
            raise
        sound = []
        for item in items:
            tried = Guarded(_alone)(item, step)
            if isinstance(tried, Fault):
                spoilt(item, tried)
            else:
                sound.append(item)
        if len(sound) == len(items):
            raise
    return step(sound), sound


def _alone(item: Item, step: Callable[[Sequence[Item]], Result]) -> Result:
    return step([item])


def _shown(text: str) -> str:
    """`text` on one line that can be written anywhere."""
    line = " ".join(text.encode("utf-8", "backslashreplace").decode().split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
