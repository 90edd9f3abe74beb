"""The real bot as a process of its own: started, killed, started again."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp

from tests.support.ports import free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds, on a busy machine


def until_tomorrow(hour: int, zone: str = "Europe/Berlin") -> timedelta:
    """From now to a minute past that hour of tomorrow, there."""
    now = datetime.now(UTC)
    tomorrow = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(hour, 1), ZoneInfo(zone)) - now


class Bot:
    """One installation in a folder of its own.

    Args:
        config: what stands in config.toml besides the port and the rehearsal.
        role: all, gateway or worker.
    """

    def __init__(
        self,
        folder: Path,
        config: str = "",
        secrets: Mapping[str, str] | None = None,
        *,
        role: str = "all",
    ):
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._secrets = dict(secrets or {})
        self._role = role
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "config.toml").write_text(
            f"{config}\n[web]\nport = {self.port}\n[rehearsal]\nallow = true\n"
        )

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    @property
    def pid(self) -> int:
        """Of the running process."""
        assert self._process is not None
        return self._process.pid

    async def start(self, *, clock_ahead: timedelta = timedelta(0)) -> None:
        """Start, and wait until it is ready."""
        environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("HANDRAIL_")},
            **self._secrets,
            "HANDRAIL_CLOCK_OFFSET": str(int(clock_ahead.total_seconds())),
            "PYTHONPATH": str(ROOT),
        }
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "bot", "run"),
                    *("--config", "config.toml", "--role", self._role),
                ],
                cwd=self.folder,
                env=environment,
                stdout=log,
                stderr=log,
            )
        try:
            await self._until_ready(self._process)
        except TimeoutError:
            raise TimeoutError(f"not ready:\n{self.log[-3000:]}") from None

    async def _until_ready(self, process: subprocess.Popen[bytes]) -> None:
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while True:
                if process.poll() is not None:
                    raise RuntimeError(f"ended with {process.returncode}:\n{self.log[-3000:]}")
                try:
                    async with session.get(f"{self.url}/readyz") as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.02)

    def kill(self) -> None:
        """As a power cut would: no chance to say goodbye."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to end. Returns: its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        self._process.send_signal(how)
        code = self._process.wait(PATIENCE)
        self._process = None
        return code
