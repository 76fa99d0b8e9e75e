"""Audits as experiments in Comet's tracker (comet-ml, the extra `tracking`): `--track`.

An experiment gets the settings as parameters, the scores and metrics of the run and of each document, and the HTML
report. All that comet-ml would log on its own is off: host, user, hardware, environment, packages, code, git, command
line, output. Offline the experiment is an archive, made without a connection, that `comet upload` sends later.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import logging
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PureWindowsPath
from typing import Any

import msgspec

from mtaudit.errors import UsageError
from mtaudit.model import DocumentReport, Report
from mtaudit.rendering import registry

_OWN_CONFIG = ".comet.config"  # comet-ml takes the one of the working folder for its own
_FOLDER = ".cometml-runs"  # comet-ml's own place for archives
_QUIET = {  # read by comet-ml when it is imported
    "COMET_ERROR_TRACKING_ENABLE": "0",  # it would report its own faults, with host and user, to a third party
    "COMET_DISABLE_ANNOUNCEMENT": "1",
    "COMET_DISABLE_AUTO_LOGGING": "1",
    "COMET_LOGGING_CONSOLE": "ERROR",
}
_NOTHING: dict[str, Any] = {
    "log_code": False,
    "log_graph": False,
    "auto_param_logging": False,
    "auto_metric_logging": False,
    "auto_output_logging": False,
    "auto_log_co2": False,
    "auto_histogram_weight_logging": False,
    "parse_args": False,
    "log_env_details": False,
    "log_env_gpu": False,
    "log_env_cpu": False,
    "log_env_host": False,
    "log_env_network": False,
    "log_env_disk": False,
    "log_git_metadata": False,
    "log_git_patch": False,
    "display_summary_level": 0,
}


def check(target: str, offline: bool = False) -> None:
    """Raise UsageError where `target` is none or comet-ml or its key is missing, before anything slow is done.

    `target` is PROJECT, WORKSPACE/PROJECT or offline:DIR.
    """
    archive = target.startswith("offline:")
    if not target.removeprefix("offline:").strip("/ ") or (target.count("/") > 1 and not archive):
        raise UsageError(f"--track {target!r}: write PROJECT, WORKSPACE/PROJECT or offline:DIR")
    if importlib.util.find_spec("comet_ml") is None:
        raise UsageError("--track needs comet-ml: pip install 'mtaudit[tracking]'")
    if not (offline or archive) and Path(_OWN_CONFIG).exists() and "COMET_CONFIG" not in os.environ:
        raise UsageError(
            f"--track: the working folder has a {_OWN_CONFIG}, which can send report and key to another server: "
            "if it is yours, set COMET_CONFIG to its path"
        )
    if not (offline or archive) and not _library().get_config()["comet.api_key"]:
        raise UsageError("--track: no API key of Comet; set COMET_API_KEY, or keep an archive with --track offline:DIR")


def log(report: Report, target: str, offline: bool = False) -> str:
    """Log a report as one experiment; its address, or the path of its archive.

    With `offline`, or the target offline:DIR, an archive is written and no connection opened. Raises UsageError as
    `check` does, and where the folder can't be written or Comet refuses the key or project.
    """
    check(target, offline)
    library = _library()
    known = portable(report)
    folder, place = _FOLDER, {}
    if target.startswith("offline:"):
        folder, offline = target.removeprefix("offline:"), True
    else:
        workspace, _, project = target.rpartition("/")
        place = {"project_name": project, "workspace": workspace or None}
    try:
        if offline:
            Path(folder).mkdir(parents=True, exist_ok=True)
            experiment = library.OfflineExperiment(offline_directory=folder, **place, **_NOTHING)
        else:
            experiment = library.Experiment(**place, **_NOTHING)
    except (OSError, ValueError) as error:
        raise UsageError(f"--track {target}: {str(error).partition(chr(10))[0]}") from error
    experiment.log_parameters(parameters(known))
    experiment.log_metrics(_summary(known))
    for number, document in enumerate(known.documents):
        experiment.log_metrics(_document(document), step=number)
    experiment.log_asset_data(table(known), name="documents.csv")
    experiment.log_asset_data("".join(registry.by_name("html").chunks(known, None)), name="report.html")
    experiment.end()
    return str(Path(folder) / f"{experiment.id}.zip") if offline else str(experiment.url)


def portable(report: Report) -> Report:
    """The report with files' names in place of paths that lead out of the working folder."""

    def document(one: DocumentReport) -> DocumentReport:
        original = one.original and msgspec.structs.replace(one.original, id=_name(one.original.id))
        quotes = tuple(
            msgspec.structs.replace(q, original_document=q.original_document and _name(q.original_document))
            for q in one.quotes
        )
        return msgspec.structs.replace(one, id=_name(one.id), input=_name(one.input), original=original, quotes=quotes)

    skipped = tuple(
        msgspec.structs.replace(s, input=_name(s.input), reason=s.reason.replace(s.input, _name(s.input)))
        for s in report.skipped
    )
    config = {key: _name(value) if isinstance(value, str) else value for key, value in report.run.config.items()}
    return msgspec.structs.replace(
        report,
        run=msgspec.structs.replace(report.run, config=config),
        skipped=skipped,
        inputs=tuple(msgspec.structs.replace(i, input=_name(i.input)) for i in report.inputs),
        documents=tuple(map(document, report.documents)),
    )


