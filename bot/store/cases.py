"""What émigrés keep of their own case here: the stage, and the plan that the guide made."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.people import PersonId
from bot.core.stages import Stage
from bot.store.tables import cases, plans


@dataclass(frozen=True, slots=True)
class Plan:
    """Where somebody's walk through the guide ended."""

    outcome: str
    kept_at: datetime
    """Aware, in UTC."""


class Cases:
    """Keeps stages and plans."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def stage_of(self, person: PersonId) -> Stage | None:
        """Return the stage that somebody keeps here, if any."""
        query = select(cases.c.stage).where(cases.c.person_id == person)
        stage = (await self._connection.execute(query)).scalar_one_or_none()
        return Stage(stage) if stage else None

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
        query = select(plans.c.outcome, plans.c.kept_at).where(plans.c.person_id == person)
        row = (await self._connection.execute(query)).one_or_none()
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
