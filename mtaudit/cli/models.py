"""`mtaudit models`: back-translation packages."""

from __future__ import annotations

from pathlib import Path

import click

from mtaudit.backtranslation import models
from mtaudit.errors import UsageError


@click.group(name="models")
def command() -> None:
    """Back-translation packages (Argos Translate's .argosmodel)."""


@command.command(name="list")
def list_() -> None:
    """List the bundled and the installed packages, and which one is used."""
    found = models.installed()
    if not found:
        click.echo("no back-translation package: `mtaudit models install FILE`", err=True)
    chosen = models.preferred(found)
    for package in found:
        bleu = f"BLEU {package.bleu} on FLORES dev" if package.bleu is not None else "BLEU not stated"
        mark = "*" if package is chosen else " "
        pair = f"{package.from_code}-{package.to_code}"
        click.echo(f"{mark} {pair}  {package.origin:<9}  {package.version:<6}  {package.name}  ({bleu})")


@command.command()
@click.argument("package", metavar="FILE")
def install(package: str) -> None:
    """Install a package from an .argosmodel FILE; Argos Translate and LibreTranslate find it there as well."""
    if not Path(package).is_file():
        raise UsageError(f"{package}: no such file")
    done = models.install_file(Path(package))
    click.echo(f"installed {done.name} {done.version} ({done.from_code}-{done.to_code}) in {done.folder.parent}")


@command.command()
@click.argument("package", metavar="NAME|PAIR")
def remove(package: str) -> None:
    """Remove an installed package by its name or language pair (id-en)."""
    click.echo(f"removed {models.remove(package)}")
