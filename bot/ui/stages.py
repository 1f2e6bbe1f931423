"""What the stages are called."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from bot.core.stages import Stage
from bot.ui.words import Translator, mark

NAMES: Final[Mapping[Stage, str]] = {
    Stage.BEFORE: mark("Not applied yet"),
    Stage.LODGED: mark("Waiting for the interview"),
    Stage.INTERVIEWED: mark("Waiting for Migri's decision"),
    Stage.GRANTED: mark("A permit to stay"),
    Stage.REFUSED: mark("Refused, not appealed yet"),
    Stage.APPEALED: mark("Appealed, waiting for the court"),
    Stage.KHO: mark("In the Supreme Administrative Court (KHO)"),
    Stage.FINAL: mark("The last appeal is lost"),
}


def stage_name(stage: Stage, tr: Translator) -> Markup:
    """Return the stage's name in the reader's language."""
    return tr(NAMES[stage])
