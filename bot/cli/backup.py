"""`handrail backup`."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click

from bot.cli.master_key import master_key
from bot.cli.options import config_option
from bot.cli.progress import progress
from bot.clock import SystemClock
from bot.logs import configure_logs
from bot.operating.backups.making import back_up
from bot.settings import load_settings
from storage.backup_files import KEYS_KEPT


@click.command("backup")
@click.argument("dest", type=click.Path(file_okay=False, path_type=Path), required=False)
@config_option
def command(dest: Path | None, config: Path | None) -> None:
    """Back up the database into the folder DEST, else backups.folder, while the bot runs.

    The copy is sealed, read back and compared. Backups in backups.folder are removed after
    backups.keep_days; of those elsewhere you take care.
    """
    settings = load_settings(config)
    configure_logs(settings.logs.format, "error", rehearsal=settings.rehearsal.allow)
    with progress("Backing up") as told:
        made = back_up(settings, master_key(settings), SystemClock().now(), dest, told)
    size = made.data.stat().st_size + made.keys.stat().st_size
    click.echo(f"Made and read back: {made.data} ({size / 2**20:.1f} MiB with its keys)")
    if dest is not None:
        last = (made.manifest.made_at + timedelta(days=settings.backups.keep_days)).date()
        click.echo(
            f"Remove it by {last}, and its .keys file once {KEYS_KEPT} later ones are there:"
            " who leaves meanwhile is to be gone from it, too."
        )
