"""The pipe's grammar: a frame is a small JSON head and a blob, each behind its length."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct("!II")
MOST_HEAD = 32 * 1024 * 1024
MOST_BLOB = 64 * 1024 * 1024


class BrokenPipe(Exception):
    """The other side is gone, or says what is no frame."""


def write(pipe: BinaryIO, head: dict[str, Any], blob: bytes = b"") -> None:
    encoded = json.dumps(head, ensure_ascii=False).encode()
    pipe.write(_LENGTHS.pack(len(encoded), len(blob)) + encoded + blob)
    pipe.flush()


def read(pipe: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """The next frame. Raises `BrokenPipe` at the end of the pipe and for frames over the caps."""
    lengths = pipe.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        raise BrokenPipe
    head_length, blob_length = _LENGTHS.unpack(lengths)
    if head_length > MOST_HEAD or blob_length > MOST_BLOB:
        raise BrokenPipe
    head, blob = pipe.read(head_length), pipe.read(blob_length)
    if len(head) < head_length or len(blob) < blob_length:
        raise BrokenPipe
    return dict(json.loads(head)), blob
