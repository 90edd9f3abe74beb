"""Consent under everything that may happen: two are together only if both said yes, and nobody can
tell what the other one did."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from bot.buddies.pairing.freezing import thaw
from bot.buddies.pairing.proposing import LIVES, propose
from bot.buddies.pairing.standing import kept_apart
from bot.platform import (
    Action,
    Address,
    Change,
    Chose,
    MemberChanged,
    NotSent,
    Receipt,
    Said,
    Say,
)
from bot.richtext import plain
from storage import buddies, buddy_pairs, members, outbox
from storage.buddies import Seeker, State
from storage.buddy_pairs import Pair, Partner, Stage
from storage.database import Transaction
from tests.support.mortal import LastingPlatform, MortalBot, deaths
from tests.support.postgres import PostgresServer

BEGIN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SPACE = "harbour"
NAMES = ("ada", "bo", "cy", "di")
SAID = {"ready": True, "languages": ["en"]}

WHO = st.sampled_from(NAMES)
TWO = st.permutations(NAMES).map(lambda names: (names[0], names[1]))
DEEDS = st.sampled_from(
    (
        *("asked", "asked", "asked", "together", "together", "yes", "yes", "yes", "no", "expires"),
        *("expires", "time", "writes", "writes", "ends", "block", "report", "leave", "stop"),
        *("back", "back"),
    )
)
ONE_OF = st.integers(0, 7)  # of those whom it can concern
DEATHS = deaths(quiet=18)
SPANS = st.sampled_from((1, 5, 24, 47, 48, 49)).map(lambda hours: timedelta(hours=hours))

READ = {
    "asked": "A question for you, with time to think.",
    "noted": "If it comes about, you'll hear from me before",
    "met": "How good: all of you said yes.",
    "no-pair": "This time it didn't come about",
    "lapsed": "Not answering is fine.",
    "rests": "I'll ask you nothing more about buddies",
    "ended": "Your buddy goes on alone",
}
"""What the messages that matter here are known by."""


class Platform(LastingPlatform):
    """Remembers what everybody read, and when; cannot open rooms, so that words are carried."""

    def __init__(self) -> None:
        super().__init__()
        self.read_by: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
        self.words: list[tuple[str, str]] = []

    async def take(self, action: Action) -> Receipt:
        known = await self.find_sent(action.key, self.direct(""), self.now())
        receipt = await super().take(action)
        if isinstance(action, Say) and isinstance(known, NotSent):
            text, to = plain(action.body), action.to.user or ""
            for name, phrase in READ.items():
                if phrase in text:
                    self.read_by[to].append((self.now(), name))
            self.words += [(to, word) for word in re.findall(r"\bword\d+\b", text)]
        return receipt


@dataclass
class Asked:
    """A pair as those in it may know it.

    Args:
        said: their own last answers. dead: it cannot come about, which nobody may notice.
    """

    id: int
    people: tuple[str, str]
    expires: datetime
    said: dict[str, str] = field(default_factory=dict)
    dead: bool = False

    def other(self, who: str) -> str:
        return next(each for each in self.people if each != who)


class Consent(MortalBot):
    """Four members, a platform that outlives the bot, and a bot that may die at any moment.

    What somebody is to read is worked out from their own deeds alone, and from whether both
    said yes: that it comes out so, at the very moment, is the proof that a no, a silence and
    everything else look the same from the other side.
    """

    platform: Platform

    def __init__(self) -> None:
        super().__init__(BEGIN, Platform())
        self.asked: list[Asked] = []
        self.together: list[Asked] = []
        self.blocks: set[frozenset[str]] = set()
        self.stopped: set[str] = set()
        self.people: dict[str, int] = {}
        self.expected: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
        self.silenced: list[tuple[str, str]] = []

    def _say(self, who: str, text: str) -> None:
        self.hand(Said, who, text=text, addressed=True)

    def _press(self, who: str, prompt: str, choice: str) -> None:
        self.hand(Chose, who, prompt=prompt, choice=choice)

    def _read(self, work: Callable[[Transaction], Any]) -> Any:
        return self.runner.run(self.database.read(work))

    def _write(self, work: Callable[[Transaction], Any]) -> Any:
        found: list[Any] = []

        async def write() -> None:
            found.append(await self.database.write(work))

        self.runner.run(self.until_done(write))
        return found[-1]

    # --- who there is

    @initialize()
    def they_join(self) -> None:
        self.runner.run(self.start())
        self.community = self._write(
            lambda tx: members.put_community(
                tx,
                name="Harbour",
                language="en",
                country="GB",
                zone="UTC",
                spaces_of=[("memory", SPACE)],
            )
        )
        for who in NAMES:
            self._press(who, "join-sure/09:00/UTC", "yes")
            self._write(partial(self._enter, who=who))

    def _enter(self, tx: Transaction, who: str) -> None:
        member = members.member_with(tx, "memory", who)
        assert member is not None
        self.people[who] = member.id
        members.add_membership(tx, member.id, self.community, BEGIN)
        if buddies.seeker(tx, self.community, member.id) is None:
            buddies.put_seeker(
                tx, Seeker(person=member.id, community=self.community, said=SAID, since=BEGIN)
            )

    def _look(self, tx: Transaction, who: str) -> None:
        """A moderator has looked at what was reported, and lets them take part again."""
        person = self.people[who]
        for report in buddies.open_reports(tx, self.community, person):
            buddies.look_at_report(tx, report.id, b"", self.clock.now())
        seeker = buddies.seeker(tx, self.community, person)
        if seeker is not None and seeker.state is State.FROZEN:
            thaw(tx, seeker)

    def _seeker(self, who: str) -> Any:
        return self._read(lambda tx: buddies.seeker(tx, self.community, self.people[who]))

    # --- what happens

    # One rule with many deeds: Hypothesis leaves whole rules out of an example, never values.
    @rule(deed=DEEDS, n=ONE_OF, people=TWO, span=SPANS, deaths=st.tuples(DEATHS, DEATHS))
    def something_happens(
        self,
        deed: str,
        n: int,
        people: tuple[str, str],
        span: timedelta,
        deaths: tuple[tuple[str, int], tuple[str, int]],
    ) -> None:
        in_pairs = [who for pair in self.asked + self.together for who in pair.people]
        who = in_pairs[n % len(in_pairs)] if in_pairs else people[0]
        death = deaths[0]
        match deed:
            case "asked":
                self._asks(people)
            case "together":
                self._brings_together(people, deaths)
            case "yes" | "no":
                self._answers(who, deed, death)
            case "expires" if self.asked:
                self._waits(self.asked[0].expires - self.clock.now(), death)
            case "time" | "expires":
                self._waits(span, death)
            case "writes":
                self._writes(who if n % 2 else people[1], death)
            case "ends":
                self._ends(who, death)
            case "block":
                self._cuts(who, "buddy block", death)
            case "report":
                self._cuts(who, "buddy report nothing good", death)
            case "leave":
                self._leaves(who, death)
            case "stop":
                self._stops(who, death)
            case "back":
                for name in NAMES:
                    self._comes_back(name, death)

    def _asks(self, people: tuple[str, str]) -> None:
        """By a round; a second pair of the same person never comes about."""
        one, other = people
        now = self.clock.now()
        pair = Pair(
            community=self.community,
            partners=tuple(Partner(person=self.people[who]) for who in people),
            proposed_at=now,
            expires_at=now + LIVES,
        )
        states = [seeker.state if (seeker := self._seeker(who)) else None for who in people]
        apart = self._read(lambda tx: kept_apart(tx, self.community, now))
        free = (
            all(state is State.LOOKING for state in states)
            and not any(set(people) & set(each.people) for each in self.asked + self.together)
            and not self.stopped & set(people)
            and frozenset(people) not in self.blocks
        )

        def write(tx: Transaction) -> bool:
            drafts = propose(tx, pair, now)
            outbox.add(tx, drafts, now)
            return bool(drafts)

        asked = self._write(write)
        parted = self.people[other] in apart.get(self.people[one], ())
        assert asked == (free and not parted)
        if asked:
            self.asked.append(Asked(pair.id, people, pair.expires_at))
            for who in people:
                self.expected[who].append((now, "asked"))

    def _brings_together(
        self, people: tuple[str, str], deaths: tuple[tuple[str, int], tuple[str, int]]
    ) -> None:
        """What everything else may then happen to."""
        self._asks(people)
        for who, death in zip(people, deaths, strict=True):
            self._answers(who, "yes", death)

    def _answers(self, who: str, choice: str, death: tuple[str, int]) -> None:
        pair = next((each for each in self.asked if who in each.people), None)
        if pair is None or who in self.stopped:
            return
        self.fate.arm(*death)
        self._press(who, f"buddy-proposal/{pair.id}", choice)
        pair.said[who] = choice
        both = not pair.dead and all(pair.said.get(each) == "yes" for each in pair.people)
        if choice == "yes":
            self.expected[who].append((self.clock.now(), "met" if both else "noted"))
        if both:
            self.asked.remove(pair)
            self.together.append(pair)

    def _cuts(self, who: str, said: str, death: tuple[str, int]) -> None:
        """At once, and the other one reads nothing of it."""
        pair = next((each for each in self.together + self.asked if who in each.people), None)
        if pair is None or who in self.stopped:
            return
        self.fate.arm(*death)
        self._say(who, said)
        self.blocks.add(frozenset(pair.people))
        self._dies(pair, who)

    def _ends(self, who: str, death: tuple[str, int]) -> None:
        pair = next((each for each in self.together if who in each.people), None)
        if pair is None:
            return
        self.fate.arm(*death)
        self._press(who, f"buddy-end/{pair.id}", "yes")
        self.together.remove(pair)
        self._reads_of_an_end(pair.other(who))

    def _leaves(self, who: str, death: tuple[str, int]) -> None:
        """They leave the community, be it in the middle of a question."""
        self.fate.arm(*death)
        self.hand(
            MemberChanged,
            who,
            where=Address("memory", space=SPACE),
            direct=False,
            change=Change.LEFT,
        )
        self._is_gone(who)

    def _stops(self, who: str, death: tuple[str, int]) -> None:
        self.fate.arm(*death)
        self._say(who, "stop")
        if who not in self.stopped:
            self._is_gone(who)
        self.stopped.add(who)

    def _comes_back(self, who: str, death: tuple[str, int]) -> None:
        """From wherever they were: they look for somebody again."""
        self.fate.arm(*death)
        if who in self.stopped:
            self._say(who, "start")
            self.stopped.discard(who)
        if any(who in each.people for each in self.together):
            return
        self._write(partial(self._look, who=who))
        self._write(partial(self._enter, who=who))
        self.fate.arm(*death)
        self._say(who, "buddy again")

    def _writes(self, who: str, death: tuple[str, int]) -> None:
        """Words arrive while the two are together, and only then."""
        if who in self.stopped:
            return
        pair = next((each for each in self.together if who in each.people), None)
        word = f"word{self.events}"
        self.fate.arm(*death)
        self._say(who, f"buddy say {word}")
        if pair is None:
            self.silenced += [(name, word) for name in NAMES if name != who]
        else:
            assert (pair.other(who), word) in self.platform.words

    def _waits(self, span: timedelta, death: tuple[str, int]) -> None:
        """Each question that has not come about expires at its hour."""
        until = self.clock.now() + span
        self.fate.arm(*death)
        for moment in sorted({each.expires for each in self.asked}):
            if moment <= until:
                self._expire([each for each in self.asked if each.expires == moment], moment)
        self._move_to(until)

    def _expire(self, pairs: list[Asked], moment: datetime) -> None:
        self._move_to(moment - timedelta(seconds=1))
        own = [(pair, who, self._seeker(who)) for pair in pairs for who in pair.people]
        self._move_to(moment)
        self.asked = [each for each in self.asked if each not in pairs]
        for pair, who, seeker in own:
            news = _news(pair.said.get(who), seeker)
            if news is not None and who not in self.stopped:
                self.expected[who].append((moment, news))

    def _move_to(self, moment: datetime) -> None:
        if moment > self.clock.now():
            self.clock.move_to(moment)
            self.runner.run(self.work())

    # --- what follows

    def _is_gone(self, who: str) -> None:
        for pair in [each for each in self.together + self.asked if who in each.people]:
            if pair in self.together:
                self._reads_of_an_end(pair.other(who))
            self._dies(pair, who)

    def _dies(self, pair: Asked, by: str) -> None:
        if pair in self.together:
            self.together.remove(pair)
        pair.dead = True
        pair.said[by] = "no"

    def _reads_of_an_end(self, who: str) -> None:
        self.expected[who].append((self.clock.now(), "ended"))

    # --- what holds

    @invariant()
    def everybody_reads_what_follows_from_their_own_deeds(self) -> None:
        for who in NAMES:
            assert self.platform.read_by[who] == self.expected[who], who

    @invariant()
    def nobody_is_in_two_pairs(self) -> None:
        if not self.people:
            return
        open_pairs = self._read(
            lambda tx: buddy_pairs.of_community(tx, self.community, Stage.PROPOSED, Stage.TOGETHER)
        )
        people = [partner.person for pair in open_pairs for partner in pair.partners]
        assert len(people) == len(set(people))
        known = {(each.id, Stage.PROPOSED) for each in self.asked}
        known |= {(each.id, Stage.TOGETHER) for each in self.together}
        assert {(pair.id, pair.stage) for pair in open_pairs} == known

    @invariant()
    def nothing_flows_between_those_who_are_not_together(self) -> None:
        assert not set(self.silenced) & set(self.platform.words)


def _news(said: str | None, own: Seeker | None) -> str | None:
    """What somebody reads when a question expires, by their own answer and standing."""
    if own is None or said == "no":
        return None
    if said == "yes":
        return "no-pair"
    if own.state is not State.LOOKING:
        return None
    return "rests" if own.silences else "lapsed"


TestConsent = Consent.TestCase
TestConsent.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)


def test_consent_holds_on_postgresql_too(postgres: PostgresServer, postgres_tables: str) -> None:
    """In a short form."""

    class OnPostgres(Consent):
        def new_url(self) -> str:
            return postgres.url(postgres.create_database(postgres_tables))

    run_state_machine_as_test(
        OnPostgres, settings=settings(max_examples=6, stateful_step_count=15, deadline=None)
    )
