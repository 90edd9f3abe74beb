"""What readers are sent: a card that they open, or a message in a channel.

A card says that there is something, and no more: what it is, is written when it is opened, and
again each time, so that nothing of it stands anywhere before, or after it was taken back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import wall_time
from bot.checkins.sharing.items import Items
from bot.checkins.sharing.readers import SLOT, Readers, address_of, owner_of, with_span
from bot.checkins.sharing.wording import (
    card_choices,
    last_day_words,
    opened_choices,
    today_of,
)
from bot.delivery.messages import direct, planned
from bot.delivery.sender import REST
from bot.platform import Address, Audience, Say, Send
from bot.richtext import Body, plain
from bot.texts import Texts
from storage import members, shares
from storage.database import Transaction
from storage.members import Recipient
from storage.outbox import Claimed, Draft
from storage.shares import Reader, Share, Showing

CARD, OPENED, POST, EDIT = "share-card", "share-opened", "share-post", "share-edit"
FRESH_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Showings:
    """Writes what readers are sent, and notes what arrived."""

    items: Items
    readers: Readers

    # --- that there is something

    def tell(self, tx: Transaction, share: Share, now: datetime, *, first: bool) -> list[Draft]:
        """Tell the reader, once for each of the owner's days, if there is something to see.

        What stands in a channel already is put right if it has changed since.

        Args:
            first: it was shared just now: then a reader gets a card in any case.
        """
        day = today_of(tx, share.person, now)
        if day is None or (share.told_on == day and share.reader is not Reader.CHANNEL):
            return []
        shown = self.items[share.item](tx, share.person, day, "en")
        there = bool(shown)
        if share.reader is Reader.CHANNEL:
            mark = tx.keys.index(f"shown:{share.id}:{plain(shown)}")
            if share.told_on == day:
                return self._put_right(tx, share, day, mark, now) if there else []
            share = replace(share, preview=mark)
            draft = self._post(share, day, now) if there else None
        else:
            draft = self._card(tx, share, day, now) if there or first else None
        if draft is None:
            return []
        if there:
            shares.put(tx, replace(share, told_on=day))
        return [draft]

    def _post(self, share: Share, day: date, now: datetime) -> Draft:
        platform = address_of(share).platform
        return _row(POST, share, day, now, platform, person=None)

    def _put_right(
        self, tx: Transaction, share: Share, day: date, mark: bytes, now: datetime
    ) -> list[Draft]:
        if share.preview == mark:
            return []
        shares.put(tx, replace(share, preview=mark))
        row = _row(EDIT, share, day, now, address_of(share).platform, person=None)
        return [replace(row, dedupe_key=f"{EDIT}:{row.id}")]

    def _card(self, tx: Transaction, share: Share, day: date, now: datetime) -> Draft | None:
        other = share.other or 0
        platform = members.platforms_of(tx, [other]).get(other)
        if platform is None or shares.is_muted(tx, other, share.person):
            return None
        return _row(CARD, share, day, now, platform, person=other)

    def write_cards(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """The cards of claimed rows; None where it was taken back, or muted, meanwhile."""
        people = [row.person for row in rows if row.person is not None]
        recipients = members.recipients(tx, people)
        written: dict[int, Send | None] = {row.id: None for row in rows}
        for row in rows:
            share = self._standing(tx, row)
            to = recipients.get(row.person or 0)
            if share is None and to is not None and _in_doubt(tx, row):
                written[row.id] = _nothing(texts, row, to)
            if share is None or to is None or to.stopped or not to.account.reachable:
                continue
            if shares.is_muted(tx, share.other or 0, share.person):
                continue
            platform = to.account.platform
            owner = owner_of(tx, texts, to.language, share, platform)
            until = last_day_words(tx, texts, to.language, share)
            item = texts.line(to.language, f"share-item-{share.item}")
            body = texts.body(to.language, "share-card", who=SLOT, item=item, until=until)
            written[row.id] = Say(
                to=Address(platform, user=to.account.user),
                body=with_span(body, owner),
                audience=Audience.DIRECT,
                choices=card_choices(texts, to.language, share),
                key=row.send_id,
            )
        return written

    def write_posts(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """What stands in channels; None where it was taken back meanwhile."""
        written: dict[int, Send | None] = {row.id: None for row in rows}
        for row in rows:
            share = self._standing(tx, row) or _in_doubt(tx, row)
            community = members.community(tx, share.community or 0) if share else None
            if share is None or community is None:
                continue
            language, to = texts.language_for(community.language), address_of(share)
            if not share.stands:
                over = texts.body(language, "share-over")
                written[row.id] = Say(to=to, body=over, audience=Audience.PUBLIC, key=row.send_id)
                continue
            shown = self.content(tx, share, date.fromisoformat(row.detail or ""), language)
            edited = _post_of(tx, share, row) if row.kind == EDIT else None
            if not shown or (row.kind == EDIT and edited is None):
                continue
            head = texts.body(language, "share-post", who=SLOT)
            owner = owner_of(tx, texts, language, share, to.platform)
            written[row.id] = Say(
                to=to,
                body=(*with_span(head, owner), *shown),
                audience=Audience.PUBLIC,
                edits=edited.message if edited is not None else None,
                key=row.send_id,
            )
        return written

    def _standing(self, tx: Transaction, row: Claimed) -> Share | None:
        share = shares.with_id(tx, row.subject)
        stands = share is not None and share.stands and self.readers.may_see(tx, share)
        return share if stands else None

    # --- what it is

    def content(self, tx: Transaction, share: Share, day: date, language: str) -> Body:
        """What is to be seen of a day; empty if nothing is."""
        return self.items[share.item](tx, share.person, day, language)

    def write_opened(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """Cards opened by a word, so that there is no press whose message could show it."""
        recipients = members.recipients(tx, [row.person for row in rows if row.person is not None])
        written: dict[int, Send | None] = {row.id: None for row in rows}
        for row in rows:
            share, to = self._standing(tx, row), recipients.get(row.person or 0)
            if share is None and to is not None and _in_doubt(tx, row):
                written[row.id] = _nothing(texts, row, to)
            if share is not None and to is not None and not to.stopped:
                platform, language = to.account.platform, to.language
                written[row.id] = Say(
                    to=Address(platform, user=to.account.user),
                    body=self.opened(tx, texts, language, share, row.due, platform),
                    audience=Audience.DIRECT,
                    choices=opened_choices(texts, language, share),
                    key=row.send_id,
                )
        return written

    def opened(
        self,
        tx: Transaction,
        texts: Texts,
        language: str,
        share: Share,
        now: datetime,
        platform: str,
    ) -> Body:
        """An open card."""
        day = today_of(tx, share.person, now)
        shown = self.content(tx, share, day, language) if day is not None else ()
        owner = owner_of(tx, texts, language, share, platform)
        until = last_day_words(tx, texts, language, share)
        head = with_span(texts.body(language, "share-opened", who=SLOT), owner)
        foot = texts.body(language, "share-opened-until", until=until)
        return (*head, *(shown or texts.body(language, "share-nothing-yet")), *foot)


def _post_of(tx: Transaction, share: Share, row: Claimed) -> Showing | None:
    """The message that shows a day in a channel: the first since that day began for its owner."""
    to = members.recipients(tx, [share.person]).get(share.person)
    if to is None:
        return None
    began = wall_time.due_on(date.fromisoformat(row.detail or ""), time(), ZoneInfo(to.zone))
    return next((each for each in shares.showings_of(tx, share.id) if each.at >= began), None)


def _in_doubt(tx: Transaction, row: Claimed) -> Share | None:
    """A share that ended when a message of it may have been sent already.

    Asking for it under the same key again tells which message that is, so that it can be removed.
    """
    share = shares.with_id(tx, row.subject)
    return share if share is not None and row.attempts > 1 and not share.stands else None


def _nothing(texts: Texts, row: Claimed, to: Recipient) -> Say:
    """What is asked for then: it tells nothing, in case nothing had been sent."""
    return Say(
        to=direct(to),
        body=texts.body(to.language, "share-over"),
        audience=Audience.DIRECT,
        key=row.send_id,
    )


def opened_row(share: Share, day: date, now: datetime, platform: str) -> Draft:
    """An open card as a message of its own."""
    row = _row(OPENED, share, day, now, platform, person=share.other)
    return replace(row, dedupe_key=f"{OPENED}:{row.id}")


def _row(
    kind: str, share: Share, day: date, now: datetime, platform: str, *, person: int | None
) -> Draft:
    return planned(
        key=f"{kind}:{share.id}:{day.isoformat()}",
        kind=kind,
        subject=share.id,
        person=person,
        platform=platform,
        lane=REST,
        detail=day.isoformat(),
        due=now,
        expires=now + FRESH_FOR,
        now=now,
    )
