"""Every way through the walk to a deadline, by the buttons that it offers, in both languages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from markupsafe import Markup

from bot.core.deadlines.rules import Service, Start, Whose
from bot.core.deadlines.walk import Applied, Paper, Sender
from bot.core.languages import Language
from bot.emigre.dates.answers import APPLIED, PAPERS, SENDERS, WAYS, Answers, begun
from bot.emigre.dates.buttons import At, Walk
from bot.emigre.dates.step_screens import step_pages
from bot.emigre.dates.walk_screens import kinds_screen
from bot.emigre.dates.walking import Now, month_of, place_of, result_of, screen_at
from bot.ui.screen import Screen
from bot.ui.words import Translator, translator

CASE = 104729
NOON = datetime(2026, 11, 27, 10, tzinfo=UTC)
NOW = Now(NOON, None)
KEEPING = {At.KEEP, At.KEEP_BOTH, At.KEEP_APPEAL}
STEPS = {At.STEPS, At.STEPS_REST, At.STEPS_BESIDE, At.STEPS_BESIDE_REST}
LONGEST = 900
"""Letters of a screen that a frightened person still reads."""
LONGEST_BUTTON = 61
"""Bytes: what asks before a case is shown adds three to a button's own."""
DAYS = (NOW.today - timedelta(days=2), NOW.today - timedelta(days=400))
"""One that has just been, and one after which every last day is past."""


@dataclass(frozen=True)
class Seen:
    """A screen on the way, and where it stands."""

    walk: Walk
    screen: Screen


def opened(walk: Walk, tr: Translator, now: Now = NOW) -> Screen:
    """Return the screen behind a button."""
    if walk.at is At.MONTH:
        return month_of(walk, now, tr)
    answers = Answers.of(walk)
    return screen_at(place_of(walk, answers), answers, now, tr)


def ways(screen: Screen) -> Iterator[Walk]:
    """Yield where the buttons of a screen lead within the walk."""
    for row in screen.rows:
        yield from (button.to for button in row if isinstance(button.to, Walk))


@cache
def seen(language: Language) -> list[Seen]:
    """Return all screens of all routes, each once: with the paper and without, and long past."""
    tr = translator(language)
    found: dict[str, Seen] = {}
    left = list(ways(kinds_screen(begun(CASE, None), tr)))
    while left:
        walk = left.pop()
        if walk.pack() in found or walk.at in {At.MONTH, *KEEPING}:
            continue
        screen = opened(walk, tr)
        found[walk.pack()] = Seen(walk, screen)
        left += [way for way in ways(screen) if leads_on(walk, way)]
        if walk.at is At.DAY and not walk.day:
            answers = Answers.of(walk)
            is_told = answers.known.how in {None, Service.HANDED}
            left += [answers.to(At.CHECK, day=day) for day in DAYS[: 1 + is_told]]
    return list(found.values())


def leads_on(walk: Walk, way: Walk) -> bool:
    """Say whether a button leads on, not back, and by one of the periods that are looked at."""
    order = list(At)
    return order.index(way.at) > order.index(walk.at) and way.period in {"", "0", "30"}


def results(language: Language) -> list[Seen]:
    return [each for each in seen(language) if each.walk.at is At.RESULT]


both = pytest.mark.parametrize("language", list(Language))


@both
def test_every_paper_leads_to_results(language: Language) -> None:
    reached = {Answers.of(each.walk).known.paper for each in results(language)}
    assert reached == set(Paper)
    assert len(results(language)) > 1000


@both
def test_every_combination_that_is_offered_ends_in_a_day_or_an_honest_way_on(
    language: Language,
) -> None:
    tr = translator(language)
    urgent, ask, home = tr("Urgent help"), tr("Ask a person"), tr("Home")
    for each in results(language):
        due = Answers.of(each.walk).due()
        labels = {button.text for row in each.screen.rows for button in row}
        assert {ask, home} <= labels
        if due.act is None:
            assert urgent in labels, each.walk
        else:
            counts = due.act.counts
            assert tr.full_day(counts.safe)[1:] in each.screen.text or (
                tr.day(counts.last) in each.screen.text
            ), each.walk
        assert not due.at_once or urgent in labels


@both
def test_every_step_of_every_count_is_reached(language: Language) -> None:
    tr = translator(language)
    shown = "\n".join(str(each.screen.text) for each in seen(language) if each.walk.at in STEPS)
    for each in results(language):
        due = Answers.of(each.walk).due()
        for reckoning in filter(None, [due.act, *due.beside]):
            for page in step_pages(reckoning, tr):
                assert Markup("\n").join(page) in shown, each.walk


@both
def test_no_screen_is_longer_than_somebody_reads(language: Language) -> None:
    lengths = {len(each.screen.text.striptags()): each.walk for each in seen(language)}
    assert max(lengths) <= LONGEST, lengths[max(lengths)]


@both
def test_every_button_fits_and_every_screen_leads_home(language: Language) -> None:
    home = translator(language)("Home")
    for each in seen(language):
        keys = [key for row in each.screen.keyboard() for key in row]
        data = [key["callback_data"] for key in keys if "callback_data" in key]
        assert max(len(one.encode()) for one in data) <= LONGEST_BUTTON, each.walk
        assert home in [key["text"] for key in keys]
        if each.screen.then:
            assert len(each.screen.then.pack()) <= LONGEST_BUTTON


