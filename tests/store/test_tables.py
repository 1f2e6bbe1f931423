"""What stands in the tables, sealed or clear, and what each table promises."""

import pytest
from sqlalchemy import Table

from bot.store.columns import Moment, Sealed
from bot.store.privacy import WHOSE
from bot.store.promises import Keeping
from bot.store.tables import metadata

# Every column, and why it may be read by whoever steals the file. A new column fails here
# until somebody has decided: sealed is what names or tells of a person, in any words.
INVENTORY = """
installation.name       clear   names of our own
installation.value      sealed  bots' names, proof of the key
people.id               clear   our own number
people.user_hash        clear   found by a key that is not here
people.user_id          sealed  leads to a telephone number
people.language         clear   one of two
people.agreed_to        clear   a number of a text
people.agreed_at        clear   a moment, of no person by itself
chats.id                clear   our own number
chats.person_id         clear   our own number
chats.bot               clear   one of two
chats.unreachable       clear   yes or no
chats.paused_until      clear   for the sender's query
chats.waiting_for       clear   one of a few words
chats.waiting_with      sealed  may hold a day that somebody typed
chats.showing_id        clear   our own number
members.person_id       clear   our own number
members.role            clear   one of two
members.code            clear   random, for people to say
members.joined_at       clear   a moment, of no person by itself
members.suspended_at    clear   for the query of who is offered what
members.on_duty         clear   yes or no
members.paused_until    clear   for the query of who is offered what
members.as_emigre       clear   yes or no
members.intake         sealed  languages, skills and hours of a member
members.agreed_at       clear   a moment, of no person by itself
offers.request_id       clear   our own number
offers.person_id        clear   our own number
offers.offered_at       clear   a moment, of no person by itself
offers.given_back       clear   yes or no
offers.asked_first      clear   yes or no
avoided.emigre_id       clear   our own number
avoided.person_id       clear   our own number
cases.id                clear   our own number
cases.person_id         clear   our own number
cases.stage             sealed  tells of a person's life
cases.kept              sealed  tells of a person's life
cases.before            sealed  tells of a person's life
cases.changed_at        clear   a moment, of no person by itself
dates.id                clear   our own number
dates.case_id           clear   our own number
dates.version           clear   a count
dates.kept              sealed  tells of a person's life
dates.wake_at           clear   for the clock's query
case_wishes.person_id   clear   our own number
case_wishes.wishes      sealed  tells how careful somebody is
case_wishes.open_until  clear   a moment, of no person by itself
plans.person_id         clear   our own number
plans.outcome           sealed  tells of a person's life
plans.kept_at           clear   for the sweep's query
kept_answers.id         clear   our own number
kept_answers.person_id  clear   our own number
kept_answers.slug       sealed  tells of a person's life
kept_answers.kept_at    clear   a moment, of no person by itself
tallies.of              clear   one of a few words
tallies.about           clear   names of our own
tallies.language        clear   one of two
tallies.times           clear   a count
tallies.last_on         clear   for the sweep's query
released_questions.id   clear   our own number
released_questions.section clear one of thirteen
released_questions.language clear one of two
released_questions.text sealed  somebody's words
released_questions.released_at clear for the sweep's query
invites.id              clear   our own number
invites.token_hash      clear   found by a key that is not here
invites.role            clear   one of two
invites.expires_at      clear   for the sweep's query
invites.used_at         clear   for the query that decides
approvals.id            clear   our own number
approvals.code          clear   random, for buttons
approvals.matter        clear   one of a few words
approvals.asked_by      clear   our own number
approvals.about         sealed  whatever the matter needs to know
approvals.until         clear   for the query that decides
bans.user_hash          clear   found by a key that is not here
bans.code               clear   random, for people to say
bans.banned_at          clear   for the sweep's query
requests.id             clear   our own number
requests.code           clear   random, for people to say
requests.emigre_id      clear   our own number
requests.alias          sealed  a name
requests.language       clear   one of two
requests.state          clear   one of a few words
requests.helper_id      clear   our own number
requests.helper_alias   sealed  a name
requests.made_at        clear   for the sweep's query
requests.sent_at        clear   for reports
requests.closed_at      clear   for the sweep's query
requests.urgent         clear   yes or no
requests.shared         sealed  a stage and a day
requests.section        sealed  tells of a person's life
requests.claimed_at     clear   for the waiting times
requests.answered_at    clear   for the waiting times
requests.helped         clear   yes or no
requests.for_whom       sealed  tells of a person's life
requests.names          sealed  names
messages.id             clear   our own number
messages.request_id     clear   our own number
messages.author         clear   one of two
messages.text           sealed  somebody's words
messages.styles         sealed  somebody's words
messages.said_at        clear   a moment, of no person by itself
messages.taken_back_at  clear   a moment, of no person by itself
messages.chat_id        clear   our own number
messages.message_id     clear   Telegram's count within one chat
messages.companion_id   clear   our own number
companions.id           clear   our own number
companions.request_id   clear   our own number
companions.person_id    clear   our own number
companions.part         clear   one of four
companions.alias        sealed  a name
companions.joined_at    clear   a moment, of no person by itself
companions.left_at      clear   a moment, of no person by itself
doubts.id               clear   our own number
doubts.request_id       clear   our own number
doubts.person_id        clear   our own number
doubts.doubt            clear   one of three
doubts.alias            sealed  a name
doubts.told             clear   yes or no
asks.request_id         clear   our own number
asks.person_id          clear   our own number
asks.part               clear   one of four
asks.asked_at           clear   a moment, of no person by itself
held_answers.id         clear   our own number
held_answers.request_id clear   our own number
held_answers.chat_id    clear   our own number
held_answers.message_id clear   Telegram's count within one chat
held_answers.text       sealed  somebody's words
held_answers.styles     sealed  somebody's words
held_answers.said_at    clear   a moment, of no person by itself
held_answers.state      clear   one of a few words
held_answers.changes_id clear   our own number
places.id               clear   our own number
places.person_id        clear   our own number
places.side             clear   one of two
places.request_id       clear   our own number
places.title            sealed  holds an alias
places.thread_id        clear   Telegram's count within one chat
outbox.id               clear   our own number
outbox.place_id         clear   our own number
outbox.lane             clear   one of two
outbox.kind             clear   one of a few words
outbox.state            clear   one of a few words
outbox.body             sealed  somebody's words
outbox.request_id       clear   our own number
outbox.message_id       clear   our own number
outbox.part             clear   a count
outbox.target_id        clear   our own number
outbox.not_before       clear   for the sender's query
outbox.attempts         clear   a count
outbox.sent_at          clear   for the sweep's query
outbox.chat_id          clear   our own number
outbox.sent_id          clear   Telegram's count within one chat
outbox.answers_id       clear   Telegram's count within one chat
outbox.answers_of       clear   a moment, of no person by itself
outbox.date_id          clear   our own number
outbox.date_version     clear   a count
outbox.until            clear   for the sender's query
outbox.held_id          clear   our own number
inbox.id                clear   our own number
inbox.bot_id            clear   our bot's, public
inbox.update_id         clear   Telegram's count of one bot
inbox.raw               sealed  everything that Telegram says of a person
inbox.received_at       clear   a moment, of no person by itself
inbox.done_at           clear   for the sweep's query
inbox.dead_at           clear   for the sweep's query
broadcasts.id           clear   our own number
broadcasts.author_id    clear   our own number
broadcasts.approver_id  clear   our own number
broadcasts.segment      clear   one of four
broadcasts.state        clear   one of a few words
broadcasts.texts        sealed  a coordinator's words
broadcasts.letters      sealed  a coordinator's words
broadcasts.told_id      clear   our own number
broadcasts.made_at      clear   for the sweep's query
broadcasts.began_at     clear   for the sender's query
broadcasts.ended_at     clear   for the sweep's query
recipients.broadcast_id clear   our own number
recipients.person_id    clear   our own number
recipients.state        clear   one of a few words
recipients.again        clear   yes or no
notes.id                clear   our own number
notes.request_id        clear   our own number
notes.by                clear   one of two
notes.text              sealed  what the team tells itself of a question
notes.alias             sealed  a name
notes.part              clear   one of four
notes.made_at           clear   a moment, of no person by itself
notes.chat_id           clear   our own number
notes.message_id        clear   Telegram's count within one chat
ready_answers.id        clear   our own number
ready_answers.owner_id  clear   our own number
ready_answers.language  clear   one of two
ready_answers.title     sealed  a member's words
ready_answers.text      sealed  a member's words
ready_answers.made_at   clear   a moment, of no person by itself
timers.id               clear   our own number
timers.kind             clear   one of a few words
timers.due_at           clear   for the query of what is due
timers.request_id       clear   our own number
timers.broadcast_id     clear   our own number
"""

