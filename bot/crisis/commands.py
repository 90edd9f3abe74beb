"""`help now`: the emergency number and help lines of a country.

It asks for nothing, tells nobody, stores nothing, and works before `start` and after `stop`.
"""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale

from bot.commands import Argument, Command, Kind, Role
from bot.crisis.helplines import Country, HelpLine, HelpLines, choose
from bot.feature import Feature
from bot.places import Places
from bot.platform import Action
from bot.richtext import Body, Bullets, Link, Spans, Text
from bot.turn import Turn

# What people put before a country's name: "in the USA", "für die Schweiz", "en los Estados Unidos".
_BEFORE_NAMES = frozenset(
    ("in", "the", "for", "für", "aus", "die", "der", "den", "en", "el", "la", "los", "las", "para")
)


def feature(helping: Helping) -> Feature:
    """The crisis feature."""
    return Feature(
        name="crisis",
        commands=(
            Command(
                name="help now",
                handler=helping.help_now,
                arguments=(Argument(name="country", kind=Kind.TEXT, required=False),),
                needs=Role.ANYONE,
            ),
        ),
        export=lambda tx, person: {},
        erase=lambda tx, person: None,
    )


class Helping:
    """Shows help lines."""

    def __init__(self, directory: HelpLines, places: Places) -> None:
        self._directory = directory
        self._places = places

    def help_now(self, turn: Turn) -> Sequence[Action]:
        """`help now [country]`."""
        asked = turn.words("country")
        named = self._named(asked) if asked else None
        # Who says "help now please" still needs the numbers of where they are.
        body = self._body(turn, named or self._country_of(turn))
        unknown = asked is not None and named is None
        return [turn.show((*turn.body("lines-unknown-country"), *body) if unknown else body)]

    def youth(self, turn: Turn) -> Sequence[Action]:
        """Lines for those who are not grown up yet; nothing is stored."""
        country = self._country_of(turn)
        body = turn.body("join-young") + self._body(turn, country, topic="youth")
        return [turn.show(body)]

    def _country_of(self, turn: Turn) -> Country | None:
        """The community's country, else the one that the member's time zone lies in."""
        if turn.country:
            return self._directory.country(turn.country)
        zone = turn.member.zone.key if turn.member else turn.event.zone
        return self._directory.country(self._places.country_of(zone)) if zone else None

    def _named(self, asked: str) -> Country | None:
        words = asked.split()
        code = self._places.country_named(asked)  # whole first: "El Salvador" is no article
        while code is None and len(words) > 1 and words[0].casefold() in _BEFORE_NAMES:
            del words[0]
            code = self._places.country_named(" ".join(words))
        return self._directory.country(code) if code else self._directory.named(asked)

    def _body(self, turn: Turn, country: Country | None, topic: str | None = None) -> Body:
        if country is None or country.emergency is None:
            return turn.body("lines-anywhere", directory=self._directory.directory_url)
        name = Locale.parse(turn.language).territories.get(country.code, country.name)
        body = turn.body("lines-emergency", country=name, number=country.emergency)
        lines = choose(country.lines, topic) or choose(country.lines)
        if lines:
            body += turn.body("lines-people")
            body += (Bullets(tuple(_spans(turn, line) for line in lines)),)
        return body + turn.body("lines-elsewhere", directory=self._directory.directory_url)


def _spans(turn: Turn, line: HelpLine) -> Spans:
    ways = []
    if line.phone:
        ways.append(turn.line("lines-call", number=line.phone))
    if line.sms:
        ways.append(turn.line("lines-text", number=line.sms))
    parts: list[Text | Link] = [Text(f"{line.name}: {', '.join(ways)}" if ways else line.name)]
    if line.chat_url:
        parts += [Text(" · "), Link(turn.line("lines-chat"), line.chat_url)]
    if line.hours:
        parts.append(Text(f" · {line.hours}"))
    return tuple(parts)
