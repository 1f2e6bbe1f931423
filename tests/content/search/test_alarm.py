"""What is an emergency, and what only sounds like one. Lists: tests/search/*.txt."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.content.search import alarm as module
from bot.content.search.alarm import Danger, alarm

LISTS = Path(__file__).parents[2] / "search"
DATA = Path(module.__file__).parent


def listed(name: str) -> list[str]:
    return (LISTS / f"{name}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("language", ["ru", "fi"])
def test_emergencies_in_many_peoples_words_are_heard(language: str) -> None:
    texts = listed(f"emergencies_{language}")
    missed = [text for text in texts if not alarm(text)]
    assert len(missed) <= len(texts) // 100, missed


def test_finnish_needs_no_dots() -> None:
    for text in [*listed("emergencies_fi"), *listed("near_fi")]:
        bare = text.translate(str.maketrans("äöåÄÖÅ", "aoaAOA"))
        assert alarm(bare) == alarm(text), text


@pytest.mark.parametrize("language", ["ru", "fi"])
def test_what_only_sounds_like_one_frightens_nobody(language: str) -> None:
    texts = listed(f"near_{language}")
    false = [text for text in texts if alarm(text)]
    assert len(false) <= len(texts) // 100, false


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("меня задержали, я в машине полиции", Danger.DETENTION),
        ("poliisi on oven takana", Danger.DETENTION),
        ("завтра депортация", Danger.REMOVAL),
        ("meidät viedään lentokentälle yöllä", Danger.REMOVAL),
        ("не хочу больше жить", Danger.SELF_HARM),
        ("haluan kuolla", Danger.SELF_HARM),
        ("если откажут, я убью себя", Danger.SELF_HARM),
        ("jos tulee kielteinen, tapan itseni", Danger.SELF_HARM),
        ("муж бьёт меня", Danger.VIOLENCE),
        ("mies lyö minua", Danger.VIOLENCE),
        ("ребёнок не дышит", Danger.MEDICAL),
        ("vauva ei hengitä", Danger.MEDICAL),
        ("за мной следят", Danger.FOLLOWED),
        ("minua seurataan", Danger.FOLLOWED),
        ("хозяин забрал паспорт и не выпускает", Danger.HELD),
        ("pomo otti passin eikä päästä lähtemään", Danger.HELD),
        ("пожар", Danger.OTHER),
        ("apua", Danger.OTHER),
    ],
)
def test_the_kind_of_danger_says_which_help_comes_first(text: str, danger: Danger) -> None:
    heard = alarm(text)
    assert heard
    assert heard.danger is danger


@pytest.mark.parametrize(
    "text",
    [
        "меня задрежали",
        "зодержали мужа что делоть",
        "памагите миня бьют",
        "не хачу жыть",
        "нехочу жить",
        "депортцаия сгодня вечером",
        "помогиииите",
        "НЕ ХОЧУ ЖИТЬ",
        "mies lyo minua",
        "poliiis pidättivä meidät",
        "enjaksa enää elää",
    ],
)
def test_slips_and_spelling_by_ear_are_forgiven(text: str) -> None:
    assert alarm(text)


@pytest.mark.parametrize(
    "text",
    [
        "help, полиция забрала мою жену",
        "apua меня бьёт муж",
        "полиция pidätti minut",
        "please help, mies lyö",
        "my wife is not breathing",
        "🆘",
        "112",
    ],
)
def test_languages_may_be_mixed(text: str) -> None:
    assert alarm(text)


@pytest.mark.parametrize(
    ("urgent", "calm"),
    [
        ("меня задержали на улице", "меня задержали в 2022 году на митинге"),
        ("муж бил меня, сейчас опять придёт", "муж бил меня три года назад"),
        ("умираю, помогите", "умираю от скуки"),
        ("полиция придёт за мной сегодня", "может ли полиция прийти за мной"),
        ("завтра депортация", "статья про депортацию"),
        ("poliisi otti mieheni kiinni", "voidaanko mieheni ottaa kiinni"),
        ("mies löi minua äsken", "mies löi minua kolme vuotta sitten"),
        ("kuolen, auttakaa", "kuolen tylsyyteen"),
        ("huomenna käännytys", "mitä tapahtuu, jos joskus tulee käännytys"),
        ("помогите", "помогите заполнить анкету"),
        ("apua", "apua, en pääse kirjautumaan"),
        ("не хочу жить", "не хочу жить в этом центре"),
    ],
)
def test_long_ago_what_if_and_figures_of_speech_take_the_alarm_away(urgent: str, calm: str) -> None:
    assert alarm(urgent)
    assert not alarm(calm)


def test_nothing_that_was_typed_is_in_the_reasons() -> None:
    heard = alarm("Меня, Сидора Цветкова, задержали на улице Вилхонкату")
    assert heard
    assert heard.because == ("@arrested @someone !@delayed",)


@pytest.mark.parametrize("text", ["", "   ", "?!", "...", "👍", "как получить карту"])
def test_nothing_is_nothing(text: str) -> None:
    assert alarm(text) is None


def test_every_group_has_words_and_a_use() -> None:
    tables = [tomllib.loads(path.read_text("utf-8")) for path in DATA.glob("alarm*.toml")]
    words = [str(table["groups"]) for table in tables]
    patterns = [
        str({name: rest for name, rest in table.items() if name != "groups"}) for table in tables
    ]
    code = Path(module.__file__).read_text("utf-8")
    named = {f"@{name}" for table in tables for name in table["groups"]}
    used = set(re.findall(r"@[a-z-]+", " ".join([*words, *patterns])))
    assert used <= named
    assert named - used - set(re.findall(r"@[a-z-]+", code)) == {"@harmless"}
