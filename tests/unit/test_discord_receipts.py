"""Every way in which discord.py can fail has a meaning for the sender."""

from __future__ import annotations

import inspect
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from adapters.discord.receipts import receipt_of
from bot.platform import Outcome


def refused(status: int, code: int) -> discord.HTTPException:
    kinds = {403: discord.Forbidden, 404: discord.NotFound}
    kind = kinds.get(status, discord.DiscordServerError if status >= 500 else discord.HTTPException)
    response: Any = SimpleNamespace(status=status, reason="")
    return kind(response, {"code": code, "message": "what somebody wrote"})


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [
        pytest.param(403, 50007, Outcome.GONE, id="direct messages closed"),
        pytest.param(403, 50278, Outcome.GONE, id="blocked"),
        pytest.param(404, 10003, Outcome.GONE, id="channel deleted"),
        pytest.param(404, 10062, Outcome.GONE, id="interaction over"),
        pytest.param(401, 50027, Outcome.GONE, id="interaction's token over"),
        pytest.param(403, 40003, Outcome.RETRY, id="opening too fast"),
        pytest.param(401, 0, Outcome.RETRY, id="token not accepted"),
        pytest.param(429, 0, Outcome.RETRY, id="banned in front"),
        pytest.param(403, 50013, Outcome.REFUSED, id="permission missing"),
        pytest.param(400, 50035, Outcome.REFUSED, id="body not accepted"),
        pytest.param(404, 10008, Outcome.REFUSED, id="message deleted"),
        pytest.param(408, 0, Outcome.UNKNOWN, id="timed out there"),
        pytest.param(503, 0, Outcome.UNKNOWN, id="down"),
    ],
)
def test_refusals_are_told_apart(status: int, code: int, outcome: Outcome) -> None:
    receipt = receipt_of(refused(status, code))

    assert receipt.outcome is outcome
    assert receipt.reason == str(code or status)
    assert (receipt.retry_after is not None) == (outcome is Outcome.RETRY)


def test_whatever_may_have_been_sent_is_in_doubt() -> None:
    assert receipt_of(TimeoutError()).outcome is Outcome.UNKNOWN
    assert receipt_of(ConnectionResetError()).outcome is Outcome.UNKNOWN


def test_the_library_has_no_failure_that_nobody_has_thought_of() -> None:
    """A new class in `discord.errors` wants a decision here and in `receipt_of`."""
    classes = inspect.getmembers(discord.errors, inspect.isclass)
    failures = {name for name, kind in classes if issubclass(kind, discord.DiscordException)}

    assert failures == {
        "DiscordException",
        "ClientException",
        "GatewayNotFound",
        "HTTPException",
        "RateLimited",
        "Forbidden",
        "NotFound",
        "DiscordServerError",
        "InvalidData",
        "LoginFailure",
        "ConnectionClosed",
        "PrivilegedIntentsRequired",
        "InteractionResponded",
        "MissingApplicationID",
        "FFmpegProcessError",  # voice, which is not used
    }
