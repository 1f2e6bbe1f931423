"""Methods by which a bot gets its updates and answers taps."""

from typing import NamedTuple

from bot.sandbox.methods.query import Query
from bot.sandbox.model import JSON
from bot.sandbox.refusals import (
    ANSWER_TOO_LONG,
    QUERY_TOO_OLD,
    WEBHOOK_NEEDS_HTTPS,
    refuse,
)
from bot.sandbox.telegram import CALLBACK_LIFE
from bot.sandbox.updates import Update

_LONGEST_ANSWER = 200


class Described(NamedTuple):
    """A result that comes with a sentence."""

    result: bool
    description: str


async def get_updates(query: Query) -> list[Update]:
    """Answer getUpdates; `allowed_updates`, once given, hold until given anew [S]."""
    updates = query.bot.updates
    _allow(query)
    limit = query.integer("limit", 100, least=1, most=100)
    timeout = query.integer("timeout", least=0, most=50)
    return await updates.get(query.integer("offset"), limit, timeout)


def set_webhook(query: Query) -> Described:
    """Answer setWebhook; nothing is ever sent to the address."""
    return _change_webhook(query, query.text("url"))


def delete_webhook(query: Query) -> Described:
    """Answer deleteWebhook."""
    return _change_webhook(query, "")


def _change_webhook(query: Query, url: str) -> Described:
    if url and not url.startswith("https://"):
        refuse(WEBHOOK_NEEDS_HTTPS)
    updates = query.bot.updates
    _allow(query)
    if query.flag("drop_pending_updates"):
        updates.forget_all()
    done = "is already" if updates.webhook == url else "was"
    updates.set_webhook(url)
    return Described(result=True, description=f"Webhook {done} {'set' if url else 'deleted'}")


def get_webhook_info(query: Query) -> JSON:
    """Answer getWebhookInfo."""
    updates = query.bot.updates
    return {
        "url": updates.webhook,
        "has_custom_certificate": False,
        "pending_update_count": updates.waiting,
    }


def answer_callback_query(query: Query) -> bool:
    """Answer answerCallbackQuery; a second answer is taken [K], and counted."""
    telegram = query.telegram
    tap = telegram.answers.get(query.text("callback_query_id"))
    if len(query.text("text")) > _LONGEST_ANSWER:
        refuse(ANSWER_TOO_LONG)
    if tap is None or tap.bot is not query.bot or telegram.clock.now() - tap.at > CALLBACK_LIFE:
        refuse(QUERY_TOO_OLD)
    tap.answers.append(
        {
            "text": query.text("text") or None,
            "show_alert": query.flag("show_alert"),
            "url": query.text("url") or None,
        }
    )
    return True


def _allow(query: Query) -> None:
    """Set the allowed kinds if the call names them; what cannot be read is passed over."""
    try:
        kinds = query.list_of("allowed_updates")
    except ValueError:
        return
    if kinds is not None:
        query.bot.updates.allow(str(kind) for kind in kinds)
