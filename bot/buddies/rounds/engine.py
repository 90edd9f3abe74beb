"""The engine, run as a process of its own: it counts for seconds, and nobody waits for that.

Profiles go in by its standard input and never touch the disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.buddies.matching.profiles import Profile
from bot.buddies.rounds.people import line_of

Engine = Callable[[Sequence[Profile]], Awaitable[Mapping[str, Any]]]
"""Who with whom; the result is that of `handrail buddies match --json`."""

COMMAND = (sys.executable, "-m", "bot", "buddies", "match", "-", "--json")
LONGEST = 600.0  # seconds
POLITE = 10  # added to its niceness: the bot's own work comes first
_NEEDED = ("PATH", "PYTHONPATH", "LANG", "SYSTEMROOT")


class EngineError(Exception):
    """It ended without a result; what it says is about profiles, and is not kept."""


async def match(profiles: Sequence[Profile]) -> Mapping[str, Any]:
    """Pair people. Raises: EngineError."""
    lines = await asyncio.to_thread(lambda: "\n".join(map(line_of, profiles)).encode())
    # Of the surroundings only what it needs: the keys of the database are not among that.
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={name: os.environ[name] for name in _NEEDED if name in os.environ},
    )
    try:
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, POLITE)
        async with asyncio.timeout(LONGEST):
            told, _ = await process.communicate(lines)
    except TimeoutError:
        raise EngineError(f"no result after {LONGEST:.0f} s") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        raise EngineError(f"ended with {process.returncode}")
    found: Mapping[str, Any] = await asyncio.to_thread(json.loads, told)
    return found
