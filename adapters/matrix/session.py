"""What receiving and sending share while the account is logged in."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from adapters.matrix.api import Homeserver
from adapters.matrix.crypto.client import Crypto
from adapters.matrix.direct import DirectMessages
from adapters.matrix.login import Login
from adapters.matrix.profiles import Profiles
from adapters.matrix.prompts import Prompts
from adapters.matrix.rooms import Rooms
from adapters.matrix.unread import Unread
from bot.platform import AdapterState

_THREADS_KEPT = 1000


@dataclass
class Threads:
    """In which thread recent messages were written."""

    _roots: OrderedDict[str, str] = field(default_factory=OrderedDict)

    def note(self, message: str, root: str | None) -> None:
        if root is not None:
            self._roots[message] = root
            if len(self._roots) > _THREADS_KEPT:
                self._roots.popitem(last=False)

    def of(self, message: str | None) -> str | None:
        return self._roots.get(message) if message else None


@dataclass
class Session:
    """One logged-in account.

    Args:
        me: the bot's own id.
    """

    me: str
    homeserver: Homeserver
    login: Login
    crypto: Crypto
    rooms: Rooms
    direct: DirectMessages
    prompts: Prompts
    profiles: Profiles
    threads: Threads
    unread: Unread
    state: AdapterState
