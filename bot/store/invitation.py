"""The link that lets somebody into the team."""

from typing import Final

from bot.core.people import Role
from bot.store.store import Store

TEAM_BOT: Final = "team bot's name"
"""Where `run` keeps the name of the bot that invitations lead to."""


async def invitation(store: Store, role: Role) -> str:
    """Return a fresh link that lets one person in with a role; the bot's name must be kept."""
    name = await store.installation.get(TEAM_BOT)
    return f"https://t.me/{name}?start={await store.team.invite(role)}"
