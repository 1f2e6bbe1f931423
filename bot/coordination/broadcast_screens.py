"""What coordinators see of broadcasts, and what arrives. Pure: data in; screens and letters out."""

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup, escape

from bot.coordination.broadcast_buttons import (
    AimBroadcast,
    DecideBroadcast,
    DropBroadcast,
    GoOn,
    LookAtBroadcast,
    NewBroadcast,
    OpenBroadcast,
    SendBroadcast,
    SendUncertainAgain,
    ShowDraft,
    StopBroadcast,
    TakeBackWish,
    WriteText,
)
from bot.core.broadcasts import (
    FEW,
    LONGEST_BROADCAST,
    BroadcastState,
    Segment,
    Yes,
    is_telling,
    length,
    missing,
    too_many,
)
from bot.core.languages import Language
from bot.core.outgoing import Letter
from bot.core.requests import seal_of
from bot.store.broadcasts import Broadcast, Progress
from bot.ui.buttons import GoHomeBelow, ShowBroadcasts, home
from bot.ui.screen import Button, Expects, Screen
from bot.ui.words import Translator, capital

MOST_LISTED: Final = 5
"""Broadcasts on one screen, a button each: the newest."""

EXPECTS: Final[Mapping[Language, Expects]] = {
    Language.RUSSIAN: Expects.BROADCAST_IN_RUSSIAN,
    Language.FINNISH: Expects.BROADCAST_IN_FINNISH,
}


def announcement(text: str, segment: Segment, tr: Translator) -> Letter:
    """Make what arrives of the text in one language. What looks like a tag is shown as typed."""
    heading = tr("<b>To everyone who writes here</b>")
    if segment is Segment.TEAM:
        heading = tr("<b>To everyone in the team</b>")
    keyboard = [[Button(tr("Home"), GoHomeBelow()).as_key()]]
    return Letter(f"{heading}\n\n{escape(text)}", keyboard)


def seal(broadcast: Broadcast) -> str:
    """Return a mark of a broadcast as it is shown: a yes to it is a yes to nothing else."""
    texts = [broadcast.texts.get(language, "") for language in broadcast.segment.languages]
    return seal_of(f"broadcast {broadcast.id}", [broadcast.segment, *texts])


def broadcasts_screen(
    draft: Broadcast | None, latest: Sequence[Broadcast], tr: Translator
) -> Screen:
    """Show what goes out or went, and the way to a new broadcast."""
    text = tr(
        "<b>Broadcast</b>\n\nOne message to many. You write it in Russian and in Finnish and see"
        " it exactly as it arrives; another coordinator says yes. Nobody sees who gets it."
    )
    rows = [[Button(_title(each, tr), OpenBroadcast(number=each.id))] for each in latest]
    begin = Button(tr("Open the draft"), ShowDraft()) if draft else None
    rows.append([begin or Button(tr("New broadcast"), NewBroadcast())])
    return Screen(text, [*rows, [home(tr)]])


def segments_screen(tr: Translator) -> Screen:
    """Ask to whom a broadcast goes."""
    rows = [
        [Button(capital(_segment(segment, tr)), AimBroadcast(segment=segment))]
        for segment in Segment
    ]
    return Screen(tr("To whom is the broadcast to go?"), [*rows, *_back(tr)])


def write_screen(draft: Broadcast, language: Language, tr: Translator) -> Screen:
    """Ask for the text in one language."""
    text = {
        Language.RUSSIAN: tr(
            "Now write the <b>Russian</b> text here, in one message of at most {most} letters.",
            most=LONGEST_BROADCAST,
        ),
        Language.FINNISH: tr(
            "Now write the <b>Finnish</b> text here, in one message of at most {most} letters.",
            most=LONGEST_BROADCAST,
        ),
    }[language]
    text += "\n\n" + tr("Bold and other formatting is left out. Nothing is sent yet.")
    return Screen(text, [*_to_draft(draft, tr), *_back(tr)], expects=EXPECTS[language])


def too_long_screen(text: str, language: Language, tr: Translator) -> Screen:
    """Say by how much a text is too long."""
    words = tr.plural(
        "This text is {n} letter too long. It is kept, and was sent to nobody. Write it here once"
        " more, shorter.",
        "This text is {n} letters too long. It is kept, and was sent to nobody. Write it here once"
        " more, shorter.",
        too_many(text),
    )
    return Screen(words, _back(tr), expects=EXPECTS[language])


