"""Files that bots and people sent: ids belong to one bot, bytes can be fetched."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusals import (
    FILE_ID_INVALID,
    FILE_ID_MISSING,
    FILE_TOO_BIG,
    WRONG_FILE_ID,
    refuse,
)

LARGEST_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in a multipart body."""

    name: str
    mime: str
    data: bytes


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
        return f"{self.kind}s/{self.unique_id}_{self.name}"


class Files:
    """All files, by id."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

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
        self._files[file.id] = file
        return file

    def sendable(self, bot_id: int, kind: str, file_id: str) -> File:
        """Return a file to send again: another bot's id, or another kind, is refused."""
        file = self._files.get(file_id)
        if file is None or file.bot_id != bot_id or file.kind != kind:
            refuse(WRONG_FILE_ID)
        return file

    def get(self, bot_id: int, file_id: str) -> File:
        """Return a file for getFile."""
        if not file_id:
            refuse(FILE_ID_MISSING)
        file = self._files.get(file_id)
        if file is None or file.bot_id != bot_id:
            refuse(FILE_ID_INVALID)
        if len(file.data) > LARGEST_DOWNLOAD:
            refuse(FILE_TOO_BIG)
        return file

    def at(self, bot_id: int, path: str) -> File | None:
        """Return the file of a download address."""
        mine = (file for file in self._files.values() if file.bot_id == bot_id)
        return next((file for file in mine if file.path == path), None)


def file_content(file: File) -> dict[str, Any]:
    """Return a file's part of a message; sizes in pixels and seconds are invented."""
    known: dict[str, Any] = {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
    }
    match file.kind:
        case "photo":
            return {"photo": [{**known, "width": 800, "height": 600}]}
        case "voice":
            return {"voice": {**known, "duration": 3, "mime_type": file.mime}}
        case "video_note":
            return {"video_note": {**known, "duration": 3, "length": 240}}
        case "sticker":
            shape = {"type": "regular", "is_animated": False, "is_video": False}
            return {"sticker": {**known, **shape, "width": 512, "height": 512}}
    return {"document": {**known, "file_name": file.name, "mime_type": file.mime}}
