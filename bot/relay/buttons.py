"""Buttons that letters from the other side carry."""

from aiogram.filters.callback_data import CallbackData

from bot.ui.buttons import Number


class Claim(CallbackData, prefix="c"):
    """Take an offered request."""

    code: str


class OpenRequest(CallbackData, prefix="r"):
    """Show my own request."""

    code: str


class StillOpen(CallbackData, prefix="ry"):
    """Keep my request open: I still need help."""

    code: str


class Reopen(CallbackData, prefix="ro"):
    """Open my request again that was closed."""

    code: str


class Helped(CallbackData, prefix="rh"):
    """Say whether a request of mine, which is over, helped."""

    code: str
    yes: bool


class OpenHeld(CallbackData, prefix="o"):
    """Show a request that I have as a helper."""

    code: str


class AskToCloseHeld(CallbackData, prefix="xq"):
    """Ask whether to close a request that I have as a helper."""

    code: str


class AskToHandBackHeld(CallbackData, prefix="gq"):
    """Ask whether to give a request that I have as a helper to the others."""

    code: str


class TakeBack(CallbackData, prefix="tb"):
    """Delete my message on the other side."""

    message: Number


class ShowWritten(CallbackData, prefix="mw"):
    """Show what I wrote in a question of mine, to delete some of it."""

    code: str


class OpenQueued(CallbackData, prefix="qo"):
    """Show an open question to a coordinator, without a word of it."""

    code: str


class OpenQueuedBelow(CallbackData, prefix="qx"):
    """The same, beneath a letter that is still needed."""

    code: str


class AskToBan(CallbackData, prefix="bq"):
    """Ask whether to block whoever asked a request."""

    code: str


class RefuseBan(CallbackData, prefix="bz"):
    """Say no to a helper who wishes that whoever asked a request is blocked."""

    code: str


class WriteNote(CallbackData, prefix="vn"):
    """Write a note of the team on a request: as its helper, or as a coordinator."""

    code: str


class ShowCompany(CallbackData, prefix="yc"):
    """Show who helps along in a request that I have, and whom I can ask."""

    code: str


class ComeIn(CallbackData, prefix="yy"):
    """Take over a request, or help along in it, as I was asked."""

    code: str


class SayNo(CallbackData, prefix="yn"):
    """Do neither."""

    code: str


class PickOurs(CallbackData, prefix="yp"):
    """Choose one of our own answers for a request that I have."""

    code: str
