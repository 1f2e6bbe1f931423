"""The sweep keeps the tables' promises: nothing goes early, nothing stays late."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select

from bot.core.approvals import Matter
from bot.core.broadcasts import BroadcastState, RecipientState, Segment
from bot.core.cases import Case, Whose
from bot.core.companions import Part
from bot.core.eyes import HeldState
from bot.core.languages import Language
from bot.core.notes import By
from bot.core.outgoing import BotName, Kind, Lane, Letter, OutgoingState, Side
from bot.core.people import Role
from bot.core.requests import Doubt, State
from bot.core.styles import Styled
from bot.core.timers import TimerKind
from bot.sandbox.clock import MovableClock
from bot.store.inbox import Incoming
from bot.store.retention import sweep
from bot.store.store import Store
from bot.store.tables import metadata

NEVER = timedelta.max
DAY = timedelta(days=1)
MOMENT = timedelta(minutes=1)
"""More than any test takes."""

Values = Mapping[str, Any]


def samples(now: datetime) -> dict[str, tuple[str, Values, timedelta]]:
    """Return rows of every table by what they are, and when the promises let each go.

    Request 1 is open, request 2 was closed just now. A moment that is not given is `now`.
    """
    ready, sent = OutgoingState.READY, OutgoingState.SENT
    skipped, failed = OutgoingState.SKIPPED, OutgoingState.FAILED
    return {
        "who we are": ("installation", {"name": "a", "value": 1}, NEVER),
        "a person": ("people", {"user_hash": b"a", "user_id": 1}, NEVER),
        "a chat": ("chats", {"person_id": 1, "bot": BotName.EMIGRE}, NEVER),
        "a member": ("members", {"person_id": 1, "role": Role.VOLUNTEER, "code": "0AA"}, NEVER),
        "a stage": ("cases", {"person_id": 1, "stage": "lodged"}, NEVER),
        "a case": ("cases", {"person_id": 1, "kept": {"lodged": "2026-03-12"}}, NEVER),
        "a date": ("dates", {"case_id": 1}, NEVER),
        "wishes": ("case_wishes", {"person_id": 1, "wishes": {"hour": 9}}, NEVER),
        "a plan": ("plans", {"person_id": 1, "outcome": "refused", "kept_at": now}, 180 * DAY),
        "an answer that is kept": (
            "kept_answers",
            {"person_id": 1, "slug": "interview", "kept_at": now},
            NEVER,
        ),
        "a tally": (
            "tallies",
            {"of": "clear", "about": "interview", "language": "fi", "times": 1, "last_on": now},
            365 * DAY,
        ),
        "a question given away": (
            "released_questions",
            {"language": "fi", "text": "?", "released_at": now},
            90 * DAY,
        ),
        "an invitation": ("invites", {"token_hash": b"a"}, 7 * DAY),
        "a spent invitation": ("invites", {"token_hash": b"b", "used_at": now}, 7 * DAY),
        "a wish": ("approvals", {"until": now}, timedelta(minutes=30)),
        "a ban": ("bans", {"user_hash": b"a", "code": "AAAAA", "banned_at": now}, 365 * DAY),
        "a request": (
            "requests",
            {"state": State.ANSWERED, "shared": {"fi": "?"}, "for_whom": "y", "names": ["?"]},
            NEVER,
        ),
        "a closed request": ("requests", {"state": State.CLOSED, "closed_at": now}, 30 * DAY),
        "a withdrawn one": ("requests", {"state": State.WITHDRAWN, "closed_at": now}, 30 * DAY),
        "a draft": ("requests", {"state": State.DRAFT}, 30 * DAY),
        "early words": ("requests", {"state": State.EARLY}, DAY),
        "a waiting request": ("requests", {"state": State.WAITING}, NEVER),
        "an offer": ("offers", {"request_id": 1, "person_id": 1, "offered_at": now}, NEVER),
        "an offer of a closed one": (
            "offers",
            {"request_id": 2, "person_id": 1, "given_back": True},
            30 * DAY,
        ),
        "a companion": ("companions", {"request_id": 1, "person_id": 1}, NEVER),
        "one of a closed one’s": ("companions", {"request_id": 2, "person_id": 1}, 30 * DAY),
        "a complaint": ("doubts", {"request_id": 1, "person_id": 1}, NEVER),
        "one in a closed one": ("doubts", {"request_id": 2, "person_id": 1}, 30 * DAY),
        "an ask": ("asks", {"request_id": 1, "person_id": 1}, NEVER),
        "an ask of a closed one": ("asks", {"request_id": 2, "person_id": 1}, 30 * DAY),
        "somebody avoided": ("avoided", {"emigre_id": 1, "person_id": 1}, NEVER),
        "a message": ("messages", {"request_id": 1}, NEVER),
        "a message of a closed one": ("messages", {"request_id": 2}, 30 * DAY),
        "an answer that waits": ("held_answers", {"request_id": 1, "message_id": 1}, NEVER),
        "one of a closed one": ("held_answers", {"request_id": 2, "message_id": 2}, 30 * DAY),
        "a note": ("notes", {"request_id": 1}, NEVER),
        "a note of a closed one": ("notes", {"request_id": 2}, 30 * DAY),
        "a ready answer": ("ready_answers", {"owner_id": 1}, NEVER),
        "one for all": ("ready_answers", {"owner_id": None}, NEVER),
        "a home": ("places", {"side": Side.EMIGRE}, NEVER),
        "a side": ("places", {"side": Side.TEAM, "request_id": 1}, NEVER),
        "a side of a closed one": ("places", {"side": Side.TEAM, "request_id": 2}, 30 * DAY),
        "a letter to send": ("outbox", {"state": ready}, 30 * DAY),
        "an answer to send": ("outbox", {"state": ready, "request_id": 1}, NEVER),
        "one that may have gone": ("outbox", {"state": OutgoingState.UNCERTAIN}, 30 * DAY),
        "a sent screen": ("outbox", {"state": sent, "sent_at": now}, 2 * DAY),
        "a sent answer": ("outbox", {"state": sent, "sent_at": now, "request_id": 1}, NEVER),
        "one long over": ("outbox", {"state": sent, "sent_at": now, "request_id": 2}, 30 * DAY),
        "a skipped screen": ("outbox", {"state": skipped}, 30 * DAY),
        "a skipped answer": ("outbox", {"state": skipped, "request_id": 1}, 30 * DAY),
        "a failed answer": ("outbox", {"state": failed, "request_id": 1}, 30 * DAY),
        "a stored update": ("inbox", {"raw": {}}, NEVER),
        "a handled update": ("inbox", {"done_at": now}, 2 * DAY),
        "one set aside": ("inbox", {"raw": {}, "dead_at": now}, 7 * DAY),
        "a broadcast that goes": ("broadcasts", {"state": BroadcastState.GOING}, NEVER),
        "a draft of one": ("broadcasts", {"state": BroadcastState.DRAFT}, 30 * DAY),
        "one that is over": (
            "broadcasts",
            {"state": BroadcastState.DONE, "ended_at": now},
            30 * DAY,
        ),
        "a recipient": ("recipients", {"person_id": 1}, NEVER),
        "a timer": ("timers", {"kind": TimerKind.SWEEP}, NEVER),
        "a timer of a closed one": ("timers", {"kind": TimerKind.LATE, "request_id": 2}, 30 * DAY),
    }


def given(number: int, now: datetime) -> dict[str, Values]:
    """Return what else each table's row number `number` needs."""
    return {
        "members": {"joined_at": now},
        "invites": {"role": Role.VOLUNTEER, "expires_at": now},
        "cases": {"changed_at": now},
        "dates": {"version": 1, "kept": {}, "wake_at": now},
        "approvals": {"code": "A", "matter": Matter.INVITE_COORDINATOR, "asked_by": 1},
        "requests": {
            "code": f"{number:05}",
            "emigre_id": 1,
            "alias": "oak",
            "language": Language.RUSSIAN,
            "made_at": now,
        },
        "messages": {
            "author": Side.EMIGRE,
            "text": "words",
            "said_at": now,
            "chat_id": 1,
            "message_id": number,
        },
        "companions": {"part": Part.LAWYER, "alias": "crane", "joined_at": now},
        "doubts": {"doubt": Doubt.WRONG, "alias": "crane", "told": True},
        "asks": {"part": Part.MAIN, "asked_at": now},
        "held_answers": {"chat_id": 1, "text": "words", "said_at": now, "state": HeldState.WAITS},
        "notes": {
            "by": By.VOLUNTEER,
            "text": "words",
            "made_at": now,
            "chat_id": 1,
            "message_id": number,
        },
        "ready_answers": {
            "language": Language.RUSSIAN,
            "title": "words",
            "text": "words",
            "made_at": now,
        },
        "places": {"person_id": 1},
        "outbox": {"place_id": 1, "lane": Lane.ANSWERS, "kind": Kind.RELAY, "not_before": now},
        "inbox": {"bot_id": 1, "update_id": number, "received_at": now},
        "broadcasts": {"segment": Segment.TEAM, "texts": {}, "made_at": now},
        "recipients": {"broadcast_id": 1, "state": RecipientState.ARRIVED},
        "timers": {"due_at": now},
    }


