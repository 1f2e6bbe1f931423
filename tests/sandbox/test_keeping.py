"""What `majakka sandbox --keep` keeps, and that a kill at any moment takes nothing of it."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from bot.sandbox.clock import MovableClock
from bot.sandbox.keeping import Keeper, UnreadableWorldError, holds_world, read_world
from bot.sandbox.model import Bot, User
from bot.sandbox.orders import Order, phones, world
from bot.sandbox.play import USUAL_PORT, play
from bot.sandbox.server import serve
from bot.sandbox.telegram import Telegram
from bot.start import CannotStartError
from tests.sandbox.scene import Client, Scene
from tests.sandbox.window import Sandbox, sandbox


def seen(telegram: Telegram) -> tuple[Any, Any]:
    """Everything that a page shows, but for what goes on counting."""
    order = Order(telegram, {})
    told = world(order)
    return {name: told[name] for name in ("bots", "people")}, json.loads(json.dumps(phones(order)))


async def test_a_world_is_read_as_it_was_written(
    tmp_path: Path, scene: Scene, clock: MovableClock
) -> None:
    telegram, bot, vera = scene.telegram, scene.bot, scene.vera
    telegram.reacts(vera, bot, int(scene.things["screen"]), "👍")
    telegram.taps(vera, bot, int(scene.things["screen"]), "next")
    await scene.call("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    await scene.call("setMyDescription", description="A lamp")
    await scene.call("setChatMenuButton", menu_button={"type": "commands"})
    clock.push(timedelta(days=3))
    telegram.says(vera, bot, "last words")
    Keeper(tmp_path, telegram, clock).write()

    again, later = read_world(tmp_path)
    assert seen(again) == seen(telegram)
    assert later.offset == clock.offset
    assert again.bots[bot.id].updates.kept == bot.updates.kept
    assert [update.data for update in again.files] == [file.data for file in telegram.files]
    async with serve(again) as server:
        call = Client(scene.call.session, server.url)
        (update,) = [
            update
            for update in (await call("getUpdates")).result
            if update.get("message", {}).get("text") == "last words"
        ]
        assert (await call("getMyDescription")).result == {"description": "A lamp"}
        answer = await call("sendMessage", chat_id=vera.id, text="I am here")
        assert answer.result["message_id"] == update["message"]["message_id"] + 1
        document = await call("sendDocument", chat_id=vera.id, document=scene.things["file"])
        assert document.result["document"]["file_name"] == "a.txt"


async def test_what_was_answered_is_on_disk(
    tmp_path: Path, telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    clock = MovableClock()
    keeper = Keeper(tmp_path, telegram, clock)
    async with serve(telegram, keeper=keeper) as server:
        kept = Client(call.session, server.url)
        said = {"user": vera.id, "bot": bot.id, "text": "before it is all there"}
        await kept.request("/sim/say", json=said)
        assert not holds_world(tmp_path)
        keeper.write()
        await kept.request("/sim/say", json={**said, "text": "hello"})
        assert texts(tmp_path, vera.id)[-1] == "hello"
        await kept("sendMessage", chat_id=vera.id, text="good day")
        assert texts(tmp_path, vera.id)[-1] == "good day"


def texts(folder: Path, user: int) -> list[str]:
    telegram, _ = read_world(folder)
    chat = telegram.chat(telegram.users[user], next(iter(telegram.bots.values())))
    return [message["text"] for message in chat.messages]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"version": 0}', '{"version": 1}'])
def test_a_world_that_cannot_be_read(tmp_path: Path, content: str) -> None:
    (tmp_path / "world.json").write_text(content)
    with pytest.raises(UnreadableWorldError):
        read_world(tmp_path)


async def refused(keep: Path, *, flat: bool = False) -> str:
    with pytest.raises(CannotStartError) as told:
        await play(0, flat=flat, keep=keep, fresh=False)
    assert told.value.exit_status == 1
    return str(told.value)


async def test_a_folder_that_is_somebody_elses_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert "holds other things" in await refused(tmp_path)
    assert not (tmp_path / "sandbox.lock").exists()
    file = tmp_path / "file"
    file.touch()
    assert "cannot be used (File exists)" in await refused(file)


async def test_a_folder_that_was_kept_otherwise_is_told(
    tmp_path: Path, telegram: Telegram, bot: Bot, vera: User, clock: MovableClock
) -> None:
    assert list(telegram.bots) == [bot.id]
    assert list(telegram.users) == [vera.id]
    (tmp_path / "sandbox.lock").touch()
    Keeper(tmp_path, telegram, clock).write()
    assert "has one bot: add --flat" in await refused(tmp_path)
    telegram.add_bot("1000002:other", "other_bot", "Other")
    Keeper(tmp_path, telegram, clock).write()
    assert "has two bots: leave --flat out" in await refused(tmp_path, flat=True)
    (tmp_path / "world.json").write_text("{}")
    assert "was kept by another version: begin anew with --fresh" in await refused(tmp_path)


# The whole program


def messages(stage: Sandbox, name: str) -> list[dict[str, Any]]:
    """What stands in somebody's chats."""
    people = {one["first_name"]: one["id"] for one in stage.sees("world")["people"]}
    chats = [chat for chat in stage.sees("phones") if chat["user"] == people[name]]
    return [message for chat in chats for message in chat["messages"]]


