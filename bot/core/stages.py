"""The asylum process: its stages, which may follow which, and the day that parts the two laws."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """Where somebody stands. The values are stored: they never change."""

    BEFORE = "before"
    SCREENING = "screening"
    REGISTERED = "registered"
    """Asked for asylum; the application is not formally lodged yet."""
    WITHDRAWN = "withdrawn"
    SUBSEQUENT = "subsequent"
    """Applied again after an earlier decision."""

    LODGED = "lodged"
    """Waiting for the interview."""
    INTERVIEWED = "interviewed"
    ACCELERATED = "accelerated"
    BORDER = "border"
    RESPONSIBILITY = "responsibility"
    """Migri looks whether another state is to examine the application."""
    SENT_BACK = "sent-back"
    """A court returned the case to Migri."""

    NOTIFYING = "notifying"
    """There is a decision; it is to be handed over."""
    REFUSED = "refused"
    REFUSED_FAST = "refused-fast"
    """In the accelerated or the border procedure, or as manifestly unfounded."""
    INADMISSIBLE = "inadmissible"
    TRANSFER = "transfer"
    LAPSED = "lapsed"
    """Closed as if withdrawn, without the person's wish."""

    APPEALED = "appealed"
    STAY_ASKED = "stay-asked"
    """The court is to say whether the person may stay until it decides."""
    UPHELD = "upheld"
    """The first court left the refusal as it is; KHO is not asked yet."""
    KHO = "kho"
    LEAVE_GRANTED = "leave-granted"
    MISSED = "missed"
    """The days to appeal have run out."""

    FINAL = "final"
    REMOVAL = "removal"
    RETURNING = "returning"
    DETAINED = "detained"
    RESTRICTED = "restricted"
    """Has to report, or to live in a named centre."""
    LEFT = "left"

    GRANTED = "granted"
    """Got a permit, of whatever kind."""
    ASYLUM = "asylum"
    SUBSIDIARY = "subsidiary"
    OTHER_PERMIT = "other-permit"
    REVIEWED = "reviewed"
    """A renewal is asked for, or Migri looks whether protection is still needed."""
    SETTLED = "settled"
    """A permanent permit, or citizenship."""


class Phase(StrEnum):
    """Stages that people look for in one place."""

    APPLYING = "applying"
    WAITING = "waiting"
    DECISION = "decision"
    COURT = "court"
    LEAVING = "leaving"
    GRANTED = "granted"


PHASES: Final[Mapping[Phase, Sequence[Stage]]] = {
    Phase.APPLYING: (
        Stage.BEFORE,
        Stage.SCREENING,
        Stage.REGISTERED,
        Stage.WITHDRAWN,
        Stage.SUBSEQUENT,
    ),
    Phase.WAITING: (
        Stage.LODGED,
        Stage.INTERVIEWED,
        Stage.ACCELERATED,
        Stage.BORDER,
        Stage.RESPONSIBILITY,
        Stage.SENT_BACK,
    ),
    Phase.DECISION: (
        Stage.REFUSED,
        Stage.REFUSED_FAST,
        Stage.INADMISSIBLE,
        Stage.TRANSFER,
        Stage.LAPSED,
        Stage.NOTIFYING,
    ),
    Phase.COURT: (
        Stage.APPEALED,
        Stage.STAY_ASKED,
        Stage.UPHELD,
        Stage.KHO,
        Stage.LEAVE_GRANTED,
        Stage.MISSED,
    ),
    Phase.LEAVING: (
        Stage.FINAL,
        Stage.REMOVAL,
        Stage.DETAINED,
        Stage.RESTRICTED,
        Stage.RETURNING,
        Stage.LEFT,
    ),
    Phase.GRANTED: (
        Stage.GRANTED,
        Stage.ASYLUM,
        Stage.SUBSIDIARY,
        Stage.OTHER_PERMIT,
        Stage.REVIEWED,
        Stage.SETTLED,
    ),
}
"""Each stage stands in one phase, what most people look for first."""

ENDS: Final = frozenset({Stage.LEFT, Stage.SETTLED})
"""Nothing of the process follows them."""

