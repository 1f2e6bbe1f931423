"""Samples of everything that passes between the sides of a request."""

from dataclasses import replace
from functools import partial
from typing import Final

from markupsafe import escape

from bot.core.asking import ForWhom
from bot.core.companions import Part
from bot.core.identity import HIDDEN
from bot.core.outgoing import Side
from bot.core.requests import Doubt, Reason
from bot.core.sections import Section
from bot.core.styles import Styled
from bot.relay import ban_letters, closing_letters, lapse_letters, letters, receipts, written
from bot.relay import offer_letters as offers
from bot.relay.voices import Voice
from bot.ui.kinds import Becomes
from tests.ui.rooms import FLAT, INSIDE, OUTSIDE, Room
from tests.ui.samples import (
    ANSWERED,
    CLOSED,
    CODE,
    DRAFT,
    FINNISH,
    HELD,
    LONG,
    MESSAGE,
    NOW,
    PRACTICE,
    SHARED,
    SHORT,
    URGENT,
    WAITING,
    WITHDRAWN,
    WORDS,
    said,
)

STYLED: Final = Styled(LONG, (("blockquote", 0, len(LONG)), ("bold", 0, len(LONG))))
CUT: Final = Styled(f"{HIDDEN} {LONG}")
TO: Final = (
    [Voice("willow")],
    [Voice("crane"), *(Voice("woodpecker", part) for part in Part)],
)
"""Who reads what was written: one, or all that can."""

