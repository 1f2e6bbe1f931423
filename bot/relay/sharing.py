"""What a helper sees of somebody's case: nothing, unless they wish it for that one request."""

from markupsafe import Markup

from bot.core.coming import next_kept
from bot.core.people import PersonId
from bot.store.store import Store
from bot.ui.dates import date_name
from bot.ui.stages import stage_name
from bot.ui.words import Translator


async def case_in_words(person: PersonId, store: Store, tr: Translator) -> Markup | None:
    """Return the stage of somebody's own case and their next day; None: neither is kept."""
    own = await store.cases.own(person)
    if own is None:
        return None
    dates = await store.dates.of_case(person, own.id)
    coming = next_kept([date.kept for date in dates], store.clock.now())
    lines = []
    if own.case.stage:
        lines.append(tr("Stage: {stage}", stage=stage_name(own.case.stage, tr)))
    if coming:
        day, kept = coming
        lines.append(tr("{what}: {day}", what=date_name(kept.what, tr), day=tr.full_day(day)))
    return Markup("\n").join(lines) if lines else None
