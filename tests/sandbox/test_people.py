"""What people do with their phones, and what the bot hears of it."""

import itertools
from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.clock import MovableClock
from bot.sandbox.files import Upload
from bot.sandbox.model import Bot, User
from bot.sandbox.phone import LARGEST_FILE, chosen, sample
from bot.sandbox.telegram import Telegram
from tests.sandbox.scene import TOKEN, Client

OFFSETS = itertools.count(1000)


async def heard(call: Client) -> list[dict[str, Any]]:
    """All updates that wait; the bot acknowledges nothing, and never asks the same twice."""
    updates = (await call("getUpdates", offset=-next(OFFSETS))).result
    assert isinstance(updates, list)
    return updates


async def test_edit(
    telegram: Telegram, bot: Bot, vera: User, call: Client, clock: MovableClock
) -> None:
    said = telegram.says(vera, bot, "helo")
    clock.push(timedelta(minutes=5))
    telegram.edits(vera, bot, said["message_id"], "hello /help")
    edited = (await heard(call))[-1]["edited_message"]
    assert (edited["text"], edited["message_id"]) == ("hello /help", said["message_id"])
    assert edited["edit_date"] - edited["date"] == 300
    assert edited["entities"][0]["type"] == "bot_command"
    assert said["text"] == "helo"
    clock.push(timedelta(hours=48))
    with pytest.raises(ValueError, match="too old"):
        telegram.edits(vera, bot, said["message_id"], "later")


async def test_a_picture_may_take_the_place_of_a_text(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    said = telegram.says(vera, bot, "helo")
    telegram.edits(vera, bot, said["message_id"], sample(telegram.files, bot, "photo", "mine"))
    edited = (await heard(call))[-1]["edited_message"]
    assert edited["message_id"] == said["message_id"]
    assert "photo" in edited
    assert "text" not in edited
    assert edited["caption"] == "mine"


async def test_only_ones_own_message_is_edited(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    telegram.says(vera, bot, "/start")
    sent = (await call("sendMessage", chat_id=vera.id, text="x")).result
    with pytest.raises(ValueError, match="own message"):
        telegram.edits(vera, bot, sent["message_id"], "y")


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "x" * 4097])
def test_what_no_phone_sends(telegram: Telegram, bot: Bot, vera: User, text: str) -> None:
    with pytest.raises(ValueError, match="a phone does not send"):
        telegram.says(vera, bot, text)


