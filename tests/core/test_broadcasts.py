"""Broadcasts: what fits, what is missing, whose yes is needed, which numbers may be told."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.broadcasts import (
    LONGEST_BROADCAST,
    YES_LIFE,
    Segment,
    Yes,
    may_say_yes,
    missing,
    told,
    too_many,
    yes_needed,
)
from bot.core.languages import Language
from bot.core.people import PersonId

RU, FI = Language.RUSSIAN, Language.FINNISH
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
AUTHOR, OTHER = PersonId(1), PersonId(2)


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("а" * LONGEST_BROADCAST, 0),
        ("а" * (LONGEST_BROADCAST + 7), 7),
        ("🏠" * (LONGEST_BROADCAST // 2), 0),
        ("🏠" * (LONGEST_BROADCAST // 2 + 1), 2),
    ],
)
def test_letters_are_counted_as_telegram_does(text: str, over: int) -> None:
    assert too_many(text) == over


@pytest.mark.parametrize(
    ("segment", "texts", "lacks"),
    [
        (Segment.EMIGRES, {}, RU),
        (Segment.EMIGRES, {RU: "да"}, FI),
        (Segment.TEAM, {RU: "да", FI: "joo"}, None),
        (Segment.RUSSIAN, {RU: "да"}, None),
        (Segment.FINNISH, {RU: "да"}, FI),
        (Segment.EMIGRES, {RU: "да", FI: "x" * (LONGEST_BROADCAST + 1)}, FI),
    ],
)
def test_it_is_complete_in_each_language_that_its_people_read(
    segment: Segment, texts: dict[Language, str], lacks: Language | None
) -> None:
    assert missing(segment, texts) is lacks


@pytest.mark.parametrize(
    ("segment", "recipients", "coordinators", "needed"),
    [
        (Segment.EMIGRES, 500, 2, Yes.ANOTHERS),
        (Segment.EMIGRES, 500, 1, Yes.NOBODYS),
        (Segment.EMIGRES, 4, 2, Yes.ANOTHERS),
        (Segment.EMIGRES, 4, 1, Yes.IMPOSSIBLE),
        (Segment.TEAM, 4, 1, Yes.NOBODYS),
        (Segment.TEAM, 4, 2, Yes.ANOTHERS),
    ],
)
def test_whose_yes_is_needed(
    segment: Segment, recipients: int, coordinators: int, needed: Yes
) -> None:
    assert yes_needed(segment, recipients, coordinators) is needed


@pytest.mark.parametrize(
    ("author", "other", "after", "may"),
    [
        (AUTHOR, OTHER, timedelta(), True),
        (AUTHOR, OTHER, YES_LIFE - timedelta(seconds=1), True),
        (AUTHOR, OTHER, YES_LIFE, False),
        (AUTHOR, AUTHOR, timedelta(), False),
        (None, OTHER, timedelta(), False),
        (AUTHOR, OTHER, -timedelta(seconds=1), False),
    ],
)
def test_who_may_say_yes_and_when(
    author: PersonId | None, other: PersonId, after: timedelta, *, may: bool
) -> None:
    assert may_say_yes(author=author, other=other, asked_at=NOW, now=NOW + after) is may


def test_nobody_says_yes_unasked() -> None:
    assert not may_say_yes(author=AUTHOR, other=OTHER, asked_at=None, now=NOW)


def test_small_numbers_of_emigres_are_told_to_nobody() -> None:
    assert told(Segment.EMIGRES, [0, 1, 4, 5]) == [0, None, None, 5]
    assert told(Segment.TEAM, [0, 1, 4, 5]) == [0, 1, 4, 5]
