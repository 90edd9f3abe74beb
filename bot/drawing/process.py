"""The process that draws: begun when it is needed, ended when it is idle, killed if it hangs.

A drawing library takes a second to load and a hundred MiB, and a picture takes a tenth of a second
of computing: neither belongs beside an event loop. What is drawn goes in by standard input and
comes back by standard output; it never touches the disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Literal

from bot.drawing.sheet import Sheet, to_data

Format = Literal["png", "pdf"]
Draw = Callable[[Sheet, Format], Awaitable[bytes]]
"""Draws one sheet. Raises: DrawingError."""

COMMAND = (sys.executable, "-m", "bot.drawing")
LONGEST = 30.0  # seconds for one picture, the library's loading included
IDLE = 60.0  # seconds after which it ends
POLITE = 10  # added to its niceness: the bot's own work comes first
LARGEST = 16 * 2**20  # bytes of one picture
_NEEDED = ("PATH", "PYTHONPATH", "LANG", "SYSTEMROOT", "HOME", "TMPDIR", "MPLCONFIGDIR")


class DrawingError(Exception):
    """It could not be drawn; what the process says is about people's days, and is not kept."""


class Drawing:
    """One drawing process at a time; who comes meanwhile waits.

    Args:
        longest: seconds after which it counts as hanging.
        idle: seconds without work after which it ends.
    """

    def __init__(
        self,
        *,
        command: Sequence[str] = COMMAND,
        longest: float = LONGEST,
        idle: float = IDLE,
    ) -> None:
        self._command = command
        self._longest = longest
        self._idle = idle
        self._one_at_a_time = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None
        self._retiring: asyncio.TimerHandle | None = None

    @property
    def pid(self) -> int | None:
        """Of the process that draws, while there is one."""
        alive = self._process is not None and self._process.returncode is None
        return self._process.pid if alive and self._process is not None else None

    async def draw(self, sheet: Sheet, format: Format) -> bytes:
        """One picture. Raises: DrawingError; the next one then gets a fresh process."""
        asked = await asyncio.to_thread(
            lambda: json.dumps({"format": format, "sheet": to_data(sheet)}).encode()
        )
        async with self._one_at_a_time:
            if self._retiring is not None:
                self._retiring.cancel()
            try:
                async with asyncio.timeout(self._longest):
                    process = await self._running()
                    drawn = await _asked(process, asked)
            except TimeoutError:
                await self._end()
                raise DrawingError(f"nothing drawn after {self._longest:.0f} s") from None
            except (OSError, EOFError) as error:
                await self._end()
                raise DrawingError(f"the drawing process is gone: {type(error).__name__}") from None
            except BaseException:
                await self._end()  # what it would answer is no longer waited for
                raise
            self._retiring = asyncio.get_running_loop().call_later(self._idle, self._retire)
        if drawn is None:
            raise DrawingError("it cannot draw that")
        return drawn

    async def close(self) -> None:
        """End the process, if there is one."""
        async with self._one_at_a_time:
            if self._retiring is not None:
                self._retiring.cancel()
            await self._end()

    async def _running(self) -> asyncio.subprocess.Process:
        process = self._process
        if process is not None and process.returncode is None:
            return process
        # Of the surroundings only what it needs: the keys of the database are not among that.
        process = self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={name: os.environ[name] for name in _NEEDED if name in os.environ},
        )
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, POLITE)
        return process

    def _retire(self) -> None:
        """Nothing to draw for a while: it ends when it reads that nobody asks any more."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _asked(process: asyncio.subprocess.Process, asked: bytes) -> bytes | None:
    """What comes back: a picture, or None if it cannot be drawn. Raises: OSError, EOFError."""
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(len(asked).to_bytes(4) + asked)
    await process.stdin.drain()
    length = int.from_bytes(await process.stdout.readexactly(4))
    if length > LARGEST:
        raise EOFError
    return await process.stdout.readexactly(length) if length else None
