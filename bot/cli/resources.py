"""`handrail crisis resources`: help lines to make sure of, and a community's directory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from bot.cli.master_key import database_file, master_key
from bot.cli.options import config_option
from bot.clock import SystemClock
from bot.crisis.lines.helplines import HelpLines
from bot.crisis.lines.verifying import Due, due, lines_named
from bot.crisis.resources.finding import listed
from bot.crisis.resources.hsds import read_directory
from bot.crisis.resources.hsds_tables import UnreadableDirectoryError
from bot.settings import load_settings
from storage import lines, members, services
from storage.database import Database, open_database


@click.group("resources", invoke_without_command=True)
@click.option("--due", "only_due", is_flag=True, help="List the help lines to be checked.")
@click.option("--country", metavar="CODE", help="Only this country, such as US.")
@config_option
@click.pass_context
def command(
    context: click.Context, only_due: bool, country: str | None, config: Path | None
) -> None:
    """Help lines, and what else there is for members.

    A line counts as checked for 180 days after somebody made sure of it.
    """
    if context.invoked_subcommand is not None:
        return
    directory = HelpLines()
    code = _country(directory, country) if country else None
    waiting = due(directory, _checks(config), _today(), code)
    if only_due:
        for each in waiting:
            click.echo(_told(each))
    shown = len(directory.lines_of(code))
    click.echo(f"{len(waiting)} of {shown} help lines wait for somebody to check them.", err=True)
    if waiting and not only_due:
        click.echo("`handrail crisis resources --due --country CODE` lists them.", err=True)


@command.command()
@click.argument("country")
@click.argument("name")
@click.option("--by", "who", required=True, metavar="WHO", help="Who made sure of it.")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="When, as 2026-11-21; else today.",
)
@config_option
def verify(country: str, name: str, who: str, day: datetime | None, config: Path | None) -> None:
    """Record that somebody opened a line's own page, or rang it, and found it right.

    COUNTRY is a code such as US, NAME the line's, or words of it. It is kept in the database and
    counts for every community.
    """
    directory = HelpLines()
    code = _country(directory, country)
    found = lines_named(directory, code, name)
    if len(found) != 1:
        known = [line.name for line in found or directory.lines_of(code)]
        raise click.UsageError(f"Which one? There are: {'; '.join(known) or 'none'}.")
    on = day.date() if day else _today()
    if on > _today():
        raise click.UsageError(f"{on} is still to come.")
    moment = datetime.combine(on, time(12), UTC)
    with _database(config) as database:
        database.write_sync(
            lambda tx: lines.check(tx, [found[0].key], community=None, now=moment, who=who)
        )
    click.echo(f"Recorded: {code}, {found[0].name}, checked on {on}.")


@command.command("import")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--community", metavar="NAME", help="Whose directory it becomes; else only checked.")
@click.option("--dry-run", is_flag=True, help="Only say what would be imported.")
@config_option
def import_directory(path: Path, community: str | None, dry_run: bool, config: Path | None) -> None:
    """Take over a directory in Open Referral's format (HSDS), in place of the one before.

    PATH is a JSON file, a folder of CSV tables, or a zip archive of them.
    """
    try:
        read = read_directory(path)
    except UnreadableDirectoryError as error:
        raise click.UsageError(
            f"{path.name} cannot be imported: {error}. Nothing has changed."
        ) from None
    for position, reason in read.refused:
        click.echo(f"left out: entry {position} {reason}", err=True)
    if dry_run or community is None:
        click.echo(f"Services that could be imported: {len(read.services)}. Nothing has changed.")
        return
    with _database(config) as database:
        ids = [
            each.id
            for each in database.read_sync(members.all_communities)[0]
            if each.name.casefold() == community.casefold()
        ]
        if len(ids) != 1:
            raise click.UsageError(f"No community of the database is called {community!r}.")
        found = [listed(service) for service in read.services]
        database.write_sync(lambda tx: services.replace(tx, ids[0], found))
    click.echo(f"Services in {community}'s directory: {len(read.services)}.")


def _checks(config: Path | None) -> dict[str, date]:
    """What is recorded so far; nothing before the first `handrail run`."""
    file = database_file(load_settings(config))
    if file is not None and not file.exists():
        return {}
    with _database(config) as database:
        latest = database.read_sync(lambda tx: lines.latest_checks(tx, []))
    return {line: moment.date() for line, moment in latest.items()}


@contextmanager
def _database(config: Path | None) -> Iterator[Database]:
    settings = load_settings(config)
    database = open_database(settings.storage.url, master_key(settings), migrate=False)
    try:
        yield database
    finally:
        database.close_sync()


def _country(directory: HelpLines, said: str) -> str:
    found = directory.country(said) or directory.named(said)
    if found is None:
        raise click.UsageError(f"{said!r} is no country's code; such as US, GB or DE (ISO 3166).")
    return found.code


def _told(each: Due) -> str:
    line = each.line
    number = line.phone or line.sms or line.chat_url or ""
    last = f"last checked on {each.last}" if each.last else "never checked"
    return "\t".join((each.country, line.name, number, line.url or "", last))


def _today() -> date:
    return SystemClock().now().date()
