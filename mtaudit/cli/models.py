"""`mtaudit models`: translation packages."""

from __future__ import annotations

import re
from pathlib import Path

import click

from mtaudit.cli.options import isolated_option
from mtaudit.cli.progress import Bars
from mtaudit.config import load
from mtaudit.errors import UsageError
from mtaudit.harmless import one_line
from mtaudit.interface import _, number
from mtaudit.languages import ENGLISH_INDONESIAN as PAIR
from mtaudit.translation import models
from mtaudit.translation.index import install_pair


@click.group(name="models")
def command() -> None:
    """Translation packages (Argos Translate's .argosmodel), of either direction."""


@command.command(name="list", short_help="List the bundled and the installed packages.")
def list_() -> None:
    """List the bundled and the installed packages, and which are used: of id-en the best, of en-id all."""
    found = models.usable(models.installed())
    if not found:
        click.echo(_("no translation package: `mtaudit models install FILE`"), err=True)
    back = models.preferred([p for p in found if (p.from_code, p.to_code) == (PAIR.target.code, PAIR.source.code)])
    for package in found:
        bleu = _("BLEU not stated")
        if package.bleu is not None:
            bleu = _("BLEU {bleu} on FLORES dev").format(bleu=number(package.bleu, ""))
        pair = f"{package.from_code}-{package.to_code}"
        mark = "*" if package is back or pair == PAIR.name else " "
        version, name = one_line(package.version), one_line(package.name)
        click.echo(f"{mark} {pair}  {_(package.origin):<9}  {version:<6}  {name}  ({bleu})")


@command.command(short_help="Install a package from a file, or of a language pair.")
@click.argument("package", metavar="FILE|PAIR")
@click.option("--sha256", metavar="HEX", help="Refuse a package with another SHA-256.")
@click.option("--offline", is_flag=True, help="Open no network connection.")
@isolated_option
def install(package: str, sha256: str | None, offline: bool, isolated: bool) -> None:
    """Install a package from an .argosmodel FILE, or Argos Translate's own for a language PAIR (id-en, en-id).

    Argos Translate and LibreTranslate find it where it is put.
    """
    pair = re.fullmatch(r"([a-z]{2,3})-([a-z]{2,3})", package)
    if not pair:  # a pair is a pair, whatever file of the working folder is called so; ./id-en is a file
        if sha256 and (got := models.file_digest(Path(package))) != sha256.lower():
            raise UsageError(f"{package}: SHA-256 is {got}, not {sha256.lower()}: nothing was installed")
        done = models.install_file(Path(package))
    elif offline or load(files=not isolated).offline:
        raise UsageError(f"--offline: {package} is not fetched; install it from a file")
    else:
        with Bars() as bars:
            bars.phase(f"fetching {package}", 0)
            done = install_pair(pair[1], pair[2], bars.bytes, sha256)
    told = _("installed {name} {version} ({pair}) in {folder}").format(
        name=done.name, version=done.version, pair=f"{done.from_code}-{done.to_code}", folder=done.folder.parent
    )
    click.echo(one_line(told))


@command.command(short_help="Remove an installed package.")
@click.argument("package", metavar="NAME|PAIR")
def remove(package: str) -> None:
    """Remove an installed package by its name or language pair (id-en)."""
    click.echo(one_line(_("removed {name}").format(name=models.remove(package))))
