"""What an answer and the text of a stage have in common, for what is checked of both alike."""

from collections.abc import Sequence
from typing import Protocol

from markupsafe import Markup

from bot.content.articles import Part
from bot.content.facts import Facts, Source
from bot.core.languages import Language


class Writing(Protocol):
    """A text in one language."""

    @property
    def slug(self) -> str:
        """What it is called in every language."""

    @property
    def language(self) -> Language:
        """In which it is written."""

    @property
    def where(self) -> str:
        """Where its file stands, for who mends it."""

    @property
    def title(self) -> str:
        """What stands above it; may be empty."""

    @property
    def lead(self) -> Markup:
        """What stands before its parts."""

    @property
    def parts(self) -> Sequence[Part]:
        """The rest."""

    @property
    def sources(self) -> Sequence[Source]:
        """Where it was read."""

    @property
    def facts(self) -> Facts:
        """What it uses by its name."""

    @property
    def unconfirmed(self) -> Sequence[str]:
        """Its sentences that nobody has confirmed."""


class Writings(Protocol):
    """Texts of one kind, in all languages."""

    @property
    def facts(self) -> Facts:
        """All that is known by a name."""

    def all(self) -> Sequence[Writing]:
        """Return every text, one language after the other."""

    def all_in(self, language: Language) -> Sequence[Writing]:
        """Return every text in a language."""

    def article(self, slug: str, language: Language) -> Writing | None:
        """Return one text, if there is such a one."""
