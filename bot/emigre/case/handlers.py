"""What an émigré does with a case: looks at it, writes a note, adds and deletes people, hides."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from bot.content.markdown import without_sources
from bot.content.process import Piece, process
from bot.content.search.finding import Outcome, finder
from bot.core.cases import LONGEST_NOTE, Whose, free_names
from bot.core.clock import today
from bot.core.coming import next_of_each
from bot.core.identity import holds_identity_code, without_identity_codes
from bot.core.outgoing import Kind, Letter, Side
from bot.emigre.case import people_screens, screens
from bot.emigre.case.buttons import (
    AskToDelete,
    BeginCase,
    DeleteCase,
    DropNote,
    KeepWithoutCode,
    ShowMore,
    ShowNote,
    Undo,
)
from bot.emigre.dates.answers import begun
from bot.emigre.dates.buttons import AddDate, At
from bot.emigre.dates.keeping import case_of, to_a_person
from bot.relay.erasing import DELETABLE
from bot.store.cases import KeptCase
from bot.store.dates import KeptDate
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import BeginWithPaper, ShowCase
from bot.ui.cases import case_is_gone
from bot.ui.reception import Entrance
from bot.ui.refusals import leave_out_code, not_kept
from bot.ui.screen import Screen, Shown
from bot.ui.typed import unused
from bot.ui.words import Translator


async def seen(
    kept: KeptCase | None, me: Person, store: Store, tr: Translator, *, news: Markup | None = None
) -> Screen:
    """Show a case as it is now; None: one's own, or the ways in. `news` stands above it."""
    if kept and kept.case.whose is not Whose.ME:
        shown = _case(kept, await store.dates.of_case(me.id, kept.id), {}, store, tr)
    else:
        shown = await _own(me, store, tr)
    return shown.beginning(news) if news else shown


async def _own(me: Person, store: Store, tr: Translator) -> Screen:
    """Show one's own case, or the ways in, with the next days of one's family."""
    cases, dates = await store.cases.all_of(me.id), await store.dates.all_of(me.id)
    kept = next((each for each in cases if each.case.whose is Whose.ME), None)
    now = store.clock.now()
    family = _family(cases, dates, now)
    if kept is None:
        return screens.nothing_screen(cases, family, today(now), tr)
    own = [each for each in dates if each.case_id == kept.id]
    return _case(kept, own, family, store, tr)


def _case(
    kept: KeptCase,
    dates: Sequence[KeptDate],
    family: Mapping[Whose, date],
    store: Store,
    tr: Translator,
) -> Screen:
    stage, now = kept.case.stage, store.clock.now()
    long = process().told(stage, tr.language).pieces[Piece.LONG] if stage else None
    long = without_sources(long) if long else None
    return screens.case_screen(screens.Seen(kept, dates, long, now, family), tr)


async def gone(me: Person, store: Store, tr: Translator) -> Screen:
    """Say that a case is not kept any more, and show one's own."""
    return await seen(None, me, store, tr, news=case_is_gone(tr))


