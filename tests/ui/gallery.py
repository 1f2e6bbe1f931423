"""Every screen, receipt and letter, drawn from sample data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.core.languages import Language
from bot.core.outgoing import Letter
from bot.ui.words import Translator, translator
from tests.ui.broadcast_rooms import BROADCAST_ROOMS
from tests.ui.case_rooms import CASE_ROOMS
from tests.ui.company_rooms import COMPANY_ROOMS
from tests.ui.coordination_rooms import COORDINATION_ROOMS
from tests.ui.date_rooms import DATE_ROOMS
from tests.ui.emigre_rooms import EMIGRE_ROOMS
from tests.ui.eyes_rooms import EYES_ROOMS
from tests.ui.note_rooms import NOTE_ROOMS
from tests.ui.process_rooms import PROCESS_ROOMS
from tests.ui.question_rooms import QUESTION_ROOMS
from tests.ui.relay_rooms import RELAY_ROOMS
from tests.ui.reminder_rooms import REMINDER_ROOMS
from tests.ui.rooms import Drawn
from tests.ui.team_rooms import TEAM_ROOMS

ROOMS: Final = (
    *EMIGRE_ROOMS,
    *QUESTION_ROOMS,
    *PROCESS_ROOMS,
    *CASE_ROOMS,
    *DATE_ROOMS,
    *REMINDER_ROOMS,
    *TEAM_ROOMS,
    *COORDINATION_ROOMS,
    *BROADCAST_ROOMS,
    *RELAY_ROOMS,
    *EYES_ROOMS,
    *COMPANY_ROOMS,
    *NOTE_ROOMS,
)


@dataclass(frozen=True)
class Picture:
    """One drawing, and where it is seen (as `Room` has it)."""

    room: str
    """The module that draws it."""
    name: str
    seen_at: frozenset[str]
    is_home: bool
    drawn: Drawn

    @property
    def text(self) -> str:
        return str(self.drawn.text)

    @property
    def keyboard(self) -> list[list[dict[str, str]]]:
        letter = self.drawn if isinstance(self.drawn, Letter) else self.drawn.letter()
        return letter.keyboard or []

    @property
    def labels(self) -> list[str]:
        return [key["text"] for row in self.keyboard for key in row]

    @property
    def callbacks(self) -> list[str]:
        """Return what the buttons carry, links left out."""
        return [key["callback_data"] for row in self.keyboard for key in row if "url" not in key]


def gallery(tr: Translator) -> Iterator[Picture]:
    """Yield everything that can be drawn."""
    for room in ROOMS:
        for function, samples in room.samples.items():
            for sample in samples:
                drawn = sample(tr)
                for each in drawn if isinstance(drawn, Sequence) else [drawn]:
                    yield Picture(
                        room=room.name,
                        name=function.__name__,
                        seen_at=room.seen_at,
                        is_home=room.is_home,
                        drawn=each,
                    )


@cache
def hung(language: Language) -> tuple[Picture, ...]:
    """Return the gallery in one language: drawn when a test wants it, not by all who collect."""
    return tuple(gallery(translator(language)))
