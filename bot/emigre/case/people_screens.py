"""The screens of who is in a case. Pure: data in, screen out."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.core.cases import Whose
from bot.emigre.case.buttons import AddPerson, BeginCase, DeleteCase, ShowPeople
from bot.store.cases import KeptCase
from bot.ui.buttons import ShowCase, home
from bot.ui.cases import whose_name
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


def people_screen(cases: Sequence[KeptCase], tr: Translator) -> Screen:
    """Show who is in somebody's case."""
    text = tr(
        "<b>People</b>\n\nEveryone here has a stage, dates and a note of their own. No names:"
        " “Child 1” is enough."
    )
    rows = [[to_person(kept, tr)] for kept in cases]
    if len(cases) < len(Whose):
        rows.append([Button(tr("Add a person"), AddPerson())])
    return Screen(text, [*rows, [home(tr)]])


def add_screen(free: Sequence[Whose], tr: Translator) -> Screen:
    """Offer whom to add."""
    rows = [[Button(whose_name(whose, tr), BeginCase(whose=whose))] for whose in free]
    back = Button(tr("Back"), ShowPeople())
    return Screen(tr("<b>Add a person</b>\n\nWho is it?"), [*rows, [back, home(tr)]])


def delete_screen(kept: KeptCase, dates: int, tr: Translator) -> Screen:
    """Ask once more. `dates`: so many go with it."""
    whose = whose_name(kept.case.whose, tr)
    text = tr("<b>Delete this: {whose}?</b>\n\nIts stage and its note go at once.", whose=whose)
    if dates:
        text += " " + tr.plural(
            "So does {n} date, and nobody reminds of it any more.",
            "So do {n} dates, and nobody reminds of them any more.",
            dates,
        )
    text += " " + tr("Nobody can bring it back.")
    rows = [
        [Button(tr("No, keep it"), ShowCase(case=kept.id))],
        [Button(tr("Yes, delete it"), DeleteCase(case=kept.id))],
        [home(tr)],
    ]
    return Screen(text, rows)


def deleted_text(tr: Translator) -> Markup:
    """Say that a case is gone."""
    return tr("It is deleted.")


def to_person(kept: KeptCase, tr: Translator) -> Button:
    """Return the way to the case of one person."""
    return Button(whose_name(kept.case.whose, tr), ShowCase(case=kept.id))
