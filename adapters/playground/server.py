"""The playground's part of the web server: the page, its files and its WebSocket.

A page of another site must not reach a server on this computer: the `Host` that a browser
names has to be a loopback name (else a name of that site could be pointed here, DNS
rebinding), and a WebSocket has to come from the page itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import ipaddress
import string
from collections.abc import Awaitable, Callable, Collection
from pathlib import Path
from urllib.parse import urlsplit

import structlog
from aiohttp import WSCloseCode, WSMsgType, hdrs, web
from aiohttp.helpers import content_disposition_header

from adapters.playground import wire
from adapters.playground.adapter import PlaygroundAdapter
from adapters.playground.labels import labels, languages
from adapters.playground.places import places
from adapters.playground.session import Session
from adapters.playground.view import IMAGES

log = structlog.get_logger(__name__)

PAGE = Path(__file__).parent / "page"
MOST_PAGES = 64
BURST, A_SECOND = 300, 20
"""Frames that a page may send at once, and then: more than anybody types or presses."""

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PlaygroundServer:
    """The routes of one playground.

    Args:
        hosts: names under which it may be reached besides loopback, without port.
    """

    def __init__(self, adapter: PlaygroundAdapter, hosts: Collection[str] = ()) -> None:
        self._adapter = adapter
        self._hosts = frozenset(host.casefold() for host in hosts)
        self._open = 0

    def routes(self) -> list[web.RouteDef]:
        pages: dict[str, _Handler] = {
            "/": self._page,
            "/playground/page/{name}": self._asset,
            "/playground/labels": self._labels,
            "/playground/places": self._places,
            "/playground/files/{id}": self._file,
            "/playground/socket": self._socket,
        }
        return [web.get(path, self._guarded(handler)) for path, handler in pages.items()]

    def _guarded(self, handler: _Handler) -> _Handler:
        async def guarded(request: web.Request) -> web.StreamResponse:
            if not self._is_ours(request.host):
                raise web.HTTPForbidden(text=self._text(request, "playground-wrong-host"))
            return await handler(request)

        return guarded

    def _is_ours(self, host: str) -> bool:
        try:
            name = urlsplit(f"http://{host}").hostname or ""
        except ValueError:
            return False
        if name.casefold() in self._hosts | {"localhost"}:
            return True
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return False

    # --- the page

    async def _page(self, request: web.Request) -> web.Response:
        language = self._language(request)
        template = string.Template(_read("index.html").decode())
        page = template.substitute(
            language=language,
            title=html.escape(self._adapter.texts.line(language, "playground-title")),
            no_script=html.escape(self._adapter.texts.line(language, "playground-no-script")),
        )
        return web.Response(text=page, content_type="text/html", headers=_HEADERS)

    async def _asset(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        content_type = _TYPES.get(Path(name).suffix)
        if content_type is None or name not in {path.name for path in PAGE.iterdir()}:
            raise web.HTTPNotFound(headers=_HEADERS)
        return web.Response(
            body=_read(name), content_type=content_type, charset="utf-8", headers=_HEADERS
        )

    async def _labels(self, request: web.Request) -> web.Response:
        """The page's words in a language, and the languages there are."""
        texts = self._adapter.texts
        language = texts.language_for(request.query.get("language", ""))
        answer = {
            "language": language,
            "languages": languages(texts),
            "labels": labels(texts, language),
        }
        return web.json_response(answer, headers=_HEADERS)

    async def _places(self, request: web.Request) -> web.Response:
        return web.json_response(places(), headers=_HEADERS)

    async def _file(self, request: web.Request) -> web.Response:
        world = await self._adapter.world()
        found = world.file(request.match_info["id"])
        if found is None:
            raise web.HTTPNotFound(headers=_HEADERS)
        file, data = found
        shown = file.content_type in IMAGES
        headers = {**_HEADERS, "Content-Security-Policy": "default-src 'none'; sandbox"}
        headers[hdrs.CONTENT_DISPOSITION] = content_disposition_header(
            "inline" if shown else "attachment", filename=file.name
        )
        content_type = file.content_type if shown else "application/octet-stream"
        return web.Response(body=data, content_type=content_type, headers=headers)

    def _language(self, request: web.Request) -> str:
        wanted = request.headers.get(hdrs.ACCEPT_LANGUAGE, "")
        tags = [part.split(";")[0].strip() for part in wanted.split(",")]
        return self._adapter.texts.language_for(*tags)

    def _text(self, request: web.Request, text_id: str) -> str:
        return self._adapter.texts.line(self._language(request), text_id)

    # --- the socket

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if _authority(request.headers.get(hdrs.ORIGIN, "")) != _authority(f"//{request.host}"):
            raise web.HTTPForbidden(text=self._text(request, "playground-wrong-host"))
        if self._open >= MOST_PAGES:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(max_msg_size=wire.LONGEST_FRAME, heartbeat=30)
        await socket.prepare(request)
        session = Session(self._adapter)
        writing = asyncio.create_task(_write(socket, session))
        self._open += 1
        try:
            await _read_all(socket, session)
        finally:
            self._open -= 1
            self._adapter.leave(session)
            writing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writing
        return socket


async def _read_all(socket: web.WebSocketResponse, session: Session) -> None:
    seconds = asyncio.get_running_loop().time
    left, at = float(BURST), seconds()
    async for frame in socket:
        now = seconds()
        left, at = min(float(BURST), left + (now - at) * A_SECOND) - 1, now
        if left < 0:
            log.warning("playground_page_too_fast")
            await socket.close(code=WSCloseCode.POLICY_VIOLATION)
            return
        if frame.type is not WSMsgType.TEXT:
            continue
        try:
            await session.hear(wire.read(frame.data))
        except wire.WireError as error:
            log.warning("playground_frame_unread", error=str(error))


async def _write(socket: web.WebSocketResponse, session: Session) -> None:
    with contextlib.suppress(ConnectionError):
        while (frame := await session.outgoing.get()) is not None:
            await socket.send_str(wire.write(frame))
    await socket.close()


def _authority(url: str) -> str:
    """Host and port as written; "" where there is none ("null", nonsense)."""
    _, _, rest = url.partition("//")
    return rest.split("/")[0].casefold()


def _read(name: str) -> bytes:
    return (PAGE / name).read_bytes()
