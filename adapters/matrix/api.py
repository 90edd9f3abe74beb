"""The Matrix client-server API, called directly.

Source: https://spec.matrix.org/v1.16/client-server-api/
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp
from yarl import URL

from bot.platform import Outcome, Receipt

_V3 = "_matrix/client/v3"
_DEFAULT_RETRY_SECONDS = 5.0


class MatrixError(Exception):
    """The homeserver answered, but not with what was asked for.

    Args:
        status: of HTTP.
        code: Matrix's own ("M_FORBIDDEN"); "" if the answer came from something else.
        retry_after: seconds, with status 429.
    """

    def __init__(
        self, status: int, code: str, retry_after: float | None = None, answer: Any = None
    ) -> None:
        super().__init__(f"{status} {code}".strip())
        self.status = status
        self.code = code
        self.retry_after = retry_after
        self.answer = answer


class UnreachableError(Exception):
    """No answer came.

    Args:
        reason: the kind of trouble, without addresses.
        sent: False if the request surely never left.
    """

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)
        self.sent = sent


class Homeserver:
    """One homeserver, and the token of one account on it."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.token = ""
        self._session: aiohttp.ClientSession | None = None

    async def call(
        self,
        method: str,
        *path: str,
        body: Any = None,
        data: bytes | None = None,
        content_type: str = "application/json",
        query: Mapping[str, str] | None = None,
        seconds: float = 20,
        root: str = _V3,
    ) -> Any:
        """One request; what the homeserver answered, from JSON.

        Args:
            path: its parts, quoted here.
            body: sent as JSON; `data` is sent as it is.
            seconds: until the answer must be complete.

        Raises: MatrixError, UnreachableError.
        """
        address = "/".join([self.url, root, *(quote(part, safe="") for part in path)])
        if query:
            address += "?" + urlencode(query)
        headers = {"Content-Type": content_type}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        try:
            async with self._open_session().request(
                method,
                URL(address, encoded=True),
                data=data if body is None else json.dumps(body),
                headers=headers,
                timeout=aiohttp.ClientTimeout(total=seconds),
            ) as response:
                answer = _parsed(await response.read())
                if response.status >= HTTPStatus.BAD_REQUEST or answer is None:
                    raise _refusal(response, answer if isinstance(answer, dict) else {})
                return answer
        except aiohttp.ClientConnectorError as error:
            raise UnreachableError(type(error).__name__, sent=False) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise UnreachableError(type(error).__name__, sent=True) from error

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session


def receipt_of(error: MatrixError | UnreachableError | TimeoutError) -> Receipt:
    """What an error means for the action that met it.

    A transaction id makes a repeat safe, so all that is unclear is `UNKNOWN`.
    """
    match error:
        case MatrixError(status=HTTPStatus.TOO_MANY_REQUESTS):
            return Receipt(
                outcome=Outcome.RETRY, retry_after=error.retry_after, reason="M_LIMIT_EXCEEDED"
            )
        case MatrixError(code="M_UNKNOWN_TOKEN" | "M_MISSING_TOKEN"):
            # The sync notices it at the same time, and logs in again within a second or two.
            return Receipt(outcome=Outcome.RETRY, retry_after=2, reason=error.code)
        case MatrixError(code="M_UNRECOGNIZED"):
            return Receipt(outcome=Outcome.UNSUPPORTED, reason=str(error))
        case MatrixError(status=HTTPStatus.FORBIDDEN | HTTPStatus.NOT_FOUND | HTTPStatus.GONE):
            return Receipt(outcome=Outcome.GONE, reason=str(error))
        case MatrixError(
            status=HTTPStatus.BAD_GATEWAY
            | HTTPStatus.SERVICE_UNAVAILABLE
            | HTTPStatus.GATEWAY_TIMEOUT
        ):
            # What stands before the homeserver says that it is away, which may last; that is
            # not this action's doing, so it does not use up its attempts.
            return Receipt(outcome=Outcome.RETRY, retry_after=5, reason=str(error))
        case MatrixError() if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR or not error.code:
            return Receipt(outcome=Outcome.UNKNOWN, reason=str(error))
        case MatrixError():
            return Receipt(outcome=Outcome.REFUSED, reason=str(error))
        case UnreachableError(sent=False):
            return Receipt(outcome=Outcome.RETRY, retry_after=5, reason=str(error))
        case _:
            return Receipt(outcome=Outcome.UNKNOWN, reason=str(error) or type(error).__name__)


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _refusal(response: aiohttp.ClientResponse, answer: dict[str, Any]) -> MatrixError:
    code = answer.get("errcode")
    retry_after = None
    if response.status == HTTPStatus.TOO_MANY_REQUESTS:
        retry_after = _seconds(response.headers.get("Retry-After"), answer.get("retry_after_ms"))
    return MatrixError(response.status, code if isinstance(code, str) else "", retry_after, answer)


def _seconds(header: str | None, milliseconds: object) -> float:
    if header and header.isdecimal():
        return float(header)
    if isinstance(milliseconds, int | float) and milliseconds >= 0:
        return milliseconds / 1000
    return _DEFAULT_RETRY_SECONDS
