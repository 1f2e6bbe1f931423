"""Checks of what Telegram says: each bot's token, rights and modes, and the clock."""

from datetime import timedelta
from typing import Final

from pydantic import SecretStr

from bot.botapi import Answer, UnansweredError, ask, tokens_of
from bot.core.outgoing import BotName
from bot.doctor.patient import Patient, WrongError
from bot.settings import EXAMPLES, PREFIX

MOST_APART: Final = timedelta(seconds=60)
NAMES: Final = {BotName.EMIGRE: "BOT_TOKEN", BotName.DESK: "DESK_BOT_TOKEN"}
_SETTINGS_OF_THREADS: Final = "In @BotFather's app: the bot, Bot Settings, Threaded Mode"


def has_bot(patient: Patient, bot: BotName) -> bool:
    """Say whether a bot is to be looked at: the desk's is not needed."""
    return bot is BotName.EMIGRE or bot in tokens_of(patient.settings)


def token(patient: Patient, bot: BotName) -> str:
    """Ask the bot for its name."""
    patient.bots[bot] = answer = _ask(patient, bot, "getMe")
    return f"Telegram knows it as @{answer.result.get('username')}."


def groups(patient: Patient, bot: BotName) -> str:
    """Look whether the bot can be dragged into a group, where others would see who writes."""
    if patient.bots[bot].result.get("can_join_groups"):
        raise WrongError("It can be added to groups. In @BotFather: /setjoingroups, Disable.")
    return "It cannot be added to groups."


def topics(patient: Patient, bot: BotName) -> str:
    """Look whether the bot has threads where they help, and none where they would be in the way."""
    me = patient.bots[bot].result
    if bot is BotName.EMIGRE:
        if me.get("has_topics_enabled"):
            raise WrongError(f"Émigrés would write in threads. {_SETTINGS_OF_THREADS}: off.")
        return "Threaded Mode is off."
    if not me.get("has_topics_enabled"):
        raise WrongError(f"Questions have no threads of their own. {_SETTINGS_OF_THREADS}: on.")
    if me.get("allows_users_to_create_topics"):
        raise WrongError(
            f"Helpers can make threads that belong to no question. {_SETTINGS_OF_THREADS}:"
            " do not let users create topics."
        )
    return "Threaded Mode is on, and only the bot makes threads."


def webhook(patient: Patient, bot: BotName) -> str:
    """Look whether updates go elsewhere."""
    if _ask(patient, bot, "getWebhookInfo").result.get("url"):
        raise WrongError(
            "A webhook is set, so `majakka run` would get nothing: call deleteWebhook once."
        )
    return "No webhook is in the way."


def clock(patient: Patient) -> str:
    """Compare our clock with Telegram's."""
    theirs = patient.bots[BotName.EMIGRE].said_at
    if theirs is None:
        raise WrongError("Not checked: Telegram's answer does not tell the time.")
    apart = abs(patient.clock.now() - theirs)
    if apart > MOST_APART:
        raise WrongError(
            f"It differs from Telegram's by {apart.total_seconds():.0f} seconds: dates and"
            " reminders would be wrong. Let the machine set its clock from the network."
        )
    return "It agrees with Telegram's."


def _ask(patient: Patient, bot: BotName, method: str) -> Answer:
    secret = _token_of(patient, bot)
    try:
        return ask(patient.settings, secret, method)
    except UnansweredError as error:
        if error.refused:
            raise WrongError(
                f"Telegram does not accept {PREFIX}{NAMES[bot]}. @BotFather shows the right one."
            ) from None
        raise WrongError("Telegram does not answer. Is there a way to it from here?") from None


def _token_of(patient: Patient, bot: BotName) -> SecretStr:
    secret = tokens_of(patient.settings).get(bot)
    if secret is None:
        raise WrongError(f"{PREFIX}{NAMES[bot]} is not set. Example: {EXAMPLES['bot_token']}")
    return secret
