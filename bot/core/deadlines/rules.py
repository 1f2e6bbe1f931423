"""The rules as data: rules.toml and service.toml beside this file, which lawyers correct."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
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


class Start(StrEnum):
    """The event whose day is day 0."""

    SERVICE = "service"
    ACCEPTANCE = "acceptance"
    APPLICATION = "application"
    ARRIVAL = "arrival"
    COURT_DECISION = "court_decision"
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
class Rule:
    """A time limit. The head of rules.toml says what each field means."""

    id: str
    what: str
    starts: Start
    section: str
    source: _Url
    checked: date
    certainty: Certainty
    whose: Whose = Whose.OWN
    length: _Length | None = None
    longest: _Length | None = None
    printed: bool = False
    rolls: bool = True
    closes: bool = True
    safe: _Length | None = None
    decides: Decides | None = None
    since: date | None = None
    until: date | None = None
    note: str = ""

    @property
    def is_own(self) -> bool:
        """Say whether it is somebody's own deadline."""
        return self.whose is Whose.OWN

    def may_hold(self, served: date) -> bool:
        """Say whether it can be the rule for a decision that was served on this day.

        A decision follows its application, and service its decision: one served before a rule
        came into force is never under it; one served after its end may be, unless the decision
        decides and is surely younger.
        """
        if self.since and served < self.since:
            return False
        if self.until is None or self.decides is not Decides.DECISION:
            return True
        return served <= self.until + LONGEST_ON_ITS_WAY

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
