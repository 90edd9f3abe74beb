"""The usual detector, made once: making it takes longer than most tests."""

from __future__ import annotations

from functools import lru_cache

from bot.crisis.watching.detectors import detector_with_terms

shared_detector = lru_cache(maxsize=2)(detector_with_terms)
"""Shared by all tests of a process that ask for the same wishes; nothing changes it."""
