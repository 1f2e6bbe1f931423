"""What one sees of what is kept about oneself. Pure: data in, screen out."""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from bot.core.clock import today
from bot.privacy.buttons import AskToErase, Copy, Erase, OfferCopy, ShowWhy
from bot.store.privacy import Copy as Kept
from bot.store.request_rows import Request, is_silent
from bot.ui.buttons import ShowKept, home
from bot.ui.caselock import ShowHere
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


def kept_screen(kept: Kept, tr: Translator, *, hides_case: bool = False) -> Screen:
    """Show what is kept at this moment. `hides_case`: ask first before any line of it is shown."""
    lines = [Markup("• ") + line for line in _kept(kept, tr, hides_case=hides_case)]
    asks = Button(tr("Show what is kept of my case"), ShowHere(then=ShowKept().pack()))
    text = Markup("\n").join([tr("<b>What is kept about you now</b>"), Markup(), *lines])
    rows = [
        *([[asks]] if hides_case else []),
        [Button(tr("Why, and for how long"), ShowWhy())],
        [Button(tr("Take a copy"), OfferCopy())],
        [Button(tr("Erase everything"), AskToErase())],
        [home(tr)],
    ]
    return Screen(text, rows)


def why_screen(tr: Translator, *, is_member: bool) -> Screen:
    """Say in plain words what is kept, why, and for how long."""
    text = tr(
        "<b>What we keep, and why</b>\n\n"
        "• Your Telegram id (not your phone number), encrypted: to answer you.\n"
        "• Your language.\n"
        "• Your questions and the answers, encrypted: until 30 days after a question is closed."
        " One that you have not sent goes after 30 days.\n"
        "• Your case (stage, days, note) and the answers that you keep, encrypted, until you delete"
        " them. What your case was before its last change goes after a day, a date 30 days after"
        " its last day, a plan after 180 days.\n"
        "• Encrypted backups: 14 days."
    )
    lines = [text, _why_of_member(tr) if is_member else _who_sees(tr)]
    lines.append(
        tr(
            "Telegram itself can read what is written to a bot. Leave out names, addresses and"
            " document numbers."
        )
    )
    return Screen(Markup("\n\n").join(lines), [[_back(tr)], [home(tr)]])


def _who_sees(tr: Translator) -> Markup:
    helper = tr(
        "The volunteer who answers sees what you write, its language, and a plant's name in place"
        " of yours; your stage and next date only if you choose that for the question. Nothing"
        " else. About a question the team can keep notes for itself, encrypted, which go with the"
        " question."
    )
    looks = tr(
        "Somebody else of the team may look at an answer before it goes to you: at the answer"
        " alone, without your question and that name."
    )
    return Markup(" ").join([helper, looks])


def _why_of_member(tr: Translator) -> Markup:
    why = tr(
        "<b>As a member of the team</b>\n\n"
        "• Your role, since when you have it, and your duty: until you leave.\n"
        "• What you answer, and your notes for the team, encrypted: until 30 days after the"
        " question is closed.\n"
        "• Your ready answers, encrypted: until you delete them, or leave; those that are for all"
        " stay, without you.\n\n"
        "Whoever asks sees what you answer, and a bird's name in place of yours. Coordinators see"
        " your role, your duty and how many questions you have, under another made-up name."
    )
    looks = tr(
        "An answer with a link, a number or the like is seen by somebody else of the team before it"
        " goes, without any name."
    )
    return Markup(" ").join([why, looks])


def offer_screen(tr: Translator) -> Screen:
    """Say what a copy is, before it is sent."""
    text = tr(
        "Two files come into this chat: one to read, one for programs. They are not encrypted."
        " Whoever opens your phone can read them; delete them here when you have put them away."
    )
    return Screen(text, [[Button(tr("Send the files"), Copy())], [_back(tr)], [home(tr)]])


def copied_screen(tr: Translator) -> Screen:
    """Say that the copy is on its way."""
    return Screen(tr("The two files are on their way."), [[_back(tr)], [home(tr)]])


