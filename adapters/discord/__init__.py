"""Discord, through discord.py: slash commands, buttons, modals, direct messages."""

from adapters.discord.adapter import DiscordAdapter
from adapters.discord.incoming import PLATFORM

__all__ = ["PLATFORM", "DiscordAdapter"]
