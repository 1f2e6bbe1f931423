"""A half-written broadcast: what is typed for it is never lost, nor taken unseen."""

from dataclasses import dataclass

import pytest

from tests.journeys.test_question import asks
from tests.town import Phone, Town

TEXTS = {"ru": "В пятницу закрыто", "fi": "Perjantaina suljettu"}


@dataclass(frozen=True)
class Words:
    """What a coordinator reads, in one language."""

    room: str
    new: str
    team: str
    russian: str
    finnish: str
    anew: str
    replaces: str
    kept: str
    check: str
    ask: str
    look: str
    yes: str
    void: str
    changed: str
    frozen: str
    see: str
    drop: str
    dropped: str
    draft: str
    not_yet: str
    half_written: str
    nowhere: str
    where: str
    to_finnish: str
    sent_already: str
    lost: str


RU = Words(
    room="Рассылка",
    new="Новая рассылка",
    team="Команда",
    russian="Написать русский текст",
    finnish="Написать финский текст",
    anew="Написать финский текст заново",
    replaces="Он заменит тот текст, который у вас есть.",
    kept="Чтобы изменить текст, отредактируйте своё сообщение выше.",
    check="Выше — сообщение таким, каким оно придёт.",
    ask="Спросить остальных",
    look="Посмотреть",
    yes="Да, я за",
    void="Текст изменился: согласие, о котором вы просили, больше не считается.",
    changed="С тех пор автор изменил или удалил рассылку. Ничего не отправлено.",
    frozen="Рассылка уже подтверждена, её текст больше не меняется",
    see="Посмотреть, как придёт",
    drop="Удалить черновик",
    dropped="Черновик удалён. Ваши сообщения остались в этом чате.",
    draft="Ваша недописанная рассылка: команда",
    not_yet="Финский текст: ещё нет",
    half_written="У вас недописанная рассылка, она никому не отправлена.",
    nowhere="Это пока никуда не ушло. У вас недописанная рассылка",
    where="Это пока никуда не ушло. К чему это относится?",
    to_finnish="В рассылку, к финскому тексту",
    sent_already="Этот текст уже отправлен, или его здесь больше нет.",
    lost="Ваш текст никуда не ушёл: этой рассылки больше нет в черновиках.",
)
FI = Words(
    room="Joukkoviesti",
    new="Uusi joukkoviesti",
    team="Tiimi",
    russian="Kirjoita venäjäksi",
    finnish="Kirjoita suomeksi",
    anew="Kirjoita uudelleen suomeksi",
    replaces="Se korvaa nykyisen tekstin.",
    kept="Jos haluat muuttaa tekstiä, muokkaa omaa viestiäsi yllä.",
    check="Yllä on viesti sellaisena kuin se tulee perille.",
    ask="Kysy muilta",
    look="Katso",
    yes="Kyllä, hyväksyn",
    void="Teksti on muuttunut: pyytämäsi hyväksyntä ei ole enää voimassa.",
    changed="Kirjoittaja on muuttanut viestiä tai poistanut sen. Mitään ei lähetetty.",
    frozen="Joukkoviesti on jo hyväksytty, eikä sen teksti enää muutu",
    see="Katso, miltä se näyttää",
    drop="Poista luonnos",
    dropped="Luonnos on poistettu. Omat viestisi jäävät tähän keskusteluun.",
    draft="Keskeneräinen joukkoviestisi: tiimi",
    not_yet="Suomeksi: ei vielä tekstiä",
    half_written="Joukkoviestisi on kesken, eikä sitä ole lähetetty kenellekään.",
    nowhere="Tätä ei ole vielä lähetetty mihinkään. Joukkoviestisi on kesken",
    where="Tätä ei ole vielä lähetetty mihinkään. Mihin se kuuluu?",
    to_finnish="Joukkoviestiin, suomeksi",
    sent_already="Tämä teksti on jo lähetetty, tai sitä ei enää ole täällä.",
    lost="Tekstisi ei mennyt mihinkään: tämä joukkoviesti ei ole enää luonnos.",
)
SPOKEN = {"ru": RU, "fi": FI}
in_both_languages = pytest.mark.parametrize("language", list(SPOKEN))


