"""Files that are on the disk for good, and for their owner alone."""

import os
from pathlib import Path
from typing import BinaryIO


def open_private(path: Path, how: int) -> BinaryIO:
    """Open a file for reading and writing, made for its owner alone; `how`: flags of `os.open`."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | how, 0o600), "rb+")


def settle(file: BinaryIO) -> None:
    """Wait until what was written is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
