"""Where the buttons lead by which a member says what they do. Each carries what it sets."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.core.languages import Language
from bot.core.routing.intake import HIGHEST_CAP, Skill
from bot.core.sections import Section

Weekday = Annotated[int, Field(ge=0, le=6)]
"""Monday is 0."""
Days = Annotated[str, Field(pattern="^[0-6]{0,7}$")]
"""Weekdays, one after the other; none: not chosen yet."""
Hour = Annotated[int, Field(ge=0, le=24)]
"""Full hours; 24 is midnight, as an end."""


class ShowIntake(CallbackData, prefix="zs"):
    """Show what I do."""


class SaySpoken(CallbackData, prefix="zl"):
    """Answer in a language, or not."""

    language: Language
    yes: bool


class SaySkill(CallbackData, prefix="zk"):
    """Have a skill, or not."""

    skill: Skill
    yes: bool


class SayCap(CallbackData, prefix="zc"):
    """Have so many requests at once at most."""

    cap: Annotated[int, Field(ge=1, le=HIGHEST_CAP)]


class ShowTopics(CallbackData, prefix="zt"):
    """Show on which topics I answer."""


class SayTopic(CallbackData, prefix="zp"):
    """Answer on a topic, or not."""

    section: Section
    yes: bool


class SayAllTopics(CallbackData, prefix="za"):
    """Answer on all topics."""


class ShowHours(CallbackData, prefix="zh"):
    """Show my hours of the week."""


class AddHours(CallbackData, prefix="zd"):
    """Choose the day of hours to add, from when, until when: as far as it was chosen."""

    days: Days
    begins: Hour | None = None
    ends: Hour | None = None


class DropHoursOn(CallbackData, prefix="zy"):
    """Take out the same hours of some weekdays."""

    days: str
    begins: int
    ends: int


class DropHours(CallbackData, prefix="zx"):
    """Take hours out."""

    day: Weekday
    begins: Hour
    ends: Hour


class SayAllHours(CallbackData, prefix="zw"):
    """Be asked whenever I am on duty."""
