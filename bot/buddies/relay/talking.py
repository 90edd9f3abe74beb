"""Talking to a buddy whose account one does not see: one message, an answer, or a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot import reading
from bot.buddies.relay.carrying import FORM, carry, listen, ways_of
from bot.buddies.relay.life import RELAY
from bot.buddies.relay.meaning import NobodyThereError, pair_named, pairs_of, which, who
from bot.buddies.relay.news import Page, Written, tell
from bot.delivery import rules
from bot.errors import HandrailError
from bot.platform import Action, Choices, Chose, FormFilled, Said
from bot.turn import ChoiceGoneError, Turn
from storage import buddy_lives, buddy_pairs, checkins, schedules
from storage.buddy_lives import Talk
from storage.buddy_pairs import Pair, Stage
from storage.database import Transaction
from storage.outbox import Draft
from storage.schedules import Due

OVER = "buddy-talk-over"
PROMPT = "buddy-talk"
QUIET = timedelta(hours=1)


class OwnRoomError(HandrailError):
    """Nothing is carried between those who have a room of their own."""

    text_id = "together-own-room"


def say(turn: Turn) -> Sequence[Action]:
    """`buddy say <words>`: one message to one's buddy."""
    pairs = ways_of(turn.tx, turn.person.id)
    if len(pairs) > 1:
        talk = _talk(turn)
        pairs = [each for each in pairs if talk is not None and each.id == talk.pair] or pairs
    if len(pairs) > 1:
        return [turn.answer("together-which-first", which(turn, PROMPT, pairs))]
    return _carried(turn, _only(turn, pairs), turn.words("words") or "")


def talk(turn: Turn) -> Sequence[Action]:
    """`buddy talk [on|off]`: all words go to one's buddy, for a while."""
    if turn.words("switch") == "off":
        return stop(turn)
    pairs = ways_of(turn.tx, turn.person.id)
    if len(pairs) > 1:
        return [turn.answer("together-which", which(turn, PROMPT, pairs))]
    return begin(turn, _only(turn, pairs))


def begin(turn: Turn, pair: Pair) -> Sequence[Action]:
    """From now on words go to the others of this pair."""
    if pair.way != RELAY:
        raise OwnRoomError(f"pair {pair.id} has a room")
    _listen(turn, pair.id)
    off = Choices(prompt=PROMPT, options=(turn.option("off", "together-talk-off"),))
    return [turn.answer("together-talk-on", off, who=who(pair, turn))]


def stop(turn: Turn) -> Sequence[Action]:
    """Words are for the bot again."""
    schedules.remove(turn.tx, OVER, turn.person.id)
    talked = buddy_lives.end_talk(turn.tx, turn.person.id)
    return [turn.answer("together-talk-ended" if talked else "together-talk-was-off")]


def switched(turn: Turn) -> Sequence[Action]:
    """The buttons of talking: off, or whom to talk to."""
    if turn.choice == "off":
        return stop(turn)
    return begin(turn, pair_named(turn, turn.choice))


def answered(turn: Turn) -> Sequence[Action]:
    """Below words that were carried: an answer, or a talk."""
    pair = pair_named(turn, turn.detail)
    if isinstance(turn.event, FormFilled):
        return _carried(turn, pair, turn.words("words") or "")
    if turn.choice == "answer" and isinstance(turn.event, Chose):
        return [turn.ask(FORM.name, turn.event.prompt)]
    if turn.choice == "talk":
        return begin(turn, pair)
    if turn.choice == "help":
        return turn.say("buddy help")
    raise ChoiceGoneError("no such answer")


def hear(turn: Turn, text: str) -> Sequence[Action] | None:
    """Words that are no command and answer no question: a reply to carried words, or a talk."""
    if turn.member is None or turn.member.stopped_at is not None or not turn.event.direct:
        return None
    if (replied := _replied(turn)) is not None:
        return _carried(turn, replied, text) if _together(replied) else _nobody(turn)
    talk = _talk(turn)
    if talk is None or _is_check_in(turn, text):
        return None
    pair = buddy_pairs.with_id(turn.tx, talk.pair)
    if pair is None or not _together(pair):
        stop(turn)
        return _nobody(turn)
    said = _carried(turn, pair, text)
    _listen(turn, pair.id)
    return said if _with_file(turn) else []


def plan_over(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """A quiet hour: words are for the bot again, and the member is told."""
    drafts: list[Draft] = []
    for each in due:
        talk = buddy_lives.talk_of(tx, each.subject)
        pair = buddy_pairs.with_id(tx, talk.pair) if talk is not None else None
        if talk is not None and pair is not None:
            buddy_lives.end_talk(tx, talk.person)
            again = f"{talk.until.timestamp():.0f}"
            drafts += tell(tx, pair, [talk.person], "talk-over", now, again=again, soon=True)
    return drafts


def over(page: Page) -> Written:
    """After the quiet hour."""
    if page.pair.stage is not Stage.TOGETHER:
        return page.body("together-talk-over"), None
    again = page.choices(PROMPT, (str(page.pair.id), "together-talk"))
    return page.body("together-talk-over"), again


def _carried(turn: Turn, pair: Pair, words: str) -> Sequence[Action]:
    """Carry words, and say so; nothing extra below the answer to a cry for help."""
    try:
        carry(turn, pair, words)
    except HandrailError:
        if turn.answered and turn.event.waiting is None:
            return []
        raise
    if turn.answered and turn.event.waiting is None:
        return []
    return [turn.answer("together-said-without-file" if _with_file(turn) else "together-said")]


def _nobody(turn: Turn) -> Sequence[Action]:
    return [] if turn.answered else [turn.answer("together-nobody")]


def _together(pair: Pair) -> bool:
    return pair.stage is Stage.TOGETHER


def _with_file(turn: Turn) -> bool:
    return isinstance(turn.event, Said) and turn.event.with_file


def _replied(turn: Turn) -> Pair | None:
    """The pair whose carried words this is a reply to."""
    event = turn.event
    if not isinstance(event, Said) or event.replies_to is None:
        return None
    id = buddy_lives.carried_by(turn.tx, event.replies_to, turn.person.id)
    return buddy_pairs.with_id(turn.tx, id) if id is not None else None


def _listen(turn: Turn, pair: int) -> None:
    person, until = turn.person.id, turn.now + QUIET
    buddy_lives.put_talk(turn.tx, Talk(person=person, pair=pair, until=until))
    rules.set_once(turn.tx, kind=OVER, subject=person, at=until, person=person)
    listen(turn)


def _talk(turn: Turn) -> Talk | None:
    """To whom they were talking when they wrote."""
    talk = buddy_lives.talk_of(turn.tx, turn.person.id)
    return talk if talk is not None and turn.event.at < talk.until else None


def _is_check_in(turn: Turn, text: str) -> bool:
    """Whether it may be the word that today's check-in waits for: that is never passed on."""
    if reading.read_word(text) is None:
        return False
    asked = schedules.schedule_of(turn.tx, "checkin", turn.person.id)
    answered = checkins.of_day(turn.tx, turn.person.id, turn.today)
    return asked is not None and asked.next_due is not None and answered is None


def _only(turn: Turn, pairs: Sequence[Pair]) -> Pair:
    """The one pair. Raises: NobodyThereError, or OwnRoomError if they meet in a room."""
    if pairs:
        return pairs[0]
    if pairs_of(turn):
        raise OwnRoomError(f"person {turn.person.id} has a room")
    raise NobodyThereError(f"person {turn.person.id} has nobody")
