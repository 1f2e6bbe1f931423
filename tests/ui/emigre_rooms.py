"""Samples of every screen that émigrés see."""

from dataclasses import replace
from functools import partial
from typing import Final

from bot.content.check import MOST_LINKS
from bot.content.glossary import Matter
from bot.content.guides import guide
from bot.content.plaintext import as_text
from bot.core.languages import other_than
from bot.core.people import Role
from bot.core.sections import Section
from bot.emigre import screens as emigre
from bot.emigre.figures import screens as numbers
from bot.emigre.finding import screens as finding
from bot.emigre.glossary import screens as words
from bot.emigre.guide import screens as walking
from bot.emigre.hearing import Heard
from bot.emigre.reading import screens as reading
from bot.emigre.taking import screens as taking
from bot.privacy import screens as privacy
from bot.ui import consent, languages, welcome
from bot.ui.screen import Screen
from bot.ui.texts import answer_footer
from bot.ui.words import Translator, translator
from tests.ui.rooms import FLAT, INSIDE, OUTSIDE, Room
from tests.ui.samples import (
    ABOUT_REMOVAL,
    AFTER,
    ALL_KEPT,
    ANSWERED,
    ARTICLE,
    BEFORE,
    CHILDS,
    CLOSED,
    CODE,
    COUNTED,
    DRAFT,
    EMPTY,
    FIGURES,
    HELD,
    KEPT,
    MINE,
    SHORT,
    TERM,
    TRANSLATED,
    UNSEEN,
    UNSURE,
    WAITING,
)

FREE: Final = finding.Asking(in_hand=[], may_ask=True)
BUSY: Final = finding.Asking(in_hand=[HELD], may_ask=True)
BUSIEST: Final = finding.Asking(in_hand=[ABOUT_REMOVAL, HELD, WAITING, DRAFT], may_ask=True)
BLOCKED: Final = finding.Asking(in_hand=[], may_ask=False)


def in_other(number: int, tr: Translator) -> Screen:
    """Return a part of an answer as it is read in the other language."""
    other = translator(other_than(tr.language))
    shown = reading.article_screen(ARTICLE, [SHORT] * 2, BEFORE, other)
    return taking.in_other_screen(ARTICLE, number, shown, tr, other=other)


