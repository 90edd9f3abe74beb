"""What operators decide: config.toml and the environment, read into typed settings.

`keys` holds every key with its meaning, `reading` where values come from, `problems` how a
mistake is told.
"""

from bot.settings.keys import (
    BackupsSettings,
    CommunitySettings,
    DiscordSettings,
    LogsSettings,
    MatrixSettings,
    PlaygroundSettings,
    RehearsalSettings,
    Room,
    Settings,
    StorageSettings,
    TextsSettings,
    WebSettings,
)
from bot.settings.problems import SettingsError
from bot.settings.reading import load_settings

__all__ = [
    "BackupsSettings",
    "CommunitySettings",
    "DiscordSettings",
    "LogsSettings",
    "MatrixSettings",
    "PlaygroundSettings",
    "RehearsalSettings",
    "Room",
    "Settings",
    "SettingsError",
    "StorageSettings",
    "TextsSettings",
    "WebSettings",
    "load_settings",
]
