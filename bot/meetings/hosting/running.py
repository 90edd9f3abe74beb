"""A meeting in chat takes its course: announced, opened, timed, closed, and put in order again.

Each meeting has one schedule, whose moment is the next one at which anything is due. What is due is
worked out from the stored session and the clock alone, and every step has a dedupe key. So it makes
no difference whether the bot was there at a moment or comes back after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil

from bot.delivery import rules
from bot.feature import StaffOf
from bot.meetings import agenda
from bot.meetings.hosting.powers import AWAITED_FOR, Powers
from bot.meetings.hosting.saying import Place, own_words
from bot.platform import Floor
from bot.texts import Texts
from storage import hosting, hosting_people, meeting_chairs, meetings, members, schedules
from storage.database import Transaction
from storage.hosting import Course, Hosted, Session, Stage
from storage.ids import new_id
from storage.meetings import Meeting
from storage.outbox import Draft
from storage.schedules import Due

KIND = "hosting"
WARNED = (timedelta(minutes=5), timedelta(minutes=2))
"""How long before it opens and before it closes the room is told."""
NO_SHORT_WARNING = timedelta(minutes=15)
"""The first warning before the end is left out of meetings that are shorter."""
LATE_CLOSE = timedelta(minutes=10)
REMINDED_FOR = timedelta(minutes=2)
KEPT = timedelta(days=1)

Plan = Callable[[Transaction, Sequence[Due], datetime], Sequence[Draft]]


class Running:
    """Holds meetings.

    Args:
        staff_of: where a community's team is told what the bot may not do.
    """

    def __init__(self, texts: Texts, staff_of: StaffOf) -> None:
        self.texts = texts
        self._powers = Powers(texts, staff_of)

    def plan(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """What the meetings that are due come to by now."""
        return [draft for each in due for draft in self.look(tx, each.subject, now)]

    def beside(self, plan: Plan) -> Plan:
        """The meetings' own plan, so that one that was moved or ended is looked at here too."""

        def both(tx: Transaction, due: Sequence[Due], now: datetime) -> Sequence[Draft]:
            planned = plan(tx, due, now)
            here = hosting.hosted_among(tx, [each.subject for each in due])
            return [*planned, *self.plan(tx, [each for each in due if each.subject in here], now)]

        return both

    def look(self, tx: Transaction, id: int, now: datetime) -> list[Draft]:
        """Take every step that is due for a meeting, and be woken at the next one."""
        schedules.remove(tx, KIND, id)
        hosted, meeting = hosting.hosted(tx, id), meetings.get(tx, id)
        if hosted is None or meeting is None:
            return []
        place = Place.of(tx, self.texts, hosted, meeting, now)
        drafts: list[Draft] = []
        self._begin(place)
        for session in hosting.sessions_of(tx, [id]):
            session, rows = self._powers.look_after(place, session)
            drafts += rows
            drafts += self._step(place, session)
        hosting.forget_closed(tx, id, now - KEPT)
        moment = next_look(hosted, meeting, hosting.sessions_of(tx, [id]), now)
        if moment is not None:
            # The planner forgets the row of what happens once: a new one each time.
            rules.set_once(tx, kind=KIND, subject=id, at=moment, zone="UTC")
        return drafts

    def _begin(self, place: Place) -> None:
        """A session for what is about to start, or has while the bot was away."""
        tx, meeting, now = place.tx, place.meeting, place.now
        known = {each.occurrence for each in hosting.sessions_of(tx, [meeting.id])}
        ahead = [agenda.unfinished(meeting, now), *agenda.following(meeting, now)]
        for held in ahead:
            if held is None or held.key in known:
                continue
            if held.at.start - WARNED[0] <= now < held.at.end:
                known.add(held.key)
                course = Course(
                    topic=place.hosted.wishes.topic or meeting.card.topic,
                    leads=_chair_on(tx, place.hosted, held.key),
                )
                session = Session(
                    id=new_id(),
                    meeting=meeting.id,
                    occurrence=held.key,
                    stage=Stage.WAITING,
                    starts=held.at.start,
                    ends=held.at.end,
                    course=course,
                )
                hosting.save(tx, session)

    def _step(self, place: Place, session: Session) -> list[Draft]:
        now = place.now
        match session.stage:
            case Stage.WAITING if not _takes_place(place, session):
                hosting.drop(place.tx, session.id)
                said = place.body("hosting-off", name=place.meeting.card.name)
                off = place.say(place.key(session, "off"), said, session.starts + WARNED[0])
                return [off, *self._take_role(place, session)]
            case Stage.WAITING if session.ends <= now:
                hosting_people.end(place.tx, session)
                return self._take_role(place, session)
            case Stage.WAITING if session.starts <= now:
                return self._open(place, session)
            case Stage.WAITING:
                return [*self.lend_role(place, session), *self._warn(place, session, "opens")]
            case Stage.OPEN if session.ends <= now:
                return self._close(place, session)
            case Stage.OPEN:
                return [*self._warn(place, session, "closes"), *self._remind(place, session)]
        return []

    # --- steps

    def _warn(self, place: Place, session: Session, what: str) -> list[Draft]:
        """The newest warning that is due; one that was missed is not made up for."""
        end = session.starts if what == "opens" else session.ends
        for number, before in reversed(list(enumerate(WARNED))):
            if end - before > place.now:
                continue
            short = session.ends - session.starts < NO_SHORT_WARNING
            if what == "closes" and number == 0 and short:
                return []
            minutes = ceil((end - place.now).total_seconds() / 60)
            name = f"{what}:{number}:{int(end.timestamp())}"
            body = place.body(f"hosting-{what}-soon", name=place.meeting.card.name, minutes=minutes)
            return [place.say(place.key(session, name), body, end)]
        return []

    def _open(self, place: Place, session: Session) -> list[Draft]:
        """Let everybody write; then the opening reading, the topic, and how to be heard."""
        wishes, ends = place.hosted.wishes, session.ends
        opened, drafts = self._powers.change(place, session, "open", Floor.OPEN)
        if wishes.opening:
            key = place.key(session, "opening")
            drafts.append(place.say(key, own_words(wishes.opening), ends))
        name = place.meeting.card.name
        body = place.body("hosting-open", name=name, **place.topic(session))
        key = place.key(session, "said:1")
        drafts.append(place.say(key, body, ends, choices=place.buttons(), rings=True))
        opened = replace(opened, stage=Stage.OPEN, awaited=(*opened.awaited, key))
        hosting.save(place.tx, opened)
        return [*self.lend_role(place, session), *drafts]

    def _close(self, place: Place, session: Session) -> list[Draft]:
        """The closing reading, a word of thanks, and everything as it was before."""
        wishes, now = place.hosted.wishes, place.now
        drafts: list[Draft] = []
        late = now - session.ends > LATE_CLOSE
        if wishes.closing and not late:
            key = place.key(session, "closing")
            drafts.append(place.say(key, own_words(wishes.closing), now + KEPT))
        closes = int(not session.course.powerless)
        text_id = "hosting-closed-late" if late else "hosting-closed"
        body = place.body(text_id, name=place.meeting.card.name, closes=closes)
        drafts.append(place.say(place.key(session, "closed"), body, now + KEPT))
        after = session
        for waiting in session.awaited:
            # What waits for a platform that is away must not open the room after it was closed.
            hosting.cancel_unsent(place.tx, waiting, now)
        if not session.course.powerless and not self._in_use(place, session):
            floor = Floor.CLOSED if wishes.closed_between else Floor.AS_BEFORE
            after, rows = self._powers.change(place, session, "close", floor)
            drafts += rows
        drafts += self._take_role(place, session)
        hosting_people.end(place.tx, after)
        return drafts

    def _in_use(self, place: Place, session: Session) -> bool:
        """Whether another meeting goes on in the room."""
        hosted = place.hosted
        here = [each.meeting for each in hosting.in_room(place.tx, hosted.platform, hosted.channel)]
        return any(
            each.stage is Stage.OPEN and each.id != session.id
            for each in hosting.sessions_of(place.tx, here)
        )

    def _remind(self, place: Place, session: Session) -> list[Draft]:
        """A word about the time for whoever speaks; nobody is cut off."""
        moment = share_ends(place.hosted, session)
        if moment is None or not moment <= place.now < moment + REMINDED_FOR:
            return []
        key = place.key(session, f"share:{session.course.shares}")
        body = place.body("hosting-share-time", minutes=place.hosted.wishes.share)
        return [place.say(key, body, moment + REMINDED_FOR)]

    # --- whoever leads

    def lend_role(self, place: Place, session: Session) -> list[Draft]:
        """The role of whoever leads, while it takes place."""
        if not place.hosted.wishes.role or not session.course.leads:
            return []
        return [place.lend(place.key(session, "lend"), session.course.leads, given=True)]

    def _take_role(self, place: Place, session: Session) -> list[Draft]:
        if not place.hosted.wishes.role or not session.course.leads:
            return []
        return [place.lend(place.key(session, "take"), session.course.leads, given=False)]


