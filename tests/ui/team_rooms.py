"""Samples of every screen that the team sees."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Final

from bot.content.library import library
from bot.coordination import approval_screens as approvals
from bot.coordination import blocking_screens as blocking
from bot.coordination import buttons as steps
from bot.coordination import queue_screens as queue
from bot.coordination import readers_screens as readers
from bot.coordination import screens as coordination
from bot.coordination import writing_first_screens as writing_first
from bot.coordination.approval_screens import Wish
from bot.coordination.broadcast_screens import yes_means
from bot.core.approvals import Matter, Verdict
from bot.core.broadcasts import Segment
from bot.core.companions import Part
from bot.core.languages import Language
from bot.core.readers import NOWHERE, Tally
from bot.core.routing.intake import Intake, Shift, Skill
from bot.core.sections import Section
from bot.core.telltale import Telltale
from bot.desk import conduct_screens as conduct
from bot.desk import duty_screens as duty
from bot.desk import intake_screens as intake
from bot.desk import practice_screens as practice
from bot.desk import screens as desk
from bot.store.bans import Ban
from bot.store.figures import Deeds
from bot.store.readers import Count, Released
from bot.store.requests import Closed, Queued
from tests.ui.broadcast_rooms import BROADCAST
from tests.ui.company_rooms import COMPANIONS
from tests.ui.rooms import FLAT, INSIDE, Room
from tests.ui.samples import (
    ANNA,
    ANSWERED,
    AWAY,
    CLOSED,
    CODE,
    FINNISH,
    HELD,
    INVITING,
    KAISA,
    LATER,
    LINK,
    LONG,
    MESSAGE,
    NOTHING,
    NOW,
    OFF,
    OLLI,
    OUT,
    PRACTICE,
    REMOVING,
    SILENT,
    SUSPENDING,
    TROUBLE,
    URGENT,
    WAITING,
    WISH,
    WORDS,
)

SENDING: Final = Wish(replace(INVITING, matter=Matter.BROADCAST), KAISA)

TOLD: Final = [
    *(
        Count(tally, "refusal-reasons", Language.RUSSIAN, 7)
        for tally in Tally
        if tally != "unanswered"
    ),
    Count(Tally.UNANSWERED, NOWHERE, Language.RUSSIAN, 12),
    *(Count(Tally.UNANSWERED, section, Language.FINNISH, 3) for section in Section),
]
DIFFERS: Final = Count(Tally.PAPER_DIFFERS, "appeal-hao-30", Language.RUSSIAN, 7)
GIVEN: Final = [
    Released(1, Section.WORK, Language.RUSSIAN, WORDS, NOW),
    Released(2, None, Language.FINNISH, LONG, NOW),
]

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
                lambda tr: desk.close_screen(HELD, tr),
                lambda tr: desk.close_screen(PRACTICE, tr),
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
                lambda tr: coordination.member_screen(OLLI, 2, tr, is_me=False, beside=1),
                lambda tr: coordination.member_screen(OUT, 0, tr, is_me=False),
                lambda tr: coordination.member_screen(KAISA, 0, tr, is_me=True),
            ],
            coordination.ask_member_screen: [
                lambda tr: coordination.ask_member_screen(steps.Step.SUSPEND, OLLI, 2, tr),
                lambda tr: coordination.ask_member_screen(steps.Step.BRING_BACK, OUT, 0, tr),
                lambda tr: coordination.ask_member_screen(steps.Step.REMOVE, AWAY, 1, tr),
                *(
                    lambda tr, judge=judge: coordination.ask_member_screen(
                        steps.Step.REMOVE, ANNA, 1, tr, judges=[judge]
                    )
                    for judge in (KAISA, ANNA)
                ),
            ],
            coordination.nobody_screen: [lambda tr: coordination.nobody_screen(ANNA, tr)],
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
            approvals.asked_screen: [lambda tr: approvals.asked_screen(INVITING, tr)],
            approvals.nobody_screen: [
                lambda tr: approvals.nobody_screen(Matter.INVITE_COORDINATOR, tr),
                lambda tr: approvals.nobody_screen(Matter.BROADCAST, tr),
            ],
            approvals.wish_letter: [
                lambda tr: approvals.wish_letter(WISH, tr, to=OLLI.person_id),
                lambda tr: approvals.wish_letter(SUSPENDING, tr, to=OLLI.person_id),
                lambda tr: approvals.wish_letter(REMOVING, tr, to=ANNA.person_id),
                lambda tr: approvals.wish_letter(SENDING, tr, to=OLLI.person_id),
            ],
            approvals.wish_screen: [
                lambda tr: approvals.wish_screen(WISH, tr, to=OLLI.person_id),
                lambda tr: approvals.wish_screen(SUSPENDING, tr, to=ANNA.person_id),
                lambda tr: approvals.wish_screen(REMOVING, tr, to=OLLI.person_id),
                lambda tr: approvals.wish_screen(
                    SENDING, tr, to=OLLI.person_id, more=yes_means(BROADCAST, 2000, tr)
                ),
                lambda tr: approvals.wish_screen(
                    SENDING,
                    tr,
                    to=OLLI.person_id,
                    more=yes_means(replace(BROADCAST, segment=Segment.FINNISH), 4, tr),
                ),
            ],
            approvals.step_letter: [
                lambda tr: approvals.step_letter(steps.Step.SUSPEND, ANNA, tr),
                lambda tr: approvals.step_letter(steps.Step.REMOVE, ANNA, tr),
            ],
            approvals.decided_screen: [
                lambda tr: approvals.decided_screen(Verdict.YES, KAISA, tr),
                lambda tr: approvals.decided_screen(Verdict.NO, KAISA, tr),
            ],
            approvals.taken_back_screen: [
                lambda tr: approvals.taken_back_screen(Matter.INVITE_COORDINATOR, tr),
                lambda tr: approvals.taken_back_screen(Matter.BROADCAST, tr),
            ],
            approvals.refused_letter: [
                lambda tr: approvals.refused_letter(Matter.INVITE_COORDINATOR, KAISA, tr),
                lambda tr: approvals.refused_letter(Matter.BROADCAST, None, tr),
            ],
        },
    ),
    Room(
        blocking,
        frozenset({INSIDE, FLAT}),
        {
            blocking.which_code_screen: [
                lambda tr: blocking.which_code_screen(tr, code=""),
                lambda tr: blocking.which_code_screen(tr, code="AAAAA"),
            ],
            blocking.ask_to_ban_screen: [lambda tr: blocking.ask_to_ban_screen(HELD, tr)],
            blocking.banned_already_screen: [lambda tr: blocking.banned_already_screen(HELD, tr)],
            blocking.bans_screen: [
                lambda tr: blocking.bans_screen([], 0, tr),
                lambda tr: blocking.bans_screen([Ban(CODE, NOW)] * 50, 1, tr),
            ],
            blocking.ask_to_unban_screen: [lambda tr: blocking.ask_to_unban_screen(CODE, tr)],
        },
    ),
    Room(
        readers,
        frozenset({INSIDE, FLAT}),
        {
            readers.readers_screen: [
                lambda tr: readers.readers_screen([], 0, library(), tr),
                lambda tr: readers.readers_screen(TOLD, 3, library(), tr),
                lambda tr: readers.readers_screen([DIFFERS], 0, library(), tr),
            ],
            readers.seen_screen: [
                lambda tr: readers.seen_screen(TOLD[2], library(), tr),
                lambda tr: readers.seen_screen(DIFFERS, library(), tr),
                lambda tr: readers.seen_screen(replace(DIFFERS, about="gone"), library(), tr),
            ],
            readers.released_screen: [
                lambda tr: readers.released_screen(GIVEN, 0, tr),
                lambda tr: readers.released_screen(GIVEN, 1, tr),
                lambda tr: readers.released_screen(GIVEN, 2, tr),
            ],
            readers.unconfirmed_screen: [readers.unconfirmed_screen],
        },
    ),
    Room(
        writing_first,
        frozenset({INSIDE, FLAT}),
        {
            writing_first.closed_screen: [
                lambda tr: writing_first.closed_screen([], 0, tr),
                lambda tr: writing_first.closed_screen([Closed(CLOSED, NOW)] * 50, 1, tr),
                lambda tr: writing_first.closed_screen([Closed(SILENT, NOW)] * 50, 1, tr),
            ],
            writing_first.ask_screen: [
                lambda tr: writing_first.ask_screen(CLOSED, tr),
                lambda tr: writing_first.ask_screen(SILENT, tr),
            ],
            writing_first.begun_screen: [lambda tr: writing_first.begun_screen(HELD, tr)],
            writing_first.has_open_screen: [lambda tr: writing_first.has_open_screen(CLOSED, tr)],
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
                lambda tr: queue.queue_screen(
                    [Queued(WAITING, NOW)] * 50, 1, tr, now=LATER, eyes=3
                ),
            ],
            queue.queued_screen: [
                lambda tr: queue.queued_screen(Queued(WAITING, NOW), None, tr, now=LATER),
                lambda tr: queue.queued_screen(
                    Queued(HELD, NOW),
                    OLLI,
                    tr,
                    now=LATER,
                    notes=2,
                    companions=[(part, OLLI) for part in Part if part is not Part.MAIN],
                    doubted=[OLLI],
                ),
            ],
            queue.ask_to_hand_back_screen: [lambda tr: queue.ask_to_hand_back_screen(HELD, tr)],
            queue.closed_unwritten_screen: [lambda tr: queue.closed_unwritten_screen(CLOSED, tr)],
        },
    ),
)
