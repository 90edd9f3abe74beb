"""Joining: one screen, check-in first.

What Handrail is and is not, 18 or older, the check-in's hour, the place; then the echo "it is
now 14:05 for you, right?". Nothing is stored before the last yes: until then the answers travel
in the prompts themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import time
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from bot.commands import Field, Form, Kind
from bot.delivery import rules
from bot.places import Place, Places, UnclearPlaceError
from bot.platform import Action, Choice, Choices, Chose, FormFilled
from bot.richtext import Body
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, Turn
from storage import members, schedules
from storage.members import Member

FORM = Form(
    name="join",
    fields=(
        Field(name="hour", kind=Kind.TIME, default="9:00", longest=40),
        Field(name="place", kind=Kind.PLACE, required=False, longest=100),
    ),
)
CHECK_INS = "checkins"
ALERTS = "moderator_alerts"
"""The consent to a team being told when somebody seems in danger."""

MOST_PLACES = 8


class Joining:
    """The way in, and back in.

    Args:
        begin_check_ins: sets up the new member's check-ins; returns the first one in words.
        youth: help lines for those who are not grown up yet.
        read_along: which rooms here a program reads; what members are told before they join.
    """

    def __init__(
        self,
        places: Places,
        begin_check_ins: Callable[[Turn, Member, time], str],
        youth: Callable[[Turn], Sequence[Action]],
        read_along: Callable[[Turn], Body],
    ) -> None:
        self._places = places
        self._youth = youth
        self._begin_check_ins = begin_check_ins
        self._read_along = read_along

    def start(self, turn: Turn) -> Sequence[Action]:
        """`start`: the first screen; for those who stopped, the way back."""
        if turn.member is None:
            body = turn.body("join-welcome") + self._read_along(turn)
            return [turn.show(body, self._first_choices(turn))]
        if turn.member.stopped_at is None:
            return [turn.answer("join-already", turn.doors())]
        members.resume(turn.tx, turn.member.id)
        _consent(turn, turn.member)
        # A `stop` took everything back; what they had refused before that stays refused.
        stopped = turn.member.stopped_at
        if not members.has_refused(turn.tx, turn.member.id, ALERTS, before=stopped):
            _consent_to_alerts(turn, turn.member)
        for schedule in schedules.of_person(turn.tx, turn.member.id):
            rules.wake(turn.tx, schedule, turn.member.zone, turn.now)
        return [turn.answer("join-back", turn.doors())]

    def welcome(self, turn: Turn) -> Sequence[Action]:
        """`welcome`: a message for everybody in this room, with a button to begin in private."""
        options = (turn.option("start", "join-start"), turn.option("help now", "door-help"))
        choices = Choices(prompt=COMMAND_PROMPT, options=options)
        return [turn.tell_all("join-invitation", choices)]

    def about(self, turn: Turn) -> Sequence[Action]:
        """`about`: what is kept, who sees it, how to end it."""
        choices = turn.doors() if turn.member else self._first_choices(turn)
        return [turn.show(turn.body("join-about") + self._read_along(turn), choices)]

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """A choice on the first screen, or its form."""
        match turn.event:
            case FormFilled():
                return self._form(turn)
            case Chose(choice="young"):
                return self._youth(turn)
            case Chose(choice="about"):
                return self.about(turn)
            case Chose(choice="help now"):
                return turn.say("help now")
            case _:
                return [turn.ask(FORM.name, "join")]

    def place_chosen(self, turn: Turn) -> Sequence[Action]:
        """One of several places was meant."""
        if isinstance(turn.event, FormFilled):
            return self._form(turn)
        if turn.choice == "change":
            return [turn.ask(FORM.name, "join")]
        return [self._echo(turn, _hour(turn.detail), self._zone(turn.choice))]

    def sure(self, turn: Turn) -> Sequence[Action]:
        """The clock is right: from here on there is a member."""
        if isinstance(turn.event, FormFilled):
            return self._form(turn)
        hour, _, zone = turn.detail.partition("/")
        if turn.choice != "yes":
            return [turn.ask(FORM.name, "join")]
        if turn.member is not None:
            return self.start(turn)
        first_hour, zone = _hour(hour), self._zone(zone).key
        if not turn.reachable:
            return [turn.answer("join-closed", self._sure_choices(turn, turn.detail))]
        member = members.join(
            turn.tx,
            platform=turn.actor.platform,
            user=turn.actor.user or "",
            language=turn.language,
            zone=zone,
            now=turn.now,
        )
        for community in turn.communities:
            members.add_membership(turn.tx, member.id, community.id, turn.now)
        _consent(turn, member)
        _consent_to_alerts(turn, member)
        turn.member = member
        first = self._begin_check_ins(turn, member, first_hour)
        return [turn.answer("join-done", turn.doors(), first=first, replaces=True)]

    def _form(self, turn: Turn) -> Sequence[Action]:
        hour = turn.hour("hour")
        place = turn.words("place")
        guess = None if place else self._guess(turn)
        if guess is not None:
            return [self._echo(turn, hour, ZoneInfo(guess))]
        found = self._places.find(place or "", turn.language)
        if not found:
            raise UnclearPlaceError("no such place")
        if len(found) > 1:
            prompt = f"join-place/{hour:%H:%M}"
            other = turn.option("change", "join-sure-change", form=FORM.name)
            options = (*place_options(turn, found), other)
            return [turn.answer("place-which", Choices(prompt=prompt, options=options))]
        return [self._echo(turn, hour, ZoneInfo(found[0].zone))]

    def _guess(self, turn: Turn) -> str | None:
        """The zone that the platform suggests, else the language's country's, if it has one.

        Only ever a guess: the echo asks whether it is right.
        """
        if turn.event.zone is not None and self._places.today(turn.event.zone):
            return self._places.today(turn.event.zone)
        country = country_of_locale(turn.event.locale)
        found = self._places.find(country, "en") if country else []
        if len(found) == 1:
            return found[0].zone
        return turn.communities[0].zone if turn.communities else None

    def _echo(self, turn: Turn, hour: time, zone: ZoneInfo) -> Action:
        local = turn.now.astimezone(zone)
        choices = self._sure_choices(turn, f"{hour:%H:%M}/{zone.key}")
        return turn.answer(
            "join-sure", choices, now=turn.clock_words(local), hour=turn.clock_words(hour)
        )

    def _sure_choices(self, turn: Turn, detail: str) -> Choices:
        return Choices(
            prompt=f"join-sure/{detail}",
            options=(
                turn.option("yes", "join-sure-yes", tone="primary"),
                turn.option("change", "join-sure-change", form=FORM.name),
            ),
        )

    def _zone(self, name: str) -> ZoneInfo:
        if not self._places.check(name):
            raise UnclearPlaceError("no such zone")
        return ZoneInfo(name)

    def _first_choices(self, turn: Turn) -> Choices:
        return Choices(
            prompt="join",
            options=(
                turn.option("adult", "join-adult", form=FORM.name, tone="primary"),
                turn.option("young", "join-not-adult"),
                turn.option("about", "join-what-is-kept"),
                turn.option("help now", "door-help"),
            ),
        )


def _hour(words: str) -> time:
    """The hour that a prompt carries. Raises: ChoiceGoneError."""
    try:
        return time.fromisoformat(words).replace(tzinfo=None)
    except ValueError:
        raise ChoiceGoneError("the prompt carries no hour") from None


def place_options(turn: Turn, found: Sequence[Place]) -> tuple[Choice, ...]:
    """The places that may be meant, with the time that it is there."""
    return tuple(
        Choice(
            id=place.zone,
            label=turn.line(
                "place-option",
                city=place.city,
                country=place.country,
                now=turn.clock_words(turn.now.astimezone(ZoneInfo(place.zone))),
            )[:80],
        )
        for place in found[:MOST_PLACES]
    )


def country_of_locale(tag: str | None) -> str | None:
    """The English name of the country that a language tag means ("de": Germany).

    Source: CLDR's likely subtags.
    """
    if tag is None:
        return None
    likely = get_global("likely_subtags").get(tag.replace("-", "_"), tag.replace("-", "_"))
    try:
        territory = Locale.parse(likely).territory
    except (ValueError, UnknownLocaleError):
        return None
    return Locale("en").territories.get(territory) if territory else None


def consent_to(turn: Turn, member: Member, purpose: str, *text_ids: str) -> None:
    """Record the yes to a purpose, and to which words."""
    read = "".join(turn.line(text_id) for text_id in text_ids)
    members.give_consent(
        turn.tx,
        member.id,
        purpose=purpose,
        text_hash=hashlib.sha256(read.encode()).hexdigest(),
        language=turn.language,
        platform=turn.actor.platform,
        now=turn.now,
    )


def _consent(turn: Turn, member: Member) -> None:
    consent_to(turn, member, CHECK_INS, "join-welcome", "join-about")


def _consent_to_alerts(turn: Turn, member: Member) -> None:
    consent_to(turn, member, ALERTS, "join-welcome", "join-about")
