"""What a team reads about a crisis: who, where, why, what was said to them, and what to do next.

Pure. Never the member's words: from a room there is a link, from direct messages not even that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from bot.crisis.detector import TOPICS
from bot.crisis.watching.age import YOUTH
from bot.platform import Address, Choice, Choices
from bot.richtext import Block, Body, Bullets, Link, Mention, Moment, Paragraph, Span, Spans, Text
from bot.texts import Texts
from bot.wall_time import zone_named
from storage import episodes
from storage.episodes import Episode

PROMPT = "alert"
AT_HOME = "domestic_violence"
"""Where somebody else may read along: nothing is sent to the member that they did not ask for."""

ON_IT, TAKE_OVER, HAND_OVER = "mine", "take", "hand"
HANDLED, NOT_A_CRISIS, SURELY_NOT = "handled", "nocrisis", "surelynot"

_SCRIPTS = {
    "suicide": "suicide",
    "self_harm": "suicide",
    "overdose": "overdose",
    "domestic_violence": "violence",
    "sexual_violence": "violence",
    "substance": "substance",
}
_OF_ANOTHER = "other"
_URL_OF_DISCORD = "https://discord.com/channels"
_URL_OF_MATRIX = "https://matrix.to/#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom an alert is written.

    Args:
        platform: of their room; accounts of it can be mentioned there.
        zone: IANA, for hours in words.
        emergency: the emergency number of the community's country, if it is known.
    """

    platform: str
    language: str
    zone: str
    emergency: str | None


def alert(
    texts: Texts,
    reader: Reader,
    episode: Episode,
    *,
    called: Mention | None = None,
    by: Mention | None = None,
    late: bool = False,
) -> Body:
    """The alert as it stands now.

    Args:
        called: who is asked to look, while nobody is on it.
        by: who is on it, hands it over, or settled it.
        late: it was written while the bot was away.
    """

    def line(text_id: str, **values: str) -> Paragraph:
        return Paragraph((Text(texts.line(reader.language, text_id, **values)),))

    standing = Paragraph(_standing(texts, reader, episode, called, by))
    if episode.drill:
        return (*texts.body(reader.language, "alert-drill"), standing)
    if episode.state == episodes.DISMISSED:
        return (standing,)  # nothing of it stays in the room either
    blocks: list[Block] = [*texts.body(reader.language, f"alert-title-{episode.level}")]
    if late:
        blocks.append(line("alert-late", at=_clock(texts, reader, episode.at)))
    blocks.append(_who_and_where(texts, reader, episode))
    blocks.append(line("alert-why", topics=_topics(texts, reader.language, episode)))
    blocks += texts.body(reader.language, f"alert-reach-{episode.reach}")
    blocks += cautions(texts, reader.language, episode)
    blocks.append(standing)
    if episode.state in episodes.UNSETTLED:
        blocks += script(texts, reader, episode)
    return tuple(blocks)


def buttons(texts: Texts, language: str, episode: Episode, *, at_most: int = 4) -> Choices | None:
    """What the team can do about it now; None once it is settled.

    Each keeps its place: where people answer by number, a number must not come to mean another
    thing while somebody reaches for it.
    """
    if episode.state not in episodes.UNSETTLED:
        return None
    claimed = episode.state == episodes.CLAIMED
    offered = [ON_IT] if episode.drill else [ON_IT, HANDLED, NOT_A_CRISIS]
    if claimed and not episode.drill:
        offered.append(HAND_OVER)
    options = tuple(
        Choice(
            id=choice,
            label=texts.line(language, f"alert-button-{choice}"),
            tone="primary" if choice == (HANDLED if claimed else ON_IT) else "plain",
        )
        for choice in offered[:at_most]
    )
    return Choices(prompt=f"{PROMPT}/{episode.id}", options=options, language=language)


def page(texts: Texts, language: str, episode: Episode, community: str) -> Body:
    """What a pager shows: it may lie on a kitchen table, so it names nobody but the community."""
    if episode.drill:
        return texts.body(language, "page-drill", community=community)
    return texts.body(language, f"page-{episode.level}", community=community)


