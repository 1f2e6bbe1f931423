"""Samples of the screens of the process. Its words are digits: no catalogue holds what translators
write in files of their own."""

from datetime import date
from functools import partial
from itertools import product
from typing import Final

from markupsafe import Markup, escape

from bot.content.check_process import LONGEST_LAW
from bot.content.facts import Source
from bot.content.markdown import UNCONFIRMED
from bot.content.process import OF_LAW, About, Piece, Process, Told
from bot.core.languages import Language
from bot.core.stages import Event, Law, Phase, Stage
from bot.emigre.process import screens as standing
from bot.ui.screen import Screen
from bot.ui.words import Translator
from tests.ui.rooms import FLAT, OUTSIDE, Room
from tests.ui.samples import AFTER, ARTICLE, BEFORE, URL

EVENTS: Final = {Stage.REFUSED: Event.LODGING, Stage.TRANSFER: Event.REGISTRATION}


def told(stage: Stage, language: Language) -> Told:
    """Return a text as long as one may be."""
    pieces = {
        Piece.WHO: escape("7 & <7>"),
        Piece.LONG: escape("7" * 50) + UNCONFIRMED,
        Piece.NOW: Markup("1. 7\n2. 7"),
    }
    laws = {piece: escape("7" * LONGEST_LAW) for piece in OF_LAW.values()}
    return Told(
        stage=stage,
        language=language,
        meaning=escape("7" * 440),
        pieces={**pieces, **(laws if stage in EVENTS else {})},
        sources=[Source(title="1 & 2", url=URL, says="<3>")] * 9,
        uncited=[],
        cites=[],
        facts={},
        unconfirmed=[],
        links=[],
    )


def about(stage: Stage) -> About:
    """Return what goes with it."""
    return About(
        articles=("lawyer",),
        decides=EVENTS.get(stage),
        checked=date(2026, 11, 26),
        check_again=date(2027, 1, 26),
    )


PROCESS: Final = Process(
    {stage: about(stage) for stage in Stage},
    {},
    [told(stage, language) for stage, language in product(Stage, Language)],
    {},
)


def seen(
    stage: Stage, tr: Translator, *, answers: int, is_mine: bool = False, today: date = BEFORE
) -> Screen:
    """Return a stage with so many answers."""
    them = [ARTICLE] * answers
    return standing.stage_screen(standing.Seen(PROCESS, stage, them, is_mine, today), tr)


PROCESS_ROOMS: Final = (
    Room(
        standing,
        frozenset({OUTSIDE, FLAT}),
        {
            standing.stages_screen: [
                partial(standing.stages_screen, None),
                partial(standing.stages_screen, Stage.KHO),
            ],
            standing.phase_screen: [
                *(partial(standing.phase_screen, phase, None) for phase in Phase),
                partial(standing.phase_screen, Phase.COURT, Stage.KHO),
            ],
            standing.stage_screen: [
                partial(seen, Stage.REFUSED, answers=3),
                partial(seen, Stage.NOTIFYING, answers=2, is_mine=True, today=AFTER),
                partial(seen, Stage.LEFT, answers=0),
            ],
            standing.laws_screen: [
                partial(standing.laws_screen, PROCESS, stage, event, laws)
                for stage, event in EVENTS.items()
                for laws in (list(Law), [Law.NEW])
            ],
            standing.answers_screen: [
                partial(standing.answers_screen, Stage.REFUSED, [ARTICLE] * 6)
            ],
            standing.sources_screen: [
                partial(standing.sources_screen, PROCESS, Stage.REFUSED, number)
                for number in (0, 1)
            ],
        },
    ),
)
