"""What must hold of the process before it is shown to anybody."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from markupsafe import Markup

from bot.content.certain import mistakes_of_certainty
from bot.content.library import Library
from bot.content.links import mistakes_of_links
from bot.content.process import OF_LAW, Piece, Process, Told
from bot.content.twins import mistakes_of_marks, mistakes_of_numbers

LONGEST_LAW: Final = 330
"""Letters about one of the two laws: both stand on one screen."""
LONGEST_SOURCE: Final = 280
ON_ITS_SCREEN: Final = (Piece.WHO, Piece.LONG, Piece.NOW)


def mistakes_in_process(made: Process, articles: Library) -> Iterator[str]:
    """Yield a sentence for each thing of the stages that must be mended."""
    planned = set(chain.from_iterable(articles.order.values()))
    for stage, about in made.about.items():
        if not about.checked < about.check_again:
            yield f"process/stages.toml: {stage}: check_again must be later than checked"
        for slug in sorted(set(about.articles) - planned):
            yield f"process/stages.toml: {stage}: names {slug}, which no section has"
    yield from _unused(made)
    for told in made.all():
        for mistake in chain(_of(told, two_laws=bool(made.about[told.stage].decides))):
            yield f"{told.where}: {mistake}"
    yield from mistakes_of_numbers(made)
    yield from mistakes_of_marks(made)
    yield from mistakes_of_links(made)
    yield from mistakes_of_certainty(made)


def _unused(made: Process) -> Iterator[str]:
    used = set(chain.from_iterable(told.cites for told in made.all()))
    for name in sorted(made.cited.keys() - used):
        yield f"process/sources.toml: no stage cites {name}"
    for name, page in made.cited.items():
        for each in (page.ru, page.fi):
            if len(each.title + each.says) > LONGEST_SOURCE:
                yield f"process/sources.toml: {name}: more than {LONGEST_SOURCE} letters"


def _of(told: Told, *, two_laws: bool) -> Iterator[str]:
    wanted = {*ON_ITS_SCREEN, *(OF_LAW.values() if two_laws else ())}
    for piece in sorted(wanted - told.pieces.keys()):
        yield f"“## {piece}” is missing"
    for piece in sorted(told.pieces.keys() - wanted):
        yield f"“## {piece}” is written, but stages.toml does not say what decides between laws"
    for number in told.uncited:
        yield f"source {number} is never cited: write [{number}] where the text rests on it"
    for slug in told.links:
        yield f"links to {slug}: name it among the articles in stages.toml instead"
    for piece in OF_LAW.values():
        if (letters := _letters_in(told.pieces.get(piece, Markup()))) > LONGEST_LAW:
            yield f"“## {piece}” has {letters} letters, more than {LONGEST_LAW}"


def _letters_in(text: Markup) -> int:
    return len(text.striptags())
