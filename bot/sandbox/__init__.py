"""A stand-in for Telegram: its Bot API over real HTTP, and a page with the people's phones."""
