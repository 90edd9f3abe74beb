"""Resting from the search for a buddy, and going on with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from bot import wall_time
from bot.buddies.joining.seeking import has_said_yes, is_ready, places, require_seekers
from bot.delivery import rules
from bot.platform import Action, Choices
from bot.turn import COMMAND_PROMPT, Turn
from storage import buddies
from storage.buddies import Seeker, State
from storage.database import Transaction
from storage.members import Recipient
from storage.outbox import Draft
from storage.schedules import Due

BACK = "buddy-back"
"""The step at which a rest until a day is over; its subject is the person."""
REST = "rest"
"""Beside what they said of themselves: until when they rest, in ISO 8601, or `OPEN`."""
OPEN = "open"


def is_available(seeker: Seeker, member: Recipient | None, now: datetime) -> bool:
    """Whether a buddy is looked for: they finished their profile, and do not rest.

    Args:
        member: as `storage.members.recipients` has them; None: gone.
    """
    return (
        member is not None
        and not member.stopped
        and member.account.reachable
        and is_ready(seeker.said)
        and seeker.state in (State.LOOKING, State.RESTING)
        and not rests(seeker, now)
    )


def rests(seeker: Seeker, now: datetime) -> bool:
    """Whether they want no search at the moment, whatever else is with them."""
    until = seeker.said.get(REST)
    if until is not None and (until == OPEN or datetime.fromisoformat(until) > now):
        return True
    if seeker.state is not State.RESTING:
        return False
    return seeker.resting_until > now if seeker.resting_until is not None else until is None


def rest_until(seeker: Seeker) -> datetime | None:
    """Until when, of somebody who rests; None: until they come back."""
    until = seeker.said.get(REST)
    if until == OPEN:
        return None
    return datetime.fromisoformat(until) if until else seeker.resting_until


def rest(tx: Transaction, seeker: Seeker, until: datetime | None) -> Seeker:
    """No search until then; None: until they come back. A pair they are in goes on."""
    looks = seeker.state in (State.LOOKING, State.RESTING)
    rested = buddies.change_seeker(
        tx,
        seeker,
        state=State.RESTING if looks else seeker.state,
        resting_until=until if looks else seeker.resting_until,
        said={**seeker.said, REST: OPEN if until is None else until.astimezone(UTC).isoformat()},
    )
    _set_step(tx, seeker.person)
    return rested


def wake(tx: Transaction, seeker: Seeker) -> Seeker:
    """Search on."""
    said = {name: value for name, value in seeker.said.items() if name != REST}
    rested = seeker.state is State.RESTING and is_ready(said)
    return buddies.change_seeker(
        tx,
        seeker,
        state=State.LOOKING if rested else seeker.state,
        resting_until=None,
        said=said,
    )


def plan_back(tx: Transaction, due: Sequence[Due], now: datetime) -> Sequence[Draft]:
    """Search on for those whose rest is over; they asked for that day, and are told nothing."""
    for each in due:
        for seeker in buddies.seekers_of(tx, each.subject):
            until = rest_until(seeker)
            if until is not None and until <= now:
                wake(tx, seeker)
        _set_step(tx, each.subject)
    return []


def _set_step(tx: Transaction, person: int) -> None:
    """Have the first of somebody's rests end on its day."""
    ends = [rest_until(each) for each in buddies.seekers_of(tx, person)]
    if first := min((each for each in ends if each is not None), default=None):
        rules.set_once(tx, kind=BACK, subject=person, at=first, zone="UTC")


# --- what members say


def pause(turn: Turn) -> Sequence[Action]:
    """`buddy pause [until <day>]`: no search; the profile stays, and a pair goes on."""
    until = _until(turn)
    for seeker in require_seekers(turn):
        rest(turn.tx, seeker, until)
    back = turn.option("buddy back", "joining-back-button")
    choices = Choices(prompt=COMMAND_PROMPT, options=(back,))
    if until is None:
        return [turn.answer("joining-paused-open", choices)]
    day = turn.day_words(until.astimezone(turn.zone).date())
    return [turn.answer("joining-paused", choices, until=day)]


# --- with everything else


def pause_all(turn: Turn) -> None:
    """The general `pause [until <day>]`: the search rests with everything else."""
    for seeker in places(turn):
        rest(turn.tx, seeker, _until(turn))


def resume_all(turn: Turn) -> None:
    """The general `resume`: the search goes on with everything else, where their yes stands."""
    if not has_said_yes(turn):
        return
    for seeker in places(turn):
        wake(turn.tx, seeker)


def stop_all(turn: Turn) -> None:
    """The general `stop`: every yes is taken back, so that only `buddy back` searches again."""
    if turn.member is None or turn.member.stopped_at is not None:
        return
    here = turn.words("what") == "here" and turn.communities
    for seeker in places(turn):
        if not here or seeker.community == turn.communities[0].id:
            rest(turn.tx, seeker, None)


def _until(turn: Turn) -> datetime | None:
    """Midnight of the day, on their own clock."""
    if not turn.words("until"):
        return None
    return wall_time.due_on(turn.day("until"), time(), turn.zone)
