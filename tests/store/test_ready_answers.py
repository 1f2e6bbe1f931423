"""Ready answers in the database: whose they are, and with whom they go."""

from sqlalchemy import func, select

from bot.core.languages import Language
from bot.core.people import PersonId
from bot.core.ready_answers import Written
from bot.store.store import Store
from bot.store.tables import ready_answers
from tests.store.cast import member


async def titles(store: Store, who: PersonId, language: Language | None = None) -> list[str]:
    return [each.title for each in await store.ready_answers.of(who, language)]


async def test_each_sees_their_own_and_those_for_all_by_title(store: Store) -> None:
    olli, nina = await member(store, 1), await member(store, 2)
    await store.ready_answers.put(olli.id, Language.RUSSIAN, Written("b", "words"))
    await store.ready_answers.put(olli.id, Language.FINNISH, Written("A", "words"))
    given = await store.ready_answers.put(nina.id, Language.RUSSIAN, Written("c", "words"))
    await store.ready_answers.give(given.id, None)
    assert await titles(store, olli.id) == ["A", "b", "c"]
    assert await titles(store, olli.id, Language.RUSSIAN) == ["b", "c"]
    assert await titles(store, nina.id) == ["c"]


async def test_who_leaves_the_team_takes_their_own_along_and_leaves_those_for_all(
    store: Store,
) -> None:
    olli, nina = await member(store, 1), await member(store, 2)
    await store.ready_answers.put(olli.id, Language.RUSSIAN, Written("own", "words"))
    given = await store.ready_answers.put(olli.id, Language.RUSSIAN, Written("for all", "words"))
    await store.ready_answers.give(given.id, None)
    await store.team.remove(olli.id)
    assert await titles(store, nina.id) == ["for all"]
    count = select(func.count()).select_from(ready_answers)
    assert (await store.connection.execute(count)).scalar_one() == 1
