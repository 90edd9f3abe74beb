"""The one HTTP server: health, figures, and the routes that others bring."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from aiohttp import web

from bot.metrics import CONTENT_TYPE, Metrics
from bot.settings import SettingsError

log = structlog.get_logger(__name__)

_HEALTH_SECONDS = 5.0
_SHUTDOWN_SECONDS = 1.0  # for answers under way; open WebSockets are cut
LONGEST_BODY = 64 * 1024
"""Bytes of a request's body; no route of ours needs any."""

# For what is not a page. A page brings a policy of its own, which then stands.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class PortTakenError(SettingsError):
    """Another programme listens on the web server's port."""


@dataclass(frozen=True, slots=True)
class Health:
    """How the process is.

    Args:
        parts: by name ("database", "planner", "matrix"): None if all is well, else what is
            wrong, in a line for operators, without secrets.
        rehearsal: the clock is shifted.
        last_backup: when the latest was made; none is no reason not to serve.
    """

    parts: Mapping[str, str | None]
    rehearsal: bool = False
    last_backup: datetime | None = None

    @property
    def ready(self) -> bool:
        return all(reason is None for reason in self.parts.values())


class WebServer:
    """Listens on one address.

    Args:
        port: 0 takes a free one, see `port` after the start.
        health: asked for every `/readyz`.
        routes: further ones.
        before_metrics: called for every `/metrics`, to bring gauges up to date.
    """

    def __init__(
        self,
        host: str,
        port: int,
        health: Callable[[], Awaitable[Health]],
        metrics: Metrics,
        routes: Sequence[web.RouteDef] = (),
        *,
        before_metrics: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.host = host
        self.port = port
        self._health = health
        self._metrics = metrics
        self._before_metrics = before_metrics
        app = web.Application(middlewares=[_refuse_large], client_max_size=LONGEST_BODY)
        app.add_routes(
            [
                web.get("/livez", self._livez),
                web.get("/readyz", self._readyz),
                web.get("/metrics", self._figures),
                *routes,
            ]
        )
        app.on_response_prepare.append(_add_headers)
        # No access log: it holds addresses of people.
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)

    @property
    def url(self) -> str:
        """What to open in a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    async def start(self) -> None:
        """Listen. Raises: PortTakenError; SettingsError if the address cannot be had."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self.host, self.port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise self._refused(error) from None
        self.port = self._runner.addresses[0][1]
        log.info("web_listening", host=self.host, port=self.port)

    async def stop(self) -> None:
        """Finish what is being answered and let go of the port."""
        await self._runner.cleanup()

    async def _livez(self, _request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def _readyz(self, _request: web.Request) -> web.Response:
        try:
            health = await asyncio.wait_for(self._health(), _HEALTH_SECONDS)
        except TimeoutError:
            health = Health({"health": f"no answer within {_HEALTH_SECONDS:g} s"})
        return web.json_response(
            {
                "status": "ready" if health.ready else "not ready",
                "rehearsal": health.rehearsal,
                "last_backup": health.last_backup.isoformat() if health.last_backup else None,
                "parts": {
                    name: {"ok": True} if reason is None else {"ok": False, "why": reason}
                    for name, reason in health.parts.items()
                },
            },
            status=200 if health.ready else 503,
        )

    async def _figures(self, _request: web.Request) -> web.Response:
        if self._before_metrics is not None:
            try:
                await asyncio.wait_for(self._before_metrics(), _HEALTH_SECONDS)
            except Exception as error:  # figures that are a little old beat none at all
                log.warning("metrics_not_fresh", error=type(error).__name__)
        return web.Response(body=self._metrics.exposition(), headers={"Content-Type": CONTENT_TYPE})

    def _refused(self, error: OSError) -> SettingsError:
        where = f"{self.host}:{self.port}"
        match error.errno:
            case errno.EADDRINUSE:
                return PortTakenError(
                    f"{where} is taken: another programme, perhaps another Handrail, listens"
                    " there; end it, or set web.port (HANDRAIL_WEB__PORT) to a free port"
                )
            case errno.EACCES:
                return SettingsError(
                    f"{where} may not be used by this account; set web.port (HANDRAIL_WEB__PORT)"
                    " to 1024 or more"
                )
            case _:
                # The text of a failed look-up is in the exception, that of the rest in errno's.
                reason = error.strerror or os.strerror(error.errno or 0)
                return SettingsError(
                    f"{where} cannot be listened on ({reason}); set web.host (HANDRAIL_WEB__HOST)"
                    " to an address of this machine, such as 127.0.0.1"
                )


@web.middleware
async def _refuse_large(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Whoever announces a large body, or none of a length, is not listened to."""
    length = request.content_length
    chunked = length is None and request.body_exists
    if chunked or (length or 0) > LONGEST_BODY:
        raise web.HTTPRequestEntityTooLarge(max_size=LONGEST_BODY, actual_size=length or 0)
    return await handler(request)


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers["Server"] = "handrail"  # without versions
