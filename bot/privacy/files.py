"""The copy that somebody takes: one file for people, one for programs. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import orjson

from bot.content.library import library
from bot.core.asking import ForWhom
from bot.core.clock import HELSINKI
from bot.core.outgoing import Side
from bot.privacy import cases
from bot.relay.sharing import shared_text
from bot.store.cases import case_of, wishes_of
from bot.store.privacy import Copy
from bot.store.request_rows import is_silent
from bot.ui.aliases import alias_name
from bot.ui.for_whom import for_whom_name
from bot.ui.words import Translator

Row = Mapping[str, Any]
READABLE: Final = "majakka.txt"
FOR_PROGRAMS: Final = "majakka.json"
SHAPE: Final = 1
"""The version of the JSON: a change that scripts would notice counts it up."""


def for_programs(kept: Copy, now: datetime) -> str:
    """Return everything as JSON: the tables' own names, moments in UTC."""
    whole = {"majakka": SHAPE, "copied_at": now, **kept}
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2).decode()


def readable(kept: Copy, tr: Translator) -> str:
    """Return everything in words, the questions with all that was said."""
    return "\n".join(_lines(kept, tr)) + "\n"


def _lines(kept: Copy, tr: Translator) -> Iterator[str]:
    (person,) = kept["people"]
    yield str(tr("What Majakka keeps about you"))
    yield ""
    yield str(tr("Telegram id: {number}", number=person["user_id"]))
    yield str(tr("Language: {language}", language=tr("English")))
    if person["agreed_at"]:
        yield str(tr("Your consent: {moment}", moment=_moment(person["agreed_at"])))
    yield from _own_case(kept, tr)
    for ban in kept["bans"]:
        yield str(tr("You cannot ask since {day}", day=_moment(ban["banned_at"])))
    yield from _as_member(kept, tr)
    said = groupby(kept["messages"], key=itemgetter("request_id"))
    by_request = {number: list(messages) for number, messages in said}
    for request in kept["requests"]:
        yield ""
        yield from _request(request, by_request.pop(request["id"], []), tr)
    if by_request:
        yield ""
        yield str(tr("What you wrote as a volunteer"))
        yield from (_said(each, tr) for messages in by_request.values() for each in messages)
    for held in kept["held_answers"]:
        if held["text"]:
            waits = tr("not sent yet")
            yield f"{_moment(held['said_at'])} ({waits}): {held['text']}"


def _as_member(kept: Copy, tr: Translator) -> Iterator[str]:
    for member in kept["members"]:
        yield str(tr("In the team since {moment}", moment=_moment(member["joined_at"])))
        if since := member["suspended_at"]:
            yield str(tr("Access paused since {moment}", moment=_moment(since)))
    for ready in kept["ready_answers"]:
        yield str(tr("Ready answer: {title}", title=ready["title"]).unescape())
        yield ready["text"]


def _own_case(kept: Copy, tr: Translator) -> Iterator[str]:
    for row in kept["cases"]:
        dates = [date for date in kept["dates"] if date["case_id"] == row["id"]]
        yield from cases.lines(case_of(row["stage"], row["kept"]), dates, tr)
        if before := row["before"]:
            yield from cases.before_lines(case_of(None, before), tr)
    for row in kept["case_wishes"]:
        yield from cases.wishes_lines(wishes_of(row["wishes"]), tr)
    for plan in kept["plans"]:
        yield str(tr("Plan, kept since {moment}", moment=_moment(plan["kept_at"])))
    for answer in kept["kept_answers"]:
        article = library().article(answer["slug"], tr.language)
        title = article.title if article else answer["slug"]
        yield str(tr("Answer that you keep: {title}", title=title))


def _request(request: Row, messages: Iterable[Row], tr: Translator) -> Iterator[str]:
    code, made = request["code"], _moment(request["made_at"])
    if is_silent(request["state"], request["helper_alias"]):
        note = tr("A note for the team that a reminder was not answered: {code}", code=code)
        yield f"{note}, {made}"
        return
    yield str(tr("Question {code}, {moment}", code=code, moment=made))
    if request["helper_alias"]:
        yield str(tr("Volunteer: {name}", name=alias_name(request["helper_alias"], tr)))
    if shared := shared_text(request["shared"], tr):
        yield str(tr("Shown of your case: {case}", case="; ".join(shared.unescape().split("\n"))))
    if for_whom := request["for_whom"]:
        yield str(
            tr("Chosen at “Who is it about?”: {who}", who=for_whom_name(ForWhom(for_whom), tr))
        )
    yield from (_said(each, tr) for each in messages)


def _said(message: Row, tr: Translator) -> str:
    author = tr("asked") if message["author"] == Side.EMIGRE else tr("answered")
    text = tr("(taken back)") if message["taken_back_at"] else message["text"]
    return f"{_moment(message['said_at'])} ({author}): {text}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(HELSINKI):%Y-%m-%d %H:%M}"
