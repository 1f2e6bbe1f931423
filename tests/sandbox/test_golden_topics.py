"""Topics in private chats (TELEGRAM §1.1, §2.5)."""

from datetime import timedelta

from bot.sandbox.clock import MovableClock
from tests.sandbox.scene import Row, Scene, Source, table


def row(source: Source, method: str, when: str, words: str, **more: object) -> Row:
    arguments = {"chat_id": "$vera", "message_thread_id": "$topic", **more}
    return Row(source, when, method, arguments, f"Bad Request: {words}")


@table(
    row("S", "createForumTopic", "blank", "name must be non-empty", name=" "),
    row(
        "S",
        "createForumTopic",
        "bad colour",
        "invalid icon color specified",
        name="x",
        icon_color=5,
    ),
    row("S", "createForumTopic", "group", "the chat is not a forum", name="x", chat_id="$group"),
    row("S", "createForumTopic", "unknown chat", "chat not found", name="x", chat_id=77),
    row(
        "S",
        "editForumTopic",
        "no topic",
        "invalid forum topic identifier specified",
        message_thread_id=0,
    ),
    row("K", "editForumTopic", "unknown", "TOPIC_ID_INVALID", message_thread_id=5, name="x"),
    row("K", "editForumTopic", "nothing new", "TOPIC_NOT_MODIFIED", name="Case"),
    row("K", "deleteForumTopic", "unknown", "TOPIC_ID_INVALID", message_thread_id=5),
    row("S", "closeForumTopic", "private", "the chat is not a supergroup forum"),
    row("S", "reopenForumTopic", "private", "the chat is not a supergroup forum"),
)
async def test_refusals(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


async def test_blocked_bots_make_no_topics(scene: Scene) -> None:
    """[K]"""
    answer = await scene.asks("createForumTopic", {"chat_id": "$blocker", "name": "x"})
    assert answer.refusal == (403, "Forbidden: bot was blocked by the user")


async def test_without_threaded_mode_there_are_no_topics(scene: Scene) -> None:
    """[S] The mode is one switch for the whole bot; [K] that old topics are not found then."""
    scene.bot.topics = False
    created = await scene.asks("createForumTopic", {"chat_id": "$vera", "name": "x"})
    assert created.refusal == (400, "Bad Request: the chat is not a forum")
    sent = await scene.asks(
        "sendMessage", {"chat_id": "$vera", "text": "x", "message_thread_id": "$topic"}
    )
    assert sent.refusal == (400, "Bad Request: message thread not found")
    me = (await scene.call("getMe")).result
    assert (me["has_topics_enabled"], me["allows_users_to_create_topics"]) == (False, False)


async def test_life_of_a_topic(scene: Scene, clock: MovableClock) -> None:
    """[S] Messages carry the thread; deleting it takes them all, however old, and tells nobody."""
    chat = scene.telegram.chat(scene.vera, scene.bot)
    topic = int(scene.things["topic"])
    inside = await scene.sends(message_thread_id=topic)
    assert chat.history[inside]["message_thread_id"] == topic
    assert chat.history[inside]["is_topic_message"] is True
    theirs = scene.telegram.says(scene.vera, scene.bot, "in it", thread_id=topic)
    assert theirs["message_thread_id"] == topic
    answer = await scene.sends(reply_parameters={"message_id": theirs["message_id"]})
    assert chat.history[answer]["message_thread_id"] == topic

    changes = {"chat_id": "$vera", "message_thread_id": "$topic", "name": "✔ Case"}
    assert (await scene.asks("editForumTopic", changes)).result is True
    assert chat.topics[topic]["name"] == "✔ Case"
    await scene.call("getUpdates", offset=-1)
    clock.push(timedelta(days=30))
    gone = {"chat_id": "$vera", "message_thread_id": "$topic"}
    assert (await scene.asks("deleteForumTopic", gone)).result is True
    assert topic not in chat.topics
    assert all("message_thread_id" not in message for message in chat.messages)
    assert (await scene.call("getUpdates")).result == []
    later = await scene.asks("sendMessage", {**gone, "text": "x"})
    assert later.refusal == (400, "Bad Request: message thread not found")


async def test_the_bot_hears_of_its_own_topics(scene: Scene) -> None:
    """[S] Creating and renaming come as updates from the bot itself."""
    await scene.call("getUpdates", offset=-1)
    made = (await scene.asks("createForumTopic", {"chat_id": "$vera", "name": "я" * 200})).result
    assert made["name"] == "я" * 128
    thread = made["message_thread_id"]
    renamed = {"chat_id": scene.vera.id, "message_thread_id": thread, "name": "New"}
    assert (await scene.call("editForumTopic", **renamed)).result is True
    updates = (await scene.call("getUpdates")).result
    created, edited = [update["message"] for update in updates[-2:]]
    assert created["forum_topic_created"]["name"] == "я" * 128
    assert edited["forum_topic_edited"] == {"name": "New"}
    for message in (created, edited):
        assert message["from"]["id"] == scene.bot.id
        assert message["message_thread_id"] == thread != message["message_id"]


async def test_icon(scene: Scene) -> None:
    """[D]"""
    icon = {"chat_id": "$vera", "message_thread_id": "$topic", "icon_custom_emoji_id": "55"}
    assert (await scene.asks("editForumTopic", icon)).result is True
    chat = scene.telegram.chat(scene.vera, scene.bot)
    assert chat.topics[int(scene.things["topic"])]["icon_custom_emoji_id"] == "55"


async def test_nothing_to_change_is_no_error(scene: Scene) -> None:
    """[S]"""
    nothing = {"chat_id": "$vera", "message_thread_id": "$topic", "name": ""}
    assert (await scene.asks("editForumTopic", nothing)).result is True


async def test_a_topic_deleted_by_hand(scene: Scene) -> None:
    """[S] No update tells of it; the next send is refused."""
    await scene.call("getUpdates", offset=-1)
    scene.telegram.deletes_topic(scene.vera, scene.bot, int(scene.things["topic"]))
    inside = {"chat_id": "$vera", "message_thread_id": "$topic", "text": "x"}
    refused = await scene.asks("sendMessage", inside)
    assert refused.refusal == (400, "Bad Request: message thread not found")


async def test_users_may_create_topics_if_the_bot_lets_them(scene: Scene) -> None:
    """[I ccgram #156] What is typed outside of a topic then makes one."""
    scene.bot.users_create_topics = True
    said = scene.telegram.says(scene.vera, scene.bot, "Visa question")
    *_, created, message = (await scene.call("getUpdates")).result
    topic = created["message"]["forum_topic_created"]
    assert (topic["name"], topic["is_name_implicit"]) == ("Visa question", True)
    assert message["message"] == said
    assert said["message_thread_id"] == created["message"]["message_thread_id"]