def erase_screen(
    asked: Sequence[Request],
    tr: Translator,
    *,
    is_member: bool,
    is_last: bool,
    ahead: int | None = 0,
) -> Screen:
    """Ask once more, and say what ends with it. `is_last`: of the coordinators.

    `asked`: somebody's open questions.
    `ahead`: how many dates are still to come; None: nothing of them is to be seen now.
    """
    lines = [
        tr(
            "<b>Erase all that is kept about you?</b>\n\nIt goes at once, and nobody can bring it"
            " back. Messages of the last 48 hours are deleted here too."
        )
    ]
    lines += [
        tr("Your question {code} is still open: nobody will answer it.", code=each.code)
        for each in asked
    ]
    if ahead is None:
        lines.append(tr("If you keep dates here, nobody reminds you of them any more."))
    elif ahead:
        lines.append(
            tr.plural(
                "{n} date is still ahead: nobody will remind you of it any more.",
                "{n} dates are still ahead: nobody will remind you of them any more.",
                ahead,
            )
        )
    if is_member:
        lines.append(
            tr(
                "You leave the team with it, and come back by a new link alone. The questions that"
                " you have go back to the queue at once."
            )
        )
    if is_last:
        lines.append(tr("You are the last coordinator: only the operator can invite another."))
    rows = [[Button(tr("No, keep it"), ShowKept())], [Button(tr("Yes, erase it all"), Erase())]]
    return Screen(Markup("\n\n").join(lines), rows)


def erased_screen(gone_by: date, tr: Translator, *, is_banned: bool) -> Screen:
    """Say what is erased and, honestly, what is not.

    `gone_by`: the day, in Finland, on which the last backup goes that may hold something.
    """
    lines = [
        tr(
            "<b>Erased</b>\n\n"
            "All that was kept about you is gone: your Telegram id, language, consent, questions"
            " and answers, your case with its dates, plan and what you kept to read. Messages of"
            " the last 48 hours are deleted here, as far as Telegram lets us.\n\n"
            "<b>What we cannot erase</b>\n"
            "• What is left in this chat: delete the chat in Telegram.\n"
            "• What volunteers have read, and what Telegram keeps.\n"
            "• Encrypted backups: the last of them goes on {day}. If one is used before, you are"
            " erased from it at once.\n\n"
            "/start begins anew, as with somebody we do not know.",
            day=tr.day(gone_by),
        )
    ]
    if is_banned:
        lines.append(
            tr(
                "The block on asking stays until a year after it began, as a mark that leads back"
                " to nobody."
            )
        )
    return Screen(Markup("\n\n").join(lines))


def _kept(kept: Kept, tr: Translator, *, hides_case: bool) -> Iterator[Markup]:
    (person,) = kept["people"]
    yield tr("Your Telegram id, encrypted")
    yield tr("Language: {language}", language=tr("English"))
    if agreed := person["agreed_at"]:
        yield tr("Your consent of {day}", day=tr.day(today(agreed)))
    if not hides_case:
        yield from _own_case(kept, tr)
    yield from _to_read(kept, tr)
    silent = sum(is_silent(each["state"], each["helper_alias"]) for each in kept["requests"])
    if requests := len(kept["requests"]) - silent:
        yield tr("Questions: {n}", n=requests)
    if silent and not hides_case:
        yield tr("Notes for the team that a reminder was not answered: {n}", n=silent)
    if messages := sum(not said["taken_back_at"] for said in kept["messages"]):
        yield tr("Messages: {n}", n=messages)
    for ban in kept["bans"]:
        yield tr("You cannot ask since {day}", day=tr.day(today(ban["banned_at"])))
    for member in kept["members"]:
        yield tr("You belong to the team since {day}", day=tr.day(today(member["joined_at"])))
        if since := member["suspended_at"]:
            yield tr(
                "Your access to the team is paused by a coordinator since {day}",
                day=tr.day(today(since)),
            )


def _own_case(kept: Kept, tr: Translator) -> Iterator[Markup]:
    if cases := len(kept["cases"]):
        yield tr("Cases, of you and your family: {n}", n=cases)
    if dates := len(kept["dates"]):
        yield tr("Dates: {n}", n=dates)
    if kept["case_wishes"]:
        yield tr("How you wish to be reminded")


def _to_read(kept: Kept, tr: Translator) -> Iterator[Markup]:
    for plan in kept["plans"]:
        yield tr("A plan, kept since {day}", day=tr.day(today(plan["kept_at"])))
    if answers := len(kept["kept_answers"]):
        yield tr("Answers that you keep: {n}", n=answers)
    if ready := len(kept["ready_answers"]):
        yield tr("Ready answers of yours: {n}", n=ready)


def _back(tr: Translator) -> Button:
    return Button(tr("What is kept about me"), ShowKept())