async def fill(store: Store) -> dict[str, tuple[str, Any]]:
    """Write every sample; return the table and the key of each."""
    now = store.clock.now()
    keys = {}
    for number, (name, (table_name, values, _)) in enumerate(samples(now).items()):
        table = metadata.tables[table_name]
        row = {**given(number, now).get(table_name, {}), **values}
        made = await store.connection.execute(
            table.insert().values(row).returning(next(iter(table.primary_key)))
        )
        keys[name] = table_name, made.scalar_one()
    return keys


async def there(store: Store, keys: Mapping[str, tuple[str, Any]]) -> set[str]:
    """Return which of the samples are still there."""
    found = set()
    for name, (table_name, key) in keys.items():
        table = metadata.tables[table_name]
        own = next(iter(table.primary_key))
        count = select(func.count()).select_from(table).where(own == key)
        if (await store.connection.execute(count)).scalar_one():
            found.add(name)
    return found


def test_there_is_a_sample_of_every_table(clock: MovableClock) -> None:
    assert {table for table, _, _ in samples(clock.now()).values()} == set(metadata.tables)


async def test_each_row_goes_when_its_table_says_and_not_before(
    store: Store, clock: MovableClock
) -> None:
    ends = {name: after for name, (_, _, after) in samples(clock.now()).items()}
    keys = await fill(store)
    passed = timedelta()
    for moment in sorted({after for after in ends.values() if after is not NEVER}):
        clock.push(moment - MOMENT - passed)
        await sweep(store)
        assert await there(store, keys) == {name for name in ends if ends[name] >= moment}
        clock.push(2 * MOMENT)
        await sweep(store)
        assert await there(store, keys) == {name for name in ends if ends[name] > moment}
        passed = moment + MOMENT
    clock.push(20 * 365 * DAY)
    await sweep(store)
    assert await there(store, keys) == {name for name in ends if ends[name] is NEVER}


