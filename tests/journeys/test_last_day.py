"""The last day of a paper, once the office closes: nothing says that there is time left."""

from bot.core.dates import last_day
from bot.core.languages import Language
from bot.ui.words import translator
from tests.almanac import appeal, day_in, it_becomes, keeps
from tests.town import Town


async def test_home_and_my_case_say_no_longer_today_once_the_office_has_closed(town: Town) -> None:
    vera, tr = await town.emigre("fi"), translator(Language.FINNISH)
    what = appeal(day_in(town, -1), 30)
    await keeps(vera, what)
    day = tr.full_day(last_day(what))
    next_day = str(tr("Next: {day}, {how_far}.", day=day, how_far=tr("today")))
    await it_becomes(town, last_day(what), 16, 10)
    vera.says("/start")
    await vera.sees(next_day)
    await it_becomes(town, last_day(what), 16, 16)
    vera.says("/start")
    await vera.until(lambda: next_day not in vera.from_bot[-1]["text"])
    await vera.taps("Oma asiani")
    past = tr(
        "<b>A last day is past:</b> {day}. Often something can still be done: open it, or ask"
        " a person.",
        day=day,
    )
    await vera.sees(past.striptags())
