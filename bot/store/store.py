"""What a unit of work sees of the database: one object for each kind of thing kept."""

from functools import cached_property
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.store.approvals import Approvals
from bot.store.bans import Bans
from bot.store.broadcasts import Broadcasts
from bot.store.cases import Cases
from bot.store.companions import Companions
from bot.store.copies import Copies
from bot.store.date_letters import DateLetters
from bot.store.dates import Dates
from bot.store.doubts import Doubts
from bot.store.erasures import Erasures, notes_beside
from bot.store.eyes import Eyes
from bot.store.figures import Figures
from bot.store.inbox import Inbox
from bot.store.installation import Installation
from bot.store.kept_answers import KeptAnswers
from bot.store.keys import KeyRing
from bot.store.notes import Notes
from bot.store.offers import Offers
from bot.store.outbox import Outbox
from bot.store.people import People
from bot.store.privacy import Privacy
from bot.store.queue import Queue
from bot.store.readers import Readers
from bot.store.ready_answers import ReadyAnswers
from bot.store.recipients import Recipients
from bot.store.requests import Requests
from bot.store.team import Team
from bot.store.timers import Timers


class Store:
    """The database, within one transaction."""

    def __init__(self, connection: AsyncConnection, clock: Clock, keys: KeyRing) -> None:
        self.connection = connection
        self.clock = clock
        self._keys = keys

    @cached_property
    def people(self) -> People:
        """People and the chats in which the bots reach them."""
        return People(self.connection, self.clock, self._keys)

    @cached_property
    def team(self) -> Team:
        """Members of the team and the invitations to it."""
        return Team(self.connection, self.clock, self._keys)

    @cached_property
    def offers(self) -> Offers:
        """Who can be offered a request, who was, and who must not be."""
        return Offers(self.connection, self.clock)

    @cached_property
    def figures(self) -> Figures:
        """What was done of late, counted."""
        return Figures(self.connection, self.clock)

    @cached_property
    def approvals(self) -> Approvals:
        """Wishes that wait for a second yes."""
        return Approvals(self.connection, self.clock)

    @cached_property
    def privacy(self) -> Privacy:
        """All that is kept about one person."""
        return Privacy(self.connection)

    @cached_property
    def bans(self) -> Bans:
        """Who may not ask any more."""
        return Bans(self.connection, self.clock)

    @cached_property
    def requests(self) -> Requests:
        """Requests and their messages."""
        return Requests(self.connection, self.clock)

    @cached_property
    def companions(self) -> Companions:
        """Who helps along in a request beside its helper, and who was asked to."""
        return Companions(self.connection, self.clock)

    @cached_property
    def doubts(self) -> Doubts:
        """What émigrés tell coordinators of who helps them."""
        return Doubts(self.connection)

    @cached_property
    def eyes(self) -> Eyes:
        """Answers that wait for a second pair of eyes."""
        return Eyes(self.connection)

    @cached_property
    def notes(self) -> Notes:
        """What the team tells itself about requests."""
        return Notes(self.connection, self.clock)

    @cached_property
    def ready_answers(self) -> ReadyAnswers:
        """Answers that members keep to send again."""
        return ReadyAnswers(self.connection, self.clock)

    @cached_property
    def cases(self) -> Cases:
        """What émigrés keep of their own case."""
        return Cases(self.connection, self.clock)

    @cached_property
    def dates(self) -> Dates:
        """The dates of their cases."""
        return Dates(self.connection, self.clock)

    @cached_property
    def date_letters(self) -> DateLetters:
        """What is to be said of dates."""
        return DateLetters(self.connection, self.clock)

    @cached_property
    def kept_answers(self) -> KeptAnswers:
        """Answers that people keep, to find them again."""
        return KeptAnswers(self.connection, self.clock)

    @cached_property
    def readers(self) -> Readers:
        """What readers tell of the answers, without who they are."""
        return Readers(self.connection, self.clock)

    @cached_property
    def inbox(self) -> Inbox:
        """Updates that came in."""
        return Inbox(self.connection, self.clock)

    @cached_property
    def outbox(self) -> Outbox:
        """What is to go out, for those who put it there and look it up."""
        return Outbox(self.connection, self.clock)

    @cached_property
    def copies(self) -> Copies:
        """What stands in people's chats."""
        return Copies(self.connection)

    @cached_property
    def queue(self) -> Queue:
        """The outbox as the sender sees it."""
        return Queue(self.connection, self.clock)

    @cached_property
    def installation(self) -> Installation:
        """What the program knows of itself."""
        return Installation(self.connection)

    @cached_property
    def timers(self) -> Timers:
        """What happens by the clock."""
        return Timers(self.connection, self.clock)

    @cached_property
    def broadcasts(self) -> Broadcasts:
        """Broadcasts, for those who write them."""
        return Broadcasts(self.connection, self.clock)

    @cached_property
    def recipients(self) -> Recipients:
        """The copies of broadcasts, as the sender sees them."""
        return Recipients(self.connection, self.clock)

    @cached_property
    def erasures(self) -> Erasures:
        """Notes of who was erased, which outlive a restore."""
        database = Path(self.connection.engine.url.database or "")
        return Erasures(self.connection, self.clock, self._keys, notes_beside(database))
