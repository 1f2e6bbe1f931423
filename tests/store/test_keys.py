"""The key ring: what it opens, what it refuses, and the file it lives in."""

import base64
import stat
import traceback
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.keys import KeyFileError, KeyRing, WrongKeyError

OLD = {b"old.": bytes(range(32))}
NEW = OLD | {b"new.": bytes(range(32, 64))}
RING = KeyRing(NEW)


@given(st.binary(max_size=2000), st.text(max_size=40))
def test_what_is_sealed_opens(plain: bytes, column: str) -> None:
    assert RING.open(RING.seal(plain, column), column) == plain


def test_the_same_words_never_look_the_same() -> None:
    sealed = [RING.seal(b"yes", "messages.text") for _ in range(100)]
    assert len(set(sealed)) == 100
    assert not any(b"yes" in each for each in sealed)


def test_a_new_key_seals_and_the_old_one_still_opens() -> None:
    before = KeyRing(OLD).seal(b"before", "messages.text")
    assert RING.open(before, "messages.text") == b"before"
    after = RING.seal(b"after", "messages.text")
    with pytest.raises(WrongKeyError, match="not on the ring"):
        KeyRing(OLD).open(after, "messages.text")


def test_people_are_found_after_a_key_was_added() -> None:
    assert RING.lookup_hash("tg-id", 17) == KeyRing(OLD).lookup_hash("tg-id", 17)


def test_the_look_up_tells_kinds_and_installations_apart() -> None:
    hashes = {
        RING.lookup_hash("tg-id", 17),
        RING.lookup_hash("tg-id", 18),
        RING.lookup_hash("invite", 17),
        KeyRing.new().lookup_hash("tg-id", 17),
    }
    assert {len(each) for each in hashes} == {32}
    assert len(hashes) == 4


def test_another_column_does_not_open_it() -> None:
    sealed = RING.seal(b"words", "messages.text")
    with pytest.raises(WrongKeyError, match=r"outbox\.body"):
        RING.open(sealed, "outbox.body")


def test_another_ring_does_not_open_it() -> None:
    """Not even one whose key goes by the same id."""
    sealed = RING.seal(b"words", "messages.text")
    for other in (KeyRing.new(), KeyRing({b"new.": bytes(32)})):
        with pytest.raises(WrongKeyError):
            other.open(sealed, "messages.text")


def test_a_changed_byte_is_noticed_wherever_it_is() -> None:
    sealed = RING.seal(b"words", "messages.text")
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(WrongKeyError):
            RING.open(bytes(changed), "messages.text")


def test_a_shortened_value_is_noticed_however_short() -> None:
    sealed = RING.seal(b"words", "messages.text")
    for length in range(len(sealed)):
        with pytest.raises(WrongKeyError):
            RING.open(sealed[:length], "messages.text")


def test_what_does_not_open_says_nothing_of_what_it_is() -> None:
    sealed = RING.seal(b"words", "messages.text")
    with pytest.raises(WrongKeyError) as refused:
        RING.open(sealed, "requests.alias")
    assert str(refused.value) == "requests.alias does not open with its key"
    assert refused.value.__cause__ is None


def test_a_ring_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "majakka.key"
    RING.save(path)
    loaded = KeyRing.load(path)
    assert loaded.open(RING.seal(b"words", "messages.text"), "messages.text") == b"words"
    with pytest.raises(WrongKeyError):
        KeyRing(OLD).open(loaded.seal(b"the last line seals", "a.b"), "a.b")


def test_nobody_else_can_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "majakka.key"
    RING.save(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "majakka.key"
    RING.save(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        KeyRing.new().save(path)
    assert path.read_bytes() == before


ID = base64.b64encode(b"id..").decode()
KEY = base64.b64encode(bytes(range(100, 132))).decode()
OTHER = base64.b64encode(bytes(range(50, 82))).decode()
SHORT = base64.b64encode(bytes(range(100, 131))).decode()
LONG = base64.b64encode(bytes(range(100, 133))).decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "is empty"),
        ("\n  \n", "is empty"),
        (KEY, "line 1 of {path} is not `<id> <key>`"),
        (f"{ID} {KEY} {KEY}", "line 1 of {path} is not `<id> <key>`"),
        (f"{ID} {KEY[:-3]}", "line 1 of {path} is not `<id> <key>`"),
        (f"{ID} {KEY}\n\n{ID} {'!' + KEY[1:]}", "line 3 of {path} is not `<id> <key>`"),
        (f"{ID} {SHORT}", "line 1 of {path} is too short or too long"),
        (f"{ID} {LONG}", "line 1 of {path} is too short or too long"),
        (f"{ID[:-2]}A= {KEY}\n{KEY} {ID}", "too short or too long"),
        (f"{ID} {KEY}\n{ID} {OTHER}", "line 2 of {path} has the id of an earlier line"),
        ("ключ", "cannot be read"),
        ("\0" * 40, "is not `<id> <key>`"),
    ],
)
def test_a_wrong_file_is_named_and_its_keys_are_not(
    tmp_path: Path, content: str, sentence: str
) -> None:
    path = tmp_path / "majakka.key"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KeyFileError) as refused:
        KeyRing.load(path)
    assert sentence.format(path=path) in str(refused.value)
    told = "".join(traceback.format_exception(refused.value))
    assert not any(part in told for part in content.split())


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="`majakka init` makes one"):
        KeyRing.load(tmp_path / "majakka.key")


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="cannot be read"):
        KeyRing.load(tmp_path)


def test_a_ring_needs_a_key() -> None:
    with pytest.raises(IndexError):
        KeyRing({})
