"""To whom something may be shown, and how they and the owner are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.checkins.sharing.reading import Whom, Wish
from bot.errors import HandrailError
from bot.platform import Address
from bot.richtext import Body, Mention, Paragraph, Span, Text
from bot.texts import Texts
from bot.turn import Turn
from storage import members
from storage.database import Transaction
from storage.ids import new_id
from storage.shares import Reader, Share

BuddiesOf = Callable[[Transaction, int], Sequence[tuple[int, int]]]
"""Somebody's buddies while they are together: the pair, and the other one."""

Apart = Callable[[Transaction, int, int], bool]
"""Whether one of two wants nothing to do with the other."""

SLOT = "\ue010"
"""Given to a text in place of somebody, whom `with_span` then puts there."""

_AROUND = "<@!>"


class NoReaderError(HandrailError):
    """Nobody of that name to show something to; nothing tells whether there is such a member."""

    text_id = "share-nobody"


class NoBuddyError(HandrailError):
    """They have no buddy."""

    text_id = "share-no-buddy"


class NotHereError(HandrailError):
    """Where they said it is no channel of a community."""

    text_id = "share-not-here"


@dataclass(frozen=True, slots=True)
class Readers:
    """Who may see something of whom."""

    buddies_of: BuddiesOf
    apart: Apart

    def meant(self, turn: Turn, item: str, wish: Wish) -> list[Share]:
        """One share for each reader that was meant, not yet agreed to.

        Raises: NoBuddyError, NotHereError, NoReaderError.
        """
        person = turn.person.id
        share = Share(
            person=person, item=item, reader=Reader.BUDDY, asked_at=turn.now, days=wish.days
        )
        match wish.whom:
            case Whom.BUDDY:
                found = self.buddies_of(turn.tx, person)
                if not found:
                    raise NoBuddyError(f"person {person} has no buddy")
                newest = found[0][0]
                return [
                    replace(share, id=new_id(), other=other, pair=pair)
                    for pair, other in found
                    if pair == newest
                ]
            case Whom.HERE:
                return [self._here(turn, share)]
            case Whom.NAMED:
                return [self._named(turn, share, wish.named)]

    def _here(self, turn: Turn, share: Share) -> Share:
        where = turn.event.where
        if turn.event.direct or where.channel is None or not turn.communities:
            raise NotHereError("no channel of a community")
        return replace(
            share,
            reader=Reader.CHANNEL,
            community=turn.communities[0].id,
            place=(where.platform, where.space, where.channel, None),
        )

    def _named(self, turn: Turn, share: Share, typed: str) -> Share:
        tx, bare = turn.tx, typed.strip(_AROUND)
        for name in dict.fromkeys((typed, bare, typed.casefold(), bare.casefold())):
            member = members.member_with(tx, turn.actor.platform, name)
            if member is None or member.id == share.person or member.stopped_at is not None:
                continue
            found = self._common(tx, share.person, member.id)
            if found is not None and not self.apart(tx, share.person, member.id):
                return replace(share, reader=Reader.MEMBER, other=member.id, community=found)
        raise NoReaderError(f"nobody in {len(typed)} characters")

    def may_see(self, tx: Transaction, share: Share) -> bool:
        """Whether the reader is still who they were when it was shared."""
        match share.reader, share.other:
            case Reader.BUDDY, int(other):
                return (share.pair, other) in self.buddies_of(tx, share.person)
            case Reader.MEMBER, int(other):
                return self._common(tx, share.person, other) is not None and not self.apart(
                    tx, share.person, other
                )
            case Reader.CHANNEL, _:
                theirs = members.communities_of(tx, share.person)
                return share.community in {each.id for each in theirs}
        return False

    def _common(self, tx: Transaction, one: int, other: int) -> int | None:
        ones, others = (
            {each.id for each in members.communities_of(tx, person)} for person in (one, other)
        )
        return min(ones & others, default=None)


def reader_of(tx: Transaction, texts: Texts, language: str, share: Share, platform: str) -> Span:
    """Who sees it, in the owner's words."""
    if share.reader is Reader.MEMBER and share.other is not None:
        return account_of(tx, share.other, platform)
    if share.reader is Reader.CHANNEL:
        return Text(texts.line(language, "share-reader-channel"))
    return Text(texts.line(language, "share-reader-buddy"))


def owner_of(tx: Transaction, texts: Texts, language: str, share: Share, platform: str) -> Span:
    """Whose it is, in the reader's words. A buddy's account stays theirs to show."""
    if share.reader is Reader.BUDDY:
        return Text(texts.line(language, "share-owner-buddy"))
    return account_of(tx, share.person, platform)


def account_of(tx: Transaction, person: int, platform: str) -> Span:
    """Somebody by their account, best on the platform where it is read."""
    accounts = sorted(members.accounts_of(tx, person), key=lambda each: each.platform != platform)
    first = accounts[0]
    return Mention(first.platform, first.user, first.user, quiet=True)


def with_span(body: Body, span: Span) -> Body:
    """A text with somebody in the place of `SLOT`."""
    return tuple(
        Paragraph(spans_with(block.spans, span)) if isinstance(block, Paragraph) else block
        for block in body
    )


def spans_with(spans: Sequence[Span], put: Span) -> tuple[Span, ...]:
    """The same for one line."""
    found: list[Span] = []
    for span in spans:
        if not isinstance(span, Text) or SLOT not in span.text:
            found.append(span)
            continue
        before, after = span.text.split(SLOT, 1)
        found += [Text(before), put, Text(after)]
    return tuple(each for each in found if each != Text(""))


def address_of(share: Share) -> Address:
    """The channel that something is shown in. Raises: ValueError if it is none."""
    if share.place is None:
        raise ValueError("not shared with a channel")
    return Address(*share.place)
