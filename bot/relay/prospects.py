"""What is said of how long an answer may take. Pure: figures in, words out."""

from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup

from bot.core.clock import today
from bot.core.waits import Waits
from bot.ui.words import Translator


class Prospects(NamedTuple):
    """What is known of how long an answer may take."""

    waits: Waits | None
    """None: too few were asked of late to say anything."""
    offered_at: datetime | None
    """When (aware) somebody is first asked, where nobody is on duty now."""


def prospects_words(prospects: Prospects, tr: Translator) -> Markup:
    """Return in words how long it may take, from real figures alone."""
    lines = []
    if prospects.offered_at:
        lines.append(
            tr(
                "Nobody is on duty just now. The first volunteer is asked on {day} at {time}.",
                day=tr.day(today(prospects.offered_at)),
                time=tr.time(prospects.offered_at),
            )
        )
    lines.append(_waits_words(prospects.waits, tr))
    return Markup(" ").join(lines)


def _waits_words(waits: Waits | None, tr: Translator) -> Markup:
    if waits is None:
        return tr("How long it takes, we cannot say yet: too few questions were answered of late.")
    if waits.half is None:
        return tr("Of late, fewer than half have an answer yet. We are sorry that it takes long.")
    if waits.nine_of_ten is None:
        return tr("Of late, half had a first answer within {half}.", half=tr.span(waits.half))
    return tr(
        "Of late, half had a first answer within {half}, nine of ten within {most}.",
        half=tr.span(waits.half),
        most=tr.span(waits.nine_of_ten),
    )
