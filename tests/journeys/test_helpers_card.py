"""The card of a question that a helper has: how they are called in it, and who else reads it."""

from collections.abc import Sequence

from bot.store.store import Store
from bot.ui.aliases import alias_name
from tests.journeys.test_case import in_store
from tests.journeys.test_company import a_team, asks_in, in_both_languages, opens, takes
from tests.speaker import Speaker
from tests.town import Town


async def names_in_it(town: Town, olli: Speaker) -> Sequence[str]:
    """Return how the helper of the only question is called, then who helps along in it."""
    names: list[str] = []

    async def read(store: Store) -> None:
        (queued,) = await store.requests.queue()
        beside = await store.companions.of(queued.request.id)
        aliases = [queued.request.helper_alias or "", *(each.alias for each in beside)]
        names.extend(str(alias_name(alias, olli.tr)) for alias in aliases)

    await in_store(town, read)
    return names


@in_both_languages
async def test_it_says_how_one_is_called_and_who_else_reads_it(town: Town, language: str) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language)
    olli, nina, liisa = team.olli, team.nina, team.liisa
    await takes(vera, olli)
    await opens(olli)
    card = await olli.sees("Your name here: {me}.", me=(await names_in_it(town, olli))[0])
    assert olli.words("It is read by these too: {names}.", names="")[:-1] not in card["text"]

    await asks_in(olli, "Ask an interpreter in", team.names[0])
    await nina.taps("Yes")
    await asks_in(olli, "Ask a lawyer in", team.names[1])
    await liisa.taps("Yes")
    await liisa.phone.sees("Мне отказали")
    await opens(olli)
    _, first, second = await names_in_it(town, olli)
    named = [
        olli.words("{name} (interpreter)", name=first),
        olli.words("{name} (lawyer)", name=second),
    ]
    await olli.sees("It is read by these too: {names}.", names=", ".join(named))