def test_the_longest_button_fits_into_the_question_before_a_case_is_shown() -> None:
    longest = Walk(at=At.RESULT, case=10**9, date=10**9, said="rmbh", day="20261127+6", period="90")
    assert len(longest.pack()) <= LONGEST_BUTTON


@both
def test_four_questions_the_day_and_the_period_are_the_most(language: Language) -> None:
    assert max(len(Answers.of(each.walk).asked) for each in results(language)) == 6


@both
def test_the_earliest_safe_day_comes_first_and_only_assumed_days_need_the_paper(
    language: Language,
) -> None:
    tr = translator(language)
    for each in results(language):
        result = result_of(Answers.of(each.walk), NOW, tr)
        if result.due.act is None or result.is_past:
            continue
        head = str(each.screen.text).splitlines()[0 if result.is_needed else 2].casefold()
        counts = result.in_order[0].counts
        day = counts.safe if counts.safe >= NOW.today else counts.last
        assert tr.full_day(day).casefold() in head
        assert ("⚠️" in each.screen.text) or not result.due.is_assumed


@both
def test_what_is_past_leads_to_what_can_still_be_done(language: Language) -> None:
    tr = translator(language)
    urgent = tr("Urgent help")
    past = [each for each in results(language) if Answers.of(each.walk).day == DAYS[1]]
    found = {each.walk.pack(): result_of(Answers.of(each.walk), NOW, tr) for each in past}
    late = [each for each in past if found[each.walk.pack()].is_past]
    late = [each for each in late if found[each.walk.pack()].is_needed]
    assert len(late) > 100
    for each in late:
        assert urgent in labels(each.screen)


def test_an_old_button_that_says_nonsense_asks_anew() -> None:
    tr = translator(Language.RUSSIAN)
    whole = Walk(at=At.RESULT, case=1, date=0, said="rmbh", day="20261125", period="30")
    for broken in (
        {"said": ""},
        {"said": "????"},
        {"said": "zz"},
        {"day": "20260230"},
        {"day": "19990101"},
        {"period": "300"},
        {"period": "-1"},
    ):
        walk = whole.model_copy(update=broken)
        assert opened(walk, tr).rows
        assert place_of(walk, Answers.of(walk)) is not At.RESULT


def test_the_calendar_offers_no_day_to_come_of_a_paper_and_any_of_a_permit() -> None:
    tr = translator(Language.FINNISH)
    refused = Answers.of(Walk(at=At.MONTH, case=1, date=0, said="rmbh", day="", period=""))
    permit = Answers.of(Walk(at=At.MONTH, case=1, date=0, said="p---", day="", period=""))
    assert permit.starts is Start.EXPIRY
    assert "28" not in labels(month_of(refused.to(At.MONTH), NOW, tr))
    assert "28" in labels(month_of(permit.to(At.MONTH), NOW, tr))


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


def test_a_changed_way_asks_for_its_own_day() -> None:
    answers = Answers.of(
        Walk(at=At.RESULT, case=1, date=0, said="rmbh", day="20261125", period="30")
    )
    assert answers.chosen(Service.HANDED) == answers
    other = answers.chosen(Service.LETTER)
    assert (other.day, other.period, other.next) == (None, 30, At.DAY)
    assert answers.chosen(Sender.COURT).next is At.RESULT
    assert answers.chosen(Paper.PERMIT).next is At.DAY
    assert answers.chosen(Paper.PERMIT).period is None


def test_the_day_on_which_a_letter_was_in_hand_stays_what_it_was() -> None:
    posted = NOW.today - timedelta(days=2)
    walk = Walk(at=At.DAY, case=1, date=0, said="rmbl", day="", period="30")
    told = replace(Answers.of(walk), day=posted).seen_on(NOW.today)
    carried = Answers.of(told.onward)
    later = carried.seen_on(NOW.today + timedelta(days=2))
    assert later.what().held == carried.what().held == NOW.today
    assert carried.chosen(Service.HANDED).held is None
    assert Answers.of(told.to(At.CHECK, day=posted - timedelta(days=30))).held is None
    long_posted = replace(told, day=posted - timedelta(days=30), held=None)
    assert long_posted.seen_on(NOW.today).held is None


def test_the_letters_in_buttons_are_all_there_and_frozen() -> None:
    assert set(PAPERS.values()) == set(Paper)
    assert set(SENDERS.values()) == set(Sender)
    assert set(APPLIED.values()) == set(Applied)
    assert "".join(PAPERS) == "rntlwgsomipdu"
    assert ("".join(SENDERS), "".join(APPLIED), "".join(WAYS)) == ("mckpu", "bsu", "hlersu")
    assert "".join(At) == "pqsahdmnctrwxbyekol"


@both
def test_each_result_leads_to_an_answer_that_is_written(language: Language) -> None:
    tr = translator(language)
    for each in results(language):
        assert result_of(Answers.of(each.walk), NOW, tr).article, each.walk


@both
def test_only_ones_own_acts_are_shown_and_kept(language: Language) -> None:
    tr = translator(language)
    for each in results(language):
        result = result_of(Answers.of(each.walk), NOW, tr)
        found = [*filter(None, [result.due.act]), *result.due.beside]
        assert {one.counts.rule.whose for one in found} <= {Whose.OWN, Whose.NOTHING}
        keeps = At.KEEP in {way.at for way in ways(each.screen)}
        assert keeps is bool(result.worth_keeping)
