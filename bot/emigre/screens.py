"""An émigré's screens. Pure: data in, screen out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from markupsafe import Markup

from bot.content.articles import Article
from bot.content.guides import guide
from bot.core.cases import Whose
from bot.core.requests import MOST_OPEN, State, seal_of
from bot.core.sections import Section
from bot.core.stages import Stage
from bot.core.telltale import Telltale
from bot.emigre.buttons import (
    AskAgainFirst,
    DropDraft,
    DropDraftNow,
    MarkThisUrgent,
    OpenDraft,
    SayTopicOfDraft,
    SendAnyway,
    SendDraft,
    ShareCase,
    ShowTopicsOfDraft,
)
from bot.emigre.for_whom_screens import draft_rows, draft_words
from bot.emigre.guide.screens import to_guide, to_plan
from bot.emigre.hearing import CALM, Heard
from bot.emigre.own_screens import to_draft, to_own
from bot.emigre.reading.buttons import ShowSections, to_article
from bot.emigre.request_screens import status_words, to_request, ways_to_ask
from bot.emigre.taking.buttons import ShowKeptAnswers
from bot.store.requests import Request, Said
from bot.ui.aliases import alias_name
from bot.ui.buttons import Ask, ShowKept, ShowLanguages, home, to_case, to_urgent
from bot.ui.cases import whose_name
from bot.ui.days import how_far
from bot.ui.refusals import asks_no_more
from bot.ui.screen import Button, Expects, Screen
from bot.ui.sections import section_name
from bot.ui.stages import stage_name
from bot.ui.telltales import telltale_lines
from bot.ui.words import Translator

HIDDEN: Final = Markup("…")
"""What stands in the place of a locked case that is shown to a helper."""
LONGEST_PREVIEW: Final = 3000
"""Characters of a draft that its preview shows: the beginning, and what was written last."""


class Coming(NamedTuple):
    """The next day of somebody's cases that counts, seen from today. Days in Finland."""

    day: date
    today: date
    whose: Whose = Whose.ME


class Again(NamedTuple):
    """Who helped with somebody's last question, and whether they are to be asked first."""

    before: Request
    yes: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """What an émigré has here."""

    in_hand: Sequence[Request]
    """Open requests, the last one first, then a draft."""
    stage: Stage | None
    """None as well while nothing of the case is to be seen."""
    has_plan: bool
    keeps_answers: bool
    has_asked: bool
    """There is a question of theirs to read again."""
    coming: Coming | None = None
    may_ask: bool = True
    """Nobody has blocked them."""


def home_screen(
    mine: Mine, tr: Translator, *, typed: bool = False, closed: Request | None = None
) -> Screen:
    """Show what matters now.

    `typed`: text came in that nothing was waiting for, or was for a request that is `closed`;
    the screen asks what it is.
    """
    lines = [status_words(closed, tr)] if closed else []
    lines.append(_what_is_this(mine.in_hand, tr) if typed else tr("How can we help?"))
    if not mine.may_ask:
        lines.append(asks_no_more(tr))
    lines += [status_words(each, tr) for each in mine.in_hand]
    if mine.stage:
        lines.append(tr("Your stage: {stage}.", stage=stage_name(mine.stage, tr)))
    if mine.coming:
        lines.append(_coming(mine.coming, tr))
    rows = ways_to_ask(mine.in_hand, tr) if typed else []
    rows += _to_own_questions(mine, tr, typed=typed)
    rows.append([to_urgent(tr)])
    rows.append([to_plan(tr) if mine.has_plan else to_guide(guide(), tr)])
    kept = [Button(tr("Kept answers"), ShowKeptAnswers())] if mine.keeps_answers else []
    rows.append([Button(tr("Answers by topic"), ShowSections()), *kept])
    rows.append([to_case(tr)])
    rows.append([Button(tr("What is kept about me"), ShowKept())])
    rows.append([Button(tr("Language"), ShowLanguages())])
    return Screen(Markup("\n\n").join(lines), rows, quotes=typed)


def declined_screen(tr: Translator, *, erased: bool) -> Screen:
    """Say that nothing is kept, and what is there all the same."""
    lines = [tr("What you wrote is erased.")] if erased else []
    lines.append(
        tr(
            "Of you, only the language is kept. You can read everything here; to ask a person, we"
            " need your yes."
        )
    )
    return Screen(Markup(" ").join(lines), [[to_urgent(tr)], [home(tr)]])


def ask_screen(tr: Translator, *, urgent: bool = False) -> Screen:
    """Invite to write a question."""
    text = tr(
        "Write your question here, in one message or several. You will see it before it goes."
        "\n\nOne volunteer at a time reads it, without learning who you are. If they ask in an"
        " interpreter, a lawyer or another helper, we tell you of each. Leave out names,"
        " addresses and document numbers."
    )
    expects = Expects.URGENT_DRAFT if urgent else Expects.DRAFT
    return Screen(text, [[home(tr)]], expects=expects)


