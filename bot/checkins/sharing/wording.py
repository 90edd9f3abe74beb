"""Lines about what is shared, as its owner and its readers see them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.checkins.sharing.readers import SLOT, account_of, owner_of, reader_of, spans_with
from bot.platform import Choice, Choices
from bot.richtext import Spans, Text, words_of
from bot.texts import Texts
from bot.turn import Turn
from storage import access_log, members
from storage.access_log import Access, How
from storage.database import Transaction
from storage.shares import Reader, Share

LONGEST_LABEL = 80
PROMPT = "share"


def item_name(turn: Turn, share: Share) -> str:
    """What is shared, in a few words."""
    return turn.line(f"share-item-{share.item}")


def mine(turn: Turn, share: Share) -> Spans:
    """One thing that the member shows: what, to whom, until when."""
    reader = reader_of(turn.tx, turn.texts, turn.language, share, turn.actor.platform)
    until = last_day_words(turn.tx, turn.texts, turn.language, share)
    line = turn.line("share-line", item=item_name(turn, share), who=SLOT, until=until)
    return spans_with([Text(line)], reader)


def shown_to_me(turn: Turn, share: Share) -> Spans:
    """One thing that is shown to the member."""
    owner = owner_of(turn.tx, turn.texts, turn.language, share, turn.actor.platform)
    until = last_day_words(turn.tx, turn.texts, turn.language, share)
    line = turn.line("share-line-from", item=item_name(turn, share), who=SLOT, until=until)
    return spans_with([Text(line)], owner)


def to_stop(turn: Turn, share: Share) -> Choice:
    """The button that takes it back."""
    reader = reader_of(turn.tx, turn.texts, turn.language, share, turn.actor.platform)
    label = turn.line("share-stop-one", item=item_name(turn, share), who=words_of([reader]))
    return Choice(id=f"stop {share.id}", label=label[:LONGEST_LABEL])


def to_see(turn: Turn, share: Share) -> Choice:
    """The button that opens what is shown to the member."""
    owner = owner_of(turn.tx, turn.texts, turn.language, share, turn.actor.platform)
    label = turn.line("share-see-one", item=item_name(turn, share), who=words_of([owner]))
    return Choice(id=f"see {share.id}", label=label[:LONGEST_LABEL])


def seen(turn: Turn, access: Access) -> Spans:
    """One line of the access log."""
    at = turn.texts.when(turn.language, access.at.astimezone(turn.zone), "datetime")
    item = turn.line(f"share-item-{access.item}")
    if access.reader == Reader.CHANNEL:
        line = turn.line("share-seen-channel", at=at, item=item)
        return (Text(line),)
    text_id = "share-seen-opened" if access.how is How.OPENED else "share-seen-delivered"
    line = turn.line(text_id, at=at, item=item, who=SLOT)
    if access.reader == access_log.TEAM:
        who = Text(turn.line("share-reader-team"))
    elif access.viewer is None:
        who = Text(turn.line("share-reader-gone"))
    elif access.reader == Reader.BUDDY:
        who = Text(turn.line("share-reader-buddy"))
    else:
        return spans_with([Text(line)], account_of(turn.tx, access.viewer, turn.actor.platform))
    return spans_with([Text(line)], who)


def today_of(tx: Transaction, person: int, now: datetime) -> date | None:
    """The date on somebody's calendar; None for who is gone or has stopped."""
    to = members.recipients(tx, [person]).get(person)
    return now.astimezone(ZoneInfo(to.zone)).date() if to is not None and not to.stopped else None


def last_day_words(tx: Transaction, texts: Texts, language: str, share: Share) -> str:
    """The last day on which it is shown, on the owner's calendar."""
    to = members.recipients(tx, [share.person]).get(share.person)
    if share.until is None or to is None:
        return "–"
    local = (share.until - timedelta(seconds=1)).astimezone(ZoneInfo(to.zone))
    return texts.when(language, local.date(), "date")


def card_choices(texts: Texts, language: str, share: Share) -> Choices:
    """Below a card: see it, or hear no more of this one."""
    see = Choice(id="see", label=texts.line(language, "share-see"), tone="primary")
    mute = Choice(id="mute", label=texts.line(language, "share-mute"))
    return Choices(prompt=f"{PROMPT}/{share.id}", options=(see, mute), language=language)


def opened_choices(texts: Texts, language: str, share: Share) -> Choices:
    """Below an open card: see how it is by now, or hear no more of this one."""
    again = Choice(id="see", label=texts.line(language, "share-see-again"))
    mute = Choice(id="mute", label=texts.line(language, "share-mute"))
    return Choices(prompt=f"{PROMPT}/{share.id}", options=(again, mute), language=language)
