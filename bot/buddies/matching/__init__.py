"""Who fits whom: pairs of buddies, and mentors with those who asked for one. Pure.

Read it in this order: `profiles`, `scoring`, `candidates`, `exact` and `fractional`, `matching`.
"""

from bot.buddies.matching.matching import match
from bot.buddies.matching.profiles import BadProfileError, Pool, Profile, read_profiles
from bot.buddies.matching.result import Matching, Mentoring, Pair

__all__ = [
    "BadProfileError",
    "Matching",
    "Mentoring",
    "Pair",
    "Pool",
    "Profile",
    "match",
    "read_profiles",
]
