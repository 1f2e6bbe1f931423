"""`kill -9` at random moments while people write: nothing lost or astray, doubles explained."""

import asyncio
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from tests.faults.program import Program, town_with_a_program
from tests.journeys.test_question import asks, reply_to
from tests.town import Phone, Town

KILLS = 50
STOPS = 10
PEOPLE = 20
HELPERS = 4
REPEAT = {
    "ru": "(Повтор: в прошлый раз связь прервалась.)",
    "fi": "(Lähetetty uudelleen: yhteys katkesi ensimmäisellä kerralla.)",
}
AGAIN = timedelta(seconds=61)


class Pair:
    """An émigré and the helper who has their question; each writes numbered lines to the other."""

    def __init__(self, number: int, emigre: Phone, helper: Phone, block: dict[str, int]) -> None:
        self.number, self.emigre, self.helper, self.block = number, emigre, helper, block
        self.written: dict[Phone, list[str]] = {emigre: [], helper: []}

    def write(self) -> None:
        """Write one line on each side."""
        for phone, where in ((self.emigre, {}), (self.helper, self.block)):
            line = f"line {self.number}/{phone.user.id}/{len(self.written[phone])}."
            phone.says(line, **where)
            self.written[phone].append(line)

    def read_by(self, phone: Phone) -> list[str]:
        """Return what the other side wrote, as it came, in the order in which it came."""
        wanted = self.written[self.helper if phone is self.emigre else self.emigre]
        arrived = [message["text"] for message in phone.from_bot]
        return [text for text in arrived if text.rsplit("\n", 1)[-1] in wanted]


async def test_nobody_loses_a_word_when_the_program_is_killed_again_and_again(
    tmp_path: Path,
) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        pairs = [pair async for pair in _pairs(town)]
        in_flight = await _ended_while_they_write(town, program, pairs, program.kill, KILLS)
        await program.settles(push=AGAIN)
        doubles = sum(_check(pair) for pair in pairs)
        assert doubles <= in_flight
        _nothing_went_astray(pairs)


async def test_a_program_that_is_asked_to_stop_doubles_nothing_at_all(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        pairs = [pair async for pair in _pairs(town)]
        in_flight = await _ended_while_they_write(town, program, pairs, program.stop, STOPS)
        await program.settles(push=AGAIN)
        assert in_flight == 0
        assert sum(_check(pair) for pair in pairs) == 0
        _nothing_went_astray(pairs)


async def _pairs(town: Town) -> AsyncIterator[Pair]:
    """Let everybody ask, and the helpers take turns in taking what comes."""
    helpers = [await town.member("fi", name=f"Helper {n}") for n in range(HELPERS)]
    for number in range(PEOPLE):
        emigre = await town.emigre("ru", name=f"Person {number}")
        await asks(emigre, f"Вопрос {number}")
        helper = helpers[number % HELPERS]
        sent = await emigre.sees("Его код")
        code = re.findall(r"Его код — (\w+)", sent["text"])[0]
        helper.says("/waiting")  # whom it reaches first is for routing to say
        await helper.taps(f"Ota {code}…")
        block = await helper.sees(f"Вопрос {number}")
        yield Pair(number, emigre, helper, reply_to(town, block))


async def _ended_while_they_write(
    town: Town,
    program: Program,
    pairs: list[Pair],
    end: Callable[[], Awaitable[None]],
    times: int,
) -> int:
    """End and restart it again and again; return how many sends were left under way."""
    luck = random.Random(7)  # noqa: S311 - any moments will do; these can be had again
    in_flight = 0
    for _ in range(times):
        deadline = asyncio.get_running_loop().time() + luck.uniform(0.02, 0.4)
        while asyncio.get_running_loop().time() < deadline:
            luck.choice(pairs).write()
            await asyncio.sleep(0.01)
        await end()
        in_flight += program.count("outbox", "state = 'sending'")
        await program.start()
        town.clock.push(AGAIN)
    return in_flight


def _check(pair: Pair) -> int:
    """Every line came, in order; what came twice says so the second time. Return the doubles."""
    doubles = 0
    for reader, writer in ((pair.emigre, pair.helper), (pair.helper, pair.emigre)):
        arrived = pair.read_by(reader)
        lines = [text.rsplit("\n", 1)[-1] for text in arrived]
        assert list(dict.fromkeys(lines)) == pair.written[writer]
        seen: Counter[str] = Counter()
        for text, line in zip(arrived, lines, strict=True):
            said_so = text.startswith(tuple(REPEAT.values()))
            assert said_so or not seen[line]
            seen[line] += 1
        doubles += sum(seen.values()) - len(seen)
    return doubles


def _nothing_went_astray(pairs: list[Pair]) -> None:
    """No phone shows a line that was written to somebody else."""
    phones = {phone for pair in pairs for phone in (pair.emigre, pair.helper)}
    for phone in phones:
        mine = {
            line
            for pair in pairs
            if phone in (pair.emigre, pair.helper)
            for lines in pair.written.values()
            for line in lines
        }
        shown = {message["text"].rsplit("\n", 1)[-1] for message in phone.from_bot}
        assert {line for line in shown if line.startswith("line ")} <= mine
