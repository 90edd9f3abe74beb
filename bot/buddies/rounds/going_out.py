"""A wave goes out, some people at a time: each transaction does a share and keeps what is left.

So a kill at any point repeats nothing and leaves nobody out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.buddies.joining.resting import is_available, wake
from bot.buddies.pairing.proposing import LIVES, propose
from bot.buddies.parts import Parts
from bot.buddies.rounds import cadence, waves
from bot.buddies.rounds.people import MENTOR, person_of
from bot.delivery.messages import direct
from bot.delivery.sender import REST
from bot.platform import Audience, Choice, Choices, Say, Send, new_key
from bot.richtext import Body
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT
from bot.wall_time import zone_named
from storage import buddies, buddy_pairs, buddy_rounds, members, outbox
from storage.buddies import State
from storage.buddy_pairs import Pair, Partner, Stage
from storage.buddy_rounds import Round
from storage.database import Transaction
from storage.ids import new_id
from storage.members import Recipient
from storage.outbox import SEALED, Claimed, Draft

LEFT = "buddies-left"
SMALL = "small"
"""Why nobody was looked for: a facilitator does it by hand."""
AT_ONCE = 10
TOLD_FOR = timedelta(days=2)


def parts() -> Parts:
    """This module's share of the feature."""
    return Parts(writes={LEFT: write})


def send_some(tx: Transaction, id: int, now: datetime) -> bool:
    """Send out a share of a wave. Returns: whether there is more to do."""
    wave = buddy_rounds.held(tx, id)
    if wave is None or wave.state != "running":
        return False
    plan = dict(wave.plan)
    groups, plan["groups"] = plan["groups"][:AT_ONCE], plan["groups"][AT_ONCE:]
    for ids, relaxed in groups:
        plan["proposed"] += bool(_propose(tx, wave.community, ids, relaxed, now))
    if groups:
        buddy_rounds.put(tx, replace(wave, plan=plan))
        return True
    left = list(plan["left"].items())
    plan["left"] = dict(left[AT_ONCE:])
    if left:
        outbox.add(tx, _tell_left(tx, replace(wave, plan=plan), dict(left[:AT_ONCE]), now), now)
        buddy_rounds.put(tx, replace(wave, plan=plan))
        return True
    waves.wave_over(tx, wave, plan["proposed"], now)
    return False


def propose_by_hand(
    tx: Transaction,
    community: int,
    ids: Sequence[str],
    now: datetime,
    companion: tuple[str, str] | None = None,
) -> Sequence[Draft]:
    """Ask two whom a facilitator has chosen; rows that are in the outbox already."""
    return _propose(tx, community, ids, (), now, companion)


def _propose(
    tx: Transaction,
    community: int,
    ids: Sequence[str],
    relaxed: Sequence[str],
    now: datetime,
    companion: tuple[str, str] | None = None,
) -> Sequence[Draft]:
    mentoring = any(id.startswith(MENTOR) for id in ids)
    if not mentoring:
        for id in ids:
            _wake_rested(tx, community, person_of(id), now)
    partners = tuple(Partner(person=person_of(id), mentors=id.startswith(MENTOR)) for id in ids)
    pair = Pair(
        community=community,
        partners=partners,
        kind="mentoring" if mentoring else "buddies",
        proposed_at=now,
        expires_at=now + LIVES,
        relaxed=tuple(relaxed),
        companion=companion,
    )
    drafts = propose(tx, pair, now)
    outbox.add(tx, drafts, now)
    return drafts


def _wake_rested(tx: Transaction, community: int, person: int, now: datetime) -> None:
    """Whose rest is over looks on."""
    seeker = buddies.seeker(tx, community, person)
    if seeker is None or seeker.state is not State.RESTING:
        return
    if is_available(seeker, members.recipients(tx, [person]).get(person), now):
        wake(tx, seeker)


def open_pairs(tx: Transaction, community: int, person: int) -> list[Pair]:
    """What somebody is in, or is asked about, in a community."""
    found = buddy_pairs.of_person(tx, person, Stage.PROPOSED, Stage.TOGETHER)
    return [each for each in found if each.community == community]


# --- who is left


def _tell_left(tx: Transaction, wave: Round, left: Mapping[str, str], now: datetime) -> list[Draft]:
    """A row for each: once in a round, however many waves leave them."""
    began = datetime.fromisoformat(wave.plan["began"])
    following = cadence.next_round(tx, wave.community, now)
    if wave.plan["proposed"] and wave.wave < waves.WAVES:
        following = now + LIVES + waves.BREATH
    why = {person_of(id): reason for id, reason in left.items()}
    drafts = []
    for person, platform in sorted(members.platforms_of(tx, list(why)).items()):
        seeker = buddies.seeker(tx, wave.community, person)
        if seeker is None or seeker.state not in (State.LOOKING, State.RESTING):
            continue
        if any(each.kind == "buddies" for each in open_pairs(tx, wave.community, person)):
            continue  # somebody was found for them meanwhile
        row = new_id()
        # In small groups nobody is told every week that there are few.
        which = SMALL if why[person] == SMALL else f"{began.timestamp():.0f}"
        told = {"why": why[person], "next": following.isoformat() if following else None}
        drafts.append(
            Draft(
                id=row,
                send_id=new_key(),
                dedupe_key=f"{LEFT}:{wave.community}:{which}:{person}",
                kind=LEFT,
                subject=wave.id,
                person=person,
                platform=platform,
                lane=REST,
                payload=tx.key_of(person).seal(SEALED, row, json.dumps(told).encode()),
                due=now,
                expires=now + TOLD_FOR,
            )
        )
    return drafts


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The messages of claimed rows."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    return {row.id: _message(tx, texts, row, people.get(row.person or 0)) for row in rows}


def _message(tx: Transaction, texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
    if to is None or to.stopped or row.payload is None:
        return None
    told = json.loads(tx.key_of(to.account.person).open(SEALED, row.id, row.payload))
    language = to.language
    body = texts.body(language, f"rounds-left-{told['why']}")
    if told["why"] != SMALL:
        body += _when(texts, language, told["next"], to)
    return Say(
        to=direct(to),
        body=body,
        audience=Audience.DIRECT,
        choices=Choices(
            prompt=COMMAND_PROMPT,
            options=(
                Choice(id="buddy profile", label=texts.line(language, "rounds-left-profile")),
                Choice(id="buddy pause", label=texts.line(language, "rounds-left-pause")),
            ),
            language=language,
        ),
        key=row.send_id,
    )


def _when(texts: Texts, language: str, following: str | None, to: Recipient) -> Body:
    if following is None:
        return texts.body(language, "rounds-left-some-time")
    local = datetime.fromisoformat(following).astimezone(zone_named(to.zone))
    return texts.body(language, "rounds-left-next", day=texts.when(language, local.date(), "short"))
