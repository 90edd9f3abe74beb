"""What somebody can do below a private reply or a soft offer, and what they decide for good."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands import Argument, Command, Field, FirstResponse, Form, Kind, Role
from bot.crisis.detector import Level, Subject
from bot.crisis.lines.help_now import Helping
from bot.crisis.watching.answering import OFFER, REPLY, SAFE, SHOW_FORM, Answering, Situation
from bot.crisis.watching.knowing import Looking, Watched
from bot.crisis.watching.rooms import ReadAlong
from bot.crisis.watching.staff import Staff
from bot.crisis.watching.who import account_of
from bot.feature import Feature
from bot.members.joining import ALERTS, consent_to
from bot.platform import Action, Choices, FormFilled, Reply, Undecryptable
from bot.richtext import Body
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, Turn
from storage import episodes, lines, members
from storage.database import Transaction
from storage.episodes import Episode
from storage.ids import read_id

FORM = Form(name=SHOW_FORM, fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=1500),))
_WANTED = Argument(name="wanted", kind=Kind.OPTION, options=("on", "off"))


def feature(aftercare: Aftercare, read_along: ReadAlong) -> Feature:
    """What follows a private reply, and what is told of rooms that are read."""
    return Feature(
        name="crises",
        commands=(
            Command(name="alerts", handler=aftercare.alerts, arguments=(_WANTED,)),
            Command(
                name="offers", handler=aftercare.offers, arguments=(_WANTED,), needs=Role.ANYONE
            ),
            Command(
                name="watched notice",
                handler=read_along.notice,
                needs=Role.MODERATOR,
                first_response=FirstResponse.PUBLIC,
            ),
        ),
        forms=(FORM,),
        prompts={
            REPLY: aftercare.pressed,
            SAFE: aftercare.safe_to_read,
            OFFER: aftercare.offered,
        },
        notices={Undecryptable: aftercare.unread},
        export=export,
        erase=episodes.erase,
    )


def export(tx: Transaction, person: int) -> list[dict[str, object]]:
    """The person's own crises as they were recorded; never what they wrote."""
    return [
        {
            "at": each.at.isoformat(),
            "level": each.level,
            "topics": list(each.topics),
            "rules": list(each.rules),
            "team_told": each.told,
            "state": each.state,
        }
        for each in episodes.of_person(tx, person)
    ]


