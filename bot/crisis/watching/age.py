"""Whether somebody says that they are under 18.

Only plain words for one's own age count ("I'm 15", "tengo 15 años"), not spans of time that people
in recovery tell as often ("I'm 15 days sober"). It is a hint for the team, never a fact.
"""

from __future__ import annotations

import re

YOUTH = "youth"
"""A topic that says: perhaps under 18."""

_AGE = r"(?P<age>[89]|1[0-7])"
_NO_SPAN = r"(?=\s*(?:$|[.,!?;)\n]|and\b|but\b|und\b|aber\b|et\b|mais\b|e\b|ma\b|en\b|maar\b))"

_SAYS = (
    rf"\b(?:i'?m|i am)\s+(?:only\s+|just\s+|a\s+)?{_AGE}"
    rf"(?:{_NO_SPAN}|[\s-]*(?:y/?o\b|yrs?\b|years?[\s-]old\b|year[\s-]olds?\b))",
    rf"\bich bin\s+(?:erst\s+|gerade\s+)?{_AGE}(?:{_NO_SPAN}|\s+jahre?\s+(?:alt|jung)\b)",
    rf"\btengo\s+(?:solo\s+|sólo\s+)?{_AGE}\s+años\b(?!\s+(?:de|sin|sobri|limpi|en|con))",
    rf"\bj'?ai\s+(?:seulement\s+)?{_AGE}\s+ans\b(?!\s+(?:de|sans|d'))",
    rf"\bho\s+(?:solo\s+)?{_AGE}\s+anni\b(?!\s+(?:di|senza|d'))",
    rf"\btenho\s+(?:só\s+|apenas\s+)?{_AGE}\s+anos\b(?!\s+(?:de|sem))",
    rf"\bik ben\s+(?:pas\s+)?{_AGE}(?:{_NO_SPAN}|\s+jaar\s+oud\b)",
    rf"\bmam\s+(?:tylko\s+)?{_AGE}\s+lat\b(?!\s+(?:trze|bez))",
    rf"\bмне\s+(?:только\s+|всего\s+)?{_AGE}(?=\s*(?:$|[.,!?;)\n]|лет))",
    rf"\b{_AGE}\s+yaşındayım\b",
    rf"(?:我|私は|僕は){_AGE}(?:岁|歲|歳)",
    rf"\bमैं\s+{_AGE}\s+साल\s+(?:का|की)",
    rf"عمري\s+{_AGE}\b",
)
_YOUNG = re.compile("|".join(each.replace("?P<age>", "?:") for each in _SAYS), re.IGNORECASE)


def says_young(words: str) -> bool:
    """Whether the words tell an age of their writer from 8 to 17."""
    return _YOUNG.search(words.replace("’", "'")) is not None
