"""Which features there are, and what one asks of another.

Features are blind to one another: what one wants of another is handed to it here, as a plain
function.
"""

from bot.features.around import NO_TEAMS, Around
from bot.features.erasing import erase
from bot.features.wiring import Wired, all_features, wired

__all__ = ["NO_TEAMS", "Around", "Wired", "all_features", "erase", "wired"]
