"""What people can say about being here: joining, leaving, pausing, language, place, help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time
from zoneinfo import ZoneInfo

from bot.commands import Argument, Command, FirstResponse, Kind, Role
from bot.delivery import rules
from bot.feature import Feature
from bot.members import helping, joining, privacy
from bot.places import Places, UnclearPlaceError
from bot.platform import Action, Choices
from bot.reading.words import forms, plain
from bot.richtext import Body
from bot.turn import COMMAND_PROMPT, Turn
from storage import members, outbox, quiet, schedules


def feature(
    places: Places,
    *,
    begin_check_ins: Callable[[Turn, members.Member, time], str],
    youth: Callable[[Turn], Sequence[Action]],
    read_along: Callable[[Turn], Body] = lambda turn: (),
) -> Feature:
    """The members feature.

    Args:
        begin_check_ins: sets up a new member's check-ins; returns the first one in words.
        youth: help lines for those who are not grown up yet.
        read_along: what members are told of rooms that are read.
    """
    newcomers = joining.Joining(places, begin_check_ins, youth, read_along)
    return Feature(
        name="members",
        commands=(
            Command(name="start", handler=newcomers.start, needs=Role.ANYONE),
            Command(
                name="stop",
                handler=stop,
                needs=Role.ANYONE,
                arguments=(
                    Argument(
                        name="what",
                        kind=Kind.OPTION,
                        required=False,
                        options=("everything", "here"),
                    ),
                ),
            ),
            Command(
                name="pause",
                handler=pause,
                arguments=(Argument(name="until", kind=Kind.DAY, required=False),),
            ),
            Command(name="resume", handler=resume),
            Command(
                name="place",
                handler=Moving(places).place,
                arguments=(Argument(name="where", kind=Kind.PLACE),),
                aliases=("timezone", "time zone"),
            ),
            Command(
                name="language",
                handler=language,
                arguments=(Argument(name="name", kind=Kind.TEXT),),
            ),
            Command(name="about", handler=newcomers.about, needs=Role.ANYONE),
            Command(
                name="help",
                handler=helping.show,
                arguments=(Argument(name="about", kind=Kind.TEXT, required=False),),
                needs=Role.ANYONE,
            ),
            Command(
                name="welcome",
                handler=newcomers.welcome,
                needs=Role.MODERATOR,
                first_response=FirstResponse.PUBLIC,
            ),
            Command(name="talk", handler=talk, needs=Role.ANYONE),
        ),
        forms=(joining.FORM,),
        prompts={
            "join": newcomers.chosen,
            "join-place": newcomers.place_chosen,
            "join-sure": newcomers.sure,
            "place": Moving(places).chosen,
        },
        needs_reach=frozenset({"join-sure"}),
        export=privacy.export,
        erase=privacy.erase,
    )


def stop(turn: Turn) -> Sequence[Action]:
    """`stop [here]`: nothing more, from everything or from one community; reversible."""
    if turn.member is None:
        return [turn.answer("stopped-nothing")]
    member = turn.person
    if turn.words("what") == "here" and turn.communities:
        community = turn.communities[0]
        members.stop_community(turn.tx, member.id, community.id, turn.now)
        return [turn.answer("stopped-here", community=community.name)]

    members.stop(turn.tx, member.id, turn.now)
    members.withdraw_consent(turn.tx, member.id, None, turn.now)
    for schedule in schedules.of_person(turn.tx, member.id):
        rules.sleep(turn.tx, schedule)
    outbox.cancel_all_of(turn.tx, member.id, turn.now)
    again = turn.option("start", "join-again")
    return [turn.answer("stopped", Choices(prompt=COMMAND_PROMPT, options=(again,)))]


def pause(turn: Turn) -> Sequence[Action]:
    """`pause [until <day>]`: nothing is asked before that day; everything stays."""
    until = turn.day("until") if turn.words("until") else None
    for schedule in schedules.of_person(turn.tx, turn.person.id):
        rules.pause(turn.tx, schedule, until, turn.zone, turn.now)
    if until is None:
        return [turn.answer("paused-open")]
    return [turn.answer("paused", until=turn.day_words(until))]


def resume(turn: Turn) -> Sequence[Action]:
    """`resume`: go on after a pause."""
    for schedule in schedules.of_person(turn.tx, turn.person.id):
        rules.wake(turn.tx, schedule, turn.zone, turn.now)
    return [turn.answer("resumed", turn.doors())]


def language(turn: Turn) -> Sequence[Action]:
    """`language <name>`: which language Handrail speaks with this member."""
    said = plain(turn.words("name") or "")
    names = {each: _names_of(turn, each) for each in turn.texts.languages}
    for known in names:
        if said == known or said in forms(names[known]):
            members.change_language(turn.tx, turn.person.id, known)
            turn.language = known
            return [turn.answer("language-changed", turn.doors())]
    return [turn.answer("language-unknown", names=", ".join(each[0] for each in names.values()))]


def talk(turn: Turn) -> Sequence[Action]:
    """`talk`: somebody to talk to; says honestly what is there."""
    options = (turn.option("help now", "door-help"),)
    return [turn.answer("talk-not-yet", Choices(prompt=COMMAND_PROMPT, options=options))]


class Moving:
    """`place <where>`: the member lives by another clock now."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def place(self, turn: Turn) -> Sequence[Action]:
        found = self._places.find(turn.words("where") or "", turn.language)
        if not found:
            raise UnclearPlaceError("no such place")
        if len(found) == 1:
            return self._move(turn, found[0].zone)
        options = joining.place_options(turn, found)
        return [turn.answer("place-which", Choices(prompt="place", options=options))]

    def chosen(self, turn: Turn) -> Sequence[Action]:
        if not self._places.check(turn.choice):
            raise UnclearPlaceError("no such zone")
        return self._move(turn, turn.choice)

    def _move(self, turn: Turn, zone: str) -> Sequence[Action]:
        members.change_zone(turn.tx, turn.person.id, zone)
        rules.move_zone(turn.tx, turn.person.id, ZoneInfo(zone), turn.now)
        turn.wakes |= quiet.release(turn.tx, turn.now, person=turn.person.id)
        local = turn.now.astimezone(ZoneInfo(zone))
        return [turn.answer("place-changed", now=turn.clock_words(local))]


def _names_of(turn: Turn, language: str) -> list[str]:
    """What a language is called, in itself first."""
    return turn.texts.line(language, "language-names").split(", ")