async def test_block_and_unblock(telegram: Telegram, bot: Bot, vera: User, call: Client) -> None:
    telegram.says(vera, bot, "/start")
    telegram.blocks(vera, bot)
    telegram.blocks(vera, bot)
    refused = await call("sendMessage", chat_id=vera.id, text="x")
    assert refused.refusal == (403, "Forbidden: bot was blocked by the user")
    with pytest.raises(ValueError, match="blocked"):
        telegram.says(vera, bot, "x")
    telegram.unblocks(vera, bot)
    assert (await call("sendMessage", chat_id=vera.id, text="x")).status == 200
    changes = [update["my_chat_member"] for update in (await heard(call))[1:]]
    statuses = [
        (change["old_chat_member"]["status"], change["new_chat_member"]["status"])
        for change in changes
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert changes[0]["from"]["id"] == vera.id


@pytest.mark.parametrize(
    ("link", "text"),
    [
        (["https://t.me/lamp_bot?start=abc-1_Z"], "/start abc-1_Z"),
        (["t.me/Lamp_Bot?start=a%20b"], "/start a b"),
        (["https://t.me/lamp_bot"], "/start"),
        (["tg://resolve?domain=lamp_bot&start=abc"], "/start abc"),
        (["@lamp_bot", "abc"], "/start abc"),
        (["lamp_bot"], "/start"),
    ],
)
def test_start_links(telegram: Telegram, bot: Bot, vera: User, link: list[str], text: str) -> None:
    assert telegram.opens(vera, *link)["text"] == text
    telegram.blocks(vera, bot)
    telegram.opens(vera, *link)
    assert not telegram.chat(vera, bot).blocked


def test_no_such_bot(telegram: Telegram, vera: User) -> None:
    with pytest.raises(ValueError, match="no bot"):
        telegram.opens(vera, "t.me/other_bot")


async def test_tap_on_a_message_that_is_gone(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    """[D] The message is inaccessible then: its date is 0. The data may be forged."""
    telegram.says(vera, bot, "/start")
    sent = (await call("sendMessage", chat_id=vera.id, text="x")).result
    await call("deleteMessage", chat_id=vera.id, message_id=sent["message_id"])
    query_id = telegram.taps(vera, bot, sent["message_id"], "forged")
    query = (await heard(call))[-1]["callback_query"]
    assert (query["id"], query["data"]) == (query_id, "forged")
    assert query["message"] == {
        "chat": sent["chat"],
        "message_id": sent["message_id"],
        "date": 0,
    }
    with pytest.raises(ValueError, match="never was"):
        telegram.taps(vera, bot, 999, "x")


def test_replies_and_topics_must_be_there(telegram: Telegram, bot: Bot, vera: User) -> None:
    said = telegram.says(vera, bot, "a")
    assert telegram.says(vera, bot, "b", reply_to=said["message_id"])["reply_to_message"] == said
    telegram.deletes(vera, bot, said["message_id"])
    assert [message["text"] for message in telegram.chat(vera, bot).messages] == ["b"]
    assert "reply_to_message" not in telegram.chat(vera, bot).messages[0]
    with pytest.raises(ValueError, match="reply"):
        telegram.says(vera, bot, "c", reply_to=said["message_id"])
    with pytest.raises(ValueError, match="topic"):
        telegram.says(vera, bot, "c", thread_id=5)


@pytest.mark.parametrize(
    "kind", ["sticker", "voice", "photo", "document", "video_note", "location", "contact"]
)
async def test_other_kinds_of_messages(
    telegram: Telegram, bot: Bot, vera: User, call: Client, kind: str
) -> None:
    content = sample(telegram.files, bot, kind, caption="my /help")
    telegram.sends(vera, bot, content)
    message = (await heard(call))[-1]["message"]
    assert kind in message
    assert "text" not in message
    if kind in {"photo", "document", "voice"}:
        assert message["caption"] == "my /help"
        assert message["caption_entities"][0]["type"] == "bot_command"
    else:
        assert "caption" not in message


async def test_a_reaction_is_told_to_whoever_asked_for_it(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    """[D] [S] Only by name; a person has one at a time, and the update tells both."""
    number = telegram.says(vera, bot, "a")["message_id"]
    telegram.reacts(vera, bot, number, "👍")
    assert [*(await heard(call))[-1]] == ["update_id", "message"]
    await call("getUpdates", allowed_updates=["message_reaction"], offset=-next(OFFSETS))
    thumb, heart = ({"type": "emoji", "emoji": emoji} for emoji in "👍❤")
    telegram.reacts(vera, bot, number, "❤")
    reaction = (await heard(call))[-1]["message_reaction"]
    assert (reaction["old_reaction"], reaction["new_reaction"]) == ([thumb], [heart])
    assert (reaction["user"]["id"], reaction["message_id"]) == (vera.id, number)
    assert reaction["chat"]["type"] == "private"
    telegram.reacts(vera, bot, number, None)
    reaction = (await heard(call))[-1]["message_reaction"]
    assert (reaction["old_reaction"], reaction["new_reaction"]) == ([heart], [])
    with pytest.raises(ValueError, match="nobody can react"):
        telegram.reacts(vera, bot, number, "🧨")
    with pytest.raises(ValueError, match="no such message"):
        telegram.reacts(vera, bot, 99, "👍")


async def test_a_photo_can_be_fetched(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    message = telegram.sends(vera, bot, sample(telegram.files, bot, "photo"))
    file = (await call("getFile", file_id=message["photo"][-1]["file_id"])).result
    fetched = await call.request(f"/file/bot{TOKEN}/{file['file_path']}", verb="GET")
    assert len(fetched.raw) == file["file_size"] > 0


def test_no_phone_sends_what_is_too_big(telegram: Telegram, bot: Bot) -> None:
    upload = Upload("a.bin", bytes(LARGEST_FILE + 1))
    with pytest.raises(ValueError, match="no file of more than 30 MB"):
        chosen(telegram.files, bot, "document", upload)


async def test_a_group(telegram: Telegram, bot: Bot, vera: User, call: Client) -> None:
    group = telegram.adds(vera, bot, "Neighbours")
    added, welcomed = await heard(call)
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert welcomed["message"]["new_chat_members"][0]["id"] == bot.id
    assert added["my_chat_member"]["chat"]["type"] == "supergroup"
    telegram.says_in(vera, group, "hello")
    assert (await call("sendMessage", chat_id=group.id, text="bye")).status == 200
    assert (await call("leaveChat", chat_id=group.id)).result is True
    telegram.says_in(vera, group, "are you there?")
    *_, said, left = await heard(call)
    assert said["message"]["text"] == "hello"
    assert left["my_chat_member"]["new_chat_member"]["status"] == "left"
    assert left["my_chat_member"]["from"]["id"] == bot.id
    refused = await call("sendMessage", chat_id=group.id, text="x")
    assert refused.refusal == (403, "Forbidden: bot is not a member of the supergroup chat")


async def test_a_channel(telegram: Telegram, bot: Bot, vera: User, call: Client) -> None:
    channel = telegram.adds(vera, bot, "News", "channel")
    telegram.says_in(vera, channel, "today")
    added, post = await heard(call)
    assert added["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert post["channel_post"]["text"] == "today"
    assert "from" not in post["channel_post"]


async def test_two_bots_do_not_hear_each_other(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    other = telegram.add_bot("1000002:other", "other_bot", "Other")
    telegram.says(vera, bot, "to one")
    telegram.says(vera, other, "to the other")
    telegram.says(vera, other, "again")
    assert [update["message"]["message_id"] for update in await heard(call)] == [1]
    answers = (await call("getUpdates", other.token)).result
    assert [update["message"]["message_id"] for update in answers] == [1, 2]
    telegram.revoke(other)
    assert (await call("getMe", other.token)).refusal == (401, "Unauthorized")


def test_memory_is_bounded(clock: MovableClock) -> None:
    telegram = Telegram(clock, keep=3)
    bot = telegram.add_bot(TOKEN, "lamp_bot", "Lamp")
    vera = telegram.add_user("Vera")
    said = telegram.says(vera, bot, "a")
    taps = [telegram.taps(vera, bot, said["message_id"], str(n)) for n in range(5)]
    assert list(telegram.answers) == taps[2:]
    assert telegram.calls.maxlen == 3
