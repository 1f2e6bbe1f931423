"""The committed alarm is what its examples teach today."""

from bot.content.search import alarm
from bot.core.languages import Language
from deploy import learning
from deploy.learning import Example

RU = Language.RUSSIAN


def test_it_was_learned_from_the_examples_as_they_are() -> None:
    learned_from = alarm.FILE.read_bytes()[: alarm.DIGEST]
    assert learned_from == learning.digest(), "python3 deploy/dev.py alarm"


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


def test_slips_are_slips_and_always_the_same() -> None:
    text = "меня задержали на улице, помогите пожалуйста"
    assert learning.slipped(text) == learning.slipped(text) != text
    assert abs(len(learning.slipped(text)) - len(text)) < 10
