"""What somebody's copy says of their cases, dates and wishes, for people to read. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from bot.core.cases import Case, Wishes
from bot.core.dates import Appointment, What, last_day, safe_day
from bot.store.dates import date_of
from bot.ui.cases import whose_name
from bot.ui.dates import occasion_name
from bot.ui.stages import stage_name
from bot.ui.words import Translator


def lines(case: Case, dates: Iterable[Mapping[str, Any]], tr: Translator) -> Iterator[str]:
    """Yield what is kept of a case. `dates`: their rows."""
    yield ""
    yield str(whose_name(case.whose, tr))
    yield from _of_case(case, tr)
    for row in dates:
        kept = date_of(row["kept"])
        yield _date(kept.what, tr) + (f" ({tr('done')})" if kept.done else "")


def before_lines(before: Case, tr: Translator) -> Iterator[str]:
    """Yield what a case was before its last change."""
    yield str(tr("Before the last change, kept for a day:"))
    yield from _of_case(before, tr)


def wishes_lines(wishes: Wishes, tr: Translator) -> Iterator[str]:
    """Yield how somebody wishes to be reminded."""
    yield ""
    yield str(tr("Reminders at {hour}", hour=f"{wishes.at:%H:%M}"))
    if wishes.tells_team:
        yield str(tr("The team may be told if you do not answer on a last day"))
    if wishes.asks_first:
        yield str(tr("The bot asks before it shows your case"))


def _of_case(case: Case, tr: Translator) -> Iterator[str]:
    for step in case.path:
        stage, since = stage_name(step.stage, tr), _day(step.since, tr)
        yield str(tr("Stage: {stage} (since: {day})", stage=stage, day=since))
    if case.lodged:
        yield str(tr("Application lodged: {day}", day=case.lodged))
    if case.note:
        yield f"{tr('Note')}: {case.note}"


def _date(what: What, tr: Translator) -> str:
    if isinstance(what, Appointment):
        at = f" {what.at:%H:%M}" if what.at else ""
        more = [each for each in (what.place, what.note) if each]
        return ", ".join([f"{occasion_name(what.occasion, tr)}: {what.day}{at}", *more])
    return str(
        tr(
            "To be done by {safe}, by law until {last}, counted from {day}",
            safe=safe_day(what),
            last=last_day(what),
            day=what.day,
        )
    )


def _day(day: date | None, tr: Translator) -> str:
    return str(day) if day else tr("not said")
