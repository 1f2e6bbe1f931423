"""What went wrong with messages, in the words that coordinators read. Pure."""

from markupsafe import Markup

from bot.ui.words import Translator


def troubles(lost: int, unread: int, tr: Translator) -> list[Markup]:
    """Tell of letters that Telegram refuses for good, and of messages that we could not handle."""
    lines = []
    if lost:
        words = tr.plural(
            "{n} message could not be delivered. Please tell the operator.",
            "{n} messages could not be delivered. Please tell the operator.",
            lost,
        )
        lines.append(words)
    if unread:
        words = tr.plural(
            "{n} message could not be handled; its sender was told. Please tell the operator.",
            "{n} messages could not be handled; their senders were told. Please tell the operator.",
            unread,
        )
        lines.append(words)
    return lines
