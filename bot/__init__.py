"""Majakka: a Telegram support bot for émigrés who ask for asylum in Finland.

`docs/architecture.md` is the map of this package.
"""
