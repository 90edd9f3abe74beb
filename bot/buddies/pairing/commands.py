"""What those of a pair can say: end, keep, again, block; and what stands below news."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.buddies.joining.resting import rest, wake
from bot.buddies.joining.seeking import has_said_yes, places, say_yes
from bot.buddies.pairing import ending, telling
from bot.buddies.pairing.ending import end
from bot.buddies.pairing.freezing import freeze_after
from bot.buddies.pairing.introducing import Introducing, RoomBelow
from bot.buddies.pairing.proposing import Proposing
from bot.buddies.pairing.reporting import Reporting
from bot.buddies.pairing.telling import News, tell
from bot.buddies.parts import Parts, joined
from bot.commands import Argument, Command, Kind, Role
from bot.delivery.messages import send
from bot.feature import StaffOf
from bot.platform import Action, Choice, Choices
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, buddy_pairs
from storage.buddy_pairs import Ending, Pair, Stage
from storage.ids import read_id

WHICH = "buddy-which"
END = "buddy-end"
AGAIN = "buddy-again"


def parts(staff_of: StaffOf, room_below: RoomBelow) -> Parts:
    """The folder's share of the feature."""
    introducing = Introducing(room_below)
    pairing = Pairing(Reporting(staff_of))
    return joined(
        Proposing(introducing).parts(),
        introducing.parts(),
        telling.parts(),
        ending.parts(),
        pairing.reporting.parts(),
        pairing.parts(),
    )


class Pairing:
    """The commands of those who are together."""

    def __init__(self, reporting: Reporting) -> None:
        self.reporting = reporting

    def parts(self) -> Parts:
        """This module's share of the feature."""
        words = Argument(name="words", kind=Kind.LONG_TEXT, required=False)
        return Parts(
            commands=(
                Command(name="buddy end", handler=self.end),
                Command(name="buddy keep", handler=self.keep),
                Command(name="buddy again", handler=again),
                Command(name="buddy block", handler=self.block),
                Command(name="buddy report", handler=self.report, arguments=(words,)),
                Command(
                    name="buddies reports", handler=self.reporting.waiting, needs=Role.MODERATOR
                ),
            ),
            prompts={
                WHICH: self.which,
                END: ended,
                AGAIN: moved_on,
                telling.NEXT: chose_next,
            },
        )

    def end(self, turn: Turn) -> Sequence[Action]:
        """`buddy end`: it needs no reason; asks once, since it cannot be undone."""
        return self._about(turn, "end", _ask_end)

    def keep(self, turn: Turn) -> Sequence[Action]:
        """`buddy keep`: it lasts once all of them have said so; nobody is told of one alone."""
        return self._about(turn, "keep", _keep)

    def block(self, turn: Turn) -> Sequence[Action]:
        """`buddy block`: at once, and the other one is not told."""
        return self._about(turn, "block", self._block, afterwards=True)

    def report(self, turn: Turn) -> Sequence[Action]:
        """`buddy report [words]`: the team is to look at it; works as a block does."""
        return self._about(turn, "report", self.reporting.report, afterwards=True)

    def _block(self, turn: Turn, pair: Pair) -> Sequence[Action]:
        person = turn.person.id
        for other in pair.others(person):
            buddies.block(turn.tx, person, other.person, turn.now)
            if freeze_after(turn.tx, pair, other.person, turn.now):
                self.reporting.alert(turn, pair.community, other.person)
        send(turn, end(turn.tx, pair, Ending.BLOCKED, person, turn.now))
        return [turn.answer("buddy-blocked", _next(turn, "again"))]

    def which(self, turn: Turn) -> Sequence[Action]:
        """With several buddies: the one that was meant."""
        verbs: dict[str, Callable[[Turn, Pair], Sequence[Action]]] = {
            "end": _ask_end,
            "keep": _keep,
            "block": self._block,
            "report": self.reporting.report,
        }
        verb, pair = verbs.get(turn.detail), _mine(turn, turn.choice)
        if verb is None or pair is None:
            raise ChoiceGoneError("no such pair")
        turn.given = {}
        return verb(turn, pair)

    def _about(
        self,
        turn: Turn,
        verb: str,
        act: Callable[[Turn, Pair], Sequence[Action]],
        *,
        afterwards: bool = False,
    ) -> Sequence[Action]:
        """Do it to the pair that is meant; asks which if there are several.

        Args:
            afterwards: it means who was asked about or the last buddy, where there is none.
        """
        found = _meant(turn, afterwards=afterwards)
        if not found:
            return [turn.answer("buddy-none", _next(turn, "again"))]
        if len(found) == 1:
            return act(turn, found[0])
        options = tuple(
            Choice(id=str(pair.id), label=turn.line("buddy-which-since", day=_since(turn, pair)))
            for pair in found[:25]
        )
        return [turn.answer("buddy-which", Choices(prompt=f"{WHICH}/{verb}", options=options))]


