"""Cross-signing: the account vouches for its device, so that careful clients talk to it.

A client that excludes insecure devices (MSC4153) neither reads nor writes to a bot whose device
its own account has not signed. Source: spec, "Cross-signing".
"""

from __future__ import annotations

import base64
import enum
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, NamedTuple, Protocol

import structlog
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from nio import Api

from adapters.matrix.api import Homeserver, MatrixError
from adapters.matrix.crypto.seeds import USAGES, Seeds
from bot.platform import AdapterStopped

log = structlog.get_logger(__name__)

_APPROVAL = "org.matrix.cross_signing_reset"  # a stage in which a person opens a page


class Device(Protocol):
    """The bot's device; its own key signs the account's master key."""

    @property
    def user_id(self) -> str: ...

    @property
    def device_id(self) -> str: ...

    @property
    def device_key(self) -> str: ...

    def sign(self, signed: Mapping[str, Any]) -> str: ...


class Standing(enum.Enum):
    """What careful clients see of the device."""

    SIGNED = "signed"
    """The account vouches for it with keys that are in our store."""
    SIGNED_ELSEWHERE = "signed_elsewhere"
    """The account vouches for it with keys that somebody else holds."""
    UNSIGNED = "unsigned"
    """The account's keys are ours; the device is not signed yet."""
    NO_KEYS = "no_keys"
    """The account has no keys to sign with."""
    FOREIGN = "foreign"
    """The account's keys are not ours, and they have not signed the device."""
    UNKNOWN_DEVICE = "unknown_device"
    """The homeserver has no such device, or other keys for it."""

    @property
    def vouched(self) -> bool:
        return self in (Standing.SIGNED, Standing.SIGNED_ELSEWHERE)


class Published(NamedTuple):
    """What everybody can ask the homeserver about the account.

    Args:
        master: the account's public master key; "" if it has none.
        described: the device as it is published.
    """

    standing: Standing
    master: str = ""
    described: Mapping[str, Any] = {}


async def look(homeserver: Homeserver, device: Device, seeds: Seeds) -> Published:
    """What is published, each signature checked. Raises: MatrixError, UnreachableError."""
    user, device_id = device.user_id, device.device_id
    found = await homeserver.call("POST", "keys", "query", body={"device_keys": {user: []}})
    described = _at(found, "device_keys", user, device_id)
    master = _public(_at(found, "master_keys", user))
    if _at(described, "keys").get(f"ed25519:{device_id}") != device.device_key:
        return Published(Standing.UNKNOWN_DEVICE, master)
    if not master:
        return Published(Standing.NO_KEYS, master, described)
    signing = _at(found, "self_signing_keys", user)
    signed = _has_signed(user, master, signing) and _has_signed(user, _public(signing), described)
    keys = _own_keys(seeds)
    ours = keys is not None and keys["master"].public == master
    if signed:
        standing = Standing.SIGNED if ours else Standing.SIGNED_ELSEWHERE
    else:
        standing = Standing.UNSIGNED if ours else Standing.FOREIGN
    return Published(standing, master, described)


async def vouch(
    homeserver: Homeserver,
    device: Device,
    seeds: Seeds,
    password: str | None,
    *,
    replace: bool = False,
) -> Standing:
    """See to it that the device is signed by the account; nothing is done if it is.

    1. The account's keys come from the seeds beside the key store, or are made.
    2. If the homeserver has no keys for the account, ours are uploaded.
    3. If the device is not signed by them, it is signed.

    Args:
        replace: put our keys in the place of others'; that undoes what somebody verified, so a
            person has to decide it.

    Raises: MatrixError, UnreachableError; AdapterStopped if the upload needs what is not here.
    """
    published = await look(homeserver, device, seeds)
    standing = published.standing
    others = standing in (Standing.FOREIGN, Standing.SIGNED_ELSEWHERE)
    if standing is Standing.NO_KEYS or (replace and others):
        await _upload(homeserver, device, _own_keys(seeds) or _new_keys(seeds), password)
        published = await look(homeserver, device, seeds)
    keys = _own_keys(seeds)
    if published.standing is Standing.UNSIGNED and keys is not None:
        signed = {k: v for k, v in published.described.items() if k != "unsigned"}
        keys["self_signing"].sign(device.user_id, signed)
        answer = await homeserver.call(
            "POST",
            *("keys", "signatures", "upload"),
            body={device.user_id: {device.device_id: signed}},
        )
        if not answer.get("failures"):
            return Standing.SIGNED
    return published.standing


