"""Files that mean harm end in a reading or in a code, within the limits, and the next file is read as ever."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.errors import ReaderLost
from extractors.evidence import FileReading
from extractors.intake.limits import LIMITS
from extractors.messages import CODES
from extractors.sandbox import Sandbox
from extractors.sandbox.client import ReadPage, Told
from tests.extractors.sandbox import hostile_pdfs, hostile_pictures

FIXTURES = Path(__file__).parents[2] / "fixtures"
TODAY = dt.date(2026, 11, 22)
LETTER = (FIXTURES / "letter.pdf").read_bytes()
CASES = {**hostile_pdfs.CASES, **hostile_pictures.CASES}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the readers' standard error goes."""
    return tmp_path_factory.mktemp("sandbox") / "stderr"


@pytest.fixture(scope="module")
def sandbox(complaints: Path) -> Iterator[Sandbox]:
    ours = os.dup(2)
    with complaints.open("wb") as file, Sandbox(warm=True) as sandbox:
        os.dup2(file.fileno(), 2)
        try:
            sandbox.start()
        finally:
            os.dup2(ours, 2)
            os.close(ours)
        yield sandbox


def _read(sandbox: Sandbox, content: bytes) -> tuple[FileReading, list[ReadPage]]:
    told: list[ReadPage] = []
    return sandbox.read(content, "fichier", TODAY, told=Told(page=told.append)), told


@pytest.mark.parametrize("name", CASES)
def test_what_means_harm_gives_a_reading(sandbox: Sandbox, name: str) -> None:
    """Every page is there, with words or with a code that is known, and it took no longer than a few honest pages do."""
    content, began = CASES[name](), time.monotonic()

    reading, told = _read(sandbox, content)

    assert {issue.code for issue in reading.issues} <= CODES
    assert reading.pages or reading.issues
    assert [page.summary.number for page in told] == [page.number for page in reading.pages]
    assert time.monotonic() - began < LIMITS.cpu_seconds_base + LIMITS.cpu_seconds_a_page


@pytest.mark.parametrize("name", hostile_pictures.REFUSED)
def test_what_is_no_picture_is_refused(sandbox: Sandbox, name: str) -> None:
    """Headers that lie are found out before a pixel is unpacked, and the code says what is the matter."""
    make, code = hostile_pictures.REFUSED[name]

    reading, _ = _read(sandbox, make())

    assert {issue.code for issue in reading.issues} == {code}
    assert reading.documents == ()


def test_what_takes_all_memory_takes_the_reader_only(sandbox: Sandbox) -> None:
    """A page whose forms draw each other 2 to the 25 times kills its reader, which is told as such; the warden forks the next."""
    with pytest.raises(ReaderLost):
        sandbox.read(hostile_pdfs.DEADLY, "formes.pdf", TODAY)

    assert [page.source for page in sandbox.read(LETTER, "lettre.pdf", TODAY).pages] == ["text"]


def test_after_all_that_an_honest_file_is_read_as_ever(sandbox: Sandbox) -> None:
    """Nothing of the files before is left in the warden: the reading is that of a fresh one, to the last digit."""
    with Sandbox() as fresh:
        assert sandbox.read(LETTER, "lettre.pdf", TODAY) == fresh.read(LETTER, "lettre.pdf", TODAY)


def test_nothing_of_a_document_is_told_in_complaints(sandbox: Sandbox, complaints: Path) -> None:
    """Standard error ends in logs: it names errors and never quotes a page."""
    sandbox.read(hostile_pdfs.page(), "secret.pdf", TODAY)
    said = complaints.read_bytes()

    assert hostile_pdfs.SECRET.encode() not in said
    assert b"Traceback" not in said
