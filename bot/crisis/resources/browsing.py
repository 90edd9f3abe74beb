"""`resources [topic] [place]`: all help there is, page by page, for who looks around in calm.

The help lines of a country beyond the three of `help now`, a community's own, and its directory.
Nothing of what is looked for is kept: it travels in the prompts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.commands import Argument, Command, Kind, Role
from bot.crisis.lines.choosing import GENERAL, oldest_check, with_check
from bot.crisis.lines.help_now import Helping
from bot.crisis.lines.helplines import TOPICS, Country, HelpLine
from bot.crisis.lines.local_lines import topic_named
from bot.crisis.lines.wording import name_of, source_of, spans_of
from bot.crisis.resources.finding import Wanted, find_lines, read_wanted
from bot.crisis.resources.hsds import Service, service_of
from bot.feature import Feature
from bot.platform import Action, Choice, Choices, Reply
from bot.richtext import Body, Bold, Bullets, Link, Span, Spans, Text
from bot.turn import ChoiceGoneError, Turn
from storage import lines, services

PROMPT = "resources"
PAGE = 5
_LONGEST_IN_PROMPT = 18  # characters of a topic or a place; what is cut off still finds it
_MOST_PAGES = 999


def feature(helping: Helping) -> Feature:
    """The resources feature."""
    browsing = Browsing(helping)
    return Feature(
        name="resources",
        commands=(
            Command(
                name="resources",
                handler=browsing.resources,
                arguments=(
                    Argument(name="topic", kind=Kind.TEXT, required=False),
                    Argument(name="place", kind=Kind.TEXT, required=False),
                ),
                needs=Role.ANYONE,
            ),
        ),
        prompts={PROMPT: browsing.chosen},
        export=lambda tx, person: {},
        erase=lambda tx, person: None,
    )


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is around somebody.

    Args:
        communities: whose directories count, by their ids.
    """

    country: Country | None
    lines: Sequence[HelpLine]
    communities: Sequence[int]


