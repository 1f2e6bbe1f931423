"""The world over HTTP, as Telegram has it: `/bot<token>/<method>` and `/file/bot<token>/<path>`.

The people's side, `/sim/…`, is in `bot.sandbox.control`, the page in `bot.sandbox.page`.
"""

import asyncio
import inspect
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from bot.sandbox import page
from bot.sandbox.control import Control, local_only
from bot.sandbox.director import Director
from bot.sandbox.faults import UNDONE, Fault, Kind
from bot.sandbox.files import Upload
from bot.sandbox.keeping import Keeper
from bot.sandbox.methods import METHODS, Query
from bot.sandbox.methods.updates import Described
from bot.sandbox.model import JSON, Bot
from bot.sandbox.records import Call
from bot.sandbox.refusals import (
    BODY_JSON,
    BODY_TOO_LARGE,
    MALFORMED_TOKEN,
    NO_SUCH_METHOD,
    NOT_A_BOT_PATH,
    REVOKED_TOKEN,
    Refusal,
    refuse,
)
from bot.sandbox.telegram import Telegram

AT_ONCE = 0.1
"""Seconds that open calls have when the server goes; with 0, aiohttp waits for them for ever."""
_LARGEST_BODY = 52 * 1024 * 1024
_METHOD_PATH = re.compile(r"/bot([^/]*)/(?:test/)?([^/]+)/?")
_FILE_PATH = re.compile(r"/file/bot([^/]*)/(.+)")
_TOKEN = re.compile(r"\d+:[\w-]+")
_GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body></body></html>"


class Server:
    """A running stand-in, which can be away for a while as a network is."""

    def __init__(self, runner: web.AppRunner) -> None:
        self._runner = runner
        self._site: web.TCPSite | None = None
        self._port = 0

    @property
    def port(self) -> int:
        """Where it listens, or did."""
        return self._port

    @property
    def url(self) -> str:
        """Where it is, without a slash at the end."""
        return f"http://127.0.0.1:{self._port}"

    async def appear(self, port: int = 0) -> None:
        """Listen on a port (0: any free one), or where it was before."""
        self._site = web.TCPSite(self._runner, "127.0.0.1", port or self._port)
        await self._site.start()
        self._port = self._runner.addresses[0][1]

    async def disappear(self) -> None:
        """Refuse connections, and drop those that are open."""
        if self._site is not None and self._runner.server is not None:
            await self._site.stop()
            await self._runner.server.shutdown(AT_ONCE)
            self._site = None


@asynccontextmanager
async def serve(
    telegram: Telegram,
    port: int = 0,
    *,
    director: Director | None = None,
    keeper: Keeper | None = None,
) -> AsyncIterator[Server]:
    """Serve the world on this machine's loopback while the block runs; port 0: any free one.

    The page's wishes go to `director`; `keeper` writes the world before each answer.
    """
    app = web.Application(client_max_size=_LARGEST_BODY, middlewares=[local_only])
    if keeper is not None:
        app.on_response_prepare.append(keeper.before_answer)
    app.router.add_routes(Control(telegram, director).routes)
    app.router.add_routes(page.ROUTES)
    app.router.add_route("*", "/{path:.*}", BotApi(telegram).handle)
    runner = web.AppRunner(
        app, access_log=None, handler_cancellation=True, shutdown_timeout=AT_ONCE
    )
    await runner.setup()
    server = Server(runner)
    try:
        await server.appear(port)
        yield server
    finally:
        await runner.cleanup()


