"""What members say of themselves in their profiles."""

from __future__ import annotations

from adapters.matrix.api import Homeserver, MatrixError, UnreachableError
from bot.newest import Newest

_ZONE_KEYS = ("m.tz", "us.cloke.msc4175.tz")
_KEPT = 1000
_SECONDS = 3


class Profiles:
    """Time zones from profiles; each profile is asked for once per start."""

    def __init__(self, homeserver: Homeserver) -> None:
        self._homeserver = homeserver
        self._zones: Newest[str, str | None] = Newest(_KEPT)

    async def zone_of(self, user: str) -> str | None:
        """The IANA zone in somebody's profile, unchecked; None if there is none, or no answer.

        Source: spec, "Profiles", `m.tz`; MSC4175 before.
        """
        if user not in self._zones:
            self._zones[user] = await self._ask(user)
        return self._zones[user]

    async def _ask(self, user: str) -> str | None:
        try:
            profile = await self._homeserver.call("GET", "profile", user, seconds=_SECONDS)
        except (MatrixError, UnreachableError):
            return None
        zones = (profile.get(key) for key in _ZONE_KEYS if isinstance(profile, dict))
        return next((zone for zone in zones if isinstance(zone, str)), None)
