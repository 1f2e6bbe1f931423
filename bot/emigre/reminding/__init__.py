"""Reminders: what the clock says to an émigré, and what they answer."""
