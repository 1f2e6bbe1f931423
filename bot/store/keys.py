"""The key ring: what seals a column, and what finds a person without naming them.

The file holds one key a line, `<id> <32 bytes in base64>`. New rows are sealed with the
last one; every one still opens what it once sealed. The look-up hash uses the first,
since a changed look-up key would find nobody again.
"""

import base64
import binascii
import hmac
import os
import secrets
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32
ID_BYTES: Final = 4
NONCE_BYTES: Final = 12
VERSION: Final = b"\x01"
_HEAD: Final = len(VERSION) + ID_BYTES
_BODY: Final = _HEAD + NONCE_BYTES


class KeyFileError(Exception):
    """The key file is absent or is not one. The text says which, and holds no key."""


class WrongKeyError(Exception):
    """Something sealed did not open: another key, another column, or a changed row."""


class KeyRing:
    """Keys in the order they were made; the last one seals."""

    def __init__(self, masters: Mapping[bytes, bytes]) -> None:
        """Take 32-byte master keys by their 4-byte ids, oldest first; at least one."""
        self._masters = dict(masters)
        self._ciphers = {
            key_id: AESGCM(_derived(master, b"majakka column"))
            for key_id, master in self._masters.items()
        }
        self._current = list(self._masters)[-1]

    @classmethod
    def new(cls) -> Self:
        """Return a ring with one fresh random key."""
        return cls({secrets.token_bytes(ID_BYTES): secrets.token_bytes(KEY_BYTES)})

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the ring at `path`. Raises KeyFileError with a sentence that says what to mend."""
        try:
            lines = path.read_text(encoding="ascii").split("\n")
        except FileNotFoundError:
            raise KeyFileError(
                f"there is no key file at {path}: `majakka init` makes one"
            ) from None
        except (OSError, UnicodeDecodeError):
            raise KeyFileError(f"the key file at {path} cannot be read") from None
        masters = {}
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                key_id, master = (base64.b64decode(part, validate=True) for part in line.split())
            except (ValueError, binascii.Error):
                raise KeyFileError(f"line {number} of {path} is not `<id> <key>`") from None
            if (len(key_id), len(master)) != (ID_BYTES, KEY_BYTES):
                raise KeyFileError(f"line {number} of {path} is too short or too long for a key")
            if key_id in masters:
                raise KeyFileError(f"line {number} of {path} has the id of an earlier line")
            masters[key_id] = master
        if not masters:
            raise KeyFileError(f"the key file at {path} is empty")
        return cls(masters)

    def save(self, path: Path) -> None:
        """Write the ring to a new file that only its owner can read. Never overwrites."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            for key_id, master in self._masters.items():
                file.write(f"{_base64(key_id)} {_base64(master)}\n")

    def seal(self, plain: bytes, column: str) -> bytes:
        """Encrypt for one column, named `table.column`: it opens nowhere else."""
        head = VERSION + self._current
        nonce = secrets.token_bytes(NONCE_BYTES)
        return head + nonce + self._ciphers[self._current].encrypt(nonce, plain, column.encode())

    def open(self, sealed: bytes, column: str) -> bytes:
        """Decrypt what `seal` made for this column. Raises WrongKeyError."""
        cipher = self._ciphers.get(sealed[len(VERSION) : _HEAD])
        if cipher is None or sealed[: len(VERSION)] != VERSION:
            raise WrongKeyError(f"{column} was sealed with a key that is not on the ring")
        try:
            return cipher.decrypt(sealed[_HEAD:_BODY], sealed[_BODY:], column.encode())
        except (InvalidTag, ValueError):  # ValueError: cut off within the nonce
            raise WrongKeyError(f"{column} does not open with its key") from None

    @property
    def current(self) -> bytes:
        """Return the id of the key that seals now."""
        return self._current

    def has(self, key_id: bytes) -> bool:
        """Say whether a key is on the ring."""
        return key_id in self._masters

    def backup_cipher(self, key_id: bytes, salt: bytes) -> AESGCM:
        """Return the cipher of one backup, which its random salt makes its own.

        Raises WrongKeyError.
        """
        if not self.has(key_id):
            raise WrongKeyError("the backup was sealed with a key that is not on the ring")
        return AESGCM(_derived(self._masters[key_id], b"majakka backup", salt))

    def lookup_hash(self, kind: str, value: int | str) -> bytes:
        """Return the keyed hash by which `value` (a Telegram user id, a token) is found."""
        return hmac.digest(self._lookup_key, f"{kind}|v1|{value}".encode(), sha256)

    @cached_property
    def _lookup_key(self) -> bytes:
        oldest = next(iter(self._masters.values()))
        return _derived(oldest, b"majakka lookup")


def _derived(master: bytes, purpose: bytes, salt: bytes | None = None) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=salt, info=purpose).derive(master)


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
