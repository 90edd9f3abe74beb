"""Coming in: the account's access token and the device it belongs to."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import structlog

from adapters.matrix.api import Homeserver, MatrixError, UnreachableError
from adapters.matrix.crypto import cross_signing
from adapters.matrix.crypto.client import Crypto
from bot.platform import AdapterState, AdapterStopped

log = structlog.get_logger(__name__)

_DEVICE_NAME = "Handrail"
_STATE = "account"

SYNC_TOKEN = "sync"  # noqa: S105 - the name it is stored under


@dataclass(frozen=True, slots=True)
class Account:
    """Who the bot is.

    Either a password or a token is there; with a password, an expired token can be replaced.
    """

    user_id: str
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)


class Login:
    """Keeps one account logged in, always as the same device."""

    def __init__(
        self,
        homeserver: Homeserver,
        account: Account,
        state: AdapterState,
        crypto: Crypto,
    ) -> None:
        self._homeserver = homeserver
        self._account = account
        self._state = state
        self._crypto = crypto

    async def enter(self) -> None:
        """Log in, or go on with the token from last time, and open the device's keys.

        Raises: AdapterStopped.
        """
        try:
            device = await self._device()
            fresh = not self._crypto.holds(self._account.user_id, device)
            self._crypto.open(self._account.user_id, device)
            if fresh:
                await self._refuse_foreign_device(device)
            await self._vouch()
            await self._make_up_for_restore()
        except (MatrixError, UnreachableError) as error:
            raise stopped_by(error, self._homeserver.url) from error

    async def renew(self) -> None:
        """The token has expired: log in again as the same device. Raises: AdapterStopped."""
        try:
            await self._log_in(self._crypto.device_id)
            self._crypto.renew_login()
            await self._vouch()
        except (MatrixError, UnreachableError) as error:
            raise stopped_by(error, self._homeserver.url) from error

    async def _make_up_for_restore(self) -> None:
        saved = await self._state.get(SYNC_TOKEN)
        token = await self._crypto.make_up_for_restore(saved.decode() if saved else None)
        if token is not None and saved is None:
            # A homeserver may answer a repeated first sync from its memory, and what was said
            # long ago would come as new.
            await self._state.put({SYNC_TOKEN: token.encode()})

    async def _vouch(self) -> None:
        """Upload the device's keys, and sign them by the account.

        Without the signature most clients still talk to the bot, so nothing stops here.
        """
        await self._crypto.keep_up(None)
        try:
            standing = await cross_signing.vouch(
                self._homeserver, self._crypto, self._crypto.seeds, self._account.password
            )
        except (MatrixError, UnreachableError) as error:
            log.warning("matrix_device_not_signed", error=str(error))
            return
        except AdapterStopped:
            log.warning("matrix_device_not_signed", reason="password_needed")
            return
        if standing.vouched:
            log.info("matrix_device", state=standing.value)
        else:  # `handrail matrix verify` says what to do
            log.warning("matrix_device_not_signed", state=standing.value)

    async def _device(self) -> str:
        """The device of a token that works."""
        if self._account.token is not None:
            self._homeserver.token = self._account.token
            return await self._device_of_token()
        raw = await self._state.get(_STATE)
        saved = json.loads(raw) if raw else None
        if saved is None or not self._crypto.holds(self._account.user_id, saved["device"]):
            # A device whose keys are lost would be read by nobody: a new one is made.
            return await self._log_in(None)
        self._homeserver.token = saved["token"]
        try:
            return await self._device_of_token()
        except MatrixError as error:
            if error.code not in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
                raise
            return await self._log_in(saved["device"])

    async def _device_of_token(self) -> str:
        answer = await self._homeserver.call("GET", "account", "whoami")
        if answer.get("user_id") != self._account.user_id:
            raise AdapterStopped(
                "the Matrix access token belongs to another account than [matrix] user_id",
                permanent=True,
            )
        if not answer.get("device_id"):
            raise AdapterStopped(
                "the Matrix access token belongs to no device, so nothing can be encrypted; set"
                " [matrix] password_file instead",
                permanent=True,
            )
        return str(answer["device_id"])

    async def _log_in(self, device: str | None) -> str:
        if self._account.password is None:
            raise AdapterStopped(
                "the Matrix access token is not valid any more, and there is no password to get"
                " a new one; set [matrix] password_file",
                permanent=True,
            )
        body = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": self._account.user_id},
            "password": self._account.password,
            "initial_device_display_name": _DEVICE_NAME,
        }
        if device is not None:
            body["device_id"] = device
        self._homeserver.token = ""
        answer = await self._homeserver.call("POST", "login", body=body)
        self._homeserver.token = answer["access_token"]
        device = str(answer["device_id"])
        saved = {"device": device, "token": self._homeserver.token}
        await self._state.put({_STATE: json.dumps(saved).encode()})
        log.info("matrix_logged_in", same_device="device_id" in body)
        return device

    async def _refuse_foreign_device(self, device: str) -> None:
        """A token taken from another client: its device has keys already, and we have others."""
        user = self._account.user_id
        found = await self._homeserver.call(
            "POST", "keys", "query", body={"device_keys": {user: [device]}}
        )
        theirs = found.get("device_keys", {}).get(user, {}).get(device)
        if theirs and theirs.get("keys", {}).get(f"ed25519:{device}") != self._crypto.device_key:
            raise AdapterStopped(
                "the Matrix access token belongs to a device with encryption keys that are not"
                " in [matrix] store_dir; restore that directory, or give a password so that a"
                " new device is made",
                permanent=True,
            )


def stopped_by(error: MatrixError | UnreachableError, url: str) -> AdapterStopped:
    """What an operator does about a log-in that did not work."""
    match error:
        case UnreachableError():
            return AdapterStopped(
                f"the Matrix homeserver at {url} does not answer ({error}); check [matrix]"
                " homeserver and the network"
            )
        case MatrixError(code="M_FORBIDDEN"):
            return AdapterStopped(
                "the Matrix homeserver does not accept [matrix] user_id with this password",
                permanent=True,
            )
        case MatrixError(code="M_UNKNOWN_TOKEN" | "M_MISSING_TOKEN"):
            return AdapterStopped(
                "the Matrix access token is not valid; make a new one, or set [matrix]"
                " password_file",
                permanent=True,
            )
        case MatrixError(code="M_USER_DEACTIVATED" | "M_INVALID_USERNAME"):
            return AdapterStopped(
                "the account in [matrix] user_id does not exist or is switched off",
                permanent=True,
            )
        case MatrixError(status=status) if status < 500 and error.code in ("", "M_UNRECOGNIZED"):
            return AdapterStopped(
                f"what answers at {url} is no Matrix homeserver ({status}); set [matrix]"
                " homeserver to the address that clients use, such as https://matrix.example.org",
                permanent=True,
            )
        case _:
            return AdapterStopped(f"the Matrix homeserver at {url} answers {error}")
