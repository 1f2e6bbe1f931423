"""Words for people, in their language. The language is an argument, never ambient."""

import gettext
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final, Protocol

from babel.dates import format_date, format_skeleton, format_time, format_timedelta
from babel.numbers import format_decimal
from markupsafe import Markup

from bot.core.clock import HELSINKI
from bot.core.languages import Language
from bot.files import folder

DOMAIN: Final = "bot"


class Catalogue(Protocol):
    """What a translator needs of a gettext catalogue."""

    def gettext(self, message: str) -> str:
        """Return the translation of `message`."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation that goes with the number `n`."""


class Translator:
    """Speaks one language. Message ids are whole English sentences with named places.

    What it returns is Telegram's HTML: catalogues may hold tags, values never can.
    """

    def __init__(self, language: Language, catalogue: Catalogue) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, message: str, **values: object) -> Markup:
        """Return `message` in this language, with escaped `values` in its places."""
        return Markup(self._catalogue.gettext(message)).format(**values)  # noqa: S704 - our own words

    def plural(self, one: str, many: str, n: int) -> Markup:
        """Return the form of a message that goes with the number `n`, which fills {n}."""
        return Markup(self._catalogue.ngettext(one, many, n)).format(n=n)  # noqa: S704 - our own words

    def day(self, day: date) -> str:
        """Return a day with its month in letters."""
        return format_date(day, format="long", locale=self.language.value)

    def full_day(self, day: date) -> str:
        """Return a day with its weekday and its month in letters."""
        return format_date(day, format="full", locale=self.language.value)

    def time(self, moment: datetime) -> str:
        """Return the hour and minute of a moment (aware), in Helsinki."""
        language = self.language.value
        return format_time(moment, format="short", tzinfo=HELSINKI, locale=language)

    def short_day(self, day: date) -> str:
        """Return a day and its month, as short as it goes on a button."""
        return format_skeleton("dMMM", day, locale=self.language.value)

    def number(self, number: int) -> str:
        """Return a number with its thousands apart."""
        return format_decimal(number, locale=self.language.value)

    def span(self, span: timedelta) -> str:
        """Return how long something takes or took, roughly."""
        return format_timedelta(span, granularity="minute", locale=self.language.value)


def capital(words: Markup) -> Markup:
    """Return words that stand within sentences as a line or a button begins with them."""
    return words[:1].upper() + words[1:]


def mark(message: str) -> str:
    """Mark a message that is translated later, where the language is known."""
    return message


@cache
def translator(language: Language) -> Translator:
    """Return the translator of a language. Raises FileNotFoundError if it is not compiled."""
    catalogue = gettext.translation(DOMAIN, folder("locales"), [language.value])
    return Translator(language, catalogue)
