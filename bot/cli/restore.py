"""`handrail restore`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.master_key import master_key
from bot.cli.options import config_option
from bot.cli.progress import progress
from bot.clock import SystemClock
from bot.features import all_features, erase
from bot.logs import configure_logs
from bot.settings import load_settings
from storage.encryption import load_master_key
from storage.restoring import Restored, restore


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", metavar="URL", help="Another database than storage.url, of either kind.")
@click.option("--replace", is_flag=True, help="Put the database that is there aside, and keep it.")
@click.option(
    "--key-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The key that was in use when the backup was made, if it was rotated since.",
)
@click.option(
    "--keys",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file of wrapped keys, if it is not beside FILE.",
)
@config_option
def command(
    file: Path,
    into: str | None,
    replace: bool,
    key_file: Path | None,
    keys: Path | None,
    config: Path | None,
) -> None:
    """Put the backup FILE back, where no bot runs.

    An older backup is brought up to date. Who was erased after it was made stays erased.
    """
    settings = load_settings(config)
    configure_logs(settings.logs.format, "error", rehearsal=settings.rehearsal.allow)
    features = all_features()
    with progress("Putting back") as told:
        done = restore(
            file,
            into or settings.storage.url,
            master_key(settings),
            lambda tx, person: erase(tx, features, person),
            SystemClock().now(),
            made_with=load_master_key(None, key_file) if key_file else None,
            keys=keys,
            lists=[settings.backups.folder],
            replace=replace,
            told=told,
        )
    click.echo("\n".join(_lines(done)))


def _lines(done: Restored) -> list[str]:
    made = done.backup.manifest.made_at
    lines = [f"Put back, as of {made:%Y-%m-%d %H:%M} UTC: {done.rows} rows."]
    if done.erased:
        lines.append(f"Erased after the backup was made, and again now: {done.erased} people.")
    if done.in_doubt:
        lines.append(
            f"{done.in_doubt} messages were due since and may have been sent: the bot looks them up"
            " before it sends them, and lets go of what has run out."
        )
    if done.aside is not None:
        lines.append(
            f"What was there is kept: {done.aside}. Remove it once all is well, within 30 days."
        )
    lines.append("Next: handrail check, then handrail run.")
    return lines
