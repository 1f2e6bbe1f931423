"""Fifty of the team take one question at once, over HTTP."""

import asyncio
from collections import Counter
from pathlib import Path

from bot.core.languages import Language
from bot.core.outgoing import BotName
from bot.core.people import Role
from bot.store.store import Store
from tests.faults.program import count
from tests.journeys.test_odd_orders import key
from tests.journeys.test_question import asks
from tests.town import Phone, Town, town_of

FIFTY = 50
TAKEN = "Toinen vapaaehtoinen on ottanut tämän kysymyksen."


async def joined(town: Town, size: int) -> list[Phone]:
    """Let so many belong to the team, as if each had come by a link and agreed."""
    phones = [
        Phone(town, town.telegram.add_user(f"Helper {number}", language_code="fi"), town.inside)
        for number in range(size)
    ]

    async def unit(store: Store) -> None:
        for phone in phones:
            person = await store.people.meet(phone.user.id, BotName.DESK)
            await store.people.choose_language(person.id, Language.FINNISH)
            await store.team.admit(person.id, await store.team.invite(Role.VOLUNTEER))
            await store.team.agree(person.id)

    assert town.app
    await town.app.writer.run(unit)
    return phones


async def test_of_fifty_who_take_one_question_at_once_one_has_it(tmp_path: Path) -> None:
    async with town_of(tmp_path, flat=False) as town:
        vera, team = await town.emigre("ru"), await joined(town, FIFTY)
        await asks(vera, "Секрет Веры")
        for phone in team:
            phone.says("/waiting")
        lists = [await phone.sees("Nämä kysymykset odottavat") for phone in team]
        told = Counter(
            await asyncio.gather(
                *(
                    phone.presses(*key(listed, "Ota "))
                    for phone, listed in zip(team, lists, strict=True)
                )
            )
        )
        assert told == {None: 1, TAKEN: FIFTY - 1}
        await vera.sees("взял волонтёр")
        await town.quiet()
        assert str(vera.from_bot).count("взял волонтёр") == 1
        (winner,) = [phone for phone in team if "Секрет Веры" in str(phone.from_bot)]
        topics = [len(town.telegram.chat(each.user, each.bot).topics) for each in team]
        assert sorted(topics) == [0] * (FIFTY - 1) + [1]
        database = town.settings.data_dir / "majakka.db"
        assert count(database, "requests", "state = 'claimed'") == 1
        await vera.taps("Главное меню")
        vera.says("Второе слово", reply_to=(await vera.sees("взял волонтёр"))["message_id"])
        await winner.sees("Второе слово")
