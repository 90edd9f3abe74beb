"""A proposal: its people are asked in private, and nobody learns who did not say yes.

Whatever the other one did, a no, no answer or having gone, nothing happens before the proposal
expires, and then everybody is told by what they said themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations

from bot.buddies.joining.resting import is_available, rests
from bot.buddies.pairing.asking import PROPOSAL, until_words, write
from bot.buddies.pairing.ending import SILENT
from bot.buddies.pairing.freezing import freeze_after
from bot.buddies.pairing.introducing import Introducing
from bot.buddies.pairing.standing import are_apart
from bot.buddies.pairing.telling import News, tell
from bot.buddies.parts import Parts
from bot.delivery import rules
from bot.delivery.messages import send
from bot.delivery.sender import REST
from bot.platform import Action, new_key
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, buddy_pairs, members, schedules
from storage.buddies import State
from storage.buddy_pairs import Ending, Pair, Partner, Stage
from storage.database import Transaction
from storage.ids import new_id, read_id
from storage.members import Recipient
from storage.outbox import Draft
from storage.schedules import Due

EXPIRY = "buddy-expiry"
LIVES = timedelta(hours=48)
"""How long they may think about it."""

MOST_SILENCES = 2
"""After so many proposals in a row without an answer somebody rests until they come back."""


class Proposing:
    """Asks, listens and lets expire."""

    def __init__(self, introducing: Introducing) -> None:
        self._introducing = introducing

    def parts(self) -> Parts:
        """This module's share of the feature."""
        return Parts(
            prompts={PROPOSAL: self.answered},
            writes={PROPOSAL: write},
            plans={EXPIRY: plan_expiry},
        )

    def answered(self, turn: Turn) -> Sequence[Action]:
        """Yes, not this time, or the question who sees what; the last answer before it expires."""
        person = turn.person.id
        pair = _asked(turn.tx, turn.detail, person)
        if turn.choice == "sees":
            met = self._introducing.parent_for(turn.tx, pair) is not None
            return [turn.answer("buddy-sees-room" if met else "buddy-sees-relay")]
        if pair.stage is Stage.TOGETHER:
            return [turn.answer("buddy-together-already")]
        if pair.stage is Stage.OVER or pair.expires_at <= turn.now:
            return [turn.answer("buddy-proposal-over")]
        if turn.choice not in ("yes", "no"):
            raise ChoiceGoneError("no such answer")
        pair = _saying(pair, person, turn.choice)
        buddy_pairs.put(turn.tx, pair)
        if _agreed(turn.tx, pair):
            send(
                turn, self._introducing.introduce(turn.tx, _met(turn.tx, pair, turn.now), turn.now)
            )
            return [turn.answer("buddy-both-yes")]
        until = until_words(turn.texts, turn.language, pair, turn.zone)
        if turn.choice == "yes":
            return [turn.answer("buddy-said-yes", until=until)]
        return [turn.answer("buddy-said-no", until=until)]


def propose(tx: Transaction, pair: Pair, now: datetime) -> list[Draft]:
    """Write a pair, and ask its people.

    Returns: rows for the outbox, which the caller adds; none, and nothing is written, where
        these people cannot be asked (any more): one is in another pair of buddies, rests, is
        frozen or gone, or they are kept apart.
    """
    people = [each.person for each in pair.partners]
    known = members.recipients(tx, people)
    if not all(_is_free(tx, pair, each, known.get(each.person), now) for each in pair.partners):
        return []
    if are_apart(tx, pair.community, people, now):
        return []
    buddy_pairs.put(tx, pair)
    rules.set_once(tx, kind=EXPIRY, subject=pair.id, at=pair.expires_at, zone="UTC")
    return [
        Draft(
            id=new_id(),
            send_id=new_key(),
            dedupe_key=f"{PROPOSAL}:{pair.id}:{person}",
            kind=PROPOSAL,
            subject=pair.id,
            person=person,
            platform=known[person].account.platform,
            lane=REST,
            due=now,
            expires=pair.expires_at,
        )
        for person in people
    ]


