"""What the screens of the gallery are drawn from. Nobody real."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from markupsafe import Markup, escape

from bot.content.articles import Article, Head, Part
from bot.content.check import (
    LONGEST_ANSWER,
    LONGEST_BUTTON,
    LONGEST_PART,
    LONGEST_PART_TITLE,
)
from bot.content.check_glossary import LONGEST_LINE, LONGEST_TERM
from bot.content.facts import Source
from bot.content.figures import figures
from bot.content.glossary import Certainty, Entry, Term, Words
from bot.content.glossary import Matter as TermMatter
from bot.content.markdown import UNCONFIRMED
from bot.coordination.approval_screens import Wish
from bot.core.approvals import Approval, Matter
from bot.core.cases import Whose
from bot.core.languages import Language
from bot.core.outgoing import Side
from bot.core.people import PersonId, Role, Standing
from bot.core.requests import MessageId, RequestId, State
from bot.core.sections import Section
from bot.core.stages import Stage
from bot.core.styles import Styled
from bot.desk import screens as desk
from bot.emigre import screens as emigre
from bot.store.privacy import Copy
from bot.store.requests import Request, Said
from bot.store.team import Member
from bot.ui.screen import LONGEST_TEXT

CODE: Final = "K7M2P"
WORDS: Final = "Меня зовут <b>Вера</b> & 🏠"
"""What somebody wrote: looks like tags and must not become any."""
LONG: Final = ("<&>" * (LONGEST_TEXT // 3 + 1))[:LONGEST_TEXT]
"""As long as Telegram lets anybody write, and longer once it is escaped."""

WAITING: Final = Request(
    id=RequestId(104729),
    code=CODE,
    emigre_id=PersonId(15485863),
    alias="willow",
    language=Language.RUSSIAN,
    state=State.OFFERED,
    helper_id=None,
    helper_alias=None,
)
HELD: Final = replace(
    WAITING, state=State.CLAIMED, helper_id=PersonId(32452843), helper_alias="woodpecker"
)
URGENT: Final = replace(WAITING, urgent=True)
ABOUT_REMOVAL: Final = replace(HELD, section=Section.REMOVAL)
DRAFT: Final = replace(WAITING, state=State.DRAFT)
SHARED: Final = replace(HELD, shared={"ru": "…", "fi": "…"})
ANSWERED: Final = replace(HELD, state=State.ANSWERED)
CLOSED: Final = replace(HELD, state=State.CLOSED)
SILENT: Final = replace(CLOSED, helper_alias=None)
WITHDRAWN: Final = replace(WAITING, state=State.WITHDRAWN)
FINNISH: Final = replace(HELD, language=Language.FINNISH)
OLLI: Final = Member(
    person_id=PersonId(32452843),
    role=Role.VOLUNTEER,
    code="K2M",
    joined_at=datetime(2026, 11, 30, 23, 30, tzinfo=UTC),
    standing=Standing.ON_DUTY,
    paused_until=None,
)
KAISA: Final = replace(OLLI, role=Role.COORDINATOR, code="ZZZ")
AWAY: Final = replace(
    OLLI, standing=Standing.PAUSED, paused_until=datetime(2026, 12, 24, 22, tzinfo=UTC)
)
OFF: Final = replace(OLLI, standing=Standing.OFF_DUTY)
OUT: Final = replace(OLLI, standing=Standing.SUSPENDED)
PRACTICE: Final = replace(HELD, emigre_id=PersonId(32452843))
NOTHING: Final = desk.Desk(me=OLLI, held=[], waiting=0, own=None, lost=0, unread=0)
TROUBLE: Final = desk.Desk(
    me=KAISA,
    held=[HELD] * 5,
    waiting=21,
    own=None,
    lost=1,
    unread=2,
    urgent=True,
    writes=True,
    said_intake=False,
)
NOW: Final = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
LATER: Final = NOW + timedelta(hours=2)
LINK: Final = "https://t.me/12345?start=1"
INVITING: Final = Approval(
    code="ABCDEFGH",
    matter=Matter.INVITE_COORDINATOR,
    asked_by=KAISA.person_id,
    about=None,
    until=datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
)
ANNA: Final = replace(KAISA, person_id=PersonId(49979687), code="A2M")
WISH: Final = Wish(INVITING, KAISA)
SUSPENDING: Final = Wish(replace(INVITING, matter=Matter.SUSPEND_COORDINATOR), KAISA, ANNA)
REMOVING: Final = Wish(replace(INVITING, matter=Matter.REMOVE_COORDINATOR), KAISA, ANNA)
MESSAGE: Final = MessageId(49979687)
PERSONAL: Final = ("104729", "15485863", "32452843", "willow", "woodpecker", "Вера")
"""What no button may carry: numbers of people and requests, names, words."""


def said(text: str) -> Said:
    where = {"request_id": HELD.id, "author": Side.EMIGRE, "chat_id": 1, "taken_back": False}
    return Said(id=MESSAGE, words=Styled(text), said_at=NOW, **where)  # type: ignore[arg-type]


EMPTY: Final = emigre.Mine(
    in_hand=[], stage=None, has_plan=False, keeps_answers=False, has_asked=False
)
MINE: Final = emigre.Mine(
    in_hand=[],
    stage=Stage.KHO,
    has_plan=True,
    has_asked=True,
    keeps_answers=True,
    coming=emigre.Coming(date(2026, 12, 2), date(2026, 12, 1)),
)
CHILDS: Final = replace(
    EMPTY, coming=emigre.Coming(date(2026, 12, 2), date(2026, 12, 1), Whose.CHILD_1)
)
# Digits, since what translators write in files of their own is not in the catalogues
URL: Final = "https://office.example/?a&b"
ARTICLE: Final = Article(
    slug="appeal-how",
    language=Language.RUSSIAN,
    head=Head(
        title="7" * 60,
        button="7" * LONGEST_BUTTON,
        section=Section.APPEAL,
        checked=date(2026, 11, 26),
        check_again=date(2027, 1, 26),
        volatile=True,
        keywords=("a",),
        sources=(Source(title="1 & 2", url=URL, says="<3>"),) * 20,
    ),
    lead=escape("7" * (LONGEST_ANSWER - 60 - len(UNCONFIRMED))) + UNCONFIRMED,
    parts=[Part("7" * LONGEST_PART_TITLE, escape("7" * (LONGEST_PART - 2)) + UNCONFIRMED)] * 6,
    links=[],
    uncited=[],
    facts={},
    unconfirmed=[],
)
SHORT: Final = replace(ARTICLE, lead=Markup("7."), parts=[])
FIGURES: Final = replace(
    figures(),
    source={
        name: replace(source, url=f"https://office.example/{name}")
        for name, source in figures().source.items()
    },
)
COUNTED: Final = replace(
    ARTICLE,
    head=ARTICLE.head.model_copy(
        update={
            "sources": tuple(
                Source(title="1 & 2", url=source.url, says="<3>")
                for source in FIGURES.source.values()
            )
        }
    ),
)
"""The answer about the public figures, with all their sources."""
BEFORE, AFTER = date(2026, 12, 1), date(2027, 2, 1)
_ENTRY: Final = Entry(
    fi="7" * 42,
    short="7" * LONGEST_TERM,
    en="7" * 30,
    certainty=Certainty.BOTH,
    sources=("https://office.example/?a&b",) * 2,
    checked=date(2026, 11, 26),
)
TERM: Final = Term(
    slug="appeal-instructions",
    matter=TermMatter.DECISION,
    entry=_ENTRY,
    words={
        language: Words(name="7 & <7>", line="7" * LONGEST_LINE, said=("7",) * 5)
        for language in Language
    },
)
TRANSLATED: Final = replace(TERM, entry=_ENTRY.model_copy(update={"certainty": Certainty.FINNISH}))
UNSURE: Final = replace(TERM, entry=_ENTRY.model_copy(update={"certainty": Certainty.UNSURE}))
UNSEEN: Final = replace(
    TERM,
    entry=Entry(fi="7", en="7", certainty=Certainty.KNOWN, checked=date(2026, 11, 26)),
    words={language: Words(line="7.") for language in Language},
)

_ID = {"user_id": 104729, "language": "ru", "agreed_to": None, "agreed_at": None}
KEPT: Final[Copy] = {
    "people": [_ID],
    **{
        name: []
        for name in (
            "bans",
            "chats",
            "members",
            "cases",
            "dates",
            "case_wishes",
            "plans",
            "kept_answers",
            "ready_answers",
            "requests",
            "messages",
        )
    },
}
ALL_KEPT: Final[Copy] = {
    "people": [_ID | {"agreed_to": 2, "agreed_at": NOW}],
    "bans": [{"code": "12345", "banned_at": NOW}],
    "chats": [{"bot": "emigre"}],
    "members": [{"role": "volunteer", "joined_at": NOW, "suspended_at": NOW}],
    "cases": [{"id": 1, "stage": "kho", "kept": None, "changed_at": NOW}],
    "dates": [{"id": 1, "case_id": 1, "version": 1, "kept": {}}] * 3,
    "case_wishes": [{"wishes": {}}],
    "plans": [{"outcome": "refused", "kept_at": NOW}],
    "kept_answers": [{"slug": "interview", "kept_at": NOW}],
    "ready_answers": [{"title": "7", "text": "7", "language": "ru", "made_at": NOW}] * 3,
    "requests": [{"state": "answered", "helper_alias": "owl"}] * 21
    + [{"state": "closed", "helper_alias": None}],
    "messages": [{"taken_back_at": None}] * 121,
}
