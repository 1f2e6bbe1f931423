"""The walk from a paper to a last day that is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from bot.core.dates import DateId, FromPaper, safe_day
from bot.core.deadlines.counting import LONGEST_PRINTED
from bot.core.deadlines.rules import Start
from bot.core.identity import holds_identity_code
from bot.core.readers import Tally
from bot.core.typed_dates import Lean
from bot.core.typed_numbers import read_days
from bot.emigre.dates import result_screens, walk_screens
from bot.emigre.dates.answers import Answers, begun
from bot.emigre.dates.buttons import AddDate, At, Walk
from bot.emigre.dates.date_handlers import show
from bot.emigre.dates.date_screens import full_screen, gone_case_screen
from bot.emigre.dates.keeping import (
    case_of,
    date_of,
    dates_of,
    drop,
    is_full,
    keep_changed,
    keep_new,
    of_one_paper,
    read_countable,
    to_a_person,
)
from bot.emigre.dates.results import Result, differs_from_law
from bot.emigre.dates.walking import Now, month_of, place_of, result_of, screen_at
from bot.store.cases import KeptCase
from bot.store.dates import KeptDate
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.days import misread_text
from bot.ui.refusals import leave_out_code
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def add(
    _: CallbackQuery, callback_data: AddDate, me: Person, store: Store, tr: Translator
) -> Screen:
    """Ask what kind of date to add."""
    case = await case_of(callback_data.case, me, store)
    if case is None:
        return gone_case_screen(tr)
    new = begun(case.id, case.case.lodged)
    return walk_screens.kinds_screen(new, tr, whose=case.case.whose)


async def walk(
    _: CallbackQuery, callback_data: Walk, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show the screen of the walk that a button leads to, with the answers that it carries."""
    case = await case_of(callback_data.case, me, store)
    if case is None:
        return gone_case_screen(tr)
    now = _now(case, store)
    answers = Answers.of(callback_data).seen_on(now.today)
    if callback_data.at is At.MONTH:
        return month_of(callback_data, now, tr)
    at = place_of(callback_data, answers)
    if at in {At.KEEP, At.KEEP_BOTH, At.KEEP_APPEAL}:
        return await _keep(at, result_of(answers, now, tr), me, store, tr)
    return screen_at(at, answers, now, tr)


async def type_day(
    message: Message, callback_data: Walk, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show the day that was typed in full, or say what is wrong with it; the old one stays."""
    case = await case_of(callback_data.case, me, store)
    if case is None:
        return gone_case_screen(tr)
    answers, text = Answers.of(callback_data), message.text or ""
    now = _now(case, store)
    lean = Lean.FUTURE if answers.starts is Start.EXPIRY else Lean.PAST
    read = read_countable(text, now.today, lean)
    if isinstance(read, date):
        told = replace(answers, day=read, held=None).seen_on(now.today)
        return screen_at(At.CHECK, told, now, tr)
    news = _with_code(text, misread_text(read, tr), tr)
    ask = await to_a_person(me, store, tr)
    return walk_screens.day_screen(answers, tr, news=news, ask=ask)


async def type_period(
    message: Message, callback_data: Walk, me: Person, store: Store, tr: Translator
) -> Screen:
    """Count by the number of days that was typed, or say what is wrong with it."""
    case = await case_of(callback_data.case, me, store)
    if case is None:
        return gone_case_screen(tr)
    answers, text = Answers.of(callback_data), message.text or ""
    days = read_days(text)
    if days is not None and 1 <= days <= LONGEST_PRINTED:
        answers = replace(answers, period=days)
        return screen_at(answers.next, answers, _now(case, store), tr)
    wrong = walk_screens.no_number_text(tr) if days is None else walk_screens.not_so_many_text(tr)
    ask = await to_a_person(me, store, tr)
    return walk_screens.period_screen(answers, tr, news=_with_code(text, wrong, tr), ask=ask)


def _now(case: KeptCase, store: Store) -> Now:
    return Now(store.clock.now(), case.case.lodged)


async def _keep(at: At, result: Result, me: Person, store: Store, tr: Translator) -> Screen:
    """Keep what is due, each act as a date of its own; of another paper ask first."""
    answers = result.answers
    kept = await dates_of(answers.case, me, store)
    changed = await date_of(answers.changes, me, store)
    before = of_one_paper(changed, kept) if changed else []
    wanted = _wanted(at, result, before)
    if not wanted:
        return result_screens.result_screen(result, tr)
    if changed is None and at is At.KEEP and (other := _of_same_kind(wanted[0], kept)):
        return result_screens.which_screen(answers, other, tr)
    if is_full(kept, len(wanted) - len(before)):
        return full_screen(answers.case, tr)
    shown = [await _put(what, before, answers.case, me, store) for what in wanted]
    for left in before:
        if left.id not in shown and at is not At.KEEP_APPEAL:
            await drop(left, store)
    if wanted[0] not in [each.kept.what for each in kept]:
        await _tell_if_paper_differs(result, store, tr)
    first, *others = sorted(zip(wanted, shown, strict=True), key=lambda each: safe_day(each[0]))
    news = result_screens.kept_text(result, len(wanted), tr)
    return await show(first[1], me, store, tr, news=news, also=[what for what, _ in others])


def _wanted(at: At, result: Result, before: Sequence[KeptDate]) -> Sequence[FromPaper]:
    """Return what is to be kept. `before`: what was kept of the paper that is counted anew."""
    if at is At.KEEP_APPEAL:
        return result.appeal
    papers = [each.kept.what for each in before if isinstance(each.kept.what, FromPaper)]
    had_appeal = any(paper.beside is None for paper in papers)
    if had_appeal and not result.is_needed:
        return [*result.appeal, *result.worth_keeping]
    return result.worth_keeping


async def _put(
    what: FromPaper, before: Sequence[KeptDate], case: int, me: Person, store: Store
) -> DateId:
    """Keep one act of a paper, in the place of what it was before; return its number."""
    for each in before:
        if isinstance(each.kept.what, FromPaper) and each.kept.what.beside == what.beside:
            await keep_changed(each, what, store)
            return each.id
    return await keep_new(case, what, me, store)


async def _tell_if_paper_differs(result: Result, store: Store, tr: Translator) -> None:
    """Let those who keep the rules know that a paper says otherwise, and nothing of whose it is."""
    act = result.due.act
    if act and differs_from_law(act):
        await store.readers.count(Tally.PAPER_DIFFERS, act.counts.rule.id, tr.language)


def _of_same_kind(what: FromPaper, kept: Sequence[KeptDate]) -> KeptDate | None:
    """Return a date of another paper of the same kind, unless this very one is kept already."""
    found = None
    for each in kept:
        other = each.kept.what
        if each.kept.done or not isinstance(other, FromPaper):
            continue
        if other == what:
            return None
        if (other.known.paper, other.beside) == (what.known.paper, what.beside):
            found = each
    return found


def _with_code(text: str, news: Markup, tr: Translator) -> Markup:
    """Warn as well of a personal identity code in what was typed."""
    if not holds_identity_code(text):
        return news
    return Markup("\n\n").join([news, leave_out_code(tr)])
