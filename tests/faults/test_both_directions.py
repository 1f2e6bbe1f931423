"""Trouble on the way to one side while the other goes on: nothing is lost, order is kept."""

from datetime import timedelta

import pytest

from tests.faults.conftest import Talk
from tests.town import Phone

SECOND = timedelta(seconds=1)
AGAIN = 61 * SECOND
FIVE_MINUTES = range(5)


def talks(talk: Talk, author: Phone, text: str) -> None:
    """Let one of the two say something in the question."""
    author.says(text, **(talk.block if author is talk.olli else {}))


def copies(reader: Phone, words: str) -> list[str]:
    """Return what the bot wrote somebody that holds some words."""
    return [said["text"] for said in reader.from_bot if words in said["text"]]


async def test_who_is_slowed_down_waits_and_the_other_direction_flows(talk: Talk) -> None:
    """Once towards who asks, once towards who helps."""
    for times, (slow, other) in enumerate([(talk.vera, talk.olli), (talk.olli, talk.vera)], 1):
        name, floods = slow.user.first_name, talk.asked("sendMessage", slow)
        talk.trouble("sendMessage", kind="flood", chat=slow)
        talks(talk, other, f"Раз {name}")
        await talk.met("flood", times=times)
        talks(talk, other, f"Два {name}")
        talks(talk, slow, f"Навстречу {name}")
        await other.sees(f"Навстречу {name}")
        await talk.quiet()
        talk.town.clock.push(28 * SECOND)
        await talk.quiet()
        assert copies(slow, name) == []
        assert talk.asked("sendMessage", slow) == floods + 1, "not asked again before the time"
        talk.town.clock.push(3 * SECOND)
        await slow.sees(f"Два {name}")
        assert slow.shows_in_order(f"Раз {name}", f"Два {name}")
        assert not any("(Повтор" in text or "uudelleen" in text for text in copies(slow, name))
        await talk.quiet()
        talk.town.clock.push(31 * SECOND)  # two within five seconds would stop everybody


@pytest.mark.parametrize("kind", ["gateway", "cut"])
async def test_five_minutes_of_broken_answers_lose_nothing(talk: Talk, kind: str) -> None:
    """Both directions at once; nothing gets through until it is over, and nobody is hammered."""
    readers = {talk.vera: "Ответ", talk.olli: "Вопрос ещё"}
    broken = [talk.trouble("sendMessage", kind=kind, chat=reader, times=None) for reader in readers]
    before = {reader: talk.asked("sendMessage", reader) for reader in readers}
    for number in (1, 2):
        talks(talk, talk.olli, f"Ответ {number}")
        talks(talk, talk.vera, f"Вопрос ещё {number}")
    for _ in FIVE_MINUTES:
        await talk.quiet()
        talk.town.clock.push(AGAIN)
    await talk.quiet()
    for reader, words in readers.items():
        assert copies(reader, words) == []
        # a line a minute, and each receipt three times in three seconds
        assert talk.asked("sendMessage", reader) - before[reader] <= 6 + 2 * 3
    for fault in broken:
        talk.town.telegram.faults.remove(fault)
    for reader, words in readers.items():
        talk.town.clock.push(AGAIN)
        await reader.sees(f"{words} 2")
        assert reader.shows_in_order(f"{words} 1", f"{words} 2")
        assert [len(copies(reader, f"{words} {number}")) for number in (1, 2)] == [1, 1]


async def test_five_minutes_without_a_line_lose_nothing_and_repeat_nothing(talk: Talk) -> None:
    server = talk.town.server
    assert server
    await server.disappear()
    talks(talk, talk.olli, "Услышат позже")
    await talk.put("Уже в пути")
    for _ in FIVE_MINUTES:
        await talk.town.idle()
        talk.town.clock.push(AGAIN)
    await talk.town.idle()
    await server.appear()
    talk.town.clock.push(AGAIN)
    await talk.vera.sees("Услышат позже")
    assert copies(talk.vera, "Уже в пути") == ["Уже в пути"]
    assert talk.vera.shows_in_order("Уже в пути", "Услышат позже")
