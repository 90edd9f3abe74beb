"""`handrail keys`: the key-encryption key."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.master_key import KEEP_IT, database_file, make_key, master_key
from bot.cli.options import config_option
from bot.settings import load_settings
from storage.database import open_database
from storage.encryption import create_key_file
from storage.errors import OldSchemaError


@click.group("keys")
def command() -> None:
    """The key that opens what members entrust to the bot."""


@command.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@config_option
def create(file: Path | None, config: Path | None) -> None:
    """Make a key and write it to FILE (mode 0600), else to storage.key_file.

    A key that is there already is never overwritten.
    """
    if file is not None:
        create_key_file(file)
    else:
        file = make_key(load_settings(config))
    click.echo(f"Made a key: {file}\n{KEEP_IT}")


@command.command()
@config_option
def check(config: Path | None) -> None:
    """Say which key is configured, and whether it opens the database."""
    settings = load_settings(config)
    master = master_key(settings)
    click.echo(f"Key {master.kid} can be read.")
    file = database_file(settings)
    if file is not None and not file.exists():
        click.echo("There is no database yet; the first `handrail run` makes it with this key.")
        return
    try:
        open_database(settings.storage.url, master, migrate=False).close_sync()
    except OldSchemaError as error:  # told only after the key was tried
        click.echo(f"It fits, as far as can be seen: {error}.")
    else:
        click.echo("It opens the database.")
