"""A file sealed in pieces, so that a large one needs little memory. The form of a backup.

A head (which form, when, which key, a random salt), then pieces of 1 MiB, each encrypted by
AES-256-GCM under a key of this file alone. A piece's nonce is its number and whether it is the
last; the head is bound to each. So nothing can be changed, moved, cut off or added unseen.
"""

import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO, Final, Self

from cryptography.exceptions import InvalidTag

from bot.store.keys import KeyRing, WrongKeyError

MAGIC: Final = b"Majakka backup 1"
PIECE: Final = 1 << 20
TAG: Final = 16
_SALT: Final = 32
_HEAD: Final = struct.Struct(f">{len(MAGIC)}sq4s{_SALT}s")
_NONCE: Final = struct.Struct(">3xQ?")


class SealedFileError(Exception):
    """A file is not a whole backup, or its key is not ours. The text says which."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in clear at the beginning."""

    made_at: datetime
    key_id: bytes
    salt: bytes

    def packed(self) -> bytes:
        """Return the head as it stands in the file."""
        return _HEAD.pack(MAGIC, int(self.made_at.timestamp()), self.key_id, self.salt)

    @classmethod
    def read(cls, file: BinaryIO) -> Self:
        """Read the head of a file. Raises SealedFileError."""
        packed = file.read(_HEAD.size)
        if len(packed) < _HEAD.size or not packed.startswith(MAGIC):
            raise SealedFileError("This is no backup of Majakka.")
        _, moment, key_id, salt = _HEAD.unpack(packed)
        try:
            return cls(datetime.fromtimestamp(moment, UTC), key_id, salt)
        except (ValueError, OverflowError, OSError):
            raise SealedFileError("This is no backup of Majakka.") from None


def seal_file(plain: BinaryIO, sealed: BinaryIO, keys: KeyRing, made_at: datetime) -> None:
    """Write all of `plain`, sealed with the newest key, to `sealed`. `made_at`: aware."""
    head = Head(made_at, keys.current, secrets.token_bytes(_SALT))
    cipher, bound = keys.backup_cipher(head.key_id, head.salt), head.packed()
    sealed.write(bound)
    for nonce, piece in _pieces(plain, PIECE):
        sealed.write(cipher.encrypt(nonce, piece, bound))


def open_file(sealed: BinaryIO, plain: BinaryIO, keys: KeyRing) -> datetime:
    """Write what `sealed` holds to `plain`; return when it was made. Raises SealedFileError.

    What was written before an error must not be used.
    """
    head = Head.read(sealed)
    try:
        cipher = keys.backup_cipher(head.key_id, head.salt)
    except WrongKeyError:
        raise SealedFileError(
            "The backup was sealed with another key. Put the key file of that time in its place."
        ) from None
    bound = head.packed()
    try:
        for nonce, piece in _pieces(sealed, PIECE + TAG):
            plain.write(cipher.decrypt(nonce, piece, bound))
    except (InvalidTag, ValueError):  # ValueError: cut off within a tag
        raise SealedFileError(
            "The backup is damaged: it was changed or cut off, or belongs to another key."
        ) from None
    return head.made_at


def _pieces(file: BinaryIO, size: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield each piece with its nonce; an empty file has one empty piece."""
    number, piece = 0, file.read(size)
    while following := file.read(size):
        yield _NONCE.pack(number, False), piece  # noqa: FBT003 - as it is packed
        number, piece = number + 1, following
    yield _NONCE.pack(number, True), piece  # noqa: FBT003 - as it is packed