RELAY_ROOMS: Final = (
    Room(
        receipts,
        frozenset({OUTSIDE, INSIDE, FLAT}),
        {
            receipts.on_its_way: [partial(receipts.on_its_way, to, MESSAGE) for to in TO],
            receipts.change_on_its_way: [partial(receipts.change_on_its_way, to) for to in TO],
            receipts.with_cut: [lambda tr: receipts.with_cut(receipts.unchanged(tr), tr)],
            receipts.unchanged: [receipts.unchanged],
            receipts.changed_unread: [receipts.changed_unread],
            receipts.changed_practice: [receipts.changed_practice],
            receipts.change_too_late: [receipts.change_too_late],
            receipts.not_yours_now: [receipts.not_yours_now],
            receipts.not_text: [partial(receipts.not_text, kind) for kind in Becomes],
            receipts.change_not_text: [receipts.change_not_text],
            receipts.change_after_deletion: [receipts.change_after_deletion],
            receipts.taken_back: [
                *(
                    lambda tr, fate=fate, request=request: receipts.taken_back(
                        tr, fate, request=request
                    )
                    for fate in receipts.Fate
                    for request in (None, HELD)
                ),
            ],
        },
    ),
    Room(
        written,
        frozenset({OUTSIDE, FLAT}),
        {
            written.written_screen: [
                lambda tr: written.written_screen(HELD, [], tr),
                lambda tr: written.written_screen(HELD, [said(LONG)] * 30, tr),
            ],
        },
    ),
    Room(
        closing_letters,
        frozenset({INSIDE, FLAT}),
        {
            closing_letters.out_of_hands: [
                lambda tr: closing_letters.out_of_hands(WAITING, tr),
                lambda tr: closing_letters.out_of_hands(CLOSED, tr),
            ],
            closing_letters.doubted: [
                partial(closing_letters.doubted, HELD, doubt, "K2M") for doubt in Doubt
            ],
        },
    ),
    Room(
        closing_letters,
        frozenset({OUTSIDE, FLAT}),
        {
            closing_letters.closed_by_helper: [
                *(partial(closing_letters.closed_by_helper, reason, CLOSED) for reason in Reason),
                partial(closing_letters.closed_by_helper, Reason.DONE, CLOSED, answered=False),
            ],
            closing_letters.closed_empty: [lambda tr: closing_letters.closed_empty(CLOSED, tr)],
        },
    ),
    Room(
        lapse_letters,
        frozenset({INSIDE, FLAT}),
        {
            lapse_letters.nudge: [lambda tr: lapse_letters.nudge(NOW, HELD, tr)],
            lapse_letters.lapsed: [lambda tr: lapse_letters.lapsed(HELD, tr)],
            lapse_letters.reopened: [lambda tr: lapse_letters.reopened(HELD, tr)],
            lapse_letters.still_needed: [lambda tr: lapse_letters.still_needed(ANSWERED, tr)],
            lapse_letters.gone: [lambda tr: lapse_letters.gone(HELD, tr)],
            lapse_letters.back: [lambda tr: lapse_letters.back(HELD, tr)],
        },
    ),
    Room(
        lapse_letters,
        frozenset({OUTSIDE, FLAT}),
        {
            lapse_letters.unseen: [lambda tr: lapse_letters.unseen(HELD, tr)],
            lapse_letters.ask_if_settled: [
                lambda tr: lapse_letters.ask_if_settled(ANSWERED, NOW.date(), tr)
            ],
            lapse_letters.shut: [lambda tr: lapse_letters.shut(CLOSED, tr)],
            lapse_letters.untaken: [
                lambda tr: lapse_letters.untaken(URGENT, tr, known=True, answers=[SHORT] * 2),
                lambda tr: lapse_letters.untaken(
                    replace(URGENT, for_whom=ForWhom.MINOR), tr, known=False, answers=[]
                ),
            ],
        },
    ),
    Room(
        offers,
        frozenset({INSIDE, FLAT}),
        {
            offers.offer: [
                lambda tr: offers.offer(WAITING, tr, offers.Offered.NEW),
                lambda tr: offers.offer(WAITING, tr, offers.Offered.STILL_WAITS),
                lambda tr: offers.offer(URGENT, tr, offers.Offered.CAME_BACK),
                lambda tr: offers.offer(
                    replace(WAITING, section=Section.APPEAL),
                    tr,
                    offers.Offered.NEW,
                    helped_before=True,
                ),
            ],
            offers.offered_below: [lambda tr: offers.offered_below(WAITING, tr)],
            offers.offer_now: [
                lambda tr: offers.offer_now(HELD, tr),
                lambda tr: offers.offer_now(WITHDRAWN, tr),
                lambda tr: offers.offer_now(HELD, tr, is_mine=True),
                lambda tr: offers.offer_now(WAITING, tr),
                lambda tr: offers.offer_now(CLOSED, tr),
            ],
        },
    ),
    Room(
        ban_letters,
        frozenset({INSIDE, FLAT}),
        {
            made: [partial(made, HELD)]
            for made in (
                ban_letters.ban_wish,
                ban_letters.ban_done,
                ban_letters.ban_refused,
                ban_letters.ban_refused_to_helper,
            )
        },
    ),
    Room(
        letters,
        frozenset({INSIDE, FLAT}),
        {
            letters.words: [
                partial(letters.words, HELD, Styled(WORDS), None, to=Side.TEAM),
                partial(letters.words, HELD, STYLED, None, to=Side.TEAM, changed=True),
                partial(
                    letters.words,
                    HELD,
                    Styled(f"{HIDDEN} {LONG}"),
                    None,
                    to=Side.TEAM,
                    changed=True,
                ),
                *(
                    partial(letters.words, HELD, STYLED, Voice("crane", part), to=Side.TEAM)
                    for part in Part
                ),
            ],
            letters.shown_case: [lambda tr: letters.shown_case(SHARED, tr)],
            letters.first_block: [
                lambda tr: letters.first_block(HELD, tr, threads=True),
                lambda tr: letters.first_block(FINNISH, tr, threads=False),
                lambda tr: letters.first_block(HELD, tr, threads=True, case=escape(WORDS)),
                lambda tr: letters.first_block(
                    replace(HELD, urgent=True, section=Section.APPEAL),
                    tr,
                    threads=True,
                    ours=["7" * 60] * 3,
                ),
                lambda tr: letters.first_block(PRACTICE, tr, threads=True),
            ],
            letters.earlier_answer: [
                lambda tr: letters.earlier_answer(HELD, Styled(WORDS), tr),
                lambda tr: letters.earlier_answer(HELD, STYLED, tr),
            ],
            letters.silent_to_helper: [lambda tr: letters.silent_to_helper(HELD, tr)],
            letters.settled: [lambda tr: letters.settled(HELD, tr)],
            letters.handed_back: [lambda tr: letters.handed_back(HELD, tr)],
            letters.shown_below: [lambda tr: letters.shown_below(HELD, tr)],
            letters.erased: [lambda tr: letters.erased(HELD, tr)],
            letters.given_back: [
                lambda tr: letters.given_back(WORDS, tr),
                lambda tr: letters.given_back("", tr),
            ],
            letters.own_words: [partial(letters.own_words, LONG)],
            letters.closed: [lambda tr: letters.closed(CLOSED, tr)],
            letters.taken_back: [lambda tr: letters.taken_back(HELD, tr)],
            letters.restored: [lambda tr: letters.restored(HELD, Side.TEAM, NOW, tr)],
        },
    ),
    Room(
        letters,
        frozenset({OUTSIDE, FLAT}),
        {
            letters.words: [
                *(
                    partial(
                        letters.words,
                        HELD,
                        STYLED,
                        Voice("crane", part),
                        to=Side.EMIGRE,
                        changed=True,
                    )
                    for part in Part
                ),
            ],
            letters.claimed: [lambda tr: letters.claimed(HELD, tr)],
            letters.written_first: [lambda tr: letters.written_first(CODE, HELD, tr)],
            letters.waits_again: [lambda tr: letters.waits_again(HELD, tr)],
            letters.ban_lifted: [letters.ban_lifted],
            letters.closed_for_good: [lambda tr: letters.closed_for_good(CLOSED, tr)],
            letters.restored: [lambda tr: letters.restored(DRAFT, Side.EMIGRE, NOW, tr)],
        },
    ),
)
