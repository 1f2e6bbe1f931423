"""Samples of what émigrés see of their questions: the draft, what was sent, all of them."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

from markupsafe import Markup

from bot.core.asking import ForWhom
from bot.core.outgoing import Side
from bot.core.requests import Doubt
from bot.core.sections import Section
from bot.core.telltale import WARNED
from bot.core.waits import Waits
from bot.emigre import addition_screens as additions
from bot.emigre import for_whom_screens as whom
from bot.emigre import own_screens as own
from bot.emigre import request_screens as one
from bot.emigre import screens as emigre
from bot.emigre import wordless
from bot.emigre.finding import screens as finding
from bot.emigre.hearing import Heard
from bot.relay.doubting import Told
from bot.relay.prospects import Prospects
from bot.relay.voices import Voice
from bot.ui.kinds import Becomes
from tests.ui.company_rooms import COMPANIONS
from tests.ui.rooms import FLAT, OUTSIDE, Room
from tests.ui.samples import (
    ANSWERED,
    ARTICLE,
    CLOSED,
    DRAFT,
    HELD,
    LATER,
    LONG,
    MESSAGE,
    SHARED,
    SHORT,
    WAITING,
    WITHDRAWN,
    WORDS,
    said,
)

FOR_OTHER: Final = replace(WAITING, for_whom=ForWhom.OTHER)
FREE: Final = finding.Asking(in_hand=[], may_ask=True)
BUSY: Final = finding.Asking(in_hand=[HELD], may_ask=True)
BLOCKED: Final = finding.Asking(in_hand=[], may_ask=False)

QUESTION_ROOMS: Final = (
    Room(
        additions,
        frozenset({OUTSIDE, FLAT}),
        {
            additions.addition_screen: [partial(additions.addition_screen, HELD, sorted(WARNED))],
            additions.change_screen: [
                partial(additions.change_screen, HELD, WORDS, sorted(WARNED))
            ],
        },
    ),
    Room(
        emigre,
        frozenset({OUTSIDE, FLAT}),
        {
            emigre.declined_screen: [
                lambda tr: emigre.declined_screen(tr, erased=True),
                lambda tr: emigre.declined_screen(tr, erased=False),
            ],
            emigre.ask_screen: [emigre.ask_screen],
            emigre.telltale_screen: [
                lambda tr: emigre.telltale_screen(sorted(WARNED), "0" * 16, tr),
            ],
            emigre.draft_screen: [
                lambda tr: emigre.draft_screen(DRAFT, [said(WORDS)], tr),
                lambda tr: emigre.draft_screen(replace(DRAFT, urgent=True), [said(WORDS)], tr),
                lambda tr: emigre.draft_screen(DRAFT, [said(WORDS)], tr, case=Markup("…")),
                lambda tr: emigre.draft_screen(
                    replace(DRAFT, shared=SHARED.shared), [said(WORDS)], tr, case=Markup("7")
                ),
                lambda tr: emigre.draft_screen(
                    replace(DRAFT, shared=SHARED.shared),
                    [said(WORDS)],
                    tr,
                    news=emigre.left_out_text(tr),
                    case=emigre.HIDDEN,
                ),
                lambda tr: emigre.draft_screen(DRAFT, [said(LONG)] * 20, tr, news=tr("Home")),
                lambda tr: emigre.draft_screen(
                    replace(DRAFT, section=Section.APPEAL, shared=SHARED.shared, urgent=True),
                    [said(WORDS)],
                    tr,
                    case=Markup("7"),
                    again=emigre.Again(CLOSED, yes=True),
                ),
                lambda tr: emigre.draft_screen(
                    DRAFT, [said(WORDS)], tr, again=emigre.Again(CLOSED, yes=False)
                ),
                lambda tr: emigre.draft_screen(
                    replace(DRAFT, for_whom=ForWhom.MINOR),
                    [said(WORDS)],
                    tr,
                    news=whom.kind_text(tr),
                    answers=[SHORT],
                ),
                lambda tr: emigre.draft_screen(DRAFT, [said(WORDS)], tr, heard=Heard(young=True)),
                lambda tr: finding.helped(
                    emigre.draft_screen(
                        replace(DRAFT, for_whom=ForWhom.MINOR, section=Section.APPEAL),
                        [said(WORDS)],
                        tr,
                        heard=Heard(danger=True, surely=True, despair=True),
                        answers=[SHORT],
                    ),
                    Heard(danger=True, despair=True, violence=True, steps="detention"),
                    tr,
                ),
                lambda tr: finding.helped(
                    emigre.draft_screen(
                        replace(DRAFT, for_whom=ForWhom.OTHER),
                        [said(LONG)],
                        tr,
                        heard=Heard(young=True),
                    ),
                    Heard(danger=True),
                    tr,
                ),
            ],
            emigre.draft_topics_screen: [emigre.draft_topics_screen],
            emigre.drop_screen: [partial(emigre.drop_screen, "7" * 16)],
        },
    ),
    Room(
        whom,
        frozenset({OUTSIDE, FLAT}),
        {
            whom.for_whom_screen: [whom.for_whom_screen],
        },
    ),
    Room(
        wordless,
        frozenset({OUTSIDE, FLAT}),
        {
            wordless.voice_receipt: [
                partial(wordless.voice_receipt, kind) for kind in (Becomes.VOICE, Becomes.VIDEO)
            ],
            wordless.paper_receipt: [partial(wordless.paper_receipt, [SHORT] * 2)],
        },
    ),
    Room(
        own,
        frozenset({OUTSIDE, FLAT}),
        {
            own.own_screen: [
                lambda tr: own.own_screen([], 0, tr, may_ask=True, full=False),
                lambda tr: own.own_screen(
                    [WAITING, HELD, ANSWERED, CLOSED] * 6, 1, tr, may_ask=True, full=True
                ),
            ],
            own.thread_screen: [
                lambda tr: own.thread_screen(own.Authors(HELD, {}, set()), [], 0, tr),
                lambda tr: own.thread_screen(
                    own.Authors(HELD, {}, set()), [said(WORDS), said(LONG)] * 3, 1, tr
                ),
                lambda tr: own.thread_screen(
                    own.Authors(HELD, {each.id: each for each in COMPANIONS}, {1}),
                    [
                        replace(said(WORDS), author=Side.TEAM),
                        *(
                            replace(said(WORDS), author=Side.TEAM, companion=each.id)
                            for each in COMPANIONS
                        ),
                    ],
                    0,
                    tr,
                ),
            ],
            own.doubts_screen: [
                lambda tr: own.doubts_screen(HELD, [], tr),
                lambda tr: own.doubts_screen(HELD, COMPANIONS, tr),
            ],
            own.doubts_of_screen: [lambda tr: own.doubts_of_screen(HELD, COMPANIONS[0], tr)],
            own.doubt_said_screen: [
                partial(own.doubt_said_screen, HELD, own.Doubted(doubt, told, others, companion))
                for doubt in Doubt
                for told, others, companion in (
                    (Told.NOW, [], None),
                    (Told.NOBODY, [own.Unwished(HELD), own.Unwished(ANSWERED)], None),
                    (Told.BEFORE, [own.Unwished(HELD, COMPANIONS[1])], COMPANIONS[0]),
                )
            ]
            + [
                partial(
                    own.doubt_said_screen,
                    HELD,
                    own.Doubted(Doubt.UNSAFE, Told.NOW, left=COMPANIONS),
                )
            ],
        },
    ),
    Room(
        one,
        frozenset({OUTSIDE, FLAT}),
        {
            one.urgent_now_screen: [
                lambda tr: one.urgent_now_screen(WAITING, tr, already=False),
                lambda tr: one.urgent_now_screen(WAITING, tr, already=True),
            ],
            one.sent_screen: [
                lambda tr: one.sent_screen(WAITING, [ARTICLE] * 2, Prospects(None, LATER), tr),
                *(
                    lambda tr, known=known: one.sent_screen(WAITING, [], Prospects(known, None), tr)
                    for known in (
                        Waits(None, None),
                        Waits(timedelta(hours=3), None),
                        Waits(timedelta(minutes=40), timedelta(days=2)),
                    )
                ),
            ],
            one.request_screen: [
                lambda tr: one.request_screen(WAITING, tr),
                lambda tr: one.request_screen(HELD, tr),
                lambda tr: one.request_screen(SHARED, tr, unwished=own.Unwished(SHARED)),
                lambda tr: one.request_screen(SHARED, tr, case=Markup("…")),
                lambda tr: one.request_screen(HELD, tr, companions=COMPANIONS),
                lambda tr: one.request_screen(ANSWERED, tr),
                lambda tr: one.request_screen(FOR_OTHER, tr, may_share=True),
                lambda tr: one.request_screen(replace(SHARED, for_whom=ForWhom.MINOR), tr),
                lambda tr: one.request_screen(CLOSED, tr),
                lambda tr: one.request_screen(CLOSED, tr, may_ask=False),
                lambda tr: one.request_screen(WITHDRAWN, tr),
                lambda tr: one.request_screen(WITHDRAWN, tr, unsent=True),
            ],
            one.offer_case_screen: [
                lambda tr: one.offer_case_screen(HELD, Markup("…"), "7" * 16, tr),
            ],
            one.still_open_screen: [lambda tr: one.still_open_screen(ANSWERED, tr)],
            one.reopened_screen: [
                lambda tr: one.reopened_screen(WAITING, tr),
                lambda tr: one.reopened_screen(HELD, tr),
            ],
            one.close_screen: [
                lambda tr: one.close_screen(HELD, tr),
                lambda tr: one.close_screen(WAITING, tr),
                lambda tr: one.close_screen(CLOSED, tr),
            ],
            one.no_command: [partial(one.no_command, "/7")],
            one.receipt: [
                lambda tr: one.receipt(WAITING, [], MESSAGE, tr),
                lambda tr: one.receipt(HELD, [Voice("wren")], MESSAGE, tr),
            ],
        },
    ),
)
