"""What émigrés keep of their own case: who is in it and where they stand, wishes, and the plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import bindparam, delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.cases import OPEN_FOR, Case, CaseId, Step, Whose, Wishes
from bot.core.clock import Clock, today
from bot.core.people import PersonId
from bot.core.requests import OPEN, State
from bot.core.stages import Stage
from bot.store import sqlite
from bot.store.tables import case_wishes, cases, kept_answers, people, plans, requests


@dataclass(frozen=True, slots=True)
class Plan:
    """Where somebody's walk through the guide ended."""

    outcome: str
    kept_at: datetime
    """Aware, in UTC."""


@dataclass(frozen=True, slots=True)
class KeptCase:
    """A case, and our number of it."""

    id: CaseId
    case: Case
    before: Case | None
    """What it was before the last change."""
    changed_at: datetime
    """Aware, in UTC."""


class AtHome(NamedTuple):
    """What a home shows of what somebody keeps."""

    has_plan: bool
    keeps_answers: bool
    has_asked: bool
    """A question of theirs is kept, a draft aside."""
    keeps_case: bool
    """A case, their own or of their family."""
    asks_first: bool
    """They wish to be asked before it is shown."""
    is_open: bool
    """It was shown after that, not long ago perhaps."""


_CASE: Final = TypeAdapter(Case)
_WISHES: Final = TypeAdapter(Wishes)

# Made once: making a statement takes longer than running it
_CASES: Final = (
    select(cases).where(cases.c.person_id == bindparam("of_person")).order_by(cases.c.id)
)
_PLAN: Final = select(plans.c.outcome, plans.c.kept_at).where(
    plans.c.person_id == bindparam("of_person")
)
_WISHES_OF: Final = select(case_wishes.c.wishes, case_wishes.c.open_until).where(
    case_wishes.c.person_id == bindparam("of_person")
)
_OPEN: Final = (
    update(case_wishes)
    .where(case_wishes.c.person_id == bindparam("of_person"))
    .values(open_until=bindparam("until", type_=case_wishes.c.open_until.type))
)
_AT_HOME: Final = (
    select(
        plans.c.kept_at,
        case_wishes.c.wishes,
        case_wishes.c.open_until,
        exists().where(kept_answers.c.person_id == people.c.id).label("keeps_answers"),
        exists().where(cases.c.person_id == people.c.id).label("keeps_case"),
        exists()
        .where(
            requests.c.emigre_id == people.c.id,
            requests.c.state.in_({*OPEN, State.CLOSED}),
            requests.c.helper_alias.is_not(None) | requests.c.state.in_(OPEN),
            requests.c.helper_id.is_distinct_from(requests.c.emigre_id),
        )
        .label("has_asked"),
    )
    .select_from(
        people.outerjoin(plans, plans.c.person_id == people.c.id).outerjoin(
            case_wishes, case_wishes.c.person_id == people.c.id
        )
    )
    .where(people.c.id == bindparam("of_person"))
)


