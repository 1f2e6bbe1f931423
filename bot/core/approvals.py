"""The second yes: what no coordinator does alone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.core.people import PersonId
from bot.core.requests import Refused, Why


class Matter(StrEnum):
    """What needs a second yes."""

    INVITE_COORDINATOR = "invite coordinator"
    BROADCAST = "broadcast"
    SUSPEND_COORDINATOR = "suspend coordinator"
    REMOVE_COORDINATOR = "remove coordinator"
    BLOCK = "block"


def life_of(matter: Matter) -> timedelta:
    """Return how long a second yes can be given. Nobody is in a hurry to shut somebody out."""
    return timedelta(days=1) if matter is Matter.BLOCK else timedelta(minutes=30)


class Verdict(StrEnum):
    """What can become of a wish. Short: buttons carry it."""

    YES = "y"
    NO = "n"
    TAKEN_BACK = "b"


@dataclass(frozen=True, slots=True)
class Approval:
    """A coordinator's wish that waits for another's yes."""

    code: str
    matter: Matter
    asked_by: PersonId
    about: Any
    """What the matter needs to know once the yes is there: a JSON value."""
    until: datetime


def judges(
    coordinators: Collection[PersonId], *, asker: PersonId, about: PersonId | None
) -> frozenset[PersonId]:
    """Return who of the `coordinators` that may act can say yes or no to a wish.

    Never who asks. Whom it is `about` can only where there is nobody else: nothing happens to
    the second of two coordinators without their own yes.
    """
    others = frozenset(coordinators) - {asker}
    return (others - {about}) or others


def block_judges(
    coordinators: Collection[PersonId], *, asker: PersonId, concerned: Collection[PersonId]
) -> frozenset[PersonId]:
    """Return who of the `coordinators` can decide whether the author of a question is blocked.

    Nobody shuts out who complained of them: one of the two who agree has no part in the question,
    nor in what its author says of it. `concerned` are those who have.
    """
    others = frozenset(coordinators) - {asker}
    return others - frozenset(concerned) if asker in concerned else others


def verdict_counts(
    approval: Approval,
    verdict: Verdict,
    *,
    by: PersonId,
    now: datetime,
    judges: Collection[PersonId],
) -> Refused | None:
    """Say why a verdict does not count, or None. Who gives it must coordinate (`RIGHTS`).

    A yes or no is one of the `judges`', never one's own; a wish is taken back by nobody else.
    """
    if now >= approval.until:
        return Refused(Why.DECIDED)
    is_own = by == approval.asked_by
    if is_own is not (verdict is Verdict.TAKEN_BACK):
        return Refused(Why.OWN_WISH)
    if not is_own and by not in judges:
        return Refused(Why.ABOUT_ONESELF)
    return None
