"""A sealed file: opens whole with its key, and in no other way."""

from datetime import UTC, datetime
from io import BytesIO

import pytest

from bot.store.keys import KeyRing
from bot.store.sealed_file import PIECE, TAG, Head, SealedFileError, open_file, seal_file

MADE = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
OLD = {b"old.": bytes(range(32))}
RING = KeyRing(OLD)
WORDS = b"words of somebody " * 10
HEAD = len(Head(MADE, b"old.", bytes(32)).packed())
SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7]


def sealed(plain: bytes, keys: KeyRing = RING) -> bytes:
    file = BytesIO()
    seal_file(BytesIO(plain), file, keys, MADE)
    return file.getvalue()


def opened(file: bytes, keys: KeyRing = RING) -> bytes:
    plain = BytesIO()
    assert open_file(BytesIO(file), plain, keys) == MADE
    return plain.getvalue()


@pytest.mark.parametrize("size", SIZES)
def test_what_is_sealed_opens(size: int) -> None:
    plain = bytes(number % 251 for number in range(size))
    assert opened(sealed(plain)) == plain


def test_nothing_shows_and_no_two_are_alike() -> None:
    first, second = sealed(WORDS), sealed(WORDS)
    assert b"words" not in first
    assert first[HEAD:] != second[HEAD:]


@pytest.mark.parametrize("place", [0, 16, 24, 28, HEAD, HEAD + 5, -1])
def test_a_changed_byte_anywhere_is_refused(place: int) -> None:
    file = bytearray(sealed(WORDS))
    file[place] ^= 1
    with pytest.raises(SealedFileError):
        opened(bytes(file))


@pytest.mark.parametrize(
    "length", [0, 7, HEAD - 1, HEAD, HEAD + 3, HEAD + PIECE + TAG, HEAD + PIECE + TAG + 9, -1]
)
def test_a_file_cut_off_is_refused(length: int) -> None:
    with pytest.raises(SealedFileError):
        opened(sealed(bytes(2 * PIECE + 5))[:length])


def test_a_file_with_something_added_is_refused() -> None:
    with pytest.raises(SealedFileError, match="damaged"):
        opened(sealed(bytes(PIECE)) + b"more")


def test_pieces_in_another_order_are_refused() -> None:
    file = sealed(bytes(3 * PIECE))
    head, size = file[:HEAD], PIECE + TAG
    first, second, last = (file[HEAD + n * size : HEAD + (n + 1) * size] for n in range(3))
    assert opened(head + first + second + last)
    with pytest.raises(SealedFileError, match="damaged"):
        opened(head + second + first + last)


def test_a_moment_out_of_time_is_refused() -> None:
    file = bytearray(sealed(WORDS))
    file[16:24] = b"\x7f" * 8
    with pytest.raises(SealedFileError, match="no backup"):
        opened(bytes(file))


def test_another_key_is_refused_by_name() -> None:
    with pytest.raises(SealedFileError, match="another key"):
        opened(sealed(WORDS), KeyRing.new())


def test_another_key_of_the_same_id_is_refused() -> None:
    with pytest.raises(SealedFileError, match="belongs to another key"):
        opened(sealed(WORDS), KeyRing({b"old.": bytes(32)}))


def test_a_backup_from_before_a_new_key_still_opens() -> None:
    after = KeyRing(OLD | {b"new.": bytes(range(32, 64))})
    assert opened(sealed(WORDS), after) == WORDS
    with pytest.raises(SealedFileError, match="another key"):
        opened(sealed(WORDS, after), RING)
