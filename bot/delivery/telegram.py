"""The few calls made all day, as light as the Bot API allows.

aiogram's own methods send every call as a form and turn every answer into models. On the
hot path that is half of the time (docs/decisions/light-calls.md): these carry only the
fields we use, go as JSON, and read only what we need of the answer. Sessions, errors and
everything rarer stay aiogram's.
"""

from copy import copy
from functools import cache
from typing import Any, Final, TypeVar, cast

import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.manager import RequestMiddlewareManager
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiohttp import ClientError, ClientTimeout
from pydantic import BaseModel

Answer = TypeVar("Answer")

SECONDS_FOR_A_CALL: Final = 30


class Arrived(BaseModel):
    """What we need to know of a message that Telegram took."""

    message_id: int
    message_thread_id: int | None = None


class Topic(BaseModel):
    """What we need to know of a topic that Telegram made."""

    message_thread_id: int


class LightMethod(TelegramMethod[Answer]):
    """A call that goes as JSON, without what is None."""

    def payload(self) -> bytes:
        """Return the body of the call."""
        return orjson.dumps(
            {name: value for name, value in self.__dict__.items() if value is not None}
        )


class FetchUpdates(LightMethod[list[dict[str, Any]]]):
    """getUpdates, raw: one update that does not parse must not block the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = 50
    allowed_updates: list[str] | None = None


class SendText(LightMethod[Arrived]):
    """sendMessage, in HTML and without link previews."""

    __returning__ = Arrived
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    parse_mode: str = "HTML"
    message_thread_id: int | None = None
    reply_markup: dict[str, Any] | None = None
    reply_parameters: dict[str, Any] | None = None
    protect_content: bool | None = None
    disable_notification: bool | None = None
    link_preview_options: dict[str, bool] = {"is_disabled": True}  # noqa: RUF012 - pydantic copies it


class EditText(LightMethod[Any]):
    """editMessageText. Without a keyboard the message loses the one it had."""

    __returning__ = Any
    __api_method__ = "editMessageText"

    chat_id: int
    message_id: int
    text: str
    parse_mode: str = "HTML"
    reply_markup: dict[str, Any] | None = None
    link_preview_options: dict[str, bool] = {"is_disabled": True}  # noqa: RUF012 - pydantic copies it


class Delete(LightMethod[Any]):
    """deleteMessage: within 48 hours, on the other side too."""

    __returning__ = Any
    __api_method__ = "deleteMessage"

    chat_id: int
    message_id: int


class DeleteMany(LightMethod[Any]):
    """deleteMessages: 1 to 100 of them; those that are not there are passed over."""

    __returning__ = Any
    __api_method__ = "deleteMessages"

    chat_id: int
    message_ids: list[int]


class AnswerTap(LightMethod[Any]):
    """answerCallbackQuery: stops the button's clock, with a few words if there are any."""

    __returning__ = Any
    __api_method__ = "answerCallbackQuery"

    callback_query_id: str
    text: str | None = None
    show_alert: bool | None = None


class MakeTopic(LightMethod[Topic]):
    """createForumTopic in a private chat."""

    __returning__ = Topic
    __api_method__ = "createForumTopic"

    chat_id: int
    name: str


class RenameTopic(LightMethod[Any]):
    """editForumTopic. Topics of private chats cannot be closed, only renamed or deleted."""

    __returning__ = Any
    __api_method__ = "editForumTopic"

    chat_id: int
    message_thread_id: int
    name: str


class DeleteTopic(LightMethod[Any]):
    """deleteForumTopic: the topic goes with all its messages, however old."""

    __returning__ = Any
    __api_method__ = "deleteForumTopic"

    chat_id: int
    message_thread_id: int


class SetCommands(LightMethod[Any]):
    """setMyCommands, for one chat."""

    __returning__ = Any
    __api_method__ = "setMyCommands"

    commands: list[dict[str, str]]
    scope: dict[str, Any]


class JsonSession(AiohttpSession):
    """aiogram's session, which sends light methods as JSON."""

    async def close(self) -> None:
        """Close the connections; aiogram waits a quarter of a second, which TLS alone needs."""
        if self.api.base.startswith("https:"):
            await super().close()
        elif self._session is not None and not self._session.closed:
            await self._session.close()

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Answer],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> Answer:
        """Make a call. Raises aiogram's errors, of which `delivery.failures` knows the meaning."""
        if not isinstance(method, LightMethod):
            return await super().make_request(bot, method, timeout)
        session = await self.create_session()
        try:
            async with session.post(
                self.api.api_url(token=bot.token, method=method.__api_method__),
                data=method.payload(),
                headers={"Content-Type": "application/json"},
                timeout=ClientTimeout(timeout or SECONDS_FOR_A_CALL),
            ) as response:
                content = await response.text()
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="timeout") from error
        except ClientError as error:
            raise TelegramNetworkError(method=method, message=type(error).__name__) from error
        checked = self.check_response(bot, method, response.status, content)
        return cast("Answer", checked.result)


def make_bot(token: str, server: str | None = None) -> Bot:
    """Return a bot that speaks to Telegram, or to the Bot API server at the URL `server`."""
    session = copy(_session())
    session.api = TelegramAPIServer.from_base(server) if server else PRODUCTION
    session.middleware = RequestMiddlewareManager()
    return Bot(token, session=session)


@cache
def _session() -> JsonSession:
    """Return what each bot's session begins as: all trust the same certificates, read once."""
    return JsonSession(json_loads=orjson.loads, limit=0)


def inline(keyboard: list[list[dict[str, str]]] | None) -> dict[str, Any] | None:
    """Return a keyboard as `reply_markup`."""
    return {"inline_keyboard": keyboard} if keyboard else None
