"""No figure about people is so small that it could point at one of them."""

import pytest

from bot.core.figures import figure


@pytest.mark.parametrize(("count", "shown"), [(0, None), (1, None), (4, None), (5, 5), (99, 99)])
def test_fewer_than_five_are_not_told(count: int, shown: int | None) -> None:
    assert figure(count) == shown
