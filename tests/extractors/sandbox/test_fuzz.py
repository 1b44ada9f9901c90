"""Honest files broken at random: whatever comes of it, it is a reading that holds together, and the reader outlives none of it badly.

The seed is fixed, so that a failure is the change's and not the day's.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.evidence import FileReading
from extractors.messages import CODES
from extractors.pages.stored import restored
from extractors.sandbox import Sandbox
from extractors.sandbox.client import ReadPage, Told
from tests.extractors.sandbox.mutations import Mutation, honest_files, mutations

TODAY = dt.date(2026, 11, 22)
HONEST = honest_files()
PAPERS = sorted(name for name in HONEST if name.endswith("pdf"))
PICTURES = sorted(HONEST.keys() - set(PAPERS))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(warm=True) as sandbox:
        yield sandbox


def assert_it_holds_together(reading: FileReading, told: list[ReadPage]) -> None:
    """Known codes, every page told of once with words that lie on it, nothing said of pages that are not there."""
    assert {issue.code for issue in reading.issues} <= CODES
    assert reading.pages or reading.issues
    numbers = [page.number for page in reading.pages]
    assert numbers == list(range(1, len(numbers) + 1)) == sorted(page.summary.number for page in told)
    for page in told:
        assert page.of == len(numbers)
        assert all(math.isfinite(side) and side > 0 for side in (page.summary.width, page.summary.height))
        for word in restored(page.words).words:
            assert 0 <= word.box.x0 <= word.box.x1 <= 1 and 0 <= word.box.y0 <= word.box.y1 <= 1
    assert {field.page for document in reading.documents for field in document.fields} <= {None, *numbers}


def read_broken(sandbox: Sandbox, content: bytes, ways: list[Mutation]) -> None:
    for way in ways:
        content = way(content)
    told: list[ReadPage] = []

    reading = sandbox.read(content, "fichier", TODAY, told=Told(page=told.append))

    assert_it_holds_together(reading, told)


def _bounded(examples: int) -> settings:
    return settings(max_examples=examples, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))


@_bounded(100)
@given(st.sampled_from(PAPERS), st.lists(mutations, min_size=1, max_size=4))
def test_no_broken_pdf_breaks_the_reader(sandbox: Sandbox, name: str, ways: list[Mutation]) -> None:
    """A PDF with wrong bytes, numbers and lengths gives a reading."""
    read_broken(sandbox, HONEST[name], ways)


@_bounded(60)
@given(st.sampled_from(PICTURES), st.lists(mutations, min_size=1, max_size=3))
def test_no_broken_picture_breaks_the_reader(sandbox: Sandbox, name: str, ways: list[Mutation]) -> None:
    """A picture of any format with wrong bytes and measures gives a reading."""
    read_broken(sandbox, HONEST[name], ways)
