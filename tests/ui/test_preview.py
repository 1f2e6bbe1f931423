"""The translators' page shows what émigrés see: the same words, and the same buttons."""

from datetime import date

import pytest

from bot.content.guides import guide
from bot.content.library import library
from bot.content.process import process
from bot.core.languages import Language
from bot.core.stages import Stage
from bot.preview import content
from bot.preview.content import Seen, preview
from bot.ui.words import Translator, translator
from tests.ui.gallery import Picture
from tests.ui.shelves import shelves
from tests.ui.test_page import LOADING, Reader

TODAY = guide().checked
Shown = tuple[str, list[list[str]]]


def as_tapped(pictures: list[Picture]) -> list[Shown]:
    return [
        (each.text, [[key["text"] for key in row] for row in each.keyboard]) for each in pictures
    ]


def as_drawn(seen: Seen) -> Shown:
    return str(seen.text), [list(map(str, row)) for row in seen.labels]


@pytest.fixture(params=Language)
def tr(request: pytest.FixtureRequest) -> Translator:
    return translator(request.param)


def test_each_answer_is_drawn_as_it_is_tapped(tr: Translator) -> None:
    tapped: dict[str, list[Shown]] = {}
    for picture in shelves(tr):
        if picture.room == "the answers":
            tapped.setdefault(picture.name, []).extend(as_tapped([picture]))
    for article in library().all_in(tr.language):
        drawn = [
            as_drawn(seen) for seen in content.answer(article, library(), article.head.checked, tr)
        ]
        assert drawn[0] == tapped[article.slug][0]
        texts = [text for text, _ in tapped[article.slug]]
        assert [text for text, _ in drawn[1:] if text not in texts] == []
        assert len(drawn) >= 1 + len(article.parts) + 1


def test_the_guide_is_drawn_as_it_is_tapped(tr: Translator) -> None:
    tapped = [picture for picture in shelves(tr) if picture.room == "the guide"]
    steps = [content.step(guide(), name, tr) for name in guide().steps]
    plans = [content.plan(guide(), name, library(), TODAY, tr) for name in guide().outcomes]
    assert [as_drawn(seen) for seen in [*steps, *plans]] == as_tapped(tapped)


def test_a_stage_is_drawn_as_it_is_tapped(tr: Translator) -> None:
    tapped = [picture for picture in shelves(tr) if picture.room == "the process"]
    for stage in Stage:
        drawn = [as_drawn(seen) for seen in content.stage(process(), stage, library(), TODAY, tr)]
        shown = as_tapped([picture for picture in tapped if picture.name == stage])
        assert drawn == shown[: len(drawn)]


def test_the_page_holds_everything_and_needs_nothing() -> None:
    page = preview(library(), TODAY)
    reader = Reader(page)
    assert reader.tags & LOADING == set()
    within = {href.removeprefix("#") for href in reader.hrefs if href.startswith("#")}
    assert set(reader.ids) == within
    assert max(reader.ids.values()) == 1
    places = len(library().slugs(Language.RUSSIAN)) + len(guide().steps) + len(guide().outcomes)
    places += len(Stage)
    assert len(within) == places
    for language in Language:
        for article in library().all_in(language):
            assert sum(article.title in text for text in reader.texts) >= 2 + len(article.parts)


def test_what_is_past_its_age_says_so(tr: Translator) -> None:
    article = library().all_in(tr.language)[0]
    day = tr.day(article.check_again)
    due = tr("It was to be checked again by {day}: ask before you rely on it.", day=day)
    assert due not in preview(library(), TODAY)
    assert due in preview(library(), date(2030, 1, 1))