EMIGRE_ROOMS: Final = (
    Room(
        emigre,
        frozenset({OUTSIDE, FLAT}),
        {
            emigre.home_screen: [
                lambda tr: emigre.home_screen(EMPTY, tr),
                lambda tr: emigre.home_screen(CHILDS, tr),
                lambda tr: emigre.home_screen(EMPTY, tr, typed=True),
                lambda tr: emigre.home_screen(replace(MINE, in_hand=[WAITING, HELD, DRAFT]), tr),
                lambda tr: emigre.home_screen(replace(MINE, may_ask=False), tr),
                lambda tr: emigre.home_screen(replace(MINE, in_hand=[ANSWERED]), tr, typed=True),
                lambda tr: emigre.home_screen(replace(MINE, in_hand=[DRAFT]), tr),
                lambda tr: emigre.home_screen(replace(MINE, in_hand=[DRAFT]), tr, typed=True),
                lambda tr: emigre.home_screen(EMPTY, tr, typed=True, closed=CLOSED),
                lambda tr: emigre.home_screen(
                    replace(MINE, in_hand=[ABOUT_REMOVAL, WAITING, DRAFT]), tr, typed=True
                ),
            ],
        },
        is_home=True,
    ),
    Room(
        walking,
        frozenset({OUTSIDE, FLAT}),
        {
            walking.step_screen: [
                partial(walking.step_screen, guide(), name) for name in guide().steps
            ],
            walking.outcome_screen: [
                partial(walking.outcome_screen, walking.Ending(guide(), *ending))
                for ending in [
                    *((name, [ARTICLE] * 4, None, BEFORE) for name in guide().outcomes),
                    ("refused", [ARTICLE] * 4, BEFORE, AFTER),
                ]
            ],
        },
    ),
    Room(
        privacy,
        frozenset({OUTSIDE, INSIDE, FLAT}),
        {
            privacy.kept_screen: [
                lambda tr: privacy.kept_screen(KEPT, tr),
                lambda tr: privacy.kept_screen(ALL_KEPT, tr),
                partial(privacy.kept_screen, ALL_KEPT, hides_case=True),
            ],
            privacy.why_screen: [
                partial(privacy.why_screen, is_member=False),
                partial(privacy.why_screen, is_member=True),
            ],
            privacy.offer_screen: [privacy.offer_screen],
            privacy.copied_screen: [privacy.copied_screen],
            privacy.erase_screen: [
                lambda tr: privacy.erase_screen([], tr, is_member=False, is_last=False),
                lambda tr: privacy.erase_screen(
                    [HELD, WAITING], tr, is_member=True, is_last=True, ahead=None
                ),
                lambda tr: privacy.erase_screen([], tr, is_member=False, is_last=False, ahead=2),
            ],
        },
    ),
    Room(
        privacy,
        frozenset({OUTSIDE, INSIDE, FLAT}),
        {
            privacy.erased_screen: [
                lambda tr: privacy.erased_screen(AFTER, tr, is_banned=False),
                lambda tr: privacy.erased_screen(AFTER, tr, is_banned=True),
            ]
        },
        is_home=True,
    ),
    Room(
        taking,
        frozenset({OUTSIDE, FLAT}),
        {
            taking.uses_screen: [
                partial(taking.uses_screen, ARTICLE, is_kept=False, may_tell=True),
                partial(taking.uses_screen, ARTICLE, is_kept=True, may_tell=False),
            ],
            taking.text_screen: [
                lambda tr: taking.text_screen(
                    ARTICLE, as_text(ARTICLE, answer_footer(ARTICLE, BEFORE, tr)), tr
                ),
            ],
            taking.file_screen: [partial(taking.file_screen, ARTICLE)],
            taking.in_other_screen: [
                partial(in_other, 0),
                partial(in_other, len(ARTICLE.parts)),
            ],
            taking.kept_screen: [
                partial(taking.kept_screen, [], 0),
                partial(taking.kept_screen, [ARTICLE] * 20, 1),
            ],
            taking.what_is_wrong_screen: [partial(taking.what_is_wrong_screen, ARTICLE)],
            taking.told_screen: [
                partial(taking.told_screen, ARTICLE, asks=True),
                partial(taking.told_screen, ARTICLE, asks=False),
            ],
        },
    ),
    Room(
        finding,
        frozenset({OUTSIDE, FLAT}),
        {
            finding.answer_screen: [
                lambda tr: finding.answer_screen(
                    reading.article_screen(ARTICLE, [SHORT] * 2, BEFORE, tr), [SHORT] * 2, tr
                ),
                lambda tr: finding.answer_screen(
                    reading.article_screen(SHORT, [], AFTER, tr), [], tr
                ),
                lambda tr: finding.answer_screen(
                    reading.article_screen(SHORT, [], AFTER, tr), [SHORT], tr, term=TERM
                ),
            ],
            finding.choice_screen: [
                partial(finding.choice_screen, [ARTICLE, SHORT, SHORT], None, FREE),
                partial(finding.choice_screen, [ARTICLE] * 3, "7" * 60, BUSY),
                partial(finding.choice_screen, [ARTICLE] * 3, None, BUSIEST),
            ],
            finding.terms_screen: [
                partial(finding.terms_screen, [TERM], [SHORT] * 3, FREE),
                partial(finding.terms_screen, [TERM, UNSEEN, UNSURE], [SHORT] * 3, BUSY),
                partial(finding.terms_screen, [UNSEEN], [], BLOCKED),
            ],
            finding.unknown_screen: [
                partial(finding.unknown_screen, None, FREE),
                partial(finding.unknown_screen, "7" * 60, BLOCKED),
            ],
            finding.release_screen: [partial(finding.release_screen, FREE)],
            finding.released_screen: [partial(finding.released_screen, FREE)],
            finding.foreign_screen: [partial(finding.foreign_screen, "7" * 160, BUSY)],
            finding.talk_screen: [
                partial(finding.talk_screen, FREE),
                lambda tr: finding.helped(finding.talk_screen(FREE, tr), Heard(danger=True), tr),
            ],
            finding.emergency_screen: [
                partial(finding.emergency_screen, [SHORT] * 4, FREE),
                partial(finding.emergency_screen, [SHORT] * 4, BUSY),
                partial(finding.emergency_screen, [SHORT] * 4, BLOCKED),
                lambda tr: finding.emergency_screen([SHORT] * 3, FREE, tr, term=TERM),
                lambda tr: finding.emergency_screen(
                    [SHORT] * 4, FREE, tr, heard=Heard(despair=True, violence=True)
                ),
            ],
        },
    ),
    Room(
        reading,
        frozenset({OUTSIDE, FLAT}),
        {
            reading.sections_screen: [lambda tr: reading.sections_screen(list(Section), tr)],
            reading.section_screen: [
                lambda tr: reading.section_screen(Section.APPEAL, [ARTICLE] * 13, tr)
            ],
            reading.article_screen: [
                lambda tr: reading.article_screen(ARTICLE, [SHORT] * MOST_LINKS, BEFORE, tr),
                lambda tr: reading.article_screen(ARTICLE, [SHORT] * 2, AFTER, tr),
                lambda tr: reading.article_screen(ARTICLE, [], AFTER, tr),
                lambda tr: reading.article_screen(SHORT, [], BEFORE, tr),
            ],
            reading.part_screen: [
                lambda tr: reading.part_screen(ARTICLE, 1, [SHORT] * 2, tr),
                lambda tr: reading.part_screen(ARTICLE, 6, [SHORT] * 3, tr),
            ],
            reading.parts_screen: [
                lambda tr: reading.parts_screen(ARTICLE, tr),
                lambda tr: reading.parts_screen(ARTICLE, tr, has_terms=True),
            ],
            reading.related_screen: [
                lambda tr: reading.related_screen(ARTICLE, [SHORT] * MOST_LINKS, tr)
            ],
            reading.sources_screen: [
                lambda tr: reading.sources_screen(ARTICLE, 0, tr),
                lambda tr: reading.sources_screen(ARTICLE, 1, tr),
                lambda tr: reading.sources_screen(ARTICLE, 9, tr),
                lambda tr: reading.sources_screen(SHORT, 0, tr),
                lambda tr: reading.sources_screen(SHORT, 1, tr, has_terms=True),
            ],
            reading.urgent_screen: [lambda tr: reading.urgent_screen([ARTICLE] * 4, tr)],
        },
    ),
    Room(
        words,
        frozenset({OUTSIDE, FLAT}),
        {
            words.matters_screen: [words.matters_screen],
            words.matter_screen: [
                lambda tr: words.matter_screen(Matter.PAPERS, [TERM, UNSEEN] * 10, 0, tr),
                lambda tr: words.matter_screen(Matter.PAPERS, [TERM, UNSEEN] * 10, 1, tr),
            ],
            words.terms_of_screen: [
                lambda tr: words.terms_of_screen(ARTICLE, [TERM], 0, tr),
                lambda tr: words.terms_of_screen(ARTICLE, [TERM, UNSURE] * 10, 2, tr),
            ],
            words.term_screen: [
                lambda tr: words.term_screen(TERM, [SHORT] * 2, 0, tr),
                lambda tr: words.term_screen(TRANSLATED, [SHORT] * 3, 1, tr),
                lambda tr: words.term_screen(UNSEEN, [], 0, tr),
                lambda tr: words.term_screen(UNSURE, [], 0, tr),
            ],
            words.using_screen: [lambda tr: words.using_screen(TERM, [ARTICLE] * 9, tr)],
        },
    ),
    Room(
        numbers,
        frozenset({OUTSIDE, FLAT}),
        {
            numbers.numbers_screen: [
                partial(numbers.numbers_screen, FIGURES, COUNTED, BEFORE),
                partial(numbers.numbers_screen, FIGURES, COUNTED, AFTER),
            ],
            numbers.picture_letter: [partial(numbers.picture_letter, FIGURES)],
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
                lambda tr: welcome.welcome_screen(tr, welcome.First.OTHER),
            ],
        },
    ),
    Room(
        welcome,
        frozenset({OUTSIDE, INSIDE, FLAT}),
        {
            welcome.dead_link_screen: [welcome.dead_link_screen],
            welcome.suspended_screen: [
                welcome.suspended_screen,
                lambda tr: welcome.suspended_screen(tr, by_link=True),
            ],
        },
    ),
    Room(
        consent,
        frozenset({OUTSIDE, FLAT}),
        {
            consent.consent_screen: [
                lambda tr: consent.consent_screen(tr, then="a", words_wait=False),
                lambda tr: consent.consent_screen(tr, then="", words_wait=True),
                lambda tr: consent.consent_screen(tr, then="", words_wait=True, danger=True),
            ],
        },
    ),
    Room(
        welcome,
        frozenset({INSIDE, FLAT}),
        {
            welcome.team_welcome_screen: [
                *(
                    partial(welcome.team_welcome_screen, role=role)
                    for role in (Role.VOLUNTEER, Role.COORDINATOR)
                ),
                lambda tr: welcome.team_welcome_screen(tr, Role.VOLUNTEER, own=CODE),
            ]
        },
    ),
)
