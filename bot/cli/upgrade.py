"""`handrail upgrade`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.master_key import database_file, master_key
from bot.cli.options import config_option
from bot.cli.progress import progress
from bot.clock import SystemClock
from bot.logs import configure_logs
from bot.operating.backups.making import back_up
from bot.settings import load_settings
from storage.backup_files import Backup
from storage.database import open_database
from storage.engines import read_url
from storage.errors import StorageBusyError
from storage.migrate import schemas
from storage.standing import in_use


@click.command("upgrade")
@click.option("--check", "only_check", is_flag=True, help="Only say what would be done.")
@config_option
def command(only_check: bool, config: Path | None) -> None:
    """Bring the database up to date after installing a new release: backup first, then the tables.

    `handrail run` does the same by itself; this does it while you look.
    """
    settings = load_settings(config)
    configure_logs(settings.logs.format, "error", rehearsal=settings.rehearsal.allow)
    file = database_file(settings)
    if file is not None and not file.exists():
        click.echo("There is no database yet; `handrail run` makes it.")
        return
    master = master_key(settings)
    read = read_url(settings.storage.url)
    found, newest = schemas(read)
    if found == newest:
        click.echo(f"The database is up to date (schema {newest}); there is nothing to do.")
        return
    if only_check:
        click.echo(
            f"The database's schema is {found}, this release's is {newest}. `handrail upgrade`"
            f" would back it up into {settings.backups.folder} and bring it up to date."
        )
        return
    if in_use(read):
        raise StorageBusyError(
            "a bot has the database open", "Stop it, then run `handrail upgrade` again."
        )
    made: list[Backup] = []
    with progress("Backing up") as told:

        def before(_schema: str) -> None:
            made.append(back_up(settings, master, SystemClock().now(), told=told))

        open_database(settings.storage.url, master, back_up=before).close_sync()
    click.echo(f"The database is up to date: schema {found} became {newest}.")
    for each in made:
        click.echo(
            f"The way back: install the release before ({each.manifest.release}), then\n"
            f"  handrail restore {each.data} --replace"
        )
