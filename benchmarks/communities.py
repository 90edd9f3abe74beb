"""Invented members who seek buddies: skewed topics, stages, zones, languages, wishes, blocks."""

from __future__ import annotations

import random
from typing import TypeVar

from bot.buddies.matching import Pool, Profile
from bot.buddies.matching.profiles import Consent

T = TypeVar("T")

TOPICS = {
    "alcohol": 30, "anxiety": 18, "depression": 16, "opioids": 9, "cannabis": 7, "trauma": 6,
    "stimulants": 5, "gambling": 4, "eating": 3, "grief": 3, "adhd": 2, "nicotine": 2, "sex": 1,
    "benzos": 1,
}  # fmt: skip
LANGUAGES = {"en": 62, "es": 12, "de": 7, "fr": 6, "pt": 5, "pl": 3, "ru": 3, "ar": 2}
ZONES = {-8: 12, -7: 6, -6: 14, -5: 22, -3: 6, 0: 12, 1: 14, 2: 4, 3: 3, 5: 3, 8: 2, 10: 2}
STAGES = (20, 20, 18, 16, 14, 12)
GENDERS = {"woman": 45, "man": 43, "nonbinary": 8, "": 4}
INTERESTS = ("music", "hiking", "games", "books", "cooking", "pets", "sport", "crafts", "films")
FAMILY, MENTOR, SEEKS_MENTOR = 0.08, 0.06, 0.17
SAME_GENDER, ANY_TOPIC, TEXT_ONLY = 0.20, 0.06, 0.05


def community(members: int, seed: int = 1, *, consenting: float = 0.0) -> list[Profile]:
    """Profiles, the same for the same seed.

    Args:
        consenting: the share of members who agree to each thing that can be relaxed.
    """
    chance = random.Random(seed)
    ids = [f"m{number}" for number in range(members)]
    return [_member(chance, id, ids, consenting) for id in ids]


def _member(chance: random.Random, id: str, ids: list[str], consenting: float) -> Profile:
    pool = Pool.PEER
    draw = chance.random()
    if draw < FAMILY:
        pool = Pool.FAMILY
    elif draw < FAMILY + MENTOR:
        pool = Pool.MENTOR
    languages = [_one(chance, LANGUAGES)]
    if languages != ["en"] and chance.random() < 0.45:
        languages.append("en")
    gender = _one(chance, GENDERS)
    return Profile(
        id=id,
        pool=pool,
        topics=frozenset(_one(chance, TOPICS) for _ in range(chance.choice((1, 1, 2, 2, 3)))),
        any_topic=chance.random() < ANY_TOPIC,
        stage=chance.choices(range(6), STAGES)[0],
        languages=tuple(languages),
        free_hours=_hours(chance),
        text_only=chance.random() < TEXT_ONLY,
        gender=gender,
        gender_rule="same" if gender and chance.random() < SAME_GENDER else "any",
        age_band=min(5, max(0, round(chance.gauss(2.2, 1.2)))),
        interests=frozenset(chance.sample(INTERESTS, 2)),
        blocks=frozenset(chance.sample(ids, min(len(ids), chance.choice((0, 0, 0, 1, 2))))) - {id},
        seeks_mentor=pool is Pool.PEER and chance.random() < SEEKS_MENTOR,
        capacity=chance.choice((1, 2, 3, 4, 5)),
        consents_to=frozenset(each for each in Consent if chance.random() < consenting),
    )


def _hours(chance: random.Random) -> str:
    """Free evenings, mornings or afternoons of some days, in the member's own zone."""
    zone = _one(chance, ZONES)
    free = [False] * 168
    for begin, end, likely in ((6, 9, 0.15), (12, 14, 0.12), (17, 20, 0.35), (20, 23, 0.45)):
        if chance.random() > 2.0 * likely:
            continue
        for day in range(7):
            if chance.random() < 0.4 + likely:
                for hour in range(begin, end):
                    free[(day * 24 + hour - zone) % 168] = True
    return "".join("1" if each else "0" for each in free)


def _one(chance: random.Random, weighted: dict[T, int]) -> T:
    return chance.choices(list(weighted), list(weighted.values()))[0]
