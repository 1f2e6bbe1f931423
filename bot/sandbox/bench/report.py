"""What was measured, beside what we want: as a table for people, as JSON for scripts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from operator import sub, truediv
from statistics import median
from typing import Final

import orjson

from bot.sandbox.bench.commands import Timed
from bot.sandbox.bench.desk import Desk
from bot.sandbox.bench.mailing import Mailing
from bot.sandbox.bench.reminding import Reminding
from bot.sandbox.bench.visit import Visit

Pair = tuple[Visit, Visit]
"""Majakka's and the bare bot's visit, one right after the other."""

SECONDS_OF_A_COMMAND: Final = 1.0
COPIES_PER_SECOND: Final = 200.0
MILLISECONDS_A_DEADLINE: Final = 1.0
SECONDS_A_TICK: Final = 1.0
MEGABYTES_GROWN: Final = 1.0
TIMES_AS_LONG: Final = 3.0
SECONDS_OF_A_LINE: Final = 2.0
TO_THE_WHOLE: Final = 100
"""Figures from here on are shown without decimals."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What is measured without the bare bot, which has nothing of the kind."""

    milliseconds_a_deadline: float
    reminding: Reminding
    flat: Desk
    """At Telegram's pace, with one bot."""
    topics: Desk
    """At Telegram's pace, with two bots, and a thread for each request."""


def own(majakka: float, bare: float) -> float:  # noqa: ARG001 - as the others compare
    """Hold Majakka's own figure against the goal; the bare bot's only stands beside it."""
    return majakka


@dataclass(frozen=True, slots=True)
class _Compared:
    """A field of `Visit` that is measured for both bots."""

    name: str
    title: str
    how: Callable[[float, float], float]
    goal: float | None = None
    at_least: bool = False
    of: str | None = None
    """The field, if it is not the name."""

    def values(self, pair: Pair) -> tuple[float, float]:
        """Return what was measured in a pair of visits."""
        majakka, bare = pair
        field = self.of or self.name
        return getattr(majakka, field), getattr(bare, field)