class BotApi:
    """Turns requests into calls, and what comes of them into answers."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer any request that is not for somebody else."""
        try:
            if found := _METHOD_PATH.fullmatch(request.path):
                return await self._call(request, self._bot(found[1]), found[2])
            if found := _FILE_PATH.fullmatch(request.path):
                return self._file(self._bot(found[1]), found[2])
            refuse(NOT_A_BOT_PATH)
        except Refusal as refusal:
            return _refused(refusal)

    def _bot(self, token: str) -> Bot:
        if not _TOKEN.fullmatch(token):
            refuse(MALFORMED_TOKEN)
        bot = self._telegram.bot_of(token)
        if bot is None:
            refuse(REVOKED_TOKEN)
        return bot

    def _file(self, bot: Bot, path: str) -> web.Response:
        file = self._telegram.files.at(bot.id, path)
        if file is None:
            refuse(NOT_A_BOT_PATH)
        return web.Response(body=file.data, content_type="application/octet-stream")

    async def _call(self, request: web.Request, bot: Bot, method: str) -> web.StreamResponse:
        """Do what is asked, unless trouble was ordered for it."""
        values = await _values(request)
        query = Query(self._telegram, bot, values)
        fault = self._telegram.faults.take(bot.id, method.lower(), query)
        if fault is not None and fault.kind in UNDONE:
            self._note(query, method, fault=fault)
            return await _spoilt(request, fault)
        answer = await self._answer(query, method, fault)
        if fault is None:
            return answer
        await self._telegram.faults.taken_back(fault)
        return await _spoilt(request, fault, answer)

    async def _answer(self, query: Query, method: str, fault: Fault | None) -> web.Response:
        """Call the method and write down what came of it."""
        try:
            result = await _perform(query, method.lower(), fault)
        except Refusal as refusal:
            self._note(query, method, error=refusal, fault=fault)
            return _refused(refusal)
        self._note(query, method, result=result, fault=fault)
        if isinstance(result, Described):
            return _json({"ok": True, **result._asdict()})
        return _json({"ok": True, "result": result})

    def _note(
        self,
        query: Query,
        method: str,
        *,
        result: Any = None,  # noqa: ANN401 - whatever the method returns
        error: Refusal | None = None,
        fault: Fault | None = None,
    ) -> None:
        """Remember the call; polling alone is no change to tell of."""
        ok = error is None and (fault is None or fault.kind not in UNDONE)
        kind = None if fault is None else str(fault.kind)
        now, log = self._telegram.clock.now(), self._telegram.calls
        number = log[-1].number + 1 if log else 1
        log.append(Call(number, query.bot, method, query.values, now, ok, result, error, kind))
        if method.lower() != "getupdates":
            self._telegram.change()


async def _perform(query: Query, method: str, fault: Fault | None) -> Any:  # noqa: ANN401 - see METHODS
    if fault is not None:
        if fault.refusal is not None:
            raise fault.refusal
        if fault.kind is Kind.WRONG_THREAD:
            unwanted = {"message_thread_id", "reply_parameters"}
            kept = {key: value for key, value in query.values.items() if key not in unwanted}
            query = Query(query.telegram, query.bot, kept)
    if method not in METHODS:
        refuse(NO_SUCH_METHOD)
    result = METHODS[method](query)
    return await result if inspect.isawaitable(result) else result


async def _spoilt(
    request: web.Request, fault: Fault, answer: web.Response | None = None
) -> web.StreamResponse:
    """Return what the bot gets instead of the answer, if the fault touches it."""
    match fault.kind:
        case Kind.CUT | Kind.LOST:
            if request.transport is not None:
                request.transport.abort()
        case Kind.HANG | Kind.HANG_DONE:
            await asyncio.Event().wait()  # until the client gives up, which cancels this
        case Kind.GATEWAY:
            return web.Response(status=502, text=_GATEWAY_PAGE, content_type="text/html")
        case Kind.ODD:
            return web.Response(body=b'{"ok":true,"result":', content_type="application/json")
    return answer or web.Response()


async def _values(request: web.Request) -> JSON:
    """Return the arguments from the query string and a body of any of the three kinds [S]."""
    values: JSON = dict(request.query) if request.query_string else {}
    try:
        if request.content_type == "multipart/form-data":
            form = await request.post()
            return values | {name: _part(value) for name, value in form.items()}
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        refuse(BODY_TOO_LARGE)
    if not body:
        return values
    if request.content_type == "application/json":
        return values | _object(body)
    return values | dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def _part(value: str | bytes | bytearray | web.FileField) -> object:
    """Return a field of a multipart body: a text, or an upload."""
    if isinstance(value, web.FileField):
        with value.file:  # of a temporary file, which must not outlive a call that is cut off
            return Upload(value.filename, value.file.read())
    return value if isinstance(value, str) else value.decode("utf-8", "replace")


def _object(body: bytes) -> JSON:
    """Return a JSON body; what is no object has no arguments."""
    try:
        read = orjson.loads(body)
    except ValueError:
        refuse(BODY_JSON)
    return read if isinstance(read, dict) else {}


def _json(body: JSON, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(
        body=orjson.dumps(body), status=status, content_type="application/json", headers=headers
    )


def _refused(refusal: Refusal) -> web.Response:
    """Return an answer that says no."""
    body: JSON = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    headers = {}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
        if "retry_after" in refusal.parameters:
            headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return _json(body, refusal.code, headers)
