"""What the team can say about rounds of buddies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import reading, wall_time
from bot.buddies.parts import Parts, joined
from bot.buddies.rounds import by_hand, cadence, going_out, previewing, reporting, waves
from bot.buddies.rounds.waves import Asked
from bot.commands import Argument, Command, Kind, Role
from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.feature import StaffOf
from bot.platform import Action, Address
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, buddy_rounds, members
from storage.buddy_rounds import Round
from storage.ids import read_id
from storage.members import Community

SCHEDULE = (
    Argument(name="cadence", kind=Kind.OPTION, required=False, options=cadence.CADENCES),
    Argument(name="roundday", kind=Kind.DAY, required=False),
    Argument(name="roundhour", kind=Kind.TIME, required=False),
)
PEER = Argument(name="peer", kind=Kind.MEMBER)


class NoCommunityError(HandrailError):
    """Said where no community is known."""

    text_id = "rounds-no-community"


class PausedError(HandrailError):
    """The community's rounds rest."""

    text_id = "rounds-are-paused"


class UnknownPeerError(HandrailError):
    """Nobody of that name is among the buddies; a name that is near must not be taken."""

    text_id = "rounds-nobody-called"


def parts(staff_of: StaffOf) -> Parts:
    """The folder's share of the feature."""
    said = Rounds(staff_of)
    other = Argument(name="other", kind=Kind.MEMBER)
    until = Argument(name="until", kind=Kind.DAY, required=False)
    own = Parts(
        commands=(
            Command(name="buddies preview", handler=said.preview, needs=Role.FACILITATOR),
            Command(name="buddies run", handler=said.run, needs=Role.MODERATOR),
            Command(
                name="buddies schedule",
                handler=said.schedule,
                arguments=SCHEDULE,
                needs=Role.MODERATOR,
            ),
            Command(name="buddies report", handler=said.report, needs=Role.FACILITATOR),
            Command(
                name="buddies pair",
                handler=said.pair,
                arguments=(PEER, other),
                needs=Role.FACILITATOR,
            ),
            Command(
                name="buddies accompany",
                handler=said.accompany,
                arguments=(PEER, other),
                needs=Role.FACILITATOR,
            ),
            Command(
                name="buddies unpair",
                handler=said.unpair,
                arguments=(PEER,),
                needs=Role.FACILITATOR,
            ),
            Command(
                name="buddies pause",
                handler=said.pause,
                arguments=(until,),
                needs=Role.MODERATOR,
            ),
            Command(name="buddies resume", handler=said.resume, needs=Role.MODERATOR),
        ),
        prompts={previewing.PROMPT: said.pressed},
    )
    return joined(own, cadence.parts(), waves.parts(), going_out.parts())


