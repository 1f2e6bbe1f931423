"""The weeks themselves: what happens one thing after another, by the rules of `core.routing`."""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from random import Random
from typing import Final

from bot.core.clock import today
from bot.core.routing.candidates import Candidate
from bot.core.routing.offers import Offer, due, look_again, next_for
from bot.core.routing.rules import LATELY, Step, Wanted
from bot.sandbox.simulation import habits
from bot.sandbox.simulation.habits import MONDAY, Size

AFTERWARDS: Final = timedelta(days=14)
"""How long the team goes on when nothing more is asked."""
OUTSIDE: Final = "looked what waits"


@dataclass(slots=True)
class Story:
    """What became of a request."""

    wanted: Wanted
    offers: list[tuple[datetime, Offer]] = field(default_factory=list)
    taken_at: datetime | None = None
    taken_by: Candidate | None = None
    """As they were just before."""
    how: str = ""
    """The step that brought it to whoever took it, or `OUTSIDE`."""


@dataclass(slots=True)
class Worker:
    """What a member does in these weeks."""

    candidate: Candidate
    took: list[datetime] = field(default_factory=list)
    most: int = 0
    """The most they had at once."""

    def at(self, now: datetime) -> Candidate:
        """Return the member as routing sees them now."""
        lately = sum(moment > now - LATELY for moment in self.took)
        return replace(self.candidate, lately=lately)

    def takes(self, now: datetime) -> None:
        """Count one more."""
        self.candidate = replace(self.candidate, load=self.candidate.load + 1)
        self.took.append(now)
        self.most = max(self.most, self.candidate.load)

    def closes(self) -> None:
        """Count one less."""
        self.candidate = replace(self.candidate, load=self.candidate.load - 1)


class Weeks:
    """Plays the weeks of one seed through, and keeps what happened."""

    def __init__(self, size: Size) -> None:
        self._luck = Random(size.seed)  # noqa: S311 - weeks that can be had again
        team = habits.draw_team(size, self._luck)
        self.workers = {each.id: Worker(each) for each in team}
        asked = habits.draw_requests(size, team, self._luck)
        self.stories = {wanted.code: Story(wanted) for wanted in asked}
        self._begins = MONDAY.astimezone(UTC)
        self._ends = self._begins + timedelta(weeks=size.weeks) + AFTERWARDS
        self._open: dict[str, Story] = {}
        self._to_come: list[tuple[datetime, int, Callable[[datetime], None]]] = []
        self._numbers = count()

    def play(self) -> None:
        """Let everything happen."""
        for story in self.stories.values():
            self._at(story.wanted.asked_at, partial(self._asked, story))
        for worker in self.workers.values():
            for day in range((self._ends - self._begins).days):
                for begins in worker.candidate.comes(today(MONDAY) + timedelta(days=day)):
                    self._look_soon(worker, begins, first=True)
        while self._to_come:
            now, _, happens = heapq.heappop(self._to_come)
            happens(now)

    def _at(self, moment: datetime, happens: Callable[[datetime], None]) -> None:
        if moment < self._ends:
            heapq.heappush(self._to_come, (moment, next(self._numbers), happens))

    def _team(self, now: datetime) -> Sequence[Candidate]:
        return [worker.at(now) for worker in self.workers.values()]

    def _asked(self, story: Story, now: datetime) -> None:
        self._open[story.wanted.code] = story
        self._route(story, now)

    def _route(self, story: Story, now: datetime) -> None:
        """Make the offers that are due, and look again when the clock says so."""
        if story.taken_at:
            return
        team = self._team(now)
        for offer in due(story.wanted, team, now):
            story.offers.append((now, offer))
            offered = {**story.wanted.offered, offer.candidate.id: now}
            story.wanted = replace(story.wanted, offered=offered)
            after = habits.answers_offer(story.wanted, offer.candidate, self._luck)
            if after is not None:
                worker = self.workers[offer.candidate.id]
                self._at(now + after, partial(self._answers, story, worker, offer.step))
        if following := look_again(story.wanted, team, now):
            self._at(following, partial(self._route, story))

    def _answers(self, story: Story, worker: Worker, step: Step, now: datetime) -> None:
        """Let somebody take what they were offered, if they may still."""
        widest = step in {Step.FULL, Step.COORDINATORS}
        if story.taken_at is None and (widest or worker.candidate.has_room):
            self._take(story, worker, step, now)

    def _look_soon(self, worker: Worker, now: datetime, *, first: bool) -> None:
        after = habits.until_looks(self._luck, first=first)
        self._at(now + after, partial(self._looks, worker))

    def _looks(self, worker: Worker, now: datetime) -> None:
        """Let somebody on duty see what waits, and perhaps take what comes first."""
        member = worker.at(now)
        if not member.is_there(now):
            return
        waiting = [story.wanted for story in self._open.values()]
        mine = next_for(member, waiting, self._team(now), now)
        if mine and habits.takes_what_waits(self._luck):
            self._take(self._open[mine[0].code], worker, OUTSIDE, now)
        self._look_soon(worker, now, first=False)

    def _take(self, story: Story, worker: Worker, how: str, now: datetime) -> None:
        story.taken_at, story.taken_by, story.how = now, worker.candidate, how
        del self._open[story.wanted.code]
        worker.takes(now)
        self._at(now + habits.until_closed(self._luck), lambda _: worker.closes())
