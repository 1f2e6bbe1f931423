"""The screens of the process. Pure: data in, screen out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.content.articles import Article
from bot.content.process import Process
from bot.core.stages import PHASES, URGENT, Event, Law, Phase, Stage, phase_of
from bot.emigre.process.buttons import (
    KeepStage,
    ShowAnswersOf,
    ShowLaws,
    ShowPhase,
    ShowSourcesOf,
    ShowStage,
    ShowStages,
)
from bot.emigre.reading.buttons import to_article
from bot.ui.buttons import Ask, home, to_case, to_urgent
from bot.ui.pages import page_of, turning
from bot.ui.process_texts import laws_text, stage_sources_text, stage_text
from bot.ui.screen import Button, Screen
from bot.ui.stages import phase_name, stage_name
from bot.ui.texts import MOST_BENEATH, SOURCES_PER_PAGE, related_text, title_text
from bot.ui.words import Translator


@dataclass(frozen=True, slots=True)
class Seen:
    """A stage that somebody looks at."""

    process: Process
    stage: Stage
    answers: Sequence[Article]
    """Those that belong to it and are written, what is needed first."""
    is_mine: bool
    today: date


def stages_screen(mine: Stage | None, tr: Translator) -> Screen:
    """Offer the phases, and the stage that is kept."""
    text = tr(
        "<b>The stages</b>\n\nWhere are you in the process? What you keep is encrypted, for you"
        " alone: volunteers do not see it."
    )
    rows = [[Button(phase_name(phase, tr), ShowPhase(phase=phase))] for phase in Phase]
    if mine:
        rows.insert(0, [_to_stage(mine, mine, tr)])
    return Screen(text, [*rows, [home(tr)]])


def phase_screen(phase: Phase, mine: Stage | None, tr: Translator) -> Screen:
    """Offer the stages of one phase; the one that is kept has a mark."""
    rows = [[_to_stage(stage, mine, tr)] for stage in PHASES[phase]]
    text = title_text(phase_name(phase, tr))
    return Screen(text, [*rows, [Button(tr("Back"), ShowStages()), home(tr)]])


def stage_screen(seen: Seen, tr: Translator) -> Screen:
    """Show what a stage means, how long it takes, what to do now and what comes next."""
    stage, about = seen.stage, seen.process.about[seen.stage]
    keep = Button(tr("This is where I am"), KeepStage(stage=stage))
    if seen.is_mine:
        keep = to_case(tr)
    helps = to_urgent(tr) if stage in URGENT else Button(tr("Ask a person"), Ask())
    rows = [[keep, helps]]
    if about.decides:
        rows.append([Button(tr("Old and new law"), ShowLaws(stage=stage))])
    rows += [[to_article(article)] for article in seen.answers[:MOST_BENEATH]]
    sources = Button(tr("Sources"), ShowSourcesOf(stage=stage, page=0))
    more = Button(tr("More answers"), ShowAnswersOf(stage=stage))
    rows.append([*([more] if len(seen.answers) > MOST_BENEATH else []), sources])
    back = Button(tr("Back"), ShowPhase(phase=phase_of(stage)))
    text = stage_text(seen.process, stage, seen.today, tr, is_mine=seen.is_mine)
    return Screen(text, [*rows, [back, home(tr)]])


def laws_screen(
    made: Process, stage: Stage, event: Event, laws: Sequence[Law], tr: Translator
) -> Screen:
    """Show a stage under each of these laws, side by side. `event`: what decides between them."""
    sources = Button(tr("Sources"), ShowSourcesOf(stage=stage, page=0))
    text = laws_text(made.told(stage, tr.language), event, laws, tr)
    return Screen(text, [[sources], [_back(stage, tr), home(tr)]])


def answers_screen(stage: Stage, answers: Sequence[Article], tr: Translator) -> Screen:
    """Offer all answers that belong to a stage."""
    rows = [[to_article(article)] for article in answers]
    return Screen(related_text(stage_name(stage, tr), tr), [*rows, [_back(stage, tr), home(tr)]])


def sources_screen(made: Process, stage: Stage, number: int, tr: Translator) -> Screen:
    """Show where what a stage says comes from. `number`: of the page, counted from 0."""
    told = made.told(stage, tr.language)
    page = page_of(list(enumerate(told.sources, start=1)), number, SOURCES_PER_PAGE)
    turn = turning(page, partial(ShowSourcesOf, stage=stage), tr)
    text = stage_sources_text(made, stage, page.items, tr)
    return Screen(text, [*turn, [_back(stage, tr), home(tr)]])


def _to_stage(stage: Stage, mine: Stage | None, tr: Translator) -> Button:
    name = stage_name(stage, tr)
    return Button(f"✓ {name}" if stage is mine else name, ShowStage(stage=stage))


def _back(stage: Stage, tr: Translator) -> Button:
    return Button(tr("Back to the stage"), ShowStage(stage=stage))
