"""Taking an answer along: kept, as text to copy, as a file, in the other language; and telling
the editors, without a name, that it was clear, or what is wrong with it."""

from aiogram import Router

from bot.core.people import Act
from bot.emigre.reading.buttons import ShowUses
from bot.emigre.taking import buttons, handlers
from bot.emigre.taking.handlers import LinkToAnswer
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room: before home, which takes any /start."""
    made = Router(name="taking")
    look, keep, tell = allow(Act.LOOK_AROUND), allow(Act.KEEP), allow(Act.TELL_EDITORS)
    taps = made.callback_query
    made.message.register(handlers.open_link, LinkToAnswer(), flags=look)
    taps.register(handlers.show_uses, ShowUses.filter(), flags=look)
    taps.register(handlers.show_text, buttons.ShowAsText.filter(), flags=look)
    taps.register(handlers.send_file, buttons.SendFile.filter(), flags=look)
    taps.register(handlers.show_in_other, buttons.ShowInOther.filter(), flags=look)
    taps.register(handlers.show_kept, buttons.ShowKeptAnswers.filter(), flags=look)
    taps.register(handlers.keep, buttons.KeepAnswer.filter(), flags=keep)
    own = allow(Act.SEE_TO_OWN)  # to let go needs no yes to keeping
    taps.register(handlers.drop, buttons.DropAnswer.filter(), flags=own)
    taps.register(handlers.tell_clear, buttons.TellClear.filter(), flags=tell)
    taps.register(handlers.ask_what_is_wrong, buttons.AskWhatIsWrong.filter(), flags=tell)
    taps.register(handlers.tell_wrong, buttons.TellWrong.filter(), flags=tell)
    return made
