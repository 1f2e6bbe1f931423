"""How the page draws a chat and keeps what is being typed, with a bot that is played by hand."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from bot.sandbox.model import Bot, User
from bot.sandbox.telegram import Telegram
from tests.sandbox.scene import TOKEN, Client
from tests.sandbox.window import CHROMIUM, PATIENCE, VAIN

pytestmark = pytest.mark.browser

RICH = (
    "😀 <b>bold <i>both</i></b> <tg-spoiler>secret</tg-spoiler> <code>a&lt;b</code>\n"
    "<blockquote>quote</blockquote>\nafter"
    " <a href='https://example.org/x'>there</a> <a href='https://t.me/lamp_bot?start=abc'>here</a>"
)
LONG_QUOTE = "<blockquote expandable>" + "line\n" * 9 + "end</blockquote>"


@pytest.fixture
async def page(call: Client, telegram: Telegram, vera: User, bot: Bot) -> AsyncIterator[Page]:
    """Return the page with Vera's phone; her chat with the bot has begun."""
    telegram.says(vera, bot, "/start")
    expect.set_options(timeout=PATIENCE)
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1000, "height": 700})
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        await page.goto(call.url)
        await page.get_by_text("/start").wait_for()
        yield page
        await browser.close()
    assert [told for told in complaints if not told.startswith(VAIN)] == []


@pytest.fixture
def field(page: Page) -> Locator:
    """Return where Vera writes."""
    return page.get_by_role("textbox", name="Message from Vera")


class Lamp:
    """The bot, played by hand."""

    def __init__(self, call: Client, telegram: Telegram, vera: User) -> None:
        self.call, self.telegram, self.vera = call, telegram, vera

    async def says(self, text: str, **more: object) -> dict[str, Any]:
        answer = await self.call(
            "sendMessage", chat_id=self.vera.id, text=text, parse_mode="HTML", **more
        )
        assert isinstance(answer.result, dict)
        return answer.result

    async def hears_a_tap(self) -> str:
        """Wait for the first tap and return its id."""
        async with asyncio.timeout(10):
            while not self.telegram.answers:
                await self.telegram.wait_change()
        return next(iter(self.telegram.answers))


@pytest.fixture
def lamp(call: Client, telegram: Telegram, vera: User) -> Lamp:
    return Lamp(call, telegram, vera)


