"""A file at a web address: nothing near the bot is asked, and no more is read than may be."""

from __future__ import annotations

import asyncio
import datetime
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiohttp import web
from click.testing import CliRunner
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.cli.meetings import command
from bot.meetings.importing.drafts import UnreadableError
from bot.meetings.importing.web import fetch, is_public

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
MOST = 100_000


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::", "::1", "fd00::1", "ff02::1",
        "fe80::1%eth0", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1",
        "2002:a00:1::", "2001:0:4136:e378:8000:63bf:f5ff:fffe", "127.1", "localhost", "",
    ],
)  # fmt: skip
def test_what_is_not_on_the_open_internet_is_not_asked(address: str) -> None:
    """Neither plain nor inside another form of address."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "2606:4700::1", "64:ff9b::808:808"])
def test_the_open_internet_is(address: str) -> None:
    assert is_public(address)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate of its own for `localhost` and 127.0.0.1, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    today = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


class Site:
    """A server on this machine, which only a test may ask."""

    def __init__(self, certificate: Path) -> None:
        self.certificate = certificate
        self.asked = 0
        self.port = 0

    @asynccontextmanager
    async def serving(self, handler: Handler) -> AsyncIterator[str]:
        async def counted(request: web.Request) -> web.StreamResponse:
            self.asked += 1
            return await handler(request)

        app = web.Application()
        app.router.add_get("/{path:.*}", counted)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(self.certificate)
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
        await site.start()
        self.port = runner.addresses[0][1]
        try:
            yield f"https://localhost:{self.port}/meetings.ics"
        finally:
            await runner.cleanup()

    async def fetch(self, address: str, seconds: float = 60) -> bytes:
        """Ask, where this machine counts as public and its certificate as trusted."""
        trust = ssl.create_default_context(cafile=str(self.certificate))
        here = ("127.0.0.1", "::1")
        return await fetch(
            address, MOST, allows=lambda each: each in here, trust=trust, seconds=seconds
        )


@pytest.fixture
def site(certificate: Path) -> Site:
    return Site(certificate)


async def refusal(site: Site, address: str, seconds: float = 60) -> str:
    with pytest.raises(UnreadableError) as refused:
        await site.fetch(address, seconds)
    assert address not in str(refused.value)
    return str(refused.value)


async def test_a_public_file_is_read(site: Site) -> None:
    """By name or by number, and behind a redirect."""

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.headers["Accept-Encoding"] == "identity"
        if request.path == "/meetings.ics":
            raise web.HTTPFound("/there")
        return web.Response(body=b"BEGIN:VCALENDAR")

    async with site.serving(answer) as address:
        assert await site.fetch(address) == b"BEGIN:VCALENDAR"
        assert await site.fetch(address.replace("localhost", "127.0.0.1")) == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.1", "[::1]", "１２７.0.0.1", "0x7f.1"]
)
async def test_a_private_machine_is_never_asked(site: Site, host: str) -> None:
    """Whatever it is called, and even with a certificate that would do."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(text="a secret")

    async with site.serving(answer) as address:
        trust = ssl.create_default_context(cafile=str(site.certificate))
        with pytest.raises(UnreadableError, match="not public"):
            await fetch(address.replace("localhost", host), MOST, trust=trust)
    assert site.asked == 0


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("https://10.0.0.1/", "not public"),
        ("https://[::ffff:169.254.169.254]/latest/meta-data/", "not public"),
        ("http://localhost/", "https://"),
        ("file:///etc/passwd", "https://"),
        ("//192.168.0.1/x", "not public"),
        ("https://localhost:99999/", "cannot be reached"),
        ("https://a:b@localhost/", "name or password"),
    ],
)
async def test_a_redirect_is_checked_anew(site: Site, target: str, reason: str) -> None:
    """A public server may not send us to our own network, nor away from https."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": target})

    async with site.serving(answer) as address:
        assert reason in await refusal(site, address)
    assert site.asked == 1


async def test_redirects_in_a_circle_end(site: Site) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound(request.path)

    async with site.serving(answer) as address:
        assert "redirected more than" in await refusal(site, address)
    assert site.asked < 10


@pytest.mark.parametrize("announced", [True, False])
async def test_no_more_is_read_than_a_file_may_hold(site: Site, announced: bool) -> None:
    """Whether the server says its length or goes on and on."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        if announced:
            response.content_length = MOST + 1
        await response.prepare(request)
        for _ in range(10_000):
            await response.write(b"x" * 1000)
        return response

    async with site.serving(answer) as address:
        assert "longer than" in await refusal(site, address)


async def test_packed_files_are_not_unpacked(site: Site) -> None:
    """They could unfold to any size."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=b"\x1f\x8b", headers={"Content-Encoding": "gzip"})

    async with site.serving(answer) as address:
        assert "packed" in await refusal(site, address)


async def test_what_takes_too_long_or_is_not_there_is_given_up(site: Site) -> None:
    never = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path == "/gone":
            raise web.HTTPNotFound
        await never.wait()
        return web.Response()

    async with site.serving(answer) as address:
        assert "0.2 seconds" in await refusal(site, address, seconds=0.2)
        never.set()
        assert "404" in await refusal(site, address.replace("meetings.ics", "gone"))


async def test_a_server_that_nobody_vouches_for_is_not_read(site: Site) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(text="anything")

    async with site.serving(answer) as address:
        with pytest.raises(UnreadableError, match="certificate"):
            await fetch(address, MOST, allows=lambda each: True)
    assert site.asked == 0


@pytest.mark.parametrize(
    ("setting", "address", "reason"),
    [
        ("false", "https://10.0.0.1/secret-token.ics", "from_web = true"),
        ("true", "https://10.0.0.1/secret-token.ics", "not public"),
        ("true", "http://10.0.0.1/secret-token.ics", "https://"),
    ],
)
def test_the_command_reads_addresses_only_where_the_operator_says_so(
    tmp_path: Path, setting: str, address: str, reason: str
) -> None:
    """Off by default; one line, which does not repeat an address that may be a secret."""
    config = tmp_path / "config.toml"
    config.write_text(f"[meetings]\nfrom_web = {setting}\n" if setting == "true" else "")
    asked = ["import", address, "--dry-run", "--config", str(config)]
    result = CliRunner().invoke(command, asked)

    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "secret-token" not in result.stderr
