"""Deadlines counted from a paper, dates of one's own, and what is done with each."""

from aiogram import Router

from bot.core.people import Act
from bot.emigre.dates import buttons, date_handlers, plan_handlers, walk_handlers
from bot.emigre.dates.whose import say_whose
from bot.ui.awaited import Awaited
from bot.ui.caselock import shows_case
from bot.ui.screen import Expects


def router() -> Router:
    """Return the routes of this room: before those of a question, which take any text."""
    made = Router(name="dates")
    keep, taps, typed = shows_case(Act.KEEP), made.callback_query, made.message
    taps.middleware(say_whose)
    typed.middleware(say_whose)
    taps.register(walk_handlers.add, buttons.AddDate.filter(), flags=keep)
    taps.register(walk_handlers.walk, buttons.Walk.filter(), flags=keep)
    typed.register(walk_handlers.type_day, Awaited(Expects.DAY, buttons.Walk), flags=keep)
    typed.register(walk_handlers.type_period, Awaited(Expects.NUMBER, buttons.Walk), flags=keep)
    taps.register(plan_handlers.appoint, buttons.Appoint.filter(), flags=keep)
    taps.register(plan_handlers.write, buttons.Write.filter(), flags=keep)
    without_code = buttons.WriteWithoutCode.filter()
    taps.register(plan_handlers.write_without_code, without_code, flags=keep)
    taps.register(plan_handlers.clear, buttons.Clear.filter(), flags=keep)
    typed.register(plan_handlers.type_day, Awaited(Expects.DAY, buttons.Appoint), flags=keep)
    typed.register(plan_handlers.type_hour, Awaited(Expects.TIME, buttons.Appoint), flags=keep)
    for expects in (Expects.PLACE, Expects.NOTE):
        typed.register(plan_handlers.type_words, Awaited(expects, buttons.Write), flags=keep)
    taps.register(date_handlers.show_all, buttons.ShowDates.filter(), flags=keep)
    taps.register(date_handlers.show_one, buttons.ShowDate.filter(), flags=keep)
    taps.register(date_handlers.show_steps, buttons.ShowSteps.filter(), flags=keep)
    taps.register(date_handlers.change, buttons.ChangeDate.filter(), flags=keep)
    taps.register(date_handlers.finish, buttons.FinishDate.filter(), flags=keep)
    taps.register(date_handlers.ask_to_drop, buttons.AskToDrop.filter(), flags=keep)
    taps.register(date_handlers.drop_one, buttons.DropDate.filter(), flags=keep)
    taps.register(date_handlers.show_reminders, buttons.ShowReminders.filter(), flags=keep)
    taps.register(date_handlers.choose_reminder, buttons.ChooseReminder.filter(), flags=keep)
    return made
