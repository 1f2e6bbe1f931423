"""Every screen and letter in both languages: Telegram takes it, each button leads somewhere."""

import html
import json
import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from bot.app import dispatcher_for
from bot.core.languages import Language
from bot.sandbox.arguments import Arguments
from bot.sandbox.html import parse_html
from bot.sandbox.keyboards import read_inline
from bot.sandbox.refusals import Refusal
from bot.ui.screen import LONGEST_TEXT, Screen
from tests.test_app import SETUPS, observers
from tests.ui.gallery import ROOMS, Picture, hung
from tests.ui.samples import PERSONAL

LONGEST_RAW = 32_768
"""Bytes, tags and all."""

CHECKS: dict[str, Callable[[Picture], None]] = {}


def each_picture(check: Callable[[Picture], None]) -> Callable[[Picture], None]:
    """Let a check look at every picture: a test for each of 13,000 would take minutes."""
    CHECKS[check.__name__] = check
    return check


def test_everything_that_draws_has_its_sample() -> None:
    drawing = {(room.module, name) for room in ROOMS for name in room.functions()}
    sampled = {(room.module, function.__name__) for room in ROOMS for function in room.samples}
    assert sampled == drawing


@each_picture
def telegram_takes_its_text(picture: Picture) -> None:
    text, _ = parse_html(picture.text)
    assert 0 < len(text.strip()) <= LONGEST_TEXT
    assert len(picture.text.encode()) <= LONGEST_RAW
    assert "{" not in text, "a place that nobody filled"


@each_picture
def no_sentence_ends_twice(picture: Picture) -> None:
    """A day may end in a full stop of its own: «1 декабря 2026 г.»."""
    text, _ = parse_html(picture.text)
    assert re.findall(r".{,20}(?<!\.)\.\.(?!\.)", text) == []


@each_picture
def it_begins_like_a_sentence(picture: Picture) -> None:
    """A role in the place of a name stands in small letters: no sentence may begin with one."""
    text, _ = parse_html(picture.text)
    assert not text.lstrip("❗ «”")[:1].islower()


@pytest.mark.parametrize("language", list(Language))
def test_one_thing_has_one_name(language: Language) -> None:
    """What people know as answers and duty is called nothing else anywhere (docs/glossary.md)."""
    texts = " ".join(picture.text for picture in hung(language))
    other = {"ru": r"[Сс]тать[ияею]", "fi": r"[Aa]rtikkel|[Pp]äivyst"}[language]
    assert re.findall(rf".{{,30}}(?:{other})", texts) == []


@each_picture
def telegram_takes_its_buttons(picture: Picture) -> None:
    keyboard = read_inline(
        Arguments({"reply_markup": json.dumps({"inline_keyboard": picture.keyboard})})
    )
    if keyboard:
        keyboard.check()
        keyboard.receive()


@each_picture
def a_question_before_it_can_carry_each_of_its_buttons(picture: Picture) -> None:
    """For consent, or whether a case may be shown: two letters and a sign come before it."""
    carried = [data for data in picture.callbacks if prefix(data) not in {"y", "ny", "cj"}]
    assert [data for data in carried if len(data.encode()) > 64 - len("ny|")] == []


@each_picture
def its_labels_are_plain_words(picture: Picture) -> None:
    """On a button a tag would be shown as it is written."""
    assert [
        label for label in picture.labels if html.unescape(label) != label or "<" in label
    ] == []


@each_picture
def its_buttons_carry_nothing_personal(picture: Picture) -> None:
    carried = " ".join(picture.callbacks)
    assert [value for value in PERSONAL if value in carried] == []


@cache
def handled(setup: str) -> frozenset[str]:
    """Return the prefixes of the buttons that lead somewhere in a set-up."""
    return frozenset(prefixes(setup))


def prefixes(setup: str) -> Iterator[str]:
    for _, observer in observers(dispatcher_for(**SETUPS[setup])):
        for handler in observer.handlers:
            for each in handler.filters or ():
                if data := getattr(each.callback, "callback_data", None):
                    yield data.__prefix__


def prefix(data: str) -> str:
    """Return what tells which button this is."""
    return re.split(r"[:|]", data)[0]


@each_picture
def its_buttons_lead_somewhere(picture: Picture) -> None:
    carried = {prefix(data) for data in picture.callbacks}
    for setup in picture.seen_at:
        assert carried <= handled(setup), setup


@each_picture
def it_has_a_way_home_or_back(picture: Picture) -> None:
    ways = {prefix(data) for data in picture.callbacks}
    is_screen = isinstance(picture.drawn, Screen)
    assert not is_screen or picture.is_home or ways & {"h", "hb", "r", "o", "k"}, (
        "home, or back to the request, or to one's own data"
    )


@pytest.mark.parametrize("check", CHECKS)
def test_of_every_picture(check: str) -> None:
    wrong = (
        (f"{language} {picture.name}", why_not(CHECKS[check], picture))
        for language in Language
        for picture in hung(language)
    )
    assert [f"{name}: {why}" for name, why in wrong if why] == []


def why_not(check: Callable[[Picture], None], picture: Picture) -> str | None:
    """Say why a check does not hold of a picture, if so."""
    try:
        check(picture)
    except (AssertionError, ValueError, Refusal) as error:
        return f"{error!r}"
    return None
