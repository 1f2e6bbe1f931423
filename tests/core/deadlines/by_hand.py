"""The same deadlines counted a second time, with nothing of the program and no library.

Written from Act 150/1930, the Church Act's holy days and docs/deadlines.md alone, day by day, so
that a slip in the program or in the holidays library does not happen here as well.
"""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SERVICE = {"handed": 0, "receipt": 0, "letter": 7, "electronic": 3, "substitute": 3}
FIXED = {(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)}
FROM_EASTER = {-2, 0, 1, 39, 49}  # Good Friday, Easter, Easter Monday, Ascension, Whit Sunday


def easter(year: int) -> date:
    """Easter Sunday, by Gauss as Lichtenberg mended it."""
    a, k = year % 19, year // 100
    m = 15 + (3 * k + 3) // 4 - (8 * k + 13) // 25
    d = (19 * a + m) % 30
    r = (d + a // 11) // 29
    full_moon = 21 + d - r
    first_sunday = 7 - (year + year // 4 + 2 - (3 * k + 3) // 4) % 7
    return date(year, 3, 1) + timedelta(days=full_moon + 7 - (full_moon - first_sunday) % 7 - 1)


def rolls(day: date) -> bool:
    """Whether an act whose last day this is may be done on the next working day."""
    is_midsummer = day.month == 6 and (
        (day.isoweekday() == 5 and 19 <= day.day <= 25)
        or (day.isoweekday() == 6 and 20 <= day.day <= 26)
    )
    is_all_saints = day.isoweekday() == 6 and (
        (day.month == 10 and day.day == 31) or (day.month == 11 and day.day <= 6)
    )
    return (
        day.isoweekday() >= 6
        or (day.month, day.day) in FIXED
        or (day - easter(day.year)).days in FROM_EASTER
        or is_midsummer
        or is_all_saints
    )


def end_of(start: date, number: int, unit: str) -> date:
    """The last day of a period; the day of the event is not counted."""
    day = start
    if unit.startswith(("day", "week")):
        for _ in range(number * (7 if unit.startswith("week") else 1)):
            day += ONE_DAY
        return day
    year, month = start.year, start.month
    for _ in range(number * (12 if unit.startswith("year") else 1)):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number_of_day in range(start.day, 0, -1):
        try:
            return date(year, month, number_of_day)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


def by_hand(
    event: date, how: str, period: str, *, moves: bool, own: bool, early: int
) -> tuple[date, date]:
    """The last day by law and the safe day, of a `period` such as “30 days”.

    `moves`: by § 5. `own`: somebody's own act, so that there is a safe day; `early` days before.
    """
    start = event
    for _ in range(SERVICE[how]):
        start += ONE_DAY
    number, unit = period.split()
    reached = end_of(start, int(number), unit)
    last = reached
    while moves and rolls(last):
        last += ONE_DAY
    safe = reached
    for _ in range(early):
        safe -= ONE_DAY
    while own and rolls(safe):
        safe -= ONE_DAY
    return last, safe