def again(turn: Turn) -> Sequence[Action]:
    """`buddy again`: look for somebody from the next round on, or for somebody new."""
    mine = [
        pair
        for pair in buddy_pairs.of_person(turn.tx, turn.person.id, Stage.TOGETHER)
        if pair.kind == "buddies"
    ]
    if mine:
        options = (turn.option("yes", "buddy-again-yes"), turn.option("no", "buddy-again-no"))
        asked = Choices(prompt=f"{AGAIN}/{mine[0].id}", options=options)
        return [turn.answer("buddy-again-sure", asked)]
    seekers = places(turn)
    if not seekers:
        return [turn.answer("buddy-again-not-joined")]
    for seeker in seekers:
        wake(turn.tx, seeker)
    if not has_said_yes(turn):
        say_yes(turn)
    return [turn.answer("buddy-again-looking", _next(turn, "rest"))]


def moved_on(turn: Turn) -> Sequence[Action]:
    """Whether to part from a buddy in order to meet somebody new."""
    return _parted(turn, Ending.REMATCHED, "buddy-again-looking", offers="rest")


def ended(turn: Turn) -> Sequence[Action]:
    """Whether to end it."""
    return _parted(turn, Ending.ENDED, "buddy-ended", offers="again")


def chose_next(turn: Turn) -> Sequence[Action]:
    """Below news: look again, or rest until they say so."""
    if turn.choice == "again":
        return again(turn)
    if turn.choice == "words":
        return turn.say("buddy words")
    for seeker in places(turn):
        rest(turn.tx, seeker, None)
    return [turn.answer("buddy-rests", _next(turn, "again"))]


def _parted(turn: Turn, ending: Ending, text_id: str, *, offers: str) -> Sequence[Action]:
    pair = _mine(turn, turn.detail)
    if pair is None or pair.stage is not Stage.TOGETHER:
        return [turn.answer("buddy-none", _next(turn, "again"))]
    if turn.choice != "yes":
        return [turn.answer("buddy-goes-on")]
    send(turn, end(turn.tx, pair, ending, turn.person.id, turn.now))
    if pair.kind != "buddies":
        return [turn.answer("buddy-ended-mentoring")]
    return [turn.answer(text_id, _next(turn, offers))]


def _ask_end(turn: Turn, pair: Pair) -> Sequence[Action]:
    if pair.stage is not Stage.TOGETHER:
        return [turn.answer("buddy-none", _next(turn, "again"))]
    options = (
        turn.option("yes", "buddy-end-yes", tone="danger"),
        turn.option("no", "buddy-end-no"),
    )
    asked = Choices(prompt=f"{END}/{pair.id}", options=options)
    if pair.kind != "buddies":
        return [turn.answer("buddy-end-sure-mentoring", asked)]
    return [turn.answer("buddy-end-sure", asked)]


def _keep(turn: Turn, pair: Pair) -> Sequence[Action]:
    if pair.stage is not Stage.TOGETHER:
        return [turn.answer("buddy-none", _next(turn, "again"))]
    person = turn.person.id
    partners = tuple(
        replace(each, keeps=True) if each.person == person else each for each in pair.partners
    )
    pair = replace(pair, partners=partners)
    buddy_pairs.put(turn.tx, pair)
    if not all(each.keeps for each in partners):
        return [turn.answer("buddy-keep-noted")]
    others = [each.person for each in pair.others(person)]
    send(turn, tell(turn.tx, pair, others, News.LASTING, turn.now))
    return [turn.answer("buddy-told-lasting")]


# --- whom is meant


def _meant(turn: Turn, *, afterwards: bool) -> list[Pair]:
    """The pair of the room in which it is said; else those that they are in."""
    person, where = turn.person.id, turn.event.where
    if where.channel is not None:
        here = buddy_pairs.in_room(turn.tx, where.platform, where.channel)
        if here is not None and any(each.person == person for each in here.partners):
            return [here]
    found = buddy_pairs.of_person(turn.tx, person, Stage.TOGETHER)
    if found or not afterwards:
        return found
    asked = buddy_pairs.of_person(turn.tx, person, Stage.PROPOSED)
    over = buddy_pairs.of_person(turn.tx, person, Stage.OVER)
    return asked[:1] or [each for each in over if each.began_at is not None][:1]


def _mine(turn: Turn, written: str) -> Pair | None:
    """One of theirs, by its number."""
    id = read_id(written)
    pair = buddy_pairs.with_id(turn.tx, id) if id is not None else None
    person = turn.person.id
    mine = pair is not None and any(each.person == person for each in pair.partners)
    return pair if mine else None


def _since(turn: Turn, pair: Pair) -> str:
    began = pair.began_at or pair.proposed_at
    return turn.day_words(began.astimezone(turn.zone).date())


def _next(turn: Turn, choice: str) -> Choices:
    text_id = "buddy-next-again" if choice == "again" else "buddy-next-rest"
    return Choices(prompt=telling.NEXT, options=(turn.option(choice, text_id),))
