"""What a reader can tell of an answer by one tap: counted, without who they are."""

from enum import StrEnum
from typing import Final


class Tally(StrEnum):
    """What is counted, about an answer, a rule of deadlines or, of questions without an answer,
    a section."""

    CLEAR = "clear"
    UNCLEAR = "unclear"
    FIGURE = "figure"
    """A number, a sum or a date in it is wrong."""
    SOURCE = "source"
    """A link or a source does not work, or says something else."""
    PAPERS = "papers"
    """It is otherwise in the reader's own papers."""
    MISTAKE = "mistake"
    """Something else in it is wrong."""
    UNANSWERED = "unanswered"
    PAPER_DIFFERS = "paper-differs"
    """A rule gives another day than somebody's own paper: one that we call confirmed, or one whose
    most the paper goes beyond."""


MISTAKES: Final = (Tally.FIGURE, Tally.SOURCE, Tally.PAPERS, Tally.MISTAKE)
"""What may be wrong with an answer."""
SAID_WRONG: Final = (*MISTAKES, Tally.PAPER_DIFFERS)
"""What editors see to: of answers and, the last, of rules of deadlines."""

NOWHERE: Final = "-"
"""In place of a section, where a question was like nothing that is written or planned."""
