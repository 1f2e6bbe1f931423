"""Methods that put a message into a chat, with the checks in Telegram's order."""

from dataclasses import dataclass

from bot.sandbox.files import Upload, file_content
from bot.sandbox.keyboards import Keyboard, read_keyboard
from bot.sandbox.methods.query import Query
from bot.sandbox.model import ENVELOPE, JSON, Chat, is_service
from bot.sandbox.refusals import (
    CAPTION_TOO_LONG,
    CHAT_ACTION,
    LINK_PREVIEW_JSON,
    MESSAGE_TOO_LONG,
    NO_FILE,
    NOT_COPYABLE,
    NOT_FORWARDABLE,
    REPLY_JSON,
    REPLY_NOT_FOUND,
    SERVICE_NOT_FORWARDABLE,
    TEXT_BLANK,
    TEXT_EMPTY,
    refuse,
)
from bot.sandbox.text import LONGEST_CAPTION, LONGEST_TEXT, Formatted

_ACTIONS = """
typing upload_photo record_video upload_video record_voice upload_voice upload_document
choose_sticker find_location record_video_note upload_video_note cancel
"""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes, as far as it can be told before its content is looked at."""

    query: Query
    chat: Chat
    thread_id: int | None
    reply_to: int | None
    keyboard: Keyboard | None

    @classmethod
    def of(cls, query: Query) -> "Target":
        """Read reply, keyboard, chat, topic and replied message, in this order [S]."""
        reply = _reply_parameters(query)
        keyboard = read_keyboard(query)
        chat = query.chat()
        thread_id = chat.thread(query.integer("message_thread_id"))
        reply_to = query.integer("reply_to_message_id")
        if reply is not None:
            reply_to = reply.integer("message_id")
        lenient = (reply or query).flag("allow_sending_without_reply")
        if reply_to and reply_to not in chat.history:
            if not lenient:
                refuse(REPLY_NOT_FOUND)
            reply_to = 0
        if thread_id is None and reply_to:
            thread_id = chat.history[reply_to].get("message_thread_id")
        return cls(query, chat, thread_id, reply_to or None, keyboard)

    def send(self, content: JSON, *, entities: str = "entities") -> JSON:
        """Do the last checks, put the message into the chat and return it."""
        if self.keyboard is not None:
            self.keyboard.check()
            self.keyboard.receive()
        self.query.check_dates(content.get(entities, []))
        self.chat.receive()
        if self.keyboard is not None and self.keyboard.kind == "inline":
            content = {**content, "reply_markup": self.keyboard.json}
        if self.query.flag("protect_content"):
            content = {**content, "has_protected_content": True}
        message = self.chat.write(
            self.query.bot.account,
            self.query.telegram.clock.now(),
            content,
            thread_id=self.thread_id,
            reply_to=self.reply_to,
        )
        self._show_keyboard(message["message_id"])
        self.chat.action = None
        return message

    def _show_keyboard(self, number: int) -> None:
        """Change the reply keyboard of the phone, if this message does."""
        match self.keyboard:
            case Keyboard(kind="reply" | "force", json=markup):
                self.chat.reply_keyboards[number] = markup
                self.chat.keyboard = markup
            case Keyboard(kind="remove"):
                self.chat.keyboard = None


def send_message(query: Query) -> JSON:
    """Answer sendMessage."""
    if not query.has("text"):
        refuse(TEXT_EMPTY)
    formatted = query.formatted("text")
    target = Target.of(query)
    return target.send(text_content(query, formatted))


def text_content(query: Query, formatted: Formatted) -> JSON:
    """Return a text message's content as it is stored; refuse what is blank or too long."""
    text, entities = query.kept(formatted)
    if not text:
        refuse(TEXT_BLANK)
    if len(text) > LONGEST_TEXT:
        refuse(MESSAGE_TOO_LONG)
    content: JSON = {"text": text}
    if entities:
        content["entities"] = entities
    return content | _link_preview(query)


def _link_preview(query: Query) -> JSON:
    """Return the options of the preview, if the call gives any."""
    try:
        options = query.json("link_preview_options")
    except ValueError:
        refuse(LINK_PREVIEW_JSON)
    return {"link_preview_options": options} if options else {}


def caption_content(query: Query, formatted: Formatted) -> JSON:
    """Return a caption as it is stored, nothing where it is blank."""
    text, entities = query.kept(formatted)
    if len(text) > LONGEST_CAPTION:
        refuse(CAPTION_TOO_LONG)
    content: JSON = {"caption": text} if text else {}
    return {**content, "caption_entities": entities} if entities else content


def send_photo(query: Query) -> JSON:
    """Answer sendPhoto."""
    return _send_file(query, "photo")


def send_document(query: Query) -> JSON:
    """Answer sendDocument."""
    return _send_file(query, "document")


def send_voice(query: Query) -> JSON:
    """Answer sendVoice."""
    return _send_file(query, "voice")


def send_sticker(query: Query) -> JSON:
    """Answer sendSticker."""
    return _send_file(query, "sticker")


def _send_file(query: Query, kind: str) -> JSON:
    """Send an upload, or a file id that this bot knows for this kind."""
    formatted = query.formatted("caption", "caption_entities")
    given = query.values.get(kind)
    if isinstance(given, str) and given.startswith("attach://"):
        given = query.values.get(given.removeprefix("attach://"))
    if not given:
        refuse(NO_FILE, kind=kind)
    target = Target.of(query)
    files = query.telegram.files
    if isinstance(given, Upload):
        given.check(kind)
        file = files.add(query.bot.id, kind, given)
    else:
        file = files.sendable(query.bot.id, kind, query.text(kind))
    content = {**file_content(file), **caption_content(query, formatted)}
    return target.send(content, entities="caption_entities")


def copy_message(query: Query) -> JSON:
    """Answer copyMessage: the source is looked at first, the keyboard stays behind [S]."""
    _, source = query.message("copy", "from_chat_id")
    if is_service(source):
        refuse(NOT_COPYABLE)
    content = {key: value for key, value in source.items() if key not in ENVELOPE}
    if query.has("caption") and "text" not in source:
        content |= caption_content(query, query.formatted("caption", "caption_entities"))
    return {"message_id": Target.of(query).send(content)["message_id"]}


def forward_message(query: Query) -> JSON:
    """Answer forwardMessage, which shows who wrote it."""
    _, source = query.message("forward", "from_chat_id")
    if source.get("has_protected_content"):
        refuse(NOT_FORWARDABLE)
    if is_service(source):
        refuse(SERVICE_NOT_FORWARDABLE)
    content = {key: value for key, value in source.items() if key not in ENVELOPE}
    origin = {"type": "user", "sender_user": source.get("from"), "date": source["date"]}
    content["forward_origin"] = source.get("forward_origin", origin)
    return Target.of(query).send(content)


def send_chat_action(query: Query) -> bool:
    """Answer sendChatAction; a topic that is gone is no error [I #732]."""
    action = query.text("action")
    if action not in _ACTIONS.split():
        refuse(CHAT_ACTION)
    chat = query.chat()
    chat.receive()
    chat.action = None if action == "cancel" else (action, query.telegram.clock.now())
    return True


def _reply_parameters(query: Query) -> Query | None:
    """Return the object in `reply_parameters`, None without one."""
    try:
        given = query.json("reply_parameters")
    except ValueError:
        refuse(REPLY_JSON)
    if given is None:
        return None
    if not isinstance(given, dict):
        refuse(REPLY_JSON)
    return Query(query.telegram, query.bot, given)
