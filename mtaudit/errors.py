"""What can go wrong, as a tree:

MtauditError                 everything raised on purpose; the message is one line and names the mend
├── UsageError               wrong options, unreadable config                      (exit 2)
├── InputError               one input cannot be read: reported as skipped         (exit 2 after the rest)
├── PackageError             a back-translation package is missing or broken       (exit 2)
└── ReportError              a report.json that is none, or lacks what is needed   (exit 2)
"""

from __future__ import annotations


class MtauditError(Exception):
    """Base of all errors that mtaudit raises on purpose."""


class UsageError(MtauditError):
    """The command line, the config or a table given by the user is wrong."""


class InputError(MtauditError):
    """One input cannot be read. `input` names it, `reason` says why and how to mend it."""

    def __init__(self, input: str, reason: str) -> None:
        super().__init__(f"{input}: {reason}")
        self.input = input
        self.reason = reason


class PackageError(MtauditError):
    """A back-translation package is missing, broken or of the wrong language pair."""


class ReportError(MtauditError):
    """A file given as a finished report is none, of another schema version, or lacks what a format is made of."""
