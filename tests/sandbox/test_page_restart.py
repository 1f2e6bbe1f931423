"""The bot and the whole sandbox start again, and the page goes on by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.sandbox.window import chromium, sandbox, window_of

pytestmark = pytest.mark.browser


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def test_a_kill_a_restart_and_a_fresh_start(tmp_path: Path, browser: Browser) -> None:
    kept = ("--keep", str(tmp_path / "play"))
    with sandbox(*kept) as first, window_of(browser, first.address) as window:
        vera, page = window.phone("Vera"), window.page
        vera.taps("Русский")
        vera.sees("Здесь волонтёры помогают")
        first.dies()
        expect(page.get_by_role("alert")).to_contain_text("The sandbox has stopped.")
        with sandbox(*kept, port=first.port):
            expect(page.get_by_role("alert")).to_be_hidden()
            vera.taps("Спросить человека")
            vera.taps("Да, согласиться")
            vera.sees("Напишите вопрос здесь")

            page.get_by_role("button", name="Restart the bot").click()
            vera.says("Мне отказали.")
            vera.sees("Будет отправлено:")

            page.once("dialog", lambda dialog: dialog.dismiss())
            page.get_by_role("button", name="Start afresh").click()
            vera.sees("Будет отправлено:")
            page.once("dialog", lambda dialog: dialog.accept())
            page.get_by_role("button", name="Start afresh").click()
            vera.loses("Будет отправлено:")
            vera.taps("Русский")
            vera.sees("Здесь волонтёры помогают")
