"""Somebody with a phone who reads their own language: journeys that are the same in both."""

from typing import Any, Final

from babel.messages.pofile import read_po

from bot import files
from bot.core.languages import Language
from bot.core.stages import Stage, phase_of
from bot.ui.stages import phase_name, stage_name
from bot.ui.words import Translator, translator
from tests.town import Phone, Town

with files.folder("locales").joinpath("bot.pot").open("rb") as template:
    KNOWN: Final = frozenset(
        each
        for message in read_po(template)
        for each in (message.id if isinstance(message.id, tuple) else [message.id])
    )
"""Every message of ours. One that nobody says any more would never be seen: nor be missed."""


class Speaker:
    """A phone whose owner looks for what stands on it by its meaning."""

    def __init__(self, phone: Phone, language: Language) -> None:
        self.phone = phone
        self.language = language
        self.tr: Translator = translator(language)

    def words(self, message: str, **values: object) -> str:
        """Return a message as it is read. A message that nobody says any more is a mistake."""
        assert message in KNOWN, f"nothing says this: {message}"
        return str(self.tr(message, **values).striptags())

    async def taps(self, *messages: str) -> None:
        """Tap one button after the other."""
        for message in messages:
            await self.phone.taps(self.words(message))

    async def sees(self, message: str, **values: object) -> dict[str, Any]:
        """Wait for words."""
        return await self.phone.sees(self.words(message, **values))

    async def says(self, text: str, *, then: str) -> None:
        """Type something, and wait for words of the answer."""
        self.phone.says(text)
        await self.sees(then)

    async def opens_case(self) -> None:
        """Open one's own case, from a home that stands beneath all that was shown."""
        shown = len(self.phone.from_bot)
        self.phone.says("/start")
        await self.phone.until(lambda: len(self.phone.from_bot) > shown)
        await self.taps("My case")

    async def moves_to(self, stage: Stage, label: str = "Change the stage") -> None:
        """Say at which stage one's case stands now; when it began, is not known."""
        await self.opens_case()
        await self.taps(label)
        offered, other = str(stage_name(stage, self.tr)), self.words("Another stage")
        phase = str(phase_name(phase_of(stage), self.tr))
        shown = await self.phone.one_of(offered, other, phase)
        if shown == other:
            await self.phone.taps(other)
        if shown != offered:
            await self.phone.taps(phase)
        await self.phone.taps(offered)
        await self.taps("I do not know")

    def shows(self) -> str:
        """Return what the latest message says."""
        return str(self.phone.from_bot[-1]["text"])


async def speaker(town: Town, language: str) -> Speaker:
    """Return an émigré who is at home."""
    return Speaker(await town.emigre(language), Language(language))
