"""Updates that came in: each is kept once, handled once, and blocks nobody."""

from bot.store.inbox import Incoming
from bot.store.store import Store


def update(number: int, bot: int = 1, text: str = "words") -> Incoming:
    return Incoming(bot, number, {"update_id": number, "message": {"text": text}})


async def waiting(store: Store) -> list[Incoming]:
    return [incoming for _, incoming in await store.inbox.waiting(0, 100)]


async def test_an_update_comes_back_as_it_came(store: Store) -> None:
    await store.inbox.keep([update(5), update(3)])
    assert await waiting(store) == [update(5), update(3)]


async def test_the_same_update_again_changes_nothing(store: Store) -> None:
    await store.inbox.keep([update(1, text="first")])
    await store.inbox.keep([update(1, text="again"), update(2), update(2, text="twice in one")])
    assert await waiting(store) == [update(1, text="first"), update(2)]


async def test_two_bots_count_by_themselves(store: Store) -> None:
    await store.inbox.keep([update(1, bot=1), update(1, bot=2)])
    assert await store.inbox.take(update(1, bot=2))
    assert await waiting(store) == [update(1, bot=1)]


async def test_an_update_is_taken_once(store: Store) -> None:
    await store.inbox.keep([update(1)])
    assert await store.inbox.take(update(1))
    assert not await store.inbox.take(update(1))
    assert await waiting(store) == []


async def test_a_handled_update_that_comes_again_is_not_handled_again(store: Store) -> None:
    await store.inbox.keep([update(1)])
    assert await store.inbox.take(update(1))
    await store.inbox.keep([update(1)])
    assert not await store.inbox.take(update(1))
    assert await waiting(store) == []


async def test_an_update_that_nobody_kept_is_not_taken(store: Store) -> None:
    assert not await store.inbox.take(update(1))


async def test_what_is_set_aside_blocks_nobody_and_is_not_lost(store: Store) -> None:
    await store.inbox.keep([update(1), update(2)])
    await store.inbox.set_aside(update(1))
    assert await waiting(store) == [update(2)]
    assert await store.inbox.dead() == 1
    assert not await store.inbox.take(update(1))
    await store.inbox.keep([update(1, text="again")])
    assert await waiting(store) == [update(2)]


async def test_a_lower_number_than_the_last_one_is_handled_all_the_same(store: Store) -> None:
    """Telegram begins anew with a random number after a quiet week."""
    await store.inbox.keep([update(1000)])
    assert await store.inbox.take(update(1000))
    await store.inbox.keep([update(7)])
    assert await store.inbox.take(update(7))


async def test_a_long_queue_is_read_in_portions(store: Store) -> None:
    await store.inbox.keep([update(number) for number in range(10, 0, -1)])
    read: list[int] = []
    after = 0
    while portion := await store.inbox.waiting(after, 4):
        assert len(portion) <= 4
        read += [incoming.update_id for _, incoming in portion]
        after = portion[-1][0]
    assert read == list(range(10, 0, -1)), "in the order in which they came"
