"""`python -m bot` is the same as `handrail`."""

from bot.cli import main

main()