class Writer:
    """A coordinator who writes to the team, and what they typed so far."""

    def __init__(self, phone: Phone, words: Words) -> None:
        self.phone, self.words = phone, words

    async def opens(self) -> None:
        """Come home, and open the broadcasts."""
        shown = len(self.phone.from_bot)
        self.phone.says("/start")
        await self.phone.until(
            lambda: len(self.phone.from_bot) > shown and self.words.room in self.phone.labels
        )
        await self.phone.taps(self.words.room)

    async def begins(self) -> int:
        """Write the Russian text alone; return the number of what was typed."""
        await self.opens()
        await self.phone.taps(self.words.new)
        await self.phone.taps(self.words.team)
        typed = self.phone.says(TEXTS["ru"])
        await self.phone.sees(self.words.kept)
        return int(typed["message_id"])

    async def writes(self) -> int:
        """Write both texts; return the number of the Russian one."""
        number = await self.begins()
        await self.phone.taps(self.words.finnish)
        self.phone.says(TEXTS["fi"])
        await self.phone.sees(self.words.check)
        return number

    def edits(self, number: int, text: str) -> None:
        """Edit what was typed before."""
        self.phone.town.telegram.edits(self.phone.user, self.phone.bot, number, text)

    def previews(self, text: str) -> int:
        """Count how often something was shown as it would arrive."""
        return sum(said["text"].endswith("\n\n" + text) for said in self.phone.from_bot)


async def writer_of(town: Town, language: str) -> tuple[Writer, Phone, Words]:
    """Return who writes in one language, and who is asked in the other, with the words there."""
    other = {"ru": "fi", "fi": "ru"}[language]
    writer = Writer(await town.coordinator(language, name="Writer"), SPOKEN[language])
    return writer, await town.coordinator(other, name="Other"), SPOKEN[other]


async def looks(phone: Phone, words: Words) -> tuple[dict[str, object], str]:
    """Let a coordinator look at what is asked of them; return the button of their yes."""
    await phone.until(lambda: phone.labels == [words.look])
    await phone.taps(words.look)
    await phone.until(lambda: words.yes in phone.labels)
    return await phone.button(words.yes)


@in_both_languages
async def test_an_edit_is_followed_and_a_yes_to_the_old_text_is_void(
    town: Town, language: str
) -> None:
    olli = await town.member("ru")
    writer, other, theirs = await writer_of(town, language)
    number = await writer.writes()
    await writer.phone.taps(writer.words.ask)
    old, yes = await looks(other, theirs)
    writer.edits(number, "В субботу закрыто")
    await writer.phone.sees(writer.words.void)
    assert writer.previews("В субботу закрыто") == 1
    assert await other.presses(old, yes) == theirs.changed
    assert not any("закрыто" in said["text"] for said in olli.from_bot)
    await writer.phone.taps(writer.words.ask)
    await looks(other, theirs)
    await other.taps(theirs.yes)
    assert "В субботу закрыто" in (await olli.sees("закрыто"))["text"]


@in_both_languages
async def test_an_edit_after_the_yes_changes_nothing_and_says_so(town: Town, language: str) -> None:
    olli = await town.member("ru")
    writer, other, theirs = await writer_of(town, language)
    number = await writer.writes()
    await writer.phone.taps(writer.words.ask)
    await looks(other, theirs)
    await other.taps(theirs.yes)
    await olli.sees(TEXTS["ru"])
    writer.edits(number, "В субботу закрыто")
    told = await writer.phone.sees(writer.words.frozen)
    assert told["reply_to_message"]["message_id"] == number
    assert not any("субботу" in said["text"] for said in olli.from_bot)


