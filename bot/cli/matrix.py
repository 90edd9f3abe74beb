"""`handrail matrix`: the encryption keys of the account on Matrix."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from bot.cli.master_key import KEEP_IT, make_key, master_key, will_be_made
from bot.cli.options import config_option
from bot.logs import configure_logs
from bot.platform import AdapterStopped
from bot.settings import MatrixSettings, Settings, SettingsError, load_settings
from storage.database import Database, open_database

_PASSPHRASE = "HANDRAIL_BACKUP_PASSPHRASE"  # noqa: S105 - the variable's name
_ACCOUNT = "account"  # what the adapter remembers of its log-in


@click.group("matrix")
def command() -> None:
    """The encryption keys of the bot's account on Matrix.

    Whoever loses them cannot read old messages any more, and members see a new device that nobody
    has compared.
    """


@dataclass(frozen=True)
class _Installation:
    """What the commands work on."""

    matrix: MatrixSettings
    database: Database

    @property
    def store_key(self) -> str:
        from bot.app import matrix_store_key

        return matrix_store_key(self.database)

    async def account(self) -> bytes | None:
        from bot.core import StoredState

        return await StoredState(self.database, "matrix").get(_ACCOUNT)

    async def put_account(self, account: bytes) -> None:
        from bot.core import StoredState

        await StoredState(self.database, "matrix").put({_ACCOUNT: account})


@asynccontextmanager
async def _installation(settings: Settings, *, migrate: bool) -> AsyncIterator[_Installation]:
    if settings.matrix is None:
        raise SettingsError("matrix: there is no [matrix] in the configuration")
    url = settings.storage.url
    master = master_key(settings)
    database = await asyncio.to_thread(open_database, url, master, migrate=migrate)
    try:
        yield _Installation(settings.matrix, database)
    finally:
        await database.close()


def _run(
    config: Path | None,
    work: Callable[[_Installation], Coroutine[Any, Any, None]],
    *,
    migrate: bool = False,
) -> None:
    settings = load_settings(config)
    # Only what is told here, in words, should be read.
    configure_logs(settings.logs.format, "error", rehearsal=settings.rehearsal.allow)
    if not migrate and will_be_made(settings):
        raise AdapterStopped(
            "there is nothing here yet; start the bot once with `handrail run`, which makes its"
            " keys and signs them"
        )
    if migrate and will_be_made(settings):
        click.echo(f"Made a key: {make_key(settings)}\n{KEEP_IT}")

    async def run() -> None:
        async with _installation(settings, migrate=migrate) as here:
            await work(here)

    asyncio.run(run())


# --- verify


@command.command()
@click.option(
    "--replace",
    is_flag=True,
    help="Put the bot's own cross-signing keys in the place of others' on the account.",
)
@config_option
def verify(replace: bool, config: Path | None) -> None:
    """Show the bot's device, and whether careful clients trust it; mend that if possible.

    May run beside the bot. Exit code 0 if the device is signed by its account, else 1.
    """
    _run(config, lambda here: _verify(here, replace=replace))


async def _verify(here: _Installation, *, replace: bool) -> None:
    from adapters.matrix.api import Homeserver, MatrixError, UnreachableError
    from adapters.matrix.crypto import cross_signing
    from adapters.matrix.crypto.device import StoredDevice
    from adapters.matrix.crypto.seeds import Seeds
    from adapters.matrix.login import stopped_by

    matrix = here.matrix
    homeserver = Homeserver(matrix.homeserver)
    try:
        device_id = await _log_in(here, homeserver)
        device = StoredDevice(matrix.store_dir, matrix.user_id, device_id, here.store_key)
        seeds = Seeds(matrix.store_dir, matrix.user_id, here.store_key)
        password = matrix.password.get_secret_value() if matrix.password else None
        before = (await cross_signing.look(homeserver, device, seeds)).standing
        await cross_signing.vouch(homeserver, device, seeds, password, replace=replace)
        now = await cross_signing.look(homeserver, device, seeds)
    except (MatrixError, UnreachableError) as error:
        raise stopped_by(error, homeserver.url) from None
    finally:
        await homeserver.close()
    rows = {
        "Account": matrix.user_id,
        "Session ID": device_id,
        "Session key": _in_groups(device.device_key),
        "Account's key": _in_groups(now.master) if now.master else "none",
    }
    for name, value in rows.items():
        click.echo(f"{name + ':':<15}{value}")
    click.echo("")
    click.echo(_told(now.standing, device_id, device.device_key, matrix.user_id))
    if now.standing is not before:
        click.echo("This was not so before; it has been mended just now.")
    click.echo("")
    click.echo(_HOW_TO_COMPARE)
    if not now.standing.vouched:
        raise SystemExit(1)


async def _log_in(here: _Installation, homeserver: Any) -> str:
    """Use the token that the bot uses. Returns: its device. Raises: MatrixError, ..."""
    matrix = here.matrix
    if matrix.access_token is not None:
        homeserver.token = matrix.access_token.get_secret_value()
        return str((await homeserver.call("GET", "account", "whoami")).get("device_id"))
    account = await here.account()
    if account is None:
        raise AdapterStopped(
            "the bot has not been logged in yet; start it once with `handrail run`, which makes"
            " its keys and signs them"
        )
    saved = json.loads(account)
    homeserver.token = saved["token"]
    return str(saved["device"])


def _in_groups(key: str) -> str:
    """As Element shows a key."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


