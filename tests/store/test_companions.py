"""Who reads in a request, where they do, and as whom."""

from dataclasses import replace

from bot.core.companions import Part
from bot.core.languages import Language
from bot.core.outgoing import Side
from bot.core.people import HELPER_ALIASES
from bot.core.requests import Doubt, Event, Refused
from bot.relay.company import new_name
from bot.store.companions import Seat
from bot.store.doubts import Complaint
from bot.store.requests import Request
from bot.store.store import Store
from tests.store.cast import member, offered, person


async def taken(store: Store) -> Request:
    """Return a request that somebody of the team has."""
    request, helper = await offered(store, await person(store)), await member(store, 2)
    led = await store.requests.move(
        request, Event.CLAIM, helper_id=helper.id, helper_alias="Reed", claimed_at=store.clock.now()
    )
    assert not isinstance(led, Refused)
    return led


async def test_who_reads_are_the_two_sides_and_then_who_helps_along(store: Store) -> None:
    request = await taken(store)
    assert request.helper_id
    lawyer, left, before = [await member(store, number) for number in (3, 4, 5)]
    other = await store.requests.begin(lawyer.id, Language.FINNISH)
    await store.outbox.place(request.emigre_id, Side.EMIGRE)
    there = await store.outbox.place(request.emigre_id, Side.EMIGRE, request.id)
    await store.outbox.place(lawyer.id, Side.TEAM, other.id)
    await store.people.choose_language(lawyer.id, Language.FINNISH)
    interpreter = await store.companions.add(request.id, before.id, Part.INTERPRETER, "Alder")
    await store.companions.add(request.id, lawyer.id, Part.LAWYER, "Rowan")
    gone = await store.companions.add(request.id, left.id, Part.HELPER, "Birch")
    await store.companions.leave(gone)
    assert await store.companions.seats(request) == [
        Seat(request.emigre_id, Side.EMIGRE, None, there, None, None),
        Seat(request.helper_id, Side.TEAM, None, None, None, None),
        Seat(interpreter.person_id, Side.TEAM, None, None, Part.INTERPRETER, "Alder"),
        Seat(lawyer.id, Side.TEAM, Language.FINNISH, None, Part.LAWYER, "Rowan"),
    ]


async def test_nobody_but_who_asked_reads_what_nobody_has(store: Store) -> None:
    request = await offered(store, await person(store))
    (seat,) = await store.companions.seats(request)
    assert (seat.person, seat.side) == (request.emigre_id, Side.EMIGRE)


async def test_who_practises_reads_on_the_side_of_the_team(store: Store) -> None:
    helper = await member(store, 2)
    request = await store.requests.begin_held(
        helper.id, Language.RUSSIAN, helper=helper.id, helper_alias="Reed"
    )
    place = await store.outbox.place(helper.id, Side.TEAM, request.id)
    assert await store.companions.seats(request) == [
        Seat(helper.id, Side.TEAM, None, place, None, None)
    ]


async def test_a_companion_is_known_by_the_chat_in_which_they_write(store: Store) -> None:
    request, lawyer = await taken(store), await member(store, 3)
    assert await store.companions.writing(request.id, lawyer.chat_id) is None
    added = await store.companions.add(request.id, lawyer.id, Part.LAWYER, "Rowan")
    assert await store.companions.writing(request.id, lawyer.chat_id) == added
    assert await store.companions.here(request.id, lawyer.id) == added
    await store.companions.leave(added)
    assert await store.companions.writing(request.id, lawyer.chat_id) is None
    assert await store.companions.here(request.id, lawyer.id) is None


async def test_nobody_new_is_called_as_somebody_who_was_there(store: Store) -> None:
    """Who is told of a new name must not read in it somebody they wished away."""
    request, (helped, doubted, free) = await taken(store), HELPER_ALIASES[:3]
    for number, name in enumerate(HELPER_ALIASES[3:]):
        added = await store.companions.add(
            request.id, (await member(store, 10 + number)).id, Part.HELPER, name
        )
        await store.companions.leave(added)
    about = (await member(store, 99)).id
    await store.doubts.note(Complaint(request.id, about, Doubt.UNSAFE, doubted, told=True))
    assert await new_name(store, replace(request, helper_alias=helped)) == free


async def test_nobody_is_called_as_somebody_in_another_question_of_the_same_author(
    store: Store,
) -> None:
    request, free = await taken(store), HELPER_ALIASES[0]
    for name in HELPER_ALIASES[1:]:
        await store.requests.note_name(request.id, name)
    other = await store.requests.begin(request.emigre_id, Language.RUSSIAN)
    assert await new_name(store, other) == free
    await store.requests.note_name(other.id, free)
    assert await new_name(store, other) != free, "where all are known, it is none of this question"
