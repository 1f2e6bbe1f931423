"""What the program knows of itself: its bots' names, when it may send again, its key's proof."""

from typing import Any, Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.sqlite import insert
from bot.store.tables import installation

PROOF: Final = "proof of the key"
"""Sealed by the first start: a key that does not open it is not this database's."""

THREADS: Final = "the team has threads"
"""Whether the team's bot makes a thread for each request that somebody has."""

_GET = select(installation.c.value).where(installation.c.name == bindparam("wanted"))
_PUT = insert(installation)
_PUT = _PUT.on_conflict_do_update(index_elements=["name"], set_={"value": _PUT.excluded.value})


class Installation:
    """Named JSON values."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, name: str) -> Any:  # noqa: ANN401 - JSON
        """Return the value, or None where there is none."""
        return (await self._connection.execute(_GET, {"wanted": name})).scalar_one_or_none()

    async def put(self, name: str, value: object) -> None:
        """Keep a JSON value under `name`."""
        await self._connection.execute(_PUT, {"name": name, "value": value})

    async def take(self, name: str) -> Any:  # noqa: ANN401 - JSON
        """Return the value and forget it; None where there is none."""
        value = await self.get(name)
        await self._connection.execute(delete(installation).where(installation.c.name == name))
        return value
