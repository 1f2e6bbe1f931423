"""What sounds as if a minor wrote it; a slip here asks a needless question, and decides nothing."""

import pytest

from bot.core.asking import names_journey, names_police, names_violence, sounds_young

YOUNG = """
Мне 16 лет, меня задержали
мне 17, родители остались в России
Мне шестнадцать. Меня бьют в центре
Мне ещё нет 18, что делать?
мне скоро исполнится восемнадцать лет
Здравствуйте! Я несовершеннолетняя и одна
я ещё ребёнок
Мне 9 лет
Мне только 15 и я в аэропорту
olen 17-vuotias ja yksin
Moi, oon vasta 16 v
Olen 16 ja sain kielteisen päätöksen
olen seitsemäntoista enkä tunne ketään
Olen alaikäinen
en ole vielä 18
Täytän pian 18, mitä minulle tapahtuu?
Olen alle 18
I am 16 and alone
"""
GROWN = """
Мне 45 лет, как получить работу?
мне 16 дней осталось до суда
мне 10 евро не хватает
Моему сыну 16 лет, он со мной
Мне 165 евро назначили
Мне дали 14 дней на жалобу
мне 5 раз отказали
Мне 117 статья грозит
Что мне делать 15 числа?
olen 45-vuotias
Olen ollut täällä 16 päivää
olen 16. joulukuuta oikeudessa kuultavana
Poikani on 16-vuotias
Minulla on 14 päivää aikaa valittaa
I am 16 days late
"""


@pytest.mark.parametrize("text", YOUNG.strip().splitlines())
def test_an_age_below_18_is_heard(text: str) -> None:
    assert sounds_young(text)


@pytest.mark.parametrize("text", GROWN.strip().splitlines())
def test_other_numbers_are_no_age(text: str) -> None:
    assert not sounds_young(text)


@pytest.mark.parametrize("text", ["За мной пришла полиция", "Poliisi on ovella", "пограничники!"])
def test_those_who_take_people_away_are_heard(text: str) -> None:
    assert names_police(text)
    assert not names_police("Мой муж бьёт меня")


@pytest.mark.parametrize(
    "text",
    ["Завтра полиция везёт меня в самолёт", "Minut karkotetaan", "ночью депортируют"],
)
def test_how_people_are_sent_away_is_heard(text: str) -> None:
    assert names_journey(text)
    assert not names_journey("Poliisi tuli hakemaan minua")


HURT = """
Муж меня бьёт, куда идти?
бывший угрожает, знает адрес
Меня избил отец
он меня ударил
дома насилие, у меня дети
боюсь своего мужа
Меня изнасиловали
Mieheni hakkaa minua
mies löi taas
minun mies lyo minua
Pelkään miestäni, mihin menen?
isä uhkaa tappaa äidin
minua lyödään kotona
Minut raiskattiin
my husband beats me
"""
NOT_AT_HOME = """
Болит сердце, задыхаюсь
За мной пришла полиция, бьют в дверь
Полиция меня бьёт
мужа избили в тюрьме
боюсь за мужа
сердце бьётся
Poliisi hakkaa minua
joku hakkaa ovea
pelkään mieheni puolesta
kova rintakipu
"""


@pytest.mark.parametrize("text", HURT.strip().splitlines())
def test_who_is_hurt_by_somebody_near_is_heard(text: str) -> None:
    assert names_violence(text)


@pytest.mark.parametrize("text", NOT_AT_HOME.strip().splitlines())
def test_illness_and_police_are_no_violence_at_home(text: str) -> None:
    assert not names_violence(text)
