"""Errors that a person may meet.

HandrailError
├── bot.commands.UnknownCommandError, ArgumentsError    the words are not a command
├── bot.reading.Unclear…Error                           the words are not a time, a day, a place
├── bot.turn.NotJoinedError, StoppedError, bot.router.NotAllowedError    who may do what
├── bot.turn.ChoiceGoneError                            a button that means nothing any more
├── bot.conversation.Answer…Error                       an answer does not fit its question
└── bot.settings.SettingsError                          for operators only
"""

from __future__ import annotations

from datetime import date, datetime

TextValue = str | int | float | date | datetime


class HandrailError(Exception):
    """An error that a person may meet.

    `text_id` and `values` become the member's message, in the member's language.
    `str(error)` is for the log: row ids, counts and states, never what somebody wrote or is
    called.
    """

    text_id = "error-ours"

    def __init__(self, for_operator: str, **values: TextValue) -> None:
        super().__init__(for_operator)
        self.values = values
