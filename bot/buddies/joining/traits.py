"""What one learns of the other before both have said yes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.buddies.joining.items import ANY_TOPIC, ITEMS, OWN, Said, answer
from bot.buddies.joining.profiles import compared
from bot.buddies.joining.wording import labels
from bot.richtext import Body, Bold, Bullets, Spans, Text
from bot.texts import Texts

SHOWN = ("topics", "interests", "stage", "languages", "hours", "voice", "age")


def traits(
    said: Mapping[str, Any],
    texts: Texts,
    language: str,
    reader: Said | None = None,
    *,
    both_free: Sequence[str] | None = None,
) -> Body:
    """Coarse words about somebody; never a name, a gender, or words of their own.

    Args:
        said: what they said of themselves, as `storage.buddies.Seeker` has it.
        reader: what the one who reads it said: then topics, interests and languages are only
            those of both, and words of one's own are shown where both used them.
        both_free: parts of the reader's own week in which both are, in place of the other's parts
            by the other's clock; see `hours.parts_in`.
    """
    lines: list[Spans] = []
    for name in SHOWN:
        answers = [each for each in answer(said, name) if each != ANY_TOPIC]
        if reader is None:
            answers = [each for each in answers if not each.startswith(OWN)]
        elif ITEMS[name].seen == "shared" or name == "languages":
            of_both = compared(answer(reader, name))
            answers = [each for each in answers if compared((each,)) <= of_both]
        text_id = f"joining-item-{name}"
        if name == "hours" and both_free is not None:
            answers, text_id = list(both_free), "joining-both-hours"
        elif name == "hours":
            text_id = "joining-theirs-hours"
        if answers:
            called = texts.line(language, text_id)
            words = labels(texts, language, ITEMS[name], answers)
            lines.append((Bold(called), Text(f": {words}")))
    return (Bullets(tuple(lines)),) if lines else ()
