"""Where the buttons on one's own data lead."""

from aiogram.filters.callback_data import CallbackData


class ShowWhy(CallbackData, prefix="kw"):
    """Say why things are kept, and for how long."""


class OfferCopy(CallbackData, prefix="co"):
    """Say what a copy is, before it is sent."""


class Copy(CallbackData, prefix="cp"):
    """Send me a copy of all that is kept about me."""


class AskToErase(CallbackData, prefix="eq"):
    """Ask whether to erase all that is kept about me."""


class Erase(CallbackData, prefix="er"):
    """Erase all that is kept about me."""
