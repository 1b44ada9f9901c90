"""Bytes at rest: each file under the SHA-256 of its content, encrypted (AES-256-GCM), written whole or not at all.

`FileStore` is the interface; `FolderStore` the default. Other stores (S3-compatible) need the same three functions.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12
_NAME = re.compile(r"[0-9a-f]{64}")


class FileLost(Exception):
    """The bytes are not there, or are no longer what was written."""


class FileStore(Protocol):
    def put(self, content: bytes) -> str:
        """Keep some bytes; returns their SHA-256 in hexadecimal, by which `get` finds them. Durable on return."""

    def get(self, sha256: str) -> bytes:
        """The bytes again. Raises `FileLost`."""

    def has(self, sha256: str) -> bool: ...


class FolderStore:
    """A folder: `ab/abcdef…`. The content's own hash is bound into the encryption, so that files cannot be swapped."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._cipher = AESGCM(key)

    def put(self, content: bytes) -> str:
        sha256 = hashlib.sha256(content).hexdigest()
        place = self._place(sha256)
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            nonce = secrets.token_bytes(_NONCE_BYTES)
            _write_whole(place, nonce + self._cipher.encrypt(nonce, content, sha256.encode()))
        return sha256

    def get(self, sha256: str) -> bytes:
        try:
            stored = self._place(sha256).read_bytes()
            return self._cipher.decrypt(stored[:_NONCE_BYTES], stored[_NONCE_BYTES:], sha256.encode())
        except (FileNotFoundError, InvalidTag, ValueError) as error:
            raise FileLost(sha256) from error

    def has(self, sha256: str) -> bool:
        return self._place(sha256).exists()

    def _place(self, sha256: str) -> Path:
        if not _NAME.fullmatch(sha256):
            raise ValueError("no SHA-256")
        return self._folder / sha256[:2] / sha256


def _write_whole(place: Path, stored: bytes) -> None:
    """To a temporary name, synced, then renamed, then the folder synced: a crash leaves the whole file or none."""
    temporary = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(stored)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
