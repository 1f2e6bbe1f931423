"""What the checks share: what they look at, and how they say that something is wrong."""

from dataclasses import dataclass, field

from bot.botapi import Answer
from bot.core.clock import Clock
from bot.core.outgoing import BotName
from bot.settings import Settings
from bot.store.keys import KeyRing


class WrongError(Exception):
    """Something is wrong. The text says what, and what to do."""


@dataclass(slots=True)
class Patient:
    """An installation; earlier checks put here what later ones need."""

    clock: Clock
    settings: Settings = field(init=False)
    keys: KeyRing = field(init=False)
    bots: dict[BotName, Answer] = field(default_factory=dict)
    """What each bot that answered says of itself."""
