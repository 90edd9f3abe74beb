"""`python -m tests.discord_standin --port N`: the stand-in as a process of its own.

Prints one line that ends in its port, then serves until it is terminated. Loopback only.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

from tests.discord_standin.control import Control
from tests.discord_standin.server import TOKEN, Standin


async def serve(port: int, token: str, *, realistic: bool) -> None:
    standin = Standin(token)
    if realistic:
        standin.limits.per_route, standin.limits.everything = 5, 50
    ended = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    async with standin.listening(port, Control(standin).route()):
        sys.stdout.write(f"a stand-in for Discord listens on port {standin.port}\n")
        sys.stdout.flush()
        await ended.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.discord_standin")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--realistic", action="store_true", help="with Discord's rate limits")
    asked = parser.parse_args()
    asyncio.run(serve(asked.port, asked.token, realistic=asked.realistic))


if __name__ == "__main__":
    main()
