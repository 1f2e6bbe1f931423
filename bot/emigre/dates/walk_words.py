"""What the walk to a deadline asks, and its answers, as people read them."""

from collections.abc import Mapping
from typing import Final

from bot.core.deadlines.rules import Service, Start
from bot.core.deadlines.walk import Answer, Applied, Paper, Question, Sender
from bot.emigre.dates.answers import Oddity
from bot.emigre.dates.buttons import At
from bot.ui.words import mark

PAPERS: Final[Mapping[Answer, str]] = {
    Paper.REFUSED: mark("Refusal"),
    Paper.NOT_EXAMINED: mark("Not examined (inadmissible)"),
    Paper.TRANSFER: mark("To another country (Dublin)"),
    Paper.LAPSED: mark("Application lapsed"),
    Paper.OWN_WITHDRAWAL: mark("Lapsed: I withdrew it myself"),
    Paper.GRANTED: mark("A permit was granted"),
    Paper.STATUS_WITHDRAWN: mark("My status is withdrawn"),
    Paper.OTHER_DECISION: mark("Family, passport, citizenship"),
    Paper.MORE_ASKED: mark("A court asks for more"),
    Paper.INTERVIEW_RECORD: mark("Interview record"),
    Paper.PERMIT: mark("My permit ends"),
    Paper.DETENTION: mark("Detention: court's decision"),
    Paper.UNKNOWN: mark("I do not know what it is"),
}
SENDERS: Final[Mapping[Answer, str]] = {
    Sender.MIGRI: mark("Migri"),
    Sender.COURT: mark("Administrative court"),
    Sender.KHO: mark("Supreme Administrative Court (KHO)"),
    Sender.POLICE: mark("Police"),
    Sender.UNKNOWN: mark("I do not know"),
}
APPLIED: Final[Mapping[Answer, str]] = {
    Applied.BEFORE: mark("Before 12 June 2026"),
    Applied.SINCE: mark("On 12 June 2026 or later"),
    Applied.UNKNOWN: mark("I do not know"),
}
WAYS: Final[Mapping[Answer, str]] = {
    Service.HANDED: mark("Handed over to me"),
    Service.LETTER: mark("By post, as a plain letter"),
    Service.RECEIPT: mark("By post, I signed for it"),
    Service.ELECTRONIC: mark("As a message or in an e-service"),
    Service.SUBSTITUTE: mark("Given to somebody else for me"),
    Service.UNKNOWN: mark("I do not know"),
}
ANSWERS: Final[Mapping[Question, Mapping[Answer, str]]] = {
    Question.PAPER: PAPERS,
    Question.SENDER: SENDERS,
    Question.APPLIED: APPLIED,
    Question.HOW: WAYS,
}
ABOUT: Final[Mapping[At, str]] = {
    At.PAPER: mark("Paper: {said}"),
    At.SENDER: mark("Decided: {said}"),
    At.APPLIED: mark("Lodged: {said}"),
    At.HOW: mark("Came: {said}"),
    At.DAY: mark("Day: {said}"),
    At.PERIOD: mark("Period: {said}"),
}
QUESTIONS: Final[Mapping[At, str]] = {
    At.PAPER: mark(
        "<b>What paper is it?</b>\n\nIts name stands at the top of the first page: päätös is a"
        " decision. If a court said no, that is a refusal too."
    ),
    At.OTHER_PAPER: mark(
        "<b>What paper is it?</b>\n\nIf you are not sure, choose that: then the earliest day"
        " counts."
    ),
    At.SENDER: mark(
        "<b>Who decided?</b>\n\nThe name stands at the top of the first page: Maahanmuuttovirasto"
        " is Migri, hallinto-oikeus a court. Police (poliisi) often only hand it over."
    ),
    At.APPLIED: mark(
        "<b>When was the application lodged?</b>\n\nThat day (jättäminen) decides which law holds."
        " A decision names it on its first pages. If you applied more than once: the application"
        " that this paper is about."
    ),
    At.HOW: mark(
        "<b>How did the paper reach you?</b>\n\nThe certificate with it (tiedoksiantotodistus) says"
        " how and on which day."
    ),
}
DAY_OF_SERVICE: Final[Mapping[Service, str]] = {
    Service.HANDED: mark(
        "<b>On which day was it handed to you?</b>\n\nIt stands on the certificate that you signed"
        " (tiedoksiantotodistus)."
    ),
    Service.LETTER: mark(
        "<b>On which day was it posted?</b>\n\nIt stands on the envelope's stamp or on the letter."
        " I add the seven days of the post myself."
    ),
    Service.RECEIPT: mark(
        "<b>On which day did you sign for it?</b>\n\nIt stands on the slip of the post"
        " (saantitodistus)."
    ),
    Service.ELECTRONIC: mark(
        "<b>On which day was it sent?</b>\n\nIt stands in the message, or beside the paper in the"
        " e-service. Not the day on which you opened it."
    ),
    Service.SUBSTITUTE: mark(
        "<b>Which day stands on the certificate?</b>\n\nOn it (tiedoksiantotodistus) is the day on"
        " which it was given to somebody else for you."
    ),
    Service.UNKNOWN: mark(
        "<b>On which day did it come?</b>\n\nIf it may have been several days, take the earliest."
    ),
}
DAY_OF: Final[Mapping[Start, str]] = {
    Start.EXPIRY: mark(
        "<b>On which day does the permit end?</b>\n\nIt stands on the permit card, at"
        " “voimassa”, and in the decision."
    ),
    Start.INTERVIEW: mark(
        "<b>On which day was the interview?</b>\n\nIt stands on the first page of the record."
    ),
    Start.COURT_DECISION: mark(
        "<b>On which day did the court decide?</b>\n\nIt stands on the first page of the decision"
        " on detention. If no court has decided yet: the day on which you were detained."
    ),
}
PERIOD_OF: Final[Mapping[Paper, str]] = {
    Paper.MORE_ASKED: mark(
        "<b>How many days does the court give you?</b>\n\nIt stands in the request, often at its"
        " end (määräaika). If it names a day, count the days to it."
    ),
    Paper.INTERVIEW_RECORD: mark(
        "<b>How many days does Migri give you?</b>\n\nIt stands with the record or in the letter"
        " that came with it (määräaika)."
    ),
}
ODDITIES: Final[Mapping[Oddity, str]] = {
    Oddity.BEFORE_LODGING: mark(
        "⚠️ That is before the day on which you applied, as it is kept here. Sure?"
    ),
    Oddity.LONG_AGO: mark("⚠️ That is more than two years ago. Sure?"),
}
