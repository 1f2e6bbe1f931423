"""The pace that the stand-in keeps while a bot is measured under Telegram's limits."""

from datetime import timedelta

import pytest

from bot.sandbox.arguments import Arguments
from bot.sandbox.bench.limits import A_SECOND, AT_ONCE, Limits
from bot.sandbox.clock import MovableClock
from bot.sandbox.faults import Kind

BOT, OTHER_BOT = 1, 2
SECOND = timedelta(seconds=1)


@pytest.fixture
def limits(clock: MovableClock) -> Limits:
    return Limits(clock)


def takes(limits: Limits, chat: int, bot: int = BOT, method: str = "sendmessage") -> bool:
    """Say whether a message goes through."""
    fault = limits.take(bot, method, Arguments({"chat_id": chat}))
    assert fault is None or fault.kind is Kind.FLOOD
    return fault is None


def test_so_many_a_second_over_all_chats_of_a_bot(limits: Limits, clock: MovableClock) -> None:
    assert all(takes(limits, chat) for chat in range(A_SECOND))
    assert not takes(limits, A_SECOND)
    assert takes(limits, A_SECOND, OTHER_BOT)
    assert takes(limits, A_SECOND, method="editmessagetext")
    clock.push(SECOND)
    assert takes(limits, A_SECOND)
    assert limits.refused == 1


def test_a_few_at_once_in_a_chat_and_then_one_a_second(limits: Limits, clock: MovableClock) -> None:
    assert [takes(limits, 7) for _ in range(AT_ONCE + 1)] == [True] * AT_ONCE + [False]
    assert takes(limits, 8)
    clock.push(SECOND)
    assert takes(limits, 7)
    assert not takes(limits, 7)


def test_trouble_that_was_ordered_comes_all_the_same(limits: Limits) -> None:
    fault = limits.add("sendMessage", kind=Kind.LOST)
    assert limits.take(BOT, "sendmessage", Arguments({"chat_id": 7})) is fault