def kept_screen(
    draft: Broadcast, language: Language, following: Language, tr: Translator
) -> Screen:
    """Say that a text is kept, and lead to the language that is missing."""
    text = tr.plural(
        "Kept: {n} letter. To replace it, write it here once more.",
        "Kept: {n} letters. To replace it, write it here once more.",
        length(draft.texts[language]),
    )
    rows = [[Button(_write(following, tr), WriteText(language=following))], *_back(tr)]
    return Screen(text, rows, expects=EXPECTS[language])


def check_screen(draft: Broadcast, size: int, yes: Yes, tr: Translator) -> Screen:
    """Show to whom a complete draft goes, and let it be sent."""
    lines = [tr("Above you see it as it arrives."), _to_whom(draft.segment, size, tr)]
    rows = []
    if not size:
        lines.append(tr("It reaches nobody, so it cannot be sent."))
    elif yes is Yes.IMPOSSIBLE:
        lines.append(
            tr("To so few it needs another coordinator's yes, and you are the only coordinator.")
        )
    elif yes is Yes.NOBODYS:
        lines.append(tr("You are the only coordinator, so nobody else has to say yes."))
        rows.append([Button(tr("Send it now"), SendBroadcast(seal=seal(draft)))])
    else:
        lines.append(tr("Another coordinator has to say yes within 30 minutes."))
        rows.append([Button(tr("Ask the others"), SendBroadcast(seal=seal(draft)))])
    rows += [
        [Button(_change(language, tr), WriteText(language=language))]
        for language in draft.segment.languages
    ]
    rows += [[Button(tr("Delete the draft"), DropBroadcast())], *_back(tr)]
    return Screen(Markup("\n\n").join(lines), rows)


def asked_screen(tr: Translator) -> Screen:
    """Say that the others were asked."""
    text = tr(
        "The other coordinators see it now. One yes within 30 minutes is enough, and it goes out."
    )
    rows = [[Button(tr("Take it back"), TakeBackWish())], [home(tr)]]
    return Screen(text, rows)


def taken_back_screen(tr: Translator) -> Screen:
    """Say that nobody is asked any more."""
    text = tr("Taken back. Nothing was sent; the draft is still here.")
    return Screen(text, [[Button(tr("Open the draft"), ShowDraft())], [home(tr)]])


def wish_letter(broadcast: Broadcast, tr: Translator) -> Letter:
    """Ask a coordinator for a second yes."""
    text = tr(
        "A coordinator wants to send a broadcast, and needs a yes from you or another coordinator"
        " within 30 minutes."
    )
    look = Button(tr("Look at it"), LookAtBroadcast(number=broadcast.id))
    return Letter(str(text), [[look.as_key()]])


