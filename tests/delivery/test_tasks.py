"""Whatever runs by itself has an owner: it is kept, restarted, told of by its kind, and ended."""

import asyncio
import logging

import pytest

from bot.delivery import tasks as module
from bot.delivery.tasks import FatalError, Tasks


async def test_a_loop_that_fails_is_told_by_kind_and_starts_again(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSE_BEFORE_RESTART", 0.0)
    runs = 0

    async def loop() -> None:
        nonlocal runs
        runs += 1
        if runs < 3:
            raise ValueError("secret words")

    await Tasks().keep(loop, "a loop")
    assert runs == 3
    assert caplog.messages == ["a loop failed (ValueError) and starts again"] * 2


async def test_what_a_restart_cannot_help_reaches_the_program() -> None:
    tasks = Tasks()

    async def loop() -> None:
        raise FatalError("the token is revoked", 77)

    tasks.keep(loop, "a loop")
    tasks.keep(loop, "another")
    with pytest.raises(FatalError) as fatal:
        await tasks.fatal
    assert fatal.value.exit_status == 77
    await tasks.drain(1)


async def test_a_task_that_fails_is_told_by_kind_alone(caplog: pytest.LogCaptureFixture) -> None:
    async def work() -> None:
        raise ValueError("secret words")

    tasks = Tasks()
    tasks.spawn(work(), "a task")
    await tasks.drain(1)
    assert caplog.record_tuples == [
        ("bot.delivery.tasks", logging.ERROR, "a task failed (ValueError)")
    ]


async def test_settling_waits_for_tasks_and_not_for_loops() -> None:
    tasks, done, never = Tasks(), [], asyncio.Event()

    async def work() -> None:
        await asyncio.sleep(0)
        done.append(True)

    async def loop() -> None:
        await never.wait()

    kept = tasks.keep(loop, "a loop")
    tasks.spawn(work(), "a task")
    await tasks.settle(10)
    assert done
    assert not kept.done()
    await tasks.drain(0)
    assert kept.cancelled()
