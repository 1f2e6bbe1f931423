"""The page's files as they are served, and where they are served: no browser is needed to look."""

import re
import socket
import subprocess
import sys

import pytest

from bot.sandbox import page
from tests.sandbox.scene import Client

FOREIGN = re.compile(r"(?:https?:)?//[\w.-]+\.\w", re.IGNORECASE)
MARKUP_FROM_TEXT = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b")
TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


async def test_the_page_is_at_the_root(call: Client) -> None:
    answer = await call.request("/", verb="GET")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.raw.startswith(b"<!doctype html>")


@pytest.mark.parametrize("name", sorted(page.FILES))
async def test_each_file_comes_as_what_it_is(call: Client, name: str) -> None:
    answer = await call.request(f"/page/{name}", verb="GET")
    assert answer.status == 200
    assert answer.headers["Content-Type"].split(";")[0] == TYPES[name.rpartition(".")[2]]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.raw == page.FILES[name].read_bytes()


async def test_nothing_from_elsewhere_is_let_in(call: Client) -> None:
    policy = (await call.request("/", verb="GET")).headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("default-src") == "'none'"
    assert rules.pop("script-src") == rules.pop("style-src") == "'self'"
    assert set(rules.values()) == {"'self'", "'none'"}
    assert {"base-uri", "form-action", "frame-ancestors"} <= rules.keys()  # not in default-src


@pytest.mark.parametrize("name", sorted(page.FILES))
def test_no_file_asks_for_anything_from_elsewhere(name: str) -> None:
    text = page.FILES[name].read_text(encoding="utf-8")
    names = ("http://www.w3.org/2000/svg", "https://t.me/")  # a name of a format, a link in a chat
    assert not FOREIGN.search(re.sub("|".join(map(re.escape, names)), "", text))


@pytest.mark.parametrize("name", sorted(name for name in page.FILES if name.endswith(".js")))
def test_no_script_reads_text_as_markup(name: str) -> None:
    assert not MARKUP_FROM_TEXT.search(page.FILES[name].read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path",
    [
        "/page/__init__.py",
        "/page/moon.js",
        "/page/..%2Fcontrol.py",
        "/page/%2e%2e/control.py",
        "/page//etc/passwd",
        "/page/",
    ],
)
async def test_nothing_else_is_there(call: Client, path: str) -> None:
    assert (await call.request(path, verb="GET")).status == 404


def test_a_port_that_is_taken_needs_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "bot", "sandbox", "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"Port {port} cannot be used (Address already in use):"
        " choose another with --port, or let --port 0 find a free one.\n"
    )