def parameters(report: Report) -> dict[str, Any]:
    """What the verdicts depend on, flat: `comet.model`, not `comet` -> `model`."""
    run = report.run
    made = {"mtaudit": report.tool.version, "signature": run.signature}
    if run.back_translator is not None:
        made["back-translator"] = f"{run.back_translator.name} {run.back_translator.version}"
    signatures = {f"metric.{name}": signature for name, signature in run.metric_signatures.items()}
    return {**made, **signatures, **dict(_flat(run.config, ""))}


def table(report: Report) -> str:
    """CSV with one row a document: id, system, words, scores, metrics, numbers of findings."""
    rows = [{"id": d.id, "system": d.system or "", "words": d.words, **_document(d)} for d in report.documents]
    written = io.StringIO()
    writer = csv.DictWriter(written, list(dict.fromkeys(key for row in rows for key in row)), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def _summary(report: Report) -> dict[str, float]:
    summary = report.summary
    scores = msgspec.to_builtins(summary.scores) if summary.scores else {}
    counts = msgspec.to_builtins(summary.findings)
    return {
        "documents": summary.documents,
        "skipped": summary.skipped,
        **{f"score.{area}": value for area, value in scores.items() if value is not None},
        **{f"findings.{severity}": count for severity, count in counts.items()},
        **{f"metric.{name}": value for name, value in summary.metrics.items()},
    }


def _document(document: DocumentReport) -> dict[str, float]:
    severities = [finding.severity for finding in document.findings]
    return {
        **{
            f"document.score.{a}": value
            for a, value in msgspec.to_builtins(document.scores).items()
            if value is not None
        },
        **{f"document.metric.{name}": value for name, value in document.metrics.items()},
        **{f"document.findings.{s}": severities.count(s) for s in ("critical", "major", "minor")},
    }


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        elif isinstance(value, list | tuple):
            yield prefix + key, ", ".join(map(str, value))
        else:
            yield prefix + key, value


def _name(place: str) -> str:
    """A path that is absolute or leads upward, shortened to its last part; anything else as it is."""
    path = PureWindowsPath(place)  # reads slashes of both kinds
    if place.startswith(("/", "~", "..")) or (path.drive and path.root):
        return path.name
    return place


def _library() -> Any:
    os.environ.update(_QUIET)
    import comet_ml

    logging.getLogger("comet_ml").setLevel(logging.ERROR)
    return comet_ml
