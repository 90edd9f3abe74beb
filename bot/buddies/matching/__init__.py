"""Who fits whom: pairs of buddies, and mentors with those who asked for one. Pure.

Read it in this order: `profiles`, `scoring`, `candidates`, `exact` and `fractional`, `matching`.
The engine needs numpy, scipy and rustworkx, which take a second and a hundred MiB to load: only
`matching` brings them in, and only the command `handrail buddies match` that.
"""

from bot.buddies.matching.profiles import BadProfileError, Pool, Profile, read_profiles
from bot.buddies.matching.result import Matching, Mentoring, Pair

__all__ = [
    "BadProfileError",
    "Matching",
    "Mentoring",
    "Pair",
    "Pool",
    "Profile",
    "read_profiles",
]