def script(texts: Texts, reader: Reader, episode: Episode) -> Body:
    """How to go about it: what to say, when to call for help, what a call may set off."""
    topic = next((topic for topic in episode.topics if topic in _SCRIPTS), "suicide")
    # What to do about an overdose is the same whoever wrote.
    of_another = episode.subject == "other" and topic != "overdose"
    name = _OF_ANOTHER if of_another else _SCRIPTS[topic]
    number = reader.emergency or texts.line(reader.language, "alert-emergency-number")
    return texts.body(reader.language, f"alert-script-{name}", number=number)


def cautions(texts: Texts, language: str, episode: Episode) -> Body:
    """What to mind whenever somebody writes to them."""
    body: Body = ()
    if AT_HOME in episode.topics:
        body += texts.body(language, "alert-at-home")
    if YOUTH in episode.topics:
        body += texts.body(language, "alert-young")
    return body


def link_to(room: Address, message: str | None) -> str | None:
    """The address under which clients open a message; None where there is none."""
    if message is None or room.channel is None:
        return None
    if room.platform == "discord" and room.space is not None:
        return f"{_URL_OF_DISCORD}/{room.space}/{room.channel}/{message}"
    if room.platform == "matrix":
        return f"{_URL_OF_MATRIX}/{quote(room.channel, safe='!:')}/{quote(message, safe='$')}"
    return None


def _who_and_where(texts: Texts, reader: Reader, episode: Episode) -> Bullets:
    platform, _space, _channel, user = episode.actor
    who = Mention(platform, user or "", user or "", quiet=True)
    items: list[Spans] = [_labelled(texts, reader, "alert-who", who)]
    if episode.direct:
        items.append((Text(texts.line(reader.language, "alert-where-direct")),))
    else:
        room = Address(*episode.room)
        url = link_to(room, episode.message)
        label = texts.line(reader.language, "alert-where-link")
        where = Link(label, url) if url else Text(room.channel or "")
        at = Moment(episode.at, "time", _clock(texts, reader, episode.at))
        items.append((*_labelled(texts, reader, "alert-where", where), Text(", "), at))
    return Bullets(tuple(items))


def _labelled(texts: Texts, reader: Reader, text_id: str, span: Span) -> Spans:
    return (Text(texts.line(reader.language, text_id) + " "), span)


def _topics(texts: Texts, language: str, episode: Episode) -> str:
    """What it seems to be about, in words."""
    known = [topic for topic in episode.topics if topic in TOPICS and topic != "abuse"]
    names = [
        texts.line(language, f"alert-about-{topic.replace('_', '-')}") for topic in known[:2]
    ] or [texts.line(language, "alert-about-unclear")]
    if episode.subject == "other":
        names.append(texts.line(language, "alert-about-somebody-else"))
    return ", ".join(names)


def _standing(
    texts: Texts, reader: Reader, episode: Episode, called: Mention | None, by: Mention | None
) -> Spans:
    """Who is on it, as the last line."""

    def words(text_id: str, **values: str) -> Text:
        return Text(texts.line(reader.language, text_id, **values))

    match episode.state:
        case episodes.OPEN if by is not None:
            return (by, words("alert-state-handing"))
        case episodes.OPEN if called is not None and called.platform == reader.platform:
            return (called, words("alert-state-called"))
        case episodes.OPEN:
            return (words("alert-state-open"),)
        case episodes.CLAIMED if by is not None and episode.claimed_at is not None:
            since = _clock(texts, reader, episode.claimed_at)
            return (by, words("alert-state-claimed", since=since))
        case episodes.HANDLED if by is not None:
            return (words("alert-state-handled"), by)
        case episodes.DISMISSED if by is not None:
            return (words("alert-state-dismissed"), by)
        case _:
            return (words("alert-state-closed"),)


def _clock(texts: Texts, reader: Reader, moment: datetime) -> str:
    return texts.when(reader.language, moment.astimezone(zone_named(reader.zone)), "time")


def names(mentions: Sequence[Mention]) -> Spans:
    """Several people, before what they are asked."""
    spans: list[Span] = []
    for each in mentions:
        spans += [each, Text(": " if each is mentions[-1] else ", ")]
    return tuple(spans)
