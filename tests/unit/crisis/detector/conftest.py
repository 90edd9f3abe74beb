from __future__ import annotations

import pytest

from bot.crisis.detector import Detector


@pytest.fixture(scope="session")
def detector() -> Detector:
    """Every language, as it ships."""
    return Detector()
