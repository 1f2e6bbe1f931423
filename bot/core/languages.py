"""The two languages that are complete at all times."""

from enum import StrEnum


class Language(StrEnum):
    """A language somebody reads and writes in here."""

    RUSSIAN = "ru"
    FINNISH = "fi"


def other_than(language: Language) -> Language:
    """Return the other of the two."""
    return Language.FINNISH if language is Language.RUSSIAN else Language.RUSSIAN


def suggested(client_language: str | None) -> Language:
    """Guess from the language code of the person's Telegram; they are asked all the same.

    Whoever has neither language on their phone most likely reads Russian: émigrés do.
    """
    is_finnish = client_language is not None and client_language.split("-")[0] == Language.FINNISH
    return Language.FINNISH if is_finnish else Language.RUSSIAN