_HOW_TO_COMPARE = """\
To compare, in Element: open a room with the bot, select its name, then its sessions. The session
shown there must have this ID and this key. Whoever verifies the bot will be warned if either of
them ever changes."""


def _told(standing: Any, device: str, key: str, user: str) -> str:
    from adapters.matrix.crypto.cross_signing import Standing

    mend_in_element = f"""\
  - Log in to Element as {user}, verify that log-in with its recovery key, and send
    the message
        /verify {device} {key}
    in any room. That signs the bot's session with the account's keys.
  - Or let the bot take over: `handrail matrix verify --replace`. It needs the password, and
    members who verified the account before are told that it was reset."""
    match standing:
        case Standing.SIGNED:
            return (
                "Cross-signing is in place: the account vouches for this session, also for clients"
                " that leave out sessions which nobody vouches for."
            )
        case Standing.SIGNED_ELSEWHERE:
            return (
                "The account vouches for this session, with cross-signing keys that were set up"
                " elsewhere (in Element, say). That is fine as long as the session stays; a new"
                " session would have to be signed there again."
            )
        case Standing.FOREIGN:
            return (
                "Cross-signing was set up elsewhere, and has not signed this session: careful"
                f" clients leave the bot out. Two ways to mend it:\n{mend_in_element}"
            )
        case Standing.UNKNOWN_DEVICE:
            return (
                "The homeserver does not know this session with this key. Start the bot: it"
                " uploads its keys. If that does not help, the session was removed from the"
                " account, or the files in [matrix] store_dir are older than the session."
            )
        case _:
            return (
                "The homeserver has not taken the signature: careful clients leave the bot out."
                " Run this again; if it stays so, look into the homeserver's log."
            )


# --- backup-keys and restore-keys


_passphrase_option = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"Holds the passphrase in its first line; else ${_PASSPHRASE}, else it is asked for.",
)


@command.command("backup-keys")
@click.argument("file", type=click.Path(path_type=Path))
@_passphrase_option
@config_option
def backup_keys(file: Path, passphrase_file: Path | None, config: Path | None) -> None:
    """Write the account's keys to FILE, sealed under a passphrase; the bot must be stopped.

    FILE opens every conversation together with its passphrase: keep the two apart. A file that is
    there already is never overwritten.
    """
    _run(config, lambda here: _back_up(here, file, passphrase_file))


async def _back_up(here: _Installation, file: Path, passphrase_file: Path | None) -> None:
    from adapters.matrix.crypto import backup, store

    matrix = here.matrix
    _require_new(file)
    lock = store.lock(matrix.store_dir)
    try:
        account = await here.account()
        kept = backup.read_store(matrix.store_dir, matrix.user_id, here.store_key, account)
        passphrase = _passphrase(passphrase_file, twice=True)
        if len(passphrase) < backup.PASSPHRASE_AT_LEAST:
            raise SettingsError(
                f"the passphrase needs {backup.PASSPHRASE_AT_LEAST} characters or more; four or"
                " five words that do not belong together are good"
            )
        data = backup.sealed(kept, passphrase)
        try:
            store.write_once(file, data)
        except FileExistsError:
            _require_new(file)
        except OSError as error:
            raise SettingsError(f"{file} cannot be written: {error.strerror}") from None
    finally:
        lock.release()
    click.echo(
        f"Wrote {file}. Keep it and the passphrase apart. Make a new one after each time that"
        " the bot was logged in anew; an old one still brings the session back."
    )


def _require_new(file: Path) -> None:
    """Raises: SettingsError."""
    if file.exists() or file.is_symlink():
        raise SettingsError(f"there is a file {file} already; name another one")


@command.command("restore-keys")
@click.argument("file", type=click.Path(path_type=Path))
@_passphrase_option
@config_option
def restore_keys(file: Path, passphrase_file: Path | None, config: Path | None) -> None:
    """Put keys from FILE back; the folder of the keys must be empty and the bot stopped."""
    _run(config, lambda here: _restore(here, file, passphrase_file), migrate=True)


async def _restore(here: _Installation, file: Path, passphrase_file: Path | None) -> None:
    from adapters.matrix.crypto import backup, store

    matrix, data = here.matrix, _contents(file)
    lock = store.lock(matrix.store_dir)
    try:
        backup.require_empty(matrix.store_dir)
        kept = backup.opened(data, _passphrase(passphrase_file, twice=False))
        if kept.user_id != matrix.user_id:
            raise SettingsError(
                f"these are keys of {kept.user_id}, but [matrix] user_id is {matrix.user_id}"
            )
        backup.restore(kept, matrix.store_dir, here.store_key)
        if kept.account is not None:
            await here.put_account(kept.account)
    finally:
        lock.release()
    click.echo(
        "Restored. The next `handrail run` goes on as the same session, and makes up for what has"
        " happened since the backup."
    )


def _contents(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}") from None


def _passphrase(file: Path | None, *, twice: bool) -> str:
    """From the file, the environment, or the person at the console. Raises: SettingsError."""
    if file is not None:
        lines = _contents(file).decode(errors="replace").splitlines()
        if not lines or not lines[0]:
            raise SettingsError(f"the first line of {file} is empty; it should be the passphrase")
        return lines[0]
    if given := os.environ.get(_PASSPHRASE):
        return given
    typed: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=twice, err=True)
    return typed
