"""`handrail keys`: the key-encryption key."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.master_key import KEEP_IT, database_file, make_key, master_key
from bot.cli.options import config_option
from bot.cli.progress import progress
from bot.logs import configure_logs
from bot.settings import SettingsError, load_settings
from storage.database import open_database
from storage.encryption import create_key_file
from storage.engines import read_url
from storage.errors import OldSchemaError
from storage.key_files import begin, finish, new_one
from storage.rotation import is_done
from storage.rotation import rotate as rewrap
from storage.standing import in_use


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


@command.command()
@config_option
def rotate(config: Path | None) -> None:
    """Put a new key in the place of the old one; the bot may run meanwhile.

    Every person's key is wrapped anew. Interrupted, it goes on where it was when it is run again.
    The key of storage.key_file is replaced, and the old one is kept beside it.
    """
    settings = load_settings(config)
    configure_logs(settings.logs.format, "error", rehearsal=settings.rehearsal.allow)
    url, file = settings.storage.url, settings.storage.key_file
    if settings.storage.key is not None:
        raise SettingsError(
            "the key is given by HANDRAIL_KEY or a credential, which cannot be replaced from here;"
            " put it into a file (mode 0600), run `keys rotate` with storage.key_file naming that"
            " and without the variable, then hand over the new key"
        )
    old = master_key(settings)
    if not new_one(file).exists():
        open_database(url, old, migrate=False).close_sync()  # key and schema fit
    new, begun = begin(file)
    if begun:
        click.echo(f"Going on with {new_one(file)}.")
    if not (begun and is_done(url, new)):
        with progress("Rotating") as told:
            count = rewrap(url, old, new, lambda done, of: told(done / of if of else 1.0))
        click.echo(f"{count} people's keys are wrapped by {new.kid}.")
    kept = finish(file)
    if settled := not in_use(read_url(url)):
        open_database(url, new, migrate=False).close_sync()  # forgets the way from the old key
    click.echo(
        f"The key is {file} ({new.kid}); the old one ({old.kid}) is {kept}, and opens only backups"
        f" of before.\n{KEEP_IT}\nThen remove {kept}, and make a backup: handrail backup."
    )
    if not settled:
        click.echo("A bot is running: it goes on; restart it soon, so that the old key is no use.")
