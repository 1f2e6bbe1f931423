"""Every screen, receipt and letter, drawn from sample data."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from inspect import getmembers, iscoroutinefunction, isfunction
from types import ModuleType
from typing import Any, Final

from bot.coordination import broadcast_screens as broadcasts
from bot.coordination import letters as coordination
from bot.core.broadcasts import LONGEST_BROADCAST, BroadcastId, BroadcastState, Segment, Yes
from bot.core.languages import Language
from bot.core.outgoing import Letter, Side
from bot.core.people import PersonId, Role
from bot.core.requests import MessageId, RequestId, State
from bot.desk import screens as desk
from bot.emigre import screens as emigre
from bot.relay import letters, receipts
from bot.store.broadcasts import Broadcast, Progress
from bot.store.requests import Request, Said
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
NOTHING: Final = desk.Desk(held=[], waiting=0, own=None, lost=0, unread=0)
TROUBLE: Final = desk.Desk(held=[HELD] * 5, waiting=21, own=None, lost=1, unread=2)
BOTH: Final = dict.fromkeys(Language, WORDS)
BROADCAST: Final = Broadcast(
    id=BroadcastId(7),
    author_id=PersonId(15485863),
    segment=Segment.EMIGRES,
    state=BroadcastState.DRAFT,
    texts=BOTH,
    told_id=None,
    asked_at=None,
    began_at=None,
)
GOING: Final = replace(BROADCAST, state=BroadcastState.GOING)
STOPPED: Final = replace(BROADCAST, state=BroadcastState.STOPPED)
DONE: Final = replace(BROADCAST, state=BroadcastState.DONE, segment=Segment.TEAM)
HALF_WAY: Final = Progress(waiting=2000, arrived=4, unreachable=12, uncertain=11, refused=1)
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
                lambda tr: desk.home_screen(Role.VOLUNTEER, NOTHING, tr, may_ask=False),
                lambda tr: desk.home_screen(Role.COORDINATOR, TROUBLE, tr, may_ask=False),
            ],
        },
        is_home=True,
    ),
    Room(
        desk,
        frozenset({FLAT}),
        {
            desk.home_screen: [
                lambda tr: desk.home_screen(Role.VOLUNTEER, NOTHING, tr, may_ask=True),
                lambda tr: desk.home_screen(
                    Role.VOLUNTEER, replace(NOTHING, own=DRAFT), tr, may_ask=True
                ),
                lambda tr: desk.home_screen(
                    Role.VOLUNTEER, replace(NOTHING, own=HELD), tr, may_ask=True
                ),
            ],
        },
        is_home=True,
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
            receipts.change_too_late: [receipts.change_too_late],
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
            letters.offer: [
                lambda tr: letters.offer(WAITING, tr),
                lambda tr: letters.offer(WAITING, tr, again=True),
            ],
            letters.offered_below: [lambda tr: letters.offered_below(WAITING, tr)],
            letters.offer_over: [
                lambda tr: letters.offer_over(HELD, tr),
                lambda tr: letters.offer_over(WITHDRAWN, tr),
                lambda tr: letters.offer_over(HELD, tr, is_mine=True),
            ],
            letters.first_block: [
                lambda tr: letters.first_block(HELD, tr),
                lambda tr: letters.first_block(FINNISH, tr),
            ],
            letters.closed: [lambda tr: letters.closed(CLOSED, tr)],
            letters.taken_back: [lambda tr: letters.taken_back(HELD, tr)],
        },
    ),
    Room(
        broadcasts,
        frozenset({INSIDE, FLAT}),
        {
            broadcasts.announcement: [
                lambda tr: broadcasts.announcement(WORDS, Segment.EMIGRES, tr),
                lambda tr: broadcasts.announcement("<" * LONGEST_BROADCAST, Segment.TEAM, tr),
            ],
            broadcasts.broadcasts_screen: [
                lambda tr: broadcasts.broadcasts_screen(None, [], tr),
                lambda tr: broadcasts.broadcasts_screen(BROADCAST, [GOING, DONE], tr),
            ],
            broadcasts.segments_screen: [broadcasts.segments_screen],
            broadcasts.write_screen: [
                lambda tr: broadcasts.write_screen(BROADCAST, Language.RUSSIAN, tr),
                lambda tr: broadcasts.write_screen(
                    replace(BROADCAST, texts={}), Language.FINNISH, tr
                ),
            ],
            broadcasts.too_long_screen: [
                lambda tr: broadcasts.too_long_screen(LONG, Language.RUSSIAN, tr),
            ],
            broadcasts.kept_screen: [
                lambda tr: broadcasts.kept_screen(
                    BROADCAST, Language.RUSSIAN, Language.FINNISH, tr
                ),
                lambda tr: broadcasts.kept_screen(
                    BROADCAST, Language.FINNISH, Language.RUSSIAN, tr
                ),
            ],
            broadcasts.check_screen: [
                lambda tr: broadcasts.check_screen(BROADCAST, 2000, Yes.ANOTHERS, tr),
                lambda tr: broadcasts.check_screen(BROADCAST, 2000, Yes.NOBODYS, tr),
                lambda tr: broadcasts.check_screen(BROADCAST, 4, Yes.IMPOSSIBLE, tr),
                lambda tr: broadcasts.check_screen(
                    replace(BROADCAST, segment=Segment.RUSSIAN), 0, Yes.ANOTHERS, tr
                ),
            ],
            broadcasts.asked_screen: [broadcasts.asked_screen],
            broadcasts.taken_back_screen: [broadcasts.taken_back_screen],
            broadcasts.wish_letter: [lambda tr: broadcasts.wish_letter(BROADCAST, tr)],
            broadcasts.wish_screen: [
                lambda tr: broadcasts.wish_screen(BROADCAST, 2000, tr),
                lambda tr: broadcasts.wish_screen(
                    replace(BROADCAST, segment=Segment.FINNISH), 4, tr
                ),
            ],
            broadcasts.refused_screen: [broadcasts.refused_screen],
            broadcasts.refused_letter: [broadcasts.refused_letter],
            broadcasts.begun_screen: [lambda tr: broadcasts.begun_screen(GOING, tr)],
            broadcasts.progress_screen: [
                lambda tr: broadcasts.progress_screen(GOING, HALF_WAY, tr, first=True),
                lambda tr: broadcasts.progress_screen(GOING, HALF_WAY, tr, first=False),
                lambda tr: broadcasts.progress_screen(STOPPED, HALF_WAY, tr, first=True),
            ],
            broadcasts.progress_letter: [
                lambda tr: broadcasts.progress_letter(DONE, HALF_WAY, tr, first=True),
            ],
        },
    ),
    Room(
        coordination,
        frozenset({INSIDE, FLAT}),
        {
            coordination.late: [
                lambda tr: coordination.late([WAITING], tr),
                lambda tr: coordination.late([WAITING] * 50, tr),
            ],
            coordination.digest: [
                lambda tr: coordination.digest(1, 0, 0, tr),
                lambda tr: coordination.digest(5, 1, 2, tr),
                lambda tr: coordination.digest(0, 0, 5, tr),
            ],
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
