"""Numbers of days and hours as people type them."""

from datetime import time

import pytest

from bot.core.typed_numbers import read_days, read_hour


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("14", 14),
        (" 30 дней", 30),
        ("21 день", 21),
        ("7 päivää", 7),
        ("7pv", 7),
        ("14 vrk", 14),
        ("5 суток.", 5),
        ("0", 0),
        ("300", 300),
        ("двадцать дней", 20),
        ("двадцать", 20),
        ("Тридцать", 30),
        ("две недели", 14),
        ("2 недели", 14),
        ("14 päivää", 14),
        ("kaksi viikkoa", 14),
        ("kaksikymmentäyksi päivää", 21),
        ("neljätoista", 14),
    ],
)
def test_days_are_read_in_digits_and_words(typed: str, days: int) -> None:
    assert read_days(typed) == days


@pytest.mark.parametrize(
    "typed", ["много", "kaksi kuukautta", "14.3.", "недели", "-5", "14 или 30", "", "1 kk"]
)
def test_what_is_no_number_of_days_is_none(typed: str) -> None:
    assert read_days(typed) is None


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("9:00", time(9)),
        ("9.30", time(9, 30)),
        ("в 9", time(9)),
        ("klo 9", time(9)),
        ("klo 13.15", time(13, 15)),
        ("kello 8", time(8)),
        ("9", time(9)),
        ("09 05", time(9, 5)),
        ("в 10 утра", time(10)),
        ("в 2 часа дня", time(14)),
        ("12 дня", time(12)),
        ("klo 2 iltapäivällä", time(14)),
        ("8 aamulla", time(8)),
        ("14 часов", time(14)),
        ("0:30", time(0, 30)),
    ],
)
def test_hours_are_read(typed: str, hour: time) -> None:
    assert read_hour(typed) == hour


@pytest.mark.parametrize("typed", ["25:00", "9:75", "утром", "12.3.2026", "aamulla", "", "930"])
def test_what_is_no_hour_is_none(typed: str) -> None:
    assert read_hour(typed) is None
