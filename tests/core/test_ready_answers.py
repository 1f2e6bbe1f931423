"""A ready answer as it is typed: a title, and a text below it."""

import pytest

from bot.core.ready_answers import (
    LONGEST_READY,
    LONGEST_TITLE,
    Unfit,
    Written,
    read_ready,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Title\nText", Written("Title", "Text")),
        ("\n  Title  \n\n Text\n\nmore \n", Written("Title", "Text\n\nmore")),
        ("Title", Unfit.ONE_LINE),
        ("Title\n \n", Unfit.ONE_LINE),
        ("", Unfit.ONE_LINE),
        ("t" * LONGEST_TITLE + "\nText", Written("t" * LONGEST_TITLE, "Text")),
        ("t" * (LONGEST_TITLE + 1) + "\nText", Unfit.TITLE_TOO_LONG),
        ("Title\n" + "t" * LONGEST_READY, Written("Title", "t" * LONGEST_READY)),
        ("Title\n" + "t" * (LONGEST_READY + 1), Unfit.TOO_LONG),
    ],
)
def test_the_first_line_is_the_title(typed: str, read: Written | Unfit) -> None:
    assert read_ready(typed) == read
