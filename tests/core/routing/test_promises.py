"""What holds of every team and every request: nobody starves, the excluded, caps, order, nights."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.languages import Language
from bot.core.people import PersonId, Role
from bot.core.routing.candidates import Candidate
from bot.core.routing.daytime import at, is_day
from bot.core.routing.gaps import gaps
from bot.core.routing.intake import Shift, Skill
from bot.core.routing.offers import Offer, due, look_again, next_for, plan
from bot.core.routing.rules import CONDITIONS, FITS, STEPS, Condition, Step, Wanted, order
from bot.core.sections import Section
from tests.core.routing.cast import EVERY_DAY, RU

HOUR = timedelta(hours=1)
LONGEST_DAY = timedelta(hours=25)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001 - given UTC
    lambda moment: moment.replace(tzinfo=UTC)
)
AT_ALL_HOURS = st.integers(0, 23).map(time)
IDS = st.integers(1, 12).map(PersonId)
SHIFTS = st.builds(Shift, st.sampled_from(EVERY_DAY), AT_ALL_HOURS, AT_ALL_HOURS)
LANGUAGES = st.frozensets(st.sampled_from(Language), min_size=1)
SECTIONS = st.frozensets(st.sampled_from(Section), min_size=1)
SKILLS = st.frozensets(st.sampled_from(Skill))
CANDIDATES = st.builds(
    Candidate,
    id=IDS,
    code=st.uuids().map(lambda drawn: drawn.hex[:3].upper()),
    role=st.sampled_from([Role.VOLUNTEER, Role.VOLUNTEER, Role.COORDINATOR]),
    languages=LANGUAGES,
    sections=st.none() | SECTIONS,
    skills=SKILLS,
    cap=st.integers(1, 4),
    load=st.integers(0, 4),
    lately=st.integers(0, 20),
    suspended=st.sampled_from([False, False, True]),
    on_duty=st.sampled_from([True, True, False]),
    paused_until=st.none() | MOMENTS,
    shifts=st.none() | st.lists(SHIFTS, max_size=5).map(tuple),
)
TEAMS = st.lists(CANDIDATES, max_size=10, unique_by=lambda each: each.id)
REQUESTS = st.builds(
    Wanted,
    code=st.just("AB12C"),
    languages=LANGUAGES,
    section=st.none() | st.sampled_from(Section),
    needs=SKILLS,
    urgent=st.booleans(),
    of_minor=st.booleans(),
    asked_at=MOMENTS,
    earlier=st.none() | IDS,
    excluded=st.frozensets(IDS, max_size=4),
)


@st.composite
def there_each_day(draw: st.DrawFn) -> Candidate:
    """Somebody who has room, and on each day an hour, another one each day, between 9 and 21."""
    hours = [draw(st.integers(9, 20)) for _ in EVERY_DAY]
    return replace(
        draw(CANDIDATES),
        load=0,
        suspended=False,
        on_duty=True,
        paused_until=None,
        role=Role.VOLUNTEER,
        shifts=tuple(Shift(day, time(hours[day]), time(hours[day] + 1)) for day in EVERY_DAY),
    )


def first_offer(request: Wanted, team: list[Candidate]) -> timedelta:
    waves = plan(request, team, request.asked_at)
    assert waves
    return waves[0].at - request.asked_at


@given(REQUESTS, TEAMS, there_each_day())
def test_nobody_starves_while_somebody_fits_for_an_hour_each_day(
    request: Wanted, team: list[Candidate], fits: Candidate
) -> None:
    fits = replace(
        fits, id=PersonId(99), languages=frozenset(Language), sections=None, skills=frozenset(Skill)
    )
    # From an hour on one day to the hour on the next: at most a long day and eleven hours.
    assert first_offer(request, [*team, fits]) <= LONGEST_DAY + 11 * HOUR


@given(REQUESTS, TEAMS, there_each_day())
def test_nobody_starves_while_somebody_speaks_the_language_for_an_hour_each_day(
    request: Wanted, team: list[Candidate], speaks: Candidate
) -> None:
    speaks = replace(speaks, id=PersonId(99), languages=frozenset(Language))
    # Six hours by day are eighteen at most; then it waits for their next hour.
    assert first_offer(request, [*team, speaks]) <= 18 * HOUR + LONGEST_DAY + 11 * HOUR


@given(REQUESTS, TEAMS, st.booleans())
def test_nobody_starves_while_there_is_a_coordinator(
    request: Wanted,
    team: list[Candidate],
    on_duty: bool,  # noqa: FBT001 - drawn
) -> None:
    last = Candidate(
        id=PersonId(99),
        code="C99",
        role=Role.COORDINATOR,
        languages=frozenset({RU}),
        cap=1,
        load=9,
        on_duty=on_duty,
    )
    # Asked after nine in the evening, it waits for the morning, and then for a day.
    most = timedelta(0) if request.urgent else LONGEST_DAY + 12 * HOUR
    assert first_offer(request, [*team, last]) <= most


@given(REQUESTS, TEAMS)
def test_who_is_excluded_never_gets_it(request: Wanted, team: list[Candidate]) -> None:
    waves = plan(request, team, request.asked_at)
    assert request.excluded.isdisjoint(o.candidate.id for wave in waves for o in wave.offers)
    excluded = (each for each in team if each.id in request.excluded)
    assert not any(next_for(each, [request], team, request.asked_at) for each in excluded)


def got_at(moment: datetime, offers: tuple[Offer, ...]) -> dict[PersonId, datetime]:
    return {offer.candidate.id: moment for offer in offers}


@given(REQUESTS, TEAMS, MOMENTS)
def test_nobody_is_offered_again_what_they_have_and_all_are_offered_again_what_nobody_takes(
    request: Wanted, team: list[Candidate], now: datetime
) -> None:
    first = due(request, team, now)
    request = replace(request, offered=got_at(now, first))
    assert not {o.candidate.id for o in due(request, team, now)} & set(request.offered)
    if first:
        again = due(request, team, request.ends(now))
        there = {o.candidate.id for o in first if o.candidate.is_there(request.ends(now))}
        assert again or not there


@given(REQUESTS, TEAMS)
def test_who_is_no_coordinator_gets_it_only_while_there_and_in_a_language_of_theirs(
    request: Wanted, team: list[Candidate]
) -> None:
    for wave in plan(request, team, request.asked_at):
        for offer in wave.offers:
            if offer.step is not Step.COORDINATORS:
                assert offer.candidate.is_there(wave.at)
                assert offer.candidate.languages >= request.languages
            assert not offer.candidate.suspended


@given(REQUESTS, TEAMS)
def test_the_cap_holds_but_for_the_urgent_while_nobody_else_is_there(
    request: Wanted, team: list[Candidate]
) -> None:
    for wave in plan(request, team, request.asked_at):
        for offer in wave.offers:
            if Condition.ROOM not in offer.unmet or offer.step is Step.COORDINATORS:
                continue
            assert request.urgent
            assert offer.step is Step.FULL
            assert all(each.step in {Step.FULL, Step.COORDINATORS} for each in wave.offers)


@given(REQUESTS, TEAMS)
def test_nobody_is_woken_by_what_is_not_urgent(request: Wanted, team: list[Candidate]) -> None:
    calm = replace(request, urgent=False)
    for wave in plan(calm, team, calm.asked_at):
        chose = (o.candidate.shifts and o.candidate.is_there(wave.at) for o in wave.offers)
        assert is_day(wave.at) or all(chose)


@given(REQUESTS, TEAMS)
def test_a_step_reaches_the_best_first(request: Wanted, team: list[Candidate]) -> None:
    for wave in plan(request, team, request.asked_at):
        for step in Step:
            those = [offer.candidate for offer in wave.offers if offer.step is step]
            assert those == sorted(those, key=lambda each: order(request, each))
        firsts = [offer for offer in wave.offers if offer.step is Step.FIRST]
        assert len(firsts) <= 3


@given(REQUESTS, TEAMS, MOMENTS)
def test_what_is_due_does_not_hang_on_how_the_team_is_listed(
    request: Wanted, team: list[Candidate], now: datetime
) -> None:
    codes = [each.code for each in team]
    assume(len(set(codes)) == len(codes))
    assert due(request, team, now) == due(request, team[::-1], now)


@given(REQUESTS, TEAMS, MOMENTS)
def test_nothing_becomes_due_between_one_look_and_the_next(
    request: Wanted, team: list[Candidate], now: datetime
) -> None:
    now = max(now, request.asked_at)
    request = replace(request, offered=got_at(now, due(request, team, now)))
    following = look_again(request, team, now)
    assert following is not None
    for part in (1, 2, 3):
        assert due(request, team, now + (following - now) * part / 4) == ()


@given(st.lists(REQUESTS, max_size=8), TEAMS, CANDIDATES, MOMENTS)
def test_who_comes_on_duty_is_told_the_urgent_and_then_the_oldest(
    asked: list[Wanted], team: list[Candidate], member: Candidate, now: datetime
) -> None:
    told = next_for(member, asked, team, now)
    assert [not each.urgent for each in told] == sorted(not each.urgent for each in told)
    for urgent in (True, False):
        moments = [each.asked_at for each in told if each.urgent is urgent]
        assert moments == sorted(moments)
    suits = [
        each
        for each in asked
        if member.id not in each.excluded and all(CONDITIONS[c](each, member, now) for c in FITS)
    ]
    assert all(each in told for each in suits)


@given(TEAMS, st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 12 * 60 - 1))
def test_a_gap_is_where_nobody_speaks_the_language(
    team: list[Candidate], day: date, minute: int
) -> None:
    moment = at(day, time(9)) + timedelta(minutes=minute)
    for language in Language:
        covered = any(language in each.languages and each.is_there(moment) for each in team)
        spans = [gap for gap in gaps(team, day) if gap.language is language]
        assert covered != any(gap.begins <= moment < gap.ends for gap in spans)


def test_each_step_reaches_all_that_the_one_before_does() -> None:
    fitting, *wider = (rule.demands for rule in STEPS if rule.step is not Step.COORDINATORS)
    for demands in wider:
        assert demands <= fitting
        fitting = demands
