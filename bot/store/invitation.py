"""The link that lets somebody into the team."""

from typing import Final

from bot.core.people import Role
from bot.store.store import Store
from bot.store.team import MARK

TEAM_BOT: Final = "team bot's name"
"""Where `run` keeps the name of the bot that invitations lead to."""


def invitation_in(text: str | None) -> str | None:
    """Return what an invitation's link carries, as Telegram hands it over; else None."""
    token = (text or "").removeprefix("/start ")
    return token if token.startswith(MARK) and token != text else None


async def invitation(store: Store, role: Role) -> str:
    """Return a fresh link that lets one person in with a role; the bot's name must be kept."""
    name = await store.installation.get(TEAM_BOT)
    return f"https://t.me/{name}?start={await store.team.invite(role)}"
