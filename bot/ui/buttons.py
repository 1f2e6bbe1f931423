"""Buttons that every room has. Callback data: typed, short, without personal data.

A button means the same after a restart and an update of the software. A new meaning gets a
new prefix, and the old class stays readable (aiogram wants the exact number of parts).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.core.cases import Whose
from bot.core.deadlines.walk import Paper
from bot.core.languages import Language
from bot.ui.cases import whose_name
from bot.ui.screen import Button
from bot.ui.words import Translator

_HELD = Field(ge=0, le=2**63 - 1)
Number = Annotated[int, _HELD]
"""The number of a row as a button carries it. What the database cannot hold is none of ours; a
page is any number: one that there is not leads to the nearest."""
MaybeNumber = Annotated[int | None, _HELD]
"""The same, or none."""


class GoHome(CallbackData, prefix="h"):
    """Show home."""


class GoHomeBelow(CallbackData, prefix="hb"):
    """Show home beneath the screen, which is still needed."""


class ShowLanguages(CallbackData, prefix="ls"):
    """Show the languages to choose from."""


class ChooseLanguage(CallbackData, prefix="l"):
    """Speak this language from now on."""

    language: Language


class Ask(CallbackData, prefix="a"):
    """Ask a person."""


class AskThisUrgently(CallbackData, prefix="au"):
    """Make an urgent question of the text that this screen replies to."""


class AskUrgent(CallbackData, prefix="ua"):
    """Ask a person what cannot wait."""


class AskThis(CallbackData, prefix="at"):
    """Make a question of the text that this screen replies to."""


class Agree(CallbackData, prefix="y", sep="|"):
    """Agree that we keep what I ask, and go on with what I tapped."""

    then: str


class Decline(CallbackData, prefix="n"):
    """Keep nothing of me."""


class DeclineThat(CallbackData, prefix="ny", sep="|"):
    """Keep nothing of me, and take me back to where I tapped."""

    tapped: str


class ShowUrgent(CallbackData, prefix="u"):
    """Show what helps at once."""


class ShowKept(CallbackData, prefix="k"):
    """Show what is kept about me, and why."""


class BeginWithDate(CallbackData, prefix="cb"):
    """Add a date to my own case, begun with it."""


class BeginWithPaper(CallbackData, prefix="dj"):
    """Count the last day of a paper, for my own case, begun with it; None: ask which paper."""

    paper: Paper | None


class ShowCase(CallbackData, prefix="ca"):
    """Show a case; None: one's own."""

    case: MaybeNumber = None


class InviteVolunteer(CallbackData, prefix="iv"):
    """Make a link that lets one volunteer in."""


class ShowBroadcasts(CallbackData, prefix="b"):
    """Show the broadcasts, and the way to a new one."""


class AddToBroadcast(CallbackData, prefix="bk"):
    """Add the text that this screen replies to to my half-written broadcast."""

    language: Language


class ShowConduct(CallbackData, prefix="pc"):
    """Show how we work, to agree to it."""


class Practise(CallbackData, prefix="pt"):
    """Take a made-up question to practise with."""


class ShowTeam(CallbackData, prefix="tm"):
    """Show the members of the team."""

    page: int = 0


class ShowQueue(CallbackData, prefix="qu"):
    """Show the open questions, without a word of them."""

    page: int = 0


class ShowReaders(CallbackData, prefix="rr"):
    """Show what readers tell of the answers."""


class ShowArticle(CallbackData, prefix="ar"):
    """Show an answer: the short one (part 0), or one of its parts."""

    slug: str
    part: Number


def to_urgent(tr: Translator) -> Button:
    """Return the way to what helps at once."""
    return Button(tr("Urgent help"), ShowUrgent())


def to_count(paper: Paper | None, tr: Translator) -> Button:
    """Return the way from what is read about days that run to counting one's own.

    `paper`: what it is about, if it is about one alone.
    """
    return Button(tr("Count my last day"), BeginWithPaper(paper=paper))


def to_case(tr: Translator, case: int | None = None, whose: Whose = Whose.ME) -> Button:
    """Return the way to a case, named by whom it is about."""
    return Button(whose_name(whose, tr), ShowCase(case=case))


def home(tr: Translator) -> Button:
    """Return the way home, which every screen but home has."""
    return Button(tr("Home"), GoHome())
