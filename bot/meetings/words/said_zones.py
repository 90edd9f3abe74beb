"""Whose clock a sentence means: "Berlin time", "Europe/Berlin", "hora de Madrid" – or asks.

"EST" is never guessed: it is a fixed offset to some, New York's clock to others.
"""

from __future__ import annotations

import re

from bot.meetings.words.frequency import languages, words
from bot.places import AbbreviationError, Places, UnclearPlaceError
from bot.reading.words import plain

MOST_OF_A_PLACE = 3
"""Words: "salt lake city"."""

_OFFSET = re.compile(r"(?:utc|gmt)? ?[+\-−]\d{1,2}(?::?\d{2})?")

# Cities that people probably mean; each of these letters is another clock elsewhere or in summer.
_ANY = ("New York", "London", "Berlin")
_MEANT = {
    **dict.fromkeys(("est", "edt", "et"), ("New York", "Toronto", "Jamaica")),
    **dict.fromkeys(("cst", "cdt", "ct"), ("Chicago", "Mexico City", "Shanghai")),
    **dict.fromkeys(("mst", "mdt", "mt"), ("Denver", "Phoenix")),
    **dict.fromkeys(("pst", "pdt", "pt"), ("Los Angeles", "Vancouver", "Manila")),
    **dict.fromkeys(("gmt", "bst", "wet"), ("London", "Lisbon", "Reykjavik")),
    **dict.fromkeys(("cet", "cest", "mez", "mesz"), ("Berlin", "Paris", "Madrid")),
    **dict.fromkeys(("eet", "eest"), ("Athens", "Helsinki", "Cairo")),
    **dict.fromkeys(("ist",), ("Kolkata", "Dublin", "Jerusalem")),
    **dict.fromkeys(("aest", "aedt"), ("Sydney", "Brisbane")),
    **dict.fromkeys(("acst", "acdt"), ("Adelaide", "Darwin")),
    **dict.fromkeys(("nzst", "nzdt"), ("Auckland",)),
    **dict.fromkeys(("awst", "akst", "akdt", "hst", "ast", "adt", "msk", "jst", "sast"), ()),
}


class UnclearZoneError(UnclearPlaceError):
    """Letters such as EST, or a name of several places. Args: suggestions: cities to choose."""

    text_id = "meeting-zone-unclear"

    def __init__(self, suggestions: tuple[str, ...]) -> None:
        suggestions = suggestions or _ANY
        super().__init__("a clock by letters or by several cities", cities=", ".join(suggestions))
        self.suggestions = suggestions


def zone_apart(text: str, language: str, places: Places) -> tuple[str, str | None]:
    """The sentence in plain form without its zone, and the zone. Raises: UnclearZoneError."""
    tokens = text.split()
    for index, token in enumerate(tokens):
        bare = plain(token, " .,;!()")
        # "et" and "ist" are words of other languages; as a clock they are shouted, or come last.
        shouted = (token.isupper() and not text.isupper()) or index == len(tokens) - 1
        if (bare in _MEANT and shouted) or (_OFFSET.fullmatch(bare) and not bare[0].isdigit()):
            raise UnclearZoneError(_MEANT.get(bare, ()))
        if bare in ("utc", "etc/utc") or ("/" in bare and zone_of(bare, language, places)):
            zone = zone_of(bare, language, places)
            rest = [each for each in tokens[:index] + tokens[index + 1 :] if plain(each) != "time"]
            return plain(" ".join(rest), " .,;!¡?"), zone
    said = plain(text, " .,;!¡?")
    for tried in sorted(languages(), key=lambda each: each != language):
        for template in words(tried)["zone"]:
            if found := _named(said, template, language, places):
                return found
    return said, None


def _named(said: str, template: str, language: str, places: Places) -> tuple[str, str] | None:
    """A zone said as a language says it: "new york time", "hora de madrid"."""
    tokens = said.split()
    for size in range(MOST_OF_A_PLACE + 2, 0, -1):
        if size < len(tokens) and (match := re.fullmatch(template, " ".join(tokens[-size:]))):
            name = match[1].strip(" ,()")
            for form in (name, name.removesuffix("er")):  # "Berliner Zeit"
                if zone := zone_of(form, language, places):
                    return joined(tokens[:-size]), zone
            several = places.find(name, language, 4) if len(name) > 3 else []
            if several and all(plain(place.city).startswith(name) for place in several):
                raise UnclearZoneError(tuple(place.city for place in several))
    return None


def zone_of(name: str, language: str, places: Places) -> str | None:
    """The one zone of a name of three letters or more; None for none. Raises: UnclearZoneError."""
    if len(name) < 3:
        return None
    try:
        found = places.find(name, language)
    except AbbreviationError:
        raise UnclearZoneError(_MEANT.get(name, ())) from None
    exact = [place for place in found if plain(place.city) == name]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0].zone
    return None


def joined(tokens: list[str]) -> str:
    """Words as a phrase again."""
    return " ".join(tokens).strip(" ,;")
