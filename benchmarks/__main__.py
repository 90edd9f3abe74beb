"""`python -m benchmarks NAME [--json] [options]`: one benchmark, one JSON object."""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
from importlib.metadata import version
from typing import Any

import click

from benchmarks import delivery, events, start


def _versions() -> dict[str, str]:
    libraries = ("sqlalchemy", "apscheduler", "psycopg", "cryptography", "matrix-nio")
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


@main.command("start")
@click.option("--members", default=100_000, show_default=True)
@_JSON
def _start(members: int, as_json: bool) -> None:
    """From the start of the process to `/readyz`, with members stored."""
    _show(start.run(members), as_json)


if __name__ == "__main__":
    sys.exit(main())
