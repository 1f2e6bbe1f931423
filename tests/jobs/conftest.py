"""A database with a writer at work."""

from tests.store.conftest import clock, empty, engine, keys, migrated, store, writer

__all__ = ["clock", "empty", "engine", "keys", "migrated", "store", "writer"]
