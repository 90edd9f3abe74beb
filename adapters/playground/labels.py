"""The page's own words, from the Fluent texts."""

from __future__ import annotations

from bot.texts import Texts

LABELS = (
    "playground-bot",
    "playground-bot-mark",
    "playground-card-call",
    "playground-card-text",
    "playground-card-title",
    "playground-clock",
    "playground-clock-at",
    "playground-clock-evening",
    "playground-clock-go",
    "playground-clock-hour",
    "playground-clock-is",
    "playground-clock-note",
    "playground-clock-tomorrow",
    "playground-connecting",
    "playground-count",
    "playground-download",
    "playground-edited",
    "playground-empty-direct",
    "playground-empty-room",
    "playground-form-cancel",
    "playground-form-close",
    "playground-form-counter",
    "playground-form-missing",
    "playground-form-optional",
    "playground-form-place-now",
    "playground-form-send",
    "playground-form-too-long",
    "playground-in-answer-to",
    "playground-language",
    "playground-list-channels",
    "playground-list-direct",
    "playground-list-private",
    "playground-menu",
    "playground-messages",
    "playground-new-for",
    "playground-note",
    "playground-offline",
    "playground-only-you",
    "playground-people",
    "playground-problem-backwards",
    "playground-problem-button",
    "playground-problem-form",
    "playground-problem-ours",
    "playground-problem-room",
    "playground-problem-too-far",
    "playground-problem-too-long",
    "playground-quick",
    "playground-quick-checkin",
    "playground-quick-help",
    "playground-quick-meetings",
    "playground-quick-talk",
    "playground-role-moderator",
    "playground-room-closed",
    "playground-rooms",
    "playground-send",
    "playground-skip",
    "playground-start",
    "playground-suggestions",
    "playground-tag",
    "playground-title",
    "playground-write",
    "playground-write-hint",
)

# A value that stands for itself: the page puts the real one in.
_SLOTS = {name: f"{{{name}}}" for name in ("count", "longest", "name", "room", "time")}

LANGUAGE_NAMES = {"en": "English", "es": "Español", "de": "Deutsch"}


def labels(texts: Texts, language: str) -> dict[str, str]:
    """Every label by the end of its name; `{count}` and the like are left for the page to fill."""
    return {
        text_id.removeprefix("playground-"): texts.line(language, text_id, **_SLOTS)
        for text_id in LABELS
    }


def languages(texts: Texts) -> dict[str, str]:
    """What can be chosen, each in its own language's word for itself."""
    return {tag: LANGUAGE_NAMES.get(tag, tag) for tag in texts.languages}
