"""What a bot says about itself: commands, words, menu (TELEGRAM §2.5)."""

from typing import Any

import pytest

from tests.sandbox.scene import Row, Scene, Source, row, table


def command(**changes: object) -> dict[str, Any]:
    return {"commands": [{"command": "help", "description": "Help", **changes}]}


def commands(source: Source, when: str, arguments: dict[str, Any], words: str) -> Row:
    return row(source, "setMyCommands", when, arguments, words)


@table(
    commands("S", "no command", command(command=""), "command must be non-empty"),
    commands("S", "33", command(command="x" * 33), "command length must not exceed 32"),
    commands("S", "untold", command(description=" "), "command description must be non-empty"),
    commands(
        "S",
        "257",
        command(description="x" * 257),
        "command description length must not exceed 256",
    ),
    commands("K", "odd letters", command(command="помощь"), "BOT_COMMAND_INVALID"),
    commands("K", "broken", {"commands": "["}, "can't parse commands JSON object"),
    commands(
        "K",
        "101",
        {"commands": command()["commands"] * 101},
        "can't set more than 100 commands",
    ),
    commands(
        "S", "language", command() | {"language_code": "rus"}, "invalid language code specified"
    ),
    commands(
        "S",
        "chat unknown",
        command() | {"scope": {"type": "chat", "chat_id": 77}},
        "chat not found",
    ),
    commands("K", "scope", command() | {"scope": {"type": "moon"}}, "unsupported type specified"),
    commands("K", "scope", command() | {"scope": "{"}, "can't parse BotCommandScope JSON object"),
    row("S", "setChatMenuButton", "a group", {"chat_id": -5}, "invalid chat_id specified"),
    row(
        "K",
        "setChatMenuButton",
        "no such button",
        {"menu_button": {"type": "moon"}},
        "menuButton has unsupported type",
    ),
    row("K", "setMyName", "65", {"name": "x" * 65}, "BOT_TITLE_INVALID"),
    row(
        "K",
        "setMyDescription",
        "513",
        {"description": "x" * 513},
        "bot description length must not exceed 512",
    ),
    row(
        "K",
        "setMyShortDescription",
        "121",
        {"short_description": "x" * 121},
        "bot short description length must not exceed 120",
    ),
    row(
        "S",
        "getMyName",
        "language",
        {"language_code": "suomi"},
        "invalid language code specified",
    ),
)
async def test_refusals(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


async def test_commands_are_kept_by_scope_and_language(scene: Scene) -> None:
    """[D] Each list stands alone; the narrowest is the phone's business."""
    vera = {"type": "chat", "chat_id": scene.vera.id}
    assert (await scene.call("setMyCommands", **command(description="Help"))).result is True
    russian = {**command(description="Помощь"), "language_code": "ru", "scope": vera}
    assert (await scene.call("setMyCommands", **russian)).result is True
    assert (await scene.call("getMyCommands")).result[0]["description"] == "Help"
    assert (await scene.call("getMyCommands", language_code="ru")).result == []
    swapped = {"chat_id": scene.vera.id, "type": "chat"}
    found = await scene.call("getMyCommands", language_code="ru", scope=swapped)
    assert found.result[0]["description"] == "Помощь"
    assert (await scene.call("deleteMyCommands")).result is True
    assert (await scene.call("getMyCommands")).result == []


@pytest.mark.parametrize(
    ("kind", "field", "untold"),
    [
        ("Name", "name", "Lamp"),
        ("Description", "description", ""),
        ("ShortDescription", "short_description", ""),
    ],
)
async def test_words_are_kept_by_language(scene: Scene, kind: str, field: str, untold: str) -> None:
    """[D]; [K] that a description unset in a language is empty, while a name falls back."""
    assert (await scene.call(f"getMy{kind}", language_code="fi")).result == {field: untold}
    finnish = {field: "Majakka", "language_code": "fi"}
    assert (await scene.call(f"setMy{kind}", **finnish)).result is True
    assert (await scene.call(f"getMy{kind}", language_code="fi")).result == {field: "Majakka"}
    assert (await scene.call(f"getMy{kind}")).result == {field: untold}


async def test_menu_button(scene: Scene) -> None:
    """[D] For everyone, or for one private chat."""
    assert (await scene.call("getChatMenuButton")).result == {"type": "commands"}
    mine = {"chat_id": scene.vera.id, "menu_button": {"type": "default"}}
    assert (await scene.call("setChatMenuButton", **mine)).result is True
    found = await scene.call("getChatMenuButton", chat_id=scene.vera.id)
    assert found.result == {"type": "default"}
