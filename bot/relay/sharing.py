"""What a helper sees of somebody's case: nothing, unless they wish it for that one request.

Then it is what they saw themselves when they chose so: what changes in the case later stays theirs.
"""

from collections.abc import Mapping

from markupsafe import Markup

from bot.core.coming import is_near, next_kept
from bot.core.languages import Language
from bot.core.people import PersonId
from bot.store.store import Store
from bot.ui.dates import date_name
from bot.ui.stages import stage_name
from bot.ui.words import Translator, translator


async def to_share(person: PersonId, store: Store) -> Mapping[str, str] | None:
    """Return what somebody may share of their case now, in each language; None: nothing is kept."""
    said = {each.value: await _case_in_words(person, store, translator(each)) for each in Language}
    return {language: str(words) for language, words in said.items() if words} or None


def shared_text(shared: Mapping[str, str] | None, tr: Translator) -> Markup | None:
    """Return what is shared of a case, as its owner saw it when they chose that."""
    if not shared:
        return None
    words = shared.get(tr.language) or next(iter(shared.values()))
    return Markup(words)  # noqa: S704 - made of our own words


async def has_near_day(person: PersonId, store: Store) -> bool:
    """Say whether a day of somebody's own case is near: then what they ask is urgent."""
    own = await store.cases.own(person)
    dates = await store.dates.of_case(person, own.id) if own else []
    return is_near([date.kept for date in dates], store.clock.now())


async def _case_in_words(person: PersonId, store: Store, tr: Translator) -> Markup | None:
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
