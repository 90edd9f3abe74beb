"""An operator at the console: a folder to work in, and what `handrail` says there."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import re
import signal
import sys
import threading
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import aiohttp
import pytest
import structlog

from bot.cli import main

HANDRAIL = str(Path(sys.executable).with_name("handrail"))
START_SECONDS = 60  # on a busy machine
DRAIN_SECONDS = 60


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    def refused(self, *words: str) -> None:
        """It said what is wrong and how to mend it, in words."""
        said = self.out + self.err
        assert self.code == 1, said
        for word in words:
            assert word in said
        assert "Traceback" not in said
        assert '.py"' not in said


class Folder:
    """A folder in which an operator works."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.key = path / "data" / "handrail.key"
        self.database = path / "data" / "handrail.db"

    def write(self, name: str, text: str, mode: int = 0o600) -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode)
        path.write_text(text)
        return path

    async def handrail(self, *arguments: str, **environment: str) -> Done:
        """The programme in this process, which spares it the start of every library.

        `run` gets a process of its own: it minds signals, as only a first thread can.
        """
        if arguments[0] == "run":
            return await self.programme(*arguments, **environment)
        return await asyncio.to_thread(_here, self.path, arguments, _environment(environment))

    async def programme(
        self, *arguments: str, command: Sequence[str] = (HANDRAIL,), **environment: str
    ) -> Done:
        """The programme in a process of its own, as at a console."""
        process = await self._start([*command, *arguments], environment)
        try:
            async with asyncio.timeout(START_SECONDS):
                out, err = await process.communicate()
        except TimeoutError:
            process.kill()
            out, err = await process.communicate()
            pytest.fail(f"it did not end: {out.decode()}{err.decode()}")
        assert process.returncode is not None
        return Done(process.returncode, out.decode(), err.decode())

    @asynccontextmanager
    async def running(self, *arguments: str, **environment: str) -> AsyncIterator[Running]:
        """`handrail run`, from the line that gives the playground's address on."""
        process = await self._start([HANDRAIL, "run", *arguments], environment)
        running = Running(process)
        try:
            async with asyncio.timeout(START_SECONDS):
                await running.announced()
            yield running
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()

    async def _start(
        self, command: Sequence[str], environment: Mapping[str, str]
    ) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *command,
            cwd=self.path,
            env=_environment(environment),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )


class Running:
    """A Handrail that runs; stderr is small enough for the pipe."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.said = ""
        self.url = ""

    async def announced(self) -> None:
        assert self._process.stdout is not None
        while not self.url:
            line = (await self._process.stdout.readline()).decode()
            if not line:
                _, err = await self._process.communicate()
                pytest.fail(f"it ended: {self.said}{err.decode()}")
            self.said += line
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                self.url = found[0]

    async def get(self, path: str) -> tuple[int, str]:
        async with aiohttp.request("GET", self.url + path) as answer:
            return answer.status, await answer.text()

    async def terminate(self, number: signal.Signals = signal.SIGTERM) -> Done:
        self._process.send_signal(number)
        async with asyncio.timeout(DRAIN_SECONDS):
            out, err = await self._process.communicate()
        assert self._process.returncode is not None
        self.said += out.decode()
        return Done(self._process.returncode, self.said, err.decode())


@contextmanager
def logs_put_back() -> Iterator[None]:
    """Logging is set up for the whole process; afterwards it is as before."""
    root, hooks = logging.root, (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handlers, level = root.handlers, root.level
    try:
        yield
    finally:
        structlog.reset_defaults()
        logging.captureWarnings(False)
        root.handlers = handlers
        root.setLevel(level)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("HANDRAIL_")}
    return {**inherited, "HANDRAIL_WEB__PORT": "0", **given}


def _here(folder: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> Done:
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with (
        chdir(folder),
        mock.patch.dict(os.environ, environment, clear=True),
        mock.patch.object(sys, "argv", ["handrail", *arguments]),
        redirect_stdout(out),
        redirect_stderr(err),
        logs_put_back(),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
    assert isinstance(code, int)
    return Done(code, out.getvalue(), err.getvalue())
