"""Many crashes in a row, at random moments, counted: `python -m tests.crash.soak`.

Two rehearsals on each database. In the first the bot is started again at once, and the platform
answers one send in ten with "later" or not at all. In the second the bot is away for minutes,
and the platform forgets a key after five.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import json
import logging
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import time as wall_time
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog

from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, FAILPOINTS, KILL_9, Doom, Figures, Member, rehearsing
from tests.support.postgres import PostgresServer

HOURS = (wall_time(6, 30), wall_time(7, 0), wall_time(9, 15), wall_time(19, 0), wall_time(21, 45))
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
ABSENCE = timedelta(minutes=12)
WINDOW = timedelta(minutes=5)
TRUST = timedelta(minutes=4).total_seconds()
_SHOWN = (
    *("due", "lost", "doubled", "events", "unanswered", "misapplied"),
    *("reported", "absorbed", "looked_up", "seconds"),
)


async def rehearse(url: str, kills: int, chance: random.Random, *, away: bool) -> Figures:
    """Let days pass on an empty database until the bot has died `kills` times."""
    platform = Platform(
        now=BEGIN,
        remembers=WINDOW if away else timedelta(days=1),
        trouble=0.0 if away else 0.1,
        random=chance,
    )
    everybody = [
        Member(f"member{n}", HOURS[n % len(HOURS)], ZONES[n % len(ZONES)]) for n in range(60)
    ]
    async with rehearsing(url, everybody, platform, trust=TRUST if away else 86_400.0) as bot:
        bot.dooms = _dooms(chance)
        if away:
            bot.while_dead = lambda: platform.move_to(
                platform.now + chance.choice((0, 1)) * ABSENCE
            )
        await bot.everybody_joins()
        while bot.kills.total() < kills:
            bot.let_the_next_be_due()
            bot.all_say_something(chance.sample(everybody, 12))
            await bot.settle()
        bot.dooms = iter(())
        await bot.end_life()
        await bot.settle()
        await bot.end_life()
        return await bot.figures()


def _dooms(chance: random.Random) -> Iterator[Doom]:
    while True:
        at = chance.choice((*FAILPOINTS, KILL_9))
        yield Doom(at, nth=chance.randint(1, 12), seconds=chance.uniform(0.0, 0.5))


def soak(kills: int, seed: int) -> list[dict[str, Any]]:
    """Run all four. Returns: the figures of each."""
    chance = random.Random(seed)
    found = []
    server = PostgresServer()
    try:
        server.start()
        with tempfile.TemporaryDirectory() as directory:
            for away in (False, True):
                for name in ("sqlite", "postgresql"):
                    url = f"sqlite:///{Path(directory, f'{away}.db')}"
                    if name == "postgresql":
                        url = server.url(server.create_database())
                    began = time.monotonic()
                    figures = asyncio.run(rehearse(url, -(-kills // 4), chance, away=away))
                    found.append(
                        {"database": name, "away": away}
                        | dataclasses.asdict(figures)
                        | {
                            "faults": figures.faults,
                            "seconds": round(time.monotonic() - began, 1),
                        }
                    )
                    sys.stderr.write(_line(found[-1]) + "\n")  # whoever stops it has this much
    finally:
        server.remove()
    return found


def invent(weeks: int) -> None:
    """Run the state machine for longer than the suite does. Raises: what it found."""
    # Not above: each life of a bot imports this module, and has no use for these.
    from hypothesis import settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.e2e.test_delivery_days import DaysOfMembers

    profile = settings(max_examples=weeks, stateful_step_count=50, deadline=None, print_blob=True)
    run_state_machine_as_test(DaysOfMembers, settings=profile)


def main(given: Sequence[str] | None = None) -> int:
    """Returns: the exit status, 1 if anything was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="over all four rehearsals")
    parser.add_argument(
        "--minutes", type=float, default=0, help="all four again and again, for so long"
    )
    parser.add_argument("--seed", type=int, default=None, help="the same dooms again")
    parser.add_argument("--json", action="store_true", help="one object instead of a table")
    parser.add_argument(
        "--weeks", type=int, default=0, help="then so many invented weeks of the state machine"
    )
    options = parser.parse_args(given)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(2**32)
    end = time.monotonic() + options.minutes * 60
    found = soak(options.kills, seed)
    while time.monotonic() < end:
        found += soak(options.kills, seed + len(found))
    total = sum(sum(each["kills"].values()) for each in found)
    faults = sum(each["faults"] for each in found)
    report = {"seed": seed, "kills": total, "faults": faults, "rehearsals": found}
    sys.stdout.write(json.dumps(report) + "\n" if options.json else _table(report))
    if options.weeks:
        invent(options.weeks)
    return int(faults > 0)


def _table(report: dict[str, Any]) -> str:
    lines = ["seed {seed}: {kills} kills, {faults} faults".format(**report)]
    lines += [_line(each) for each in report["rehearsals"]]
    return "\n".join(lines) + "\n"


def _line(each: dict[str, Any]) -> str:
    way = "away" if each["away"] else "back at once"
    kills = sum(each["kills"].values())
    figures = ", ".join(f"{each[name]} {name.replace('_', ' ')}" for name in _SHOWN)
    return f"{each['database']}, {way}: {kills} kills, {figures}"


if __name__ == "__main__":
    sys.exit(main())
