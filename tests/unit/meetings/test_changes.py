"""Reading a source again follows it, and leaves alone what people here have changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bot.meetings.importing.changes import difference
from bot.meetings.importing.drafts import Draft, Question, weekly


def draft(source_id: str = "evening", at: int = 19) -> Draft:
    return Draft(
        source_id=source_id,
        name="Evening Hope",
        series=weekly([1], time(at), "Europe/Berlin", 60),
        types=("O",),
    )


def by_id(*drafts: Draft) -> dict[str, Draft]:
    return {each.source_id: each for each in drafts}


def test_nothing_new_is_no_news() -> None:
    """Most readings of most sources."""
    found = difference(by_id(draft()), by_id(draft()), [draft()])

    assert (found.new, found.updates, found.gone, found.same) == ((), (), (), 1)


def test_what_nobody_here_touched_follows_the_source() -> None:
    """It meets at eight now; the question that comes with it is asked."""
    later = replace(draft(at=20), questions=(Question("closed"),))
    [update] = difference(by_id(draft()), {}, [later]).updates

    assert update.draft == later
    assert (update.followed, update.kept) == (("series",), ())


def test_what_somebody_here_changed_stays_and_is_reported() -> None:
    """A moderator corrected the zone; the source now moves the meeting and renames it."""
    own = replace(draft(), series=weekly([1], time(19), "Europe/London", 60))
    theirs = replace(draft(at=20), name="Evening Light")
    [update] = difference(by_id(draft()), by_id(own), [theirs]).updates

    assert update.draft == replace(own, name="Evening Light")
    assert (update.followed, update.kept) == (("name",), ("series",))


def test_an_own_change_alone_is_no_news() -> None:
    """The source has not moved."""
    own = replace(draft(), name="Our own name")

    assert difference(by_id(draft()), by_id(own), [draft()]).same == 1


def test_new_and_missing_meetings_are_told_apart() -> None:
    """What is gone from the source is reported, not deleted."""
    found = difference(by_id(draft(), draft("old")), {}, [draft(), draft("new")])

    assert [each.source_id for each in found.new] == ["new"]
    assert found.gone == ("old",)
