"""The committed alarm is what its examples teach today."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.content.search import alarm
from bot.core.languages import Language
from deploy import learning
from deploy.learning import Example

RU = Language.RUSSIAN
SEARCH = alarm.FILE.parent
WEIGH_NOTHING = {"talk"}
"""Modules that say of which texts the weight is not asked."""


def test_it_was_learned_from_the_examples_as_they_are() -> None:
    learned_from = alarm.FILE.read_bytes()[: alarm.DIGEST]
    assert learned_from == learning.digest(), "python3 deploy/dev.py alarm"


def test_all_that_weighs_a_text_is_what_the_weights_are_learned_with() -> None:
    """A change of how letters are read, and not only of the alarm, makes old weights wrong."""
    assert set(_read_by(SEARCH / "alarm.py")) <= set(learning.WEIGHING)


def _read_by(file: Path) -> Iterator[Path]:
    """Yield a module of the search, those that it imports, and their data."""
    yield file
    yield from SEARCH.glob(f"{file.stem}.toml")
    imported = re.findall(r"bot\.content\.search\.(\w+)", file.read_text("utf-8"))
    for name in set(imported) - WEIGH_NOTHING:
        yield from _read_by(SEARCH / f"{name}.py")


def test_a_weight_is_learned_for_what_tells_apart() -> None:
    given = [Example("дом горит", RU, danger=True), Example("дом стоит", RU, danger=False)] * 20
    weights, _ = learning.learn(given)
    burns = alarm.features(["гарит"]) - alarm.features(["стаит"])
    assert all(weights[bucket] > 0 for bucket in burns if weights[bucket])
    assert weights.any()


def test_no_example_stands_on_both_sides() -> None:
    told = {(each.text, each.language) for each in learning.examples() if each.danger}
    calm = [each for each in learning.examples() if not each.danger]
    assert not [each for each in calm if (each.text, each.language) in told]


def test_what_is_misread_is_calm_and_not_what_was_meant() -> None:
    given = list(learning.examples())
    read = [each for example in given for each in learning.misread(example)]
    assert read
    assert not [each for each in read if each.danger or each.language is not RU]
    assert not {each.text for each in read} & {each.text for each in given if each.danger}


def test_slips_are_slips_and_always_the_same() -> None:
    text = "меня задержали на улице, помогите пожалуйста"
    assert learning.slipped(text) == learning.slipped(text) != text
    assert abs(len(learning.slipped(text)) - len(text)) < 10
