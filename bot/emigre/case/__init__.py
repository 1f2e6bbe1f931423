"""My case: who is in it, where each stands, and how somebody wants to be reminded."""

from aiogram import Router
from aiogram.filters import Command

from bot.core.people import Act
from bot.emigre.case import buttons, handlers, moving, wishing
from bot.ui.awaited import Awaited
from bot.ui.buttons import BeginWithPaper
from bot.ui.caselock import shows_case
from bot.ui.rights import allow
from bot.ui.screen import Expects


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="case")
    look, keep = shows_case(Act.LOOK_AROUND), shows_case(Act.KEEP)
    taps, own = made.callback_query, allow(Act.SEE_OWN_DATA)
    made.message.register(handlers.hide, Command("hide"), flags=own)
    made.message.register(handlers.write_note, Awaited(Expects.NOTE, buttons.ShowNote), flags=keep)
    made.message.register(moving.type_day, Awaited(Expects.DAY, buttons.AskDay), flags=keep)
    taps.register(handlers.hide, buttons.Hide.filter(), flags=own)
    taps.register(handlers.show, buttons.ShowCase.filter(), flags=look)
    taps.register(handlers.begin_with_date, buttons.BeginWithDate.filter(), flags=keep)
    taps.register(handlers.begin_with_paper, BeginWithPaper.filter(), flags=keep)
    taps.register(handlers.show_more, buttons.ShowMore.filter(), flags=keep)
    taps.register(handlers.undo, buttons.Undo.filter(), flags=keep)
    taps.register(handlers.show_note, buttons.ShowNote.filter(), flags=keep)
    taps.register(handlers.keep_without_code, buttons.KeepWithoutCode.filter(), flags=keep)
    taps.register(handlers.drop_note, buttons.DropNote.filter(), flags=keep)
    taps.register(handlers.show_people, buttons.ShowPeople.filter(), flags=keep)
    taps.register(handlers.add_person, buttons.AddPerson.filter(), flags=keep)
    taps.register(handlers.begin, buttons.BeginCase.filter(), flags=keep)
    taps.register(handlers.ask_to_delete, buttons.AskToDelete.filter(), flags=keep)
    taps.register(handlers.delete, buttons.DeleteCase.filter(), flags=keep)
    taps.register(moving.choose_stage, buttons.ChooseStage.filter(), flags=look)
    taps.register(moving.choose_in, buttons.ChooseIn.filter(), flags=look)
    taps.register(moving.move, buttons.MoveTo.filter(), flags=keep)
    taps.register(moving.ask_day, buttons.AskDay.filter(), flags=keep)
    taps.register(moving.show_month, buttons.ShowMonth.filter(), flags=keep)
    taps.register(moving.check_day, buttons.CheckDay.filter(), flags=keep)
    taps.register(moving.keep_day, buttons.KeepDay.filter(), flags=keep)
    taps.register(wishing.show_wishes, buttons.ShowWishes.filter(), flags=keep)
    taps.register(wishing.show_lock, buttons.ShowLock.filter(), flags=keep)
    taps.register(wishing.set_hour, buttons.SetHour.filter(), flags=keep)
    taps.register(wishing.set_wish, buttons.SetWish.filter(), flags=keep)
    return made