TABLES = list(metadata.tables.values())


def decided() -> dict[str, str]:
    rows = [line.split(None, 2) for line in INVENTORY.strip().splitlines()]
    assert all(len(row) == 3 for row in rows), "each has its reason"
    return {name: treatment for name, treatment, _ in rows}


def test_somebody_has_decided_about_each_column() -> None:
    found = {
        f"{table.name}.{column.name}": "sealed" if isinstance(column.type, Sealed) else "clear"
        for table in TABLES
        for column in table.columns
    }
    assert found == decided()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_says_how_it_is_copied_erased_and_kept(table: Table) -> None:
    keeping: Keeping = table.info["keeping"]
    assert keeping.copied
    assert keeping.erased
    assert keeping.kept


def test_each_table_is_copied_or_says_why_not() -> None:
    copied = {table.name: table.info["keeping"].copied for table in TABLES}
    assert {name for name, columns in copied.items() if not isinstance(columns, str)} == set(WHOSE)
    assert all(said.startswith("no: ") for said in copied.values() if isinstance(said, str))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_promise_is_about_columns_that_are_there(table: Table) -> None:
    kept = table.info["keeping"].kept
    for rule in () if isinstance(kept, str) else kept:
        assert isinstance(table.c[rule.since].type, Moment)
        assert rule.states is None or "state" in table.c
        assert rule.without is None or table.c[rule.without].nullable
    for each in table.info["keeping"].emptied:
        assert isinstance(table.c[each.since].type, Moment)
        assert table.c[each.column].nullable


def test_what_belongs_to_a_person_goes_with_them() -> None:
    """Whatever points at a person or at what is theirs is deleted or emptied by the database."""
    deletes = {f"{key.parent}": key.ondelete for table in TABLES for key in table.foreign_keys}
    emptied = {
        "chats.showing_id",
        "requests.helper_id",
        "broadcasts.author_id",
        "broadcasts.approver_id",
        "broadcasts.told_id",
    }
    assert {name for name, rule in deletes.items() if rule == "SET NULL"} == emptied
    assert {name for name, rule in deletes.items() if rule != "CASCADE"} == emptied