COMPARED: Final = (
    _Compared(
        "taps_per_second", "taps a second (ratio; 0.6 is the least)", truediv, 0.8, at_least=True
    ),
    _Compared("p95", "95 of 100 taps within, s (ratio)", truediv, 1.2),
    _Compared("first_answer", "first answer after the start, s (more)", sub, 2.0),
    _Compared("megabytes", "memory after 1,000 taps, MB (more)", sub, 80.0),
    _Compared(
        "lines_per_second",
        "lines relayed a second (ratio; 0.5 is good)",
        truediv,
        0.3,
        at_least=True,
    ),
    _Compared(
        "relayed_per_second",
        "lines relayed a second (150 is the least)",
        own,
        200.0,
        at_least=True,
        of="lines_per_second",
    ),
    _Compared("relay_p50_ms", "5 writing: half of the lines within, ms", own, 40.0),
    _Compared("relay_p95_ms", "5 writing: 95 of 100 lines within, ms", own),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the report."""

    name: str
    title: str
    majakka: float
    bare: float | None
    measured: float
    """What is held against the goal: a ratio, a difference, or Majakka's own figure."""
    goal: float | None
    """None: it is told beside the others."""
    at_least: bool = False
    """The goal is the least, not the most."""
    pairs: tuple[float, ...] = ()
    """`measured` in each pair; it is their median."""

    @property
    def met(self) -> bool:
        """Whether the goal is reached, if there is one."""
        if self.goal is None:
            return True
        return self.measured >= self.goal if self.at_least else self.measured <= self.goal


def figures(
    pairs: Sequence[Pair],
    mailings: Sequence[Mailing],
    commands: Sequence[Timed],
    alone: Alone,
) -> Iterator[Figure]:
    """Yield all figures."""
    for compared in COMPARED:
        values = [compared.values(pair) for pair in pairs]
        each = tuple(compared.how(*pair) for pair in values)
        yield Figure(
            compared.name,
            compared.title,
            majakka=median(majakka for majakka, _ in values),
            bare=median(bare for _, bare in values),
            measured=median(each),
            goal=compared.goal,
            at_least=compared.at_least,
            pairs=each,
        )
    yield _of_mailings(
        "copies_per_second",
        "copies of a broadcast a second",
        [mailing.copies_per_second for mailing in mailings],
        goal=COPIES_PER_SECOND,
        at_least=True,
    )
    yield _of_mailings(
        "p95_during",
        "taps beside it: 95 of 100 within (times as long)",
        [mailing.p95_during / mailing.p95_without for mailing in mailings],
        goal=TIMES_AS_LONG,
        at_least=False,
    )
    for timed in commands:
        title = f"majakka {timed.command}, s"
        yield _alone(f"majakka {timed.command}", title, timed.seconds, SECONDS_OF_A_COMMAND)
    importing = sum(timed.imports_aiogram for timed in commands)
    yield _alone("importing_aiogram", "of these commands, import aiogram", importing, 0)
    title = "counting what is due after a paper, ms"
    yield _alone("deadline_ms", title, alone.milliseconds_a_deadline, MILLISECONDS_A_DEADLINE)
    scan = alone.reminding
    yield _alone("dates_idle", "a minute over all dates, none due, s", scan.idle, SECONDS_A_TICK)
    yield _alone("dates_busy", "a portion of reminders, s", scan.busy, SECONDS_A_TICK)
    title = "memory grown over all portions, MB"
    yield _alone("dates_megabytes", title, scan.megabytes, MEGABYTES_GROWN)
    yield from _of_desk("flat", alone.flat)
    yield from _of_desk("topics", alone.topics)


def _of_desk(how: str, desk: Desk) -> Iterator[Figure]:
    """Yield what is told of a desk at Telegram's pace."""
    title = f"at Telegram's pace, {how}"
    yield _alone(f"{how}_p50", f"{title}: half of the lines, s", desk.p50)
    yield _alone(f"{how}_p95", f"{title}: 95 of 100 lines, s", desk.p95, SECONDS_OF_A_LINE)
    yield _alone(f"{how}_longest", f"{title}: the longest, s", desk.longest)
    yield _alone(f"{how}_refused", f"{title}: refused (429)", desk.refused, 0)
    yield _alone(f"{how}_copies", f"{title}: copies a second", desk.copies_per_second)


def _alone(name: str, title: str, measured: float, goal: float | None = None) -> Figure:
    """Return a figure that nothing is held beside."""
    return Figure(name, title, measured, None, measured, goal)


def _of_mailings(
    name: str, title: str, values: Sequence[float], *, goal: float, at_least: bool
) -> Figure:
    """Return a figure of broadcasts, which a bare bot has none of."""
    middle = median(values)
    return Figure(name, title, middle, None, middle, goal, at_least, tuple(values))


def as_json(pairs: Iterable[Pair], found: Iterable[Figure]) -> str:
    """Return everything, in a shape that scripts may rely on."""
    report = {
        "figures": [{**asdict(figure), "met": figure.met} for figure in found],
        "visits": [{"majakka": majakka, "bare": bare} for majakka, bare in pairs],
    }
    return orjson.dumps(report, option=orjson.OPT_INDENT_2).decode()


def as_table(found: Iterable[Figure]) -> str:
    """Return a table, one figure a line."""
    head = _line("", "Majakka", "bare bot", "measured", "goal", "met")
    return "\n".join([head, *map(_row, found)])


def _row(figure: Figure) -> str:
    spread = f" ({min(figure.pairs):.2f} … {max(figure.pairs):.2f})" if figure.pairs else ""
    return _line(
        figure.title,
        _short(figure.majakka),
        "" if figure.bare is None else _short(figure.bare),
        f"{figure.measured:.2f}{spread}",
        *_verdict(figure),
    )


def _verdict(figure: Figure) -> tuple[str, str]:
    if figure.goal is None:
        return "", ""
    sign = "≥" if figure.at_least else "≤"
    return f"{sign} {figure.goal:g}", "yes" if figure.met else "no"


def _line(*cells: str) -> str:
    return "{:48} {:>8} {:>8}   {:23} {:6} {}".format(*cells)


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= TO_THE_WHOLE else f"{number:.3g}"
