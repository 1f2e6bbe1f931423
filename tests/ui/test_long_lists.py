"""More questions than a phone shows, or Telegram takes as buttons: the longest waiting first."""

from dataclasses import replace

from bot.core.languages import Language
from bot.desk.screens import MOST_LISTED, Desk, home_screen, waiting_screen, which_screen
from bot.store.requests import Queued
from bot.ui.words import translator
from tests.ui.samples import HELD, KAISA, LATER, NOW, WAITING

MANY = 101
WAIT = [Queued(replace(WAITING, code=f"A{number:04}"), NOW) for number in range(MANY)]
MINE = [replace(HELD, code=f"A{number:04}") for number in range(MANY)]


def test_the_longest_waiting_are_shown_and_how_many_there_are() -> None:
    for language in Language:
        screen = waiting_screen(WAIT, translator(language), now=LATER)
        taking = [row[0]["text"] for row in screen.keyboard()][:-1]
        codes = [queued.request.code for queued in WAIT[:MOST_LISTED]]
        assert [text.split(" ")[1] for text in taking] == codes
        assert f"{MOST_LISTED}" in screen.text
        assert f"{MANY}" in screen.text


def test_a_short_list_says_nothing_of_a_longer_one() -> None:
    screen = waiting_screen(WAIT[:MOST_LISTED], translator(Language.RUSSIAN), now=LATER)
    assert f"{MOST_LISTED}" not in screen.text
    assert len(screen.keyboard()) == MOST_LISTED + 1


def test_home_and_the_question_for_which_stay_within_a_phone() -> None:
    tr = translator(Language.FINNISH)
    desk = Desk(me=KAISA, held=MINE, waiting=MANY, own=None, lost=0, unread=0)
    home = home_screen(desk, tr, may_ask=True)
    assert f"Sinulla on hoidettavana {MANY} kysymystä." in home.text
    for screen in (home, which_screen(MINE, None, tr)):
        assert len(screen.keyboard()) < MOST_LISTED + 7
