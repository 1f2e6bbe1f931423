"""Where updates enter the house, and where what the rooms say leaves it.

Within the unit of work an update becomes aiogram's objects, the person is found, a room
answers. After it, what answers a tap is shown at once; what answers typed text went to the
outbox. So nothing is told before it is saved.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, Final, cast

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, TelegramObject

from bot.core.clock import Clock
from bot.core.languages import suggested
from bot.core.outgoing import BotName, Kind, Letter, Side
from bot.core.requests import RequestId
from bot.delivery.handling import Afterwards
from bot.store.inbox import Incoming
from bot.store.outbox import Typed
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.albums import Albums
from bot.ui.cards import make_way, turn_card
from bot.ui.groups import IN_IT, are_in_it, group_of, leave, sender_of
from bot.ui.hidden_links import spelled_out
from bot.ui.kinds import Becomes, becomes
from bot.ui.screen import Farewell, Receipt, Screen, Shown, Toast
from bot.ui.showing import Showing, letter_for
from bot.ui.words import Translator, translator

Home = Callable[[Person, Store, Translator], Awaitable[Screen]]
"""Makes the screen that is home for somebody at one of the bots."""


@dataclass(frozen=True)
class Entrance:
    """One bot, and the rooms behind it."""

    name: BotName
    bot: Bot
    dispatcher: Dispatcher
    home: Home
    team: bool
    """The team works here."""
    emigres: bool
    """Émigrés ask here."""

    @cached_property
    def rooms(self) -> Mapping[str, Sequence[TelegramEventObserver]]:
        """What waits for each kind of event, room after room: many wait for taps alone."""
        return {
            kind: [
                router.observers[kind]
                for router in self.dispatcher.chain_tail
                if router.observers[kind].handlers
            ]
            for kind in EVENTS
        }

    @cached_property
    def buttons(self) -> Mapping[str, TelegramEventObserver]:
        """The room in which a button's prefix is first waited for.

        To try every button of every room before the right one takes longer than the rest of a tap.
        """
        found: dict[str, TelegramEventObserver] = {}
        for room in self.rooms["callback_query"]:
            for handler in room.handlers:
                for each in handler.filters or ():
                    if data := getattr(each.callback, "callback_data", None):
                        found.setdefault(data.__prefix__, room)
        return found

    async def go_on(
        self, tap: CallbackQuery, data: str, me: Person, store: Store, *, tr: Translator
    ) -> Shown | None:
        """Do what another button would do, now that nothing stands in its way."""
        return await self.answer(
            "callback_query", tap.model_copy(update={"data": data}), me, store, tr=tr
        )

    async def answer(
        self, kind: str, event: TelegramObject, me: Person, store: Store, *, tr: Translator
    ) -> Shown | None:
        """Let the room that waits for it answer an event; None if it says nothing."""
        # What aiogram does around an update, and again around each room, takes longer than all
        # our filters (0.1 ms); no room has anything there (tests/test_app.py)
        handed = {
            "bot": self.bot,
            "me": me,
            "tr": tr,
            "store": store,
            "home": self.home,
            "entrance": self,
        }
        rooms = self.rooms[kind]
        if isinstance(event, CallbackQuery) and (first := self.buttons.get(_prefix(event))):
            rooms = [first, *rooms]
        for room in rooms:
            shown = await room.trigger(event, **handed)
            if shown is not UNHANDLED:
                return cast("Shown | None", shown)
        return None


Event = Message | CallbackQuery | ChatMemberUpdated

EVENTS: Final[Mapping[str, type[Event]]] = {
    "message": Message,
    "edited_message": Message,
    "callback_query": CallbackQuery,
    "my_chat_member": ChatMemberUpdated,
}
"""What we ask Telegram for, by its names (`delivery.receiver.ALLOWED_UPDATES`)."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One update of one person at one entrance, within its unit of work."""

    event: Event
    me: Person
    tr: Translator
    entrance: Entrance
    store: Store


