"""`help now`: the emergency number and help lines, and the buttons below them.

It asks for nothing, tells nobody, and works before `start`, after `stop`, and without the
database. Of those who have not joined nothing is stored: their choices travel in the prompts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.commands import Argument, Command, Field, Form, Kind, Role
from bot.crisis.lines.choosing import Chosen, Prefers, choose
from bot.crisis.lines.helplines import TOPICS, Country, HelpLine, HelpLines
from bot.crisis.lines.local_lines import lines_for, topic_named
from bot.crisis.lines.preferring import Preferring, keep_country, keep_way, may_ask, prefers_of
from bot.crisis.lines.wording import body_of, name_of
from bot.feature import Feature
from bot.places import Places
from bot.platform import Action, Choice, Choices, Event, FormFilled, Reply
from bot.richtext import Body
from bot.texts import Texts
from bot.turn import ChoiceGoneError, Turn
from storage import lines
from storage.lines import Kept

PROMPT = "lines"
COUNTRY_FORM = Form(
    name="country", fields=(Field(name="country", kind=Kind.TEXT, required=True, longest=100),)
)

# What people put before a country's name: "in the USA", "für die Schweiz", "en los Estados Unidos".
_BEFORE_NAMES = frozenset(
    ("in", "the", "for", "für", "aus", "die", "der", "den", "en", "el", "la", "los", "las", "para")
)


def feature(helping: Helping) -> Feature:
    """The help lines feature."""
    country = Argument(name="country", kind=Kind.TEXT, required=False)
    preferring = Preferring(helping.directory, helping.named)
    return Feature(
        name="helplines",
        commands=(
            Command(
                name="help now",
                handler=helping.help_now,
                arguments=(country,),
                needs=Role.ANYONE,
                aliases=("help-now",),
            ),
            Command(
                name="country",
                handler=preferring.country,
                arguments=(country,),
                aliases=("help country",),
            ),
            Command(
                name="prefer",
                handler=preferring.prefer,
                arguments=(
                    Argument(name="way", kind=Kind.OPTION, options=("text", "call", "either")),
                ),
                aliases=("help prefer",),
            ),
        ),
        forms=(COUNTRY_FORM,),
        prompts={PROMPT: helping.chosen},
        export=lines.export,
        erase=lines.erase,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What one look at the lines is about; fits into a prompt."""

    country: Country | None
    topics: tuple[str, ...] = ()
    prefers: Prefers | None = None

    @property
    def prompt(self) -> str:
        code = self.country.code if self.country else ""
        return f"{PROMPT}/{code}/{','.join(self.topics)}/{self.prefers or ''}"


