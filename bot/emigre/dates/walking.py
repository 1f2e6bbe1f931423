"""Which screen comes at each place of the walk to a deadline. Pure but for the answers to read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from bot.content.library import library
from bot.core.clock import today
from bot.emigre.dates import result_screens, step_screens, walk_screens
from bot.emigre.dates.answers import SCREEN_OF, Answers
from bot.emigre.dates.buttons import At, Walk
from bot.emigre.dates.results import Result, article_for
from bot.ui.dates import act_name
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator

_QUESTIONS: Final = {*SCREEN_OF.values(), At.OTHER_PAPER}
_PLAIN: Final[Mapping[At, Callable[[Answers, Translator], Screen]]] = {
    At.NO_DAY: walk_screens.no_day_screen,
    At.PERIOD: walk_screens.period_screen,
    At.ANSWERS: walk_screens.answers_screen,
}
"""Screens that need nothing but the answers."""
_OF_BESIDE: Final = {At.STEPS_BESIDE, At.STEPS_BESIDE_REST}
_REST: Final = {At.STEPS_REST, At.STEPS_BESIDE_REST}
_STEPS: Final = {At.STEPS, *_OF_BESIDE, *_REST}
_AFTER_ALL: Final = {
    At.RESULT,
    *_STEPS,
    At.ANSWERS,
    At.KEEP,
    At.KEEP_BOTH,
    At.KEEP_APPEAL,
}


@dataclass(frozen=True, slots=True)
class Now:
    """What a walk looks at beside the answers."""

    moment: datetime
    """Aware."""
    lodged: date | None
    """The day on which the application was lodged, if the case keeps it."""

    @property
    def today(self) -> date:
        """Return the day that it is in Finland."""
        return today(self.moment)


def place_of(walk: Walk, answers: Answers) -> At:
    """Return where a button leads: no further than the first question that is open.

    A rule may have changed since the button was made, and asks for more now.
    """
    if walk.at in _AFTER_ALL and answers.next is not At.RESULT:
        return answers.next
    return At.DAY if walk.at is At.CHECK and answers.day is None else walk.at


def screen_at(at: At, answers: Answers, now: Now, tr: Translator) -> Screen:
    """Return the screen at a place, with these answers."""
    if at in _QUESTIONS:
        return walk_screens.question_screen(at, answers, tr)
    if at is At.CHECK:
        oddities = answers.oddities(now.today, now.lodged)
        return walk_screens.check_screen(answers, oddities, now.today, tr)
    if at is At.RESULT:
        return result_screens.result_screen(result_of(answers, now, tr), tr)
    if at in _STEPS:
        return _steps(at, answers, now, tr)
    return _PLAIN.get(at, walk_screens.day_screen)(answers, tr)


def month_of(walk: Walk, now: Now, tr: Translator) -> Screen:
    """Return the calendar. Its button carries a month in the place of the day."""
    answers = Answers.of(walk)
    unsaid = replace(answers, day=None, held=None)
    return walk_screens.month_screen(answers.day or now.today, unsaid, now.today, tr)


def result_of(answers: Answers, now: Now, tr: Translator) -> Result:
    """Return what comes out of a walk. Raises ValueError as long as no day was answered."""
    made = Result(answers, answers.due(), now.moment, article=None)
    slug = article_for(answers.known, past=made.is_past)
    return replace(made, article=library().article(slug, tr.language))


def _steps(at: At, answers: Answers, now: Now, tr: Translator) -> Screen:
    """Return how a day is counted, with the ways to the rest of it and to what is due beside it."""
    result = result_of(answers, now, tr)
    beside = next(iter(result.due.beside), None)
    shown = beside if beside and at in _OF_BESIDE else result.due.act
    if shown is None:
        return result_screens.result_screen(result, tr)
    ways = [Button(tr("Back"), answers.to(At.RESULT))]
    if beside and shown is not beside:
        ways.insert(0, Button(act_name(beside.counts, tr), answers.to(At.STEPS_BESIDE)))
    if at not in _REST and len(step_screens.step_pages(shown, tr)) > 1:
        rest = At.STEPS_REST if shown is result.due.act else At.STEPS_BESIDE_REST
        ways.insert(0, Button(tr("After ▶"), answers.to(rest)))
    return step_screens.steps_screen(shown, ways, 1 if at in _REST else 0, tr)
