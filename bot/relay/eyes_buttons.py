"""Buttons of answers that did not go at once: of who wrote them, and of who looks."""

from aiogram.filters.callback_data import CallbackData

from bot.core.eyes import Reason
from bot.ui.buttons import Number


class Look(CallbackData, prefix="el"):
    """Show me an answer that waits for a second pair of eyes."""

    held: Number


class LookNext(CallbackData, prefix="en"):
    """Show me the one that has waited longest."""


class LetGo(CallbackData, prefix="ey"):
    """Let an answer go as I see it."""

    held: Number
    seal: str


class SendBack(CallbackData, prefix="eb"):
    """Send an answer as I see it back to its writer."""

    held: Number
    seal: str
    why: Reason


class DropHeld(CallbackData, prefix="ed"):
    """Delete an answer of mine that did not go."""

    held: Number


class SendAsItIs(CallbackData, prefix="es"):
    """Send an answer of mine of which I was asked whether it is to go so."""

    held: Number


class ChangeIt(CallbackData, prefix="ec"):
    """Tell me how to change an answer of mine that has not gone."""


class ShortenIt(CallbackData, prefix="eh"):
    """Tell me how to make an answer of mine shorter."""
