"""Broadcasts: what fits, what is missing, whose yes is needed, which numbers may be told."""

import pytest

from bot.core.broadcasts import (
    LONGEST_BROADCAST,
    BroadcastState,
    Segment,
    Yes,
    is_moving,
    is_telling,
    missing,
    too_many,
    yes_needed,
)
from bot.core.languages import Language

RU, FI = Language.RUSSIAN, Language.FINNISH


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
    ("segment", "recipients", "alone", "needed"),
    [
        (Segment.EMIGRES, 500, False, Yes.ANOTHERS),
        (Segment.EMIGRES, 500, True, Yes.NOBODYS),
        (Segment.EMIGRES, 4, False, Yes.ANOTHERS),
        (Segment.EMIGRES, 4, True, Yes.IMPOSSIBLE),
        (Segment.TEAM, 4, True, Yes.NOBODYS),
        (Segment.TEAM, 4, False, Yes.ANOTHERS),
    ],
)
def test_whose_yes_is_needed(
    segment: Segment, recipients: int, needed: Yes, *, alone: bool
) -> None:
    assert yes_needed(segment, recipients, alone=alone) is needed


@pytest.mark.parametrize(("number", "telling"), [(0, True), (1, False), (4, False), (5, True)])
def test_small_numbers_of_emigres_are_told_to_nobody(number: int, *, telling: bool) -> None:
    assert is_telling(Segment.EMIGRES, number) is telling
    assert is_telling(Segment.TEAM, number)


@pytest.mark.parametrize(
    ("state", "sending", "moves"),
    [
        (BroadcastState.GOING, 0, True),
        (BroadcastState.STOPPED, 1, True),
        (BroadcastState.STOPPED, 0, False),
        (BroadcastState.DONE, 0, False),
    ],
)
def test_a_stopped_one_moves_until_the_last_copies_are_there(
    state: BroadcastState, sending: int, *, moves: bool
) -> None:
    assert is_moving(state, sending=sending) is moves
