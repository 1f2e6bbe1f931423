"""Files that bots and people sent: ids belong to one bot, bytes can be fetched."""

from collections.abc import Iterator
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import PurePosixPath
from typing import Any, Final

from bot.sandbox.refusals import (
    BODY_TOO_LARGE,
    FILE_EMPTY,
    FILE_ID_INVALID,
    FILE_ID_MISSING,
    FILE_TOO_BIG,
    PHOTO_TOO_BIG,
    WRONG_FILE_ID,
    refuse,
)

LARGEST_DOWNLOAD: Final = 20 * 1024 * 1024
LARGEST_UPLOAD: Final = 50 * 1024 * 1024
LARGEST_PHOTO: Final = 10 * 1024 * 1024

_PHOTO_SIZES = (("s", 90, 68), ("m", 320, 240), ("", 800, 600))
_TYPES = MimeTypes()  # the same on every machine
_UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in a multipart body: `given_name` is what the sender calls it."""

    given_name: str
    data: bytes

    @property
    def name(self) -> str:
        """Its name without folders: the sender's own are nobody's business [K]."""
        return PurePosixPath(self.given_name.replace("\\", "/")).name or "file"

    @property
    def mime(self) -> str:
        """What its name says that it is; what the sender says counts for nothing [K]."""
        return _TYPES.guess_type(self.name)[0] or _UNKNOWN_TYPE

    def check(self, kind: str) -> None:
        """Refuse what no bot can send: nothing, and what is too big."""
        size = len(self.data)
        if size == 0:
            refuse(FILE_EMPTY)
        if size > LARGEST_UPLOAD:
            refuse(BODY_TOO_LARGE)
        if kind == "photo" and size > LARGEST_PHOTO:
            refuse(PHOTO_TOO_BIG, size=size, most=LARGEST_PHOTO)


@dataclass(frozen=True, slots=True)
class File:
    """A file that one bot knows under `id`."""

    id: str
    unique_id: str
    bot_id: int
    kind: str
    name: str
    mime: str
    data: bytes

    @property
    def path(self) -> str:
        """Where it is fetched from, below `/file/bot<token>/`."""
        suffix = PurePosixPath(self.name).suffix
        safe = suffix.isascii() and suffix[1:].isalnum()
        return f"{self.kind}s/{self.unique_id}{suffix if safe else ''}"


class Files:
    """All files, by id."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def __iter__(self) -> Iterator[File]:
        return iter(self._files.values())

    def put(self, file: File) -> None:
        """Take in a file that has its ids already."""
        self._files[file.id] = file

    def add(self, bot_id: int, kind: str, upload: Upload) -> File:
        """Keep a file and give it ids."""
        number = len(self._files) + 1
        file = File(
            id=f"{kind}-{bot_id}-{number}",
            unique_id=f"unique{number}",
            bot_id=bot_id,
            kind=kind,
            name=upload.name,
            mime=upload.mime,
            data=upload.data,
        )
        self.put(file)
        return file

    def sendable(self, bot_id: int, kind: str, file_id: str) -> File:
        """Return a file to send again: another bot's id, or another kind, is refused."""
        file = self._known(file_id)
        if file is None or file.bot_id != bot_id or file.kind != kind:
            refuse(WRONG_FILE_ID)
        return file

    def get(self, bot_id: int, file_id: str) -> File:
        """Return a file for getFile."""
        if not file_id:
            refuse(FILE_ID_MISSING)
        file = self._known(file_id)
        if file is None or file.bot_id != bot_id:
            refuse(FILE_ID_INVALID)
        if len(file.data) > LARGEST_DOWNLOAD:
            refuse(FILE_TOO_BIG)
        return file

    def at(self, bot_id: int, path: str) -> File | None:
        """Return the file of a download address."""
        mine = (file for file in self._files.values() if file.bot_id == bot_id)
        return next((file for file in mine if file.path == path), None)

    def received(self, file_id: str) -> File:
        """Return the file that a phone shows; KeyError if there is none."""
        file = self._known(file_id)
        if file is None:
            raise KeyError("there is no such file")
        return file

    def _known(self, file_id: str) -> File | None:
        """Return the file behind an id; the sizes of a photo are one file here."""
        return self._files.get(file_id.partition(":")[0])


def file_content(file: File) -> dict[str, Any]:
    """Return a file's part of a message; sizes in pixels and seconds are invented."""
    known: dict[str, Any] = {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
    }
    match file.kind:
        case "photo":
            return {"photo": [_size(file, *size) for size in _PHOTO_SIZES]}
        case "voice":
            return {"voice": {**known, "duration": 3, "mime_type": "audio/ogg"}}
        case "video_note":
            return {"video_note": {**known, "duration": 3, "length": 240}}
        case "sticker":
            shape = {"type": "regular", "is_animated": False, "is_video": False}
            return {"sticker": {**known, **shape, "width": 512, "height": 512}}
    return {"document": {**known, "file_name": file.name, "mime_type": file.mime}}


def _size(file: File, letter: str, width: int, height: int) -> dict[str, Any]:
    """Return one size of a photo, each of which has ids of its own; the largest has the file's."""
    mark = f":{letter}" if letter else ""
    return {
        "file_id": file.id + mark,
        "file_unique_id": file.unique_id + mark,
        "file_size": len(file.data),
        "width": width,
        "height": height,
    }
