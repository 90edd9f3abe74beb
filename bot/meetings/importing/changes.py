"""Reading a source again: what it changed, without touching what people here have changed.

Three versions are compared field by field: what the source said last time, what it says now, and
what stands here. A field that nobody here touched follows the source; one that somebody did stays,
and is reported if the source has changed it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from bot.meetings.importing.drafts import Draft

_FOLLOWED = tuple(
    each.name for each in fields(Draft) if each.name not in ("source_id", "questions")
)


@dataclass(frozen=True, slots=True)
class Update:
    """A meeting that its source tells differently now.

    Args:
        draft: as it is to stand here; its questions are those of the source's new version.
        followed: names of the fields that changed here with the source.
        kept: names of the fields that the source changed and somebody here had changed before.
    """

    draft: Draft
    followed: tuple[str, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What reading a source again brings.

    Args:
        new: meetings that it did not have.
        updates: those that it tells differently.
        gone: ids of those that it no longer has; nothing is deleted without a person's word.
        same: how many are as they were.
    """

    new: tuple[Draft, ...]
    updates: tuple[Update, ...]
    gone: tuple[str, ...]
    same: int


def difference(
    before: Mapping[str, Draft], here: Mapping[str, Draft], now: Iterable[Draft]
) -> Difference:
    """What the source changed.

    Args:
        before: what it said when it was last read, by `source_id`.
        here: the same meetings as they stand here; one that is missing stands as it was read.
        now: what it says today.
    """
    new: list[Draft] = []
    updates: list[Update] = []
    seen: set[str] = set()
    for draft in now:
        seen.add(draft.source_id)
        last = before.get(draft.source_id)
        if last is None:
            new.append(draft)
        elif update := _update(last, here.get(draft.source_id, last), draft):
            updates.append(update)
    gone = tuple(source_id for source_id in before if source_id not in seen)
    return Difference(tuple(new), tuple(updates), gone, len(seen) - len(new) - len(updates))


def _update(last: Draft, own: Draft, now: Draft) -> Update | None:
    changed = [name for name in _FOLLOWED if getattr(now, name) != getattr(last, name)]
    if not changed:
        return None
    touched = {name for name in changed if getattr(own, name) != getattr(last, name)}
    followed = {name: getattr(now, name) for name in changed if name not in touched}
    kept = tuple(name for name in changed if name in touched)
    return Update(replace(own, questions=now.questions, **followed), tuple(followed), kept)
