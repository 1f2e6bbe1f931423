"""What becomes of each kind of message that Telegram knows: words alone go from one to another.

Nothing is passed on because nobody thought of it: what stands here as nothing else, or is newer
than this table, is refused kindly. A test fails until a new kind has its place.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from aiogram.enums import ContentType
from aiogram.types import Message


class Becomes(Enum):
    """What becomes of a message."""

    WORDS = auto()
    """Its words are taken, and nothing else of it."""
    VOICE = auto()
    PAPER = auto()
    """It may be a picture of a paper. Refused, like all that follows."""
    CARD = auto()
    PLACE = auto()
    VIDEO = auto()
    OTHER = auto()
    NOTHING = auto()
    """Nobody said anything: Telegram tells that something was pinned, paid, renamed."""


_KINDS: Final[Mapping[Becomes, tuple[ContentType, ...]]] = {
    Becomes.WORDS: (ContentType.TEXT,),
    Becomes.VOICE: (ContentType.VOICE, ContentType.AUDIO),
    Becomes.PAPER: (ContentType.PHOTO, ContentType.LIVE_PHOTO, ContentType.DOCUMENT),
    Becomes.CARD: (
        ContentType.CONTACT,
        ContentType.USERS_SHARED,
        ContentType.USER_SHARED,
        ContentType.CHAT_SHARED,
    ),
    Becomes.PLACE: (ContentType.LOCATION, ContentType.VENUE),
    Becomes.VIDEO: (ContentType.VIDEO, ContentType.VIDEO_NOTE),
    Becomes.OTHER: (
        ContentType.UNKNOWN,
        ContentType.ANY,
        ContentType.ANIMATION,
        ContentType.PAID_MEDIA,
        ContentType.STICKER,
        ContentType.STORY,
        ContentType.CHECKLIST,
        ContentType.DICE,
        ContentType.GAME,
        ContentType.POLL,
        ContentType.INVOICE,
        ContentType.GIVEAWAY,
        ContentType.GIVEAWAY_WINNERS,
        ContentType.PASSPORT_DATA,
        ContentType.WEB_APP_DATA,
        ContentType.RICH_MESSAGE,
    ),
    Becomes.NOTHING: (
        ContentType.NEW_CHAT_MEMBERS,
        ContentType.LEFT_CHAT_MEMBER,
        ContentType.CHAT_OWNER_LEFT,
        ContentType.CHAT_OWNER_CHANGED,
        ContentType.NEW_CHAT_TITLE,
        ContentType.NEW_CHAT_PHOTO,
        ContentType.DELETE_CHAT_PHOTO,
        ContentType.GROUP_CHAT_CREATED,
        ContentType.SUPERGROUP_CHAT_CREATED,
        ContentType.CHANNEL_CHAT_CREATED,
        ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
        ContentType.MIGRATE_TO_CHAT_ID,
        ContentType.MIGRATE_FROM_CHAT_ID,
        ContentType.PINNED_MESSAGE,
        ContentType.SUCCESSFUL_PAYMENT,
        ContentType.REFUNDED_PAYMENT,
        ContentType.GIFT,
        ContentType.UNIQUE_GIFT,
        ContentType.GIFT_UPGRADE_SENT,
        ContentType.CONNECTED_WEBSITE,
        ContentType.WRITE_ACCESS_ALLOWED,
        ContentType.PROXIMITY_ALERT_TRIGGERED,
        ContentType.BOOST_ADDED,
        ContentType.CHAT_BACKGROUND_SET,
        ContentType.CHECKLIST_TASKS_DONE,
        ContentType.CHECKLIST_TASKS_ADDED,
        ContentType.DIRECT_MESSAGE_PRICE_CHANGED,
        ContentType.FORUM_TOPIC_CREATED,
        ContentType.FORUM_TOPIC_EDITED,
        ContentType.FORUM_TOPIC_CLOSED,
        ContentType.FORUM_TOPIC_REOPENED,
        ContentType.GENERAL_FORUM_TOPIC_HIDDEN,
        ContentType.GENERAL_FORUM_TOPIC_UNHIDDEN,
        ContentType.GIVEAWAY_CREATED,
        ContentType.GIVEAWAY_COMPLETED,
        ContentType.MANAGED_BOT_CREATED,
        ContentType.PAID_MESSAGE_PRICE_CHANGED,
        ContentType.POLL_OPTION_ADDED,
        ContentType.POLL_OPTION_DELETED,
        ContentType.SUGGESTED_POST_APPROVED,
        ContentType.SUGGESTED_POST_APPROVAL_FAILED,
        ContentType.SUGGESTED_POST_DECLINED,
        ContentType.SUGGESTED_POST_PAID,
        ContentType.SUGGESTED_POST_REFUNDED,
        ContentType.VIDEO_CHAT_SCHEDULED,
        ContentType.VIDEO_CHAT_STARTED,
        ContentType.VIDEO_CHAT_ENDED,
        ContentType.VIDEO_CHAT_PARTICIPANTS_INVITED,
        ContentType.COMMUNITY_CHAT_ADDED,
        ContentType.COMMUNITY_CHAT_REMOVED,
        ContentType.COMMUNITY_CHAT_JOINED,
    ),
}

BECOMES: Final[Mapping[ContentType, Becomes]] = {
    kind: becomes for becomes, kinds in _KINDS.items() for kind in kinds
}
"""Every kind of message that aiogram knows."""


def becomes(message: Message) -> Becomes:
    """Return what becomes of a message."""
    return BECOMES.get(ContentType(message.content_type), Becomes.OTHER)