USUALLY_NEXT: Final[Mapping[Stage, Sequence[Stage]]] = {
    Stage.BEFORE: (Stage.REGISTERED, Stage.SCREENING),
    Stage.SCREENING: (Stage.REGISTERED, Stage.BORDER),
    Stage.REGISTERED: (Stage.LODGED, Stage.ACCELERATED, Stage.RESPONSIBILITY),
    Stage.WITHDRAWN: (Stage.RETURNING, Stage.REMOVAL, Stage.SUBSEQUENT),
    Stage.SUBSEQUENT: (Stage.INADMISSIBLE, Stage.LODGED),
    Stage.LODGED: (Stage.INTERVIEWED, Stage.ACCELERATED, Stage.RESPONSIBILITY),
    Stage.INTERVIEWED: (Stage.NOTIFYING,),
    Stage.ACCELERATED: (Stage.NOTIFYING, Stage.INTERVIEWED),
    Stage.BORDER: (Stage.NOTIFYING, Stage.INTERVIEWED),
    Stage.RESPONSIBILITY: (Stage.LODGED, Stage.TRANSFER),
    Stage.SENT_BACK: (Stage.INTERVIEWED, Stage.NOTIFYING),
    Stage.NOTIFYING: (
        Stage.GRANTED,
        Stage.REFUSED,
        Stage.REFUSED_FAST,
        Stage.INADMISSIBLE,
    ),
    Stage.REFUSED: (Stage.APPEALED,),
    Stage.REFUSED_FAST: (Stage.STAY_ASKED, Stage.APPEALED),
    Stage.INADMISSIBLE: (Stage.STAY_ASKED, Stage.APPEALED),
    Stage.TRANSFER: (Stage.STAY_ASKED, Stage.APPEALED, Stage.LEFT),
    Stage.LAPSED: (Stage.STAY_ASKED, Stage.SUBSEQUENT),
    Stage.APPEALED: (Stage.UPHELD, Stage.SENT_BACK, Stage.GRANTED),
    Stage.STAY_ASKED: (Stage.APPEALED, Stage.REMOVAL),
    Stage.UPHELD: (Stage.KHO, Stage.FINAL),
    Stage.KHO: (Stage.FINAL, Stage.LEAVE_GRANTED),
    Stage.LEAVE_GRANTED: (Stage.SENT_BACK, Stage.FINAL),
    Stage.MISSED: (Stage.FINAL, Stage.APPEALED),
    Stage.FINAL: (Stage.REMOVAL, Stage.SUBSEQUENT, Stage.RETURNING),
    Stage.REMOVAL: (Stage.LEFT, Stage.SUBSEQUENT),
    Stage.RETURNING: (Stage.LEFT,),
    Stage.DETAINED: (Stage.RESTRICTED, Stage.REMOVAL),
    Stage.RESTRICTED: (Stage.NOTIFYING, Stage.REMOVAL),
    Stage.LEFT: (),
    Stage.GRANTED: (Stage.ASYLUM, Stage.SUBSIDIARY, Stage.OTHER_PERMIT),
    Stage.ASYLUM: (Stage.REVIEWED, Stage.SETTLED),
    Stage.SUBSIDIARY: (Stage.APPEALED, Stage.REVIEWED, Stage.SETTLED),
    Stage.OTHER_PERMIT: (Stage.APPEALED, Stage.REVIEWED, Stage.SETTLED),
    Stage.REVIEWED: (Stage.GRANTED, Stage.NOTIFYING),
    Stage.SETTLED: (),
}
"""What comes next as a rule, the likeliest first: people read it. What befalls them beside the way
stands below, lest it frighten who has no reason to expect it."""

AT_ANY_TIME: Final = frozenset(
    {Stage.WITHDRAWN, Stage.LAPSED, Stage.DETAINED, Stage.RESTRICTED, Stage.RETURNING, Stage.LEFT}
)
DAYS_RUN: Final = frozenset(
    {
        *(Stage.REFUSED, Stage.REFUSED_FAST, Stage.INADMISSIBLE, Stage.TRANSFER, Stage.LAPSED),
        *(Stage.UPHELD, Stage.GRANTED, Stage.SUBSIDIARY, Stage.OTHER_PERMIT),
    }
)
"""A decision that may be appealed is new: the days may run out."""
URGENT: Final = (DAYS_RUN - set(PHASES[Phase.GRANTED])) | {
    *(Stage.WITHDRAWN, Stage.SUBSEQUENT, Stage.ACCELERATED, Stage.BORDER),
    *(Stage.STAY_ASKED, Stage.KHO, Stage.MISSED, Stage.FINAL, Stage.REMOVAL, Stage.DETAINED),
}
"""The way to urgent help stands there: freedom, or staying here, may be lost within days. Days run
beside a permit too, but whoever holds one is not sent away, and asks a person."""


def may_follow(stage: Stage) -> frozenset[Stage]:
    """Return every stage that may come right after one; none after an end."""
    if stage in ENDS:
        return frozenset()
    missed = {Stage.MISSED} if stage in DAYS_RUN else set()
    return (AT_ANY_TIME | missed | set(USUALLY_NEXT[stage])) - {stage}


def phase_of(stage: Stage) -> Phase:
    """Return the phase in which a stage stands."""
    return next(phase for phase, stages in PHASES.items() if stage in stages)


class Law(StrEnum):
    """Which rules hold for an application."""

    OLD = "old"
    NEW = "new"


class Event(StrEnum):
    """What happened on the day that decides which law holds."""

    LODGING = "lodging"
    REGISTRATION = "registration"
    """Which state is responsible follows from it."""


OLD_BEFORE: Final = date(2026, 6, 12)
"""The first day (in Finland) on which an application may be under the new law: Regulations (EU)
2024/1348 and 2024/1351."""
NEW_FROM: Final[Mapping[Event, date]] = {
    Event.LODGING: OLD_BEFORE,
    Event.REGISTRATION: date(2026, 7, 1),
}
"""The first day on which it surely is. On Regulation 2024/1351 the sources differ: 12 June or
1 July 2026."""


def laws_on(event: Event, day: date | None) -> Sequence[Law]:
    """Return the laws that may hold. `day` of the event, in Finland; None: it is not known."""
    if day is None or OLD_BEFORE <= day < NEW_FROM[event]:
        return (Law.OLD, Law.NEW)
    return (Law.OLD,) if day < OLD_BEFORE else (Law.NEW,)
