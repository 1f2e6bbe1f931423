"""Requests and their messages as others see them: rows without a database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.asking import ForWhom
from bot.core.companions import CompanionId
from bot.core.languages import Language
from bot.core.outgoing import Side
from bot.core.people import PersonId
from bot.core.requests import MessageId, RequestId, State
from bot.core.sections import Section
from bot.core.styles import Styled


@dataclass(frozen=True, slots=True)
class Request:
    """A question, without its words."""

    id: RequestId
    code: str
    emigre_id: PersonId
    alias: str
    language: Language
    state: State
    helper_id: PersonId | None
    helper_alias: str | None
    urgent: bool = False
    """Whoever asks says that it cannot wait."""
    shared: Mapping[str, str] | None = None
    """What they wish the helper to see of their case, by language, as they saw it themselves."""
    section: Section | None = None
    """What it is about, as far as anybody knows."""
    for_whom: ForWhom | None = None
    """For whom they ask; None: they did not say."""

    @property
    def practice(self) -> bool:
        """Whether it is made up for its helper: nobody else ever has their own request."""
        return self.helper_id == self.emigre_id

    @property
    def shares_case(self) -> bool:
        """Whether the helper sees something of their case."""
        return self.shared is not None

    @property
    def silent(self) -> bool:
        """Whether nobody ever asked anything: it stands for a last day nobody answered for."""
        return is_silent(self.state, self.helper_alias)


@dataclass(frozen=True, slots=True)
class Queued:
    """An open request, as who looks after the queue sees it."""

    request: Request
    sent_at: datetime
    came_back: bool = False
    """Somebody of the team had it before."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A request that is over, as who looks after the queue sees it."""

    request: Request
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a request."""

    id: MessageId
    request_id: RequestId
    author: Side
    words: Styled
    said_at: datetime
    taken_back: bool
    chat_id: int
    """Our number of the chat in which its author wrote it."""
    companion: CompanionId | None = None
    """Who wrote it, if it was neither whoever asked nor the helper."""

    @property
    def text(self) -> str:
        """Its words without formatting."""
        return self.words.text


def is_silent(state: str, helper_alias: str | None) -> bool:
    """Say whether a request stands for a last day nobody answered for."""
    return state == State.CLOSED and helper_alias is None


def request_of(row: Any) -> Request:  # noqa: ANN401 - a row of the table
    """Return a row as a request."""
    return Request(
        row.id,
        row.code,
        row.emigre_id,
        row.alias,
        Language(row.language),
        State(row.state),
        row.helper_id,
        row.helper_alias,
        row.urgent,
        row.shared,
        Section(row.section) if row.section else None,
        ForWhom(row.for_whom) if row.for_whom else None,
    )


def words_of(row: Any) -> Styled:  # noqa: ANN401 - a row of a table that has words
    """Return the words that stand in a row; none, if they are gone."""
    styles = ((kind, offset, length) for kind, offset, length in row.styles or ())
    return Styled(row.text or "", tuple(styles))


def said_of(row: Any) -> Said:  # noqa: ANN401 - a row of the table
    """Return a row as a message."""
    return Said(
        row.id,
        row.request_id,
        Side(row.author),
        words_of(row),
        row.said_at,
        taken_back=row.taken_back_at is not None,
        chat_id=row.chat_id,
        companion=row.companion_id,
    )
