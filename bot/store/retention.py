"""Deletes rows whose time is over. The tables' own promises are the rules."""

from sqlalchemy import ColumnElement, Delete, Table, Update, delete, update

from bot.store.promises import Emptied, Keeping, Kept
from bot.store.store import Store
from bot.store.tables import metadata


async def sweep(store: Store) -> int:
    """Delete everything that no table promises to keep; return how many rows it was.

    Notes of erasures that no backup needs any more go too.
    """
    gone = 0
    for table in metadata.sorted_tables:
        keeping: Keeping = table.info["keeping"]
        rules = () if isinstance(keeping.kept, str) else keeping.kept
        steps: list[Delete | Update] = [delete(table).where(*_over(table, r, store)) for r in rules]
        steps += [_emptying(table, rule, store) for rule in keeping.emptied]
        for step in steps:
            gone += (await store.connection.execute(step)).rowcount
    store.erasures.forget()
    return gone


def _emptying(table: Table, rule: Emptied, store: Store) -> Update:
    column, over = table.c[rule.column], table.c[rule.since] < store.clock.now() - rule.after
    return update(table).where(over, column.is_not(None)).values({column: None})


def _over(table: Table, rule: Kept, store: Store) -> list[ColumnElement[bool]]:
    conditions = [table.c[rule.since] < store.clock.now() - rule.for_]
    if rule.states is not None:
        conditions.append(table.c.state.in_(sorted(rule.states)))
    if rule.without is not None:
        conditions.append(table.c[rule.without].is_(None))
    return conditions
