"""An adapter's memory without a database."""

from __future__ import annotations

from collections.abc import Mapping


class MemoryState:
    """`bot.platform.AdapterState` in a dictionary; give it to a new adapter to play a restart."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    async def get(self, key: str) -> bytes | None:
        return self.entries.get(key)

    async def put(self, entries: Mapping[str, bytes | None]) -> None:
        for key, value in entries.items():
            if value is None:
                self.entries.pop(key, None)
            else:
                self.entries[key] = value

    async def all(self, prefix: str) -> dict[str, bytes]:
        return {k: v for k, v in self.entries.items() if k.startswith(prefix)}
