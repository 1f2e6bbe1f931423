"""Samples of every screen that coordinators see."""

from dataclasses import replace
from functools import partial
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
from bot.core.requests import Doubt
from bot.core.sections import Section
from bot.store.bans import Ban
from bot.store.readers import Count, Released
from bot.store.requests import Closed, Queued
from tests.ui.broadcast_rooms import BROADCAST
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
    NOW,
    OLLI,
    OUT,
    REMOVING,
    SILENT,
    SUSPENDING,
    WAITING,
    WISH,
    WORDS,
)

SENDING: Final = Wish(replace(INVITING, matter=Matter.BROADCAST), KAISA)
BLOCKING: Final = Wish(replace(INVITING, matter=Matter.BLOCK, about=HELD.code), KAISA)

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
NOBODY: Final = dict.fromkeys(Language, 0)
GIVEN: Final = [
    Released(1, Section.WORK, Language.RUSSIAN, WORDS, NOW),
    Released(2, None, Language.FINNISH, LONG, NOW),
]

COORDINATION_ROOMS: Final = (
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
            coordination.step_taken_letter: [
                partial(coordination.step_taken_letter, step, OLLI, KAISA) for step in steps.Step
            ],
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
            approvals.asked_screen: [
                partial(approvals.asked_screen, each.approval) for each in (WISH, BLOCKING)
            ],
            approvals.nobody_screen: [
                lambda tr: approvals.nobody_screen(Matter.INVITE_COORDINATOR, tr),
                lambda tr: approvals.nobody_screen(Matter.BROADCAST, tr),
            ],
            approvals.wish_letter: [
                lambda tr: approvals.wish_letter(WISH, tr, to=OLLI.person_id),
                lambda tr: approvals.wish_letter(SUSPENDING, tr, to=OLLI.person_id),
                lambda tr: approvals.wish_letter(REMOVING, tr, to=ANNA.person_id),
                lambda tr: approvals.wish_letter(SENDING, tr, to=OLLI.person_id),
                lambda tr: approvals.wish_letter(BLOCKING, tr, to=OLLI.person_id),
            ],
            approvals.wish_screen: [
                lambda tr: approvals.wish_screen(WISH, tr, to=OLLI.person_id),
                lambda tr: approvals.wish_screen(SUSPENDING, tr, to=ANNA.person_id),
                lambda tr: approvals.wish_screen(REMOVING, tr, to=OLLI.person_id),
                lambda tr: approvals.wish_screen(
                    BLOCKING,
                    tr,
                    to=OLLI.person_id,
                    more=[
                        *queue.said_of([(doubt, ANNA) for doubt in Doubt], tr),
                        blocking.block_means(tr),
                    ],
                ),
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
                lambda tr: approvals.taken_back_screen(Matter.BLOCK, tr),
            ],
            approvals.refused_letter: [
                lambda tr: approvals.refused_letter(Matter.INVITE_COORDINATOR, KAISA, tr),
                lambda tr: approvals.refused_letter(Matter.BROADCAST, None, tr),
            ],
            approvals.lapsed_letter: [
                partial(approvals.lapsed_letter, matter)
                for matter in (Matter.BLOCK, Matter.BROADCAST)
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
            blocking.ask_to_ban_screen: [
                partial(blocking.ask_to_ban_screen, HELD, alone=alone) for alone in (True, False)
            ],
            blocking.block_letter: [lambda tr: blocking.block_letter(HELD, tr)],
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
            writing_first.cannot_begin_screen: [
                lambda tr: writing_first.cannot_begin_screen(CLOSED, tr)
            ],
        },
    ),
    Room(
        queue,
        frozenset({INSIDE, FLAT}),
        {
            queue.queue_screen: [
                lambda tr: queue.queue_screen([], 0, tr, now=LATER, there=NOBODY),
                lambda tr: queue.queue_screen(
                    [Queued(WAITING, NOW), Queued(FINNISH, NOW), Queued(ANSWERED, NOW)],
                    0,
                    tr,
                    now=LATER,
                    there=NOBODY,
                ),
                lambda tr: queue.queue_screen(
                    [Queued(WAITING, NOW)] * 50,
                    1,
                    tr,
                    now=LATER,
                    there={Language.RUSSIAN: 3, Language.FINNISH: 12},
                    eyes=3,
                    doubted={WAITING.code},
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
                    doubts=[(doubt, OLLI) for doubt in Doubt],
                ),
            ],
            queue.ask_to_hand_back_screen: [lambda tr: queue.ask_to_hand_back_screen(HELD, tr)],
            queue.closed_unwritten_screen: [lambda tr: queue.closed_unwritten_screen(CLOSED, tr)],
        },
    ),
)
