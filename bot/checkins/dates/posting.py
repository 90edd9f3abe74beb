"""Posts and chips: how they get where the member wanted them, and how they are taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.checkins.dates import milestones
from bot.checkins.dates.showing import span_in_words
from bot.delivery.messages import planned, row_of
from bot.delivery.sender import ANSWERS
from bot.platform import Action, Address, Audience, Delete, Receipt, Say, Send, SetRole
from bot.richtext import Body, Mention, Paragraph, Text
from bot.texts import Texts
from bot.turn import NotJoinedError, Turn
from storage import dates, members
from storage.database import Transaction
from storage.dates import Asked, Chip, Post
from storage.outbox import Claimed, Draft

KIND = "milestone-post"
POSTED_WITHIN = timedelta(hours=12)


def unshare(turn: Turn) -> Sequence[Action]:
    """`date unshare`: nothing of the member's dates stands anywhere any more."""
    taken = withdraw_posts(turn, _all_of(turn))
    return [*taken, turn.answer("milestone-taken-back")]


def unchip(turn: Turn) -> Sequence[Action]:
    """`date unchip`: the member wears no chip any more."""
    taken = withdraw_chips(turn, _all_of(turn))
    return [*taken, turn.answer("milestone-chip-is-off")]


def withdraw(turn: Turn, some: Sequence[Asked]) -> Sequence[Action]:
    """Both: posts and chips."""
    return [*withdraw_posts(turn, some), *withdraw_chips(turn, some)]


def withdraw_posts(turn: Turn, some: Sequence[Asked]) -> Sequence[Action]:
    """Remove what was shared; what is on its way is removed as soon as it is there."""
    actions: list[Action] = []
    for each in some:
        if each.post is None or each.post.taken_back:
            continue
        dates.set_post(turn.tx, each, replace(each.post, taken_back=True))
        if each.post.message is not None:
            actions.append(Delete(to=_room_of(each.post), message=each.post.message))
    return actions


def withdraw_chips(turn: Turn, some: Sequence[Asked]) -> Sequence[Action]:
    """Take the roles back that were given for milestones."""
    actions: list[Action] = []
    for each in some:
        if each.chip is not None:
            dates.set_chip(turn.tx, each, None)
            user = _user_on(turn.tx, each.person, each.chip.platform)
            actions += [set_role(each.chip, user, given=False)] if user else []
    return actions


def farewell(tx: Transaction, person: int, now: datetime) -> list[Send]:
    """What goes from rooms with somebody who is erased: their posts, and their chips."""
    gone: list[Send] = []
    for each in dates.asked_of(tx, person):
        if each.post is not None and each.post.message and not each.post.taken_back:
            gone.append(Delete(to=_room_of(each.post), message=each.post.message))
        if each.chip is not None and (user := _user_on(tx, person, each.chip.platform)):
            gone.append(set_role(each.chip, user, given=False))
    return gone


def _all_of(turn: Turn) -> list[Asked]:
    """A member's milestones; also after `stop`, when they may still want nothing to stand there."""
    if turn.member is None:
        raise NotJoinedError("needs a member")
    return dates.asked_of(turn.tx, turn.member.id)


def _user_on(tx: Transaction, person: int, platform: str) -> str | None:
    own = members.accounts_of(tx, person)
    return next((each.user for each in own if each.platform == platform), None)


def set_role(chip: Chip, user: str, *, given: bool) -> SetRole:
    """A chip given to somebody's account, or taken from it."""
    to = Address(chip.platform, space=chip.space, channel=chip.channel, user=user)
    return SetRole(to=to, role=chip.role, given=given)


# --- the post itself


def row(turn: Turn, asked: Asked, room: Address) -> Draft:
    """A post that is to be written; one for each press."""
    return planned(
        key=f"{KIND}:{asked.id}:{turn.event.id}",
        kind=KIND,
        subject=asked.id,
        person=asked.person,
        platform=room.platform,
        lane=ANSWERS,
        due=turn.now,
        expires=turn.now + POSTED_WITHIN,
        now=turn.now,
    )


def write_posts(
    tx: Transaction, texts: Texts, rows: Sequence[Claimed]
) -> Mapping[int, Send | None]:
    """The posts of claimed rows; None for what was taken back before it was there."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    written: dict[int, Send | None] = {}
    for row in rows:
        asked, to = dates.asked(tx, row.subject), people.get(row.person or 0)
        post = asked.post if asked is not None else None
        if asked is None or post is None or post.taken_back or to is None or to.stopped:
            written[row.id] = None
            continue
        language = language_of(tx, post.community)
        written[row.id] = Say(
            to=_room_of(post),
            body=words_of(texts, language, asked, to.account.platform, to.account.user),
            audience=Audience.PUBLIC,
            key=row.send_id,
        )
    return written


def posted(tx: Transaction, row: Claimed, receipt: Receipt, now: datetime) -> Sequence[Draft]:
    """Remember where it stands; remove it at once if it was taken back meanwhile."""
    asked = dates.asked(tx, row.subject)
    if asked is None or asked.post is None or receipt.message is None:
        return []
    post = replace(
        asked.post,
        message=receipt.message,
        channel=receipt.channel or asked.post.channel,
    )
    dates.set_post(tx, asked, post)
    if not post.taken_back:
        return []
    removal = Delete(to=_room_of(post), message=receipt.message)
    return [row_of(tx, removal, lane=ANSWERS, due=now, expires=None)]


def words_of(texts: Texts, language: str, asked: Asked, platform: str, user: str) -> Body:
    """Who, and how long: nothing about which date it is."""
    line = texts.line(language, "milestone-public", span=span_of(texts, language, asked))
    return (Paragraph((Mention(platform, user, user, quiet=True), Text(f" {line}"))),)


def span_of(texts: Texts, language: str, asked: Asked) -> str:
    """How long it has been, in words."""
    return span_in_words(texts, language, milestones.read_mark(asked.code))


def language_of(tx: Transaction, community: int) -> str:
    """What is spoken in a community's rooms."""
    found = members.community(tx, community)
    return found.language if found is not None else "en"


def _room_of(post: Post) -> Address:
    return Address(post.platform, space=post.space, channel=post.channel)
