"""A stand-in for Discord on loopback; see README.md."""

from tests.discord_standin.faults import Fault
from tests.discord_standin.member import ClientRefuses, DidNotRespond, Member, Use, labels
from tests.discord_standin.server import TOKEN, Standin
from tests.discord_standin.world import (
    MANAGE_GUILD,
    MANAGE_ROLES,
    MODERATE_MEMBERS,
    SEND_MESSAGES,
    Channel,
    Message,
)

__all__ = [
    "MANAGE_GUILD",
    "MANAGE_ROLES",
    "MODERATE_MEMBERS",
    "SEND_MESSAGES",
    "TOKEN",
    "Channel",
    "ClientRefuses",
    "DidNotRespond",
    "Fault",
    "Member",
    "Message",
    "Standin",
    "Use",
    "labels",
]
