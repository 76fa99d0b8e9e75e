"""What the user should know of things set aside or gone without: a line each, once a process.

They go to the logger `mtaudit`; the command line prints them on standard error.
"""

from __future__ import annotations

import logging

LOGGER = logging.getLogger("mtaudit")
_told: set[str] = set()


def tell(message: str) -> None:
    """Say `message`, if it hasn't been said; names in it may be a stranger's, so what can't be printed is escaped."""
    if message not in _told:
        _told.add(message)
        LOGGER.warning("%s", "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in message))
