"""`mtaudit init`: a config file with comments to begin from."""

from __future__ import annotations

from pathlib import Path

import click

from mtaudit.config_reference import starter
from mtaudit.errors import UsageError
from mtaudit.interface import _
from mtaudit.rendering.registry import write_file


@click.command(name="init")
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option("--force", is_flag=True, help="Write over a config that is there.")
def command(folder: str, force: bool) -> None:
    """Write mtaudit.toml with the settings that most people change, commented out.

    docs/configuration.md lists every key; `mtaudit schema --config` prints the JSON Schema for editors.
    """
    path = Path(folder) / "mtaudit.toml"
    if path.is_dir() or not path.parent.is_dir():
        raise UsageError(f"{path}: no folder to write it in: make the folder first")
    if path.exists() and not force:
        raise UsageError(f"{path}: is there already; --force writes over it")
    write_file(path, [starter()])
    click.echo(_("mtaudit: wrote {path}").format(path=path), err=True)
