"""Column types: sealed values, and moments in UTC."""

from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import DateTime, LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from bot.store.keys import KeyRing


class Sealed(TypeDecorator[Any]):
    """A JSON value, encrypted; bound to the column it stands in.

    The key ring hangs on the engine's dialect (`give_keys`), so two databases with two
    rings can be open in one process. Raises `WrongKeyError` on reading what does not open.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, column: str) -> None:
        """Take the column's own name as `table.column`; a test compares."""
        super().__init__()
        self.column = column

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:  # noqa: ANN401
        """Seal `value`; None stays NULL."""
        return None if value is None else _keys(dialect).seal(orjson.dumps(value), self.column)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Open what was sealed; NULL stays None."""
        return None if value is None else orjson.loads(_keys(dialect).open(value, self.column))


class Moment(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC. A naive one is refused with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime | None:
        """Say that it is UTC where the engine forgot."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def give_keys(dialect: Dialect, keys: KeyRing) -> None:
    """Let sealed columns of this engine use `keys`."""
    dialect.majakka_keys = keys  # type: ignore[attr-defined]


def _keys(dialect: Dialect) -> KeyRing:
    keys: KeyRing = dialect.majakka_keys  # type: ignore[attr-defined]
    return keys
