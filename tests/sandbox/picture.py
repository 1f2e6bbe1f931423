"""Takes the picture in README: `.venv/bin/python -m tests.sandbox.picture docs/sandbox.png`."""

import re
import sys
from pathlib import Path

from tests.sandbox.window import Window, chromium, sandbox, window_of

QUESTION = "Мне отказали. Письмо пришло вчера. Можно ли ещё что-то сделать?"
ANSWER = (
    "Да, решение можно обжаловать. Срок написан в нём самом, на листе «Valitusosoitus»."
    " Какая там дата? Имён не пишите."
)
THANKS = "Нашла, сейчас посмотрю. Спасибо!"


def play(window: Window) -> None:
    """Let a question go over, and an answer come back."""
    vera, ilmari, nina = (window.phone(name) for name in ("Vera", "Ilmari", "Nina"))
    for phone in (window.phone(name) for name in ("Olli", "Kaisa")):
        phone.taps("Suomi")
        phone.sees("Tervetuloa tiimiin.")
        phone.taps("Näin toimimme")
        phone.taps("Suostun")
    ilmari.taps("Suomi")
    ilmari.taps("Alkuun")
    for phone in (nina, window.phone("Marina")):
        phone.taps("Русский")
        phone.sees("Добро пожаловать в команду.")
        phone.taps("Как мы работаем")
        phone.taps("Согласиться")
    vera.taps("Русский")
    vera.taps("Главное меню")
    vera.taps("Спросить человека")
    vera.taps("Да, согласиться")
    vera.sees("Напишите вопрос здесь")
    vera.says(QUESTION)
    vera.taps("Отправить")
    nina.taps("Взять")
    nina.goes_to(re.compile("^[A-Z0-9]{5} · "))
    nina.sees(QUESTION)
    nina.says(ANSWER)
    vera.sees(ANSWER)
    vera.says(THANKS)
    nina.sees(THANKS)
    vera.sees("Передаём.")
    for name in ("Olli", "Kaisa"):
        window.phone(name).sees("on jo otettu")


def main(target: Path) -> None:
    """Play, and take the picture."""
    with sandbox() as stage, chromium() as browser, window_of(browser, stage.address) as window:
        window.page.set_viewport_size({"width": 1740, "height": 900})
        play(window)
        window.page.mouse.move(0, 0)
        window.page.evaluate("document.activeElement.blur()")
        window.page.screenshot(path=target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
