"""Samples of every screen that helpers see at the desk."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Final

from bot.core.languages import Language
from bot.core.routing.intake import Intake, Shift, Skill
from bot.core.sections import Section
from bot.core.telltale import Telltale
from bot.desk import conduct_screens as conduct
from bot.desk import duty_screens as duty
from bot.desk import intake_screens as intake
from bot.desk import practice_screens as practice
from bot.desk import screens as desk
from bot.store.figures import Deeds
from bot.store.requests import Queued
from tests.ui.broadcast_rooms import BROADCAST
from tests.ui.company_rooms import COMPANIONS
from tests.ui.rooms import FLAT, INSIDE, Room
from tests.ui.samples import (
    ANSWERED,
    AWAY,
    CLOSED,
    CODE,
    FINNISH,
    HELD,
    LATER,
    MESSAGE,
    NOTHING,
    NOW,
    OFF,
    OLLI,
    PRACTICE,
    TROUBLE,
    URGENT,
    WAITING,
)

BUSY: Final = Intake(
    languages=frozenset({Language.RUSSIAN}),
    sections=frozenset(list(Section)[1:]),
    skills=frozenset(Skill),
    cap=1,
    shifts=tuple(
        Shift(day, time(begins), time(begins + 2)) for day in range(7) for begins in (6, 12, 18)
    ),
)
"""Somebody with as many hours as fit."""

TEAM_ROOMS: Final = (
    Room(
        desk,
        frozenset({INSIDE, FLAT}),
        {
            desk.waiting_screen: [
                lambda tr: desk.waiting_screen([], tr, now=LATER),
                lambda tr: desk.waiting_screen(
                    [Queued(URGENT, NOW), Queued(replace(WAITING, language=Language.FINNISH), NOW)],
                    tr,
                    now=LATER,
                ),
                lambda tr: desk.waiting_screen(
                    [Queued(URGENT, NOW)] * 50, tr, now=LATER + timedelta(days=23)
                ),
            ],
            desk.claimed_screen: [
                lambda tr: desk.claimed_screen(HELD, tr, threads=True),
                lambda tr: desk.claimed_screen(HELD, tr, threads=False, on_offer=True),
            ],
            desk.wrong_screen: [
                lambda tr: desk.wrong_screen(HELD, tr),
                lambda tr: desk.wrong_screen(HELD, tr, ban_wished=True),
            ],
            desk.hand_back_screen: [lambda tr: desk.hand_back_screen(HELD, tr)],
            desk.rest_screen: [lambda tr: desk.rest_screen(HELD, tr)],
            desk.handed_back_screen: [
                lambda tr: desk.handed_back_screen(WAITING, tr),
                lambda tr: desk.handed_back_screen(CLOSED, tr),
            ],
            desk.held_screen: [
                lambda tr: desk.held_screen(HELD, tr, threads=True, companions=COMPANIONS),
                lambda tr: desk.held_screen(ANSWERED, tr, threads=True),
                lambda tr: desk.held_screen(PRACTICE, tr, threads=True),
                lambda tr: desk.held_screen(HELD, tr, threads=False, ban_wished=True),
            ],
            desk.close_screen: [
                lambda tr: desk.close_screen(HELD, tr, heard=desk.Heard(100, more_comes=True)),
                lambda tr: desk.close_screen(PRACTICE, tr, heard=desk.Heard()),
            ],
            desk.closed_screen: [lambda tr: desk.closed_screen(CLOSED, tr)],
            desk.over_receipt: [lambda tr: desk.over_receipt(CLOSED, tr)],
            desk.which_screen: [
                lambda tr: desk.which_screen([], None, tr),
                lambda tr: desk.which_screen([HELD, FINNISH], None, tr),
                lambda tr: desk.which_screen([], BROADCAST, tr),
                lambda tr: desk.which_screen([HELD], BROADCAST, tr),
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
                lambda tr: desk.home_screen(replace(NOTHING, own=WAITING), tr, may_ask=True),
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
            practice.kept_receipt: [
                lambda tr: practice.kept_receipt(MESSAGE, tr),
                lambda tr: practice.kept_receipt(MESSAGE, tr, would_wait=list(Telltale)),
            ],
        },
    ),
    Room(
        conduct,
        frozenset({INSIDE, FLAT}),
        {
            conduct.conduct_screen: [
                lambda tr: conduct.conduct_screen(tr, agreed=True),
                lambda tr: conduct.conduct_screen(tr, agreed=False),
                lambda tr: conduct.conduct_screen(tr, agreed=False, code=CODE),
            ],
        },
    ),
    Room(
        intake,
        frozenset({INSIDE, FLAT}),
        {
            intake.intake_screen: [
                lambda tr: intake.intake_screen(Intake(), tr, is_said=False),
                lambda tr: intake.intake_screen(BUSY, tr),
            ],
            intake.topics_screen: [
                lambda tr: intake.topics_screen(Intake(), tr),
                lambda tr: intake.topics_screen(BUSY, tr),
            ],
            intake.hours_screen: [
                lambda tr: intake.hours_screen(Intake(), tr),
                lambda tr: intake.hours_screen(BUSY, tr, full=True),
            ],
            intake.add_hours_screen: [
                lambda tr: intake.add_hours_screen("", None, tr),
                lambda tr: intake.add_hours_screen("01234", None, tr),
                lambda tr: intake.add_hours_screen("6", 17, tr),
            ],
        },
    ),
    Room(
        duty,
        frozenset({INSIDE, FLAT}),
        {
            duty.duty_screen: [
                lambda tr: duty.duty_screen(OLLI, Deeds(1, 0, 1, 0), tr),
                lambda tr: duty.duty_screen(AWAY, Deeds(40, 38, 20, 3), tr),
                lambda tr: duty.duty_screen(OFF, Deeds(0, 0, 0, 0), tr),
            ],
            duty.leave_screen: [
                lambda tr: duty.leave_screen(0, tr),
                lambda tr: duty.leave_screen(2, tr),
            ],
            duty.left_screen: [duty.left_screen],
            duty.needed_screen: [duty.needed_screen],
        },
    ),
)