def keys(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


async def test_entities_become_elements(page: Page, lamp: Lamp) -> None:
    await lamp.says(RICH)
    words = page.locator(".theirs .words")
    await expect(words.locator("b")).to_have_text("bold both")
    await expect(words.locator("b i")).to_have_text("both")
    await expect(words.locator("code")).to_have_text("a<b")
    await expect(words.locator("blockquote")).to_have_text("quote")
    await expect(words.get_by_role("link", name="there")).to_have_attribute(
        "href", "https://example.org/x"
    )
    spoiler = words.get_by_role("button", name="secret")
    await expect(spoiler).not_to_have_class("spoiler shown")
    await spoiler.press("Enter")
    await expect(spoiler).to_have_class("spoiler shown")


async def test_a_long_quote_is_folded_and_unfolds(page: Page, lamp: Lamp) -> None:
    await lamp.says(LONG_QUOTE)
    quote = page.locator(".theirs blockquote")
    folded = await quote.bounding_box()
    await quote.get_by_role("button", name="Show all").click()
    unfolded = await quote.bounding_box()
    assert folded
    assert unfolded
    assert unfolded["height"] > 2 * folded["height"]


async def test_a_link_to_a_bot_of_the_sandbox_opens_on_this_phone(
    page: Page, lamp: Lamp, telegram: Telegram, vera: User, bot: Bot
) -> None:
    await lamp.says(RICH)
    await page.get_by_role("link", name="here", exact=True).click()
    await expect(page.locator(".mine .words").last).to_have_text("/start abc")
    assert telegram.chat(vera, bot).messages[-1]["text"] == "/start abc"


async def test_a_script_in_a_link_is_no_link(
    page: Page, telegram: Telegram, vera: User, bot: Bot
) -> None:
    """The stand-in lets no bot send such a link; the page does not lean on that."""
    entity = {"type": "text_link", "offset": 0, "length": 3, "url": "javascript:alert(1)"}
    chat = telegram.chat(vera, bot)
    chat.write(bot.account, telegram.clock.now(), {"text": "tap me", "entities": [entity]})
    telegram.change()
    await page.get_by_text("tap me").wait_for()
    await expect(page.locator(".theirs a")).to_have_count(0)


async def test_a_document_can_be_saved_unless_the_bot_forbids_it(
    page: Page, call: Client, vera: User
) -> None:
    for name, protect in (("Ответы.html", "false"), ("secret.txt", "true")):
        arguments = {"chat_id": str(vera.id), "protect_content": protect}
        form = aiohttp.FormData(arguments, quote_fields=False)
        form.add_field("document", b"content", filename=name)
        await call.request(f"/bot{TOKEN}/sendDocument", data=form)
    await page.get_by_text("secret.txt").wait_for()
    await expect(page.get_by_role("link", name="secret.txt")).to_have_count(0)
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Ответы.html").click()
    saved = await download.value
    assert saved.suggested_filename == "Ответы.html"
    assert (await saved.path()).read_bytes() == b"content"


async def test_reactions_of_both_are_shown_and_ones_own_is_taken_back(
    page: Page, lamp: Lamp, bot: Bot
) -> None:
    call, telegram, vera = lamp.call, lamp.telegram, lamp.vera
    number = (await lamp.says("Nice to see you"))["message_id"]
    eyes = [{"type": "emoji", "emoji": "👀"}]
    await call("setMessageReaction", chat_id=vera.id, message_id=number, reaction=eyes)
    message = page.get_by_role("listitem").filter(has_text="Nice to see you")
    reactions = message.get_by_role("group", name="Reactions")
    await expect(reactions).to_have_text("👀")
    await message.get_by_role("button", name="React", exact=True).click()
    await message.get_by_role("group", name="React with").get_by_role("button", name="🙏").click()
    await expect(reactions).to_have_text("👀🙏")
    assert telegram.chat(vera, bot).own_reactions[number] == [{"type": "emoji", "emoji": "🙏"}]
    await reactions.get_by_role("button", name="🙏").click()
    await expect(reactions).to_have_text("👀")


async def test_a_button_spins_until_the_bot_answers(page: Page, lamp: Lamp, call: Client) -> None:
    await lamp.says("Choose", reply_markup=keys([{"text": "Yes", "callback_data": "y"}]))
    button = page.get_by_role("button", name="Yes")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    tap = await lamp.hears_a_tap()
    await expect(button).to_have_attribute("aria-busy", "true")
    await call("answerCallbackQuery", callback_query_id=tap, text="Taken")
    await expect(button).to_have_attribute("aria-busy", "false")
    await expect(page.get_by_role("status")).to_have_text("Taken")


async def test_an_alert_stays_until_it_is_closed(page: Page, lamp: Lamp, call: Client) -> None:
    await lamp.says("Choose", reply_markup=keys([{"text": "Yes", "callback_data": "y"}]))
    await page.get_by_role("button", name="Yes").click()
    tap = await lamp.hears_a_tap()
    await call("answerCallbackQuery", callback_query_id=tap, text="Too late", show_alert=True)
    alert = page.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Too late")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_be_hidden()


async def test_an_update_disturbs_nobody_who_types_or_reads(
    page: Page, lamp: Lamp, field: Locator
) -> None:
    for number in range(30):
        await lamp.says(f"line {number}")
    await page.get_by_text("line 29", exact=True).wait_for()
    first = page.get_by_text("line 0", exact=True)
    await first.scroll_into_view_if_needed()
    await first.evaluate("line => line.dataset.kept = 'yes'")
    await field.fill("half a thou")
    await page.get_by_role("button", name="To the newest message").wait_for()
    await lamp.says("something new")
    await page.get_by_text("something new", exact=True).wait_for(state="attached")
    await expect(field).to_have_value("half a thou")
    await expect(field).to_be_focused()
    await expect(first).to_be_in_viewport()
    await expect(first).to_have_attribute("data-kept", "yes")
    await page.get_by_role("button", name="To the newest message").click()
    await expect(page.get_by_text("something new", exact=True)).to_be_in_viewport()


async def test_who_holds_a_button_holds_it_after_the_screen_has_changed(
    page: Page, lamp: Lamp, call: Client, vera: User
) -> None:
    screen = await lamp.says("One", reply_markup=keys([{"text": "Next", "callback_data": "1"}]))
    await page.get_by_role("button", name="Next").focus()
    await call(
        "editMessageText",
        chat_id=vera.id,
        message_id=screen["message_id"],
        text="Two",
        reply_markup=keys([{"text": "Next", "callback_data": "2"}]),
    )
    await page.get_by_text("Two", exact=True).wait_for()
    await expect(page.get_by_role("button", name="Next")).to_be_focused()


async def test_each_topic_has_its_draft_and_its_mark(
    page: Page, lamp: Lamp, call: Client, vera: User, field: Locator
) -> None:
    topic = (await call("createForumTopic", chat_id=vera.id, name="K7 · Birch")).result
    tab = page.get_by_role("button", name="K7 · Birch")
    await tab.wait_for()
    await lamp.says("inside", message_thread_id=topic["message_thread_id"])
    await expect(tab.get_by_label("2 new")).to_be_visible()
    await field.fill("for the main chat")
    await tab.click()
    await expect(tab).to_have_text("K7 · Birch")
    await expect(page.get_by_text("inside", exact=True)).to_be_visible()
    await expect(page.get_by_text("/start")).to_have_count(0)
    await expect(field).to_have_value("")
    await field.fill("mine")
    await field.press("Enter")
    await expect(page.get_by_text("mine", exact=True)).to_be_visible()
    await lamp.says("outside")
    await page.get_by_role("button", name="main").get_by_label("1 new").wait_for()
    await page.get_by_role("button", name="main").click()
    await expect(field).to_have_value("for the main chat")
    await expect(page.get_by_text("mine", exact=True)).to_have_count(0)


async def test_a_topic_that_is_deleted_leaves_its_reader_in_the_main_chat(
    page: Page, call: Client, vera: User
) -> None:
    await call("createForumTopic", chat_id=vera.id, name="K7")
    await page.get_by_role("button", name="K7").click()
    await page.get_by_label("More").click()
    await page.get_by_role("button", name="Delete this topic").click()
    await expect(page.get_by_role("button", name="K7")).to_have_count(0)
    await expect(page.get_by_text("/start")).to_be_visible()


async def test_a_reply_can_be_cancelled_and_an_edit_gives_the_draft_back(
    page: Page, field: Locator, telegram: Telegram, vera: User, bot: Bot
) -> None:
    own = page.get_by_role("listitem").filter(has_text="/start")
    await field.fill("draft")
    await own.get_by_role("button", name="Reply").click()
    strip = page.get_by_text("Reply to /start")
    await expect(strip).to_be_visible()
    await page.get_by_role("button", name="Cancel").click()
    await expect(strip).to_be_hidden()
    await own.get_by_role("button", name="Edit").click()
    await expect(field).to_have_value("/start")
    await field.fill("first line")
    await field.press("Shift+Enter")
    await field.type("second line")
    await field.press("Enter")
    await expect(field).to_have_value("draft")
    await expect(page.get_by_role("listitem").filter(has_text="second line")).to_be_visible()
    (message,) = telegram.chat(vera, bot).messages
    assert message["text"] == "first line\nsecond line"
    assert "reply_to_message" not in message


async def test_what_could_not_be_sent_stands_where_it_was_written(
    page: Page, field: Locator
) -> None:
    await field.fill("x" * 4097)
    await field.press("Enter")
    await expect(page.get_by_role("status")).to_contain_text("4096 characters")
    await expect(field).to_have_value("x" * 4097)


async def test_a_chat_begins_with_start_and_offers_the_commands(
    page: Page, call: Client, telegram: Telegram, bot: Bot
) -> None:
    await call("setMyCommands", commands=[{"command": "help", "description": "What this is"}])
    await call("setMyDescription", description="A lamp for the dark.")
    await page.get_by_label("Name").fill("Ilmari")
    await page.get_by_label("Language of the phone").select_option("fi")
    await page.get_by_role("button", name="Add").click()
    phone = page.get_by_role("region", name="Ilmari’s phone")
    await expect(phone.get_by_text("Finnish")).to_be_visible()
    await expect(phone.locator(".chat")).to_have_attribute("data-empty", "A lamp for the dark.")
    await expect(phone.get_by_role("textbox")).to_be_hidden()
    await phone.get_by_role("button", name="Start", exact=True).click()
    await phone.get_by_label("Commands").click()
    await phone.get_by_role("button", name="/help What this is").click()
    await expect(phone.locator(".mine .words")).to_have_text(["/start", "/help"])
    ilmari = list(telegram.users.values())[-1]
    assert [said["text"] for said in telegram.chat(ilmari, bot).messages] == ["/start", "/help"]


async def test_one_phone_at_a_time_on_a_narrow_screen(
    page: Page, telegram: Telegram, lamp: Lamp
) -> None:
    telegram.add_user("Ilmari", language_code="fi")
    telegram.change()
    await page.set_viewport_size({"width": 390, "height": 780})
    vera = page.get_by_role("region", name="Vera’s phone")
    ilmari = page.get_by_role("region", name="Ilmari’s phone")
    await expect(vera).to_be_in_viewport(ratio=0.9)
    await expect(ilmari).not_to_be_in_viewport()
    names = page.get_by_role("navigation", name="Phones")
    await names.get_by_role("button", name="Ilmari").click()
    await expect(ilmari).to_be_in_viewport(ratio=0.9)
    await lamp.says("while nobody looked")
    await names.get_by_role("button", name="Vera").get_by_label("1 new").wait_for()
    await names.get_by_role("button", name="Vera").click()
    await expect(vera).to_be_in_viewport(ratio=0.9)
    await expect(names.get_by_role("button", name="Vera")).to_have_text("Vera")


async def test_a_phone_that_was_put_away_counts_on_and_comes_back(
    page: Page, telegram: Telegram, lamp: Lamp
) -> None:
    telegram.add_user("Ilmari", language_code="fi", role="emigre")
    telegram.change()
    vera = page.get_by_role("region", name="Vera’s phone")
    name = page.get_by_role("navigation", name="Phones").get_by_role("button", name="Vera")
    await expect(name).to_have_attribute("aria-current", "true")
    await vera.get_by_label("More").click()
    await vera.get_by_role("button", name="Hide this phone").click()
    await expect(vera).to_be_hidden()
    await expect(name).to_have_attribute("aria-current", "false")
    await lamp.says("while it was away")
    await name.get_by_label("1 new").wait_for()
    await page.reload()
    await expect(page.get_by_role("region", name="Ilmari’s phone")).to_be_visible()
    await expect(vera).to_be_hidden()
    await name.click()
    await expect(vera).to_be_visible()
    await expect(vera).to_be_focused()
    await expect(name).to_have_text("Vera")


async def test_the_page_says_when_the_sandbox_has_stopped_and_notices_the_next(
    page: Page, telegram: Telegram
) -> None:
    await page.route("**/sim/**", lambda route: route.abort())
    telegram.change()
    notice = page.get_by_role("alert")
    await expect(notice).to_contain_text("The sandbox has stopped.")
    await page.get_by_role("button", name="+1 min").click()
    await page.unroute("**/sim/**")
    await expect(notice).to_be_hidden()
    await expect(page.get_by_text("/start")).to_be_visible()
