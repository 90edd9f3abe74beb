"""What a receipt means for its row."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.sender import TOO_OLD, TRIES, settle
from bot.platform import Outcome, Receipt
from storage.outbox import Claimed, State

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FIRST_TRIED = NOW - timedelta(minutes=3)


def row(attempts: int = 1) -> Claimed:
    return Claimed(
        id=7,
        send_id="send",
        kind="message",
        subject=0,
        person=None,
        lane=2,
        detail=None,
        payload=b"sealed",
        due=FIRST_TRIED,
        expires=None,
        attempts=attempts,
        doubt_since=FIRST_TRIED,
    )


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.SENT, State.SENT),
        (Outcome.DEGRADED, State.SENT),
        (Outcome.REFUSED, State.DEAD),
        (Outcome.GONE, State.DEAD),
        (Outcome.UNSUPPORTED, State.DEAD),
        (Outcome.RETRY, State.WAITING),
        (Outcome.UNKNOWN, State.WAITING),
    ],
)
def test_every_outcome_of_a_first_try(outcome: Outcome, state: State) -> None:
    """What is there is done, what never will be is set aside, the rest comes again."""
    settlement = settle(row(), Receipt(outcome=outcome, reason="code"), NOW)

    assert (settlement.id, settlement.state, settlement.reason) == (7, state, "code")


def test_every_outcome_has_a_meaning() -> None:
    """A new one must not leave a row held for ever."""
    for outcome in Outcome:
        assert settle(row(), Receipt(outcome=outcome), NOW).state in State


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [(30.0, 30.0), (0.2, 1.0), (None, 1.0)],
    ids=["as long as the platform says", "at least a second", "a second if it does not say"],
)
def test_later_is_no_try_and_leaves_no_doubt(retry_after: float | None, seconds: float) -> None:
    """Nothing was sent: the row is as fresh as before."""
    receipt = Receipt(outcome=Outcome.RETRY, retry_after=retry_after)

    settlement = settle(row(), receipt, NOW)

    assert settlement.not_before == NOW + timedelta(seconds=seconds)
    assert (settlement.attempts, settlement.doubt_since) == (0, None)


def test_later_does_not_clear_the_doubt_of_an_earlier_try() -> None:
    """The first try may have arrived; the platform's "later" says nothing about that one."""
    settlement = settle(row(attempts=2), Receipt(outcome=Outcome.RETRY, retry_after=5.0), NOW)

    assert (settlement.attempts, settlement.doubt_since) == (1, FIRST_TRIED)


def test_each_try_without_an_answer_waits_longer_than_the_one_before() -> None:
    """2, 4, 8, 16 seconds; the fifth is the last."""
    unheard = Receipt(outcome=Outcome.UNKNOWN, reason="timeout")
    settled = [settle(row(attempts), unheard, NOW) for attempts in range(1, TRIES + 1)]

    waits = [each.not_before - NOW for each in settled if each.not_before is not None]
    assert waits == [timedelta(seconds=seconds) for seconds in (2, 4, 8, 16)]
    assert all(each.doubt_since == FIRST_TRIED for each in settled[:-1])
    assert [each.state for each in settled] == [State.WAITING] * 4 + [State.DEAD]


def test_what_is_too_old_to_tell_is_uncertain_and_not_dead() -> None:
    """An operator has to know that it may have arrived."""
    receipt = Receipt(outcome=Outcome.UNKNOWN, reason=TOO_OLD)

    assert settle(row(attempts=TRIES), receipt, NOW).state is State.UNCERTAIN
