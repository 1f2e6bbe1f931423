"""The browser itself: Debian's chromium starts, draws and obeys, before a page is blamed."""

import pytest
from playwright.sync_api import sync_playwright

pytestmark = pytest.mark.browser


def test_chromium_draws_a_page_and_a_tap_reaches_its_script() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.set_content("<button onclick=\"this.textContent = 'Готово'\">Нажми</button>")
        page.get_by_role("button", name="Нажми").click()
        assert page.get_by_role("button").inner_text() == "Готово"
        browser.close()
