"""The questions of the walk to a deadline. Pure: data in, screen out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.core.cases import Whose
from bot.core.dates import Occasion
from bot.core.deadlines.counting import FIRST_DAY, LAST_DAY, LONGEST_PRINTED
from bot.core.deadlines.rules import Service, Start
from bot.core.deadlines.walk import Answer, Applied, Known, Paper, Question, Sender, options
from bot.emigre.dates import walk_words as words
from bot.emigre.dates.answers import NOT_AT_HAND, SCREEN_OF, Answers, Oddity
from bot.emigre.dates.buttons import AddDate, Appoint, At, ShowDate
from bot.emigre.dates.plans import Plan
from bot.ui.buttons import Ask, home, to_case
from bot.ui.dates import occasion_name
from bot.ui.days import how_far, month_rows
from bot.ui.screen import Button, Expects, Screen
from bot.ui.words import Translator, capital

FIRST_PAPERS: Final = (
    Paper.REFUSED,
    Paper.NOT_EXAMINED,
    Paper.TRANSFER,
    Paper.LAPSED,
    Paper.GRANTED,
    Paper.INTERVIEW_RECORD,
)
"""What comes most often; the others are one tap further."""
PERIODS: Final = (5, 7, 10, 14, 15, 21, 30)
"""What papers print most often."""
PER_ROW: Final = 4
_APART: Final = Markup("\n\n")


def kinds_screen(new: Answers, tr: Translator, *, whose: Whose = Whose.ME) -> Screen:
    """Ask what kind of date to add. `new`: a walk at its beginning."""
    paper = Button(tr("A paper came: count my last day"), new.to(At.PAPER))
    permit = Button(tr("My permit ends"), new.chosen(Paper.PERMIT).onward)
    own = {each: Button(occasion_name(each, tr), _plan(new.case, each)) for each in Occasion}
    other = own.pop(Occasion.OTHER)
    text = tr("<b>Add a date</b>\n\nWhat is it about? I count with you, and remind you in time.")
    rows = [[paper], *([each] for each in own.values()), [permit], [other]]
    return Screen(text, [*rows, [to_case(tr, new.case, whose), home(tr)]])


def question_screen(at: At, answers: Answers, tr: Translator) -> Screen:
    """Ask one of the four questions; what was answered before has a mark."""
    question = next(each for each, screen in SCREEN_OF.items() if screen is _first(at))
    rows = [[_to_answer(answers, question, each, tr)] for each in _offered(at, answers)]
    if at is At.PAPER:
        more = tr("Another paper, or I do not know")
        rows.append([Button(more, answers.to(At.OTHER_PAPER))])
    return Screen(tr(words.QUESTIONS[at]), [*rows, [_back(at, answers, tr), home(tr)]])


def day_screen(
    answers: Answers, tr: Translator, *, news: Markup | None = None, ask: Button | None = None
) -> Screen:
    """Ask for the day. `news`: why what was typed is none; `ask`: makes a question of it."""
    lines = [*([news] if news else []), _day_question(answers, tr), _how_to_type(tr)]
    rows = [[ask]] if ask else []
    rows.append([Button(tr("Calendar"), answers.to(At.MONTH))])
    rows.append([Button(tr("I do not know the day"), answers.to(At.NO_DAY))])
    rows.append([_back(At.DAY, answers, tr), home(tr)])
    then, is_odd = answers.to(At.DAY), news is not None
    return Screen(_APART.join(lines), rows, expects=Expects.DAY, then=then, quotes=is_odd)


def month_screen(month: date, answers: Answers, today: date, tr: Translator) -> Screen:
    """Offer the days of a month. A paper has come already; a permit ends one day."""
    between = (FIRST_DAY, LAST_DAY if answers.starts is Start.EXPIRY else today)
    rows = month_rows(
        month,
        lambda day: answers.to(At.CHECK, day=day),
        lambda turned: answers.to(At.MONTH, day=turned),
        between,
        tr,
    )
    back = Button(tr("Back"), answers.to(At.DAY))
    rows.append([back, home(tr)])
    then = answers.to(At.DAY)
    return Screen(_day_question(answers, tr), rows, expects=Expects.DAY, then=then)


def no_day_screen(answers: Answers, tr: Translator) -> Screen:
    """Say how to find the day, and which one to take where it cannot be found."""
    text = _no_day_of_permit(tr) if answers.starts is Start.EXPIRY else _no_day_of_paper(tr)
    rows = [
        [Button(tr("Calendar"), answers.to(At.MONTH))],
        [Button(tr("Ask a person"), Ask())],
        [Button(tr("Back"), answers.to(At.DAY)), home(tr)],
    ]
    return Screen(text, rows, expects=Expects.DAY, then=answers.to(At.DAY))


def _no_day_of_paper(tr: Translator) -> Markup:
    return tr(
        "<b>If you do not know the day</b>\n\n"
        "1. Look at the certificate with the paper (tiedoksiantotodistus), the envelope or the"
        " message.\n"
        "2. Ask who gave or sent it: the police, Migri, your lawyer or the centre.\n"
        "3. If nobody knows: take the day printed on the paper itself. It cannot have come before"
        " it was written, so nothing is counted too late.\n\n"
        "Type that day."
    )


def _no_day_of_permit(tr: Translator) -> Markup:
    return tr(
        "<b>If you do not know the day</b>\n\n"
        "1. Look at the permit card (oleskelulupakortti), at “voimassa”. Several cards: the newest"
        " one.\n"
        "2. The decision on the permit names it too, and so does Enter Finland.\n"
        "3. The card is lost? Ask Migri. Until you know: apply for the next permit as soon as you"
        " can.\n\n"
        "Type that day."
    )


def check_screen(
    answers: Answers, oddities: Sequence[Oddity], today: date, tr: Translator
) -> Screen:
    """Show the day in full, and what is odd about it, for a yes. Raises ValueError without one."""
    day = answers.what().day
    then = replace(answers, day=None, held=None).to(At.DAY)
    again = Button(tr("Another day"), then)
    far = how_far(day, today, tr)
    shown = tr("<b>{day}</b>, {far}", day=capital(Markup.escape(tr.full_day(day))), far=far)
    if Oddity.STILL_TO_COME in oddities:
        text = tr(
            "That day is still to come. Has the paper come already? Then type the day on which it"
            " came. If you are to get it on that day, keep it as a date of your own."
        )
        keep = _plan(answers.case, Occasion.OTHER, day)
        rows = [[again], [Button(tr("Keep that day as a date"), keep)], [home(tr)]]
        return Screen(_APART.join([shown, text]), rows, expects=Expects.DAY, then=then)
    odd = [tr(words.ODDITIES[each]) for each in oddities]
    lines = [tr("Did I understand the day right?"), shown, *odd]
    rows = [[Button(tr("Yes, that day"), answers.onward)], [again], [home(tr)]]
    return Screen(_APART.join(lines), rows, expects=Expects.DAY, then=then)


def period_screen(
    answers: Answers, tr: Translator, *, news: Markup | None = None, ask: Button | None = None
) -> Screen:
    """Ask how many days the paper prints, and say where."""
    numbers = [Button(str(each), replace(answers, period=each).onward) for each in PERIODS]
    rows = [[ask]] if ask else []
    rows += [numbers[:PER_ROW], numbers[PER_ROW:]]
    no_paper = Button(
        tr("The paper is not at hand, or says nothing"),
        replace(answers, period=NOT_AT_HAND).onward,
    )
    rows += [[no_paper], [_back(At.PERIOD, answers, tr), home(tr)]]
    lines = [*([news] if news else []), _period_question(answers, tr), _how_to_type_days(tr)]
    return Screen(
        _APART.join(lines),
        rows,
        expects=Expects.NUMBER,
        then=answers.to(At.PERIOD),
        quotes=news is not None,
    )


def answers_screen(answers: Answers, tr: Translator) -> Screen:
    """Show what was answered, to change one of it."""
    rows = [[Button(_answered(at, answers, tr), answers.to(at))] for at in answers.asked]
    back = Button(tr("Back"), answers.to(At.RESULT))
    if answers.changes:
        back = Button(tr("Back"), ShowDate(date=answers.changes))
    text = tr("<b>What you answered</b>\n\nTap what is to be otherwise.")
    return Screen(text, [*rows, [back, home(tr)]])


def no_number_text(tr: Translator) -> Markup:
    """Say kindly that a number is not readable."""
    return tr("I cannot read a number in that. Type it in digits, like this: 14")


def not_so_many_text(tr: Translator) -> Markup:
    """Say kindly that no paper prints such a number."""
    return tr(
        "No paper gives so many days: it is from 1 to {most}. Please look once more.",
        most=LONGEST_PRINTED,
    )


def _offered(at: At, answers: Answers) -> Sequence[Answer]:
    """Return the answers to offer: those alone that lead somewhere after those before."""
    known = answers.known
    match at:
        case At.PAPER:
            return FIRST_PAPERS
        case At.OTHER_PAPER:
            return [each for each in Paper if each not in FIRST_PAPERS]
        case At.SENDER:
            return options(Known(paper=known.paper), Question.SENDER)
        case At.APPLIED:
            return options(Known(paper=known.paper, sender=known.sender), Question.APPLIED)
        case _:
            return options(known, Question.HOW)


def _to_answer(answers: Answers, question: Question, answer: Answer, tr: Translator) -> Button:
    name = tr(words.ANSWERS[question][answer])
    is_said = getattr(answers.known, question) is answer
    return Button(f"✓ {name}" if is_said else name, answers.chosen(answer).onward)


def _answered(at: At, answers: Answers, tr: Translator) -> str:
    """Return what was answered on a screen, in a line."""
    known = answers.known
    said = tr("not said yet")
    match at:
        case At.PAPER:
            said = tr(words.PAPERS[known.paper or Paper.UNKNOWN])
        case At.SENDER:
            said = tr(words.SENDERS[known.sender or Sender.UNKNOWN])
        case At.APPLIED:
            said = tr(words.APPLIED[known.applied or Applied.UNKNOWN])
        case At.HOW:
            said = tr(words.WAYS[known.how or Service.UNKNOWN])
        case At.DAY if answers.day:
            said = Markup.escape(tr.day(answers.day))
        case At.PERIOD if answers.period:
            said = tr.plural("{n} day", "{n} days", answers.period)
        case At.PERIOD if answers.period is not None:
            said = tr("not at hand")
    return tr(words.ABOUT[at], said=said)


def _first(at: At) -> At:
    return At.PAPER if at is At.OTHER_PAPER else at


def _back(at: At, answers: Answers, tr: Translator) -> Button:
    if at is At.OTHER_PAPER:
        return Button(tr("Back"), answers.to(At.PAPER))
    if answers.changes:
        return Button(tr("Back"), answers.to(At.ANSWERS))
    before = answers.before(at)
    if before is None or answers.known.paper is Paper.PERMIT:
        return Button(tr("Back"), AddDate(case=answers.case))
    return Button(tr("Back"), answers.to(before))


def _day_question(answers: Answers, tr: Translator) -> Markup:
    if answers.starts is Start.SERVICE:
        return tr(words.DAY_OF_SERVICE[answers.known.how or Service.UNKNOWN])
    return tr(words.DAY_OF[answers.starts])


def _period_question(answers: Answers, tr: Translator) -> Markup:
    if special := words.PERIOD_OF.get(answers.known.paper or Paper.UNKNOWN):
        return tr(special)
    return tr(
        "<b>How many days do your appeal instructions give?</b>\n\nThey (valitusosoitus) are the"
        " last page of the decision. The number stands beside “valitusaika” or “määräaika”."
    )


def _how_to_type(tr: Translator) -> Markup:
    return tr("Type it as you like: 12.3., 12.3.2026, yesterday. Or tap it in the calendar.")


def _how_to_type_days(tr: Translator) -> Markup:
    return tr("Tap the number, or type it. Two weeks are 14.")


def _plan(case: int, occasion: Occasion, day: date | None = None) -> Appoint:
    return Plan(case=case, occasion=occasion, day=day).onward
