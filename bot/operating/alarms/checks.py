"""What can be seen coming: full disks, certificates and credentials that end, old backups."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import structlog
from cryptography import x509

from bot.clock import Clock
from bot.errors import TextValue
from bot.operating.alarms.warnings import Check, Trouble

log = structlog.get_logger(__name__)

GIB = 1024**3
LITTLE = 1 * GIB
"""Free bytes below which any disk is nearly full."""
SCARCE, MUCH = 0.05, 10 * GIB
"""The free part below which a disk is nearly full, unless so many bytes are free."""
RENEWED_BY = timedelta(days=14)
"""A certificate that ends sooner has not been renewed in time."""
AWAY = timedelta(minutes=15)
"""How long a platform may be away before the operator is warned."""
OLD_BACKUP, FIRST_BACKUP = timedelta(days=2), timedelta(hours=1)
_SECONDS = 10.0

OFTEN, DAILY = timedelta(0), timedelta(days=1)


def disk(folders: Mapping[str, Path]) -> Check:
    """Disks that are nearly full. Args: folders: by name, "data" or "backups"."""

    def look() -> list[Trouble]:
        found = []
        for name, folder in folders.items():
            there = next((each for each in (folder, *folder.parents) if each.exists()), None)
            if there is None:
                continue
            usage = shutil.disk_usage(there)
            if is_nearly_full(usage.total, usage.free):
                free = round(usage.free / GIB, 1)
                found.append(Trouble(f"disk:{name}", "alarm-disk", {"what": name, "free": free}))
        return found

    return Check("disk", OFTEN, lambda: asyncio.to_thread(look))


def is_nearly_full(total: int, free: int) -> bool:
    """Whether so many free bytes of all are too few."""
    return free < LITTLE or (free < total * SCARCE and free < MUCH)


def certificates(addresses: Mapping[str, str], clock: Clock) -> Check:
    """Certificates that end within a fortnight, or have. Args: addresses: by name; only https."""

    def look() -> list[Trouble]:
        found = []
        for name, url in addresses.items():
            read = urlsplit(url)
            if read.scheme != "https" or read.hostname is None:
                continue
            try:
                ends = certificate_ends(read.hostname, read.port or 443)
            except (OSError, ValueError) as error:
                # Whether it can be reached is another matter, and told by others.
                log.info("certificate_not_seen", part=name, error=type(error).__name__)
                continue
            left = ends - clock.now()
            if left <= RENEWED_BY:
                values: dict[str, TextValue] = {"what": name, "days": max(0, left.days)}
                found.append(Trouble(f"certificate:{name}", "alarm-certificate", values))
        return found

    return Check("certificate", DAILY, lambda: asyncio.to_thread(look))


def certificate_ends(host: str, port: int) -> datetime:
    """When the certificate that a server shows ends. Raises: OSError, ValueError.

    Nothing is sent, so it is not checked who signed it: one that has ended is to be seen, too.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection((host, port), timeout=_SECONDS) as plain,
        context.wrap_socket(plain, server_hostname=host) as secure,
    ):
        shown = secure.getpeercert(binary_form=True)
    if shown is None:
        raise ValueError("no certificate")
    return x509.load_der_x509_certificate(shown).not_valid_after_utc


def platforms(
    health: Callable[[], Awaitable[Mapping[str, str | None]]],
    connected: Callable[[], Mapping[str, bool]],
    clock: Clock,
) -> Check:
    """Platforms that have been away for long: a token that was refused, or a server that is gone.

    Args:
        health: of the parts, as `bot.core.Core.health`; it says why.
    """
    since: dict[str, datetime] = {}

    async def look() -> list[Trouble]:
        now = clock.now()
        for platform, up in connected().items():
            if up:
                since.pop(platform, None)
            else:
                since.setdefault(platform, now)
        away = [platform for platform, at in since.items() if now - at >= AWAY]
        parts = await health() if away else {}
        return [
            Trouble(
                f"platform:{each}",
                "alarm-platform",
                {"what": each, "why": parts.get(each) or "not connected"},
            )
            for each in away
        ]

    return Check("platform", OFTEN, look)


def backups(
    last: Callable[[], Awaitable[datetime | None]], clock: Clock, old: timedelta = OLD_BACKUP
) -> Check:
    """No good backup for long, or none at all an hour after the start.

    Args:
        last: when the last one was made and verified.
        old: from which age on.
    """
    began = clock.now()

    async def look() -> list[Trouble]:
        made, now = await last(), clock.now()
        if made is None:
            none = Trouble("backup:none", "alarm-backup-none")
            return [none] if now - began >= FIRST_BACKUP else []
        if now - made <= old:
            return []
        return [Trouble("backup:old", "alarm-backup", {"days": (now - made).days})]

    return Check("backup", timedelta(minutes=30), look)


def help_lines(unverified: Callable[[], Awaitable[Sequence[str]]]) -> Check:
    """Countries of served communities of whose help lines nobody has made sure for long.

    Args:
        unverified: their codes (ISO 3166).
    """

    async def look() -> list[Trouble]:
        return [
            Trouble(f"lines:{code}", "alarm-lines", {"country": code})
            for code in await unverified()
        ]

    return Check("lines", DAILY, look)
