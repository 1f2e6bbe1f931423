"""Invitations and members."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.core.languages import Language
from bot.core.outgoing import BotName
from bot.core.people import Role
from bot.sandbox.clock import MovableClock
from bot.store.invitation import TEAM_BOT, invitation
from bot.store.store import Store
from bot.store.writer import Writer
from tests.store.cast import member, person


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.COORDINATOR])
async def test_an_invitation_lets_in_with_its_role(store: Store, role: Role) -> None:
    olli = await person(store)
    assert olli.role is None
    assert await store.team.admit(olli.id, await store.team.invite(role)) is role
    assert (await person(store)).role is role


async def test_an_invitation_works_once(store: Store) -> None:
    token = await store.team.invite(Role.VOLUNTEER)
    olli, nina = await person(store, 1), await person(store, 2)
    assert await store.team.admit(olli.id, token)
    assert await store.team.admit(nina.id, token) is None
    assert await store.team.admit(olli.id, token) is None
    assert (await person(store, 2)).role is None


async def test_of_two_who_open_it_at_once_one_comes_in(writer: Writer) -> None:
    token = await writer.run(lambda store: store.team.invite(Role.VOLUNTEER))

    async def open_it(store: Store, number: int) -> Role | None:
        return await store.team.admit((await person(store, number)).id, token)

    first = writer.run(lambda store: open_it(store, 1))
    second = writer.run(lambda store: open_it(store, 2))
    assert [await first, await second] == [Role.VOLUNTEER, None]


async def test_an_invitation_is_good_for_a_day(store: Store, clock: MovableClock) -> None:
    in_time, too_late = [await store.team.invite(Role.VOLUNTEER) for _ in range(2)]
    clock.push(timedelta(hours=24, minutes=-1))
    assert await store.team.admit((await person(store, 1)).id, in_time)
    clock.push(timedelta(minutes=2))
    assert await store.team.admit((await person(store, 2)).id, too_late) is None


@pytest.mark.parametrize("token", ["", "nonsense", "x" * 64, "' OR 1=1 --", "привет"])
async def test_a_made_up_invitation_lets_nobody_in(store: Store, token: str) -> None:
    await store.team.invite(Role.VOLUNTEER)
    assert await store.team.admit((await person(store)).id, token) is None


async def test_the_token_itself_is_not_kept(store: Store) -> None:
    token = await store.team.invite(Role.VOLUNTEER)
    kept = (await store.connection.execute(text("SELECT * FROM invites"))).all()
    assert len(kept) == 1
    assert token not in str(kept)


async def test_an_invitation_never_takes_rights_away(store: Store) -> None:
    nina = await member(store, 1, Role.COORDINATOR)
    led_to = await store.team.admit(nina.id, await store.team.invite(Role.VOLUNTEER))
    assert led_to is Role.COORDINATOR
    assert (await person(store, 1)).role is Role.COORDINATOR


async def test_a_volunteer_can_become_a_coordinator(store: Store) -> None:
    olli = await member(store, 1, Role.VOLUNTEER)
    await store.team.admit(olli.id, await store.team.invite(Role.COORDINATOR))
    assert (await person(store, 1)).role is Role.COORDINATOR


async def test_routing_sees_who_of_the_team_has_chosen_a_language(store: Store) -> None:
    await person(store, 1)
    olli, nina = await member(store, 2), await member(store, 3, Role.COORDINATOR)
    await store.people.choose_language(olli.id, Language.FINNISH)
    await store.people.choose_language(nina.id, Language.RUSSIAN)
    await member(store, 5)  # who has no language yet finds what waits at the desk
    assert [each.id for each in await store.offers.team()] == [olli.id, nina.id]


async def test_who_is_suspended_is_no_member(
    store: Store,
) -> None:
    olli = await member(store, 2)
    await store.people.choose_language(olli.id, Language.FINNISH)
    await store.team.suspend(olli.id)
    assert (await person(store, 2)).role is None
    assert [each.suspended for each in await store.offers.team()] == [True]
    token = await store.team.invite(Role.COORDINATOR)
    assert await store.team.admit(olli.id, token) is None, "no way around a suspension"
    await store.team.bring_back(olli.id)
    assert (await person(store, 2)).role is Role.VOLUNTEER
    assert [each.suspended for each in await store.offers.team()] == [False]
    assert await store.team.admit(olli.id, token) is Role.COORDINATOR, "the link was not used up"


async def test_who_is_removed_leaves_nothing_behind(store: Store) -> None:
    olli = await member(store, 2)
    known = await store.team.member(olli.id)
    assert known
    assert await store.team.by_code(known.code) == known
    await store.team.remove(olli.id)
    assert await store.team.member(olli.id) is None
    assert await store.team.by_code(known.code) is None
    assert (await person(store, 2)).role is None


async def test_coordinators_stand_first_and_no_name_stands_twice(store: Store) -> None:
    olli, kaisa = await member(store, 1), await member(store, 2, Role.COORDINATOR)
    team = await store.team.all()
    assert [each.person_id for each in team] == [kaisa.id, olli.id]
    assert len({each.code[0] for each in team}) == 2
    await store.team.suspend(kaisa.id)
    assert await store.team.coordinators() == []


async def test_a_link_leads_to_the_team_s_bot(store: Store) -> None:
    await store.installation.put(TEAM_BOT, "example_bot")
    link = await invitation(store, Role.VOLUNTEER)
    address, _, token = link.partition("?start=")
    assert address == "https://t.me/example_bot"
    assert await store.team.admit((await person(store)).id, token) is Role.VOLUNTEER


async def test_a_link_carries_what_telegram_lets_a_link_carry(store: Store) -> None:
    tokens = [await store.team.invite(Role.VOLUNTEER) for _ in range(100)]
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,64}", token) for token in tokens)
    assert len(set(tokens)) == 100


async def test_one_person_is_the_same_at_both_bots(store: Store) -> None:
    outside = await person(store, 1, BotName.EMIGRE)
    inside = await person(store, 1, BotName.DESK)
    assert outside.id == inside.id
    assert outside.chat_id != inside.chat_id
