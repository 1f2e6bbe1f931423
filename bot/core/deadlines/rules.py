"""The rules as data: rules.toml and service.toml beside this file, which lawyers correct."""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, model_validator
from pydantic.dataclasses import dataclass

LONGEST_ON_ITS_WAY: Final = timedelta(days=90)
"""A decision that is served this long after earlier law ended was made under the later one."""
_DATA: Final = ConfigDict(extra="forbid")
_HERE: Final = Path(__file__).parent
_LENGTH: Final = re.compile(r"(\d+) (day|week|month|year)s?")
_APPLYING: Final = ("arrival", "application", "registration", "lodging")
"""In this order, each of `Start` or `Decides`; all else in a case comes after them."""
_DAYS_IN: Final = {"day": 1, "week": 7, "month": 28, "year": 365}
"""At least so many days; only to say of two lengths which is shorter."""


class Certainty(StrEnum):
    """How sure a rule is, the surest first."""

    CONFIRMED = "confirmed"
    KNOWN = "known"
    UNSURE = "unsure"


class Whose(StrEnum):
    """Whose act a time limit is for."""

    OWN = "own"
    AUTHORITY = "authority"
    """The authority's limit: never shown as a person's deadline."""
    WAIT = "wait"
    """From its end on somebody may do something."""
    LASTS = "lasts"
    """How long something holds."""
    NOTHING = "nothing"
    """No act is open, unless the person's own paper says so."""


class Act(StrEnum):
    """What somebody does by a rule. Rules of one act are one thing to do, whatever their length."""

    APPEAL = "appeal"
    """To an administrative court."""
    TRANSFER = "transfer"
    """An appeal against a transfer to another state."""
    LEAVE = "leave"
    """An application to the Supreme Administrative Court for leave to appeal."""
    SUPPLEMENT = "supplement"
    STAY = "stay"
    FAMILY = "family"
    RECORD = "record"
    """Corrections to an interview record."""
    EXTEND = "extend"
    """An application for the next permit."""
    RELEASE = "release"
    """A request to a court to end a detention."""
    AS_NAMED = "as_named"
    """Whatever the person's own paper names."""


class Start(StrEnum):
    """The event whose day is day 0."""

    SERVICE = "service"
    ACCEPTANCE = "acceptance"
    APPLICATION = "application"
    ARRIVAL = "arrival"
    COURT_DECISION = "court_decision"
    """Of a court on a detention; before the first one, the detention itself."""
    DETENTION = "detention"
    ENFORCEABLE = "enforceable"
    EXPIRY = "expiry"
    INTERVIEW = "interview"
    LAST_CONTACT = "last_contact"
    LEARNED = "learned"
    LODGING = "lodging"
    MISSED_DAY = "missed_day"
    MOVE = "move"
    OBSTACLE_ENDED = "obstacle_ended"
    PERMIT = "permit"
    POLICE_NOTICE = "police_notice"
    REGISTRATION = "registration"


class Decides(StrEnum):
    """What the first and last day of a rule's force look at."""

    DECISION = "decision"
    LODGING = "lodging"
    REGISTRATION = "registration"
    APPLICATION = "application"
    """For asylum, before it is registered."""
    EVENT = "event"
    """The event that starts the rule."""
    ACT = "act"
    """What one may do once it has waited for: a later application."""


class Force(StrEnum):
    """Whether a rule holds, as far as the one day tells that is known."""

    HOLDS = "holds"
    DEPENDS = "depends"
    """On a day that is not known."""
    NEVER = "never"


class Printed(StrEnum):
    """Where a paper prints how long a period is."""

    INSTRUCTIONS = "instructions"
    """In the appeal instructions of a decision: it is the appeal's."""
    ITSELF = "itself"


