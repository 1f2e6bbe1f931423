"""What volunteers see: offers, their requests, threads."""

from aiogram import Router
from aiogram.filters import Command

from bot.core.people import Act
from bot.desk import (
    buttons,
    closing,
    company,
    conduct,
    duty,
    eyes,
    handlers,
    intake,
    notes,
    ours,
    practice,
    ready,
)
from bot.relay.buttons import AskToCloseHeld, AskToHandBackHeld, Claim, OpenHeld
from bot.ui.buttons import Practise, ShowConduct
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="desk")
    answer = allow(Act.ANSWER)
    taps = made.callback_query
    made.message.register(handlers.show_waiting, Command("waiting"), flags=answer)
    notes.register_first(made)
    ours.register_first(made)
    made.message.register(handlers.answer, handlers.ToRequest(), flags=answer)
    made.message.register(handlers.give_back_text, handlers.InLostThread(), flags=answer)
    made.message.register(handlers.which_request, handlers.Loose(), flags=answer)
    taps.register(handlers.claim, Claim.filter(), flags=answer)
    taps.register(handlers.open_held, OpenHeld.filter(), flags=answer)
    taps.register(handlers.show_again, buttons.ShowAgain.filter(), flags=answer)
    taps.register(handlers.answer_this, buttons.AnswerThis.filter(), flags=answer)
    taps.register(closing.ask_to_close, AskToCloseHeld.filter(), flags=answer)
    taps.register(handlers.show_waiting, buttons.ShowWaiting.filter(), flags=answer)
    taps.register(closing.close, buttons.CloseHeld.filter(), flags=answer)
    taps.register(closing.ask_to_close, buttons.CloseFor.filter(), flags=answer)
    taps.register(closing.close, buttons.CloseHeard.filter(), flags=answer)
    taps.register(closing.hand_back_and_rest, buttons.HandBackAndRest.filter(), flags=answer)
    taps.register(handlers.ask_to_hand_back, AskToHandBackHeld.filter(), flags=answer)
    taps.register(handlers.hand_back_held, buttons.HandBackHeld.filter(), flags=answer)
    taps.register(duty.show_duty, buttons.ShowDuty.filter(), flags=answer)
    taps.register(duty.set_duty, buttons.SetDuty.filter(), flags=answer)
    taps.register(duty.ask_to_leave, buttons.AskToLeave.filter(), flags=answer)
    taps.register(duty.leave, buttons.Leave.filter(), flags=answer)
    taps.register(practice.begin, Practise.filter(), flags=answer)
    taps.register(handlers.show_wrong, buttons.ShowWrong.filter(), flags=answer)
    taps.register(handlers.wish_ban, buttons.WishBan.filter(), flags=answer)
    taps.register(conduct.show_conduct, ShowConduct.filter(), flags=answer)
    taps.register(conduct.agree, buttons.AgreeToConduct.filter(), flags=answer)
    intake.register(made)
    company.register(made)
    eyes.register(made)
    notes.register(made)
    ready.register(made)
    ours.register(made)
    return made
