"""Every screen, receipt and letter, drawn from sample data."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from inspect import getmembers, iscoroutinefunction, isfunction
from types import ModuleType
from typing import Any, Final

from bot.coordination import approval_screens as approvals
from bot.coordination import blocking_screens as blocking
from bot.coordination import buttons as steps
from bot.coordination import queue_screens as queue
from bot.coordination import screens as coordination
from bot.core.approvals import Approval, Matter, Verdict
from bot.core.languages import Language
from bot.core.outgoing import Letter, Side
from bot.core.people import PersonId, Role, Standing
from bot.core.requests import MessageId, RequestId, State
from bot.desk import duty_screens as duty
from bot.desk import practice_screens as practice
from bot.desk import screens as desk
from bot.emigre import screens as emigre
from bot.relay import letters, receipts
from bot.store.bans import Ban
from bot.store.requests import Queued, Request, Said
from bot.store.team import Member
from bot.ui import languages, welcome
from bot.ui.screen import LONGEST_TEXT, Receipt, Screen
from bot.ui.words import Translator

Drawn = Screen | Receipt | Letter
Draw = Callable[[Translator], Drawn | Sequence[Drawn]]

CODE: Final = "K7M2P"
WORDS: Final = "Меня зовут <b>Вера</b> & 🏠"
"""What somebody wrote: looks like tags and must not become any."""
LONG: Final = ("<&>" * (LONGEST_TEXT // 3 + 1))[:LONGEST_TEXT]
"""As long as Telegram lets anybody write, and longer once it is escaped."""

WAITING: Final = Request(
    id=RequestId(104729),
    code=CODE,
    emigre_id=PersonId(15485863),
    alias="willow",
    language=Language.RUSSIAN,
    state=State.OFFERED,
    helper_id=None,
    helper_alias=None,
)
HELD: Final = replace(
    WAITING, state=State.CLAIMED, helper_id=PersonId(32452843), helper_alias="woodpecker"
)
DRAFT: Final = replace(WAITING, state=State.DRAFT)
ANSWERED: Final = replace(HELD, state=State.ANSWERED)
CLOSED: Final = replace(HELD, state=State.CLOSED)
WITHDRAWN: Final = replace(WAITING, state=State.WITHDRAWN)
FINNISH: Final = replace(HELD, language=Language.FINNISH)
OLLI: Final = Member(
    person_id=PersonId(32452843),
    role=Role.VOLUNTEER,
    code="K2M",
    joined_at=datetime(2026, 11, 30, 23, 30, tzinfo=UTC),
    standing=Standing.ON_DUTY,
    paused_until=None,
)
KAISA: Final = replace(OLLI, role=Role.COORDINATOR, code="ZZZ")
AWAY: Final = replace(
    OLLI, standing=Standing.PAUSED, paused_until=datetime(2026, 12, 24, 22, tzinfo=UTC)
)
OFF: Final = replace(OLLI, standing=Standing.OFF_DUTY)
OUT: Final = replace(OLLI, standing=Standing.SUSPENDED)
PRACTICE: Final = replace(HELD, emigre_id=PersonId(32452843))
NOTHING: Final = desk.Desk(me=OLLI, held=[], waiting=0, lost=0, unread=0)
TROUBLE: Final = desk.Desk(me=KAISA, held=[HELD] * 5, waiting=21, lost=1, unread=2)
NOW: Final = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
LATER: Final = NOW + timedelta(hours=2)
LINK: Final = "https://t.me/12345?start=1"
WISH: Final = Approval(
    code="ABCDEFGH",
    matter=Matter.INVITE_COORDINATOR,
    asked_by=KAISA.person_id,
    about=None,
    until=datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
)
MESSAGE: Final = MessageId(49979687)
PERSONAL: Final = ("104729", "15485863", "32452843", "willow", "woodpecker", "Вера")
"""What no button may carry: numbers of people and requests, names, words."""


def said(text: str) -> Said:
    where = {"request_id": HELD.id, "author": Side.EMIGRE, "chat_id": 1, "taken_back": False}
    moment = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
    return Said(id=MESSAGE, text=text, said_at=moment, **where)  # type: ignore[arg-type]


# Where a screen is seen: each of the three set-ups has other routes behind it.
OUTSIDE, INSIDE, FLAT = "the émigrés' bot", "the team's bot", "one bot"


@dataclass(frozen=True)
class Room:
    """A module that draws, and samples of each of its functions."""

    module: ModuleType
    seen_at: frozenset[str]
    samples: Mapping[Callable[..., Any], Sequence[Draw]]
    is_home: bool = False
    """What it draws is home, or comes before anybody has one: no way home is needed."""

    def functions(self) -> set[str]:
        """Return the names of all that draw here."""
        drawing = {Screen, Receipt, Letter, list[Letter]}
        return {
            name
            for name, function in getmembers(self.module, isfunction)
            if function.__module__ == self.module.__name__
            and not iscoroutinefunction(function)
            and function.__annotations__.get("return") in drawing
        }


ROOMS: Final = (
    Room(
        emigre,
        frozenset({OUTSIDE, FLAT}),
        {
            emigre.home_screen: [
                lambda tr: emigre.home_screen(None, tr),
                lambda tr: emigre.home_screen(None, tr, typed=True),
                lambda tr: emigre.home_screen(WAITING, tr),
                lambda tr: emigre.home_screen(ANSWERED, tr, typed=True),
                lambda tr: emigre.home_screen(DRAFT, tr),
                lambda tr: emigre.home_screen(DRAFT, tr, typed=True),
                lambda tr: emigre.home_screen(None, tr, typed=True, closed=CLOSED),
            ],
        },
        is_home=True,
    ),
    Room(
        emigre,
        frozenset({OUTSIDE, FLAT}),
        {
            emigre.kept_screen: [emigre.kept_screen],
            emigre.ask_screen: [emigre.ask_screen],
            emigre.draft_screen: [
                lambda tr: emigre.draft_screen(DRAFT, [said(WORDS)], tr),
                lambda tr: emigre.draft_screen(DRAFT, [said(LONG)] * 20, tr, news=tr("Home")),
            ],
            emigre.sent_screen: [lambda tr: emigre.sent_screen(WAITING, tr)],
            emigre.request_screen: [
                lambda tr: emigre.request_screen(WAITING, tr),
                lambda tr: emigre.request_screen(HELD, tr),
                lambda tr: emigre.request_screen(ANSWERED, tr),
                lambda tr: emigre.request_screen(CLOSED, tr),
                lambda tr: emigre.request_screen(WITHDRAWN, tr),
            ],
            emigre.close_screen: [
                lambda tr: emigre.close_screen(HELD, tr),
                lambda tr: emigre.close_screen(WAITING, tr),
                lambda tr: emigre.close_screen(CLOSED, tr),
            ],
            emigre.receipt: [
                lambda tr: emigre.receipt(WAITING, MESSAGE, tr),
                lambda tr: emigre.receipt(HELD, MESSAGE, tr),
            ],
        },
    ),
    Room(
        desk,
        frozenset({INSIDE, FLAT}),
        {
            desk.waiting_screen: [
                lambda tr: desk.waiting_screen([], tr),
                lambda tr: desk.waiting_screen([WAITING] * 50, tr),
            ],
            desk.claimed_screen: [lambda tr: desk.claimed_screen(HELD, tr)],
            desk.held_screen: [
                lambda tr: desk.held_screen(HELD, tr),
                lambda tr: desk.held_screen(ANSWERED, tr),
                lambda tr: desk.held_screen(PRACTICE, tr),
            ],
            desk.close_screen: [lambda tr: desk.close_screen(HELD, tr)],
            desk.closed_screen: [lambda tr: desk.closed_screen(CLOSED, tr)],
            desk.over_receipt: [lambda tr: desk.over_receipt(CLOSED, tr)],
            desk.which_screen: [
                lambda tr: desk.which_screen([], tr),
                lambda tr: desk.which_screen([HELD, FINNISH], tr),
            ],
        },
    ),
    Room(
        desk,
        frozenset({INSIDE, FLAT}),
        {
            desk.stranger_screen: [desk.stranger_screen],
            desk.home_screen: [
                lambda tr: desk.home_screen(NOTHING, tr, may_ask=False),
                lambda tr: desk.home_screen(TROUBLE, tr, may_ask=False),
            ],
        },
        is_home=True,
    ),
    Room(
        desk,
        frozenset({FLAT}),
        {
            desk.home_screen: [
                lambda tr: desk.home_screen(NOTHING, tr, may_ask=True),
            ],
        },
        is_home=True,
    ),
    Room(
        practice,
        frozenset({INSIDE, FLAT}),
        {
            practice.question: [lambda tr: practice.question(PRACTICE, tr)],
            practice.reply: [lambda tr: practice.reply(PRACTICE, tr)],
            practice.kept_receipt: [lambda tr: practice.kept_receipt(MESSAGE, tr)],
        },
    ),
    Room(
        duty,
        frozenset({INSIDE, FLAT}),
        {
            duty.duty_screen: [
                lambda tr: duty.duty_screen(OLLI, tr),
                lambda tr: duty.duty_screen(AWAY, tr),
                lambda tr: duty.duty_screen(OFF, tr),
            ],
            duty.leave_screen: [
                lambda tr: duty.leave_screen(0, tr),
                lambda tr: duty.leave_screen(2, tr),
            ],
            duty.left_screen: [duty.left_screen],
            duty.needed_screen: [duty.needed_screen],
        },
    ),
    Room(
        coordination,
        frozenset({INSIDE, FLAT}),
        {
            coordination.link_screen: [lambda tr: coordination.link_screen(LINK, tr)],
            coordination.team_screen: [
                lambda tr: coordination.team_screen([KAISA, OLLI, AWAY, OUT], 0, tr),
                lambda tr: coordination.team_screen([OLLI] * 50, 1, tr),
            ],
            coordination.member_screen: [
                lambda tr: coordination.member_screen(OLLI, 2, tr, is_me=False),
                lambda tr: coordination.member_screen(OUT, 0, tr, is_me=False),
                lambda tr: coordination.member_screen(KAISA, 0, tr, is_me=True),
            ],
            coordination.ask_member_screen: [
                lambda tr: coordination.ask_member_screen(steps.Step.SUSPEND, OLLI, 2, tr),
                lambda tr: coordination.ask_member_screen(steps.Step.BRING_BACK, OUT, 0, tr),
                lambda tr: coordination.ask_member_screen(steps.Step.REMOVE, AWAY, 1, tr),
            ],
            coordination.removed_screen: [lambda tr: coordination.removed_screen(OLLI, tr)],
            coordination.suspended_letter: [coordination.suspended_letter],
            coordination.brought_back_letter: [coordination.brought_back_letter],
            coordination.removed_letter: [coordination.removed_letter],
        },
    ),
    Room(
        approvals,
        frozenset({INSIDE, FLAT}),
        {
            approvals.ask_coordinator_screen: [
                lambda tr: approvals.ask_coordinator_screen(tr, alone=False),
                lambda tr: approvals.ask_coordinator_screen(tr, alone=True),
            ],
            approvals.link_screen: [lambda tr: approvals.link_screen(LINK, tr)],
            approvals.link_letter: [lambda tr: approvals.link_letter(LINK, tr)],
            approvals.asked_screen: [lambda tr: approvals.asked_screen(WISH, tr)],
            approvals.nobody_screen: [approvals.nobody_screen],
            approvals.wish_letter: [lambda tr: approvals.wish_letter(WISH, KAISA, tr)],
            approvals.wish_screen: [lambda tr: approvals.wish_screen(WISH, KAISA, tr)],
            approvals.decided_screen: [
                lambda tr: approvals.decided_screen(Verdict.YES, KAISA, tr),
                lambda tr: approvals.decided_screen(Verdict.NO, KAISA, tr),
            ],
            approvals.taken_back_screen: [approvals.taken_back_screen],
            approvals.refused_letter: [
                lambda tr: approvals.refused_letter(KAISA, tr),
            ],
        },
    ),
    Room(
        blocking,
        frozenset({INSIDE, FLAT}),
        {
            blocking.which_code_screen: [blocking.which_code_screen],
            blocking.ask_to_ban_screen: [lambda tr: blocking.ask_to_ban_screen(HELD, tr)],
            blocking.bans_screen: [
                lambda tr: blocking.bans_screen([], 0, tr),
                lambda tr: blocking.bans_screen([Ban(CODE, NOW)] * 50, 1, tr),
            ],
            blocking.ask_to_unban_screen: [lambda tr: blocking.ask_to_unban_screen(CODE, tr)],
        },
    ),
    Room(
        queue,
        frozenset({INSIDE, FLAT}),
        {
            queue.queue_screen: [
                lambda tr: queue.queue_screen([], 0, tr, now=LATER),
                lambda tr: queue.queue_screen(
                    [Queued(WAITING, NOW), Queued(FINNISH, NOW), Queued(ANSWERED, NOW)],
                    0,
                    tr,
                    now=LATER,
                ),
                lambda tr: queue.queue_screen([Queued(WAITING, NOW)] * 50, 1, tr, now=LATER),
            ],
            queue.queued_screen: [
                lambda tr: queue.queued_screen(Queued(WAITING, NOW), None, tr, now=LATER),
                lambda tr: queue.queued_screen(Queued(HELD, NOW), OLLI, tr, now=LATER),
            ],
            queue.ask_to_hand_back_screen: [lambda tr: queue.ask_to_hand_back_screen(HELD, tr)],
            queue.put_back_letter: [lambda tr: queue.put_back_letter(WAITING, tr)],
        },
    ),
    Room(
        languages,
        frozenset({OUTSIDE, INSIDE, FLAT}),
        {
            languages.languages_screen: [
                lambda tr: languages.languages_screen(tr.language, first=True),
            ],
        },
        is_home=True,
    ),
    Room(
        languages,
        frozenset({OUTSIDE, INSIDE, FLAT}),
        {
            languages.languages_screen: [
                lambda tr: languages.languages_screen(tr.language, first=False),
            ],
        },
    ),
    Room(
        welcome,
        frozenset({OUTSIDE, FLAT}),
        {
            welcome.welcome_screen: [
                lambda tr: welcome.welcome_screen(tr, welcome.First.COMMAND),
                lambda tr: welcome.welcome_screen(tr, welcome.First.WORDS),
                lambda tr: welcome.welcome_screen(tr, welcome.First.OTHER),
            ],
        },
    ),
    Room(
        welcome,
        frozenset({OUTSIDE, INSIDE, FLAT}),
        {welcome.dead_link_screen: [welcome.dead_link_screen]},
    ),
    Room(
        welcome,
        frozenset({INSIDE, FLAT}),
        {welcome.team_welcome_screen: [welcome.team_welcome_screen]},
    ),
    Room(
        receipts,
        frozenset({OUTSIDE, INSIDE, FLAT}),
        {
            receipts.on_its_way: [lambda tr: receipts.on_its_way("willow", MESSAGE, tr)],
            receipts.change_on_its_way: [lambda tr: receipts.change_on_its_way("wren", tr)],
            receipts.changed_unread: [receipts.changed_unread],
            receipts.changed_practice: [receipts.changed_practice],
            receipts.change_too_late: [receipts.change_too_late],
            receipts.not_yours_now: [receipts.not_yours_now],
            receipts.not_text: [receipts.not_text],
            receipts.taken_back: [
                lambda tr: receipts.taken_back(tr, may_be_there=False, about=None),
                lambda tr: receipts.taken_back(tr, may_be_there=True, about=None),
            ],
        },
    ),
    Room(
        letters,
        frozenset({INSIDE, FLAT}),
        {
            letters.words: [
                lambda tr: letters.words(HELD, WORDS, Side.EMIGRE, tr),
                lambda tr: letters.words(HELD, LONG, Side.EMIGRE, tr, changed=True),
            ],
            letters.offer: [lambda tr: letters.offer(WAITING, tr)],
            letters.offer_over: [
                lambda tr: letters.offer_over(HELD, tr),
                lambda tr: letters.offer_over(WITHDRAWN, tr),
                lambda tr: letters.offer_over(HELD, tr, is_mine=True),
            ],
            letters.first_block: [
                lambda tr: letters.first_block(HELD, tr),
                lambda tr: letters.first_block(FINNISH, tr),
                lambda tr: letters.first_block(PRACTICE, tr),
            ],
            letters.earlier_answer: [
                lambda tr: letters.earlier_answer(HELD, WORDS, tr),
                lambda tr: letters.earlier_answer(HELD, LONG, tr),
            ],
            letters.ban_wish: [lambda tr: letters.ban_wish(HELD, tr)],
            letters.handed_back: [lambda tr: letters.handed_back(HELD, tr)],
            letters.closed: [lambda tr: letters.closed(CLOSED, tr)],
            letters.taken_back: [lambda tr: letters.taken_back(HELD, tr)],
        },
    ),
    Room(
        letters,
        frozenset({OUTSIDE, FLAT}),
        {
            letters.words: [
                lambda tr: letters.words(HELD, WORDS, Side.TEAM, tr),
                lambda tr: letters.words(HELD, LONG, Side.TEAM, tr, changed=True),
            ],
            letters.claimed: [lambda tr: letters.claimed(HELD, tr)],
            letters.waits_again: [lambda tr: letters.waits_again(HELD, tr)],
            letters.closed_for_good: [lambda tr: letters.closed_for_good(CLOSED, tr)],
            letters.closed_by_helper: [lambda tr: letters.closed_by_helper(CLOSED, tr)],
        },
    ),
)


@dataclass(frozen=True)
class Picture:
    """One drawing, and where it is seen (as `Room` has it)."""

    name: str
    seen_at: frozenset[str]
    is_home: bool
    drawn: Drawn

    @property
    def text(self) -> str:
        return str(self.drawn.text)

    @property
    def keyboard(self) -> list[list[dict[str, str]]]:
        letter = self.drawn if isinstance(self.drawn, Letter) else self.drawn.letter()
        return letter.keyboard or []

    @property
    def labels(self) -> list[str]:
        return [key["text"] for row in self.keyboard for key in row]

    @property
    def callbacks(self) -> list[str]:
        """Return what the buttons carry, links left out."""
        return [key["callback_data"] for row in self.keyboard for key in row if "url" not in key]


def gallery(tr: Translator) -> Iterator[Picture]:
    """Yield everything that can be drawn."""
    for room in ROOMS:
        for function, samples in room.samples.items():
            for sample in samples:
                drawn = sample(tr)
                for each in drawn if isinstance(drawn, Sequence) else [drawn]:
                    yield Picture(function.__name__, room.seen_at, room.is_home, each)
