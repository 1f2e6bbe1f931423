"""What coordinators see of broadcasts, and what arrives. Pure: data in; screens and letters out."""

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup, escape

from bot.coordination.broadcast_buttons import (
    AimBroadcast,
    DropBroadcast,
    GoOn,
    NewBroadcast,
    OpenBroadcast,
    SendBroadcast,
    SendUncertainAgain,
    ShowDraft,
    StopBroadcast,
    WriteText,
)
from bot.core.broadcasts import (
    FEW,
    LONGEST_BROADCAST,
    BroadcastId,
    BroadcastState,
    Segment,
    Yes,
    is_moving,
    is_telling,
    length,
    too_many,
)
from bot.core.languages import Language
from bot.core.outgoing import Letter
from bot.core.requests import seal_of
from bot.store.broadcasts import Broadcast, Progress
from bot.ui.buttons import GoHomeBelow, ShowBroadcasts, home
from bot.ui.screen import Button, Expects, Receipt, Screen
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
    draft: Broadcast | None,
    latest: Sequence[Broadcast],
    tr: Translator,
    *,
    news: Markup | None = None,
) -> Screen:
    """Show what goes out or went, and the draft, or the way to a new broadcast."""
    lines = [news] if news else []
    if draft is None:
        lines.append(
            tr(
                "<b>Broadcast</b>\n\nOne message to many, in Russian and in Finnish. You see it as"
                " it arrives, and another coordinator says yes. Nobody sees who gets it."
            )
        )
        rows = [[Button(tr("New broadcast"), NewBroadcast())]]
    else:
        lines.append(_draft(draft, tr))
        rows = [[Button(tr("See it as it arrives"), ShowDraft())], *_ways_to_change(draft, tr)]
    rows += [[Button(_title(each, tr), OpenBroadcast(number=each.id))] for each in latest]
    return Screen(Markup("\n\n").join(lines), [*rows, [home(tr)]])


def segments_screen(tr: Translator) -> Screen:
    """Ask to whom a broadcast goes."""
    rows = [
        [Button(capital(_segment(segment, tr)), AimBroadcast(segment=segment))]
        for segment in Segment
    ]
    return Screen(tr("To whom is the broadcast to go?"), [*rows, *_back(tr)])


def write_screen(draft: Broadcast, language: Language, tr: Translator) -> Screen:
    """Ask for the text in one language."""
    lines = [
        {
            Language.RUSSIAN: tr(
                "Write the <b>Russian</b> text here, in one message of at most {most} letters.",
                most=LONGEST_BROADCAST,
            ),
            Language.FINNISH: tr(
                "Write the <b>Finnish</b> text here, in one message of at most {most} letters.",
                most=LONGEST_BROADCAST,
            ),
        }[language]
    ]
    rows = []
    if draft.texts.get(language):
        lines.append(
            tr(
                "It takes the place of the text that you have. To change a few words, edit your"
                " message above instead."
            )
        )
        rows.append([Button(tr("Leave it as it was"), ShowDraft())])
    lines.append(tr("Bold and other formatting is left out. Nothing is sent yet."))
    return Screen(Markup("\n\n").join(lines), [*rows, *_back(tr)], expects=EXPECTS[language])


def too_long_screen(draft: Broadcast, language: Language, tr: Translator) -> Screen:
    """Say by how much a text is too long."""
    words = tr.plural(
        "This text is {n} letter too long. It is kept, and was sent to nobody. Edit your message"
        " above, or write the text anew, shorter.",
        "This text is {n} letters too long. It is kept, and was sent to nobody. Edit your message"
        " above, or write the text anew, shorter.",
        too_many(draft.texts[language]),
    )
    return Screen(words, [[_write(draft, language, tr)], *_back(tr)])


def kept_screen(
    draft: Broadcast, language: Language, following: Language, tr: Translator
) -> Screen:
    """Say that a text is kept, and lead to the language that is missing."""
    text = tr.plural(
        "Kept: {n} letter. To change it, edit your message above.",
        "Kept: {n} letters. To change it, edit your message above.",
        length(draft.texts[language]),
    )
    return Screen(text, [[_write(draft, following, tr)], *_back(tr)])


def check_screen(draft: Broadcast, size: int, yes: Yes, tr: Translator, *, changed: bool) -> Screen:
    """Show to whom a complete draft goes, and let it be sent. `changed`: since a yes was asked."""
    lines = []
    if changed:
        lines.append(tr("The text has changed: the yes that you asked for counts no more."))
    lines += [tr("Above you see it as it arrives."), _to_whom(draft.segment, size, tr)]
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
    return Screen(Markup("\n\n").join(lines), [*rows, *_ways_to_change(draft, tr), *_back(tr)])


def yes_means(broadcast: Broadcast, size: int, tr: Translator) -> list[Markup]:
    """Say to who is asked for a second yes what it would set going."""
    return [
        tr("Above you see it as it arrives."),
        _to_whom(broadcast.segment, size, tr),
        tr("With your yes it goes out at once. Each coordinator can stop it at any time."),
    ]


def frozen_receipt(tr: Translator) -> Receipt:
    """Say of an edit that it came too late."""
    return Receipt(
        tr(
            "This broadcast has its yes, and its text is frozen: your edit has changed nothing. If"
            " there is a mistake in it, stop it, or send another one."
        ),
        [[Button(tr("Broadcasts"), ShowBroadcasts())]],
    )