def share_ends(hosted: Hosted, session: Session) -> datetime | None:
    """When whoever speaks is told the time; None if nobody does, or it is not wanted."""
    if not hosted.wishes.share or not session.course.speaker:
        return None
    since = datetime.fromisoformat(session.course.since)
    return since + timedelta(minutes=hosted.wishes.share)


def next_look(
    hosted: Hosted, meeting: Meeting, sessions: Sequence[Session], now: datetime
) -> datetime | None:
    """The next moment at which a step may be due."""
    moments: list[datetime] = []
    for session in sessions:
        if session.awaited:
            moments.append(now + AWAITED_FOR)
        if session.stage is Stage.CLOSED:
            continue
        end = session.starts if session.stage is Stage.WAITING else session.ends
        moments += [end, *(end - before for before in WARNED)]
        if (moment := share_ends(hosted, session)) is not None:
            moments.append(moment)
    moments += [held.at.start - WARNED[0] for held in agenda.following(meeting, now + WARNED[0])]
    return min((moment for moment in moments if moment > now), default=None)


def _takes_place(place: Place, session: Session) -> bool:
    """Whether it was opened by hand, or else neither cancelled nor moved since it was announced."""
    if session.course.by_hand:
        return True
    held = agenda.named(place.meeting, session.occurrence)
    if held is None or held.at.start != session.starts:
        return False
    coming = next(agenda.occurrences(place.meeting, session.starts), None)
    return coming is not None and coming.start == session.starts


def _chair_on(tx: Transaction, hosted: Hosted, occurrence: str) -> str:
    """The account of whoever leads it on the room's platform; "" if nobody does."""
    chair = meeting_chairs.chair_of(tx, hosted.meeting, occurrence)
    if chair is None:
        return ""
    accounts = members.accounts_of(tx, chair.person)
    return next((each.user for each in accounts if each.platform == hosted.platform), "")
