"""What the team, and the member, read of a line: written right before it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.delivery.messages import direct
from bot.feature import StaffOf, Write
from bot.platform import Audience, Choice, Choices, Say, Send
from bot.richtext import Body, Mention, Paragraph, Quote, Text
from bot.teamline.rows import (
    ANSWER,
    COPY,
    NOTE,
    ROOT,
    TOLD,
    WORDS,
    content_of,
    talks_elsewhere,
)
from bot.teamline.spots import Spot, alias, name_of, spots_of, who
from bot.texts import Texts
from storage import members, team_keepers, team_lines
from storage.database import Transaction
from storage.outbox import Claimed
from storage.team_lines import Account, Line, Stage

TEAM_PROMPT, MINE_PROMPT = "line", "line-mine"
CLAIM, REPLY, CLOSE, WRITE = "claim", "reply", "close", "write"
ANSWER_FORM = "line-answer"


class Showing:
    """Writes the messages."""

    def __init__(self, staff_of: StaffOf) -> None:
        self._staff_of = staff_of

    @property
    def writes(self) -> Mapping[str, Write]:
        """By kind of row."""
        made = {
            ROOT: self._root,
            WORDS: self._words,
            COPY: self._copy,
            NOTE: self._note,
            ANSWER: self._answer,
            TOLD: self._told,
        }

        def one_by_one(kind: str) -> Write:
            def write(
                tx: Transaction, texts: Texts, rows: Sequence[Claimed]
            ) -> Mapping[int, Send | None]:
                lines = {row.subject: team_lines.with_id(tx, row.subject) for row in rows}
                return {
                    row.id: made[kind](tx, texts, row, line)
                    if (line := lines[row.subject])
                    else None
                    for row in rows
                }

            return write

        return {kind: one_by_one(kind) for kind in made}

    # --- what the team reads

    def _root(self, tx: Transaction, texts: Texts, row: Claimed, line: Line) -> Say | None:
        spot = spots_of(tx, self._staff_of, line).get(row.detail or "")
        if spot is None:
            return None
        what = "report" if line.report else "talk"
        begins = Text(" " + texts.line(spot.language, f"line-begins-{what}"))
        how = "line-how-apart" if spot.private else "line-how"
        return Say(
            to=spot.to,
            body=(
                Paragraph((who(tx, texts, line, spot.language), begins)),
                *texts.body(spot.language, how),
            ),
            audience=_audience(spot),
            choices=_team_choices(texts, spot.language, line),
            rings=True,
            key=row.send_id,
        )

    def _words(self, tx: Transaction, texts: Texts, row: Claimed, line: Line) -> Say | None:
        spot, content = (
            spots_of(tx, self._staff_of, line).get(row.detail or ""),
            content_of(tx, row),
        )
        if spot is None or content is None:
            return None
        writer = (who(tx, texts, line, spot.language), Text(":"))
        called = _called(line, spot)
        body: Body = (Paragraph((*called, *writer)), Quote((Text(content["words"]),)))
        return self._in_thread(tx, line, spot, body, row, rings=bool(called) or spot.private)

    def _copy(self, tx: Transaction, texts: Texts, row: Claimed, line: Line) -> Say | None:
        spot, content = (
            spots_of(tx, self._staff_of, line).get(row.detail or ""),
            content_of(tx, row),
        )
        if spot is None or content is None:
            return None
        name = name_of(tx, line.community, tuple(content["by"]))
        text_id = "line-copy-named" if name else "line-copy"
        said = texts.line(spot.language, text_id, name=name or "")
        body: Body = (Paragraph((Text(said),)), Quote((Text(content["words"]),)))
        return self._in_thread(tx, line, spot, body, row)

    def _note(self, tx: Transaction, texts: Texts, row: Claimed, line: Line) -> Say | None:
        name, _, what = (row.detail or "").partition(":")
        spot = spots_of(tx, self._staff_of, line).get(name)
        if spot is None or (what == "waiting" and line.waits_since is None):
            return None
        if what in ("claimed", "handed"):
            if line.claimant is None:
                return None
            words = Text(" " + texts.line(spot.language, f"line-note-{what}"))
            body: Body = (Paragraph((_claimant(tx, line, line.claimant), words)),)
        else:
            whom = alias(texts, line, spot.language)
            body = texts.body(spot.language, f"line-note-{what}", member=whom)
        rings = what in ("waiting", "handed", "closed-by-member")
        return self._in_thread(tx, line, spot, body, row, rings=rings)

    def _in_thread(
        self,
        tx: Transaction,
        line: Line,
        spot: Spot,
        body: Body,
        row: Claimed,
        *,
        rings: bool = False,
    ) -> Say:
        place = team_lines.places_of(tx, line.id).get(spot.name)
        begins = place.message if place else None
        return Say(
            to=spot.to,
            body=body,
            audience=_audience(spot),
            thread=None if spot.private else begins,
            answers=begins if spot.private else None,
            rings=rings,
            key=row.send_id,
        )

    # --- what the member reads

    def _answer(self, tx: Transaction, texts: Texts, row: Claimed, line: Line) -> Say | None:
        to, content = members.recipients(tx, [line.person]).get(line.person), content_of(tx, row)
        if to is None or to.stopped or content is None:
            return None
        by, text_id = tuple(content["by"]), "line-answered"
        name = name_of(tx, line.community, by) if self._signs(tx, line) else None
        if name is not None:
            text_id = "line-answered-named"
        said = texts.body(to.language, text_id, team=_team(tx, line), name=name or "")
        choices = None
        if line.stage is Stage.OPEN:
            choices = mine(texts, to.language, line, listens=not talks_elsewhere(tx, line))
        return _direct(to, (*said, Quote((Text(content["words"]),))), choices, row)

    def _signs(self, tx: Transaction, line: Line) -> bool:
        return team_keepers.signs(tx, line.community)

    def _told(self, tx: Transaction, texts: Texts, row: Claimed, line: Line) -> Say | None:
        to = members.recipients(tx, [line.person]).get(line.person)
        what = row.detail or ""
        if to is None or to.stopped or (what == "waiting" and line.waits_since is None):
            return None
        body = texts.body(to.language, f"line-told-{what}", team=_team(tx, line))
        return _direct(to, body, None, row)


def mine(texts: Texts, language: str, line: Line, *, listens: bool = True) -> Choices:
    """What a member can do about their line.

    Args:
        listens: what they write goes there; else they are offered that.
    """
    offered = (CLOSE,) if listens else (WRITE, CLOSE)
    options = tuple(
        Choice(id=each, label=texts.line(language, f"line-mine-{each}")) for each in offered
    )
    return Choices(prompt=f"{MINE_PROMPT}/{line.id}", options=options, language=language)


def _team_choices(texts: Texts, language: str, line: Line) -> Choices:
    offered = (REPLY, CLOSE) if line.apart else (CLAIM, REPLY, CLOSE)
    options = tuple(
        Choice(
            id=each,
            label=texts.line(language, f"line-{each}"),
            form=ANSWER_FORM if each == REPLY else None,
        )
        for each in offered
    )
    return Choices(prompt=f"{TEAM_PROMPT}/{line.id}", options=options, language=language)


def _audience(spot: Spot) -> Audience:
    return Audience.DIRECT if spot.private else Audience.PUBLIC


def _called(line: Line, spot: Spot) -> tuple[Mention | Text, ...]:
    """Whoever is on it, before what they are to notice."""
    if line.claimant is None or line.claimant[0] != spot.to.platform:
        return ()
    platform, user = line.claimant
    return (Mention(platform, user, user), Text(" "))


def _claimant(tx: Transaction, line: Line, claimant: Account) -> Mention:
    platform, user = claimant
    return Mention(platform, user, name_of(tx, line.community, claimant) or user)


def _team(tx: Transaction, line: Line) -> str:
    found = members.community(tx, line.community)
    return found.name if found else ""


def _direct(to: members.Recipient, body: Body, choices: Choices | None, row: Claimed) -> Say:
    return Say(
        to=direct(to),
        body=body,
        audience=Audience.DIRECT,
        choices=choices,
        rings=True,
        key=row.send_id,
    )
