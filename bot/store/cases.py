"""What émigrés keep of their own case here: the stage, and the plan that the guide made."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import bindparam, delete, exists, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.people import PersonId
from bot.core.stages import Stage
from bot.store.tables import cases, kept_answers, people, plans


@dataclass(frozen=True, slots=True)
class Plan:
    """Where somebody's walk through the guide ended."""

    outcome: str
    kept_at: datetime
    """Aware, in UTC."""


class AtHome(NamedTuple):
    """What a home shows of what somebody keeps."""

    stage: Stage | None
    has_plan: bool
    keeps_answers: bool


# Made once: making a statement takes longer than running it
_STAGE: Final = select(cases.c.stage).where(cases.c.person_id == bindparam("of_person"))
_PLAN: Final = select(plans.c.outcome, plans.c.kept_at).where(
    plans.c.person_id == bindparam("of_person")
)
_AT_HOME: Final = (
    select(
        cases.c.stage,
        plans.c.kept_at,
        exists().where(kept_answers.c.person_id == people.c.id).label("keeps_answers"),
    )
    .select_from(
        people.outerjoin(cases, cases.c.person_id == people.c.id).outerjoin(
            plans, plans.c.person_id == people.c.id
        )
    )
    .where(people.c.id == bindparam("of_person"))
)


class Cases:
    """Keeps stages and plans."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def stage_of(self, person: PersonId) -> Stage | None:
        """Return the stage that somebody keeps here, if any."""
        found = await self._connection.execute(_STAGE, {"of_person": person})
        stage = found.scalar_one_or_none()
        return Stage(stage) if stage else None

    async def at_home(self, person: PersonId) -> AtHome:
        """Return what somebody's home shows of what they keep: one look for each home."""
        row = (await self._connection.execute(_AT_HOME, {"of_person": person})).one()
        stage = Stage(row.stage) if row.stage else None
        return AtHome(stage, row.kept_at is not None, bool(row.keeps_answers))

    async def put_stage(self, person: PersonId, stage: Stage | None) -> None:
        """Keep a stage in place of the one before; None: keep none."""
        if stage is None:
            await self._connection.execute(delete(cases).where(cases.c.person_id == person))
            return
        kept = {"stage": stage, "changed_at": self._clock.now()}
        put = insert(cases).values(person_id=person, **kept)
        await self._connection.execute(
            put.on_conflict_do_update(index_elements=["person_id"], set_=kept)
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
        put = insert(plans).values(person_id=person, **kept)
        await self._connection.execute(
            put.on_conflict_do_update(index_elements=["person_id"], set_=kept)
        )
