"""What the thirteen sections are called."""

from collections.abc import Mapping
from typing import Final

from bot.core.sections import Section
from bot.ui.words import Translator, mark

NAMES: Final[Mapping[Section, str]] = {
    Section.START: mark("Applying"),
    Section.GROUNDS: mark("Grounds"),
    Section.INTERVIEW: mark("Interview and evidence"),
    Section.WAITING: mark("While you wait"),
    Section.DAILY: mark("Home, money, documents"),
    Section.WORK: mark("Work and study"),
    Section.HEALTH: mark("Health and family"),
    Section.SAFETY: mark("Safety"),
    Section.DECISION: mark("The decision"),
    Section.APPEAL: mark("Appeal"),
    Section.REMOVAL: mark("Removal and detention"),
    Section.GRANTED: mark("After a positive decision"),
    Section.HELP: mark("Who helps"),
}
SHORT: Final[Mapping[Section, str]] = {
    Section.INTERVIEW: mark("An interview"),
    Section.DAILY: mark("Daily life"),
    Section.REMOVAL: mark("A removal"),
    Section.GRANTED: mark("After a decision"),
}
"""The same of those that are too long to stand on a button beside something else."""


def section_name(section: Section, tr: Translator) -> str:
    """Return the section's name in the reader's language."""
    return tr(NAMES[section])


def short_section(section: Section, tr: Translator) -> str:
    """Return it as short as it goes on a button beside something else."""
    return tr(SHORT.get(section) or NAMES[section])
