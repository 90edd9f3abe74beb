"""`handrail run`."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from bot.cli.master_key import KEEP_IT, make_key, will_be_made
from bot.cli.options import config_option
from bot.logs import configure_logs
from bot.settings import Settings, SettingsError, load_settings


@click.command("run")
@config_option
@click.option(
    "--role",
    type=click.Choice(["all", "gateway", "worker"]),
    default="all",
    show_default=True,
    help="gateway: the platforms' connections and sending. worker: planning.",
)
def command(config: Path | None, role: str) -> None:
    """Run the bot until Ctrl+C or SIGTERM.

    Without a configuration: SQLite in ./data, and the playground on http://127.0.0.1:8080.
    """
    settings = load_settings(config)
    configure_logs(settings.logs.format, settings.logs.level, rehearsal=settings.rehearsal.allow)
    _require_readable_texts(settings)
    if will_be_made(settings):
        path = make_key(settings)
        click.echo(f"Made a key: {path}\n{KEEP_IT}")

    from bot.app import serve  # brings every library; a mistake above is told without waiting

    asyncio.run(serve(settings, role=role, announce=click.echo))


def _require_readable_texts(settings: Settings) -> None:
    if settings.texts.overrides is not None:
        from bot.texts import Texts

        try:
            Texts(settings.texts.overrides)
        except (OSError, ValueError) as error:
            raise SettingsError(f"texts.overrides: {error}; expected Fluent files") from None