async def test_what_a_case_was_before_its_last_change_goes_a_day_after_it(
    store: Store, clock: MovableClock
) -> None:
    vera = await store.people.meet(1, BotName.EMIGRE)
    kept = await store.cases.begin(vera.id, Whose.ME)
    await store.cases.change(kept, Case(note="words"))
    clock.push(DAY - MOMENT)
    assert await sweep(store) == 0
    noted = await store.cases.begin(vera.id, Whose.ME)
    assert noted.before == Case()
    clock.push(2 * MOMENT)
    assert await sweep(store) == 1
    swept = await store.cases.begin(vera.id, Whose.ME)
    assert (swept.case, swept.before) == (noted.case, None)
    assert await sweep(store) == 0


async def test_the_sweep_counts_what_it_let_go(store: Store, clock: MovableClock) -> None:
    await store.inbox.keep([Incoming(1, number, {}) for number in range(3)])
    assert await store.inbox.take(Incoming(1, 1, {}))
    clock.push(2 * DAY + MOMENT)
    assert await sweep(store) == 1
    assert await sweep(store) == 0


async def test_whoever_goes_takes_everything_along(store: Store) -> None:
    """The tables promise it of erasure; the database itself must keep that promise."""
    vera, olli = [await store.people.meet(number, BotName.EMIGRE) for number in (1, 2)]
    hers = await store.requests.begin(vera.id, Language.RUSSIAN)
    said = await store.requests.say(
        hers.id,
        Side.EMIGRE,
        Styled("words"),
        said_at=store.clock.now(),
        chat_id=vera.chat_id,
        message_id=1,
    )
    his_side = await store.outbox.place(olli.id, Side.TEAM, hers.id, title="thread")
    await store.outbox.put(his_side, Kind.RELAY, Letter("words"), message=said)
    await store.people.turn_to(olli.chat_id, waiting_for=None, showing=hers.id)

    people = metadata.tables["people"]
    await store.connection.execute(delete(people).where(people.c.id == vera.id))
    left = {
        name: (await store.connection.execute(select(func.count()).select_from(table))).scalar_one()
        for name, table in metadata.tables.items()
    }
    assert {name: count for name, count in left.items() if count} == {"people": 1, "chats": 1}
    assert (await store.people.meet(2, BotName.EMIGRE)).showing is None
