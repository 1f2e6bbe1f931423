"""The whole story told through the page; where it matters, with topics and with one flat bot."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.sandbox.window import Phone, Sandbox, Window, chromium, sandbox, window_of

pytestmark = pytest.mark.browser
with_topics_and_flat = pytest.mark.parametrize("window", ["topics", "flat"], indirect=True)

HOSTILE = "<img src=x onerror=\"document.title='Hacked'\"> <b>&amp;"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all that is told here: the stories share no page."""
    with chromium() as started:
        yield started


class Stages:
    """One sandbox of each kind for all stories; each story finds it as new."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._known: dict[bool, Sandbox] = {}

    def set_for(self, *, flat: bool) -> str:
        """Start a sandbox, or let the one there is begin afresh; return its address."""
        if flat in self._known:
            self._known[flat].begins_afresh()
        else:
            self._known[flat] = self._stack.enter_context(sandbox(*["--flat"] * flat))
        return self._known[flat].address


@pytest.fixture(scope="module")
def stages() -> Iterator[Stages]:
    with ExitStack() as stack:
        yield Stages(stack)


@pytest.fixture
def window(request: pytest.FixtureRequest, stages: Stages, browser: Browser) -> Iterator[Window]:
    """Return the page of a fresh sandbox."""
    flat = getattr(request, "param", "topics") == "flat"
    with window_of(browser, stages.set_for(flat=flat), flat=flat) as opened:
        yield opened


def arrive(window: Window) -> tuple[Phone, Phone]:
    """Let one who asks and one who answers choose their languages."""
    vera, olli = window.phone("Vera"), window.phone("Olli")
    vera.taps("Русский")
    vera.sees("Здесь волонтёры помогают")
    olli.taps("Suomi")
    olli.sees("Tervetuloa tiimiin.")
    olli.taps("Näin toimimme")
    olli.taps("Suostun")
    return vera, olli


def asks(vera: Phone, question: str) -> None:
    vera.taps("Главное меню")
    vera.taps("Спросить человека")
    vera.taps("Да, согласиться")
    vera.sees("Напишите вопрос здесь")
    vera.says(question)
    vera.sees("Будет отправлено:")
    vera.taps("Отправить")
    vera.sees("Ваш вопрос отправлен. Его код")


def takes(olli: Phone, question: str, window: Window) -> None:
    """Take what is offered, and go to where it is: its topic, or further down in the chat."""
    olli.taps("Ota kysymys")
    olli.sees("on nyt sinulla")
    if not window.flat:
        topic = olli.screen.get_by_role("navigation", name="Topics").get_by_role("button").last
        expect(topic).to_contain_text(re.compile(r"\w{5} · "))
        new = topic.locator(".mark")
        expect(new).to_have_text("3")
        olli.loses(question)
        topic.click()
        expect(new).to_have_count(0)
    olli.sees(question)


def answers(olli: Phone, question: str, answer: str, window: Window) -> None:
    if window.flat:
        olli.signs(question, "Reply")
    olli.says(answer)
    olli.sees("Viesti on matkalla.")


@with_topics_and_flat
def test_a_question_its_answer_and_what_follows(window: Window) -> None:
    vera, olli = arrive(window)
    asks(vera, "Мне отказали. Что делать?")
    takes(olli, "Мне отказали. Что делать?", window)
    answers(olli, "Мне отказали. Что делать?", "Voit valittaa.", window)
    vera.sees("Voit valittaa.")

    vera.says("А срок?")
    olli.sees("А срок?")
    vera.signs("А срок?", "Edit")
    expect(vera.field).to_have_value("А срок?")
    vera.says("А срок какой?")
    olli.sees("А срок какой?")
    expect(olli.message("А срок какой?")).to_contain_text("(muutettu)")

    vera.signs("Voit valittaa.", "Delete on both sides")
    vera.loses("Voit valittaa.")


def test_hostile_text_is_shown_as_text(window: Window) -> None:
    vera, olli = arrive(window)
    asks(vera, HOSTILE)
    takes(olli, HOSTILE, window)
    for phone in (vera, olli):
        assert phone.screen.locator(".chat img").count() == 0
    assert window.page.title() == "Majakka sandbox"


@with_topics_and_flat
def test_who_blocks_the_bot_gets_nothing_until_they_come_back(window: Window) -> None:
    vera, olli = arrive(window)
    asks(vera, "Вопрос")
    takes(olli, "Вопрос", window)
    vera.chooses("More", "Block the bot")
    expect(vera.field).to_be_hidden()
    answers(olli, "Вопрос", "Vastaus", window)
    vera.loses("Vastaus")
    vera.taps("Unblock")
    vera.sees("Vastaus")
    expect(vera.field).to_be_visible()


def test_who_asks_reaches_the_desk_in_a_quiet_way(window: Window) -> None:
    vera, olli = window.phone("Vera"), window.phone("Olli")
    expect(olli.bots).to_have_count(2)
    expect(vera.bots).to_have_count(1)
    vera.chooses("More", "Go to ")
    expect(vera.bots).to_have_count(2)
    expect(vera.bots.last).to_have_attribute("aria-current", "true")
    vera.taps("Start")
    vera.sees("Выберите язык.")


@with_topics_and_flat
def test_an_invitation_is_given_by_its_link(window: Window) -> None:
    kaisa, ilmari = window.phone("Kaisa"), window.phone("Ilmari")
    kaisa.taps("Suomi")
    kaisa.taps("Alkuun")
    ilmari.taps("Suomi")
    kaisa.taps("Tiimi")
    kaisa.taps("Kutsu vapaaehtoinen")
    link = kaisa.sees("Anna tämä linkki").get_by_role("link")
    ilmari.screen.get_by_label("More").click()
    ilmari.screen.get_by_label("Open a link").fill(link.inner_text())
    ilmari.screen.get_by_label("Open a link").press("Enter")
    ilmari.sees("Tervetuloa tiimiin.")

    link.click()
    kaisa.sees("/start ")
    kaisa.sees("Tämä linkki ei enää toimi")


def test_both_coordinators_see_the_same_in_their_own_language(window: Window) -> None:
    kaisa, marina = window.phone("Kaisa"), window.phone("Marina")
    for phone, language, home, queue in (
        (kaisa, "Suomi", "Alkuun", "Jono"),
        (marina, "Русский", "Главное меню", "Очередь"),
    ):
        expect(phone.screen).to_contain_text("coordinator")
        phone.taps(language)
        phone.taps(home)
        expect(phone.screen.get_by_role("button", name=queue)).to_be_visible()


def test_what_is_not_text_is_refused_kindly(window: Window) -> None:
    vera = window.phone("Vera")
    vera.taps("Русский")
    vera.field.fill("Подпись к снимку")
    vera.chooses("Send something else", "photo")
    expect(vera.sees("Подпись к снимку")).to_contain_text("Photo")
    vera.sees("Этого никто не увидел: пока передаётся только текст.")
    expect(vera.field).to_have_value("")
    for kind in ("sticker", "voice", "document", "video note", "location", "contact"):
        vera.chooses("Send something else", kind)
    for words, count in (
        ("Этого никто не увидел: пока передаётся только текст.", 4),
        ("видео мы не передаём никогда", 1),
        ("места на карте мы не передаём никогда", 1),
        ("контакты мы не передаём никогда", 1),
    ):
        expect(vera.all_that_say(words)).to_have_count(count)


def test_a_file_of_ones_own_is_sent_and_refused_as_kindly(window: Window, tmp_path: Path) -> None:
    refused = "Этого никто не увидел: пока передаётся только текст."
    vera = window.phone("Vera")
    vera.taps("Русский")
    vera.sees("Здесь волонтёры помогают")
    letter = tmp_path / "Päätös.pdf"
    letter.write_bytes(b"a letter")
    vera.field.fill("Вот решение")
    vera.sends_file("Choose a file…", letter)
    sent = vera.sees("Вот решение").get_by_role("link", name="Päätös.pdf")
    vera.sees(refused)
    with window.page.expect_download() as download:
        sent.click()
    assert download.value.suggested_filename == "Päätös.pdf"
    assert download.value.path().read_bytes() == b"a letter"
    picture = tmp_path / "me.png"
    window.page.screenshot(path=picture, clip={"x": 0, "y": 0, "width": 40, "height": 40})
    vera.sends_file("Choose a picture…", picture)
    expect(vera.messages.locator("img")).to_be_visible()
    voice = tmp_path / "a.ogg"
    voice.write_bytes(b"a voice")
    vera.sends_file("Choose a recording…", voice)
    expect(vera.screen.locator(".mine", has_text="Voice message, 3 s")).to_be_visible()
    expect(vera.all_that_say(refused)).to_have_count(3)


def test_the_clock_and_the_log(window: Window) -> None:
    page, vera = window.page, window.phone("Vera")
    # two days on, Telegram has dropped what the bot had not fetched: let it fetch first
    expect(vera.screen.get_by_role("button", name="Русский")).to_be_visible()
    clock = page.get_by_role("form", name="The clock that the bot goes by")
    before = clock.get_by_role("time").inner_text()
    clock.get_by_label("How many").fill("2")
    clock.get_by_role("button", name="Move on").click()
    expect(clock.get_by_role("time")).not_to_have_text(before)
    page.get_by_text("Backstage").click()
    calls = page.get_by_role("list", name="Calls, newest first").get_by_role("listitem")
    expect(calls.filter(has_text="sendMessage → Vera ok").first).to_be_visible()
    expect(calls.filter(has_text="getUpdates", visible=True)).to_have_count(0)
    page.get_by_label("hide getUpdates and answerCallbackQuery").uncheck()
    expect(calls.filter(has_text="getUpdates").first).to_be_visible()
    page.get_by_text("sendMessage → Vera").first.click()
    expect(page.get_by_text('"chat_id": 5000000001').first).to_be_visible()


def test_trouble_is_ordered_met_and_taken_back(window: Window) -> None:
    page, vera = window.page, window.phone("Vera")
    vera.taps("Русский")
    vera.sees("Здесь волонтёры помогают")
    page.get_by_text("Backstage").click()
    page.get_by_label("In whose chat").select_option(label="Vera")
    waiting = page.get_by_role("list", name="Trouble that waits").get_by_role("listitem")
    page.get_by_role("button", name="Order it").click()
    expect(waiting).to_contain_text("sendMessage, Vera, 1×")
    vera.says("Кто вы?")
    expect(waiting).to_have_count(0)
    page.get_by_text("Too Many Requests: retry after 30").first.wait_for()
    page.get_by_role("button", name="+1 min").click()
    vera.sees("Это бот: он ищет готовые ответы")
    page.get_by_label("What goes wrong").select_option("lost")
    page.get_by_role("button", name="Order it").click()
    expect(waiting).to_have_text("Done, but the answer is lost: sendMessage, Vera, 1×")
    page.get_by_role("button", name="Clear").click()
    expect(waiting).to_have_count(0)
