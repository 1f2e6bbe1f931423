"""Where the buttons of taking an answer along lead."""

from aiogram.filters.callback_data import CallbackData

from bot.core.readers import Tally
from bot.ui.buttons import Number


class ShowAsText(CallbackData, prefix="ut"):
    """Show an answer as plain text to copy."""

    slug: str


class SendFile(CallbackData, prefix="uf"):
    """Send an answer as a file."""

    slug: str


class ShowInOther(CallbackData, prefix="uo"):
    """Show an answer, or one of its parts, in the other language. Part 0: the short answer."""

    slug: str
    part: Number


class ShowKeptAnswers(CallbackData, prefix="ka"):
    """List the answers that I keep."""

    page: int = 0


class KeepAnswer(CallbackData, prefix="kp"):
    """Keep an answer."""

    slug: str


class DropAnswer(CallbackData, prefix="kd"):
    """Keep an answer no longer."""

    slug: str


class TellClear(CallbackData, prefix="tc"):
    """Tell the editors whether an answer was clear."""

    slug: str
    clear: bool


class AskWhatIsWrong(CallbackData, prefix="tq"):
    """Ask what is wrong with an answer."""

    slug: str


class TellWrong(CallbackData, prefix="tw"):
    """Tell the editors what is wrong with an answer."""

    slug: str
    what: Tally
