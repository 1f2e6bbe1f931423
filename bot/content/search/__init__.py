"""Typed text becomes a search."""