def begun_screen(number: BroadcastId, tr: Translator) -> Screen:
    """Say that it goes out now."""
    text = tr("It goes out now, as fast as Telegram lets us. It never holds up an answer.")
    rows = [[Button(tr("How far it is"), OpenBroadcast(number=number))], [home(tr)]]
    return Screen(text, rows)


def progress_screen(
    broadcast: Broadcast, progress: Progress, tr: Translator, *, first: bool
) -> Screen:
    """Show how far a broadcast has come. `first`: no other one goes before it."""
    return Screen(
        _progress(broadcast, progress, tr, first=first),
        [*_refresh(broadcast, progress, tr), *_steps(broadcast, progress, tr), *_back(tr)],
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
    state = _state(broadcast, progress, tr, first=first)
    return Markup("\n\n").join([heading, state, _figures(broadcast, progress, tr)])


def _figures(broadcast: Broadcast, progress: Progress, tr: Translator) -> Markup:
    """Tell what became of the copies: how many arrived, and of the rest what is not nothing."""

    def told(number: int) -> Markup:
        return _number(number, broadcast.segment, tr)

    lines = [tr("Arrived: {n}", n=told(progress.arrived))]
    if broadcast.state is BroadcastState.GOING:
        lines.append(tr("Still to go: {n}", n=told(progress.waiting)))
    if broadcast.state is BroadcastState.STOPPED:
        held_back = progress.waiting - progress.sending
        lines.append(tr("Not sent, because it was stopped: {n}", n=told(held_back)))
        if progress.sending:
            lines.append(tr("On their way already: {n}", n=told(progress.sending)))
    if progress.unreachable:
        lines.append(tr("Could not be reached: {n}", n=told(progress.unreachable)))
    if progress.refused:
        lines.append(tr("Refused by Telegram: {n}", n=told(progress.refused)))
    if progress.uncertain:
        lines.append(tr("May have arrived: {n}", n=told(progress.uncertain)))
    return Markup("\n").join(lines)


def _title(broadcast: Broadcast, tr: Translator) -> Markup:
    segment = _segment(broadcast.segment, tr)
    if broadcast.state is BroadcastState.GOING:
        return tr("Going out: {segment}", segment=segment)
    if broadcast.state is BroadcastState.STOPPED:
        return tr("Stopped: {segment}", segment=segment)
    return tr("Sent: {segment}", segment=segment)


def _state(broadcast: Broadcast, progress: Progress, tr: Translator, *, first: bool) -> Markup:
    if broadcast.state is BroadcastState.DONE:
        return tr("It is over.")
    if broadcast.state is BroadcastState.STOPPED:
        if progress.sending:
            return tr("It is being stopped: the last copies are on their way.")
        return tr("It was stopped.")
    return tr("It goes out.") if first else tr("It waits for the broadcast before it.")


def _steps(broadcast: Broadcast, progress: Progress, tr: Translator) -> list[list[Button]]:
    if broadcast.state is BroadcastState.GOING:
        return [[Button(tr("Stop"), StopBroadcast(number=broadcast.id))]]
    if is_moving(broadcast.state, sending=progress.sending):
        return []
    if broadcast.state is BroadcastState.STOPPED and progress.waiting:
        return [[Button(tr("Send it to the rest"), GoOn(number=broadcast.id))]]
    if broadcast.state is BroadcastState.DONE and progress.uncertain:
        again = tr("Send again to those who may have it")
        return [[Button(again, SendUncertainAgain(number=broadcast.id))]]
    return []


def _refresh(broadcast: Broadcast, progress: Progress, tr: Translator) -> list[list[Button]]:
    """Return the way to newer figures, where nothing edits the old ones."""
    if not is_moving(broadcast.state, sending=progress.sending):
        return []
    return [[Button(tr("Newer figures"), OpenBroadcast(number=broadcast.id))]]


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


def _draft(draft: Broadcast, tr: Translator) -> Markup:
    """Tell how far a draft is."""
    heading = tr(
        "<b>Your half-written broadcast</b>: {segment}", segment=_segment(draft.segment, tr)
    )
    lines = [_written(draft, language, tr) for language in draft.segment.languages]
    return Markup("\n").join([heading, *lines])


def _written(draft: Broadcast, language: Language, tr: Translator) -> Markup:
    text = draft.texts.get(language)
    if not text:
        return {
            Language.RUSSIAN: tr("Russian: not written yet"),
            Language.FINNISH: tr("Finnish: not written yet"),
        }[language]
    return {
        Language.RUSSIAN: tr.plural("Russian: {n} letter", "Russian: {n} letters", length(text)),
        Language.FINNISH: tr.plural("Finnish: {n} letter", "Finnish: {n} letters", length(text)),
    }[language]


def _write(draft: Broadcast, language: Language, tr: Translator) -> Button:
    """Return the way to the text in one language."""
    label = {
        Language.RUSSIAN: tr("Write the Russian text"),
        Language.FINNISH: tr("Write the Finnish text"),
    }
    if draft.texts.get(language):
        label = {
            Language.RUSSIAN: tr("Write the Russian text anew"),
            Language.FINNISH: tr("Write the Finnish text anew"),
        }
    return Button(label[language], WriteText(language=language))


def _ways_to_change(draft: Broadcast, tr: Translator) -> list[list[Button]]:
    """Return the ways to each text of a draft, and out of it."""
    texts = [[_write(draft, language, tr)] for language in draft.segment.languages]
    return [*texts, [Button(tr("Delete the draft"), DropBroadcast())]]


def _back(tr: Translator) -> list[list[Button]]:
    return [[Button(tr("Back to the broadcasts"), ShowBroadcasts())], [home(tr)]]