def wish_screen(broadcast: Broadcast, size: int, tr: Translator) -> Screen:
    """Show what a second yes would set going."""
    lines = [
        tr("Above you see it as it arrives."),
        _to_whom(broadcast.segment, size, tr),
        tr("With your yes it goes out at once. You and the others can stop it at any time."),
    ]
    decide = {"number": broadcast.id, "seal": seal(broadcast)}
    rows = [
        [Button(tr("No"), DecideBroadcast(yes=False, **decide))],
        [Button(tr("Yes, send it"), DecideBroadcast(yes=True, **decide))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows)


def refused_screen(tr: Translator) -> Screen:
    """Say to whoever said no what follows."""
    return Screen(tr("You said no. Nothing was sent; its author is told."), [[home(tr)]])


def refused_letter(tr: Translator) -> Letter:
    """Tell the author that another coordinator said no."""
    text = tr("Another coordinator said no to your broadcast. Nothing was sent; the draft is kept.")
    return Letter(str(text), [[Button(tr("Open the draft"), ShowDraft()).as_key()]])


def begun_screen(broadcast: Broadcast, tr: Translator) -> Screen:
    """Say that it goes out now."""
    text = tr("It goes out now, as fast as Telegram lets us. It never holds up an answer.")
    rows = [[Button(tr("How far it is"), OpenBroadcast(number=broadcast.id))], [home(tr)]]
    return Screen(text, rows)


def progress_screen(
    broadcast: Broadcast, progress: Progress, tr: Translator, *, first: bool
) -> Screen:
    """Show how far a broadcast has come. `first`: no other one goes before it."""
    return Screen(
        _progress(broadcast, progress, tr, first=first),
        [*_steps(broadcast, progress, tr), [home(tr)]],
    )


def progress_letter(
    broadcast: Broadcast, progress: Progress, tr: Translator, *, first: bool
) -> Letter:
    """Tell its author how far a broadcast has come."""
    below = Button(tr("Home"), GoHomeBelow())
    rows = [*_steps(broadcast, progress, tr), [below]]
    keyboard = [[button.as_key() for button in row] for row in rows]
    return Letter(str(_progress(broadcast, progress, tr, first=first)), keyboard)


def _progress(broadcast: Broadcast, progress: Progress, tr: Translator, *, first: bool) -> Markup:
    segment = broadcast.segment
    heading = tr("<b>Broadcast</b>: {segment}", segment=_segment(segment, tr))
    is_over = broadcast.state is not BroadcastState.GOING
    left = progress.waiting + progress.refused
    lines = [
        tr("Arrived: {n}", n=_number(progress.arrived, segment, tr)),
        tr("Not sent: {n}", n=_number(left, segment, tr))
        if is_over
        else tr("Still to go: {n}", n=_number(left, segment, tr)),
        tr("Could not be reached: {n}", n=_number(progress.unreachable, segment, tr)),
        tr("May have arrived: {n}", n=_number(progress.uncertain, segment, tr)),
    ]
    state = _state(broadcast, tr, first=first)
    return Markup("\n\n").join([heading, state, Markup("\n").join(lines)])


def _title(broadcast: Broadcast, tr: Translator) -> Markup:
    segment = _segment(broadcast.segment, tr)
    if broadcast.state is BroadcastState.GOING:
        return tr("Going out: {segment}", segment=segment)
    return tr("Sent: {segment}", segment=segment)


def _state(broadcast: Broadcast, tr: Translator, *, first: bool) -> Markup:
    if broadcast.state is BroadcastState.DONE:
        return tr("It is over.")
    if broadcast.state is BroadcastState.STOPPED:
        return tr("It was stopped.")
    return tr("It goes out.") if first else tr("It waits for the broadcast before it.")


def _steps(broadcast: Broadcast, progress: Progress, tr: Translator) -> list[list[Button]]:
    if broadcast.state is BroadcastState.GOING:
        return [[Button(tr("Stop"), StopBroadcast(number=broadcast.id))]]
    if broadcast.state is BroadcastState.STOPPED and progress.waiting:
        return [[Button(tr("Send it to the rest"), GoOn(number=broadcast.id))]]
    if broadcast.state is BroadcastState.DONE and progress.uncertain:
        again = tr("Send again to those who may have it")
        return [[Button(again, SendUncertainAgain(number=broadcast.id))]]
    return []


def _number(number: int, segment: Segment, tr: Translator) -> Markup:
    """Tell a number of people, but no small one of émigrés."""
    if is_telling(segment, number):
        return Markup("{}").format(number)
    return tr("fewer than {few}", few=FEW)


def _to_whom(segment: Segment, size: int, tr: Translator) -> Markup:
    return tr(
        "To whom: {segment}. People: {n}.",
        segment=_segment(segment, tr),
        n=_number(size, segment, tr),
    )


def _segment(segment: Segment, tr: Translator) -> Markup:
    return {
        Segment.EMIGRES: tr("everyone who asks"),
        Segment.RUSSIAN: tr("who asks and reads Russian"),
        Segment.FINNISH: tr("who asks and reads Finnish"),
        Segment.TEAM: tr("the team"),
    }[segment]


def _write(language: Language, tr: Translator) -> Markup:
    return {
        Language.RUSSIAN: tr("Now the Russian text"),
        Language.FINNISH: tr("Now the Finnish text"),
    }[language]


def _change(language: Language, tr: Translator) -> Markup:
    return {
        Language.RUSSIAN: tr("Write the Russian text anew"),
        Language.FINNISH: tr("Write the Finnish text anew"),
    }[language]


def _to_draft(draft: Broadcast, tr: Translator) -> list[list[Button]]:
    """Return the way back to a draft that is complete."""
    if missing(draft.segment, draft.texts):
        return []
    return [[Button(tr("Leave it as it was"), ShowDraft())]]


def _back(tr: Translator) -> list[list[Button]]:
    return [[Button(tr("Broadcast"), ShowBroadcasts())], [home(tr)]]
