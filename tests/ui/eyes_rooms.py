"""Samples of what is said of answers that wait for a second pair of eyes."""

from dataclasses import replace
from functools import partial
from typing import Final

from bot.core.eyes import HeldId, HeldState, Reason
from bot.core.people import PersonId
from bot.core.requests import RequestId, State
from bot.core.styles import Styled
from bot.core.telltale import Telltale
from bot.desk import eyes_screens as screens
from bot.desk.screens import Heard, close_screen
from bot.relay import eyes_letters as letters
from bot.store.eyes import HeldAnswer, Written
from tests.ui.rooms import FLAT, INSIDE, Room
from tests.ui.samples import HELD, LONG, MESSAGE, NOW, URGENT, WORDS

WAITS: Final = HeldAnswer(
    HeldId(2**63 - 1),
    Written(RequestId(1), 1, 1, Styled(WORDS), NOW),
    PersonId(15485863),
    HeldState.WAITS,
    None,
)
CHANGE: Final = replace(WAITS, changes=MESSAGE)
ALL: Final = tuple(Telltale)

EYES_ROOMS: Final = (
    Room(
        letters,
        frozenset({INSIDE, FLAT}),
        {
            letters.held_receipt: [
                partial(letters.held_receipt, WAITS, ALL, anybody=True, is_typed=True),
                partial(
                    letters.held_receipt, WAITS, ALL[:1], anybody=False, is_typed=False, again=True
                ),
                partial(letters.held_receipt, CHANGE, ALL, anybody=True, is_typed=True),
            ],
            letters.unchanged_receipt: [letters.unchanged_receipt],
            letters.receipt_now: [partial(letters.receipt_now, state) for state in HeldState],
            letters.change_receipt_now: [
                partial(letters.change_receipt_now, state, MESSAGE) for state in HeldState
            ],
            letters.asking_receipt: [
                partial(
                    letters.asking_receipt,
                    WAITS,
                    messages=messages,
                    asks_who=asks_who,
                    is_typed=is_typed,
                )
                for messages, asks_who, is_typed in (
                    (2, False, True),
                    (1, True, True),
                    (2, True, False),
                )
            ],
            letters.released_letter: [lambda tr: letters.released_letter(HELD, tr, said=MESSAGE)],
            letters.sent_back_letter: [
                partial(letters.sent_back_letter, HELD, text=LONG, why=why, is_typed=is_typed)
                for why in Reason
                for is_typed in (True, False)
            ],
            letters.unseen_letter: [lambda tr: letters.unseen_letter(HELD, tr)],
            letters.dropped_letter: [
                lambda tr: letters.dropped_letter(HELD, tr),
                lambda tr: letters.dropped_letter(replace(HELD, state=State.CLOSED), tr),
            ],
            letters.restored_letter: [lambda tr: letters.restored_letter(HELD, tr)],
            letters.looked_letter: [letters.looked_letter],
            letters._to_writer: [lambda tr: letters._to_writer(HELD, tr("Home"), tr)],
            letters.notice: [
                lambda tr: letters.notice(HELD, WAITS, tr, again=False, silent=True),
                lambda tr: letters.notice(URGENT, WAITS, tr, again=True, silent=False),
            ],
            letters.words: [
                lambda tr: letters.words(HELD, WAITS, ALL[:1], tr),
                lambda tr: letters.words(
                    HELD,
                    replace(WAITS, written=replace(WAITS.written, words=Styled(LONG))),
                    ALL,
                    tr,
                ),
            ],
            letters.became: [partial(letters.became, HELD, state) for state in HeldState],
        },
    ),
    Room(
        screens,
        frozenset({INSIDE, FLAT}),
        {
            screens.below_screen: [lambda tr: screens.below_screen(HELD, tr)],
            screens.let_go_screen: [lambda tr: screens.let_go_screen(HELD, tr)],
            screens.sent_back_screen: [lambda tr: screens.sent_back_screen(HELD, tr)],
            screens.deleted_screen: [screens.deleted_screen],
            screens.warned: [lambda tr: screens.warned(close_screen(HELD, tr, heard=Heard()), tr)],
        },
    ),
)
