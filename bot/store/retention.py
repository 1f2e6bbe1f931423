"""Deletes rows whose time is over. The tables' own promises are the rules."""

from sqlalchemy import ColumnElement, Table, delete

from bot.store.promises import Keeping, Kept
from bot.store.store import Store
from bot.store.tables import metadata


async def sweep(store: Store) -> int:
    """Delete everything that no table promises to keep; return how many rows went.

    Notes of erasures that no backup needs any more go too.
    """
    gone = 0
    for table in metadata.sorted_tables:
        keeping: Keeping = table.info["keeping"]
        if isinstance(keeping.kept, str):
            continue
        for rule in keeping.kept:
            over = delete(table).where(*_over(table, rule, store))
            gone += (await store.connection.execute(over)).rowcount
    store.erasures.forget()
    return gone


def _over(table: Table, rule: Kept, store: Store) -> list[ColumnElement[bool]]:
    conditions = [table.c[rule.since] < store.clock.now() - rule.for_]
    if rule.states is not None:
        conditions.append(table.c.state.in_(sorted(rule.states)))
    if rule.without is not None:
        conditions.append(table.c[rule.without].is_(None))
    return conditions
