"""What may be wrong with an answer or a rule, in the words that readers and editors see."""

from collections.abc import Mapping
from typing import Final

from bot.core.readers import Tally
from bot.ui.words import Translator, mark

NAMES: Final[Mapping[Tally, str]] = {
    Tally.FIGURE: mark("A number or a date"),
    Tally.SOURCE: mark("A link or a source"),
    Tally.PAPERS: mark("My papers say otherwise"),
    Tally.MISTAKE: mark("Something else"),
    Tally.PAPER_DIFFERS: mark("A paper gives other days"),
}


def mistake_name(what: Tally, tr: Translator) -> str:
    """Return what is wrong, in the reader's language. Raises KeyError for what is no mistake."""
    return tr(NAMES[what])
