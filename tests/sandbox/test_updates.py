"""How updates wait, come, and are acknowledged (TELEGRAM §3)."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.clock import MovableClock
from bot.sandbox.model import Bot, User
from bot.sandbox.telegram import Telegram
from tests.sandbox.scene import Client

OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request;"
    " make sure that only one bot instance is running"
)


@pytest.fixture
def three(telegram: Telegram, bot: Bot, vera: User) -> int:
    """Three messages that wait; the number of the first update."""
    for text in "abc":
        telegram.says(vera, bot, text)
    return bot.updates.next_id - 3


def texts(updates: list[dict[str, Any]]) -> str:
    return "".join(update["message"]["text"] for update in updates)


async def polls(call: Client, **arguments: object) -> list[dict[str, Any]]:
    updates = (await call("getUpdates", **arguments)).result
    assert isinstance(updates, list)
    return updates


async def test_an_offset_forgets_what_is_before_it(call: Client, three: int) -> None:
    """[S] That is the acknowledgement; without one everything comes again."""
    assert texts(await polls(call)) == "abc"
    assert texts(await polls(call, offset=three)) == "abc"
    assert texts(await polls(call, offset=three + 2)) == "c"
    assert texts(await polls(call, offset=three + 1)) == "c"


async def test_a_negative_offset_keeps_the_last(call: Client, three: int) -> None:
    """[S]"""
    (last,) = await polls(call, offset=-1)
    assert last["update_id"] == three + 2


async def test_an_offset_beyond_the_tail_says_nothing(call: Client, three: int) -> None:
    """[S] As after a change of numbers: it is served from the head."""
    assert texts(await polls(call, offset=three + 1000)) == "abc"


async def test_limit(call: Client, three: int) -> None:
    """[S]"""
    assert texts(await polls(call, limit=2)) == "ab"
    assert texts(await polls(call, limit=0, offset=three + 1)) == "b"


async def test_numbers_begin_anywhere_and_go_up_by_one(telegram: Telegram, three: int) -> None:
    """[D] A row that another run kept never meets the same number by design."""
    firsts = {telegram.add_bot(f"{n}:x", f"n{n}_bot", "N").updates.next_id for n in range(2, 12)}
    assert len(firsts) == 10
    assert three > 10**8


async def test_kinds_by_default_and_by_choice(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    """[S] Omitted: as before; empty or all unknown: the default; seen when an update is made."""
    telegram.says(vera, bot, "a")
    await polls(call, allowed_updates=["message"])
    telegram.blocks(vera, bot)
    telegram.unblocks(vera, bot)
    telegram.says(vera, bot, "b")
    assert texts(await polls(call, offset=-1)) == "b"
    for back in ([], ["moon"]):
        await polls(call, allowed_updates=["message"])
        await polls(call, allowed_updates=back)
        telegram.blocks(vera, bot)
        telegram.unblocks(vera, bot)
        (update,) = await polls(call, offset=-1)
        assert update["my_chat_member"]["new_chat_member"]["status"] == "member"


async def test_taps_live_150_seconds_messages_a_day(
    telegram: Telegram, bot: Bot, vera: User, call: Client, clock: MovableClock
) -> None:
    """[S]"""
    said = telegram.says(vera, bot, "a")
    telegram.taps(vera, bot, said["message_id"], "x")
    clock.push(timedelta(seconds=149))
    assert len(await polls(call)) == 2
    clock.push(timedelta(seconds=1))
    assert texts(await polls(call, offset=0)) == "a"
    clock.push(timedelta(hours=24))
    assert bot.updates.waiting == 0


async def test_a_later_poll_ends_an_earlier_one(call: Client, bot: Bot) -> None:
    """[S] The earlier gets a 409; further conflicts come only after 3 s."""
    earlier = asyncio.gather(call("getUpdates", timeout=50))
    await bot.updates.wait_polled()
    later = asyncio.gather(call("getUpdates", timeout=50, offset=1))
    (answer,) = await earlier
    assert answer.refusal == (409, OTHER_POLLER)
    began = asyncio.get_running_loop().time()
    latest = asyncio.gather(call("getUpdates", timeout=1, offset=2))
    (answer,) = await later
    assert answer.refusal == (409, OTHER_POLLER)
    assert asyncio.get_running_loop().time() - began > 2.5
    await latest


async def test_hammering_is_slowed(call: Client, three: int) -> None:
    """[S] The same offset again within half a second: one update; nothing there: 3 s."""
    assert len(await polls(call, offset=three)) == 3
    assert len(await polls(call, offset=three)) == 1
    await polls(call, offset=three + 3)
    began = asyncio.get_running_loop().time()
    assert await polls(call, offset=three + 3) == []
    assert asyncio.get_running_loop().time() - began > 2.5


async def test_webhook_and_polling_exclude_each_other(call: Client, bot: Bot) -> None:
    """[S] The stand-in remembers a webhook, but sends nothing there."""
    refused = await call("setWebhook", url="http://example.org/")
    words = "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    assert refused.refusal == (400, words)
    poll = asyncio.gather(call("getUpdates", timeout=50))
    await bot.updates.wait_polled()
    told = [
        (await call("setWebhook", url="https://example.org/")).body["description"],
        (await call("setWebhook", url="https://example.org/")).body["description"],
    ]
    (answer,) = await poll
    assert answer.refusal == (409, "Conflict: terminated by setWebhook request")
    refused = await call("getUpdates")
    assert refused.refusal == (
        409,
        "Conflict: can't use getUpdates method while webhook is active;"
        " use deleteWebhook to delete the webhook first",
    )
    info = (await call("getWebhookInfo")).result
    assert (info["url"], info["pending_update_count"]) == ("https://example.org/", 0)
    told += [(await call("deleteWebhook")).body["description"] for _ in range(2)]
    assert told == [
        "Webhook was set",
        "Webhook is already set",
        "Webhook was deleted",
        "Webhook is already deleted",
    ]


async def test_pending_updates_can_be_dropped(call: Client, bot: Bot, three: int) -> None:
    """[D]"""
    assert bot.updates.waiting == 3
    assert (await call("deleteWebhook", drop_pending_updates=True)).result is True
    assert await polls(call, offset=three) == []


async def test_redelivery_keeps_the_numbers(
    telegram: Telegram, bot: Bot, call: Client, three: int
) -> None:
    """Not Telegram's: what was acknowledged comes once more, to see that it does nothing."""
    await polls(call)
    telegram.redeliver(bot, 2)
    again = await polls(call, offset=three + 3)
    assert [update["update_id"] for update in again] == [three + 1, three + 2]
    telegram.redeliver(bot, 0)
    assert await polls(call, offset=three + 4) == []


@pytest.mark.parametrize(
    "raw", [{"moon": 5}, {"message": "no object"}, {"update_id": "x", "message": {}}, {}]
)
async def test_anything_can_be_injected(
    telegram: Telegram, bot: Bot, call: Client, raw: dict[str, Any]
) -> None:
    """Not Telegram's: poison comes as it is and is acknowledged by its place."""
    number = bot.updates.next_id
    telegram.inject(bot, raw)
    assert await polls(call) == [{"update_id": number, **raw}]
    assert bot.updates.waiting == 1
    await polls(call, offset=number + 1)
    assert bot.updates.waiting == 0


async def test_nothing_is_lost_when_a_poller_dies(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    """A poll whose client has gone takes nothing with it."""
    poll = asyncio.gather(call("getUpdates", timeout=50))
    await bot.updates.wait_polled()
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    await bot.updates.wait_polled(polled=False)
    telegram.says(vera, bot, "x")
    assert len(await polls(call, offset=bot.updates.next_id - 1)) == 1
