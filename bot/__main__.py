"""Lets `python -m bot` do what `majakka` does."""

from bot.cli import main

main()
