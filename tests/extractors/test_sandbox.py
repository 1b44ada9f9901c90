"""Hostile and broken files end in a code, within limits, and the sandbox lives on."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
import signal
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from extractors.errors import ReaderLost
from extractors.sandbox import Sandbox
from extractors.sandbox.client import Told

FIXTURES = Path(__file__).parents[1] / "fixtures"
TODAY = dt.date(2026, 11, 22)
LETTER = (FIXTURES / "letter.pdf").read_bytes()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def _pages(count: int) -> bytes:
    pdf = pdfium.PdfDocument.new()
    for _ in range(count):
        pdf.new_page(200, 200)
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def _png(width: int, height: int) -> bytes:
    """A tiny file that announces a picture of that size."""
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack("!I", len(body)) + kind + body + struct.pack("!I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b""))


BROKEN = {
    "empty": (b"", "unreadable"),
    "truncated": (LETTER[:5000], "unreadable"),
    "encrypted": ((FIXTURES / "encrypted.pdf").read_bytes(), "encrypted"),
    "3000 pages": (_pages(3000), "too_many_pages"),
    "no document": (b"MZ" + bytes(500), "unsupported_type"),
    "a page of the web": (b"<!doctype html><title>x</title>", "unsupported_type"),
    "50 000 x 50 000 pixels": (_png(50_000, 50_000), "too_large"),
    "half a photo": ((FIXTURES / "diploma-photo.jpg").read_bytes()[:3000], "unreadable"),
    "a PDF in name only": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "unreadable"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_ends_in_a_code(sandbox: Sandbox, name: str) -> None:
    """Each kind of broken file gives no documents and one issue with words in both languages that say what to do."""
    content, code = BROKEN[name]

    reading = sandbox.read(content, "fichier.pdf", TODAY)

    assert reading.failed and reading.documents == ()
    issue = reading.as_json()["issues"][0]
    assert issue["code"] == code
    assert issue["message"]["fr"] and issue["message"]["en"]


def test_the_sandbox_lives_on_after_broken_files(sandbox: Sandbox) -> None:
    """After broken files an honest one is read as ever, with its page told of before the end."""
    seen = []

    sandbox.read(BROKEN["truncated"][0], "x", TODAY)
    reading = sandbox.read(LETTER, "lettre.pdf", TODAY, told=Told(page=seen.append))

    assert [page.source for page in reading.pages] == ["text"]
    assert [page.summary.number for page in seen] == [1]
    assert seen[0].image[8:12] == b"WEBP"


def test_a_dead_warden_is_replaced(sandbox: Sandbox) -> None:
    """Should the warden itself be killed, at most the file in hand is worth another try, and the next one is read."""
    sandbox.read(LETTER, "lettre.pdf", TODAY)
    os.kill(sandbox._warden.pid, signal.SIGKILL)

    with contextlib.suppress(ReaderLost):  # whether its death is noticed before the file is handed over is chance
        sandbox.read(LETTER, "lettre.pdf", TODAY)

    assert sandbox.read(LETTER, "lettre.pdf", TODAY).pages


def test_a_warden_killed_at_work_is_told(sandbox: Sandbox) -> None:
    """Killed while it reads, the warden takes the file in hand with it: that is told as worth another try, never as an answer."""
    def kill(page: object) -> None:
        os.kill(sandbox._warden.pid, signal.SIGKILL)
        sandbox._warden.wait()

    with pytest.raises(ReaderLost):
        sandbox.read((FIXTURES / "bundle-scan.pdf").read_bytes(), "liasse.pdf", TODAY, told=Told(page=kill))

    assert sandbox.read(LETTER, "lettre.pdf", TODAY).pages


def test_the_same_file_gives_the_same_evidence(sandbox: Sandbox) -> None:
    """Reading is a function of the bytes: twice the same, to the last digit, by OCR too."""
    scan = (FIXTURES / "test-scan.pdf").read_bytes()

    assert sandbox.read(scan, "a.pdf", TODAY).as_json() == sandbox.read(scan, "a.pdf", TODAY).as_json()


def test_a_name_that_lies_is_told(sandbox: Sandbox) -> None:
    """The type is the content's; a name that announces another is an issue, not an obstacle."""
    reading = sandbox.read(LETTER, "photo.jpg", TODAY)

    assert reading.media_type == "application/pdf"
    assert [issue.code for issue in reading.issues] == ["type_mismatch"]