def says(stage: Sandbox, name: str, text: str) -> None:
    """Write to the émigrés' bot, and wait until it has answered that."""
    world = stage.sees("world")
    person = next(one for one in world["people"] if one["first_name"] == name)
    stage.posts("say", user=person["id"], bot=world["bots"][0]["id"], text=text)
    until_answered(stage, name, text)


def until_answered(stage: Sandbox, name: str, text: str) -> None:
    def answered() -> bool:
        replied = [message.get("reply_to_message", {}) for message in messages(stage, name)]
        return any(text in message.get("text", "") for message in replied)

    version = 0
    while not answered():
        now = stage.sees("changes", since=version, timeout=50)["version"]
        assert now != version, "nothing happened"
        version = now


def test_what_is_kept_outlives_a_kill_and_what_is_fresh_begins_anew(tmp_path: Path) -> None:
    folder = tmp_path / "play"
    with sandbox("--keep", str(folder)) as stage:
        until_answered(stage, "Marina", "/start team-")
        says(stage, "Vera", "before the kill")
        stage.posts("clock", seconds=7200)
        before, then = messages(stage, "Vera"), stage.sees("world")["now"]
        stage.dies()
    with sandbox("--keep", str(folder)) as stage:
        assert messages(stage, "Vera")[: len(before)] == before
        assert stage.sees("world")["now"] > then
        says(stage, "Vera", "after the kill")
        stage.posts("restart")
        says(stage, "Vera", "after the restart")
        with sandbox_that_fails("--keep", str(folder)) as sentence:
            assert sentence.startswith("Another sandbox plays in ")
    with sandbox("--keep", str(folder), "--fresh") as stage:
        until_answered(stage, "Vera", "/start")
        assert not any("the kill" in message["text"] for message in messages(stage, "Vera"))


@contextmanager
def sandbox_that_fails(*arguments: str) -> Iterator[str]:
    command = [sys.executable, "-m", "bot", "sandbox", "--port", "0", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    yield done.stderr


@pytest.mark.parametrize("made", ["sandbox.lock", "keys/majakka.key", "data/majakka.db-wal"])
def test_a_first_start_that_is_killed_leaves_a_folder_to_play_in(tmp_path: Path, made: str) -> None:
    folder = tmp_path / "play"
    command = [sys.executable, "-m", "bot", "sandbox", "--port", "0", "--keep", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as program:
        while not (folder / made).exists():
            assert program.poll() is None
            sleep(0.001)
        program.kill()
    assert not (folder / "world.json").exists()
    with sandbox("--keep", str(folder)) as stage:
        until_answered(stage, "Marina", "/start team-")


def test_where_the_usual_port_is_taken_another_is_found() -> None:
    with socket.socket() as taken:
        with suppress(OSError):  # then somebody else has taken it for us
            taken.bind(("127.0.0.1", USUAL_PORT))
            taken.listen()
        command = [sys.executable, "-m", "bot", "sandbox"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
            assert program.stderr
            told = [program.stderr.readline() for _ in range(2)]
            program.terminate()
    assert told[0] == f"Port {USUAL_PORT} is taken, perhaps by another sandbox.\n"
    assert told[1].startswith("Open http://127.0.0.1:")
