"""A stand-in for Telegram: its Bot API over real HTTP, and a page that shows the phones."""
