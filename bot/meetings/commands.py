"""What people can say about meetings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from bot.commands import Argument, Command, Field, Form, Handler, Kind, Role, Typing
from bot.feature import Feature, StaffOf
from bot.meetings.attending import browsing, reminding
from bot.meetings.attending.cards import PROMPT
from bot.meetings.attending.coming import Coming
from bot.meetings.calendars.feeds import Calendars
from bot.meetings.chairing import answering as answers
from bot.meetings.chairing import reporting, turns
from bot.meetings.chairing.asking import TAKE, Asking
from bot.meetings.importing.confirming import PROMPT as IMPORT
from bot.meetings.importing.confirming import WHEN_FORM, Confirming
from bot.meetings.keeping.adding import FORM, FORM_PROMPT, Adding
from bot.meetings.keeping.adding import PROMPT as DRAFT
from bot.meetings.keeping.changing import EDITABLE, Changing
from bot.meetings.keeping.details import LONGEST, LONGEST_LINK
from bot.meetings.keeping.occasions import Occasions
from bot.meetings.telling import announcing, messages, planning, rows
from bot.meetings.telling.mirroring import Mirrors, no_mirrors
from bot.places import Places
from bot.reading.words import plain
from bot.texts import Texts
from storage import meeting_answers, meeting_chairs, meeting_reminders, meetings, members
from storage.database import Transaction
from storage.meetings import State

SUGGESTED = 25

_MEETING = Argument(name="meeting", kind=Kind.MEETING)
_FORM = Form(
    name=FORM,
    fields=(
        Field(name="name", kind=Kind.TEXT, longest=LONGEST["name"]),
        Field(name="when", kind=Kind.TEXT, longest=160),
        Field(name="topic", kind=Kind.TEXT, required=False, longest=LONGEST["topic"]),
        Field(name="link", kind=Kind.TEXT, required=False, longest=LONGEST_LINK),
        Field(name="passcode", kind=Kind.TEXT, required=False, longest=LONGEST["passcode"]),
    ),
)


def feature(
    texts: Texts,
    places: Places,
    *,
    staff_of: StaffOf = lambda tx, community: (),
    mirrors: Mirrors = no_mirrors,
    calendar_base: str | None = None,
) -> Feature:
    """The meetings feature.

    Args:
        staff_of: where a community's team is asked whether somebody can lead a meeting.
        mirrors: where communities want their meetings shown as a platform's own events.
        calendar_base: the web server's address as members reach it; None: there are no feeds.
    """
    adding, calendars = Adding(places), Calendars(calendar_base)
    changing, occasions = Changing(places), Occasions(places)
    coming, confirming = Coming(calendars.file), Confirming(places)
    asking = Asking(texts, staff_of)
    answering = answers.Answering(asking)
    rota = turns.Turns(answering)
    plan = partial(
        planning.plan,
        mirrors=mirrors,
        asking=asking,
        announce=lambda tx, held, now, key: announcing.said(tx, texts, held, now, key),
    )
    return Feature(
        name="meetings",
        commands=(
            *_for_members(coming, calendars),
            *_for_facilitators(adding, calendars, confirming),
            *_of_series(changing),
            *_of_one(occasions),
            *_of_chairs(answering, rota),
        ),
        forms=(_FORM, WHEN_FORM, reporting.FORM),
        prompts={
            PROMPT: coming.chosen,
            browsing.PROMPT: browsing.chosen,
            reminding.PROMPT: reminding.chosen,
            DRAFT: adding.chosen,
            FORM_PROMPT: adding.filled,
            IMPORT: confirming.chosen,
            TAKE: answering.taken,
            answers.CHECK: answering.checked,
            answers.TURN: answering.checked,
            answers.STAND_IN: answering.stands_in,
            turns.PROMPT: rota.chosen,
            reporting.PROMPT: reporting.Reporting(asking).filled,
        },
        plans={rows.KIND: plan},
        writes={rows.KIND: messages.write},
        suggests={Kind.MEETING: suggest},
        export=export,
        erase=erase,
    )


def _for_members(coming: Coming, calendars: Calendars) -> tuple[Command, ...]:
    thing = Argument(name="thing", kind=Kind.MEETING)
    return (
        Command(
            name="meetings",
            handler=browsing.show,
            arguments=(Argument(name="which", kind=Kind.TEXT, required=False),),
            needs=Role.ANYONE,
        ),
        Command(name="coming", handler=coming.coming, arguments=(_MEETING,)),
        Command(name="maybe", handler=coming.maybe, arguments=(_MEETING,)),
        Command(name="not coming", handler=coming.not_coming, arguments=(_MEETING,)),
        Command(
            name="remind me",
            handler=reminding.remind,
            arguments=(thing, Argument(name="before", kind=Kind.TEXT, required=False)),
        ),
        Command(name="remind list", handler=reminding.show, aliases=("reminders",)),
        Command(
            name="remind off",
            handler=reminding.off,
            arguments=(Argument(name="thing", kind=Kind.MEETING, required=False),),
        ),
        Command(
            name="calendar",
            handler=calendars.feed,
            arguments=(
                Argument(
                    name="entries",
                    kind=Kind.OPTION,
                    required=False,
                    options=("names", "neutral", "off"),
                ),
            ),
        ),
    )


def _for_facilitators(
    adding: Adding, calendars: Calendars, confirming: Confirming
) -> tuple[Command, ...]:
    return (
        Command(
            name="meeting add",
            handler=adding.add,
            arguments=(Argument(name="said", kind=Kind.TEXT, required=False),),
            needs=Role.FACILITATOR,
        ),
        Command(name="meeting export", handler=calendars.export, needs=Role.FACILITATOR),
        Command(name="meeting import", handler=confirming.show, needs=Role.FACILITATOR),
        _change(
            "announce",
            announcing.announce,
            Argument(name="wanted", kind=Kind.OPTION, required=False, options=("on", "off")),
        ),
    )


def _of_series(changing: Changing) -> tuple[Command, ...]:
    return (
        Command(name="meeting list", handler=changing.show, needs=Role.FACILITATOR),
        _change(
            "edit",
            changing.edit,
            Argument(name="detail", kind=Kind.OPTION, options=EDITABLE),
            Argument(name="value", kind=Kind.TEXT, required=False),
        ),
        _change("pause", changing.pause, Argument(name="until", kind=Kind.DAY, required=False)),
        _change("resume", changing.resume),
        _change("end", changing.end),
    )


_DAY = Argument(name="day", kind=Kind.DAY, required=False)


def _of_one(occasions: Occasions) -> tuple[Command, ...]:
    return (
        _change("skip", occasions.skip),
        _change("cancel", occasions.cancel, _DAY),
        _change("restore", occasions.restore, _DAY),
        _change("move", occasions.move, Argument(name="to", kind=Kind.TEXT)),
    )


def _of_chairs(answering: answers.Answering, rota: turns.Turns) -> tuple[Command, ...]:
    which = Argument(name="meeting", kind=Kind.MEETING, required=False)
    return (
        _change("host", answering.volunteer, _DAY),
        Command(
            name="rota show",
            handler=rota.show,
            arguments=(which,),
            needs=Role.FACILITATOR,
            aliases=("rota",),
        ),
        _change("join", rota.join, group="rota"),
        _change("leave", rota.leave, group="rota"),
        _change("free", rota.free, _DAY, group="rota"),
    )


def _change(name: str, handler: Handler, *arguments: Argument, group: str = "meeting") -> Command:
    """A command about one meeting, for facilitators."""
    return Command(
        name=f"{group} {name}",
        handler=handler,
        arguments=(_MEETING, *arguments),
        needs=Role.FACILITATOR,
    )


def suggest(tx: Transaction, typing: Typing) -> Sequence[tuple[str, str]]:
    """The meetings of the place whose names have what is typed; topics too, to be reminded of."""
    if typing.space is None:
        return []
    communities = members.communities_with(tx, typing.actor.platform, [typing.space])
    known = meetings.of_communities(tx, [each.id for each in communities], State.ON, State.PAUSED)
    said = plain(typing.typed)
    found = [(each.card.name, str(each.id)) for each in known if said in plain(each.card.name)]
    topics = sorted({each.card.topic for each in known if said in plain(each.card.topic)} - {""})
    about = [(topic, topic) for topic in topics] if typing.argument == "thing" else []
    return [*found, *about][:SUGGESTED]


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """What a member said, wants and reads, JSON-ready."""
    return {
        "answers": meeting_answers.export(tx, person),
        **meeting_reminders.export(tx, person),
        **meeting_chairs.export(tx, person),
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove what a member said, wants and reads."""
    meeting_answers.erase(tx, person)
    meeting_reminders.erase(tx, person)
    meeting_chairs.erase(tx, person)
    meetings.erase(tx, person)
