"""Whether a message speaks of suicide, self-harm, overdose, violence or an acute urge to use.

Pure and in process: no network, no clock, no storage; the same text gives the same verdict.
"""

from bot.crisis.detector.detector import Detector, Explanation, Hit
from bot.crisis.detector.recent import Recent, Standing
from bot.crisis.detector.verdict import TOPICS, Level, Subject, Verdict

__all__ = [
    "TOPICS",
    "Detector",
    "Explanation",
    "Hit",
    "Level",
    "Recent",
    "Standing",
    "Subject",
    "Verdict",
]