class Unit(StrEnum):
    """In what a period is counted (Act 150/1930 §§ 2–3)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Service(StrEnum):
    """How a paper reaches somebody, by the event whose day is asked for."""

    HANDED = "handed"
    LETTER = "letter"
    ELECTRONIC = "electronic"
    RECEIPT = "receipt"
    SUBSTITUTE = "substitute"
    UNKNOWN = "unknown"
    """Nobody knows: the earliest day that may count is asked for, and is day 0."""


@dataclass(frozen=True, config=_DATA)
class Length:
    """A period: so many calendar days, weeks, months or years."""

    number: int
    unit: Unit

    def __str__(self) -> str:
        """Return it as the data have it: “30 days”."""
        return f"{self.number} {self.unit.value}" + ("" if self.number == 1 else "s")

    @property
    def least_days(self) -> int:
        """Return how many days it is at least."""
        return self.number * _DAYS_IN[self.unit]


def _place_in_applying(starts: Start) -> int:
    """Return where an event stands among those of applying, or behind them."""
    return _APPLYING.index(starts) if starts in _APPLYING else len(_APPLYING)


def _read_length(said: object) -> object:
    """Read “30 days”. Raises ValueError."""
    if not isinstance(said, str):
        return said
    if not (found := _LENGTH.fullmatch(said)):
        raise ValueError(f"{said!r} is no length: write it as “30 days” or “1 month”")
    return Length(int(found[1]), Unit(found[2]))


_Length = Annotated[Length, BeforeValidator(_read_length)]
_Url = Annotated[str, Field(pattern="^https?://")]


@dataclass(frozen=True, config=_DATA, kw_only=True)
class Condition:
    """The day from which, or to which, a rule holds, and of which event."""

    decides: Decides
    first: date = date.min
    last: date = date.max

    def force(self, starts: Start, day: date) -> Force:
        """Say whether it is met if the event that `starts` the rule was on `day`."""
        earliest, latest = self._may_be_decided(starts, day)
        if latest < self.first or self.last < earliest:
            return Force.NEVER
        surely = self.first <= earliest and latest <= self.last
        return Force.HOLDS if surely else Force.DEPENDS

    def _may_be_decided(self, starts: Start, day: date) -> tuple[date, date]:
        """Return the first and the last day on which the event that decides can have been."""
        match self.decides:
            case Decides.EVENT:
                return day, day
            case Decides.ACT:
                return day, date.max
            case Decides.DECISION:
                return day - LONGEST_ON_ITS_WAY, day
        at, given = _APPLYING.index(self.decides), _place_in_applying(starts)
        return (day if given <= at else date.min), (day if at <= given else date.max)


@dataclass(frozen=True, config=_DATA, kw_only=True)
class Rule:
    """A time limit. The head of rules.toml says what each field means."""

    id: str
    what: str
    starts: Start
    section: str
    source: _Url
    checked: date
    certainty: Certainty
    act: Act | None = None
    whose: Whose = Whose.OWN
    length: _Length | None = None
    longest: _Length | None = None
    printed: Printed | None = None
    rolls: bool = True
    closes: bool = True
    safe: _Length | None = None
    decides: Decides | None = None
    since: date | None = None
    until: date | None = None
    lodged_until: date | None = None
    note: str = ""

    @property
    def is_own(self) -> bool:
        """Say whether it is somebody's own deadline."""
        return self.whose is Whose.OWN

    def force(self, day: date) -> Force:
        """Say whether it holds if the event that starts it was on `day`."""
        found = {condition.force(self.starts, day) for condition in self._conditions}
        return max(found, key=list(Force).index, default=Force.HOLDS)

    def may_hold(self, day: date) -> bool:
        """Say whether it can be the rule if the event that starts it was on `day`."""
        return self.force(day) is not Force.NEVER

    def open_conditions(self, day: date) -> Sequence[Condition]:
        """Return what it depends on that `day`, of the event that starts it, does not tell."""
        return [each for each in self._conditions if each.force(self.starts, day) is Force.DEPENDS]

    @property
    def _conditions(self) -> Iterator[Condition]:
        """Yield each end of its force as a condition of its own."""
        if self.decides and self.since:
            yield Condition(decides=self.decides, first=self.since)
        if self.decides and self.until:
            yield Condition(decides=self.decides, last=self.until)
        if self.lodged_until:
            yield Condition(decides=Decides.LODGING, last=self.lodged_until)

    @model_validator(mode="after")
    def _is_of_one_piece(self) -> Self:
        if (self.since or self.until) and not self.decides:
            raise ValueError("say what since and until look at: decides")
        if self.longest and not (self.length and self.length.least_days < self.longest.least_days):
            raise ValueError("longest is more than length")
        if not self.is_own and self.safe:
            raise ValueError("only one's own act has a safe day of its own")
        if self.whose in {Whose.AUTHORITY, Whose.WAIT, Whose.LASTS} and not self.length:
            raise ValueError("length is missing")
        return self


@dataclass(frozen=True, config=_DATA, kw_only=True)
class Delivery:
    """What the law says of a way of service. The head of service.toml says what the fields mean."""

    id: str
    days: Annotated[int, Field(ge=0)]
    section: str
    source: _Url
    checked: date
    certainty: Certainty
    note: str = ""


@cache
def rules() -> Mapping[str, Rule]:
    """Return all rules by id, in the order of the file."""
    read = _read("rules.toml")
    return TypeAdapter(dict[str, Rule]).validate_python(
        {id_: {"id": id_, **fields} for id_, fields in read.items()}
    )


@cache
def deliveries() -> Mapping[Service, Delivery]:
    """Return what the law says of each way of service."""
    return TypeAdapter(dict[Service, Delivery]).validate_python(_read("service.toml"))


def digest() -> str:
    """Return a mark of all that lawyers correct: another one, once anything in it has changed."""
    files = sorted(_HERE.glob("*.toml"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def weakest(*marks: Certainty) -> Certainty:
    """Return the weakest of several marks: it holds for all of them together."""
    order = list(Certainty)
    return max(marks, key=order.index)


def _read(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))