class Browsing:
    """Shows what there is."""

    def __init__(self, helping: Helping) -> None:
        self._helping = helping

    def resources(self, turn: Turn) -> Sequence[Action]:
        """`resources [topic] [place]`."""
        shelf = self._shelf(turn)
        topic, place = turn.words("topic") or "", turn.words("place") or ""
        if not topic and not place:
            return [self._overview(turn, shelf)]
        for reading in _readings(topic, place):
            wanted = _wanted(turn, *reading)
            if (wanted.about or wanted.at) and self._count(turn, shelf, wanted):
                return [self._page(turn, shelf, wanted, 0)]
        return [self._overview(turn, shelf, before=turn.body("resources-nothing"))]

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """A button of a page, or a topic; prompts are not trusted."""
        number, topic, place = [*turn.detail.split("/"), "", "", ""][:3]
        page = int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else 0
        shelf = self._shelf(turn)
        match turn.choice:
            case "next":
                return [self._page(turn, shelf, _wanted(turn, topic, place), page + 1)]
            case "back":
                return [self._page(turn, shelf, _wanted(turn, topic, place), page - 1)]
            case "all":
                return [self._page(turn, shelf, Wanted(), 0)]
            case "topics":
                return [self._overview(turn, shelf)]
            case named if named in TOPICS:
                return [self._page(turn, shelf, _wanted(turn, named, ""), 0)]
            case _:
                raise ChoiceGoneError("no such choice of the resources")

    def _shelf(self, turn: Turn) -> Shelf:
        country = self._helping.country_of(turn)
        local = self._helping.local_for(turn, country)
        ids = [community.id for community in turn.communities]
        latest = lines.latest_checks(turn.tx, ids)
        checked = {line: moment.date() for line, moment in latest.items()}
        known = (*local, *(country.lines if country else ()))
        return Shelf(country, [with_check(line, checked) for line in known], ids)

    def _overview(self, turn: Turn, shelf: Shelf, before: Body = ()) -> Reply:
        """The topics there are; their buttons lead to the pages."""
        nearby = services.count(turn.tx, shelf.communities)
        if not shelf.lines and not nearby:
            url = self._helping.directory.directory_url
            return turn.show(before + turn.body("resources-none", directory=url))
        known = {topic for line in shelf.lines for topic in line.topics}
        options = [
            turn.option(topic, f"topic-{topic.replace('_', '-')}")
            for topic in TOPICS
            if topic in known
        ]
        options.append(turn.option("all", "resources-all"))
        where = name_of(shelf.country, turn.language) if shelf.country else "–"
        intro = turn.body(
            "resources-intro",
            country=where,
            lines=len(shelf.lines),
            services=nearby,
        )
        return turn.show(before + intro, Choices(prompt=f"{PROMPT}/0", options=tuple(options)))

    def _page(self, turn: Turn, shelf: Shelf, wanted: Wanted, page: int) -> Reply:
        count = self._count(turn, shelf, wanted)
        if not count:
            return self._overview(turn, shelf, before=turn.body("resources-nothing"))
        last = (count - 1) // PAGE
        page = min(max(page, 0), last, _MOST_PAGES)
        shown = self._shown(turn, shelf, wanted, page * PAGE)
        items = tuple(_item(turn, each, shelf.country, wanted) for each in shown)
        body = turn.body("resources-page", count=count, page=page + 1, pages=last + 1)
        body += (Bullets(items),)
        numbers = [each for each in shown if isinstance(each, HelpLine)]
        if numbers:
            checked = oldest_check(numbers, turn.now.date())
            body += source_of(checked, turn.texts, turn.language)
        options: list[Choice] = []
        if page < last:
            options.append(turn.option("next", "resources-next"))
        if page > 0:
            options.append(turn.option("back", "resources-back"))
        options.append(turn.option("topics", "resources-topics"))
        prompt = f"{PROMPT}/{page}/{_cut(wanted.topic)}/{_cut(wanted.place)}"
        turned = turn.choice in ("next", "back")
        return turn.show(body, Choices(prompt=prompt, options=tuple(options)), replaces=turned)

    def _count(self, turn: Turn, shelf: Shelf, wanted: Wanted) -> int:
        nearby = services.count(turn.tx, shelf.communities, wanted.about, wanted.at)
        return len(find_lines(wanted, shelf.lines)) + nearby

    def _shown(
        self, turn: Turn, shelf: Shelf, wanted: Wanted, first: int
    ) -> list[HelpLine | Service]:
        """One page: lines before services, since they answer today."""
        fitting = find_lines(wanted, shelf.lines)
        shown: list[HelpLine | Service] = [*fitting[first : first + PAGE]]
        if len(shown) < PAGE:
            nearby = services.find(
                turn.tx,
                shelf.communities,
                wanted.about,
                wanted.at,
                first=max(0, first - len(fitting)),
                most=PAGE - len(shown),
            )
            shown += map(service_of, nearby)
        return shown


def _item(turn: Turn, each: HelpLine | Service, country: Country | None, wanted: Wanted) -> Spans:
    if isinstance(each, Service):
        return service_spans(turn, each)
    special = next((topic for topic in each.topics if topic not in GENERAL), None)
    about = special if wanted.named is None else None
    return spans_of(each, turn.texts, turn.language, country=country, about=about)


def service_spans(turn: Turn, service: Service) -> Spans:
    """One service of a directory: who, where, how, for whom, and when it was checked."""
    parts: list[Span] = [Bold(service.name)]
    if service.organization and service.organization != service.name:
        parts.append(Text(f" ({service.organization})"))
    facts = [service.places[0] if service.places else "", service.description]
    facts += [turn.line("lines-call", number=number) for number in service.phones[:2]]
    facts += [service.email or "", service.eligibility]
    low, high = service.ages
    if low or high:
        facts.append(turn.line("resources-ages", low=low or 0, high=high or 0))
    parts += [Text(f" · {fact}") for fact in facts if fact]
    if service.url:
        parts += [Text(" · "), Link(service.url, service.url)]
    if service.checked:
        parts.append(Text(f" · {turn.line('resources-checked', day=service.checked)}"))
    return tuple(parts)


def _readings(topic: str, place: str) -> list[tuple[str, str]]:
    """What the words may mean: as given; as one phrase; with "in" between; a place alone."""
    whole = f"{topic} {place}".strip()
    readings = [(topic, place), (whole, ""), read_wanted(whole), ("", whole)]
    return list(dict.fromkeys(readings))


def _wanted(turn: Turn, topic: str, place: str) -> Wanted:
    return Wanted(topic, place, topic_named(topic, turn.texts) if topic else None)


def _cut(words: str) -> str:
    return " ".join(words.replace("/", " ").split())[:_LONGEST_IN_PROMPT].strip()
