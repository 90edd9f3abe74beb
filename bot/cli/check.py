"""`handrail check`: what `run` needs, tried one by one."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from pathlib import Path

import aiohttp
import click

from bot.cli.master_key import database_file, master_key, will_be_made
from bot.cli.options import config_option
from bot.cli.telling import lines_of
from bot.logs import configure_logs
from bot.metrics import Metrics
from bot.platform import AdapterStopped
from bot.settings import DiscordSettings, MatrixSettings, Settings, SettingsError, load_settings
from bot.web import Health, PortTakenError, WebServer
from storage.database import open_database
from storage.errors import MasterKeyError, OldSchemaError

_DISCORD = "https://discord.com/api/v10"
_SECONDS = 15.0
_MEMBERS = 1 << 14 | 1 << 15  # the second of each: below Discord's number of servers or people
_MESSAGE_CONTENT = 1 << 18 | 1 << 19


@click.command("check")
@config_option
def command(config: Path | None) -> None:
    """Try configuration, key, database, texts, credentials and port, a line each.

    Logs in on Matrix and out again. Changes nothing else. Exit code 0 if all is well, else 1.
    """
    try:
        settings = load_settings(config)
    except SettingsError as error:
        for line in error.lines:
            click.echo(f"wrong  configuration: {line}")
        raise SystemExit(1) from None
    click.echo("ok     configuration")
    # Only what is told here, in words, should be read.
    configure_logs(settings.logs.format, "error", rehearsal=settings.rehearsal.allow)
    if not asyncio.run(_check(settings)):
        raise SystemExit(1)


async def _check(settings: Settings) -> bool:
    async def key() -> str:
        return _key(settings)

    async def database() -> str:
        return await _database(settings)

    async def texts() -> str:
        return _texts(settings)

    async def port() -> str:
        return await _port(settings)

    parts: dict[str, Callable[[], Awaitable[str]]] = {
        "key": key,
        "database": database,
        "texts": texts,
        "port": port,
    }
    if (matrix := settings.matrix) is not None:
        parts["matrix"] = lambda: _matrix(matrix)
    if (discord := settings.discord) is not None:
        parts["discord"] = lambda: _discord(discord)
    well = True
    for name, part in parts.items():
        try:
            found = await part()
            click.echo(f"ok     {name}: {found}")
        except Exception as error:
            lines = lines_of(error)
            if not lines:
                raise
            well = False
            for line in lines:
                click.echo(f"wrong  {name}: {line}")
    return well


def _key(settings: Settings) -> str:
    if will_be_made(settings):
        return f"none yet; `handrail run` makes {settings.storage.key_file}"
    return f"{master_key(settings).kid} can be read"


async def _database(settings: Settings) -> str:
    file = database_file(settings)
    if file is not None and not file.exists():
        return _room_for(file)
    try:
        master = master_key(settings)
    except MasterKeyError:
        raise SettingsError("not opened, since there is no key for it; see above") from None
    try:
        database = await asyncio.to_thread(
            open_database, settings.storage.url, master, migrate=False
        )
    except OldSchemaError as error:
        return f"{error}; the next `handrail run` brings it up to date, after a backup"
    try:
        await database.probe()
        return f"{database.url_safe} can be read and written"
    finally:
        await database.close()


def _room_for(file: Path) -> str:
    """A database that is not there yet can be made. Raises: SettingsError."""
    folder = next(parent for parent in file.parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise SettingsError(
            f"there is none yet, and {file} cannot be made, since {folder} may not be written;"
            " give the account that runs Handrail the right to, or set storage.url"
        )
    return f"none yet; `handrail run` makes {file}"


def _texts(settings: Settings) -> str:
    from bot.texts import Texts

    try:
        return ", ".join(Texts(settings.texts.overrides).languages)
    except (OSError, ValueError) as error:
        raise SettingsError(f"{error}; expected Fluent files in texts.overrides") from None


async def _port(settings: Settings) -> str:
    async def health() -> Health:
        return Health({})

    web = settings.web
    server = WebServer(web.host, web.port, health, Metrics())
    try:
        await server.start()
    except PortTakenError:
        if await _is_handrail(server.url):
            return f"a Handrail is running on {server.url}"
        raise
    await server.stop()
    return f"{server.url} is free"


async def _is_handrail(url: str) -> bool:
    timeout = aiohttp.ClientTimeout(total=3)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"{url}/livez") as response,
        ):
            return response.headers.get("Server") == "handrail"
    except (aiohttp.ClientError, TimeoutError):
        return False


async def _matrix(matrix: MatrixSettings) -> str:
    """Raises: AdapterStopped, as the adapter itself would."""
    from adapters.matrix.api import Homeserver, MatrixError, UnreachableError
    from adapters.matrix.login import stopped_by

    homeserver = Homeserver(matrix.homeserver)
    try:
        flows = (await homeserver.call("GET", "login", seconds=_SECONDS)).get("flows", [])
        if matrix.access_token is not None:
            homeserver.token = matrix.access_token.get_secret_value()
        elif matrix.password is not None:
            if not any(flow.get("type") == "m.login.password" for flow in flows):
                raise AdapterStopped(
                    f"{matrix.homeserver} takes no passwords; set matrix.access_token_file"
                )
            login = {
                "type": "m.login.password",
                "identifier": {"type": "m.id.user", "user": matrix.user_id},
                "password": matrix.password.get_secret_value(),
                "initial_device_display_name": "handrail check",
            }
            answer = await homeserver.call("POST", "login", body=login, seconds=_SECONDS)
            homeserver.token = answer["access_token"]
        who = (await homeserver.call("GET", "account", "whoami", seconds=_SECONDS))["user_id"]
        if matrix.access_token is None:
            await homeserver.call("POST", "logout", body={}, seconds=_SECONDS)
        if who != matrix.user_id:
            raise AdapterStopped("the access token belongs to another account than matrix.user_id")
        return f"logged in on {matrix.homeserver}"
    except (MatrixError, UnreachableError) as error:
        raise stopped_by(error, homeserver.url) from None
    finally:
        await homeserver.close()


async def _discord(discord: DiscordSettings) -> str:
    """Raises: AdapterStopped. Source: Discord's API reference, "Application Flags"."""
    token = discord.token.get_secret_value() if discord.token else ""
    address = f"{discord.api_base or _DISCORD}/applications/@me"
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session,
            session.get(address, headers={"Authorization": f"Bot {token}"}) as response,
        ):
            status = response.status
            flags = int((await response.json())["flags"]) if status == HTTPStatus.OK else 0
    except (aiohttp.ClientError, TimeoutError) as error:
        raise AdapterStopped(
            f"{address} does not answer ({type(error).__name__}); check the network"
        ) from None
    if status == HTTPStatus.UNAUTHORIZED:
        raise AdapterStopped(
            "Discord does not accept the token; copy it anew from the developer portal (Bot,"
            " Reset Token) into HANDRAIL_DISCORD_TOKEN or discord.token_file"
        )
    if status != HTTPStatus.OK:
        raise AdapterStopped(f"{address} answers {status}; try again later")
    for key, wanted, bits, name in (
        ("message_content", discord.message_content, _MESSAGE_CONTENT, "Message Content Intent"),
        ("members", discord.members, _MEMBERS, "Server Members Intent"),
    ):
        if wanted and not flags & bits:
            raise AdapterStopped(
                f"the {name} is off; switch it on in the developer portal (Bot, Privileged Gateway"
                f" Intents), or set discord.{key} = false"
            )
    heard = (
        "messages in the channels it sees, for signs of a crisis where they are watched"
        if discord.message_content
        else "direct messages and mentions only, so crisis watching is limited to these"
        " (discord.message_content = false)"
    )
    return f"the token is accepted; it reads {heard}"
