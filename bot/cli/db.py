"""`handrail db`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.master_key import master_key
from bot.cli.options import config_option
from bot.cli.progress import progress
from bot.clock import SystemClock
from bot.logs import configure_logs
from bot.settings import load_settings
from storage.engines import read_url
from storage.moving import Moved, move


@click.group("db")
def command() -> None:
    """The database: copying it to another one."""


@command.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--replace", is_flag=True, help="Put the database that is there aside, and keep it.")
@config_option
def copy(source: str, target: str, replace: bool, config: Path | None) -> None:
    """Copy a database with its keys, from SQLite to PostgreSQL or back, where no bot runs.

    FROM and TO are written as storage.url is. Every row is compared afterwards. Stopped in the
    middle, both are as they were: begin again.
    """
    settings = load_settings(config)
    configure_logs(settings.logs.format, "error", rehearsal=settings.rehearsal.allow)
    now = SystemClock().now()
    with progress("Copying") as told:
        done = move(source, target, master_key(settings), now, replace=replace, told=told)
    click.echo("\n".join(_lines(done, target)))


def _lines(done: Moved, target: str) -> list[str]:
    url = read_url(target)
    shown = url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)
    wide = max(map(len, done.rows))
    lines = [f"{name:{wide}} {count:>9}" for name, count in sorted(done.rows.items()) if count]
    lines += [
        f"{sum(done.rows.values())} rows copied, read back and compared; tables not named here are"
        " empty.",
        f"Opened with the key: a value of each sealed column in {len(done.opened)} tables.",
    ]
    if done.aside is not None:
        lines.append(
            f"What was there is kept: {done.aside}. Remove it once all is well, within 30 days."
        )
    return [
        *lines,
        "The key stays the same. In config.toml:",
        "[storage]",
        f'url = "{shown}"',
        "Next: handrail check, then handrail run. The first database was not changed: remove it"
        " once all is well, within 30 days, for who leaves from here on is still in it.",
    ]
