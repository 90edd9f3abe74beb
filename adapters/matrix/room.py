"""What a room's state events say: who is in it, and who may what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

_MODERATOR_LEVEL = 50
_OWNER_LEVEL = 100
_CREATORS_RULE_FROM = 12  # the first room version in which creators stand above every level
SEND_MARK = "org.handrail.send"  # in m.room.create: the key of the send that opened the room


def _text(content: Mapping[str, Any], key: str) -> str:
    value = content.get(key)
    return value if isinstance(value, str) else ""


@dataclass
class Room:
    """A room as its state events describe it. Malformed content counts as absent."""

    id: str
    members: dict[str, str] = field(default_factory=dict)
    """User to membership: join, invite, leave, ban, knock."""
    creators: frozenset[str] = frozenset()
    levels: dict[str, int] = field(default_factory=dict)
    default_level: int = 0
    has_levels: bool = False
    encrypted: bool = False
    private: bool = False
    named: bool = False
    is_space: bool = False
    children: set[str] = field(default_factory=set)
    replaced_by: str = ""
    predecessor: str = ""
    version: str = "1"
    mark: str = ""

    def learn(self, events: Iterable[Mapping[str, Any]]) -> None:
        """Take in state events, oldest first; others are passed over."""
        for event in events:
            key, content = event.get("state_key"), event.get("content")
            if isinstance(key, str) and isinstance(content, Mapping):
                self._learn(str(event.get("type")), key, content, event)

    def _learn(
        self, kind: str, key: str, content: Mapping[str, Any], event: Mapping[str, Any]
    ) -> None:
        match kind:
            case "m.room.member":
                self.members[key] = _text(content, "membership")
            case "m.room.create":
                self._learn_creation(content, str(event.get("sender", "")))
            case "m.room.power_levels":
                users = content.get("users")
                self.levels = {
                    user: level
                    for user, level in (users.items() if isinstance(users, Mapping) else ())
                    if isinstance(level, int)
                }
                default = content.get("users_default", 0)
                self.default_level = default if isinstance(default, int) else 0
                self.has_levels = True
            case "m.room.encryption":
                self.encrypted = True  # cannot be taken back
            case "m.room.join_rules":
                self.private = _text(content, "join_rule") == "invite"
            case "m.room.name" | "m.room.canonical_alias":
                if kind == "m.room.name" or content.get("alias"):
                    self.named = bool(_text(content, "name") or _text(content, "alias"))
            case "m.space.child":
                (self.children.add if content.get("via") else self.children.discard)(key)
            case "m.room.tombstone":
                self.replaced_by = _text(content, "replacement_room")

    def _learn_creation(self, content: Mapping[str, Any], sender: str) -> None:
        others = content.get("additional_creators")
        self.creators = frozenset(
            [sender, *(user for user in others if isinstance(user, str))]
            if isinstance(others, list)
            else [sender]
        )
        self.version = _text(content, "room_version") or "1"
        self.is_space = _text(content, "type") == "m.space"
        self.mark = _text(content, SEND_MARK)
        before = content.get("predecessor")
        self.predecessor = _text(before, "room_id") if isinstance(before, Mapping) else ""

    @property
    def present(self) -> frozenset[str]:
        """Those who are in the room or invited to it: who can read what is said next."""
        return frozenset(u for u, m in self.members.items() if m in ("join", "invite"))

    def has_joined(self, user: str) -> bool:
        return self.members.get(user) == "join"

    def partner_of(self, me: str) -> str | None:
        """The other one, in a private room of exactly two."""
        others = self.present - {me}
        if len(others) == 1 and me in self.present and self.private and not self.is_space:
            return next(iter(others))
        return None

    def level_of(self, user: str) -> int:
        """Their power level; 0 for who is not in the room.

        Source: spec, "Permissions" and room version 12 (creators have no level, they are above
        all).
        """
        if not self.has_joined(user):
            return 0
        above_all = self.version.isdecimal() and int(self.version) >= _CREATORS_RULE_FROM
        if user in self.creators and (above_all or not self.has_levels):
            return _OWNER_LEVEL
        return self.levels.get(user, self.default_level)

    def roles_of(self, user: str) -> frozenset[str]:
        """Roles by power level. An owner is a moderator too."""
        level = self.level_of(user)
        if level >= _OWNER_LEVEL:
            return frozenset({"owner", "moderator"})
        return frozenset({"moderator"}) if level >= _MODERATOR_LEVEL else frozenset()
