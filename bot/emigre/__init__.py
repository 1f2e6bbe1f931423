"""What émigrés see: home, asking a person, what is kept about them."""

from aiogram import Router
from aiogram.filters import Command

from bot.core.people import Act
from bot.emigre import afterwards, buttons, drafts, filters, for_whom, handlers, rewording, sharing
from bot.emigre import own as own_questions
from bot.relay.buttons import Helped, OpenRequest, Reopen, StillOpen
from bot.ui.buttons import Agree, Ask, AskThis, AskThisUrgently, AskUrgent, Decline, DeclineThat
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="emigre")
    look, ask, own = allow(Act.LOOK_AROUND), allow(Act.ASK), allow(Act.SEE_TO_OWN)
    taps = made.callback_query
    made.message.register(drafts.ask, Command("ask"), flags=ask)
    made.message.register(handlers.typed, filters.ForARequest(), flags=ask)
    made.message.register(handlers.not_text, filters.Wordless(), flags=look)
    made.edited_message.register(drafts.reword, filters.InDraft(), flags=own)
    made.edited_message.register(rewording.warn, rewording.TellsMore(), flags=own)
    made.edited_message.register(handlers.no_room, filters.BeyondDraft(), flags=own)
    taps.register(handlers.agree, Agree.filter(), flags=look)
    taps.register(handlers.decline, Decline.filter(), flags=look)
    taps.register(handlers.decline_that, DeclineThat.filter(), flags=look)
    taps.register(drafts.ask, Ask.filter(), flags=ask)
    taps.register(handlers.ask_this, AskThis.filter(), flags=ask)
    taps.register(handlers.ask_this_anew, buttons.AskThisAnew.filter(), flags=ask)
    taps.register(own_questions.ask_new, buttons.AskNew.filter(), flags=ask)
    taps.register(own_questions.show_own, buttons.ShowOwn.filter(), flags=own)
    taps.register(own_questions.read_own, buttons.ReadOwn.filter(), flags=own)
    taps.register(own_questions.show_doubts, buttons.ShowDoubts.filter(), flags=own)
    taps.register(own_questions.say_doubt, buttons.SayDoubt.filter(), flags=own)
    taps.register(own_questions.show_doubts_of, buttons.ShowDoubtsOf.filter(), flags=own)
    taps.register(own_questions.say_doubt_of, buttons.SayDoubtOf.filter(), flags=own)
    taps.register(drafts.open_draft, buttons.OpenDraft.filter(), flags=ask)
    taps.register(drafts.show_topics, buttons.ShowTopicsOfDraft.filter(), flags=ask)
    taps.register(drafts.say_topic, buttons.SayTopicOfDraft.filter(), flags=ask)
    taps.register(for_whom.show_for_whom, buttons.ShowForWhom.filter(), flags=ask)
    taps.register(for_whom.say_for_whom, buttons.SayForWhom.filter(), flags=ask)
    taps.register(drafts.ask_again_first, buttons.AskAgainFirst.filter(), flags=ask)
    taps.register(handlers.ask_this_urgently, AskThisUrgently.filter(), flags=ask)
    taps.register(handlers.add_anyway, buttons.AddAnyway.filter(), flags=ask)
    taps.register(handlers.write_anew, buttons.WriteAnew.filter(), flags=own)
    taps.register(rewording.change_anyway, buttons.ChangeAnyway.filter(), flags=own)
    taps.register(handlers.add_this, buttons.AddThis.filter(), flags=ask)
    taps.register(drafts.ask_urgent, AskUrgent.filter(), flags=ask)
    taps.register(drafts.mark_urgent, buttons.MarkUrgent.filter(), flags=ask)
    taps.register(drafts.mark_this_urgent, buttons.MarkThisUrgent.filter(), flags=ask)
    sharing.register(made)
    taps.register(drafts.send_anyway, buttons.SendAnyway.filter(), flags=ask)
    taps.register(drafts.send, buttons.SendDraft.filter(), flags=ask)
    taps.register(drafts.take_back, buttons.TakeQuestionBack.filter(), flags=own)
    taps.register(drafts.ask_to_drop, buttons.DropDraft.filter(), flags=own)
    taps.register(drafts.drop, buttons.DropDraftNow.filter(), flags=own)
    taps.register(handlers.open_request, OpenRequest.filter(), flags=own)
    taps.register(handlers.ask_to_close, buttons.AskToClose.filter(), flags=own)
    taps.register(handlers.close, buttons.Close.filter(), flags=own)
    taps.register(afterwards.still_open, StillOpen.filter(), flags=own)
    taps.register(afterwards.helped, Helped.filter(), flags=own)
    taps.register(afterwards.reopen, Reopen.filter(), flags=ask)
    return made