def draft_screen(
    draft: Request,
    messages: Sequence[Said],
    tr: Translator,
    *,
    news: Markup | None = None,
    case: Markup | None = None,
    again: Again | None = None,
    heard: Heard = CALM,
    answers: Sequence[Article] = (),
) -> Screen:
    """Show what will be sent; its buttons do what they say to this and to nothing newer.

    `case`: what a helper would see of their case, if they wish it; HIDDEN: it is not to be seen
    here; None: there is nothing. `again`: who helped before, and could be asked first. `heard`:
    what the words sound like; where that is danger, nothing is said of topics, lest they stand in
    the way of help. `answers`: what is theirs who ask so.
    """
    texts = [said.text for said in messages]
    written = "\n\n".join(texts)
    lines = [news] if news else []
    if draft.urgent:
        lines.append(tr("❗ Urgent: it comes before other questions."))
    lines.append(tr("This will be sent:"))
    lines.append(Markup("<blockquote>{}</blockquote>").format(_abridged(written)))
    if len(written) > LONGEST_PREVIEW:
        lines.append(tr("The middle is left out here; all of it will be sent."))
    if case and draft.shares_case:
        lines.append(_shared(case, tr))
    lines += _chosen(draft, again, heard, tr)
    if heard.surely and not draft.urgent:
        lines.append(tr("This sounds as if it cannot wait. If so, say “It is urgent” below."))
    lines.append(tr("Send it, or write more. To change it, edit your message."))
    seal = draft_seal(draft, messages)
    rows = [
        *_to_send(draft, [Button(tr("Send"), SendDraft(seal=seal))], heard, tr),
        *([to_article(each)] for each in answers),
        *draft_rows(draft, tr, young=heard.young),
        *([[_sharing(draft, tr)]] if case else []),
        *([[_again(again, tr)]] if again else []),
        [Button(tr("Delete the draft"), DropDraft(seal=seal))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows, expects=Expects.DRAFT, card=draft.id)


def _to_send(
    draft: Request, send: list[Button], heard: Heard, tr: Translator
) -> list[list[Button]]:
    """Return how to send; what sounds as if it cannot wait is first offered as urgent."""
    topic = Button(tr("Topic"), ShowTopicsOfDraft())
    if draft.urgent or not heard.surely:
        return [send, [_urgency(draft, tr), topic]]
    return [[_urgency(draft, tr)], send, [topic]]


def _chosen(draft: Request, again: Again | None, heard: Heard, tr: Translator) -> list[Markup]:
    """Return what decides who is asked, and what that means."""
    lines = []
    if draft.section:
        lines.append(tr("Topic: {section}.", section=section_name(draft.section, tr)))
    if about := draft_words(draft, tr, young=heard.young):
        lines.append(about)
    if again and again.yes:
        lines.append(_again_words(again.before, tr))
    return lines


def drop_screen(seal: str, tr: Translator) -> Screen:
    """Ask once more before a draft is deleted. `seal`: of the draft as it was shown."""
    rows = [
        [Button(tr("No, keep it"), OpenDraft())],
        [Button(tr("Yes, delete it"), DropDraftNow(seal=seal))],
        [home(tr)],
    ]
    text = tr("Delete the draft? What you wrote in it goes for good, and nobody has read it.")
    return Screen(text, rows)


def draft_topics_screen(tr: Translator) -> Screen:
    """Ask what a draft is about: it decides who is asked first."""
    rows = [
        [Button(section_name(section, tr), SayTopicOfDraft(section=section))] for section in Section
    ]
    text = tr("What is it about? Whoever knows it best is asked first.")
    return Screen(text, [*rows, [to_draft(tr)], [home(tr)]])


def draft_seal(draft: Request, messages: Sequence[Said]) -> str:
    """Return the mark of all that its helper sees of a draft: words, choices, whose they are."""
    chosen = [draft.alias, *(draft.shared or {}).values(), draft.for_whom or ""]
    return seal_of(draft.code, [*(said.text for said in messages), *chosen])


def telltale_screen(found: Sequence[Telltale], seal: str, tr: Translator) -> Screen:
    """Say gently, before a draft goes, what in it may tell who its author is."""
    rows = [
        [Button(tr("Leave it out, and look"), SendAnyway(seal=seal, whole=False))],
        [Button(tr("Change it first"), OpenDraft())],
        [Button(tr("Send all of it"), SendAnyway(seal=seal, whole=True))],
        [home(tr)],
    ]
    return Screen(telltale_text(found, tr), rows)


def telltale_text(found: Sequence[Telltale], tr: Translator) -> Markup:
    """Say what in a text may tell who its author is."""
    return tr(
        "<b>Before it goes</b>\n\nYour text holds what looks like this:\n{lines}\n\nThe volunteer"
        " does not need it to answer, and it may tell who you are. Nothing is sent yet.",
        lines=telltale_lines(found, tr),
    )


def day_is_near(tr: Translator) -> Markup:
    """Say why a draft is urgent although nobody said so."""
    return tr("A day of yours is near, so this goes as urgent. If it can wait, say so below.")


def cannot_wait(tr: Translator) -> Markup:
    """Say why a draft of despair is urgent although nobody said so."""
    return tr("Such a question goes as urgent. If it can wait, say so below.")


def left_out_text(tr: Translator) -> Markup:
    """Say that what may tell who somebody is will not go, and that the rest has not gone yet."""
    return tr("It is left out: […] stands in its place. Nothing is sent yet: please look.")


def not_sent_text(tr: Translator) -> Markup:
    """Say that a draft waits, because as many questions are open as may be."""
    return tr(
        "Nothing was sent: {n} questions of yours are open. Close one first; the draft stays.",
        n=MOST_OPEN,
    )


def draft_again_text(tr: Translator) -> Markup:
    """Say that a question that was sent is a draft again."""
    return tr("It is taken back: nobody had read it. Change it and send it, or delete it.")


def changed_since_text(tr: Translator) -> Markup:
    """Say that a draft is not the one that was tapped."""
    return tr("Nothing was sent or deleted: that was an older picture. So the question stands now.")


def older_text(tr: Translator) -> Markup:
    """Say that what was tapped belongs to another draft, which is not there any more."""
    return tr("Nothing was changed: that was a picture of another question. This is your draft.")


def nothing_kept_text(tr: Translator, *, erased: bool) -> Markup:
    """Say that somebody's no was heard."""
    return tr("What you wrote is erased.") if erased else tr("Nothing was kept.")


def _coming(coming: Coming, tr: Translator) -> Markup:
    """Say which day comes next, and of whom in the family."""
    day, far = tr.full_day(coming.day), how_far(coming.day, coming.today, tr)
    if coming.whose is Whose.ME:
        return tr("Next: {day}, {how_far}.", day=day, how_far=far)
    whose = whose_name(coming.whose, tr)
    return tr("Next, {whose}: {day}, {how_far}.", whose=whose, day=day, how_far=far)


def _shared(case: Markup, tr: Translator) -> Markup:
    if case == HIDDEN:
        return tr("Your helper sees your stage and next date with it.")
    return tr("Your helper sees with it:\n{case}", case=case)


def _again_words(before: Request, tr: Translator) -> Markup:
    """Say what it means that who helped before is asked first."""
    return tr(
        "{helper}, who helped with {code}, is asked first, and learns that both are from you.",
        helper=alias_name(before.helper_alias or "", tr),
        code=before.code,
    )


def _again(again: Again, tr: Translator) -> Button:
    helper = alias_name(again.before.helper_alias or "", tr)
    words = tr("Ask {helper} first again", helper=helper)
    if again.yes:
        words = tr("Do not ask {helper} first", helper=helper)
    return Button(words, AskAgainFirst(yes=not again.yes))


def _sharing(draft: Request, tr: Translator) -> Button:
    shares = draft.shares_case
    words = tr("Do not show my case") if shares else tr("Show my stage and next date")
    return Button(words, ShareCase(shares=not shares))


def _urgency(draft: Request, tr: Translator) -> Button:
    words = tr("It can wait") if draft.urgent else tr("It is urgent")
    return Button(words, MarkThisUrgent(code=draft.code, urgent=not draft.urgent))


def _abridged(text: str) -> str:
    """Return a text without its middle if it is too long to be shown."""
    if len(text) <= LONGEST_PREVIEW:
        return text
    half = LONGEST_PREVIEW // 2
    return f"{text[:half]}\n\n[…]\n\n{text[-half:]}"


def _to_own_questions(mine: Mine, tr: Translator, *, typed: bool) -> list[list[Button]]:
    """Return the ways to what somebody is asking, and asked; a draft beside it is named, too."""
    own = [to_own(tr)] if mine.has_asked else []
    if mine.in_hand:
        current, *others = mine.in_hand
        drafts = [[to_draft(tr)] for each in others if each.state is State.DRAFT]
        return [[to_request(current, tr), *own], *drafts]
    if mine.may_ask and not typed:
        return [[Button(tr("Ask a person"), Ask()), *own]]
    return [own] if own else []


def _what_is_this(in_hand: Sequence[Request], tr: Translator) -> Markup:
    """Ask what a text is that nothing was waiting for."""
    if not in_hand:
        return tr("Nothing was sent yet. Is this a question for a person?")
    if len(in_hand) > 1:
        return tr("Nothing was sent yet. Where does this belong? A tap puts it there.")
    (current,) = in_hand
    if current.state is State.DRAFT:
        return tr("Nothing was sent yet. Does this belong to your draft?")
    return tr("Nothing was sent yet. Does this belong to your question {code}?", code=current.code)