def plan_expiry(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """What did not come about is over; each is told by what they said themselves."""
    drafts: list[Draft] = []
    for each in due:
        pair = buddy_pairs.with_id(tx, each.subject)
        if pair is not None and pair.stage is Stage.PROPOSED:
            no = any(partner.said == "no" for partner in pair.partners)
            ending = pair.ending or (Ending.DECLINED if no else Ending.SILENT)
            over = replace(pair, stage=Stage.OVER, ending=ending, ended_at=pair.expires_at)
            buddy_pairs.put(tx, over)
            for partner in pair.partners:
                drafts += _let_go(tx, pair, partner, each.due)
                if ending in SILENT:
                    freeze_after(tx, over, partner.person, now)
    return drafts


def _let_go(tx: Transaction, pair: Pair, partner: Partner, at: datetime) -> list[Draft]:
    """Tell one of them, who may be asked again; who was silent too often rests."""
    seeker = buddies.seeker(tx, pair.community, partner.person)
    news: News | None = News.NO_PAIR if partner.said == "yes" else None
    if partner.said is None:
        news = News.LAPSED
    if seeker is None:
        news = news if partner.mentors else None
    elif partner.said is not None:
        buddies.change_seeker(tx, seeker, silences=0)
    elif seeker.state is State.FROZEN or rests(seeker, at):
        news = None  # nothing was expected of them
    else:
        silences = seeker.silences + 1
        if silences >= MOST_SILENCES:
            news = News.RESTS
            buddies.change_seeker(tx, seeker, silences=0, state=State.RESTING, resting_until=None)
        else:
            buddies.change_seeker(tx, seeker, silences=silences)
    return tell(tx, pair, [partner.person], news, at) if news is not None else []


# --- asking


def _is_free(
    tx: Transaction, pair: Pair, partner: Partner, to: Recipient | None, now: datetime
) -> bool:
    if to is None or to.stopped:
        return False
    seeker = buddies.seeker(tx, pair.community, partner.person)
    if pair.kind != "buddies":
        return seeker is None or seeker.state is not State.FROZEN
    if seeker is None or not is_available(seeker, to, now):
        return False
    open_pairs = buddy_pairs.of_person(tx, partner.person, Stage.PROPOSED, Stage.TOGETHER)
    return not any(each.kind == "buddies" and each.id != pair.id for each in open_pairs)


# --- listening


def _asked(tx: Transaction, detail: str, person: int) -> Pair:
    """The pair that somebody was asked about. Raises: ChoiceGoneError."""
    id = read_id(detail)
    pair = buddy_pairs.with_id(tx, id) if id is not None else None
    if pair is None or all(each.person != person for each in pair.partners):
        raise ChoiceGoneError("no such proposal")
    return pair


def _saying(pair: Pair, person: int, said: str) -> Pair:
    partners = tuple(
        replace(each, said=said) if each.person == person else each for each in pair.partners
    )
    return replace(pair, partners=partners)


def _agreed(tx: Transaction, pair: Pair) -> bool:
    """Whether all said yes, and nothing has come between them that nobody is told of."""
    if pair.ending is not None or any(each.said != "yes" for each in pair.partners):
        return False
    people = [each.person for each in pair.partners]
    blocks = buddies.blocks_among(tx, people)
    if any(both in blocks for both in permutations(people, 2)):
        return False
    if pair.kind != "buddies":
        return True
    seekers = [buddies.seeker(tx, pair.community, each) for each in people]
    return all(each is not None and each.state is not State.FROZEN for each in seekers)


def _met(tx: Transaction, pair: Pair, now: datetime) -> Pair:
    """They are together from now on."""
    schedules.remove(tx, EXPIRY, pair.id)
    pair = replace(pair, stage=Stage.TOGETHER, began_at=now)
    buddy_pairs.put(tx, pair)
    for each in pair.partners:
        seeker = buddies.seeker(tx, pair.community, each.person)
        if seeker is not None and pair.kind == "buddies":
            buddies.change_seeker(
                tx, seeker, state=State.PAIRED, silences=0, waited=0, first_in_line=False
            )
    return pair
