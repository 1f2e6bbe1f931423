"""Callback data: what a button carries means the same after a year."""

from collections import Counter
from collections.abc import Iterator

import pytest
from aiogram.filters.callback_data import CallbackData
from hypothesis import given
from hypothesis import strategies as st

import bot.app  # noqa: F401 - brings every room, and with it every button
from bot.coordination.broadcast_buttons import GoOn
from bot.core.languages import Language
from bot.emigre.dates.buttons import ShowDate
from bot.emigre.glossary.buttons import ShowMatter
from bot.emigre.reminding.buttons import OpenReminded
from bot.relay.buttons import TakeBack
from bot.ui.buttons import ChooseLanguage, GoHome
from bot.ui.pages import page_of

# Every button there ever was: prefix, and the fields behind it in order. People tap buttons
# from last month. To change what one carries, give it a new prefix and keep the old class.
FROZEN = {
    "a": [],  # Ask
    "ad": ["code: str"],  # AddThis
    "an": ["code: str"],  # AnswerThis
    "ap": ["code: str"],  # OpenApproval
    "ar": ["slug: str", "part: int"],  # ShowArticle
    "at": [],  # AskThis
    "au": [],  # AskThisUrgently
    "av": ["verdict: Verdict", "code: str"],  # Decide
    "b": [],  # ShowBroadcasts
    "ba": ["segment: Segment"],  # AimBroadcast
    "bd": [],  # ShowDraft
    "bg": ["number: int"],  # GoOn
    "bk": ["language: Language"],  # AddToBroadcast
    "bn": ["code: str"],  # Ban
    "bo": ["number: int"],  # OpenBroadcast
    "bp": ["number: int"],  # StopBroadcast
    "bq": ["code: str"],  # AskToBan
    "br": ["code: str"],  # ShowWrong
    "bs": ["page: int"],  # ShowBans
    "bu": ["number: int"],  # SendUncertainAgain
    "bw": ["language: Language"],  # WriteText
    "by": ["code: str"],  # WishBan
    "bz": ["code: str"],  # RefuseBan
    "bx": [],  # DropBroadcast
    "c": ["code: str"],  # Claim
    "gr": ["code: str"],  # HandBackAndRest
    "rh": ["code: str", "yes: bool"],  # Helped
    "xw": ["code: str", "reason: Reason"],  # CloseFor
    "xs": ["code: str", "reason: Reason", "seen: int"],  # CloseHeard
    "pg": ["code: str"],  # AgreeToConduct
    "pc": [],  # ShowConduct
    "qa": [],  # AskNew
    "qd": ["code: str"],  # ShowDoubts
    "qf": ["yes: bool"],  # AskAgainFirst
    "yg": ["code: str", "companion: int"],  # ShowDoubtsOf
    "ye": ["code: str", "doubt: Doubt", "companion: int"],  # SayDoubtOf
    "qh": ["code: str", "doubt: Doubt"],  # SayDoubt
    "qk": ["code: str"],  # TakeQuestionBack
    "ql": ["page: int"],  # ShowOwn
    "qn": [],  # AskThisAnew
    "qe": [],  # OpenDraft
    "qz": ["seal: str"],  # DropDraftNow
    "ub": ["slug: str", "part: int"],  # ShowBelow
    "uu": ["code: str", "urgent: bool"],  # MarkThisUrgent
    "qp": ["for_whom: ForWhom"],  # SayForWhom
    "qr": ["code: str", "page: int"],  # ReadOwn
    "qs": ["section: Section"],  # SayTopicOfDraft
    "qt": [],  # ShowTopicsOfDraft
    "qw": [],  # ShowForWhom
    "ro": ["code: str"],  # Reopen
    "ry": ["code: str"],  # StillOpen
    "za": [],  # SayAllTopics
    "zc": ["cap: int"],  # SayCap
    "zd": ["days: str", "begins: Optional", "ends: Optional"],  # AddHours
    "zh": [],  # ShowHours
    "zk": ["skill: Skill", "yes: bool"],  # SaySkill
    "zl": ["language: Language", "yes: bool"],  # SaySpoken
    "zp": ["section: Section", "yes: bool"],  # SayTopic
    "zs": [],  # ShowIntake
    "zt": [],  # ShowTopics
    "zw": [],  # SayAllHours
    "zy": ["days: str", "begins: int", "ends: int"],  # DropHoursOn
    "zx": ["day: int", "begins: int", "ends: int"],  # DropHours
    "ca": ["case: int | None"],  # ShowCase
    "cb": [],  # BeginWithDate
    "cc": ["case: int", "of: DayOf", "month: str"],  # ShowMonth
    "cd": ["case: int", "of: DayOf"],  # AskDay
    "ce": ["case: int", "of: DayOf", "day: str"],  # CheckDay
    "cf": [],  # Hide
    "cg": ["whose: Whose"],  # BeginCase
    "ch": ["case: int | None", "phase: bot.core.stages.Phase | None"],  # ChooseIn
    "ci": ["case: int | None", "hour: int"],  # SetHour
    "cj": ["then: str"],  # ShowHere
    "ck": ["case: int", "of: DayOf", "day: str | None"],  # KeepDay
    "cl": [],  # ShowPeople
    "cm": ["case: int"],  # ShowMore
    "cn": [],  # AddPerson
    "co": [],  # OfferCopy
    "cp": [],  # Copy
    "cq": ["case: int"],  # AskToDelete
    "cr": ["case: int | None"],  # ShowWishes
    "cs": ["case: int | None"],  # ChooseStage
    "ct": ["case: int | None", "stage: Stage", "sure: bool"],  # MoveTo
    "cu": ["case: int"],  # Undo
    "cv": ["case: int | None", "wish: Wish", "on: bool"],  # SetWish
    "cw": ["case: int"],  # ShowNote
    "cx": ["case: int"],  # DeleteCase
    "cy": ["case: int | None"],  # ShowLock
    "cz": ["case: int"],  # DropNote
    "da": ["case: int"],  # AddDate
    "dc": ["date: int"],  # ChangeDate
    "dd": ["date: int"],  # ShowDate
    "df": ["date: int", "done: bool"],  # FinishDate
    "dg": ["date: int", "distance: int | None"],  # ChooseReminder
    "dh": ["date: int", "page: int"],  # ShowSteps
    "dj": ["paper: bot.core.deadlines.walk.Paper | None"],  # BeginWithPaper
    "dl": ["case: int", "page: int"],  # ShowDates
    "dn": ["date: int", "is_place: bool"],  # Write
    "dp": [
        "step: Step",
        "case: int",
        "date: int",
        "occasion: Occasion",
        "day: str",
        "hour: str",
    ],  # Appoint
    "dq": ["date: int"],  # AskToDrop
    "dr": ["date: int"],  # ShowReminders
    "ds": ["duty: Duty"],  # SetDuty
    "dt": [],  # ShowDuty
    "dw": ["at: At", "case: int", "date: int", "said: str", "day: str", "period: str"],  # Walk
    "dx": ["date: int"],  # DropDate
    "dz": ["date: int", "is_place: bool"],  # Clear
    "eb": ["held: int", "seal: str", "why: Reason"],  # SendBack
    "ec": [],  # ChangeIt
    "ed": ["held: int"],  # DropHeld
    "eh": [],  # ShortenIt
    "el": ["held: int"],  # Look
    "en": [],  # LookNext
    "eq": [],  # AskToErase
    "er": [],  # Erase
    "es": ["held: int"],  # SendAsItIs
    "ey": ["held: int", "seal: str"],  # LetGo
    "fg": [],  # ShowFigures
    "fq": [],  # AskToRelease
    "fr": [],  # Release
    "g": ["name: str"],  # WalkTo
    "gb": ["code: str"],  # HandBackHeld
    "gq": ["code: str"],  # AskToHandBackHeld
    "h": [],  # GoHome
    "hb": [],  # GoHomeBelow
    "ic": [],  # AskCoordinator
    "iv": [],  # InviteVolunteer
    "iy": [],  # InviteCoordinator
    "jn": ["code: str"],  # WriteAnew
    "ja": ["code: str", "whole: bool"],  # AddAnyway
    "je": ["code: str", "seal: str", "whole: bool"],  # ChangeAnyway
    "jo": ["code: str"],  # OfferCase
    "js": ["code: str"],  # StopSharing
    "jy": ["code: str", "seal: str"],  # ShareCaseNow
    "jt": ["of: Tally", "about: str", "language: Language"],  # CountAnew
    "k": [],  # ShowKept
    "ka": ["page: int"],  # ShowKeptAnswers
    "kd": ["slug: str"],  # DropAnswer
    "kp": ["slug: str"],  # KeepAnswer
    "kw": [],  # ShowWhy
    "l": ["language: Language"],  # ChooseLanguage
    "lq": [],  # AskToLeave
    "ls": [],  # ShowLanguages
    "lv": [],  # Leave
    "mb": ["code: str"],  # ShowMember
    "mc": ["step: Step", "code: str"],  # ChangeMember
    "mq": ["step: Step", "code: str"],  # AskMember
    "mw": ["code: str"],  # ShowWritten
    "md": ["date: int", "version: int"],  # DoneReminded
    "mh": ["date: int"],  # HelpReminded
    "ml": ["date: int", "version: int"],  # LaterReminded
    "mo": ["date: int"],  # OpenReminded
    "mx": ["date: int"],  # WrongReminded
    "n": [],  # Decline
    "nb": [],  # NewBroadcast
    "nc": ["case: int"],  # KeepWithoutCode
    "nd": ["date: int", "is_place: bool"],  # WriteWithoutCode
    "ny": ["tapped: str"],  # DeclineThat
    "o": ["code: str"],  # OpenHeld
    "oa": ["code: str"],  # ShowAgain
    "pa": ["slug: str"],  # ShowParts
    "pd": ["seal: str"],  # DropDraft
    "pk": ["outcome: str"],  # KeepPlan
    "pl": [],  # ShowPlan
    "pt": [],  # Practise
    "px": [],  # DropPlan
    "qb": ["code: str"],  # HandBack
    "qo": ["code: str"],  # OpenQueued
    "qx": ["code: str"],  # OpenQueuedBelow
    "qq": ["code: str"],  # AskToHandBack
    "qu": ["page: int"],  # ShowQueue
    "r": ["code: str"],  # OpenRequest
    "rc": ["code: str"],  # Close
    "rd": ["number: int", "page: int"],  # DropReleased
    "re": ["slug: str"],  # ShowRelated
    "rl": ["page: int"],  # ShowReleased
    "rq": ["code: str"],  # AskToClose
    "rr": [],  # ShowReaders
    "rt": ["of: Tally", "about: str", "language: Language"],  # SeenTally
    "ru": [],  # SendUnconfirmed
    "sa": ["seal: str", "whole: bool"],  # SendAnyway
    "sb": ["seal: str"],  # SendBroadcast
    "sc": ["stage: Stage", "page: int"],  # ShowSourcesOf
    "sd": ["seal: str"],  # SendDraft
    "se": ["section: Section"],  # ShowSection
    "sg": ["phase: Phase"],  # ShowPhase
    "sh": ["shares: bool"],  # ShareCase
    "sk": ["stage: bot.core.stages.Stage | None"],  # KeepStage
    "sl": ["stage: Stage"],  # ShowLaws
    "sm": ["stage: Stage"],  # ShowAnswersOf
    "so": ["slug: str"],  # ShowSources
    "sp": ["slug: str", "page: int"],  # TurnSources
    "ss": [],  # ShowSections
    "st": [],  # ShowStages
    "sw": ["side: Side"],  # TurnTo
    "sy": ["stage: Stage"],  # ShowStage
    "tb": ["message: int"],  # TakeBack
    "tc": ["slug: str", "clear: bool"],  # TellClear
    "tm": ["page: int"],  # ShowTeam
    "tq": ["slug: str"],  # AskWhatIsWrong
    "tw": ["slug: str", "what: Tally"],  # TellWrong
    "u": [],  # ShowUrgent
    "ua": [],  # AskUrgent
    "uf": ["slug: str"],  # SendFile
    "um": ["urgent: bool"],  # MarkUrgent
    "un": ["code: str"],  # Unban
    "uo": ["slug: str", "part: int"],  # ShowInOther
    "uq": ["code: str"],  # AskToUnban
    "us": ["slug: str"],  # ShowUses
    "ut": ["slug: str"],  # ShowAsText
    "va": ["code: str"],  # KeepAndAsk
    "ya": ["code: str", "part: Part", "member: str"],  # AskColleague
    "yc": ["code: str"],  # ShowCompany
    "yb": ["code: str", "companion: int"],  # AskToDismiss
    "yd": ["code: str", "companion: int"],  # DismissCompanion
    "yi": ["code: str"],  # SearchOurs
    "yj": ["code: str"],  # ShowTopicsOfOurs
    "yn": ["code: str"],  # SayNo
    "yo": ["code: str", "section: Section"],  # ShowTopicOfOurs
    "yp": ["code: str"],  # PickOurs
    "ys": ["code: str", "slug: str"],  # SeeOurs
    "yt": ["code: str", "slug: str"],  # SendOurs
    "yq": ["code: str"],  # AskToGoOut
    "yu": ["code: str", "member: str"],  # WithdrawAsk
    "yw": ["code: str", "part: Part"],  # AskWhom
    "yx": ["code: str"],  # GoOut
    "yy": ["code: str"],  # ComeIn
    "vd": ["language: Language"],  # AddReady
    "vg": ["number: int", "yes: bool"],  # GiveReady
    "vk": ["code: str"],  # KeepNote
    "vl": ["code: str", "page: int"],  # ShowNotes
    "vn": ["code: str"],  # WriteNote
    "vo": ["number: int"],  # OpenReady
    "vp": ["code: str", "page: int"],  # PickReady
    "vr": ["page: int"],  # ShowReady
    "vs": ["code: str", "number: int", "page: int"],  # SeeReady
    "vt": [],  # ThrowAway
    "vx": ["number: int"],  # DropReady
    "vy": ["code: str", "number: int"],  # SendReady
    "w": [],  # ShowWaiting
    "wa": ["slug: str", "page: int"],  # ShowTermsOf
    "wb": ["term: str"],  # ShowTermBelow
    "wf": ["code: str"],  # WriteFirst
    "wg": [],  # ShowMatters
    "wl": ["page: int"],  # ShowClosed
    "wm": ["matter: Matter", "page: int"],  # ShowMatter
    "wq": ["code: str"],  # AskToWriteFirst
    "wt": ["term: str"],  # ShowTerm
    "wu": ["term: str"],  # ShowUsing
    "x": ["code: str"],  # CloseHeld
    "xq": ["code: str"],  # AskToCloseHeld
    "y": ["then: str"],  # Agree
}
GONE = {"bl", "bt", "bv"}
"""Of buttons that led somewhere for half an hour: nothing else may ever carry these."""

