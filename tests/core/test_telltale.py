"""What gives somebody away is found, and what everybody writes is not.

telltale.tsv beside this file has a text a line: what must be found, as kind=words, or “-”. People,
numbers and addresses there are made up, or set aside for examples by those who give them out.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import telltale
from bot.core.identity import HIDDEN
from bot.core.languages import Language
from bot.core.telltale import ALL, HELD, WARNED, Telltale, telltales, without
from bot.files import folder

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("telltale.tsv").read_text(encoding="utf-8").splitlines()
]
NOTHING = "-"
ADDRESSES = tomllib.loads(telltale._WORDS.read_text(encoding="utf-8"))["addresses"]
EXTRA = {"te-palvelut.fi", "tyomarkkinatori.fi"}
"""Sites of offices to which no answer leads yet."""
PLAIN_WORDS = st.text(st.sampled_from("abcdäöабвгде ,.!?\n"), max_size=40)
DIGITS = st.text("0123456789", min_size=7, max_size=7)
FRAMES = st.sampled_from(["{}", "({})", "a: {}, b", "\n{}\n", "«{}»", "{}."])


def found(text: str) -> str:
    all_found = [f"{each.what}={text[each.begins : each.ends]}" for each in telltales(text)]
    return " | ".join(all_found) or NOTHING


@pytest.mark.parametrize(("expected", "text"), ROWS, ids=[row[-1] for row in ROWS])
def test_a_text_of_the_table(expected: str, text: str) -> None:
    assert found(text) == expected


def test_what_is_asked_first_is_whether_there_is_anything() -> None:
    """One pattern stands for all: it must find something wherever one of them does."""
    patterns = [pattern for those, _ in telltale._steps() for pattern in those]
    for _, text in ROWS:
        read, _ = telltale._read(text)
        assert bool(telltale._any().search(read)) == any(each.search(read) for each in patterns)
    assert telltale._any().groups == sum(each.groups for each in patterns)
    assert {each.flags for each in patterns} == {telltale._any().flags}
    assert not [each.pattern for each in patterns if re.search(r"\\\d|\(\?[P(]", each.pattern)]


def test_the_table_is_large_and_knows_both_sides() -> None:
    quiet = [row for row in ROWS if row[0] == NOTHING]
    assert len(ROWS) >= 150
    assert len(quiet) >= 50
    kinds = {each.split("=")[0] for row in ROWS if row not in quiet for each in row[0].split(" | ")}
    assert kinds == set(Telltale)


def bodies() -> Iterator[str]:
    """Yield all lines of our own answers: links as they are shown, without heads."""
    for language in Language:
        for path in sorted((folder("locales") / language / "articles").glob("*.md")):
            body = path.read_text(encoding="utf-8").split("+++")[2]
            yield from re.sub(r"\[([^]]*)\]\([\w-]+\)", r"\1", body).splitlines()


OUTSIDE = {"mail.ru", "demcommunityfi.org", "ovd.info"}
"""Sites that our answers name, and a helper's answer may not lead to unseen."""


def test_our_own_answers_hold_nothing_else_that_would_wait() -> None:
    finds = {
        line[each.begins : each.ends]
        for line in bodies()
        for each in telltales(line)
        if each.what in HELD
    }
    assert finds == OUTSIDE


def test_the_sites_that_are_allowed_are_those_that_we_cite() -> None:
    content = Path(telltale.__file__).parents[1] / "content"
    cited = [*folder("locales").rglob("*.md"), *content.rglob("*.toml")]
    text = "".join(path.read_text(encoding="utf-8") for path in cited)
    hosts = {urlsplit(url).netloc for url in re.findall(r'https://[^\s")]+', text)}
    hosts |= set(re.findall(r"\b[\w-]+\.fi\b", text))
    uncited = {
        site
        for site in ADDRESSES["allowed"]
        if not any(host == site or host.endswith(f".{site}") for host in hosts)
    }
    assert uncited <= EXTRA


@given(st.text(max_size=200))
def test_finds_lie_in_the_text_one_after_another(text: str) -> None:
    places = [place for each in telltales(text) for place in (each.begins, each.ends)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(st.text(max_size=200))
def test_what_is_not_found_stays_as_it_was(text: str) -> None:
    if not telltales(text):
        assert without(text) == text


MANY = st.lists(st.sampled_from([row[-1] for row in ROWS]), max_size=4).map("\n".join)


@given(MANY)
def test_nothing_is_left_where_it_was_taken_out(text: str) -> None:
    assert telltales(without(text)) == ()


@given(MANY, st.sets(st.sampled_from(Telltale)))
def test_only_what_is_named_is_taken_out(text: str, these: set[Telltale]) -> None:
    left = {each.what for each in telltales(without(text, these))}
    assert left == {each.what for each in telltales(text)} - these


@given(st.sampled_from([row for row in ROWS if row[0] != NOTHING]), FRAMES)
def test_it_is_found_wherever_it_stands(row: tuple[str, str], frame: str) -> None:
    words = row[1]
    framed = frame.format(words)
    kinds = {each.what for each in telltales(words)}
    assert {each.what for each in telltales(framed)} >= kinds


@given(PLAIN_WORDS, DIGITS, st.sampled_from([" ", "-", "", "\u00a0", "\u2011"]), PLAIN_WORDS)
def test_a_finnish_telephone_is_found_among_any_words(
    before: str, digits: str, between: str, after: str
) -> None:
    number = f"040{between}{digits[:3]}{between}{digits[3:]}"
    text = f"{before}\n{number}\n{after}"
    hidden = without(text, {Telltale.PHONE})
    assert number not in hidden
    assert HIDDEN in hidden


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%y"]),
)
def test_a_day_is_no_telephone(day: date, form: str) -> None:
    assert telltales(f"{day:{form}}") == ()


@given(st.integers(1, 9_999_999), st.sampled_from(["€", "euroa", "евро", "рублей", "руб."]))
def test_a_sum_is_no_telephone(number: int, unit: str) -> None:
    assert telltales(f"{number:,} {unit}".replace(",", " ")) == ()
    assert telltales(f"{number} {unit}") == ()


@given(st.integers(1, 99_999), st.integers(1900, 2099))
def test_an_act_or_a_diary_number_is_no_telephone(number: int, year: int) -> None:
    assert telltales(f"{number}/{year}") == ()
    assert telltales(f"KHO:{year}:{number}") == ()


def test_what_is_warned_of_and_what_is_held() -> None:
    assert {Telltale.PRIVATELY, Telltale.MONEY} == ALL - WARNED
    assert {
        *(Telltale.DOCUMENT, Telltale.IDENTITY, Telltale.STREET, Telltale.NAME, Telltale.BIRTH)
    } == ALL - HELD


@pytest.mark.parametrize("sign", ["a", "1", "@", ".", "пиши ", "0 ", "a.", "переведите ", "+ "])
def test_a_long_text_of_one_sign_ends(sign: str) -> None:
    telltales(sign * (4096 // len(sign)))
