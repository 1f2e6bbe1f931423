"""The guide's screens. Pure: data in, screen out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.content.articles import Article
from bot.content.guides import Guide
from bot.emigre.guide.buttons import DropPlan, KeepPlan, ShowPlan, WalkTo
from bot.emigre.reading.buttons import to_article
from bot.ui.buttons import Ask, home, to_count, to_urgent
from bot.ui.screen import Button, Screen
from bot.ui.texts import COUNTED, plan_text, step_text
from bot.ui.words import Translator


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a walk has ended, and what belongs to it."""

    guide: Guide
    name: str
    """The outcome's."""
    articles: Sequence[Article]
    kept: date | None
    """The day on which this was kept as a plan; None: it is not."""
    today: date


def step_screen(guide: Guide, name: str, tr: Translator) -> Screen:
    """Ask one question."""
    choices = guide.steps[name].choices
    rows = [[Button(tr(choice.label), WalkTo(name=choice.to))] for choice in choices]
    return Screen(step_text(guide, name, tr), [*rows, [*_back(guide, name, tr), home(tr)]])


def outcome_screen(ending: Ending, tr: Translator) -> Screen:
    """Say what to do, when this was checked, and where it stands in full."""
    outcome = ending.guide.outcomes[ending.name]
    rows = [[to_urgent(tr)]] if outcome.urgent else []
    rows += [[to_count(COUNTED.get(outcome.articles[0]), tr)]] if outcome.runs else []
    rows += [[to_article(article)] for article in ending.articles]
    if ending.kept:
        rows.append([Button(tr("Delete the plan"), DropPlan())])
    else:
        rows.append([Button(tr("Keep this plan"), KeepPlan(outcome=ending.name))])
    rows.append([Button(tr("Ask a person"), Ask())])
    text = plan_text(ending.guide, ending.name, ending.kept, ending.today, tr)
    return Screen(text, [*rows, [*_back(ending.guide, ending.name, tr), home(tr)]])


def to_guide(guide: Guide, tr: Translator) -> Button:
    """Return the way to the first question."""
    return Button(tr(guide.title), WalkTo(name=guide.start))


def to_plan(tr: Translator) -> Button:
    """Return the way to the plan that is kept."""
    return Button(tr("My plan"), ShowPlan())


def _back(guide: Guide, name: str, tr: Translator) -> Sequence[Button]:
    before = guide.before(name)
    return [Button(tr("Back"), WalkTo(name=before))] if before else []
