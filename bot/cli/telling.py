"""What a person at the console reads when something does not work."""

from __future__ import annotations

import click
import structlog

from bot.logs import configure_logs
from bot.platform import AdapterStopped
from bot.settings import SettingsError
from storage.errors import StorageError


def tell(error: Exception) -> int:
    """Say on stderr what is wrong and how to mend it. Returns: the exit code."""
    lines = lines_of(error)
    if not lines:
        if not structlog.is_configured():
            configure_logs()
        structlog.get_logger(__name__).critical("handrail_broke", exc_info=error)
        lines = [
            "Something in Handrail itself broke; the log line above says where, without anybody's"
            " words. Nothing that was stored is lost. Please report it with that line."
        ]
    for line in lines:
        click.echo(f"handrail: {line}", err=True)
    return 1


def lines_of(error: Exception) -> list[str]:
    """What is wrong and how to mend it; nothing for an error that is no operator's matter."""
    match error:
        case SettingsError():
            return list(error.lines)
        case StorageError():
            return [f"{_sentence(str(error))} {error.mend}"]
        case AdapterStopped():
            return [_sentence(str(error))]
        case ExceptionGroup():
            return [line for each in error.exceptions for line in lines_of(each)]
        case _:
            return []


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
