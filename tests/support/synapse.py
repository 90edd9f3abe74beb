"""A real Matrix homeserver for the tests: Synapse, with SQLite, on loopback, without federation.

Synapse needs other versions of some libraries than Handrail does, so it lives in a virtual
environment of its own, which `make dev` creates. It starts within seconds, or within a minute on
a busy machine.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.support.ports import free_port

_REPOSITORY = Path(__file__).resolve().parents[2]
_START_SECONDS = 120
_STOP_SECONDS = 20

_LIFTED = {"per_second": 10_000, "burst_count": 10_000}
_NO_RATE_LIMITS: dict[str, object] = {
    **dict.fromkeys(
        (
            "rc_delayed_event_mgmt",
            "rc_joins_per_room",
            "rc_key_requests",
            "rc_media_create",
            "rc_message",
            "rc_profile",
            "rc_registration",
            "rc_reports",
            "rc_room_creation",
            "rc_third_party_invite",
            "rc_user_directory",
        ),
        _LIFTED,
    ),
    "rc_login": dict.fromkeys(("address", "account", "failed_attempts"), _LIFTED),
    "rc_joins": dict.fromkeys(("local", "remote"), _LIFTED),
    "rc_invites": dict.fromkeys(("per_room", "per_user", "per_issuer"), _LIFTED),
    "rc_presence": {"per_user": _LIFTED},
}

# A machine's proxy is not asked for what lies on loopback.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Account(NamedTuple):
    """What one needs to log in."""

    user_id: str
    password: str


class Homeserver:
    """One Synapse with a directory of its own; over a restart it keeps port, rooms, accounts."""

    server_name = "localhost"

    def __init__(self, root: Path, *, rate_limits: Mapping[str, object] | None = None) -> None:
        """Writes the configuration into `root`.

        Args:
            root: an empty directory that nobody else uses.
            rate_limits: Synapse's own `rc_…` settings, such as
                `{"rc_message": {"per_second": 0.5, "burst_count": 2}}`; what is not named here
                is not limited.
        """
        self._root = root
        self._port = free_port()
        self._secret = secrets.token_hex(16)
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"http://127.0.0.1:{self._port}"
        self._write_configuration({**_NO_RATE_LIMITS, **(rate_limits or {})})

    def is_running(self) -> bool:
        """Whether the process lives; it may still be starting."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Starts Synapse and waits until it answers."""
        if self.is_running():
            return
        with self._output.open("ab") as output:
            self._process = subprocess.Popen(
                [_python(), "-m", "synapse.app.homeserver", "-c", self._root / "homeserver.yaml"],
                cwd=self._root,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        deadline = time.monotonic() + _START_SECONDS
        while True:
            try:
                _OPENER.open(f"{self.url}/health", timeout=5).close()
            except OSError as error:
                if not self.is_running() or time.monotonic() > deadline:
                    self.kill()
                    said = self._output.read_text(errors="replace")[-3000:]
                    raise RuntimeError(f"Synapse did not start: {said}") from error
                time.sleep(0.1)
            else:
                return

    def stop(self) -> None:
        """Lets Synapse finish what it is doing, then it is gone."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def kill(self) -> None:
        """Ends Synapse in the middle of whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        """Stops and starts again, on the same port."""
        self.stop()
        self.start()

    def register(self, name: str = "member", *, admin: bool = False) -> Account:
        """Creates an account.

        Tests share a homeserver, so the id has a random ending: `@ana-3f9c01aa:localhost`.
        """
        address = f"{self.url}/_synapse/admin/v1/register"
        nonce = _exchange(address)["nonce"]
        localpart, password = f"{name}-{secrets.token_hex(4)}", secrets.token_hex(8)
        parts = (nonce, localpart, password, "admin" if admin else "notadmin")
        mac = hmac.new(self._secret.encode(), "\0".join(parts).encode(), hashlib.sha1)
        answer = _exchange(
            address,
            {
                "nonce": nonce,
                "username": localpart,
                "password": password,
                "admin": admin,
                "mac": mac.hexdigest(),
                "inhibit_login": True,
            },
        )
        return Account(answer["user_id"], password)

    @property
    def _output(self) -> Path:
        return self._root / "output"

    def _write_configuration(self, rate_limits: Mapping[str, object]) -> None:
        root = self._root
        homeserver = {
            "server_name": self.server_name,
            "public_baseurl": f"{self.url}/",
            "listeners": [
                {
                    "port": self._port,
                    "type": "http",
                    "tls": False,
                    "bind_addresses": ["127.0.0.1"],
                    "resources": [{"names": ["client"], "compress": False}],
                }
            ],
            "database": {"name": "sqlite3", "args": {"database": f"{root}/homeserver.db"}},
            "media_store_path": f"{root}/media",
            "signing_key_path": f"{root}/signing.key",
            "log_config": f"{root}/log.yaml",
            "pid_file": f"{root}/pid",
            "registration_shared_secret": self._secret,
            "macaroon_secret_key": secrets.token_hex(16),
            "form_secret": secrets.token_hex(16),
            # Nothing leaves this machine.
            "federation_domain_whitelist": [],
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            "report_stats": False,
            "presence": {"enabled": False},
            # The least that bcrypt allows: the tests log in often.
            "bcrypt_rounds": 4,
            **rate_limits,
        }
        log = {
            "version": 1,
            "handlers": {"file": {"class": "logging.FileHandler", "filename": f"{root}/log"}},
            "root": {"level": "WARNING", "handlers": ["file"]},
        }
        # Synapse reads YAML, which every JSON is.
        (root / "homeserver.yaml").write_text(json.dumps(homeserver))
        (root / "log.yaml").write_text(json.dumps(log))
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        (root / "signing.key").write_text(f"ed25519 a_test {seed}\n")


def _python() -> str:
    """The Python that has Synapse: $SYNAPSE_PYTHON, else that of the environment made for it."""
    python = os.environ.get("SYNAPSE_PYTHON", f"{_REPOSITORY}/.venv-synapse/bin/python")
    if not Path(python).exists():
        raise RuntimeError("Synapse is not installed: run `make dev`, or set SYNAPSE_PYTHON")
    return python


def _exchange(address: str, body: Mapping[str, object] | None = None) -> dict[str, Any]:
    """GETs, or POSTs `body`, and returns the JSON of the answer."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    try:
        with _OPENER.open(request, timeout=30) as response:
            answer: dict[str, Any] = json.load(response)
    except urllib.error.HTTPError as error:
        raise RuntimeError(f"{error.code} from {address}: {error.read()[:500]!r}") from error
    return answer
