"""Each act, tried by each role that may not: denied, and nothing changed, whatever is pressed.

Made from the enum and the routes: a new act, button or command is tried without being named
here, and one whose buttons carry something new fails until it is said what.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from aiogram.filters import Command
from sqlalchemy import text

from bot.app import dispatcher_for
from bot.core.people import Act, Role, may
from bot.store.store import Store
from bot.ui.rights import MAY
from tests.journeys.test_question import reply_to
from tests.journeys.test_second_yes import wishes
from tests.journeys.test_team import comes_home, goes, holds
from tests.test_app import observers
from tests.town import Phone, Town, town_of

DENIED = {
    Role.EMIGRE: "Это только для команды. Ничего не изменилось.",
    Role.VOLUNTEER: "Vain koordinaattorit voivat tehdä tämän. Mikään ei muuttunut. Joku heistä voi"
    " auttaa sinua.",
}
CARRIED = {
    "page": "0",
    "step": "r",
    "verdict": "y",
    "duty": "off",
    "side": "emigre",
    "segment": "emigres",
    "language": "ru",
    "number": "1",
    "held": "1",
    "skill": "lawyer",
    "cap": "5",
    "section": "work",
    "days": "0",
    "day": "0",
    "begins": "3",
    "ends": "4",
    "why": "a",
    "reason": "d",
    "seen": "1",
    "doubt": "o",
    "part": "main",
    "slug": "lawyer",
    "member": "0AA",
    "companion": "1",
    "for_whom": "y",
    "seal": "0123456789abcdef",
    "yes": "1",
    "of": "figure",
    "about": "interview",
}
"""What buttons carry besides codes, as somebody who forges one would fill it in."""
OF_MEMBERS, OF_WISHES = {"mb", "mq", "mc"}, {"ap", "av"}
"""Buttons whose code is a member's, or a wish's; all others carry a request's."""
WATCHED = (
    *("members", "invites", "approvals", "bans", "requests", "messages"),
    *("broadcasts", "recipients", "tallies", "released_questions", "held_answers"),
    *("notes", "ready_answers", "companions", "asks"),
)
EVERYBODYS = {act for act in Act if all(may(role, act) for role in Role)}


@dataclass(frozen=True)
class Codes:
    """What there is to be pressed for: a request that is held, a member, a wish."""

    request: str
    member: str
    wish: str


def tries(act: Act, codes: Codes, *, flat: bool = True) -> Iterator[str]:
    """Yield what the buttons of an act carry where the team works, and its commands."""
    for _, observer in observers(dispatcher_for(team=True, emigres=flat)):
        for handler in observer.handlers:
            if handler.flags.get(MAY) is not act:
                continue
            for each in handler.filters or ():
                if button := getattr(each.callback, "callback_data", None):
                    yield filled(button, codes)
                if isinstance(each.callback, Command):
                    yield from (f"/{command}" for command in each.callback.commands)


def filled(button: Any, codes: Codes) -> str:  # noqa: ANN401 - a class of callback data
    prefix = button.__prefix__
    code = codes.member if prefix in OF_MEMBERS else codes.request
    carried = {**CARRIED, "code": codes.wish if prefix in OF_WISHES else code}
    return ":".join([prefix, *(carried[name] for name in button.model_fields)])


def impossible() -> list[tuple[Act, Role]]:
    return [(act, role) for act, role in product(Act, Role) if not may(role, act)]


@pytest.mark.parametrize("act", sorted(set(Act) - EVERYBODYS))
def test_each_act_of_the_team_has_something_that_can_be_pressed(act: Act) -> None:
    assert list(tries(act, Codes("AAAAA", "0AA", "ABCDEFGH")))


def test_only_these_acts_are_everybodys() -> None:
    assert {
        Act.LOOK_AROUND,
        Act.ASK,
        Act.KEEP,
        Act.TELL_EDITORS,
        Act.SEE_OWN_DATA,
        Act.SEE_TO_OWN,
    } == EVERYBODYS


async def kept(town: Town) -> dict[str, list[Any]]:
    """Return what the tables hold that somebody could have changed."""
    assert town.app

    async def read(store: Store) -> dict[str, list[Any]]:
        return {
            name: list(await store.connection.execute(text(f"SELECT * FROM {name}")))  # noqa: S608 - our own names
            for name in WATCHED
        }

    return await town.app.writer.run(read)


async def lived_in(town: Town) -> tuple[dict[Role, Phone], Codes]:
    """Let there be a question with a volunteer and a wish; return who may not, and the codes."""
    kaisa, _ = await town.coordinator("fi"), await town.coordinator("fi", name="Aino")
    olli, nina = await town.member("fi"), await town.member("fi", name="Nina")
    vera = await town.emigre("ru")
    block = await holds(vera, olli)
    olli.says("Пишите мне в личку", **reply_to(town, block))
    await kaisa.button("Katso…")
    await wishes(kaisa)
    anna = Phone(town, town.telegram.add_user("Anna", language_code="ru"), town.inside)
    anna.says("/start")
    await anna.taps("Русский")
    stored = await kept(town)
    codes = Codes(
        request=stored["requests"][0].code,
        member=next(row.code for row in stored["members"] if row.role == Role.COORDINATOR),
        wish=stored["approvals"][0].code,
    )
    return {Role.EMIGRE: anna, Role.VOLUNTEER: nina}, codes


@pytest.mark.parametrize("flat", [False, True], ids=["topics", "flat"])
async def test_who_may_not_is_denied_and_changes_nothing(tmp_path: Path, *, flat: bool) -> None:
    async with town_of(tmp_path, flat=flat) as town:
        others, codes = await lived_in(town)
        before = await kept(town)
        for act, role in impossible():
            phone, denied = others[role], DENIED[role]
            for tried in tries(act, codes, flat=flat):
                if tried.startswith("/"):
                    written = len(phone.from_bot)
                    phone.says(tried)
                    await phone.until(lambda: len(phone.from_bot) > written)  # noqa: B023 - awaited at once
                    answer = phone.from_bot[-1]["text"]
                else:
                    answer = await phone.presses(phone.from_bot[0], tried)
                assert answer == denied, (act, role, tried)
        assert await kept(town) == before
        assert {role for _, role in impossible()} == set(others)


async def test_what_is_tried_does_something_where_it_may(tmp_path: Path) -> None:
    """The same button in the right hands: a test that presses nothing would pass above."""
    async with town_of(tmp_path, flat=True) as town:
        _, codes = await lived_in(town)
        aino = await town.coordinator("fi", name="Third")
        before = await kept(town)
        home = await comes_home(aino)
        for act in (Act.APPROVE, Act.BLOCK):
            for tried in tries(act, codes):
                if not tried.startswith(("/", "un:")):  # lifting it again would hide it
                    await aino.presses(home, tried)
        after = await kept(town)
        assert {name for name in WATCHED if after[name] != before[name]} == {
            "approvals",
            "invites",
        }
        await goes(aino, await comes_home(aino), "Tiimi", "Nimet ovat keksittyjä")
