"""What is danger now, and what only sounds like it. Measured by `tests.search.report`."""

import pytest

from bot.content.search.alarm import alarm, danger, not_calm, perhaps
from bot.content.search.talk import is_everyday
from bot.core.languages import Language
from deploy.learning import examples
from tests.search.report import pieces, urgent

RU, FI = Language.RUSSIAN, Language.FINNISH

MISSED, FALSE = 0.07, 0.09
"""Of words chosen to be hard: shares that may not grow."""
IN_PIECES = 0.12
"""Of a few calm words that are added to a question: the share at which danger is asked about."""
each_language = pytest.mark.parametrize("language", list(Language))


@each_language
def test_danger_in_words_that_it_did_not_learn_is_heard(language: Language) -> None:
    texts = [each.text for each in urgent(language, unseen=False) if each.danger]
    missed = [text for text in texts if not alarm(text, language)]
    assert len(missed) <= len(texts) * MISSED, missed


@each_language
def test_what_only_sounds_like_danger_seldom_frightens(language: Language) -> None:
    texts = [each.text for each in urgent(language, unseen=False) if not each.danger]
    false = [text for text in texts if alarm(text, language)]
    assert len(false) <= len(texts) * FALSE, false


@each_language
def test_a_piece_of_a_story_is_heard_in_danger_and_seldom_frightens_else(
    language: Language,
) -> None:
    """People write in pieces, and where every other one asked about 112, nobody would read it."""
    said = list(pieces(language))
    false = [each.text for each in said if not each.danger and not_calm(each.text, language)]
    assert [each.text for each in said if each.danger and not not_calm(each.text, language)] == []
    assert len(false) <= sum(not each.danger for each in said) * IN_PIECES, false


def test_finnish_needs_no_dots() -> None:
    for each in urgent(FI, unseen=False):
        bare = each.text.translate(str.maketrans("äöåÄÖÅ", "aoaAOA"))
        assert danger(bare, FI) == pytest.approx(danger(each.text, FI)), each.text


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
        "ne hochu bolshe zhit",
        "ytgjvjubnt vtyz pflth;fkb",
    ],
)
def test_slips_and_spelling_by_ear_are_forgiven_in_russian(text: str) -> None:
    assert alarm(text, RU)


@pytest.mark.parametrize(
    "text", ["mies lyo minua", "poliiis pidättivä meidät", "enjaksa enää elää", "mies lyö mua nyt"]
)
def test_slips_and_spelling_by_ear_are_forgiven_in_finnish(text: str) -> None:
    assert alarm(text, FI)


@each_language
@pytest.mark.parametrize(
    "text",
    [
        "help, полиция забрала мою жену",
        "apua меня бьёт муж",
        "полиция pidätti minut",
        "please help, mies lyö",
        "my wife is not breathing",
        "чоловік мене б'є",
        "🆘",
        "112",
    ],
)
def test_languages_may_be_mixed(text: str, language: Language) -> None:
    assert alarm(text, language)


@pytest.mark.parametrize(
    ("urgent", "calm", "language"),
    [
        ("меня задержали на улице", "меня задержали в 2022 году на митинге", RU),
        ("муж бил меня, сейчас опять придёт", "муж бил меня три года назад", RU),
        ("умираю, помогите", "умираю от скуки", RU),
        ("полиция придёт за мной сегодня", "может ли полиция прийти за мной", RU),
        ("завтра депортация", "статья про депортацию", RU),
        ("poliisi otti mieheni kiinni", "voidaanko mieheni ottaa kiinni", FI),
        ("mies löi minua äsken", "mies löi minua kolme vuotta sitten", FI),
        ("kuolen, auttakaa", "kuolen tylsyyteen", FI),
        ("huomenna käännytys", "mitä tapahtuu, jos joskus tulee käännytys", FI),
        ("помогите", "помогите заполнить анкету", RU),
        ("apua", "apua, en pääse kirjautumaan", FI),
        ("не хочу жить", "не хочу жить в этом центре", RU),
    ],
)
def test_long_ago_what_if_and_figures_of_speech_take_the_alarm_away(
    urgent: str, calm: str, language: Language
) -> None:
    assert alarm(urgent, language)
    assert not alarm(calm, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Помогите!!! Муж ломает дверь... Что делать?", RU), ("Apua! Mies lyö, lapsi huutaa?!", FI)],
)
def test_marks_may_be_left_out(text: str, language: Language) -> None:
    bare = "".join(each for each in text if each.isalnum() or each.isspace())
    assert alarm(text, language)
    assert alarm(bare, language)


def test_one_sentence_of_danger_in_a_long_text_is_heard() -> None:
    long = "Мы подали документы в центре приёма и ждём интервью уже второй год. " * 12
    assert not alarm(long, RU)
    assert alarm(long + "Сейчас муж ломает дверь с ножом, помогите. " + long, RU)


BEATEN_OR_SENT_AWAY = {
    RU: (
        "Моя соседка кинулась на меня с ножницами. Положена ли мне отдельная комната?",
        "Мой сосед избил меня, я боюсь. Можно переехать в другой центр?",
        "Двоюродный брат бьёт меня каждый день. Влияет ли это на моё заявление?",
        "Меня бьют дома. Сколько ждать комнату?",
        "Меня завтра вышлют",
        "Завтра в шесть утра меня выдворяют",
        "Полицейские стоят за дверью. Надо ли впускать?",
    ),
    FI: (
        "Huonetoverini hyökkäsi saksien kanssa. Kuuluuko minulle oma huone?",
        "Naapurini löi minua. Pelkään. Voinko vaihtaa keskusta?",
        "Minua lyödään kotona. Kauanko huonetta odotetaan?",
        "Huomenaamulla kuudelta minut käännytetään",
        "Minut poistetaan maasta ylihuomenna, valitus on tehty",
        "Poliiseja tuli oven taakse. Pitääkö päästää sisään?",
    ),
}


