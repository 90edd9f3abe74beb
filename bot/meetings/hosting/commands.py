"""What people can say about, and in, meetings that are held in a room's chat."""

from __future__ import annotations

from bot.commands import Argument, Command, Handler, Kind, Role
from bot.feature import Feature, StaffOf
from bot.meetings.hosting.greeting import Greeting
from bot.meetings.hosting.hands import Hands
from bot.meetings.hosting.leading import MILESTONES, Leading
from bot.meetings.hosting.listening import FirstWords, HandRaised, ShareDone
from bot.meetings.hosting.powers import Powers
from bot.meetings.hosting.running import KIND, Running
from bot.meetings.hosting.saying import PROMPT
from bot.meetings.hosting.setting_up import DETAILS, FORM, TEXT_FORM, SettingUp
from bot.platform import MemberChanged
from bot.texts import Texts
from storage import hosting_people

_MEETING = Argument(name="meeting", kind=Kind.MEETING)


def feature(texts: Texts, running: Running, staff_of: StaffOf) -> Feature:
    """Meetings in chat.

    Args:
        staff_of: where a community's team is told what the bot may not do.
    """
    hands, leading, greeting = Hands(running), Leading(running), Greeting(running)
    setting_up = SettingUp(running, Powers(texts, staff_of))
    return Feature(
        name="hosting",
        commands=(
            *_of_members(hands),
            *_of_whoever_leads(leading, hands),
            *_of_moderators(setting_up),
        ),
        forms=(FORM,),
        prompts={
            PROMPT: hands.chosen,
            MILESTONES: leading.milestone,
            TEXT_FORM: setting_up.filled,
        },
        notices={
            HandRaised: hands.raised,
            ShareDone: hands.done_by_words,
            FirstWords: greeting.spoke,
            MemberChanged: greeting.came,
        },
        plans={KIND: running.plan},
        export=hosting_people.export,
        erase=hosting_people.erase,
    )


def _of_members(hands: Hands) -> tuple[Command, ...]:
    return (
        Command(name="hand", handler=hands.raised, needs=Role.ANYONE, aliases=("raise hand",)),
        Command(name="hand down", handler=hands.lowered, needs=Role.ANYONE),
        Command(name="hand done", handler=hands.done, needs=Role.ANYONE),
    )


def _of_whoever_leads(leading: Leading, hands: Hands) -> tuple[Command, ...]:
    return (
        _lead("open", leading.open, Argument(name="meeting", kind=Kind.MEETING, required=False)),
        _lead("close", leading.close),
        _lead("extend", leading.extend, Argument(name="minutes", kind=Kind.TEXT, required=False)),
        _lead("next", hands.next),
        _lead("queue", hands.queue),
        _lead("note", leading.note, Argument(name="note", kind=Kind.TEXT, required=False)),
        _lead("topic", leading.topic, Argument(name="theme", kind=Kind.TEXT, required=False)),
    )


def _of_moderators(setting_up: SettingUp) -> tuple[Command, ...]:
    return (
        Command(
            name="host room",
            handler=setting_up.room,
            arguments=(
                _MEETING,
                Argument(
                    name="between", kind=Kind.OPTION, required=False, options=("closed", "off")
                ),
            ),
            needs=Role.MODERATOR,
        ),
        Command(
            name="host set",
            handler=setting_up.set,
            arguments=(
                _MEETING,
                Argument(name="part", kind=Kind.OPTION, options=DETAILS),
                Argument(name="content", kind=Kind.TEXT, required=False),
            ),
            needs=Role.MODERATOR,
        ),
        Command(
            name="host keep",
            handler=setting_up.keep,
            arguments=(
                _MEETING,
                Argument(name="note", kind=Kind.TEXT),
                Argument(name="content", kind=Kind.TEXT, required=False),
            ),
            needs=Role.MODERATOR,
        ),
    )


def _lead(name: str, handler: Handler, *arguments: Argument) -> Command:
    return Command(
        name=f"host {name}", handler=handler, arguments=arguments, needs=Role.FACILITATOR
    )