class Reception:
    """Receives everybody (`delivery.handling.Rooms`)."""

    def __init__(self, entrances: Mapping[int, Entrance], showing: Showing, clock: Clock) -> None:
        """Take the entrances by their bots' Telegram ids."""
        self._entrances = entrances
        self._showing = showing
        self._clock = clock
        self._albums = Albums()

    async def handle(self, incoming: Incoming, store: Store) -> Afterwards | None:
        """Let a room do what an update asks for, and keep what it says."""
        entrance = self._entrances[incoming.bot_id]
        group = group_of(incoming.raw)
        if group is not None:
            return partial(leave, entrance.bot, group) if are_in_it(incoming.raw) else None
        found = _event(incoming, entrance)
        if found is None:
            return None
        kind, event = found
        if self._albums.is_told_of(event):
            return None
        me, tr = await self._meet(event, entrance, store)
        if isinstance(event, ChatMemberUpdated):
            reachable = event.new_chat_member.status in IN_IT
            await store.people.mark_reachable(me.chat_id, reachable=reachable)
            if reachable:
                await store.dates.look_anew(me.id)
            return None
        shown = await entrance.answer(kind, event, me, store, tr=tr)
        return await self._keep(Visit(event, me, tr, entrance, store), shown)

    async def apologize(self, incoming: Incoming, store: Store) -> None:
        """Say that something went wrong. Reads no models: they may be what we failed at."""
        entrance = self._entrances[incoming.bot_id]
        sender = sender_of(incoming.raw)
        if sender is None or group_of(incoming.raw) is not None:
            return
        me = await store.people.meet(sender["id"], entrance.name)
        tr = translator(me.language or suggested(sender.get("language_code")))
        text = tr("Something went wrong here, not with you. Please try once more, or open home.")
        about = me.showing  # said again, it goes on
        await _say(me, store, Kind.NOTICE, Letter(str(text)), about=about)

    async def _meet(
        self, event: Event, entrance: Entrance, store: Store
    ) -> tuple[Person, Translator]:
        user = event.from_user
        if user is None:
            raise ValueError("an update in a private chat names nobody")
        me = await store.people.meet(user.id, entrance.name)
        if me.unreachable and not isinstance(event, ChatMemberUpdated):
            await store.people.mark_reachable(me.chat_id, reachable=True)
            await store.dates.look_anew(me.id)
        return me, translator(me.language or suggested(user.language_code))

    async def _keep(self, visit: Visit, shown: Shown | None) -> Afterwards | None:
        """Keep what a room said: for after the commit if it answers a tap, else in the outbox."""
        if isinstance(shown, Screen):
            await _turn(shown, visit)
        if isinstance(visit.event, CallbackQuery):
            return await self._keep_for_tap(visit.event, visit, shown)
        if isinstance(visit.event, Message) and isinstance(shown, Screen | Receipt):
            card = shown.card if isinstance(shown, Screen) else None
            older = await visit.store.copies.take_cards(card, going=True) if card else []
            kind = Kind.SCREEN if isinstance(shown, Screen) else Kind.RECEIPT
            quoted = isinstance(shown, Receipt) or shown.quotes
            await _say(
                visit.me,
                visit.store,
                kind,
                shown.letter(**_whereabouts(visit.event, quoted=quoted)),
                about=card,
                answers=Typed(visit.event.message_id, visit.event.date),
            )
            await make_way(older, visit.store, visit.tr)
        return None

    async def _keep_for_tap(
        self, tap: CallbackQuery, visit: Visit, shown: Shown | None
    ) -> Afterwards:
        """Show it at once; while Telegram wants no messages in this chat, let it wait its turn."""
        if isinstance(shown, Farewell):
            return partial(self._showing.take_leave, visit.entrance.bot, tap, shown)
        if isinstance(shown, Screen):
            shown = await self._place_of(shown, tap, visit)
        if isinstance(shown, Screen) and tap.message and not shown.below:
            await turn_card(shown, tap.message.message_id, visit.me, visit.store, visit.tr)
        return partial(self._showing.answer_tap, visit.entrance.bot, tap, shown, visit.me)

    async def _place_of(self, screen: Screen, tap: CallbackQuery, visit: Visit) -> Screen | Toast:
        """Put a screen beneath a letter, which stays to be read and answered; or in the outbox."""
        me, outbox = visit.me, visit.store.outbox
        await outbox.drop_stale_screens(me.id, Side.of(me.bot))
        if me.paused_until and me.paused_until > self._clock.now():
            await _say(me, visit.store, Kind.SCREEN, letter_for(tap, screen))
            words = visit.tr("Telegram asks us to wait a little. The answer comes by itself.")
            return Toast(words, alert=False)
        if tap.message and await outbox.sent_as(me.chat_id, tap.message.message_id):
            return replace(screen, below=True)
        return screen


async def _say(
    me: Person,
    store: Store,
    kind: Kind,
    letter: Letter,
    *,
    about: RequestId | None = None,
    answers: Typed | None = None,
) -> None:
    """Put a letter for the person who is here in the outbox; it `answers` what they typed."""
    place = await store.outbox.place(me.id, Side.of(me.bot))
    await store.outbox.put(place, kind, letter, request=about, answers=answers)


async def _turn(screen: Screen, visit: Visit) -> None:
    """Remember what text typed under this screen means; most screens change nothing."""
    me, waiting_with = visit.me, screen.then.pack() if screen.then else None
    now = (me.waiting_for, me.waiting_with, me.showing)
    if now != (screen.expects, waiting_with, screen.about):
        await visit.store.people.turn_to(
            me.chat_id,
            waiting_for=screen.expects,
            waiting_with=waiting_with,
            showing=screen.about,
        )


def _whereabouts(event: Message, *, quoted: bool) -> dict[str, int | None]:
    """Return the message to answer and the thread to answer in."""
    return {
        "reply_to": event.message_id if quoted else None,
        "thread": event.message_thread_id if event.is_topic_message else None,
    }


def _prefix(tap: CallbackQuery) -> str:
    """Return what tells which button was tapped."""
    return re.split("[:|]", tap.data or "", maxsplit=1)[0]


def _event(incoming: Incoming, entrance: Entrance) -> tuple[str, Event] | None:
    """Return what happened, and Telegram's name for it, if it is something we asked for."""
    for kind, model in EVENTS.items():
        if content := incoming.raw.get(kind):
            event = model.model_validate(_plain(content), context={"bot": entrance.bot})
            return None if _says_nothing(event) else (kind, event)
    return None


def _plain(content: dict[str, Any]) -> dict[str, Any]:
    """Return what happened with its hidden links in words: of a message, or of what was tapped."""
    if tapped := content.get("message"):
        return {**content, "message": spelled_out(tapped)}
    return spelled_out(content)


def _says_nothing(event: Event) -> bool:
    """Say whether Telegram only tells of something that was done, by us or by a person.

    A bot is told of the topics that it made itself, and of what people pin or rename.
    """
    if not isinstance(event, Message):
        return False
    is_ours = event.from_user is not None and event.from_user.is_bot
    return is_ours or becomes(event) is Becomes.NOTHING