class Aftercare:
    """Handles buttons and wishes."""

    def __init__(self, helping: Helping, looking: Looking, staff: Staff) -> None:
        self._helping = helping
        self._looking = looking
        self._staff = staff

    # --- below a reply

    def pressed(self, turn: Turn) -> Sequence[Action]:
        """A button below a reply, or the form behind one."""
        if turn.choice == "help":
            return turn.say("help now")  # also where nobody knows the episode any more
        episode = self._own(turn)
        if episode is None:
            if turn.choice == "talk":
                return [self._nobody(turn)]
            return [self._with_lines(turn, turn.body("crisis-gone"))]
        community = self._looking.at_id(turn.tx, episode.community, turn.now)
        if isinstance(turn.event, FormFilled):
            return self._shown(turn, episode, community)
        match turn.choice:
            case "talk":
                return self._talk(turn, episode, community)
            case "show":
                return [turn.ask(SHOW_FORM, f"{REPLY}/{episode.id}")]
            case "misread":
                return self._misread(turn, episode, community)
            case _:
                raise ChoiceGoneError("no such choice below a reply")

    def safe_to_read(self, turn: Turn) -> Sequence[Action]:
        """They say that nobody reads along: the reply."""
        episode = self._own(turn)
        if episode is None:
            return [self._with_lines(turn, turn.body("crisis-gone"))]
        community = self._looking.at_id(turn.tx, episode.community, turn.now)
        country = self._helping.country_of(turn)
        checks = lines.latest_checks(turn.tx, [community.id] if community else [])
        told = ("direct" if episode.direct else "room") if episode.told else "nobody"
        situation = Situation(
            episode=episode.id,
            level=Level.of(episode.level),
            subject=Subject(episode.subject),
            topics=episode.topics,
            language=episode.language,
            country=country.code if country else None,
            told=told,  # type: ignore[arg-type]
            team=community.name if community else "",
            local=tuple(self._helping.local_for(turn, country)),
            checked={line: moment.date() for line, moment in checks.items()},
        )
        written = Answering(turn.texts, self._helping.directory).whole(situation, turn.now)
        return [Reply(to=turn.event, body=written.body, choices=written.choices)]

    def _talk(self, turn: Turn, episode: Episode, community: Watched | None) -> Sequence[Action]:
        if community is None or not community.has_help:
            return [self._nobody(turn)]
        asked = turn.answer("crisis-talk-asked", _help_button(turn), team=community.name)
        return [asked, *self._staff.asked_to_talk(turn, episode, community)]

    def _shown(self, turn: Turn, episode: Episode, community: Watched | None) -> Sequence[Action]:
        words = turn.words("words")
        if community is None or not community.has_help or words is None:
            return [turn.answer("crisis-shown-nobody", _help_button(turn))]
        shown = turn.answer("crisis-shown", _help_button(turn), team=community.name)
        return [shown, *self._staff.shown(turn, episode, community, words)]

    def _misread(self, turn: Turn, episode: Episode, community: Watched | None) -> Sequence[Action]:
        if not episode.told or community is None:
            return [turn.answer("crisis-misread")]
        return [
            turn.answer("crisis-misread-told"),
            *self._staff.misread(turn, episode, community),
        ]

    def _nobody(self, turn: Turn) -> Reply:
        return self._with_lines(turn, turn.body("crisis-talk-nobody"))

    def _with_lines(self, turn: Turn, before: Body) -> Reply:
        country = self._helping.country_of(turn)
        answering = Answering(turn.texts, self._helping.directory)
        shown = answering.unread(turn.language, country.code if country else None, turn.now)
        return turn.show(before + shown, _help_button(turn))

    def _own(self, turn: Turn) -> Episode | None:
        """The episode that a prompt names, if it is the actor's own."""
        id = read_id(turn.detail)
        if id is None:
            return None
        episode = episodes.with_id(turn.tx, id)
        mine = episode is not None and episode.actor == account_of(turn.actor)
        return episode if mine else None

    # --- what cannot be read

    def unread(self, turn: Turn) -> Sequence[Action]:
        """A message without its key: how to be read, and help lines; it may have been urgent."""
        return [self._with_lines(turn, turn.body("undecryptable"))]

    # --- soft offers

    def offered(self, turn: Turn) -> Sequence[Action]:
        """A button below a soft offer."""
        match turn.choice:
            case "talk":
                return turn.say("talk")
            case "help":
                return turn.say("help now")
            case "off":
                return self._no_offers(turn)
            case _:
                raise ChoiceGoneError("no such choice below an offer")

    def offers(self, turn: Turn) -> Sequence[Action]:
        """`offers on|off`: whether they are asked if a person would help."""
        if turn.words("wanted") == "off":
            return self._no_offers(turn)
        person = turn.member.id if turn.member else None
        long_ago = turn.event.at.replace(year=2020)
        episodes.note_soft_offer(turn.tx, account_of(turn.actor), person, long_ago)
        return [turn.answer("offers-on")]

    def _no_offers(self, turn: Turn) -> Sequence[Action]:
        person = turn.member.id if turn.member else None
        episodes.note_soft_offer(turn.tx, account_of(turn.actor), person, turn.now, wanted=False)
        return [turn.answer("crisis-soft-off")]

    # --- whether a team may be told

    def alerts(self, turn: Turn) -> Sequence[Action]:
        """`alerts on|off`: whether a team is alerted about them."""
        if turn.words("wanted") == "off":
            if not members.has_consent(turn.tx, turn.person.id, ALERTS):
                consent_to(turn, turn.person, ALERTS, "alerts-on")  # so that there is a no to keep
            members.withdraw_consent(turn.tx, turn.person.id, ALERTS, turn.now)
            return [turn.answer("alerts-off")]
        consent_to(turn, turn.person, ALERTS, "alerts-on")
        return [turn.answer("alerts-on")]


def _help_button(turn: Turn) -> Choices:
    return Choices(prompt=COMMAND_PROMPT, options=(turn.option("help now", "door-help"),))