@in_both_languages
async def test_an_edit_of_a_half_written_one_is_shown(town: Town, language: str) -> None:
    writer, _, _ = await writer_of(town, language)
    number = await writer.begins()
    writer.edits(number, "В субботу закрыто")
    await writer.phone.until(lambda: writer.previews("В субботу закрыто") == 1)
    await writer.phone.until(lambda: writer.words.finnish in writer.phone.labels)
    writer.edits(number, "В субботу закрыто")
    await writer.opens()
    await writer.phone.sees(writer.words.draft)
    assert writer.previews("В субботу закрыто") == 1, "an edit that changes nothing says nothing"


@in_both_languages
async def test_a_second_message_replaces_nothing_unseen(town: Town, language: str) -> None:
    writer, _, _ = await writer_of(town, language)
    words, phone = writer.words, writer.phone
    await writer.writes()
    phone.says("Lauantaina auki")
    await phone.sees(words.nowhere)
    shown, add = await phone.button(words.to_finnish)
    await phone.presses(shown, add)
    both = f"{TEXTS['fi']}\n\nLauantaina auki"
    await phone.until(lambda: writer.previews(both) == 1)
    await phone.until(lambda: words.ask in phone.labels)
    assert await phone.presses(shown, add) == words.sent_already
    await phone.taps(words.anew)
    await phone.sees(words.replaces)
    phone.says("Suljettu")
    await phone.until(lambda: writer.previews("Suljettu") == 1)


@in_both_languages
async def test_a_half_written_one_is_seen_changed_and_dropped(town: Town, language: str) -> None:
    writer, _, _ = await writer_of(town, language)
    words, phone = writer.words, writer.phone
    await writer.begins()
    await writer.opens()
    room = await phone.sees(words.draft)
    assert words.not_yet in room["text"]
    assert words.new not in phone.labels
    await phone.taps(words.see)
    await phone.until(lambda: writer.previews(TEXTS["ru"]) == 1)
    await writer.opens()
    await phone.taps(words.finnish)
    phone.says(TEXTS["fi"])
    await phone.sees(words.check)
    await writer.opens()
    await phone.taps(words.drop)
    await phone.sees(words.dropped)
    assert words.new in phone.labels


@in_both_languages
async def test_what_is_typed_after_a_command_is_asked_about(town: Town, language: str) -> None:
    vera = await town.emigre("ru")
    writer, _, _ = await writer_of(town, language)
    words, phone = writer.words, writer.phone
    await writer.begins()
    await phone.taps(words.finnish)
    phone.says("/start")
    await phone.sees(words.half_written)
    phone.says(TEXTS["fi"])
    await phone.sees(words.nowhere)
    await phone.taps(words.to_finnish)
    await phone.sees(words.check)
    assert writer.previews(TEXTS["fi"]) == 1
    await asks(vera, "Мой вопрос")
    await phone.taps({"ru": "Взять", "fi": "Ota kysymys"}[language])
    await phone.sees("Мой вопрос")
    phone.says("/start")
    await phone.sees(words.half_written)
    phone.says("Это ответ")
    await phone.sees(words.where)
    shown, add = await phone.button(words.to_finnish)
    await phone.taps(phone.labels[0])
    await vera.sees("Это ответ")
    assert await phone.presses(shown, add) == words.sent_already
    assert not writer.previews(f"{TEXTS['fi']}\n\nЭто ответ")


@in_both_languages
async def test_a_text_for_what_has_gone_meanwhile_is_said_to_go_nowhere(
    town: Town, language: str
) -> None:
    olli = await town.member("ru")
    writer, other, theirs = await writer_of(town, language)
    await writer.writes()
    await writer.phone.taps(writer.words.ask)
    await writer.opens()
    await writer.phone.taps(writer.words.anew)
    await writer.phone.sees(writer.words.replaces)
    await looks(other, theirs)
    await other.taps(theirs.yes)
    await olli.sees(TEXTS["ru"])
    writer.phone.says("Suljettu")
    await writer.phone.sees(writer.words.lost)
