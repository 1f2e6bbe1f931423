"""What of a helper's answers somebody else sees before it goes, and who that may be."""

from collections.abc import Collection, Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

from bot.core.languages import Language
from bot.core.people import PersonId, Role
from bot.core.routing.candidates import Candidate
from bot.core.telltale import HELD, Telltale, telltales

HeldId = NewType("HeldId", int)
"""The number, in our database, of one answer that was held."""


class HeldState(StrEnum):
    """Where an answer stands that did not go at once."""

    ASKS = "asks"
    """It is long, or asks who somebody is: its writer is asked whether to send it so."""
    WAITS = "waits"
    """It waits for a second pair of eyes."""
    RELEASED = "released"
    SENT_BACK = "sent back"
    TAKEN_BACK = "taken back"
    """Its writer deleted it, or does without it."""
    DROPPED = "dropped"
    """Its question is over, or with somebody else."""


UNDECIDED: Final = frozenset({HeldState.ASKS, HeldState.WAITS})
"""Its words are still kept, and may still go."""


class Reason(StrEnum):
    """Why an answer is sent back to its writer."""

    LEADS_AWAY = "a"
    MONEY = "m"
    WRONG = "w"
    UNCLEAR = "u"


def why_held(text: str) -> tuple[Telltale, ...]:
    """Return what in a helper's answer makes it wait, in the order of `Telltale`."""
    found = {each.what for each in telltales(text)} & HELD
    return tuple(each for each in Telltale if each in found)


def lookers(
    team: Iterable[Candidate],
    language: Language,
    *,
    but: Collection[PersonId],
    now: datetime,
    urgent: bool,
    asked: Collection[PersonId] = (),
) -> tuple[PersonId, ...]:
    """Return who is asked to look: each coordinator who may act, and one volunteer who is there.

    The volunteer answers in that `language`: who was `asked` before, or has least to do. By night,
    at `now` (aware), they are asked what is not `urgent` only in hours that they chose.
    """
    allowed = [each for each in team if each.id not in but and not each.suspended]
    there = [
        each
        for each in allowed
        if each.role is Role.VOLUNTEER
        and language in each.languages
        and each.is_there(now)
        and (urgent or each.may_be_told(now))
    ]
    there.sort(key=lambda each: (each.id not in asked, each.load, each.lately, each.code))
    coordinators = [each.id for each in allowed if each.role is Role.COORDINATOR]
    return (*coordinators, *(each.id for each in there[:1]))
