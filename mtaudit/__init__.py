"""mtaudit says what a machine did to an article on its way from English into Indonesian.

    import mtaudit
    report = mtaudit.audit(["artikel.txt"], originals=["article.txt"])
    report.documents[0].scores.entity

Importing this module loads no model and opens no network connection.
"""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from os import fspath as _fspath
from typing import TYPE_CHECKING, Any

from mtaudit import errors
from mtaudit.errors import InputError, MtauditError, PackageError, ReportError, UsageError
from mtaudit.version import __version__ as __version__

if TYPE_CHECKING:
    from mtaudit.languages.pair import LanguagePair
    from mtaudit.model import DocumentReport, EntityVerdict, Finding, QuoteVerdict, Report, Scores, Segment

_OF_MODEL = ("DocumentReport", "EntityVerdict", "Finding", "QuoteVerdict", "Report", "Scores", "Segment")

_Paths = str | PathLike[str] | Sequence[str | PathLike[str]]


def audit(
    inputs: _Paths = (),
    *,
    originals: _Paths = (),
    pairs: str | PathLike[str] | None = None,
    languages: LanguagePair | None = None,
    **settings: Any,
) -> Report:
    """Audit translations; the same as `mtaudit audit` on the command line.

    `inputs` and `originals` are paths, folders, globs or URLs, one or several; `pairs` is a file that says which
    original belongs to which translation. `languages` are those of originals and translations (English and
    Indonesian). `settings` are the config's keys with underscores (`back_translation=False`, `jobs=4`). No config file
    and no environment variable is read. Raises UsageError for an unknown key or rule, PackageError where no
    back-translation package is at hand; inputs that cannot be read are in `report.skipped`.
    """
    from mtaudit.config import load
    from mtaudit.languages import ENGLISH_INDONESIAN
    from mtaudit.running.audit import audit as run

    overrides = {key.replace("_", "-"): value for key, value in settings.items()}
    return run(
        _several(inputs),
        originals=_several(originals),
        pairs=None if pairs is None else _fspath(pairs),
        settings=load(overrides=overrides, environment={}, files=False),
        languages=languages or ENGLISH_INDONESIAN,
    )


def __getattr__(name: str) -> Any:
    """The types of a report, imported when they are first asked for: the command line starts sooner."""
    if name in _OF_MODEL:
        from mtaudit import model

        return getattr(model, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _several(paths: _Paths) -> list[str]:
    """One path or several, as text."""
    return [_fspath(path) for path in ([paths] if isinstance(paths, str | PathLike) else paths)]


__all__ = [
    "DocumentReport",
    "EntityVerdict",
    "Finding",
    "InputError",
    "MtauditError",
    "PackageError",
    "QuoteVerdict",
    "Report",
    "ReportError",
    "Scores",
    "Segment",
    "UsageError",
    "audit",
    "errors",
]
