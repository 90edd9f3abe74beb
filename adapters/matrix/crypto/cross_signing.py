"""Cross-signing: the account vouches for its device, so that careful clients talk to it.

A client that excludes insecure devices (MSC4153) neither reads nor writes to a bot whose device
its own account has not signed. Source: spec, "Cross-signing".
"""

from __future__ import annotations

import base64
import json
import secrets
from pathlib import Path
from typing import Any

import structlog
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nio import Api

from adapters.matrix.api import Homeserver, MatrixError
from adapters.matrix.crypto.client import Crypto
from adapters.matrix.crypto.store import write_once

log = structlog.get_logger(__name__)

_USAGES = ("master", "self_signing", "user_signing")
_SEED_BYTES = 32


class _SigningKey:
    """One of the account's three keys."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = _unpadded(self._private.public_key().public_bytes_raw())

    def sign(self, user_id: str, signed: dict[str, Any]) -> None:
        """Add the signature to the object's `signatures`."""
        covered = {k: v for k, v in signed.items() if k not in ("signatures", "unsigned")}
        signature = self._private.sign(Api.to_canonical_json(covered).encode())
        _add_signature(signed, user_id, self.public, _unpadded(signature))


async def vouch(
    homeserver: Homeserver, crypto: Crypto, directory: Path, password: str | None
) -> bool:
    """See to it that the device is signed by the account; nothing is done if it is.

    1. The account's keys come from the seeds beside the key store, or are made.
    2. If the homeserver has no such keys for the account, they are uploaded.
    3. If the device is not signed by them, it is signed.

    Returns: False if the account already has keys that are not ours: replacing them would undo
        what somebody verified, so an operator has to decide.

    Raises: MatrixError, UnreachableError.
    """
    user, device = crypto.user_id, crypto.device_id
    seeds = directory / f"cross-signing-{_file_name(user)}.json"
    found = await homeserver.call("POST", "keys", "query", body={"device_keys": {user: []}})
    theirs = found.get("master_keys", {}).get(user)
    if theirs is not None and not seeds.exists():
        log.warning("matrix_cross_signing_foreign")
        return False
    keys = _keys(seeds)
    if theirs is None or f"ed25519:{keys['master'].public}" not in theirs.get("keys", {}):
        if theirs is not None:
            log.warning("matrix_cross_signing_foreign")
            return False
        await _upload(homeserver, crypto, keys, password)
        found = await homeserver.call("POST", "keys", "query", body={"device_keys": {user: []}})

    ours = found.get("device_keys", {}).get(user, {}).get(device)
    if ours is None or ours.get("keys", {}).get(f"ed25519:{device}") != crypto.device_key:
        log.error("matrix_device_keys_differ")
        return False
    self_signing = keys["self_signing"]
    if f"ed25519:{self_signing.public}" in ours.get("signatures", {}).get(user, {}):
        return True
    ours.pop("unsigned", None)
    self_signing.sign(user, ours)
    answer = await homeserver.call(
        "POST", "keys", "signatures", "upload", body={user: {device: ours}}
    )
    return not answer.get("failures")


async def _upload(
    homeserver: Homeserver, crypto: Crypto, keys: dict[str, _SigningKey], password: str | None
) -> None:
    user = crypto.user_id
    body: dict[str, Any] = {}
    for usage in _USAGES:
        public = keys[usage].public
        described: dict[str, Any] = {
            "user_id": user,
            "usage": [usage],
            "keys": {f"ed25519:{public}": public},
        }
        if usage == "master":
            signature = crypto.sign(described)
            _add_signature(described, user, crypto.device_id, signature)
        else:
            keys["master"].sign(user, described)
        body[f"{usage}_key"] = described
    path = ("keys", "device_signing", "upload")
    try:
        await homeserver.call("POST", *path, body=body)
    except MatrixError as error:
        if error.status != 401 or password is None:
            raise
        session = error.answer.get("session") if isinstance(error.answer, dict) else None
        body["auth"] = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": user},
            "password": password,
            "session": session,
        }
        await homeserver.call("POST", *path, body=body)


def _keys(path: Path) -> dict[str, _SigningKey]:
    if not path.exists():
        made = {usage: _unpadded(secrets.token_bytes(_SEED_BYTES)) for usage in _USAGES}
        write_once(path, json.dumps(made).encode())
    seeds = json.loads(path.read_bytes())
    return {usage: _SigningKey(base64.b64decode(seeds[usage] + "=")) for usage in _USAGES}


def _add_signature(signed: dict[str, Any], user: str, key: str, signature: str) -> None:
    signed.setdefault("signatures", {}).setdefault(user, {})[f"ed25519:{key}"] = signature


def _unpadded(raw: bytes) -> str:
    # Synapse silently drops key ids that carry padding.
    return base64.b64encode(raw).rstrip(b"=").decode()


def _file_name(user: str) -> str:
    return "".join(c if c.isalnum() else "_" for c in user)
