"""The page with the phones: the files of this folder, served as they are.

They use nothing from anywhere else, and the browser is told to let them use nothing else.
"""

from http import HTTPStatus
from pathlib import Path
from typing import Final

from aiohttp import hdrs, web

TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
FILES: Final = {path.name: path for path in Path(__file__).parent.iterdir() if path.suffix in TYPES}
"""All that is served, by name: whatever else is asked for is not there."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


async def show(request: web.Request) -> web.StreamResponse:
    """Answer with the file that is named, without a name with the page itself."""
    path = FILES.get(request.match_info.get("name", "index.html"))
    if path is None:
        return web.Response(status=HTTPStatus.NOT_FOUND, text="There is no such file.")
    headers = {
        hdrs.CONTENT_TYPE: TYPES[path.suffix],
        hdrs.CACHE_CONTROL: "no-cache",
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    return web.FileResponse(path, headers=headers)


ROUTES: Final = (web.get("/", show), web.get("/page/{name}", show))
