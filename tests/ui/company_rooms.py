"""Samples of what is said of who helps along in a question, and of who takes it over."""

from dataclasses import replace
from functools import partial
from typing import Final

from bot.core.companions import CompanionId, Part
from bot.core.people import PersonId, Role
from bot.core.routing.candidates import Candidate
from bot.desk import company_screens as screens
from bot.relay import company_letters as letters
from bot.store.companions import Companion
from tests.ui.rooms import FLAT, INSIDE, OUTSIDE, Room
from tests.ui.samples import HELD, NOW, OLLI, URGENT

BESIDE: Final = (Part.INTERPRETER, Part.LAWYER, Part.HELPER)
COMPANIONS: Final = [
    Companion(CompanionId(2**63 - number), HELD.id, PersonId(49979687), part, "woodpecker")
    for number, part in enumerate(BESIDE, start=1)
]
ABLE: Final = [
    Candidate(id=PersonId(49979687), code="7K2", role=Role.VOLUNTEER, on_duty=on_duty)
    for on_duty in (True, False) * 6
]

COMPANY_ROOMS: Final = (
    Room(
        letters,
        frozenset({INSIDE, FLAT}),
        {
            letters.asked: [
                partial(letters.asked, request, part, silent=False)
                for request in (HELD, replace(URGENT, state=HELD.state))
                for part in Part
            ],
            letters.not_needed: [lambda tr: letters.not_needed(HELD, tr)],
            letters.withdrawn: [lambda tr: letters.withdrawn(HELD, tr)],
            letters.declined: [lambda tr: letters.declined("7K2", HELD, tr)],
            letters.full: [lambda tr: letters.full(HELD, tr)],
            letters.silent: [lambda tr: letters.silent(HELD, tr)],
            letters.came: [partial(letters.came, each, HELD) for each in COMPANIONS],
            letters.left: [lambda tr: letters.left(COMPANIONS[0], HELD, tr)],
            letters.taken_over: [lambda tr: letters.taken_over(HELD, tr)],
            letters.first_block: [
                partial(letters.first_block, HELD, each, COMPANIONS, threads=threads)
                for each in COMPANIONS
                for threads in (False, True)
            ],
        },
    ),
    Room(
        letters,
        frozenset({OUTSIDE, FLAT}),
        {
            letters.came_to_emigre: [
                *(partial(letters.came_to_emigre, each, HELD) for each in COMPANIONS),
                partial(letters.came_to_emigre, COMPANIONS[0], HELD, speaks=False),
            ],
            letters.left_to_emigre: [lambda tr: letters.left_to_emigre(COMPANIONS[0], HELD, tr)],
            letters.handed_over: [lambda tr: letters.handed_over("crane", HELD, tr)],
        },
    ),
    Room(
        screens,
        frozenset({INSIDE, FLAT}),
        {
            screens.company_screen: [
                lambda tr: screens.company_screen(HELD, [], [], tr),
                lambda tr: screens.company_screen(
                    HELD, COMPANIONS, [*((part, OLLI) for part in Part), (Part.MAIN, None)], tr
                ),
            ],
            screens.whom_screen: [
                partial(screens.whom_screen, HELD, part, able, now=NOW)
                for part in Part
                for able in ([], ABLE)
            ],
            screens.companion_screen: [
                partial(screens.companion_screen, HELD, each, COMPANIONS, threads=threads)
                for each in COMPANIONS
                for threads in (False, True)
            ],
            screens.again_screen: [
                lambda tr: screens.again_screen(HELD, tr, threads=False),
                lambda tr: screens.again_screen(HELD, tr, threads=True),
            ],
            screens.dismiss_screen: [partial(screens.dismiss_screen, HELD, COMPANIONS[0])],
            screens.go_out_screen: [lambda tr: screens.go_out_screen(HELD, tr)],
            screens.went_out_screen: [lambda tr: screens.went_out_screen(HELD, tr)],
            screens.said_no_screen: [lambda tr: screens.said_no_screen(HELD, tr)],
            screens.came_in_screen: [
                lambda tr: screens.came_in_screen(HELD, tr, threads=False),
                lambda tr: screens.came_in_screen(HELD, tr, threads=True),
            ],
        },
    ),
)
