"""`handrail outbox`: messages that need an operator's look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import click

from bot.cli.master_key import master_key
from bot.cli.options import config_option
from bot.clock import SystemClock
from bot.logs import configure_logs
from bot.settings import load_settings
from storage import outbox
from storage.database import Database, Transaction, open_database
from storage.outbox import OPEN, State
from storage.outbox_upkeep import Listed, discard, listed, retry

_MOST = 200
_LANES = ("crisis", "answer", "other")
_SHOWN = (*OPEN, State.DEAD, State.UNCERTAIN)

_ids = click.argument("ids", nargs=-1, type=int)


@click.group("outbox")
def command() -> None:
    """Messages to be sent: how they stand, never what they say or to whom.

    Works beside a running bot.
    """


@command.command("list")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([each.value for each in State]),
    help="Only these; else waiting, leased, dead and uncertain ones.",
)
@config_option
def show(states: Sequence[str], config: Path | None) -> None:
    """List messages that are not done, and how many there are by platform and state."""
    now = SystemClock().now()
    wanted = [State(each) for each in states] or list(_SHOWN)
    with _database(config) as database:
        rows = database.read_sync(partial(listed, states=wanted, at_most=_MOST))
        counts = database.read_sync(outbox.count_by_state)
    for row in rows:
        click.echo(_told(row, now))
    if len(rows) == _MOST:
        click.echo(f"… and maybe more: only {_MOST} are listed.", err=True)
    for (platform, state), count in sorted(counts.items()):
        click.echo(f"{platform}: {count} {state}", err=True)


@command.command("retry")
@_ids
@click.option("--all", "everything", is_flag=True, help="All dead ones.")
@config_option
def try_again(ids: Sequence[int], everything: bool, config: Path | None) -> None:
    """Have dead messages sent after all: mend what kept them first.

    What has run out meanwhile stays dead. The platform shows a message once, even if an earlier
    attempt got there.
    """
    _change(config, ids, everything, retry, "will be tried again")


@command.command("discard")
@_ids
@click.option("--all", "everything", is_flag=True, help="All dead and uncertain ones.")
@config_option
def let_go(ids: Sequence[int], everything: bool, config: Path | None) -> None:
    """Let go of dead, uncertain or waiting messages, and forget their words."""
    _change(config, ids, everything, discard, "let go of")


def _change(
    config: Path | None,
    ids: Sequence[int],
    everything: bool,
    change: Callable[[Transaction, Sequence[int] | None, datetime], int],
    what: str,
) -> None:
    if bool(ids) == everything:
        raise click.UsageError("Name messages by the number that `outbox list` shows, or --all.")
    with _database(config) as database:
        now = SystemClock().now()
        count = database.write_sync(lambda tx: change(tx, None if everything else ids, now))
    click.echo(f"{count} messages: {what}.")
    if left := len(set(ids)) - count if ids else 0:
        click.echo(f"{left} were in no state for it, or ran out; see `outbox list`.", err=True)
        raise SystemExit(1)


def _told(row: Listed, now: datetime) -> str:
    parts = (
        str(row.id),
        row.state,
        row.platform,
        row.kind,
        _LANES[row.lane],
        _age(now - row.due),
        f"{row.attempts} attempts",
        row.reason or "-",
    )
    return "\t".join(parts)


def _age(span: timedelta) -> str:
    """How long it has been due, or how long until it is."""
    minutes = int(abs(span).total_seconds()) // 60
    for size, unit in ((24 * 60, "d"), (60, "h")):
        if minutes >= size:
            told = f"{minutes // size} {unit}"
            break
    else:
        told = f"{minutes} min"
    return f"due for {told}" if span >= timedelta(0) else f"due in {told}"


@contextmanager
def _database(config: Path | None) -> Iterator[Database]:
    settings = load_settings(config)
    configure_logs(settings.logs.format, "error", rehearsal=settings.rehearsal.allow)
    database = open_database(settings.storage.url, master_key(settings), migrate=False)
    try:
        yield database
    finally:
        database.close_sync()