class Helping:
    """Shows help lines."""

    def __init__(self, directory: HelpLines, places: Places) -> None:
        self.directory = directory
        self._places = places

    # --- what people say

    def help_now(self, turn: Turn) -> Sequence[Action]:
        """`help now [country]`, or a topic in its place."""
        said = turn.words("country")
        named = self.named(said) if said else None
        topic = topic_named(said, turn.texts) if said and named is None else None
        asked = Asked(named or self.country_of(turn), (topic,) if topic else (), prefers_of(turn))
        # Who says "help now please" still needs the numbers of where they are.
        unknown = said is not None and named is None and topic is None
        before = turn.body("lines-unknown-country") if unknown else ()
        return [self._show(turn, asked, before, ask=said is None)]

    def youth(self, turn: Turn) -> Sequence[Action]:
        """Lines for those who are not grown up yet; nothing is stored."""
        asked = Asked(self.country_of(turn), ("youth",))
        body = turn.body("join-young") + body_of(
            self._choose(turn, asked), turn.texts, turn.language
        )
        return [turn.show(body)]

    # --- buttons below the lines

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """A button below help lines, or the form behind one."""
        asked = self._asked(turn.detail)
        if isinstance(turn.event, FormFilled):
            named = self.named(turn.words("country") or "")
            before = () if named else turn.body("lines-unknown-country")
            return [self._show(turn, replace(asked, country=named or asked.country), before)]
        match turn.choice:
            case "country":
                return [turn.ask(COUNTRY_FORM.name, asked.prompt)]
            case "mine" if turn.member is not None and asked.country is not None:
                return [keep_country(turn, asked.country)]
            case "text" | "call" as way:
                return [self._show(turn, replace(asked, prefers=way), keep_way(turn, way))]
            case "topics":
                return [turn.answer("lines-which-topic", self._topics(turn, asked))]
            case topic if topic in TOPICS:
                return [self._show(turn, replace(asked, topics=(topic,)))]
            case _:
                raise ChoiceGoneError("no such choice below help lines")

    # --- without the database

    def without_database(
        self,
        event: Event,
        texts: Texts,
        now: datetime,
        *,
        language: str,
        community: int | None = None,
        country: str | None = None,
        said: str | None = None,
        kept: Kept | None = None,
    ) -> Reply:
        """The answer to `help now` while the database does not answer; touches nothing.

        Args:
            country: the member's, else the community's (ISO 3166); None: the zone's, if the
                platform tells one.
            said: the words behind `help now`.
            kept: what communities and operators say of lines, as it was read last.
        """
        named = self.named(said) if said else None
        topic = topic_named(said, texts) if said and named is None else None
        place = named or self.directory.country(country) or self._of_zone(event.zone)
        kept = kept or Kept()
        checks = {**kept.checks.get(None, {}), **kept.checks.get(community, {})}
        added = kept.lines.get(community, ()) if community is not None else ()
        chosen = choose(
            self.directory,
            place,
            topics=(topic,) if topic else (),
            language=language,
            now=now,
            local=lines_for(added, place.code if place else None),
            checked={line: moment.date() for line, moment in checks.items()},
        )
        return Reply(to=event, body=_with_elsewhere(chosen, texts, language))

    # --- the parts

    def country_of(self, turn: Turn) -> Country | None:
        """The member's own country, else the community's, else that of the member's clock."""
        own = lines.choice_of(turn.tx, turn.member.id).country if turn.member else None
        zone = turn.member.zone.key if turn.member else turn.event.zone
        return self.directory.country(own or turn.country) or self._of_zone(zone)

    def local_for(self, turn: Turn, country: Country | None) -> list[HelpLine]:
        """Lines that the communities around the turn added for that country."""
        ids = [community.id for community in turn.communities]
        code = country.code if country else None
        return lines_for(lines.of_communities(turn.tx, ids), code)

    def named(self, said: str) -> Country | None:
        """The country that the words name, or in which the place lies that they name."""
        words = said.split()
        code = self._places.country_named(said)  # whole first: "El Salvador" is no article
        while code is None and len(words) > 1 and words[0].casefold() in _BEFORE_NAMES:
            del words[0]
            code = self._places.country_named(" ".join(words))
        return self.directory.country(code) if code else self.directory.named(said)

    def _of_zone(self, zone: str | None) -> Country | None:
        return self.directory.country(self._places.country_of(zone)) if zone else None

    def _choose(self, turn: Turn, asked: Asked) -> Chosen:
        ids = [community.id for community in turn.communities]
        checks = lines.latest_checks(turn.tx, ids)
        return choose(
            self.directory,
            asked.country,
            topics=asked.topics,
            language=turn.language,
            now=turn.now,
            prefers=asked.prefers,
            local=self.local_for(turn, asked.country),
            checked={line: moment.date() for line, moment in checks.items()},
        )

    def _show(self, turn: Turn, asked: Asked, before: Body = (), *, ask: bool = False) -> Reply:
        chosen = self._choose(turn, asked)
        body = before + _with_elsewhere(chosen, turn.texts, turn.language)
        if ask and asked.country is not None and may_ask(turn):
            name = name_of(asked.country, turn.language)
            body += turn.body("lines-ask-country", country=name)
        return turn.show(body, self._buttons(turn, asked, chosen))

    def _buttons(self, turn: Turn, asked: Asked, chosen: Chosen) -> Choices:
        options: list[Choice] = []
        if turn.member is not None and asked.country is not None:
            own = lines.choice_of(turn.tx, turn.member.id).country
            if own != asked.country.code:
                name = name_of(asked.country, turn.language)
                label = turn.line("lines-button-mine", country=name)
                options.append(Choice(id="mine", label=label))
        options.append(turn.option("country", "lines-button-country", form=COUNTRY_FORM.name))
        if asked.prefers == "text":
            options.append(turn.option("call", "lines-button-call"))
        elif any(line.sms or line.chat_url for line in self._here(turn, asked.country)):
            options.append(turn.option("text", "lines-button-text"))
        if chosen.lines:
            options.append(turn.option("topics", "lines-button-topics"))
        return Choices(prompt=asked.prompt, options=tuple(options))

    def _topics(self, turn: Turn, asked: Asked) -> Choices:
        """The topics that there are lines for in that country. Raises: ChoiceGoneError."""
        known = {topic for line in self._here(turn, asked.country) for topic in line.topics}
        options = tuple(
            turn.option(topic, f"topic-{topic.replace('_', '-')}")
            for topic in TOPICS
            if topic in known
        )
        if not options:
            raise ChoiceGoneError("no lines, so no topics")
        return Choices(prompt=asked.prompt, options=options)

    def _here(self, turn: Turn, country: Country | None) -> list[HelpLine]:
        return [*self.local_for(turn, country), *(country.lines if country else ())]

    def _asked(self, detail: str) -> Asked:
        """What a prompt carries; it is not trusted."""
        code, topics, prefers = [*detail.split("/"), "", "", ""][:3]
        return Asked(
            self.directory.country(code),
            tuple(topic for topic in topics.split(",") if topic in TOPICS),
            "text" if prefers == "text" else ("call" if prefers == "call" else None),
        )


def _with_elsewhere(chosen: Chosen, texts: Texts, language: str) -> Body:
    body = body_of(chosen, texts, language)
    if chosen.emergency is None:
        return body  # which says already how to name a country
    return body + texts.body(language, "lines-elsewhere", directory=chosen.directory_url)
