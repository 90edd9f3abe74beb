"""`python -m benchmarks NAME [--json] [options]`: one benchmark, one JSON object."""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from benchmarks import crisis_load, delivery, events, start


def _versions() -> dict[str, str]:
    libraries = (
        "sqlalchemy",
        "apscheduler",
        "psycopg",
        "cryptography",
        "matrix-nio",
        "pyahocorasick",
    )
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in libraries},
    }


def _show(figures: dict[str, Any], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(figures | {"versions": _versions()}))
        return
    for name, value in figures.items():
        click.echo(f"{name:32} {value}")


@click.group()
def main() -> None:
    """Measure Handrail. Figures vary with the machine: compare within one run."""


_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")


@main.command("delivery")
@click.option("--members", default=100_000, show_default=True, help="Members due at one moment.")
@click.option("--jobs", default=10_000, show_default=True, help="Jobs given to APScheduler.")
@click.option("--databases", default="sqlite,postgresql", show_default=True)
@_JSON
def _delivery(members: int, jobs: int, databases: str, as_json: bool) -> None:
    """Due check-ins: planned, claimed, sent to a platform that answers at once, recorded."""
    _show(delivery.run(members, jobs, databases.split(",")), as_json)


@main.command("pairing")
@click.option("--members", default=2_000, show_default=True, help="Members who seek a buddy.")
@click.option("--rounds/--no-rounds", default=None, help="Twelve rounds too; else up to 2,000.")
@_JSON
def _pairing(members: int, rounds: bool | None, as_json: bool) -> None:
    """A round of buddies, beside a shuffle, greedy and the exact optimum."""
    from benchmarks import pairing

    wanted = members <= pairing.DENSE_UP_TO if rounds is None else rounds
    _show(pairing.run(members, wanted), as_json)


@main.command("events")
@click.option("--seconds", default=10.0, show_default=True)
@click.option("--concurrent", default=64, show_default=True)
@click.option("--databases", default="sqlite,postgresql", show_default=True)
@_JSON
def _events(seconds: float, concurrent: int, databases: str, as_json: bool) -> None:
    """Member commands from end to end, with durable commits."""
    _show(events.run(seconds, concurrent, databases.split(",")), as_json)


@main.command("matrix")
@click.option("--rooms", default=1_000, show_default=True, help="Encrypted direct messages.")
@_JSON
def _matrix(rooms: int, as_json: bool) -> None:
    """The real bot on a real homeserver: first start, restart, answers, memory."""
    # Here, so that other benchmarks' processes are not measured with matrix-nio in them.
    from benchmarks import matrix

    _show(matrix.run(rooms), as_json)


@main.command("discord")
@click.option("--busy", default=1_000, show_default=True, help="Messages while members are busy.")
@click.option("--queued", default=10_000, show_default=True, help="Messages to drain.")
@click.option("--faster", default=4, show_default=True, help="Times Discord's limits, draining.")
@_JSON
def _discord(busy: int, queued: int, faster: int, as_json: bool) -> None:
    """The whole core on a stand-in for Discord: acknowledging, draining, overtaking."""
    # Here, so that other benchmarks' processes are not measured with discord.py in them.
    from benchmarks import discord

    _show(discord.run(busy, queued, faster), as_json)


@main.command("crisis-load")
@click.option("--messages", default=10_000, show_default=True, help="And as many due check-ins.")
@click.option("--seconds", default=60.0, show_default=True, help="In which they arrive.")
@click.option("--crises", default=200, show_default=True, help="People in danger among them.")
@click.option("--databases", default="sqlite", show_default=True)
@_JSON
def _crisis_load(messages: int, seconds: float, crises: int, databases: str, as_json: bool) -> None:
    """How long somebody in danger waits for the reply, under load and in trouble."""
    _show(crisis_load.run(messages, seconds, crises, databases.split(",")), as_json)


@main.command("storm")
@click.option("--events", default=10_000, show_default=True, help="And as many due check-ins.")
@click.option("--seconds", default=60.0, show_default=True, help="In which they come.")
@click.option("--databases", default="sqlite,postgresql", show_default=True)
@_JSON
def _storm(events: int, seconds: float, databases: str, as_json: bool) -> None:
    """Events of all kinds with repeats, late ones, poison and people in danger among them.

    Goals: a reply to people in danger within 2 s (p99), bounded memory, nothing left open.
    """
    # Here, so that other benchmarks do not load it.
    from benchmarks import storm

    _show(storm.run(events, seconds, databases.split(",")), as_json)


@main.command("crisis")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("../shared/crisis"),
    show_default=True,
    help="The challenge set and the corpora; they are no part of the repository.",
)
@_JSON
def _crisis(data: Path, as_json: bool) -> None:
    """The crisis detector: what it finds, how often it errs, how fast; a naive list beside it."""
    # Here, so that other benchmarks do not wait for it.
    from benchmarks import crisis

    _show(crisis.run(data), as_json)


@main.command("start")
@click.option("--members", default=100_000, show_default=True)
@_JSON
def _start(members: int, as_json: bool) -> None:
    """From the start of the process to `/readyz`, with members stored."""
    _show(start.run(members), as_json)


@main.command("meetings")
@click.option("--series", default=50_000, show_default=True, help="Next occurrence of each.")
@click.option("--compared", default=500, show_default=True, help="Also by recurring-ical-events.")
@click.option("--reminders", default=100_000, show_default=True, help="For one popular hour.")
@click.option("--imported", default=3_000, show_default=True, help="Meetings of one file.")
@click.option("--listed", default=500, show_default=True, help="Meetings of one calendar feed.")
@_JSON
def _meetings(
    series: int, compared: int, reminders: int, imported: int, listed: int, as_json: bool
) -> None:
    """Series recomputed, reminders planned, a directory imported, a feed written.

    Goals: 50,000 mixed series within 5 s of processor time; 100,000 reminders of one hour planned
    within 5 s; 3,000 meetings imported within 10 s; a feed of 500 meetings within 100 ms.
    """
    # Here, so that other benchmarks' processes are not measured with the calendar libraries.
    from benchmarks import meetings

    _show(meetings.run(series, compared, reminders, imported, listed), as_json)


@main.command("charts")
@click.option("--charts", default=200, show_default=True, help="One-year charts to draw.")
@click.option("--members", default=10_000, show_default=True, help="Members with check-ins.")
@click.option("--days", default=300, show_default=True, help="Check-ins of each of them.")
@click.option("--summaries", default=100_000, show_default=True, help="Weekly look backs at once.")
@click.option("--databases", default="sqlite,postgresql", show_default=True)
@_JSON
def _charts(
    charts: int, members: int, days: int, summaries: int, databases: str, as_json: bool
) -> None:
    """Looking back: charts off the loop, queries among millions, a night of summaries."""
    # Here, so that other benchmarks do not load it.
    from benchmarks import charts as charted

    _show(charted.run(charts, members, days, summaries, databases.split(",")), as_json)


@main.command("backup")
@click.option("--members", default=20_000, show_default=True)
@click.option("--mib", default=90, show_default=True, help="Size of the database of SQLite.")
@click.option("--databases", default="sqlite,postgresql", show_default=True)
@_JSON
def _backup(members: int, mib: int, databases: str, as_json: bool) -> None:
    """A backup while the bot writes, read back; put back into a new place; the key rotated.

    Goal: about 90 MiB put back within 5 s.
    """
    # Here, so that other benchmarks do not wait for it.
    from benchmarks import backup

    _show(backup.run(members, mib, databases.split(",")), as_json)


if __name__ == "__main__":
    sys.exit(main())