async def _upload(
    homeserver: Homeserver, device: Device, keys: dict[str, _SigningKey], password: str | None
) -> None:
    user = device.user_id
    body: dict[str, Any] = {}
    for usage in USAGES:
        public = keys[usage].public
        described: dict[str, Any] = {
            "user_id": user,
            "usage": [usage],
            "keys": {f"ed25519:{public}": public},
        }
        if usage == "master":
            _add_signature(described, user, device.device_id, device.sign(described))
        else:
            keys["master"].sign(user, described)
        body[f"{usage}_key"] = described
    path = ("keys", "device_signing", "upload")
    try:
        await homeserver.call("POST", *path, body=body)
    except MatrixError as error:
        if error.status != HTTPStatus.UNAUTHORIZED or "flows" not in (error.answer or {}):
            raise
        body["auth"] = _proof(user, error.answer, password)
        await homeserver.call("POST", *path, body=body)
    log.info("matrix_cross_signing_uploaded")


def _proof(user: str, asked: Mapping[str, Any], password: str | None) -> dict[str, Any]:
    """What the homeserver wants before it takes keys. Raises: AdapterStopped.

    Source: spec, "User-Interactive Authentication API".
    """
    stages = {stage for flow in asked["flows"] for stage in flow.get("stages", [])}
    if "m.login.password" in stages and password is not None:
        return {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": user},
            "password": password,
            "session": asked.get("session"),
        }
    if _APPROVAL in stages:
        page = _at(asked, "params", _APPROVAL).get("url", "the account's page")
        raise AdapterStopped(
            f"the homeserver wants a person's approval: log in as {user} on {page}, approve that"
            " the account's cryptographic identity is reset, and run this again within minutes"
        )
    raise AdapterStopped(
        "the homeserver wants the account's password before it takes cross-signing keys; set"
        " [matrix] password_file"
    )


# --- keys


class _SigningKey:
    """One of the account's three keys."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = _unpadded(self._private.public_key().public_bytes_raw())

    def sign(self, user_id: str, signed: dict[str, Any]) -> None:
        """Add the signature to the object's `signatures`."""
        signature = self._private.sign(_covered(signed))
        _add_signature(signed, user_id, self.public, _unpadded(signature))


def _own_keys(seeds: Seeds) -> dict[str, _SigningKey] | None:
    read = seeds.read()
    return None if read is None else {u: _SigningKey(seed) for u, seed in read.items()}


def _new_keys(seeds: Seeds) -> dict[str, _SigningKey]:
    return {usage: _SigningKey(seed) for usage, seed in seeds.make().items()}


def _has_signed(user: str, public: str, signed: Mapping[str, Any]) -> bool:
    """Whether an object bears a true signature of this key."""
    signature = _at(signed, "signatures", user).get(f"ed25519:{public}")
    try:
        key = Ed25519PublicKey.from_public_bytes(_bytes(public))
        key.verify(_bytes(str(signature)), _covered(signed))
    except (InvalidSignature, ValueError):
        return False
    return True


def _covered(signed: Mapping[str, Any]) -> bytes:
    """What a signature is about. Source: spec, "Signing JSON"."""
    covered = {k: v for k, v in signed.items() if k not in ("signatures", "unsigned")}
    canonical: str = Api.to_canonical_json(covered)
    return canonical.encode()


def _add_signature(signed: dict[str, Any], user: str, key: str, signature: str) -> None:
    signatures = {**signed.get("signatures", {})}
    signatures[user] = {**signatures.get(user, {}), f"ed25519:{key}": signature}
    signed["signatures"] = signatures


def _public(described: Mapping[str, Any]) -> str:
    """The key that a published cross-signing key is about; "" if it is none."""
    return next((str(key) for key in _at(described, "keys").values()), "")


def _at(found: object, *path: str) -> Mapping[str, Any]:
    """What stands there, if it is an object."""
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _unpadded(raw: bytes) -> str:
    # Synapse silently drops key ids that carry padding.
    return base64.b64encode(raw).rstrip(b"=").decode()


def _bytes(unpadded: str) -> bytes:
    return base64.b64decode(unpadded + "=" * (-len(unpadded) % 4))