class Cases:
    """Keeps cases, wishes and plans."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def all_of(self, person: PersonId) -> Sequence[KeptCase]:
        """Return the cases that somebody keeps: their own, and those of their family."""
        found = [
            _kept(row) for row in await self._connection.execute(_CASES, {"of_person": person})
        ]
        return sorted(found, key=lambda kept: list(Whose).index(kept.case.whose))

    async def own(self, person: PersonId, whose: Whose = Whose.ME) -> KeptCase | None:
        """Return the case that is about somebody's own self, or about one of their family."""
        return next((each for each in await self.all_of(person) if each.case.whose is whose), None)

    async def one(self, person: PersonId, case: CaseId) -> KeptCase | None:
        """Return a case by its number, if this person keeps it."""
        return next((each for each in await self.all_of(person) if each.id == case), None)

    async def begin(self, person: PersonId, whose: Whose) -> KeptCase:
        """Return the case of one person of a family, begun if there is none."""
        if found := await self.own(person, whose):
            return found
        await self._connection.execute(
            insert(cases).values(
                person_id=person, kept=_dump(Case(whose=whose)), changed_at=self._clock.now()
            )
        )
        return await self.begin(person, whose)

    async def change(self, kept: KeptCase, case: Case, *, for_good: bool = False) -> None:
        """Keep a case as it is now, and as it was before, to take that back; `for_good`: not so."""
        if case == kept.case and not for_good:
            return
        await self._connection.execute(
            update(cases)
            .where(cases.c.id == kept.id)
            .values(
                stage=None,
                kept=_dump(case),
                before=None if for_good else _dump(kept.case),
                changed_at=self._clock.now(),
            )
        )

    async def touch(self, person: PersonId, case: CaseId) -> None:
        """Keep that a case changed today beyond what stands in it; that cannot be taken back."""
        if found := await self.one(person, case):
            touched = replace(found.case, touched=today(self._clock.now()))
            await self._connection.execute(
                update(cases).where(cases.c.id == case).values(stage=None, kept=_dump(touched))
            )

    async def delete(self, case: CaseId) -> None:
        """Let go of a case, with its dates."""
        await self._connection.execute(delete(cases).where(cases.c.id == case))

    async def wishes_of(self, person: PersonId) -> Wishes:
        """Return how somebody wants to be reminded."""
        return (await self._wishes(person))[0]

    async def wish(self, person: PersonId, wishes: Wishes) -> None:
        """Keep how somebody wants to be reminded."""
        kept = {"wishes": _WISHES.dump_python(wishes, mode="json")}
        put = sqlite.insert(case_wishes).values(person_id=person, **kept)
        await self._connection.execute(
            put.on_conflict_do_update(index_elements=["person_id"], set_=kept)
        )

    async def is_locked(self, person: PersonId) -> bool:
        """Say whether somebody wishes to be asked before their case is shown, and was not yet."""
        wishes, until = await self._wishes(person)
        now = self._clock.now()
        # what lies further ahead was said while the clock was wrong
        return wishes.asks_first and not (until and now < until <= now + OPEN_FOR)

    async def unlock(self, person: PersonId) -> None:
        """Let a case be shown for a while without asking again."""
        until = self._clock.now() + OPEN_FOR
        await self._connection.execute(_OPEN, {"of_person": person, "until": until})

    async def lock(self, person: PersonId) -> None:
        """Ask again before a case is shown, if its owner wishes that."""
        await self._connection.execute(_OPEN, {"of_person": person, "until": None})

    async def at_home(self, person: PersonId) -> AtHome:
        """Return what somebody's home shows of what they keep beside their case."""
        row = (await self._connection.execute(_AT_HOME, {"of_person": person})).one()
        return AtHome(
            has_plan=row.kept_at is not None,
            keeps_answers=bool(row.keeps_answers),
            has_asked=bool(row.has_asked),
            keeps_case=bool(row.keeps_case),
            asks_first=row.wishes is not None and wishes_of(row.wishes).asks_first,
            is_open=row.open_until is not None,
        )

    async def plan_of(self, person: PersonId) -> Plan | None:
        """Return the plan that somebody keeps here, if any."""
        found = await self._connection.execute(_PLAN, {"of_person": person})
        row = found.one_or_none()
        return Plan(row.outcome, row.kept_at) if row else None

    async def put_plan(self, person: PersonId, outcome: str | None) -> None:
        """Keep a plan in place of the one before; None: keep none."""
        if outcome is None:
            await self._connection.execute(delete(plans).where(plans.c.person_id == person))
            return
        kept = {"outcome": outcome, "kept_at": self._clock.now()}
        put = sqlite.insert(plans).values(person_id=person, **kept)
        await self._connection.execute(
            put.on_conflict_do_update(index_elements=["person_id"], set_=kept)
        )

    async def _wishes(self, person: PersonId) -> tuple[Wishes, datetime | None]:
        found = await self._connection.execute(_WISHES_OF, {"of_person": person})
        row = found.one_or_none()
        return (wishes_of(row.wishes), row.open_until) if row else (Wishes(), None)


def case_of(stage: str | None, kept: Any) -> Case:  # noqa: ANN401 - JSON
    """Return a case as it is kept; before there were cases, a stage alone was."""
    if kept is not None:
        return _CASE.validate_python(kept)
    return Case(path=(Step(stage=Stage(stage)),)) if stage else Case()


def wishes_of(kept: Any) -> Wishes:  # noqa: ANN401 - JSON
    """Return wishes as they are kept."""
    return _WISHES.validate_python(kept)


def _dump(case: Case) -> object:
    return _CASE.dump_python(case, mode="json", exclude_defaults=True)


def _kept(row: Any) -> KeptCase:  # noqa: ANN401 - a row of cases
    before = None if row.before is None else _CASE.validate_python(row.before)
    return KeptCase(CaseId(row.id), case_of(row.stage, row.kept), before, row.changed_at)