async def show(
    _: CallbackQuery, callback_data: ShowCase, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show a case."""
    kept = await case_of(callback_data.case, me, store)
    if kept is None and callback_data.case is not None:
        return await gone(me, store, tr)
    return await seen(kept, me, store, tr)


async def begin_with_date(
    tap: CallbackQuery, me: Person, store: Store, *, tr: Translator, entrance: Entrance
) -> Shown | None:
    """Begin one's own case with a date."""
    kept = await store.cases.begin(me.id, Whose.ME)
    return await entrance.go_on(tap, AddDate(case=kept.id).pack(), me, store, tr=tr)


async def begin_with_paper(
    tap: CallbackQuery,
    callback_data: BeginWithPaper,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Ask what paper it is for one's own case, begun with it; the one it may be has a mark."""
    kept, paper = await store.cases.begin(me.id, Whose.ME), callback_data.paper
    new = begun(kept.id, kept.case.lodged)
    asked = (new.chosen(paper) if paper else new).to(At.PAPER)
    return await entrance.go_on(tap, asked.pack(), me, store, tr=tr)


async def show_more(
    _: CallbackQuery, callback_data: ShowMore, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show what else can be done."""
    kept = await case_of(callback_data.case, me, store)
    return screens.more_screen(kept, tr) if kept else await gone(me, store, tr)


async def undo(
    _: CallbackQuery, callback_data: Undo, me: Person, store: Store, tr: Translator
) -> Screen:
    """Take the last change back; done once more, it is there again."""
    kept = await case_of(callback_data.case, me, store)
    if kept is None:
        return await gone(me, store, tr)
    if kept.before is None:
        return await seen(kept, me, store, tr)
    await store.cases.change(kept, kept.before)
    news = screens.taken_back_text(kept.before, kept.case, tr)
    return await seen(await case_of(kept.id, me, store), me, store, tr, news=news)


async def show_note(
    _: CallbackQuery, callback_data: ShowNote, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show the note, and wait for another one."""
    kept = await case_of(callback_data.case, me, store)
    return screens.note_screen(kept, tr) if kept else await gone(me, store, tr)


async def write_note(
    message: Message, callback_data: ShowNote, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep what was typed as the note.

    What is too long, or holds an identity code, is not kept, and the old note stays.
    """
    kept, text = await case_of(callback_data.case, me, store), (message.text or "").strip()
    if kept is None:
        return await gone(me, store, tr)
    if holds_identity_code(text):
        news = [leave_out_code(tr), not_kept(tr)]
        ways = [screens.to_keep_without_code(kept, tr)]
        return screens.note_screen(kept, tr, news=news, ways=ways)
    return await _note(kept, text, me, store, tr)


async def keep_without_code(
    tap: CallbackQuery, callback_data: KeepWithoutCode, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep what the tapped screen replies to as the note, without the identity code in it."""
    kept, written = await case_of(callback_data.case, me, store), await unused(tap, me, store)
    if kept is None:
        return await gone(me, store, tr)
    if written is None:
        return screens.note_screen(kept, tr)
    text = without_identity_codes((written.text or "").strip())
    return await _note(kept, text, me, store, tr)


async def _note(kept: KeptCase, text: str, me: Person, store: Store, tr: Translator) -> Screen:
    """Keep a note; what looks like a question can go to a person as well."""
    if len(text) > LONGEST_NOTE:
        return screens.note_screen(kept, tr, news=[screens.too_long(text, tr)])
    await store.cases.change(kept, replace(kept.case, note=text))
    changed = await case_of(kept.id, me, store) or kept
    ways = [screens.to_take_back(kept, tr)] if kept.case.note not in {"", text} else []
    if _asks(text, tr) and (ask := await to_a_person(me, store, tr)):
        ways.append(ask)
    return screens.note_screen(changed, tr, news=[screens.kept_text(tr)], ways=ways)


def _asks(text: str, tr: Translator) -> bool:
    """Say whether a text is a question rather than a note."""
    return text.endswith("?") or finder(tr.language).find(text).outcome is Outcome.ANSWER


async def drop_note(
    _: CallbackQuery, callback_data: DropNote, me: Person, store: Store, tr: Translator
) -> Screen:
    """Delete the note: it cannot be taken back either, for it is meant to be gone."""
    kept = await case_of(callback_data.case, me, store)
    if kept is None:
        return await gone(me, store, tr)
    await store.cases.change(kept, replace(kept.case, note=""), for_good=True)
    changed = await case_of(kept.id, me, store)
    return await seen(changed, me, store, tr, news=screens.note_dropped_text(tr))


async def show_people(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show who is in one's case."""
    return people_screens.people_screen(await store.cases.all_of(me.id), tr)


async def add_person(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Ask whom to add."""
    cases = [kept.case for kept in await store.cases.all_of(me.id)]
    return people_screens.add_screen(free_names(cases), tr)


async def begin(
    _: CallbackQuery, callback_data: BeginCase, me: Person, store: Store, tr: Translator
) -> Screen:
    """Begin a case of one of the family; one that is there is shown."""
    return await seen(await store.cases.begin(me.id, callback_data.whose), me, store, tr)


async def ask_to_delete(
    _: CallbackQuery, callback_data: AskToDelete, me: Person, store: Store, tr: Translator
) -> Screen:
    """Ask once more, and say what goes with it."""
    kept = await case_of(callback_data.case, me, store)
    if kept is None:
        return await gone(me, store, tr)
    return people_screens.delete_screen(kept, len(await store.dates.of_case(me.id, kept.id)), tr)


async def delete(
    _: CallbackQuery, callback_data: DeleteCase, me: Person, store: Store, tr: Translator
) -> Screen:
    """Delete a case with its dates, and what was still to be said of them."""
    kept = await case_of(callback_data.case, me, store)
    if kept:
        for each in await store.dates.of_case(me.id, kept.id):
            await store.date_letters.drop_of(each.id)
        await store.cases.delete(kept.id)
    return await seen(None, me, store, tr, news=people_screens.deleted_text(tr))


async def hide(event: CallbackQuery | Message, me: Person, store: Store, tr: Translator) -> Screen:
    """Delete what this chat shows, as far as we know it and Telegram lets us."""
    numbers = set(
        await store.privacy.numbers_in(me.chat_id, store.clock.now() - DELETABLE, side=Side.EMIGRE)
    )
    if isinstance(event, Message):
        numbers.add(event.message_id)
    elif event.message:
        numbers.discard(event.message.message_id)  # it becomes the screen that says so
    place = await store.outbox.place(me.id, Side.EMIGRE)
    await store.outbox.put(place, Kind.FORGET, Letter("", forget=sorted(numbers)))
    return screens.hidden_screen(tr)


def _family(
    cases: Sequence[KeptCase], dates: Sequence[KeptDate], now: datetime
) -> Mapping[Whose, date]:
    """Return the next day of each other person in somebody's family, at an aware moment."""
    others = {each.id: each.case.whose for each in cases if each.case.whose is not Whose.ME}
    theirs = [(others[each.case_id], each.kept) for each in dates if each.case_id in others]
    return next_of_each(theirs, now)
