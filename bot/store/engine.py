"""The one place that opens a database."""

from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store import sqlite
from bot.store.columns import give_keys
from bot.store.keys import KeyRing


def open_engine(url: str, keys: KeyRing) -> AsyncEngine:
    """Return an engine for `url` (`sqlite+aiosqlite:///…`) whose sealed columns use `keys`."""
    engine = sqlite.make_engine(make_url(url))
    give_keys(engine.dialect, keys)
    return engine
