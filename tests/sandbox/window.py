"""The page as somebody in front of it uses it: chromium, and the real sandbox behind it."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
VAIN = "Failed to load resource"
"""What the console says of a refusal or a broken connection: no mistake of the page."""
RUNNING = "Majakka is running.\n"
STRANDED = "letters were on their way when the program ended\n"
"""What a start may say after a kill."""
PATIENCE = 60_000
"""Milliseconds after which a test that waits for something fails; nothing sleeps so long."""


class Phone:
    """One person's phone on the page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.screen = page.get_by_role("region", name=f"{name}’s phone", exact=True)
        self.field = self.screen.get_by_role("textbox", name=f"Message from {name}")
        self.bots = self.screen.get_by_role("navigation", name="Bots").get_by_role("button")
        self.messages = self.screen.get_by_role("listitem")

    def says(self, text: str) -> None:
        """Type and send."""
        self.field.fill(text)
        self.field.press("Enter")

    def taps(self, label: str) -> None:
        """Tap the latest button with this label, once there is one."""
        self.screen.get_by_role("button", name=label, exact=True).last.click()

    def chooses(self, menu: str, label: str) -> None:
        """Open a menu and take something from it."""
        self.screen.get_by_label(menu, exact=True).click()
        self.screen.locator("details[open]").get_by_role("button", name=label).click()

    def sends_file(self, choice: str, path: Path) -> None:
        """Send a file of this computer."""
        with self.page.expect_file_chooser() as chooser:
            self.chooses("Send something else", choice)
        chooser.value.set_files(path)

    def goes_to(self, tab: str | re.Pattern[str]) -> None:
        """Open the tab of a bot or topic."""
        self.screen.get_by_role("navigation").get_by_role("button", name=tab).click()

    def message(self, words: str) -> Locator:
        """Return the latest message that says `words`; quoting them is not saying them."""
        return self.all_that_say(words).last

    def all_that_say(self, words: str) -> Locator:
        """Return the messages that say `words`."""
        return self.messages.filter(has=self.page.locator(".words", has_text=words))

    def sees(self, words: str) -> Locator:
        """Wait until a message says `words`; return the latest."""
        found = self.message(words)
        expect(found).to_be_visible()
        return found

    def loses(self, words: str) -> None:
        """Wait until no message says `words`."""
        expect(self.all_that_say(words)).to_have_count(0)

    def signs(self, words: str, sign: str) -> None:
        """Tap one of the small signs of the latest message that says `words`."""
        self.sees(words).hover()
        self.message(words).get_by_role("button", name=sign, exact=True).click()


class Window:
    """The page, and all that its browser complained of."""

    def __init__(self, page: Page, *, flat: bool) -> None:
        self.page = page
        self.flat = flat
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text))

    def phone(self, name: str) -> Phone:
        """Return somebody's phone."""
        return Phone(self.page, name)


class Sandbox:
    """A running `majakka sandbox`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.address = self.opens()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.address.rstrip("/").rpartition(":")[2])

    def opens(self) -> str:
        """Wait until it tells where it is, and return that."""
        assert self.process.stderr
        for line in self.process.stderr:
            if line.startswith("Open "):
                return line.removeprefix("Open ").strip()
            assert line.endswith((RUNNING, STRANDED))
        raise AssertionError("it ended")

    def begins_afresh(self) -> None:
        """Let it forget everything; it opens where it was."""
        self.posts("afresh")
        assert self.opens() == self.address

    def sees(self, view: str, **query: object) -> Any:  # noqa: ANN401 - JSON is anything
        """Look as the page does."""
        return self._asks(f"{view}?{urlencode(query)}")

    def posts(self, action: str, **values: object) -> None:
        """Act as the page does."""
        self._asks(action, json.dumps(values).encode())

    def _asks(self, path: str, body: bytes | None = None) -> Any:  # noqa: ANN401
        headers = {"Content-Type": "application/json"}
        asked = Request(f"{self.address}sim/{path}", body, headers)  # noqa: S310 - our own http
        with urlopen(asked) as answer:  # noqa: S310
            return json.load(answer)

    def dies(self) -> None:
        """End as nobody can prevent: kill -9."""
        self.process.kill()
        self.process.wait()

    def ends(self) -> None:
        """Stop it as Ctrl-C does; it has said nothing but where it is and that it runs."""
        self.process.terminate()
        assert self.process.stderr
        usual = RUNNING, STRANDED, f"Open {self.address}\n"
        assert [line for line in self.process.stderr if not line.endswith(usual)] == []
        assert self.process.wait() == 0


@contextmanager
def sandbox(*arguments: str, port: int = 0) -> Iterator[Sandbox]:
    """Run `majakka sandbox` while the block runs."""
    command = (sys.executable, "-m", "bot", "sandbox", "--port", str(port), *arguments)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            running = Sandbox(process)
            yield running
            if process.poll() is None:
                running.ends()
        finally:
            process.kill()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser; while the block runs, nothing asynchronous can run beside it."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def window_of(browser: Browser, address: str, *, flat: bool = False) -> Iterator[Window]:
    """Open the page in a window that is wide enough for all phones."""
    page = browser.new_page(viewport={"width": 1800, "height": 900})
    page.set_default_timeout(PATIENCE)
    window = Window(page, flat=flat)
    page.goto(address)
    yield window
    page.close()
    assert [told for told in window.complaints if not told.startswith(VAIN)] == []
