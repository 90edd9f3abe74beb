"""Pictures, drawn in a process of their own.

`sheet` says what is on a picture, in words and numbers; `process` has it drawn. Whatever loads
matplotlib (`painting`, `panels`) runs only there: `python -m bot.drawing`.
"""