class Rounds:
    """Reads, decides, writes, answers. Args: staff_of: where a community's team talks."""

    def __init__(self, staff_of: StaffOf) -> None:
        self._staff_of = staff_of

    # --- rounds

    def preview(self, turn: Turn) -> Sequence[Action]:
        """`buddies preview`: what a round would be, in numbers."""
        community = self._community(turn)
        if waves.is_under_way(turn.tx, community.id):
            return [turn.answer("rounds-under-way")]
        waves.begin_preview(turn.tx, community.id, _asked(turn), turn.now)
        return [turn.answer("rounds-working")]

    def run(self, turn: Turn) -> Sequence[Action]:
        """`buddies run`: what was previewed goes out; without a preview, that comes first."""
        community = self._community(turn)
        _require_open(turn, community)
        if waves.is_under_way(turn.tx, community.id):
            return [turn.answer("rounds-under-way")]
        shown = buddy_rounds.in_state(turn.tx, "previewed", community=community.id)
        if not shown or not _was_seen(shown[-1], turn):
            waves.begin_preview(turn.tx, community.id, _asked(turn), turn.now)
            return [turn.answer("rounds-working-first")]
        return self._send(turn, shown[-1], _asked(turn))

    def pressed(self, turn: Turn) -> Sequence[Action]:
        """A button below the numbers: only whoever asked for them has it."""
        wave = _shown(turn)
        asked = Asked.of(wave.plan)
        if asked is None or asked.to != _account(turn.actor):
            raise ChoiceGoneError("somebody else's preview")
        if turn.choice == "send" and asked.may_send:
            _require_open(turn, members.community(turn.tx, wave.community))
            return self._send(turn, wave, asked)
        if turn.choice == "drop":
            waves.let_go(turn.tx, wave.community, "previewed")
            return [turn.answer("rounds-dropped")]
        place = turn.choice.removeprefix("ask-")
        suggested = wave.plan["suggested"]
        if not place.isdecimal() or not 1 <= int(place) <= len(suggested):
            raise ChoiceGoneError("no such choice")
        return _asked_both(turn, wave.community, suggested[int(place) - 1])

    def _send(self, turn: Turn, wave: Round, asked: Asked) -> Sequence[Action]:
        if not wave.plan["groups"]:
            return [turn.answer("rounds-nothing")]
        waves.send_out(turn.tx, wave, asked, turn.now)
        return [turn.answer("rounds-sending")]

    def report(self, turn: Turn) -> Sequence[Action]:
        """`buddies report`: how it goes, in counts."""
        return [turn.show(reporting.report(turn, self._community(turn)))]

    # --- when

    def schedule(self, turn: Turn) -> Sequence[Action]:
        """`buddies schedule [how often] [day] [hour]`: when rounds come by themselves."""
        community = self._community(turn)
        ways = before = buddies.ways(turn.tx, community.id)
        if turn.words("cadence"):
            ways = replace(ways, cadence=turn.words("cadence") or ways.cadence)
        if words := turn.words("roundday"):
            today = turn.now.astimezone(wall_time.zone_named(community.zone)).date()
            ways = replace(ways, weekday=reading.read_day(words, today, turn.language).weekday())
        if turn.words("roundhour"):
            ways = replace(ways, hour=f"{turn.hour('roundhour'):%H:%M}")
        if ways != before:
            cadence.change_ways(turn.tx, community.id, ways, turn.now)
        return [turn.show(reporting.when(turn, community))]

    def pause(self, turn: Turn) -> Sequence[Action]:
        """`buddies pause [until <day>]`: no rounds; pairs go on."""
        community = self._community(turn)
        until = None
        if words := turn.words("until"):
            today = turn.now.astimezone(wall_time.zone_named(community.zone)).date()
            until = reading.read_day(words, today, turn.language)
        cadence.pause(turn.tx, community.id, until, turn.now)
        if until is None:
            return [turn.answer("rounds-paused-open")]
        return [turn.answer("rounds-paused", until=turn.day_words(until))]

    def resume(self, turn: Turn) -> Sequence[Action]:
        """`buddies resume`: rounds go on."""
        community = self._community(turn)
        cadence.resume(turn.tx, community.id, turn.now)
        return [turn.show(reporting.when(turn, community))]

    # --- by hand

    def pair(self, turn: Turn) -> Sequence[Action]:
        """`buddies pair <one> <other>`: ask two whom somebody knows."""
        community = self._community(turn)
        one, other = (_person(turn, community, name) for name in ("peer", "other"))
        ids = by_hand.ids_of(turn.tx, community.id, one, other)
        return _asked_both(turn, community.id, ids)

    def accompany(self, turn: Turn) -> Sequence[Action]:
        """`buddies accompany <one> <other>`: ask two, and be with them in their room."""
        community = self._community(turn)
        one, other = (_person(turn, community, name) for name in ("peer", "other"))
        me = turn.actor
        if turn.member is not None and turn.member.id in (one, other):
            return [turn.answer("rounds-not-these")]
        ids = by_hand.ids_of(turn.tx, community.id, one, other)
        return _asked_both(turn, community.id, ids, (me.platform, me.user or ""))

    def unpair(self, turn: Turn) -> Sequence[Action]:
        """`buddies unpair <member>`: what they are in ends gently."""
        community = self._community(turn)
        person = _person(turn, community, "peer")
        if not going_out.open_pairs(turn.tx, community.id, person):
            return [turn.answer("rounds-no-pair")]
        send(turn, by_hand.part(turn.tx, community.id, person, turn.now))
        return [turn.answer("rounds-unpaired")]

    def _community(self, turn: Turn) -> Community:
        """That of the place; a team's room may stand outside any space."""
        for community in turn.communities or members.all_communities(turn.tx)[0]:
            if turn.communities or self._is_staff_room(turn, community.id):
                return community
        raise NoCommunityError("no community here")

    def _is_staff_room(self, turn: Turn, community: int) -> bool:
        where = turn.event.where
        return any(
            room.platform == where.platform and room.channel == where.channel is not None
            for room, _ in self._staff_of(turn.tx, community)
        )


def _asked_both(
    turn: Turn, community: int, ids: Sequence[str], companion: tuple[str, str] | None = None
) -> Sequence[Action]:
    drafts = by_hand.pair(turn.tx, community, ids, turn.now, companion)
    turn.wakes.update(draft.platform for draft in drafts)
    return [turn.answer("rounds-asked-both" if drafts else "rounds-not-these")]


def _require_open(turn: Turn, community: Community | None) -> None:
    if community is None or cadence.paused_until(turn.tx, community.id, turn.now):
        raise PausedError("rounds are paused")


def _was_seen(wave: Round, turn: Turn) -> bool:
    """Whether a moderator has its numbers, and they are fresh."""
    asked = Asked.of(wave.plan)
    return asked is not None and asked.may_send and waves.may_go_out(wave, turn.now)


def _shown(turn: Turn) -> Round:
    """The preview whose button was pressed. Raises: ChoiceGoneError."""
    id = read_id(turn.detail)
    wave = buddy_rounds.wave(turn.tx, id) if id is not None else None
    if wave is None or not waves.may_go_out(wave, turn.now):
        raise ChoiceGoneError("no such preview any more")
    return wave


def _asked(turn: Turn) -> Asked:
    return Asked(
        to=_account(turn.actor),
        where=None if turn.event.direct else turn.event.where,
        language=turn.language,
        may_send=turn.role >= Role.MODERATOR,
    )


def _account(actor: Address) -> Address:
    return Address(actor.platform, user=actor.user)


def _person(turn: Turn, community: Community, argument: str) -> int:
    words = turn.words(argument) or ""
    found = by_hand.person_called(turn.tx, community.id, turn.actor.platform, words)
    if found is None:
        raise UnknownPeerError("nobody among the buddies is called so")
    return found
