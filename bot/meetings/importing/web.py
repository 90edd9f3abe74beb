"""A file of meetings from a web address: only https, only public machines, only so much.

Whoever names an address must not reach machines next to the bot with it. So every name is looked
up once, each of its addresses is checked, and the connection goes to exactly those; a redirect is
a new address and is checked anew.
"""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Callable
from socket import AF_INET, AddressFamily
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver
from yarl import URL

from bot.meetings.importing.drafts import UnreadableError

SECONDS = 30
"""For everything: names, redirects, and the file."""
REDIRECTS = 5
_REDIRECTING = (301, 302, 303, 307, 308)
_OK = 200
_CHUNK = 64 * 1024

_EMBEDDING = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address behind a translator


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, however it is written."""
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(read, ipaddress.IPv6Address):
        within = read.ipv4_mapped or read.sixtofour or (read.teredo and read.teredo[1])
        if read in _EMBEDDING:
            within = ipaddress.IPv4Address(int(read) & 0xFFFF_FFFF)
        if within:
            return is_public(str(within))
    return read.is_global and not read.is_multicast and not read.is_reserved


class _Checked(AbstractResolver):
    """Looks names up, and answers with public addresses only."""

    def __init__(self, allows: Callable[[str], bool]) -> None:
        self._inner = DefaultResolver()
        self._allows = allows

    async def resolve(
        self, host: str, port: int = 0, family: AddressFamily | int = AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, AddressFamily(family))
        # One that is not public says enough of a name: none of its addresses is used.
        if not all(self._allows(each["host"]) for each in found):
            raise _PrivateAddressError
        return found

    async def close(self) -> None:
        await self._inner.close()


class _PrivateAddressError(OSError):
    """A name that leads to machines that are not on the open internet."""


async def fetch(
    address: str,
    most_bytes: int,
    *,
    allows: Callable[[str], bool] = is_public,
    trust: ssl.SSLContext | None = None,
    seconds: float = SECONDS,
) -> bytes:
    """What is at a web address.

    Args:
        most_bytes: more is not read, whatever the server says beforehand.
        allows: which IP addresses may be asked.
        trust: other certificates than those the machine trusts.
        seconds: in all.

    Raises: UnreadableError with what is wrong, without the address.
    """
    connector = aiohttp.TCPConnector(resolver=_Checked(allows), ssl=trust or True, force_close=True)
    # Packed files could unfold to any size, so none are asked for, and none are unpacked.
    session = aiohttp.ClientSession(
        connector=connector,
        auto_decompress=False,
        headers={"Accept-Encoding": "identity", "User-Agent": "handrail"},
        timeout=aiohttp.ClientTimeout(total=seconds),
        cookie_jar=aiohttp.DummyCookieJar(),
    )
    try:
        async with session:
            return await _followed(session, address, most_bytes, allows)
    except _PrivateAddressError:
        raise UnreadableError("the address leads to a machine that is not public") from None
    except TimeoutError:
        raise UnreadableError(f"there was no whole answer within {seconds:g} seconds") from None
    except aiohttp.ClientConnectorCertificateError:
        raise UnreadableError("the server's certificate is not trusted") from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        if isinstance(error.__cause__, _PrivateAddressError):
            raise UnreadableError("the address leads to a machine that is not public") from None
        raise UnreadableError("the address cannot be reached") from None


async def _followed(
    session: aiohttp.ClientSession, address: str, most_bytes: int, allows: Callable[[str], bool]
) -> bytes:
    for _ in range(REDIRECTS + 1):
        url = _checked(address, allows)
        async with session.get(url, allow_redirects=False) as answer:
            if answer.status in _REDIRECTING:
                address = urljoin(address, answer.headers.get("Location", ""))
                continue
            if answer.status != _OK:
                raise UnreadableError(f"the server answers {answer.status}")
            if answer.headers.get("Content-Encoding", "identity") != "identity":
                raise UnreadableError("the server sends it packed, though it was asked not to")
            return await _read(answer, most_bytes)
    raise UnreadableError(f"it is redirected more than {REDIRECTS} times")


def _checked(address: str, allows: Callable[[str], bool]) -> URL:
    """The address as it will be asked; one written in figures is looked up by nobody else."""
    url = URL(address)
    host = url.raw_host or ""
    if url.scheme != "https" or not host:
        raise UnreadableError("only addresses that begin with https:// are read")
    if url.user is not None or url.password is not None:
        raise UnreadableError("an address with a name or password in it is not read")
    # What the library takes for an IP address it does not look up: "127.1" is one as well.
    if (":" in host or host.replace(".", "").isdigit()) and not allows(host):
        raise _PrivateAddressError
    return url


async def _read(answer: aiohttp.ClientResponse, most_bytes: int) -> bytes:
    too_long = UnreadableError(f"the file is longer than {most_bytes // 1024 // 1024} MiB")
    if (answer.content_length or 0) > most_bytes:
        raise too_long
    found = bytearray()
    async for chunk in answer.content.iter_chunked(_CHUNK):
        found += chunk
        if len(found) > most_bytes:
            raise too_long
    return bytes(found)
