"""The people's side of the world over HTTP, for the page and for testers in another process.

`GET /sim/<view>?…` looks, `POST /sim/<action>` with a JSON object acts, `GET /sim/changes` waits,
`GET /sim/file` saves. A mistake is answered with 400 and `{"error": "<sentence>"}`. What can be
seen and done is in `bot.sandbox.orders`.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import orjson
from aiohttp import hdrs, web

from bot.sandbox.director import Director
from bot.sandbox.files import Upload
from bot.sandbox.model import JSON
from bot.sandbox.orders import ACTIONS, VIEWS, Order
from bot.sandbox.telegram import Telegram

_LOCAL = frozenset({"localhost", "127.0.0.1"})
_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS
_PICTURES = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
_LONGEST_WAIT = 50


class Control:
    """Serves `/sim/…` for a world."""

    def __init__(self, telegram: Telegram, director: Director | None = None) -> None:
        self._telegram = telegram
        self._director = director

    @property
    def routes(self) -> list[web.RouteDef]:
        """The routes to add to an application, before any that takes all paths."""
        return [
            web.get("/sim/changes", self._changes),
            web.get("/sim/file", self._file),
            web.get("/sim/{name}", self._view),
            web.post("/sim/{name}", self._act),
        ]

    async def _changes(self, request: web.Request) -> web.Response:
        """Wait until the version is not `since`, or `timeout` seconds; return the version."""
        order = Order(self._telegram, dict(request.query))
        timeout = order.integer("timeout", 25, least=0, most=_LONGEST_WAIT)
        version = await self._telegram.wait_change(order.integer("since"), timeout)
        return _json({"version": version})

    async def _file(self, request: web.Request) -> web.Response:
        """Let a phone show or save the file `file_id`: nothing in it may act as a page of ours."""
        try:
            file = self._telegram.files.received(request.query.get("file_id", ""))
        except KeyError:
            return _wrong("there is no such file", HTTPStatus.NOT_FOUND)
        headers = {
            hdrs.CONTENT_TYPE: file.mime if file.mime in _PICTURES else "application/octet-stream",
            hdrs.CONTENT_DISPOSITION: f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=file.data, headers=headers)

    async def _view(self, request: web.Request) -> web.Response:
        return self._done(VIEWS, request, dict(request.query))

    async def _act(self, request: web.Request) -> web.Response:
        """Act; a JSON body is asked for because no other website can send one unasked."""
        if request.content_type != "application/json":
            return _wrong("the body must be application/json")
        values = _object(await request.read())
        if values is None:
            return _wrong("the body must be a JSON object")
        return self._done(ACTIONS, request, values)

    def _done(
        self, table: dict[str, Callable[[Order], Any]], request: web.Request, values: JSON
    ) -> web.Response:
        """Do what the path names and answer with what comes of it."""
        name = request.match_info["name"]
        if name not in table:
            return _wrong(f"there is no such thing as {name}", HTTPStatus.NOT_FOUND)
        try:
            result = table[name](Order(self._telegram, values, self._director))
        except (ValueError, KeyError, TypeError) as mistake:
            return _wrong(str(mistake))
        return _json({} if result is None else result)


@web.middleware
async def local_only(
    request: web.Request, handler: Callable[[web.Request], Any]
) -> web.StreamResponse:
    """Refuse a request that was made for another name than this machine's (DNS rebinding)."""
    host = request.headers.get(hdrs.HOST, "").rpartition(":")[0] or request.host
    if host not in _LOCAL:
        return _wrong("this server is for this machine only", HTTPStatus.FORBIDDEN)
    response: web.StreamResponse = await handler(request)
    return response


def _object(body: bytes) -> JSON | None:
    try:
        read = orjson.loads(body)
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


def _json(body: object, status: int = HTTPStatus.OK) -> web.Response:
    raw = orjson.dumps(body, default=_plain, option=_OPTIONS)
    return web.Response(body=raw, status=status, content_type="application/json")


def _plain(value: object) -> object:
    """Show a file by its name."""
    if isinstance(value, Upload):
        return {"file": value.name, "bytes": len(value.data)}
    raise TypeError(f"{type(value).__name__} is no JSON")


def _wrong(sentence: str, status: int = HTTPStatus.BAD_REQUEST) -> web.Response:
    return _json({"error": sentence}, status)
