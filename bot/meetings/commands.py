"""What people can say about meetings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from bot.commands import Argument, Command, Field, Form, Handler, Kind, Role, Typing
from bot.feature import Feature
from bot.meetings import announcing, browsing, planning, reminding, rows, telling
from bot.meetings.adding import FORM, FORM_PROMPT, Adding
from bot.meetings.adding import PROMPT as DRAFT
from bot.meetings.calendars import Calendars
from bot.meetings.cards import PROMPT
from bot.meetings.chairing import CHECK as CHAIR_CHECK
from bot.meetings.chairing import PROMPT as CHAIR
from bot.meetings.chairing import Chairing, StaffOf
from bot.meetings.changing import EDITABLE, Changing
from bot.meetings.coming import Coming
from bot.meetings.confirming import PROMPT as IMPORT
from bot.meetings.confirming import WHEN_FORM, Confirming
from bot.meetings.details import LONGEST, LONGEST_LINK
from bot.meetings.mirroring import NO_MIRRORS, Mirrors
from bot.meetings.occasions import Occasions
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
    mirrors: Mirrors = NO_MIRRORS,
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
    chairing = Chairing(texts, staff_of)
    plan = partial(
        planning.plan,
        mirrors=mirrors,
        chairing=chairing,
        announce=lambda tx, held, now, key: announcing.said(tx, texts, held, now, key),
    )
    return Feature(
        name="meetings",
        commands=(
            *_for_members(coming, calendars),
            *_for_facilitators(adding, calendars, confirming),
            *_of_series(changing),
            *_of_one(occasions, chairing),
        ),
        forms=(_FORM, WHEN_FORM),
        prompts={
            PROMPT: coming.chosen,
            browsing.PROMPT: browsing.chosen,
            reminding.PROMPT: reminding.chosen,
            DRAFT: adding.chosen,
            FORM_PROMPT: adding.filled,
            IMPORT: confirming.chosen,
            CHAIR: chairing.taken,
            CHAIR_CHECK: chairing.checked,
        },
        plans={rows.KIND: plan},
        writes={rows.KIND: telling.write},
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


def _of_one(occasions: Occasions, chairing: Chairing) -> tuple[Command, ...]:
    day = Argument(name="day", kind=Kind.DAY, required=False)
    return (
        _change("skip", occasions.skip),
        _change("cancel", occasions.cancel, day),
        _change("restore", occasions.restore, day),
        _change("move", occasions.move, Argument(name="to", kind=Kind.TEXT)),
        _change("host", chairing.volunteer, day),
    )


def _change(name: str, handler: Handler, *arguments: Argument) -> Command:
    """A command about one meeting, for facilitators."""
    return Command(
        name=f"meeting {name}",
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
        "leads": meeting_chairs.export(tx, person),
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove what a member said, wants and reads."""
    meeting_answers.erase(tx, person)
    meeting_reminders.erase(tx, person)
    meeting_chairs.erase(tx, person)
    meetings.erase(tx, person)
