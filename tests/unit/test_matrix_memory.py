"""What the Matrix adapter remembers while the database does not answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import pytest

from adapters.matrix.memory import Memory, urgently
from bot.platform import AdapterStopped


class State:
    """A store that can be told to fail, or never to answer."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {"dm/ada": b"room"}
        self.trouble: str = ""

    async def get(self, key: str) -> bytes | None:
        await self._answer()
        return self.entries.get(key)

    async def put(self, entries: Mapping[str, bytes | None]) -> None:
        await self._answer()
        self.entries |= {key: value for key, value in entries.items() if value is not None}
        for key, value in entries.items():
            if value is None:
                self.entries.pop(key, None)

    async def all(self, prefix: str) -> dict[str, bytes]:
        await self._answer()
        return {key: value for key, value in self.entries.items() if key.startswith(prefix)}

    async def _answer(self) -> None:
        if self.trouble == "hangs":
            await asyncio.Event().wait()
        if self.trouble:
            raise OSError(self.trouble)


@pytest.fixture
def state() -> State:
    return State()


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda memory: memory.get("dm/ada"), id="get"),
        pytest.param(lambda memory: memory.put({"dm/bo": b"other"}), id="put"),
        pytest.param(lambda memory: memory.all("dm/"), id="all"),
    ],
)
async def test_what_cannot_be_kept_stops_the_adapter(
    state: State, work: Callable[[Memory], Awaitable[object]]
) -> None:
    """An event behind a full disk must come again."""
    memory = Memory(state)
    state.trouble = "full"

    with pytest.raises(AdapterStopped):
        await work(memory)

    state.trouble = ""
    assert await memory.get("dm/bo") is None


@pytest.mark.parametrize("trouble", ["full", "hangs"])
async def test_what_cannot_wait_goes_on_and_is_kept_later(state: State, trouble: str) -> None:
    """A reply to somebody in danger is not stopped by what is only remembered."""
    memory = Memory(state)
    state.trouble = trouble
    with urgently():
        async with asyncio.timeout(60):
            await memory.put({"dm/bo": b"new", "dm/ada": None})
            assert await memory.get("dm/bo") == b"new"
            assert await memory.get("dm/cy") is None

    state.trouble = ""
    assert await memory.get("dm/ada") is None
    assert await memory.all("dm/") == {"dm/bo": b"new"}
    await memory.put({"token": b"t"})
    assert state.entries == {"dm/bo": b"new", "token": b"t"}


async def test_an_ordinary_loss_takes_nothing_with_it(state: State) -> None:
    """What was put off before stays put off."""
    memory = Memory(state)
    state.trouble = "full"
    with urgently():
        await memory.put({"dm/bo": b"new"})
    with pytest.raises(AdapterStopped):
        await memory.put({"token": b"t"})

    state.trouble = ""
    await memory.put({"token": b"u"})
    assert state.entries["dm/bo"] == b"new"
    assert state.entries["token"] == b"u"