@pytest.mark.parametrize(
    ("text", "language"), [(text, each) for each in Language for text in BEATEN_OR_SENT_AWAY[each]]
)
def test_a_calm_question_beside_it_takes_no_danger_away(text: str, language: Language) -> None:
    assert not_calm(text, language)


WITH_A_NUMBER = {
    RU: (
        "Здравствуйте. Что делать? Мой телефон +358 46 812 33 90",
        "Куда сообщить новый телефон? 0468123390",
        "Доброе утро. Хочу спросить. Телефон для ответа 0468123390",
        "Позвоните мне, мой номер +358468123390",
    ),
    FI: (
        "Hei. Mitä pitää tehdä? Puhelinnumeroni on +358 46 812 3390",
        "Hei. Uusi numeroni on 046 812 33 90, merkitkää se",
        "Huomenta. Kysyisin yhtä asiaa. Vastausta varten 0468123390",
    ),
}


@pytest.mark.parametrize(
    ("text", "language"), [(text, each) for each in Language for text in WITH_A_NUMBER[each]]
)
def test_a_telephone_is_no_danger(text: str, language: Language) -> None:
    assert not not_calm(text, language)


CALM_LETTER = (
    "Здравствуйте! Мы живём в центре с весны, дети пошли в школу, всё хорошо. "
    "Хотела узнать, когда приходят деньги на карту и можно ли мне учить финский бесплатно. "
    "Ещё вопрос про автобус: кто платит за билет в миграционную службу? "
)
CALM_END = (
    "И скажите, какие нужны бумаги, чтобы снять квартиру. Муж ищет работу на стройке, "
    "спрашивает, нужен ли договор. Спасибо за ваш труд, хорошего дня."
)


@pytest.mark.parametrize("said", ["Сын проглотил батарейку и синеет. ", "Он бьёт меня сейчас. "])
def test_one_sentence_of_danger_in_a_letter_of_many_questions_is_heard(said: str) -> None:
    assert not alarm(CALM_LETTER + CALM_END, RU)
    assert alarm(CALM_LETTER + said + CALM_END, RU)


@pytest.mark.parametrize(
    "text",
    [
        "esli ya pereedu chto budet s posobiem",
        "komu pisat esli ne prishla karta",
        "chto takoe razreshenie na rabotu",
        "nuzhna li privivka v shkolu",
    ],
)
def test_what_is_misread_in_latin_letters_frightens_nobody(text: str) -> None:
    assert not alarm(text, RU)


EVERYDAY = {
    RU: (
        *("не знаю", "Не знаю.", "незнаю пока", "завтра", "сегодня", "может быть", "може быть"),
        *("наверное", "хмм", "какой день?", "два дня", "в понедельник", "да, завтра", "нет", "ок"),
        *("ещё не знаю", "второй вопрос", "сколько", "когда?", "щас", "до завтра", "ты тут?"),
    ),
    FI: (
        *("en tiedä", "en tiiä", "en oo varma", "huomenna", "tänään", "ehkä", "hmm", "mikä päivä"),
        *("ei", "en", "joo huomenna", "kaksi päivää", "maanantaina", "juuri näin", "selvä"),
        *("toinen kysymys", "montako?", "milloin", "hetkinen", "huomenta", "oletko botti?"),
    ),
}


@pytest.mark.parametrize(
    ("text", "language"), [(text, language) for language in Language for text in EVERYDAY[language]]
)
def test_a_few_words_of_every_day_bring_no_word_of_danger(text: str, language: Language) -> None:
    assert not alarm(text, language)
    assert not perhaps(text, language)


GRAVE = (
    *("112", "помогите", "всё", "все", "прощайте", "не могу больше", "🆘", "да 🆘", "сейчас"),
    *("apua", "näkemiin ikuisesti", "en jaksa enää", "nyt", "loppu", "stop", "пожалуйста"),
    *("завтра депортация", "завтра всё", "не завтра, сейчас", "hei hei kaikki", "vielä tunti"),
    *(
        "сделаю это сегодня",
        "я это сделал",
        "valmista",
        "щас помогити",
        "я тебя люблю",
        "прости",
        "anteeksi",
        "turvassa? en. kylpyhuoneessa.",
        "не знаю где сын",
    ),
)


@pytest.mark.parametrize("text", GRAVE)
def test_a_few_words_that_may_be_grave_are_weighed(text: str) -> None:
    assert not is_everyday(text)


@each_language
def test_no_words_of_danger_are_everyday(language: Language) -> None:
    seen = [each.text for each in urgent(language, unseen=False) if each.danger]
    taught = [each.text for each in examples() if each.danger]
    assert not [text for text in [*seen, *taught] if is_everyday(text)]


@each_language
@pytest.mark.parametrize("text", ["", "   ", "?!", "...", "👍", "как получить карту", "a" * 4096])
def test_nothing_is_nothing(text: str, language: Language) -> None:
    assert not alarm(text, language)
