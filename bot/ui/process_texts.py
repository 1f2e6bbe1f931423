"""What the screens of the process say: pure, and without Telegram."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from markupsafe import Markup

from bot.content.check import mistakes
from bot.content.facts import Source
from bot.content.library import Library
from bot.content.markdown import UNCONFIRMED, plain
from bot.content.process import OF_LAW, Piece, Process, Told
from bot.core.stages import NEW_FROM, OLD_BEFORE, USUALLY_NEXT, Event, Law, Stage
from bot.ui.stages import stage_name
from bot.ui.texts import due_text, numbered_text, title_text, unconfirmed_text
from bot.ui.words import Translator, translator

LONGEST_SCREEN: Final = 900
"""Letters of a stage's own screen: what somebody frightened can take in at once."""
_APART = Markup("\n\n")


def stage_text(
    made: Process, stage: Stage, today: date, tr: Translator, *, is_mine: bool
) -> Markup:
    """Return what a stage means, what to do there and what comes next. `today`: in Finland."""
    told = made.told(stage, tr.language)
    title = title_text(stage_name(stage, tr))
    if is_mine:
        title = Markup("{} ✓").format(title)
    facts = [
        tr("<b>Who decides:</b> {who}", who=told.pieces[Piece.WHO]),
        tr("<b>How long:</b> {long}", long=told.pieces[Piece.LONG]),
    ]
    now = tr("<b>Now:</b>") + "\n" + told.pieces[Piece.NOW]
    lines = [title, told.meaning, Markup("\n").join(facts), now, *_next(stage, tr)]
    return _APART.join([*lines, _footer(made, told, today, tr)])


def overlong(made: Process) -> Iterator[str]:
    """Yield a sentence for each stage whose screen is too long once all stands there that may.

    That is the mark of whose stage it is, and the day by which it was to be checked again: so the
    calendar makes no screen too long.
    """
    for told in made.all():
        overdue = made.check_again(told.stage) + timedelta(days=1)
        text = stage_text(made, told.stage, overdue, translator(told.language), is_mine=True)
        if (letters := len(plain(text))) > LONGEST_SCREEN:
            yield f"{told.where}: its screen has {letters} letters, more than {LONGEST_SCREEN}"


def all_mistakes(articles: Library, made: Process) -> list[str]:
    """Return a sentence for each thing that must be mended, of the answers and of the process."""
    return [*mistakes(articles), *overlong(made)]


def laws_text(told: Told, event: Event, laws: Sequence[Law], tr: Translator) -> Markup:
    """Return how a stage is under each of these laws, and which day decides between them.

    `event`: what happened on that day.
    """
    lines = [title_text(stage_name(told.stage, tr))]
    for law in laws:
        heading = Markup("<b>{}</b>").format(_heading(event, law, tr))
        lines.append(heading + "\n" + told.pieces[OF_LAW[law]])
    lines.append(_what_decides(event, tr))
    lines.append(Markup("<i>{}</i>").format(unconfirmed_text(tr)))
    return _APART.join(lines)


def stage_sources_text(
    made: Process, stage: Stage, numbered: Sequence[tuple[int, Source]], tr: Translator
) -> Markup:
    """Return some sources of a stage, when somebody last looked there, and what they say."""
    return numbered_text(stage_name(stage, tr), made.about[stage].checked, numbered, tr)


def _next(stage: Stage, tr: Translator) -> Sequence[Markup]:
    names = [Markup("• {}").format(stage_name(each, tr)) for each in USUALLY_NEXT[stage]]
    return [Markup("\n").join([tr("<b>Usually next:</b>"), *names])] if names else []


def _footer(made: Process, told: Told, today: date, tr: Translator) -> Markup:
    shown = (told.meaning, *(told.pieces[piece] for piece in (Piece.WHO, Piece.LONG, Piece.NOW)))
    lines = [unconfirmed_text(tr)] if any(UNCONFIRMED in text for text in shown) else []
    about = made.about[told.stage]
    checked = tr("Checked against its sources on {day}.", day=tr.day(about.checked))
    again = made.check_again(told.stage)
    if again < today:
        checked += " " + due_text(again, tr)
    lines.append(checked + " " + tr("Your own papers come first."))
    return Markup("<i>{}</i>").format(Markup("\n").join(lines))


def _heading(event: Event, law: Law, tr: Translator) -> Markup:
    before, since = tr.day(OLD_BEFORE), tr.day(NEW_FROM[event])
    if event is Event.LODGING and law is Law.OLD:
        return tr("Lodged before {day}", day=before)
    if event is Event.LODGING:
        return tr("Lodged on {day} or later", day=since)
    if law is Law.OLD:
        return tr("Registered before {day}", day=before)
    return tr("Registered on {day} or later", day=since)


def _what_decides(event: Event, tr: Translator) -> Markup:
    if event is Event.LODGING:
        return tr(
            "What decides is most likely the day on which your application was lodged"
            " (jättäminen), not the day of the decision. {mark}",
            mark=UNCONFIRMED,
        )
    return tr(
        "Here the day of registration decides. Registered between these days? The sources differ:"
        " ask a lawyer. {mark}",
        mark=UNCONFIRMED,
    )