Buttons = list[type[CallbackData]]


def buttons(of: type[CallbackData] = CallbackData) -> Iterator[type[CallbackData]]:
    """Yield every class of callback data in the program."""
    for button in of.__subclasses__():
        if button.__module__.startswith("bot."):
            yield button
        yield from buttons(button)


def fields(button: type[CallbackData]) -> list[str]:
    return [
        f"{name}: {getattr(field.annotation, '__name__', field.annotation)}"
        for name, field in button.model_fields.items()
    ]


def twice(found: Buttons) -> list[str]:
    """Return the prefixes that more than one class has."""
    counted = Counter(button.__prefix__ for button in found)
    return [prefix for prefix, count in counted.items() if count > 1]


def test_no_prefix_means_two_things() -> None:
    assert twice(list(buttons())) == []
    assert {button.__prefix__ for button in buttons()} & GONE == set()


def test_what_each_button_carries_is_frozen() -> None:
    assert {button.__prefix__: fields(button) for button in buttons()} == FROZEN


def test_a_second_meaning_and_a_new_field_are_seen() -> None:
    class Planted(CallbackData, prefix="h"):
        code: str

    assert twice([GoHome, Planted]) == ["h"]
    assert fields(Planted) == ["code: str"] != FROZEN["h"]


@pytest.mark.parametrize("language", list(Language))
def test_a_button_comes_back_as_it_was(language: Language) -> None:
    packed = ChooseLanguage(language=language).pack()
    assert packed == f"l:{language}"
    assert ChooseLanguage.unpack(packed).language is language


@pytest.mark.parametrize("number", [-1, 2**63])
def test_a_number_that_the_database_cannot_hold_is_in_no_button(number: int) -> None:
    numbers = [
        (button, name)
        for button in buttons()
        for name, field in button.model_fields.items()
        if field.annotation in {int, int | None} and name not in {"page", "part"}
    ]
    found = [button for button, _ in numbers]
    assert all(each in found for each in (ShowDate, OpenReminded, GoOn))
    for button, name in numbers:
        with pytest.raises(ValueError, match=name):
            button.model_validate({name: number})


@pytest.mark.parametrize("page", [-1, 10**25])
def test_a_page_that_is_none_leads_to_the_nearest(page: int) -> None:
    asked = ShowMatter.unpack(f"wm:decision:{page}").page
    assert page_of(range(50), asked).number == (0 if page < 0 else 2)


@given(st.integers(min_value=1, max_value=2**63 - 1))
def test_the_longest_number_fits(message: int) -> None:
    assert TakeBack.unpack(TakeBack(message=message).pack()).message == message
