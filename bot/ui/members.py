"""Words for members of the team: what they are, and whether they are there."""

from markupsafe import Markup

from bot.core.clock import today
from bot.core.people import Role, Standing
from bot.store.team import Member
from bot.ui.words import Translator


def role_word(role: Role, tr: Translator) -> Markup:
    """Return what a member of the team is."""
    return tr("coordinator") if role is Role.COORDINATOR else tr("volunteer")


def standing_words(member: Member, tr: Translator, *, brief: bool = False) -> Markup:
    """Return whether a member is there to be offered questions. `brief`: for a button."""
    if member.standing is Standing.PAUSED and member.paused_until:
        day, time = tr.short_day(today(member.paused_until)), tr.time(member.paused_until)
        if brief:
            return tr("pause until {day}", day=day)
        return tr("pause until {day}, {time}", day=day, time=time)
    return {
        Standing.ON_DUTY: tr("on duty"),
        Standing.OFF_DUTY: tr("off duty"),
        Standing.SUSPENDED: tr("suspended"),
    }[member.standing]
