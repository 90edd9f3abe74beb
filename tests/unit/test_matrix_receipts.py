"""What a homeserver's answer means for a message that was to be sent."""

from __future__ import annotations

import pytest

from adapters.matrix.api import MatrixError, UnreachableError, receipt_of
from bot.platform import Outcome


@pytest.mark.parametrize(
    ("error", "outcome", "retry_after"),
    [
        (MatrixError(429, "M_LIMIT_EXCEEDED", 7.5), Outcome.RETRY, 7.5),
        (MatrixError(401, "M_UNKNOWN_TOKEN"), Outcome.RETRY, 2),
        (MatrixError(403, "M_FORBIDDEN"), Outcome.GONE, None),
        (MatrixError(404, "M_NOT_FOUND"), Outcome.GONE, None),
        (MatrixError(404, "M_UNRECOGNIZED"), Outcome.UNSUPPORTED, None),
        (MatrixError(413, "M_TOO_LARGE"), Outcome.REFUSED, None),
        (MatrixError(400, "M_BAD_JSON"), Outcome.REFUSED, None),
        (MatrixError(500, "M_UNKNOWN"), Outcome.UNKNOWN, None),
        (MatrixError(502, ""), Outcome.RETRY, 5),
        (MatrixError(503, "M_UNKNOWN"), Outcome.RETRY, 5),
        (MatrixError(504, ""), Outcome.RETRY, 5),
        (MatrixError(200, ""), Outcome.UNKNOWN, None),
        (UnreachableError("ClientConnectorError", sent=False), Outcome.RETRY, 5),
        (UnreachableError("ServerDisconnectedError", sent=True), Outcome.UNKNOWN, None),
        (TimeoutError(), Outcome.UNKNOWN, None),
    ],
    ids=str,
)
def test_an_unclear_end_is_never_taken_for_a_refusal(
    error: MatrixError | UnreachableError | TimeoutError,
    outcome: Outcome,
    retry_after: float | None,
) -> None:
    """A repeat is safe by its transaction id, so what is in doubt is tried again."""
    receipt = receipt_of(error)
    assert (receipt.outcome, receipt.retry_after) == (outcome, retry_after)
    assert receipt.reason
