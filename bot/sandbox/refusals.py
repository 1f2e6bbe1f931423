"""What Telegram says no with: the exact codes and words, each with where they were learnt.

Sources: S read in the source of telegram-bot-api or TDLib, D documented, I seen in public issue
threads, K common knowledge that nobody here has verified.
"""

import re
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn

Source = Literal["S", "D", "I", "K"]

_PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    409: "Conflict",
    500: "Internal Server Error",
}
_CAPITALS_ONLY = re.compile(r"[A-Z0-9_]+")


@dataclass
class Refusal(Exception):  # noqa: N818 - Telegram says no; nothing went wrong
    """An answer with `ok: false`: the HTTP status, the description, and perhaps parameters."""

    code: int
    description: str
    parameters: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.description


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to be refused; `words` may have {places}. What is `exact` stays as it is."""

    code: int
    words: str
    source: Source
    exact: bool = False


def refusal(rule: Rule, **values: object) -> Refusal:
    """Return the refusal by `rule`, its places filled."""
    words = rule.words.format(**values)
    return Refusal(rule.code, words) if rule.exact else worded(rule.code, words)


def refuse(rule: Rule, **values: object) -> NoReturn:
    """Say no by `rule`, its places filled."""
    raise refusal(rule, **values)


def worded(code: int, words: str) -> Refusal:
    """Apply the server's wording rule [S]: a prefix for the code, a small first letter.

    A second letter that is a capital or an underscore keeps the first as it is
    (`MESSAGE_TOO_LONG`). A 403 in capitals only, a 404 and codes under 400 become 400.
    """
    if code < 400 or code == 404 or (code == 403 and _CAPITALS_ONLY.fullmatch(words)):  # noqa: PLR2004 - HTTP
        code = 400
    second = words[1:2]
    if not (second == "_" or (second.isascii() and second.isupper())):
        words = words[:1].lower() + words[1:]
    return Refusal(code, f"{_PREFIXES[code]}: {words}")


def flood(seconds: int) -> Refusal:
    """Refuse for `seconds`: 429, as Telegram words it [S]."""
    words = f"Too Many Requests: retry after {seconds}"
    return Refusal(429, words, {"retry_after": seconds})


# Transport; these stand outside the wording rule
NOT_A_BOT_PATH = Rule(404, "Not Found", "S", exact=True)
NO_SUCH_METHOD = Rule(404, "Not Found: method not found", "S", exact=True)
MALFORMED_TOKEN = Rule(401, "Unauthorized: invalid token specified", "S", exact=True)
REVOKED_TOKEN = Rule(401, "Unauthorized", "S", exact=True)
BODY_TOO_LARGE = Rule(413, "Request Entity Too Large", "S", exact=True)
BODY_JSON = Rule(400, "can't parse JSON object", "K")

# Chats
CHAT_ID_EMPTY = Rule(400, "chat_id is empty", "S")
CHAT_NOT_FOUND = Rule(400, "chat not found", "S")
CANNOT_INITIATE = Rule(403, "bot can't initiate conversation with a user", "S")
BLOCKED = Rule(403, "bot was blocked by the user", "S")
DEACTIVATED = Rule(403, "user is deactivated", "S")
TARGET_IS_BOT = Rule(403, "the bot can't send messages to the bot", "S")
KICKED = Rule(403, "bot was kicked from the {kind} chat", "S")
NOT_A_MEMBER = Rule(403, "bot is not a member of the {kind} chat", "S")
NO_RIGHTS = Rule(400, "not enough rights to {what}", "S")
PRIVATE_LEAVE = Rule(400, "chat member status can't be changed in private chats", "S")

# Text
TEXT_EMPTY = Rule(400, "Message text is empty", "S")
TEXT_BLANK = Rule(400, "Text must be non-empty", "S")
TEXT_TOO_LONG = Rule(400, "Text is too long", "S")
MESSAGE_TOO_LONG = Rule(400, "Message is too long", "S")
CAPTION_TOO_LONG = Rule(400, "Message caption is too long", "S")
PARSE_MODE = Rule(400, "Unsupported parse_mode", "S")
CANNOT_PARSE_ENTITIES = Rule(400, "can't parse entities: {detail}", "S")
ENTITIES_JSON = Rule(400, "can't parse entities JSON object", "S")
LINK_PREVIEW_JSON = Rule(400, "can't parse link preview options JSON object", "K")
DATE_ENTITY = Rule(400, "ENTITY_DATE_INVALID", "I")

# Keyboards
MARKUP_JSON = Rule(400, "can't parse reply keyboard markup JSON object", "S")
MARKUP_OBJECT = Rule(400, "object expected as reply markup", "S")
MARKUP_ROWS = Rule(400, 'field "{field}" of the {markup} must be an Array of Arrays', "K")
INLINE_BUTTON = Rule(400, "can't parse inline keyboard button: {detail}", "S")
KEYBOARD_BUTTON = Rule(400, "can't parse keyboard button: {detail}", "S")
INLINE_BUTTON_TEXT = Rule(400, "inline keyboard button text must be non-empty", "S")
KEYBOARD_BUTTON_TEXT = Rule(400, "keyboard button text must be non-empty", "S")
INLINE_EXPECTED = Rule(400, "inline keyboard expected", "S")
BUTTON_DATA = Rule(400, "BUTTON_DATA_INVALID", "I")
BUTTON_URL = Rule(400, "inline keyboard button URL '{url}' is invalid: {detail}", "S")
BUTTON_USER = Rule(400, "BUTTON_USER_PRIVACY_RESTRICTED", "K")
MARKUP_TOO_LONG = Rule(400, "reply markup is too long", "I")

# Messages
MESSAGE_ID_MISSING = Rule(400, "Message identifier is not specified", "S")
CHAT_ID_MISSING = Rule(400, "Chat identifier is not specified", "S")
MESSAGE_NOT_FOUND = Rule(400, "message to {what} not found", "S")
REPLY_NOT_FOUND = Rule(400, "message to be replied not found", "S")
REPLY_JSON = Rule(400, "can't parse reply parameters JSON object", "K")
NOT_EDITABLE = Rule(400, "message can't be edited", "S")
NO_TEXT_TO_EDIT = Rule(400, "there is no text in the message to edit", "S")
NO_CAPTION_TO_EDIT = Rule(400, "there is no caption in the message to edit", "S")
NOT_MODIFIED = Rule(
    400,
    "message is not modified: specified new message content and reply markup"
    " are exactly the same as a current content and reply markup of the message",
    "S",
)
NOT_DELETABLE = Rule(400, "message can't be deleted for everyone", "S")
MESSAGE_IDS_MISSING = Rule(400, "Message identifiers are not specified", "S")
TOO_MANY_IDS = Rule(400, "Too many message identifiers specified", "S")
NOT_COPYABLE = Rule(400, "message can't be copied", "S")
NOT_FORWARDABLE = Rule(400, "message has protected content and can't be forwarded", "S")
SERVICE_NOT_FORWARDABLE = Rule(400, "message can't be forwarded", "S")
SERVICE_NOT_PINNABLE = Rule(400, "service messages can't be pinned", "S")
REACTION_JSON = Rule(400, "can't parse reaction types JSON object", "S")
REACTION_INVALID = Rule(400, "REACTION_INVALID", "S")
CHAT_ACTION = Rule(400, "wrong parameter action in request", "S")

# Callbacks
QUERY_TOO_OLD = Rule(
    400, "query is too old and response timeout expired or query ID is invalid", "S"
)
ANSWER_TOO_LONG = Rule(400, "MESSAGE_TOO_LONG", "K")

# Topics
THREAD_NOT_FOUND = Rule(400, "message thread not found", "S")
NOT_A_FORUM = Rule(400, "the chat is not a forum", "S")
NOT_A_SUPERGROUP_FORUM = Rule(400, "the chat is not a supergroup forum", "S")
TOPIC_NAME_EMPTY = Rule(400, "name must be non-empty", "S")
TOPIC_COLOR = Rule(400, "invalid icon color specified", "S")
TOPIC_ID = Rule(400, "invalid forum topic identifier specified", "S")
TOPIC_UNKNOWN = Rule(400, "TOPIC_ID_INVALID", "K")
TOPIC_NOT_MODIFIED = Rule(400, "TOPIC_NOT_MODIFIED", "K")

# Files
NO_FILE = Rule(400, "there is no {kind} in the request", "S")
WRONG_FILE_ID = Rule(
    400, "wrong remote file identifier specified: can't unserialize it. Wrong last symbol", "S"
)
FILE_EMPTY = Rule(400, "file must be non-empty", "I")
PHOTO_TOO_BIG = Rule(
    400, "file of size {size} bytes is too big for a photo; the maximum size is {most} bytes", "I"
)
FILE_ID_MISSING = Rule(400, "file_id not specified", "S")
FILE_ID_INVALID = Rule(400, "invalid file_id", "S")
FILE_TOO_BIG = Rule(400, "file is too big", "S")
FILE_UNAVAILABLE = Rule(400, "wrong file_id or the file is temporarily unavailable", "S")

# What the bot says about itself
COMMANDS_JSON = Rule(400, "can't parse commands JSON object", "K")
COMMAND_EMPTY = Rule(400, "command must be non-empty", "S")
COMMAND_TOO_LONG = Rule(400, "command length must not exceed 32", "S")
COMMAND_UNTOLD = Rule(400, "command description must be non-empty", "S")
COMMAND_TELLS_TOO_MUCH = Rule(400, "command description length must not exceed 256", "S")
COMMAND_INVALID = Rule(400, "BOT_COMMAND_INVALID", "K")
TOO_MANY_COMMANDS = Rule(400, "can't set more than 100 commands", "K")
SCOPE_JSON = Rule(400, "can't parse BotCommandScope JSON object", "K")
SCOPE_TYPE = Rule(400, "unsupported type specified", "K")
LANGUAGE_CODE = Rule(400, "invalid language code specified", "S")
NAME_TOO_LONG = Rule(400, "BOT_TITLE_INVALID", "K")
TELLS_TOO_MUCH = Rule(400, "bot {what} length must not exceed {most}", "K")
CHAT_ID_INVALID = Rule(400, "invalid chat_id specified", "S")
MENU_BUTTON = Rule(400, "MenuButton has unsupported type", "K")

# Updates
OTHER_POLLER = Rule(
    409,
    "terminated by other getUpdates request; make sure that only one bot instance is running",
    "S",
)
POLL_ENDED_BY_WEBHOOK = Rule(409, "terminated by setWebhook request", "S")
WEBHOOK_ACTIVE = Rule(
    409,
    "can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first",
    "S",
)
WEBHOOK_NEEDS_HTTPS = Rule(400, "bad webhook: An HTTPS URL must be provided for webhook", "S")
